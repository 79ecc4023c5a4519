#include "player/screen/displays.h"

#include <doctest/doctest.h>

using screen::display_of;
using screen::other_display;
using screen::RectPx;

namespace {
constexpr RectPx laptop{0, 0, 1366, 768};
constexpr RectPx projector{1366, 0, 1920, 1080};
constexpr RectPx third{-1280, 0, 1280, 1024};
}  // namespace

TEST_CASE("the room goes to the display that the teacher's window is not on") {
    struct Row {
        std::vector<RectPx> all;
        RectPx window;
        std::optional<RectPx> other;
    };
    const Row rows[] = {
        {{laptop, projector}, {100, 100, 800, 600}, projector},
        {{laptop, projector}, {1500, 100, 800, 600}, laptop},
        {{projector, laptop}, {100, 100, 800, 600}, projector},
        {{laptop, projector}, {1300, 100, 800, 600}, laptop},  // mostly on the projector
        {{laptop, projector, third}, {100, 100, 800, 600}, projector},
        {{laptop, projector}, {9000, 9000, 800, 600}, projector},  // on none: as if on the first
        {{laptop}, {100, 100, 800, 600}, std::nullopt},
        {{}, {100, 100, 800, 600}, std::nullopt},
    };
    for (const Row& row : rows) {
        CAPTURE(row.window.x);
        CAPTURE(row.all.size());
        CHECK(other_display(row.all, row.window) == row.other);
    }
}

TEST_CASE("a window is on the display that shows the most of it") {
    const std::vector<RectPx> both{laptop, projector};
    CHECK(display_of(both, {1300, 0, 200, 100}) == projector);
    CHECK(display_of(both, {1200, 0, 200, 100}) == laptop);
}
