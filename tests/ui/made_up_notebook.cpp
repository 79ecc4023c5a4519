#include "tests/ui/made_up_notebook.h"

namespace ui_tests {

using catalogue::NoteKind;

ui::NotebookView empty_notebook() {
    ui::NotebookView view;
    view.module_title = "A cross-section of twenty people at work";
    view.variety = "From 0 people, on 0 questions";
    view.noticed = {{"n1", ""}};
    view.touches = {{"n2", ""}};
    view.next = {{"n3", ""}};
    view.guesses = {{"n4", ""}};
    view.surprises = {{"n5", ""}};
    view.questions = {{"n6", ""}};
    view.alike = {{"n7", ""}};
    view.apart = {{"n8", ""}};
    view.myself = {{"n9", ""}};
    return view;
}

ui::NotebookView made_up_notebook(std::size_t pins) {
    ui::NotebookView view = empty_notebook();
    view.initials = "AB";
    view.variety = "From 3 people, on 4 questions";
    for (std::size_t i = 0; i < pins; ++i) {
        const std::string n = std::to_string(i + 1);
        ui::PinView pin;
        pin.thought = {"pin" + n,
                       i % 2 == 0 ? "That is what my aunt says, too.\nBut she laughs." : ""};
        pin.who = i == 1 ? "Bartholomew Featherstonehaugh-Winterbottom" : "Person " + n;
        pin.question = i == 1 ? "What would you tell somebody of your age who thinks about this?"
                              : "Label " + n;
        pin.theme = i;
        pin.moment = i == 0 ? "" : "0:14 to 0:22";
        pin.quoted =
            i == 0 ? ""
                   : "I had to carry the big ones, and nobody said that it would get any lighter.";
        pin.on_board = i < 3;
        pin.image = i % 2;
        if (i == 3) {
            pin.absence = "This answer is withheld by the author.";
            pin.quoted.clear();
            pin.moment.clear();
            pin.kind = NoteKind::Thought;
            pin.on_board = false;
        }
        view.pins.push_back(std::move(pin));
    }
    view.noticed[0].text = "She never says the word work.";
    view.guesses.insert(view.guesses.begin(), {"g1", "He gets up at four."});
    view.surprises.insert(view.surprises.begin(), {"s1", "Nobody told them."});
    view.questions.insert(view.questions.begin(), {"q1", "Would you do it again \U0001F914?"});
    view.people_on_board = 3;
    view.asks_about_oneself = true;
    return view;
}

ui::SheetView made_up_sheet() {
    using Kind = ui::SheetLineView::Kind;
    ui::SheetView sheet;
    sheet.fitting = "1 line does not fit on the page.";
    sheet.lines = {{Kind::Heading, "", "What I kept", ""},
                   {Kind::Quote, "pin1/quote",
                    "I had to carry the big ones, and nobody said that it would get any lighter.",
                    "Bartholomew Featherstonehaugh-Winterbottom \u00b7 The lift \u00b7 at 0:42"},
                   {Kind::Words, "pin1/words", "That is what my aunt says, too.", ""},
                   {Kind::Words, "pin2/quote", "Person 2 \u00b7 Yesterday", "", false},
                   {Kind::Heading, "", "Five open questions", ""},
                   {Kind::Words, "question-1", "What in Person 1\u2019s answer made you keep it?",
                    "", true, false},
                   {Kind::Heading, "", "What we talked about", ""},
                   {Kind::Note, "", "Lines to write on", ""}};
    return sheet;
}

ui::ThoughtView made_up_thought() {
    ui::ThoughtView view;
    view.who = "Bartholomew Featherstonehaugh-Winterbottom";
    view.question = "What would you tell somebody of your age?";
    view.pin.thought = {"thought", "A thought"};
    view.pin.kind = NoteKind::Thought;
    view.pin.quoted = "I had to carry the big ones.";
    view.marks = "Kept: 0:14 to 0:22";
    return view;
}

}  // namespace ui_tests
