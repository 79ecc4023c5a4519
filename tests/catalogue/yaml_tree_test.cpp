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
