#include "catalogue/exchange/html_text.h"

#include <doctest/doctest.h>
#include <fmt/ranges.h>

#include <string>

using namespace catalogue;

TEST_CASE("HTML of unknown origin becomes paragraphs without a tag") {
    struct Row {
        std::string html;
        std::string words;  // paragraphs, divided by '|'
    };
    const Row rows[] = {
        {"", ""},
        {"  plain \n words ", "plain words"},
        {"<p>One.</p><p>Two.</p>", "One.|Two."},
        {"One<br>Two<BR/>Three", "One|Two|Three"},
        {"<ul><li>a</li><li>b</li></ul>", "a|b"},
        {"caf&eacute; &amp; &#8217;s &bogus; R&D", "café & ’s &bogus; R&D"},
        {"a&nbsp;b", "a b"},
        {"1 < 2 and 3 > 2", "1 < 2 and 3 > 2"},
        {"a<!-- <p>no</p> -->b", "ab"},
        {"<script>alert('<p>no')</script>yes<STYLE>p{}</Style>", "yes"},
        {"<script>never closed", ""},
        {"<a href=\"https://example.org/x?a=1&amp;b=2\">the college</a>.",
         "the college (https://example.org/x?a=1&b=2)."},
        {"<a title='>' href='http://example.org'>here</a>", "here (http://example.org)"},
        {"<a href=http://example.org>http://example.org</a>", "http://example.org"},
        {"see<a href='https://example.org'></a>", "see https://example.org"},
        {"<a href='javascript:alert(1)'>here</a>", "here"},
        {"<a href=' JaVaScRiPt:alert(1)'>here</a>", "here"},
        {"<a href='file:///etc/passwd'>here</a>", "here"},
        {"<a href='https://example.org'>never closed", "never closed (https://example.org)"},
        {"<p onclick='x'", ""},
        {"&lt;b&gt;", "<b>"},
        {"\x01 a\x1b[31m", "\uFFFD a\uFFFD[31m"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.html);
        CHECK(fmt::format("{}", fmt::join(html_paragraphs(row.html), "|")) == row.words);
    }
}

TEST_CASE("a long text of brackets is read in one go") {
    CHECK(html_paragraphs(std::string(1'000'000, '<')).size() == 1);
    std::string tags;
    for (int i = 0; i < 100'000; ++i)
        tags += "<a href='https://e.org'>";
    CHECK(html_paragraphs(tags).size() <= 1);
}
