#include "player/app/app.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <future>

#include "catalogue/own_file.h"
#include "catalogue/words.h"
#include "lessons/mix.h"
#include "player/app/aloud/speech.h"
#include "player/app/app_state.h"
#include "player/app/class_wall/class_wall.h"
#include "player/app/index/index.h"
#include "player/app/languages.h"
#include "player/app/lesson/lesson.h"
#include "player/app/notebook/notebook.h"
#include "player/app/preparing/hardware_trial.h"
#include "player/app/preparing/prelude_shelf.h"
#include "player/app/preparing/proxies.h"
#include "player/app/room/room_window.h"
#include "player/app/room/silent_room.h"
#include "player/app/search/search.h"
#include "player/app/sheets/paper.h"
#include "player/app/stage/conduct.h"
#include "player/app/stage/sound_device.h"
#include "player/app/stage/stage_data.h"
#include "player/app/storage/folders.h"
#include "player/app/storage/settings_file.h"
#include "player/app/storage/storage.h"

namespace app {
using catalogue::_;
namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

constexpr auto save_every = 20s;
constexpr auto look_at_makers_every = 1s;
constexpr int small_machine_mib = 4096;

std::size_t warm_bytes() {
    const bool small = screen::memory_mib() < small_machine_mib;
    return small ? media::Engine::usual_warm_bytes / 2 : media::Engine::usual_warm_bytes;
}

media::ClipMeans clip_means(bool remember) {
    media::ClipMeans means;
    means.hardware = hardware_to_try(remember ? state_folder() : fs::path{});
    if (remember) {
        means.preludes = prelude_folder();
        means.proxies = proxy_folder();
    }
    return means;
}

fs::path settings_file() {
    return state_folder() / "settings.yaml";
}

screen::WindowOptions window_options_of(const AppOptions& options,
                                        const catalogue::SavedSettings& settings) {
    screen::WindowOptions wanted;
    wanted.title = "Crosscut";
    if (options.size_px) {
        wanted.width_px = options.size_px->first;
        wanted.height_px = options.size_px->second;
    } else if (settings.window) {
        const catalogue::SavedWindow& last = *settings.window;
        wanted.place = screen::RectPx{last.x, last.y, last.width_px, last.height_px};
        wanted.width_px = last.width_px;
        wanted.height_px = last.height_px;
    }
    wanted.full_screen = options.full_screen.value_or(settings.full_screen);
    return wanted;
}

using OpenedInterface = catalogue::Result<std::unique_ptr<ui::Interface>>;

// With letters for the window that is asked for; where it comes out otherwise they are made anew.
OpenedInterface open_interface(const screen::WindowOptions& window, double size) {
    OpenedInterface opened = ui::Interface::open(asset_folder());
    if (opened) (*opened)->set_posters(false);
    if (opened && !window.full_screen) {
        (*opened)->set_scale(static_cast<float>(size));
        (*opened)->set_display(window.width_px, window.height_px, 1.0F);
    }
    return opened;
}

}  // namespace

AppState::AppState(const AppOptions& wanted, screen::Platform made_platform,
                   screen::Window made_window, std::unique_ptr<ui::Interface> made_interface,
                   catalogue::KeyTable made_keys, catalogue::SavedSettings saved)
    : options(wanted),
      platform(std::move(made_platform)),
      window(std::move(made_window)),
      interface(std::move(made_interface)),
      all_keys(std::move(made_keys)),
      keys(all_keys),
      engine(screen::wake, warm_bytes(), clip_means(options.remember), screen::give_gaps_back),
      caption_painter([] { return screen::CaptionPainter(asset_folder() / "fonts"); },
                      screen::wake),
      settings(std::move(saved)) {
    interface->set_clipboard(screen::clipboard_text, screen::set_clipboard_text);
    now = std::chrono::steady_clock::now();
    save_at = now + save_every;
    use_preferences();
    if (options.open_speaker) {
        open_speaker(*this);
    } else {
        engine.set_speaker_present(true);
    }
}

