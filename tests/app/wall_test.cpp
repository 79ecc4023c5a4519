// The wall in the running program, without a display.
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/app/running_program.h"

using lessons::Cell;

namespace {

struct Program : made_up::RunningProgram {
    Program() {
        made_up::write_two_people(module);
        open();
    }
    double position_s() const { return app->stage()->transport.position_s; }
};

}  // namespace

TEST_CASE("F4 brings the wall up and takes it away; the film waits for it, unheard") {
    Program program;
    REQUIRE(program.app->stage() != nullptr);
    program.press("Space");
    REQUIRE(program.playing());
    for (const char* back : {"F4", "Escape"}) {
        CAPTURE(std::string(back));
        program.press("F4");
        REQUIRE(program.app->wall() != nullptr);
        CHECK(program.app->stage() == nullptr);
        CHECK(program.silent());
        program.press(back);
        REQUIRE(program.app->wall() == nullptr);
        REQUIRE(program.app->stage() != nullptr);
        CHECK(program.playing());
    }
}

TEST_CASE("a film that was paused stays so when the wall goes") {
    Program program;
    program.press("F4");
    program.press("F4");
    program.loudest = 0;
    for (int i = 0; i < 50; ++i)
        program.tick();
    CHECK(program.loudest == 0);
}

TEST_CASE("arrows go about on the wall, and Enter plays the cell that they came to") {
    Program program;
    program.press("F4");
    REQUIRE(program.app->wall() != nullptr);
    const Cell here = program.app->wall()->here;
    program.press(here.person == 0 ? "Right" : "Left");
    program.press(here.question == 0 ? "Down" : "Up");
    CHECK(program.app->wall()->here == here);  // nothing is chosen yet
    program.press("Enter");
    REQUIRE(program.app->stage() != nullptr);
    CHECK(program.app->stage()->cell == Cell{1 - here.person, 1 - here.question});
    CHECK(program.playing());
}

TEST_CASE("Enter where the class is already goes on, and does not begin again") {
    Program program;
    program.press("Space");
    REQUIRE(program.playing());
    REQUIRE(program.wait([&] { return program.position_s() > 1; }));
    program.press("F4");
    program.press("Enter");
    REQUIRE(program.app->stage() != nullptr);
    CHECK(program.playing());
    CHECK(program.position_s() > 1);
}

TEST_CASE("the stills of all answers are made, and shown") {
    Program program;
    program.press("F4");
    const auto all_there = [&] {
        const ui::WallView* wall = program.app->wall();
        return wall != nullptr && wall->stills_looked_for == 4 &&
               std::ranges::all_of(wall->cells,
                                   [](const ui::WallCell& cell) { return cell.image != 0; });
    };
    CHECK(program.wait(all_there));
    CHECK(program.app->wall()->answers == 4);
    CHECK(program.app->wall()->cell({0, 0}).length_s == doctest::Approx(10).epsilon(0.05));
}

TEST_CASE("keys of the stage do nothing while the wall is up") {
    Program program;
    program.press("F4");
    const Cell here = program.app->wall()->here;
    for (const char* command : {"next", "next_person", "play_pause", "hang", "mix", "go_to"}) {
        program.app->run_command(command);
        program.tick();
    }
    REQUIRE(program.app->wall() != nullptr);
    CHECK(program.app->wall()->here == here);
}
