#include "player/app/room/reading_pace.h"

#include <algorithm>

namespace app {
namespace {

using namespace std::chrono_literals;

constexpr auto shortest = 1200ms;  // to find one's place
constexpr int letters_a_word = 7;  // of long words: each so many letters count as a word

bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t';
}

}  // namespace

std::chrono::milliseconds reading_time(std::string_view words) {
    int count = 0;
    int letters = 0;
    bool inside = false;
    for (const char c : words) {
        if (is_space(c)) {
            inside = false;
            continue;
        }
        count += inside ? 0 : 1;
        inside = true;
        const bool continues = (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;  // a UTF-8 tail
        letters += continues ? 0 : 1;
    }
    if (count == 0) {
        return 0ms;
    }
    const int read = std::max(count, letters / letters_a_word);
    return std::max<std::chrono::milliseconds>(shortest, 60'000ms * read / words_a_minute);
}

std::string in_one_line(std::string words) {
    for (std::size_t at = 0; at < words.size(); ++at) {
        const std::string_view after = std::string_view(words).substr(at + 1);
        if (words[at] == '\n' && !after.starts_with('-') && !after.starts_with("\u2013")) {
            words[at] = ' ';
        }
    }
    return words;
}

ReadingPace reading(ReadingPace pace, const std::vector<std::string>& languages,
                    media::WallTime now) {
    std::string words;
    std::chrono::milliseconds needs{};
    for (const std::string& language : languages) {
        words += (words.empty() || language.empty() ? "" : "\n\n") + language;
        needs = std::max(needs, reading_time(language));
    }
    if (words != pace.words) {
        pace = {std::move(words), now, needs};
    }
    return pace;
}

std::optional<media::WallTime> waits_for_readers(
    const ReadingPace& pace, const std::vector<const catalogue::CaptionCue*>& shown,
    const catalogue::TimeRange& clip, catalogue::SourceTime position, media::WallTime now) {
    if (shown.empty() || pace.words.empty()) {
        return std::nullopt;
    }
    catalogue::SourceTime goes = clip.out;
    for (const catalogue::CaptionCue* cue : shown) {
        goes = std::min(goes, cue->time.out);
    }
    const media::WallTime read = pace.since + pace.needs;
    if (position + stands_before_words_go < goes || now >= read) {
        return std::nullopt;
    }
    return read;
}

}  // namespace app
