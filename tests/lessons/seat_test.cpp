#include "lessons/seat.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

using namespace lessons;

TEST_CASE("a seat is a number in a row, however it is written") {
    struct Row {
        const char* said;
        const char* row;
        std::optional<int> number;
    };
    for (const Row& row : std::array<Row, 13>{{
             {"7", "", 7},
             {" 07 ", "", 7},
             {"window 3", "window", 3},
             {"Window-3", "window", 3},
             {"3, window", "window", 3},
             {"A12", "a", 12},
             {"12b", "b", 12},
             {"Row 2, seat 4", "row2seat", 4},
             {"2/4", "2", 4},
             {"by the door", "bythedoor", std::nullopt},
             {"Ffenestr \u0175 3", "ffenestr\u0175", 3},
             {"99999999999999999999", "99999999999999999999", std::nullopt},
             {"-5", "", 5},
         }}) {
        CAPTURE(row.said);
        const std::optional<Seat> seat = seat_from(row.said);
        REQUIRE(seat);
        CHECK(seat->row == row.row);
        CHECK(seat->number == row.number);
    }
    for (const char* nothing : {"", " ", "?", "- , -"}) {
        CAPTURE(nothing);
        CHECK_FALSE(seat_from(nothing));
    }
}

TEST_CASE("beside each other are the next numbers of one row, and those who say the same") {
    const auto beside = [](const char* one, const char* other) {
        const bool there = are_beside(*seat_from(one), *seat_from(other));
        CHECK(are_beside(*seat_from(other), *seat_from(one)) == there);
        return there;
    };
    CHECK(beside("window 3", "Window 4"));
    CHECK(beside("3", "3"));
    CHECK(beside("by the door", "By the door"));
    CHECK_FALSE(beside("window 3", "window 5"));
    CHECK_FALSE(beside("window 3", "door 4"));
    CHECK_FALSE(beside("window", "window 1"));
    CHECK_FALSE(beside("2/4", "24"));
    CHECK_FALSE(beside("2147483647", "-2147483648"));
}
