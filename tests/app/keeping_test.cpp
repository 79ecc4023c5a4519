// The question at the start about what was to be kept until a day that is past.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

#include "catalogue/notebook.h"
#include "player/app/notebook/names.h"
#include "player/app/storage/folders.h"
#include "tests/app/machine.h"
#include "tests/app/made_up_hand_in.h"
#include "tests/app/running_program.h"

namespace {

namespace fs = std::filesystem;
using made_up::Machine;

constexpr const char* marker = "xylophonemarker";
const catalogue::Chord open_notebook{true, false, false, "5"};

void write(const fs::path& file, const std::string& text) {
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
}

std::string written_notebook(const std::string& module) {
    catalogue::Notebook notebook;
    notebook.module = {module};
    catalogue::Note note;
    note.id = {"n1"};
    note.text = marker;
    notebook.notes.push_back(note);
    return to_text(notebook);
}

// A class's computer that is started again and again.
struct Computer : made_up::RunningProgram {
    const Machine machine;
    Computer() { made_up::write_two_people(module); }

    void start(bool remember = true) {
        app.reset();
        app::AppOptions options = made_up::off_screen(module);
        options.remember = remember;
        auto opened = app::App::open(options);
        REQUIRE(opened.has_value());
        app = std::move(*opened);
        REQUIRE(wait([&] { return app->stage() != nullptr; }));
    }
    // Of another module than the one that is opened.
    void add_notebook() {
        write(app::notebook_file(app::state_folder() / "notebooks", "0123456789abcdef"),
              written_notebook("old"));
        write(mark("0123456789abcdef"), "format: 1\nkeep_until: \"2020-08-31\"\n");
    }
    static fs::path mark(const std::string& name) {
        return app::state_folder() / "kept-until" / (name + ".yaml");
    }
    bool asks() {
        return std::ranges::any_of(ui::widgets(), [](const ui::WidgetRecord& record) {
            return record.name == "Decide later";
        });
    }
    bool is_there() const { return !machine.files_with(marker).empty(); }
};

}  // namespace

TEST_CASE("a notebook past its day is asked about once at the start, and nothing goes by itself") {
    Computer computer;
    computer.add_notebook();
    for (int start = 0; start < 2; ++start) {
        computer.start();
        REQUIRE(computer.wait([&] { return computer.asks(); }));
        CHECK(computer.is_there());
        computer.press("Enter");  // the keyboard is on what changes nothing
        computer.ticks(50);
        CHECK_FALSE(computer.asks());
        CHECK(computer.is_there());
    }
}

TEST_CASE("Esc puts the question off, and the film can be played") {
    Computer computer;
    computer.add_notebook();
    computer.start();
    REQUIRE(computer.wait([&] { return computer.asks(); }));
    computer.press("Escape");
    CHECK_FALSE(computer.asks());
    CHECK(computer.is_there());
    computer.press("Space");
    CHECK(computer.app->playing());
    computer.ticks(50);
    CHECK_FALSE(computer.asks());
}

TEST_CASE("what is kept another year is not asked about again this year") {
    for (const auto& [on, choose] :
         {std::pair{"Tab", "Enter"}, {"PageDown", "."}, {"PageDown", "F5"}}) {  // a clicker's, too
        CAPTURE(choose);
        Computer computer;
        computer.add_notebook();
        computer.start();
        REQUIRE(computer.wait([&] { return computer.asks(); }));
        computer.press(on);
        computer.press(choose);
        CHECK_FALSE(computer.asks());
        computer.start();
        computer.ticks(50);
        CHECK_FALSE(computer.asks());
        CHECK(computer.is_there());
    }
}

TEST_CASE("deleting is asked twice, and then it is in no file") {
    Computer computer;
    computer.add_notebook();
    computer.start();
    REQUIRE(computer.wait([&] { return computer.asks(); }));
    computer.use("Delete now");
    CHECK(computer.is_there());
    computer.use("Leave it");
    CHECK(computer.asks());
    computer.use("Delete now");
    computer.use("Delete everything");
    CHECK(computer.wait([&] { return !computer.is_there(); }));
    computer.start();
    computer.ticks(50);
    CHECK_FALSE(computer.asks());
}

TEST_CASE("the notebook of the module that is open can be deleted, too, and is then a new one") {
    Computer computer;
    computer.start();
    computer.app->act(ui::KeepGuesses{{marker}, ""});
    REQUIRE(computer.wait([&] { return computer.machine.has(marker, ".notebook"); }));
    computer.app.reset();
    const std::string name = app::name_for_module(app::canonical_folder(computer.module.path()));
    write(computer.mark(name), "format: 1\nkeep_until: \"2020-08-31\"\n");
    computer.start();
    REQUIRE(computer.wait([&] { return computer.asks(); }));
    computer.use("Delete now");
    computer.use("Delete everything");
    CHECK(computer.wait([&] { return !computer.is_there(); }));
    CHECK(computer.wait([&] { return !fs::exists(computer.mark(name)); }));
    computer.press(open_notebook);
    REQUIRE(computer.app->notebook() != nullptr);
    CHECK(computer.app->notebook()->guesses.size() == 1);  // to be written on
    computer.app.reset();
    CHECK_FALSE(computer.is_there());
}

TEST_CASE("only the teacher's computer asks about what a class handed in") {
    for (const bool teachers : {false, true}) {
        CAPTURE(teachers);
        Computer computer;
        const fs::path folder = computer.machine.path() / "8b";
        const catalogue::HandIn old = made_up::hand_in('a', marker);  // of 1970
        write(folder / catalogue::hand_in_file_name(old.id), to_text(old));
        write(app::state_folder() / "settings.yaml",
              "format: 1\nhand_in_folder: \"" + folder.string() +
                  "\"\ncollects_hand_ins: " + (teachers ? "true" : "false") + "\n");
        computer.start();
        if (!teachers) {
            computer.ticks(80);
            CHECK_FALSE(computer.asks());
            continue;
        }
        REQUIRE(computer.wait([&] { return computer.asks(); }));
        computer.use("Delete now");
        computer.use("Delete everything");
        CHECK(computer.wait([&] { return !computer.is_there(); }));
    }
}

TEST_CASE("with nothing to be remembered nobody is asked") {
    Computer computer;
    computer.add_notebook();
    computer.start(false);
    computer.ticks(80);
    CHECK_FALSE(computer.asks());
    CHECK(computer.is_there());
}
