#include <fmt/chrono.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <optional>
#include <ostream>

#include "catalogue/first_documents.h"
#include "catalogue/module_reader.h"
#include "player/app/command_line/command.h"
#include "player/app/modules/new_files.h"

namespace app {
namespace {

namespace fs = std::filesystem;

struct PersonArguments {
    fs::path folder;
    fs::path film;
    std::string id;
    std::string name;
    std::string job;
    std::optional<std::string> article;
    bool agreed = false;
};

// The film as the module names it: it may be written as it is found from here, or from the module.
catalogue::Result<fs::path> film_in(const fs::path& folder, const fs::path& film) {
    std::error_code error;
    const fs::path module = fs::canonical(folder, error);
    for (const fs::path& place : {film, folder / film}) {
        const fs::path found = fs::canonical(place, error);
        if (error || !fs::is_regular_file(found, error)) continue;
        const fs::path relative = found.lexically_relative(module);
        if (!relative.empty() && *relative.begin() != "..") return relative;
        return catalogue::fail({film}, "this film lies outside the module",
                               "put it into the folder 'films' of the module first");
    }
    return catalogue::fail({film}, "there is no such film",
                           "is its name spelt as it is on the disk?");
}

// "amara-okafor" is Amara Okafor.
std::string name_from(const std::string& id) {
    std::string name;
    bool begins = true;
    for (const char c : id) {
        if (c == '-') {
            name += ' ';
        } else {
            name += begins && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        }
        begins = c == '-';
    }
    return name;
}

// A guess, for English.
std::string article_for(const std::string& job, const std::string& language) {
    if (job.empty() || !language.starts_with("en")) return "";
    return std::string("aeiouAEIOU").find(job.front()) == std::string::npos ? "a" : "an";
}

int add_person(const PersonArguments& arguments, const Console& console) {
    const fs::path& folder = arguments.folder;
    if (const auto writable = is_to_be_written(folder); !writable) {
        return say_problem(console, writable.error(), exit_failed);
    }
    const catalogue::FolderFiles files{folder};
    const catalogue::ModuleReading reading = catalogue::read_module(files);
    if (!reading.module) {
        return say_problem(console, reading.problems.front(), exit_unreadable);
    }
    const auto film = film_in(folder, arguments.film);
    if (!film) return say_problem(console, film.error(), exit_failed);
    if (const auto usable = files.usable(*film); !usable) {
        return say_problem(console, usable.error(), exit_failed);
    }
    catalogue::NewPerson wanted;
    wanted.id = arguments.id.empty() ? catalogue::id_for(film->stem().string()) : arguments.id;
    if (wanted.id.empty() && !arguments.name.empty()) wanted.id = catalogue::id_for(arguments.name);
    wanted.name = arguments.name.empty() ? name_from(wanted.id) : arguments.name;
    wanted.job.title = arguments.job;
    wanted.job.article =
        arguments.article.value_or(article_for(arguments.job, reading.module->language));
    wanted.consent_given = arguments.agreed;
    wanted.film = *film;
    std::error_code error;
    wanted.film_bytes = fs::file_size(folder / *film, error);
    wanted.date = fmt::format("{:%F}", fmt::gmtime(std::chrono::system_clock::now()));

    const auto documents = catalogue::first_documents(wanted, *reading.module);
    if (!documents) return say_problem(console, documents.error(), exit_failed);
    if (const auto written = write_new_documents(folder, *documents); !written) {
        return say_problem(console, written.error(), exit_failed);
    }
    console.out << catalogue::to_text(catalogue::fail(
                       {documents->front().file}, "mark where each answer begins and ends",
                       fmt::format("'crosscut index edit {} {}' shows the film for it",
                                   folder.string(), wanted.id)))
                << "\n";
    return exit_ok;
}

}  // namespace

void add_add_person(CommandTree& tree) {
    const auto arguments = std::make_shared<PersonArguments>();
    CLI::App& command = tree.add(
        tree.program(), "add-person",
        "adds a person's file to a module, with a line for each question",
        "crosscut add-person modules/harbour films/moira.mp4 --name Moira --job \"hill farmer\"");
    add_module_folder(command, arguments->folder);
    command.add_option("film", arguments->film, "the person's film, inside the module")
        ->type_name(file_value)
        ->required();
    command.add_option("--name", arguments->name, "as it is shown; else as the film is called")
        ->type_name("TEXT");
    command.add_option("--id", arguments->id, "the person's id; else as the film is called")
        ->type_name("ID");
    command.add_option("--job", arguments->job, "what they do: \"hill farmer\"")->type_name("TEXT");
    command.add_option("--article", arguments->article, "before the job: a, an, or \"\" for none")
        ->type_name("TEXT");
    command.add_flag("--agreed", arguments->agreed, "the person has agreed in writing to be shown");
    tree.when_asked(
        command, [arguments](const Console& console) { return add_person(*arguments, console); });
}

}  // namespace app
