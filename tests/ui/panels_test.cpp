#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "player/ui/stage_parts.h"
#include "tests/ui/driver.h"

namespace {

using namespace ui_tests;
using ui::UiKey;

TEST_CASE("help lists every key of the program, all on one screen") {
    for (const Size size : {Size{1366, 768, 1}, Size{1280, 720, 1}, Size{1920, 1080, 1}}) {
        CAPTURE(size.width_px);
        Driver driver(size);
        driver.show(made_up_stage());
        driver.state.panel = ui::Panel::Help;
        driver.frames(2);
        for (const catalogue::KeyGroup& group : program_keys().groups) {
            CHECK(driver.says(group.title));
            for (const catalogue::KeyBinding& binding : group.bindings) {
                CAPTURE(binding.says);
                CHECK(driver.says_in_lines(binding.says));
                for (const catalogue::Chord& chord : binding.chords) {
                    CHECK(std::any_of(ui::drawn_texts().begin(), ui::drawn_texts().end(),
                                      [key = to_text(chord)](const ui::TextRecord& text) {
                                          return (" " + text.text + " ").find(" " + key + " ") !=
                                                 std::string::npos;
                                      }));
                }
            }
        }
        for (const ui::TextRecord& text : ui::drawn_texts()) {
            CAPTURE(text.text);
            CHECK(text.place.y + text.place.height <= static_cast<float>(size.height_px));
        }
    }
}

TEST_CASE("the panel of problems says place, fault and remedy, and that the rest plays") {
    Driver driver;
    ui::StageView view = made_up_stage();
    view.problems.push_back({{"people/kit.yaml", 14, 9},
                             "the answer ends before it starts",
                             "put a later time",
                             catalogue::Severity::Error});
    view.problems.push_back(
        {{"module.yaml", 0, 0}, "there is no title", "", catalogue::Severity::Warning});
    driver.show(view);
    CHECK(commands(driver.click("2 problems")) == std::vector<std::string>{"problems"});
    driver.state.panel = ui::Panel::Problems;
    driver.frames(2);
    CHECK(driver.says("people/kit.yaml:14:9"));
    CHECK(driver.says("The answer ends before it starts"));
    CHECK(driver.says("Put a later time"));
    CHECK(driver.says("There is no title"));
    driver.click("Close");
    CHECK(driver.state.panel == ui::Panel::None);
}

TEST_CASE("a thousand problems scroll, and only those in sight are drawn") {
    Driver driver;
    ui::StageView view = made_up_stage();
    for (int i = 1; i <= 1000; ++i) {
        view.problems.push_back({{"module.yaml", i, 1},
                                 "fault " + std::to_string(i),
                                 "mend it",
                                 catalogue::Severity::Error});
    }
    driver.show(view);
    driver.state.panel = ui::Panel::Problems;
    driver.frames(2);
    CHECK(driver.says("Fault 1"));
    CHECK(!driver.says("Fault 100"));
    CHECK(driver.drawn.vertices.size() < 12000);
    driver.wheel(640, 400, -100000);
    CHECK(driver.says("Fault 1000"));
}

TEST_CASE("go to finds people and questions by the beginnings of their words") {
    ui::StageView view = made_up_stage(0, 0);
    const auto face = [&](const char* name, const char* job) {
        view.faces.push_back({});
        view.faces.back().name = name;
        view.faces.back().job = job;
    };
    const auto question = [&](const char* label, const char* text) {
        view.questions.push_back({});
        view.questions.back().label = label;
        view.questions.back().text = text;
    };
    face("Moira Henderson", "a sheep farmer");
    face("Si\u00e2n Pr\u0177s", "a games tester");
    question("Aged ten", "When you were about ten, what did you picture yourself doing?");
    question("The lift", "Which part of the work lifts your mood?");

    struct Row {
        const char* typed;
        std::vector<std::string> found;
    };
    for (const Row& row : std::vector<Row>{
             {"", {"Moira Henderson", "Si\u00e2n Pr\u0177s", "Aged ten", "The lift"}},
             {"moi", {"Moira Henderson"}},
             {"hender moira", {"Moira Henderson"}},
             {"oira", {}},
             {"sian", {"Si\u00e2n Pr\u0177s"}},
             {"PRYS", {"Si\u00e2n Pr\u0177s"}},
             {"farmer", {"Moira Henderson"}},
             {"ten", {"Aged ten"}},
             {"moira ten", {"Moira Henderson - Aged ten"}},
             {"moira which lift", {"Moira Henderson - The lift"}},
             {"nobody", {}},
         }) {
        CAPTURE(row.typed);
        std::vector<std::string> names;
        for (const ui::Destination& to : ui::destinations(view, row.typed)) {
            names.push_back(to.words);
        }
        CHECK(names == row.found);
    }
}

TEST_CASE("go to: type, arrow down, Enter") {
    Driver driver;
    driver.show(made_up_stage(20, 30));
    driver.state.panel = ui::Panel::GoTo;
    driver.state.request_focus = true;
    driver.frames(4);
    CHECK(driver.interface->typing());
    driver.type("person 1");
    CHECK(driver.state.typed == "person 1");
    driver.press(UiKey::Down);
    driver.press(UiKey::Down);
    CHECK(driver.state.chosen == 2);
    const auto people = walk_inputs<lessons::ChoosePerson>(driver.press(UiKey::Enter));
    REQUIRE(people.size() == 1);
    CHECK(people[0].person == 10);  // Person 1, 10, 11 ...
    CHECK(driver.state.panel == ui::Panel::None);
    CHECK(!driver.interface->typing());
}

TEST_CASE("go to: a click goes there, Enter on nothing stays") {
    Driver driver;
    driver.show(made_up_stage(20, 30));
    driver.state.panel = ui::Panel::GoTo;
    driver.frames(4);
    driver.type("zzz");
    CHECK(driver.press(UiKey::Enter).empty());
    CHECK(driver.state.panel == ui::Panel::GoTo);
    driver.state.typed = "label 7";
    driver.state.panel = ui::Panel::None;
    driver.frames(2);
    driver.state.panel = ui::Panel::GoTo;
    driver.frames(4);
    const auto questions = walk_inputs<lessons::ChooseQuestion>(driver.click("Label 7"));
    REQUIRE(questions.size() == 1);
    CHECK(questions[0].question == 6);
}

TEST_CASE("every column of help begins with the heading of its group, and nothing lies over it") {
    for (const Size size : {Size{1366, 768, 1}, Size{1366, 768, 2}, Size{1920, 1080, 1}}) {
        CAPTURE(size.width_px);
        CAPTURE(size.scale);
        Driver driver(size);
        driver.show(made_up_stage());
        driver.state.panel = ui::Panel::Help;
        driver.frames(2);
        CHECK(driver.control("Close").tooltip.empty());
        std::map<float, std::pair<float, std::string>> top;  // of each column: the uppermost words
        for (const catalogue::KeyGroup& group : program_keys().groups) {
            for (const catalogue::KeyBinding& binding : group.bindings) {
                for (const ui::TextRecord& text : ui::drawn_texts()) {
                    if (text.panel == 0) continue;
                    if (text.text != group.title && text.text != binding.says) continue;
                    const auto [at, fresh] = top.try_emplace(text.place.x, text.place.y, text.text);
                    if (!fresh && text.place.y < at->second.first)
                        at->second = {text.place.y, text.text};
                }
            }
        }
        CHECK_FALSE(top.empty());
        for (const auto& [x, words] : top) {
            CAPTURE(words.second);
            CHECK(std::ranges::any_of(program_keys().groups, [&](const auto& group) {
                return group.title == words.second;
            }));
        }
    }
}

TEST_CASE("the code of a mix can be typed") {
    Driver driver;
    ui::StageView view = made_up_stage();
    view.way = lessons::Way::MixItUp;
    driver.show(view);
    driver.click("Code of the mix: K7QM-2F");
    driver.frames(3);
    REQUIRE(driver.interface->typing());
    CHECK(driver.says("K7QM-2F"));
    driver.type("ab12-cd");
    const auto mixes = actions<ui::MixWithSeed>(driver.press(UiKey::Enter));
    REQUIRE(mixes.size() == 1);
    CHECK(mixes[0].seed == "ab12-cd");
    CHECK(driver.state.panel == ui::Panel::None);
}

TEST_CASE("information shows facts and the way in, and closing it is asked for") {
    Driver driver;
    driver.show(made_up_stage());
    driver.state.panel = ui::Panel::Information;
    driver.frames(2);
    CHECK(driver.says("Left school"));
    CHECK(driver.says("at 16"));
    CHECK(driver.says("The first way."));
    CHECK(driver.says("The second way."));
    CHECK(commands(driver.click("Close")) == std::vector<std::string>{"information"});
}

TEST_CASE("of somebody of whom only the job is known, that stands above what is said of that") {
    Driver driver;
    ui::StageView view = made_up_stage();
    view.information = {};
    view.information.name = "Person 1";
    view.information.job = "a tester";
    driver.show(view);
    driver.state.panel = ui::Panel::Information;
    driver.frames(2);
    const auto place_of = [](std::string_view begin) {
        const auto& all = ui::drawn_texts();
        const auto found = std::ranges::find_if(
            all, [&](const ui::TextRecord& text) { return text.text.starts_with(begin); });
        REQUIRE(found != all.end());
        return found->place;
    };
    const ui::PlacePx job = place_of("A tester");
    CHECK(place_of("The module says nothing").y >= job.y + job.height);
}

TEST_CASE("a panel covers what is below it from the pointer") {
    Driver driver;
    driver.show(made_up_stage());
    const ui::PlacePx face = driver.control("Person 3 of Many").place;
    driver.state.panel = ui::Panel::Help;
    driver.frames(2);
    CHECK(driver.click_at(face.x + 10, face.y + 10).empty());
}

}  // namespace

