// What becomes of a notebook's file when the disk fails it, call by call.
#include "player/app/notebook/writer.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "catalogue/checksum.h"
#include "catalogue/notebook_lineage.h"
#include "tests/app/memory_disk.h"
#include "tests/app/notebook_on_disk.h"

using namespace app;
using catalogue::Notebook;
using made_up::after;
using made_up::all_errors;
using made_up::before;
using made_up::ends;
using made_up::MemoryDisk;
using made_up::notebook_with;
using made_up::Unflushed;
using namespace std::chrono_literals;

namespace {

const std::filesystem::path file = "folder/ann.notebook";
constexpr std::chrono::sys_seconds noon = std::chrono::sys_days{2026y / 11 / 28} + 12h;

NotebookWriter writer_on(MemoryDisk& disk, const std::string& id = "A7F30C11") {
    return {"folder", "ann", NotebookWriter::Missing::IsMade, id, disk};
}

// Without the lineage, which every saving makes another.
std::optional<std::string> words_in(const MemoryDisk& disk,
                                    const std::filesystem::path& of = file) {
    const auto text = disk.text_of(of);
    if (!text || catalogue::find_damage(*text, of)) return text;
    return catalogue::without_lineage(*text);
}

MemoryDisk disk_with(const std::string& text) {
    MemoryDisk disk;
    disk.put(file, text);
    return disk;
}

NotebookWriter opened_on(MemoryDisk& disk, const std::string& id = "A7F30C11") {
    NotebookWriter writer = writer_on(disk, id);
    NotebookWriter::Opened opened;
    const int error = writer.open(opened, noon);  // outside: a power cut is to pass through
    REQUIRE(error == 0);
    return writer;
}

// The same work on a disk each of whose calls fails or is cut off in turn.
int calls_of(const std::function<void(MemoryDisk&)>& work) {
    MemoryDisk disk = disk_with(before);
    work(disk);
    return disk.calls;
}

void save_after(MemoryDisk& disk) {
    NotebookWriter writer = opened_on(disk);
    const int error = writer.save(after, noon);
    REQUIRE(error == 0);
}

}  // namespace

TEST_CASE("a saved notebook is in its file, and its text among the versions") {
    MemoryDisk disk = disk_with(before);
    NotebookWriter writer = opened_on(disk);
    REQUIRE(writer.save(after, noon) == 0);
    CHECK(words_in(disk) == after);
    CHECK(writer.holds(after));
    CHECK_FALSE(writer.writes_copy());
    std::vector<std::string> copies;
    CHECK(writer.find_copies(copies) == 0);
    CHECK(copies.empty());
    const std::string document = catalogue::with_lineage(after, {{"A7F30C11", 1}});
    CHECK(disk.text_of(file) == document);
    const NotebookVersion version{noon, "A7F30C11", false, text_hash_of(document)};
    CHECK(disk.text_of(versions_folder("folder", "ann") / file_name_of(version)) == document);
    CHECK(disk.files() == 2);
}

TEST_CASE("whatever call fails, the notebook's file is a whole one, and trying again saves it") {
    const int open_calls = calls_of([](MemoryDisk& disk) { opened_on(disk); });
    const int calls = calls_of(save_after);
    REQUIRE(calls > open_calls + 10);
    for (const int error : all_errors) {
        for (int at = open_calls + 1; at <= calls; ++at) {
            CAPTURE(error);
            CAPTURE(at);
            MemoryDisk disk = disk_with(before);
            NotebookWriter writer = opened_on(disk);
            disk.fail_at = at;
            disk.error = error;
            const int failed = writer.save(after, noon);
            const auto text = words_in(disk);
            REQUIRE(text);
            CHECK((*text == before || *text == after));
            if (failed == 0) CHECK(*text == after);  // what failed was tidying up
            CHECK(disk.all_closed());
            CHECK(writer.save(after, noon + 2s) == 0);
            CHECK(words_in(disk) == after);
            CHECK_FALSE(writer.writes_copy());
        }
    }
}

TEST_CASE("whatever call fails while it is opened, opening again finds the notebook") {
    const int calls = calls_of([](MemoryDisk& disk) { opened_on(disk); });
    for (const int error : all_errors) {
        for (int at = 1; at <= calls; ++at) {
            MemoryDisk disk = disk_with(before);
            NotebookWriter writer = writer_on(disk);
            disk.fail_at = at;
            disk.error = error;
            NotebookWriter::Opened opened;
            CHECK(writer.open(opened, noon) == error);
            CHECK(writer.open(opened, noon) == 0);
            REQUIRE(opened.notebook);
            CHECK(to_text(*opened.notebook) == before);
        }
    }
}

