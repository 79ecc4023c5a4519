// crosscut: plays, checks and tours modules.
#include <CLI/CLI.hpp>
#include <charconv>
#include <chrono>
#include <filesystem>
#include <iostream>
#include <map>
#include <string>

#include "lessons/mix.h"
#include "player/app/app.h"
#include "player/app/check.h"
#include "player/app/export_html.h"
#include "player/app/prepare.h"
#include "player/app/tour.h"
#include "player/screen/platform.h"
#include "player/screen/thread_priority.h"

namespace {

namespace fs = std::filesystem;

enum ExitCode { ok = 0, failed = 1, problems_found = 3, unreadable = 4 };

struct PlayArguments {
    std::string module;
    std::string seed;
    std::string size;
    std::optional<lessons::Way> way;
    std::optional<double> loudness_lufs;
    bool play = false;
    bool full_screen = false;
    bool forget = false;
};

int say_problem(const catalogue::Problem& problem, int code) {
    std::cerr << "crosscut: " << catalogue::to_text(problem) << "\n";
    return code;
}

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

int play(const PlayArguments& arguments) {
    app::AppOptions options;
    if (!arguments.module.empty()) {
        options.module = arguments.module;
    }
    if (!arguments.seed.empty()) {
        options.seed = lessons::seed_from_text(arguments.seed);
    }
    if (!arguments.size.empty()) {
        options.size_px = parse_size(arguments.size);
    }
    if (arguments.full_screen) {
        options.full_screen = true;
    }
    options.way = arguments.way;
    options.loudness_lufs = arguments.loudness_lufs;
    options.play_at_once = arguments.play;
    options.remember = !arguments.forget;
    screen::give_large_blocks_back();
    screen::raise_own_priority();
    catalogue::Result<std::unique_ptr<app::App>> opened = app::App::open(options);
    if (!opened) {
        return say_problem(opened.error(), failed);
    }
    app::App& app = **opened;
    std::optional<screen::WallTime> next = app.tick({}, std::chrono::steady_clock::now());
    while (!app.finished()) {
        const std::vector<screen::Event> events = screen::wait_events(next);
        next = app.tick(events, std::chrono::steady_clock::now());
    }
    return ok;
}

int check(const std::string& folder) {
    const catalogue::ModuleReading reading = app::check_module(folder);
    for (const catalogue::Problem& problem : reading.problems) {
        std::cout << catalogue::to_text(problem) << "\n";
    }
    if (!reading.module) {
        return unreadable;
    }
    if (reading.problems.empty()) {
        std::cout << "No problems: " << reading.module->people.size() << " people, "
                  << reading.module->questions.size() << " questions.\n";
        return ok;
    }
    return problems_found;
}

int prepare(const std::string& folder) {
    const catalogue::Outcome prepared = app::prepare_module(folder, std::cout);
    if (!prepared) {
        return say_problem(prepared.error(), unreadable);
    }
    return ok;
}

int export_html(const std::string& folder, const std::string& out) {
    const catalogue::Outcome exported = app::export_html(folder, out, std::cout);
    return exported ? ok : say_problem(exported.error(), failed);
}

int tour(const std::string& module, const std::string& out) {
    const catalogue::Outcome toured = app::run_tour(module, out, std::cout);
    if (!toured) {
        return say_problem(toured.error(), failed);
    }
    std::cout << "Pictures, log.txt and tour.mp4 are in " << out << "\n";
    return ok;
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App command_line{"Crosscut, a case-study player for classrooms"};
    command_line.set_version_flag("--version", "crosscut " CROSSCUT_VERSION);
    command_line.require_subcommand(0, 1);

    const CLI::Validator is_seed{[](const std::string& text) {
                                     return lessons::seed_from_text(text)
                                                ? std::string{}
                                                : "'" + text + "' is not a seed such as 'K7QM-2F'";
                                 },
                                 "SEED"};
    const CLI::Validator is_size{[](const std::string& text) {
                                     return parse_size(text)
                                                ? std::string{}
                                                : "'" + text + "' is not a size such as '1366x768'";
                                 },
                                 "WIDTHxHEIGHT"};

    const std::map<std::string, lessons::Way> ways{{"talk", lessons::Way::StopAndTalk},
                                                   {"whole", lessons::Way::WholeCase},
                                                   {"hang", lessons::Way::HangOnQuestion},
                                                   {"mix", lessons::Way::MixItUp}};
    PlayArguments play_arguments;
    const auto add_play_options = [&](CLI::App& to) {
        to.add_option("module", play_arguments.module, "folder of a module; else the start screen");
        to.add_option("--seed", play_arguments.seed,
                      "seed of the opening; a mix shows its own, to be typed in again")
            ->check(is_seed);
        to.add_option("--size", play_arguments.size, "size of the window in pixels")
            ->check(is_size);
        to.add_option("--way", play_arguments.way, "what happens when a clip ends")
            ->transform(CLI::CheckedTransformer(ways));
        to.add_option("--loudness", play_arguments.loudness_lufs,
                      "how loud every answer is, in LUFS; -23 if it is not set")
            ->check(CLI::Range(-40.0, -10.0));
        to.add_flag("--play", play_arguments.play, "plays at once");
        to.add_flag("--full-screen", play_arguments.full_screen, "fills the screen");
        to.add_flag("--forget", play_arguments.forget,
                    "starts afresh and keeps nothing of this run");
    };
    CLI::App* play_command = command_line.add_subcommand("play", "opens a window (the default)");
    add_play_options(*play_command);
    add_play_options(command_line);

    std::string folder;
    CLI::App* check_command = command_line.add_subcommand(
        "check", "says what is wrong with a module: exit 0 nothing, 3 problems, 4 unreadable");
    check_command->add_option("module", folder, "folder of the module")->required();

    CLI::App* prepare_command = command_line.add_subcommand(
        "prepare", "finds out beforehand what playing a module needs; may be broken off and go on");
    prepare_command->add_option("module", folder, "folder of the module")->required();

    std::string out = "tour";
    CLI::App* tour_command = command_line.add_subcommand(
        "tour", "plays every screen into pictures, a log and a film; needs no display");
    tour_command->add_option("module", folder, "folder of the module")->required();
    tour_command->add_option("out", out, "folder to write to")->capture_default_str();

    CLI::App* export_command =
        command_line.add_subcommand("export", "makes something else of a module");
    export_command->require_subcommand(1);
    CLI::App* html_command = export_command->add_subcommand(
        "html", "writes it as a page for browsers, with its films; needs no server");
    html_command->add_option("module", folder, "folder of the module")->required();
    html_command->add_option("out", out, "a new folder to write to")->required();

    CLI11_PARSE(command_line, argc, argv);
    if (check_command->parsed()) {
        return check(folder);
    }
    if (prepare_command->parsed()) {
        return prepare(folder);
    }
    if (html_command->parsed()) {
        return export_html(folder, out);
    }
    if (tour_command->parsed()) {
        return tour(folder, out);
    }
    return play(play_arguments);
}
