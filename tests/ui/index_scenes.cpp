#include "catalogue/words.h"
#include "player/ui/text.h"
#include "tests/ui/made_up_index.h"
#include "tests/ui/scenes.h"

namespace ui_tests {

using catalogue::_;

namespace {

// The view is made anew for each language that is spoken.
Scene marking(std::string name, std::function<ui::IndexView()> view,
              ui::Panel panel = ui::Panel::None) {
    return {"index: " + std::move(name), [view = std::move(view), panel](Driver& driver) {
                clear(driver);
                driver.state.panel = panel;
                driver.show(view());
                driver.frames(3);
            }};
}

ui::IndexView begun() {
    ui::IndexView view = made_up_index();
    view.begun_s = 380;
    view.now = _("Begun at {}: go on to where it ends", "6:20");
    view.toast =
        ui::upper_first(_("the answer begins at {}, so it cannot end before that", "06:20.000"));
    return view;
}

ui::IndexView changed_by_somebody_else() {
    ui::IndexView view = made_up_index();
    view.others_changed = true;
    view.safety = _("Somebody else has changed this index meanwhile: your marks are in {}",
                    "bartholomew.yaml.mine");
    view.safety_alerts = true;
    view.proposals[0].chosen = true;
    view.proposal_chosen = true;
    view.position_s = 725;
    view.proposal = _("Proposed as {}: {}", 12,
                      "after a pause of 1.4 s; the captions say \u201Cfirst job\u201D");
    return view;
}

ui::IndexView no_film() {
    ui::IndexView view = fresh_index();
    view.length_s = 0;
    view.questions.clear();
    view.no_film = {"films/bartholomew.mp4 cannot be opened", "is the file whole?"};
    view.listening =
        _("Its sound cannot be heard: {}", "films/bartholomew.mp4: this cannot be opened");
    view.safety =
        _("Not in the module: {}. Copy the module to a folder that can be written, with room left. "
          "Kept in {}",
          _("could not be saved: {}", _("nothing can be written there")),
          "/home/teacher/.local/share/crosscut/index/a-cross-section/bartholomew.yaml");
    view.safety_alerts = true;
    return view;
}

}  // namespace

void add_index_scenes(std::vector<Scene>& all) {
    all.push_back(marking("half done", made_up_index));
    all.push_back(marking("fresh", fresh_index));
    all.push_back(marking("help", made_up_index, ui::Panel::Help));
    all.push_back(marking("begun", begun));
    all.push_back(marking("changed by somebody else, a proposal", changed_by_somebody_else));
    all.push_back(marking("no film, no questions, read-only", no_film));
}

}  // namespace ui_tests
