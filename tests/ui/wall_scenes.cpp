#include "catalogue/words.h"
#include "tests/ui/scenes.h"

namespace ui_tests {

namespace {

Scene wall(std::string name, std::function<void(ui::WallView&, Driver&)> change) {
    return {"wall: " + std::move(name),
            [change = std::move(change)](Driver& driver) {
                clear(driver);
                driver.wall_state = {};
                ui::WallView view = made_up_wall();
                view.people[1].name = "Bartholomew Featherstonehaugh-Winterbottom";
                view.people[1].job = "assistant to the deputy head of a school for music";
                view.questions[2].label = "Somebody of your age who thinks about it";
                view.questions[2].sensitive = true;
                view.cells[1].heard = true;
                view.cells[2].pinned = true;
                view.cells[3] = {.state = catalogue::CellState::Empty};
                view.cells[4] = {.state = catalogue::CellState::Withheld};
                view.cells[5].has_picture = false;
                view.here = {0, 1};
                driver.wall_state.at = view.here;
                change(view, driver);
                driver.show(view);
                driver.frames(3);
            },
            true};
}

}  // namespace

void add_wall_scenes(std::vector<Scene>& all) {
    all.push_back(wall("everybody", [](auto&, auto&) {}));
    all.push_back(wall("pictures are being made", [](ui::WallView& view, auto&) {
        view.stills_looked_for = 120;
        view.answers = 600;
        view.hint = "Press Enter to hear the marked answer.";
    }));
    all.push_back(wall("somebody has come", [](ui::WallView& view, auto&) {
        view.toast = catalogue::_("{} of {} people are ready", 4, 20);
    }));
    all.push_back(
        wall("as a list", [](auto&, Driver& driver) { driver.wall_state.as_list = true; }));
    all.push_back(wall("the job is covered", [](ui::WallView& view, auto&) {
        for (ui::WallPerson& person : view.people) {
            person.job.clear();
            person.job_covered = true;
        }
    }));
    all.push_back(wall("nobody in it", [](ui::WallView& view, auto&) {
        view.people.clear();
        view.cells.clear();
    }));
    all.push_back(wall("no questions", [](ui::WallView& view, auto&) {
        view.questions.clear();
        view.cells.clear();
    }));
    all.push_back(
        wall("help", [](auto&, Driver& driver) { driver.state.panel = ui::Panel::Help; }));
}

}  // namespace ui_tests
