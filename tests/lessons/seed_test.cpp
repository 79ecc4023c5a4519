#include "lessons/mix.h"
#include "tests/lessons/made_up_grids.h"

using namespace lessons;
using namespace lessons_test;

TEST_CASE("a seed reads as it was written") {
    struct Row {
        Seed seed;
        std::string text;
    };
    for (const auto& [seed, text] : {Row{0, "0000-00"}, Row{7, "0000-07"}, Row{31, "0000-0Z"},
                                     Row{645648463, "K7QM-2F"}, Row{short_seeds - 1, "ZZZZ-ZZ"},
                                     Row{short_seeds, "1000-000"}, Row{0xFFFFFFFF, "3ZZZ-ZZZ"}}) {
        CAPTURE(text);
        CHECK(seed_text(seed) == text);
        CHECK(seed_from_text(text) == seed);
    }
    std::mt19937 chance(1);
    for (int i = 0; i < 10000; ++i) {
        const Seed seed = chance() >> (i % 32);
        REQUIRE(seed_from_text(seed_text(seed)) == seed);
    }
}

TEST_CASE("a seed typed by somebody in a hurry is understood") {
    for (const char* text : {"K7QM-2F", "k7qm-2f", "K7QM2F", " k7 qm 2f ", "k7-qm-2f",
                             "K7QM\u20132F", "K7QM_2F\n", "0K7QM2F"}) {
        CAPTURE(text);
        CHECK(seed_from_text(text) == Seed{645648463});
    }
    CHECK(seed_from_text("O") == Seed{0});
    CHECK(seed_from_text("i") == Seed{1});
    CHECK(seed_from_text("l") == Seed{1});
    CHECK(seed_from_text("7") == Seed{7});
}

TEST_CASE("what is no seed is refused") {
    for (const char* text : {"", " ", "-", "K7QM-2U", "K7QM-2F!", "4000-000", "ZZZZ-ZZZ",
                             "0000-0001", "\u00e9", "\xE2\x80", "\xE2", "K7QM/2F"}) {
        CAPTURE(text);
        CHECK_FALSE(seed_from_text(text).has_value());
    }
}

TEST_CASE("short seeds are followed by short ones, and none follows itself") {
    Seed seed = 3;
    std::mt19937 chance(2);
    for (int i = 0; i < 10000; ++i) {
        const Seed next = next_seed(seed);
        REQUIRE(next < short_seeds);
        REQUIRE(next != seed);
        seed = i % 100 == 0 ? static_cast<Seed>(chance()) & (short_seeds - 1) : next;
    }
    CHECK(next_seed(0) == 1013904223);
    CHECK(next_seed(short_seeds) == 1u * short_seeds * 1664525u + 1013904223u);
}

TEST_CASE("lots are the same on every machine") {
    // Worked out by the JavaScript of docs/mix.md.
    CHECK(lot(0, 0, 0) == 1680814304);
    CHECK(lot(7, 3, 12) == 1252435180);
    CHECK(lot(0xFFFFFFFF, 0xFFFFFFFF, 19) == 3090521134);
}

TEST_CASE("over many seeds everybody opens about equally often") {
    // Two people have nothing to play, others have more answers than others.
    std::vector<std::string> rows(22, "xxxxx");
    rows[3] = "ddddd";
    rows[10] = "..h..";
    for (std::size_t row = 12; row < 22; ++row) {
        rows[row] = "....x";
    }
    const SharedGrid grid = grid_of_rows(rows);
    std::vector<int> openings(22, 0);
    constexpr int seeds = 10000;
    for (Seed seed = 0; seed < seeds; ++seed) {
        const Walk walk(grid, seed);
        ++openings[static_cast<std::size_t>(walk.cue().cell.person)];
    }
    CHECK(openings[3] == 0);
    CHECK(openings[10] == 0);
    double chi_square = 0;
    for (std::size_t person = 0; person < openings.size(); ++person) {
        if (person == 3 || person == 10) continue;
        const double expected = seeds / 20.0;
        chi_square += (openings[person] - expected) * (openings[person] - expected) / expected;
    }
    CHECK(chi_square < 43.8);  // 19 degrees of freedom: exceeded once in a thousand times
    CHECK(chi_square > 4.9);   // too even would be no chance either: once in two thousand times
}
