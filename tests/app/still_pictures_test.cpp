#include "player/app/pictures/still_pictures.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "player/media/making/still_writer.h"
#include "tests/app/counted_textures.h"
#include "tests/support/scratch_folder.h"

using namespace std::chrono_literals;
using app::WantedStill;

namespace {

constexpr auto patience = 20s;
constexpr std::size_t bytes_each = 32 * 18 * 4;

// A folder of stills "0.jpg", "1.jpg" ..., and textures that are only counted.
struct Wall {
    support::ScratchFolder folder;
    made_up::CountedTextures textures;

    explicit Wall(int stills) {
        const std::vector<std::uint8_t> bgrx(64 * 36 * 4, 128);
        for (int i = 0; i < stills; ++i) {
            REQUIRE(media::write_jpeg(folder.path() / fmt::format("{}.jpg", i), bgrx, 64, 36));
        }
    }
    std::unique_ptr<app::StillPictures> open(std::size_t most_bytes) {
        return std::make_unique<app::StillPictures>(folder.path(), most_bytes, textures.make(),
                                                    textures.drop(), textures.wake());
    }
    // Until all of these are there.
    void wait_for(app::StillPictures& pictures, const std::vector<WantedStill>& stills) {
        for (const WantedStill& still : stills) {
            while (pictures.of(still) == 0) {
                textures.wait(patience);
                pictures.take_ready();
            }
        }
    }
};

std::vector<WantedStill> stills(int first, int last, int width_px = 32, int height_px = 18) {
    std::vector<WantedStill> all;
    for (int i = first; i < last; ++i) {
        all.push_back({fmt::format("{}.jpg", i), width_px, height_px});
    }
    return all;
}

}  // namespace

TEST_CASE("what is in sight becomes a texture of its size, once") {
    Wall wall(3);
    {
        const auto pictures = wall.open(100 * bytes_each);
        CHECK(pictures->of(stills(0, 1)[0]) == 0);
        pictures->want(stills(0, 3));
        wall.wait_for(*pictures, stills(0, 3));
        pictures->want(stills(0, 2));
        pictures->want(stills(0, 3));
        pictures->take_ready();
        CHECK(wall.textures.last == 3);
        CHECK(pictures->bytes() == 3 * bytes_each);
        // Another size is another texture.
        pictures->want(stills(0, 1, 64, 36));
        wall.wait_for(*pictures, stills(0, 1, 64, 36));
        CHECK(wall.textures.last == 4);
    }
    CHECK(wall.textures.held.empty());
}

TEST_CASE("however far one scrolls, the bytes stay below the ceiling and what is in sight stays") {
    Wall wall(40);
    const auto pictures = wall.open(12 * bytes_each);
    for (int row = 0; row + 5 <= 40; row += 5) {
        CAPTURE(row);
        pictures->want(stills(row, row + 5));
        wall.wait_for(*pictures, stills(row, row + 5));
        CHECK(pictures->bytes() <= 12 * bytes_each);
        CHECK(wall.textures.held.size() * bytes_each == pictures->bytes());
        for (const WantedStill& still : stills(row, row + 5)) {
            CHECK(pictures->of(still) != 0);
        }
    }
    // What went out of sight last is still there.
    CHECK(pictures->of(stills(34, 35)[0]) != 0);
    CHECK(pictures->of(stills(0, 1)[0]) == 0);
}

TEST_CASE("what is in sight at once is shown, even above the ceiling") {
    Wall wall(6);
    const auto pictures = wall.open(2 * bytes_each);
    pictures->want(stills(0, 6));
    wall.wait_for(*pictures, stills(0, 6));
    CHECK(pictures->bytes() == 6 * bytes_each);
    pictures->want(stills(0, 1));
    pictures->take_ready();
    CHECK(pictures->bytes() <= 2 * bytes_each);
}

TEST_CASE("a still that cannot be read is asked for once, and holds up nobody") {
    Wall wall(1);
    const auto pictures = wall.open(10 * bytes_each);
    std::vector<WantedStill> wanted{{"gone.jpg", 32, 18}};
    wanted.push_back(stills(0, 1)[0]);
    pictures->want(wanted);
    wall.wait_for(*pictures, stills(0, 1));
    CHECK(pictures->of(wanted[0]) == 0);
}
