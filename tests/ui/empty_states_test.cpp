// A screen with nothing on it says so, and what to do.
#include <doctest/doctest.h>

#include <functional>
#include <string>

#include "tests/ui/driver.h"
#include "tests/ui/made_up_lesson.h"

using namespace ui_tests;
using ui::Panel;

namespace {

struct Empty {
    const char* name;
    std::function<void(Driver&)> set;
    const char* what;    // is missing
    const char* remedy;  // a part of what to do
};

void stage(Driver& driver, Panel panel, const std::function<void(ui::StageView&)>& change) {
    ui::StageView view = made_up_stage();
    change(view);
    driver.state.panel = panel;
    driver.show(view);
}

// The teacher's, with a folder in which nothing is.
void class_wall(Driver& driver, const std::function<void(ui::ClassWallView&)>& change) {
    ui::ClassWallView view;
    view.folder = "/media/share/8b";
    view.looked = view.teachers = view.may_see = true;
    change(view);
    driver.show(view);
}

const std::vector<Empty>& all_empty() {
    static const std::vector<Empty> all{
        {"start without a module", [](Driver& d) { d.show(ui::StartView{}); }, "No module yet",
         "Open one below"},
        {"a module that cannot be read",
         [](Driver& d) {
             ui::StartView view = made_up_start();
             view.modules = {view.modules[1]};
             view.modules[0].can_open = false;
             d.show(view);
         },
         "3 problems", "Cannot be opened"},
        {"a module that is being made",
         [](Driver& d) {
             ui::StartView view = made_up_start();
             view.modules = {view.modules[2]};
             d.show(view);
         },
         "2 of 20 people are ready", "Ready in a moment"},
        {"stage without people",
         [](Driver& d) { stage(d, Panel::None, [](ui::StageView& v) { v.faces.clear(); }); },
         "Nobody is in this module yet", "folder people"},
        {"stage without questions",
         [](Driver& d) { stage(d, Panel::None, [](ui::StageView& v) { v.questions.clear(); }); },
         "This module has no questions yet.", "module.yaml"},
        {"go to, nothing found",
         [](Driver& d) {
             d.state.typed = "zzz";
             stage(d, Panel::GoTo, [](ui::StageView&) {});
         },
         "Nobody and no question begins with these words.", "Type less"},
        {"go to in an empty module",
         [](Driver& d) {
             stage(d, Panel::GoTo, [](ui::StageView& v) {
                 v.faces.clear();
                 v.questions.clear();
             });
         },
         "This module has nobody and no questions yet.", "Esc"},
        {"information about nobody much",
         [](Driver& d) {
             stage(d, Panel::Information, [](ui::StageView& v) { v.information = {}; });
         },
         "The module says nothing more about this person.", "Hear the answers"},
        {"no problems", [](Driver& d) { stage(d, Panel::Problems, [](ui::StageView&) {}); },
         "0 problems in this module", "Nothing is wrong"},
        {"no guess yet",
         [](Driver& d) {
             stage(d, Panel::Guesses,
                   [](ui::StageView& v) { v.guesses.cover = ui::JobCover::Covered; });
         },
         "No guess yet.", "a line for each guess"},
        {"wall without people", [](Driver& d) { d.show(made_up_wall(0, 3)); },
         "Nobody is in this module yet.", "folder people"},
        {"wall without questions", [](Driver& d) { d.show(made_up_wall(3, 0)); },
         "This module has no questions yet.", "module.yaml"},
        {"lesson without plans",
         [](Driver& d) {
             ui::LessonView view = made_up_plans();
             view.plans.clear();
             d.show(view);
         },
         "There are no lesson plans here.", "Esc goes back"},
        {"class wall without a folder",
         [](Driver& d) { class_wall(d, [](ui::ClassWallView& v) { v.folder.clear(); }); },
         "Which folder does the class hand in to?", "drop it"},
        {"class wall before anybody handed in", [](Driver& d) { class_wall(d, [](auto&) {}); },
         "Nothing was handed in yet", "by itself"},
        {"class wall before one's own is handed in",
         [](Driver& d) {
             class_wall(d, [](ui::ClassWallView& v) { v.teachers = v.may_see = false; });
         },
         "First your own", "Hand in"},
        {"nothing to hand in",
         [](Driver& d) {
             d.class_wall_state.page = ui::ClassWallPage::HandIn;
             class_wall(d, [](ui::ClassWallView& v) { v.teachers = false; });
         },
         "nothing to hand in yet", "write a thought"},
        {"no groups yet",
         [](Driver& d) {
             d.class_wall_state.page = ui::ClassWallPage::Groups;
             class_wall(d, [](auto&) {});
         },
         "No groups yet", "Share out"},
    };
    return all;
}

std::string everything_drawn() {
    std::string all;
    for (const ui::TextRecord& text : ui::drawn_texts())
        all += text.text + " ";
    return all;
}

}  // namespace

TEST_CASE("a screen with nothing on it says what is missing and what to do") {
    for (const Empty& empty : all_empty()) {
        CAPTURE(empty.name);
        Driver driver({1366, 768, 1});
        empty.set(driver);
        const std::string drawn = everything_drawn();
        CAPTURE(drawn);
        CHECK(drawn.find(empty.what) != std::string::npos);
        CHECK(drawn.find(empty.remedy) != std::string::npos);
    }
}
