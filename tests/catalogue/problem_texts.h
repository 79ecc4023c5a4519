// Problems as one text, a line each, so that a test that fails shows them.
#pragma once

#include <string>
#include <vector>

#include "catalogue/problem.h"

inline std::string texts(const std::vector<catalogue::Problem>& problems) {
    std::string all;
    for (const catalogue::Problem& problem : problems) {
        all += catalogue::to_text(problem) + '\n';
    }
    return all;
}
