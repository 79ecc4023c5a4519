// The search coming up, being drawn, and going again; and going through what was found.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "catalogue/words.h"
#include "player/app/app_state.h"
#include "player/app/search/search_data.h"

namespace app {
using catalogue::_;
namespace {

constexpr int frames_until_typing = 6;  // more than a field takes to get the cursor
constexpr std::size_t past_kept = 3;    // that a clicker can look for again

}  // namespace

// Begins to read what the module says. What was found in another one is put away.
void AppState::reopen_search() {
    close_search();
    const lessons::Seed seed = sitting->walk.seed();
    searching.desk = std::make_unique<SearchDesk>(
        sitting->root, searchable_of(sitting->module, sitting->whole, seed), seed, screen::wake);
    searching.shown.reset();
    searching.kept.reset();
}

void AppState::close_search() {
    if (searching.desk) {
        closing.take(std::move(searching.desk));
    }
    searching.shown.reset();
    searching.kept.reset();
    searching.past.clear();
    searching.drawn = {};
}

// With what was looked for last.
void AppState::open_search() {
    if (!sitting) {
        return;
    }
    searching.state.opened = true;
    searching.types_over = true;
    searching.state.goes_on = false;
    if (place == Place::Search) {
        wake_interface(3);
        return;
    }
    show_panel(ui::Panel::None);
    searching.from_wall = place == Place::Wall;
    place = Place::Search;
    wall_drawn = {};
    resting_on.reset();
    wake_interface(3);
}

void AppState::search_for(const std::string& words) {
    if (!sitting) {
        return;
    }
    open_search();
    interface->drop_focus();  // a field that has the cursor keeps its words
    searching.state.typed.clear();
    type_into_search(words);
}

// Back to where one was: the film goes on if it did.
void AppState::leave_search() {
    ui_state.panel = ui::Panel::None;
    interface->drop_focus();
    searching.drawn = {};
    if (searching.from_wall) {
        open_wall();
        return;
    }
    place = Place::Stage;
    wake_interface(3);
}

// What is typed while the cursor is not in the field goes there all the same.
void AppState::type_into_search(const std::string& utf8) {
    if (std::exchange(searching.types_over, false)) {
        searching.state.typed.clear();
    }
    searching.state.typed += utf8;
    searching.state.chosen = 0;
    searching.state.moved = false;
    searching.state.opened = true;
    searching.state.goes_on = true;
    wake_interface();
}

// As more is read more is found, but whoever has gone to a passage stays on it.
void AppState::keep_chosen(const std::shared_ptr<const Findings>& found) {
    const std::shared_ptr<const Findings> before = std::exchange(searching.shown, found);
    ui::SearchState& state = searching.state;
    if (before == found || !before || !found || before->typed != found->typed || !state.moved) {
        return;
    }
    const FoundPassage* chosen = found_passage_at(*before, state.chosen);
    if (chosen == nullptr) {
        return;
    }
    for (std::size_t i = 0; i < found->passages.size(); ++i) {
        if (found->passages[i].number == chosen->number)
            state.chosen = found->people.size() + found->questions.size() + i;
    }
}

std::vector<lessons::Cell> AppState::cells_in_sight() const {
    if (place == Place::ClassWall) {
        return class_cards_in_sight();
    }
    if (place == Place::Notebook) {
        return pin_cells_in_sight();
    }
    if (place != Place::Search || !searching.shown) {
        return wall_drawn.in_sight;
    }
    std::vector<lessons::Cell> cells;
    for (const std::size_t i : searching.drawn.in_sight) {
        if (i < searching.shown->passages.size())
            cells.push_back(searching.shown->passages[i].cell);
    }
    return cells;
}

std::vector<ui::Action> AppState::draw_search() {
    SearchDesk& desk = *searching.desk;
    const StillShelf& stills = backstage->stills();
    const auto still_file = [&](lessons::Cell cell) {
        const std::size_t at = sitting->walk.grid().index(cell);
        return sitting->walk.grid().playable(cell) && at < stills.answers().size()
                   ? stills.answers()[at].file
                   : std::string{};
    };
    const ui::SizePx size = searching.drawn.picture_px;
    SearchContext context;
    context.findings = desk.findings();
    keep_chosen(context.findings);
    context.progress = desk.progress();
    context.typed = searching.state.typed;
    context.in_sight = searching.drawn.in_sight;
    context.still_of = [&](lessons::Cell cell) {
        return still_pictures->of({still_file(cell), size.width, size.height});
    };
    context.face_of = [this](std::size_t person) {
        const std::optional<catalogue::Picture>& face = sitting->module.people[person].now;
        return face ? pictures->of(face->file) : ShownPicture{};
    };
    if (toast) {
        context.toast = toast->text;
    }
    searching.view = search_view_of(sitting->module, context);
    const std::vector<std::size_t> before = std::move(searching.drawn.in_sight);
    if (searching.state.opened) {
        searching.frames_for_field = frames_until_typing;
    }
    searching.drawn = ui::search_screen(searching.view, keys, ui_state, searching.state);
    desk.ask(searching.state.typed);
    if (interface->typing()) {
        searching.frames_for_field = 0;
        searching.types_over = false;
    } else if (searching.frames_for_field > 0) {
        --searching.frames_for_field;
        wake_interface(1);
    }

    std::vector<WantedStill> wanted;
    for (const std::size_t i : searching.drawn.in_sight) {
        if (const std::string file = still_file(context.findings->passages[i].cell);
            !file.empty()) {
            wanted.push_back(
                {file, searching.drawn.picture_px.width, searching.drawn.picture_px.height});
        }
    }
    still_pictures->want(std::move(wanted));
    if (before != searching.drawn.in_sight) {
        wake_interface(1);  // with the pictures that are there already
    }
    std::vector<ui::Action> asked = std::move(searching.drawn.asked);
    searching.drawn.asked.clear();
    take_chosen(context);
    return asked;
}

// Enter means what was typed before it, also when that is not found yet.
void AppState::take_chosen(const SearchContext& context) {
    const std::string& typed = searching.state.typed;
    const bool current = context.findings && context.findings->typed == typed;
    const bool waited = std::exchange(searching.take_due, false) && context.typed == typed;
    const bool wanted = waited || searching.drawn.entered;
    const bool reads = context.progress.read < context.progress.of;
    const bool nothing =
        !searching.drawn.taken && searching.view.passages.empty() && searching.view.names.empty();
    if (!current || (nothing && reads)) {
        searching.take_due = wanted;
    } else if (waited) {
        take_found(*context.findings, searching.state.chosen);
    } else if (searching.drawn.taken) {
        take_found(*context.findings, *searching.drawn.taken);
    }
}

void AppState::take_found(const Findings& findings, std::size_t row) {
    if (const FoundName* name = found_name_at(findings, row)) {
        searching.from_wall = false;
        leave_search();
        if (row < findings.people.size()) {
            walk_on(lessons::ChoosePerson{name->what.place});
        } else {
            walk_on(lessons::ChooseQuestion{name->what.place});
        }
    } else if (found_passage_at(findings, row) != nullptr) {
        const std::size_t names = findings.people.size() + findings.questions.size();
        keep_found(findings, row - names);
        go_to_found(row - names);
    }
}

void AppState::keep_found(const Findings& findings, std::size_t at) {
    auto again = std::make_shared<const Findings>(findings);
    std::erase_if(searching.past, [&](const auto& one) { return one->typed == findings.typed; });
    searching.past.insert(searching.past.begin(), std::move(again));
    searching.past.resize(std::min(searching.past.size(), past_kept));
    searching.kept = KeptFindings{findings.typed, findings.passages, at, false, 0};
    if (place == Place::Search) {
        searching.from_wall = false;
        leave_search();
    }
}

// Where the word is said, or, when they are heard in turn, to the passage.
void AppState::go_to_found(std::size_t at) {
    KeptFindings& kept = *searching.kept;
    const lessons::Cell cell = kept.passages[at].cell;
    if (!sitting->walk.grid().playable(cell)) {
        say(_("This answer cannot be played any more"));
        return;
    }
    place = Place::Stage;
    kept.at = at;
    kept.cue = 0;
    const bool in_turn = kept.in_turn;
    walk_on(lessons::ChooseCell{cell});
    kept.in_turn = in_turn;
    kept.cue = sitting->walk.cue().number;
    if (const catalogue::Answer* answer = sitting->answer(); answer != nullptr && !in_turn) {
        sitting->transport.resume_at = landing(kept.passages[at], answer->trim);
    }
}

void AppState::step_found(int by) {
    if (!sitting || !searching.kept || place == Place::Start) {
        return;
    }
    KeptFindings& kept = *searching.kept;
    // Whoever has gone somewhere else comes back to where they were first.
    const bool there = is_there(kept, sitting->walk.cue().number);
    const std::optional<std::size_t> to = there ? passage_after(kept, by) : std::optional{kept.at};
    if (to) {
        kept.in_turn = kept.in_turn && there;
        go_to_found(*to);
    } else {
        say(by > 0 ? _("That was the last passage with \u201C{}\u201D", kept.words)
                   : _("This is the first passage with \u201C{}\u201D", kept.words));
    }
}

// Hears the passages one after another; when they are heard already, stays with this answer.
void AppState::hear_in_turn() {
    if (!sitting) {
        return;
    }
    if (place == Place::Search) {
        const std::shared_ptr<const Findings> findings = searching.desk->findings();
        if (!findings || findings->passages.empty()) {
            return;
        }
        const std::size_t names = findings->people.size() + findings->questions.size();
        const std::size_t chosen = searching.state.chosen;
        keep_found(*findings, chosen < names ? 0 : chosen - names);
    } else if (place != Place::Stage || !searching.kept) {
        return;
    }
    KeptFindings& kept = *searching.kept;
    const media::EngineStatus at = status();
    const bool stays = hears_in_turn();
    kept.in_turn = !stays;
    go_to_found(kept.at);
    if (stays && at.phase != media::Phase::Opening) {
        sitting->transport.resume_at = at.position;
    }
}

bool AppState::hears_in_turn() const {
    return sitting && searching.kept && searching.kept->in_turn &&
           is_there(*searching.kept, sitting->walk.cue().number);
}

// While passages are heard in turn, "next" and "previous" are among them, and the end of one is no
// end of an answer: nothing else plays on after the last one.
bool AppState::goes_on_in_turn(const lessons::Input& input) {
    if (!hears_in_turn()) {
        return false;
    }
    if (std::holds_alternative<lessons::GoNext>(input)) {
        step_found(1);
        return true;
    }
    if (std::holds_alternative<lessons::GoBack>(input)) {
        step_found(-1);
        return true;
    }
    const auto* ended = std::get_if<lessons::ClipEnded>(&input);
    if (ended == nullptr || ended->cue != searching.kept->cue) {
        return false;
    }
    step_found(1);
    return true;
}

void AppState::drop_found() {
    if (!searching.kept) {
        return;
    }
    if (hears_in_turn()) {
        hear_in_turn();  // the answer that it was in goes on
    }
    searching.kept.reset();
    wake_interface();
}

// Below the film, as long as there is one to be seen.
std::vector<ui::Action> AppState::draw_found_strip() {
    const bool asleep = window.full_screen() && !ui_state.controls_awake;
    if (!searching.kept || !film_up() || asleep || ui_state.panel != ui::Panel::None) {
        return {};
    }
    const KeptFindings& kept = *searching.kept;
    const bool here = is_there(kept, sitting->walk.cue().number);
    return ui::found_strip({kept.words, kept.at, kept.passages.size(), hears_in_turn(), here}, keys,
                           film_place);
}

const ui::SearchView* App::search() const {
    return state_->sitting && state_->place == Place::Search ? &state_->searching.view : nullptr;
}

const std::string& App::search_words() const {
    return state_->searching.state.typed;
}

}  // namespace app
