#include "catalogue/yaml_tree.h"

#include <doctest/doctest.h>

#include "catalogue/module_files.h"

using catalogue::read_yaml;
using catalogue::YamlReading;

namespace {

std::string first_problem(const std::string& text) {
    const YamlReading reading = read_yaml(text, "m.yaml");
    return reading.problems.empty() ? "" : catalogue::to_text(reading.problems.front());
}

bool says(const std::string& text, const std::string& words) {
    const std::string problem = first_problem(text);
    CAPTURE(problem);
    return problem.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("a tree has the file's order, texts and places, counted from one") {
    const YamlReading reading = read_yaml("a: 1\nb:\n  - x\n  - \"y\"\nc: |\n  one\n  two\n", "m");
    REQUIRE(reading.root);
    CHECK(reading.problems.empty());
    REQUIRE(reading.root->entries.size() == 3);
    const catalogue::YamlNode& list = *reading.root->find("b");
    CHECK(list.items.at(0).text == "x");
    CHECK_FALSE(list.items.at(0).quoted);
    CHECK(list.items.at(1).quoted);
    CHECK(list.items.at(1).place.line == 4);
    CHECK(list.items.at(1).place.column == 5);
    CHECK(reading.root->find("c")->text == "one\ntwo\n");
    CHECK(reading.root->find("d") == nullptr);
}

TEST_CASE("a key that is there twice is named at its second place, and the first is kept") {
    const YamlReading reading = read_yaml("a: 1\nb: 2\na: {x: [3]}\n", "m.yaml");
    REQUIRE(reading.problems.size() == 1);
    CHECK(reading.problems[0].place.line == 3);
    CHECK(reading.root->find("a")->text == "1");
    REQUIRE(reading.root->entries.size() == 3);
    CHECK(reading.root->entries[2].repeated);
}

TEST_CASE("what YAML can do and a module must not is refused with its place") {
    CHECK(says("a: &x [1]\nb: *x\n", "m.yaml:1:4: '&' gives a name"));
    CHECK(says("a: &c [*c]\n", "'&' gives a name"));
    CHECK(says("a: 012\n", "m.yaml:1:4: '012' begins with 0"));
    CHECK(says("? [a, b]\n: c\n", "a key must be a single word"));
    CHECK(says("a: [1, 2\n", "this is not YAML"));
    CHECK(says("a: \"\xff\"\n", "m.yaml:1:5: this letter is not UTF-8"));
    CHECK(says(std::string(33, '[') + std::string(33, ']'), "more than 32 levels"));
    CHECK(says(std::string(100'000, '['), "more than 32 levels"));
    CHECK(says(std::string(catalogue::max_text_bytes + 1, ' '), "larger than 4 MiB"));
    CHECK(says("", "holds nothing"));
    std::string many = "[";
    for (std::size_t i = 0; i <= catalogue::max_yaml_nodes; ++i)
        many += "1,";
    CHECK(says(many + "]", "more than"));
}

TEST_CASE("what looks like it and is not is no problem") {
    CHECK(first_problem("a: \"012\"\n").empty());
    CHECK(first_problem("a: 0\nb: 0.5\n").empty());
    CHECK(first_problem("a: \"fish & chips *\"\n").empty());
    CHECK(first_problem(std::string(32, '[') + std::string(32, ']')).empty());
}

TEST_CASE("quoted text comes back as it was") {
    for (const std::string text : {"plain", "with \"quotes\" and \\", "two\nlines", "a: b # c",
                                   "\x01\x7f", "ŵ 😀", "", "- x", "012"}) {
        CAPTURE(text);
        const YamlReading reading = read_yaml("v: " + catalogue::yaml_quoted(text), "m");
        REQUIRE(reading.root);
        CHECK(reading.problems.empty());
        CHECK(reading.root->find("v")->text == text);
    }
}

TEST_CASE("columns count letters, not bytes, also in long lines and after a byte order mark") {
    const YamlReading reading =
        read_yaml("\xEF\xBB\xBF\u00E9: {\u20AC: \U0001F600, b: 012}\r\nc:\r\n", "m.yaml");
    REQUIRE(reading.root);
    REQUIRE(reading.problems.size() == 1);
    CHECK(reading.problems[0].place == catalogue::Place{"m.yaml", 1, 14});
    CHECK(reading.root->find("\u00E9")->find("b")->text == "012");
    const catalogue::YamlNode* c = reading.root->find("c");
    REQUIRE(c);
    CHECK(c->kind == catalogue::YamlNode::Kind::Null);
    CHECK(c->place == catalogue::Place{"m.yaml", 2, 1});

    std::string line = "[";
    for (int i = 0; i < 50'000; ++i) {
        line += "\u00E9,";
    }
    const YamlReading long_line = read_yaml(line + "012]\n", "m.yaml");
    REQUIRE(long_line.problems.size() == 1);
    CHECK(long_line.problems[0].place.column == 100'002);
}

TEST_CASE("what stands in for a refused value is passed over, not taken for nothing") {
    const YamlReading reading = read_yaml("a: &x 1\nb: *x\nc: [*x]\n*x : d\n", "m.yaml");
    REQUIRE(reading.root);
    CHECK(reading.root->find("a")->text == "1");
    CHECK(reading.root->find("b")->kind == catalogue::YamlNode::Kind::Refused);
    CHECK(reading.root->find("c")->items.at(0).kind == catalogue::YamlNode::Kind::Refused);
    CHECK(reading.problems.size() == 4);
}

TEST_CASE("a file that only looks like text is refused with a word on what it is") {
    CHECK(says(std::string("\xFF\xFE"
                           "a\0",
                           4),
               "saved as UTF-16"));
    CHECK(says("a: 1\n---\nb: 2\n", "m.yaml:2:1: a second document"));
    CHECK(says("a: 1\n...\nb: 2\n", "m.yaml:3:1: a second document"));
    CHECK(says("a: !!int 1\n", "m.yaml:1:4: 'tag:yaml.org,2002:int' gives a type"));
    CHECK(says("a: \x04 b\n", "m.yaml:1:4: there is a control character"));
    CHECK(says(std::string(catalogue::max_yaml_lines, '\n'), "more than 100000 lines"));
    CHECK(says("a: " + std::string(catalogue::max_yaml_line_bytes, 'b'), "longer than"));
    CHECK(says("\ta: 1\n", "blanks, not with tabs"));
    CHECK(says("a: \"b", "quotation mark"));
    CHECK(says("a: \"b\\\"\nc: 1\n", "m.yaml:1:4: the quotation mark"));
    CHECK(first_problem("a: \"\"\nb: \"it\\\"s\\\\\"\nc: |\n  \"open\n").empty());
    CHECK(says("b: 'it''s'\na: 'it''s''\nc: 1\n", "m.yaml:2:4: the quotation mark"));
    CHECK(says("a: '\n", "m.yaml:1:4: the quotation mark"));
    CHECK(first_problem("a: ''\nb: 'it''s'\nc: ''''\nd: 'e'").empty());
}

// Each of these once made a reader of YAML slow, deep or endless. Every one is read or refused in a
// fraction of a second; a reader that were not bounded would never get through them.
TEST_CASE("a hundred kilobytes of anything come to an end") {
    for (const std::string unit :
         {"[",     "{",         "- ",   "? ",        ": ",          "a: ",        "[a,",   "{a: ",
          "a",     "\"",        "'",    "\"a\" ",    "''",          "\n",         " ",     "\t",
          "#",     "|\n",       "&a ",  "!a ",       "*a ",         "---\n",      "...\n", "a: b\n",
          "- a\n", "a,",        "]",    "\\",        "a\n",         "a:\n",       "[]",    "[],",
          "{}: ",  "- |\n a\n", "\r",   "\x04",      "%YAML 1.2\n", "%TAG ! a\n", "a #",   "!<",
          "? a\n", "\xC3\xA9",  "\xFF", "- - - a\n", "&a [*a, ",    "{? ",        ">\n\n"}) {
        CAPTURE(unit);
        std::string text;
        while (text.size() < 100'000) {
            text += unit;
        }
        for (const std::string start : {"", "a: [", "a: \""}) {
            const YamlReading reading = read_yaml(start + text, "m.yaml");
            CHECK(reading.problems.size() <= 101);
            CHECK((reading.root || !reading.problems.empty()));
        }
    }
}
