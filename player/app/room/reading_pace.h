// The silent room: words stand until all can have read them. Pure; time comes in.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/captions.h"
#include "player/media/clip_order.h"

namespace app {

inline constexpr int words_a_minute = 160;  // the slower end of what captions are made for

// How long a class needs for these words: by their number, where they are long by their letters.
std::chrono::milliseconds reading_time(std::string_view words);

// Without the line ends that small captions need; two who speak keep a line each.
std::string in_one_line(std::string words);

// The film stands so long before its words go: two ticks and a picture of the slowest film.
inline constexpr catalogue::SourceDuration stands_before_words_go = std::chrono::milliseconds{120};

// What is being read, and since when.
struct ReadingPace {
    std::string words;  // in all languages
    media::WallTime since{};
    std::chrono::milliseconds needs{};  // of who reads the longer of the languages, and only that

    bool operator==(const ReadingPace&) const = default;
};

// What is on the screen at `now`, in one language or two.
ReadingPace reading(ReadingPace pace, const std::vector<std::string>& languages,
                    media::WallTime now);

// Whether the film has to stand still: the words at `position` are about to go, and the class needs
// longer. Captions that are slow enough never stop it; nothing is slowed down, because between two
// words there is nothing to be seen. Returns until when; nothing: it goes on.
std::optional<media::WallTime> waits_for_readers(
    const ReadingPace& pace, const std::vector<const catalogue::CaptionCue*>& shown,
    const catalogue::TimeRange& clip, catalogue::SourceTime position, media::WallTime now);

}  // namespace app
