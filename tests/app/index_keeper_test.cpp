#include "player/app/index/keeper.h"

#include <doctest/doctest.h>

#include <cerrno>

#include "tests/app/memory_disk.h"

using app::IndexSafety;
using app::IndexSaver;
using made_up::MemoryDisk;
using State = IndexSafety::State;

namespace {

const std::filesystem::path index_file = "module/index/moira.yaml";
const std::filesystem::path before_file = "module/index/moira.yaml.before";
const std::filesystem::path mine_file = "module/index/moira.yaml.mine";
const std::filesystem::path rescue_file = "state/index/moira.yaml";

MemoryDisk disk_with_an_index() {
    MemoryDisk disk;
    disk.put(index_file, "as loaded");
    return disk;
}

}  // namespace

TEST_CASE("every change is saved, and what the index was before the first is kept") {
    MemoryDisk disk = disk_with_an_index();
    IndexSaver saver(index_file, "as loaded", rescue_file, disk);
    CHECK(saver.save("one").state == State::Saved);
    CHECK(saver.save("two").state == State::Saved);
    CHECK(disk.text_of(index_file) == "two");
    CHECK(disk.text_of(before_file) == "as loaded");
    CHECK(disk.files() == 2);
}

TEST_CASE("an index that was not there is made, and nothing beside it") {
    MemoryDisk disk;
    IndexSaver saver(index_file, std::nullopt, rescue_file, disk);
    CHECK(saver.save("one").state == State::Saved);
    CHECK(disk.text_of(index_file) == "one");
    CHECK(disk.files() == 1);
}

TEST_CASE("what somebody else wrote meanwhile is left as it is, and both are kept") {
    MemoryDisk disk = disk_with_an_index();
    IndexSaver saver(index_file, "as loaded", rescue_file, disk);
    CHECK(saver.save("one").state == State::Saved);
    disk.put(index_file, "by hand");
    for (const char* text : {"two", "three"}) {
        const IndexSafety safety = saver.save(text);
        CHECK(safety.state == State::Beside);
        CHECK(safety.where == mine_file);
        CHECK(disk.text_of(index_file) == "by hand");
        CHECK(disk.text_of(mine_file) == text);
    }
    CHECK(disk.text_of(before_file) == "as loaded");

    // Only when the author says so do theirs count, and the other ones are kept.
    CHECK(saver.save_over("four").state == State::Saved);
    CHECK(disk.text_of(index_file) == "four");
    CHECK(disk.text_of(before_file) == "by hand");
    CHECK_FALSE(disk.text_of(mine_file));
    CHECK(saver.save("five").state == State::Saved);
    CHECK(disk.text_of(before_file) == "by hand");
}

TEST_CASE("an index that was taken away meanwhile is not brought back over nobody's wish") {
    MemoryDisk disk = disk_with_an_index();
    IndexSaver saver(index_file, "as loaded", rescue_file, disk);
    disk.remove(index_file);
    CHECK(saver.save("one").state == State::Beside);
    CHECK_FALSE(disk.text_of(index_file));
}

TEST_CASE("whatever call fails, the old or the new marks are whole, and new ones are somewhere") {
    MemoryDisk counted = disk_with_an_index();
    REQUIRE(IndexSaver(index_file, "as loaded", rescue_file, counted).save("new").state ==
            State::Saved);
    const int calls = counted.calls;
    for (const int error : {ENOSPC, EROFS, EIO}) {
        for (int at = 1; at <= calls; ++at) {
            CAPTURE(error);
            CAPTURE(at);
            MemoryDisk disk = disk_with_an_index();
            disk.fail_at = at;
            disk.error = error;
            IndexSaver saver(index_file, "as loaded", rescue_file, disk);
            const IndexSafety safety = saver.save("new");
            const auto there = disk.text_of(index_file);
            CHECK((there == "as loaded" || there == "new"));
            if (safety.state == State::Saved) {
                CHECK(there == "new");
            } else {
                REQUIRE(safety.state == State::Rescued);
                CHECK(disk.text_of(safety.where) == "new");
                CHECK_FALSE(safety.why.empty());
            }
            // The disk has come to its senses: the next change is saved as if nothing had been.
            CHECK(saver.save("newer").state == State::Saved);
            CHECK(disk.text_of(index_file) == "newer");
            CHECK(disk.text_of(before_file) == "as loaded");
            CHECK_FALSE(disk.text_of(rescue_file));
        }
    }
}

TEST_CASE("a disk that takes nothing at all is told of") {
    MemoryDisk disk = disk_with_an_index();
    disk.fail_at = 1;
    disk.fail_to = 1000;
    IndexSaver saver(index_file, "as loaded", rescue_file, disk);
    const IndexSafety safety = saver.save("new");
    CHECK(safety.state == State::Nowhere);
    CHECK_FALSE(safety.why.empty());
    CHECK(disk.text_of(index_file) == "as loaded");
}

TEST_CASE("the last text is saved when the keeper goes") {
    MemoryDisk disk = disk_with_an_index();
    {
        app::IndexKeeper keeper({index_file, "as loaded", rescue_file, disk}, [] {});
        CHECK(keeper.safety().state == State::Unchanged);
        for (int i = 0; i < 100; ++i)
            keeper.keep(std::to_string(i));
    }
    CHECK(disk.text_of(index_file) == "99");
}
