// Opening a module, leaving it, and the start screen between them.
#include <algorithm>
#include <chrono>
#include <iterator>
#include <random>
#include <utility>

#include "catalogue/words.h"
#include "lessons/mix.h"
#include "player/app/app_state.h"
#include "player/app/index/index.h"
#include "player/app/lesson/lesson.h"
#include "player/app/lesson/lesson_desk.h"
#include "player/app/modules/module_on_disk.h"
#include "player/app/notebook/notebook.h"
#include "player/app/room/silent_room.h"
#include "player/app/search/search.h"
#include "player/app/stage/job_last.h"
#include "player/app/storage/folders.h"
#include "player/app/storage/settings_file.h"
#include "player/app/storage/storage.h"
#include "player/app/wall/wall.h"

namespace app {
using catalogue::_;
namespace {

namespace fs = std::filesystem;

constexpr std::size_t recent_kept = 8;

// So long nobody minds waiting; a disk that works is quicker.
constexpr std::chrono::milliseconds at_once{200};

}  // namespace

lessons::Seed AppState::new_seed() const {
    return options.seed.value_or(
        static_cast<lessons::Seed>(std::random_device{}() % lessons::short_seeds));
}

void AppState::open_module(const fs::path& root) {
    open_module(root, begin_reading(root));
}

void AppState::open_module(const fs::path& root,
                           std::unique_ptr<Awaited<ModuleOnDisk>> being_read) {
    opening_index.reset();
    opening = std::move(being_read);
    if (std::optional<ModuleOnDisk> found = opening->take(options.opening_patience)) {
        show_module(*std::move(found));
        return;
    }
    wait_for(root);
}

// Says what is waited for, where the class is.
void AppState::wait_for(const fs::path& root) {
    const std::string sentence =
        _("{} does not answer yet: it will be opened as soon as its disk or share does",
          root.filename().string());
    if (sitting) {
        say(sentence);
    } else {
        start_sentence = sentence;
        go_to_start();
    }
}

// The one that was open last.
void AppState::open_first_module() {
    const ui::StartView view = start_view_of(library, {});
    if (!view.modules.empty() && view.modules.front().can_open) {
        open_module(view.modules.front().folder);
    }
}

void AppState::cannot_open(const catalogue::Problem& problem) {
    if (sitting) {
        say(catalogue::to_text(problem));
    } else {
        start_sentence = catalogue::to_text(problem);
        go_to_start();
    }
}

void AppState::give_up_opening() {
    opening.reset();
    opening_index.reset();
    start_sentence.reset();
}

void AppState::follow_opening() {
    if (opening) {
        if (std::optional<ModuleOnDisk> found = opening->take()) show_module(*std::move(found));
    }
    if (opening_index) {
        if (auto found = opening_index->take()) {
            if (const auto shown = show_index(*this, *std::move(found)); !shown) {
                cannot_open(shown.error());
            }
        }
    }
    if (retelling) {
        if (std::optional<ModuleOnDisk> found = retelling->take()) retell_module(*std::move(found));
    }
    if (library_reader && library_reader->take(library)) {
        find_last_places();
        wake_interface(1);
    }
}

void AppState::show_module(ModuleOnDisk found) {
    opening.reset();
    const fs::path root = found.root;
    const std::string language = found.language;
    const fs::path place_file = sitting_file(root);
    PlanShelf plans = std::move(found.plans);
    const OpenedPlace saved = options.remember ? open_saved_sitting(place_file) : OpenedPlace{};
    catalogue::Result<std::unique_ptr<Sitting>> opened =
        open_sitting(std::move(found), saved.place, new_seed());
    if (!opened) {
        start_sentence = catalogue::to_text(opened.error());
        go_to_start();
        return;
    }
    close_sitting();
    close_index(*this);
    sitting = std::move(*opened);
    kept_in = place_file;
    sitting->transport.volume = static_cast<float>(settings.volume);
    sitting->transport.muted = settings.muted;
    sitting->transport.target_lufs =
        options.loudness_lufs.value_or(settings.preferences.loudness_lufs);
    pictures = std::make_unique<PersonPictures>(root, window, screen::wake);
    captions = std::make_unique<CaptionShelf>(root, screen::wake);
    backstage = std::make_unique<Backstage>(
        root, sitting->module, options.remember ? Keeping::InTheCache : Keeping::Nothing,
        screen::wake);
    reopen_stills(*this);
    reopen_search(*this);
    start_sentence.reset();
    place = Place::Stage;
    ui_state.panel = ui::Panel::None;
    black = false;
    open_desk(*this, std::move(plans));
    open_notebook_desk(*this);

    const std::string kept = root.string();
    std::erase(settings.recent, kept);
    settings.recent.insert(settings.recent.begin(), kept);
    settings.recent.resize(std::min(settings.recent.size(), recent_kept));
    if (saved.sentence) {
        say(sitting->module.notice.empty() ? *saved.sentence
                                           : *saved.sentence + " " + sitting->module.notice);
    } else if (!sitting->module.notice.empty()) {
        say(sitting->module.notice);
    }
    begin_as_asked();
    if (language != catalogue::spoken_language()) read_in_other_language();
    wake_interface(3);
}

// What the command line says of the module that it names.
void AppState::begin_as_asked() {
    if (std::exchange(has_begun, true) || !options.module) return;
    if (options.way) walk_on(lessons::SetWay{*options.way});
    if (options.play_at_once) sitting->transport.playing = true;
}

void AppState::close_sitting() {
    if (!sitting) {
        return;
    }
    save();
    engine.drive({}, now);
    pictures.reset();
    forget_portraits(*this);
    still_pictures.reset();
    captions.reset();
    close_search(*this);
    searching.state = {};
    closing.take(std::move(backstage));
    retelling.reset();
    picture.reset();
    captions_shown.clear();
    resting_on.reset();
    wall = {};
    wall_drawn = {};
    lesson_desk.reset();
    close_notebook_desk(*this);
    if (class_wall) closing.take(std::shared_ptr<ClassWallDesk>(std::move(class_wall)));
    sitting.reset();
}

void AppState::go_to_start() {
    close_index(*this);
    if (sitting) {
        sitting->transport.playing = false;
        save();
    }
    read_library();
    place = Place::Start;
    clicker.module.reset();
    wall_drawn = {};
    ui_state.panel = ui::Panel::None;
    wake_interface(3);
}

void AppState::read_library() {
    library_reader = std::make_unique<LibraryReader>(
        std::vector<fs::path>{settings.recent.begin(), settings.recent.end()}, screen::wake);
    library_reader->take(library, at_once);
    find_last_places();
}

// What a module says in several languages is chosen while it is read: all that is open is read
// again. Until it is there the words stay as they are.
void AppState::read_in_other_language() {
    if (place == Place::Start && library_reader) read_library();
    if (!sitting) return;
    const fs::path root = sitting->root;
    retelling = std::make_unique<Awaited<ModuleOnDisk>>([root] { return read_from_disk(root); },
                                                        screen::wake);
}

void AppState::retell_module(ModuleOnDisk found) {
    retelling.reset();
    const auto& module = found.reading.module;
    if (!sitting || !module || module->people.empty() || module->questions.empty()) return;
    take_reading(*sitting, std::move(found.reading));
    if (!sitting->making) {
        std::ranges::copy(found.plans.problems, std::back_inserter(sitting->problems));
    }
    retell(*lesson_desk, std::move(found.plans), sitting->module, sitting->walk.grid(), now);
    follow_job_last(*this);
    backstage->follow(sitting->module);
    reopen_search(*this);
    if (found.language != catalogue::spoken_language()) read_in_other_language();
    wake_interface(3);
}

// Where somebody was in each module. A damaged memory of the last time is no reason not to start.
void AppState::find_last_places() {
    if (!options.remember) return;
    for (LibraryEntry& entry : library) {
        if (!entry.reading.module) continue;
        const fs::path file = sitting_file(entry.folder);
        const auto text = load_document(file);
        if (!text || !*text) continue;
        const auto saved = catalogue::read_saved_sitting(**text, file);
        if (!saved) continue;
        const auto person = entry.reading.module->find_person(saved->cell.person);
        const auto question = entry.reading.module->find_question(saved->cell.question);
        if (!person || !question) continue;
        const catalogue::JobVeil veil{settings.preferences.job_last, {}};
        entry.last_place = cell_name(catalogue::shown_module(*entry.reading.module, veil),
                                     {static_cast<int>(*person), static_cast<int>(*question)});
    }
}

}  // namespace app
