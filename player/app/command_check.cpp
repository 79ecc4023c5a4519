#include <memory>
#include <nlohmann/json.hpp>
#include <ostream>

#include "player/app/check.h"
#include "player/app/command.h"
#include "player/app/json_text.h"

namespace app {
namespace {

struct CheckArguments {
    std::filesystem::path folder;
    bool json = false;
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

void say_as_json(const catalogue::ModuleReading& reading, std::ostream& out) {
    nlohmann::ordered_json said{{"readable", reading.module.has_value()}};
    if (reading.module) {
        said["people"] = reading.module->people.size();
        said["questions"] = reading.module->questions.size();
    }
    said["problems"] = nlohmann::ordered_json::array();
    for (const catalogue::Problem& problem : reading.problems) {
        said["problems"].push_back(json_of(problem));
    }
    out << json_text(said) << "\n";
}

void say_in_words(const catalogue::ModuleReading& reading, std::ostream& out) {
    for (const catalogue::Problem& problem : reading.problems) {
        out << catalogue::to_text(problem) << "\n";
    }
    if (reading.module && reading.problems.empty()) {
        out << "No problems: " << reading.module->people.size() << " people, "
            << reading.module->questions.size() << " questions.\n";
    }
}

int check(const CheckArguments& arguments, const Console& console) {
    const catalogue::ModuleReading reading = check_module(arguments.folder);
    (arguments.json ? say_as_json : say_in_words)(reading, console.out);
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
    command.add_flag("--json", arguments->json, "says it as JSON, for other programs");
    tree.when_asked(command,
                    [arguments](const Console& console) { return check(*arguments, console); });
}

}  // namespace app
