#include "player/app/lesson/plan_shelf.h"

#include "catalogue/words.h"

#include <algorithm>
#include <iterator>

namespace app {
using catalogue::_;
namespace {

constexpr const char* language_of_the_program = "en";

// Names that the module does not know: the plan can be used, this clip is left out.
void check_names(const catalogue::Plan& plan, const std::filesystem::path& file,
                 const catalogue::Module& module, std::vector<catalogue::Problem>& problems) {
    const auto say = [&](const catalogue::PlanCue& cue, const std::string& what) {
        problems.push_back({{file},
                            _("cue '{}' names {}, which is not in this module", cue.title, what),
                            _("check the id, or take the clip out"),
                            catalogue::Severity::Warning});
    };
    for (const catalogue::PlanCue& cue : plan.cues) {
        for (const catalogue::PlanClips& clips : cue.clips) {
            const bool picked = std::holds_alternative<catalogue::ClassPick>(clips.chosen);
            if (!picked && !module.find_question(clips.question)) {
                say(cue, _("the question '{}'", clips.question.text));
            }
            const auto* person = std::get_if<catalogue::ThisPerson>(&clips.chosen);
            if (person != nullptr && !module.find_person(person->person)) {
                say(cue, _("the person '{}'", person->person.text));
            }
        }
    }
}

std::vector<std::shared_ptr<const catalogue::Plan>> read_folder(
    const catalogue::ModuleFiles& files, const catalogue::TextLanguages& languages,
    PlanShelf& shelf) {
    std::vector<std::shared_ptr<const catalogue::Plan>> plans;
    std::vector<catalogue::Problem>& problems = shelf.problems;
    for (const std::filesystem::path& file : files.list("plans", ".yaml")) {
        const catalogue::Result<std::string> text = files.read(file);
        if (!text) {
            problems.push_back(text.error());
            continue;
        }
        catalogue::PlanReading reading = catalogue::read_plan(*text, file, languages);
        std::move(reading.problems.begin(), reading.problems.end(), std::back_inserter(problems));
        std::ranges::move(reading.texts, std::back_inserter(shelf.texts));
        if (reading.plan) {
            plans.push_back(std::make_shared<const catalogue::Plan>(*std::move(reading.plan)));
        }
    }
    return plans;
}

}  // namespace

PlanShelf read_plans(const catalogue::ModuleFiles& module_files, const catalogue::Module& module,
                     const std::filesystem::path& asset_folder, std::string_view language) {
    PlanShelf shelf;
    shelf.plans = read_folder(module_files, {std::string{language}, module.language}, shelf);
    shelf.own = shelf.plans.size();
    for (const auto& plan : shelf.plans) {
        check_names(*plan, "plans/" + plan->id.text + ".yaml", module, shelf.problems);
    }
    if (asset_folder.empty()) {
        return shelf;
    }
    PlanShelf of_the_program;
    std::vector<std::shared_ptr<const catalogue::Plan>> shipped =
        read_folder(catalogue::FolderFiles{asset_folder},
                    {std::string{language}, language_of_the_program}, of_the_program);
    std::ranges::stable_sort(shipped, {}, [](const auto& plan) { return plan->minutes; });
    for (auto& plan : shipped) {
        const bool replaced =
            std::ranges::any_of(shelf.plans, [&](const auto& own) { return own->id == plan->id; });
        if (!replaced) shelf.plans.push_back(std::move(plan));
    }
    return shelf;
}

}  // namespace app
