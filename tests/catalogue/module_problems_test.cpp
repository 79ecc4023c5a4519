// What is wrong with a module is said with its place, and the rest of it still opens.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "catalogue/module_reader.h"
#include "tests/catalogue/broken_modules.h"
#include "tests/catalogue/made_module.h"
#include "tests/catalogue/problem_texts.h"
#include "tests/catalogue/temporary_folder.h"

using namespace catalogue;

TEST_CASE("what is wrong with module.yaml is said, and the module opens") {
    check_rows({
        {"module.yaml", "title: A cross-section\n", "title: A\ntitle: B\n",
         "module.yaml:6:1: 'title' is here for a second time; the first is in line 5 (keep only "
         "one "
         "of them)\n"},
        {"module.yaml", "version: \"1.0\"", "version: 012",
         "module.yaml:4:10: '012' begins with 0: some programs read it as another number (write "
         "\"012\" in quotes if the 0 belongs to it, or leave the 0 out)\n"},
        {"module.yaml", "licence: CC-BY-4.0\n", "",
         "module.yaml:2:1: module.yaml has no 'licence' (add 'licence: ...')\n"},
        {"module.yaml", "title: A cross-section\n", "title:\n",
         "module.yaml:5:1: module.yaml has no 'title' (add 'title: ...')\n"},
        {"module.yaml", "format: 1\n", "",
         "module.yaml:2:1: module.yaml has no 'format' (add 'format: ...')\n"},
        {"module.yaml", "licence:", "lisence:",
         "module.yaml:2:1: module.yaml has no 'licence' (add 'licence: ...')\n"
         "module.yaml:7:1: unknown key 'lisence' in module.yaml (did you mean 'licence'?)\n"},
        {"module.yaml", "language: en-GB", "language: British English",
         "module.yaml:6:11: 'British English' is not a language (write it as in 'en-GB' or "
         "'cy')\n"},
        {"module.yaml", "id: a-cross-section", "id: A cross/section",
         "module.yaml:3:5: 'A cross/section' cannot be an id (ids have a-z, 0-9 and '-', at most "
         "64 of them: write 'a-cross-section', here and where it is named)\n"},
        {"module.yaml", "credits: {funder: A trust, nominated_by: A school, date: \"2026-11\"}",
         "credits: A trust",
         "module.yaml:13:10: 'credits' must be keys with values, not text (write keys with values: "
         "'key: value', one in each line, or {key: value})\n"},
        {"module.yaml", "title: A cross-section", "title: [A, B]",
         "module.yaml:5:8: 'title' must be text, not a list (write text there; put it in quotes if "
         "it begins with '[' or '{')\n"},
        {"module.yaml", "{name: A help line, contact: \"0800 1111\"}", "A help line",
         "module.yaml:15:5: a line of support must be keys with values, not text (write keys with "
         "values: 'key: value', one in each line, or {key: value})\n"},
        {"module.yaml", "people_order: [moira, dev]", "people_order: [moria, dev, dev]",
         "module.yaml:27:16: there is no person 'moria' (did you mean 'moira'?)\n"
         "module.yaml:27:28: 'dev' is in 'people_order' for a second time (take one of them "
         "away)\n"},
        {"module.yaml", "people_order: [moira, dev]", "people_order: [nobody-like-this]",
         "module.yaml:27:16: there is no person 'nobody-like-this' (add the file to the folder "
         "'people', or take the name away)\n"},
        {"module.yaml", "{id: work, name: Work}", "{id: work, name: Work}\n  - {id: work, name: W}",
         "module.yaml:18:10: the theme 'work' is here for a second time (give each its own id; "
         "this one is left out)\n"},
        {"module.yaml", "- {id: w3, theme: work,", "- {id: w3, theme: wrok,",
         "module.yaml:22:21: there is no theme 'wrok' (did you mean 'work'?)\n"},
        {"module.yaml", "- {id: w3, theme: work,", "- {id: w3,",
         "module.yaml:22:5: a question has no 'theme' (add 'theme: ...')\n"},
        {"module.yaml", "sensitive: true", "sensitive: yes",
         "module.yaml:22:78: 'yes' is neither true nor false (write 'sensitive: true' or leave it "
         "out; it counts as true now)\n"},
        {"module.yaml", "{job}", "{jbo}",
         "module.yaml:20:33: nothing is filled in for '{jbo}' (only {job} is)\n"},
        {"module.yaml", "says: \"left school at {value}\"}",
         "says: \"left school at {value}\", contrast: no}",
         "module.yaml:25:91: 'no' is neither true nor false (write 'contrast: false' or leave it "
         "out; it counts as false now)\n"},
        {"module.yaml", "left school at {value}", "left school",
         "module.yaml:25:55: 'left school' does not say the fact itself (write {value} where it "
         "belongs, as in 'left school at {value}')\n"},
        {"module.yaml", "\"What goes wrong?\"", "\"What \\x1b goes wrong?\"",
         "module.yaml:22:33: this text holds a control character (take the '\\' and what follows "
         "it away)\n"},
    });
}

