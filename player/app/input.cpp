// What happened to the window, made into commands and input of the interface.
#include <algorithm>
#include <array>
#include <chrono>
#include <string_view>
#include <utility>

#include "player/app/app_state.h"
#include "player/app/class_wall/class_wall.h"
#include "player/app/clicker/clicker.h"
#include "player/app/room/room_window.h"
#include "player/app/search/search.h"

namespace app {
namespace {

using namespace std::chrono_literals;

// Controls over a full-screen film go to sleep when nothing has moved for so long.
constexpr auto controls_stay = 3s;

constexpr std::array<std::pair<std::string_view, ui::UiKey>, 20> interface_keys{{
    {"Tab", ui::UiKey::Tab},
    {"Left", ui::UiKey::Left},
    {"Right", ui::UiKey::Right},
    {"Up", ui::UiKey::Up},
    {"Down", ui::UiKey::Down},
    {"PageUp", ui::UiKey::PageUp},
    {"PageDown", ui::UiKey::PageDown},
    {"Home", ui::UiKey::Home},
    {"End", ui::UiKey::End},
    {"Delete", ui::UiKey::Delete},
    {"Backspace", ui::UiKey::Backspace},
    {"Enter", ui::UiKey::Enter},
    {"Space", ui::UiKey::Space},
    {"Escape", ui::UiKey::Escape},
    {"A", ui::UiKey::A},
    {"C", ui::UiKey::C},
    {"V", ui::UiKey::V},
    {"X", ui::UiKey::X},
    {"Y", ui::UiKey::Y},
    {"Z", ui::UiKey::Z},
}};

bool is_function_key(const catalogue::Chord& chord) {
    return chord.key.size() > 1 && chord.key[0] == 'F' && chord.key[1] >= '0' &&
           chord.key[1] <= '9';
}

// While somebody types, only function keys, media keys and Ctrl combinations are commands, but
// those for the text itself.
bool is_command_while_typing(const catalogue::Chord& chord) {
    static constexpr std::array<std::string_view, 12> editing{
        "A", "C", "V", "X", "Y", "Z", "Backspace", "Delete", "Left", "Right", "Home", "End"};
    if (chord.ctrl) {
        return std::find(editing.begin(), editing.end(), chord.key) == editing.end();
    }
    return is_function_key(chord) || chord.key.starts_with("Media") || chord.key == "Escape" ||
           chord.key == "Tab";
}

int mouse_button_number(screen::PointerButton button) {
    switch (button) {
        case screen::PointerButton::Left:
            return 0;
        case screen::PointerButton::Right:
            return 1;
        case screen::PointerButton::Middle:
            return 2;
    }
    return 0;
}

// What goes about on the wall, and on the stage means something else.
bool walks_wall(const catalogue::Chord& chord) {
    static constexpr std::array<std::string_view, 9> walking{
        "Left", "Right", "Up", "Down", "Home", "End", "PageUp", "PageDown", "Enter"};
    return std::find(walking.begin(), walking.end(), chord.key) != walking.end();
}

// A clicker has no other keys: the lesson goes on even while the bell is being typed.
bool is_clicker_key(const catalogue::Chord& chord) {
    return chord.key == "PageDown" || chord.key == "PageUp";
}

std::optional<ui::UiKey> interface_key(const catalogue::Chord& chord) {
    const auto found = std::find_if(interface_keys.begin(), interface_keys.end(),
                                    [&](const auto& entry) { return entry.first == chord.key; });
    return found == interface_keys.end() ? std::nullopt : std::optional{found->second};
}

}  // namespace

bool repeats_while_held(std::string_view command) {
    static constexpr auto beginnings = std::to_array<std::string_view>(
        {"next_", "previous_", "back_1", "back_5", "forward_", "frame_", "volume_", "captions_",
         "focus_next", "focus_previous"});
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](std::string_view beginning) { return command.starts_with(beginning); });
}

void AppState::press(bool down, const screen::KeyDown& key) {
    if (const std::optional<ui::UiKey> found = interface_key(key.chord)) {
        interface->key(*found, down, key.chord.ctrl, key.chord.shift, key.chord.alt);
    }
}

// Arrows, Home and End are offered to the control that has the keyboard first.
bool AppState::move_focus(const catalogue::Chord& chord) {
    const std::optional<ui::UiKey> found = interface_key(chord);
    return found && interface->focus_move(*found);
}

