// The pictures around the one that is shown, for steps: what was decoded once to go one picture
// back is enough to go back a dozen more, and forth again. Pure: no decoder, no thread.
#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <vector>

#include "player/media/picture.h"

namespace media {

// How much memory a picture takes.
std::size_t bytes_of(const Picture& picture);

class PictureStrip {
public:
    // Enough for two dozen pictures of 1920x1080.
    static constexpr std::size_t most_bytes = 64u << 20;

    // How many pictures like this one are worth having before it.
    static int worth_having(const Picture& like);

    void clear() { pictures_.clear(); }
    bool empty() const { return pictures_.empty(); }
    // From now on: `pictures`, in the order of their times, of which the one at `shown` is shown.
    void lay_out(std::vector<Picture> pictures, std::size_t shown);
    // `picture` comes after all others, and is shown now. The earliest ones make room for it.
    void append(Picture picture);

    // Goes back, and gives the picture that is shown then; nothing (and stays) when it is not here.
    std::optional<Picture> back(int pictures);
    // The earliest one; not of an empty strip.
    const Picture& first() const { return pictures_.front(); }
    // The picture after the one that is shown; nothing when that is the last one here.
    std::optional<Picture> next() const;
    // Goes on to it.
    void go_on() { ++shown_; }

private:
    std::deque<Picture> pictures_;
    std::size_t shown_ = 0;
};

}  // namespace media
