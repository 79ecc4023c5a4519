// The class wall in the running program, without a display: a pupil and a teacher with one folder.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "player/app/storage/storage.h"
#include "tests/app/made_up_hand_in.h"
#include "tests/app/running_program.h"
#include "tests/support/scratch_folder.h"

namespace {

const catalogue::Chord keep{true, false, false, "Enter"};
const catalogue::Chord ctrl_6{true, false, false, "6"};

struct Program : made_up::RunningProgram {
    support::ScratchFolder folder;

    Program() {
        made_up::write_two_people(module);
        open();
        tick();
        app->act(lessons::Input{lessons::ChooseCell{{0, 0}}});
        REQUIRE(wait([&] { return app->stage()->transport.position_s > 0.5; }));
    }
    const ui::ClassWallView& wall() {
        if (app->class_wall() == nullptr) press(ctrl_6);
        REQUIRE(app->class_wall() != nullptr);
        return *app->class_wall();
    }
    void choose_folder(const std::filesystem::path& chosen) {
        wall();
        tick({screen::FileDropped{chosen.string()}});
        ticks(4);
    }
    void somebody_hands_in(char digit, const std::string& thought) const {
        const auto made = made_up::hand_in(digit, thought, 5, "bob");
        REQUIRE(app::save_document(folder.path() / catalogue::hand_in_file_name(made.id),
                                   to_text(made)));
    }
    std::size_t files() const {
        std::size_t count = 0;
        for (const auto& file : std::filesystem::directory_iterator(folder.path()))
            count += file.path().extension() == ".handin" ? 1 : 0;
        return count;
    }
};

}  // namespace

TEST_CASE("a pupil sees what others thought as soon as their own is in the folder") {
    Program program;
    program.press(keep);
    program.somebody_hands_in('b', "Somebody else's thought");
    program.choose_folder(program.folder.path());
    REQUIRE(program.wait([&] { return program.wall().looked; }));
    CHECK_FALSE(program.wall().may_see);
    CHECK(program.wall().cards.empty());
    program.run("hand_in");
    REQUIRE(program.wall().own.size() == 1);
    program.use("Hand in");
    REQUIRE(program.wait([&] { return program.wall().may_see; }));
    CHECK(program.files() == 2);
    CHECK_FALSE(program.wall().sign.empty());
    CHECK(program.wall().cards.size() == 2);
    program.use("Take it back");
    REQUIRE(program.wait([&] { return !program.wall().may_see; }));
    CHECK(program.files() == 1);
}

TEST_CASE("whose sign somebody else chose at the same moment is told another one") {
    Program program;
    program.press(keep);
    program.choose_folder(program.folder.path());
    program.run("hand_in");
    program.use("Hand in");
    REQUIRE(program.wait([&] { return program.wall().may_see; }));
    const std::string first = program.wall().sign;
    CHECK(program.wall().toast.value_or("").find(first) == std::string::npos);
    const auto file = *std::filesystem::directory_iterator(program.folder.path());
    const catalogue::HandInId own{file.path().stem().string()};
    catalogue::HandIn other = made_up::hand_in('b', "At the same moment", 5, "bob");
    other.id = made_up::id_with_sign_of(own, '0');
    const bool is_first = other.id < own;
    REQUIRE(app::save_document(program.folder.path() / catalogue::hand_in_file_name(other.id),
                               to_text(other)));
    REQUIRE(program.wait([&] { return program.wall().cards.size() == 2; }));
    CHECK(program.wall().sign == catalogue::signs_of({own, other.id}).at(own));
    CHECK((program.wall().sign == first) != is_first);
}

TEST_CASE("a note whose tick is taken away stays here") {
    Program program;
    program.press(keep);
    program.press("T");
    program.tick({screen::Text{"Mine alone"}});
    program.ticks(4);
    program.press("Escape");
    program.app->act(lessons::Input{lessons::ChooseCell{{1, 1}}});
    program.ticks(20);
    program.press(keep);
    program.choose_folder(program.folder.path());
    program.run("hand_in");
    REQUIRE(program.wall().own.size() == 2);
    program.use("ann, First");
    CHECK_FALSE(program.wall().own[0].ticked);
    program.use("Hand in");
    REQUIRE(program.wait([&] { return program.wall().may_see; }));
    REQUIRE(program.wall().cards.size() == 1);
    CHECK(program.wall().cards[0].who == "bob");
    for (const auto& file : std::filesystem::directory_iterator(program.folder.path())) {
        const auto text = app::load_document(file.path());
        REQUIRE(text);
        CHECK((**text).find("Mine alone") == std::string::npos);
    }
}

TEST_CASE("the teacher's wall fills by itself, and hears a card's answer") {
    Program program;
    program.choose_folder(program.folder.path());
    program.use("The teacher\u2019s computer");
    REQUIRE(program.wait([&] { return program.wall().looked; }));
    CHECK(program.wall().may_see);
    program.somebody_hands_in('b', "A thought");
    REQUIRE(program.wait([&] { return program.wall().cards.size() == 1; }));
    CHECK(program.wall().cards[0].who == "bob");
    program.use("bob");
    program.use("Hear this answer");
    REQUIRE(program.app->stage() != nullptr);
    CHECK(program.app->stage()->cell == lessons::Cell{1, 0});
    CHECK(program.app->playing());
}

