#include "player/app/command_line/command_line.h"

#include <fmt/format.h>

#include <optional>
#include <ostream>

#include "catalogue/text.h"
#include "player/app/command_line/command.h"
#include "player/app/command_line/slips.h"

namespace app {
namespace {

// How a command is called, with the commands around it: "crosscut export html".
std::string full_name(const CLI::App& command) {
    const CLI::App* parent = command.get_parent();
    return parent == nullptr ? command.get_name() : full_name(*parent) + " " + command.get_name();
}

// The innermost command that was written when parsing stopped.
const CLI::App& innermost(const CLI::App& command) {
    const std::vector<CLI::App*> parsed = command.get_subcommands();
    return parsed.empty() ? command : innermost(*parsed.back());
}

// The words may be anything that was typed, and are shown where they can do no harm.
std::string printable_words(const CLI::ParseError& error) {
    std::string words = catalogue::to_text(catalogue::fail({error.what()}, {}));
    words.erase(words.find_last_not_of(": ") + 1);
    return words;
}

std::string words_for(const Slip& slip) {
    return fmt::format("{} is not known; did you mean {}?", catalogue::in_quotes(slip.written),
                       catalogue::in_quotes(slip.meant));
}

int say_usage(const CommandTree& tree, const std::string& words, const Console& console) {
    const std::string name = full_name(tree.asked());
    console.err << name << ": " << words << "\n"
                << "'" << name << " --help' shows how it is written, with an example.\n";
    return exit_usage;
}

std::string exit_codes() {
    std::string lines;
    for (const auto& [code, meaning] : exit_meanings) {
        lines += fmt::format("  {}  {}\n", static_cast<int>(code), meaning);
    }
    return lines;
}

}  // namespace

CommandTree::CommandTree()
    : program_("Crosscut, a case-study player for classrooms. Without a command it plays.",
               "crosscut") {
    program_.set_version_flag("--version", "crosscut " CROSSCUT_VERSION,
                              "says which version this is");
    program_.set_help_flag("-h,--help", "says how it is written");
    program_.require_subcommand(0, 1);
    program_.footer(
        "Examples:\n"
        "  crosscut                     opens the start screen\n"
        "  crosscut modules/harbour     plays a module\n"
        "  crosscut check --help        says more about a command\n\nExit codes:\n" +
        exit_codes());
}

CLI::App& CommandTree::add(CLI::App& parent, const std::string& name,
                           const std::string& description, const std::string& example) {
    CLI::App* command = parent.add_subcommand(name, description);
    command->set_help_flag("-h,--help", "says how it is written");
    command->footer("Example:\n  " + example);
    examples_[command] = example;
    return *command;
}

void CommandTree::when_asked(const CLI::App& command, Run run) {
    runs_.insert_or_assign(&command, std::move(run));
}

std::string CommandTree::example_of(const CLI::App& command) const {
    const auto found = examples_.find(&command);
    return found == examples_.end() ? std::string{} : found->second;
}

const CLI::App& CommandTree::asked() const {
    return innermost(program_);
}

CLI::Option* add_module_folder(CLI::App& command, std::filesystem::path& folder) {
    return command.add_option("module", folder, "folder of the module, or its pack (.crosscut)")
        ->type_name(folder_value)
        ->required();
}

std::string folder_name(const std::filesystem::path& folder) {
    std::error_code error;
    const auto whole = std::filesystem::absolute(folder, error).lexically_normal();
    return (whole.has_filename() ? whole : whole.parent_path()).filename().string();
}

void choose_from(CLI::Option& option, const std::vector<std::string>& words) {
    option.type_name(fmt::format("{{{}}}", fmt::join(words, ",")));
    option.check(CLI::IsMember(words).description(""));
}

int say_problem(const Console& console, const catalogue::Problem& problem, ExitCode code) {
    console.err << "crosscut: " << catalogue::to_text(problem) << "\n";
    return code;
}

int run_command_line(const std::vector<std::string>& arguments, const Console& console) {
    CommandTree tree;
    add_play(tree);
    add_check(tree);
    add_new(tree);
    add_add_person(tree);
    add_info(tree);
    add_index(tree);
    add_prepare(tree);
    add_pack(tree);
    add_export(tree);
    add_import(tree);
    add_tour(tree);
    add_completion(tree);
    add_manual_page(tree);

    try {
        tree.program().parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
    } catch (const CLI::Success& asked_about) {  // help or version, and not what to do
        return tree.program().exit(asked_about, console.out, console.err);
    } catch (const CLI::ParseError& error) {
        const std::optional<Slip> slip = slip_in(tree, arguments);
        return say_usage(tree, slip ? words_for(*slip) : printable_words(error), console);
    }
    // Without a command it plays a module: a command with a slip would be taken for its folder.
    if (&tree.asked() == &tree.program()) {
        if (const auto slip = slip_in(tree, arguments)) {
            return say_usage(tree, words_for(*slip), console);
        }
    }
    const int code = tree.run_of(tree.asked())(console);
    if (code == exit_ok && !console.out.flush()) {
        return say_problem(console, catalogue::fail({}, "not everything could be written out"),
                           exit_failed);
    }
    return code;
}

}  // namespace app
