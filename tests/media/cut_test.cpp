// From one clip to the next, by itself: nothing is to be noticed.
#include <algorithm>
#include <cmath>

#include "player/media/film/source.h"
#include "tests/media/films.h"
#include "tests/media/made_up_speaker.h"

using namespace std::chrono_literals;
using namespace support;
using media::Ended;
using media::Phase;
using media::TimeRange;

namespace {

// The longest silence after the first sound, in samples.
std::size_t longest_silence(const std::vector<float>& left) {
    std::size_t silence = 0;
    std::size_t longest = 0;
    bool begun = false;
    for (const float sample : left) {
        begun = begun || std::abs(sample) > 0.4F;
        silence = begun && std::abs(sample) < 0.001F ? silence + 1 : 0;
        longest = std::max(longest, silence);
    }
    return longest;
}

// Plays one clip to its end with the other one announced to follow, and orders it as a program does
// that goes on by itself.
void play_over(StageHand& hand, Speaker& speaker, const media::ClipOrder& first,
               const media::ClipOrder& second) {
    hand.order.playing = true;
    hand.order.warm = {second};
    hand.order.then = second;
    REQUIRE(hand.cue(first));
    speaker.play(10ms);
    REQUIRE(hand.look_until([&] { return hand.engine().is_warm(second); }));
    speaker.play_to_end();
    REQUIRE(hand.count<Ended>() == 1);
    ++hand.order.cue;
    hand.order.clip = second;
    hand.order.then.reset();
    hand.order.warm.clear();
    hand.look();
}

}  // namespace

TEST_CASE("a clip that was announced follows without a silence, without a click, to the picture") {
    struct Row {
        const char* a;
        const char* b;
        TimeRange first, second;
    };
    const Row rows[] = {{"a.mov", "b.mov", {at(1s), at(2s)}, {at(1s), at(2s)}},
                        {"a.mov", "a.mov", {at(1s), at(2s)}, {at(3s), at(4s)}},
                        {"a.mov", "b.mov", {at(1003ms), at(2017ms)}, {at(0s), at(500ms)}}};
    for (const Row& row : rows) {
        ScratchFolder folder;
        make(folder, "a.mov", steady(100));
        make(folder, "b.mov", steady(100));
        StageHand hand;
        Speaker speaker{hand};
        const auto second = clip_of(folder, row.b, row.second);
        play_over(hand, speaker, clip_of(folder, row.a, row.first), second);
        const auto cut_at = hand.now;
        const int first_number = hand.shown_number();
        CHECK(first_number == media::sample_at(row.second.in) / 1920);
        speaker.play(200ms);
        // It is as far as if it had begun when the clip before ended.
        CHECK(hand.shown_number() - first_number == 5);
        CHECK(hand.now - cut_at == 200ms);
        speaker.play_to_end();
        CHECK(hand.count<Ended>() == 2);
        CHECK(hand.engine().status(hand.now).position == row.second.out);
        CHECK(longest_silence({speaker.left.begin(), speaker.left.end() - 10 * pull_frames}) <= 48);
        // Both fades together last 20 ms, from 0.5 to nothing and back.
        CHECK(largest_step(speaker.left) < 0.01F);
    }
}

TEST_CASE("sound and picture stay together over a cut") {
    ScratchFolder folder;
    make(folder, "a.mov", beeping(100));
    make(folder, "b.mov", beeping(250));
    StageHand hand;
    Speaker speaker{hand};
    play_over(hand, speaker, clip_of(folder, "a.mov", TimeRange{at(500ms), at(2200ms)}),
              clip_of(folder, "b.mov", TimeRange{at(400ms), at(9s)}));
    const Offsets offsets = measure(hand, speaker, 8s);
    REQUIRE(offsets.ms.size() >= 7);
    CHECK(offsets.worst() < 15);
}

TEST_CASE("a clip that was announced and is no longer wanted is not heard") {
    ScratchFolder folder;
    make(folder, "a.mov", steady(100));
    make(folder, "b.mov", steady(100));
    struct Row {
        const char* what;
        void (*change)(media::EngineOrder& order);
    };
    const Row rows[] = {{"paused", [](media::EngineOrder& order) { order.playing = false; }},
                        {"another way", [](media::EngineOrder& order) { order.then.reset(); }}};
    for (const Row& row : rows) {
        CAPTURE(std::string(row.what));
        StageHand hand;
        Speaker speaker{hand};
        const auto second = clip_of(folder, "b.mov", TimeRange{at(1s), at(2s)});
        hand.order.playing = true;
        hand.order.warm = {second};
        hand.order.then = second;
        REQUIRE(hand.cue(clip_of(folder, "a.mov", TimeRange{at(1s), at(2s)})));
        speaker.play(10ms);
        REQUIRE(hand.look_until([&] { return hand.engine().is_warm(second); }));
        // To within the last pulls: the sound of the second one is lined up by now.
        while (hand.engine().status(hand.now).position < at(1970ms))
            speaker.play(10ms);
        row.change(hand.order);
        hand.look();
        const std::size_t so_far = speaker.left.size();
        for (int i = 0; i < 30; ++i) {
            speaker.pull();
            hand.now += 10ms;
            hand.look();
        }
        // The rest of the first one, or a fade.
        CHECK(std::all_of(speaker.left.begin() + static_cast<std::ptrdiff_t>(so_far) + 4 * 480,
                          speaker.left.end(), [](float sample) { return sample == 0.0F; }));
        REQUIRE(hand.cue(second));
        CHECK(hand.shown_number() == 25);
    }
}

TEST_CASE("a cut to a warm clip leaves no silence longer than the speaker's own delay") {
    ScratchFolder folder;
    make(folder, "a.mov", steady(100));
    make(folder, "b.mov", steady(100));
    StageHand hand;
    Speaker speaker{hand};
    hand.order.playing = true;
    const auto next = clip_of(folder, "b.mov", TimeRange{at(1s), at(2s)});
    hand.order.warm = {next};
    REQUIRE(hand.cue(clip_of(folder, "a.mov", TimeRange{at(1s), at(2s)})));
    speaker.play(10ms);
    REQUIRE(hand.look_until([&] { return hand.engine().is_warm(next); }));
    speaker.play_to_end();
    REQUIRE(hand.count<Ended>() == 1);
    ++hand.order.cue;
    hand.order.clip = next;
    speaker.play(500ms);
    std::size_t silence = 0;
    std::size_t longest = 0;
    bool begun = false;
    for (const float sample : speaker.left) {
        begun = begun || sample > 0.4F;
        silence = begun && std::abs(sample) < 0.001F ? silence + 1 : 0;
        longest = std::max(longest, silence);
    }
    // 30 ms between the last sample pulled and heard, and up to one pull.
    CHECK(longest <= 41 * 48);
    CHECK(hand.shown_number() == 25 + 11);
}
