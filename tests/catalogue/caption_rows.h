// Tables of caption files, good and damaged, with what reading them gives.
#pragma once

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include "catalogue/captions.h"

namespace caption_rows {

// Cues as one text: "1000-2000 Speaker: text|second line; ..." with times in milliseconds.
inline std::string told(const catalogue::CaptionReading& reading) {
    const auto ms = [](catalogue::SourceTime t) {
        return std::chrono::duration_cast<std::chrono::milliseconds>(t.time_since_epoch()).count();
    };
    std::string all;
    for (const catalogue::CaptionCue& cue : reading.cues) {
        std::string text = cue.text;
        std::replace(text.begin(), text.end(), '\n', '|');
        if (!all.empty()) all += "; ";
        all += fmt::format("{}-{} {}{}{}", ms(cue.time.in), ms(cue.time.out), cue.speaker,
                           cue.speaker.empty() ? "" : ": ", text);
    }
    return all;
}

// "3:7 what (hint)", one a line.
inline std::string complaints(const catalogue::CaptionReading& reading) {
    std::string all;
    for (const catalogue::Problem& problem : reading.problems) {
        all += fmt::format("{}:{} {} ({})\n", problem.place.line, problem.place.column,
                           problem.what, problem.hint);
    }
    return all;
}

struct Good {
    std::string text;
    std::string cues;
};

struct Bad {
    std::string text;
    std::string cues;       // what is kept
    std::string complaint;  // a part of it
};

inline void check_good(const std::vector<Good>& rows, const char* file) {
    for (const Good& row : rows) {
        CAPTURE(row.text);
        const catalogue::CaptionReading reading = catalogue::read_captions(row.text, file);
        CHECK(told(reading) == row.cues);
        CHECK(complaints(reading) == "");
    }
}

inline void check_bad(const std::vector<Bad>& rows, const char* file) {
    for (const Bad& row : rows) {
        CAPTURE(row.text);
        const catalogue::CaptionReading reading = catalogue::read_captions(row.text, file);
        CHECK(told(reading) == row.cues);
        CAPTURE(complaints(reading));
        CHECK(complaints(reading).find(row.complaint) != std::string::npos);
        for (const catalogue::Problem& problem : reading.problems) {
            CHECK(problem.place.file == file);
            CHECK_FALSE(problem.hint.empty());
        }
    }
}

}  // namespace caption_rows
