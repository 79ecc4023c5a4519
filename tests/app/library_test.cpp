#include "player/app/modules/library_reader.h"

#include <doctest/doctest.h>

#include "tests/app/module_folder.h"
#include "tests/support/troubled_disk.h"

namespace {

namespace fs = std::filesystem;

constexpr std::chrono::seconds patience{20};

std::vector<app::LibraryEntry> find_modules(const std::vector<fs::path>& recent) {
    std::vector<app::LibraryEntry> entries;
    app::LibraryReader reader(recent, [] {});
    CHECK(reader.take(entries, patience));
    return entries;
}

}  // namespace

TEST_CASE("a module that is being made says how far it is, and opens from three people on") {
    const made_up::ModuleFolder folder;
    folder.add_person("anna");
    folder.write("progress.txt", "1 20 0.04\n");
    std::vector<app::LibraryEntry> entries = find_modules({folder.path()});
    REQUIRE_FALSE(entries.empty());
    ui::ModuleTile tile = app::start_view_of(entries, {}).modules.at(0);
    CHECK(tile.progress_text == "1 of 20 people are ready");
    CHECK_FALSE(tile.can_open);

    folder.add_person("ben");
    folder.add_person("cleo");
    folder.write("progress.txt", "3 20 0.15\n");
    CHECK(app::refresh(entries[0]));
    tile = app::start_view_of(entries, {}).modules.at(0);
    CHECK(tile.can_open);
    CHECK(tile.size == "3 people, 2 questions");

    folder.write("complete.txt", "done\n");
    CHECK(app::refresh(entries[0]));
    CHECK_FALSE(app::start_view_of(entries, {}).modules.at(0).progress_text);
    CHECK_FALSE(app::refresh(entries[0]));
}

TEST_CASE("a progress file that says nonsense is no progress") {
    const made_up::ModuleFolder folder;
    folder.write("progress.txt", "three of twenty\n");
    CHECK_FALSE(app::making_of(folder.path()));
    folder.write("progress.txt", "3 20 7.5\n");
    REQUIRE(app::making_of(folder.path()));
    CHECK(app::making_of(folder.path())->fraction == 1.0);
}

TEST_CASE("the same module is listed once, however it is named") {
    const made_up::ModuleFolder folder;
    folder.add_person("anna");
    const auto entries = find_modules({folder.path(), folder.path() / "."});
    int found = 0;
    for (const app::LibraryEntry& entry : entries) {
        found += entry.reading.module && entry.reading.module->id.text == "made-up" ? 1 : 0;
    }
    CHECK(found == 1);
}

TEST_CASE("a module that cannot be understood is listed with its first problem") {
    const made_up::ModuleFolder folder;
    folder.write("module.yaml", "format: 1\n  - [broken\n");
    const auto view = app::start_view_of(find_modules({folder.path()}), {});
    REQUIRE_FALSE(view.modules.empty());
    CHECK_FALSE(view.modules[0].can_open);
    CHECK(view.modules[0].about.find("module.yaml:") != std::string::npos);
}

TEST_CASE("a folder whose share does not answer holds up no other, and comes when it does") {
    const made_up::ModuleFolder folder;
    folder.add_person("anna");
    fs::create_directories(folder.path() / "share");
    for (const char* part : {"module.yaml", "people", "films"}) {
        fs::copy(folder.path() / part, folder.path() / "share" / part, fs::copy_options::recursive);
    }
    const fs::path share = folder.path() / "share";
    support::TroubledDisk disk(share);
    disk.set(support::DiskMood::Stalled);
    app::LibraryReader reader({share, folder.path()}, [] {});
    std::vector<app::LibraryEntry> entries;
    const auto until = std::chrono::steady_clock::now() + patience;
    const auto has = [&](const fs::path& place, bool waits) {
        while (std::chrono::steady_clock::now() < until) {
            reader.take(entries, std::chrono::milliseconds{10});
            for (const app::LibraryEntry& entry : entries) {
                if (entry.folder == place && entry.waits == waits) return true;
            }
        }
        return false;
    };
    REQUIRE(has(folder.path(), false));
    REQUIRE(has(share, true));
    const ui::ModuleTile tile = app::start_view_of(entries, {}).modules.at(0);
    CHECK(tile.title == "share");
    CHECK_FALSE(tile.can_open);
    CHECK(tile.about.find("does not answer") != std::string::npos);

    disk.set(support::DiskMood::Well);
    REQUIRE(has(share, false));
    CHECK(entries[0].reading.module);
    CHECK(entries[1].folder == folder.path());
}
