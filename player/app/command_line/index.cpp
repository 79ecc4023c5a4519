// index import, index export, index edit: where answers lie in a film.
#include <fmt/chrono.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <memory>
#include <ostream>
#include <variant>
#include <vector>

#include "catalogue/exchange/index_chapters.h"
#include "catalogue/index_file.h"
#include "catalogue/module_reader.h"
#include "player/app/command_line/command.h"
#include "player/app/modules/new_files.h"
#include "player/app/storage/storage.h"
#include "player/media/analysis/clip_still.h"

namespace app {
namespace {

namespace fs = std::filesystem;
using catalogue::Module;

struct IndexArguments {
    fs::path folder;
    std::string person;
    fs::path file;
    fs::path film;
    std::string format;
    bool replace = false;
};

// The words for '--format'.
const std::map<std::string, catalogue::ChapterForm>& formats() {
    using catalogue::ChapterForm;
    static const std::map<std::string, ChapterForm> all{
        {"vtt", ChapterForm::WebVtt}, {"srt", ChapterForm::Srt},
        {"csv", ChapterForm::Csv},    {"ffmeta", ChapterForm::FfMetadata},
        {"ohms", ChapterForm::Ohms},  {"ohd", ChapterForm::OralHistoryAsData}};
    return all;
}

// The film of a person that most of their answers are in; empty when they have none.
fs::path usual_film(const Module& module, std::size_t person) {
    std::map<fs::path, int> answers;
    for (std::size_t question = 0; question < module.questions.size(); ++question) {
        const auto& answer = module.cell(person, question).answer;
        if (answer) ++answers[answer->film];
    }
    const auto most =
        std::ranges::max_element(answers, {}, [](const auto& one) { return one.second; });
    return most == answers.end() ? fs::path{} : most->first;
}

// That the command line names, or that most answers are in, or that the person's own file names.
fs::path film_of(const IndexArguments& arguments, const Module& module, std::size_t person) {
    if (!arguments.film.empty()) return arguments.film;
    if (fs::path film = usual_film(module, person); !film.empty()) return film;
    const auto yaml =
        catalogue::FolderFiles{arguments.folder}.read("people/" + arguments.person + ".yaml");
    if (!yaml) return {};
    return catalogue::written_by_hand(*yaml, module).film.value_or(fs::path{});
}

// What both directions begin with: the module, the person and the format.
struct Ready {
    Module module;
    std::size_t person = 0;
    catalogue::ChapterForm form{};
};

// @returns the exit code where something is missing
std::variant<Ready, int> make_ready(const IndexArguments& arguments, const Console& console) {
    catalogue::ModuleReading reading =
        catalogue::read_module(catalogue::FolderFiles{arguments.folder});
    if (!reading.module) {
        return say_problem(console, reading.problems.front(), exit_unreadable);
    }
    const auto person = reading.module->find_person({arguments.person});
    if (!person) {
        return say_problem(console,
                           catalogue::fail({"people/" + arguments.person + ".yaml"},
                                           "there is no such person in the module",
                                           "'crosscut info' lists them; 'add-person' adds one"),
                           exit_failed);
    }
    const auto form = arguments.format.empty() ? catalogue::chapter_form_of(arguments.file)
                                               : std::optional(formats().at(arguments.format));
    if (!form) {
        return say_problem(console,
                           catalogue::fail({arguments.file}, "its ending says no format",
                                           "name it .vtt, .srt, .csv, .ffmeta or .xml"),
                           exit_failed);
    }
    return Ready{*std::move(reading.module), *person, *form};
}

std::string answers_in(std::size_t answers, const fs::path& file) {
    return fmt::format("{} {} in {}\n", answers, answers == 1 ? "answer" : "answers",
                       file.generic_string());
}

std::string today() {
    return fmt::format("{:%F}", fmt::gmtime(std::chrono::system_clock::now()));
}

std::optional<catalogue::SourceTime> end_of(const fs::path& folder, const fs::path& film) {
    const auto length = media::claimed_length({folder, film});
    return length ? std::optional(catalogue::SourceTime{*length}) : std::nullopt;
}

// The captions of the person's answers in the film.
std::vector<catalogue::CaptionCue> captions_of(const Module& module, std::size_t person,
                                               const fs::path& film, const fs::path& folder) {
    for (std::size_t question = 0; question < module.questions.size(); ++question) {
        const auto& answer = module.cell(person, question).answer;
        if (!answer || answer->film != film || !answer->captions) continue;
        if (const auto text = catalogue::FolderFiles{folder}.read(*answer->captions)) {
            return catalogue::read_captions(*text, *answer->captions).cues;
        }
    }
    return {};
}

int export_index(const IndexArguments& arguments, const Console& console) {
    const auto ready = make_ready(arguments, console);
    if (const int* code = std::get_if<int>(&ready)) return *code;
    const auto& [module, person, form] = std::get<Ready>(ready);
    const fs::path film = film_of(arguments, module, person);
    const auto chapters = catalogue::chapters_of(module, person, film);
    if (chapters.empty()) {
        return say_problem(console,
                           catalogue::fail({"people/" + arguments.person + ".yaml"},
                                           "no answer with an in- and an out-point can be shown",
                                           "write in and out into it, or name another film"),
                           exit_failed);
    }
    const std::string& name = module.people[person].name;
    const catalogue::FilmRecord record{name + " \u2013 " + module.title,
                                       module.people[person].name,
                                       film.generic_string(),
                                       module.language,
                                       today(),
                                       end_of(arguments.folder, film),
                                       captions_of(module, person, film, arguments.folder)};
    const catalogue::TextDocument document{arguments.file.filename(),
                                           catalogue::chapters_text(chapters, form, record)};
    const fs::path into = arguments.file.has_parent_path() ? arguments.file.parent_path() : ".";
    if (const auto written = write_new_documents(into, {&document, 1}); !written) {
        return say_problem(console, written.error(), exit_failed);
    }
    console.out << answers_in(chapters.size(), film);
    return exit_ok;
}

catalogue::Result<std::string> text_of(const fs::path& file) {
    std::error_code error;
    if (fs::is_regular_file(file, error) &&
        fs::file_size(file, error) > catalogue::max_text_bytes) {
        return catalogue::fail({file}, "this is larger than 4 MiB", "is it the right file?");
    }
    auto text = load_document(file);
    if (!text) return text.error();
    if (!*text) return catalogue::fail({file}, "there is no such file");
    return **std::move(text);
}

// As add-person makes it: with a film, and no answer yet.
bool marks_nothing(const fs::path& index, const Module& module,
                   const catalogue::IndexOrigin& origin) {
    const auto text = load_document(index);
    if (!text || !*text) return false;
    const std::vector<catalogue::Markable> questions(module.questions.size(),
                                                     catalogue::Markable::Yes);
    const auto file = catalogue::read_index_file(**text, index.filename(), module, questions,
                                                 origin.person, origin.film);
    return file && file->answers.empty() && file->rest.answers.empty() && file->rest.keys.empty() &&
           file->rest.marks.empty();
}

int import_index(const IndexArguments& arguments, const Console& console) {
    const auto ready = make_ready(arguments, console);
    if (const int* code = std::get_if<int>(&ready)) return *code;
    const auto& [module, person, form] = std::get<Ready>(ready);
    if (const auto writable = is_to_be_written(arguments.folder); !writable) {
        return say_problem(console, writable.error(), exit_failed);
    }
    const auto text = text_of(arguments.file);
    if (!text) return say_problem(console, text.error(), exit_failed);

    catalogue::IndexOrigin origin;
    origin.person = arguments.person;
    origin.film = film_of(arguments, module, person);
    const catalogue::FolderFiles files{arguments.folder};
    if (const auto usable = files.usable(origin.film); origin.film.empty() || !usable) {
        return say_problem(console,
                           catalogue::fail({"people/" + arguments.person + ".yaml"},
                                           "it is not clear which film the times belong to",
                                           "name it: --film films/" + arguments.person + ".mp4"),
                           exit_failed);
    }
    std::error_code error;
    origin.film_bytes = fs::file_size(arguments.folder / origin.film, error);
    origin.date = today();

    const catalogue::ChapterReading read = catalogue::read_chapters(
        *text, arguments.file.filename(), form, end_of(arguments.folder, origin.film));
    const catalogue::IndexMaking made =
        catalogue::index_from(read.chapters, module, origin, arguments.file.filename());
    for (const auto* problems : {&read.problems, &made.problems}) {
        for (const catalogue::Problem& problem : *problems) {
            console.out << catalogue::to_text(problem) << "\n";
        }
    }
    if (made.found == 0) {
        return say_problem(console, catalogue::fail({arguments.file}, "no answer was found in it"),
                           exit_failed);
    }
    const fs::path index = "index/" + arguments.person + ".yaml";
    const auto saved =
        arguments.replace || marks_nothing(arguments.folder / index, module, origin)
            ? save_document(arguments.folder / index, made.yaml)
            : write_new_documents(arguments.folder,
                                  std::vector<catalogue::TextDocument>{{index, made.yaml}});
    if (!saved) {
        console.err << "crosscut: '--replace' writes the index anew\n";
        return say_problem(console, saved.error(), exit_failed);
    }
    console.out << answers_in(made.found, index);
    return read.problems.empty() && made.problems.empty() ? exit_ok : exit_problems_found;
}

CLI::App& add_direction(CommandTree& tree, CLI::App& parent, const char* name,
                        const char* description, const char* example,
                        const std::shared_ptr<IndexArguments>& arguments,
                        int (*run)(const IndexArguments&, const Console&)) {
    CLI::App& command = tree.add(parent, name, description, example);
    add_module_folder(command, arguments->folder);
    command.add_option("person", arguments->person, "the person's id")->type_name("ID")->required();
    command
        .add_option(
            "file", arguments->file,
            "ends in .vtt, .srt, .csv, .ffmeta or .xml (OHMS), which says how it is written")
        ->type_name(file_value)
        ->required();
    command
        .add_option("--film", arguments->film,
                    "the film, as the module names it; else the one with most answers, or the "
                    "person's own")
        ->type_name(file_value);
    std::vector<std::string> words;
    for (const auto& [word, form] : formats()) {
        words.push_back(word);
    }
    choose_from(*command.add_option("--format", arguments->format,
                                    "how it is written, whatever it ends in; ohms and ohd (Oral "
                                    "History as Data) are for archives of oral history"),
                words);
    tree.when_asked(command,
                    [arguments, run](const Console& console) { return run(*arguments, console); });
    return command;
}

}  // namespace

void add_index(CommandTree& tree) {
    CLI::App& index = tree.add(tree.program(), "index",
                               "marks where answers lie in a film; to other programs and back",
                               "crosscut index edit modules/harbour moira");
    index.require_subcommand(1);
    add_direction(tree, index, "export", "writes a person's answers as chapters of their film",
                  "crosscut index export modules/harbour moira moira.vtt",
                  std::make_shared<IndexArguments>(), export_index);
    const auto arguments = std::make_shared<IndexArguments>();
    CLI::App& command = add_direction(
        tree, index, "import", "makes a person's index of the chapters in a file",
        "crosscut index import modules/harbour moira moira.csv --replace", arguments, import_index);
    command.add_flag("--replace", arguments->replace, "also where there is an index already");
    add_index_edit(tree, index);
}

}  // namespace app
