#include "catalogue/exchange/chapters.h"

#include <fmt/format.h>

#include <algorithm>

#include "catalogue/captions.h"
#include "catalogue/exchange/chapter_forms.h"
#include "catalogue/fields.h"
#include "catalogue/text.h"
#include "catalogue/time_text.h"
#include "catalogue/words.h"

namespace catalogue {
namespace {

std::string chapters_cues(const std::vector<Chapter>& chapters, bool webvtt) {
    std::string text = webvtt ? "WEBVTT\n\n" : "";
    const char mark = webvtt ? '.' : ',';
    std::size_t number = 0;
    for (const Chapter& chapter : chapters) {
        text += fmt::format("{}\n{} --> {}\n{}\n\n", ++number, cue_time(chapter.time.in, mark),
                            cue_time(chapter.time.out, mark), cue_text(whole_title(chapter)));
    }
    return text;
}

ChapterReading read_chapters_cues(std::string_view text, const char* ending,
                                  const std::filesystem::path& file_name) {
    // The reader of captions knows every way in which such files are damaged.
    std::filesystem::path name = file_name;
    CaptionReading captions = read_captions(text, name.replace_extension(ending));
    ChapterReading reading;
    for (Problem& problem : captions.problems) {
        problem.place.file = file_name;
        reading.problems.push_back(std::move(problem));
    }
    for (const CaptionCue& cue : captions.cues) {
        Chapter chapter{cue.time, {}, {}};
        std::string words = cue.text;
        std::ranges::replace(words, '\n', ' ');
        set_whole_title(chapter, words);
        reading.chapters.push_back(std::move(chapter));
    }
    return reading;
}

}  // namespace

std::string cue_text(std::string_view words) {
    std::string text;
    for (const char c : words) {
        if (c == '&') {
            text += "&amp;";
        } else if (c == '<') {
            text += "&lt;";
        } else if (c == '>') {
            text += "&gt;";
        } else {
            text += c;
        }
    }
    return text;
}

std::string cue_time(SourceTime time, char mark) {
    const auto ms = std::chrono::round<std::chrono::milliseconds>(time.time_since_epoch()).count();
    return fmt::format("{:02}:{:02}:{:02}{}{:03}", ms / 3'600'000, ms / 60'000 % 60, ms / 1000 % 60,
                       mark, ms % 1000);
}

std::string whole_title(const Chapter& chapter) {
    if (chapter.question.empty()) return printable(chapter.title);
    return printable(chapter.question + ": " + chapter.title);
}

void set_whole_title(Chapter& chapter, std::string_view words) {
    const std::string clean = printable(trimmed(words));
    const std::size_t end = clean.find(':');
    if (end != clean.npos && is_id(clean.substr(0, end))) {
        chapter.question = clean.substr(0, end);
        chapter.title = trimmed(std::string_view(clean).substr(end + 1));
    } else {
        chapter.title = clean;
    }
}

void keep_chapter(ChapterReading& reading, Chapter chapter, const std::filesystem::path& file_name,
                  int line) {
    if (chapter.time.out <= chapter.time.in) {
        reading.problems.push_back(
            fail({file_name, line}, _("{} ends before it begins", in_quotes(whole_title(chapter))),
                 _("the out-point must be later than the in-point")));
        return;
    }
    chapter.line = line;
    reading.chapters.push_back(std::move(chapter));
}

std::vector<CaptionCue> captions_in(const Chapter& chapter, const std::vector<CaptionCue>& cues) {
    std::vector<CaptionCue> inside;
    for (const CaptionCue& cue : cues) {
        const SourceTime middle = cue.time.in + cue.time.length() / 2;
        if (!chapter.time.contains(middle)) continue;
        inside.push_back(cue);
        std::ranges::replace(inside.back().text, '\n', ' ');
    }
    return inside;
}

std::optional<ChapterForm> chapter_form_of(const std::filesystem::path& file) {
    std::string ending = file.extension().string();
    std::ranges::transform(ending, ending.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    if (ending == ".vtt") return ChapterForm::WebVtt;
    if (ending == ".srt") return ChapterForm::Srt;
    if (ending == ".csv") return ChapterForm::Csv;
    if (ending == ".ffmeta") return ChapterForm::FfMetadata;
    if (ending == ".xml") return ChapterForm::Ohms;
    return std::nullopt;
}

std::string chapters_text(const std::vector<Chapter>& chapters, ChapterForm form,
                          const FilmRecord& record) {
    switch (form) {
        case ChapterForm::WebVtt:
            return chapters_cues(chapters, true);
        case ChapterForm::Srt:
            return chapters_cues(chapters, false);
        case ChapterForm::Csv:
            return chapters_csv(chapters);
        case ChapterForm::FfMetadata:
            return chapters_ffmetadata(chapters);
        case ChapterForm::Ohms:
            return chapters_ohms(chapters, record);
        case ChapterForm::OralHistoryAsData:
            return chapters_oral_history(chapters, record);
    }
    return {};
}

ChapterReading read_chapters(std::string_view text, const std::filesystem::path& file_name,
                             ChapterForm form, std::optional<SourceTime> film_end) {
    ChapterReading reading;
    if (form == ChapterForm::Csv && is_oral_history(text)) form = ChapterForm::OralHistoryAsData;
    switch (form) {
        case ChapterForm::WebVtt:
            reading = read_chapters_cues(text, ".vtt", file_name);
            break;
        case ChapterForm::Srt:
            reading = read_chapters_cues(text, ".srt", file_name);
            break;
        case ChapterForm::Csv:
            reading = read_chapters_csv(text, file_name);
            break;
        case ChapterForm::FfMetadata:
            reading = read_chapters_ffmetadata(text, file_name);
            break;
        case ChapterForm::Ohms:
            reading = read_chapters_ohms(text, file_name, film_end);
            break;
        case ChapterForm::OralHistoryAsData:
            reading = read_chapters_oral_history(text, file_name, film_end);
            break;
    }
    std::ranges::stable_sort(reading.chapters, {}, [](const Chapter& one) { return one.time; });
    return reading;
}

}  // namespace catalogue
