// The wall coming up, being drawn, and going again.
#include "player/app/app_state.h"
#include "player/app/wall/wall_data.h"

namespace app {

void AppState::open_wall() {
    show_panel(ui::Panel::None);
    place = Place::Wall;
    wall.at = sitting->walk.cue().cell;
    wall.opened = true;
    wall.by_pointer = false;
    wall.touched = false;
    clicker.on_wall = ClickerPart::OnWall::No;
    resting_on.reset();
    wake_interface(3);
}

// Back to the film, which goes on if it did.
void AppState::leave_wall() {
    ui_state.panel = ui::Panel::None;
    place = Place::Stage;
    wall_drawn = {};
    resting_on.reset();
    interface->drop_focus();
    wake_interface(3);
}

void AppState::choose_on_wall(lessons::Cell cell) {
    learned(Hint::Wall);
    leave_wall();
    const lessons::Cue& cue = sitting->walk.cue();
    if (cell == cue.cell && cue.standing == lessons::Standing::Playing) {
        // It stands where it was when the wall came up: it goes on from there.
        sitting->transport.playing = true;
        return;
    }
    walk_on(lessons::ChooseCell{cell});
}

void AppState::reopen_stills() {
    still_pictures.reset();
    still_pictures = std::make_unique<StillPictures>(
        backstage->stills().folder(), StillPictures::usual_bytes,
        [this](std::span<const std::uint8_t> rgba, int width_px, int height_px) {
            return window.make_texture(rgba, width_px, height_px);
        },
        [this](screen::TextureId texture) { window.drop_texture(texture); }, screen::wake);
}

std::vector<ui::Action> AppState::draw_wall() {
    const StillShelf& stills = backstage->stills();
    const auto still_of = [this](ui::SizePx size) {
        return [this, size](const std::string& file) {
            return still_pictures->of({file, size.width, size.height});
        };
    };
    // The grid may have changed since: a cell that is gone is none.
    const lessons::Grid& grid = sitting->walk.grid();
    if (!grid.contains(wall.at)) {
        wall.at = sitting->walk.cue().cell;
    }
    WallContext context;
    context.stills = &stills.answers();
    context.stills_looked_for = stills.known();
    context.answers = stills.count();
    context.in_sight = wall_drawn.in_sight;
    context.card = wall.rested;
    context.still_of = still_of(wall_drawn.picture_px);
    context.large_still_of = still_of(wall_drawn.card_px);
    context.face_of = [this](std::size_t person) {
        const std::optional<catalogue::Picture>& face = sitting->module.people[person].now;
        return face ? pictures->of(face->file) : ShownPicture{};
    };
    if (toast) {
        context.toast = toast->text;
    }
    context.black = black;
    context.hint = clicker_hint(clicker, place);
    if (context.hint.empty()) context.hint = hint();
    context.kept = kept_cells();
    wall_view = wall_view_of(sitting->module, sitting->walk, context);
    const ui::WallDrawn before =
        std::exchange(wall_drawn, ui::wall_screen(wall_view, keys, ui_state, wall));
    resting_on = wall_drawn.resting_on;

    std::vector<WantedStill> wanted;
    const auto want = [&](lessons::Cell cell, ui::SizePx size) {
        const std::size_t at = grid.index(cell);
        if (grid.playable(cell) && at < stills.answers().size() &&
            !stills.answers()[at].file.empty()) {
            wanted.push_back({stills.answers()[at].file, size.width, size.height});
        }
    };
    if (wall.rested && grid.contains(*wall.rested) && !wall.as_list) {
        want(*wall.rested, wall_drawn.card_px);
    }
    for (const lessons::Cell cell : wall_drawn.in_sight) {
        want(cell, wall_drawn.picture_px);
    }
    still_pictures->want(std::move(wanted));
    if (before.in_sight != wall_drawn.in_sight || before.resting_on != wall_drawn.resting_on) {
        wake_interface(1);  // with the pictures that are there already
    }
    std::vector<ui::Action> asked = std::move(wall_drawn.asked);
    wall_drawn.asked.clear();
    return asked;
}

}  // namespace app
