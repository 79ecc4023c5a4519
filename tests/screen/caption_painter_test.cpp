#include "player/screen/caption_painter.h"

#include <doctest/doctest.h>

#include <algorithm>

using screen::CaptionEdge;
using screen::CaptionFont;
using screen::CaptionGround;
using screen::CaptionPainter;
using screen::CaptionPlace;
using screen::CaptionStyle;
using screen::Overlay;
using screen::RectPx;

namespace {

constexpr RectPx film{100, 50, 1280, 720};

CaptionPainter painter() {
    return CaptionPainter(std::filesystem::path(ASSET_FOLDER) / "fonts");
}

Overlay painted(CaptionPainter& with, const std::vector<std::string>& texts,
                const CaptionPlace& place, const CaptionStyle& style) {
    const auto overlays = with.paint(texts, place, style);
    REQUIRE(overlays.size() == 1);
    return overlays[0];
}

Overlay painted(CaptionPainter& with, const std::vector<std::string>& texts, RectPx place = film,
                int keep_free_below_px = 0, double size = 1.0) {
    return painted(with, texts, {.film = place, .covered_below = keep_free_below_px},
                   {.size = size});
}

int bottom(const Overlay& overlay) {
    return overlay.place.y + overlay.place.height;
}

// Of the letters, from their highest to their lowest pixel.
int height_of_letters(const Overlay& overlay) {
    int first = overlay.place.height;
    int last = -1;
    for (int y = 0; y < overlay.place.height; ++y) {
        for (int x = 0; x < overlay.place.width; ++x) {
            if (overlay.pixels[4 * static_cast<std::size_t>(y * overlay.place.width + x)] > 128) {
                first = std::min(first, y);
                last = y;
            }
        }
    }
    return last - first + 1;
}

// How many pixels are nearly white: the letters.
int ink(const Overlay& overlay) {
    int count = 0;
    for (std::size_t i = 0; i < overlay.pixels.size(); i += 4)
        count += overlay.pixels[i] > 128;
    return count;
}

}  // namespace

TEST_CASE("captions are white letters on a box that the film shines through by a fifth") {
    CaptionPainter captions = painter();
    const Overlay overlay = painted(captions, {"Hello"});
    REQUIRE(overlay.pixels.size() ==
            4 * static_cast<std::size_t>(overlay.place.width) * overlay.place.height);
    CHECK(overlay.pixels[0] == 0);
    CHECK(overlay.pixels[3] == 204);  // 0.8, in the corner of the box
    CHECK(ink(overlay) > 100);
    for (std::size_t i = 0; i < overlay.pixels.size(); i += 4) {  // premultiplied
        REQUIRE(overlay.pixels[i] <= overlay.pixels[i + 3]);
    }
}

TEST_CASE("braces, backslashes and tags are only text") {
    CaptionPainter captions = painter();
    // Wider than the words alone: every character of it is seen.
    const std::vector<std::string> rows[] = {
        {"{", ""},
        {"a{b}c", "ac"},
        {"{\\b1}bold", "bold"},
        {"{\\pos(0,0)}here", "here"},
        {"one\\Ntwo", "onetwo"},
        {"one\\ntwo", "onetwo"},
        {"C:\\hello", "C:hello"},
        {"{\\fs100}big", "big"},
        {"end\\", "end"},
        {"a } b", "a  b"},
    };
    for (const auto& row : rows) {
        CAPTURE(row[0]);
        const Overlay whole = painted(captions, {row[0]});
        const Overlay plain = painted(captions, {row[1].empty() ? "." : row[1]});
        CHECK(whole.place.width > plain.place.width);
        CHECK(std::abs(whole.place.height - plain.place.height) <= 1);  // on one line
        CHECK(std::abs(bottom(whole) - bottom(plain)) <= 1);
    }
}

