// A notebook's store as the screen has it, with its threads and disks that do what they like.
#include "player/app/notebook/store.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "player/app/notebook/names.h"
#include "player/app/notebook/words.h"
#include "tests/app/bell.h"
#include "tests/app/held_disk.h"
#include "tests/support/scratch_folder.h"

using namespace app;
using catalogue::Notebook;
using namespace std::chrono_literals;

namespace {

constexpr NotebookPace at_once{0ms, 0ms, 0ms, 20s};

struct Desk {
    std::shared_ptr<made_up::HeldDisk> folder = std::make_shared<made_up::HeldDisk>();
    std::shared_ptr<made_up::HeldDisk> state = std::make_shared<made_up::HeldDisk>();
    std::shared_ptr<made_up::Bell> bell = std::make_shared<made_up::Bell>();
    NotebookPace pace = at_once;
    std::unique_ptr<NotebookStore> store;

    void open() {
        store = std::make_unique<NotebookStore>(
            NotebookPlace{"share", "ann", "state"}, catalogue::ModuleId{"m"},
            [bell = bell] { bell->ring(); }, pace, NotebookDisks{folder, state});
    }
    // As the app does it: woken, it takes what is new.
    template <class Condition>
    bool wait(const Condition& condition) {
        return bell->wait([&] {
            store->take_news();
            return condition();
        });
    }
    bool wait_until_kept(NotebookStore::Kept kept) {
        return wait([&] { return store->kept() == kept; });
    }
    void type(const std::string& id, std::string text) const {
        catalogue::Note note;
        note.id = {id};
        note.text = std::move(text);
        REQUIRE(store->put(std::move(note)));
    }
    std::optional<Notebook> in_folder() const {
        const auto text = folder->text_of("share/ann.notebook");
        if (!text) return std::nullopt;
        auto read = catalogue::read_notebook(*text, "ann.notebook");
        REQUIRE(read);
        return *std::move(read);
    }
    std::size_t journals() const {
        return static_cast<std::size_t>(std::ranges::count_if(
            state->file_names(),
            [](const std::filesystem::path& file) { return file.extension() == ".journal"; }));
    }
};

std::string text_in(const Notebook& notebook, const std::string& id) {
    const catalogue::Note* note = find_note(notebook, {id});
    return note == nullptr ? "" : note->text;
}

using Kept = NotebookStore::Kept;

}  // namespace

TEST_CASE("what is typed gets into the folder and leaves no journal behind") {
    Desk desk;
    desk.open();
    desk.type("a", "first");
    desk.type("b", "second");
    desk.type("a", "first, changed");
    desk.store->set_initials("KM");
    desk.store->set_board({{"a"}, {"nobody"}, {"a"}});
    REQUIRE(desk.wait_until_kept(Kept::InFolder));
    CHECK(desk.in_folder() == desk.store->notebook());
    CHECK(text_in(*desk.in_folder(), "a") == "first, changed");
    CHECK(desk.in_folder()->board.size() == 1);
    CHECK_FALSE(desk.store->status(std::chrono::steady_clock::now()));
    desk.store->remove({"a"});
    desk.store.reset();
    CHECK(desk.journals() == 0);
    CHECK(desk.in_folder()->notes.size() == 1);
    CHECK(desk.in_folder()->board.empty());
}

TEST_CASE("to open a notebook writes nothing") {
    Desk desk;
    desk.open();
    REQUIRE(desk.wait([&] { return desk.store->opened(); }));
    desk.store.reset();
    CHECK(desk.folder->file_names().empty());
    CHECK(desk.state->file_names().empty());
}

TEST_CASE("what is typed before the folder has answered is joined with what is there") {
    Desk desk;
    Notebook there;
    there.module = {"m"};
    there.notes.emplace_back().id = {"old"};
    there.notes.back().text = "from yesterday";
    desk.folder->under.put("share/ann.notebook", to_text(there));
    desk.folder->hold();
    desk.open();
    desk.type("new", "typed at once");
    REQUIRE(desk.wait_until_kept(Kept::OnThisComputer));
    CHECK_FALSE(desk.store->opened());
    desk.folder->let_go();
    REQUIRE(desk.wait([&] { return desk.store->opened(); }));
    REQUIRE(desk.wait_until_kept(Kept::InFolder));
    CHECK(text_in(*desk.in_folder(), "old") == "from yesterday");
    CHECK(text_in(*desk.in_folder(), "new") == "typed at once");
}

