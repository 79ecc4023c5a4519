// What the screens show, as plain data: computed first (by the app), drawn after (by the views).
// Views return what the user asked for; they call no engine and keep nothing but UiState.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "catalogue/key_table.h"
#include "catalogue/module.h"
#include "catalogue/preferences.h"
#include "catalogue/problem.h"
#include "lessons/walk.h"
#include "player/ui/guesses_view.h"
#include "player/ui/room_view.h"
#include "player/ui/transcript_view.h"

namespace ui {

using ImageId = std::uint64_t;  // a texture of the screen; 0: none yet, draw initials

// --- what a view may ask for ---
struct Command {
    std::string name;
};  // a command of assets/keys.yaml ("play_pause", "captions")
struct SeekTo {
    double fraction = 0;   // of the clip, 0 to 1
    bool dragged = false;  // more of them follow
    bool plays = false;    // and it plays from there
};
struct SetVolume {
    float volume = 0;
};  // 0 to 1
struct OpenModule {
    std::string folder;
};
struct MixWithSeed {
    std::string seed;
};  // as typed
struct SetPreferences {
    catalogue::Preferences preferences;
};  // all of them, one changed
struct SearchFor {
    std::string words;
};
using Action = std::variant<lessons::Input, Command, SeekTo, SetVolume, OpenModule, MixWithSeed,
                            SetPreferences, KeepGuesses, KeepSurprise, SearchFor>;

// --- the start screen ---
struct ModuleTile {
    std::string folder;
    std::string title;
    std::string about;       // one or two sentences
    std::string funder;      // who paid for it
    std::string notice;      // "The people are invented."
    std::string size;        // "20 people, 30 questions"
    std::string last_place;  // "Moira - Yesterday", where one was; empty when never opened
    int problems = 0;
    // While the sample is being made; nothing when all is there.
    std::optional<std::string> progress_text;  // "7 of 20 people are ready"
    double progress = 0;                       // 0 to 1
    bool can_open = true;
};

struct StartView {
    std::vector<ModuleTile> modules;  // recent ones first
    std::optional<std::string>
        sentence;      // something went wrong when opening; shown until dismissed
    std::string hint;  // below the modules, while a clicker chooses among them; may be empty
};

// --- the stage ---
struct FaceView {
    std::string name;
    std::string job;
    ImageId image = 0;
    catalogue::CellState state =
        catalogue::CellState::Playable;  // of their answer to this question
    bool heard = false;                  // in this sitting, this question
    float image_aspect = 16.0F / 9;      // width by height; the picture is cut to the tile
};

struct QuestionRow {
    std::string label;
    std::string text;
    std::size_t theme = 0;
    catalogue::CellState state = catalogue::CellState::Playable;  // of this person's answer
    bool heard = false;
    bool sensitive = false;
};

enum class PlayState { Nothing, Opening, Playing, Paused, Ended, Stalled };

struct TransportView {
    PlayState state = PlayState::Nothing;
    double position_s = 0;  // within the clip
    double length_s = 0;    // 0: not known yet
    double speed = 1;
    std::optional<double> loop_from_s;  // within the clip, as position_s
    std::optional<double> loop_to_s;
    float volume = 1;
    bool muted = false;
    bool sound_present = true;
    bool captions = true;
    bool captions_available = true;
    bool descriptions = false;
    bool descriptions_available = false;
    bool can_go_back = false;
    bool full_screen = false;
};

// In place of the film: an empty cell, a withheld one, a film that failed.
struct AbsentView {
    std::string what;  // "Moira was not asked this", "This answer is withheld: ..."
    std::string hint;  // what to do
    struct Nearest {
        std::string text;
        lessons::Cell cell;
    };  // "Moira - Yesterday"
    std::vector<Nearest> nearest;
};

struct InformationView {
    std::string name;
    std::string job;                                         // "a firefighter"
    bool job_covered = false;                                // it comes last, and the ways into it
    std::string way_in;                                      // paragraphs divided by empty lines
    std::vector<std::pair<std::string, std::string>> facts;  // label, value
    ImageId now = 0;
    ImageId then = 0;
    std::string now_alt;
    std::string then_alt;
    float now_aspect = 16.0F / 9;  // width by height
    float then_aspect = 16.0F / 9;
};

struct StageView {
    std::string module_title;
    lessons::Cell cell;
    std::string question;  // filled in for this person
    std::string theme;
    std::size_t theme_index = 0;
    std::string person;
    std::string job;  // "a firefighter"
    lessons::Way way = lessons::Way::StopAndTalk;
    std::string seed;  // as shown; only of interest in a mix
    std::vector<std::string> themes;
    std::vector<QuestionRow> questions;
    std::vector<FaceView> faces;
    TransportView transport;
    TranscriptView transcript;  // while it is open
    std::optional<AbsentView> absent;
    std::optional<std::string> waiting;  // what the film is waited for, once that takes long
    std::string turn;  // of two at one computer: "Left chooses, right writes"; empty: nobody's
    std::optional<RoomPanelView> room;  // while a room looks on
    // One line below the question: "Passed over two empty answers", why the mix chose this,
    // "Everybody has been heard." with what one more "next" does.
    std::string line;
    bool line_asks = false;  // it waits for an answer: show it with a "next" button
    std::string next_text;   // on that button: "Next question: Aged ten"
    InformationView information;
    GuessesView guesses;
    std::vector<catalogue::Problem> problems;  // of the module
    std::optional<std::string> toast;          // a passing sentence ("Captions off")
    bool black = false;                        // the black screen
};

// What only the screen remembers. Views close panels and open the seed panel and that of more ways
// by themselves, in here; every other panel is asked for by its command ("information", "help",
// "problems", "go_to"), and the information panel is also closed by its command, because the film
// waits for it.
enum class Panel {
    None,
    Information,
    Help,
    Problems,
    GoTo,
    Seed,
    More,  // what has no room in the bar of the ways
    Settings,
    Guesses,
    Thought,
    StillNeeded,
    Clicker
};

// Whether it stands beside the film, over the questions, the transcript or the room's panel.
constexpr bool is_drawer(Panel panel) {
    return panel == Panel::Information || panel == Panel::Guesses || panel == Panel::Thought;
}

enum class SettingsPart { Screen, Captions, SoundAndKeys, InClass };

// Of the sentences across a screen, where not all have room at once.
struct NoticesState {
    std::size_t at = 0;               // of those that are open
    std::vector<std::string> closed;  // for as long as they are said
};

struct UiState {
    Panel panel = Panel::None;
    SettingsPart settings_part = SettingsPart::Screen;
    bool questions_open = true;  // the list of questions at the side
    TranscriptState transcript;  // while it is open it stands in the place of the questions
    bool controls_awake = true;  // full screen: hidden when nothing has moved for 3 s
    // In the panel's or the start screen's text field; clear it when opening another of them.
    std::string typed;
    bool request_focus = false;  // move the keyboard focus into the panel just opened
    int chosen = 0;              // row of the panel's list that Enter takes
    // The start screen brings the keyboard to the card of this module, once.
    std::optional<std::size_t> to_module;
    NoticesState notices;
};

// The rectangle where the film goes, and how much of its edges controls cover. Pixels.
struct FilmPlace {
    float x = 0;
    float y = 0;
    float width = 0;
    float height = 0;
    float covered_below = 0;
    float covered_above = 0;
};

struct StageDrawn {
    std::vector<Action> asked;
    FilmPlace film;  // the space for the film; the app fits the film's aspect into it
    // What one press would choose: the face or question under the pointer or with the focus.
    std::optional<lessons::Cell> resting_on;
};

// --- the settings, beside whatever screen there is ---
struct SettingsView {
    catalogue::Preferences preferences;
    bool film_beside = false;     // a film is on the screen: captions are tried out on it
    std::string second_language;  // of the captions on the stage; may be empty
    bool module_open = false;     // there is somebody to be silent or to take turns with
    bool silent_room = false;
    bool two_at_one = false;
};

struct SettingsDrawn {
    std::vector<Action> asked;
    float left_px = 0;  // where the panel begins: what is left of it can be seen
    // Where captions are tried out while no film is on the screen; nothing while there is one, or
    // they are not what is being set.
    std::optional<FilmPlace> trial;
};
// Whether the screen is hidden for the captions to be tried out.
bool settings_hide_screen(const SettingsView& view, const UiState& state);
// After the screen, while the panel is Settings.
SettingsDrawn settings_panel(const SettingsView& view, const catalogue::KeyTable& keys,
                             UiState& state);

// Draw into the current ImGui frame, over the whole display.
// On the start screen the panel may be Help; `request_focus` goes to the field for a folder.
std::vector<Action> start_screen(const StartView& view, const catalogue::KeyTable& keys,
                                 UiState& state);
StageDrawn stage_screen(const StageView& view, const catalogue::KeyTable& keys, UiState& state);

}  // namespace ui
