#include "player/app/sitting.h"

#include <algorithm>
#include <utility>

#include "catalogue/words.h"
#include "player/app/sitting_memory.h"
#include "player/app/stage/conduct.h"

namespace app {
using catalogue::_;
namespace {

namespace fs = std::filesystem;

// So near to its end a clip has nothing left to say: it is resumed at its beginning.
constexpr std::chrono::milliseconds nearly_over{1500};

// While the job comes last, a mix does not say why it chose somebody by a fact that tells it.
std::shared_ptr<const lessons::Grid> grid_for(const catalogue::Module& whole, bool job_last) {
    const catalogue::Module covered = catalogue::shown_module(whole, {job_last, {}});
    return std::make_shared<const lessons::Grid>(lessons::grid_of(whole, covered));
}

// The walk over another grid, at the same cue of the same clip; the module may have changed.
void carry_walk_over(Sitting& sitting, const catalogue::SavedSitting& place) {
    const std::uint64_t cue_number = sitting.walk.cue().number;
    const lessons::Standing standing = sitting.walk.cue().standing;
    sitting.walk = lessons::resume(grid_for(sitting.whole, sitting.veil.job_last),
                                   memory_from(sitting.whole, place));
    sitting.walk = lessons::with_cue(std::move(sitting.walk), cue_number, standing);
}

}  // namespace

const catalogue::Answer* Sitting::answer() const {
    const lessons::Cue& cue = walk.cue();
    const catalogue::Module::Cell& cell = module.cell(static_cast<std::size_t>(cue.cell.person),
                                                      static_cast<std::size_t>(cue.cell.question));
    return cue.standing != lessons::Standing::Absent && cell.answer ? &*cell.answer : nullptr;
}

bool Sitting::captions_are_by_machine() const {
    const auto person = static_cast<std::size_t>(walk.cue().cell.person);
    return person < notes.captions_by.size() &&
           notes.captions_by[person] == catalogue::CaptionsBy::Machine;
}

catalogue::Result<std::unique_ptr<Sitting>> open_sitting(
    ModuleOnDisk found, const std::optional<catalogue::SavedSitting>& saved, lessons::Seed seed) {
    catalogue::ModuleReading& reading = found.reading;
    const fs::path& root = found.root;
    if (!reading.module) {
        return reading.problems.empty()
                   ? catalogue::fail(
                         {root}, _("this is not a module"),
                         _("choose a folder with a module.yaml in it, or a pack (.crosscut)"))
                   : reading.problems.front();
    }
    if (reading.module->people.empty() || reading.module->questions.empty()) {
        return catalogue::fail({root / "module.yaml"},
                               _("this module has nobody or nothing to show"),
                               _("see docs/module-format.md for what a module needs"));
    }
    const auto grid = grid_for(*reading.module, false);
    const bool resumes = saved && saved->module == reading.module->id;
    lessons::Walk walk = resumes ? lessons::resume(grid, memory_from(*reading.module, *saved))
                                 : lessons::Walk{grid, seed};
    catalogue::Module shown = *reading.module;
    auto sitting =
        std::make_unique<Sitting>(Sitting{root,
                                          std::move(*reading.module),
                                          {},
                                          std::move(shown),
                                          std::move(reading.problems),
                                          std::move(walk),
                                          Transport{},
                                          found.making,
                                          resumes ? saved->guesses : decltype(saved->guesses){},
                                          std::move(reading.notes)});
    if (resumes && saved->into_clip > catalogue::SourceDuration::zero()) {
        if (const catalogue::Answer* answer = sitting->answer()) {
            const catalogue::SourceTime in =
                answer->trim ? answer->trim->in : catalogue::SourceTime{};
            sitting->transport.resume_at = in + saved->into_clip;
        }
    }
    if (sitting->making) {
        sitting->problems.clear();  // what is missing while a module is being made is no problem
    }
    return sitting;
}

bool follow_maker(Sitting& sitting) {
    if (!sitting.making) {
        return false;
    }
    const std::optional<Making> making = making_of(sitting.root);
    if (making == sitting.making) {
        return false;
    }
    const bool more = !making || making->ready != sitting.making->ready;
    sitting.making = making;
    if (!more) {
        return false;
    }
    catalogue::ModuleReading reading = catalogue::read_module(catalogue::FolderFiles{sitting.root});
    if (!reading.module || reading.module->people.size() <= sitting.module.people.size()) {
        return false;
    }
    take_reading(sitting, std::move(reading));
    return true;
}

void take_reading(Sitting& sitting, catalogue::ModuleReading reading) {
    const catalogue::SavedSitting place = saved_from(sitting.whole, memory_of(sitting.walk));
    sitting.whole = std::move(*reading.module);
    sitting.notes = std::move(reading.notes);
    sitting.module = catalogue::shown_module(sitting.whole, sitting.veil);
    carry_walk_over(sitting, place);
    if (!sitting.making) {
        sitting.problems = std::move(reading.problems);
    }
}

void set_job_last(Sitting& sitting, bool on) {
    if (sitting.veil.job_last == on) {
        return;
    }
    sitting.veil = {on, {}};
    sitting.module = catalogue::shown_module(sitting.whole, sitting.veil);
    carry_walk_over(sitting, saved_from(sitting.whole, memory_of(sitting.walk)));
}

void uncover_job(Sitting& sitting, std::size_t person) {
    const catalogue::PersonId& id = sitting.whole.people[person].id;
    if (sitting.veil.uncovered.erase(id) == 0) {
        sitting.veil.uncovered.insert(id);
    }
    sitting.module = catalogue::shown_module(sitting.whole, sitting.veil);
}

catalogue::Guesses& guesses_of(Sitting& sitting, std::size_t person) {
    const catalogue::PersonId& id = sitting.whole.people[person].id;
    const auto found =
        std::find_if(sitting.guesses.begin(), sitting.guesses.end(),
                     [&](const catalogue::Guesses& guesses) { return guesses.person == id; });
    return found != sitting.guesses.end()
               ? *found
               : sitting.guesses.emplace_back(catalogue::Guesses{id, {}, {}});
}

catalogue::SavedSitting saved_of(const Sitting& sitting, const media::EngineStatus& status) {
    catalogue::SavedSitting saved = saved_from(sitting.whole, memory_of(sitting.walk));
    saved.guesses = sitting.guesses;
    const bool has_position =
        status.cue == sitting.walk.cue().number &&
        (status.phase == media::Phase::Playing || status.phase == media::Phase::Paused);
    if (has_position && status.range.out - status.position > nearly_over) {
        saved.into_clip = status.position - status.range.in;
    }
    return saved;
}

}  // namespace app
