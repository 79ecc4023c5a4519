// Where the three threads of a clip and the main thread leave word for each other.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

#include "player/media/clip/packet_store.h"
#include "player/media/clip_means.h"
#include "player/media/pictures/picture_maker.h"
#include "player/media/pictures/video_decoder.h"
#include "player/media/sound/audio_decoder.h"

namespace media {

struct ClipInfo {
    bool has_pictures = false;
    bool has_sound = false;
    TimeRange range{};  // out: what was ordered or claimed until it is measured
    SourceDuration picture_length{};
};

// Made by the reading thread; then each belongs to the thread that decodes with it.
struct Decoders {
    std::optional<VideoDecoder> pictures;
    std::optional<PictureMaker> maker;
    std::optional<AudioDecoder> sound;
};

// Any thread; locks for itself.
class ClipDesk {
public:
    // @param wake  called from any thread, while watched
    ClipDesk(ClipOrder order, ClipMeans means, std::function<void()> wake);

    const ClipOrder& order() const { return order_; }
    const ClipMeans& means() const { return means_; }
    SourceTime in() const;
    SourceTime out() const;  // far away when the whole film was ordered

    // The reading thread: the film is open.
    void set_open(ClipInfo info, std::unique_ptr<Decoders> decoders);
    // The first problem stays.
    void fail_with(catalogue::Problem problem);

    // The reading thread: the clip begins with a prelude, which has a decoder of its own.
    void note_prelude() { has_prelude_ = true; }
    bool has_prelude() const { return has_prelude_; }

    // The picture thread, once: the prelude with which the clip begins, open already; or nothing.
    void leave_prelude(std::shared_ptr<PreludeReader> prelude);
    // The reading thread: waits for it. Nothing when stopped, too, and from the second time on.
    std::shared_ptr<PreludeReader> take_prelude(const std::stop_token& stop);

    // A decoding thread: waits for the decoders. Nothing when stopped or failed.
    Decoders* wait_for_decoders(const std::stop_token& stop);
    // Where a lane ends: at the end of the film, or at the out-point.
    void note_end(Lane lane, SourceTime end);
    // The lane gave nothing at all; when neither does, the clip has failed.
    void note_nothing(Lane lane);

    std::optional<ClipInfo> info() const;
    std::optional<catalogue::Problem> problem() const;

    void set_watched(bool watched) { watched_ = watched; }
    // Something was added or is known now.
    void changed() const;

private:
    const ClipOrder order_;
    const ClipMeans means_;
    const std::function<void()> wake_;
    std::atomic<bool> watched_ = false;
    std::atomic<bool> has_prelude_ = false;

    mutable std::mutex mutex_;
    std::condition_variable_any opened_;  // the film, its prelude, or neither
    std::optional<ClipInfo> info_;        // guarded by mutex_, as all below
    std::optional<catalogue::Problem> problem_;
    std::unique_ptr<Decoders> decoders_;
    std::shared_ptr<PreludeReader> prelude_;
    bool prelude_left_ = false;
    std::optional<SourceTime> pictures_end_;
    std::optional<SourceTime> sound_end_;
    bool no_pictures_ = false;
    bool no_sound_ = false;
};

}  // namespace media
