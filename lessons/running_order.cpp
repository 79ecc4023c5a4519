#include "lessons/running_order.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <optional>
#include <set>
#include <tuple>

#include "catalogue/words.h"
#include "lessons/difference.h"
#include "lessons/mix.h"

namespace lessons {
using catalogue::_;
using catalogue::plural;
namespace {

using namespace catalogue;
using std::chrono::seconds;
using namespace std::chrono_literals;

constexpr std::uint32_t turn_of_lessons = 0xFFFFFFF0U;
constexpr seconds least_talk = 30s;
constexpr int share_a_headset = 2;

class Resolver {
public:
    Resolver(const OrderSource& source, Seed seed)
        : source_(source),
          grid_(*source.grid),
          seed_(lot(seed, turn_of_lessons, 0)),
          turns_(static_cast<std::size_t>(grid_.people), 0) {
        for (const int person : source.heard) {
            if (person >= 0 && person < grid_.people) ++turns_[static_cast<std::size_t>(person)];
        }
    }

    Resolved resolve(const Plan& plan, int week) {
        for (std::size_t i = 0; i < plan.cues.size(); ++i) {
            const PlanCue& cue = plan.cues[i];
            cue_ = static_cast<std::uint32_t>(i);
            if (cue.week != week) continue;
            OrderItem item;
            item.cue = i;
            item.talk = cue.minutes;
            item.locked = cue.keep;
            item.optional = cue.optional;
            for (const PlanClips& clips : cue.clips) {
                add(clips, cue, item);
            }
            resolved_.order.push_back(std::move(item));
        }
        if (!resolved_.order.empty()) resolved_.order.back().plenary = true;
        resolved_.order = as_planned(std::move(resolved_.order));
        return std::move(resolved_);
    }

private:
    void add(const PlanClips& clips, const PlanCue& cue, OrderItem& item) {
        const std::size_t before = item.clips.size();
        if (const auto* pick = std::get_if<ClassPick>(&clips.chosen)) {
            for (std::size_t i = source_.picked.size(); i > 0; --i) {
                if (item.clips.size() - before == static_cast<std::size_t>(pick->clips)) break;
                add_clip(source_.picked[i - 1], clips, item);
            }
            if (item.clips.size() == before) {
                note(cue, _("the class has kept nothing so far: talk about what you remember"));
            }
            return;
        }
        const std::optional<std::size_t> question = source_.module->find_question(clips.question);
        if (!question) {
            note(cue,
                 _("this module does not ask '{}': this clip is left out", clips.question.text));
            return;
        }
        question_ = static_cast<int>(*question);
        for (const int person : people_for(clips.chosen)) {
            add_clip({person, question_}, clips, item);
        }
        if (item.clips.size() == before) {
            note(cue, _("there is no answer to '{}' that can be shown",
                        source_.module->questions[*question].label));
        }
    }

    std::vector<int> people_for(const Chosen& chosen) {
        if (const auto* person = std::get_if<ThisPerson>(&chosen)) {
            const auto found = source_.module->find_person(person->person);
            return found ? std::vector{static_cast<int>(*found)} : std::vector<int>{};
        }
        if (std::holds_alternative<SamePerson>(chosen)) {
            return last_ ? std::vector{*last_} : people_who_differ(1, std::nullopt);
        }
        if (std::holds_alternative<SamePeople>(chosen)) {
            return group_.empty() ? remembered(people_who_differ(3, std::nullopt)) : group_;
        }
        if (const auto* differ = std::get_if<PeopleWhoDiffer>(&chosen)) {
            return remembered(people_who_differ(differ->people, kind_of(differ->fact)));
        }
        return people_who_differ(1, std::nullopt);
    }

    std::vector<int> remembered(std::vector<int> people) {
        group_ = people;
        return people;
    }

    // The place of a fact in the grid, which leaves out what is not for contrasts.
    std::optional<std::size_t> kind_of(const std::optional<FactId>& fact) const {
        std::size_t kind = 0;
        for (const FactDefinition& definition : source_.module->facts) {
            if (!definition.for_contrasts) continue;
            if (fact && definition.id == *fact) return kind;
            ++kind;
        }
        return std::nullopt;
    }

    // One after another: who had the fewest turns, then who differs most from those
    // chosen already, then the lot.
    std::vector<int> people_who_differ(int count, std::optional<std::size_t> kind) const {
        std::vector<int> chosen;
        while (static_cast<int>(chosen.size()) < count) {
            using Rank = std::tuple<int, int, std::uint32_t>;
            std::optional<Rank> best;
            int found = 0;
            for (int person = 0; person < grid_.people; ++person) {
                if (!grid_.playable({person, question_}) ||
                    std::ranges::find(chosen, person) != chosen.end()) {
                    continue;
                }
                const Rank rank{turns_[static_cast<std::size_t>(person)],
                                -apart_from(chosen, person, kind), lot_of(person)};
                if (!best || rank < *best) {
                    best = rank;
                    found = person;
                }
            }
            if (!best) break;
            chosen.push_back(found);
        }
        return chosen;
    }