TEST_CASE("in large letters the answers to whether it is still needed are of one height") {
    Driver driver({1366, 768, 2});
    driver.state.panel = ui::Panel::StillNeeded;
    std::string question = "Is it still needed?";
    for (int i = 0; i < 12; ++i)
        question += " It was to be kept until the end of August.";
    driver.still_needed = {question, "Keep it until then", "All of it goes."};
    driver.show(made_up_start());
    driver.wheel(600, 500, -30);
    const float height = driver.control("Delete now").place.height;
    CHECK_FALSE(driver.control("Delete now").cut);
    CHECK(height == driver.control("Keep it until then").place.height);
}

TEST_CASE(
    "whether something is still needed: closing is to decide later, deleting is asked twice") {
    using ui::StillNeeded;
    Driver driver;
    driver.state.panel = ui::Panel::StillNeeded;
    driver.state.request_focus = true;
    driver.still_needed = {"Is it still needed?", "Keep it until then", "All of it goes."};
    driver.show(made_up_start());
    CHECK(driver.says("Is it still needed?"));
    CHECK(driver.focused() == "Decide later");
    driver.click("Keep it until then");
    CHECK(driver.answered == StillNeeded::KeepAnotherYear);
    driver.click("Decide later");
    CHECK(driver.answered == StillNeeded::DecideLater);
    driver.answered.reset();
    driver.click("Delete now");
    CHECK_FALSE(driver.answered);
    CHECK(driver.says("All of it goes."));
    driver.click("Leave it");
    CHECK_FALSE(driver.answered);
    CHECK(driver.says("Is it still needed?"));
    driver.click("Delete now");
    driver.click("Delete everything");
    CHECK(driver.answered == StillNeeded::Delete);
    driver.click("Close");
    CHECK(driver.answered == StillNeeded::DecideLater);
    CHECK(driver.state.panel == ui::Panel::None);
}
