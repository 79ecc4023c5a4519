#include "player/app/storage/kept_files.h"

#include <doctest/doctest.h>

#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "tests/support/scratch_folder.h"

using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t bytes_each = 1000;

struct Place {
    support::ScratchFolder cache;
    fs::path folder = cache.path() / "kept";

    void write(const std::string& name, fs::file_time_type when) const {
        fs::create_directories(folder);
        std::ofstream(folder / name) << std::string(bytes_each, 'x');
        fs::last_write_time(folder / name, when);
    }
    bool has(const std::string& name) const { return fs::exists(folder / name); }
};

}  // namespace

TEST_CASE("what was not asked for the longest makes room for what is made") {
    const Place place;
    const auto long_ago = fs::file_time_type::clock::now() - 24h;
    place.write("old", long_ago);
    place.write("older", long_ago - 1h);
    place.write("wanted", long_ago - 2h);
    app::KeptFiles kept{place.folder, 3 * bytes_each};
    kept.asked_for("wanted");
    CHECK(kept.make_room());
    CHECK_FALSE(place.has("older"));
    CHECK(place.has("old"));
    CHECK(place.has("wanted"));
}

TEST_CASE("files that are made count without looking at the folder again") {
    const Place place;
    app::KeptFiles kept{place.folder, 3 * bytes_each};
    for (const char* name : {"a", "b", "c"}) {
        REQUIRE(kept.make_room());
        place.write(name, fs::file_time_type::clock::now());
        kept.asked_for(name);
        kept.asked_for(name);  // twice is not twice as large
    }
    // All are of this start: they stay, and no more are made.
    CHECK_FALSE(kept.make_room());
    for (const char* name : {"a", "b", "c"}) {
        CHECK(place.has(name));
    }
}

TEST_CASE("the files of several threads are all counted") {
    constexpr int threads = 4;
    constexpr int each = 25;
    for (const bool one_more : {false, true}) {
        CAPTURE(one_more);
        const Place place;
        app::KeptFiles kept{place.folder, (threads * each + (one_more ? 1 : 0)) * bytes_each};
        std::vector<std::jthread> makers;
        for (int maker = 0; maker < threads; ++maker) {
            makers.emplace_back([&, maker] {
                for (int i = 0; i < each; ++i) {
                    const std::string name = std::to_string(maker * each + i);
                    CHECK_FALSE(kept.asked_for(name));
                    CHECK(kept.make_room());
                    place.write(name, fs::file_time_type::clock::now());
                    CHECK(kept.asked_for(name));
                }
            });
        }
        makers.clear();
        CHECK(kept.make_room() == one_more);
    }
}

TEST_CASE("where no folder can be made, nothing is") {
    app::KeptFiles kept{"/dev/null/nowhere", bytes_each};
    CHECK_FALSE(kept.make_room());
}
