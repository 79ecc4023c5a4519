// Transcript, captions and contrasts in the running program, without a display.
#include <doctest/doctest.h>

#include <chrono>
#include <thread>

#include "player/app/app.h"
#include "tests/app/module_folder.h"
#include "tests/app/running_program.h"
#include "tests/support/numbered_film.h"

using namespace std::chrono_literals;
using State = ui::TranscriptView::State;

namespace {

constexpr auto patience = 20s;

// Ann has captions in two languages and descriptions, Bob has none; they differ in one fact.
struct Program {
    made_up::ModuleFolder module;
    std::unique_ptr<app::App> app;

    Program() {
        support::FilmRecipe recipe;
        recipe.pictures = 100;
        for (const char* person : {"ann", "bob"}) {
            const auto file = module.path() / "films" / (std::string(person) + ".mp4");
            std::filesystem::create_directories(file.parent_path());
            REQUIRE(support::make_numbered_film(file, recipe).has_value());
        }
        module.write("module.yaml",
                     "format: 1\nid: made-up\nversion: \"1\"\ntitle: Made up\nlanguage: en\n"
                     "licence: CC0-1.0\nthemes:\n  - {id: work, name: Work}\nquestions:\n"
                     "  - {id: q0, theme: work, text: \"First?\", label: First}\n"
                     "facts:\n  - {id: left, label: Left, says: \"left school at {value}\"}\n");
        const std::string answers =
            "consent: given\nanswers:\n  q0: {in: \"00:00.000\", out: \"00:04.000\"}\n";
        module.write(
            "people/ann.yaml",
            "format: 1\nname: Ann\njob: {title: baker, article: a}\nfacts: {left: "
            "\"16\"}\nfilm: films/ann.mp4\ncaptions: captions/ann.vtt\ncaptions_by: machine\n"
            "second_captions: {language: pl, file: captions/ann.pl.vtt}\n"
            "descriptions: captions/ann.ad.vtt\n" +
                answers);
        module.write("people/bob.yaml",
                     "format: 1\nname: Bob\njob: {title: smith, article: a}\nfacts: {left: "
                     "\"30\"}\nfilm: films/bob.mp4\n" +
                         answers);
        const std::string stamp = "00:00.500 --> 00:03.000\n";
        module.write("captions/ann.vtt", "WEBVTT\n\n" + stamp + "<v Ann>This is what I do.\n");
        module.write("captions/ann.pl.vtt", "WEBVTT\n\n" + stamp + "To jest moja praca.\n");
        module.write("captions/ann.ad.vtt",
                     "WEBVTT\n\n00:01.000 --> 00:02.000\nShe opens an oven.\n");
        auto opened = app::App::open(made_up::off_screen(module));
        REQUIRE_MESSAGE(opened.has_value(), (opened ? "" : catalogue::to_text(opened.error())));
        app = std::move(*opened);
        choose(0);
    }
    void tick() { app->tick({}, std::chrono::steady_clock::now()); }
    void run(const char* command) {
        app->run_command(command);
        for (int i = 0; i < 4; ++i)
            tick();
    }
    void choose(int person) {
        app->act(lessons::Input{lessons::ChoosePerson{person}});
        for (int i = 0; i < 4; ++i)
            tick();
    }
    bool wait_transcript(State state) {
        const auto until = std::chrono::steady_clock::now() + patience;
        while (app->stage()->transcript.state != state &&
               std::chrono::steady_clock::now() < until) {
            tick();
            std::this_thread::yield();
        }
        return app->stage()->transcript.state == state;
    }
};

}  // namespace

TEST_CASE("the transcript holds what the answer on the stage says, or that nobody wrote it down") {
    Program program;
    program.run("transcript");
    REQUIRE(program.wait_transcript(State::Ready));
    const auto& lines = program.app->stage()->transcript.lines;
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].text == "This is what I do.");
    CHECK(lines[0].speaker == "Ann");
    CHECK(program.app->stage()->transcript.by_machine);
    CHECK(lines[0].from_s == doctest::Approx(0.5).epsilon(0.1));
    program.choose(1);
    CHECK(program.app->stage()->transcript.state == State::NoCaptions);
}

TEST_CASE("with descriptions on, the transcript holds them, and their button is there") {
    Program program;
    CHECK(program.app->stage()->transport.descriptions_available);
    program.run("transcript");
    REQUIRE(program.wait_transcript(State::Ready));
    program.run("descriptions");
    CHECK(program.app->stage()->transport.descriptions);
    const auto until = std::chrono::steady_clock::now() + patience;
    while (program.app->stage()->transcript.lines.size() < 2 &&
           std::chrono::steady_clock::now() < until) {
        program.tick();
        std::this_thread::yield();
    }
    REQUIRE(program.app->stage()->transcript.lines.size() == 2);
    CHECK(program.app->stage()->transcript.lines[1].describes);
    program.choose(1);
    CHECK_FALSE(program.app->stage()->transport.descriptions_available);
}

TEST_CASE("the key for the questions brings them back from behind the transcript") {
    Program program;
    program.run("transcript");
    REQUIRE(program.wait_transcript(State::Ready));
    program.run("questions");
    CHECK(program.app->stage()->transcript.lines.empty());
    program.run("transcript");
    CHECK(program.wait_transcript(State::Ready));
}

TEST_CASE("a contrast plays the other person's answer and says why; without another it says so") {
    Program program;
    program.run("contrast");
    CHECK(program.app->stage()->cell.person == 1);
    CHECK(program.app->stage()->line == "Ann: left school at 16; Bob: at 30");
    program.run("contrast");
    CHECK(program.app->stage()->cell.person == 1);
    REQUIRE(program.app->stage()->toast);
    CHECK(program.app->stage()->toast->starts_with("That was everybody whose path differs."));
}
