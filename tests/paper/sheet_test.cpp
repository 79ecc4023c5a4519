#include "player/paper/sheet.h"

#include <doctest/doctest.h>

#include "tests/paper/made_up_sheets.h"

using namespace paper;
using namespace paper_test;

namespace {

Block named(Block block, const char* id, int spare = 0) {
    block.id = id;
    block.spare = spare;
    return block;
}

}  // namespace

TEST_CASE("what is left out takes the heading of an empty part along, and numbers close up") {
    Sheet sheet;
    sheet.blocks = {heading("Kept"),
                    named(paragraph("one"), "a"),
                    paragraph("about one"),
                    heading("Questions"),
                    named(numbered(1, "first"), "q1"),
                    named(numbered(2, "second"), "q2"),
                    named(numbered(3, "third"), "q3"),
                    heading("Always"),
                    lines("", 2, 2)};
    const Sheet left = without(sheet, {"a", "q2", "nobody"});
    CHECK(words_of(left) == "Questions 1. first 2. third Always");
    CHECK(without(sheet, {}) == sheet);
    CHECK(words_of(without(sheet, {"a", "q1", "q2", "q3"})) == "Always");
}

TEST_CASE("the highest number is spared first, and of equals the last") {
    Sheet sheet;
    sheet.blocks = {named(paragraph("a"), "", 1), named(paragraph("b"), "", 3),
                    named(paragraph("c"), "", 3), paragraph("d")};
    CHECK(next_to_spare(sheet) == 2);
    sheet.blocks.erase(sheet.blocks.begin() + 2);
    CHECK(next_to_spare(sheet) == 1);
    sheet.blocks = {paragraph("d")};
    CHECK(next_to_spare(sheet) == 1);
}

TEST_CASE("words keep their line ends where a block may have them, and nothing else") {
    CHECK(clean("a\nb\tc\r\n") == "a b c ");
    CHECK(clean_lines("a\nb\tc") == "a\nb c");
    CHECK(clean("caf\xe9").find('\xe9') == std::string::npos);
    CHECK(heading("a\nb").runs[0].text == "a b");
}
