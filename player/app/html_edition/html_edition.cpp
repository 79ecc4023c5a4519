#include "player/app/html_edition/html_edition.h"

#include <fmt/format.h>

#include <array>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

#include "catalogue/job_veil.h"
#include "player/ui/theme.h"

namespace app {
namespace {

using catalogue::CellState;
using nlohmann::json;

double seconds(catalogue::SourceDuration duration) {
    return std::chrono::duration<double>(duration).count();
}

const char* state_name(CellState state) {
    switch (state) {
        case CellState::Empty:
            return "empty";
        case CellState::Playable:
            return "playable";
        case CellState::Withheld:
            return "withheld";
        case CellState::Withdrawn:
            return "withdrawn";
    }
    return "empty";
}

json picture_json(const std::optional<catalogue::Picture>& picture, const PageFile& file) {
    if (!picture || file.empty()) return nullptr;
    return {{"file", file}, {"alt", picture->alt}};
}

// What may be told of a person by one of the two modules: as it is, or with covered jobs.
json told_json(const catalogue::Person& person, const std::vector<catalogue::FactDefinition>& kinds,
               const EditionPictures& pictures) {
    json facts = json::array();
    for (std::size_t kind = 0; kind < kinds.size() && kind < person.facts.size(); ++kind) {
        if (person.facts[kind]) facts.push_back({kinds[kind].label, person.facts[kind]->text});
    }
    return {{"job", catalogue::job_with_article(person.job)},
            {"job_title", person.job.title},
            {"job_language", person.job.language},
            {"job_other_titles", person.job.other_titles},
            {"facts", std::move(facts)},
            {"now", picture_json(person.now, pictures.now)},
            {"then", picture_json(person.then, pictures.then)},
            {"stills_covered", person.stills_covered},
            {"way_in", person.way_in}};
}

json person_json(const catalogue::Module& whole, const catalogue::Module& covered,
                 std::size_t place, const Edition& edition) {
    catalogue::Person person = whole.people[place];
    catalogue::Person hidden = covered.people[place];
    if (person.consent_withdrawn) person = hidden = catalogue::Person{};
    json contrast_facts = json::array();
    json contrast_words = json::array();  // the same as they are said
    json silent = json::array();          // compared, but not said while jobs come last
    for (std::size_t kind = 0; kind < whole.facts.size(); ++kind) {
        if (!whole.facts[kind].for_contrasts) continue;
        const bool known = kind < person.facts.size() && person.facts[kind];
        contrast_facts.push_back(known ? json(person.facts[kind]->compared) : json(nullptr));
        contrast_words.push_back(known ? json(person.facts[kind]->text) : json(nullptr));
        silent.push_back(known && !hidden.facts[kind]);
    }
    const EditionPictures& pictures = edition.pictures[place];
    json made = told_json(person, whole.facts, pictures);
    made["id"] = person.id.text;
    made["name"] = person.name;
    made["contrast_facts"] = std::move(contrast_facts);
    made["contrast_words"] = std::move(contrast_words);
    made["silent"] = std::move(silent);
    made["heard_by_machine"] = !person.consent_withdrawn && place < edition.captions_by.size() &&
                               edition.captions_by[place] == catalogue::CaptionsBy::Machine;
    made["covered"] = told_json(hidden, whole.facts, pictures);
    return made;
}

// A fourth value where a covered job changes what is read.
json cues_json(const std::vector<catalogue::CaptionCue>& cues, const catalogue::Job& job) {
    json made = json::array();
    for (const catalogue::CaptionCue& cue : cues) {
        json timed = {seconds(cue.time.in.time_since_epoch()),
                      seconds(cue.time.out.time_since_epoch()), cue.text};
        std::string covered = catalogue::covered_caption(cue, job);
        if (covered != cue.text) timed.push_back(std::move(covered));
        made.push_back(std::move(timed));
    }
    return made;
}

json cell_json(const catalogue::Module::Cell& cell, const EditionAnswer& answer,
               const catalogue::Job& job) {
    json made = {{"state", state_name(cell.state)}};
    if (cell.state != CellState::Playable || !cell.answer) return made;
    made["film"] = answer.film ? json(*answer.film) : json(nullptr);
    made["still"] = answer.still;
    made["length"] = answer.length_s ? json(*answer.length_s) : json(nullptr);
    made["gain"] = answer.gain;
    made["in"] = 0;
    made["out"] = nullptr;
    if (const auto& trim = cell.answer->trim) {
        made["in"] = seconds(trim->in.time_since_epoch());
        made["out"] = seconds(trim->out.time_since_epoch());
    }
    made["captions"] = cell.answer->captions ? cues_json(answer.captions, job) : json(nullptr);
    if (const auto& second = cell.answer->second_captions) {
        made["second_captions"] = {{"language", second->language},
                                   {"cues", cues_json(answer.second_captions, job)}};
    }
    if (cell.answer->descriptions) made["descriptions"] = cues_json(answer.descriptions, job);
    return made;
}

json words_json(const EditionWords& words) {
    return {{"sentences", words.sentences}, {"plural_forms", words.plural_forms}};
}

// "en" where the page says English and the module is in British English: "en-GB".
std::string language_of_page(const catalogue::Module& module, const EditionWords& words) {
    const std::string& language = catalogue::language_of_words(module);
    const bool same = language.substr(0, language.find('-')) == words.language;
    return same ? language : words.language;
}

json keys_json(const catalogue::KeyTable& table) {
    json groups = json::array();
    for (const catalogue::KeyGroup& group : table.groups) {
        json bindings = json::array();
        for (const catalogue::KeyBinding& binding : group.bindings) {
            json keys = json::array();
            for (const catalogue::Chord& chord : binding.chords) {
                keys.push_back(catalogue::to_text(chord));
            }
            bindings.push_back(
                {{"command", binding.command}, {"says", binding.says}, {"keys", std::move(keys)}});
        }
        groups.push_back({{"title", group.title}, {"bindings", std::move(bindings)}});
    }
    return groups;
}

void replace_all(std::string& text, std::string_view what, std::string_view with) {
    for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += with.size()) {
        text.replace(at, what.size(), with);
    }
}

std::string escaped_html(std::string text) {
    replace_all(text, "&", "&amp;");
    replace_all(text, "<", "&lt;");
    replace_all(text, ">", "&gt;");
    replace_all(text, "\"", "&quot;");
    return text;
}

std::string colour_text(ui::Colour colour) {
    return fmt::format("#{:02x}{:02x}{:02x}", colour.r, colour.g, colour.b);
}

std::string palette_rules(const char* name, const ui::Palette& p) {
    const std::array<std::pair<const char*, ui::Colour>, 18> roles{{
        {"backdrop", p.backdrop},
        {"surface", p.surface},
        {"raised", p.raised},
        {"hover", p.hover},
        {"pressed", p.pressed},
        {"field", p.field},
        {"line", p.line},
        {"edge", p.edge},
        {"text", p.text},
        {"quiet", p.quiet},
        {"faint", p.faint},
        {"accent", p.accent},
        {"accent-hover", p.accent_hover},
        {"on-accent", p.on_accent},
        {"chosen", p.chosen},
        {"focus", p.focus},
        {"focus-gap", p.focus_gap},
        {"alert", p.alert},
    }};
    std::string rules = fmt::format("[data-theme={}] {{\n", name);
    for (const auto& [role, colour] : roles) {
        rules += fmt::format("  --{}: {};\n", role, colour_text(colour));
    }
    for (std::size_t theme = 0; theme < p.themes.size(); ++theme) {
        rules += fmt::format("  --theme-{}: {};\n", theme, colour_text(p.themes[theme]));
    }
    return rules + "}\n";
}

}  // namespace

