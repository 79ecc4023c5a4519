// Modules with one fault each, and what is said of them.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "catalogue/module_reader.h"
#include "tests/catalogue/made_module.h"
#include "tests/catalogue/problem_texts.h"

namespace catalogue {

// A change to one file of the module without a fault, and what is said then.
struct Row {
    std::string file;
    std::string from;  // empty: the whole file is replaced
    std::string to;
    std::string problems;
    std::size_t playable = 5;
};

inline MemoryFiles broken(const Row& row) {
    MemoryFiles files = made_module();
    std::string& text = files.files[row.file];
    if (row.from.empty()) {
        text = row.to;
    } else {
        const std::size_t at = text.find(row.from);
        REQUIRE(at != std::string::npos);
        text.replace(at, row.from.size(), row.to);
    }
    return files;
}

inline std::size_t playable(const Module& module) {
    return static_cast<std::size_t>(std::ranges::count(
        module.cells, CellState::Playable, [](const Module::Cell& cell) { return cell.state; }));
}

inline void check_rows(const std::vector<Row>& rows) {
    for (const Row& row : rows) {
        CAPTURE(row.to);
        const ModuleReading reading = read_module(broken(row));
        CHECK(texts(reading.problems) == row.problems);
        CHECK(std::ranges::is_sorted(reading.problems, {}, &Problem::place));
        REQUIRE(reading.module);
        CHECK(playable(*reading.module) == row.playable);
        for (const Question& question : reading.module->questions) {
            CHECK(question.theme < reading.module->themes.size());
        }
    }
}

}  // namespace catalogue
