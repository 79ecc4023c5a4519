#include "player/screen/page_painter.h"

#include <doctest/doctest.h>

#include <algorithm>

using screen::Overlay;
using screen::Page;
using screen::PagePainter;
using screen::PagePicture;
using screen::RectPx;

namespace {

constexpr RectPx whole{0, 0, 1920, 1080};

PagePainter painter() {
    return PagePainter(std::filesystem::path(ASSET_FOLDER) / "fonts");
}

Overlay painted(PagePainter& with, const Page& page, RectPx place = whole) {
    const auto overlays = with.paint(page, place);
    REQUIRE(overlays.size() == 1);
    CHECK(overlays[0].place == place);
    REQUIRE(overlays[0].pixels.size() == 4 * static_cast<std::size_t>(place.width * place.height));
    return overlays[0];
}

Page page_of(std::string words) {
    Page page;
    page.words = std::move(words);
    return page;
}

// The rectangle round everything that is not black.
RectPx inked(const Overlay& overlay) {
    int left = overlay.place.width;
    int right = -1;
    int top = overlay.place.height;
    int bottom = -1;
    for (int y = 0; y < overlay.place.height; ++y) {
        for (int x = 0; x < overlay.place.width; ++x) {
            const std::size_t at = 4 * static_cast<std::size_t>(y * overlay.place.width + x);
            if (overlay.pixels[at] < 64 && overlay.pixels[at + 2] < 64) continue;
            left = std::min(left, x);
            right = std::max(right, x);
            top = std::min(top, y);
            bottom = std::max(bottom, y);
        }
    }
    return {left, top, right - left + 1, bottom - top + 1};
}

std::string many_words(int count) {
    std::string words;
    for (int i = 0; i < count; ++i)
        words += "word ";
    return words;
}

}  // namespace

TEST_CASE("a page is opaque all over, and its ground is the one that was asked for") {
    PagePainter with = painter();
    Page page;
    page.ground_rgb = 0x123456;
    const Overlay overlay = painted(with, page, {10, 20, 64, 36});
    for (std::size_t i = 0; i < overlay.pixels.size(); i += 4) {
        REQUIRE(overlay.pixels[i] == 0x56);
        REQUIRE(overlay.pixels[i + 1] == 0x34);
        REQUIRE(overlay.pixels[i + 2] == 0x12);
        REQUIRE(overlay.pixels[i + 3] == 0xFF);
    }
}

TEST_CASE("words are as large as they fit, and never under 40 px at 1920x1080") {
    PagePainter with = painter();
    int before = 1000;
    for (const int count : {1, 10, 40, 100, 1000}) {
        CAPTURE(count);
        painted(with, page_of(many_words(count)));
        CHECK(with.letter_px() <= before);
        CHECK(with.letter_px() >= 40);
        before = with.letter_px();
    }
    CHECK(before == 40);
    painted(with, page_of("What would you tell somebody of your age?"));
    CHECK(with.letter_px() > 90);
}

TEST_CASE("letters grow and shrink with the room's screen") {
    PagePainter with = painter();
    const Page page = page_of("Take us through your last working day.");
    painted(with, page, whole);
    const int large = with.letter_px();
    painted(with, page, {0, 0, 960, 540});
    CHECK(std::abs(with.letter_px() - large / 2) <= 2);
    CHECK(screen::least_page_letter_px(3840, 2160) == 80);
    CHECK(screen::least_page_letter_px(1920, 1080) == 40);
}

TEST_CASE("nothing of a page runs over its edges, however long its texts are") {
    PagePainter with = painter();
    for (const char* script :
         {"Was w\u00fcrdest du sagen? ", "\u0645\u0627\u0630\u0627 \u062a\u0641\u0639\u0644 ",
          "\u5de5\u4f5c\u4e2d\u6700\u96be\u7684\u662f\u4ec0\u4e48 ",
          "Donaudampfschifffahrtsgesellschaftskapit\u00e4nsm\u00fctzenfabrik "}) {
        for (const int times : {1, 200}) {
            CAPTURE(script);
            CAPTURE(times);
            Page page;
            for (int i = 0; i < times; ++i) {
                page.words += script;
                page.above += script;
            }
            page.below = "3:20";
            for (const RectPx place : {whole, RectPx{0, 0, 1000, 700}, RectPx{0, 0, 500, 900}}) {
                const RectPx ink = inked(painted(with, page, place));
                REQUIRE(ink.width > 0);
                CHECK(ink.x >= place.width / 25);
                CHECK(ink.x + ink.width <= place.width - place.width / 25);
                CHECK(ink.y >= place.height / 30);
                CHECK(ink.y + ink.height <= place.height - place.height / 30);
            }
        }
    }
}

TEST_CASE("texts are only text, also damaged ones") {
    PagePainter with = painter();
    const Page marked = page_of("<b>Bold</b> & {\\pos(0,0)} \xff\xfe end");
    CHECK(inked(painted(with, marked)).width > 0);
}

TEST_CASE("a picture stands at the left of the words, in its own shape") {
    PagePainter with = painter();
    auto red = std::make_shared<PagePicture>();
    red->width_px = 40;
    red->height_px = 20;
    for (int i = 0; i < 800; ++i)
        red->rgba.insert(red->rgba.end(), {255, 0, 0, 255});
    Page page = page_of("Twelve hours, about fifty calls.");
    page.picture = red;
    const Overlay overlay = painted(with, page);
    int left = whole.width;
    int right = 0;
    int top = whole.height;
    int bottom = 0;
    for (int y = 0; y < whole.height; ++y) {
        for (int x = 0; x < whole.width; ++x) {
            const std::size_t at = 4 * static_cast<std::size_t>(y * whole.width + x);
            if (overlay.pixels[at + 2] < 200 || overlay.pixels[at] > 50) continue;
            left = std::min(left, x);
            right = std::max(right, x);
            top = std::min(top, y);
            bottom = std::max(bottom, y);
        }
    }
    CHECK(right < whole.width / 2);
    const double aspect = (right - left + 1.0) / (bottom - top + 1.0);
    CHECK(aspect == doctest::Approx(2.0).epsilon(0.02));
}

TEST_CASE("a damaged picture is left out") {
    PagePainter with = painter();
    const Page plain = page_of("Words");
    Page damaged = plain;
    auto picture = std::make_shared<PagePicture>();
    picture->width_px = 400;
    picture->height_px = 400;
    picture->rgba.resize(12);
    damaged.picture = picture;
    const auto without = painted(with, plain).pixels;
    CHECK(painted(with, damaged).pixels == without);
}

TEST_CASE("a page is painted again only when something changed") {
    PagePainter with = painter();
    const Page page = page_of("Words");
    const std::uint64_t serial = painted(with, page).serial;
    CHECK(painted(with, page).serial == serial);
    CHECK(painted(with, page_of("Others")).serial != serial);
    CHECK(with.paint(std::nullopt, whole).empty());
    CHECK(with.paint(page, {0, 0, 0, 0}).empty());
}
