#include "catalogue/words.h"
#include "tests/ui/made_up_class_wall.h"
#include "tests/ui/scenes.h"

namespace ui_tests {

namespace {

Scene class_wall(std::string name,
                 std::function<void(ui::ClassWallView&, ui::ClassWallState&)> change) {
    return {"class wall: " + std::move(name), [change = std::move(change)](Driver& driver) {
                clear(driver);
                ui::ClassWallView view = made_up_class_wall();
                change(view, driver.class_wall_state);
                driver.show(view);
                driver.frames(3);
            }};
}

}  // namespace

void add_class_wall_scenes(std::vector<Scene>& all) {
    using Page = ui::ClassWallPage;
    using View = ui::ClassWallView;
    using State = ui::ClassWallState;
    all.push_back(class_wall("cards", [](View&, State&) {}));
    all.push_back(class_wall("cards came later", [](View& v, State&) { v.grew = true; }));
    all.push_back(class_wall("beside a lesson", [](View& v, State&) {
        v.lesson_step = "On your own: what would you tell somebody at home about all of this?";
        v.lesson_timer = "13:05";
    }));
    all.push_back(class_wall("a card in large letters", [](View&, State& s) { s.opened = 0; }));
    all.push_back(class_wall("a card beside no answer", [](View&, State& s) { s.opened = 4; }));
    all.push_back(class_wall("a very long thought", [](View& v, State& s) {
        v.cards[1].thought = std::string(500, 'x') + made_up_long_thought();
        s.opened = 1;
    }));
    all.push_back(class_wall("no folder", [](View& v, State&) {
        v.folder.clear();
        v.cards.clear();
    }));
    all.push_back(class_wall("another folder is typed", [](View&, State& s) {
        s.choosing_folder = true;
        s.folder_text = "/media/share/9c";
    }));
    all.push_back(class_wall("nothing was handed in", [](View& v, State&) { v.cards.clear(); }));
    all.push_back(class_wall("the folder is gone", [](View& v, State&) {
        v.sentences = {
            catalogue::_("The folder {} is not there. It is looked for: plug the stick in again, "
                         "or choose another folder.",
                         "\u201C/media/share/8b\u201D"),
            catalogue::_("Not all that was handed in arrived whole. Whoever misses theirs here "
                         "hands it in again. (Left as it is: {})",
                         "\u201C7f3a90c2d1e4b856.handin\u201D")};
        v.toast = catalogue::_("What you ticked is in the class\u2019s folder");
    }));
    all.push_back(class_wall("being looked at", [](View& v, State&) {
        v.looked = false;
        v.cards.clear();
    }));
    all.push_back(class_wall("first one's own", [](View& v, State&) {
        v.teachers = v.may_see = false;
        v.cards.clear();
    }));
    const auto own = [](bool handed_in) {
        return [handed_in](View& v, State& s) {
            v.teachers = false;
            v.sign = handed_in ? "Crimson hedgehog" : "";
            s.page = Page::HandIn;
        };
    };
    all.push_back(class_wall("handing in", own(false)));
    all.push_back(class_wall("handed in", own(true)));
    all.push_back(class_wall("handing in with a seat", [](View& v, State& s) {
        v.teachers = false;
        v.own.resize(2);
        s.seat_text = "window 3";
        s.page = Page::HandIn;
    }));
    all.push_back(class_wall("nothing to hand in", [](View& v, State& s) {
        v.teachers = false;
        v.own.clear();
        s.page = Page::HandIn;
    }));
    all.push_back(class_wall("groups", [](View&, State& s) { s.page = Page::Groups; }));
    all.push_back(class_wall("no groups yet", [](View& v, State& s) {
        v.groups.clear();
        v.groups_asked = false;
        s.page = Page::Groups;
    }));
    all.push_back(class_wall("nobody to share out", [](View& v, State& s) {
        v.groups.clear();
        s.page = Page::Groups;
    }));
    all.push_back(class_wall("help", [](View&, State&) {}));
    all.back().set = [set = all.back().set](Driver& driver) {
        set(driver);
        driver.state.panel = ui::Panel::Help;
        driver.frames(3);
    };
}

}  // namespace ui_tests
