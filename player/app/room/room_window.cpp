// The room: its window coming and going, and what it shows.
#include <fmt/format.h>

#include <chrono>
#include <utility>

#include "catalogue/words.h"
#include "player/app/app_state.h"
#include "player/app/storage/folders.h"
#include "player/screen/displays.h"

namespace app {
using catalogue::_;
namespace {

using namespace std::chrono_literals;

constexpr auto look_at_displays_every = 1s;
constexpr int own_width = 960;  // of a window that fills no display, in points
constexpr int own_height = 540;

screen::WindowOptions room_window(std::optional<screen::RectPx> display) {
    screen::WindowOptions wanted;
    // Plain letters: some window managers show no others in a title.
    wanted.title = _("Crosscut: the room");
    wanted.width_px = own_width;
    wanted.height_px = own_height;
    wanted.fills = display;
    wanted.keeps_focus_away = true;
    return wanted;
}

}  // namespace

void AppState::open_room() {
    const std::optional<screen::RectPx> other =
        screen::other_display(screen::displays(), window.place());
    room.kept_apart = false;
    if (other) {
        show_room_on(other);
    } else {
        room.state.place = RoomPlace::Split;
        say(_("There is one display: the room\u2019s picture is here, beside what only you need"));
    }
    if (black) {
        set_black(false);
        ask_room(RoomAsk::Black);
    }
    ui_state.questions_open = false;
    ui_state.transcript.open = false;
    room.look_at_displays_at = now + look_at_displays_every;
    wake_interface(3);
}

// Over a display, or in a window of its own where there is none for it.
void AppState::show_room_on(std::optional<screen::RectPx> display) {
    if (room.window && display) {
        room.window->fill(*display);
    } else {
        catalogue::Result<screen::Window> opened = screen::Window::open(room_window(display));
        if (!opened) {
            room.state.place = RoomPlace::Split;
            say(_("The room\u2019s window could not be opened: {}", opened.error().what));
            return;
        }
        room.window.emplace(std::move(*opened));
        window.wait_for_refresh(false);  // the room's does
        const auto fonts = asset_folder() / "fonts";
        room.captions = std::make_unique<screen::CaptionPainter>(fonts);
        room.pages = std::make_unique<screen::PagePainter>(fonts);
    }
    if (display) {
        window.take_keyboard();
    }
    room.display = display;
    room.state.place = display ? RoomPlace::Display : RoomPlace::OwnWindow;
    wake_interface(3);
}

void AppState::drop_room_window() {
    room.window.reset();
    window.wait_for_refresh(true);
    room.captions.reset();
    room.pages.reset();
    room.display.reset();
}

void AppState::close_room() {
    drop_room_window();
    const RoomState before = std::exchange(room.state, {});
    room.kept.reset();
    follow_room_sound(before);
    ui_state.questions_open = !window.full_screen();
    wake_interface(3);
}

void AppState::toggle_room() {
    room.state.open() ? close_room() : open_room();
}

// Between a window of its own, to be drawn anywhere, and the picture beside the teacher's strip.
void AppState::toggle_room_window() {
    if (!room.state.open()) {
        return;
    }
    room.kept_apart = true;
    if (room.state.place == RoomPlace::Split) {
        show_room_on(std::nullopt);
    } else {
        drop_room_window();
        room.state.place = RoomPlace::Split;
    }
    wake_interface(3);
}

// A projector was plugged in, or is gone.
void AppState::follow_displays() {
    if (!room.state.open() || now < room.look_at_displays_at) {
        return;
    }
    room.look_at_displays_at = now + look_at_displays_every;
    const std::vector<screen::RectPx> all = screen::displays();
    const std::optional<screen::RectPx> other = screen::other_display(all, window.place());
    if (room.state.place == RoomPlace::Display && !other) {
        drop_room_window();
        room.state.place = RoomPlace::Split;
        say(_("The other display is gone: the room\u2019s picture is here until it comes back"));
    } else if (other && other != room.display && !room.kept_apart) {
        const bool came = room.state.place != RoomPlace::Display;
        show_room_on(other);
        if (came) {
            say(_("The room\u2019s picture is on the other display now"));
        }
    }
}

void AppState::ask_room(RoomAsk ask) {
    const RoomState before = room.state;
    room.state = step(room.state, ask);
    follow_room(before);
}

void AppState::uncover_room() {
    const RoomState before = room.state;
    room.state = uncovered(room.state);
    follow_room(before);
}

void AppState::follow_room(const RoomState& before) {
    if (room.state.frozen && !before.frozen) {
        room.kept = RoomPart::Kept{room_view_of(before, room_moment()), picture, words_on_film()};
    } else if (!room.state.frozen) {
        room.kept.reset();
    }
    follow_room_sound(before);
    wake_interface();
}

// The film stands while the room does not see it, and goes on if nothing was done in between.
void AppState::follow_room_sound(const RoomState& before) {
    if (!sitting || hears_film(before) == hears_film(room.state)) {
        return;
    }
    Transport& transport = sitting->transport;
    const std::uint64_t cue = sitting->walk.cue().number;
    if (hears_film(before)) {
        room.paused_cue = transport.playing ? cue : 0;
        transport.playing = false;
    } else if (std::exchange(room.paused_cue, 0) == cue) {
        transport.playing = true;
    }
}

void AppState::give_time(std::chrono::minutes more) {
    room.timer = longer(room.timer, more, now);
}

// One key for whatever time runs: a lesson's step, else the room's.
void AppState::extend_time() {
    if (lesson_under_way()) {
        lesson_on(lessons::ExtendTimer{});
    } else if (room.state.open()) {
        give_time(1min);
    }
}

// What the room needs of the order to the engine.
void AppState::conduct_room(Transport& transport) const {
    transport.playing = transport.playing && !room.waits_until;
    transport.mono = room.turns.on;
    transport.muted = transport.muted || room.silent || !hears_film(room.state);
}

bool AppState::is_of_room(screen::WindowId id) const {
    return room.window && id == room.window->id();
}

// Keys mean the same in both windows; all else that happens to the room's is its own affair. True
// when it was that.
bool AppState::take_in_room(const screen::Event& event) {
    if (!room.window) {
        return false;
    }
    return std::visit(
        [this](const auto& happened) {
            using Kind = std::decay_t<decltype(happened)>;
            if constexpr (requires { happened.window; }) {
                if (!is_of_room(happened.window)) {
                    return false;
                }
                if constexpr (std::is_same_v<Kind, screen::KeyDown>) {
                    run_key(happened);
                    wake_interface();
                } else if constexpr (std::is_same_v<Kind, screen::CloseRequested>) {
                    close_room();
                } else if constexpr (std::is_same_v<Kind, screen::Exposed>) {
                    room.window->repaint();
                }
                return true;
            } else {
                if constexpr (std::is_same_v<Kind, screen::RendererReset>) {
                    room.window->textures_lost();
                }
                return false;
            }
        },
        event);
}

}  // namespace app
