// When the program wants to be called again: it sleeps until the next picture, and asks for nothing
// while nothing moves.
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/app/running_program.h"

using made_up::RunningProgram;

namespace {

// Of `ticks` ticks, how many asked to be called again at once.
int restless(RunningProgram& program, int ticks) {
    int count = 0;
    for (int i = 0; i < ticks; ++i) {
        const std::optional<screen::WallTime> next = program.tick();
        if (next && *next <= program.now) ++count;
    }
    return count;
}

}  // namespace

TEST_CASE("the program sleeps between pictures, in a window and in full screen") {
    RunningProgram program;
    made_up::write_two_people(program.module);
    program.open();
    std::vector<const char*> commands;
    SUBCASE("in a window") {}
    SUBCASE("in full screen, where the controls go") {
        commands = {"full_screen"};
    }
    SUBCASE("in full screen with a panel, where they stay") {
        commands = {"full_screen", "help"};
    }
    program.press("Space");
    REQUIRE(program.playing());
    for (const char* command : commands)
        program.app->run_command(command);
    for (int i = 0; i < 200; ++i)
        program.tick();  // four seconds: controls go after three
    // A tick that draws the film first asks for a second one; the engine's clock may be behind.
    // News of stills may come, too, but not all the time.
    int least = 100;
    for (int stretch = 0; stretch < 2 && least > 5; ++stretch) {
        REQUIRE(program.wait([&] {  // decoding may be slower than these ticks
            return program.app->stage()->transport.state == ui::PlayState::Playing;
        }));
        least = std::min(least, restless(program, 100));
    }
    CHECK(least <= 5);
}
