#include "catalogue/text.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <vector>

using namespace catalogue;

TEST_CASE("the first byte that is not UTF-8 is found") {
    struct Row {
        std::string text;
        std::optional<std::size_t> at;
    };
    const std::vector<Row> rows = {
        {"", std::nullopt},
        {"plain", std::nullopt},
        {"caf\u00E9 \u20AC \U0001F600", std::nullopt},
        {std::string("a\0b", 3), std::nullopt},
        {"caf\xE9", 3},
        {"ab\x80", 2},
        {"a\xC0\xAF", 1},          // overlong '/'
        {"a\xE0\x80\xAF", 1},      // overlong '/'
        {"a\xF0\x80\x80\xAF", 1},  // overlong '/'
        {"\xED\xA0\x80", 0},       // surrogate
        {"\xF4\x90\x80\x80", 0},   // above U+10FFFF
        {"\xF5\x80\x80\x80", 0},
        {"\xFF\xFE", 0},
        {"ab\xE2\x82", 2},  // cut off
    };
    for (const Row& row : rows) {
        CAPTURE(row.text.size());
        CHECK(find_invalid_utf8(row.text) == row.at);
    }
}

TEST_CASE("text quoted in a message is short and can be shown anywhere") {
    CHECK(in_quotes("w1") == "'w1'");
    CHECK(in_quotes("a\nb\tc") == "'a b c'");
    CHECK(in_quotes("\x1b[2J") == "'\uFFFD[2J'");
    CHECK(in_quotes("\xC2\x9B"
                    "x") == "'\uFFFDx'");
    CHECK(in_quotes("caf\xE9") == "'caf\uFFFD'");
    CHECK(in_quotes(std::string(1000, 'x')) == "'" + std::string(60, 'x') + "...'");
    CHECK_FALSE(find_invalid_utf8(in_quotes("\xFF\xC3\x28\xF0\x9F")));
}

TEST_CASE("ISO 8859-1 becomes UTF-8, with Windows' quotes") {
    CHECK(utf8_from_latin1("caf\xE9 \x93hi\x94 \x80") == "caf\u00E9 \u201Chi\u201D \u20AC");
}

TEST_CASE("the distance of two words counts letters, and swapped neighbours once") {
    struct Row {
        std::string one, other;
        std::size_t distance;
    };
    const std::vector<Row> rows = {
        {"", "", 0},
        {"film", "film", 0},
        {"Film", "film", 0},
        {"flim", "film", 1},
        {"films", "film", 1},
        {"answer", "answers", 1},
        {"cpations", "captions", 1},
        {"abc", "", 3},
        {"", "abcde", 4},
        {"kitten", "sitting", 3},
        {"abcdefgh", "hgfedcba", 4},
    };
    for (const Row& row : rows) {
        CAPTURE(row.one);
        CAPTURE(row.other);
        CHECK(edit_distance(row.one, row.other, 3) == row.distance);
        CHECK(edit_distance(row.other, row.one, 3) == row.distance);
    }
}

TEST_CASE("a guess is made only when one candidate is nearer than the others") {
    const std::vector<std::string> keys = {"film", "facts", "answers", "captions",
                                           "w1",   "w2",    "l1"};
    CHECK(nearest("answer", keys) == "answers");
    CHECK(nearest("captoins", keys) == "captions");
    CHECK(nearest("flim", keys) == "film");
    CHECK(nearest("l2", keys) == std::nullopt);  // w2 and l1 are as near
    CHECK(nearest("zebra", keys) == std::nullopt);
    CHECK(nearest("", keys) == std::nullopt);
    CHECK(nearest(std::string(100'000, 'x'), keys) == std::nullopt);
    CHECK(nearest("x", std::vector<std::string>{"y"}) == std::nullopt);
}
