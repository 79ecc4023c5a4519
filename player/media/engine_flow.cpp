// How a clip arrives, flows, stalls and ends.
#include <algorithm>

#include "player/media/analysis/loudness.h"
#include "player/media/engine_state.h"

namespace media {

namespace {

using namespace std::chrono_literals;

// A speaker that has pulled nothing for so long is not led by: the picture goes on.
constexpr auto speaker_silence = 300ms;
constexpr auto first_ask = 60ms;  // and one that has never pulled
// One that has just been opened asks until its buffers are full, and then perhaps not for a second
// or more: nor is it waited for. One that plays asks again long before what it has is heard.
constexpr auto speaker_late = 100ms;
constexpr int asks_to_fill = 7;  // its own two buffers and those of a sound server
// Matroska's: times are rounded to it.
constexpr auto coarsest_tick = 1ms;
// So much later than it had to nobody looks: the machine was asleep.
constexpr auto slept = 1s;
constexpr std::size_t little_sound_frames = sound_rate_hz / 20;

}  // namespace

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
    const auto patience = mixer.asked().times == 0 ? first_ask : speaker_silence;
    return speaker_present && last_pull && now - *last_pull < patience;
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
    looked_at = now;
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
    if (lined_up && (!order.playing || order.then != lined_up->session->order())) call_off();
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
    hear(now);
    leave_out_sleep(now);
    listen(now);
    keep_rate(now);
    if (flow == Flow::Held) return;
    if (loops_back(now)) return;
    show_due(now);
    line_up(now);
    check_end(now);
    if (stage == Stage::Placed) check_stall(now);
}