TEST_CASE("a question that cannot be used is left out with its answers, and said once") {
    check_rows({
        {"module.yaml", "- {id: w2, theme: work, text: \"What do you do all day?\"",
         "- {id: w2, theme: work", "module.yaml:21:5: a question has no 'text' (add 'text: ...')\n",
         3},
        {"module.yaml", "- {id: w2,", "- {id: w1,",
         "module.yaml:21:10: the question 'w1' is here for a second time (give each its own id; "
         "this "
         "one is left out)\n"
         "people/dev.yaml:9:3: module.yaml has no question 'w2' (add it to 'questions' in "
         "module.yaml, or correct the id)\n"
         "people/moira.yaml:13:3: module.yaml has no question 'w2' (add it to 'questions' in "
         "module.yaml, or correct the id)\n",
         3},
    });
}

TEST_CASE("an id with other letters is refused, and works all the same") {
    MemoryFiles files = made_module();
    for (const auto& [file, from, to] :
         std::vector<std::array<std::string, 3>>{{"module.yaml", "{id: w1,", "{id: W 1,"},
                                                 {"people/dev.yaml", "  w1:", "  W 1:"},
                                                 {"people/moira.yaml", "  w1:", "  W 1:"},
                                                 {"people/amara.yaml", "  w1:", "  W 1:"},
                                                 {"index/moira.yaml", "  w1:", "  W 1:"}}) {
        std::string& text = files.files[file];
        text.replace(text.find(from), from.size(), to);
    }
    const ModuleReading reading = read_module(files);
    CHECK(texts(reading.problems) ==
          "module.yaml:20:10: 'W 1' cannot be an id (ids have a-z, 0-9 and '-', at most 64 of "
          "them: write 'w-1', here and where it is named)\n");
    REQUIRE(reading.module);
    CHECK(reading.module->questions[0].id.text == "w-1");
    CHECK(playable(*reading.module) == 5);
}