void AppState::take_key(const screen::KeyDown& key) {
    const catalogue::Chord& chord = key.chord;
    searching.key_is_no_text = false;
    const bool lesson_goes_on = place == Place::Lesson && is_clicker_key(chord);
    if (interface->typing() && !is_command_while_typing(chord) && !lesson_goes_on) {
        press(true, key);
        return;
    }
    if (interface->typing() && chord == catalogue::Chord{true, false, false, "Space"}) {
        run_command("play_pause");
        return;
    }
    const bool plain = !chord.ctrl && !chord.alt;
    if (!key.repeat && plain && (chord.key == "Enter" || chord.key == "Space") &&
        interface->has_focus() && interface->activate_focused()) {
        return;
    }
    if (plain && !chord.shift && interface->has_focus() && move_focus(chord)) {
        return;
    }
    if (place == Place::Wall && ui_state.panel == ui::Panel::None && plain && !chord.shift &&
        !interface->has_focus() && walks_wall(chord)) {
        wall.take_keyboard = true;  // a click had taken it
        return;
    }
    // Whoever just goes on where the last lesson was left needs one key.
    if (place == Place::Start && ui_state.panel == ui::Panel::None && plain && !chord.shift &&
        chord.key == "Enter" && !key.repeat && !interface->has_focus()) {
        enter_from_start(*this);
        return;
    }
    if (ui_state.panel == ui::Panel::GoTo && plain &&
        (chord.key == "Up" || chord.key == "Down" || chord.key == "Enter")) {
        press(true, key);
        return;
    }
    // On the search screen letters are words, wherever the keyboard is.
    if (place == Place::Search && ui_state.panel == ui::Panel::None && !chord.alt &&
        !is_command_while_typing(chord)) {
        if (chord.key == "Enter") {
            searching.take_due = true;
        } else {
            searching.state.opened = true;
        }
        return;
    }
    run_key(key);
}

// What the key means in the table, whichever window has the focus.
void AppState::run_key(const screen::KeyDown& key) {
    const Place before = place;
    const catalogue::KeyBinding* binding = keys.find(key.chord);
    // A key that is held must not switch something on and off, or run through the whole class.
    if (binding != nullptr && (!key.repeat || repeats_while_held(binding->command))) {
        key_repeats = key.repeat;
        run_command(binding->command);
        key_repeats = false;
    }
    searching.key_is_no_text = place == Place::Search && before != Place::Search;
}

void AppState::take(const screen::Event& event) {
    if (const auto* key = std::get_if<screen::KeyDown>(&event);
        key && take_by_clicker(*this, *key)) {
        return;
    }
    if (take_in_room(*this, event)) {
        return;
    }
    const auto pointer_moved = [this] {
        ui_state.controls_awake = true;
        controls_asleep_at = now + controls_stay;
        wake_interface();
    };
    if (const auto* key = std::get_if<screen::KeyDown>(&event)) {
        wake_interface();
        take_key(*key);
    } else if (const auto* up = std::get_if<screen::KeyUp>(&event)) {
        press(false, {up->chord, false, up->window});
        wake_interface();
    } else if (const auto* text = std::get_if<screen::Text>(&event)) {
        if (interface->typing()) {
            interface->text(text->utf8);
            wake_interface();
        } else if (place == Place::Search && ui_state.panel == ui::Panel::None &&
                   !searching.key_is_no_text) {
            type_into_search(*this, text->utf8);
        }
    } else if (const auto* moved = std::get_if<screen::MouseMoved>(&event)) {
        interface->mouse_moved(moved->x_px, moved->y_px);
        pointer_moved();
    } else if (const auto* button = std::get_if<screen::MouseButton>(&event)) {
        interface->mouse_moved(button->x_px, button->y_px);
        interface->mouse_button(mouse_button_number(button->button), button->down);
        pointer_moved();
        wake_interface(3);
    } else if (const auto* wheel = std::get_if<screen::MouseWheel>(&event)) {
        interface->mouse_wheel(wheel->x, wheel->y);
        pointer_moved();
    } else if (std::holds_alternative<screen::MouseLeft>(event)) {
        interface->mouse_left();
        wake_interface();
    } else if (std::holds_alternative<screen::Resized>(event)) {
        fonts_due = true;
        wake_interface();
    } else if (std::holds_alternative<screen::Exposed>(event)) {
        window.repaint();
    } else if (std::holds_alternative<screen::RendererReset>(event)) {
        window.textures_lost();
        wake_interface();
    } else if (std::holds_alternative<screen::CloseRequested>(event)) {
        run_command("quit");
    } else if (std::holds_alternative<screen::AudioDeviceAdded>(event) ||
               std::holds_alternative<screen::AudioDeviceLost>(event)) {
        if (!speaker) try_speaker_at = now;
    } else if (const auto* dropped = std::get_if<screen::FileDropped>(&event)) {
        if (place == Place::ClassWall) {
            choose_hand_in_folder(*this, dropped->path);
        } else {
            open_module(dropped->path);
        }
        wake_interface();
    }
}

}  // namespace app
