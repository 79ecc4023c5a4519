// A PDF is judged as it is seen and as it is copied, not as it was meant.
#include "player/paper/pdf.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "tests/paper/made_up_sheets.h"
#include "tests/paper/printed.h"

using namespace paper;
using namespace paper_test;

namespace {

const std::filesystem::path fonts = CROSSCUT_ASSETS "/fonts";

std::string pdf_of(const Sheet& sheet) {
    const auto fitted = fit(sheet, fonts);
    REQUIRE(fitted);
    const auto pdf = to_pdf(*fitted, fonts);
    REQUIRE(pdf);
    return *pdf;
}

Sheet sheet_of(std::vector<Block> blocks, int most_pages = 0) {
    Sheet sheet;
    sheet.title = "Title";
    sheet.blocks = std::move(blocks);
    sheet.most_pages = most_pages;
    return sheet;
}

std::vector<Block> paragraphs(int count, int spare = 0) {
    std::vector<Block> blocks;
    for (int i = 0; i < count; ++i) {
        blocks.push_back(paragraph(fmt::format("Paragraph number {} of them.", i)));
        blocks.back().spare = spare;
    }
    return blocks;
}

void check_inside_margins(const Printed& seen) {
    // 17 mm are 48 points, and a letter may lean over by one.
    for (const PrintedPage& page : seen.pages) {
        CHECK(page.width_px == 596);
        CHECK(page.height_px == 842);
        const PrintedPage::Ink ink = page.ink();
        CHECK(ink.left >= 47);
        CHECK(ink.top >= 47);
        CHECK(ink.right <= 548);
        CHECK(ink.bottom <= 795);
    }
}

}  // namespace

TEST_CASE("every sheet says its words, keeps its margins and has the pages that it promises") {
    for (const Named& named : every_sheet()) {
        CAPTURE(named.name);
        const auto fitted = fit(named.sheet, fonts);
        REQUIRE(fitted);
        const Printed seen = printed(*to_pdf(*fitted, fonts));
        CHECK(seen.words ==
              without_blanks(words_of(fitted->sheet) + " " + fitted->sheet.foot +
                             (named.sheet.foot.empty() || seen.pages.size() < 2 ? "" : "1/2")));
        check_inside_margins(seen);
        if (named.sheet.most_pages > 0) {
            CHECK(seen.pages.size() == static_cast<std::size_t>(named.sheet.most_pages));
        }
        CHECK(seen.pages.front().share_of_ink() < 0.06);
    }
}

TEST_CASE("type becomes smaller before anything is left out, and that is said") {
    const auto some = fit(sheet_of(paragraphs(38, 1), 1), fonts);
    REQUIRE(some);
    CHECK(some->text_pt < largest_text_pt);
    CHECK(some->left_out == 0);
    CHECK(some->pages == 1);

    const auto many = fit(sheet_of(paragraphs(90, 1), 1), fonts);
    REQUIRE(many);
    CHECK(many->text_pt == smallest_text_pt);
    CHECK(many->pages == 1);
    CHECK(many->left_out == 90 - static_cast<int>(many->sheet.blocks.size()));
    CHECK(has(many->sheet.foot, fmt::format("{} lines are left out", many->left_out)));
    CHECK(printed(*to_pdf(*many, fonts)).pages.size() == 1);
}

TEST_CASE("what may not be spared stays, and takes another page") {
    const auto fitted = fit(sheet_of(paragraphs(90), 1), fonts);
    REQUIRE(fitted);
    CHECK(fitted->left_out == 0);
    CHECK(fitted->pages == 2);
    const Printed seen = printed(*to_pdf(*fitted, fonts));
    CHECK(seen.pages.size() == 2);
    CHECK(has(seen.words, "Paragraphnumber89ofthem."));
    CHECK(has(seen.words, "1/2"));
}

