#include <memory>
#include <ostream>

#include "player/app/command_line/command.h"
#include "player/app/command_line/completion.h"
#include "player/app/command_line/manual_page.h"

namespace app {

void add_completion(CommandTree& tree) {
    const auto shell = std::make_shared<std::string>();
    CLI::App& command = tree.add(
        tree.program(), "completion", "writes the script that lets a shell complete crosscut",
        "crosscut completion bash > ~/.local/share/bash-completion/completions/crosscut");
    CLI::Option& chosen = *command.add_option("shell", *shell, "for which shell")->required();
    choose_from(chosen, {"bash", "zsh", "fish"});
    tree.when_asked(command, [&tree, shell](const Console& console) {
        const CommandOutline program = outline_of(tree);
        console.out << (*shell == "bash"  ? bash_completion(program)
                        : *shell == "zsh" ? zsh_completion(program)
                                          : fish_completion(program));
        return int{exit_ok};
    });
}

void add_manual_page(CommandTree& tree) {
    CLI::App& command = tree.add(tree.program(), "manual-page", "writes the page for man(1)",
                                 "crosscut manual-page > crosscut.1 && man ./crosscut.1");
    tree.when_asked(command, [&tree](const Console& console) {
        console.out << manual_page(outline_of(tree), tree.program().version());
        return int{exit_ok};
    });
}

}  // namespace app
