#include "player/media/engine.h"

#include <algorithm>

#include "player/media/analysis/loudness.h"
#include "player/media/engine_state.h"

namespace media {

namespace {

using namespace std::chrono_literals;

constexpr auto stall_is_told_after = 500ms;
constexpr auto hindrance_is_told_after = 2s;
// While the first pull is awaited there is nothing that could wake the caller.
constexpr auto look_again = 5ms;
// However long a picture lasts, the speaker is looked after so often.
constexpr auto sound_check = 100ms;
// Beyond this many pictures a step is a jump in time.
constexpr int most_pictures_back = 16;

}  // namespace

void Engine::Impl::drop_clip() {
    mixer.drop();
    call_off();
    reaper.take(std::move(session));
    stage = Stage::Idle;
    flow = Flow::Held;
    waiting = false;
    steps_left = 0;
    strip.clear();
    problem.reset();
    started_told = false;
}

void Engine::Impl::start_clip(WallTime now) {
    const ClipOrder& clip = *order.clip;
    const SourceTime in = clip.trim ? clip.trim->in : SourceTime{};
    const SourceTime from = std::max(order.start_at.value_or(in), in);
    if (from == in) session = pool.take(clip);
    if (!session) session = std::make_unique<ClipSession>(clip, from, means, wake);
    stage = Stage::Arriving;
    waiting_since = now;
    clock.hold_at(from);
    floor = from;
}

void Engine::Impl::jump(RunStart start, SourceTime shown_as, WallTime now) {
    call_off();
    mixer.pause();  // what was playing fades out; the new run fades in
    session->jump(start);
    strip.clear();
    before_target.clear();
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
        if (*pictures < 0 && shown && info) step_back(-*pictures, now);
        return;
    }
    SourceTime to = std::get<SourceTime>(asked.to);
    const SourceTime in = order.clip->trim ? order.clip->trim->in : SourceTime{};
    if (order.clip->trim) to = std::min(to, order.clip->trim->out);
    // A film may not know its length; then any time may be in it.
    if (info && clip_end() > in) {
        to = std::min(to, std::max(clip_end() - info->picture_length * 3 / 4, in));
    }
    to = std::max(to, in);
    jump({to, 0, asked.in_passing}, to, now);
}

void Engine::Impl::step_forward(int pictures, WallTime now) {
    if (stage == Stage::Ended) return;
    steps_left += pictures;
    if (flow != Flow::Held) hold_flow(now);
}

void Engine::Impl::step_back(int pictures, WallTime now) {
    const ClipInfo info = *session->info();
    if (stage == Stage::Arriving) {
        if (session->run()->start.pictures_before > 0) {
            steps_back += pictures;
            return;
        }
        const SourceTime to = std::max(floor - pictures * info.picture_length, info.range.in);
        jump({to, 0}, to, now);
        return;
    }
    if (stage == Stage::Placed) {
        steps_left = 0;
        if (flow != Flow::Held) hold_flow(now);
        if (auto picture = strip.back(pictures)) {
            hold_at(std::move(*picture));
            return;
        }
    }
    if (pictures > most_pictures_back) {
        const SourceTime to = std::max(shown->time - pictures * info.picture_length, info.range.in);
        jump({to, 0}, to, now);
        return;
    }
    const SourceTime shown_as =
        std::max(shown->time - pictures * info.picture_length, info.range.in);
    jump({shown->time, std::max(pictures, PictureStrip::worth_having(*shown))}, shown_as, now);
    steps_back = pictures;
}

Engine::Engine(std::function<void()> wake, std::size_t warm_bytes, ClipMeans means,
               std::function<void()> freed)
    : impl_(std::make_unique<Impl>(std::move(wake), warm_bytes, std::move(means),
                                   std::move(freed))) {}
Engine::~Engine() = default;

void Engine::drive(const EngineOrder& order, WallTime now) {
    Impl& e = *impl_;
    const bool new_cue = order.cue != e.order.cue || (e.stage == Impl::Stage::Idle && order.clip);
    const bool new_seek = order.seek && order.seek != e.order.seek;
    if (order.volume != e.order.volume || order.muted != e.order.muted) {
        e.mixer.set_gain(cubic_gain(order.volume, order.muted));
    }
    if (order.loudness != e.order.loudness || order.target_lufs != e.order.target_lufs) {
        e.mixer.set_loudness_gain(
            factor_of_db(loudness_gain_db(order.loudness, order.target_lufs)));
    }
    if (order.mono != e.order.mono) e.mixer.set_mono(order.mono);
    if (order.rate != e.order.rate) {
        e.mixer.set_rate(order.rate);
        e.call_off();  // it was lined up for another time
    }
    e.order = order;
    if (new_cue && e.lined_up && order.playing && !order.start_at &&
        order.clip == e.lined_up->session->order()) {
        e.go_over(now);
    } else if (new_cue || !order.clip) {
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
    const bool arriving = e.stage == Impl::Stage::Arriving;
    e.advance(now);

    // The clip on the screen comes first: nothing else is opened before it is there, was drawn and,
    // when it is to play, moves.
    const bool busy =
        e.stage == Impl::Stage::Arriving || e.waiting || e.flow == Impl::Flow::AwaitingSound;
    if (busy || arriving) return;
    if (e.session && !e.filters_loading.joinable()) {
        e.filters_loading = std::jthread([] { filter_library(); });
    }
    std::vector<ClipOrder> warm = order.warm;
    if (e.lined_up) std::erase(warm, e.lined_up->session->order());
    e.pool.keep(warm, e.warm_bytes);
}

std::optional<Picture> Engine::picture_at(WallTime now) {
    impl_->advance(now);
    return impl_->shown;
}

std::optional<WallTime> Engine::next_picture_at(WallTime now) const {
    const Impl& e = *impl_;
    if (!e.session) return std::nullopt;
    if (e.stage == Impl::Stage::Arriving || e.waiting) {
        for (const WallTime::duration told_after : {WallTime::duration{stall_is_told_after},
                                                    WallTime::duration{hindrance_is_told_after}}) {
            if (e.waiting_since + told_after > now) return e.waiting_since + told_after;
        }
        return std::nullopt;
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
    if (const auto next = e.next_picture()) {
        due = e.clock.wall_at(next->time);
    } else if (e.session->complete()) {
        // The end; a little later again when the speaker has not taken all of the sound yet.
        const WallTime end = *e.clock.wall_at(e.clip_end());
        due = std::max(end, now + look_again);
        if (e.order.then && !e.lined_up && end - line_up_before > now) due = end - line_up_before;
    } else if (e.session->info()->has_pictures && !run.pictures.finished()) {
        // The decoder wakes. Where it gets nothing from the disk, that has to be noticed.
        if (!e.session->delay() || !e.session->starved()) return std::nullopt;
        due = now + sound_check;
        if (e.shown) due = std::max(*due, *e.clock.wall_at(e.shown->time + e.shown->duration));
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
    status.stalled = waits && now - e.waiting_since >= stall_is_told_after;
    if (waits && now - e.waiting_since >= hindrance_is_told_after) {
        status.hindrance = e.session->delay() == ReadDelay::Gone ? Hindrance::DiskGone
                           : e.session->awaits_disk()            ? Hindrance::SlowDisk
                                                                 : Hindrance::Decoding;
    }
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
    if (!present) e.mixer.lose_speaker();
}

SoundTap& Engine::sound() {
    return impl_->mixer;
}

}  // namespace media
