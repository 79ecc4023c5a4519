#include "player/app/wall/wall_data.h"

#include <chrono>

namespace app {
namespace {

using catalogue::CellState;

float seconds(catalogue::SourceDuration duration) {
    return std::chrono::duration<float>(duration).count();
}

ui::WallCell wall_cell_of(const catalogue::Module::Cell& cell, const AnswerStill& still,
                          bool still_covered, bool heard) {
    ui::WallCell shown;
    shown.state = cell.state;
    shown.heard = heard;
    if (cell.state != CellState::Playable || !cell.answer) {
        return shown;
    }
    shown.has_picture = !still_covered && (!still.known || !still.file.empty());
    if (cell.answer->trim) {
        shown.length_s = seconds(cell.answer->trim->length());
    } else if (still.length) {
        shown.length_s = seconds(*still.length);
    }
    return shown;
}

}  // namespace

ui::WallView wall_view_of(const catalogue::Module& module, const lessons::Walk& walk,
                          const WallContext& context) {
    ui::WallView view;
    view.module_title = module.title;
    view.here = walk.cue().cell;
    view.stills_looked_for = context.stills_looked_for;
    view.answers = context.answers;
    view.toast = context.toast;
    view.black = context.black;
    view.hint = context.hint;
    for (const catalogue::Theme& theme : module.themes) {
        view.themes.push_back(theme.name);
    }
    for (const catalogue::Person& person : module.people) {
        view.people.push_back(
            {person.name, catalogue::job_with_article(person.job), person.job_covered});
    }
    for (const catalogue::Question& question : module.questions) {
        view.questions.push_back(
            {catalogue::for_everybody(question.label), question.theme, question.sensitive});
    }

    const lessons::Grid& grid = walk.grid();
    const auto still_at = [&](std::size_t place) {
        return place < context.stills->size() ? (*context.stills)[place] : AnswerStill{};
    };
    view.cells.reserve(module.cells.size());
    for (std::size_t place = 0; place < module.cells.size(); ++place) {
        const lessons::Cell at{static_cast<int>(place / module.questions.size()),
                               static_cast<int>(place % module.questions.size())};
        const bool covered = module.people[static_cast<std::size_t>(at.person)].stills_covered;
        view.cells.push_back(
            wall_cell_of(module.cells[place], still_at(place), covered, walk.heard(at)));
    }
    for (const lessons::Cell cell : context.kept) {
        if (grid.contains(cell)) {
            view.cells[grid.index(cell)].pinned = true;
        }
    }
    const auto file_at = [&](lessons::Cell cell) {
        const std::size_t place = grid.index(cell);
        const bool covered = module.people[static_cast<std::size_t>(cell.person)].stills_covered;
        return grid.playable(cell) && !covered ? still_at(place).file : std::string{};
    };
    for (const lessons::Cell cell : context.in_sight) {
        if (!grid.contains(cell)) {
            continue;
        }
        if (const std::string file = file_at(cell); !file.empty()) {
            view.cells[grid.index(cell)].image = context.still_of(file);
        }
        ui::WallPerson& person = view.people[static_cast<std::size_t>(cell.person)];
        if (person.image == 0) {
            const ShownPicture face = context.face_of(static_cast<std::size_t>(cell.person));
            person.image = face.image;
            person.image_aspect = face.aspect;
        }
    }
    if (context.card && grid.contains(*context.card)) {
        const lessons::Cell cell = *context.card;
        ui::WallCard card;
        card.cell = cell;
        card.question =
            catalogue::question_text(module.questions[static_cast<std::size_t>(cell.question)],
                                     module.people[static_cast<std::size_t>(cell.person)]);
        if (!grid.playable(cell)) {
            card.absence = absence_text(module, cell);
        } else if (const std::string file = file_at(cell); !file.empty()) {
            card.image = context.large_still_of(file);
        }
        view.card = std::move(card);
    }
    return view;
}

}  // namespace app
