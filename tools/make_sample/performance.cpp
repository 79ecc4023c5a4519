#include "tools/make_sample/performance.h"

#include <algorithm>
#include <cmath>

#include "tools/make_sample/chance.h"

namespace sample {

namespace {

constexpr double loudness_step_s = 0.01;

double smooth(double x) {
    x = std::clamp(x, 0.0, 1.0);
    return x * x * (3 - 2 * x);
}

// 0 outside, 1 at the top, quick up and slow down.
double swell(double t, double rise_s, double fall_s) {
    if (t < -rise_s || t > fall_s) return 0;
    return t < 0 ? smooth(1 + t / rise_s) : smooth(1 - t / fall_s);
}

std::vector<float> loudness_of(const Speech& speech) {
    const auto step = static_cast<std::size_t>(speech.rate_hz * loudness_step_s);
    std::vector<float> loudness;
    float peak = 1;
    for (std::size_t at = 0; at < speech.samples.size(); at += step) {
        const std::size_t end = std::min(at + step, speech.samples.size());
        double sum = 0;
        for (std::size_t i = at; i < end; ++i) {
            sum += static_cast<double>(speech.samples[i]) * speech.samples[i];
        }
        loudness.push_back(static_cast<float>(std::sqrt(sum / static_cast<double>(end - at))));
        peak = std::max(peak, loudness.back());
    }
    float held = 0;
    for (float& value : loudness) {
        held = std::max(value / peak, held * 0.88f);
        value = held;
    }
    return loudness;
}

bool ends_sentence(const std::string& word) {
    return !word.empty() && (word.back() == '.' || word.back() == '?' || word.back() == '!');
}

}  // namespace

Performance::Performance(const Manner& manner, const std::vector<SpokenStretch>& stretches,
                         std::uint64_t seed)
    : manner_(manner), seed_(seed) {
    double until_s = 2;
    for (const SpokenStretch& stretch : stretches) {
        const double ends_s = stretch.starts_s + stretch.speech.length_s();
        tracks_.push_back(
            {stretch.starts_s, ends_s, MouthTrack(stretch.speech), loudness_of(stretch.speech)});
        plan_beats(stretch);
        plan_glances(stretch);
        until_s = std::max(until_s, ends_s + 2);
    }
    plan_blinks(until_s, stretches);
}

// The louder a long word is spoken, the likelier the head goes with it.
void Performance::plan_beats(const SpokenStretch& stretch) {
    const std::vector<float>& loudness = tracks_.back().loudness;
    const auto key = static_cast<std::uint64_t>(std::llround(stretch.starts_s * 1000));
    Chance chance(seed_ ^ scramble(key));
    double last_s = -10;
    for (const SpokenWord& word : stretch.speech.words) {
        const double middle_s = word.at_s + 0.4 * (word.end_s - word.at_s);
        const auto at = static_cast<std::size_t>(middle_s / loudness_step_s);
        const double loud = at < loudness.size() ? static_cast<double>(loudness[at]) : 0.0;
        const double weight = loud * std::min(1.0, (word.end_s - word.at_s) / 0.4);
        if (chance.share() > weight * 1.1 || middle_s - last_s < 0.45) continue;
        last_s = middle_s;
        const double size = 0.4 + 0.6 * chance.share();
        const bool lifts = chance.share() < 0.35;
        beats_.push_back({stretch.starts_s + middle_s, size * manner_.nods,
                          lifts ? size * manner_.brows : 0.15 * size * manner_.brows,
                          chance.around_zero() * 0.5 * manner_.sway});
    }
}

// People look away to find their words, and back when they have found them.
void Performance::plan_glances(const SpokenStretch& stretch) {
    const auto key = static_cast<std::uint64_t>(std::llround(stretch.starts_s * 1000));
    Chance chance(seed_ ^ scramble(key + 77));
    const auto home = [&](double at_s) {
        glances_.push_back({at_s, chance.around_zero() * 0.06, chance.around_zero() * 0.05});
    };
    const auto away = [&](double at_s) {
        const double side = chance.share() < 0.5 ? -1 : 1;
        const double down = chance.share() < 0.6 ? 0.45 : -0.35;
        glances_.push_back(
            {at_s, side * chance.between(0.25, 0.6), down * chance.between(0.5, 1.0)});
    };
    home(stretch.starts_s - 0.6);
    bool is_first = true;
    double free_from_s = 0;
    for (const SpokenWord& word : stretch.speech.words) {
        const double at_s = stretch.starts_s + word.at_s;
        const bool opens = is_first || ends_sentence(word.text);
        is_first = false;
        if (at_s < free_from_s) continue;
        if (opens && chance.share() < 0.55) {
            away(at_s + chance.between(0.0, 0.25));
            const double back_s = at_s + chance.between(0.7, 1.6);
            home(back_s);
            free_from_s = back_s + 0.5;
        } else if (chance.share() < 0.08) {
            home(at_s);
            free_from_s = at_s + 0.8;
        }
    }
    std::stable_sort(glances_.begin(), glances_.end(),
                     [](const Glance& a, const Glance& b) { return a.from_s < b.from_s; });
}

void Performance::plan_blinks(double until_s, const std::vector<SpokenStretch>& stretches) {
    Chance chance(seed_ ^ 0xB11);
    for (double at_s = chance.between(0.5, 2.5); at_s < until_s; at_s += chance.between(1.8, 4.6)) {
        blinks_.push_back(at_s);
        if (chance.share() < 0.12) blinks_.push_back(at_s + 0.32);
    }
    for (const SpokenStretch& stretch : stretches) {
        for (const SpokenWord& word : stretch.speech.words) {
            if (ends_sentence(word.text) && chance.share() < 0.6) {
                blinks_.push_back(stretch.starts_s + word.end_s + 0.05);
            }
        }
    }
    std::sort(blinks_.begin(), blinks_.end());
}

double Performance::lids_at(double film_s) const {
    const auto next = std::upper_bound(blinks_.begin(), blinks_.end(), film_s + 0.1);
    if (next == blinks_.begin()) return 0;
    const double t = film_s - *std::prev(next);
    if (t < 0) return smooth(1 + t / 0.08);
    if (t < 0.04) return 1;
    return smooth(1 - (t - 0.04) / 0.15);
}

Pose Performance::at(double t) const {
    const auto noise = [&](double rate_hz, std::uint64_t lane) {
        return wander(t * rate_hz, seed_ + lane);
    };
    Pose pose;
    const double sway = 0.5 + manner_.sway;
    pose.yaw = 0.16 * manner_.turned + sway * (0.045 * noise(0.22, 1) + 0.018 * noise(0.9, 2));
    pose.pitch = sway * (0.028 * noise(0.27, 3) + 0.012 * noise(1.1, 4));
    pose.roll = 0.02 * manner_.turned + sway * (0.030 * noise(0.19, 5) + 0.010 * noise(0.8, 6));
    pose.shift_x = sway * (0.030 * noise(0.13, 7) + 0.006 * noise(0.7, 8));
    pose.shift_y = sway * 0.010 * noise(0.31, 9);
    pose.lean = 0.6 * noise(0.11, 10);
    pose.breath = std::sin(2 * 3.14159265 * (t / 3.9 + 0.04 * noise(0.2, 11)));
    pose.smile = std::max(0.0, 0.12 + manner_.smile + 0.30 * noise(0.16, 12));
    pose.brows = 0.10 * noise(0.5, 13);
    pose.frown = std::max(0.0, 0.30 * noise(0.17, 14) - 0.05);

    for (const Track& track : tracks_) {
        if (t < track.starts_s - 0.8 || t > track.ends_s + 0.8) continue;
        const double spoken_s = t - track.starts_s;
        // A breath before the first word lifts shoulders and parts the lips.
        const double intake = swell(spoken_s + 0.12, 0.35, 0.25);
        pose.breath += 0.8 * intake;
        pose.mouth = track.mouth.at(spoken_s);
        pose.mouth.open = std::max(pose.mouth.open, 0.14 * intake);
        const auto at = static_cast<std::size_t>(std::max(0.0, spoken_s) / loudness_step_s);
        if (spoken_s >= 0 && at < track.loudness.size()) {
            const auto loud = static_cast<double>(track.loudness[at]);
            pose.mouth.open *= 0.72 + 0.5 * loud;
            pose.pitch -= 0.012 * loud;
        }
    }
    const auto first = std::lower_bound(beats_.begin(), beats_.end(), t - 0.8,
                                        [](const Beat& b, double s) { return b.at_s < s; });
    for (auto beat = first; beat != beats_.end() && beat->at_s < t + 0.5; ++beat) {
        const double nod = swell(t - beat->at_s, 0.16, 0.34);
        pose.pitch += 0.055 * beat->nod * nod;
        pose.shift_y += 0.016 * beat->nod * nod;
        pose.roll += 0.030 * beat->tilt * swell(t - beat->at_s, 0.3, 0.6);
        pose.brows += 0.75 * beat->brow * swell(t - beat->at_s, 0.12, 0.5);
    }
    pose.lids = lids_at(t);
    const auto next = std::upper_bound(glances_.begin(), glances_.end(), t,
                                       [](double s, const Glance& g) { return s < g.from_s; });
    if (next != glances_.begin()) {
        const Glance& now = *std::prev(next);
        const bool has_earlier = std::prev(next) != glances_.begin();
        const Glance before = has_earlier ? *std::prev(next, 2) : Glance{0, 0, 0};
        const double share = smooth((t - now.from_s) / 0.07);
        pose.gaze_x = before.x + (now.x - before.x) * share;
        pose.gaze_y = before.y + (now.y - before.y) * share;
        // The head follows the eyes, later and less.
        const double follow = smooth((t - now.from_s) / 0.5);
        pose.yaw += 0.07 * (before.x + (now.x - before.x) * follow);
        pose.pitch += 0.05 * (before.y + (now.y - before.y) * follow);
    }
    // Eyes stay with the listener while the head moves.
    pose.gaze_x -= 2.0 * (pose.yaw - 0.16 * manner_.turned) - 0.16 * manner_.turned;
    pose.gaze_y -= 1.6 * pose.pitch;
    return pose;
}

}  // namespace sample
