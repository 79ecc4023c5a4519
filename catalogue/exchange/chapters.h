// Where the answers lie in a film, as other programs write it: chapters in WebVTT, SRT, a
// spreadsheet's CSV or FFmpeg's metadata, an index of OHMS, a transcript of Oral History as Data.
// Text in, values out, and back. Pure; what is read is untrusted.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/captions.h"
#include "catalogue/media_time.h"
#include "catalogue/problem.h"

namespace catalogue {

struct Chapter {
    TimeRange time;        // whole milliseconds outlast every format
    std::string question;  // an id; empty where the chapter only has a title
    std::string title;     // one line
    int line = 0;          // where it was read; 0 = not known

    // Wherever they were read.
    bool operator==(const Chapter& other) const {
        return time == other.time && question == other.question && title == other.title;
    }
};

// From a title alone, "w1: In a nutshell": what is before ": " is a question where it has the
// letters of an id.
void set_whole_title(Chapter& chapter, std::string_view words);

enum class ChapterForm { WebVtt, Srt, Csv, FfMetadata, Ohms, OralHistoryAsData };

// By the ending of the file's name: .vtt, .srt, .csv, .ffmeta, .xml (OHMS); nothing for any other.
std::optional<ChapterForm> chapter_form_of(const std::filesystem::path& file);

// What archives want to know besides. The other forms have no place for it.
struct FilmRecord {
    std::string title;
    std::string speaker;
    std::string film;  // as the module names it
    std::string language;
    std::string date;                    // of today, "2026-11-21"
    std::optional<SourceTime> end;       // of the film
    std::vector<CaptionCue> captions{};  // of the whole film: none goes out that is in no chapter
};

// In titles, question and title stand as "w1: In a nutshell". In CSV no field can become a formula:
// what begins like one gets an apostrophe before it, which reading takes off again. OHMS knows only
// beginnings, in whole seconds; what is lost by that stands beside them for read_chapters().
std::string chapters_text(const std::vector<Chapter>& chapters, ChapterForm form,
                          const FilmRecord& record = {});

struct ChapterReading {
    std::vector<Chapter> chapters;  // by their beginnings
    std::vector<Problem> problems;
};

// `file_name` names the problems. A damaged chapter is left out with a problem; the others are
// kept. CSV may be divided by commas, semicolons or tabs, has a first line with the names
// `question`, `in`, `out` and `title` in any order, and may have times as "1:02.5" or in seconds;
// with `words` and `timestamp` instead of them it is a transcript of Oral History as Data, whose
// tags are the titles. Where a form has beginnings only, a chapter ends with the next one, the last
// with the film; where `film_end` is not known either, it is left out.
ChapterReading read_chapters(std::string_view text, const std::filesystem::path& file_name,
                             ChapterForm form, std::optional<SourceTime> film_end = std::nullopt);

}  // namespace catalogue
