// One clip on its way to screen and speaker.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include "player/media/packet_store.h"
#include "player/media/picture_chooser.h"

namespace media {

struct ClipInfo {
    bool has_pictures = false;
    bool has_sound = false;
    TimeRange range{};  // out: what was ordered or claimed until it is measured
    SourceDuration picture_length{};
};

// Owns a reading and two decoding threads; destroying it stops and joins them (which may wait for
// a slow disk: not on the main thread). Decodes ahead as far as its queues reach and then waits,
// so that a session nobody looks at yet is a warm one. Calls are for the main thread.
class ClipSession {
public:
    // Opens in the background. `wake` is called from its threads while it is watched.
    ClipSession(ClipOrder order, std::optional<SourceTime> start_at, std::function<void()> wake);
    ~ClipSession();
    ClipSession(const ClipSession&) = delete;
    ClipSession& operator=(const ClipSession&) = delete;

    const ClipOrder& order() const { return order_; }

    // Nothing until the film is open.
    std::optional<ClipInfo> info() const;
    // Why it cannot be played.
    std::optional<catalogue::Problem> problem() const;

    // Throws away what was decoded and begins again elsewhere in the clip.
    void jump(RunStart start);
    // The stretch that is decoded now.
    const std::shared_ptr<Run>& run() const { return run_; }

    // Begins to end it, without waiting: what was decoded can still be heard, nothing is added.
    void abandon();

    // While watched, `wake` is called whenever something was added.
    void set_watched(bool watched) { watched_ = watched; }

    // The first picture of the run is there, or it is known that there is none.
    bool arrived() const;
    // Enough is decoded to start without stumbling.
    bool ready_to_play() const;
    // Nothing can be played on because reading the file has not got there.
    bool starved() const;
    // Nothing comes after what is in the queues.
    bool complete() const;

    // Of everything that waits in it.
    std::size_t bytes() const;

private:
    void read(const std::stop_token& stop);
    void decode_pictures(const std::stop_token& stop);
    void decode_sound(const std::stop_token& stop);

    struct Decoders;
    class PictureWork;
    std::shared_ptr<Run> make_run(RunStart start) const;
    void fail_with(catalogue::Problem problem);
    void note_end(Lane lane, SourceTime end, bool by_film);
    void note_nothing(Lane lane);
    void changed() const;

    const ClipOrder order_;
    const std::function<void()> wake_;
    std::shared_ptr<Run> run_;  // main thread
    std::atomic<bool> watched_ = false;
    ReadGuard guard_;

    struct Shared {
        mutable std::mutex mutex;
        std::condition_variable_any opened;
        std::optional<ClipInfo> info;  // guarded by mutex, as all below
        std::optional<catalogue::Problem> problem;
        std::unique_ptr<Decoders> decoders;      // made by the reader, used by the decoders
        std::optional<SourceTime> pictures_end;  // measured at the end of the film
        std::optional<SourceTime> sound_end;
        bool no_pictures = false;  // decoding gave nothing at all
        bool no_sound = false;
    } shared_;
    PacketStore packets_;  // locks for itself

    // Last members: started last, joined first.
    std::jthread picture_thread_;
    std::jthread sound_thread_;
    std::jthread reading_thread_;
};

}  // namespace media
