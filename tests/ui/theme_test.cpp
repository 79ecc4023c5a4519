#include "player/ui/theme.h"

#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
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

TEST_CASE("every pair of colours that meets on a screen keeps its distance, in every theme") {
    for (const auto& [theme, name] : catalogue::theme_names) {
        CAPTURE(name);
        const ui::ColourPairs all = ui::pairs_of(ui::palette_of(theme));
        REQUIRE(all.count > 50);
        for (std::size_t i = 0; i < all.count; ++i) {
            const ui::ColourPair& pair = all.pairs[i];
            CAPTURE(pair.what);
            CAPTURE(i);
            CHECK(pair.least >= 3);
            CHECK(ui::contrast(pair.front, pair.back) >= pair.least);
        }
    }
}

TEST_CASE("high contrast means what it says: words keep 7:1, outlines 7:1") {
    const ui::Palette& p = ui::palette_of(catalogue::ThemeChoice::HighContrast);
    for (const ui::Colour ground : {p.backdrop, p.surface, p.raised, p.hover, p.pressed}) {
        for (const ui::Colour front : {p.text, p.quiet, p.faint, p.accent, p.edge, p.focus}) {
            CHECK(ui::contrast(front, ground) >= 7);
        }
    }
}

TEST_CASE("the themes of questions have colours of their own") {
    for (const auto& [theme, name] : catalogue::theme_names) {
        CAPTURE(name);
        std::set<std::tuple<int, int, int>> seen;
        for (const ui::Colour colour : ui::palette_of(theme).themes) {
            seen.insert({colour.r, colour.g, colour.b});
        }
        CHECK(seen.size() == ui::theme_colours);
    }
}

TEST_CASE("captions can be read over every picture that shows through") {
    constexpr double through = 0x33 / 255.0;
    for (const auto& [colours, name] : catalogue::caption_colours_names) {
        CAPTURE(name);
        const catalogue::CaptionInk ink = catalogue::ink_of(colours);
        const ui::Colour letters = ui::rgb(ink.letters);
        const ui::Colour ground = ui::rgb(ink.ground);
        for (const int picture : {0, 255}) {
            const auto mixed = [&](std::uint8_t channel) {
                return static_cast<std::uint8_t>(channel * (1 - through) + picture * through);
            };
            const ui::Colour seen{mixed(ground.r), mixed(ground.g), mixed(ground.b)};
            CHECK(ui::contrast(letters, seen) >= 7);
        }
    }
}

// What the design says in one place is not said again in another.
TEST_CASE("no colour is named outside the theme") {
    const std::regex named(
        R"(rgb\(\s*0x|Colour\s*\{\s*[0-9]|Colour\w*\s+\w+\s*=?\s*\{\s*[0-9]|IM_COL32\(\s*[0-9]|IM_COL32_(WHITE|BLACK))");
    const std::set<std::string> may{"theme.h", "theme.cpp"};
    int files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(CROSSCUT_UI_SOURCES)) {
        const std::string extension = entry.path().extension().string();
        if (extension != ".h" && extension != ".cpp") continue;
        ++files;
        std::ifstream stream(entry.path());
        const std::string text{std::istreambuf_iterator<char>(stream), {}};
        CAPTURE(entry.path().filename().string());
        CHECK(std::regex_search(text, named) == may.contains(entry.path().filename().string()));
    }
    CHECK(files > 30);
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
