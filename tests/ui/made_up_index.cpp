#include "tests/ui/made_up_index.h"

#include <cmath>

#include "catalogue/words.h"

namespace ui_tests {

namespace {

constexpr int questions = 30;
constexpr double peak_window_s = 0.02;

const std::vector<float>& peaks() {
    static const std::vector<float> all = [] {
        std::vector<float> made;
        for (int i = 0; i < 180'000; ++i) {
            const double t = i * peak_window_s;
            const bool speaks = std::fmod(t, 60) < 57;
            made.push_back(
                speaks ? static_cast<float>(0.25 + 0.2 * std::sin(t * 9) * std::sin(t * 1.7)) : 0);
        }
        return made;
    }();
    return all;
}

}  // namespace

ui::IndexView fresh_index() {
    ui::IndexView view;
    view.title = "Bartholomew Featherstonehaugh-Winterbottom";
    view.film = "films/bartholomew.mp4";
    view.length_s = 3600;
    for (int i = 0; i < questions; ++i) {
        ui::IndexQuestion row;
        row.number = std::to_string(i + 1);
        row.name = i == 1 ? "What would you tell somebody of your age who thinks about this work?"
                          : "Label " + std::to_string(i + 1);
        row.theme = static_cast<std::size_t>(i / 10);
        row.where = i == 4 ? "withheld: it needs no marks" : "not marked";
        row.can_assign = i != 4;
        view.questions.push_back(row);
    }
    view.summary = catalogue::_("{} of {} marked", 0, 30);
    view.listening = "Listening for pauses: 34 %";
    view.now = "Next: 1  Label 1";
    view.safety = "Everything is saved as you go";
    return view;
}

ui::IndexView made_up_index() {
    ui::IndexView view = fresh_index();
    view.position_s = 395;
    view.playing = true;
    view.peaks = peaks();
    view.peak_window_s = peak_window_s;
    view.listening.clear();
    for (int i = 0; i < 12; ++i) {
        ui::IndexBlock block;
        block.from_s = 60 * i + 2;
        block.to_s = block.from_s + (i == 6 ? 62 : 52);
        ui::IndexQuestion& row = view.questions[static_cast<std::size_t>(i)];
        block.number = i == 11 ? "?" : row.number;
        block.name = i == 11 ? "no question yet" : row.name;
        if (i != 11) block.theme = row.theme;
        block.chosen = i == 6;
        block.by_hand = i == 3;
        view.blocks.push_back(block);
        if (i == 11) continue;
        row.where = i == 6 ? "6:02 to 7:04, overlaps" : "6:02 to 6:54";
        row.marked = true;
        row.chosen = i == 6;
    }
    view.seams.push_back({422, 424, true});
    for (int i = 0; i < 11; ++i) {
        if (i != 6) view.seams.push_back({60.0 * i + 54, 60.0 * i + 62, false});
    }
    for (int i = 12; i < 40; ++i) {
        view.proposals.push_back({60.0 * i, 60.0 * i + 57, false});
    }
    for (int i = 0; i < 20; ++i) {
        view.stills.push_back({360.0 + 4 * i, 1, 16.0F / 9});
    }
    view.summary = catalogue::_("{} of {} marked", 11, 30) + ", " +
                   catalogue::plural("{} gap", "{} gaps", 10) + ", " +
                   catalogue::plural("{} overlap", "{} overlaps", 1);
    view.now = "7  Label 7, 62.0 s long";
    view.proposal = catalogue::plural("{} proposal", "{} proposals", 28);
    view.answer_chosen = true;
    view.can_undo = true;
    view.safety = "Saved";
    return view;
}

}  // namespace ui_tests
