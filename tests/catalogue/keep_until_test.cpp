#include "catalogue/keep_until.h"

#include <doctest/doctest.h>

#include <array>

using namespace catalogue;
using namespace std::chrono;

TEST_CASE("what is begun is kept to the end of its school year, and never for less than a month") {
    struct Row {
        Date begun;
        KeepDay ends;
        Date until;
    };
    const std::array rows{
        Row{2026y / September / 1, KeepDay::LastOfAugust, 2027y / August / 31},
        Row{2026y / November / 29, KeepDay::LastOfAugust, 2027y / August / 31},
        Row{2027y / January / 1, KeepDay::LastOfAugust, 2027y / August / 31},
        Row{2027y / July / 31, KeepDay::LastOfAugust, 2027y / August / 31},
        // In the last weeks of the holidays: for the year that comes.
        Row{2027y / August / 1, KeepDay::LastOfAugust, 2028y / August / 31},
        Row{2027y / August / 31, KeepDay::LastOfAugust, 2028y / August / 31},
        Row{2027y / May / 30, KeepDay::LastOfJune, 2027y / June / 30},
        Row{2027y / May / 31, KeepDay::LastOfJune, 2028y / June / 30},
        Row{2027y / June / 30, KeepDay::LastOfJuly, 2027y / July / 31},
        Row{2026y / December / 15, KeepDay::LastOfDecember, 2027y / December / 31},
        Row{2028y / February / 29, KeepDay::LastOfDecember, 2028y / December / 31},
    };
    for (const Row& row : rows) {
        CAPTURE(date_text(row.begun));
        CHECK(date_text(kept_until(row.begun, row.ends)) == date_text(row.until));
    }
}

TEST_CASE("a date is written in one way only") {
    CHECK(date_text(2027y / August / 31) == "2027-08-31");
    CHECK(date_from("2027-08-31") == Date{2027y / August / 31});
    for (const char* text :
         {"", "2027-8-31", "2027-08-32", "2027-02-29", "2027/08/31", "31-08-2027", "2027-08-31 ",
          "-027-08-31", "2027-+8-31", "0000000000"}) {
        CAPTURE(text);
        CHECK_FALSE(date_from(text));
    }
}

TEST_CASE("a mark says until when something is kept, or nothing") {
    const Date until{2027y / August / 31};
    CHECK(read_keep_mark(keep_mark_text(until), "mark.yaml") == until);
    for (const char* text : {"", "keep_until", "keep_until: [1]", "keep_until: \"2027-13-01\"",
                             "format: 1\n", "{{{", "- keep_until: \"2027-08-31\""}) {
        CAPTURE(text);
        CHECK_FALSE(read_keep_mark(text, "mark.yaml"));
    }
}
