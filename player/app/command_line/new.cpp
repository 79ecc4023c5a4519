#include <memory>
#include <ostream>

#include "catalogue/first_documents.h"
#include "player/app/command_line/command.h"
#include "player/app/modules/new_files.h"

namespace app {
namespace {

namespace fs = std::filesystem;

struct NewArguments {
    fs::path folder;
    catalogue::NewModule module;
};

int make_module(const NewArguments& arguments, const Console& console) {
    const fs::path& folder = arguments.folder;
    std::error_code error;
    if (fs::exists(folder, error) &&
        !(fs::is_directory(folder, error) && fs::is_empty(folder, error))) {
        return say_problem(console,
                           catalogue::fail({folder}, "there is something already",
                                           "name a new folder, or empty this one first"),
                           exit_failed);
    }
    catalogue::NewModule wanted = arguments.module;
    if (wanted.title.empty()) wanted.title = folder_name(folder);
    if (wanted.id.empty()) wanted.id = catalogue::id_for(wanted.title);
    if (wanted.id.empty()) wanted.id = "new-module";
    const auto documents = catalogue::first_documents(wanted);
    if (!documents) return say_problem(console, documents.error(), exit_failed);
    if (const auto written = write_new_documents(folder, *documents); !written) {
        return say_problem(console, written.error(), exit_failed);
    }
    for (const char* name : {"films", "captions", "pictures", "plans"}) {
        fs::create_directories(folder / name, error);
    }
    const catalogue::Problem next =
        catalogue::fail({folder / "module.yaml"}, "write your questions here",
                        "README.md beside it says how to go on");
    console.out << catalogue::to_text(next) << "\n";
    return exit_ok;
}

}  // namespace

void add_new(CommandTree& tree) {
    const auto arguments = std::make_shared<NewArguments>();
    CLI::App& command = tree.add(
        tree.program(), "new", "makes a folder for a module of your own, with places to fill in",
        "crosscut new modules/harbour --title \"By the harbour\" --language en-GB");
    command.add_option("folder", arguments->folder, "a new folder")
        ->type_name(folder_value)
        ->required();
    command
        .add_option("--title", arguments->module.title,
                    "what the module is called; else as its folder")
        ->type_name("TEXT");
    command.add_option("--id", arguments->module.id, "the module's id; else made of the title")
        ->type_name("ID");
    command
        .add_option("--language", arguments->module.language,
                    "of films and questions; 'en' if it is not named")
        ->type_name("TAG");
    tree.when_asked(
        command, [arguments](const Console& console) { return make_module(*arguments, console); });
}

}  // namespace app
