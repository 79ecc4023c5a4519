#include "player/app/sheets/sheet_preview.h"

#include <doctest/doctest.h>

namespace {

paper::Sheet two_lines_and_a_question() {
    paper::Sheet sheet;
    sheet.most_pages = 1;
    sheet.blocks = {paper::heading("What I kept"),
                    paper::quote("Up at four.", "Ann \u00b7 at 0:02"), paper::paragraph("Me too"),
                    paper::lines("", 2, 6)};
    sheet.blocks[1].id = "a/quote";
    sheet.blocks[2].id = "a/words";
    return sheet;
}

}  // namespace

TEST_CASE("a line that is not ticked and one without room are told apart") {
    const paper::Sheet all = two_lines_and_a_question();
    paper::FittedSheet fitted;
    fitted.sheet = paper::without(all, {"a/words", "a/quote"});
    fitted.pages = 1;
    fitted.left_out = 1;
    const ui::SheetView view = app::sheet_view_of(all, {"a/words"}, fitted);
    REQUIRE(view.lines.size() == 4);
    CHECK(view.lines[0].kind == ui::SheetLineView::Kind::Heading);
    CHECK(view.lines[1].source == "Ann \u00b7 at 0:02");
    CHECK(view.lines[1].on);
    CHECK_FALSE(view.lines[1].has_room);
    CHECK_FALSE(view.lines[2].on);
    CHECK(view.lines[2].has_room);
    CHECK(view.lines[3].kind == ui::SheetLineView::Kind::Note);
    CHECK(view.lines[3].words == "Lines to write on");
    CHECK(view.fitting == "1 line does not fit on the page.");
}

TEST_CASE("a line of any length is shown cut between two characters") {
    paper::Sheet all = two_lines_and_a_question();
    for (const std::size_t at : {698U, 699U, 700U, 701U}) {
        CAPTURE(at);
        std::string words(at, 'x');
        for (int i = 0; i < 100; ++i)
            words += "\u00e9";
        all.blocks[2].runs = {{words}};
        const ui::SheetView view = app::sheet_view_of(all, {}, {all, {}, 11, 2, 0});
        CHECK(view.lines[2].words.size() < 720);
        CHECK(view.lines[2].words.ends_with(" \u2026"));
        CHECK(view.lines[2].words.find("\xC3 ") == std::string::npos);
        CHECK(view.fitting == "It takes 2 pages: take out a line or two.");
    }
}
