// import talking-jobs: a module of what another player had.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <memory>
#include <ostream>

#include "catalogue/exchange/talking_jobs_names.h"
#include "catalogue/first_documents.h"
#include "player/app/command_line/command.h"
#include "player/app/modules/import_talking_jobs.h"

namespace app {
namespace {

namespace fs = std::filesystem;

struct TalkingJobsArguments {
    fs::path original;
    fs::path out;
    fs::path names;
    TalkingJobsOrder order;
    bool link = false;
};

int talking_jobs(const TalkingJobsArguments& arguments, const Console& console) {
    TalkingJobsOrder order = arguments.order;
    catalogue::NewModule& module = order.import.module;
    if (module.title.empty()) module.title = folder_name(arguments.out);
    module.id = catalogue::id_for(module.title);
    if (module.id.empty()) module.id = "talking-jobs";
    if (!arguments.names.empty()) order.names = arguments.names;
    if (arguments.link) order.films = Bringing::LinkedIfPossible;

    const auto imported = [&] {
        ProgressBar bar(console.err, console.err_is_terminal);
        return import_talking_jobs(arguments.original, arguments.out, order, bar.progress());
    }();
    if (!imported) return say_problem(console, imported.error(), exit_failed);
    for (const catalogue::Problem& problem : imported->problems)
        console.out << catalogue::to_text(problem) << "\n";
    console.out << fmt::format(
        "Read: types of questions {}, questions {}, interviews {}, responses {}.\n",
        imported->kinds, imported->questions, imported->interviews, imported->responses);
    if (!imported->made) {
        return say_problem(console,
                           catalogue::fail({arguments.out}, "nothing was made",
                                           "what is said above has to be mended first"),
                           exit_failed);
    }
    console.out << fmt::format("Made: {}, answers {}. Not taken along: colours of types.\n",
                               arguments.out.string(), imported->films);
    if (!order.import.agreed) {
        console.out
            << "Has everybody agreed to be shown? 'consent: given' in their files says so.\n";
    }
    return imported->problems.empty() ? exit_ok : exit_problems_found;
}

void add_talking_jobs(CommandTree& tree, CLI::App& imports) {
    const auto arguments = std::make_shared<TalkingJobsArguments>();
    CLI::App& command = tree.add(
        imports, "talking-jobs", "a module of an original Talking Jobs folder, which is only read",
        "crosscut import talking-jobs old-folder modules/harbour --names names.yaml");
    command
        .add_option("original", arguments->original,
                    "the folder with questions.xml and interviews.xml")
        ->type_name(folder_value)
        ->required();
    command.add_option("out", arguments->out, "a new folder for the module")
        ->type_name(folder_value)
        ->required();
    command
        .add_option("--names", arguments->names,
                    fmt::format("says what names in the XML mean, a line each, such as "
                                "'contributor: WhoIsIt' or 'now-image: [Pic1, Pic2]'. What can be "
                                "meant: {}",
                                fmt::join(catalogue::TalkingJobsNames::keys(), ", ")))
        ->type_name(file_value);
    command
        .add_option("--title", arguments->order.import.module.title,
                    "what the module is called; else as its folder")
        ->type_name("TEXT");
    command
        .add_option("--language", arguments->order.import.module.language,
                    "of films and questions; 'en' if it is not named")
        ->type_name("TAG");
    command.add_flag("--link", arguments->link,
                     "films are not copied: both folders name the same file, on the same disk");
    command.add_flag("--agreed", arguments->order.import.agreed,
                     "everybody has agreed in writing to be shown");
    tree.when_asked(
        command, [arguments](const Console& console) { return talking_jobs(*arguments, console); });
}

}  // namespace

void add_import(CommandTree& tree) {
    CLI::App& imports =
        tree.add(tree.program(), "import", "makes a module of what another program has",
                 "crosscut import talking-jobs old-folder modules/harbour");
    imports.require_subcommand(1);
    add_talking_jobs(tree, imports);
}

}  // namespace app
