#include "player/media/analysis/flashes.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <deque>
#include <utility>

#include "player/media/film/source.h"
#include "player/media/pictures/picture_filters.h"
#include "player/media/pictures/video_decoder.h"

extern "C" {
#include <libavutil/dict.h>
}

namespace media {
namespace {

// Wide enough for what fills a noticeable part of the screen, and small enough to be quick.
constexpr int looked_at_width_px = 160;
// Of what the filter lets pass.
constexpr double sudden = 0.5;
// What the filter takes.
constexpr int fewest_pictures = 2;
constexpr int most_pictures = 240;

// The filter, fed with one picture after another.
class Meter {
public:
    // @param pictures  in a second
    explicit Meter(int pictures)
        : pictures_(std::clamp(pictures, fewest_pictures, most_pictures)) {}

    void feed(VideoDecoder::Decoded picture) {
        const PictureShape shape = shape_of(*picture.frame);
        if (shape != filters_.shape()) build(shape);
        if (!filters_.is_built()) return;
        picture.frame->pts = picture.time.time_since_epoch().count();
        if (!filters_.feed(picture.frame.get())) return;
        const FrameHandle out{av_frame_alloc()};
        while (filters_.take(*out)) {
            look_at(*out);
            av_frame_unref(out.get());
        }
    }

    const std::optional<Flashes>& found() const { return found_; }

private:
    // Where a film changes its size, counting begins anew.
    void build(const PictureShape& shape) {
        is_first_ = true;
        filters_.build(shape, {{"scale", fmt::format("w={}:h=-2", looked_at_width_px)},
                               {"photosensitivity", fmt::format("frames={}:bypass=1", pictures_)}});
    }

    void look_at(const AVFrame& picture) {
        const AVDictionaryEntry* change =
            av_dict_get(picture.metadata, "lavfi.photosensitivity.frame-badness", nullptr, 0);
        // The filter takes the first picture for a change from black.
        if (std::exchange(is_first_, false) || change == nullptr) return;
        if (std::atof(change->value) < sudden) return;
        const SourceTime time{SourceDuration{picture.pts}};
        changes_.push_back(time);
        while (time - changes_.front() >= std::chrono::seconds{1})
            changes_.pop_front();
        if (changes_.size() <= most_changes_a_second) return;
        if (!found_) found_ = Flashes{changes_.front(), changes_.front(), 0};
        if (changes_.size() > found_->a_second) {
            found_->worst = changes_.front();
            found_->a_second = changes_.size();
        }
    }

    const int pictures_;
    PictureFilters filters_;
    bool is_first_ = true;
    std::deque<SourceTime> changes_;  // sudden ones, of the last second
    std::optional<Flashes> found_;
};

}  // namespace

catalogue::Result<std::optional<Flashes>> find_flashes(const FilmFile& film, std::stop_token stop) {
    ReadGuard guard;
    const std::stop_callback stopping(stop, [&guard] { guard.stop(); });
    auto source = Source::open(film, guard, Absent::Fails);
    if (!source) return source.error();
    if (source->pictures() == nullptr) return std::optional<Flashes>{};
    auto decoder = VideoDecoder::open(*source);
    if (!decoder) return decoder.error();

    const double length_s = std::chrono::duration<double>(source->picture_length()).count();
    Meter meter(length_s > 0 ? static_cast<int>(std::lround(1 / length_s)) : fewest_pictures);
    const PacketHandle packet{av_packet_alloc()};
    for (bool more = true; more;) {
        more = source->read(*packet) == Source::Read::Packet;
        if (guard.stopped()) {
            return catalogue::fail({film.relative}, "looking for flashes was broken off",
                                   "it is looked at the next time");
        }
        if (source->problem()) return *source->problem();
        const bool is_picture = !more || packet->stream_index == source->pictures()->index;
        if (is_picture) decoder->send(more ? packet.get() : nullptr);
        av_packet_unref(packet.get());
        while (auto picture = decoder->receive())
            meter.feed(*std::move(picture));
    }
    return meter.found();
}

}  // namespace media
