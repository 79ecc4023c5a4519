// What a class did in a lesson, for one side of paper (player/paper): clips seen, prompts talked
// about, what it was for. No names of pupils, nothing that was said. Pure.
#pragma once

#include <string>
#include <vector>

#include "catalogue/module.h"
#include "lessons/lesson.h"

namespace lessons {

struct LessonRecord {
    struct Step {
        std::string title;
        std::vector<std::string> seen;     // "Moira Lennox: The lift"
        std::vector<std::string> prompts;  // Markdown

        bool operator==(const Step&) const = default;
    };

    std::string plan;
    std::string module;
    std::string date;  // as it is to be read
    std::string week;  // "Week 2 of 4"; empty for a single lesson
    std::vector<std::string> areas;
    std::vector<int> benchmarks;
    std::vector<Step> steps;  // up to where the class is
    std::vector<std::string> left_out;

    bool operator==(const LessonRecord&) const = default;
};

// What may not be shown any more is not named either.
LessonRecord record_of(const Lesson& lesson, const catalogue::Module& module, std::string date);

}  // namespace lessons
