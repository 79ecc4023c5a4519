#include "player/media/flashes.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <deque>
#include <utility>

#include "player/media/av_handles.h"
#include "player/media/source.h"
#include "player/media/video_decoder.h"

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
        const Shape shape{picture.frame->width, picture.frame->height, picture.frame->format};
        if (!graph_ || shape != shape_) build(shape);
        if (!graph_) return;
        picture.frame->pts = picture.time.time_since_epoch().count();
        if (av_buffersrc_add_frame(input_, picture.frame.get()) < 0) return;
        const FrameHandle out{av_frame_alloc()};
        while (av_buffersink_get_frame(output_, out.get()) >= 0) {
            look_at(*out);
            av_frame_unref(out.get());
        }
    }

    const std::optional<Flashes>& found() const { return found_; }

private:
    struct Shape {
        int width_px = 0;
        int height_px = 0;
        int format = -1;
        bool operator==(const Shape&) const = default;
    };

    // Where a film changes its size, counting begins anew.
    void build(const Shape& shape) {
        shape_ = shape;
        is_first_ = true;
        graph_.reset(avfilter_graph_alloc());
        graph_->nb_threads = 1;
        const std::string source = fmt::format("video_size={}x{}:pix_fmt={}:time_base=1/1000000",
                                               shape.width_px, shape.height_px, shape.format);
        const std::string size = fmt::format("w={}:h=-2", looked_at_width_px);
        const std::string limit = fmt::format("frames={}:bypass=1", pictures_);
        AVFilterContext* scale = nullptr;
        AVFilterContext* meter = nullptr;
        const auto add = [&](AVFilterContext*& made, const char* filter, const char* with) {
            return avfilter_graph_create_filter(&made, avfilter_get_by_name(filter), filter, with,
                                                nullptr, graph_.get()) >= 0;
        };
        const bool built =
            add(input_, "buffer", source.c_str()) && add(scale, "scale", size.c_str()) &&
            add(meter, "photosensitivity", limit.c_str()) && add(output_, "buffersink", nullptr) &&
            avfilter_link(input_, 0, scale, 0) >= 0 && avfilter_link(scale, 0, meter, 0) >= 0 &&
            avfilter_link(meter, 0, output_, 0) >= 0 &&
            avfilter_graph_config(graph_.get(), nullptr) >= 0;
        if (!built) graph_.reset();
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
    GraphHandle graph_;
    AVFilterContext* input_ = nullptr;  // both belong to the graph
    AVFilterContext* output_ = nullptr;
    Shape shape_;
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
