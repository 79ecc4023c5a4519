#include <fmt/format.h>

#include <chrono>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <ostream>

#include "catalogue/module_reader.h"
#include "player/app/command_line/command.h"
#include "player/app/command_line/json_text.h"
#include "player/app/command_line/progress_bar.h"
#include "player/app/modules/check.h"
#include "player/media/analysis/clip_still.h"

namespace app {
namespace {

using catalogue::CellState;
using catalogue::Module;
using catalogue::SourceDuration;

struct InfoArguments {
    std::filesystem::path folder;
    bool json = false;
};

// What can be counted in some cells of a module.
struct Counts {
    std::size_t playable = 0;
    std::size_t withheld = 0;
    SourceDuration length{};  // of what is playable, as far as it is known

    Counts& operator+=(const Counts& other) {
        playable += other.playable;
        withheld += other.withheld;
        length += other.length;
        return *this;
    }
};

// What a module holds, person by person.
std::vector<Counts> count(const Module& module, const std::filesystem::path& folder,
                          const Progress& progress) {
    std::vector<Counts> people(module.people.size());
    std::map<std::filesystem::path, SourceDuration> lengths;
    const auto length_of_film = [&](const std::filesystem::path& film) {
        const auto [place, is_new] = lengths.try_emplace(film);
        if (is_new)
            place->second = media::claimed_length({folder, film}).value_or(SourceDuration{});
        return place->second;
    };
    for (std::size_t person = 0; person < people.size(); ++person) {
        progress(person, people.size());
        for (std::size_t question = 0; question < module.questions.size(); ++question) {
            const Module::Cell& cell = module.cell(person, question);
            people[person].withheld += cell.state == CellState::Withheld ? 1 : 0;
            if (!cell.answer) continue;
            ++people[person].playable;
            const auto& trim = cell.answer->trim;
            people[person].length += trim ? trim->length() : length_of_film(cell.answer->film);
        }
    }
    return people;
}

double seconds_of(SourceDuration length) {
    return std::chrono::duration<double>(length).count();
}

std::string length_text(SourceDuration length) {
    const auto seconds = std::chrono::round<std::chrono::seconds>(length).count();
    return fmt::format("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

Counts sum_of(const std::vector<Counts>& people) {
    Counts all;
    for (const Counts& one : people)
        all += one;
    return all;
}

std::size_t withdrawn_in(const Module& module) {
    return static_cast<std::size_t>(
        std::ranges::count(module.people, true, &catalogue::Person::consent_withdrawn));
}

void say_as_json(const catalogue::ModuleReading& reading, const std::vector<Counts>& people,
                 std::ostream& out) {
    const Module& module = *reading.module;
    const Counts all = sum_of(people);
    nlohmann::ordered_json said{{"id", module.id.text},
                                {"title", module.title},
                                {"version", module.version},
                                {"language", module.language},
                                {"licence", module.licence},
                                {"themes", module.themes.size()},
                                {"answers", all.playable},
                                {"withheld", all.withheld},
                                {"seconds", seconds_of(all.length)},
                                {"problems", reading.problems.size()}};
    said["questions"] = nlohmann::ordered_json::array();
    for (const catalogue::Question& question : module.questions) {
        said["questions"].push_back({{"id", question.id.text},
                                     {"theme", module.themes[question.theme].id.text},
                                     {"text", question.text}});
    }
    said["people"] = nlohmann::ordered_json::array();
    for (std::size_t place = 0; place < people.size(); ++place) {
        // Of somebody who withdrew no more is told than that.
        const catalogue::Person& person = module.people[place];
        nlohmann::ordered_json one{{"id", person.id.text}, {"withdrawn", person.consent_withdrawn}};
        if (!person.consent_withdrawn) {
            one["name"] = person.name;
            one["answers"] = people[place].playable;
            one["withheld"] = people[place].withheld;
            one["seconds"] = seconds_of(people[place].length);
        }
        said["people"].push_back(std::move(one));
    }
    out << json_text(said) << "\n";
}

void say_in_words(const catalogue::ModuleReading& reading, const std::vector<Counts>& people,
                  std::ostream& out) {
    const Module& module = *reading.module;
    const Counts all = sum_of(people);
    const auto line = [&](const char* name, const std::string& value) {
        if (!value.empty()) out << fmt::format("{:<10} {}\n", name, value);
    };
    line("title", module.title);
    line("id", module.id.text);
    line("version", module.version);
    line("language", module.language);
    line("licence", module.licence);
    const std::size_t withdrawn = withdrawn_in(module);
    line("people", fmt::format("{}{}", module.people.size(),
                               withdrawn == 0 ? "" : fmt::format(" ({} withdrawn)", withdrawn)));
    line("questions",
         fmt::format("{} in {} themes", module.questions.size(), module.themes.size()));
    line("answers",
         fmt::format("{}{}", all.playable,
                     all.withheld == 0 ? "" : fmt::format(" ({} withheld)", all.withheld)));
    line("length", length_text(all.length));
    if (!reading.problems.empty()) {
        line("problems", fmt::format("{}: 'crosscut check' says which", reading.problems.size()));
    }
}

int info(const InfoArguments& arguments, const Console& console) {
    catalogue::ModuleReading reading =
        catalogue::read_module(catalogue::FolderFiles{arguments.folder});
    if (!reading.module) {
        return say_problem(console, reading.problems.front(), exit_unreadable);
    }
    {
        ProgressBar bar(console.err, console.err_is_terminal);
        add_damage(arguments.folder, reading.problems, bar.progress());
    }
    const std::vector<Counts> people = [&] {
        ProgressBar bar(console.err, console.err_is_terminal);
        return count(*reading.module, arguments.folder, bar.progress());
    }();
    (arguments.json ? say_as_json : say_in_words)(reading, people, console.out);
    return exit_ok;
}

}  // namespace

void add_info(CommandTree& tree) {
    const auto arguments = std::make_shared<InfoArguments>();
    CLI::App& command =
        tree.add(tree.program(), "info", "says what a module holds: people, questions, hours",
                 "crosscut info modules/harbour --json");
    add_module_folder(command, arguments->folder);
    command.add_flag("--json", arguments->json, "says it as JSON, for other programs");
    tree.when_asked(command,
                    [arguments](const Console& console) { return info(*arguments, console); });
}

}  // namespace app
