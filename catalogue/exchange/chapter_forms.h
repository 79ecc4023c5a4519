// What the files of the chapter formats share. Private to the folder.
#pragma once

#include "catalogue/exchange/chapters.h"

namespace catalogue {

// "w1: In a nutshell" for people and programs that only know titles; set_whole_title() back.
std::string whole_title(const Chapter& chapter);

// Words in cues: what would be a tag or an arrow is written as WebVTT has it.
std::string cue_text(std::string_view words);

// "00:00:12.000" at any length, with the form's own mark before the milliseconds.
std::string cue_time(SourceTime time, char mark);

std::string chapters_csv(const std::vector<Chapter>& chapters);
ChapterReading read_chapters_csv(std::string_view text, const std::filesystem::path& file_name);

std::string chapters_ffmetadata(const std::vector<Chapter>& chapters);
ChapterReading read_chapters_ffmetadata(std::string_view text,
                                        const std::filesystem::path& file_name);

std::string chapters_ohms(const std::vector<Chapter>& chapters, const FilmRecord& record);
ChapterReading read_chapters_ohms(std::string_view text, const std::filesystem::path& file_name,
                                  std::optional<SourceTime> film_end);

std::string chapters_oral_history(const std::vector<Chapter>& chapters, const FilmRecord& record);
ChapterReading read_chapters_oral_history(std::string_view text,
                                          const std::filesystem::path& file_name,
                                          std::optional<SourceTime> film_end);
// By the names of its columns.
bool is_oral_history(std::string_view csv);

// The captions whose middle lies in the chapter, each in one line.
std::vector<CaptionCue> captions_in(const Chapter& chapter, const std::vector<CaptionCue>& cues);

// Keeps the chapter, or says at `line` that it ends before it begins.
void keep_chapter(ChapterReading& reading, Chapter chapter, const std::filesystem::path& file_name,
                  int line);

}  // namespace catalogue
