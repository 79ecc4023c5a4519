#include <fmt/format.h>

#include <memory>
#include <ostream>

#include "player/app/command_line/command.h"
#include "player/app/modules/pack.h"

namespace app {
namespace {

struct PackArguments {
    std::filesystem::path module;
    std::filesystem::path out;
    bool with_problems = false;
};

void say(const Packed& packed, std::ostream& out) {
    constexpr double megabyte = 1e6;
    out << fmt::format("{} files, {:.1f} MB\n", packed.files,
                       static_cast<double>(packed.bytes) / megabyte);
    if (packed.people_left_out > 0) {
        out << fmt::format("Without films, pictures and words of {} who took back their consent.\n",
                           packed.people_left_out == 1
                               ? "one person"
                               : fmt::format("{} people", packed.people_left_out));
    }
    if (packed.films_with_withheld > 0) {
        out << fmt::format(
            "Mind: {} also answers that are withheld. The player does not show them, but who "
            "unpacks the file can: cut them out of the film first.\n",
            packed.films_with_withheld == 1
                ? "one film holds"
                : fmt::format("{} films hold", packed.films_with_withheld));
    }
}

int pack(const PackArguments& arguments, const Console& console) {
    const catalogue::ModuleReading reading =
        catalogue::read_module(catalogue::FolderFiles{arguments.module});
    if (!reading.module) {
        return say_problem(console, reading.problems.front(), exit_unreadable);
    }
    if (!reading.problems.empty() && !arguments.with_problems) {
        return say_problem(
            console,
            catalogue::fail({arguments.module},
                            fmt::format("this module has {}, so it was not packed",
                                        reading.problems.size() == 1
                                            ? "a problem"
                                            : fmt::format("{} problems", reading.problems.size())),
                            "'crosscut check' says which; '--with-problems' packs it as it is"),
            exit_problems_found);
    }
    const catalogue::Result<Packed> packed = [&] {
        ProgressBar bar(console.err, console.err_is_terminal);
        return write_pack(arguments.module, reading, arguments.out, bar.progress());
    }();
    if (!packed) return say_problem(console, packed.error(), exit_failed);
    say(*packed, console.out);
    return exit_ok;
}

}  // namespace

void add_pack(CommandTree& tree) {
    const auto arguments = std::make_shared<PackArguments>();
    CLI::App& command = tree.add(tree.program(), "pack",
                                 "makes one file of a module, which is played without unpacking it",
                                 "crosscut pack modules/harbour harbour.crosscut");
    add_module_folder(command, arguments->module);
    command.add_option("out", arguments->out, "a new file, which ends in .crosscut")
        ->type_name(file_value)
        ->required();
    command.add_flag("--with-problems", arguments->with_problems,
                     "also a module that 'crosscut check' finds problems in");
    tree.when_asked(command,
                    [arguments](const Console& console) { return pack(*arguments, console); });
}

}  // namespace app
