// A film at a glance, for a timeline: its key pictures, which cost least, because each of them can
// be decoded by itself.
#pragma once

#include <memory>
#include <optional>
#include <stop_token>

#include "player/media/clip_order.h"
#include "player/media/making/still_reader.h"

namespace media {

struct KeyPicture {
    SourceTime time{};
    Still still;
};

// Keeps its film open. Waits for the disk: nothing for the main thread; one thread at a time.
class KeyPictures {
public:
    // Fails as playing would. When it is stopped, all waiting ends, now and later.
    static catalogue::Result<KeyPictures> open(const FilmFile& film, std::stop_token stop);
    ~KeyPictures();
    KeyPictures(KeyPictures&&) noexcept;
    KeyPictures& operator=(KeyPictures&&) noexcept;

    // The last one that is not after `wanted`, so high and as wide as the film has it. Nothing
    // where there is none: in sound alone, in a film in which one cannot jump.
    std::optional<KeyPicture> at(SourceTime wanted, int height_px);

private:
    struct Impl;
    explicit KeyPictures(std::unique_ptr<Impl> impl);

    std::unique_ptr<Impl> impl_;
};

}  // namespace media
