// Reading aloud in the running program: the film waits for the voice.
#include <algorithm>
#include <chrono>
#include <utility>

#include "catalogue/words.h"
#include "player/app/aloud/speech.h"
#include "player/app/app_state.h"
#include "player/app/command_table.h"
#include "player/ui/typing.h"

namespace app {
using catalogue::_;
namespace {

using namespace std::chrono_literals;

// The film does not wait for ever for a voice that never says that it has ended.
constexpr auto longest_for_a_letter = 250ms;
constexpr auto longest_beginning = 5s;

std::string joined(const std::vector<std::string>& lines) {
    std::string words;
    for (std::string line : lines) {
        std::replace(line.begin(), line.end(), '\n', ' ');
        words += (words.empty() ? "" : " ") + line;
    }
    return words;
}

// Where the keyboard can be: of several fields only in the one that is written in.
std::vector<ui::WidgetRecord> controls_to_say() {
    std::vector<ui::WidgetRecord> controls;
    for (const ui::WidgetRecord& control : ui::widgets()) {
        if (control.role != ui::Role::TextField || control.focused || ui::types_in(control))
            controls.push_back(control);
    }
    return controls;
}

void end_speech(AppState& state) {
    if (state.voice) {
        state.voice->stop();
    }
    if (std::exchange(state.paused_for_voice, false) && state.sitting) {
        state.sitting->transport.playing = true;
    }
}

void switch_reading_aloud(AppState& state) {
    catalogue::Preferences wanted = state.settings.preferences;
    wanted.read_aloud = !wanted.read_aloud;
    state.set_preferences(wanted);
    state.say(wanted.read_aloud ? _("Reading aloud") : _("No more reading aloud"));
}

}  // namespace

void add_voice_commands(Deeds& deeds) {
    deeds.emplace("read_aloud", [](AppState& state) { switch_reading_aloud(state); });
}

void use_voice_preferences(AppState& state) {
    const catalogue::Preferences& wanted = state.settings.preferences;
    if (!wanted.read_aloud) {
        end_speech(state);
        state.voice.reset();
        state.reader.forget();
        return;
    }
    if (!state.voice) {
        state.voice = state.options.open_voice(screen::wake);
    }
    state.voice->set_rate(wanted.voice_rate);
}

void read_frame(AppState& state) {
    if (!state.voice) {
        return;
    }
    Readable now_there;
    now_there.focus = spoken_focus(controls_to_say(), state.interface->typing());
    now_there.playing = state.paused_for_voice;  // the answer goes on when the words have been said
    if (state.place == Place::Stage && state.sitting) {
        now_there.playing = now_there.playing || state.sitting->transport.playing;
        now_there.prompt = state.stage_view.question + ". " + state.stage_view.person;
        for (const std::string& more :
             {state.stage_view.absent ? state.stage_view.absent->what : std::string{},
              state.stage_view.line,
              state.stage_view.line_asks ? state.stage_view.next_text : std::string{}}) {
            now_there.prompt += more.empty() ? "" : ". " + more;
        }
        now_there.caption = joined(state.captions_shown);
        // An answer that has ended stands, whatever the controls want.
        if (state.sitting->walk.cue().standing != lessons::Standing::Playing) {
            now_there.playing = false;
        }
    } else if (state.place == Place::Start && state.start_sentence) {
        now_there.prompt = *state.start_sentence;
    }
    std::optional<std::string> words = state.reader.next(now_there);
    if (!words) {
        return;
    }
    if (state.place == Place::Stage && state.sitting && state.sitting->transport.playing) {
        state.sitting->transport.playing = false;
        state.paused_for_voice = true;
    }
    state.voice_ends_by = state.now + longest_beginning + longest_for_a_letter * words->size();
    state.voice->say(std::move(*words));
}

void look_after_voice(AppState& state) {
    if (!state.voice) {
        return;
    }
    if (std::optional<std::string> trouble = state.voice->take_trouble()) {
        catalogue::Preferences wanted = state.settings.preferences;
        wanted.read_aloud = false;
        state.set_preferences(wanted);  // and the film goes on
        state.say(_(trouble->c_str()));
        return;
    }
    if (!state.paused_for_voice) {
        return;
    }
    if (!state.sitting || state.sitting->transport.playing) {
        state.paused_for_voice = false;  // somebody would rather hear the answer
        state.voice->stop();
    } else if (!state.voice->speaking() || state.now >= state.voice_ends_by) {
        end_speech(state);
        state.wake_interface();
    }
}

}  // namespace app
