#include "player/media/sound/sound_mixer.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "player/media/clip/sound_cutter.h"

namespace media {

namespace {

constexpr float fade_step = 1.0F / static_cast<float>(fade_frames);
// A clip whose loudness becomes known while it plays comes to it by 4 dB a second: a voice's own
// ups and downs are larger and quicker. 10^(4 / 20 / sound_rate_hz)
constexpr float loudness_step = 1.0000096F;

float equal_power(float level) {
    return fade_in_gain(static_cast<std::size_t>(std::lround(level * fade_frames)));
}

// The next run begins where the one before ends, to the sample, if that is so near to when it is
// due; clock and speaker are never further apart than this.
constexpr std::int64_t near_enough_frames = sound_rate_hz * 30 / 1000;

std::int64_t frames_until(WallTime wall, WallTime from) {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(wall - from).count() *
           sound_rate_hz / 1'000'000'000;
}

WallTime later(WallTime wall, std::size_t frames) {
    return wall + std::chrono::nanoseconds{static_cast<std::int64_t>(frames) * 1'000'000'000 /
                                           sound_rate_hz};
}

}  // namespace

float cubic_gain(float volume, bool muted) {
    if (muted) return 0.0F;
    const float clamped = std::clamp(volume, 0.0F, 1.0F);
    return clamped * clamped * clamped;
}

SoundMixer::SoundMixer() : tail_(2 * fade_frames) {}

std::uint64_t SoundMixer::play(std::shared_ptr<Run> run, std::optional<Meeting> meeting) {
    std::shared_ptr<Run> freed;  // outside the lock
    std::lock_guard lock(desk_.mutex);
    freed = std::move(desk_.retired);
    Wish& wish = desk_.wish;
    wish.run = std::move(run);
    wish.playing = true;
    wish.meeting = meeting;
    wish.next.reset();
    return wish.number = ++desk_.numbers;
}

std::uint64_t SoundMixer::line_up(std::shared_ptr<Run> run, WallTime begin, float loudness_gain) {
    std::lock_guard lock(desk_.mutex);
    desk_.wish.playing = true;
    desk_.wish.next = Next{std::move(run), ++desk_.numbers, begin, loudness_gain};
    return desk_.numbers;
}

void SoundMixer::call_off(std::uint64_t number) {
    std::lock_guard lock(desk_.mutex);
    Wish& wish = desk_.wish;
    if (wish.next && wish.next->number == number) wish.next.reset();
    if (wish.number == number) wish.playing = false;
}

void SoundMixer::pause() {
    std::lock_guard lock(desk_.mutex);
    desk_.wish.playing = false;
    desk_.wish.next.reset();
}

void SoundMixer::drop() {
    std::shared_ptr<Run> freed;
    std::lock_guard lock(desk_.mutex);
    freed = std::move(desk_.retired);
    desk_.wish.playing = false;
    desk_.wish.run.reset();
    desk_.wish.next.reset();
    desk_.wish.number = ++desk_.numbers;
}

void SoundMixer::set_gain(float gain) {
    std::lock_guard lock(desk_.mutex);
    desk_.wish.gain = gain;
}

void SoundMixer::set_loudness_gain(float gain) {
    std::lock_guard lock(desk_.mutex);
    desk_.wish.loudness_gain = gain;
}

void SoundMixer::set_mono(bool mono) {
    std::lock_guard lock(desk_.mutex);
    desk_.wish.mono = mono;
}

void SoundMixer::set_rate(double rate) {
    std::lock_guard lock(desk_.mutex);
    desk_.wish.rate = rate;
}

std::vector<SoundMixer::Heard> SoundMixer::take_heard() {
    std::lock_guard lock(desk_.mutex);
    std::vector<Heard> heard(desk_.heard.begin(),
                             desk_.heard.begin() + static_cast<std::ptrdiff_t>(desk_.heard_count));
    desk_.heard_count = 0;
    return heard;
}

void SoundMixer::publish(Heard heard) {
    std::lock_guard lock(desk_.mutex);
    if (desk_.heard_count == desk_.heard.size()) {
        std::move(desk_.heard.begin() + 1, desk_.heard.end(), desk_.heard.begin());
        --desk_.heard_count;
    }
    desk_.heard[desk_.heard_count++] = heard;
}

SoundMixer::Asked SoundMixer::asked() const {
    const std::lock_guard lock(desk_.mutex);
    return desk_.asked;
}

void SoundMixer::lose_speaker() {
    const std::lock_guard lock(desk_.mutex);
    desk_.asked = {};
}

void SoundMixer::pull(std::span<float> stereo, WallTime heard_at) {
    Wish wish;
    {
        std::lock_guard lock(desk_.mutex);
        wish = desk_.wish;
        ++desk_.asked.times;
        desk_.asked.until = heard_at;
    }
    take_wish(std::move(wish), heard_at);
    std::fill(stereo.begin(), stereo.end(), 0.0F);
    play_some(stereo, heard_at);
    for (std::size_t i = 0; i < stereo.size() / 2 && tail_at_ < tail_end_; ++i, ++tail_at_) {
        stereo[2 * i] += tail_[2 * tail_at_];
        stereo[2 * i + 1] += tail_[2 * tail_at_ + 1];
    }
    fold_down(stereo);
}

// After everything else, so that what fades out is folded as well.
void SoundMixer::fold_down(std::span<float> stereo) {
    const float wanted = now_.mono ? 1.0F : 0.0F;
    if (wanted == 0.0F && fold_ == 0.0F) return;
    for (std::size_t i = 0; i + 1 < stereo.size(); i += 2) {
        fold_ += std::clamp(wanted - fold_, -fade_step, fade_step);
        const float mean = (stereo[i] + stereo[i + 1]) / 2;
        stereo[i] += (mean - stereo[i]) * fold_;
        stereo[i + 1] += (mean - stereo[i + 1]) * fold_;
    }
}

// Makes the wish the state, and prepares what the change needs.
void SoundMixer::take_wish(Wish wish, WallTime heard_at) {
    if (wish.run != now_.run) {
        fade_old_out();
        std::shared_ptr<Run> before = feed_.begin(wish.run, wish.rate);
        std::lock_guard lock(desk_.mutex);
        desk_.retired = std::move(before);
        now_.run.reset();  // the same one
    } else if (wish.rate != now_.rate) {
        const double at = feed_.position();
        fade_old_out();
        feed_.go_on(at, wish.rate);
    }
    const bool anew = wish.number != now_.number;
    now_ = std::move(wish);
    if (level_ <= 0.0F) {  // nothing is heard of it: nor is a clip that begins when all is muted
        loudness_gain_ = now_.loudness_gain;
        gain_ = now_.gain;
    }
    if (!anew) return;
    delay_ = 0;
    feed_.look_again();
    if (now_.meeting && now_.run) meet(*now_.meeting, heard_at);
}

void SoundMixer::meet(const Meeting& meeting, WallTime heard_at) {
    const auto under_way = std::chrono::duration_cast<SourceDuration>(
        std::chrono::duration<double, std::nano>(heard_at - meeting.wall) * now_.rate);
    const std::int64_t due = sample_at(meeting.source + under_way);
    feed_.skip_to(due);
    const double ahead = feed_.position() - static_cast<double>(due);
    delay_ = std::max<std::int64_t>(0, std::llround(ahead / now_.rate));
}

// What the old run still has fades out below what comes now.
void SoundMixer::fade_old_out() {
    tail_at_ = tail_end_ = 0;
    if (!now_.run || level_ <= 0.0F) return;
    tail_end_ = feed_.read(tail_).frames;
    for (std::size_t i = 0; i < tail_end_; ++i) {
        level_ = std::max(0.0F, level_ - fade_step);
        const float gain = equal_power(level_) * gain_ * loudness_gain_;
        tail_[2 * i] *= gain;
        tail_[2 * i + 1] *= gain;
    }
    level_ = 0.0F;
}

// Of one frame: all that is on its way somewhere takes a step.
float SoundMixer::next_gain() {
    level_ = std::clamp(level_ + (now_.playing ? fade_step : -fade_step), 0.0F, 1.0F);
    gain_ += std::clamp(now_.gain - gain_, -fade_step, fade_step);
    loudness_gain_ = std::clamp(now_.loudness_gain, loudness_gain_ / loudness_step,
                                loudness_gain_ * loudness_step);
    return equal_power(level_) * gain_ * loudness_gain_;
}

void SoundMixer::play_some(std::span<float> stereo, WallTime heard_at) {
    const std::size_t played = play_run(stereo, heard_at);
    if (!now_.playing || !now_.next || played == stereo.size() / 2) return;
    if (now_.run && !now_.run->sound.drained()) return;
    std::int64_t begin = frames_until(now_.next->begin, heard_at);
    if (begin < static_cast<std::int64_t>(played) + near_enough_frames) {
        begin = static_cast<std::int64_t>(played);
    }
    if (begin >= static_cast<std::int64_t>(stereo.size() / 2)) return;  // in a later pull
    go_over();
    play_run(stereo.subspan(2 * static_cast<std::size_t>(begin)),
             later(heard_at, static_cast<std::size_t>(begin)));
}

// Makes the next run the present one, also in the wish, unless another one has come since.
void SoundMixer::go_over() {
    const Next next = std::move(*now_.next);
    now_.next.reset();
    now_.run = next.run;
    std::shared_ptr<Run> old = feed_.begin(next.run, now_.rate);
    now_.number = next.number;
    now_.meeting.reset();
    now_.loudness_gain = loudness_gain_ = next.loudness_gain;
    delay_ = 0;
    level_ = 0.0F;
    std::lock_guard lock(desk_.mutex);
    desk_.retired = std::move(old);
    Wish& wish = desk_.wish;
    if (!wish.next || wish.next->number != next.number) return;
    wish.next.reset();
    wish.run = next.run;
    wish.number = next.number;
    wish.meeting.reset();
    wish.loudness_gain = next.loudness_gain;
}

// Plays what the present run has, as far as it goes; returns how many frames that is, with those
// in which it was waited for.
std::size_t SoundMixer::play_run(std::span<float> stereo, WallTime heard_at) {
    if (!now_.run) return 0;
    std::size_t frames = stereo.size() / 2;
    const auto waiting =
        static_cast<std::size_t>(std::min<std::int64_t>(delay_, static_cast<std::int64_t>(frames)));
    delay_ -= static_cast<std::int64_t>(waiting);
    if (!now_.playing) {
        frames =
            std::min(frames, waiting + static_cast<std::size_t>(std::lround(level_ / fade_step)));
    }
    if (frames <= waiting) return frames;
    const std::span<float> wanted = stereo.subspan(2 * waiting, 2 * (frames - waiting));
    const SoundFeed::Taken taken = feed_.read(wanted);
    for (std::size_t i = 0; i < taken.frames; ++i) {
        const float gain = next_gain();
        wanted[2 * i] *= gain;
        wanted[2 * i + 1] *= gain;
    }
    if (taken.frames < frames - waiting) level_ = 0.0F;  // ran dry: comes back with a fade
    if (now_.playing && taken.frames > 0) {
        publish({now_.number, taken.first, later(heard_at, waiting), now_.rate});
    }
    return waiting + taken.frames;
}

}  // namespace media
