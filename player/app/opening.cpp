// Opening a module, leaving it, and the start screen between them.
#include <algorithm>
#include <random>
#include <system_error>

#include "lessons/mix.h"
#include "player/app/app_state.h"
#include "player/app/folders.h"
#include "player/app/settings_file.h"
#include "player/app/storage.h"

namespace app {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t recent_kept = 8;

// Where somebody was in a module. A damaged memory of the last time is no reason not to start.
std::optional<catalogue::SavedSitting> last_place_in(const fs::path& root) {
    const fs::path file = sitting_file(root);
    const auto text = load_document(file);
    if (!text || !*text) {
        return std::nullopt;
    }
    auto saved = catalogue::read_saved_sitting(**text, file);
    return saved ? std::optional{*std::move(saved)} : std::nullopt;
}

}  // namespace

lessons::Seed AppState::new_seed() const {
    return options.seed.value_or(
        static_cast<lessons::Seed>(std::random_device{}() % lessons::short_seeds));
}

void AppState::open_module(const fs::path& root) {
    close_sitting();
    const fs::path place_file = sitting_file(root);
    const OpenedPlace saved = options.remember ? open_saved_sitting(place_file) : OpenedPlace{};
    catalogue::Result<std::unique_ptr<Sitting>> opened =
        open_sitting(root, saved.place, new_seed());
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
        if (const auto saved = last_place_in(entry.folder)) {
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

}  // namespace app