std::string edition_json(const catalogue::Module& module, const Edition& edition) {
    json made = {{"format", 1},
                 {"id", module.id.text},
                 {"version", module.version},
                 {"title", module.title},
                 {"language", module.language},
                 {"words_language", catalogue::language_of_words(module)},
                 {"licence", module.licence},
                 {"about", module.about},
                 {"notice", module.notice},
                 {"job_last", edition.job_last},
                 {"words", words_json(edition.words)},
                 {"credits",
                  {{"funder", module.credits.funder},
                   {"nominated_by", module.credits.nominated_by},
                   {"date", module.credits.date}}}};
    for (const char* list :
         {"support", "themes", "questions", "says", "people", "cells", "plans"}) {
        made[list] = json::array();
    }
    for (const catalogue::SupportLine& line : module.support) {
        made["support"].push_back({{"name", line.name}, {"contact", line.contact}});
    }
    for (const catalogue::Theme& theme : module.themes) {
        made["themes"].push_back(theme.name);
    }
    for (const catalogue::Question& question : module.questions) {
        made["questions"].push_back({{"id", question.id.text},
                                     {"theme", question.theme},
                                     {"label", question.label},
                                     {"text", question.text},
                                     {"language", question.language},
                                     {"sensitive", question.sensitive}});
    }
    for (const catalogue::FactDefinition& fact : module.facts) {
        if (fact.for_contrasts) made["says"].push_back(fact.says);
    }
    const catalogue::Module covered = catalogue::shown_module(module, {true, {}});
    for (std::size_t person = 0; person < module.people.size(); ++person) {
        made["people"].push_back(person_json(module, covered, person, edition));
    }
    for (std::size_t cell = 0; cell < module.cells.size(); ++cell) {
        const catalogue::Person& person = module.people[cell / module.questions.size()];
        made["cells"].push_back(cell_json(module.cells[cell], edition.answers[cell], person.job));
    }
    for (const EditionPlan& plan : edition.plans) {
        made["plans"].push_back(plan_json(plan, module));
    }
    made["keys"] = keys_json(edition.keys);
    std::string text = made.dump(-1, ' ', false, json::error_handler_t::replace);
    replace_all(text, "<", "\\u003c");
    return text;
}

std::string edition_colours() {
    using catalogue::ThemeChoice;
    return palette_rules("dark", ui::palette_of(ThemeChoice::Dark)) +
           palette_rules("light", ui::palette_of(ThemeChoice::Light)) +
           palette_rules("high-contrast", ui::palette_of(ThemeChoice::HighContrast)) +
           palette_rules("cream", ui::palette_of(ThemeChoice::Cream));
}

std::string edition_page(const catalogue::Module& module, const EditionWords& words,
                         const PageParts& parts, const std::string& json,
                         const std::string& nonce) {
    const std::array<std::pair<std::string_view, std::string>, 7> values{{
        {"language", escaped_html(language_of_page(module, words))},
        {"noscript", escaped_html(words.without_scripts)},
        {"title", escaped_html(module.title)},
        {"nonce", nonce},
        {"style", edition_colours() + parts.style},
        {"script", parts.script},
        {"module", json},
    }};
    // In one pass: what is filled in is never looked at again.
    std::string made;
    std::string_view rest = parts.page;
    while (true) {
        const std::size_t open = rest.find("{{");
        const std::size_t close = rest.find("}}", open);
        made += rest.substr(0, open);
        if (open == std::string_view::npos || close == std::string_view::npos) return made;
        const std::string_view name = rest.substr(open + 2, close - open - 2);
        for (const auto& [known, value] : values) {
            if (known == name) made += value;
        }
        rest.remove_prefix(close + 2);
    }
}

}  // namespace app
