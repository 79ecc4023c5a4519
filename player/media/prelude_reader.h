// Decodes a prelude. Private to the folder.
#pragma once

#include <memory>

#include "player/media/picture_maker.h"
#include "player/media/source.h"

namespace media {

// What a prelude says of itself.
struct PreludeSpan {
    SourceTime first{};  // when its first picture is shown, in the time of the film it was made of
    SourceTime until{};  // when the first picture is shown that is not in it

    // "crosscut prelude 1 <first> <until>", in microseconds.
    std::string to_comment() const;
    static std::optional<PreludeSpan> from_comment(std::string_view comment);
};

// One thread at a time.
class PreludeReader {
public:
    // Nothing when there is none that can be used. Waits for the disk. `guard` outlives it.
    // @param film  of the clip's film
    static std::unique_ptr<PreludeReader> open(const std::filesystem::path& folder,
                                               const ClipOrder& clip, const FilmStamp& film,
                                               ReadGuard& guard);

    const PreludeSpan& span() const { return span_; }
    // The next picture, in the film's time; nothing after the last one.
    std::optional<Picture> next();

private:
    PreludeReader(Source source, VideoDecoder decoder, PreludeSpan span);

    Source source_;
    VideoDecoder decoder_;
    PictureMaker maker_;
    PreludeSpan span_;
    bool over_ = false;
};

}  // namespace media
