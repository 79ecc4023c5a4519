#include "player/app/command_line/manual_page.h"

#include <fmt/format.h>

namespace app {
namespace {

// Text as troff shows it: hyphens are hyphens that can be copied, and no line becomes a request.
std::string roff(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        if (c == '\\') {
            escaped += "\\e";
        } else if (c == '-') {
            escaped += "\\-";
        } else if (c == '\'') {
            escaped += "\\(aq";
        } else if (c == '.' && (escaped.empty() || escaped.back() == '\n')) {
            escaped += "\\&.";
        } else {
            escaped += c;
        }
    }
    return escaped;
}

std::string bold(std::string_view text) {
    return fmt::format("\\fB{}\\fR", roff(text));
}

std::string italic(std::string_view text) {
    return fmt::format("\\fI{}\\fR", roff(text));
}

// "crosscut check [options] module"
std::string synopsis(const CommandOutline& command) {
    std::string line = bold(command.full_name());
    if (!command.commands.empty() && command.path.size() > 1) line += " " + italic("command");
    if (!command.options.empty()) line += " [" + italic("options") + "]";
    for (const OutlineArgument& argument : command.arguments) {
        line +=
            argument.required ? " " + italic(argument.name) : " [" + italic(argument.name) + "]";
    }
    return line;
}

std::string option_lines(const OutlineOption& option) {
    std::string names;
    for (const std::string& name : option.names) {
        names += (names.empty() ? "" : ", ") + bold(name);
    }
    if (!option.value.choices.empty()) {
        names += " " + roff(fmt::format("{}", fmt::join(option.value.choices, "|")));
    } else if (!option.value.kind.empty()) {
        names += " " + italic(option.value.kind);
    }
    return fmt::format(".TP\n{}\n{}\n", names, roff(option.description));
}

std::string command_section(const CommandOutline& command) {
    std::string section =
        fmt::format(".SS {}\n{}.\n", synopsis(command), roff(command.description));
    for (const OutlineArgument& argument : command.arguments) {
        section += fmt::format(".TP\n{}\n{}\n", italic(argument.name), roff(argument.description));
    }
    for (const OutlineOption& option : command.options)
        section += option_lines(option);
    if (!command.example.empty()) {
        section +=
            fmt::format(".PP\nExample:\n.PP\n.RS 4\n.nf\n{}\n.fi\n.RE\n", roff(command.example));
    }
    return section;
}

}  // namespace

std::string manual_page(const CommandOutline& program, const std::string& version) {
    std::string page = fmt::format(
        ".\\\" Made by 'crosscut manual-page'.\n"
        ".TH CROSSCUT 1 \"\" \"{}\" \"User Commands\"\n"
        ".SH NAME\ncrosscut \\- case\\-study player for classrooms\n.SH SYNOPSIS\n",
        roff(version));
    for (const CommandOutline* command : all_commands(program)) {
        if (command != &program && !command->commands.empty()) continue;
        page += (command == &program ? "" : ".br\n") + synopsis(*command) + "\n";
    }
    page += fmt::format(
        ".SH DESCRIPTION\n{}\n"
        ".PP\nA module is a folder, or one \".crosscut\" file, with films of people who all\n"
        "answered the same questions, and "
        "with text files that say who they are and what they answer where.\n.SH OPTIONS\n",
        roff(program.description));
    for (const OutlineOption& option : program.options)
        page += option_lines(option);
    page += ".SH COMMANDS\n";
    for (const CommandOutline* command : all_commands(program)) {
        if (command != &program) page += command_section(*command);
    }
    page += ".SH EXIT STATUS\n";
    for (const auto& [code, meaning] : exit_meanings) {
        page += fmt::format(".TP\n{}\n{}\n", bold(std::to_string(code)), roff(meaning));
    }
    return page +
           ".SH FILES\n.TP\n\\fI$XDG_STATE_HOME/crosscut\\fR\nsettings, and the place in each "
           "module\n.TP\n\\fI$XDG_CACHE_HOME/crosscut\\fR\nwhat was found out about modules; may "
           "be "
           "deleted\n.TP\n\\fI$XDG_DATA_HOME/crosscut/modules\\fR\nmodules that the start screen "
           "finds\n";
}

}  // namespace app