TEST_CASE("wherever the power goes, the old notebook or the new one is there when it is back") {
    const int calls = calls_of(save_after);
    for (int at = 1; at <= calls; ++at) {
        for (const Unflushed names : {Unflushed::Kept, Unflushed::Dropped}) {
            for (const Unflushed texts : ends) {
                CAPTURE(at);
                CAPTURE(static_cast<int>(names));
                CAPTURE(static_cast<int>(texts));
                MemoryDisk disk = disk_with(before);
                disk.cut_at = at;
                CHECK_THROWS_AS(save_after(disk), made_up::PowerCut);
                MemoryDisk back = disk.after_power_cut(names, texts);
                const auto text = words_in(back);
                REQUIRE(text);
                CHECK((*text == before || *text == after));
                // And it can be written into again, whatever lies about.
                NotebookWriter writer = opened_on(back, "0000000B");
                const std::string more =
                    to_text(notebook_with({"a before", "b typed since", "c more"}));
                CHECK(writer.save(more, noon + 1min) == 0);
                CHECK(words_in(back) == more);
            }
        }
    }
}

TEST_CASE("a damaged file is set aside as it is, and the newest whole version takes its place") {
    MemoryDisk disk;
    {
        NotebookWriter writer = opened_on(disk);
        REQUIRE(writer.save(before, noon) == 0);
        REQUIRE(writer.save(after, noon + 5min) == 0);
    }
    const std::string damaged = after.substr(0, after.size() / 2);
    disk.put(file, damaged);
    NotebookWriter writer = writer_on(disk, "0000000B");
    NotebookWriter::Opened opened;
    REQUIRE(writer.open(opened, noon + 1h) == 0);
    CHECK(opened.was_damaged);
    REQUIRE(opened.notebook);
    CHECK(to_text(*opened.notebook) == after);
    REQUIRE(writer.save(after, noon + 1h) == 0);
    CHECK(words_in(disk) == after);
    const auto names = disk.file_names();
    const auto aside = std::ranges::find_if(names, [](const std::filesystem::path& name) {
        return name.string().starts_with("folder/ann (damaged ");
    });
    REQUIRE(aside != names.end());
    CHECK(disk.text_of(*aside) == damaged);
}

TEST_CASE("a notebook of a newer program is left as it is, and what is typed goes beside it") {
    const std::string body = "format: 2\n";
    const std::string foreign =
        body + "# end " + std::to_string(body.size()) + " " + catalogue::sha256_hex(body) + "\n";
    MemoryDisk disk = disk_with(foreign);
    NotebookWriter writer = writer_on(disk);
    NotebookWriter::Opened opened;
    REQUIRE(writer.open(opened, noon) == 0);
    CHECK(opened.is_foreign);
    CHECK_FALSE(opened.notebook);
    REQUIRE(writer.save(after, noon) == 0);
    Notebook together;
    CHECK(writer.bring_together(notebook_with({"a before", "b typed since"}), together, noon) == 0);
    CHECK(words_in(disk) == foreign);
    CHECK(words_in(disk, "folder/ann (copy A7F3).notebook") == after);
}

TEST_CASE("a share that is gone is not made anew below its mount point") {
    class Gone final : public app::Disk {
    public:
        bool made = false;
        int make_folder(const std::filesystem::path&) override {
            made = true;
            return 0;
        }
        Opened make_file(const std::filesystem::path&) override {
            made = true;
            return {-1, ENOENT};
        }
        Written write(int, std::string_view) override { return {0, EIO}; }
        int flush(int) override { return EIO; }
        int close(int) override { return EIO; }
        int read(const std::filesystem::path&, std::string&) override { return ENOENT; }
        int rename(const std::filesystem::path&, const std::filesystem::path&) override {
            return ENOENT;
        }
        int remove(const std::filesystem::path&) override { return ENOENT; }
        int list(const std::filesystem::path&, std::vector<std::string>&) override {
            return ENOENT;
        }
        bool in_use(const std::filesystem::path&) override { return false; }
        int flush_folder(const std::filesystem::path&) override { return ENOENT; }
    } disk;
    NotebookWriter writer{"folder", "ann", NotebookWriter::Missing::IsAnError, "A7F30C11", disk};
    NotebookWriter::Opened opened;
    CHECK(writer.open(opened, noon) == ENOENT);
    CHECK(writer.save(after, noon) == ENOENT);
    CHECK_FALSE(disk.made);
}

