#include "player/paper/handout.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "catalogue/words.h"
#include "lessons/lesson.h"
#include "lessons/running_order.h"
#include "player/paper/support.h"

namespace paper {
namespace {

using namespace catalogue;

template <class... Ts>
struct Overloaded : Ts... {
    using Ts::operator()...;
};

std::string number_word(int number) {
    constexpr auto words = std::to_array<const char*>(
        {said_later("no"), said_later("one"), said_later("two"), said_later("three"),
         said_later("four"), said_later("five"), said_later("six"), said_later("seven"),
         said_later("eight"), said_later("nine"), said_later("ten")});
    if (number >= 0 && number < static_cast<int>(words.size())) {
        return _(words[static_cast<std::size_t>(number)]);
    }
    return fmt::format("{}", number);
}

class Handout {
public:
    Handout(const Plan& plan, const Module& whole, const JobVeil& veil)
        : plan_(plan), whole_(whole), shown_(shown_module(whole, veil)), veil_(veil) {
        // A prompt may speak about jobs; only those of people whom the plan names are kept back.
        for (const Person& person : whole.people) {
            if (!is_named(person.id)) words_veil_.uncovered.insert(person.id);
        }
        words_veil_.job_last = veil.job_last;
    }

    Sheet sheet(int week) && {
        sheet_.kind = _("Handout");
        sheet_.title = words(plan_.title);
        sheet_.subtitle = clean(shown_.title);
        if (plan_.weeks > 1) {
            sheet_.subtitle += " \u00b7 " + _("Week {} of {}", week, plan_.weeks);
        }
        sheet_.language = clean(catalogue::language_of_words(shown_));
        sheet_.most_pages = 1;
        add_opening();
        int number = 0;
        for (const PlanCue& cue : plan_.cues) {
            if (plan_.weeks <= 1 || cue.week == week) add_cue(cue, ++number);
        }
        return std::move(sheet_);
    }

private:
    bool is_named(const PersonId& person) const {
        return std::ranges::any_of(plan_.cues, [&](const PlanCue& cue) {
            return std::ranges::any_of(cue.clips, [&](const PlanClips& clips) {
                const auto* named = std::get_if<ThisPerson>(&clips.chosen);
                return named != nullptr && named->person == person;
            });
        });
    }

    std::string words(std::string_view text) const {
        return clean(shown_words(text, whole_, words_veil_));
    }

    void add(Block block, int spare = 0) {
        block.spare = spare;
        sheet_.blocks.push_back(std::move(block));
    }

    void add_prompt(std::string_view markdown) {
        for (Block& block : blocks_of_markdown(shown_words(markdown, whole_, words_veil_))) {
            sheet_.blocks.push_back(std::move(block));
        }
    }

    void add_opening() {
        bool notes_content = !plan_.content_note.empty();
        if (notes_content) add(care(_("Take care."), words(plan_.content_note)));
        for (const PlanCue& cue : plan_.cues) {
            notes_content |= !cue.content_note.empty();
        }
        if (!plan_.ground_rules.empty()) {
            add(heading(_("Ground rules")));
            add_prompt(plan_.ground_rules);
        }
        if (notes_content || plan_.help_card) {
            for (Block& block : help_lines(shown_)) {
                sheet_.blocks.push_back(std::move(block));
            }
        }
    }

    void add_cue(const PlanCue& cue, int number) {
        std::string aside = lessons::talk_text(cue.talk);
        if (cue.minutes.count() > 0) aside += ", " + lessons::duration_text(cue.minutes);
        add(heading(fmt::format("{}  {}", number, words(cue.title)), aside));
        if (!cue.content_note.empty()) {
            Block note;
            note.runs = {{_("Take care:") + std::string{" "}, Weight::Strong},
                         {words(cue.content_note)}};
            add(std::move(note));
        }
        add_prompt(cue.before);
        bool somebody = false;
        for (const PlanClips& clips : cue.clips) {
            somebody |= add_clips(clips);
        }
        if (somebody) add(lines(_("Who we heard:"), 1, 1), 2);
        add_prompt(cue.after);
        if (!cue.after.empty() || (!cue.before.empty() && cue.clips.empty())) {
            add(lines("", cue.talk == Talk::Alone ? 3 : 1, most_lines(cue.talk)), 1);
        }
    }

    // Where everybody talks at once there is less to write.
    static int most_lines(Talk talk) {
        switch (talk) {
            case Talk::Alone:
                return 10;
            case Talk::Pair:
            case Talk::Four:
            case Talk::Adviser:
                return 8;
            case Talk::Circle:
            case Talk::All:
                return 5;
        }
        return 5;
    }

    // @returns whether it is open who will be seen
    bool add_clips(const PlanClips& clips) {
        const std::optional<std::size_t> question = shown_.find_question(clips.question);
        const auto* named = std::get_if<ThisPerson>(&clips.chosen);
        if (named != nullptr) {
            const std::optional<std::size_t> person = shown_.find_person(named->person);
            if (!person || !question ||
                shown_.cell(*person, *question).state != CellState::Playable) {
                return false;
            }
            add_film(shown_.people[*person].name,
                     question_text(shown_.questions[*question], shown_.people[*person]));
            return false;
        }
        if (!question && !std::holds_alternative<ClassPick>(clips.chosen)) return false;
        add_film(who(clips.chosen),
                 question ? for_everybody(shown_.questions[*question].text) : std::string{});
        return !std::holds_alternative<SamePerson>(clips.chosen) &&
               !std::holds_alternative<SamePeople>(clips.chosen);
    }

    void add_film(std::string_view people, std::string_view asked) {
        Block film;
        film.runs = {{_("Film: {}", clean(people)) + ". ", Weight::Strong}};
        if (!asked.empty()) film.runs.push_back({clean(asked)});
        add(std::move(film));
    }

    std::string who(const Chosen& chosen) const {
        return std::visit(
            Overloaded{[](const ThisPerson&) { return std::string{}; },
                       [](const Anybody&) { return std::string{_("somebody")}; },
                       [](const SamePerson&) { return std::string{_("the same person")}; },
                       [](const SamePeople&) { return std::string{_("the same people")}; },
                       [](const PeopleWhoDiffer& people) {
                           return people.people == 1 ? std::string{_("somebody")}
                                                     : _("{} people", number_word(people.people));
                       },
                       [](const ClassPick& pick) {
                           return pick.clips == 1 ? std::string{_("one that we kept")}
                                                  : _("up to {} that we kept", pick.clips);
                       }},
            chosen);
    }

    const Plan& plan_;
    const Module& whole_;
    const Module shown_;
    const JobVeil veil_;
    JobVeil words_veil_;
    Sheet sheet_;
};

}  // namespace

Sheet handout_of(const Plan& plan, const Module& whole, int week, JobVeil veil) {
    if (std::ranges::any_of(plan.cues, &PlanCue::job_last)) {
        veil = {true, {}};
    }
    return Handout(plan, whole, veil).sheet(std::clamp(week, 1, std::max(1, plan.weeks)));
}

}  // namespace paper
