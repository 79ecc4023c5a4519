// What the files of the subcommands share. Private to the folder: the only header that shows CLI11.
#pragma once

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "catalogue/problem.h"
#include "player/app/command_line/command_line.h"

namespace app {

class App;

// Keeps a window open until it is closed; returns the exit code.
int run_window(App& app);

// Does what a parsed command line asks for; returns the exit code.
using Run = std::function<int(const Console&)>;

// The program's command line as a tree: help, completion and the manual page are made of it.
class CommandTree {
public:
    CommandTree();

    CLI::App& program() { return program_; }
    const CLI::App& program() const { return program_; }

    // A subcommand of `parent`. `example` is a line that works, and ends its help. What `run` keeps
    // of the arguments it owns: a std::shared_ptr to them is the usual way.
    CLI::App& add(CLI::App& parent, const std::string& name, const std::string& description,
                  const std::string& example);
    // `run` is called when `command` is the innermost one that was written.
    void when_asked(const CLI::App& command, Run run);

    // The line that ends its help; empty for the program itself.
    std::string example_of(const CLI::App& command) const;

    // The innermost command that was parsed, and what it does.
    const CLI::App& asked() const;
    const Run& run_of(const CLI::App& command) const { return runs_.at(&command); }

private:
    CLI::App program_;
    std::map<const CLI::App*, Run> runs_;
    std::map<const CLI::App*, std::string> examples_;
};

// What a value is, for help and completion: names of things on the disk, or words to choose from.
inline constexpr const char* folder_value = "FOLDER";
inline constexpr const char* file_value = "FILE";

// The argument that names a module, a folder or a pack, as most subcommands have it.
CLI::Option* add_module_folder(CLI::App& command, std::filesystem::path& folder);

// "modules/harbour-stories/" is called harbour-stories.
std::string folder_name(const std::filesystem::path& folder);

// The option takes one of these words and nothing else.
void choose_from(CLI::Option& option, const std::vector<std::string>& words);

// What the exit codes mean, for help and the manual page.
struct ExitMeaning {
    ExitCode code;
    const char* meaning;
};
inline constexpr ExitMeaning exit_meanings[] = {
    {exit_ok, "done; 'check' found nothing"},
    {exit_failed, "it failed; the reason is on standard error"},
    {exit_usage, "the command line was not understood"},
    {exit_problems_found, "'check' found problems"},
    {exit_unreadable, "there is no module, or its module.yaml cannot be read"},
};

// Tells the problem; returns `code`.
int say_problem(const Console& console, const catalogue::Problem& problem, ExitCode code);

// One for each file.
void add_play(CommandTree& tree);
void add_check(CommandTree& tree);
void add_new(CommandTree& tree);
void add_add_person(CommandTree& tree);
void add_info(CommandTree& tree);
void add_index(CommandTree& tree);
void add_prepare(CommandTree& tree);
void add_pack(CommandTree& tree);
void add_export(CommandTree& tree);
void add_import(CommandTree& tree);
void add_tour(CommandTree& tree);
void add_completion(CommandTree& tree);
void add_manual_page(CommandTree& tree);
// Marking a film, as one more thing to do with an index.
void add_index_edit(CommandTree& tree, CLI::App& index);
// Answers one after another, as one more kind of export.
void add_reel(CommandTree& tree, CLI::App& exports);
// Sheets of paper, as further kinds of export.
void add_paper(CommandTree& tree, CLI::App& exports);

}  // namespace app
