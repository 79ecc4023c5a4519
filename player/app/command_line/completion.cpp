#include "player/app/command_line/completion.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace app {
namespace {

enum class Shell { Posix, Fish };

// A word that the shell reads as it is, whatever is in it.
std::string quoted(std::string_view text, Shell shell) {
    std::string word = "'";
    for (const char c : text) {
        if (shell == Shell::Fish && (c == '\'' || c == '\\')) {
            word += '\\';
            word += c;
        } else if (c == '\'') {
            word += "'\\''";
        } else {
            word += c;
        }
    }
    return word + "'";
}

std::string joined(const std::vector<std::string>& words) {
    return fmt::format("{}", fmt::join(words, " "));
}

// What may stand first after a command: further commands.
std::string names_of_commands(const CommandOutline& command) {
    std::vector<std::string> names;
    for (const CommandOutline& child : command.commands)
        names.push_back(child.path.back());
    return joined(names);
}

bool takes(const CommandOutline& command, const char* kind) {
    return std::ranges::any_of(command.arguments, [&](const OutlineArgument& argument) {
        return argument.value.kind == kind;
    });
}

std::vector<std::string> words_of_arguments(const CommandOutline& command) {
    std::vector<std::string> words;
    for (const OutlineArgument& argument : command.arguments) {
        words.insert(words.end(), argument.value.choices.begin(), argument.value.choices.end());
    }
    return words;
}

// How bash lists what a value may be.
std::string bash_offer(const OutlineValue& value) {
    if (value.kind == folder_value) return "_crosscut_offer -d -- \"$word\"";
    if (value.kind == file_value) return "_crosscut_offer -f -- \"$word\"";
    if (value.choices.empty()) return ":";
    return fmt::format("_crosscut_offer -W {} -- \"$word\"",
                       quoted(joined(value.choices), Shell::Posix));
}

// In zsh's _arguments, ':' and brackets divide.
std::string zsh_words(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        if (c == ':' || c == '[' || c == ']' || c == '\\') escaped += '\\';
        escaped += c;
    }
    return escaped;
}

std::string zsh_action(const OutlineValue& value) {
    if (value.kind == folder_value) return "_files -/";
    if (value.kind == file_value) return "_files";
    return value.choices.empty() ? " " : fmt::format("({})", joined(value.choices));
}

std::string zsh_function(const CommandOutline& command) {
    return fmt::format("_{}", fmt::join(command.path, "_"));
}

std::string zsh_options(const CommandOutline& command) {
    std::string lines;
    for (const OutlineOption& option : command.options) {
        for (const std::string& name : option.names) {
            std::string spec = fmt::format("({}){}[{}]", joined(option.names), name,
                                           zsh_words(option.description));
            if (!option.value.kind.empty()) {
                spec +=
                    fmt::format(":{}:{}", zsh_words(option.value.kind), zsh_action(option.value));
            }
            lines += fmt::format(" \\\n        {}", quoted(spec, Shell::Posix));
        }
    }
    return lines;
}

// A command with others below it: the first word chooses, the rest is theirs.
std::string zsh_group(const CommandOutline& command) {
    std::string children;
    std::string branches;
    for (const CommandOutline& child : command.commands) {
        children += fmt::format(
            " {}", quoted(zsh_words(child.path.back()) + ":" + zsh_words(child.description),
                          Shell::Posix));
        branches += fmt::format("        {}) {} ;;\n", child.path.back(), zsh_function(child));
    }
    const std::string function = zsh_function(command);
    return fmt::format(
        "{0}_first() {{\n    local -a commands=({1})\n    _describe command commands\n{2}}}\n"
        "{0}() {{\n    local state line\n    _arguments -C{3} \\\n        '1: :{0}_first' \\\n"
        "        '*:: :->rest'\n    [[ $state == rest ]] || return\n    case $line[1] in\n{4}"
        "    esac\n}}\n",
        function, children, takes(command, folder_value) ? "    _files -/\n" : "",
        zsh_options(command), branches);
}

std::string zsh_leaf(const CommandOutline& command) {
    std::string lines = zsh_options(command);
    int place = 1;
    for (const OutlineArgument& argument : command.arguments) {
        lines += fmt::format(" \\\n        {}",
                             quoted(fmt::format("{}:{}:{}", place++, zsh_words(argument.name),
                                                zsh_action(argument.value)),
                                    Shell::Posix));
    }
    return fmt::format("{}() {{\n    _arguments{}\n}}\n", zsh_function(command), lines);
}

