#include "player/app/html_edition/export_html.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <ostream>
#include <random>
#include <vector>

#include "catalogue/module_reader.h"
#include "catalogue/own_file.h"
#include "player/app/html_edition/edition_files.h"
#include "player/app/html_edition/html_edition.h"
#include "player/app/languages.h"
#include "player/app/lesson/plan_shelf.h"
#include "player/app/preparing/answer_loudness.h"
#include "player/app/storage/folders.h"
#include "player/media/analysis/clip_still.h"

namespace app {
namespace {

namespace fs = std::filesystem;
using catalogue::CellState;

// In the order in which they build on each other.
constexpr auto script_files = std::to_array<const char*>(
    {"speech.js",      "seed.js",          "difference.js", "bag.js",
     "walk_onward.js", "walk.js",          "dom.js",        "fit.js",
     "plan_picks.js",  "lesson.js",        "words.js",      "film.js",
     "keys.js",        "notebook.js",      "search.js",     "guesses.js",
     "stage_parts.js", "stage.js",         "wall.js",       "lesson_words.js",
     "lesson_desk.js", "lesson_screen.js", "plan_list.js",  "panels.js",
     "start.js",       "commands.js",      "app.js"});
// What a page cannot make louder it makes everything else quieter for, down to here.
constexpr double quietest_lufs = -33.0;

catalogue::Outcome check_place(const fs::path& folder, const fs::path& out) {
    std::error_code error;
    if (fs::exists(out, error) && !(fs::is_directory(out, error) && fs::is_empty(out, error))) {
        return catalogue::fail({out}, "there is something already",
                               "name a new folder, or empty this one first");
    }
    const fs::path module = fs::canonical(folder, error);
    const fs::path place = fs::weakly_canonical(fs::absolute(out, error), error);
    if (std::mismatch(module.begin(), module.end(), place.begin(), place.end()).first ==
        module.end()) {
        return catalogue::fail({out}, "this lies inside the module, which is never written to",
                               "name a folder outside of it");
    }
    fs::create_directories(out, error);
    if (error) {
        return catalogue::fail({out}, "this folder cannot be made", "may you write there?");
    }
    return catalogue::done();
}

catalogue::Result<std::string> asset(const std::string& name) {
    return catalogue::read_own_file(asset_folder() / "html_edition" / name);
}

catalogue::Result<PageParts> page_parts() {
    PageParts parts;
    auto page = asset("page.html");
    auto style = asset("style.css");
    if (!page) return page.error();
    if (!style) return style.error();
    parts.page = std::move(*page);
    parts.style = std::move(*style);
    for (const char* name : script_files) {
        auto script = asset(name);
        if (!script) return script.error();
        parts.script += *script + "\n";
    }
    return parts;
}

catalogue::Result<catalogue::KeyTable> key_table() {
    const fs::path file = asset_folder() / "keys.yaml";
    const auto text = catalogue::read_own_file(file);
    if (!text) return text.error();
    return catalogue::read_key_table(*text, file).table;
}

std::string new_nonce() {
    std::random_device chance;
    return fmt::format("{:08x}{:08x}{:08x}{:08x}", chance(), chance(), chance(), chance());
}

// Those that the lesson screen would offer.
std::vector<EditionPlan> plans_of(const fs::path& folder, const catalogue::Module& module,
                                  const std::string& language) {
    const PlanShelf shelf =
        read_plans(catalogue::FolderFiles{folder}, module, asset_folder(), language);
    std::vector<EditionPlan> plans;
    for (const auto& plan : shelf.plans) {
        plans.push_back({plan, plan->language});
    }
    return plans;
}

// The films of a module on their way out.
class FilmsOut {
public:
    FilmsOut(const catalogue::Module& module, const fs::path& root, const fs::path& out,
             std::ostream& notes)
        : root_(root), out_(out), notes_(notes), held_back_(films_held_back(module)) {}

    // Its path from the page; nothing when it is left out.
    catalogue::Result<std::optional<PageFile>> bring(const fs::path& film) {
        const auto [place, is_new] = brought_.try_emplace(film);
        if (!is_new) return place->second;
        if (held_back_.contains(film)) {
            notes_ << fmt::format(
                "Left out: {}. Somebody asked not to show an answer that may be in it; make a film "
                "for each of their other answers, and they can be exported\n",
                film.generic_string());
            return place->second;
        }
        auto brought = bring_file(root_, film, out_);
        if (!brought) return brought.error();
        place->second = std::move(*brought);
        if (const auto trouble = browser_trouble(root_, film)) {
            notes_ << fmt::format("{}: {}\n", film.generic_string(), *trouble);
        }
        return place->second;
    }

private:
    const fs::path& root_;
    const fs::path& out_;
    std::ostream& notes_;
    const std::set<fs::path> held_back_;
    std::map<fs::path, std::optional<PageFile>> brought_;
};

class Exporter {
public:
    Exporter(const catalogue::Module& module, const fs::path& root, const fs::path& out,
             std::ostream& notes)
        : module_(module), root_(root), out_(out), notes_(notes), films_(module, root, out, notes) {
        edition_.answers.resize(module.cells.size());
        edition_.pictures.resize(module.people.size());
    }

