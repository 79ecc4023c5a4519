#include <fmt/format.h>

#include <memory>
#include <ostream>

#include "catalogue/words.h"
#include "player/app/command_line/command.h"
#include "player/app/preparing/prepare.h"

namespace app {
namespace {

struct PrepareArguments {
    std::filesystem::path folder;
    bool proxies = false;
};

int say_proxies(const ProxiesMade& made, const Console& console) {
    console.out << fmt::format("Easier copies for this computer: {}, in {}.\n",
                               catalogue::plural("{} film", "{} films", made.films),
                               proxy_folder().string());
    for (const catalogue::Problem& problem : made.problems) {
        say_problem(console, problem, exit_failed);
    }
    return made.problems.empty() ? exit_ok : exit_failed;
}

int prepare(const PrepareArguments& arguments, const Console& console) {
    const catalogue::Outcome prepared = [&] {
        ProgressBar bar(console.err, console.err_is_terminal);
        return prepare_module(arguments.folder, bar.progress());
    }();
    if (!prepared) {
        return say_problem(console, prepared.error(), exit_unreadable);
    }
    console.out << "Prepared: everything begins at once now.\n";
    if (!arguments.proxies) {
        return exit_ok;
    }
    const catalogue::Result<ProxiesMade> made = [&] {
        ProgressBar bar(console.err, console.err_is_terminal);
        return prepare_proxies(arguments.folder, bar.progress());
    }();
    return made ? say_proxies(*made, console) : say_problem(console, made.error(), exit_unreadable);
}

}  // namespace

void add_prepare(CommandTree& tree) {
    const auto arguments = std::make_shared<PrepareArguments>();
    CLI::App& command =
        tree.add(tree.program(), "prepare",
                 "finds out beforehand what playing a module needs; may be broken off and go on",
                 "crosscut prepare modules/harbour --proxies");
    add_module_folder(command, arguments->folder);
    command.add_flag("--proxies", arguments->proxies,
                     "also makes easier copies of films that old computers play with a struggle");
    tree.when_asked(command,
                    [arguments](const Console& console) { return prepare(*arguments, console); });
}

}  // namespace app