    int apart_from(const std::vector<int>& chosen, int person,
                   std::optional<std::size_t> kind) const {
        int apart = 1000;
        for (const int other : chosen) {
            int here = facts_apart(grid_, other, person);
            if (kind) {
                const auto& one = grid_.fact(other, *kind);
                const auto& two = grid_.fact(person, *kind);
                if (one && two && *one != *two) here += 100;
            }
            apart = std::min(apart, here);
        }
        return chosen.empty() ? 0 : apart;
    }

    std::uint32_t lot_of(int person) const {
        return lot(lot(seed_, cue_, static_cast<std::uint32_t>(question_)), cue_,
                   static_cast<std::uint32_t>(person));
    }

    void add_clip(Cell cell, const PlanClips& clips, OrderItem& item) {
        if (!grid_.playable(cell)) return;
        const bool there = std::ranges::any_of(
            item.clips, [&](const PlannedClip& clip) { return clip.cell == cell; });
        if (there) return;
        const std::size_t at = grid_.index(cell);
        const seconds known = at < source_.lengths.size() ? source_.lengths[at] : 0s;
        item.clips.push_back({cell, known > 0s ? known : usual_answer, clips.prompts});
        ++turns_[static_cast<std::size_t>(cell.person)];
        last_ = cell.person;
    }

    void note(const PlanCue& cue, const std::string& what) {
        resolved_.notes.push_back(fmt::format("{}: {}", cue.title, what));
    }

    const OrderSource& source_;
    const Grid& grid_;
    const Seed seed_;
    std::uint32_t cue_ = 0;
    int question_ = 0;
    std::vector<int> turns_;  // of each person, in this lesson and in the weeks before
    std::optional<int> last_;
    std::vector<int> group_;
    Resolved resolved_;
};

// A plenary gets shorter than half only when nothing else can go.
enum class Plenary { Whole, AsItCan };

seconds shortest_talk(const OrderItem& item, Plenary plenary) {
    if (item.plenary && plenary == Plenary::AsItCan) return 0s;
    return std::min(item.talk, std::max(least_talk, item.talk / 2));
}

// With every talk as short as it may be.
seconds least_time(const RunningOrder& order, std::size_t from, Plenary plenary) {
    seconds sum{};
    for (std::size_t i = from; i < order.size(); ++i) {
        if (order[i].kept) sum += order[i].clips_time() + shortest_talk(order[i], plenary);
    }
    return sum;
}

bool may_go(const OrderItem& item) {
    return item.kept && !item.locked && !item.plenary && !item.begun;
}

class Fitter {
public:
    Fitter(RunningOrder order, std::size_t from, seconds left)
        : order_(as_planned(std::move(order), from)), from_(from), left_(std::max(0s, left)) {}

    Fitted fit() {
        leave_out_steps(true);
        leave_out_clips();
        leave_out_steps(false);
        shorten_plenary();
        if (too_long()) plenary_ = Plenary::AsItCan;
        take_back();
        share_talk();
        Fitted fitted;
        fitted.in_time = least_time(order_, from_, plenary_) <= left_;
        explain();
        fitted.sentence = sentence(fitted.in_time);
        fitted.order = std::move(order_);
        return fitted;
    }

private:
    bool too_long() const { return least_time(order_, from_, plenary_) > left_; }

    void leave_out_steps(bool only_optional) {
        for (std::size_t i = order_.size(); i > from_ && too_long(); --i) {
            OrderItem& item = order_[i - 1];
            if (may_go(item) && (item.optional || !only_optional)) item.kept = false;
        }
    }

    void leave_out_clips() {
        while (too_long()) {
            OrderItem* most = nullptr;
            for (std::size_t i = from_; i < order_.size(); ++i) {
                OrderItem& item = order_[i];
                if (item.kept && !item.locked && item.clips_kept > 1 &&
                    (most == nullptr || item.clips_kept >= most->clips_kept)) {
                    most = &item;
                }
            }
            if (most == nullptr) return;
            --most->clips_kept;
        }
    }

    // The plenary gives up its clips before it would run over.
    void shorten_plenary() {
        if (order_.size() <= from_ || order_.back().locked) return;
        while (too_long() && order_.back().clips_kept > 0) {
            --order_.back().clips_kept;
        }
    }

    void take_back() {
        for (std::size_t i = from_; i < order_.size(); ++i) {
            if (order_[i].kept) continue;
            order_[i].kept = true;
            if (too_long()) order_[i].kept = false;
        }
        for (std::size_t i = from_; i < order_.size(); ++i) {
            while (order_[i].kept && order_[i].clips_kept < order_[i].clips.size()) {
                ++order_[i].clips_kept;
                if (too_long()) {
                    --order_[i].clips_kept;
                    break;
                }
            }
        }
    }

