// The search coming up, being drawn, and going again; and going through what was found.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "catalogue/words.h"
#include "player/app/app_state.h"
#include "player/app/class_wall/class_wall.h"
#include "player/app/notebook/notebook.h"
#include "player/app/search/search.h"
#include "player/app/search/search_data.h"
#include "player/app/wall/wall.h"

namespace app {
using catalogue::_;
namespace {

constexpr int frames_until_typing = 6;  // more than a field takes to get the cursor
constexpr std::size_t past_kept = 3;    // that a clicker can look for again

// As more is read more is found, but whoever has gone to a passage stays on it.
void keep_chosen(AppState& state, const std::shared_ptr<const Findings>& found) {
    const std::shared_ptr<const Findings> before = std::exchange(state.searching.shown, found);
    ui::SearchState& typing = state.searching.state;
    if (before == found || !before || !found || before->typed != found->typed || !typing.moved) {
        return;
    }
    const FoundPassage* chosen = found_passage_at(*before, typing.chosen);
    if (chosen == nullptr) {
        return;
    }
    for (std::size_t i = 0; i < found->passages.size(); ++i) {
        if (found->passages[i].number == chosen->number)
            typing.chosen = found->people.size() + found->questions.size() + i;
    }
}

void take_found(AppState& state, const Findings& findings, std::size_t row) {
    if (const FoundName* name = found_name_at(findings, row)) {
        state.searching.from_wall = false;
        leave_search(state);
        if (row < findings.people.size()) {
            state.walk_on(lessons::ChoosePerson{name->what.place});
        } else {
            state.walk_on(lessons::ChooseQuestion{name->what.place});
        }
    } else if (found_passage_at(findings, row) != nullptr) {
        const std::size_t names = findings.people.size() + findings.questions.size();
        keep_found(state, findings, row - names);
        go_to_found(state, row - names);
    }
}

// Enter means what was typed before it, also when that is not found yet.
void take_chosen(AppState& state, const SearchContext& context) {
    Searching& searching = state.searching;
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
        take_found(state, *context.findings, searching.state.chosen);
    } else if (searching.drawn.taken) {
        take_found(state, *context.findings, *searching.drawn.taken);
    }
}

}  // namespace

void reopen_search(AppState& state) {
    close_search(state);
    const lessons::Seed seed = state.sitting->walk.seed();
    state.searching.desk = std::make_unique<SearchDesk>(
        state.sitting->root, searchable_of(state.sitting->module, state.sitting->whole, seed), seed,
        screen::wake);
    state.searching.shown.reset();
    state.searching.kept.reset();
}

void close_search(AppState& state) {
    Searching& searching = state.searching;
    if (searching.desk) {
        state.closing.take(std::move(searching.desk));
    }
    searching.shown.reset();
    searching.kept.reset();
    searching.past.clear();
    searching.drawn = {};
}

void open_search(AppState& state) {
    Searching& searching = state.searching;
    if (!state.sitting) {
        return;
    }
    searching.state.opened = true;
    searching.types_over = true;
    searching.state.goes_on = false;
    if (state.place == Place::Search) {
        state.wake_interface(3);
        return;
    }
    state.show_panel(ui::Panel::None);
    searching.from_wall = state.place == Place::Wall;
    state.place = Place::Search;
    state.wall_drawn = {};
    state.resting_on.reset();
    state.wake_interface(3);
}

void search_for(AppState& state, const std::string& words) {
    if (!state.sitting) {
        return;
    }
    open_search(state);
    state.interface->drop_focus();  // a field that has the cursor keeps its words
    state.searching.state.typed.clear();
    type_into_search(state, words);
}

void leave_search(AppState& state) {
    state.ui_state.panel = ui::Panel::None;
    state.interface->drop_focus();
    state.searching.drawn = {};
    if (state.searching.from_wall) {
        open_wall(state);
        return;
    }
    state.place = Place::Stage;
    state.wake_interface(3);
}

