#include <algorithm>
#include "player/ui/stage_layout.h"

#include <doctest/doctest.h>
#include <vector>

namespace {

struct Display {
    float width;
    float height;
    float scale;  // of the interface, as the user asked for it
};

ui::Look look_for(const Display& display) {
    ui::Look look;
    look.scale = std::min(display.width / 1280, display.height / 720) * display.scale;
    return look;
}

bool apart(const ui::Rect& one, const ui::Rect& other) {
    return one.common(other).empty();
}

TEST_CASE("the parts of the stage fill the display and lie beside each other") {
    for (const Display& display :
         {Display{1280, 720, 1}, Display{1366, 768, 1}, Display{1920, 1080, 1},
          Display{1024, 640, 1}, Display{1366, 768, 2}, Display{1366, 768, 0.75F},
          Display{2560, 1080, 1}, Display{800, 1200, 1}, Display{3840, 2160, 1.5F}}) {
        for (const ui::Side side : {ui::Side::Questions, ui::Side::Transcript, ui::Side::None}) {
            const bool open = side != ui::Side::None;
            CAPTURE(display.width);
            CAPTURE(display.height);
            CAPTURE(display.scale);
            CAPTURE(open);
            const ui::StageLayout layout =
                ui::lay_out_stage(display.width, display.height, side, look_for(display));
            std::vector<ui::Rect> parts{layout.header, layout.ways,  layout.film,
                                        layout.row,    layout.faces, layout.transport};
            if (open) parts.push_back(layout.side);
            CHECK(layout.side.empty() == !open);
            for (std::size_t i = 0; i < parts.size(); ++i) {
                CAPTURE(i);
                CHECK(!parts[i].empty());
                CHECK(parts[i].x >= 0);
                CHECK(parts[i].y >= 0);
                CHECK(parts[i].right() <= display.width);
                CHECK(parts[i].bottom() <= display.height);
                for (std::size_t k = 0; k < i; ++k)
                    CHECK(apart(parts[i], parts[k]));
            }
        }
    }
}

TEST_CASE("a drawer takes the place of the side, from the top down to the transport") {
    for (const Display& display : {Display{1366, 768, 1}, Display{1366, 768, 2}}) {
        CAPTURE(display.scale);
        const float drawer = 500;
        const ui::StageLayout layout = ui::lay_out_stage(
            display.width, display.height, ui::Side::Questions, look_for(display), drawer);
        CHECK(layout.side == ui::Rect{display.width - drawer, 0, drawer, layout.transport.y});
        CHECK(layout.transport.width == display.width);
        for (const ui::Rect& part :
             {layout.header, layout.ways, layout.film, layout.row, layout.faces}) {
            CHECK_FALSE(part.empty());
            CHECK(part.right() <= layout.side.x);
        }
    }
}

TEST_CASE("the film is the largest thing on the stage") {
    for (const Display& display :
         {Display{1366, 768, 1}, Display{1920, 1080, 1}, Display{1024, 640, 1}}) {
        CAPTURE(display.width);
        for (const ui::Side side : {ui::Side::Questions, ui::Side::Transcript}) {
            const ui::StageLayout layout =
                ui::lay_out_stage(display.width, display.height, side, look_for(display));
            // A 16:9 film has at least half of the width and half of the height.
            const float width = std::min(layout.film.width, layout.film.height * 16 / 9);
            CHECK(width >= display.width * 0.5F);
            CHECK(width * 9 / 16 >= display.height * 0.46F);
        }
    }
}

TEST_CASE("cutting a rectangle takes no more than is there") {
    ui::Rect room{10, 10, 100, 50};
    const ui::Rect left = room.cut_left(30);
    CHECK(left == ui::Rect{10, 10, 30, 50});
    CHECK(room == ui::Rect{40, 10, 70, 50});
    CHECK(room.cut_bottom(500) == ui::Rect{40, 10, 70, 50});
    CHECK(room.empty());
    CHECK(room.cut_right(5).width == 5);
    CHECK(ui::Rect{0, 0, 10, 10}.inset(20).empty());
}

}  // namespace
