#include "player/screen/region.h"

#include <doctest/doctest.h>

#include <random>

using screen::RectPx;
using screen::Region;

TEST_CASE("a region covers each pixel that was added exactly once") {
    std::mt19937 dice(7);
    for (int round = 0; round < 200; ++round) {
        constexpr int size = 40;
        std::vector<int> wanted(size * size, 0);
        std::vector<int> covered(size * size, 0);
        Region region;
        const int count = static_cast<int>(dice() % 8);
        for (int i = 0; i < count; ++i) {
            const int x = static_cast<int>(dice() % size);
            const int y = static_cast<int>(dice() % size);
            const RectPx rect{x, y, static_cast<int>(dice() % static_cast<unsigned>(size - x + 1)),
                              static_cast<int>(dice() % static_cast<unsigned>(size - y + 1))};
            region.add(rect);
            for (int row = y; row < bottom_of(rect); ++row) {
                for (int column = x; column < right_of(rect); ++column) {
                    wanted[static_cast<std::size_t>(row * size + column)] = 1;
                }
            }
        }
        for (const RectPx& part : region.parts()) {
            for (int row = part.y; row < bottom_of(part); ++row) {
                for (int column = part.x; column < right_of(part); ++column) {
                    ++covered[static_cast<std::size_t>(row * size + column)];
                }
            }
        }
        REQUIRE(covered == wanted);
    }
}
