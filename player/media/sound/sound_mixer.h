// What the speaker pulls from: the sound of the playing clip, faded so that nothing clicks.
#pragma once

#include <array>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "player/media/engine.h"
#include "player/media/sound/sound_feed.h"

namespace media {

// pull() is for the speaker's thread, everything else for the main thread. Between them lies one
// small desk under a lock that is held for a few copies only; all else belongs to the speaker.
class SoundMixer final : public SoundTap {
public:
    // Where the film is when the sound joins it under way.
    struct Meeting {
        SourceTime source{};
        WallTime wall{};
    };

    SoundMixer();

    void pull(std::span<float> stereo, WallTime heard_at) override;

    // Plays the sound of `run` from where it was left.
    // @param meeting  when given, sound is left out or delayed so that it meets the picture
    // @returns        the number that what is heard of it carries
    std::uint64_t play(std::shared_ptr<Run> run, std::optional<Meeting> meeting);
    // Lets the sound of `run` follow without a gap when that of the present run is over, at about
    // `begin`; when there is none, just then. Playing, pausing and dropping call it off.
    // @param loudness_gain  its own, as for set_loudness_gain()
    // @returns              the number that what is heard of it carries
    std::uint64_t line_up(std::shared_ptr<Run> run, WallTime begin, float loudness_gain);
    // Takes back what was lined up under this number; if it has begun it fades out.
    void call_off(std::uint64_t number);
    // Fades out and waits.
    void pause();
    // Fades out and forgets the run.
    void drop();
    // The volume: followed within milliseconds, and at once where nothing is heard.
    void set_gain(float gain);
    // Both sides carry the mean of both, so that one ear hears everything: followed within
    // milliseconds, and never louder than the louder side.
    void set_mono(bool mono);
    // What brings the present clip to the common loudness: taken on at once where nothing is heard,
    // else approached so slowly that nobody notices.
    void set_loudness_gain(float gain);
    // Film per time. What is heard changes without a gap.
    void set_rate(double rate);

    // What is heard when, and how fast it goes on from there.
    struct Heard {
        std::uint64_t number = 0;
        SourceTime source{};
        WallTime at{};
        double rate = 1.0;
    };
    // Since the last call, oldest first; the last few of them.
    std::vector<Heard> take_heard();
    // Whether or not anything plays.
    struct Asked {
        std::int64_t times = 0;
        WallTime until{};  // when the samples that were asked for last are heard
    };
    // Of the speaker that is there now.
    Asked asked() const;
    // The speaker is gone: the next one has asked for nothing yet.
    void lose_speaker();

private:
    // What comes when the present run is over.
    struct Next {
        std::shared_ptr<Run> run;
        std::uint64_t number = 0;
        WallTime begin{};
        float loudness_gain = 1.0F;
    };
    struct Wish {
        std::shared_ptr<Run> run;
        bool playing = false;
        std::uint64_t number = 0;
        std::optional<Meeting> meeting;
        float gain = 1.0F;
        float loudness_gain = 1.0F;
        double rate = 1.0;
        bool mono = false;
        std::optional<Next> next;
    };
    struct Desk {
        mutable std::mutex mutex;
        Wish wish;  // guarded by mutex, as all below
        std::array<Heard, 16> heard{};
        std::size_t heard_count = 0;
        std::uint64_t numbers = 0;  // given out
        Asked asked;
        std::shared_ptr<Run> retired;  // given back, so that the speaker's thread frees nothing
    } desk_;

    void take_wish(Wish wish, WallTime heard_at);
    void meet(const Meeting& meeting, WallTime heard_at);
    void fade_old_out();
    float next_gain();
    void fold_down(std::span<float> stereo);
    void play_some(std::span<float> stereo, WallTime heard_at);
    std::size_t play_run(std::span<float> stereo, WallTime heard_at);
    void go_over();
    void publish(Heard heard);

    // Of the speaker's thread.
    Wish now_;
    SoundFeed feed_;      // of now_.run
    float level_ = 0.0F;  // of the fade, 0 to 1 along its length
    float gain_ = 1.0F;   // on its way to now_.gain
    float loudness_gain_ = 1.0F;
    float fold_ = 0.0F;        // 0: stereo, 1: mono
    std::int64_t delay_ = 0;   // frames of silence before the sound meets the picture
    std::vector<float> tail_;  // what fades out of the run before
    std::size_t tail_at_ = 0;  // frames of it played
    std::size_t tail_end_ = 0;
};

// As heard: equal steps sound equal.
float cubic_gain(float volume, bool muted);

}  // namespace media
