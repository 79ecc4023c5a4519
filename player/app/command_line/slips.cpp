#include "player/app/command_line/slips.h"

#include <algorithm>
#include <filesystem>
#include <string_view>

#include "catalogue/text.h"

namespace app {
namespace {

// Where the words behind the command's own name begin.
std::size_t begin_behind(const CLI::App& command, const std::vector<std::string>& arguments) {
    const CLI::App* parent = command.get_parent();
    if (parent == nullptr) return 0;
    const auto from =
        arguments.begin() + static_cast<std::ptrdiff_t>(begin_behind(*parent, arguments));
    const auto name = std::find(from, arguments.end(), command.get_name());
    return static_cast<std::size_t>((name == arguments.end() ? from : name + 1) -
                                    arguments.begin());
}

std::vector<std::string> long_options(const CLI::App& command) {
    std::vector<std::string> names;
    for (const CLI::Option* option : command.get_options()) {
        for (const std::string& name : option->get_lnames())
            names.push_back("--" + name);
    }
    return names;
}

std::vector<std::string> subcommands(const CLI::App& command) {
    std::vector<std::string> names;
    for (const CLI::App* one : command.get_subcommands([](const CLI::App*) { return true; })) {
        names.push_back(one->get_name());
    }
    return names;
}

std::optional<Slip> slip_of(const std::string& written, const std::vector<std::string>& known) {
    auto meant = catalogue::nearest(written, known);
    if (!meant) return std::nullopt;
    return Slip{written, *std::move(meant)};
}

}  // namespace

std::optional<Slip> slip_in(const CommandTree& tree, const std::vector<std::string>& arguments) {
    const CLI::App& command = tree.asked();
    bool may_be_command = true;  // only the first word that is no option
    for (std::size_t at = begin_behind(command, arguments); at < arguments.size(); ++at) {
        const std::string& word = arguments[at];
        if (word == "--") return std::nullopt;
        if (word.starts_with('-')) {
            const std::size_t value = word.find('=');
            const std::string name = word.substr(0, value);
            if (const CLI::Option* option = command.get_option_no_throw(name)) {
                const bool takes_next = option->get_items_expected_min() > 0;
                if (takes_next && value == std::string::npos) ++at;
            } else if (word.starts_with("--")) {
                if (auto slip = slip_of(name, long_options(command))) return slip;
            }
            continue;
        }
        std::error_code error;
        if (may_be_command && !std::filesystem::exists(word, error)) {
            if (auto slip = slip_of(word, subcommands(command))) return slip;
        }
        may_be_command = false;
    }
    return std::nullopt;
}

}  // namespace app
