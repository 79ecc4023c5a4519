// The room in the running program, without a display: its window is drawn off screen.
#include <doctest/doctest.h>

#include "tests/app/running_program.h"
#include "tests/support/numbered_picture.h"

namespace {

struct Program : made_up::RunningProgram {
    Program() {
        made_up::write_two_people(module);
        open();
        // There is one display: the room's window is asked for.
        app->run_command("room");
        app->run_command("room_window");
        REQUIRE(wait([&] { return room_number().has_value(); }));
    }
    // Which film's picture a window shows.
    static std::optional<support::NumberedPicture> number_in(const std::vector<std::uint8_t>& bgrx,
                                                             int width_px) {
        if (bgrx.empty()) return std::nullopt;
        const int height_px = static_cast<int>(bgrx.size()) / 4 / width_px;
        const auto found = support::find_numbered_picture(bgrx, width_px, height_px, 4 * width_px);
        return found ? std::optional{found->picture} : std::nullopt;
    }
    std::optional<support::NumberedPicture> room_number() const {
        return number_in(app->room_pixels(), 960);
    }
    // The one colour of the room's window; nothing when there are several.
    std::optional<std::uint32_t> room_colour() const {
        const std::vector<std::uint8_t> pixels = app->room_pixels();
        const auto at = [&](std::size_t i) {
            return std::uint32_t{pixels[4 * i]} | std::uint32_t{pixels[4 * i + 1]} << 8U |
                   std::uint32_t{pixels[4 * i + 2]} << 16U;
        };
        for (std::size_t i = 1; i < pixels.size() / 4; ++i) {
            if (at(i) != at(0)) return std::nullopt;
        }
        return at(0);
    }
};

}  // namespace

TEST_CASE("both windows show the same picture") {
    Program program;
    program.app->run_command("play_pause");
    REQUIRE(program.playing());
    for (int i = 0; i < 20; ++i) {
        program.tick();
        const auto stage = Program::number_in(program.app->pixels(), 1280);
        const auto room = program.room_number();
        REQUIRE(stage.has_value());
        REQUIRE(room.has_value());
        CHECK(stage->number == room->number);
    }
}

TEST_CASE("black and white are all over the room, silent, and the film goes on after them") {
    Program program;
    program.app->run_command("play_pause");
    REQUIRE(program.playing());
    struct Row {
        const char* command;
        std::uint32_t colour;
    };
    for (const Row& row : {Row{"black", 0x000000}, Row{"room_white", 0xFFFFFF}}) {
        CAPTURE(row.command);
        program.run(row.command);
        CHECK(program.room_colour() == row.colour);
        CHECK(Program::number_in(program.app->pixels(), 1280).has_value());
        program.loudest = 0;
        program.ticks(20);
        CHECK(program.loudest == 0.0F);
        program.run(row.command);
        CHECK(program.room_number().has_value());
        CHECK(program.playing());
    }
}

TEST_CASE("out of a black screen the film of the clip before does not come back for a moment") {
    Program program;
    bool in_room = true;
    SUBCASE("in the room's window") {}
    SUBCASE("on the stage") {
        in_room = false;
        program.run("room");
    }
    const auto shown = [&] {
        return in_room ? program.room_number() : Program::number_in(program.app->pixels(), 1280);
    };
    const auto before = shown();
    REQUIRE(before.has_value());
    program.run("black");
    REQUIRE_FALSE(shown().has_value());
    program.app->run_command("next_question");
    if (in_room) program.app->run_command("black");  // on the stage it ends with what is done next
    const bool new_film = program.wait([&] {
        const auto now = shown();
        CHECK((!now || now->film != before->film));
        return now.has_value();
    });
    CHECK(new_film);
}

TEST_CASE("a frozen room keeps its picture while the teacher moves on without a sound") {
    Program program;
    const auto before = program.room_number();
    program.run("room_freeze");
    const lessons::Cell cell = program.app->stage()->cell;
    program.run("next_question");
    REQUIRE(program.app->stage()->cell != cell);
    REQUIRE(program.wait([&] {
        const auto stage = Program::number_in(program.app->pixels(), 1280);
        return stage && stage->film != before->film && stage->number > 5;
    }));
    CHECK(program.room_number() == before);
    CHECK(program.loudest == 0.0F);
    SUBCASE("also behind a black screen") {
        program.run("black");
        program.run("black");
        CHECK(program.room_number() == before);
    }
    program.run("room_freeze");
    CHECK(program.room_number()->film != before->film);
    CHECK(program.playing());
}

TEST_CASE(
    "the question fills the room in large letters, and closing the room gives the film back") {
    Program program;
    program.run("room_question");
    CHECK_FALSE(program.room_number().has_value());
    CHECK_FALSE(program.room_colour().has_value());
    program.run("room");
    CHECK(program.app->room_pixels().empty());
    CHECK_FALSE(program.app->stage()->room.has_value());
    CHECK_FALSE(program.app->finished());
}

TEST_CASE("the strip's next is the lesson's while a lesson is under way") {
    made_up::RunningProgram program;
    made_up::write_two_people(program.module);
    program.module.write("plans/two.yaml",
                         "format: 1\ntitle: Two\nminutes: 5\ncues:\n  - title: Both\n"
                         "    clips:\n      - {question: q1, person: bob}\n"
                         "      - {question: q0, person: ann}\n"
                         "    after: What did you hear?\n    talk: all\n    minutes: 2\n");
    program.open();
    for (const char* command : {"room", "lesson", "lesson"})
        program.run(command);
    REQUIRE(program.wait([&] { return program.app->stage() != nullptr; }));
    REQUIRE(program.app->stage()->cell == lessons::Cell{1, 1});
    program.ticks(5);
    CHECK(program.app->stage()->room->next_note == "Film 2 of 2: ann");
    CHECK(program.app->stage()->room->next_person.empty());
    program.run("next");
    CHECK(program.app->stage()->cell == lessons::Cell{0, 0});
    CHECK(program.app->stage()->room->next_note == "Talk: All together");
}
