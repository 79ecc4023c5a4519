// The notebook in the running program, without a display.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>

#include "tests/app/running_program.h"
#include "tests/support/scratch_folder.h"

namespace {

const catalogue::Chord keep{true, false, false, "Enter"};
const catalogue::Chord open_notebook{true, false, false, "5"};

constexpr const char* words =
    "WEBVTT\n\n00:00.100 --> 00:04.000\nI get up at four in the morning, every single day.\n\n"
    "00:06.000 --> 00:09.500\nBut the bread is warm when you hold it in your hands.\n";

struct Program : made_up::RunningProgram {
    Program() {
        made_up::write_two_people(module);
        module.write("captions/words.vtt", words);
        for (const std::string person : {"ann", "bob"}) {
            module.write(
                "people/" + person + ".yaml",
                fmt::format("format: 1\nname: {0}\njob: {{title: baker, article: a}}\nanswers:\n"
                            "  q0: {{film: films/{0}-q0.mp4, captions: captions/words.vtt}}\n"
                            "  q1: {{film: films/{0}-q1.mp4}}\n",
                            person));
        }
        open();
        tick();
        app->act(lessons::Input{lessons::ChooseCell{{0, 0}}});
        REQUIRE(wait([&] { return app->stage()->transport.position_s > 1; }));
    }
    const ui::NotebookView& notebook() {
        if (app->notebook() == nullptr) press(open_notebook);
        REQUIRE(app->notebook() != nullptr);
        return *app->notebook();
    }
};

}  // namespace

TEST_CASE("Ctrl+Enter keeps the sentence that is said, once, and the wall marks it") {
    Program program;
    // Whether its captions have been read by now or not.
    program.press(keep);
    program.press(keep);
    REQUIRE(program.wait([&] { return !program.notebook().pins.at(0).quoted.empty(); }));
    REQUIRE(program.notebook().pins.size() == 1);
    const ui::PinView pin = program.notebook().pins[0];
    CHECK(pin.who == "ann");
    CHECK(pin.quoted == "I get up at four in the morning, every single day.");
    CHECK(pin.moment == "0:00 to 0:04");
    program.press("F4");
    REQUIRE(program.app->wall() != nullptr);
    CHECK(program.app->wall()->cell({0, 0}).pinned);
    CHECK_FALSE(program.app->wall()->cell({1, 0}).pinned);
}

TEST_CASE("T writes beside the film, which waits; its own letter is no part of the thought") {
    Program program;
    program.tick({screen::KeyDown{{false, false, false, "T"}, false, {}}, screen::Text{"t"},
                  screen::KeyUp{{false, false, false, "T"}, {}}});
    program.ticks(6);
    CHECK_FALSE(program.app->playing());
    program.tick({screen::Text{"A thought \U0001F600"}});
    program.ticks(4);
    program.press("Escape");
    CHECK(program.app->playing());
    REQUIRE(program.notebook().pins.size() == 1);
    CHECK(program.notebook().pins[0].thought.text == "A thought \U0001F600");
    CHECK(program.notebook().pins[0].kind == catalogue::NoteKind::Thought);
}

TEST_CASE("a thought becomes the thought of the pin when its clip is kept") {
    Program program;
    program.press("T");
    program.tick({screen::Text{"Mine"}});
    program.ticks(4);
    program.press(keep);
    program.press("Escape");
    REQUIRE(program.notebook().pins.size() == 1);
    CHECK(program.notebook().pins[0].kind == catalogue::NoteKind::Pin);
    CHECK(program.notebook().pins[0].thought.text == "Mine");
}

TEST_CASE("what is marked is what is kept, and the words are those of the stretch") {
    Program program;
    program.run("play_pause");
    program.app->act(ui::SeekTo{0.55});
    program.ticks(30);
    program.press("I");
    program.app->act(ui::SeekTo{0.96});
    program.ticks(30);
    program.press("O");
    program.press(keep);
    REQUIRE(program.notebook().pins.size() == 1);
    CHECK(program.notebook().pins[0].moment == "0:05 to 0:09");
    CHECK(program.notebook().pins[0].quoted ==
          "But the bread is warm when you hold it in your hands.");
}

TEST_CASE("what was taken out comes back by Ctrl+Z") {
    Program program;
    program.press(keep);
    program.notebook();
    program.use("Take out: ann, First");
    REQUIRE(program.notebook().pins.size() == 1);  // it is asked first
    program.use("Take it out");
    CHECK(program.notebook().pins.empty());
    program.press(catalogue::Chord{true, false, false, "Z"});
    CHECK(program.notebook().pins.size() == 1);
    program.press(catalogue::Chord{true, false, false, "Y"});
    CHECK(program.notebook().pins.empty());
}

TEST_CASE("a press on a pin plays its answer from its moment") {
    Program program;
    program.press(keep);
    program.run("next_question");
    program.notebook();
    program.use("Play: ann, First");
    REQUIRE(program.app->stage() != nullptr);
    CHECK(program.app->stage()->cell == lessons::Cell{0, 0});
    CHECK(program.app->playing());
}

TEST_CASE(
    "the notebook is left by Esc and by the keys of other screens; the film stands meanwhile") {
    Program program;
    for (const char* way_out : {"back_out", "stage_screen"}) {
        program.notebook();
        CHECK(program.silent());
        program.run(way_out);
        CHECK(program.app->stage() != nullptr);
        CHECK(program.playing());
    }
    program.notebook();
    program.run("wall");
    CHECK(program.app->wall() != nullptr);
}

TEST_CASE("the notebook is printed from its screen, and the sheet for a talk as it was ticked") {
    const catalogue::Chord print{true, false, false, "P"};
    const support::ScratchFolder documents;
    ::setenv("XDG_DOCUMENTS_DIR", documents.path().c_str(), 1);
    Program program;
    program.press(keep);
    program.notebook();
    const auto kept = [&](const std::string& ending) {
        std::error_code error;
        for (const auto& entry :
             std::filesystem::directory_iterator(documents.path() / "Crosscut", error)) {
            if (entry.path().string().ends_with(ending)) return true;
        }
        return false;
    };
    program.press(print);
    CHECK(program.wait([&] { return kept(" notebook.pdf"); }));
    program.use("For a talk");
    REQUIRE(program.notebook().sheet);
    CHECK(program.notebook().sheet->fitting == "It fits one side.");
    const auto first = [&] { return program.notebook().sheet->lines.at(1); };
    CHECK(first().on);
    program.use("\u201CI get up at four in the morning, every single day.\u201D");
    CHECK_FALSE(first().on);
    program.press(print);
    CHECK(program.wait([&] { return kept(" talk.pdf"); }));
    program.run("back_out");  // out of the sheet, then out of the notebook
    CHECK_FALSE(program.notebook().sheet);
    program.run("back_out");
    CHECK(program.app->stage() != nullptr);
    ::unsetenv("XDG_DOCUMENTS_DIR");
}
