// Which answers of a module the cues of a plan show.
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <tuple>
#include <utility>

#include "catalogue/words.h"
#include "lessons/difference.h"
#include "lessons/mix.h"
#include "lessons/running_order.h"

namespace lessons {
using catalogue::_;
namespace {

using namespace catalogue;
using std::chrono::seconds;
using namespace std::chrono_literals;

constexpr std::uint32_t turn_of_lessons = 0xFFFFFFF0U;

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
                if (one && two && one->compared != two->compared) here += 100;
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

}  // namespace

Resolved resolve(const Plan& plan, int week, const OrderSource& source, Seed seed) {
    return Resolver{source, seed}.resolve(plan, week);
}

}  // namespace lessons
