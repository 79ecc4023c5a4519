#include <algorithm>
#include <iterator>
#include <memory>
#include <nlohmann/json.hpp>
#include <ostream>

#include <fmt/format.h>

#include "catalogue/text_coverage.h"
#include "catalogue/words.h"
#include "player/app/command_line/advice_lines.h"
#include "player/app/command_line/command.h"
#include "player/app/command_line/json_text.h"
#include "player/app/modules/check.h"

namespace app {
namespace {

struct CheckArguments {
    std::filesystem::path folder;
    bool json = false;
    bool no_advice = false;
    bool flashes = false;
    bool all = false;
};

nlohmann::ordered_json json_of(const catalogue::Problem& problem) {
    nlohmann::ordered_json json{
        {"file", problem.place.file.generic_string()},
        {"line", problem.place.line},
        {"column", problem.place.column},
        {"severity", problem.severity == catalogue::Severity::Error ? "error" : "warning"},
        {"what", problem.what},
        {"hint", problem.hint}};
    return json;
}

// What is said beside the problems.
struct Advice {
    std::vector<catalogue::Problem> advice;
    std::vector<std::string> told;  // how people differ in what they told
    std::string captions;           // who has them, and who made them
    std::string texts;              // in which languages they are there
};

nlohmann::ordered_json json_of(const std::vector<catalogue::Problem>& problems) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const catalogue::Problem& problem : problems) {
        list.push_back(json_of(problem));
    }
    return list;
}

void say_as_json(const catalogue::ModuleReading& reading, const Advice& advice, std::ostream& out) {
    nlohmann::ordered_json said{{"readable", reading.module.has_value()}};
    if (reading.module) {
        said["people"] = reading.module->people.size();
        said["questions"] = reading.module->questions.size();
    }
    said["problems"] = json_of(reading.problems);
    said["advice"] = json_of(advice.advice);
    said["told"] = advice.told;
    said["captions"] = advice.captions;
    said["texts"] = advice.texts;
    out << json_text(said) << "\n";
}

void say_advice(const catalogue::Module& module, const Advice& advice, bool all,
                std::ostream& out) {
    if (all) {
        out << "\nNothing of this is wrong; '--no-advice' leaves it out:\n";
        for (const catalogue::Problem& one : advice.advice) {
            out << catalogue::to_text(one) << "\n";
        }
        return;
    }
    out << "\nNothing of this is wrong; '--all' says more on each, '--no-advice' leaves it out:\n";
    for (const std::string& line : advice_by_person(module, advice.advice)) {
        out << line << "\n";
    }
}

void say_in_words(const catalogue::ModuleReading& reading, const Advice& advice, bool all,
                  std::ostream& out) {
    for (const catalogue::Problem& problem : reading.problems) {
        out << catalogue::to_text(problem) << "\n";
    }
    if (reading.module && reading.problems.empty()) {
        out << fmt::format(
            "No problems: {}, {}.\n",
            catalogue::plural("{} person", "{} people", reading.module->people.size()),
            catalogue::plural("{} question", "{} questions", reading.module->questions.size()));
    }
    if (!advice.advice.empty()) {
        say_advice(*reading.module, advice, all, out);
    }
    if (!advice.told.empty()) {
        out << "\nWhat people told:\n";
        for (const std::string& line : advice.told) {
            out << line << "\n";
        }
    }
    for (const std::string& line : {advice.captions, advice.texts}) {
        if (!line.empty()) out << "\n" << line << "\n";
    }
}

int check(const CheckArguments& arguments, const Console& console) {
    const CheckedModule checked = [&] {
        ProgressBar bar(console.err, console.err_is_terminal);
        return check_module(arguments.folder, bar.progress());
    }();
    const catalogue::ModuleReading& reading = checked.reading;
    Advice advice;
    if (reading.module && !arguments.no_advice) {
        ProgressBar bar(console.err, console.err_is_terminal);
        advice = {advice_on(arguments.folder, checked, bar.progress()),
                  catalogue::told_facts(*reading.module),
                  catalogue::caption_status(*reading.module, reading.notes),
                  catalogue::text_coverage(reading.notes, reading.module->language)};
        if (arguments.all || arguments.json) {
            std::ranges::move(
                catalogue::texts_to_translate(reading.notes, reading.module->language),
                std::back_inserter(advice.advice));
        }
    }
    if (reading.module && arguments.flashes) {
        ProgressBar bar(console.err, console.err_is_terminal);
        std::ranges::move(flashes_in(arguments.folder, *reading.module, bar.progress()),
                          std::back_inserter(advice.advice));
    }
    if (arguments.json) {
        say_as_json(reading, advice, console.out);
    } else {
        say_in_words(reading, advice, arguments.all, console.out);
    }
    if (!reading.module) {
        return exit_unreadable;
    }
    return reading.problems.empty() ? exit_ok : exit_problems_found;
}

}  // namespace

void add_check(CommandTree& tree) {
    const auto arguments = std::make_shared<CheckArguments>();
    CLI::App& command = tree.add(
        tree.program(), "check",
        "says what is wrong with a module: exit code 0 nothing, 3 problems, 4 not readable",
        "crosscut check modules/harbour");
    add_module_folder(command, arguments->folder);
    command.add_flag("--no-advice", arguments->no_advice, "says only what is wrong");
    command.add_flag("--flashes", arguments->flashes,
                     "looks at every picture for flashes; takes minutes for hours of film");
    command.add_flag("--all", arguments->all, "says each advice with its place and a way out");
    command.add_flag("--json", arguments->json, "says it as JSON, for other programs");
    tree.when_asked(command,
                    [arguments](const Console& console) { return check(*arguments, console); });
}

}  // namespace app