catalogue::Result<std::unique_ptr<App>> App::open(const AppOptions& options) {
    const fs::path keys_file = asset_folder() / "keys.yaml";
    const catalogue::Result<std::string> keys_text = catalogue::read_own_file(keys_file);
    if (!keys_text) return keys_text.error();
    catalogue::KeyTableReading keys = catalogue::read_key_table(*keys_text, keys_file);
    if (!keys.problems.empty()) {
        return keys.problems.front();
    }
    OpenedSettings settings;
    if (options.remember) {
        settings = open_settings(settings_file());
    }
    speak_language(settings.settings.preferences.language);

    // A module of six hundred answers takes as long to read as a window takes to open, and so do
    // letters to make.
    std::unique_ptr<Awaited<ModuleOnDisk>> module;
    if (options.module && !options.index) module = begin_reading(*options.module);
    const screen::WindowOptions wanted = window_options_of(options, settings.settings);
    std::future<OpenedInterface> letters = std::async(std::launch::async, open_interface, wanted,
                                                      settings.settings.preferences.interface_size);
    catalogue::Result<screen::Platform> platform = screen::Platform::open(options.display);
    if (!platform) {
        return platform.error();
    }
    catalogue::Result<screen::Window> window = screen::Window::open(wanted);
    if (!window) {
        return window.error();
    }
    OpenedInterface interface = letters.get();
    if (!interface) {
        return interface.error();
    }
    auto state = std::make_unique<AppState>(options, std::move(*platform), std::move(*window),
                                            std::move(*interface), std::move(keys.table),
                                            std::move(settings.settings));
    if (options.module && options.index) {
        if (const auto opened = open_index(*state, *options.module, *options.index); !opened) {
            return opened.error();
        }
    } else if (options.module) {
        state->open_module(*options.module, std::move(module));
        if (!state->sitting && !state->opening) {
            return catalogue::fail({*options.module}, *state->start_sentence);
        }
    } else {
        state->go_to_start();
    }
    look_for_kept(*state);
    if (options.open_speaker && !state->speaker) {
        state->say(_("No sound device: films play silently until one is plugged in"));
    }
    if (settings.sentence && state->place == Place::Start) {
        state->start_sentence = settings.sentence;
    } else if (settings.sentence) {
        state->say(*settings.sentence);
    }
    return std::unique_ptr<App>(new App(std::move(state)));
}

App::App(std::unique_ptr<AppState> state) : state_(std::move(state)) {}
App::~App() {
    state_->save();
}

void AppState::save() {
    save_at = now + save_every;
    settings_changed = false;
    if (!options.remember) {
        return;
    }
    if (sitting) {
        settings.volume = static_cast<double>(sitting->transport.volume);
        settings.muted = sitting->transport.muted;
        const catalogue::Outcome saved =
            save_document(kept_in, catalogue::to_yaml(saved_of(*sitting, status())));
        if (!saved && !save_failed) {
            say(_("Where you are could not be kept: {}", saved.error().hint));
        }
        save_failed = !saved;
        save_lesson(*this);
    }
    if (!options.size_px) {
        const screen::RectPx at = window.place();
        settings.window = catalogue::SavedWindow{at.x, at.y, at.width, at.height};
    }
    if (!options.full_screen) {
        settings.full_screen = window.full_screen();
    }
    const catalogue::Outcome saved = save_document(settings_file(), catalogue::to_yaml(settings));
    if (!saved && !save_failed) {
        say(_("The settings could not be kept: {}", saved.error().hint));
        save_failed = true;
    }
}

