#include "player/app/command_line/outline.h"

#include <fmt/format.h>

namespace app {
namespace {

// CLI11 describes words to choose from as "{talk,whole}".
OutlineValue value_of(const CLI::Option& option) {
    OutlineValue value;
    if (option.get_type_size_max() == 0) return value;  // a flag
    value.kind = option.get_type_name();
    if (!value.kind.starts_with('{') || !value.kind.ends_with('}')) return value;
    std::string word;
    for (const char c : value.kind.substr(1)) {
        if (c == ',' || c == '}') {
            value.choices.push_back(word);
            word.clear();
        } else {
            word += c;
        }
    }
    value.kind = "WORD";
    return value;
}

OutlineOption option_of(const CLI::Option& option) {
    OutlineOption outline{{}, option.get_description(), value_of(option)};
    for (const std::string& name : option.get_snames())
        outline.names.push_back("-" + name);
    for (const std::string& name : option.get_lnames())
        outline.names.push_back("--" + name);
    return outline;
}

CommandOutline outline_of_command(const CommandTree& tree, const CLI::App& command,
                                  std::vector<std::string> path) {
    path.push_back(command.get_name());
    CommandOutline outline;
    outline.path = path;
    outline.description = command.get_description();
    outline.example = tree.example_of(command);
    for (const CLI::Option* option : command.get_options()) {
        if (option->nonpositional()) {
            outline.options.push_back(option_of(*option));
        } else {
            outline.arguments.push_back({option->get_name(true), option->get_description(),
                                         value_of(*option), option->get_required()});
        }
    }
    for (const CLI::App* child : command.get_subcommands([](const CLI::App*) { return true; })) {
        outline.commands.push_back(outline_of_command(tree, *child, path));
    }
    return outline;
}

}  // namespace

std::string CommandOutline::full_name() const {
    return fmt::format("{}", fmt::join(path, " "));
}

CommandOutline outline_of(const CommandTree& tree) {
    return outline_of_command(tree, tree.program(), {});
}

std::vector<const CommandOutline*> all_commands(const CommandOutline& outline) {
    std::vector<const CommandOutline*> all{&outline};
    for (const CommandOutline& command : outline.commands) {
        const auto below = all_commands(command);
        all.insert(all.end(), below.begin(), below.end());
    }
    return all;
}

}  // namespace app
