#include "player/app/wall/wall.h"

#include "player/app/app_state.h"
#include "player/app/first_run/first_run.h"
#include "player/app/notebook/notebook.h"
#include "player/app/wall/wall_data.h"

namespace app {

void open_wall(AppState& state) {
    state.show_panel(ui::Panel::None);
    state.place = Place::Wall;
    state.wall.at = state.sitting->walk.cue().cell;
    state.wall.opened = true;
    state.wall.by_pointer = false;
    state.wall.touched = false;
    state.clicker.on_wall = ClickerPart::OnWall::No;
    state.resting_on.reset();
    state.wake_interface(3);
}

void leave_wall(AppState& state) {
    state.ui_state.panel = ui::Panel::None;
    state.place = Place::Stage;
    state.wall_drawn = {};
    state.resting_on.reset();
    state.interface->drop_focus();
    state.wake_interface(3);
}

void choose_on_wall(AppState& state, lessons::Cell cell) {
    learned(state, Hint::Wall);
    leave_wall(state);
    const lessons::Cue& cue = state.sitting->walk.cue();
    if (cell == cue.cell && cue.standing == lessons::Standing::Playing) {
        // It stands where it was when the wall came up: it goes on from there.
        state.sitting->transport.playing = true;
        return;
    }
    state.walk_on(lessons::ChooseCell{cell});
}

void reopen_stills(AppState& state) {
    state.still_pictures.reset();
    state.still_pictures = std::make_unique<StillPictures>(
        state.backstage->stills().folder(), StillPictures::usual_bytes,
        [&state](std::span<const std::uint8_t> rgba, int width_px, int height_px) {
            return state.window.make_texture(rgba, width_px, height_px);
        },
        [&state](screen::TextureId texture) { state.window.drop_texture(texture); }, screen::wake);
}

std::vector<ui::Action> draw_wall(AppState& state) {
    const StillShelf& stills = state.backstage->stills();
    const auto still_of = [&state](ui::SizePx size) {
        return [&state, size](const std::string& file) {
            return state.still_pictures->of({file, size.width, size.height});
        };
    };
    // The grid may have changed since: a cell that is gone is none.
    const lessons::Grid& grid = state.sitting->walk.grid();
    if (!grid.contains(state.wall.at)) {
        state.wall.at = state.sitting->walk.cue().cell;
    }
    WallContext context;
    context.stills = &stills.answers();
    context.stills_looked_for = stills.known();
    context.answers = stills.count();
    context.in_sight = state.wall_drawn.in_sight;
    context.card = state.wall.rested;
    context.still_of = still_of(state.wall_drawn.picture_px);
    context.large_still_of = still_of(state.wall_drawn.card_px);
    context.face_of = [&state](std::size_t person) {
        const std::optional<catalogue::Picture>& face = state.sitting->module.people[person].now;
        return face ? state.pictures->of(face->file) : ShownPicture{};
    };
    if (state.toast) {
        context.toast = state.toast->text;
    }
    context.black = state.black;
    context.hint = clicker_hint(state.clicker, state.place);
    if (context.hint.empty()) context.hint = hint(state);
    context.kept = kept_cells(state);
    state.wall_view = wall_view_of(state.sitting->module, state.sitting->walk, context);
    const ui::WallDrawn before = std::exchange(
        state.wall_drawn, ui::wall_screen(state.wall_view, state.keys, state.ui_state, state.wall));
    state.resting_on = state.wall_drawn.resting_on;

    std::vector<WantedStill> wanted;
    const auto want = [&](lessons::Cell cell, ui::SizePx size) {
        const std::size_t at = grid.index(cell);
        if (grid.playable(cell) && at < stills.answers().size() &&
            !stills.answers()[at].file.empty()) {
            wanted.push_back({stills.answers()[at].file, size.width, size.height});
        }
    };
    if (state.wall.rested && grid.contains(*state.wall.rested) && !state.wall.as_list) {
        want(*state.wall.rested, state.wall_drawn.card_px);
    }
    for (const lessons::Cell cell : state.wall_drawn.in_sight) {
        want(cell, state.wall_drawn.picture_px);
    }
    state.still_pictures->want(std::move(wanted));
    if (before.in_sight != state.wall_drawn.in_sight ||
        before.resting_on != state.wall_drawn.resting_on) {
        state.wake_interface(1);  // with the pictures that are there already
    }
    std::vector<ui::Action> asked = std::move(state.wall_drawn.asked);
    state.wall_drawn.asked.clear();
    return asked;
}

}  // namespace app