TEST_CASE("the one who comes second writes a copy, and brought together nothing is missing") {
    MemoryDisk disk = disk_with(before);
    NotebookWriter one = opened_on(disk, "A7F30C11");
    NotebookWriter two = opened_on(disk, "0000000B");
    REQUIRE(one.save(to_text(notebook_with({"a before", "b from one"})), noon) == 0);
    const Notebook ours = notebook_with({"a before, written on", "c from two"});
    REQUIRE(two.save(to_text(ours), noon) == 0);
    CHECK(two.writes_copy());
    CHECK_FALSE(one.writes_copy());
    CHECK(words_in(disk, "folder/ann (copy 0000).notebook") == to_text(ours));
    CHECK(words_in(disk) == to_text(notebook_with({"a before", "b from one"})));
    Notebook together;
    SUBCASE("by the one with the copy") {
        REQUIRE(two.bring_together(ours, together, noon + 1min) == 0);
        CHECK_FALSE(two.writes_copy());
    }
    SUBCASE("by the other") {
        REQUIRE(one.bring_together(notebook_with({"a before", "b from one"}), together,
                                   noon + 1min) == 0);
    }
    std::vector<std::string> copies;
    REQUIRE(one.find_copies(copies) == 0);
    CHECK(copies.empty());
    CHECK(words_in(disk) == to_text(together));
    for (const char* text : {"a before, written on", "b from one", "c from two"}) {
        CAPTURE(text);
        CHECK(std::ranges::count(together.notes, text, &catalogue::Note::text) == 1);
    }
    CHECK(together.notes.size() == 3);
}

TEST_CASE("whatever call fails while copies are brought together, trying again does it") {
    const auto scene = [](MemoryDisk& disk) {
        NotebookWriter one = opened_on(disk, "A7F30C11");
        NotebookWriter two = opened_on(disk, "0000000B");
        REQUIRE(one.save(to_text(notebook_with({"a before", "b from one"})), noon) == 0);
        REQUIRE(two.save(to_text(notebook_with({"a before", "c from two"})), noon) == 0);
        return two;
    };
    const Notebook ours = notebook_with({"a before", "c from two"});
    int calls = 0;
    {
        MemoryDisk disk = disk_with(before);
        NotebookWriter two = scene(disk);
        const int until = disk.calls;
        Notebook together;
        REQUIRE(two.bring_together(ours, together, noon + 1min) == 0);
        calls = disk.calls - until;
    }
    for (int at = 1; at <= calls; ++at) {
        CAPTURE(at);
        MemoryDisk disk = disk_with(before);
        NotebookWriter two = scene(disk);
        disk.fail_at = disk.calls + at;
        disk.error = EIO;
        Notebook together;
        if (two.bring_together(ours, together, noon + 1min) != 0) {
            // What is typed goes on being saved, and nobody's words are overwritten.
            REQUIRE(two.save(to_text(notebook_with({"a before", "c from two", "d"})),
                             noon + 2min) == 0);
            REQUIRE(two.bring_together(notebook_with({"a before", "c from two", "d"}), together,
                                       noon + 3min) == 0);
        }
        for (const char* text : {"a before", "b from one", "c from two"}) {
            CAPTURE(text);
            CHECK(std::ranges::count(together.notes, text, &catalogue::Note::text) == 1);
        }
        CHECK(words_in(disk) == to_text(together));
    }
}

