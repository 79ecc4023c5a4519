// Packets between the reading thread and the two decoding threads of a clip.
#pragma once

#include <array>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <variant>

#include "player/media/clip/run.h"

namespace media {

class PreludeReader;

enum class Lane { Pictures, Sound };

// What the reading thread is asked for: `run` from its start, and further before it with every
// attempt that landed too late.
struct Jump {
    std::shared_ptr<Run> run;
    int attempt = 0;
    // Filled in by the reader.
    bool from_head = false;                  // nothing comes before
    std::shared_ptr<PreludeReader> prelude;  // shows the run's beginning; the picture decoder's
};

struct EndOfFilm {};
// What a decoder takes out. A Jump comes before the first packet of its run.
using Parcel = std::variant<Jump, PacketHandle, EndOfFilm>;

// Any thread; locks for itself. Reading goes on while any lane is hungry, so that a film whose
// picture and sound lie far apart in the file plays too, up to a ceiling for both. Each thread is
// woken only for what it waits for.
class PacketStore {
public:
    // Main thread: everything before is void.
    void ask(std::shared_ptr<Run> run);
    // Picture decoder: `jump` landed too late, try further before. Ignored when void by now.
    void ask_earlier(const Jump& jump);

    // Reading thread: waits for a jump, or for room to read on (nothing); nothing also when
    // stopped: look at `stop`.
    std::optional<Jump> next_job(const std::stop_token& stop);
    void set_lanes(bool pictures, bool sound);
    void begin(const Jump& jump);
    void put(Lane lane, PacketHandle packet, SourceDuration length);
    void put_end();

    // Decoders: waits. Nothing when stopped.
    std::optional<Parcel> take(Lane lane, const std::stop_token& stop);
    // The same without waiting: nothing when there is none.
    std::optional<Parcel> try_take(Lane lane);
    // The decoder needs no more of this run.
    void finish(Lane lane, const Run& run);

    // Whether a decoder has nothing because reading has not got there.
    bool starved() const;
    std::size_t bytes() const;

private:
    struct Queue {
        std::deque<Parcel> parcels;
        std::size_t bytes = 0;
        SourceDuration length{};
        bool used = false;
        bool finished = false;
        std::condition_variable_any filled;  // for the lane's decoder

        void clear();
        bool hungry(bool being_filled) const;
    };

    Parcel pop(Queue& from);
    Queue& queue(Lane lane) { return queues_[static_cast<std::size_t>(lane)]; }
    void look_at_lanes();
    void wake_reader_if_wanted(std::unique_lock<std::mutex> lock);

    mutable std::mutex mutex_;
    std::condition_variable_any job_;  // for the reading thread
    std::array<Queue, 2> queues_;      // guarded by mutex_, as all below
    std::shared_ptr<Run> current_;
    std::optional<Jump> asked_;
    bool at_end_ = false;
    bool filling_ = false;  // reading is on its way to having enough
};

}  // namespace media