void Engine::Impl::arrive(WallTime now) {
    Run& run = *session->run();
    if (!session->arrived()) {
        if (auto glimpse = run.glimpses.try_pop()) show(std::move(*glimpse));
        return;
    }
    if (run.start.pictures_before > 0) {
        if (!lay_out_strip(run)) return;
    } else if (auto picture = run.pictures.try_pop()) {
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

// A run to step back in gives the pictures before its target one after the other, and then that.
bool Engine::Impl::lay_out_strip(Run& run) {
    const auto whole = [&] {
        return !before_target.empty() && before_target.back().time >= run.start.target;
    };
    while (!whole()) {
        auto picture = run.pictures.try_pop();
        if (!picture) break;
        before_target.push_back(std::move(*picture));
    }
    if (!whole() && !run.pictures.exhausted()) return false;
    if (before_target.empty()) return true;
    const std::size_t last = before_target.size() - 1;
    const std::size_t at = last - std::min(last, static_cast<std::size_t>(steps_back));
    Picture picture = before_target[at];
    strip.lay_out(std::exchange(before_target, {}), at);
    hold_at(std::move(picture));
    return true;
}

// Shows a picture that was stepped to. The sound of the strip is kept: playing may go on from any
// of its pictures.
void Engine::Impl::hold_at(Picture picture) {
    clock.hold_at(picture.time);
    floor = picture.time;
    session->run()->sound.skip_to(sample_at(strip.first().time));
    show(std::move(picture));
}

std::optional<Picture> Engine::Impl::next_picture() const {
    if (auto next = strip.next()) return next;
    return session->run()->pictures.front();
}

// To the next picture, which is there.
void Engine::Impl::go_on() {
    if (strip.next()) {
        strip.go_on();
        return;
    }
    if (strip.empty() && shown) strip.lay_out({*shown}, 0);
    strip.append(*session->run()->pictures.try_pop());
}

void Engine::Impl::take_steps() {
    Run& run = *session->run();
    while (steps_left > 0) {
        auto picture = next_picture();
        if (!picture) {
            if (run.pictures.exhausted()) steps_left = 0;
            return;
        }
        --steps_left;
        go_on();
        hold_at(std::move(*picture));
    }
}

void Engine::Impl::start_flow(WallTime now) {
    if (!waiting) waiting_since = now;
    waiting = true;
    if (!strip.empty()) session->run()->sound.skip_to(sample_at(shown->time));
    if (!strip.next() && !session->ready_to_play()) return;
    waiting = false;
    const SourceTime from = std::max(clock.source_at(now), floor);
    floor = from;
    const std::shared_ptr<Run>& run = session->run();
    const SoundMixer::Asked asked = mixer.asked();
    const bool asks =
        asked.times == 0 || (asked.times > asks_to_fill && now - asked.until < speaker_late);
    if (speaker_present && asks && sounds() && run->sound.buffered_frames() > 0) {
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
    call_off();
    strip.clear();  // the sound has gone on
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

// Lets the clock be led by what is heard.
void Engine::Impl::hear(WallTime now) {
    const std::vector<SoundMixer::Heard> all = mixer.take_heard();
    if (flow == Flow::Held) return;
    for (const SoundMixer::Heard& heard : all) {
        if (heard.number != sound_number) continue;
        last_pull = now;
        last_heard = heard.at;
        if (flow == Flow::AwaitingSound) {
            clock.set_rate(heard.rate, heard.at);
            clock.play_from(heard.source, heard.at);
            flow = Flow::Running;
        } else {
            clock.follow(heard.source, heard.at, heard.rate);
        }
    }
}

// Frees the clock from a speaker that has fallen silent.
void Engine::Impl::listen(WallTime now) {
    if (flow == Flow::Held) return;
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

// While the machine sleeps nothing is shown or heard: it goes on where it was. Sound that was heard
// all the same says where the film is.
void Engine::Impl::leave_out_sleep(WallTime now) {
    if (flow != Flow::Running || last_heard > now - slept) return;
    const std::optional<Picture> next = next_picture();
    const WallTime due = *clock.wall_at(next ? next->time : clip_end());
    if (now - std::max(looked_at, due) < slept) return;
    hold_flow(looked_at);
    start_flow(now);
}

// What is heard changes its rate when the speaker has got there, and the clock with it; without
// sound the clock changes at once.
void Engine::Impl::keep_rate(WallTime now) {
    const bool led =
        flow == Flow::Running && sounds() && pulls(now) && !session->run()->sound.drained();
    if (!led) clock.set_rate(order.rate, now);
}

void Engine::Impl::show_due(WallTime now) {
    if (flow != Flow::Running) return;
    const SourceTime due = clock.source_at(now);
    Run& run = *session->run();
    run.due = due;
    std::optional<Picture> latest;
    for (auto next = next_picture(); next && next->time <= due; next = next_picture()) {
        latest = std::move(next);
        if (strip.next()) {
            strip.go_on();
        } else {
            strip.clear();
            run.pictures.try_pop();
        }
    }
    if (latest) show(std::move(*latest));
}

bool Engine::Impl::loops_back(WallTime now) {
    if (!order.loop || flow != Flow::Running) return false;
    if (clock.source_at(now) < order.loop->out) return false;
    jump({order.loop->in, 0}, order.loop->in, now);
    return true;
}

// Takes what follows out of the pool when the end is near, and lets its sound begin to the sample.
void Engine::Impl::line_up(WallTime now) {
    if (lined_up || flow != Flow::Running || !order.then || order.loop || !session->complete())
        return;
    const WallTime end = *clock.wall_at(clip_end());
    if (end - now > line_up_before || !pool.has_warm(*order.then)) return;
    lined_up = LinedUp{pool.take(*order.then), end, std::nullopt};
    ClipSession& next = *lined_up->session;
    if (speaker_present && next.info()->has_sound && next.run()->sound.buffered_frames() > 0) {
        const double gain_db = loudness_gain_db(order.then_loudness, order.target_lufs);
        lined_up->sound = mixer.line_up(next.run(), end, factor_of_db(gain_db));
    }
}

void Engine::Impl::call_off() {
    if (!lined_up) return;
    if (lined_up->sound) mixer.call_off(*lined_up->sound);
    reaper.take(std::move(lined_up->session));
    lined_up.reset();
}

// The clip that was lined up is the one now, since the moment at which the one before ended.
void Engine::Impl::go_over(WallTime now) {
    LinedUp next = std::move(*lined_up);
    lined_up.reset();
    reaper.take(std::move(session));
    session = std::move(next.session);
    problem.reset();
    started_told = false;
    steps_left = 0;
    stage = Stage::Arriving;
    clock.play_from(session->info()->range.in, next.begin);
    floor = session->info()->range.in;
    arrive(now);
    flow = Flow::Running;
    last_pull = now;
    if (next.sound) {
        sound_number = *next.sound;
    } else if (speaker_present && sounds()) {
        sound_number = mixer.play(session->run(), SoundMixer::Meeting{floor, next.begin});
    }
}

void Engine::Impl::check_end(WallTime now) {
    if (flow != Flow::Running || !session->complete()) return;
    Run& run = *session->run();
    if (session->info()->has_pictures && (strip.next() || !run.pictures.exhausted())) return;
    if (clock.source_at(now) < clip_end()) return;
    const bool sound_goes_on = sounds() && pulls(now) && !run.sound.drained();
    if (sound_goes_on) return;
    clock.hold_at(clip_end());
    floor = clip_end();
    if (!lined_up || !lined_up->sound) mixer.pause();
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

}  // namespace media
