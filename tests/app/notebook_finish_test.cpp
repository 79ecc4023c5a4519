// That what is taken away is gone, wherever the program writes; and what can be taken along.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "catalogue/notebook.h"
#include "player/app/notebook/take_along.h"
#include "tests/app/machine.h"
#include "tests/app/running_program.h"
#include "tests/support/scratch_folder.h"

namespace {

namespace fs = std::filesystem;
using made_up::Machine;

const catalogue::Chord keep{true, false, false, "Enter"};
const catalogue::Chord open_notebook{true, false, false, "5"};

constexpr const char* marker = "xylophonemarker";

enum class Remember { Yes, No };

struct Pupil : made_up::RunningProgram {
    explicit Pupil(Remember remember) {
        made_up::write_two_people(module);
        app::AppOptions options = made_up::off_screen(module);
        options.remember = remember == Remember::Yes;
        auto opened = app::App::open(options);
        REQUIRE(opened.has_value());
        app = std::move(*opened);
        REQUIRE(wait([&] { return app->stage() != nullptr; }));
        app->act(lessons::Input{lessons::ChooseCell{{0, 0}}});
        REQUIRE(wait([&] { return app->stage()->transport.position_s > 1; }));
    }
    void write() {
        press(keep);
        press("T");
        tick({screen::Text{std::string(marker) + " thought"}});
        ticks(4);
        press("Escape");
        app->act(ui::KeepGuesses{{std::string(marker) + " guess"}, std::string(marker) + " un"});
        press(open_notebook);
        REQUIRE(app->notebook() != nullptr);
    }
};

}  // namespace

TEST_CASE("what is cleared is in no file that the program can write, nor are its guesses") {
    const Machine machine;
    Pupil pupil(Remember::Yes);
    pupil.write();
    pupil.press(catalogue::Chord{true, false, false, "Z"});
    pupil.press(catalogue::Chord{true, false, false, "Y"});
    pupil.app->save();
    REQUIRE(pupil.wait([&] { return machine.has(std::string(marker) + " th", ".notebook"); }));
    REQUIRE(pupil.wait([&] { return machine.has(std::string(marker) + " th", ".versions"); }));
    CHECK(machine.has(std::string(marker) + " guess", "sittings"));
    // Nobody else on this computer can read any of it.
    for (const auto& entry : fs::recursive_directory_iterator(machine.path() / "XDG_STATE_HOME")) {
        CAPTURE(entry.path().string());
        CHECK((entry.status().permissions() & fs::perms(0077)) == fs::perms::none);
    }
    pupil.use("Finish and clear");
    CHECK_FALSE(machine.files_with(marker).empty());  // it is asked first
    pupil.use("Clear everything");
    CHECK(pupil.wait([&] { return machine.files_with(marker).empty(); }));
    CHECK(pupil.app->notebook()->pins.empty());
    pupil.app.reset();
    CHECK(machine.files_with(marker).empty());
}

TEST_CASE("with nothing to be remembered a notebook lies nowhere once the program has ended") {
    const Machine machine;
    Pupil pupil(Remember::No);
    pupil.write();
    REQUIRE(pupil.wait([&] { return machine.has(marker, ".notebook"); }));
    for (const fs::path& file : machine.files_with(marker)) {
        CAPTURE(file.string());
        CHECK(file.string().find("XDG_RUNTIME_DIR") != std::string::npos);
    }
    pupil.app.reset();
    CHECK(machine.files_with(marker).empty());
}

TEST_CASE("a copy is taken along as a notebook that can be read, and as a page; nothing goes yet") {
    const Machine machine;
    Pupil pupil(Remember::Yes);
    pupil.write();
    pupil.use("Finish and clear");
    pupil.use("Copy to my documents");
    REQUIRE(pupil.wait([&] { return machine.has("%PDF", "XDG_DOCUMENTS_DIR"); }));
    CHECK(pupil.app->notebook()->pins.size() == 1);
    int copies = 0;
    for (const fs::path& file : machine.files_with(marker)) {
        if (file.string().find("XDG_DOCUMENTS_DIR") == std::string::npos) continue;
        std::ifstream in(file, std::ios::binary);
        const std::string text{std::istreambuf_iterator<char>(in), {}};
        const auto copy = catalogue::read_notebook(text, file);
        REQUIRE(copy);
        CHECK(copy->notes.size() == 2);
        ++copies;
    }
    CHECK(copies == 1);
}

TEST_CASE("a guess stands in the notebook, once, and goes when it is taken back") {
    const Machine machine;
    Pupil pupil(Remember::No);
    pupil.app->act(ui::KeepGuesses{{"a baker"}, "a"});
    pupil.app->act(ui::KeepGuesses{{"a baker", "a vet"}, ""});
    pupil.press(open_notebook);
    REQUIRE(pupil.app->notebook() != nullptr);
    REQUIRE(pupil.app->notebook()->guesses.size() == 3);  // and one to be written on
    CHECK(pupil.app->notebook()->guesses[0].text == "a baker");
    CHECK(pupil.app->notebook()->guesses[1].text == "a vet");
    pupil.app->act(ui::KeepGuesses{{"a vet"}, ""});
    pupil.ticks(5);
    REQUIRE(pupil.app->notebook()->guesses.size() == 2);
    CHECK(pupil.app->notebook()->guesses[0].text == "a vet");
}

TEST_CASE("what surprised is asked after a guess, and stands in the notebook once") {
    const Machine machine;
    Pupil pupil(Remember::No);
    const auto asked = [&] {
        pupil.ticks(2);
        REQUIRE(pupil.app->stage() != nullptr);
        return pupil.app->stage()->guesses.surprise;
    };
    CHECK_FALSE(asked());  // nobody guessed
    pupil.app->act(ui::KeepGuesses{{"a baker"}, ""});
    CHECK(asked() == "");
    pupil.app->act(ui::KeepSurprise{"how early"});
    pupil.app->act(ui::KeepSurprise{"how early they get up"});
    CHECK(asked() == "how early they get up");
    pupil.press(open_notebook);
    REQUIRE(pupil.app->notebook() != nullptr);
    REQUIRE(pupil.app->notebook()->surprises.size() == 2);  // and one to be written on
    CHECK(pupil.app->notebook()->surprises[0].text == "how early they get up");
    pupil.app->act(ui::KeepSurprise{""});
    pupil.ticks(5);
    CHECK(pupil.app->notebook()->surprises.size() == 1);
    pupil.press("Escape");
    CHECK(asked() == "");
}

TEST_CASE("sticks that are plugged in are named after the documents, by name, four at most") {
    const support::ScratchFolder folder;
    const auto names = [&](const std::vector<fs::path>& mounts) {
        std::vector<std::string> all;
        for (const app::TakeAlongPlace& place : app::take_along_places("/docs", mounts))
            all.push_back(place.name);
        return all;
    };
    CHECK(names({folder.path() / "missing"}) == std::vector<std::string>{"my documents"});
    for (const char* stick : {"B", "A", "E", "D", "C"})
        fs::create_directory(folder.path() / stick);
    CHECK(names({folder.path()}) == std::vector<std::string>{"my documents", "A", "B", "C", "D"});
}
