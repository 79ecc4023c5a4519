// The sound of a run as it is heard: at any rate, every sample with its place in the film.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "player/media/clip/run.h"
#include "player/media/sound/sound_stretcher.h"

namespace media {

// One thread: the speaker's. Never waits for the run's decoder.
class SoundFeed {
public:
    // Plays `run` from where it was left; nothing ends it.
    // @returns what was played before, so that somebody else frees it
    std::shared_ptr<Run> begin(std::shared_ptr<Run> run, double rate);

    // What comes next, as a number of samples of the film.
    double position() const { return position_; }
    // Goes on at another rate, from a place that was read not longer than `memory_frames` ago.
    void go_on(double position, double rate);

    // The run was moved on by somebody else: goes on from there.
    void look_again();
    // Throws away what comes before `sample`.
    void skip_to(std::int64_t sample);

    struct Taken {
        SourceTime first{};      // what the first of them is in the film
        std::size_t frames = 0;  // fewer than asked for when there are no more yet
    };
    Taken read(std::span<float> stereo);

    static constexpr std::size_t memory_frames = sound_rate_hz / 10;

private:
    bool take_more(std::size_t frames);
    void restart(double position);
    std::size_t read_plain(std::span<float> stereo);
    std::size_t read_stretched(std::span<float> stereo);
    void forget_old();
    std::int64_t held_end() const {
        return held_first_ + static_cast<std::int64_t>(held_.size() / 2);
    }

    std::shared_ptr<Run> run_;
    double rate_ = 1.0;
    double position_ = 0.0;
    std::vector<float> held_;  // taken out of the run: heard a moment ago, or not heard yet
    std::int64_t held_first_ = 0;
    // While the rate is not 1:
    SoundStretcher stretcher_;
    std::int64_t fed_to_ = 0;  // the first sample that it was not fed
    bool finished_ = false;    // it was told that nothing more comes
};

}  // namespace media
