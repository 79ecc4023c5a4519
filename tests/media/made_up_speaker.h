// A speaker in the test's hand, and films made to be heard by it.
#pragma once

#include <algorithm>
#include <cmath>
#include <vector>

#include "tests/media/films.h"

namespace support {

using namespace std::chrono_literals;
using media::Ended;
using media::WallTime;

inline constexpr int pull_frames = 480;  // 10 ms

// A speaker in the test's hand. Remembers what it played and when that was heard.
struct Speaker {
    StageHand& hand;
    std::chrono::milliseconds latency{30};
    double speed = 1.0;  // of the device's clock
    std::vector<float> left;
    std::vector<float> right;
    std::vector<WallTime> pulled_for;  // one per pull: when its first sample was heard

    explicit Speaker(StageHand& h) : hand(h) { hand.engine().set_speaker_present(true); }

    void pull() {
        std::vector<float> stereo(2 * pull_frames);
        const WallTime heard_at = hand.now + latency;
        hand.engine().sound().pull(stereo, heard_at);
        pulled_for.push_back(heard_at);
        for (std::size_t i = 0; i < stereo.size(); i += 2) {
            left.push_back(stereo[i]);
            right.push_back(stereo[i + 1]);
        }
    }

    // Lets film and speaker run together.
    void play(std::chrono::milliseconds time) {
        hand.flowing();
        const auto step = std::chrono::microseconds{static_cast<int>(10'000 / speed)};
        for (const WallTime until = hand.now + time; hand.now < until;) {
            pull();
            hand.pass(step);
        }
    }
    void play_to_end() {
        hand.flowing();
        const int ended = hand.count<Ended>();
        for (int i = 0; i < 3000 && hand.count<Ended>() == ended; ++i) {
            pull();
            hand.pass(10ms);
        }
    }

    // Pauses the film for a third of a second, while the speaker pulls on.
    void pause_for_a_while() {
        hand.order.playing = false;
        hand.look();
        for (int i = 0; i < 30; ++i) {
            pull();
            hand.now += 10ms;
        }
        hand.order.playing = true;
    }

    WallTime heard_at(std::size_t sample) const {
        const auto within = static_cast<std::int64_t>(sample % pull_frames);
        return pulled_for[sample / pull_frames] + std::chrono::microseconds{within * 1000 / 48};
    }
    // Where beeps begin.
    std::vector<std::size_t> beeps() const {
        std::vector<std::size_t> found;
        std::size_t quiet = 10'000;
        for (std::size_t i = 0; i < left.size(); ++i) {
            if (std::abs(left[i]) < 0.1F) {
                ++quiet;
                continue;
            }
            if (quiet > 2000) found.push_back(i);
            quiet = 0;
        }
        return found;
    }
};

inline FilmRecipe steady(int pictures) {
    FilmRecipe recipe;
    recipe.pictures = pictures;
    recipe.sound = FilmSound::Steady;
    recipe.sound_codec = "pcm_s16le";
    return recipe;
}

inline FilmRecipe beeping(int pictures) {
    FilmRecipe recipe;
    recipe.pictures = pictures;
    recipe.sound = FilmSound::Beeps;
    recipe.gop = 50;
    return recipe;
}

// How far the picture is from the sound, both as the class meets them: when each beep is heard,
// which picture is on the screen? Looks at every 5 ms of the way.
struct Offsets {
    std::vector<double> ms;
    double worst() const {
        double most = 0;
        for (const double one : ms)
            most = std::max(most, std::abs(one));
        return most;
    }
};

// Plays for a time and notes when pictures at whole seconds came.
inline Offsets measure(StageHand& hand, Speaker& speaker, std::chrono::milliseconds time) {
    std::vector<std::pair<int, WallTime>> flashes;  // second, wall
    int shown = hand.shown_number();
    const std::size_t from = speaker.left.size();
    hand.flowing();
    const auto step = std::chrono::microseconds{static_cast<int>(10'000 / speaker.speed)};
    for (const WallTime until = hand.now + time; hand.now < until;) {
        speaker.pull();
        for (int half = 0; half < 2; ++half) {
            hand.pass(step / 2);
            const int number = hand.shown_number();
            if (number != shown && number % 25 == 0) flashes.emplace_back(number / 25, hand.now);
            shown = number;
        }
    }
    Offsets offsets;
    std::size_t flash = 0;
    for (const std::size_t beep : speaker.beeps()) {
        if (beep < from || flash >= flashes.size()) continue;
        const WallTime heard = speaker.heard_at(beep);
        while (flash + 1 < flashes.size() && flashes[flash].second < heard - 200ms)
            ++flash;
        const auto off = std::chrono::duration<double, std::milli>(flashes[flash].second - heard);
        if (std::abs(off.count()) < 200) offsets.ms.push_back(off.count());
    }
    return offsets;
}

// The largest step between neighbouring samples: a click is a large one.
inline float largest_step(const std::vector<float>& left) {
    float largest = 0.0F;
    for (std::size_t i = 1; i < left.size(); ++i) {
        largest = std::max(largest, std::abs(left[i] - left[i - 1]));
    }
    return largest;
}

}  // namespace support
