// The room: its window coming and going, and what it shows.
#include <fmt/format.h>

#include <chrono>
#include <utility>

#include "catalogue/words.h"
#include "player/app/app_state.h"
#include "player/app/lesson/lesson.h"
#include "player/app/room/room_drawing.h"
#include "player/app/room/room_window.h"
#include "player/app/stage/film_words.h"
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

void drop_room_window(AppState& state) {
    state.room.window.reset();
    state.window.wait_for_refresh(true);
    state.room.captions.reset();
    state.room.pages.reset();
    state.room.display.reset();
}

// Over a display, or in a window of its own where there is none for it.
void show_room_on(AppState& state, std::optional<screen::RectPx> display) {
    if (state.room.window && display) {
        state.room.window->fill(*display);
    } else {
        catalogue::Result<screen::Window> opened = screen::Window::open(room_window(display));
        if (!opened) {
            state.room.state.place = RoomPlace::Split;
            state.say(_("The room\u2019s window could not be opened: {}", opened.error().what));
            return;
        }
        state.room.window.emplace(std::move(*opened));
        state.window.wait_for_refresh(false);  // the room's does
        const auto fonts = asset_folder() / "fonts";
        state.room.captions = std::make_unique<screen::CaptionPainter>(fonts);
        state.room.pages = std::make_unique<screen::PagePainter>(fonts);
    }
    if (display) {
        state.window.take_keyboard();
    }
    state.room.display = display;
    state.room.state.place = display ? RoomPlace::Display : RoomPlace::OwnWindow;
    state.wake_interface(3);
}

// The film stands while the room does not see it, and goes on if nothing was done in between.
void follow_room_sound(AppState& state, const RoomState& before) {
    if (!state.sitting || hears_film(before) == hears_film(state.room.state)) {
        return;
    }
    Transport& transport = state.sitting->transport;
    const std::uint64_t cue = state.sitting->walk.cue().number;
    if (hears_film(before)) {
        state.room.paused_cue = transport.playing ? cue : 0;
        transport.playing = false;
    } else if (std::exchange(state.room.paused_cue, 0) == cue) {
        transport.playing = true;
    }
}

void follow_room(AppState& state, const RoomState& before) {
    if (state.room.state.frozen && !before.frozen) {
        state.room.kept = RoomPart::Kept{room_view_of(before, room_moment(state)), state.picture,
                                         words_on_film(state)};
    } else if (!state.room.state.frozen) {
        state.room.kept.reset();
    }
    follow_room_sound(state, before);
    state.wake_interface();
}

void open_room(AppState& state) {
    const std::optional<screen::RectPx> other =
        screen::other_display(screen::displays(), state.window.place());
    state.room.kept_apart = false;
    if (other) {
        show_room_on(state, other);
    } else {
        state.room.state.place = RoomPlace::Split;
        state.say(
            _("There is one display: the room\u2019s picture is here, beside what only you need"));
    }
    if (state.black) {
        state.set_black(false);
        ask_room(state, RoomAsk::Black);
    }
    state.ui_state.questions_open = false;
    state.ui_state.transcript.open = false;
    state.room.look_at_displays_at = state.now + look_at_displays_every;
    state.wake_interface(3);
}

bool is_of_room(const AppState& state, screen::WindowId id) {
    return state.room.window && id == state.room.window->id();
}

}  // namespace

void close_room(AppState& state) {
    drop_room_window(state);
    const RoomState before = std::exchange(state.room.state, {});
    state.room.kept.reset();
    follow_room_sound(state, before);
    state.ui_state.questions_open = !state.window.full_screen();
    state.wake_interface(3);
}

void toggle_room(AppState& state) {
    state.room.state.open() ? close_room(state) : open_room(state);
}

void toggle_room_window(AppState& state) {
    if (!state.room.state.open()) {
        return;
    }
    state.room.kept_apart = true;
    if (state.room.state.place == RoomPlace::Split) {
        show_room_on(state, std::nullopt);
    } else {
        drop_room_window(state);
        state.room.state.place = RoomPlace::Split;
    }
    state.wake_interface(3);
}

void follow_displays(AppState& state) {
    if (!state.room.state.open() || state.now < state.room.look_at_displays_at) {
        return;
    }
    state.room.look_at_displays_at = state.now + look_at_displays_every;
    const std::vector<screen::RectPx> all = screen::displays();
    const std::optional<screen::RectPx> other = screen::other_display(all, state.window.place());
    if (state.room.state.place == RoomPlace::Display && !other) {
        drop_room_window(state);
        state.room.state.place = RoomPlace::Split;
        state.say(
            _("The other display is gone: the room\u2019s picture is here until it comes back"));
    } else if (other && other != state.room.display && !state.room.kept_apart) {
        const bool came = state.room.state.place != RoomPlace::Display;
        show_room_on(state, other);
        if (came) {
            state.say(_("The room\u2019s picture is on the other display now"));
        }
    }
}

void ask_room(AppState& state, RoomAsk ask) {
    const RoomState before = state.room.state;
    state.room.state = step(state.room.state, ask);
    follow_room(state, before);
}

void uncover_room(AppState& state) {
    const RoomState before = state.room.state;
    state.room.state = uncovered(state.room.state);
    follow_room(state, before);
}

void give_time(AppState& state, std::chrono::minutes more) {
    state.room.timer = longer(state.room.timer, more, state.now);
}

void extend_time(AppState& state) {
    if (lesson_under_way(state)) {
        lesson_on(state, lessons::ExtendTimer{});
    } else if (state.room.state.open()) {
        give_time(state, 1min);
    }
}

void conduct_room(const AppState& state, Transport& transport) {
    transport.playing = transport.playing && !state.room.waits_until;
    transport.mono = state.room.turns.on;
    transport.muted = transport.muted || state.room.silent || !hears_film(state.room.state);
}

bool take_in_room(AppState& state, const screen::Event& event) {
    if (!state.room.window) {
        return false;
    }
    return std::visit(
        [&state](const auto& happened) {
            using Kind = std::decay_t<decltype(happened)>;
            if constexpr (requires { happened.window; }) {
                if (!is_of_room(state, happened.window)) {
                    return false;
                }
                if constexpr (std::is_same_v<Kind, screen::KeyDown>) {
                    state.run_key(happened);
                    state.wake_interface();
                } else if constexpr (std::is_same_v<Kind, screen::CloseRequested>) {
                    close_room(state);
                } else if constexpr (std::is_same_v<Kind, screen::Exposed>) {
                    state.room.window->repaint();
                }
                return true;
            } else {
                if constexpr (std::is_same_v<Kind, screen::RendererReset>) {
                    state.room.window->textures_lost();
                }
                return false;
            }
        },
        event);
}

}  // namespace app
