#include "player/media/clip/picture_strip.h"

#include <algorithm>
#include <cstdlib>

namespace media {

namespace {
// About a second of film.
constexpr std::size_t most_worth_having = 24;
}  // namespace

std::size_t bytes_of(const Picture& picture) {
    const auto stride = static_cast<std::size_t>(std::abs(picture.strides_bytes[0]));
    return stride * static_cast<std::size_t>(picture.height_px) * 3 / 2;
}

int PictureStrip::worth_having(const Picture& like) {
    const std::size_t fit = most_bytes / std::max<std::size_t>(bytes_of(like), 1);
    return static_cast<int>(std::clamp<std::size_t>(fit, 1, most_worth_having));
}

void PictureStrip::lay_out(std::vector<Picture> pictures, std::size_t shown) {
    pictures_.assign(pictures.begin(), pictures.end());
    shown_ = shown;
}

void PictureStrip::append(Picture picture) {
    const auto most = static_cast<std::size_t>(worth_having(picture)) + 1;
    pictures_.push_back(std::move(picture));
    while (pictures_.size() > most)
        pictures_.pop_front();
    shown_ = pictures_.size() - 1;
}

std::optional<Picture> PictureStrip::back(int pictures) {
    const auto count = static_cast<std::size_t>(pictures);
    if (pictures_.empty() || count > shown_) return std::nullopt;
    shown_ -= count;
    return pictures_[shown_];
}

std::optional<Picture> PictureStrip::next() const {
    if (pictures_.empty() || shown_ + 1 >= pictures_.size()) return std::nullopt;
    return pictures_[shown_ + 1];
}

}  // namespace media
