#include "player/ui/text.h"

#include <doctest/doctest.h>
#include <random>
#include <string>
#include <vector>

namespace {

bool is_clean(const std::string& text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        const std::uint32_t code_point = ui::next_code_point(text, at);
        std::string again;
        ui::append_utf8(again, code_point);
        if (again != text.substr(start, at - start)) return false;
        if (code_point < 0x20 && code_point != '\n') return false;
    }
    return true;
}

TEST_CASE("text from outside is valid UTF-8 afterwards, and what was valid stays") {
    struct Row {
        std::string from;
        std::string to;
    };
    const std::vector<Row> rows{
        {"", ""},
        {"Si\u00e2n Pr\u0177s \u2014 \u2018yes\u2019",
         "Si\u00e2n Pr\u0177s \u2014 \u2018yes\u2019"},
        {"\U0001F600", "\U0001F600"},
        {"a\tb\x01"
         "c",
         "a b c"},
        {"one\r\ntwo", "one\ntwo"},
        {"\x80", "\uFFFD"},
        {"ab\xFF", "ab\uFFFD"},
        {"\xC3", "\uFFFD"},
        {"\xC0\xAF", "\uFFFD\uFFFD"},                      // "/" in too many bytes
        {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},            // half of a pair
        {"\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD"},  // past the last code point
        {"\xE2\x82", "\uFFFD\uFFFD"},
        {std::string("a\0b", 3), "a b"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.from);
        CHECK(ui::clean_text(row.from) == row.to);
        CHECK(is_clean(ui::clean_text(row.from)));
    }
}

TEST_CASE("random bytes come out clean, and clean text is left as it is") {
    std::mt19937 random(7);
    for (int round = 0; round < 500; ++round) {
        std::string bytes;
        for (int i = 0; i < 40; ++i)
            bytes.push_back(static_cast<char>(random() & 0xFF));
        const std::string clean = ui::clean_text(bytes);
        CHECK(is_clean(clean));
        CHECK(ui::clean_text(clean) == clean);
        CHECK(ui::clean_line(bytes).find('\n') == std::string::npos);
    }
}

TEST_CASE("searching knows no accents and no capitals") {
    CHECK(ui::folded("Si\u00c2n PR\u0176S") == "sian prys");
    CHECK(ui::folded("\u0141\u00f3d\u017a \u0152 \u00d8re \u017dofie") == "lodz o ore zofie");
    CHECK(ui::folded("\u00d7 \u4e2d") == "\u00d7 \u4e2d");
    CHECK(ui::words_of("How come this? (2nd)") ==
          std::vector<std::string>{"How", "come", "this", "2nd"});
    CHECK(ui::words_of(" - ").empty());
}

TEST_CASE("initials are of the first and the last name") {
    CHECK(ui::initials("Moira Henderson") == "MH");
    CHECK(ui::initials("moira") == "M");
    CHECK(ui::initials("Ann van der Berg") == "AB");
    CHECK(ui::initials("") == "?");
    CHECK(ui::initials(" .. ") == "?");
    CHECK(ui::initials("\u0141ukasz \u0160imek") == "\u0141\u0160");
}

TEST_CASE("times are read as on a clock") {
    CHECK(ui::clock_text(0) == "0:00");
    CHECK(ui::clock_text(7.9) == "0:07");
    CHECK(ui::clock_text(60) == "1:00");
    CHECK(ui::clock_text(754) == "12:34");
    CHECK(ui::clock_text(3723) == "1:02:03");
    CHECK(ui::clock_text(-4) == "0:00");
    CHECK(ui::clock_text(1e18) == "99:59:59");
}

TEST_CASE("a path in a sentence loses its first folders, never its file") {
    std::string sentence = "It is in /home/ann/Documents/a plan.html";
    sentence = ui::with_shorter_path(sentence);
    CHECK(sentence == "It is in \u2026/ann/Documents/a plan.html");
    sentence = ui::with_shorter_path(sentence);
    sentence = ui::with_shorter_path(sentence);
    CHECK(sentence == "It is in \u2026/a plan.html");
    CHECK(ui::with_shorter_path(sentence) == sentence);
    for (const char* other : {"", "/", "Left and/or right", "No path at all", " /"})
        CHECK(ui::with_shorter_path(other) == other);
}

TEST_CASE("a number to call stays in one line") {
    CHECK(ui::numbers_together("Call 0800 1111 at 9 or so") == "Call 0800\u00A01111 at 9 or so");
    CHECK(ui::numbers_together(" 1 ") == " 1 ");
    CHECK(ui::numbers_together("") == "");
}

TEST_CASE("a text field gives back what it was given, also above U+FFFF") {
    for (const std::string text :
         {"/home/me/\U0001F3AC films/\U0001F600", "plain", "", "\u0177\u4e2d\U00010348"}) {
        const std::string held = ui::to_field_text(text);
        for (std::size_t at = 0; at < held.size();) {
            CHECK(ui::next_code_point(held, at) <= 0xFFFF);
        }
        CHECK(ui::from_field_text(held) == text);
    }
}

}  // namespace
