// Captions from the timings of spoken words: divided as subtitlers do, and written as WebVTT, SRT
// or TTML.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "catalogue/problem.h"
#include "tools/make_sample/cast.h"
#include "tools/make_sample/speech.h"

namespace sample {

inline constexpr std::size_t caption_line_limit = 37;  // characters
inline constexpr std::size_t caption_lines_limit = 2;
inline constexpr double caption_rate_wpm = 180;  // nobody has to read faster

struct TimedCaption {
    std::int64_t in_ms = 0;
    std::int64_t out_ms = 0;
    std::vector<std::string> lines;
};

// Divides an answer into captions that end where a sentence or a clause does where possible.
//
// @param starts_s  where the first word's time 0 is in the film
// @param ends_s    captions may stay on the screen until then
std::vector<TimedCaption> captions_of(const std::vector<SpokenWord>& words, double starts_s,
                                      double ends_s);

// The whole caption file. `speaker` is named where the form can say it.
std::string caption_text(const std::vector<TimedCaption>& captions, CaptionForm form,
                         const std::string& speaker);

// ".vtt", ".srt" or ".ttml"
const char* caption_ending(CaptionForm form);

}  // namespace sample
