// Decodes a prelude. Private to player/media.
#pragma once

#include <memory>

#include "player/media/film/source.h"
#include "player/media/pictures/picture_maker.h"

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
    // @param film  the clip's film, as it is now
    static std::unique_ptr<PreludeReader> open(const std::filesystem::path& folder,
                                               const ClipOrder& clip, const FilmStamp& film,
                                               ReadGuard& guard);

    // Never change: any thread.
    const PreludeSpan& span() const { return span_; }
    const FilmStamp& film() const { return film_; }

    // Decodes the first picture already, and keeps it for next().
    void prime();
    // The next picture, in the film's time; nothing after the last one.
    std::optional<Picture> next();

private:
    PreludeReader(Source source, VideoDecoder decoder, PreludeSpan span, const FilmStamp& film);

    Source source_;
    VideoDecoder decoder_;
    PictureMaker maker_;
    PreludeSpan span_;
    FilmStamp film_;
    std::optional<Picture> first_;  // until it is asked for
    bool over_ = false;
};

}  // namespace media