TEST_CASE("captions are at the bottom, in the middle, inside the film") {
    CaptionPainter captions = painter();
    const Overlay overlay = painted(captions, {"Yes."});
    const int middle = overlay.place.x + overlay.place.width / 2;
    CHECK(std::abs(middle - (film.x + film.width / 2)) <= 2);
    CHECK(bottom(overlay) < film.y + film.height);
    CHECK(bottom(overlay) > film.y + film.height * 9 / 10);
}

TEST_CASE("captions rise above what covers the film's lower edge") {
    CaptionPainter captions = painter();
    for (const int covered : {60, 120, 300}) {
        CAPTURE(covered);
        const Overlay overlay = painted(captions, {"Yes."}, film, covered);
        CHECK(bottom(overlay) <= film.y + film.height - covered);
        CHECK(bottom(overlay) > film.y + film.height - covered - 40);
    }
}

TEST_CASE("captions are at most 68 % as wide as the film, 92 % where it is upright") {
    CaptionPainter captions = painter();
    const std::string rows[] = {
        "I left school at sixteen and nobody in my family had ever been near a university, so when "
        "the letter came I hid it behind the clock and did not speak of it for a fortnight.",
        "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft and so "
        "on",
        std::string(400, 'W'),
    };
    for (const std::string& text : rows) {
        for (const RectPx place : {film, RectPx{0, 0, 480, 270}, RectPx{0, 0, 405, 720}}) {
            for (const double size : {1.0, 1.6}) {
                CAPTURE(text);
                CAPTURE(place.width);
                CAPTURE(size);
                const Overlay overlay = painted(captions, {text}, place, 0, size);
                const double part = place.width < place.height ? 0.92 : 0.68;
                CHECK(overlay.place.width <= place.width * part);
            }
        }
    }
}

TEST_CASE("an upright film has lines of words, not of syllables") {
    CaptionPainter captions = painter();
    const RectPx upright{0, 0, 405, 720};
    const Overlay words = painted(captions, {"It's a shop in Barnsley,\nby the market."}, upright);
    const Overlay line = painted(captions, {"It's a shop"}, upright);
    CHECK(words.place.height < line.place.height * 5 / 2);  // in two lines, as they were written
}

TEST_CASE("two lines are about as long as each other") {
    CaptionPainter captions = painter();
    const Overlay overlay =
        painted(captions, {"I never wanted to be the person that everybody came to for an answer"});
    const Overlay one_line = painted(captions, {"Yes"});
    CHECK(overlay.place.height > one_line.place.height * 3 / 2);
    CHECK(overlay.place.height < one_line.place.height * 5 / 2);
    // The box is as wide as the longer line: with even lines not much over half of the text.
    const Overlay half = painted(captions, {"I never wanted to be the person"});
    CHECK(overlay.place.width < half.place.width * 4 / 3);
}

TEST_CASE("a bigger size is bigger, and nothing is smaller than 18 pixels") {
    CaptionPainter captions = painter();
    const RectPx small{0, 0, 320, 180};
    CHECK(painted(captions, {"Mm"}, film, 0, 1.5).place.width >
          painted(captions, {"Mm"}, film, 0, 1.0).place.width);
    CHECK(painted(captions, {"Mm"}, small, 0, 0.5).place.width ==
          painted(captions, {"Mm"}, small, 0, 1.0).place.width);
    CHECK(painted(captions, {"Mm"}, small).place.height >= 18);
}

TEST_CASE("letters are as large as the rest of the screen, where a small film has room for them") {
    CaptionPainter captions = painter();
    const auto width = [&](RectPx place, double least_px) {
        return painted(captions, {"Mm"}, {.film = place}, {.least_px = least_px}).place.width;
    };
    const RectPx small{0, 0, 640, 360};
    const RectPx tiny{0, 0, 320, 180};
    CHECK(width(small, 34) > width(small, 18) * 3 / 2);
    CHECK(width(tiny, 34) == width(tiny, 18));
    CHECK(width(film, 34) == width(film, 18));  // 36 pixels anyway
}