// Whether fish is in this command: all its names were typed, and nothing below it.
std::string fish_condition(const CommandOutline& command) {
    std::string condition = "true";
    for (std::size_t i = 1; i < command.path.size(); ++i) {
        condition += "; and __fish_seen_subcommand_from " + command.path[i];
    }
    if (!command.commands.empty()) {
        condition += "; and not __fish_seen_subcommand_from " + names_of_commands(command);
    }
    return quoted(condition, Shell::Fish);
}

std::string fish_offer(const OutlineValue& value) {
    if (value.kind == folder_value) return " -x -a '(__fish_complete_directories)'";
    if (value.kind == file_value) return " -r -F";
    return value.choices.empty()
               ? " -x"
               : fmt::format(" -x -a {}", quoted(joined(value.choices), Shell::Fish));
}

}  // namespace

std::string bash_completion(const CommandOutline& program) {
    std::string commands;
    std::string values;
    std::string first;
    for (const CommandOutline* command : all_commands(program)) {
        const std::string name = command->full_name();
        for (const CommandOutline& child : command->commands) {
            commands += fmt::format("            '{0}') command='{0}' ;;\n", child.full_name());
        }
        std::vector<std::string> options;
        for (const OutlineOption& option : command->options) {
            options.insert(options.end(), option.names.begin(), option.names.end());
            if (option.value.kind.empty()) continue;
            for (const std::string& word : option.names) {
                values += fmt::format("        '{} {}') {}; return ;;\n", name, word,
                                      bash_offer(option.value));
            }
        }
        first += fmt::format(
            "        '{}')\n            [[ $word == -* ]] && {{ "
            "_crosscut_offer -W {} -- \"$word\"; return; }}\n",
            name, quoted(joined(options), Shell::Posix));
        std::vector<std::string> words = words_of_arguments(*command);
        if (!command->commands.empty()) words.push_back(names_of_commands(*command));
        if (!words.empty()) {
            first += fmt::format("            _crosscut_offer -W {} -- \"$word\"\n",
                                 quoted(joined(words), Shell::Posix));
        }
        if (takes(*command, file_value)) {
            first += "            _crosscut_offer -f -- \"$word\"\n";
        } else if (takes(*command, folder_value)) {
            first += "            _crosscut_offer -d -- \"$word\"\n";
        }
        first += "            ;;\n";
    }
    return fmt::format(
        "# Completion of crosscut for bash, made by 'crosscut completion bash'.\n"
        "_crosscut_offer() {{\n"
        "    local found\n"
        "    while IFS= read -r found; do COMPREPLY+=(\"$found\"); done < <(compgen \"$@\")\n"
        "}}\n"
        "_crosscut() {{\n"
        "    local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD - 1]}}\n"
        "    local command=crosscut i\n"
        "    COMPREPLY=()\n"
        "    compopt -o filenames 2>/dev/null\n"
        "    for ((i = 1; i < COMP_CWORD; i++)); do\n"
        "        case \"$command ${{COMP_WORDS[i]}}\" in\n{}        esac\n    done\n"
        "    case \"$command $before\" in\n{}    esac\n"
        "    case $command in\n{}    esac\n}}\n"
        "complete -F _crosscut crosscut\n",
        commands, values, first);
}

std::string zsh_completion(const CommandOutline& program) {
    std::string script =
        "#compdef crosscut\n# Completion of crosscut for zsh, made by 'crosscut completion zsh'.\n";
    for (const CommandOutline* command : all_commands(program)) {
        script += command->commands.empty() ? zsh_leaf(*command) : zsh_group(*command);
    }
    return script + "compdef _crosscut crosscut\n";
}

std::string fish_completion(const CommandOutline& program) {
    std::string script =
        "# Completion of crosscut for fish, made by 'crosscut completion fish'.\n"
        "complete -c crosscut -f\n";
    for (const CommandOutline* command : all_commands(program)) {
        const std::string here = "complete -c crosscut -n " + fish_condition(*command);
        for (const CommandOutline& child : command->commands) {
            script += fmt::format("{} -a {} -d {}\n", here, quoted(child.path.back(), Shell::Fish),
                                  quoted(child.description, Shell::Fish));
        }
        for (const OutlineOption& option : command->options) {
            script += here;
            for (const std::string& name : option.names) {
                script +=
                    name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
            }
            if (!option.value.kind.empty()) script += fish_offer(option.value);
            script += fmt::format(" -d {}\n", quoted(option.description, Shell::Fish));
        }
        if (takes(*command, file_value)) {
            script += here + " -F\n";
        } else if (takes(*command, folder_value)) {
            script += here + " -a '(__fish_complete_directories)'\n";
        }
        if (const auto words = words_of_arguments(*command); !words.empty()) {
            script += fmt::format("{} -a {}\n", here, quoted(joined(words), Shell::Fish));
        }
    }
    return script;
}

}  // namespace app
