#include "tests/ui/made_up_notebook.h"
#include "tests/ui/scenes.h"

namespace ui_tests {

namespace {

Scene notebook(std::string name,
               std::function<void(ui::NotebookView&, ui::NotebookState&)> change) {
    return {"notebook: " + std::move(name), [change = std::move(change)](Driver& driver) {
                clear(driver);
                ui::NotebookView view = made_up_notebook();
                change(view, driver.notebook_state);
                driver.show(view);
                driver.frames(3);
            }};
}

Scene with_thought(std::string name, ui::ThoughtView thought) {
    return {"stage: " + std::move(name), [=](Driver& driver) {
                clear(driver);
                driver.state.panel = ui::Panel::Thought;
                driver.thought = thought;
                driver.show(lifelike_stage());
                driver.frames(3);
            }};
}

}  // namespace

void add_notebook_scenes(std::vector<Scene>& all) {
    using Page = ui::NotebookPage;
    const auto page = [](Page wanted) {
        return [wanted](auto&, ui::NotebookState& state) { state.page = wanted; };
    };
    all.push_back(notebook("reflections", page(Page::Reflections)));
    all.push_back(notebook("what was kept", page(Page::Pins)));
    all.push_back(notebook("guesses", page(Page::Guesses)));
    all.push_back(notebook("to ask", page(Page::Questions)));
    all.push_back(notebook("board", page(Page::Board)));
    all.push_back(notebook("nothing in it", [](ui::NotebookView& v, ui::NotebookState& s) {
        v = empty_notebook();
        s.page = Page::Pins;
    }));
    all.push_back(notebook("nothing on the board", [](ui::NotebookView& v, ui::NotebookState& s) {
        v = empty_notebook();
        s.page = Page::Board;
    }));
    all.push_back(notebook("taking out is asked", [](auto&, ui::NotebookState& s) {
        s.removing = "pin1";
        s.page = Page::Pins;
    }));
    all.push_back(notebook("a share is gone, and it was written in elsewhere",
                           [](ui::NotebookView& v, ui::NotebookState& s) {
                               s.page = Page::Pins;
                               v.status =
                                   "The folder /media/share/8b cannot be reached: what you write "
                                   "is kept on this computer, and goes there when it is back.";
                               v.copies = {"ann (copy A7F3)"};
                               v.toast = "Taken out: Ctrl+Z brings it back";
                           }));
    all.push_back(notebook("finishing is asked", [](ui::NotebookView& view, ui::NotebookState& s) {
        view.take_along = {"my documents", "KINGSTON of the school's library"};
        s.clearing = true;
    }));
    all.push_back(notebook("the sheet for a talk", [](auto& view, ui::NotebookState& s) {
        view.sheet = made_up_sheet();
        s.sheet_open = true;
    }));
    all.push_back(with_thought("a thought", made_up_thought()));
    ui::ThoughtView kept = made_up_thought();
    kept.pin.kind = catalogue::NoteKind::Pin;
    kept.pin.thought.text = std::string(900, 'x') + " and words that go on for many lines";
    kept.marks.clear();
    all.push_back(with_thought("a long thought beside a clip that is kept", kept));
}

}  // namespace ui_tests
