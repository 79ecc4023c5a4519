#include "tests/ui/made_up_index.h"
#include "tests/ui/scenes.h"

namespace ui_tests {

namespace {

Scene marking(std::string name, ui::IndexView view, ui::Panel panel = ui::Panel::None) {
    return {"index: " + std::move(name), [view = std::move(view), panel](Driver& driver) {
                clear(driver);
                driver.state.panel = panel;
                driver.show(view);
                driver.frames(3);
            }};
}

}  // namespace

void add_index_scenes(std::vector<Scene>& all) {
    all.push_back(marking("half done", made_up_index()));
    all.push_back(marking("fresh", fresh_index()));
    all.push_back(marking("help", made_up_index(), ui::Panel::Help));
    ui::IndexView view = made_up_index();
    view.begun_s = 380;
    view.now = "Begun at 6:20: go on to where it ends";
    view.toast = "The answer begins at 06:20.000, so it cannot end before that";
    all.push_back(marking("begun", view));
    view = made_up_index();
    view.others_changed = true;
    view.safety =
        "Somebody else has changed this index meanwhile: your marks are in bartholomew.yaml.mine";
    view.safety_alerts = true;
    view.proposals[0].chosen = true;
    view.proposal_chosen = true;
    view.position_s = 725;
    view.proposal =
        "Proposed as 12: after a pause of 1.4 s; the captions say \u201Cfirst job\u201D";
    all.push_back(marking("changed by somebody else, a proposal", view));
    view = fresh_index();
    view.length_s = 0;
    view.questions.clear();
    view.no_film = {"films/bartholomew.mp4 cannot be opened", "is the file whole?"};
    view.listening = "Its sound cannot be heard: films/bartholomew.mp4: this cannot be opened";
    view.safety =
        "Not in the module: could not be saved: Read-only file system. Copy the module to a folder "
        "that can be written, with room left. Kept in /home/teacher/.local/share/crosscut/index/"
        "a-cross-section/bartholomew.yaml";
    view.safety_alerts = true;
    all.push_back(marking("no film, no questions, read-only", view));
}

}  // namespace ui_tests
