#include "player/media/engine.h"

#include <algorithm>

#include "player/media/clip_session.h"
#include "player/media/playback_clock.h"
#include "player/media/preroll_pool.h"
#include "player/media/reaper.h"
#include "player/media/sound_mixer.h"

namespace media {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t warm_budget_bytes = 256u << 20;
// A speaker that has pulled nothing for so long is not led by: the picture goes on.
constexpr auto speaker_silence = 300ms;
constexpr auto stall_is_told_after = 500ms;
// While the first pull is awaited there is nothing that could wake the caller.
constexpr auto look_again = 5ms;
// However long a picture lasts, the speaker is looked after so often.
constexpr auto sound_check = 100ms;
constexpr std::size_t little_sound_frames = sound_rate_hz / 20;
// Matroska's: times are rounded to it.
constexpr auto coarsest_tick = 1ms;
// Beyond this many pictures a step is a jump in time.
constexpr int most_pictures_back = 16;

}  // namespace

struct Engine::Impl {
    explicit Impl(std::function<void()> wake_up) : wake(std::move(wake_up)), pool(reaper, wake) {}
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

    void advance(WallTime now);
    void advance_once(WallTime now);
    void arrive(WallTime now);
    void take_steps();
    void start_flow(WallTime now);
    void hold_flow(WallTime now);
    void listen(WallTime now);
    void show_due(WallTime now);
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
    Reaper reaper;
    PrerollPool pool;
    SoundMixer mixer;
    PlaybackClock clock;

    EngineOrder order;
    bool speaker_present = false;
    std::unique_ptr<ClipSession> session;
    std::optional<Picture> shown;
    std::uint64_t serial = 0;
    std::vector<Report> reports;
    std::optional<catalogue::Problem> problem;

    Stage stage = Stage::Idle;
    Flow flow = Flow::Held;
    bool started_told = false;
    int steps_left = 0;                 // pictures still to step forward, as they arrive
    SourceTime floor{};                 // the position never falls below it while the clock settles
    std::uint64_t sound_number = 0;     // of what the mixer was last told to play
    WallTime waiting_since{};           // in Arriving, or for what keeps a Held clip from playing
    bool waiting = false;               // wants to play and cannot yet
    std::optional<WallTime> last_pull;  // or when the mixer was told to play
};

void Engine::Impl::drop_clip() {
    mixer.drop();
    reaper.take(std::move(session));
    stage = Stage::Idle;
    flow = Flow::Held;
    waiting = false;
    steps_left = 0;
    problem.reset();
    started_told = false;
}

void Engine::Impl::start_clip(WallTime now) {
    const ClipOrder& clip = *order.clip;
    const SourceTime in = clip.trim ? clip.trim->in : SourceTime{};
    const SourceTime from = std::max(order.start_at.value_or(in), in);
    if (from == in) session = pool.take(clip);
    if (!session) session = std::make_unique<ClipSession>(clip, from, wake);
    stage = Stage::Arriving;
    waiting_since = now;
    clock.hold_at(from);
    floor = from;
}

void Engine::Impl::jump(RunStart start, SourceTime shown_as, WallTime now) {
    mixer.pause();  // what was playing fades out; the new run fades in
    session->jump(start);
    stage = Stage::Arriving;
    flow = Flow::Held;
    waiting = false;
    waiting_since = now;
    steps_left = 0;
    clock.hold_at(shown_as);
    floor = shown_as;
}

void Engine::Impl::obey_seek(const SeekOrder& asked, WallTime now) {
    const std::optional<ClipInfo> info = session->info();
    if (const int* pictures = std::get_if<int>(&asked.to)) {
        if (*pictures > 0) step_forward(*pictures, now);
        if (*pictures >= 0 || !shown || !info) return;
        const int back = -*pictures;
        if (back <= most_pictures_back && stage != Stage::Arriving) {
            jump({shown->time, back},
                 std::max(shown->time - back * info->picture_length, info->range.in), now);
            return;
        }
        const SourceTime from = stage == Stage::Arriving ? floor : shown->time;
        const SourceTime to = std::max(from - back * info->picture_length, info->range.in);
        jump({to, 0}, to, now);
        return;
    }
    SourceTime to = std::get<SourceTime>(asked.to);
    const SourceTime in = order.clip->trim ? order.clip->trim->in : SourceTime{};
    if (order.clip->trim) to = std::min(to, order.clip->trim->out);
    if (info) to = std::min(to, std::max(clip_end() - info->picture_length / 2, in));
    to = std::max(to, in);
    jump({to, 0}, to, now);
}

