// What is past its day, found on a disk and deleted from it.
#include "player/app/keeping/kept_past.h"

#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "catalogue/notebook.h"
#include "catalogue/notebook_journal.h"
#include "catalogue/saved_state.h"
#include "player/app/class_wall/hand_in_keeper.h"
#include "player/app/notebook/names.h"
#include "tests/app/made_up_hand_in.h"
#include "tests/support/scratch_folder.h"

using namespace app;
using namespace std::chrono;
namespace fs = std::filesystem;

namespace {

const std::string name = "0123456789abcdef";
const std::string other_name = "00000000000000aa";
const catalogue::ModuleId module{"made-up"};
const KeepCalendar in_november{2026y / November / 29};

catalogue::Notebook notebook_that_says(const std::string& text) {
    catalogue::Notebook notebook;
    notebook.module = module;
    if (!text.empty()) {
        catalogue::Note note;
        note.id = {"n1"};
        note.text = text;
        notebook.notes.push_back(note);
    }
    return notebook;
}

void write(const fs::path& file, const std::string& text) {
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
}

// A login's state, with a notebook and all that there may be of it.
struct State {
    support::ScratchFolder folder;
    const fs::path path = folder.path();
    const fs::path notebooks = path / "notebooks";

    void add(const std::string& called, sys_days last_written, const std::string& says = "marker") {
        const std::string text = to_text(notebook_that_says(says));
        write(notebook_file(notebooks, called), text);
        const NotebookVersion version{last_written, "A7F30C11", false, text_hash_of(text)};
        write(versions_folder(notebooks, called) / file_name_of(version), text);
    }
    void mark(const std::string& called, const std::string& until) {
        write(path / "kept-until" / (called + ".yaml"),
              "format: 1\nkeep_until: \"" + until + "\"\n");
    }
    std::vector<KeptPast> past(const KeepCalendar& calendar = in_november) const {
        return find_past_notebooks(path, calendar, real_disk());
    }
    std::vector<fs::path> files() const {
        std::vector<fs::path> all;
        for (const auto& entry : fs::recursive_directory_iterator(path)) {
            if (entry.is_regular_file()) all.push_back(fs::relative(entry.path(), path));
        }
        return all;
    }
};

catalogue::HandIn handed_in(char digit, sys_days day) {
    catalogue::HandIn one = made_up::hand_in(digit, "marker");
    one.made = day;
    return one;
}

}  // namespace

TEST_CASE("a notebook that is found for the first time is given its day by its oldest version") {
    State state;
    state.add(name, 2026y / June / 3);
    state.add(other_name, 2026y / September / 10);
    const auto past = state.past();
    REQUIRE(past.size() == 1);
    CHECK(past[0].name == name);
    CHECK(past[0].module == module);
    CHECK(past[0].until == 2026y / August / 31);
    // The other one is asked about in its turn, whatever is written into it meanwhile.
    state.add(other_name, 2027y / November / 1);
    CHECK(state.past({2027y / August / 31}).size() == 1);
    CHECK(state.past({2027y / September / 1}).size() == 2);
}

TEST_CASE("nobody is asked about a notebook in which there is nothing, nor about none") {
    State state;
    CHECK(state.past().empty());
    state.add(name, 2020y / June / 3, "");
    CHECK(state.past().empty());
}

TEST_CASE("a notebook that cannot be read, and one that is only in a journal, are asked about") {
    State state;
    write(notebook_file(state.notebooks, name), "no notebook");
    state.mark(name, "2026-08-31");
    write(journal_folder(state.path, state.notebooks, other_name) / "A7F30C11-000001.journal",
          catalogue::journal_record(to_text(notebook_that_says("marker"))));
    write(state.path / "sittings" / (other_name + ".yaml"), "format: 1\n");
    state.mark(other_name, "2026-08-31");
    const auto past = state.past();
    REQUIRE(past.size() == 2);
    CHECK(past[0].name == other_name);
    CHECK(past[1].name == name);
    CHECK(past[1].module.text.empty());
    for (const KeptPast& kept : past)
        CHECK(delete_kept(state.path, kept, in_november, *real_hand_ins(), real_disk()));
    CHECK(state.files() == std::vector<fs::path>{"sittings/" + other_name + ".yaml"});
}

TEST_CASE("what is kept another year is not asked about before that day is past") {
    State state;
    state.add(name, 2026y / June / 3);
    const KeptPast kept = state.past().at(0);
    REQUIRE(keep_until(state.path, kept, 2027y / August / 31, real_disk()));
    CHECK(state.past().empty());
    CHECK(state.past({2027y / August / 31}).empty());
    CHECK(state.past({2027y / September / 1}).size() == 1);
}

