// One clip on its way to screen and speaker.
#pragma once

#include <thread>

#include "player/media/clip/film_reader.h"
#include "player/media/clip/picture_worker.h"
#include "player/media/clip/sound_worker.h"

namespace media {

// Owns a reading and two decoding threads; destroying it stops and joins them (which may wait for
// a slow disk: not on the main thread). Decodes ahead as far as its queues reach and then waits,
// so that a session nobody looks at yet is a warm one. Calls are for the main thread.
class ClipSession {
public:
    // Opens in the background. `wake` is called from its threads while it is watched.
    ClipSession(ClipOrder order, std::optional<SourceTime> start_at, ClipMeans means,
                std::function<void()> wake);
    ~ClipSession();
    ClipSession(const ClipSession&) = delete;
    ClipSession& operator=(const ClipSession&) = delete;

    const ClipOrder& order() const { return desk_.order(); }

    // Nothing until the film is open.
    std::optional<ClipInfo> info() const { return desk_.info(); }
    // Why it cannot be played.
    std::optional<catalogue::Problem> problem() const { return desk_.problem(); }

    // Throws away what was decoded and begins again elsewhere in the clip.
    void jump(RunStart start);
    // The stretch that is decoded now.
    const std::shared_ptr<Run>& run() const { return run_; }

    // Begins to end it, without waiting: what was decoded can still be heard, nothing is added.
    void abandon();

    // A clip that only waits for its turn keeps fewer pictures, and does not hurry.
    void set_in_waiting(bool waiting);

    // While watched, `wake` is called whenever something was added.
    void set_watched(bool watched) { desk_.set_watched(watched); }

    // The first picture of the run is there, or it is known that there is none.
    bool arrived() const;
    // Enough is decoded to start without stumbling.
    bool ready_to_play() const;
    // Nothing can be played on because reading the file has not got there. With a disk that does
    // not answer it is enough that there are no pictures: sound must not run away from them.
    bool starved() const;
    // Whether reading has not got as far as decoding would go.
    bool awaits_disk() const;
    // What keeps reading from going on.
    std::optional<ReadDelay> delay() const;
    // Nothing comes after what is in the queues.
    bool complete() const;

    // Of everything that waits in it.
    std::size_t bytes() const;

private:
    std::shared_ptr<Run> make_run(RunStart start) const;

    ClipDesk desk_;
    PacketStore packets_;
    ReadGuard guard_;
    ReadGuard prelude_guard_;
    std::shared_ptr<Run> run_;
    // Each is touched by its own thread only.
    FilmReader reader_;
    PictureWorker pictures_;
    SoundWorker sound_;

    // Last members: started last, joined first.
    std::jthread picture_thread_;
    std::jthread sound_thread_;
    std::jthread reading_thread_;
};

}  // namespace media