TEST_CASE("a module of which nothing can be understood is not opened, and it is said why") {
    const std::vector<Row> rows = {
        {"module.yaml", "", "format: 2\n",
         "module.yaml:1:9: this program does not know the format '2' (it is probably of a newer "
         "program: install that one; this one reads 'format: 1')\n"},
        {"module.yaml", "", "format: one\n",
         "module.yaml:1:9: this program does not know the format 'one' (write 'format: 1')\n"},
        {"module.yaml", "", "- a\n",
         "module.yaml:1:1: module.yaml must be keys with values, not a list (write keys with "
         "values: "
         "'key: value', one in each line, or {key: value})\n"},
        {"module.yaml", "", "{\n",
         "module.yaml:2:1: this is not YAML: end of map flow not found (look for a '}', a ']' or a "
         "comma that is missing)\n"},
        {"module.yaml", "",
         "\xFF\xFE"
         "f",
         "module.yaml: the file is saved as UTF-16 (save it as "
         "UTF-8)\n"},
        {"module.yaml", "", std::string(max_text_bytes + 1, '#'),
         "module.yaml: the file is larger than 4 MiB (divide it, or look whether it is the right "
         "file)\n"},
        {"module.yaml", "", std::string(100'000, '['),
         "module.yaml:1:1001: lists and maps are more than 32 levels deep (look for brackets or "
         "hyphens that are too many)\n"},
        {"module.yaml", "", "a: 1\n---\nb: 2\n",
         "module.yaml:2:1: a second document begins here (take the line '---' away, or put what "
         "follows into a file of its own)\n"},
    };
    for (const Row& row : rows) {
        const ModuleReading reading = read_module(broken(row));
        CHECK(texts(reading.problems) == row.problems);
        CHECK_FALSE(reading.module);
    }
    const ModuleReading reading = read_module(MemoryFiles{});
    CHECK(texts(reading.problems) ==
          "module.yaml: there is no 'module.yaml' (put it there, or correct the name)\n");
    CHECK_FALSE(reading.module);
}

TEST_CASE("a module without people or questions opens, and it is said") {
    MemoryFiles files;
    files.files["module.yaml"] = made_module_yaml.substr(0, made_module_yaml.find("people_order"));
    ModuleReading reading = read_module(files);
    CHECK(texts(reading.problems) ==
          "module.yaml: there are no people in this module (put a file for each person into the "
          "folder 'people', such as people/moira.yaml)\n");
    REQUIRE(reading.module);
    CHECK(reading.module->cells.empty());

    for (const std::string questions :
         {"", "questions:\n", "questions: []\n", "questions: none\n"}) {
        CAPTURE(questions);
        files = made_module();
        std::string& text = files.files["module.yaml"];
        const std::size_t from = text.find("questions:");
        text.replace(from, text.find("facts:") - from, questions);
        reading = read_module(files);
        REQUIRE(reading.module);
        CHECK(reading.module->questions.empty());
        CHECK(reading.module->cells.empty());
        CHECK(reading.module->people.size() == 3);
        CHECK(texts(reading.problems).find("module.yaml:") == 0);
    }
}

TEST_CASE("aliases and cycles are refused where they are, and the rest is read") {
    check_rows({
        {"people/dev.yaml", "w2: {in: \"00:20.000\", out: \"00:41.000\"}",
         "w2: &x {in: *x, out: *x}",
         "people/dev.yaml:9:7: '&' gives a name to be repeated elsewhere (an anchor) (take it "
         "away; "
         "text that begins with '&' must be in quotes)\n"
         "people/dev.yaml:9:15: '*' repeats something from another place (an alias) (write it out "
         "here; text that begins with '*' must be in quotes)\n"
         "people/dev.yaml:9:24: '*' repeats something from another place (an alias) (write it out "
         "here; text that begins with '*' must be in quotes)\n",
         4},
        {"people/dev.yaml", "w1: {in: \"00:01.000\", out: \"00:20.000\"}",
         "w1: &a {film: films/moira-w2.mp4}\n  w3: *a",
         "people/dev.yaml:8:7: '&' gives a name to be repeated elsewhere (an anchor) (take it "
         "away; "
         "text that begins with '&' must be in quotes)\n"
         "people/dev.yaml:9:7: '*' repeats something from another place (an alias) (write it out "
         "here; text that begins with '*' must be in quotes)\n"},
        {"people/dev.yaml", "name: Dev", "name: !!binary Dev",
         "people/dev.yaml:2:7: 'tag:yaml.org,2002:binary' gives a type (a tag), which means "
         "nothing "
         "here (take it away; text that begins with '!' must be in quotes)\n"},
    });
}

TEST_CASE("a file with hundreds of mistakes lists the first hundred") {
    std::string answers = "answers:\n";
    for (int i = 0; i < 5000; ++i) {
        answers += "  x" + std::to_string(i) + ": {}\n";
    }
    const ModuleReading reading = read_module(
        broken({"people/dev.yaml", "",
                made_dev_yaml.substr(0, made_dev_yaml.find("answers:")) + answers, ""}));
    CHECK(reading.problems.size() <= 103);
    CHECK(texts(reading.problems).find("there are more problems in this file") !=
          std::string::npos);
}
