// The menu of a clicker, and what its few keys choose elsewhere.
#include "tests/ui/scenes.h"

namespace ui_tests {

namespace {

using ui::ClickerView;
using ui::Icon;

Scene menu(std::string name, ClickerView view, std::size_t at) {
    view.at = at;
    return {"clicker: " + std::move(name), [view = std::move(view)](Driver& driver) {
                clear(driver);
                ui::StageView stage = lifelike_stage();
                stage.black = true;
                driver.clicker = view;
                driver.state.panel = ui::Panel::Clicker;
                driver.state.request_focus = true;
                driver.show(stage);
                driver.frames(3);
            }};
}

ClickerView everything() {
    ClickerView view;
    view.title = "With a clicker";
    view.items = {{"Go on with the film", {}, Icon::Play},
                  {"Hear this answer to its end", {}, Icon::People},
                  {"Hear that again (10 seconds)", {}, Icon::Again},
                  {"The wall: any answer", {}, Icon::Wall},
                  {"Search: choose a word", {}, Icon::GoTo},
                  {"Hang on this question", {}, Icon::Hang},
                  {"Mix it up", {}, Icon::Mix},
                  {"Stop and talk", {}, Icon::Talk},
                  {"A lesson: choose a plan", {}, Icon::Questions},
                  {"Captions", "on", Icon::Captions},
                  {"The room's window", {}, Icon::FullScreen},
                  {"Another module", {}, Icon::Modules},
                  {"End the program", {}, Icon::Close}};
    return view;
}

ClickerView words(std::size_t count) {
    ClickerView view;
    view.title = "Search";
    view.sentence = "Passages with the word follow each other; forward goes to the next one.";
    for (std::size_t i = 0; i < count; ++i) {
        view.items.push_back({i == 1 ? "\u201ccounterrevolutionaries\u201d" : "\u201cuniform\u201d",
                              "114 passages, from 20 people", Icon::GoTo});
    }
    view.items.push_back({"Back", {}, Icon::ChevronLeft});
    return view;
}

ClickerView closing() {
    ClickerView view;
    view.title = "End the program?";
    view.sentence = "Where you are is kept.";
    view.items = {{"Go on teaching", {}, Icon::ChevronLeft}, {"End the program", {}, Icon::Close}};
    return view;
}

}  // namespace

void add_clicker_scenes(std::vector<Scene>& all) {
    all.push_back(menu("everything", everything(), 0));
    all.push_back(menu("the last of everything", everything(), everything().items.size() - 1));
    all.push_back(menu("words", words(12), 1));
    ClickerView no_word = words(0);
    no_word.sentence = "Captions are still being read: the words come here by themselves.";
    all.push_back(menu("no word yet", no_word, 0));
    no_word.sentence =
        "No word was found that several people say: the films may have no captions, or too few. "
        "Choose an answer on the wall, or type words in the search with a keyboard.";
    all.push_back(menu("no word", no_word, 0));
    all.push_back(menu("it is asked before the program ends", closing(), 0));
    all.push_back({"clicker: modules", [](Driver& driver) {
                       clear(driver);
                       ui::StartView view = made_up_start();
                       view.hint =
                           "Forward and back choose a module, the key for a black screen or F5 "
                           "opens it.";
                       driver.state.to_module = 0;
                       driver.show(view);
                       driver.frames(3);
                   }});
}

}  // namespace ui_tests