void Engine::Impl::step_forward(int pictures, WallTime now) {
    if (stage == Stage::Ended) return;
    steps_left += pictures;
    if (flow != Flow::Held) hold_flow(now);
}

void Engine::Impl::show(Picture picture) {
    picture.cue = order.cue;
    picture.serial = ++serial;
    shown = std::move(picture);
}

bool Engine::Impl::sounds() const {
    const std::optional<ClipInfo> info = session->info();
    return info && info->has_sound;
}

bool Engine::Impl::pulls(WallTime now) const {
    return speaker_present && last_pull && now - *last_pull < speaker_silence;
}

SourceTime Engine::Impl::clip_end() const {
    const std::optional<ClipInfo> info = session->info();
    return info ? info->range.out : SourceTime{};
}

SourceTime Engine::Impl::position(WallTime now) const {
    SourceTime at = std::max(clock.source_at(now), floor);
    if (session && (stage == Stage::Placed || stage == Stage::Ended)) {
        if (const SourceTime end = clip_end(); end > floor) at = std::min(at, end);
    }
    return at;
}

void Engine::Impl::fail(catalogue::Problem what) {
    drop_clip();
    stage = Stage::Failed;
    problem = what;
    shown.reset();
    reports.push_back(Failed{order.cue, std::move(what)});
}

// Whether something that a decoding thread does would change what is shown.
bool Engine::Impl::wants_news() const {
    if (!session) return false;
    if (stage == Stage::Arriving) return true;
    if (stage != Stage::Placed) return false;
    if (steps_left > 0 || waiting) return true;
    if (flow == Flow::Held) return false;
    const Run& run = *session->run();
    const bool no_picture = session->info()->has_pictures && run.pictures.size() == 0;
    const bool little_sound =
        sounds() && !run.sound.finished() && run.sound.buffered_frames() < little_sound_frames;
    return (no_picture || little_sound) && !session->complete();
}

void Engine::Impl::advance(WallTime now) {
    advance_once(now);
    if (!session) return;
    if (!wants_news()) {
        session->set_watched(false);
        return;
    }
    // What was added between looking and watching has woken nobody: look again.
    session->set_watched(true);
    advance_once(now);
}

void Engine::Impl::advance_once(WallTime now) {
    if (!session) return;
    if (auto wrong = session->problem()) {
        fail(std::move(*wrong));
        return;
    }
    if (stage == Stage::Arriving) arrive(now);
    if (stage != Stage::Placed) return;
    take_steps();
    if (order.playing && steps_left == 0) {
        if (flow == Flow::Held) start_flow(now);
    } else if (flow != Flow::Held) {
        hold_flow(now);
    }
    if (!order.playing) waiting = false;
    listen(now);
    if (flow == Flow::Held) return;
    show_due(now);
    check_end(now);
    if (stage == Stage::Placed) check_stall(now);
}

void Engine::Impl::arrive(WallTime now) {
    if (!session->arrived()) return;
    Run& run = *session->run();
    if (auto picture = run.pictures.try_pop()) {
        if (run.start.pictures_before > 0) {
            run.sound.skip_to(sample_at(picture->time));
            clock.hold_at(picture->time);
            floor = picture->time;
        }
        show(std::move(*picture));
    } else if (!started_told) {
        shown.reset();  // sound only: the old picture is not its
    }
    stage = Stage::Placed;
    waiting = false;
    waiting_since = now;
    if (!started_told) reports.push_back(Started{order.cue});
    started_told = true;
}

void Engine::Impl::take_steps() {
    Run& run = *session->run();
    while (steps_left > 0) {
        auto picture = run.pictures.try_pop();
        if (!picture) {
            if (run.pictures.exhausted()) steps_left = 0;
            return;
        }
        --steps_left;
        clock.hold_at(picture->time);
        floor = picture->time;
        run.sound.skip_to(sample_at(picture->time));
        show(std::move(*picture));
    }
}

