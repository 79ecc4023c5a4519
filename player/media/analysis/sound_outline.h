// What a film's sound looks like: for a waveform, and for finding its pauses.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

#include "player/media/clip_order.h"

namespace media {

// In windows of the same length, from the start of the film on; empty when it has no sound.
struct SoundOutline {
    static constexpr SourceDuration window{20'000};

    std::vector<float> peak;         // 0 to 1
    std::vector<float> loudness_db;  // mean power, in dBFS; silence is at -100

    bool operator==(const SoundOutline&) const = default;
};

// Hears the whole film through, hundreds of times faster than it plays: nothing for the main
// thread. `progress` is told now and then how far into the film it is. Fails as playing would, and
// when it was stopped on the way.
catalogue::Result<SoundOutline> outline_of(const FilmFile& film, std::stop_token stop,
                                           const std::function<void(SourceTime)>& progress);

// The same, kept in `folder` for the next time, as long as the film does not change. That it could
// not be kept is not worth a word.
catalogue::Result<SoundOutline> kept_outline_of(const FilmFile& film,
                                                const std::filesystem::path& folder,
                                                std::stop_token stop,
                                                const std::function<void(SourceTime)>& progress);

}  // namespace media
