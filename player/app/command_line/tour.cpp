#include <memory>
#include <ostream>

#include "player/app/command_line/command.h"
#include "player/app/tour/tour.h"

namespace app {
namespace {

struct TourArguments {
    std::filesystem::path folder;
    std::filesystem::path out = "tour";
};

int tour(const TourArguments& arguments, const Console& console) {
    const catalogue::Outcome toured = [&] {
        ProgressBar bar(console.err, console.err_is_terminal);
        return run_tour(arguments.folder, arguments.out, bar.progress());
    }();
    if (!toured) {
        return say_problem(console, toured.error(), exit_failed);
    }
    console.out << "Pictures, log.txt and tour.mp4 are in " << arguments.out.string() << "\n";
    return exit_ok;
}

}  // namespace

void add_tour(CommandTree& tree) {
    const auto arguments = std::make_shared<TourArguments>();
    CLI::App& command =
        tree.add(tree.program(), "tour",
                 "plays every screen into pictures, a log and a film; needs no display",
                 "crosscut tour modules/harbour tour-of-harbour");
    add_module_folder(command, arguments->folder);
    command.add_option("out", arguments->out, "folder to write to; 'tour' if it is not named")
        ->type_name(folder_value);
    tree.when_asked(command,
                    [arguments](const Console& console) { return tour(*arguments, console); });
}

}  // namespace app