void type_into_search(AppState& state, const std::string& utf8) {
    Searching& searching = state.searching;
    if (std::exchange(searching.types_over, false)) {
        searching.state.typed.clear();
    }
    searching.state.typed += utf8;
    searching.state.chosen = 0;
    searching.state.moved = false;
    searching.state.opened = true;
    searching.state.goes_on = true;
    state.wake_interface();
}

std::vector<lessons::Cell> cells_in_sight(const AppState& state) {
    const Searching& searching = state.searching;
    if (state.place == Place::ClassWall) {
        return class_cards_in_sight(state);
    }
    if (state.place == Place::Notebook) {
        return pin_cells_in_sight(state);
    }
    if (state.place != Place::Search || !searching.shown) {
        return state.wall_drawn.in_sight;
    }
    std::vector<lessons::Cell> cells;
    for (const std::size_t i : searching.drawn.in_sight) {
        if (i < searching.shown->passages.size())
            cells.push_back(searching.shown->passages[i].cell);
    }
    return cells;
}

std::vector<ui::Action> draw_search(AppState& state) {
    Searching& searching = state.searching;
    SearchDesk& desk = *searching.desk;
    const StillShelf& stills = state.backstage->stills();
    const auto still_file = [&](lessons::Cell cell) {
        const std::size_t at = state.sitting->walk.grid().index(cell);
        return state.sitting->walk.grid().playable(cell) && at < stills.answers().size()
                   ? stills.answers()[at].file
                   : std::string{};
    };
    const ui::SizePx size = searching.drawn.picture_px;
    SearchContext context;
    context.findings = desk.findings();
    keep_chosen(state, context.findings);
    context.progress = desk.progress();
    context.typed = searching.state.typed;
    context.in_sight = searching.drawn.in_sight;
    context.still_of = [&](lessons::Cell cell) {
        return state.still_pictures->of({still_file(cell), size.width, size.height});
    };
    context.face_of = [&state](std::size_t person) {
        const std::optional<catalogue::Picture>& face = state.sitting->module.people[person].now;
        return face ? state.pictures->of(face->file) : ShownPicture{};
    };
    if (state.toast) {
        context.toast = state.toast->text;
    }
    searching.view = search_view_of(state.sitting->module, context);
    const std::vector<std::size_t> before = std::move(searching.drawn.in_sight);
    if (searching.state.opened) {
        searching.frames_for_field = frames_until_typing;
    }
    searching.drawn =
        ui::search_screen(searching.view, state.keys, state.ui_state, searching.state);
    desk.ask(searching.state.typed);
    if (state.interface->typing()) {
        searching.frames_for_field = 0;
        searching.types_over = false;
    } else if (searching.frames_for_field > 0) {
        --searching.frames_for_field;
        state.wake_interface(1);
    }

    std::vector<WantedStill> wanted;
    for (const std::size_t i : searching.drawn.in_sight) {
        if (const std::string file = still_file(context.findings->passages[i].cell);
            !file.empty()) {
            wanted.push_back(
                {file, searching.drawn.picture_px.width, searching.drawn.picture_px.height});
        }
    }
    state.still_pictures->want(std::move(wanted));
    if (before != searching.drawn.in_sight) {
        state.wake_interface(1);  // with the pictures that are there already
    }
    std::vector<ui::Action> asked = std::move(searching.drawn.asked);
    searching.drawn.asked.clear();
    take_chosen(state, context);
    return asked;
}

void keep_found(AppState& state, const Findings& findings, std::size_t at) {
    Searching& searching = state.searching;
    auto again = std::make_shared<const Findings>(findings);
    std::erase_if(searching.past, [&](const auto& one) { return one->typed == findings.typed; });
    searching.past.insert(searching.past.begin(), std::move(again));
    searching.past.resize(std::min(searching.past.size(), past_kept));
    searching.kept = KeptFindings{findings.typed, findings.passages, at, false, 0};
    if (state.place == Place::Search) {
        searching.from_wall = false;
        leave_search(state);
    }
}