TEST_CASE("the card that is open stays open while the wall fills") {
    Program program;
    program.choose_folder(program.folder.path());
    program.use("The teacher\u2019s computer");
    program.somebody_hands_in('b', "The first");
    REQUIRE(program.wait([&] { return program.wall().cards.size() == 1; }));
    program.use("bob");
    const auto is_open = [&] {
        program.ticks(4);
        const auto all = ui::widgets();
        return std::ranges::find(all, "Hear this answer", &ui::WidgetRecord::name) != all.end();
    };
    CHECK(is_open());
    program.somebody_hands_in('a', "The second");
    REQUIRE(program.wait([&] { return program.wall().cards.size() == 2; }));
    CHECK(is_open());
    program.press("Escape");
    CHECK(program.app->class_wall() != nullptr);
    CHECK_FALSE(is_open());
    program.press("Escape");
    CHECK(program.app->stage() != nullptr);
}

TEST_CASE(
    "what a class reads on the wall stays where it is while the wall fills, until it is laid "
    "anew") {
    Program program;
    program.choose_folder(program.folder.path());
    program.use("The teacher\u2019s computer");
    program.somebody_hands_in('d', "The first");
    REQUIRE(program.wait([&] { return program.wall().cards.size() == 1; }));
    std::vector<std::string> lies{"The first"};
    CHECK_FALSE(program.wall().grew);
    for (const char digit : {'c', 'b', 'a', 'e'}) {
        lies.push_back(std::string("After it ") + digit);
        program.somebody_hands_in(digit, lies.back());
        REQUIRE(program.wait([&] { return program.wall().cards.size() == lies.size(); }));
        std::vector<std::string> seen;
        for (const ui::ClassCard& card : program.wall().cards)
            seen.push_back(card.thought);
        CHECK(seen == lies);
        CHECK(program.wall().grew);
    }
    program.use("Sort new cards in");
    CHECK_FALSE(program.wall().grew);
    CHECK(program.wall().cards.size() == lies.size());
}

TEST_CASE("the wall tells where the lesson is and how long it has left, and goes back to it") {
    made_up::RunningProgram program;
    made_up::write_two_people(program.module);
    program.module.write("plans/talk.yaml",
                         "format: 1\ntitle: A talk\nabout: x\nminutes: 10\ncues:\n"
                         "  - title: On your own\n    after: Think.\n    talk: alone\n"
                         "    minutes: 5\n"
                         "  - {title: Together, after: Talk., talk: all, minutes: 5}\n");
    program.open();
    program.ticks(10);
    program.run("class_wall");
    REQUIRE(program.app->class_wall() != nullptr);
    CHECK(program.app->class_wall()->lesson_step.empty());
    program.run("stage_screen");
    program.run("lesson");  // the plans, the module's own first
    program.run("lesson");
    for (const char* way_back : {"back_out", "class_wall", "lesson"}) {
        CAPTURE(way_back);
        program.run("class_wall");
        REQUIRE(program.app->class_wall() != nullptr);
        CHECK(program.app->class_wall()->lesson_step == "On your own");
        const std::string& timer = program.app->class_wall()->lesson_timer;
        CHECK((timer == "5:00" || timer.starts_with("4:5")));
        program.run(way_back);
        CHECK(program.app->class_wall() == nullptr);
        CHECK(program.app->stage() == nullptr);
        const auto all = ui::widgets();
        CHECK(std::ranges::find(all, "End the lesson", &ui::WidgetRecord::name) != all.end());
    }
    program.run("class_wall");
    program.use("To the lesson");
    CHECK(program.app->class_wall() == nullptr);
    CHECK(program.app->stage() == nullptr);
}

TEST_CASE(
    "a seat that was typed is handed in, comes back with what was handed in, and no card tells") {
    Program program;
    program.press(keep);
    program.choose_folder(program.folder.path());
    program.run("hand_in");
    const auto handed_in_seats = [&] {
        std::set<std::string> seats;
        for (const auto& file : std::filesystem::directory_iterator(program.folder.path())) {
            const auto text = app::load_document(file.path());
            REQUIRE(text);
            REQUIRE(*text);
            const auto read = catalogue::read_hand_in(**text, file.path());
            REQUIRE(read);
            seats.insert(read->seat);
        }
        return seats;
    };
    const catalogue::Chord back{false, false, true, "Tab"};
    program.press(back);  // hand in
    program.press(back);  // where you sit
    program.tick({screen::Text{"  Window 3 "}});
    program.ticks(4);
    program.use("Hand in");
    REQUIRE(program.wait([&] { return program.wall().may_see; }));
    CHECK(handed_in_seats() == std::set<std::string>{"Window 3"});
    REQUIRE(program.wait([&] { return program.wall().cards.size() == 1; }));
    CHECK(program.wall().cards[0].thought.find("Window") == std::string::npos);
    program.use("Hand in again");
    program.ticks(4);
    REQUIRE(program.wait([&] { return !program.wall().handing_in; }));
    CHECK(handed_in_seats() == std::set<std::string>{"Window 3"});
}

TEST_CASE("a folder that is not there is one sentence, and another can be chosen") {
    Program program;
    program.choose_folder(program.folder.path() / "gone");
    REQUIRE(program.wait([&] { return program.wall().sentences.size() == 1; }));
    CHECK(program.wall().sentences[0].find("gone") != std::string::npos);
    program.choose_folder(program.folder.path());
    REQUIRE(
        program.wait([&] { return program.wall().sentences.empty() && program.wall().looked; }));
}

TEST_CASE("the class wall is left by Esc and by the keys of other screens; the film stands") {
    Program program;
    for (const char* way_out : {"back_out", "stage_screen", "class_wall"}) {
        program.wall();
        CHECK(program.silent());
        program.run(way_out);
        CHECK(program.app->stage() != nullptr);
        CHECK(program.playing());
    }
    program.wall();
    program.run("notebook");
    CHECK(program.app->notebook() != nullptr);
    program.run("class_wall");
    CHECK(program.app->class_wall() != nullptr);
}
