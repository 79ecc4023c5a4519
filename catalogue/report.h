// The problems of one document while it is being read. Private to the folder.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "catalogue/problem.h"

namespace catalogue {

// Collects the problems of one document, at most `limit` of them and then a word that there are
// more.
class Report {
public:
    explicit Report(std::filesystem::path file, std::size_t limit = 100)
        : file_(std::move(file)), limit_(limit) {}

    // The file may be left out of `where`.
    void error(Place where, std::string what, std::string hint);
    void warning(Place where, std::string what, std::string hint);
    void add(Problem problem);

    // No more is listed: costly guesses at what was meant can be spared.
    bool full() const;

    const std::filesystem::path& file() const { return file_; }
    std::vector<Problem> take() { return std::move(problems_); }

private:
    std::filesystem::path file_;
    std::size_t limit_;
    std::vector<Problem> problems_;
};

}  // namespace catalogue
