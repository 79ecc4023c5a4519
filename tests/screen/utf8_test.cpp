#include "player/screen/utf8.h"

#include <doctest/doctest.h>

TEST_CASE("text stays as it is where it is valid, and is marked where it is not") {
    struct Row {
        std::string text;
        std::string clean;
    };
    const std::string mark = "\xEF\xBF\xBD";
    const Row rows[] = {
        {"", ""},
        {"plain", "plain"},
        {"caf\u00E9 \u0645\u0631\u062D\u0628\u0627 \U0001F600",
         "caf\u00E9 \u0645\u0631\u062D\u0628\u0627 \U0001F600"},
        {"\x80", mark},
        {"a\xC3", "a" + mark},                            // cut off
        {"\xC0\xAF", mark + mark},                        // overlong
        {"\xE0\x80\xAF", mark + mark + mark},             // overlong
        {"\xED\xA0\x80", mark + mark + mark},             // a surrogate
        {"\xF4\x90\x80\x80", mark + mark + mark + mark},  // beyond the last character
        {"\xFFz", mark + "z"},
        {"\xE2\x82z", mark + mark + "z"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(screen::clean_utf8(row.text) == row.clean);
    }
}
