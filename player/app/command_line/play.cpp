#include <charconv>
#include <chrono>
#include <memory>
#include <optional>

#include "lessons/mix.h"
#include "player/app/app.h"
#include "player/app/command_line/command.h"
#include "player/screen/platform.h"
#include "player/screen/thread_priority.h"

namespace app {
namespace {

struct PlayArguments {
    std::string module;
    std::string seed;
    std::string size;
    std::string way;
    std::optional<double> loudness_lufs;
    bool play = false;
    bool full_screen = false;
    bool forget = false;
};

std::optional<std::pair<int, int>> parse_size(const std::string& text) {
    int width = 0;
    int height = 0;
    const char* end = text.data() + text.size();
    const auto first = std::from_chars(text.data(), end, width);
    if (first.ec != std::errc{} || first.ptr == end || *first.ptr != 'x') {
        return std::nullopt;
    }
    const auto second = std::from_chars(first.ptr + 1, end, height);
    if (second.ec != std::errc{} || second.ptr != end || width < 1 || height < 1) {
        return std::nullopt;
    }
    return std::pair{width, height};
}

const std::map<std::string, lessons::Way>& ways() {
    static const std::map<std::string, lessons::Way> by_name{{"talk", lessons::Way::StopAndTalk},
                                                             {"whole", lessons::Way::WholeCase},
                                                             {"hang", lessons::Way::HangOnQuestion},
                                                             {"mix", lessons::Way::MixItUp}};
    return by_name;
}

AppOptions options_of(const PlayArguments& arguments) {
    AppOptions options;
    if (!arguments.module.empty()) {
        options.module = arguments.module;
    }
    if (!arguments.seed.empty()) {
        options.seed = lessons::seed_from_text(arguments.seed);
    }
    if (!arguments.size.empty()) {
        options.size_px = parse_size(arguments.size);
    }
    if (!arguments.way.empty()) {
        options.way = ways().at(arguments.way);
    }
    if (arguments.full_screen) {
        options.full_screen = true;
    }
    options.loudness_lufs = arguments.loudness_lufs;
    options.play_at_once = arguments.play;
    options.remember = !arguments.forget;
    return options;
}

int play(const PlayArguments& arguments, const Console& console) {
    screen::give_large_blocks_back();
    screen::raise_own_priority();
    catalogue::Result<std::unique_ptr<App>> opened = App::open(options_of(arguments));
    if (!opened) {
        return say_problem(console, opened.error(), exit_failed);
    }
    return run_window(**opened);
}

void add_arguments(CLI::App& command, PlayArguments& arguments) {
    const CLI::Validator is_seed{[](const std::string& text) {
                                     return lessons::seed_from_text(text)
                                                ? std::string{}
                                                : "'" + text + "' is not a seed such as 'K7QM-2F'";
                                 },
                                 ""};
    const CLI::Validator is_size{[](const std::string& text) {
                                     return parse_size(text)
                                                ? std::string{}
                                                : "'" + text + "' is not a size such as '1366x768'";
                                 },
                                 ""};
    command
        .add_option("module", arguments.module,
                    "folder of a module, or a pack (.crosscut); else the start screen")
        ->type_name(folder_value);
    command
        .add_option("--seed", arguments.seed,
                    "seed of the opening; a mix shows its own, to be typed in again")
        ->type_name("SEED")
        ->check(is_seed);
    command.add_option("--size", arguments.size, "size of the window in pixels")
        ->type_name("WIDTHxHEIGHT")
        ->check(is_size);
    choose_from(*command.add_option("--way", arguments.way, "what happens when a clip ends"),
                {"talk", "whole", "hang", "mix"});
    command
        .add_option("--loudness", arguments.loudness_lufs,
                    "how loud every answer is, in LUFS from -40 to -10; -23 if it is not set")
        ->type_name("LUFS")
        ->check(CLI::Range(-40.0, -10.0).description(""));
    command.add_flag("--play", arguments.play, "plays at once");
    command.add_flag("--full-screen", arguments.full_screen, "fills the screen");
    command.add_flag("--forget,--no-trace", arguments.forget,
                     "starts afresh and keeps nothing of this run, not even a notebook");
}

}  // namespace

int run_window(App& app) {
    std::optional<screen::WallTime> next = app.tick({}, std::chrono::steady_clock::now());
    while (!app.finished()) {
        const std::vector<screen::Event> events = screen::wait_events(next);
        next = app.tick(events, std::chrono::steady_clock::now());
    }
    return exit_ok;
}

void add_play(CommandTree& tree) {
    const auto arguments = std::make_shared<PlayArguments>();
    const Run run = [arguments](const Console& console) { return play(*arguments, console); };
    CLI::App& command = tree.add(tree.program(), "play", "opens a window (also without its name)",
                                 "crosscut play modules/harbour --play --way hang");
    // It is what happens when no command is named.
    for (CLI::App* written : {&command, &tree.program()}) {
        add_arguments(*written, *arguments);
        tree.when_asked(*written, run);
    }
}

}  // namespace app
