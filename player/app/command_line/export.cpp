#include <memory>

#include "catalogue/preferences.h"
#include "player/app/command_line/command.h"
#include "player/app/html_edition/export_html.h"

namespace app {
namespace {

struct HtmlArguments {
    std::filesystem::path folder;
    std::filesystem::path out;
    HtmlOrder order;
};

int html(const HtmlArguments& arguments, const Console& console) {
    const catalogue::Outcome exported = [&] {
        ProgressBar bar(console.err, console.err_is_terminal);
        return export_html(arguments.folder, arguments.out, arguments.order, console.out,
                           bar.progress());
    }();
    return exported ? int{exit_ok} : say_problem(console, exported.error(), exit_failed);
}

void add_html(CommandTree& tree, CLI::App& exports) {
    const auto arguments = std::make_shared<HtmlArguments>();
    CLI::App& command =
        tree.add(exports, "html", "a page for browsers, with its films; needs no server",
                 "crosscut export html modules/harbour harbour-page");
    add_module_folder(command, arguments->folder);
    command.add_option("out", arguments->out, "a new folder to write to")
        ->type_name(folder_value)
        ->required();
    std::vector<std::string> languages;
    for (const catalogue::Language& one : catalogue::languages)
        languages.emplace_back(one.code);
    choose_from(*command.add_option("--language", arguments->order.language,
                                    "what the page's own words are in; else the module's language"),
                languages);
    command.add_flag("--job-last", arguments->order.job_last,
                     "covers everybody's job whenever the page is opened");
    tree.when_asked(command,
                    [arguments](const Console& console) { return html(*arguments, console); });
}

}  // namespace

void add_export(CommandTree& tree) {
    CLI::App& exports = tree.add(tree.program(), "export", "makes something else of a module",
                                 "crosscut export html modules/harbour harbour-page");
    exports.require_subcommand(1);
    add_html(tree, exports);
    add_reel(tree, exports);
    add_paper(tree, exports);
}

}  // namespace app
