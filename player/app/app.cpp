#include "player/app/app.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <random>

#include "lessons/mix.h"
#include "player/app/app_state.h"
#include "player/app/conduct.h"
#include "player/app/folders.h"
#include "player/app/prelude_shelf.h"
#include "player/app/settings_file.h"
#include "player/app/stage_data.h"
#include "player/app/storage.h"

namespace app {
namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

constexpr auto save_every = 20s;
constexpr auto look_at_makers_every = 1s;
constexpr auto try_speaker_every = 2s;
constexpr auto speaker_blocked_after = 2s;
// While a film plays, ticks come much more often.
constexpr auto slept_after = 1s;
constexpr std::size_t recent_kept = 8;
constexpr int small_machine_mib = 4096;

std::size_t warm_bytes() {
    const bool small = screen::memory_mib() < small_machine_mib;
    return small ? media::Engine::usual_warm_bytes / 2 : media::Engine::usual_warm_bytes;
}

fs::path settings_file() {
    return state_folder() / "settings.yaml";
}

lessons::Seed seed_of(const AppOptions& options) {
    return options.seed ? *options.seed
                        : static_cast<lessons::Seed>(std::random_device{}() % lessons::short_seeds);
}

template <class Document>
std::optional<Document> read_document(const fs::path& file,
                                      catalogue::Result<Document> (*read)(std::string_view,
                                                                          const fs::path&)) {
    const catalogue::Result<std::optional<std::string>> text = load_document(file);
    if (!text || !*text) {
        return std::nullopt;
    }
    catalogue::Result<Document> document = read(**text, file);
    if (!document) {
        return std::nullopt;  // a damaged memory of the last time is no reason not to start
    }
    return std::move(*document);
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
      engine(screen::wake, warm_bytes(), options.remember ? prelude_folder() : fs::path{}),
      caption_painter(asset_folder() / "fonts"),
      settings(std::move(saved)) {
    interface->set_clipboard(screen::clipboard_text, screen::set_clipboard_text);
    now = std::chrono::steady_clock::now();
    save_at = now + save_every;
    use_preferences();
    rebuild_fonts();
    if (options.open_speaker) {
        open_speaker();
    } else {
        engine.set_speaker_present(true);
    }
}

catalogue::Result<std::unique_ptr<App>> App::open(const AppOptions& options) {
    const fs::path keys_file = asset_folder() / "keys.yaml";
    const catalogue::Result<std::optional<std::string>> keys_text = load_document(keys_file);
    if (!keys_text || !*keys_text) {
        return catalogue::fail({keys_file}, "the table of keys is not there",
                               "install Crosscut again: files of the program are missing");
    }
    catalogue::KeyTableReading keys = catalogue::read_key_table(**keys_text, keys_file);
    if (!keys.problems.empty()) {
        return keys.problems.front();
    }
    OpenedSettings settings;
    if (options.remember) {
        settings = open_settings(settings_file());
    }

    catalogue::Result<screen::Platform> platform = screen::Platform::open(options.display);
    if (!platform) {
        return platform.error();
    }
    catalogue::Result<screen::Window> window =
        screen::Window::open(window_options_of(options, settings.settings));
    if (!window) {
        return window.error();
    }
    catalogue::Result<std::unique_ptr<ui::Interface>> interface =
        ui::Interface::open(asset_folder());
    if (!interface) {
        return interface.error();
    }
    auto state = std::make_unique<AppState>(options, std::move(*platform), std::move(*window),
                                            std::move(*interface), std::move(keys.table),
                                            std::move(settings.settings));
    if (options.module) {
        state->open_module(*options.module);
        if (!state->sitting && state->start_sentence) {
            return catalogue::fail({*options.module}, *state->start_sentence);
        }
        if (state->sitting && options.way) {
            state->walk_on(lessons::SetWay{*options.way});
        }
        if (state->sitting && options.play_at_once) {
            state->sitting->transport.playing = true;
        }
    } else {
        state->go_to_start();
    }
    if (options.open_speaker && !state->speaker) {
        state->say("No sound device: films play silently until one is plugged in");
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

void AppState::open_speaker() {
    catalogue::Result<screen::Speaker> opened = screen::Speaker::open(engine.sound());
    if (opened) {
        speaker.emplace(std::move(*opened));
        engine.set_speaker_present(true);
        return;
    }
    engine.set_speaker_present(false);
}

// Devices are unplugged, plugged in, and sometimes neither play nor go away.
void AppState::look_after_speaker() {
    const bool slept = now - last_tick > slept_after;
    last_tick = now;
    if (speaker && !speaker->alive()) {
        speaker.reset();
        engine.set_speaker_present(false);
        say("The sound device is gone; the film goes on without sound");
        try_speaker_at = now + try_speaker_every;
    }
    if (options.open_speaker && !speaker && try_speaker_at != WallTime{} && now >= try_speaker_at) {
        try_speaker_at = {};  // again when a device comes
        open_speaker();
        if (speaker) {
            say("The sound is there now");
        }
    }
    if (!speaker) {
        return;
    }
    const WallTime pulled = speaker->last_pull();
    if (slept || pulled != speaker_watch.last_pull) {
        speaker_watch = {pulled, now, false};
    } else if (!speaker_watch.told && now - speaker_watch.since > speaker_blocked_after) {
        speaker_watch.told = true;
        say("The sound device does not answer; the film goes on without sound");
    }
}

void AppState::open_module(const fs::path& root) {
    close_sitting();
    const fs::path place_file = sitting_file(root);
    const OpenedPlace saved = options.remember ? open_saved_sitting(place_file) : OpenedPlace{};
    catalogue::Result<std::unique_ptr<Sitting>> opened =
        open_sitting(root, saved.place, seed_of(options));
    if (!opened) {
        start_sentence = catalogue::to_text(opened.error());
        go_to_start();
        return;
    }
    sitting = std::move(*opened);
    kept_in = place_file;
    sitting->transport.volume = static_cast<float>(settings.volume);
    sitting->transport.muted = settings.muted;
    sitting->transport.target_lufs =
        options.loudness_lufs.value_or(settings.preferences.loudness_lufs);
    pictures = std::make_unique<PersonPictures>(sitting->root, window, screen::wake);
    captions = std::make_unique<CaptionShelf>(sitting->root, screen::wake);
    backstage = std::make_unique<Backstage>(
        sitting->root, sitting->module, options.remember ? Keeping::InTheCache : Keeping::Nothing,
        screen::wake);
    reopen_stills();
    reopen_search();
    start_sentence.reset();
    place = Place::Stage;
    ui_state.panel = ui::Panel::None;
    black = false;
    open_desk();
    open_notebook_desk();

    std::error_code error;
    const std::string kept = fs::weakly_canonical(root, error).string();
    std::erase(settings.recent, kept);
    settings.recent.insert(settings.recent.begin(), kept);
    settings.recent.resize(std::min(settings.recent.size(), recent_kept));
    if (saved.sentence) {
        say(sitting->module.notice.empty() ? *saved.sentence
                                           : *saved.sentence + " " + sitting->module.notice);
    } else if (!sitting->module.notice.empty()) {
        say(sitting->module.notice);
    }
    wake_interface(3);
}

void AppState::close_sitting() {
    if (!sitting) {
        return;
    }
    save();
    engine.drive({}, now);
    pictures.reset();
    forget_portraits();
    still_pictures.reset();
    captions.reset();
    close_search();
    searching.state = {};
    closing.take(std::move(backstage));
    picture.reset();
    captions_shown.clear();
    resting_on.reset();
    wall = {};
    wall_drawn = {};
    lesson_desk.reset();
    close_notebook_desk();
    sitting.reset();
}

void AppState::go_to_start() {
    if (sitting) {
        sitting->transport.playing = false;
        save();
    }
    library = find_modules({settings.recent.begin(), settings.recent.end()});
    for (LibraryEntry& entry : library) {
        if (!entry.reading.module || !options.remember) {
            continue;
        }
        if (const auto saved =
                read_document(sitting_file(entry.folder), catalogue::read_saved_sitting)) {
            const auto person = entry.reading.module->find_person(saved->cell.person);
            const auto question = entry.reading.module->find_question(saved->cell.question);
            if (person && question) {
                const catalogue::JobVeil veil{settings.preferences.job_last, {}};
                entry.last_place =
                    cell_name(catalogue::shown_module(*entry.reading.module, veil),
                              {static_cast<int>(*person), static_cast<int>(*question)});
            }
        }
    }
    place = Place::Start;
    wall_drawn = {};
    ui_state.panel = ui::Panel::None;
    wake_interface(3);
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
            say(fmt::format("Where you are could not be kept: {}", saved.error().hint));
        }
        save_failed = !saved;
        save_lesson();
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
        say(fmt::format("The settings could not be kept: {}", saved.error().hint));
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
        reopen_search();
        say(sitting->making ? fmt::format("{} of {} people are ready", sitting->making->ready,
                                          sitting->making->of)
                            : "Everybody is here now");
    }
}

void AppState::drive_engine() {
    const std::vector<lessons::Cell> likely =
        likely_next(sitting->walk, resting_on ? resting_on : next_lesson_cell());
    const bool stills_news = backstage->take_news();
    const bool search_news = searching.desk->take_news() && place == Place::Search;
    if ((stills_news && shows_stills()) || search_news) {
        wake_interface(1);
    }
    // Nobody is to hear a film that cannot be seen: while the wall is up it stands still.
    Transport transport = sitting->transport;
    transport.playing = transport.playing && !shows_stills() && place != Place::Lesson;
    conduct_room(transport);
    media::EngineOrder order = conduct(sitting->module, sitting->root, sitting->walk, transport,
                                       likely, backstage->loudness());
    if (searching.kept) {
        order_in_turn(order, *searching.kept, sitting->module, sitting->root,
                      backstage->loudness());
    }
    engine.drive(order, now);
    backstage->follow({sitting->walk.cue().cell, likely, cells_in_sight()}, status().waiting);
    searching.desk->give_way(status().waiting);
}

std::optional<WallTime> App::tick(const std::vector<screen::Event>& events, WallTime now) {
    AppState& state = *state_;
    state.now = now;
    for (const screen::Event& event : events) {
        state.take(event);
    }
    state.take_reports();
    state.follow_makers();
    state.look_after_speaker();
    state.look_after_voice();
    state.follow_displays();
    state.look_after_notebook();
    if (state.sitting) {
        state.follow_readers();
        state.drive_engine();
        state.follow_film();
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
