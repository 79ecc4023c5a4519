#include "player/app/class_wall/hand_in_keeper.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "catalogue/hand_in_sign.h"
#include "tests/app/bell.h"
#include "tests/app/made_up_hand_in.h"
#include "tests/app/memory_disk.h"
#include "tests/support/scratch_folder.h"

using namespace app;
using namespace std::chrono_literals;
using made_up::MemoryDisk;

namespace {

const HandInPlace here{"/share/7b", "/home/state"};
constexpr std::chrono::sys_seconds now{1'796'000'000s};

catalogue::Notebook notebook_with(char digit, const std::string& thought) {
    return made_up::hand_in(digit, thought).notebook;
}

// Files that were handed in, whole.
std::vector<catalogue::HandIn> handed_in(const MemoryDisk& disk) {
    std::vector<catalogue::HandIn> all;
    for (const std::filesystem::path& file : disk.file_names()) {
        if (file.parent_path() != here.folder || file.extension() != ".handin") continue;
        const auto read = catalogue::read_hand_in(*disk.text_of(file), file);
        REQUIRE(read);
        all.push_back(*read);
    }
    return all;
}

catalogue::Result<catalogue::HandIn> give(MemoryDisk& disk, const catalogue::Notebook& notebook,
                                          std::chrono::sys_seconds when = now) {
    return hand_in(here, notebook, {notebook, "window 3"}, when, disk);
}

}  // namespace

TEST_CASE("a hand-in is one file, whose name tells nothing") {
    MemoryDisk disk;
    const auto notebook = notebook_with('a', "a secret of ada");
    const auto made = give(disk, notebook);
    REQUIRE(made);
    const auto all = handed_in(disk);
    REQUIRE(all.size() == 1);
    CHECK(all[0] == *made);
    CHECK(all[0].seat == "window 3");
    CHECK(catalogue::is_hand_in_id(made->id.text));
    CHECK(disk.files() == 2);  // and what this machine keeps of it
    MemoryDisk another;
    CHECK(give(another, notebook)->id != made->id);
}

TEST_CASE("handing in again replaces what was handed in, and who sits here next replaces nothing") {
    MemoryDisk disk;
    const auto first = give(disk, notebook_with('a', "one"));
    const auto again = give(disk, notebook_with('a', "one, and more"), now + 5s);
    REQUIRE(first);
    REQUIRE(again);
    CHECK(first->id == again->id);
    CHECK(handed_in(disk) == std::vector{*again});
    const auto next = give(disk, notebook_with('b', "somebody else"), now + 9s);
    REQUIRE(next);
    CHECK(next->id != first->id);
    CHECK(handed_in(disk).size() == 2);
    // Whoever comes back then has a file more, and nobody has lost anything.
    REQUIRE(give(disk, notebook_with('a', "back"), now + 12s));
    CHECK(handed_in(disk).size() == 3);
}

TEST_CASE("what this machine keeps of it says nothing of what was written") {
    MemoryDisk disk;
    auto notebook = notebook_with('a', "a secret");
    notebook.initials = "KM";
    notebook.notes[0].quoted = "words of mine";
    REQUIRE(give(disk, notebook));
    for (const auto& file : disk.file_names()) {
        if (file.parent_path() == here.folder) continue;
        const std::string text = *disk.text_of(file);
        for (const char* word : {"secret", "KM", "words of mine", "ada", "window"})
            CHECK(text.find(word) == text.npos);
    }
}

TEST_CASE("what was handed in can be taken back") {
    MemoryDisk disk;
    const auto notebook = notebook_with('a', "one");
    const auto made = give(disk, notebook);
    REQUIRE(made);
    CHECK(*handed_in_as(here, notebook, disk) == made->id);
    REQUIRE(take_back(here, made->id, disk));
    CHECK(handed_in(disk).empty());
    CHECK(take_back(here, made->id, disk));  // it is not there: as it should be
}

TEST_CASE("whatever call fails, the folder holds the old hand-in or the new one, whole") {
    for (int call = 1; call < 40; ++call) {
        MemoryDisk disk;
        REQUIRE(give(disk, notebook_with('a', "old")));
        disk.fail_at = disk.calls + call;
        const auto made = give(disk, notebook_with('a', "new"), now + 1s);
        CAPTURE(call);
        const auto all = handed_in(disk);
        REQUIRE(all.size() == 1);
        const std::string& thought = all[0].notebook.notes[0].text;
        CHECK((thought == "old" || thought == "new"));
        if (made) CHECK(thought == "new");
        if (!made) CHECK_FALSE(to_text(made.error()).empty());
    }
}

TEST_CASE("a folder that is missing is never made, and named") {
    const support::ScratchFolder scratch;
    const HandInPlace gone{scratch.path() / "gone", scratch.path() / "state"};
    const auto notebook = notebook_with('a', "one");
    const auto made = hand_in(gone, notebook, {notebook}, now, real_disk());
    REQUIRE_FALSE(made);
    CHECK(to_text(made.error()).find("gone") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(gone.folder));
    CHECK_FALSE(take_back(gone, {"7f3a90c2d1e4b856"}, real_disk()));
}

TEST_CASE("the teacher may read what is handed in, and nobody but this user what is kept of it") {
    const support::ScratchFolder scratch;
    std::filesystem::create_directory(scratch.path() / "folder");
    const HandInPlace place{scratch.path() / "folder", scratch.path() / "state"};
    const auto notebook = notebook_with('a', "one");
    const auto made = hand_in(place, notebook, {notebook}, now, real_disk());
    REQUIRE(made);
    const auto rights = [](const std::filesystem::path& file) {
        return std::filesystem::status(file).permissions();
    };
    using std::filesystem::perms;
    CHECK(rights(place.folder / catalogue::hand_in_file_name(made->id)) ==
          (perms::owner_read | perms::owner_write | perms::group_read | perms::others_read));
    for (const auto& file : std::filesystem::directory_iterator(place.kept_in / "handed-in"))
        CHECK(rights(file.path()) == (perms::owner_read | perms::owner_write));
}

TEST_CASE("more than a hand-in may hold is refused with a way out") {
    MemoryDisk disk;
    auto notebook = notebook_with('a', std::string(catalogue::most_note_text_bytes, 'x'));
    notebook.notes.push_back(notebook.notes[0]);
    notebook.notes[1].id = {"another"};
    const auto made = give(disk, notebook);
    REQUIRE_FALSE(made);
    CHECK(made.error().hint.find("ticks") != std::string::npos);
    CHECK(handed_in(disk).empty());
}

TEST_CASE("whoever hands in after others keeps their first sign, and changes nobody's") {
    MemoryDisk disk;
    std::set<catalogue::HandInId> ids;
    std::map<catalogue::HandInId, std::string> first;
    for (int pupil = 0; pupil < 120; ++pupil) {
        auto notebook = notebook_with('a', "one");
        notebook.notes[0].id = {"of-" + std::to_string(pupil)};
        const catalogue::HandInId id = give(disk, notebook)->id;
        ids.insert(id);
        first.emplace(id, catalogue::signs_of({id}).at(id));
    }
    CHECK(catalogue::signs_of(ids) == first);
}

TEST_CASE("handing in goes on beside whoever asked, who is told") {
    const support::ScratchFolder scratch;
    made_up::Bell bell;
    HandInKeeper keeper([&] { bell.ring(); });
    const auto told = [&] {
        HandInKeeper::News last;
        REQUIRE(bell.wait([&] {
            for (HandInKeeper::News& news : keeper.take_news()) {
                last = std::move(news);
                if (!last.waits) return true;
            }
            return false;
        }));
        return last;
    };
    const auto notebook = notebook_with('a', "one");
    const HandInPlace place{scratch.path(), scratch.path() / "state"};
    keeper.look_up(place, notebook);
    HandInKeeper::News news = told();
    REQUIRE(news.handed_in);
    CHECK_FALSE(*news.handed_in);
    keeper.hand_in(place, notebook, {notebook});
    news = told();
    REQUIRE(news.handed_in);
    REQUIRE(*news.handed_in);
    const catalogue::HandInId id = **news.handed_in;
    CHECK_FALSE(news.sentence.empty());
    // That is on the page, and another where two hand in at the same moment.
    CHECK(news.sentence.find(catalogue::signs_of({id}).at(id)) == std::string::npos);
    CHECK(std::filesystem::exists(scratch.path() / catalogue::hand_in_file_name(id)));
    keeper.look_up(place, notebook);
    CHECK(told().handed_in == std::optional{std::optional{id}});
    keeper.take_back(place, id);
    news = told();
    REQUIRE(news.handed_in);
    CHECK_FALSE(*news.handed_in);
    CHECK_FALSE(std::filesystem::exists(scratch.path() / catalogue::hand_in_file_name(id)));
    keeper.hand_in({scratch.path() / "gone", {}}, notebook, {notebook});
    news = told();
    CHECK(news.failed);
    CHECK_FALSE(news.handed_in);
}
