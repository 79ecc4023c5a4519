#include "tests/ui/made_up_class_wall.h"

namespace ui_tests {

std::string made_up_long_thought() {
    std::string thought;
    for (int i = 0; i < 40; ++i)
        thought += "and then she said that nobody had ever asked her about it before, ";
    return thought;
}

ui::ClassWallView made_up_class_wall() {
    ui::ClassWallView view;
    view.module_title = "A cross-section of twenty people at work";
    view.folder = "/media/share/year-8/class-8b/hand-in/autumn";
    view.looked = true;
    view.teachers = true;
    view.may_see = true;
    const std::string quoted =
        "I had to carry the big ones, and nobody said that it would get any lighter.";
    for (std::size_t i = 0; i < 11; ++i) {
        ui::ClassCard card;
        card.who = i == 1 ? "Bartholomew Featherstonehaugh-Winterbottom"
                          : "Person " + std::to_string(i + 1);
        card.question = i == 1 ? "What would you tell somebody of your age who thinks about this?"
                               : "Label " + std::to_string(i + 1);
        card.theme = i;
        card.quoted = i % 3 == 0 ? "" : quoted;
        card.thought = i % 4 == 2 ? "" : "That is what my aunt says, too.\nBut she laughs.";
        card.has_still = i != 4;
        card.image = i % 2;
        if (i == 4) {
            card.who = "A question to ask";
            card.question.clear();
            card.quoted.clear();
            card.thought = "Would you do it again \U0001F914?";
        }
        if (i == 1) card.thought = made_up_long_thought();
        view.cards.push_back(card);
    }
    for (std::size_t i = 0; i < 9; ++i) {
        view.own.push_back({"note" + std::to_string(i),
                            i == 1 ? "Bartholomew Featherstonehaugh-Winterbottom, What would you "
                                     "tell somebody of your age?"
                                   : "Person " + std::to_string(i + 1) + ", Label 2",
                            i == 2 ? "" : "That is what my aunt says, too. But she laughs.",
                            i % 3 != 2});
    }
    view.initials = "AB";
    for (std::size_t i = 0; i < 8; ++i) {
        view.groups.push_back(
            {std::string("Group ") + static_cast<char>('A' + i),
             {"Blue heron", "Crimson hedgehog (ABCDEFGH)", "Silver starling", "Olive osprey"}});
    }
    view.groups_asked = true;
    return view;
}

}  // namespace ui_tests
