// Everything the running program holds, and what it is moved on by: app.cpp in every tick,
// input.cpp with what happened, commands.cpp and act.cpp with what keys and views ask for, draw.cpp
// to be seen. What only one screen or concern does with it is a function over it, in that one's
// folder (wall/wall.h, lesson/lesson.h ...). Private to this folder.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "catalogue/key_table.h"
#include "catalogue/saved_state.h"
#include "player/app/aloud/read_aloud.h"
#include "player/app/app.h"
#include "player/app/backstage.h"
#include "player/app/class_wall/desk.h"
#include "player/app/clicker/clicker.h"
#include "player/app/first_run/hints.h"
#include "player/app/index/part.h"
#include "player/app/keeping/desk.h"
#include "player/app/lesson/lesson_desk.h"
#include "player/app/modules/library.h"
#include "player/app/modules/library_reader.h"
#include "player/app/notebook/desk.h"
#include "player/app/pictures/person_pictures.h"
#include "player/app/pictures/still_pictures.h"
#include "player/app/place.h"
#include "player/app/room/room_part.h"
#include "player/app/search/searching.h"
#include "player/app/sheets/sheet_keeper.h"
#include "player/app/sitting.h"
#include "player/app/stage/caption_shelf.h"
#include "player/app/threads/awaited.h"
#include "player/app/threads/closing.h"
#include "player/app/threads/made_beside.h"
#include "player/media/engine.h"
#include "player/screen/caption_painter.h"
#include "player/screen/events.h"
#include "player/screen/platform.h"
#include "player/screen/speaker.h"
#include "player/screen/window.h"
#include "player/ui/interface.h"
#include "player/ui/views.h"
#include "player/ui/wall_view.h"

namespace app {

using screen::WallTime;

struct AppState {
    AppState(const AppOptions& wanted, screen::Platform made_platform, screen::Window made_window,
             std::unique_ptr<ui::Interface> made_interface, catalogue::KeyTable made_keys,
             catalogue::SavedSettings saved);

    // --- lives as long as the program ---
    AppOptions options;
    screen::Platform platform;
    screen::Window window;
    std::unique_ptr<ui::Interface> interface;
    catalogue::KeyTable all_keys;
    catalogue::KeyTable keys;  // those in use
    media::Engine engine;
    std::optional<screen::Speaker> speaker;  // after the engine: it pulls from it
    MadeBeside<screen::CaptionPainter> caption_painter;
    catalogue::SavedSettings settings;

    // --- what is open ---
    Place place = Place::Start;
    std::vector<LibraryEntry> library;
    std::unique_ptr<LibraryReader> library_reader;     // once the start screen was shown
    std::unique_ptr<Awaited<ModuleOnDisk>> opening;    // a module that is being read
    std::unique_ptr<Awaited<ModuleOnDisk>> retelling;  // the open module in another language
    bool has_begun = false;                            // with what the command line asks for
    std::optional<std::string> start_sentence;
    std::unique_ptr<Sitting> sitting;
    std::filesystem::path kept_in;                  // where its place is kept
    std::unique_ptr<PersonPictures> pictures;       // of the sitting
    std::unique_ptr<CaptionShelf> captions;         // of the sitting
    std::unique_ptr<Backstage> backstage;           // of the sitting
    std::unique_ptr<StillPictures> still_pictures;  // of the sitting
    std::unique_ptr<LessonDesk> lesson_desk;        // of the sitting
    std::unique_ptr<SheetKeeper> sheet_keeper;      // once there was a sheet to keep
    std::unique_ptr<NotebookDesk> notebook_desk;    // of the sitting
    std::unique_ptr<ClassWallDesk> class_wall;      // of the sitting, once it was up
    std::unique_ptr<AwaitedIndex> opening_index;    // a film to mark that is being read
    std::unique_ptr<IndexPart> index;               // while somebody marks a film
    std::uint64_t indexes_opened = 0;
    std::unique_ptr<KeepingDesk> keeping;  // keeping/desk.h
    Closing closing;                       // of what has been open
    bool black = false;
    bool finished = false;
    bool key_repeats = false;  // the command that runs comes of a key that is held

