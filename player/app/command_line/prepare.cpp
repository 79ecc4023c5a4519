#include <memory>
#include <ostream>

#include "player/app/command_line/command.h"
#include "player/app/prepare.h"

namespace app {
namespace {

int prepare(const std::filesystem::path& folder, const Console& console) {
    const catalogue::Outcome prepared = [&] {
        ProgressBar bar(console.err, console.err_is_terminal);
        return prepare_module(folder, bar.progress());
    }();
    if (!prepared) {
        return say_problem(console, prepared.error(), exit_unreadable);
    }
    console.out << "Prepared: everything begins at once now.\n";
    return exit_ok;
}

}  // namespace

void add_prepare(CommandTree& tree) {
    const auto folder = std::make_shared<std::filesystem::path>();
    CLI::App& command =
        tree.add(tree.program(), "prepare",
                 "finds out beforehand what playing a module needs; may be broken off and go on",
                 "crosscut prepare modules/harbour");
    add_module_folder(command, *folder);
    tree.when_asked(command,
                    [folder](const Console& console) { return prepare(*folder, console); });
}

}  // namespace app
