#include "player/app/html_edition/edition_plans.h"

#include <chrono>
#include <nlohmann/json.hpp>
#include <optional>
#include <variant>

#include "catalogue/markdown.h"

namespace app {
namespace {

using nlohmann::json;

const char* name_of(catalogue::TextBlock::Kind kind) {
    using Kind = catalogue::TextBlock::Kind;
    switch (kind) {
        case Kind::Paragraph:
            return "paragraph";
        case Kind::Heading:
            return "heading";
        case Kind::Bullet:
            return "bullet";
        case Kind::Numbered:
            return "numbered";
    }
    return "paragraph";
}

json blocks_json(const std::string& markdown) {
    json blocks = json::array();
    for (const catalogue::TextBlock& block : catalogue::read_markdown(markdown)) {
        blocks.push_back(
            {{"kind", name_of(block.kind)}, {"number", block.number}, {"text", block.text}});
    }
    return blocks;
}

json place_json(const std::optional<std::size_t>& place) {
    return place ? json(*place) : json(nullptr);
}

// The place of a fact among those for contrasts.
json kind_json(const std::optional<catalogue::FactId>& fact, const catalogue::Module& module) {
    std::size_t kind = 0;
    for (const catalogue::FactDefinition& definition : module.facts) {
        if (!definition.for_contrasts) continue;
        if (fact && definition.id == *fact) return kind;
        ++kind;
    }
    return nullptr;
}

json chosen_json(const catalogue::Chosen& chosen, const catalogue::Module& module) {
    if (const auto* one = std::get_if<catalogue::ThisPerson>(&chosen)) {
        auto person = module.find_person(one->person);
        if (person && module.people[*person].consent_withdrawn) person.reset();
        return {{"chosen", "person"}, {"person", place_json(person)}};
    }
    if (const auto* differ = std::get_if<catalogue::PeopleWhoDiffer>(&chosen)) {
        return {{"chosen", "people"},
                {"people", differ->people},
                {"fact", kind_json(differ->fact, module)}};
    }
    if (const auto* pick = std::get_if<catalogue::ClassPick>(&chosen)) {
        return {{"chosen", "picked"}, {"clips", pick->clips}};
    }
    if (std::holds_alternative<catalogue::SamePerson>(chosen)) return {{"chosen", "same"}};
    if (std::holds_alternative<catalogue::SamePeople>(chosen)) return {{"chosen", "same_people"}};
    return {{"chosen", "any"}};
}

json clips_json(const catalogue::PlanClips& clips, const catalogue::Module& module) {
    json made = chosen_json(clips.chosen, module);
    made["asks"] = clips.question.text;
    made["question"] = place_json(module.find_question(clips.question));
    made["prompts"] = json::array();
    for (const catalogue::ClipPrompt& prompt : clips.prompts) {
        // In bytes, as the program counts how long somebody reads.
        made["prompts"].push_back({{"at", std::chrono::duration<double>(prompt.at).count()},
                                   {"blocks", blocks_json(prompt.prompt)},
                                   {"bytes", prompt.prompt.size()},
                                   {"stops", prompt.stops}});
    }
    return made;
}

json cue_json(const catalogue::PlanCue& cue, const catalogue::Module& module) {
    json clips = json::array();
    for (const catalogue::PlanClips& one : cue.clips) {
        clips.push_back(clips_json(one, module));
    }
    return {{"title", cue.title},
            {"clips", std::move(clips)},
            {"before", blocks_json(cue.before)},
            {"after", blocks_json(cue.after)},
            {"talk", catalogue::name_of(cue.talk)},
            {"talk_s", cue.minutes.count()},
            {"sound", cue.sound},
            {"job_last", cue.job_last},
            {"content_note", cue.content_note},
            {"keep", cue.keep},
            {"optional", cue.optional},
            {"headsets", cue.watched == catalogue::Watched::WithHeadsets},
            {"week", cue.week}};
}

}  // namespace

json plan_json(const EditionPlan& edition, const catalogue::Module& module) {
    const catalogue::Plan& plan = *edition.plan;
    json areas = json::array();
    for (const catalogue::CareerArea area : plan.areas) {
        areas.push_back(catalogue::name_of(area));
    }
    json cues = json::array();
    for (const catalogue::PlanCue& cue : plan.cues) {
        cues.push_back(cue_json(cue, module));
    }
    return {{"id", plan.id.text},
            {"language", edition.language},
            {"title", plan.title},
            {"about", plan.about},
            {"minutes", plan.minutes.count()},
            {"fewest_pupils", plan.fewest_pupils},
            {"most_pupils", plan.most_pupils},
            {"needs", plan.needs},
            {"areas", std::move(areas)},
            {"benchmarks", plan.benchmarks},
            {"content_note", plan.content_note},
            {"rules", blocks_json(plan.ground_rules)},
            {"help_card", plan.help_card},
            {"weeks", plan.weeks},
            {"cues", std::move(cues)}};
}

}  // namespace app