TEST_CASE("two speakers stand one above the other") {
    CaptionPainter captions = painter();
    const Overlay both = painted(captions, {"- Was it hard?", "- It was."});
    const Overlay one = painted(captions, {"- Was it hard?"});
    CHECK(both.place.height > one.place.height * 3 / 2);
    CHECK(std::abs(both.place.width - one.place.width) <= 2);
    const Overlay lines = painted(captions, {"- Was it hard?\n- It was."});
    CHECK(lines.pixels == both.pixels);
}

TEST_CASE("the same captions are not painted twice") {
    CaptionPainter captions = painter();
    const Overlay first = painted(captions, {"Hello"});
    const auto again = captions.paint({"Hello"}, {.film = film}, {});
    REQUIRE(again.size() == 1);
    CHECK(again[0].serial == first.serial);
    CHECK(painted(captions, {"Hello!"}).serial != first.serial);
    const std::uint64_t serial = painted(captions, {"Hello"}).serial;
    CHECK(painted(captions, {"Hello"}, film, 80).serial != serial);
}

TEST_CASE("no captions, or no film, is nothing to draw") {
    CaptionPainter captions = painter();
    painted(captions, {"Hello"});
    CHECK(captions.paint({}, {.film = film}, {}).empty());
    CHECK(captions.paint({""}, {.film = film}, {}).empty());
    CHECK(captions.paint({"  "}, {.film = film}, {}).empty());
    CHECK(captions.paint({"Hello"}, {}, {}).empty());
}

TEST_CASE("broken text is drawn as far as it is text") {
    CaptionPainter captions = painter();
    painted(captions, {"caf\xE9 \xFF\xFE"});
    painted(captions, {std::string("nul\0in it", 9)});
    painted(captions, {std::string(20000, '{')});
}

TEST_CASE("small letters are equally tall, whichever font was chosen") {
    CaptionPainter captions = painter();
    const Overlay usual = painted(captions, {"xzx"}, {.film = film}, {.size = 2});
    for (const CaptionFont font : {CaptionFont::Andika, CaptionFont::OpenDyslexic}) {
        CAPTURE(static_cast<int>(font));
        const Overlay other = painted(captions, {"xzx"}, {.film = film}, {.size = 2, .font = font});
        CHECK(other.pixels != usual.pixels);  // the font is there
        CHECK(height_of_letters(other) >= height_of_letters(usual) * 0.93);
        CHECK(height_of_letters(other) <= height_of_letters(usual) * 1.07);
    }
}

TEST_CASE("letters and ground have the colours that were chosen") {
    CaptionPainter captions = painter();
    CaptionStyle style{.letters_rgb = 0x102030, .ground_rgb = 0xFFF3D6};
    style.ground = CaptionGround::Solid;
    const Overlay solid = painted(captions, {"MMM"}, {.film = film}, style);
    CHECK(solid.pixels[0] == 0xD6);  // B, G, R
    CHECK(solid.pixels[1] == 0xF3);
    CHECK(solid.pixels[2] == 0xFF);
    CHECK(solid.pixels[3] == 0xFF);
    int letters = 0;
    for (std::size_t i = 0; i < solid.pixels.size(); i += 4) {
        letters +=
            solid.pixels[i] == 0x30 && solid.pixels[i + 1] == 0x20 && solid.pixels[i + 2] == 0x10;
    }
    CHECK(letters > 100);
    style.ground = CaptionGround::SeeThrough;
    CHECK(painted(captions, {"MMM"}, {.film = film}, style).pixels[3] == 204);
}

TEST_CASE("an outline has no box, and goes round every letter") {
    CaptionPainter captions = painter();
    CaptionStyle style;
    style.ground = CaptionGround::Outline;
    const Overlay overlay = painted(captions, {"MMM MMM"}, {.film = film}, style);
    int clear = 0;
    int dark = 0;
    for (std::size_t i = 0; i < overlay.pixels.size(); i += 4) {
        clear += overlay.pixels[i + 3] == 0;
        dark += overlay.pixels[i + 3] == 255 && overlay.pixels[i] < 16;
    }
    CHECK(clear > 100);
    CHECK(dark > 100);
    CHECK(ink(overlay) > 100);
}

