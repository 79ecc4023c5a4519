// export handout, record, worksheet, notebook, hook-sheet: sheets of paper.
#include <memory>
#include <vector>

#include "player/app/command_line/command.h"
#include "player/app/sheets/export_paper.h"

namespace app {
namespace {

struct PaperArguments {
    PaperOrder order;
    std::string plan;
    std::string person;
    std::string question;
    std::filesystem::path notebook;
    std::vector<std::string> without;
    int week = 1;
};

// One kind of sheet on its way to being a command: the module comes first, then what `arguments`
// adds, then the file to write.
class PaperCommand {
public:
    PaperCommand(CommandTree& tree, CLI::App& exports, const char* name, const char* what,
                 const char* example)
        : tree_(tree), command_(tree.add(exports, name, what, example)) {
        add_module_folder(command_, given_->order.module);
    }

    CLI::App& command() { return command_; }
    PaperArguments& given() { return *given_; }

    void add_notebook() {
        command_.add_option("notebook", given_->notebook, "a pupil's notebook")
            ->type_name(file_value)
            ->required();
    }

    void when_asked(catalogue::Outcome (*make)(const PaperArguments&, std::ostream&)) {
        command_
            .add_option("out", given_->order.out,
                        "a new file that ends in .pdf, .html or .md, which says what is written")
            ->type_name(file_value)
            ->required();
        command_.add_flag("--andika", given_->order.andika, "letters for people who learn to read");
        command_.add_flag("--job-last", given_->order.job_last, "names nobody's job");
        tree_.when_asked(command_, [given = given_, make](const Console& console) {
            const catalogue::Outcome made = make(*given, console.out);
            return made ? int{exit_ok} : say_problem(console, made.error(), exit_failed);
        });
    }

private:
    CommandTree& tree_;
    CLI::App& command_;
    std::shared_ptr<PaperArguments> given_ = std::make_shared<PaperArguments>();
};

}  // namespace

void add_paper(CommandTree& tree, CLI::App& exports) {
    PaperCommand handout(tree, exports, "handout",
                         "one meeting of a plan for the class, on one side",
                         "crosscut export handout modules/harbour one-row one-row.pdf");
    handout.command()
        .add_option("plan", handout.given().plan, "id of a plan, or its file")
        ->required();
    handout.command().add_option("--week", handout.given().week, "of a plan of several weeks");
    handout.when_asked([](const PaperArguments& given, std::ostream& notes) {
        return export_handout(given.order, given.plan, given.week, notes);
    });

    PaperCommand record(tree, exports, "record", "what was done in the lesson that is under way",
                        "crosscut export record modules/harbour today.pdf");
    record.when_asked([](const PaperArguments& given, std::ostream& notes) {
        return export_record(given.order, notes);
    });

    PaperCommand worksheet(tree, exports, "worksheet",
                           "before, while and after an answer, on one side",
                           "crosscut export worksheet modules/harbour moira w1 moira.pdf");
    worksheet.command()
        .add_option("person", worksheet.given().person, "id of a person")
        ->required();
    worksheet.command()
        .add_option("question", worksheet.given().question, "id of a question")
        ->required();
    worksheet.when_asked([](const PaperArguments& given, std::ostream& notes) {
        return export_worksheet(given.order, given.person, given.question, notes);
    });

    PaperCommand notebook(tree, exports, "notebook", "all that a pupil kept and wrote",
                          "crosscut export notebook modules/harbour km.notebook km.pdf");
    notebook.add_notebook();
    notebook.when_asked([](const PaperArguments& given, std::ostream& notes) {
        return export_notebook(given.order, given.notebook, notes);
    });

    PaperCommand hooks(tree, exports, "hook-sheet",
                       "one side out of a notebook, for a talk with an adviser",
                       "crosscut export hook-sheet modules/harbour km.notebook talk.pdf");
    hooks.add_notebook();
    hooks.command()
        .add_option("--without", hooks.given().without,
                    "id of a line that is to be left out; may be repeated")
        ->allow_extra_args(false);
    hooks.when_asked([](const PaperArguments& given, std::ostream& notes) {
        return export_hook_sheet(given.order, given.notebook, given.without, notes);
    });
}

}  // namespace app
