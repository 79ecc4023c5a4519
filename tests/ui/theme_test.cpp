#include "player/ui/theme.h"

#include <doctest/doctest.h>
#include <set>
#include <string>
#include <tuple>

namespace {

TEST_CASE("contrast is counted as WCAG counts it") {
    CHECK(ui::contrast(ui::rgb(0x000000), ui::rgb(0xFFFFFF)) == doctest::Approx(21));
    CHECK(ui::contrast(ui::rgb(0xFFFFFF), ui::rgb(0xFFFFFF)) == doctest::Approx(1));
    // The lightest grey that text on white may have.
    CHECK(ui::contrast(ui::rgb(0x767676), ui::rgb(0xFFFFFF)) ==
          doctest::Approx(4.54).epsilon(0.01));
    CHECK(ui::contrast(ui::rgb(0x777777), ui::rgb(0xFFFFFF)) < 4.5);
}

TEST_CASE("every pair of colours that meets on a dark screen keeps its distance") {
    const ui::ColourPairs all = ui::pairs_of(ui::dark_palette());
    REQUIRE(all.count > 50);
    for (std::size_t i = 0; i < all.count; ++i) {
        const ui::ColourPair& pair = all.pairs[i];
        CAPTURE(pair.what);
        CAPTURE(i);
        CHECK(ui::contrast(pair.front, pair.back) >= pair.least);
    }
}

TEST_CASE("the themes of questions have colours of their own") {
    std::set<std::tuple<int, int, int>> seen;
    for (const ui::Colour colour : ui::dark_palette().themes) {
        seen.insert({colour.r, colour.g, colour.b});
    }
    CHECK(seen.size() == ui::theme_colours);
}

TEST_CASE("no letters of the base design are under 16 pixels, and they grow in order") {
    float before = 0;
    for (std::size_t i = 0; i < ui::type_count; ++i) {
        const float em = ui::style_of(static_cast<ui::Type>(i)).em;
        CHECK(em >= ui::smallest_text_px);
        CHECK(em >= before);
        before = em;
    }
    // On 1920x1080 a question of two lines is to be read from the back row.
    CHECK(ui::style_of(ui::Type::Title).em * 1080 / 720 >= 40);
}

}  // namespace