TEST_CASE("what one has seen and taken away stays away, what it never saw is kept") {
    MemoryDisk disk;
    NotebookWriter first = opened_on(disk, "0000000A");
    REQUIRE(first.save(to_text(notebook_with({"a kept", "b taken away"})), noon) == 0);
    NotebookWriter one = opened_on(disk, "A7F30C11");
    NotebookWriter two = opened_on(disk, "0000000B");
    REQUIRE(two.save(to_text(notebook_with({"a kept", "b taken away", "c from two"})),
                     noon + 1min) == 0);
    REQUIRE(one.save(to_text(notebook_with({"a kept", "d from one"})), noon + 2min) == 0);
    CHECK(one.writes_copy());
    Notebook together;
    SUBCASE("by the one that took it away") {
        REQUIRE(one.bring_together(notebook_with({"a kept", "d from one"}), together,
                                   noon + 3min) == 0);
    }
    SUBCASE("by the other") {
        const Notebook ours = notebook_with({"a kept", "b taken away", "c from two"});
        REQUIRE(two.bring_together(ours, together, noon + 3min) == 0);
    }
    std::set<std::string> texts;
    for (const catalogue::Note& note : together.notes)
        texts.insert(note.text);
    CHECK(texts == std::set<std::string>{"a kept", "c from two", "d from one"});
}

TEST_CASE("what a program kept that ended before it was in the file is offered") {
    MemoryDisk disk;
    {
        NotebookWriter writer = opened_on(disk);
        REQUIRE(writer.save(before, noon) == 0);
        const std::string was = *disk.text_of(file);
        REQUIRE(writer.save(after, noon + 1min) == 0);
        disk.put(file, was);
    }
    NotebookWriter next = opened_on(disk, "0000000B");
    std::vector<std::string> copies;
    REQUIRE(next.find_copies(copies) == 0);
    CHECK(copies == std::vector<std::string>{"ann (copy A7F3)"});
    Notebook together;
    REQUIRE(next.bring_together(notebook_with({"a before"}), together, noon + 1h) == 0);
    CHECK(to_text(together) == after);
    CHECK(words_in(disk) == after);
    REQUIRE(next.find_copies(copies) == 0);
    CHECK(copies.empty());
}

TEST_CASE("what a race overtook is offered to whoever opens the notebook") {
    MemoryDisk disk = disk_with(before);
    NotebookWriter one = opened_on(disk, "A7F30C11");
    NotebookWriter two = opened_on(disk, "0000000B");
    REQUIRE(one.save(to_text(notebook_with({"a before", "b from one"})), noon) == 0);
    disk.put(file, before);  // two compared before one replaced it
    REQUIRE(two.save(to_text(notebook_with({"a before", "c from two"})), noon) == 0);
    CHECK_FALSE(two.writes_copy());
    NotebookWriter next = opened_on(disk, "0000000C");
    std::vector<std::string> copies;
    REQUIRE(next.find_copies(copies) == 0);
    CHECK(copies == std::vector<std::string>{"ann (copy A7F3)"});
    Notebook together;
    REQUIRE(next.bring_together(notebook_with({"a before", "c from two"}), together, noon + 1h) ==
            0);
    CHECK(together.notes.size() == 3);
    REQUIRE(next.find_copies(copies) == 0);
    CHECK(copies.empty());
}

TEST_CASE("what was deleted is in no file of the folder, and other notebooks stay") {
    const int calls = [] {
        MemoryDisk disk;
        NotebookWriter writer = opened_on(disk);
        const int until = disk.calls;
        REQUIRE(writer.erase() == 0);
        return disk.calls - until;
    }();
    CHECK(calls > 0);
    for (int fail_at = 0; fail_at < 40; ++fail_at) {
        MemoryDisk disk = disk_with(to_text(notebook_with({"a marker"})));
        const std::string other = to_text(notebook_with({"another's"}));
        disk.put("folder/anna.notebook", other);
        disk.put("folder/ann (damaged 0C41).notebook", "marker in a damaged one");
        disk.put("folder/ann.notebook.1F2E3D4C.new", "marker that was on its way");
        disk.put("folder/ann (copy 1F2E).notebook.1F2E3D4C.new", "marker that was on its way");
        NotebookWriter one = opened_on(disk, "A7F30C11");
        NotebookWriter two = opened_on(disk, "0000000B");
        REQUIRE(one.save(to_text(notebook_with({"a marker", "b marker"})), noon) == 0);
        REQUIRE(two.save(to_text(notebook_with({"a marker", "c marker"})), noon) == 0);
        if (fail_at > 0) disk.fail_at = disk.calls + fail_at;
        if (two.erase() != 0) CHECK(two.erase() == 0);
        CHECK(disk.file_names() == std::vector<std::filesystem::path>{"folder/anna.notebook"});
        CHECK(disk.text_of("folder/anna.notebook") == other);
    }
}