    // The plenary first, then everybody's share of what is left.
    void share_talk() {
        seconds spare = std::max(0s, left_ - least_time(order_, from_, plenary_));
        for (std::size_t i = from_; i < order_.size(); ++i) {
            order_[i].talk_given = order_[i].kept ? shortest_talk(order_[i], plenary_) : 0s;
        }
        if (order_.size() > from_) {
            OrderItem& plenary = order_.back();
            const seconds more = std::min(plenary.talk - plenary.talk_given, spare);
            plenary.talk_given += more;
            spare -= more;
        }
        seconds wanted{};
        for (std::size_t i = from_; i < order_.size(); ++i) {
            if (order_[i].kept) wanted += order_[i].talk - order_[i].talk_given;
        }
        if (wanted <= 0s) return;
        const seconds shared = std::min(spare, wanted);
        for (std::size_t i = from_; i < order_.size(); ++i) {
            OrderItem& item = order_[i];
            if (item.kept) {
                item.talk_given += (item.talk - item.talk_given) * shared.count() / wanted.count();
            }
        }
    }

    void explain() {
        for (std::size_t i = from_; i < order_.size(); ++i) {
            OrderItem& item = order_[i];
            item.why.clear();
            if (!item.kept) {
                ++steps_out_;
                const std::string needs = duration_text(
                    item.talk + std::accumulate(item.clips.begin(), item.clips.end(), 0s,
                                                [](seconds sum, const PlannedClip& c) {
                                                    return sum + c.length;
                                                }) *
                                    item.rounds);
                item.why = item.optional
                               ? _("Left out: {} does not fit before the bell, and the plan can do "
                                   "without it",
                                   needs)
                               : _("Left out: {} does not fit before the bell", needs);
                continue;
            }
            const std::size_t fewer = item.clips.size() - item.clips_kept;
            const seconds shorter = item.talk - item.talk_given;
            clips_out_ += fewer;
            if (fewer > 0) {
                item.why = _("{} of {} clips", item.clips_kept, item.clips.size());
            }
            if (shorter >= least_talk) {
                if (!item.why.empty()) item.why += ", ";
                item.why += _("{} less to talk", duration_text(shorter));
                shortened_ = true;
            }
        }
    }

    std::string sentence(bool in_time) const {
        seconds needed{};
        for (std::size_t i = from_; i < order_.size(); ++i) {
            needed += order_[i].time();
        }
        if (!in_time) {
            return _("What must stay takes {}, and there are {}: it will run over",
                     duration_text(needed), duration_text(left_));
        }
        std::string changes;
        const auto add = [&changes](const std::string& what) {
            changes += (changes.empty() ? "" : ", ") + what;
        };
        if (steps_out_ > 0) {
            add(plural("{} step left out", "{} steps left out", steps_out_));
        }
        if (clips_out_ > 0) {
            add(plural("{} clip left out", "{} clips left out", clips_out_));
        }
        if (shortened_) add(_("less time to talk"));
        if (changes.empty()) changes = _("everything as planned");
        return _("Fits: {} of {}, {}", duration_text(needed), duration_text(left_), changes);
    }

    RunningOrder order_;
    const std::size_t from_;
    const seconds left_;
    Plenary plenary_ = Plenary::Whole;
    int steps_out_ = 0;
    std::size_t clips_out_ = 0;
    bool shortened_ = false;
};

}  // namespace

seconds OrderItem::clips_time() const {
    seconds sum{};
    for (std::size_t i = 0; i < std::min(clips_kept, clips.size()); ++i) {
        sum += clips[i].length;
    }
    return sum * rounds;
}

seconds OrderItem::time() const {
    return kept ? clips_time() + talk_given : 0s;
}

Resolved resolve(const Plan& plan, int week, const OrderSource& source, Seed seed) {
    return Resolver{source, seed}.resolve(plan, week);
}

RunningOrder with_room(RunningOrder order, const Plan& plan, const Room& room) {
    const int at_once = room.headsets * share_a_headset;
    for (OrderItem& item : order) {
        const bool in_rounds =
            plan.cues[item.cue].watched == Watched::WithHeadsets && room.pupils > 0 && at_once > 0;
        item.rounds = in_rounds ? (room.pupils + at_once - 1) / at_once : 1;
    }
    return order;
}

RunningOrder as_planned(RunningOrder order, std::size_t from) {
    for (std::size_t i = from; i < order.size(); ++i) {
        order[i].kept = true;
        order[i].clips_kept = order[i].clips.size();
        order[i].talk_given = order[i].talk;
        order[i].why.clear();
    }
    return order;
}

Fitted fit(RunningOrder order, std::size_t from, seconds left) {
    return Fitter{std::move(order), from, left}.fit();
}

std::string duration_text(seconds duration) {
    const auto whole = duration.count() / 60;
    const auto rest = duration.count() % 60;
    if (whole == 0) return _("{} s", rest);
    if (rest == 0) return _("{} min", whole);
    return _("{} min {} s", whole, rest);
}

}  // namespace lessons