void Engine::Impl::start_flow(WallTime now) {
    if (!waiting) waiting_since = now;
    waiting = true;
    if (!session->ready_to_play()) return;
    waiting = false;
    const SourceTime from = std::max(clock.source_at(now), floor);
    floor = from;
    const std::shared_ptr<Run>& run = session->run();
    if (speaker_present && sounds() && run->sound.buffered_frames() > 0) {
        sound_number = mixer.play(run, std::nullopt);
        last_pull = now;
        flow = Flow::AwaitingSound;
        return;
    }
    clock.play_from(from, now);
    flow = Flow::Running;
    if (speaker_present && sounds()) {
        sound_number = mixer.play(run, SoundMixer::Meeting{from, now});
        last_pull = now;
    }
}

// What is held is what is seen: the clock may already be within a picture that nobody asked for,
// or so near to it that a jump by whole pictures would count from there.
void Engine::Impl::hold_flow(WallTime now) {
    SourceTime at = position(now);
    if (shown && shown->cue == order.cue) {
        const SourceDuration half = session->info()->picture_length / 2;
        const SourceTime last = shown->time + shown->duration - half - coarsest_tick;
        at = std::clamp(at, shown->time, std::max(shown->time, last));
    }
    clock.hold_at(at);
    floor = at;
    mixer.pause();
    flow = Flow::Held;
}

// Lets the clock be led by what is heard, or frees it from a speaker that has fallen silent.
void Engine::Impl::listen(WallTime now) {
    const std::vector<SoundMixer::Heard> all = mixer.take_heard();
    if (flow == Flow::Held) return;
    for (const SoundMixer::Heard& heard : all) {
        if (heard.number != sound_number) continue;
        last_pull = now;
        if (flow == Flow::AwaitingSound) {
            clock.play_from(heard.source, heard.at);
            flow = Flow::Running;
        } else {
            clock.follow(heard.source, heard.at);
        }
    }
    Run& run = *session->run();
    if (!sounds() || run.sound.drained()) {
        if (flow == Flow::AwaitingSound) {
            clock.play_from(floor, now);
            flow = Flow::Running;
        }
        return;
    }
    if (pulls(now)) return;
    if (flow == Flow::AwaitingSound) {
        clock.play_from(floor, now);
        flow = Flow::Running;
    }
    // The sound goes along unheard, and meets the picture should somebody pull again.
    run.sound.skip_to(sample_at(clock.source_at(now)));
    if (speaker_present) {
        sound_number = mixer.play(session->run(), SoundMixer::Meeting{clock.source_at(now), now});
    }
}

void Engine::Impl::show_due(WallTime now) {
    if (flow != Flow::Running) return;
    const SourceTime due = clock.source_at(now);
    Run& run = *session->run();
    run.due = due;
    std::optional<Picture> latest;
    for (auto next = run.pictures.front(); next && next->time <= due; next = run.pictures.front()) {
        latest = run.pictures.try_pop();
    }
    if (latest) show(std::move(*latest));
}

void Engine::Impl::check_end(WallTime now) {
    if (flow != Flow::Running || !session->complete()) return;
    Run& run = *session->run();
    if (session->info()->has_pictures && !run.pictures.exhausted()) return;
    if (clock.source_at(now) < clip_end()) return;
    const bool sound_goes_on = sounds() && pulls(now) && !run.sound.drained();
    if (sound_goes_on) return;
    clock.hold_at(clip_end());
    floor = clip_end();
    mixer.pause();
    flow = Flow::Held;
    stage = Stage::Ended;
    reports.push_back(Ended{order.cue});
}

void Engine::Impl::check_stall(WallTime now) {
    if (flow != Flow::Running || !session->starved()) return;
    if (shown && clock.source_at(now) < shown->time + shown->duration) return;
    hold_flow(now);
    waiting = true;
    waiting_since = now;
}

Engine::Engine(std::function<void()> wake) : impl_(std::make_unique<Impl>(std::move(wake))) {}
Engine::~Engine() = default;

