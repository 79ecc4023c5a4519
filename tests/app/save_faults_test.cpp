// What saving does when the disk fails it, call by call.
#include <doctest/doctest.h>

#include <array>
#include <cerrno>
#include <string>

#include "player/app/storage/storage.h"
#include "tests/app/memory_disk.h"

using made_up::MemoryDisk;
using made_up::Unflushed;

namespace {

const std::filesystem::path file = "folder/document";
const std::string before = "what was there before";
const std::string after = "what is saved now, and is longer";

MemoryDisk disk_with_a_document() {
    MemoryDisk disk;
    disk.put(file, before);
    return disk;
}

int calls_of_one_saving() {
    MemoryDisk disk = disk_with_a_document();
    REQUIRE(app::save_document(file, after, disk));
    return disk.calls;
}

}  // namespace

TEST_CASE("whatever call fails, the document is a whole one, and success means it is the new one") {
    const int calls = calls_of_one_saving();
    REQUIRE(calls > 6);
    for (const int error : {ENOSPC, EDQUOT, EROFS, EIO, EACCES}) {
        for (int at = 1; at <= calls; ++at) {
            CAPTURE(error);
            CAPTURE(at);
            MemoryDisk disk = disk_with_a_document();
            disk.fail_at = at;
            disk.error = error;
            const catalogue::Outcome saved = app::save_document(file, after, disk);
            CHECK_FALSE(saved);
            CHECK_FALSE(saved.error().hint.empty());
            // The last call flushes the folder: by then the new one has its name.
            CHECK(disk.text_of(file) == (at == calls ? after : before));
            CHECK(disk.files() == 1);
            CHECK(disk.all_closed());
        }
    }
}

TEST_CASE("a disk that takes a little at a time is given all of it") {
    MemoryDisk disk = disk_with_a_document();
    disk.short_writes = true;
    REQUIRE(app::save_document(file, after, disk));
    CHECK(disk.text_of(file) == after);
}

TEST_CASE("wherever the power goes, the old document or the new one is there when it is back") {
    const int calls = calls_of_one_saving();
    constexpr std::array ends = {Unflushed::Kept, Unflushed::Dropped, Unflushed::Torn};
    for (int at = 1; at <= calls; ++at) {
        for (const Unflushed names : {Unflushed::Kept, Unflushed::Dropped}) {
            for (const Unflushed texts : ends) {
                CAPTURE(at);
                CAPTURE(static_cast<int>(names));
                CAPTURE(static_cast<int>(texts));
                MemoryDisk disk = disk_with_a_document();
                disk.cut_at = at;
                CHECK_THROWS_AS((void)app::save_document(file, after, disk), made_up::PowerCut);
                const auto text = disk.after_power_cut(names, texts).text_of(file);
                REQUIRE(text);
                CHECK((*text == before || *text == after));
            }
        }
    }
}

TEST_CASE("what was said to be saved outlasts a power cut") {
    MemoryDisk disk = disk_with_a_document();
    REQUIRE(app::save_document(file, after, disk));
    for (const Unflushed end : {Unflushed::Kept, Unflushed::Dropped, Unflushed::Torn}) {
        CHECK(disk.after_power_cut(end, end).text_of(file) == after);
    }
}

TEST_CASE("a document that was changed on the way is not taken for saved") {
    class Careless final : public app::Disk {
    public:
        MemoryDisk under = disk_with_a_document();
        int make_folder(const std::filesystem::path& f) override { return under.make_folder(f); }
        Opened make_file(const std::filesystem::path& f) override { return under.make_file(f); }
        Written write(int descriptor, std::string_view text) override {
            std::string other{text};
            other.back() ^= 1;
            return under.write(descriptor, other);
        }
        int flush(int d) override { return under.flush(d); }
        int close(int d) override { return under.close(d); }
        int read(const std::filesystem::path& f, std::string& text) override {
            return under.read(f, text);
        }
        int rename(const std::filesystem::path& from, const std::filesystem::path& to) override {
            return under.rename(from, to);
        }
        int remove(const std::filesystem::path& f) override { return under.remove(f); }
        int list(const std::filesystem::path& f, std::vector<std::string>& names) override {
            return under.list(f, names);
        }
        bool in_use(const std::filesystem::path& f) override { return under.in_use(f); }
        int flush_folder(const std::filesystem::path& f) override { return under.flush_folder(f); }
    } disk;
    CHECK_FALSE(app::save_document(file, after, disk));
    CHECK(disk.under.text_of(file) == before);
}