    catalogue::Outcome bring_all(const Progress& progress) {
        for (std::size_t person = 0; person < module_.people.size(); ++person) {
            progress(person, module_.people.size());
            for (std::size_t question = 0; question < module_.questions.size(); ++question) {
                const catalogue::Module::Cell& cell = module_.cell(person, question);
                if (cell.state != CellState::Playable || !cell.answer) continue;
                const std::size_t place = person * module_.questions.size() + question;
                if (auto brought = bring_answer(*cell.answer, edition_.answers[place]); !brought) {
                    return brought;
                }
            }
            bring_pictures(person);
        }
        make_equally_loud();
        return catalogue::done();
    }

    Edition& edition() { return edition_; }

private:
    catalogue::Outcome bring_answer(const catalogue::Answer& answer, EditionAnswer& made) {
        auto film = films_.bring(answer.film);
        if (!film) return film.error();
        made.film = std::move(*film);
        if (!made.film) return catalogue::done();
        made.still = bring_still(root_, answer, out_);
        if (answer.trim) {
            made.length_s = std::chrono::duration<double>(answer.trim->length()).count();
        } else if (const auto length = media::claimed_length({root_, answer.film})) {
            made.length_s = std::chrono::duration<double>(*length).count();
        }
        if (answer.captions) made.captions = cues_of(*answer.captions, answer.trim);
        if (answer.second_captions) {
            made.second_captions = cues_of(answer.second_captions->file, answer.trim);
        }
        if (answer.descriptions) made.descriptions = cues_of(*answer.descriptions, answer.trim);
        return catalogue::done();
    }

    // Those of a caption file that are seen in this stretch.
    std::vector<catalogue::CaptionCue> cues_of(const fs::path& file,
                                               const std::optional<catalogue::TimeRange>& within) {
        std::vector<catalogue::CaptionCue> seen;
        for (const catalogue::CaptionCue& cue : cues_of(file)) {
            if (!within || (cue.time.in < within->out && within->in < cue.time.out)) {
                seen.push_back(cue);
            }
        }
        return seen;
    }

    const std::vector<catalogue::CaptionCue>& cues_of(const fs::path& file) {
        const auto [place, is_new] = cues_.try_emplace(file);
        if (is_new) {
            if (const auto text = catalogue::FolderFiles{root_}.read(file)) {
                place->second = catalogue::read_captions(*text, file).cues;
            }
        }
        return place->second;
    }

    // A picture that cannot be had is left out, as on the stage.
    void bring_pictures(std::size_t person) {
        const catalogue::Person& whose = module_.people[person];
        if (whose.consent_withdrawn) return;
        const auto bring = [&](const std::optional<catalogue::Picture>& picture) {
            if (!picture) return PageFile{};
            auto brought = bring_file(root_, picture->file, out_);
            return brought ? std::move(*brought) : PageFile{};
        };
        edition_.pictures[person] = {bring(whose.now), bring(whose.then)};
    }

    // A page can only turn sound down: everybody comes down to whoever speaks most quietly.
    void make_equally_loud() {
        std::vector<std::optional<double>> lufs(module_.cells.size());
        double target = media::usual_loudness_lufs;
        for (std::size_t place = 0; place < lufs.size(); ++place) {
            if (!edition_.answers[place].film) continue;
            const auto questions = module_.questions.size();
            const lessons::Cell cell{static_cast<int>(place / questions),
                                     static_cast<int>(place % questions)};
            if (const auto loudness = loudness_of(module_, cell, {})) {
                lufs[place] = loudness->lufs;
                target = std::min(target, loudness->lufs);
            }
        }
        target = std::max(target, quietest_lufs);
        for (std::size_t place = 0; place < lufs.size(); ++place) {
            if (!lufs[place]) continue;
            edition_.answers[place].gain =
                std::min(1.0, std::pow(10.0, (target - *lufs[place]) / 20.0));
        }
    }

    const catalogue::Module& module_;
    const fs::path& root_;
    const fs::path& out_;
    std::ostream& notes_;
    FilmsOut films_;
    Edition edition_;
    std::map<fs::path, std::vector<catalogue::CaptionCue>> cues_;
};

}  // namespace

catalogue::Outcome export_html(const fs::path& folder, const fs::path& out, const HtmlOrder& order,
                               std::ostream& notes, const Progress& progress) {
    const catalogue::ModuleReading reading =
        catalogue::read_module(catalogue::FolderFiles{folder}, order.language);
    if (!reading.module) return reading.problems.front();
    const auto parts = page_parts();
    if (!parts) return parts.error();
    auto keys = key_table();
    if (!keys) return keys.error();
    if (const auto place = check_place(folder, out); !place) return place;

    Exporter exporter(*reading.module, folder, out, notes);
    if (const auto brought = exporter.bring_all(progress); !brought) return brought;
    Edition& edition = exporter.edition();
    edition.words =
        edition_words(parts->script, *keys,
                      translation_of(order.language.empty() ? language_of(reading.module->language)
                                                            : order.language));
    edition.keys = std::move(*keys);
    edition.plans = plans_of(folder, *reading.module, order.language);
    edition.job_last = order.job_last;
    edition.captions_by = reading.notes.captions_by;
    const std::string json = edition_json(*reading.module, edition);
    // Last: a page that is there is whole.
    const auto written = write_text(out / "index.html", edition_page(*reading.module, edition.words,
                                                                     *parts, json, new_nonce()));
    if (!written) return written;
    if (!reading.problems.empty()) {
        notes << fmt::format("The module has {} problems: crosscut check says which\n",
                             reading.problems.size());
    }
    notes << "Open " << (out / "index.html").string() << " in a browser\n";
    return catalogue::done();
}

}  // namespace app