TEST_CASE("room that is left over becomes lines to write on, shared out evenly") {
    const auto fitted =
        fit(sheet_of({lines("", 1, 4), lines("", 1, 40), lines("", 1, 40)}, 1), fonts);
    REQUIRE(fitted);
    CHECK(fitted->lines[0] == 4);
    CHECK(fitted->lines[1] - fitted->lines[2] <= 1);
    CHECK(fitted->lines[1] >= 10);
    const Printed seen = printed(*to_pdf(*fitted, fonts));
    CHECK(seen.pages.size() == 1);
    CHECK(seen.pages[0].ink().bottom > 700);
}

TEST_CASE("lines to write on become fewer before words are left out") {
    std::vector<Block> blocks = paragraphs(40, 1);
    blocks.push_back(lines("", 10, 10));
    const auto fitted = fit(sheet_of(blocks, 1), fonts);
    REQUIRE(fitted);
    CHECK(fitted->left_out == 0);
    CHECK(fitted->lines.back() < 10);
    CHECK(fitted->lines.back() >= 1);
}

TEST_CASE("hostile words come out as words, inside the margins") {
    const std::string long_word(3000, 'W');
    struct Row {
        const char* name;
        std::string words;
    };
    const Row rows[] = {
        {"a very long word", long_word},
        {"markup", "<b>&amp;</b> <span size='900000'>*x* [y](z) \\n %s {0} \x01\x02\x1b[31m"},
        {"broken UTF-8", "caf\xe9 \xff\xfe \xf0\x9f"},
        {"control characters", std::string("a\0b\rc\td\x7f", 8)},
        {"many line ends", "a\n\n\n\nb"},
        {"nothing", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        Sheet sheet = every_block();
        sheet.title = clean(row.words);
        sheet.subtitle = clean(row.words);
        sheet.foot = clean(row.words).substr(0, 100);
        sheet.language = clean(row.words);
        sheet.blocks = {heading(row.words, row.words), paragraph(row.words),
                        care("!", row.words),          bullet(row.words),
                        numbered(99999, row.words),    quote(row.words, row.words),
                        lines(row.words, 1, 1)};
        const Printed seen = printed(pdf_of(sheet));
        check_inside_margins(seen);
        CHECK(has(seen.words, "99999."));
    }
}

TEST_CASE("what is written from the right is set from the right") {
    const Sheet sheet = sheet_of({bullet("\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd"),
                                  quote("\u0645\u0631\u062d\u0628\u0627", "")});
    const Printed seen = printed(pdf_of(sheet));
    check_inside_margins(seen);
    const PrintedPage& page = seen.pages[0];
    bool ink_at_right = false;
    for (int y = 100; y < 300; ++y) {
        for (int x = 500; x < 548; ++x) {
            ink_at_right |= page.grey[static_cast<std::size_t>(y * page.width_px + x)] < 128;
        }
    }
    CHECK(ink_at_right);
}

TEST_CASE("a PDF says what its parts are, its title and its language, and nothing of its maker") {
    const std::string pdf = pdf_of(every_block());
    for (const char* part :
         {"/S /H1", "/S /H2", "/S /P", "/S /L", "/S /LI", "/S /Lbl", "/S /LBody", "/S /BlockQuote",
          "/Lang (en-GB)", "/MarkInfo", "/DisplayDocTitle", "/Title (A title of its own)"}) {
        CAPTURE(part);
        CHECK(has(pdf, part));
    }
    CHECK_FALSE(has(pdf, "/Author"));
}

TEST_CASE("a language that is none is not written into a PDF") {
    Sheet sheet = every_block();
    sheet.language = "en) /OpenAction (x";
    const std::string pdf = pdf_of(sheet);
    CHECK_FALSE(has(pdf, "/OpenAction"));
    CHECK(has(pdf, "/MarkInfo"));
}

TEST_CASE("without the program's fonts nothing is printed") {
    const auto fitted = fit(every_block(), "/nowhere");
    REQUIRE_FALSE(fitted);
    CHECK(has(fitted.error().what, "font"));
}