    // --- what the screen remembers ---
    ui::UiState ui_state;
    ui::StageView stage_view;
    ui::FilmPlace film_place;
    std::optional<ui::FilmPlace> caption_trial;  // instead of a film, while captions are set
    ui::WallState wall;
    ui::WallView wall_view;
    ui::WallDrawn wall_drawn;  // the last time; empty while the wall is not up
    Searching searching;
    ClickerPart clicker;
    std::optional<lessons::Cell> resting_on;
    screen::Mesh mesh;
    screen::TextureId atlas_texture = 0;
    struct Toast {
        std::string text;
        WallTime until;
    };
    std::optional<Toast> toast;
    bool fonts_due = true;         // the size of everything, or of the window, may have changed
    bool has_posters = false;      // letters for them are made once they are shown
    int interface_frames_due = 0;  // an answer to an input may need a second frame
    WallTime interface_drawn_at{};
    std::optional<media::Picture> picture;
    std::uint64_t film_cue = 0;  // of the last picture
    bool film_shown = false;     // by the last drawing
    std::vector<std::string> captions_shown;
    std::vector<std::string> descriptions_shown;
    std::optional<WallTime> captions_due;  // when others are to be seen

    RoomPart room;

    media::Phase last_phase = media::Phase::Idle;
    bool last_stalled = false;
    std::optional<media::Hindrance> last_hindrance;

    std::unique_ptr<voice::Voice> voice;  // while reading aloud is on
    ReadAloud reader;
    bool paused_for_voice = false;
    WallTime voice_ends_by{};

    // --- time ---
    WallTime now{};
    WallTime controls_asleep_at{};
    WallTime save_at{};
    WallTime look_at_makers_at{};
    WallTime try_speaker_at{};
    struct SpeakerWatch {
        WallTime last_pull{};
        WallTime since{};  // looked at again and again, and it has not pulled
        bool told = false;
    };
    SpeakerWatch speaker_watch;
    WallTime last_tick{};
    bool paused_for_information = false;
    bool paused_for_black = false;
    bool settings_changed = false;                   // since they were saved
    bool save_failed = false;                        // and was said
    std::optional<catalogue::Problem> last_problem;  // why the present clip could not be played

    // input.cpp
    void take(const screen::Event& event);
    void take_key(const screen::KeyDown& key);
    void press(bool down, const screen::KeyDown& key);
    bool move_focus(const catalogue::Chord& chord);
    void run_key(const screen::KeyDown& key);

    // commands.cpp
    void run_command(std::string_view command);

    // act.cpp
    void act(const ui::Action& action);
    void walk_on(const lessons::Input& input);
    void back_out();

    // panels.cpp
    void set_black(bool on);
    void show_panel(ui::Panel panel);
    void say(std::string sentence);

    // preferences.cpp
    void switch_captions();
    void switch_descriptions();
    void step_caption_size(Step step);
    void step_interface_size(Step step);
    void set_interface_size(double size);
    void show_settings(ui::SettingsPart part);
    void set_preferences(const catalogue::Preferences& wanted);
    void use_preferences();

    // opening.cpp
    lessons::Seed new_seed() const;
    void open_module(const std::filesystem::path& root);
    void open_module(const std::filesystem::path& root,
                     std::unique_ptr<Awaited<ModuleOnDisk>> being_read);
    void open_first_module();
    void wait_for(const std::filesystem::path& root);
    void cannot_open(const catalogue::Problem& problem);
    void give_up_opening();
    void follow_opening();
    void show_module(ModuleOnDisk found);
    void begin_as_asked();
    void read_library();
    void read_in_other_language();
    void retell_module(ModuleOnDisk found);
    void find_last_places();
    void close_sitting();
    void go_to_start();

    // app.cpp
    void take_reports();
    void follow_makers();
    void drive_engine();
    void save();
    media::EngineStatus status() const { return engine.status(now); }

    // draw.cpp
    void draw();
    void draw_interface();
    void wake_interface(int frames = 2) {
        if (interface_frames_due < frames) {
            interface_frames_due = frames;
        }
    }
    void rebuild_fonts();  // when they are due
    bool shows_stills() const {
        return place == Place::Wall || place == Place::Search || place == Place::Notebook ||
               place == Place::ClassWall;
    }
    bool shows_posters() const;
    bool film_up() const;  // it is the film's turn to be seen
    std::vector<ui::Action> draw_settings();
    bool engine_has_sound() const;
    bool position_moves() const;
    bool controls_tire() const;
    std::optional<WallTime> next_tick() const;
};

// Whether a key that is held does it again and again: steps inside a clip
// and from cell to cell, loudness, sizes.
bool repeats_while_held(std::string_view command);

// All command names that run_command knows, for the test that holds them against keys.yaml.
std::vector<std::string> command_names();

}  // namespace app
