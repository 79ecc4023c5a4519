#include "catalogue/index_proposals.h"
#include "catalogue/plain_words.h"
#include "catalogue/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace catalogue {
namespace {

using namespace std::chrono_literals;

constexpr SourceDuration shortest_answer = 5s;
constexpr SourceDuration most_around = 1s;
constexpr SourceDuration longest_asking = 12s;
constexpr SourceDuration longest_thinking = 3s;
// Between the loudness that one film's hiss has and that of its voices: nearer to the hiss, since
// words end softly.
constexpr float hiss_to_voice = 0.35F;
constexpr float least_difference_db = 6.0F;
constexpr float nothing_at_all_db = -60.0F;
// So much of what a question says has to be heard.
constexpr double most_of = 0.6;
constexpr std::size_t shortest_word = 4;

double seconds(SourceDuration length) {
    return std::chrono::duration<double>(length).count();
}

// Words of a few letters ask and point; longer ones say what about. Bytes above ASCII are letters.
std::vector<std::string> telling_words(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    const auto end_word = [&] {
        if (word.size() >= shortest_word && !is_plain_word(word)) words.push_back(word);
        word.clear();
    };
    for (const char c : text) {
        const bool is_letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
        if (c >= 'A' && c <= 'Z') {
            word += static_cast<char>(c - 'A' + 'a');
        } else if (is_letter) {
            word += c;
        } else if (c != '\'') {
            end_word();
        }
    }
    end_word();
    return words;
}

float level_at(std::vector<float> sorted, double share) {
    const auto place = static_cast<std::ptrdiff_t>(share * static_cast<double>(sorted.size() - 1));
    std::nth_element(sorted.begin(), sorted.begin() + place, sorted.end());
    return sorted[static_cast<std::size_t>(place)];
}

}  // namespace

std::vector<TimeRange> pauses_in(const std::vector<float>& loudness_db, SourceDuration window,
                                 SourceDuration shortest) {
    std::vector<TimeRange> pauses;
    if (loudness_db.empty()) return pauses;
    const float hiss = std::max(level_at(loudness_db, 0.05), nothing_at_all_db);
    const float voice = level_at(loudness_db, 0.8);
    if (voice - hiss < least_difference_db) return pauses;
    const float heard = hiss + (voice - hiss) * hiss_to_voice;
    std::size_t begin = 0;
    const auto time = [&](std::size_t i) {
        return SourceTime{window * static_cast<SourceDuration::rep>(i)};
    };
    for (std::size_t i = 0; i <= loudness_db.size(); ++i) {
        if (i < loudness_db.size() && loudness_db[i] < heard) continue;
        if (time(i) - time(begin) >= shortest) pauses.push_back({time(begin), time(i)});
        begin = i + 1;
    }
    return pauses;
}

std::vector<AskedAt> questions_asked(const std::vector<CaptionCue>& cues, const Module& module,
                                     std::size_t person) {
    std::vector<std::vector<std::string>> heard;
    for (const CaptionCue& cue : cues) {
        heard.push_back(telling_words(cue.text));
    }
    std::vector<AskedAt> asked;
    for (std::size_t question = 0; question < module.questions.size(); ++question) {
        const std::vector<std::string> wanted =
            telling_words(question_text(module.questions[question], module.people[person]));
        const std::set<std::string> different(wanted.begin(), wanted.end());
        if (different.size() < 2) continue;
        double best = 0;
        AskedAt at{question, {}, {}};
        for (std::size_t first = 0; first < cues.size(); ++first) {
            std::set<std::string> found;
            std::vector<std::string> in_order;
            for (std::size_t i = first;
                 i < cues.size() && cues[i].time.out - cues[first].time.in <= longest_asking; ++i) {
                for (const std::string& word : heard[i]) {
                    if (different.contains(word) && found.insert(word).second)
                        in_order.push_back(word);
                }
                const double share =
                    static_cast<double>(found.size()) / static_cast<double>(different.size());
                if (found.size() >= 2 && share >= most_of && share > best) {
                    best = share;
                    in_order.resize(std::min<std::size_t>(in_order.size(), 3));
                    at.time = {cues[first].time.in, cues[i].time.out};
                    at.words = fmt::format("{}", fmt::join(in_order, " … "));
                }
            }
        }
        if (best > 0) asked.push_back(at);
    }
    std::ranges::stable_sort(asked, {}, [](const AskedAt& one) { return one.time; });
    return asked;
}

