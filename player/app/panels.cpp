// What comes up over the screen and goes again: panels, the black screen, passing sentences.
#include <algorithm>
#include <chrono>
#include <utility>

#include "player/app/app_state.h"

namespace app {
namespace {

using namespace std::chrono_literals;

constexpr auto toast_stays = 2500ms;
constexpr auto toast_stays_for_a_letter = 60ms;

}  // namespace

void AppState::set_black(bool on) {
    black = on;
    if (!sitting) {
        return;
    }
    if (on) {
        paused_for_black = sitting->transport.playing;
        sitting->transport.playing = false;
    } else if (paused_for_black) {
        paused_for_black = false;
        sitting->transport.playing = true;
    }
}

// Opens a panel, or closes it when it is open already. Reading about a person pauses the film, and
// so does writing: who writes does not listen. Ctrl+Space lets it go on meanwhile.
void AppState::show_panel(ui::Panel panel) {
    const bool closes = ui_state.panel == panel;
    ui_state.panel = closes ? ui::Panel::None : panel;
    ui_state.typed.clear();
    ui_state.request_focus = !closes && panel != ui::Panel::None;
    if (!sitting) {
        return;
    }
    if (ui_state.panel == ui::Panel::Information || ui_state.panel == ui::Panel::Thought) {
        paused_for_information = sitting->transport.playing;
        sitting->transport.playing = false;
    } else if (paused_for_information) {
        paused_for_information = false;
        sitting->transport.playing = true;
    }
    wake_interface();
}

void AppState::say(std::string sentence) {
    const auto reading = sentence.size() * toast_stays_for_a_letter;
    toast = Toast{std::move(sentence),
                  now + std::max<screen::WallTime::duration>(toast_stays, reading)};
    wake_interface();
}

}  // namespace app