void AppState::take_reports() {
    for (const media::Report& report : engine.take_reports()) {
        if (!sitting) {
            continue;
        }
        wake_interface();
        if (const auto* ended = std::get_if<media::Ended>(&report)) {
            walk_on(lessons::ClipEnded{ended->cue});
        } else if (const auto* failed = std::get_if<media::Failed>(&report)) {
            const bool is_current = failed->cue == sitting->walk.cue().number;
            walk_on(lessons::ClipFailed{failed->cue});
            if (is_current) {
                last_problem = failed->problem;
                sitting->problems.push_back(failed->problem);
            }
        }
    }
}

void AppState::follow_makers() {
    if (now < look_at_makers_at) {
        return;
    }
    look_at_makers_at = now + look_at_makers_every;
    for (LibraryEntry& entry : library) {
        if (refresh(entry)) {
            wake_interface();
        }
    }
    if (sitting && follow_maker(*sitting)) {
        backstage->follow(sitting->module);
        reopen_search(*this);
        say(sitting->making
                ? _("{} of {} people are ready", sitting->making->ready, sitting->making->of)
                : _("Everybody is here now"));
    }
}

void AppState::drive_engine() {
    const std::vector<lessons::Cell> likely =
        likely_next(sitting->walk, resting_on ? resting_on : next_lesson_cell(*this));
    const bool stills_news = backstage->take_news();
    const bool search_news = searching.desk->take_news() &&
                             (place == Place::Search || ui_state.panel == ui::Panel::Clicker);
    if ((stills_news && shows_stills()) || search_news) {
        wake_interface(1);
    }
    // Nobody is to hear a film that cannot be seen: while the wall is up it stands still.
    Transport transport = sitting->transport;
    transport.playing = transport.playing && !shows_stills() && place != Place::Lesson;
    conduct_room(*this, transport);
    media::EngineOrder order = conduct(sitting->module, sitting->root, sitting->walk, transport,
                                       likely, backstage->loudness());
    if (searching.kept) {
        order_in_turn(order, *searching.kept, sitting->module, sitting->root,
                      backstage->loudness());
    }
    engine.drive(order, now);
    backstage->follow({sitting->walk.cue().cell, likely, cells_in_sight(*this)}, status().waiting);
    searching.desk->give_way(status().waiting);
}

std::optional<WallTime> App::tick(const std::vector<screen::Event>& events, WallTime now) {
    AppState& state = *state_;
    state.now = now;
    for (const screen::Event& event : events) {
        state.take(event);
    }
    state.take_reports();
    state.follow_opening();
    state.follow_makers();
    look_after_speaker(state);
    look_after_voice(state);
    follow_sheets(state);
    follow_kept(state);
    follow_displays(state);
    look_after_notebook(state);
    follow_picks(state);
    look_after_class_wall(state);
    if (state.sitting) {
        follow_readers(state);
        state.drive_engine();
        follow_film(state);
    }
    if (state.index) {
        drive_index(state);
    }
    state.draw();
    if (now >= state.save_at) {
        state.save();
    }
    return state.next_tick();
}

bool App::finished() const {
    return state_->finished;
}
void App::run_command(std::string_view command) {
    state_->run_command(command);
}
void App::act(const ui::Action& action) {
    state_->act(action);
}
void App::save() {
    state_->save();
}
bool App::playing() const {
    return state_->sitting && state_->sitting->transport.playing;
}
media::SoundTap& App::sound() {
    return state_->engine.sound();
}
std::vector<std::uint8_t> App::pixels() const {
    return state_->window.pixels();
}
std::vector<std::uint8_t> App::room_pixels() const {
    const std::optional<screen::Window>& window = state_->room.window;
    return window ? window->pixels() : std::vector<std::uint8_t>{};
}
int App::width_px() const {
    return state_->window.width_px();
}
int App::height_px() const {
    return state_->window.height_px();
}

const ui::StageView* App::stage() const {
    return state_->sitting && state_->place == Place::Stage ? &state_->stage_view : nullptr;
}

const ui::WallView* App::wall() const {
    return state_->sitting && state_->place == Place::Wall ? &state_->wall_view : nullptr;
}

}  // namespace app