TEST_CASE("a share that hangs holds nobody up, and is told of within three seconds") {
    Desk desk;
    desk.pace.closing = 0ms;
    desk.open();
    REQUIRE(desk.wait([&] { return desk.store->opened(); }));
    desk.folder->hold();
    const auto began = std::chrono::steady_clock::now();
    desk.type("a", "first");
    desk.folder->wait_until_somebody_waits();
    for (int i = 0; i < 200; ++i) {
        desk.type("a", "word " + std::to_string(i));
        desk.store->take_news();
        desk.store->flush();
    }
    REQUIRE(desk.wait_until_kept(Kept::OnThisComputer));
    CHECK_FALSE(desk.store->status(began));
    const auto next = desk.store->next_change(began);
    REQUIRE(next);
    CHECK(*next <= std::chrono::steady_clock::now() + 1500ms);
    const auto sentence = desk.store->status(*next);
    REQUIRE(sentence);
    CHECK(sentence->find("does not answer") != std::string::npos);
    CHECK(desk.store->status(began + 60s) == sentence);
    SUBCASE("when it answers the text is copied by itself") {
        desk.folder->let_go();
        REQUIRE(desk.wait_until_kept(Kept::InFolder));
        CHECK(text_in(*desk.in_folder(), "a") == "word 199");
        CHECK_FALSE(desk.store->status(std::chrono::steady_clock::now()));
    }
    SUBCASE("when the program ends first the text is there the next time") {
        desk.store.reset();  // does not wait for the share
        desk.folder->let_go();
        desk.folder = std::make_shared<made_up::HeldDisk>();
        desk.pace = at_once;
        desk.open();
        REQUIRE(desk.wait([&] { return text_in(desk.store->notebook(), "a") == "word 199"; }));
        REQUIRE(desk.wait([&] { return desk.in_folder().has_value(); }));
        CHECK(text_in(*desk.in_folder(), "a") == "word 199");
        desk.store.reset();
        CHECK(desk.journals() == 0);
    }
}

TEST_CASE("a folder that takes nothing is told of, and is given all when it takes it again") {
    for (const int error : {ENOSPC, EDQUOT, EROFS, EIO, EACCES, ENOENT, ESTALE}) {
        CAPTURE(error);
        Desk desk;
        desk.pace.try_again = 1ms;
        desk.open();
        REQUIRE(desk.wait([&] { return desk.store->opened(); }));
        desk.folder->fail_with(error);
        desk.type("a", "typed all the same");
        REQUIRE(desk.wait(
            [&] { return desk.store->status(std::chrono::steady_clock::now()).has_value(); }));
        REQUIRE(desk.wait_until_kept(Kept::OnThisComputer));
        desk.type("a", "typed all the same, and more");
        REQUIRE(desk.wait_until_kept(Kept::OnThisComputer));
        desk.folder->fail_with(0);
        REQUIRE(desk.wait_until_kept(Kept::InFolder));
        CHECK(text_in(*desk.in_folder(), "a") == "typed all the same, and more");
        CHECK_FALSE(desk.store->status(std::chrono::steady_clock::now()));
    }
}

TEST_CASE("a machine that cannot keep a journal says so and saves into the folder") {
    Desk desk;
    desk.pace.try_again = 1ms;
    desk.state->fail_with(ENOSPC);
    desk.open();
    REQUIRE(desk.wait([&] { return desk.store->opened(); }));
    desk.folder->hold();  // what is in the folder needs no journal any more
    desk.type("a", "typed");
    REQUIRE(desk.wait(
        [&] { return desk.store->status(std::chrono::steady_clock::now()).has_value(); }));
    desk.folder->let_go();
    REQUIRE(desk.wait_until_kept(Kept::InFolder));
    CHECK(text_in(*desk.in_folder(), "a") == "typed");
}

TEST_CASE("two computers: the second becomes a copy, and one notebook again when asked") {
    Desk one;
    Desk two;
    two.folder = one.folder;
    one.open();
    two.open();
    REQUIRE(one.wait([&] { return one.store->opened(); }));
    REQUIRE(two.wait([&] { return two.store->opened(); }));
    one.type("a", "by one");
    REQUIRE(one.wait_until_kept(Kept::InFolder));
    two.type("b", "by two");
    REQUIRE(two.wait_until_kept(Kept::InFolder));
    REQUIRE(two.wait([&] { return two.store->is_copy(); }));
    REQUIRE(two.store->copies().size() == 1);
    CHECK(two.store->copies()[0].starts_with("ann (copy "));
    CHECK(text_in(*one.in_folder(), "b").empty());
    two.store->bring_together();
    REQUIRE(two.wait([&] { return two.store->copies().empty(); }));
    two.type("c", "afterwards");
    REQUIRE(two.wait_until_kept(Kept::InFolder));
    CHECK_FALSE(two.store->is_copy());
    for (const char* id : {"a", "b", "c"}) {
        CAPTURE(id);
        CHECK_FALSE(text_in(*two.in_folder(), id).empty());
    }
    one.store.reset();
    two.store.reset();
    CHECK(one.journals() + two.journals() == 0);
}