TEST_CASE("looking deletes nothing, however often") {
    State state;
    state.add(name, 2026y / June / 3);
    state.past();
    const auto before = state.files();
    for (int year = 2027; year < 2040; ++year)
        CHECK(state.past({std::chrono::year{year} / October / 1}).size() == 1);
    CHECK(state.files() == before);
}

TEST_CASE("a deleted notebook is gone with all that this login keeps of it, and no other is") {
    State state;
    state.add(name, 2026y / June / 3);
    state.add(other_name, 2026y / November / 3, "another");
    const std::string text = to_text(notebook_that_says("marker"));
    write(notebook_file(state.notebooks, copy_name(name, "A7F30C11")), text);
    write(notebook_file(state.notebooks, damaged_name(name, "A7F30C11")), text + "marker");
    write(state.notebooks / (name + ".notebook.1F2E3D4C.new"), text);
    write(journal_folder(state.path, state.notebooks, name) / "A7F30C11-000001.journal",
          catalogue::journal_record(text));
    write(hand_in_record(state.path, module), "digits");
    catalogue::SavedSitting sitting;
    sitting.module = module;
    sitting.way = "stop-and-talk";
    sitting.guesses = {{{"ann"}, {"marker"}, "marker"}};
    const fs::path sitting_file = state.path / "sittings" / (name + ".yaml");
    write(sitting_file, catalogue::to_yaml(sitting));
    write(sitting_file.string() + ".damaged", "marker");
    write(sitting_file.string() + ".1-1f2e3d4c.new", "marker");
    const KeptPast kept = state.past().at(0);
    REQUIRE(delete_kept(state.path, kept, in_november, *real_hand_ins(), real_disk()));
    for (const fs::path& file : state.files()) {
        CAPTURE(file.string());
        const bool of_the_other = file.string().find(other_name) != std::string::npos;
        CHECK((of_the_other || file == "sittings/" + name + ".yaml"));
    }
    // Where one was is kept; what was guessed is not.
    std::string left;
    REQUIRE(real_disk().read(sitting_file, left) == 0);
    CHECK(left.find("marker") == std::string::npos);
    CHECK(left.find("stop-and-talk") != std::string::npos);
    CHECK(fs::exists(notebook_file(state.notebooks, other_name)));
    CHECK(state.past().empty());
}

TEST_CASE("of what was handed in only a school year that is past is asked about and deleted") {
    const support::ScratchFolder state;
    const support::ScratchFolder folder;
    const auto put = [&](char digit, sys_days day, const std::string& as = "") {
        const catalogue::HandIn one = handed_in(digit, day);
        write(folder.path() / (as.empty() ? catalogue::hand_in_file_name(one.id) : as),
              to_text(one));
    };
    const auto past = [&](const KeepCalendar& calendar) {
        return find_past_hand_ins(state.path(), folder.path(), calendar, *real_hand_ins(),
                                  real_disk());
    };
    const auto there = [&](const char* file) { return fs::exists(folder.path() / file); };
    put('a', 2025y / December / 1);
    put('b', 2026y / November / 2);
    CHECK(past({2026y / August / 31}).empty());
    put('c', 2026y / May / 1, "cccccccccccccccc (2).handin");
    write(folder.path() / "dddddddddddddddd.handin", "being copied");
    write(folder.path() / "letter.txt", "the teacher's own");
    REQUIRE(past(in_november).size() == 1);
    const KeptPast kept = past(in_november)[0];
    CHECK(kept.until == 2026y / August / 31);

    REQUIRE(keep_until(state.path(), kept, 2027y / August / 31, real_disk()));
    CHECK(past(in_november).empty());
    CHECK(there("aaaaaaaaaaaaaaaa.handin"));

    REQUIRE(past({2027y / September / 1}).size() == 1);
    REQUIRE(delete_kept(state.path(), kept, in_november, *real_hand_ins(), real_disk()));
    CHECK_FALSE(there("aaaaaaaaaaaaaaaa.handin"));
    CHECK_FALSE(there("cccccccccccccccc (2).handin"));
    CHECK(there("bbbbbbbbbbbbbbbb.handin"));
    CHECK(there("dddddddddddddddd.handin"));  // nobody knows of when it is: the class wall names it
    CHECK(there("letter.txt"));
}

TEST_CASE("a folder of hand-ins that is not there is not asked about") {
    const support::ScratchFolder state;
    CHECK(find_past_hand_ins(state.path(), state.path() / "gone", in_november, *real_hand_ins(),
                             real_disk())
              .empty());
}
