#include "player/app/preparing/prelude_shelf.h"

#include <doctest/doctest.h>

#include <atomic>
#include <fstream>
#include <thread>
#include <vector>

#include "tests/app/module_folder.h"
#include "tests/support/meeting.h"
#include "tests/support/scratch_folder.h"

using namespace std::chrono_literals;
using catalogue::Answer;
using catalogue::SourceTime;
using media::PreludeMade;

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t bytes_each = 1000;

// A module, a folder of preludes, and a maker that counts and makes files of bytes_each.
struct Place {
    made_up::ModuleFolder module;
    support::ScratchFolder cache;
    fs::path folder = cache.path() / "preludes";
    std::atomic<int> made = 0;
    bool fails = false;
    std::function<void()> while_making = [] {};

    Place() { module.add_person("ann"); }

    app::PreludeShelf shelf(std::uintmax_t most_bytes) {
        return {module.path(), folder, most_bytes,
                [this](const media::ClipOrder& clip, const fs::path& into,
                       const std::stop_token&) -> catalogue::Result<PreludeMade> {
                    CHECK(into == folder);
                    const fs::path file = into / media::prelude_name(clip).value();
                    CHECK_FALSE(fs::exists(file));  // asked for what is not there only
                    if (fails) return catalogue::fail({}, "broken off");
                    while_making();
                    ++made;
                    std::ofstream(file) << std::string(bytes_each, 'x');
                    return PreludeMade::Made;
                }};
    }
    fs::path file_of(const Answer& answer) const {
        return folder / media::prelude_name({{module.path(), answer.film}, answer.trim}).value();
    }
    bool has(const Answer& answer) const { return fs::exists(file_of(answer)); }
};

Answer answer(int begins_s) {
    return {"films/ann-q0.mp4",
            catalogue::TimeRange{SourceTime{std::chrono::seconds{begins_s}},
                                 SourceTime{std::chrono::seconds{begins_s + 20}}},
            std::nullopt};
}

}  // namespace

TEST_CASE("a prelude is made once, also over several starts") {
    Place place;
    for (int start = 0; start < 3; ++start) {
        app::PreludeShelf shelf = place.shelf(10 * bytes_each);
        shelf.keep(answer(5), {});
        shelf.keep(answer(5), {});
    }
    CHECK(place.made == 1);
    CHECK(place.has(answer(5)));
}

TEST_CASE(
    "an answer that is a whole file or is not there has no prelude, and failing costs nothing") {
    Place place;
    app::PreludeShelf shelf = place.shelf(10 * bytes_each);
    shelf.keep({"films/ann-q0.mp4", std::nullopt, std::nullopt}, {});
    Answer gone = answer(5);
    gone.film = "films/gone.mp4";
    shelf.keep(gone, {});
    place.fails = true;
    shelf.keep(answer(5), {});
    CHECK(place.made == 0);
    place.fails = false;
    shelf.keep(answer(5), {});
    CHECK(place.made == 1);
}

TEST_CASE("several workers make preludes at the same time") {
    Place place;
    support::Meeting meeting(3);
    place.while_making = [&] { CHECK(meeting.come()); };
    app::PreludeShelf shelf = place.shelf(10 * bytes_each);
    std::vector<std::jthread> workers;
    for (const int begins_s : {1, 2, 3}) {
        workers.emplace_back([&shelf, begins_s] { shelf.keep(answer(begins_s), {}); });
    }
    workers.clear();
    CHECK(place.made == 3);
}

TEST_CASE("what was not asked for the longest makes room, and nothing of this start does") {
    Place place;
    {
        app::PreludeShelf before = place.shelf(10 * bytes_each);
        for (const int begins_s : {1, 2, 3}) {
            before.keep(answer(begins_s), {});
        }
    }
    const auto long_ago = fs::file_time_type::clock::now() - 24h;
    fs::last_write_time(place.file_of(answer(1)), long_ago);
    fs::last_write_time(place.file_of(answer(2)), long_ago - 1h);
    fs::last_write_time(place.file_of(answer(3)), long_ago + 1h);

    app::PreludeShelf shelf = place.shelf(3 * bytes_each);
    shelf.keep(answer(1), {});  // asked for again
    shelf.keep(answer(4), {});
    CHECK(place.has(answer(1)));
    CHECK_FALSE(place.has(answer(2)));
    CHECK(place.has(answer(3)));
    CHECK(place.has(answer(4)));
    shelf.keep(answer(5), {});
    CHECK_FALSE(place.has(answer(3)));
    CHECK(place.has(answer(5)));
    // All that is left is of this start.
    shelf.keep(answer(6), {});
    CHECK_FALSE(place.has(answer(6)));
    CHECK(place.has(answer(1)));
    CHECK(place.has(answer(4)));
    CHECK(place.has(answer(5)));
}

TEST_CASE("a disk that is nearly full is left alone") {
    Place place;
    std::error_code error;
    app::PreludeShelf shelf =
        place.shelf(fs::space(place.cache.path(), error).available + (std::uintmax_t{1} << 40));
    shelf.keep(answer(5), {});
    CHECK(place.made == 0);
}
