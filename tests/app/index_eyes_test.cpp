#include "player/app/index/eyes.h"

#include <doctest/doctest.h>

#include <memory>

#include "tests/app/counted_textures.h"
#include "tests/support/numbered_film.h"
#include "tests/support/scratch_folder.h"

using namespace std::chrono_literals;
using app::IndexEyes;
using catalogue::SourceTime;

namespace {

constexpr auto patience = 20s;

// A film of 200 s with a key picture each second, and textures that are only counted.
struct Looking {
    support::ScratchFolder folder;
    made_up::CountedTextures textures;

    Looking() {
        support::FilmRecipe recipe;
        recipe.pictures = 400;
        recipe.rate_num = 2;
        recipe.gop = 2;
        recipe.width_px = 160;
        recipe.height_px = 90;
        REQUIRE(support::make_numbered_film(folder.path() / "film.mp4", recipe).has_value());
    }
    std::unique_ptr<IndexEyes> open(const char* film = "film.mp4") {
        return std::make_unique<IndexEyes>(media::FilmFile{folder.path(), film}, textures.make(),
                                           textures.drop(), textures.wake());
    }
    void wait_for(IndexEyes& eyes, std::size_t count) {
        while (eyes.pictures().size() < count) {
            textures.wait(patience);
            eyes.take_ready();
        }
    }
};

std::vector<SourceTime> times_of(const IndexEyes& eyes) {
    std::vector<SourceTime> times;
    for (const app::SeenPicture& one : eyes.pictures()) {
        times.push_back(one.time);
    }
    return times;
}

}  // namespace

TEST_CASE("a film is seen every four seconds of what is in sight, each picture once") {
    Looking looking;
    {
        const auto eyes = looking.open();
        const catalogue::TimeRange in_sight{SourceTime{7s}, SourceTime{19s}};
        eyes->want(in_sight, 45);
        looking.wait_for(*eyes, 4);
        CHECK(times_of(*eyes) ==
              std::vector{SourceTime{4s}, SourceTime{8s}, SourceTime{12s}, SourceTime{16s}});
        CHECK(eyes->pictures().front().aspect == doctest::Approx(16.0 / 9).epsilon(0.02));
        eyes->want(in_sight, 45);
        eyes->want({SourceTime{11s}, SourceTime{23s}}, 45);
        looking.wait_for(*eyes, 5);
        CHECK(looking.textures.last == 5);
        CHECK(looking.textures.held.size() == 5);
    }
    CHECK(looking.textures.held.empty());
}

TEST_CASE("pictures of another height are looked for anew, and those far away are forgotten") {
    Looking looking;
    const auto eyes = looking.open();
    eyes->want({SourceTime{0s}, SourceTime{8s}}, 45);
    looking.wait_for(*eyes, 3);
    eyes->want({SourceTime{0s}, SourceTime{8s}}, 60);
    CHECK(eyes->pictures().empty());
    looking.wait_for(*eyes, 3);
    eyes->want({SourceTime{150s}, SourceTime{155s}}, 60);
    looking.wait_for(*eyes, 2);
    CHECK(times_of(*eyes) == std::vector{SourceTime{148s}, SourceTime{152s}});
    CHECK(looking.textures.held.size() == 2);
}

TEST_CASE("a film that cannot be opened has no pictures, and ending does not wait") {
    Looking looking;
    const auto eyes = looking.open("none.mp4");
    eyes->want({SourceTime{0s}, SourceTime{60s}}, 45);
    looking.textures.wait(patience);
    eyes->take_ready();
    CHECK(eyes->pictures().empty());
}
