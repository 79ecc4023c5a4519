// What a notebook's document has taken in.
#include "catalogue/notebook_lineage.h"

#include <doctest/doctest.h>

#include <string>

#include "catalogue/notebook.h"

using namespace catalogue;

namespace {

Notebook notebook() {
    Notebook made;
    made.module = {"m"};
    Note note;
    note.id = {"a"};
    note.text = "lineage:\n  \"A7F30C11\": 12\n# end 3 abc";
    made.notes = {note};
    return made;
}

}  // namespace

TEST_CASE("a lineage is read as it was written, and the notebook is the same with it") {
    const std::string words = to_text(notebook());
    const Lineage lineage = {{"0000000B", 1}, {"A7F30C11", 18446744073709551615U}};
    const std::string text = with_lineage(words, lineage);
    CHECK(lineage_in(words).empty());
    CHECK(lineage_in(text) == lineage);
    CHECK(without_lineage(text) == words);
    CHECK(with_lineage(text, lineage) == text);
    const auto read = read_notebook(text, "n");
    REQUIRE(read);
    CHECK(*read == notebook());
}

TEST_CASE("what is no lineage, or in a damaged text, is none") {
    const std::string body = body_text(notebook());
    for (const char* lines :
         {"", "lineage:\n", "lineage:\n  \"A7F30C11\": 0\n", "lineage:\n  \"A7F30C11\": -1\n",
          "lineage:\n  \"A7F30C1\": 1\n", "lineage:\n  \"a7f30c11\": 1\n",
          "lineage:\n  \"A7F30C11\": 18446744073709551616\n", "lineage:\n  \"A7F30C11\": 1 \n",
          "lineage:\n  \"A7F30C11\": 1\n\n", "lineage:\n  \"A7F30C11\":", "lineage:\n  \"",
          "lineage: 1\n"}) {
        CAPTURE(lines);
        CHECK(lineage_in(with_end_mark(body + lines)).empty());
    }
    const std::string text = with_lineage(to_text(notebook()), {{"A7F30C11", 12}});
    for (std::size_t size = 0; size < text.size(); ++size)
        CHECK(lineage_in(text.substr(0, size)).empty());
}

TEST_CASE("to hold all of another is a partial order, and what is joined holds both") {
    const Lineage one = {{"0000000A", 2}, {"0000000B", 1}};
    const Lineage two = {{"0000000A", 1}, {"0000000C", 1}};
    CHECK(holds_all_of(one, {}));
    CHECK(holds_all_of(one, one));
    CHECK_FALSE(holds_all_of({}, one));
    CHECK_FALSE(holds_all_of(one, two));
    CHECK_FALSE(holds_all_of(two, one));
    const Lineage both = joined(one, two);
    CHECK(both == Lineage{{"0000000A", 2}, {"0000000B", 1}, {"0000000C", 1}});
    CHECK(holds_all_of(both, one));
    CHECK(holds_all_of(both, two));
    CHECK(joined(two, one) == both);
}

TEST_CASE("as many writers as there may be are within the bound, and one more is no lineage") {
    Lineage lineage;
    for (std::size_t i = 0; i < most_writers; ++i)
        lineage.emplace(std::to_string(10'000'000 + i), 18446744073709551615U);
    const std::string words = to_text(notebook());
    std::string text = with_lineage(words, lineage);
    CHECK(lineage_in(text) == lineage);
    CHECK(text.size() - words.size() <= most_lineage_bytes);
    lineage.emplace("FFFFFFFF", 1);
    CHECK(lineage_in(with_lineage(words, lineage)).empty());
}
