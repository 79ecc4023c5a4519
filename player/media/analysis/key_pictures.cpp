#include "player/media/analysis/key_pictures.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

#include "player/media/film/source.h"
#include "player/media/pictures/picture_maker.h"
#include "player/media/pictures/picture_scaler.h"
#include "player/media/pictures/video_decoder.h"

namespace media {

namespace {

// A film that says which pictures are key pictures has one within so many packets.
constexpr int most_packets = 4000;
// Wider than any film; what a file claims of itself may be anything.
constexpr double widest = 4;

Still still_of(const Picture& picture, PictureScaler& scaler, int height_px) {
    const double aspect = std::clamp(picture.display_aspect, 1 / widest, widest);
    Still still;
    still.height_px = height_px;
    still.width_px = std::max(2, static_cast<int>(std::lround(height_px * aspect)));
    still.rgba.resize(4 * static_cast<std::size_t>(still.width_px) *
                      static_cast<std::size_t>(still.height_px));
    scaler.scale(picture, still.rgba.data(), still.width_px * 4, still.width_px, still.height_px);
    for (std::size_t i = 0; i < still.rgba.size(); i += 4) {
        std::swap(still.rgba[i], still.rgba[i + 2]);
        still.rgba[i + 3] = 255;
    }
    return still;
}

}  // namespace

struct KeyPictures::Impl {
    explicit Impl(const std::stop_token& stop) : stopping(stop, [this] { guard.stop(); }) {}

    ReadGuard guard;
    std::optional<Source> source;
    std::optional<VideoDecoder> decoder;  // nothing: there are no pictures
    std::optional<PictureMaker> maker;
    PictureScaler scaler;
    std::stop_callback<std::function<void()>> stopping;  // last: it may be called at once
};

KeyPictures::KeyPictures(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
KeyPictures::~KeyPictures() = default;
KeyPictures::KeyPictures(KeyPictures&&) noexcept = default;
KeyPictures& KeyPictures::operator=(KeyPictures&&) noexcept = default;

catalogue::Result<KeyPictures> KeyPictures::open(const FilmFile& film, std::stop_token stop) {
    auto impl = std::make_unique<Impl>(stop);
    auto source = Source::open(film, impl->guard);
    if (!source) return source.error();
    impl->source.emplace(*std::move(source));
    if (impl->source->pictures() != nullptr) {
        auto decoder = VideoDecoder::open(*impl->source, 1);
        if (!decoder) return decoder.error();
        impl->decoder.emplace(*std::move(decoder));
        impl->maker.emplace(*impl->source->pictures());
    }
    return KeyPictures(std::move(impl));
}

std::optional<KeyPicture> KeyPictures::at(SourceTime wanted, int height_px) {
    Impl& all = *impl_;
    if (!all.decoder || !all.source->jump_before(wanted)) return std::nullopt;
    all.decoder->restart(false);
    const PacketHandle packet{av_packet_alloc()};
    for (int read = 0; read < most_packets && !all.guard.stopped(); ++read) {
        if (all.source->read(*packet) != Source::Read::Packet) return std::nullopt;
        const bool is_key = packet->stream_index == all.source->pictures()->index &&
                            (packet->flags & AV_PKT_FLAG_KEY) != 0;
        if (is_key) all.decoder->send(packet.get());
        av_packet_unref(packet.get());
        if (!is_key) continue;
        all.decoder->send(nullptr);
        auto decoded = all.decoder->receive();
        if (!decoded) return std::nullopt;
        const SourceTime time = decoded->time;
        const std::optional<Picture> picture = all.maker->make(*std::move(decoded));
        if (!picture) return std::nullopt;
        return KeyPicture{time, still_of(*picture, all.scaler, height_px)};
    }
    return std::nullopt;
}

}  // namespace media