std::vector<Proposal> proposals(const std::vector<TimeRange>& pauses, SourceTime film_end,
                                const std::vector<AskedAt>& asked) {
    struct Stretch {
        TimeRange time;
        SourceDuration before{};  // the pause before it
        SourceDuration after{};
    };
    std::vector<Stretch> stretches;
    SourceTime from{};
    SourceDuration before{};
    const auto add = [&](SourceTime to, SourceDuration after) {
        if (to > from) stretches.push_back({{from, to}, before, after});
    };
    for (const TimeRange& pause : pauses) {
        add(pause.in, pause.length());
        from = pause.out;
        before = pause.length();
    }
    add(film_end, {});

    std::vector<Proposal> all;
    std::optional<AskedAt> carried;  // asked in a stretch that is no answer itself
    bool follows = false;            // one that is proposed, with only a pause between them
    for (const Stretch& stretch : stretches) {
        const auto here = std::ranges::find_if(asked, [&](const AskedAt& one) {
            return stretch.time.contains(one.time.in + one.time.length() / 2);
        });
        const bool asks = here != asked.end();
        const bool only_asks = asks && stretch.time.out - here->time.out < shortest_answer / 2 &&
                               stretch.time.length() < longest_asking + shortest_answer / 2;
        if (only_asks || stretch.time.length() < shortest_answer) {
            if (asks) carried = *here;
            follows = false;
            continue;
        }
        std::optional<AskedAt> said;
        if (asks) {
            said = *here;
        } else if (carried) {
            said = carried;
        }
        carried.reset();
        std::string reason = stretch.before > SourceDuration::zero()
                                 ? _("after a pause of {:.1f} s", seconds(stretch.before))
                                 : std::string(_("from where the film begins"));
        Proposal one{{stretch.time.in - std::min(most_around, stretch.before / 2),
                      stretch.time.out + std::min(most_around, stretch.after / 2)},
                     std::nullopt,
                     std::move(reason)};
        if (said) {
            one.question = said->question;
            one.reason = _("{}; the captions say “{}”", one.reason, said->words);
        } else if (follows && stretch.before < longest_thinking) {
            one.reason = _("{}; the one before may go on in it", one.reason);
        }
        follows = true;
        all.push_back(std::move(one));
    }
    return all;
}

std::vector<Proposal> joined(std::vector<Proposal> first, const std::vector<Proposal>& others) {
    const std::size_t count = first.size();
    for (const Proposal& one : others) {
        const auto overlaps = [&](const Proposal& better) {
            return one.time.in < better.time.out && better.time.in < one.time.out;
        };
        if (std::none_of(first.begin(), first.begin() + static_cast<std::ptrdiff_t>(count),
                         overlaps)) {
            first.push_back(one);
        }
    }
    std::ranges::stable_sort(first, {}, [](const Proposal& one) { return one.time; });
    return first;
}

std::vector<Proposal> still_open(const std::vector<Proposal>& all, const IndexDraft& draft) {
    std::vector<Proposal> open;
    for (const Proposal& one : all) {
        const auto overlaps = [&](const MarkedAnswer& answer) {
            return one.time.in < answer.time.out && answer.time.in < one.time.out;
        };
        if (std::ranges::none_of(draft.now().answers, overlaps) &&
            std::ranges::none_of(draft.by_hand(), overlaps)) {
            open.push_back(one);
        }
    }
    return open;
}

}  // namespace catalogue
