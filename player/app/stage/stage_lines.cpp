#include "player/app/stage/stage_lines.h"

#include <fmt/format.h>

#include "catalogue/words.h"
#include "lessons/difference.h"
#include "player/app/stage/stage_data.h"

namespace app {
using catalogue::_;
namespace {

const std::string& name_of(const catalogue::Module& module, int person) {
    return module.people[static_cast<std::size_t>(person)].name;
}

std::string label_of(const catalogue::Module& module, int question) {
    return label_for_all(module.questions[static_cast<std::size_t>(question)]);
}

// What "next" leads to: only what changes is named.
std::string leads_to(const catalogue::Module& module, lessons::Cell from, lessons::Cell to) {
    if (from.person == to.person) {
        return label_of(module, to.question);
    }
    if (from.question == to.question) {
        return name_of(module, to.person);
    }
    return fmt::format("{} \u2013 {}", name_of(module, to.person), label_of(module, to.question));
}

std::string passed_over_text(const catalogue::Module& module, const lessons::Walk& walk) {
    const std::vector<lessons::Cell>& cells = walk.passed_over();
    if (cells.size() == 1) {
        return _("Passed over: {} has no answer to \u201c{}\u201d to show.",
                 name_of(module, cells[0].person), label_of(module, cells[0].question));
    }
    return _("Passed over {} answers that are not there to show.", cells.size());
}

int people_who_answer(const lessons::Grid& grid, int question) {
    int people = 0;
    for (int person = 0; person < grid.people; ++person) {
        people += grid.playable({person, question}) ? 1 : 0;
    }
    return people;
}

StageLine boundary_line(const catalogue::Module& module, const lessons::Walk& walk) {
    const lessons::Cell cell = walk.cue().cell;
    if (const auto* person = std::get_if<lessons::PersonDone>(&walk.boundary())) {
        StageLine line{_("That was the last answer."), {}};
        if (person->next) {
            line.next = _("Next: {}", name_of(module, person->next->person));
        }
        return line;
    }
    if (const auto* question = std::get_if<lessons::QuestionDone>(&walk.boundary())) {
        const int people = people_who_answer(walk.grid(), cell.question);
        StageLine line{people == 1 ? std::string{_("The one answer was heard.")}
                                   : _("All {} were heard.", people),
                       {}};
        if (question->next) {
            line.next = _("Next question: {}", label_of(module, question->next->question));
        }
        return line;
    }
    if (const auto* mix = std::get_if<lessons::MixDone>(&walk.boundary())) {
        return {_("Every answer was drawn once."),
                _("New mix: {}", lessons::seed_text(mix->next_seed))};
    }
    return {};
}

// Whose path differs from whose; empty when the present answer did not come for that.
std::string contrast_text(const catalogue::Module& module, const lessons::Walk& walk) {
    const std::optional<int> from = walk.apart_from();
    if (!from) {
        return {};
    }
    const int here = walk.cue().cell.person;
    return lessons::contrast_of(walk.grid(), *from, name_of(module, *from), here,
                                name_of(module, here));
}

}  // namespace

std::string no_contrast_text(const catalogue::Module& module, const lessons::Walk& walk) {
    switch (walk.no_contrast()) {
        case lessons::NoContrast::None:
            return {};
        case lessons::NoContrast::NothingPlays:
            return _("There is no answer here to set another one against.");
        case lessons::NoContrast::NobodyDiffers:
            return _("Nobody else who answered this is known to differ from {}.",
                     name_of(module, walk.cue().cell.person));
        case lessons::NoContrast::AllHad:
            return _("That was everybody whose path differs. Once more begins with {}.",
                     name_of(module, walk.cue().cell.person));
    }
    return {};
}

StageLine stage_line_of(const catalogue::Module& module, const lessons::Walk& walk,
                        ui::PlayState state) {
    if (!std::holds_alternative<std::monostate>(walk.boundary())) {
        return boundary_line(module, walk);
    }
    if (!walk.passed_over().empty()) {
        return {passed_over_text(module, walk), {}};
    }
    if (walk.cue().standing == lessons::Standing::Held && state == ui::PlayState::Ended) {
        std::string text = contrast_text(module, walk);  // what there is to talk about
        if (text.empty()) {
            text = walk.way() == lessons::Way::StopAndTalk ? _("Stop and talk.")
                                                           : _("When you are ready:");
        }
        if (walk.way() == lessons::Way::MixItUp) {  // what a mix brings next stays hidden
            return {text, _("The next draw")};
        }
        const std::vector<lessons::Cell> next = lessons::upcoming_of(walk, 1);
        return {text, next.empty() ? "" : leads_to(module, walk.cue().cell, next.front())};
    }
    if (const std::string contrast = contrast_text(module, walk); !contrast.empty()) {
        return {contrast, {}};
    }
    if (!walk.reason().empty()) {
        return {_("Why this one: {}", walk.reason()), {}};
    }
    return {};
}

}  // namespace app
