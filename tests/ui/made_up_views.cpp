#include "tests/ui/made_up_views.h"

#include <doctest/doctest.h>
#include <fstream>
#include <iterator>

namespace ui_tests {

ui::StageView made_up_stage(int people, int questions) {
    ui::StageView view;
    view.module_title = "A module made up";
    view.themes = {"Work", "Learning", "Life"};
    for (int i = 0; i < questions; ++i) {
        ui::QuestionRow row;
        row.label = "Label " + std::to_string(i + 1);
        row.text = "What would you say to question " + std::to_string(i + 1) + "?";
        row.theme = static_cast<std::size_t>(i * 3 / questions);
        view.questions.push_back(row);
    }
    for (int i = 0; i < people; ++i) {
        ui::FaceView face;
        face.name = "Person " + std::to_string(i + 1) + " of Many";
        face.job = "a " + std::to_string(i + 1) + "th hand";
        view.faces.push_back(face);
    }
    view.cell = {0, questions > 1 ? 1 : 0};
    view.question = "What would you say to question 2?";
    view.theme = "Work";
    view.person = "Person 1 of Many";
    view.job = "a 1th hand";
    view.seed = "K7QM-2F";
    view.transport.state = ui::PlayState::Playing;
    view.transport.position_s = 20;
    view.transport.length_s = 80;
    view.transport.volume = 0.5F;
    view.transport.can_go_back = true;
    view.information.name = view.person;
    view.information.job = view.job;
    view.information.way_in = "The first way.\n\nThe second way.";
    view.information.facts = {{"Left school", "at 16"}, {"Route", "an apprenticeship"}};
    return view;
}

ui::WallView made_up_wall(int people, int questions) {
    const ui::StageView stage = made_up_stage(people, questions);
    ui::WallView view;
    view.module_title = stage.module_title;
    view.themes = stage.themes;
    for (const ui::FaceView& face : stage.faces)
        view.people.push_back({.name = face.name, .job = face.job});
    for (const ui::QuestionRow& row : stage.questions)
        view.questions.push_back({.label = row.label, .theme = row.theme});
    view.cells.assign(static_cast<std::size_t>(people * questions), {.length_s = 52});
    view.here = {0, questions > 1 ? 1 : 0};
    return view;
}

ui::SearchView made_up_search(int passages) {
    ui::SearchView view;
    view.names = {{true, {"Person 1 of Many", {}}, {"a wordsmith, left school at 16", {{2, 6}}}},
                  {true, {"Wordsworth", {{0, 4}}}, {"a baker", {}}},
                  {false, {"The last word", {{9, 13}}}, {"What is left to be said?", {}}}};
    for (int i = 0; i < passages; ++i) {
        ui::SearchPassage passage;
        passage.who = "Person " + std::to_string(i + 1) + " of Many";
        passage.question = "Label " + std::to_string(i + 1);
        passage.theme = static_cast<std::size_t>(i) % 3;
        passage.said = {"Not a word of it was true, and everybody said so.", {{6, 10}}};
        passage.time = "0:1" + std::to_string(i % 10);
        view.passages.push_back(passage);
    }
    view.summary = std::to_string(passages) + " passages, from 9 people";
    return view;
}

ui::StartView made_up_start() {
    ui::StartView view;
    ui::ModuleTile one;
    one.folder = "/modules/one";
    one.title = "One";
    one.about = "People at work answer thirty questions.";
    one.funder = "a county";
    one.notice = "The people are invented.";
    one.size = "20 people, 30 questions";
    one.last_place = "Moira - Yesterday";
    ui::ModuleTile two = one;
    two.folder = "/modules/two";
    two.title = "Two";
    two.last_place.clear();
    two.problems = 3;
    ui::ModuleTile three = one;
    three.folder = "/modules/three";
    three.title = "Three";
    three.progress_text = "2 of 20 people are ready";
    three.progress = 0.1;
    three.can_open = false;
    view.modules = {one, two, three};
    return view;
}

const catalogue::KeyTable& program_keys() {
    static const catalogue::KeyTable table = [] {
        std::ifstream stream(CROSSCUT_ASSETS "/keys.yaml", std::ios::binary);
        const std::string text{std::istreambuf_iterator<char>(stream), {}};
        catalogue::KeyTableReading reading = catalogue::read_key_table(text, "keys.yaml");
        REQUIRE(reading.problems.empty());
        REQUIRE(!reading.table.groups.empty());
        return std::move(reading.table);
    }();
    return table;
}

std::vector<std::string> commands(const std::vector<ui::Action>& asked) {
    std::vector<std::string> names;
    for (const ui::Command& command : actions<ui::Command>(asked))
        names.push_back(command.name);
    return names;
}

}  // namespace ui_tests
