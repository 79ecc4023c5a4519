#include "player/screen/caption_painter.h"

#include <doctest/doctest.h>

#include <algorithm>

using screen::CaptionPainter;
using screen::CaptionStyle;
using screen::Overlay;
using screen::RectPx;

namespace {

constexpr RectPx film{100, 50, 1280, 720};

CaptionPainter painter() {
    return CaptionPainter(std::filesystem::path(ASSET_FOLDER) / "fonts", "Inter");
}

Overlay painted(CaptionPainter& with, const std::vector<std::string>& texts, RectPx place = film,
                int keep_free_below_px = 0, double size = 1.0) {
    const auto overlays = with.paint(texts, place, keep_free_below_px, CaptionStyle{size});
    REQUIRE(overlays.size() == 1);
    return overlays[0];
}

int bottom(const Overlay& overlay) {
    return overlay.place.y + overlay.place.height;
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

TEST_CASE("captions are at most 68 % as wide as the film") {
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
                CHECK(overlay.place.width <= place.width * 0.68);
            }
        }
    }
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
    const auto again = captions.paint({"Hello"}, film, 0, {});
    REQUIRE(again.size() == 1);
    CHECK(again[0].serial == first.serial);
    CHECK(painted(captions, {"Hello!"}).serial != first.serial);
    const std::uint64_t serial = painted(captions, {"Hello"}).serial;
    CHECK(painted(captions, {"Hello"}, film, 80).serial != serial);
}

TEST_CASE("no captions, or no film, is nothing to draw") {
    CaptionPainter captions = painter();
    painted(captions, {"Hello"});
    CHECK(captions.paint({}, film, 0, {}).empty());
    CHECK(captions.paint({""}, film, 0, {}).empty());
    CHECK(captions.paint({"  "}, film, 0, {}).empty());
    CHECK(captions.paint({"Hello"}, RectPx{}, 0, {}).empty());
}

TEST_CASE("broken text is drawn as far as it is text") {
    CaptionPainter captions = painter();
    painted(captions, {"caf\xE9 \xFF\xFE"});
    painted(captions, {std::string("nul\0in it", 9)});
    painted(captions, {std::string(20000, '{')});
}
