#include "catalogue/search_index.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace catalogue;

namespace {

SearchIndex index_of(const std::vector<std::string>& texts) {
    Result<SearchIndex> opened = SearchIndex::open();
    REQUIRE(opened.has_value());
    SearchIndex index = *std::move(opened);
    index.begin();
    for (const std::string& text : texts)
        index.add(text);
    index.end();
    return index;
}

std::vector<std::size_t> numbers(const std::vector<Match>& matches) {
    std::vector<std::size_t> all;
    for (const Match& match : matches)
        all.push_back(match.text);
    return all;
}

// What is meant, with the rest left out: "cold|tea".
std::string meant(const SearchIndex& index, const std::string& typed, std::size_t number) {
    std::string all;
    for (const Stretch& stretch : index.meant_by(typed, number)) {
        all += all.empty() ? "" : "|";
        all += index.text(number).substr(stretch.from, stretch.to - stretch.from);
    }
    return all;
}

}  // namespace

TEST_CASE("texts are found by words, by their beginnings, and without capitals or accents") {
    const SearchIndex index =
        index_of({"Big dark room, thirty of us, cold tea.", "Si\u00E2n went to the caf\u00E9.",
                  "TEACHING is what I do", "Nothing of the kind", "I don\u2019t know"});
    struct Row {
        const char* typed;
        std::vector<std::size_t> found;
    };
    for (const Row& row : std::vector<Row>{{"tea", {0, 2}},
                                           {"TEA", {0, 2}},
                                           {"teac", {2}},
                                           {"sian", {1}},
                                           {"SI\u00C2N caf\u00E9", {1}},
                                           {"cafe", {1}},
                                           {"room cold", {0}},
                                           {"cold room", {0}},
                                           {"room caf", {}},
                                           {"don't", {4}},
                                           {"don't kn", {4}},
                                           {"of", {0, 3}},
                                           {"", {}},
                                           {"  ,. ", {}},
                                           {"zebra", {}}}) {
        CAPTURE(std::string(row.typed));
        CHECK(numbers(index.find(row.typed)) == row.found);
    }
}

TEST_CASE("as typed comes before all words, and that before beginnings") {
    const SearchIndex index = index_of({"the schools of art", "articles on schooling",
                                        "art is what school was for", "she went to art school"});
    const std::vector<Match> found = index.find("art school");
    REQUIRE(found.size() == 4);
    CHECK(found[0] == Match{3, Likeness::AsTyped});
    CHECK(found[1] == Match{2, Likeness::WholeWords});
    CHECK(found[2] == Match{0, Likeness::Beginnings});
    CHECK(found[3] == Match{1, Likeness::Beginnings});
    // One word that stands there is as typed; one that goes on is not.
    CHECK(index.find("art").front().likeness == Likeness::AsTyped);
    CHECK(index.find("art").back() == Match{1, Likeness::Beginnings});
}

TEST_CASE("between quotation marks the words stand one after the other") {
    const SearchIndex index = index_of({"cold tea", "tea, cold", "cold sweet tea"});
    CHECK(numbers(index.find("\"cold tea\"")) == std::vector<std::size_t>{0});
    CHECK(numbers(index.find("\u201Ccold tea")) == std::vector<std::size_t>{0});
    CHECK(numbers(index.find("cold tea")) == std::vector<std::size_t>{0, 1, 2});
}

TEST_CASE("what was meant is told word for word, neighbours together") {
    const SearchIndex index =
        index_of({"Cold tea, and a room; tea again", "Sa\u0308gen, S\u00E4gen"});
    CHECK(meant(index, "tea", 0) == "tea|tea");
    CHECK(meant(index, "cold tea", 0) == "Cold tea|tea");
    CHECK(meant(index, "ag", 0) == "again");
    CHECK(meant(index, "a tea", 0) == "tea|a|tea");  // of one letter the whole word is meant
    CHECK(meant(index, "sagen", 1) == "Sa\u0308gen, S\u00E4gen");
    CHECK(meant(index, "zebra", 0).empty());
}

TEST_CASE("whatever is typed is words, and no language of queries") {
    const SearchIndex index = index_of({"one AND two", "three NOT near OR four", "words : one"});
    for (const char* typed :
         {"\"",     "\"\"\"", "AND",       "OR OR",   "NOT",          "NEAR(one two)",
          "words:", "^one",   "-one",      "one*",    "* *",          "(",
          "one)",   "{a b}:", "one + two", "'; DROP", "\x01\xFF\xFE", "\xF0\x9F\x98\x80",
          "a\\b",   "%s%n"}) {
        CAPTURE(std::string(typed));
        for (const Match& match : index.find(typed))
            CHECK(match.text < 3);
    }
    CHECK(numbers(index.find("NEAR(one two)")).empty());
    CHECK(numbers(index.find("and")) == std::vector<std::size_t>{0});
    CHECK(numbers(index.find("not OR")) == std::vector<std::size_t>{1});
    CHECK(index.find(std::string(100'000, 'a')).empty());
    std::string many;
    for (int i = 0; i < 5000; ++i)
        many += "one ";
    CHECK_FALSE(index.find(many).empty());
}

TEST_CASE("texts can be added after others were found") {
    SearchIndex index = index_of({"one two"});
    CHECK(index.find("tw").size() == 1);
    index.begin();
    index.add("two three");
    CHECK(index.find("tw").size() == 2);
    index.end();
    CHECK(index.find("tw").size() == 2);
    CHECK(index.size() == 2);
    CHECK(index.text(1) == "two three");
}

TEST_CASE("words that are spelt alike are named, the likest first") {
    const SearchIndex index =
        index_of({"an apprenticeship", "uniform, uniforms", "a unicorn", "cat"});
    CHECK(index.spelt_like("aprenticeship", 3) == std::vector<std::string>{"apprenticeship"});
    CHECK(index.spelt_like("unifrom", 3).front() == "uniform");
    CHECK(index.spelt_like("cot", 3) == std::vector<std::string>{"cat"});
    CHECK(index.spelt_like("xx", 3).empty());
    CHECK(index.spelt_like("uniform", 1) == std::vector<std::string>{"uniforms"});
    CHECK(index.spelt_like("zzzzzzz", 3).empty());
}