TEST_CASE("captions at the top keep to the top, below what covers it") {
    CaptionPainter captions = painter();
    const CaptionStyle style{.edge = CaptionEdge::Top};
    const Overlay free = painted(captions, {"Yes."}, {.film = film}, style);
    CHECK(free.place.y > film.y);
    CHECK(free.place.y < film.y + film.height / 10);
    const Overlay covered =
        painted(captions, {"Yes."}, {.film = film, .covered_above = 150}, style);
    CHECK(covered.place.y >= film.y + 150);
    CHECK(covered.place.y < film.y + 150 + 40);
}

TEST_CASE("captions below the picture leave the picture alone, as far as there is room") {
    CaptionPainter captions = painter();
    for (const double size : {0.75, 1.0, 2.0}) {
        for (const CaptionFont font :
             {CaptionFont::Inter, CaptionFont::Andika, CaptionFont::OpenDyslexic}) {
            CAPTURE(size);
            CAPTURE(static_cast<int>(font));
            const CaptionStyle style{.size = size, .font = font, .edge = CaptionEdge::Below};
            const int room = screen::caption_room_px(film, style);
            const CaptionPlace place{.film = film, .below_px = room};
            for (const std::string& text : {std::string("Yes."), std::string("One\nand two")}) {
                const Overlay overlay = painted(captions, {text}, place, style);
                CHECK(overlay.place.y >= film.y + film.height);
                CHECK(bottom(overlay) <= film.y + film.height + room);
            }
            // More lines than two go up over it, and are seen whole.
            const Overlay tall = painted(captions, {"1\n2\n3\n4"}, place, style);
            CHECK(tall.place.y < film.y + film.height);
            CHECK(bottom(tall) <= film.y + film.height + room);
        }
    }
    // Controls over the lower edge of a full screen: up over the film as far as they reach.
    const int room = screen::caption_room_px(film, {});
    const Overlay lifted =
        painted(captions, {"Yes."}, {.film = film, .below_px = room, .covered_below = room + 50},
                {.edge = CaptionEdge::Below});
    CHECK(bottom(lifted) <= film.y + film.height - 50);
}

TEST_CASE("captions and descriptions are painted at once, each at its own edge") {
    CaptionPainter captions = painter();
    const CaptionPlace place{.film = film};
    CaptionStyle above;
    above.edge = CaptionEdge::Top;
    const auto both = captions.paint({{{"Said"}, {}}, {{"Seen"}, above}}, place);
    REQUIRE(both.size() == 2);
    CHECK(both[0].place.y > film.y + film.height / 2);
    CHECK(bottom(both[1]) < film.y + film.height / 2);
    CHECK(both[0].serial != both[1].serial);
    const auto one = captions.paint({{{}, {}}, {{"Seen"}, above}}, place);
    REQUIRE(one.size() == 1);
    CHECK(bottom(one[0]) < film.y + film.height / 2);
}

TEST_CASE("captions of every size stay inside the film and off the controls") {
    CaptionPainter captions = painter();
    for (const CaptionFont font :
         {CaptionFont::Inter, CaptionFont::Andika, CaptionFont::OpenDyslexic}) {
        for (const double size : {0.75, 1.0, 2.0, 3.0}) {
            CAPTURE(size);
            const CaptionPlace place{.film = film, .covered_below = 150};
            const Overlay overlay = painted(captions, {"Two lines of what\nsomebody says"}, place,
                                            {.size = size, .font = font});
            CHECK(overlay.place.y >= film.y);
            CHECK(overlay.place.x >= film.x);
            CHECK(overlay.place.x + overlay.place.width <= film.x + film.width);
            CHECK(bottom(overlay) <= film.y + film.height - 150);
        }
    }
}
