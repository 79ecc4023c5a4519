// Where the answers lie in a film, as other programs write it: chapters in WebVTT, SRT, a
// spreadsheet's CSV or FFmpeg's metadata. Text in, values out, and back. Pure; what is read is
// untrusted.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/media_time.h"
#include "catalogue/problem.h"

namespace catalogue {

struct Chapter {
    TimeRange time;        // whole milliseconds outlast every format
    std::string question;  // an id; empty where the chapter only has a title
    std::string title;     // one line

    bool operator==(const Chapter&) const = default;
};

// From a title alone, "w1: In a nutshell": what is before ": " is a question where it has the
// letters of an id.
void set_whole_title(Chapter& chapter, std::string_view words);

enum class ChapterForm { WebVtt, Srt, Csv, FfMetadata };

// By the ending of the file's name: .vtt, .srt, .csv, .ffmeta; nothing for any other.
std::optional<ChapterForm> chapter_form_of(const std::filesystem::path& file);

// In titles, question and title stand as "w1: In a nutshell". In CSV no field can become a formula:
// what begins like one gets an apostrophe before it, which reading takes off again.
std::string chapters_text(const std::vector<Chapter>& chapters, ChapterForm form);

struct ChapterReading {
    std::vector<Chapter> chapters;  // by their beginnings
    std::vector<Problem> problems;
};

// `file_name` names the problems. A damaged chapter is left out with a problem; the others are
// kept. CSV may be divided by commas, semicolons or tabs, has a first line with the names
// `question`, `in`, `out` and `title` in any order, and may have times as "1:02.5" or in seconds.
ChapterReading read_chapters(std::string_view text, const std::filesystem::path& file_name,
                             ChapterForm form);

}  // namespace catalogue