void go_to_found(AppState& state, std::size_t at) {
    KeptFindings& kept = *state.searching.kept;
    const lessons::Cell cell = kept.passages[at].cell;
    if (!state.sitting->walk.grid().playable(cell)) {
        state.say(_("This answer cannot be played any more"));
        return;
    }
    state.place = Place::Stage;
    kept.at = at;
    kept.cue = 0;
    const bool in_turn = kept.in_turn;
    state.walk_on(lessons::ChooseCell{cell});
    kept.in_turn = in_turn;
    kept.cue = state.sitting->walk.cue().number;
    if (const catalogue::Answer* answer = state.sitting->answer(); answer != nullptr && !in_turn) {
        state.sitting->transport.resume_at = landing(kept.passages[at], answer->trim);
    }
}

void step_found(AppState& state, int by) {
    if (!state.sitting || !state.searching.kept || state.place == Place::Start) {
        return;
    }
    KeptFindings& kept = *state.searching.kept;
    // Whoever has gone somewhere else comes back to where they were first.
    const bool there = is_there(kept, state.sitting->walk.cue().number);
    const std::optional<std::size_t> to = there ? passage_after(kept, by) : std::optional{kept.at};
    if (to) {
        kept.in_turn = kept.in_turn && there;
        go_to_found(state, *to);
    } else {
        state.say(by > 0 ? _("That was the last passage with \u201C{}\u201D", kept.words)
                         : _("This is the first passage with \u201C{}\u201D", kept.words));
    }
}

void hear_in_turn(AppState& state) {
    Searching& searching = state.searching;
    if (!state.sitting) {
        return;
    }
    if (state.place == Place::Search) {
        const std::shared_ptr<const Findings> findings = searching.desk->findings();
        if (!findings || findings->passages.empty()) {
            return;
        }
        const std::size_t names = findings->people.size() + findings->questions.size();
        const std::size_t chosen = searching.state.chosen;
        keep_found(state, *findings, chosen < names ? 0 : chosen - names);
    } else if (state.place != Place::Stage || !searching.kept) {
        return;
    }
    KeptFindings& kept = *searching.kept;
    const media::EngineStatus at = state.status();
    const bool stays = hears_in_turn(state);
    kept.in_turn = !stays;
    go_to_found(state, kept.at);
    if (stays && at.phase != media::Phase::Opening) {
        state.sitting->transport.resume_at = at.position;
    }
}

bool hears_in_turn(const AppState& state) {
    return state.sitting && state.searching.kept && state.searching.kept->in_turn &&
           is_there(*state.searching.kept, state.sitting->walk.cue().number);
}

bool goes_on_in_turn(AppState& state, const lessons::Input& input) {
    if (!hears_in_turn(state)) {
        return false;
    }
    if (std::holds_alternative<lessons::GoNext>(input)) {
        step_found(state, 1);
        return true;
    }
    if (std::holds_alternative<lessons::GoBack>(input)) {
        step_found(state, -1);
        return true;
    }
    const auto* ended = std::get_if<lessons::ClipEnded>(&input);
    if (ended == nullptr || ended->cue != state.searching.kept->cue) {
        return false;
    }
    step_found(state, 1);
    return true;
}

void drop_found(AppState& state) {
    if (!state.searching.kept) {
        return;
    }
    if (hears_in_turn(state)) {
        hear_in_turn(state);  // the answer that it was in goes on
    }
    state.searching.kept.reset();
    state.wake_interface();
}

std::vector<ui::Action> draw_found_strip(AppState& state) {
    const bool asleep = state.window.full_screen() && !state.ui_state.controls_awake;
    if (!state.searching.kept || !state.film_up() || asleep ||
        state.ui_state.panel != ui::Panel::None) {
        return {};
    }
    const KeptFindings& kept = *state.searching.kept;
    const bool here = is_there(kept, state.sitting->walk.cue().number);
    return ui::found_strip({kept.words, kept.at, kept.passages.size(), hears_in_turn(state), here},
                           state.keys, state.film_place);
}

const ui::SearchView* App::search() const {
    return state_->sitting && state_->place == Place::Search ? &state_->searching.view : nullptr;
}

const std::string& App::search_words() const {
    return state_->searching.state.typed;
}

}  // namespace app
