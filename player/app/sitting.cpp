#include "player/app/sitting.h"

#include <utility>

#include "player/app/conduct.h"
#include "player/app/sitting_memory.h"

namespace app {
namespace {

namespace fs = std::filesystem;

// So near to its end a clip has nothing left to say: it is resumed at its beginning.
constexpr std::chrono::milliseconds nearly_over{1500};

}  // namespace

const catalogue::Answer* Sitting::answer() const {
    const lessons::Cue& cue = walk.cue();
    const catalogue::Module::Cell& cell = module.cell(static_cast<std::size_t>(cue.cell.person),
                                                      static_cast<std::size_t>(cue.cell.question));
    return cue.standing != lessons::Standing::Absent && cell.answer ? &*cell.answer : nullptr;
}

catalogue::Result<std::unique_ptr<Sitting>> open_sitting(
    const fs::path& root, const std::optional<catalogue::SavedSitting>& saved, lessons::Seed seed) {
    catalogue::ModuleReading reading = catalogue::read_module(catalogue::FolderFiles{root});
    if (!reading.module) {
        return reading.problems.empty()
                   ? catalogue::fail({root}, "this is not a module",
                                     "choose a folder with a module.yaml in it")
                   : reading.problems.front();
    }
    if (reading.module->people.empty() || reading.module->questions.empty()) {
        return catalogue::fail({root / "module.yaml"}, "this module has nobody or nothing to show",
                               "see docs/module-format.md for what a module needs");
    }
    const auto grid = std::make_shared<const lessons::Grid>(lessons::grid_of(*reading.module));
    const bool resumes = saved && saved->module == reading.module->id;
    lessons::Walk walk = resumes ? lessons::resume(grid, memory_from(*reading.module, *saved))
                                 : lessons::Walk{grid, seed};
    auto sitting = std::make_unique<Sitting>(Sitting{root, std::move(*reading.module),
                                                     std::move(reading.problems), std::move(walk),
                                                     Transport{}, making_of(root)});
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
    const std::uint64_t cue_number = sitting.walk.cue().number;
    const catalogue::SavedSitting place = saved_from(sitting.module, memory_of(sitting.walk));
    const lessons::Standing standing = sitting.walk.cue().standing;
    sitting.module = std::move(*reading.module);
    sitting.walk =
        lessons::resume(std::make_shared<const lessons::Grid>(lessons::grid_of(sitting.module)),
                        memory_from(sitting.module, place));
    sitting.walk = lessons::with_cue(std::move(sitting.walk), cue_number, standing);
    if (!sitting.making) {
        sitting.problems = std::move(reading.problems);
    }
    return true;
}

catalogue::SavedSitting saved_of(const Sitting& sitting, const media::EngineStatus& status) {
    catalogue::SavedSitting saved = saved_from(sitting.module, memory_of(sitting.walk));
    const bool has_position =
        status.cue == sitting.walk.cue().number &&
        (status.phase == media::Phase::Playing || status.phase == media::Phase::Paused);
    if (has_position && status.range.out - status.position > nearly_over) {
        saved.into_clip = status.position - status.range.in;
    }
    return saved;
}

}  // namespace app
