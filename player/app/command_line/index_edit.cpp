// index edit: the window in which an author marks where in a film which question is answered.
#include <memory>

#include "player/app/app.h"
#include "player/app/command_line/command.h"
#include "player/screen/platform.h"
#include "player/screen/thread_priority.h"

namespace app {
namespace {

struct EditArguments {
    std::filesystem::path folder;
    IndexWanted wanted;
};

int edit(const EditArguments& arguments, const Console& console) {
    screen::give_large_blocks_back();
    screen::raise_own_priority();
    AppOptions options;
    options.module = arguments.folder;
    options.index = arguments.wanted;
    catalogue::Result<std::unique_ptr<App>> opened = App::open(options);
    if (!opened) return say_problem(console, opened.error(), exit_failed);
    return run_window(**opened);
}

}  // namespace

void add_index_edit(CommandTree& tree, CLI::App& index) {
    const auto arguments = std::make_shared<EditArguments>();
    CLI::App& command =
        tree.add(index, "edit", "opens a window to mark where a person answers which question",
                 "crosscut index edit modules/harbour moira");
    add_module_folder(command, arguments->folder);
    command.add_option("person", arguments->wanted.person, "the person's id")
        ->type_name("ID")
        ->required();
    command
        .add_option("--film", arguments->wanted.film,
                    "the film, as the module names it; else the person's own")
        ->type_name(file_value);
    tree.when_asked(command,
                    [arguments](const Console& console) { return edit(*arguments, console); });
}

}  // namespace app
