// The same words in HTML and Markdown, whatever they are.
#include <doctest/doctest.h>

#include <string_view>

#include "catalogue/markdown.h"
#include "player/paper/html.h"
#include "player/paper/markdown.h"
#include "tests/paper/made_up_sheets.h"
#include "tests/paper/printed.h"

using namespace paper;
using namespace paper_test;

namespace {

FittedSheet as_it_is(const Sheet& sheet) {
    FittedSheet fitted;
    fitted.sheet = sheet;
    for (const Block& block : sheet.blocks) {
        fitted.lines.push_back(block.most_lines);
    }
    return fitted;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
        text.replace(at, from.size(), to);
    }
}

// What a browser shows, but for the marks of lists, which it makes itself.
std::string words_of_html(const std::string& page) {
    std::string words;
    bool inside = false;
    for (std::size_t i = page.find("<body"); i < page.size(); ++i) {
        if (page[i] == '<') inside = true;
        if (!inside) words += page[i];
        if (page[i] == '>') inside = false;
    }
    replace_all(words, "&lt;", "<");
    replace_all(words, "&gt;", ">");
    replace_all(words, "&quot;", "\"");
    replace_all(words, "&amp;", "&");
    return without_blanks(words);
}

std::string words_of_markdown(const std::string& markdown) {
    std::string words;
    for (const catalogue::TextBlock& block : catalogue::read_markdown(markdown)) {
        words += block.text + " ";
    }
    return without_blanks(words);
}

// All words but the marks of lists.
std::string bare_words(Sheet sheet) {
    for (Block& block : sheet.blocks) {
        if (block.kind == Block::Kind::Bullet || block.kind == Block::Kind::Numbered) {
            block.kind = Block::Kind::Paragraph;
        }
    }
    return without_blanks(words_of(sheet) + " " + sheet.foot);
}

}  // namespace

TEST_CASE("every sheet has the same words as HTML and as Markdown") {
    for (const Named& named : every_sheet()) {
        CAPTURE(named.name);
        const FittedSheet fitted = as_it_is(named.sheet);
        CHECK(words_of_html(to_html(fitted)) == bare_words(named.sheet));
        CHECK(words_of_markdown(to_markdown(fitted)) == bare_words(named.sheet));
    }
}

TEST_CASE("nothing in a sheet is read as HTML or Markdown") {
    const char* rows[] = {"<script>alert(1)</script>",
                          "a & b &amp; c &lt;",
                          "*not* _so_ `code` **strong** ~~gone~~",
                          "[link](http://a) ![picture](b) <http://c>",
                          "# no heading",
                          "- no list",
                          "+ no list",
                          "1. no list",
                          "12) no list",
                          "> no quote",
                          "===",
                          "---",
                          "***",
                          "```",
                          "| no | table |",
                          "back\\slash\\",
                          "    no code",
                          "</style></body>",
                          "$x$ \\* \\\\",
                          "two\nlines\n\n- and more\n1. and more\n# and more"};
    for (const char* row : rows) {
        CAPTURE(row);
        Sheet sheet;
        sheet.kind = clean(row);
        sheet.title = clean(row);
        sheet.subtitle = clean(row);
        sheet.language = clean(row);
        sheet.foot = clean(row);
        sheet.blocks = {
            heading(row, row), paragraph(row),  care(row, row),   bullet(row),
            numbered(1, row),  quote(row, row), lines(row, 1, 1), paragraph(row, Weight::Strong)};
        const FittedSheet fitted = as_it_is(sheet);
        const std::string page = to_html(fitted);
        CHECK(words_of_html(page) == bare_words(sheet));
        CHECK_FALSE(has(page, "<script>"));
        CHECK(words_of_markdown(to_markdown(fitted)) == bare_words(sheet));
    }
}

TEST_CASE("a page of HTML asks for the sheet's letters") {
    Sheet sheet = every_block();
    CHECK_FALSE(has(to_html(as_it_is(sheet)), "Andika"));
    sheet.letters = Letters::Andika;
    CHECK(has(to_html(as_it_is(sheet)), "--letters: Andika, Inter"));
}

TEST_CASE("a page of HTML has headings, lists and quotes, and fetches nothing") {
    const std::string page = to_html(as_it_is(every_block()));
    for (const char* part : {"<html lang=\"en-GB\">", "<h1", "<h2", "<ul>", "<ol>", "<blockquote",
                             "<title>", "default-src 'none'", "size: A4"}) {
        CAPTURE(part);
        CHECK(has(page, part));
    }
    for (const char* never : {"http:", "https:", "src=", "url("}) {
        CHECK_FALSE(has(page, never));
    }
}
