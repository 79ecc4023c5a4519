// What becomes of a notebook's journal when the disk fails it, call by call.
#include "player/app/notebook/journal_file.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/app/memory_disk.h"
#include "tests/app/notebook_on_disk.h"

using namespace app;
using made_up::after;
using made_up::all_errors;
using made_up::before;
using made_up::ends;
using made_up::MemoryDisk;
using made_up::notebook_with;
using made_up::Unflushed;

namespace {

NotebookJournalFile journal_on(MemoryDisk& disk, const std::string& id = "A7F30C11") {
    return {"state/ann", id, disk};
}

void type_into_journal(MemoryDisk& disk, std::size_t& flushed) {
    const std::vector<std::string> typed = {
        after, to_text(notebook_with({"a before", "b typed since then"}))};
    NotebookJournalFile journal = journal_on(disk);
    int error = journal.begin(before, before, NotebookJournalFile::Found::IsKept);
    REQUIRE(error == 0);
    for (const std::string& text : typed) {
        error = journal.append(text);
        REQUIRE(error == 0);
        ++flushed;
    }
    error = journal.begin(after, typed.back(), NotebookJournalFile::Found::IsInThisOne);
    REQUIRE(error == 0);
}

}  // namespace

TEST_CASE("wherever the power goes, the journal gives all that was flushed into it") {
    std::size_t all = 0;
    MemoryDisk whole;
    type_into_journal(whole, all);
    const int calls = whole.calls;
    for (int at = 1; at < calls; ++at) {  // the last one closes it, when it is destroyed
        for (const Unflushed names : {Unflushed::Kept, Unflushed::Dropped}) {
            for (const Unflushed texts : ends) {
                CAPTURE(at);
                MemoryDisk disk;
                disk.put("folder/ann.notebook", before);
                std::size_t flushed = 0;
                disk.cut_at = at;
                CHECK_THROWS_AS(type_into_journal(disk, flushed), made_up::PowerCut);
                MemoryDisk back = disk.after_power_cut(names, texts);
                NotebookJournalFile journal = journal_on(back, "0000000B");
                std::vector<NotebookJournalFile::Left> left;
                REQUIRE(journal.find(left) == 0);
                if (flushed == 0) continue;
                REQUIRE(left.size() == 1);
                const std::string text = left[0].latest.notes.back().text;
                CHECK(text.starts_with("b typed since"));
                if (flushed == 2) CHECK(text == "b typed since then");
                CHECK(left[0].base);
                // Found once more until it is in another.
                REQUIRE(journal.begin(before, after, NotebookJournalFile::Found::IsKept) == 0);
                const std::string latest = to_text(left[0].latest);
                REQUIRE(journal.begin(before, latest, NotebookJournalFile::Found::IsInThisOne) ==
                        0);
                // The notebook, one journal, and one that was not begun in full.
                CHECK(back.files() <= 3);
            }
        }
    }
}

TEST_CASE("a journal whose call fails goes on in another, and loses nothing") {
    for (const int error : all_errors) {
        for (int at = 1; at < 20; ++at) {
            CAPTURE(at);
            MemoryDisk disk;
            disk.fail_at = at;
            disk.error = error;
            {
                NotebookJournalFile journal = journal_on(disk);
                bool broken = true;
                for (const std::string& text : {before, after}) {
                    for (int tries = 0; tries < 2; ++tries) {
                        const int failed =
                            broken ? journal.begin(before, text, NotebookJournalFile::Found::IsKept)
                                   : journal.append(text);
                        broken = failed != 0;
                        if (!broken) break;
                    }
                    REQUIRE_FALSE(broken);
                }
            }
            MemoryDisk back = disk.after_power_cut(Unflushed::Dropped, Unflushed::Dropped);
            NotebookJournalFile next = journal_on(back, "0000000B");
            std::vector<NotebookJournalFile::Left> left;
            REQUIRE(next.find(left) == 0);
            REQUIRE(left.size() == 1);
            CHECK(to_text(left[0].latest) == after);
        }
    }
}

TEST_CASE("the journal of a program that still runs is left alone") {
    MemoryDisk disk;
    NotebookJournalFile running = journal_on(disk);
    REQUIRE(running.begin(before, after, NotebookJournalFile::Found::IsKept) == 0);
    NotebookJournalFile other = journal_on(disk, "0000000B");
    std::vector<NotebookJournalFile::Left> left;
    REQUIRE(other.find(left) == 0);
    CHECK(left.empty());
    REQUIRE(other.begin(before, before, NotebookJournalFile::Found::IsInThisOne) == 0);
    CHECK(disk.files() == 2);
}

TEST_CASE("a journal that is ended or deleted is gone") {
    MemoryDisk disk;
    NotebookJournalFile journal = journal_on(disk);
    REQUIRE(journal.begin(before, after, NotebookJournalFile::Found::IsKept) == 0);
    SUBCASE("ended") {
        REQUIRE(journal.end() == 0);
    }
    SUBCASE("deleted, with what others left behind") {
        disk.put("state/ann/0000000C-000001.journal", "marker");
        REQUIRE(journal.erase() == 0);
    }
    CHECK(disk.files() == 0);
}
