#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "catalogue/module_reader.h"
#include "catalogue/plan.h"
#include "tests/catalogue/problem_texts.h"

using namespace catalogue;

namespace {

// The examples of the page: blocks of YAML whose first line names their file.
MemoryFiles examples_of_the_manual() {
    std::ifstream page(MODULE_FORMAT_PAGE, std::ios::binary);
    REQUIRE(page);
    MemoryFiles files;
    std::string* open = nullptr;
    bool in_block = false;
    for (std::string line; std::getline(page, line);) {
        if (line.starts_with("```")) {
            in_block = line == "```yaml";
            open = nullptr;
        } else if (in_block && !open) {
            REQUIRE(line.starts_with("# "));
            open = &files.files[line.substr(2)];
            *open = line + '\n';
        } else if (open) {
            *open += line + '\n';
        }
    }
    return files;
}

}  // namespace

TEST_CASE("the examples in the manual of the format are one module without a fault") {
    MemoryFiles files = examples_of_the_manual();
    for (const std::string name :
         {"films/moira.mp4", "films/dev-w1.mp4", "films/dev-w2.mp4", "captions/moira.vtt",
          "captions/moira.cy.vtt", "captions/moira.descriptions.vtt", "captions/dev-w1.vtt",
          "pictures/moira-now.png", "pictures/moira-then.png"}) {
        files.files[name] = "there";
    }
    const ModuleReading reading = read_module(files);
    CHECK(texts(reading.problems) == "");
    const std::string plan = "plans/two-mornings.yaml";
    CHECK(texts(read_plan(files.files.at(plan), plan).problems) == "");
    REQUIRE(reading.module);
    const Module& module = *reading.module;
    REQUIRE(module.people.size() == 2);
    REQUIRE(module.questions.size() == 4);
    CHECK(question_text(module.questions[0], module.people[1]) ==
          "Who are you, and how did you become an engineer?");
    std::vector<CellState> states;
    for (const Module::Cell& cell : module.cells) {
        states.push_back(cell.state);
    }
    using enum CellState;
    CHECK(states == std::vector<CellState>{Playable, Playable, Withheld, Playable,  // moira
                                           Playable, Playable, Empty, Empty});      // dev
}
