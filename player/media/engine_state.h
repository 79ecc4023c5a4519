// What an engine holds. Private to the engine: engine.cpp takes orders and tells how things stand,
// engine_flow.cpp moves them on.
#pragma once

#include <thread>

#include "player/media/clip/clip_session.h"
#include "player/media/clip/picture_strip.h"
#include "player/media/engine.h"
#include "player/media/playback_clock.h"
#include "player/media/preroll_pool.h"
#include "player/media/reaper.h"
#include "player/media/sound/sound_mixer.h"

namespace media {

// Longer than a speaker plays behind, and than a caller may be held up.
inline constexpr std::chrono::milliseconds line_up_before{250};

struct Engine::Impl {
    Impl(std::function<void()> wake_up, std::size_t most_warm_bytes, ClipMeans what_may_help,
         std::function<void()> freed)
        : wake(std::move(wake_up)),
          warm_bytes(most_warm_bytes),
          means(std::move(what_may_help)),
          reaper(wake, std::move(freed)),  // there is room for another clip that may come next
          pool(reaper, means, wake) {}
    ~Impl() { drop_clip(); }

    enum class Stage {
        Idle,
        Arriving,  // waits for the first picture of a run; the old picture stays
        Placed,    // the run's first picture is shown
        Ended,
        Failed,
    };
    enum class Flow {
        Held,
        AwaitingSound,  // the speaker has been told to play and has not pulled yet
        Running,
    };

    void drop_clip();
    void start_clip(WallTime now);
    void obey_seek(const SeekOrder& asked, WallTime now);
    void jump(RunStart start, SourceTime shown_as, WallTime now);
    void step_forward(int pictures, WallTime now);
    void step_back(int pictures, WallTime now);

    void advance(WallTime now);
    void advance_once(WallTime now);
    void arrive(WallTime now);
    bool lay_out_strip(Run& run);
    void hold_at(Picture picture);
    std::optional<Picture> next_picture() const;
    void go_on();
    void take_steps();
    void start_flow(WallTime now);
    void hold_flow(WallTime now);
    void hear(WallTime now);
    void listen(WallTime now);
    void leave_out_sleep(WallTime now);
    void keep_rate(WallTime now);
    void show_due(WallTime now);
    bool loops_back(WallTime now);
    void line_up(WallTime now);
    void call_off();
    void go_over(WallTime now);
    void check_end(WallTime now);
    void check_stall(WallTime now);
    void fail(catalogue::Problem problem);
    bool wants_news() const;

    void show(Picture picture);
    bool sounds() const;
    bool pulls(WallTime now) const;
    SourceTime clip_end() const;
    SourceTime position(WallTime now) const;

    std::function<void()> wake;
    const std::size_t warm_bytes;
    const ClipMeans means;
    Reaper reaper;
    PrerollPool pool;
    SoundMixer mixer;
    PlaybackClock clock;

    // The clip that follows without a gap, taken out of the pool shortly before the end.
    struct LinedUp {
        std::unique_ptr<ClipSession> session;
        WallTime begin{};                    // when the present clip ends
        std::optional<std::uint64_t> sound;  // number of its sound in the mixer
    };

    EngineOrder order;
    bool speaker_present = false;
    std::unique_ptr<ClipSession> session;
    std::optional<LinedUp> lined_up;
    std::optional<Picture> shown;
    // Around what is shown, once there were steps. What comes next is the strip's next picture
    // while it has one, then the run's.
    PictureStrip strip;
    std::vector<Picture> before_target;  // of a run to step back in, as they arrive
    int steps_back = 0;                  // from that run's target
    std::uint64_t serial = 0;
    std::vector<Report> reports;
    std::optional<catalogue::Problem> problem;

    Stage stage = Stage::Idle;
    Flow flow = Flow::Held;
    bool started_told = false;
    std::jthread filters_loading;       // once the first clip plays: nobody waits for them later
    int steps_left = 0;                 // pictures still to step forward, as they arrive
    SourceTime floor{};                 // the position never falls below it while the clock settles
    std::uint64_t sound_number = 0;     // of what the mixer was last told to play
    WallTime waiting_since{};           // in Arriving, or for what keeps a Held clip from playing
    bool waiting = false;               // wants to play and cannot yet
    std::optional<WallTime> last_pull;  // or when the mixer was told to play
    WallTime last_heard{};              // when what was heard last was heard
    WallTime looked_at{};               // the last time that anybody looked
};

}  // namespace media