void Engine::drive(const EngineOrder& order, WallTime now) {
    Impl& e = *impl_;
    const bool new_cue = order.cue != e.order.cue || (e.stage == Impl::Stage::Idle && order.clip);
    const bool new_seek = order.seek && order.seek != e.order.seek;
    if (order.volume != e.order.volume || order.muted != e.order.muted) {
        e.mixer.set_gain(cubic_gain(order.volume, order.muted));
    }
    e.order = order;
    if (new_cue || !order.clip) {
        if (e.session || !order.clip) e.drop_clip();
        e.stage = Impl::Stage::Idle;
        e.problem.reset();
        if (order.clip) {
            e.start_clip(now);
        } else {
            e.shown.reset();
        }
    }
    if (new_seek && e.session) e.obey_seek(*order.seek, now);
    e.advance(now);

    // The clip on the screen comes first: nothing else is opened before it is there.
    const bool busy = e.stage == Impl::Stage::Arriving || e.waiting;
    if (!busy) e.pool.keep(order.warm, warm_budget_bytes);
}

std::optional<Picture> Engine::picture_at(WallTime now) {
    impl_->advance(now);
    return impl_->shown;
}

std::optional<WallTime> Engine::next_picture_at(WallTime now) const {
    const Impl& e = *impl_;
    if (!e.session) return std::nullopt;
    const auto told_at = e.waiting_since + stall_is_told_after;
    if (e.stage == Impl::Stage::Arriving || e.waiting) {
        return told_at > now ? std::optional{told_at} : std::nullopt;
    }
    switch (e.flow) {
        case Impl::Flow::Held:
            return std::nullopt;
        case Impl::Flow::AwaitingSound:
            return now + look_again;
        case Impl::Flow::Running:
            break;
    }
    const Run& run = *e.session->run();
    std::optional<WallTime> due;
    if (const auto next = run.pictures.front()) {
        due = e.clock.wall_at(next->time);
    } else if (e.session->complete()) {
        // The end; a little later again when the speaker has not taken all of the sound yet.
        due = std::max(*e.clock.wall_at(e.clip_end()), now + look_again);
    } else if (e.session->info()->has_pictures && !run.pictures.finished()) {
        return std::nullopt;  // the decoder wakes
    }
    if (!e.sounds()) return due;
    return std::min(due.value_or(WallTime::max()), now + sound_check);
}

EngineStatus Engine::status(WallTime now) const {
    const Impl& e = *impl_;
    EngineStatus status;
    status.cue = e.order.cue;
    status.position = e.position(now);
    status.problem = e.problem;
    if (e.session) {
        if (const auto info = e.session->info()) status.range = info->range;
        const SoundQueue& sound = e.session->run()->sound;
        if (e.sounds() && !sound.finished()) {
            status.sound_ahead = time_of_sample(static_cast<std::int64_t>(sound.buffered_frames()))
                                     .time_since_epoch();
        }
    }
    const bool waits = e.session && (e.stage == Impl::Stage::Arriving || e.waiting);
    status.waiting = waits;
    status.stalled = waits && now - e.waiting_since > stall_is_told_after;
    switch (e.stage) {
        case Impl::Stage::Idle:
            status.phase = Phase::Idle;
            break;
        case Impl::Stage::Arriving:
            status.phase = !e.started_told   ? Phase::Opening
                           : e.order.playing ? Phase::Playing
                                             : Phase::Paused;
            break;
        case Impl::Stage::Placed:
            status.phase = e.order.playing ? Phase::Playing : Phase::Paused;
            break;
        case Impl::Stage::Ended:
            status.phase = Phase::Ended;
            break;
        case Impl::Stage::Failed:
            status.phase = Phase::Failed;
            break;
    }
    return status;
}

bool Engine::is_warm(const ClipOrder& clip) const {
    return impl_->pool.has_warm(clip);
}

std::vector<Report> Engine::take_reports() {
    return std::exchange(impl_->reports, {});
}

void Engine::set_speaker_present(bool present) {
    Impl& e = *impl_;
    if (e.speaker_present == present) return;
    e.speaker_present = present;
    e.last_pull.reset();
}

SoundTap& Engine::sound() {
    return impl_->mixer;
}

}  // namespace media
