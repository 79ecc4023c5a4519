#include "player/media/sound/sound_stretcher.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

#include "player/media/engine.h"

namespace media {

namespace {
// atempo works in windows of a 24th of a second, rounded up to a power of two, and may place each
// up to one window away from where it belongs. Told half the rate it takes 1024 samples, 21 ms:
// two periods of the deepest voices, and never so far off that lips and voice part.
constexpr int told_rate_hz = sound_rate_hz / 2;
}  // namespace

void SoundStretcher::start(double rate) {
    frame_.reset();
    frame_at_ = 0;
    rate_ = std::clamp(rate, slowest_rate, fastest_rate);
    silent_frames_ = 0;
    graph_.reset();
    const FilterLibrary* library = filter_library();
    if (library == nullptr) return;
    graph_.reset(library->graph_alloc());
    graph_->nb_threads = 1;
    const auto add = [&](AVFilterContext*& filter, const char* kind, const std::string& with) {
        return library->graph_create_filter(&filter, library->get_by_name(kind), kind, with.c_str(),
                                            nullptr, graph_.get());
    };
    AVFilterContext* tempo = nullptr;
    const std::string format = fmt::format(
        "sample_rate={0}:sample_fmt=flt:channel_layout=stereo:"
        "time_base=1/{0}",
        told_rate_hz);
    const std::string at = fmt::format("tempo={:.6f}", rate_);
    [[maybe_unused]] const bool made =
        add(in_, "abuffer", format) >= 0 && add(tempo, "atempo", at) >= 0 &&
        add(out_, "abuffersink", "") >= 0 && library->link(in_, 0, tempo, 0) >= 0 &&
        library->link(tempo, 0, out_, 0) >= 0 && library->graph_config(graph_.get(), nullptr) >= 0;
    assert(made);  // nothing in it comes from outside
}

void SoundStretcher::feed(std::span<const float> stereo) {
    if (!graph_) {
        silent_frames_ += static_cast<double>(stereo.size() / 2) / rate_;
        return;
    }
    FrameHandle frame{av_frame_alloc()};
    frame->format = AV_SAMPLE_FMT_FLT;
    frame->sample_rate = told_rate_hz;
    frame->nb_samples = static_cast<int>(stereo.size() / 2);
    av_channel_layout_default(&frame->ch_layout, 2);
    if (av_frame_get_buffer(frame.get(), 0) < 0) return;
    std::copy(stereo.begin(), stereo.end(), reinterpret_cast<float*>(frame->data[0]));
    [[maybe_unused]] const int taken = filter_library()->buffersrc_add_frame(in_, frame.get());
    assert(taken >= 0);
}

void SoundStretcher::finish() {
    if (!graph_) return;
    [[maybe_unused]] const int taken = filter_library()->buffersrc_add_frame(in_, nullptr);
    assert(taken >= 0);
}

bool SoundStretcher::pull() {
    if (!frame_) frame_.reset(av_frame_alloc());
    av_frame_unref(frame_.get());
    frame_at_ = 0;
    return filter_library()->buffersink_get_frame(out_, frame_.get()) >= 0;
}

std::size_t SoundStretcher::read(std::span<float> stereo) {
    std::size_t done = 0;
    const std::size_t wanted = stereo.size() / 2;
    if (!graph_) {
        done = std::min(wanted, static_cast<std::size_t>(silent_frames_));
        std::fill_n(stereo.data(), 2 * done, 0.0F);
        silent_frames_ -= static_cast<double>(done);
        return done;
    }
    while (done < wanted) {
        const std::size_t there = frame_ ? static_cast<std::size_t>(frame_->nb_samples) : 0;
        if (frame_at_ == there) {
            if (!pull()) break;
            continue;
        }
        const std::size_t count = std::min(wanted - done, there - frame_at_);
        const auto* from = reinterpret_cast<const float*>(frame_->data[0]) + 2 * frame_at_;
        std::copy_n(from, 2 * count, stereo.data() + 2 * done);
        frame_at_ += count;
        done += count;
    }
    return done;
}

}  // namespace media