TEST_CASE("what is deleted is on neither disk, and nothing is saved afterwards") {
    Desk desk;
    desk.pace.try_again = 1ms;
    desk.open();
    desk.type("a", "marker");
    REQUIRE(desk.wait_until_kept(Kept::InFolder));
    desk.type("a", "marker, again");
    SUBCASE("at once") {
        desk.store->erase();
    }
    SUBCASE("when the share is back") {
        desk.folder->fail_with(ENOENT);
        desk.store->erase();
        REQUIRE(desk.wait(
            [&] { return desk.store->status(std::chrono::steady_clock::now()).has_value(); }));
        CHECK_FALSE(desk.store->erased());
        desk.folder->fail_with(0);
    }
    CHECK(desk.store->notebook().notes.empty());
    REQUIRE(desk.wait([&] { return desk.store->erased(); }));
    desk.type("b", "typed into nothing");
    desk.store.reset();
    CHECK(desk.folder->file_names().empty());
    CHECK(desk.state->file_names().empty());
}

TEST_CASE("a note that has no room is refused, and the others stay") {
    Desk desk;
    desk.open();
    catalogue::Note note;
    note.text = std::string(catalogue::most_note_text_bytes + 1, 'x');
    CHECK_FALSE(desk.store->put(note));
    note.text.pop_back();
    int put = 0;
    for (; put < 100; ++put) {
        note.id = {"n" + std::to_string(put)};
        if (!desk.store->put(note)) break;
    }
    CHECK(put >= 20);
    CHECK(put < 22);
    CHECK(desk.store->notebook().notes.size() == static_cast<std::size_t>(put));
    const std::string text = to_text(desk.store->notebook());
    CHECK(catalogue::read_notebook(text, "a.notebook"));
    REQUIRE(desk.wait_until_kept(Kept::InFolder));
}

TEST_CASE("names that would lead elsewhere, or that some shares refuse, are no names") {
    for (const char* name : {"ann", "Ann & Bob", "7b, Jürgen", "a.b"}) {
        CAPTURE(name);
        CHECK(is_notebook_name(name));
    }
    for (const char* name : {"", ".ann", "../ann", "a/b", "a\\b", "ann ", " ann", "ann.", "a:b",
                             "a\nb", "a\tb", "a*", "\xff",
                             "a name that is longer than sixty bytes, which is more than anyone "
                             "needs"}) {
        CAPTURE(name);
        CHECK_FALSE(is_notebook_name(name));
    }
}

TEST_CASE("every trouble is one sentence, and the worst one says to leave the program open") {
    CHECK_FALSE(sentence_about({}));
    for (const int error : {0, ENOSPC, EROFS, ENOENT, EIO}) {
        for (const int kept : {0, EIO}) {
            for (const bool erasing : {false, true}) {
                NotebookTrouble trouble;
                trouble.folder_error = error;
                trouble.kept_error = kept;
                trouble.erasing = erasing;
                const auto sentence = sentence_about(trouble);
                CHECK(sentence.has_value() == (error != 0 || kept != 0));
                if (!sentence) continue;
                CHECK(sentence->ends_with('.'));
                CHECK(std::ranges::count(*sentence, '.') == 1);
                if (error != 0 && kept != 0) {
                    CHECK(sentence->find("leave this open") != std::string::npos);
                }
            }
        }
    }
}

TEST_CASE("on a real disk a notebook is for this user only, and gone when it is deleted") {
    support::ScratchFolder scratch;
    const auto folder = scratch.path() / "class";
    const auto state = scratch.path() / "state";
    const auto marker = std::string("a marker that was typed");
    const auto holders = [&] {
        std::vector<std::filesystem::path> files;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(scratch.path())) {
            if (!entry.is_regular_file()) continue;
            std::ifstream in(entry.path(), std::ios::binary);
            const std::string text{std::istreambuf_iterator<char>(in), {}};
            if (text.find(marker) != std::string::npos) files.push_back(entry.path());
        }
        return files;
    };
    Desk desk;
    const auto open = [&] {
        desk.store = std::make_unique<NotebookStore>(
            NotebookPlace{folder, "ann", state, NotebookPlace::Folder::IsMadeWhenMissing},
            catalogue::ModuleId{"m"}, [bell = desk.bell] { bell->ring(); }, at_once);
    };
    open();
    desk.type("a", marker);
    REQUIRE(desk.wait_until_kept(Kept::InFolder));
    REQUIRE(desk.wait([&] { return holders().size() >= 2; }));
    for (const auto& entry : std::filesystem::recursive_directory_iterator(scratch.path())) {
        struct stat about {};
        REQUIRE(::stat(entry.path().c_str(), &about) == 0);
        CAPTURE(entry.path());
        CHECK((about.st_mode & 0777) == (entry.is_directory() ? 0700 : 0600));
    }
    desk.store.reset();
    open();
    REQUIRE(desk.wait([&] { return desk.store->opened(); }));
    CHECK(text_in(desk.store->notebook(), "a") == marker);
    desk.type("b", marker + " once more");
    REQUIRE(desk.wait_until_kept(Kept::InFolder));
    desk.store->erase();
    REQUIRE(desk.wait([&] { return desk.store->erased(); }));
    desk.store.reset();
    CHECK(holders().empty());
}
