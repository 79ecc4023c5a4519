// Reading aloud in the running program: the film waits for the voice.
#include <algorithm>
#include <chrono>
#include <utility>

#include "catalogue/words.h"
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

}  // namespace

void add_voice_commands(Deeds& deeds) {
    deeds.emplace("read_aloud", [](AppState& state) { state.switch_reading_aloud(); });
}

void AppState::switch_reading_aloud() {
    catalogue::Preferences wanted = settings.preferences;
    wanted.read_aloud = !wanted.read_aloud;
    set_preferences(wanted);
    say(wanted.read_aloud ? _("Reading aloud") : _("No more reading aloud"));
}

void AppState::use_voice_preferences() {
    const catalogue::Preferences& wanted = settings.preferences;
    if (!wanted.read_aloud) {
        end_speech();
        voice.reset();
        reader.forget();
        return;
    }
    if (!voice) {
        voice = options.open_voice(screen::wake);
    }
    voice->set_rate(wanted.voice_rate);
}

void AppState::end_speech() {
    if (voice) {
        voice->stop();
    }
    if (std::exchange(paused_for_voice, false) && sitting) {
        sitting->transport.playing = true;
    }
}

// What the frame that was just drawn has to say.
void AppState::read_frame() {
    if (!voice) {
        return;
    }
    Readable now_there;
    now_there.focus = spoken_focus(controls_to_say(), interface->typing());
    now_there.playing = paused_for_voice;  // the answer goes on when the words have been said
    if (place == Place::Stage && sitting) {
        now_there.playing = now_there.playing || sitting->transport.playing;
        now_there.prompt = stage_view.question + ". " + stage_view.person;
        for (const std::string& more :
             {stage_view.absent ? stage_view.absent->what : std::string{}, stage_view.line,
              stage_view.line_asks ? stage_view.next_text : std::string{}}) {
            now_there.prompt += more.empty() ? "" : ". " + more;
        }
        now_there.caption = joined(captions_shown);
        // An answer that has ended stands, whatever the controls want.
        if (sitting->walk.cue().standing != lessons::Standing::Playing) {
            now_there.playing = false;
        }
    } else if (place == Place::Start && start_sentence) {
        now_there.prompt = *start_sentence;
    }
    std::optional<std::string> words = reader.next(now_there);
    if (!words) {
        return;
    }
    if (place == Place::Stage && sitting && sitting->transport.playing) {
        sitting->transport.playing = false;
        paused_for_voice = true;
    }
    voice_ends_by = now + longest_beginning + longest_for_a_letter * words->size();
    voice->say(std::move(*words));
}

void AppState::look_after_voice() {
    if (!voice) {
        return;
    }
    if (std::optional<std::string> trouble = voice->take_trouble()) {
        catalogue::Preferences wanted = settings.preferences;
        wanted.read_aloud = false;
        set_preferences(wanted);  // and the film goes on
        say(_(trouble->c_str()));
        return;
    }
    if (!paused_for_voice) {
        return;
    }
    if (!sitting || sitting->transport.playing) {
        paused_for_voice = false;  // somebody would rather hear the answer
        voice->stop();
    } else if (!voice->speaking() || now >= voice_ends_by) {
        end_speech();
        wake_interface();
    }
}

}  // namespace app
