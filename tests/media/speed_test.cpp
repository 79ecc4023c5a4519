#include "player/media/sound/sound_feed.h"

#include <numbers>

#include "tests/media/made_up_speaker.h"

using namespace std::chrono_literals;
using namespace support;
using media::TimeRange;

namespace {

constexpr double rates[] = {0.5, 0.75, 1.25, 1.5, 2.0};

FilmRecipe humming(int pictures) {
    FilmRecipe recipe = beeping(pictures);
    recipe.beep_every_ms = 50;  // one tone of 1 kHz without end
    recipe.sound_codec = "pcm_s16le";
    return recipe;
}

int rises(std::span<const float> samples) {
    int count = 0;
    for (std::size_t i = 1; i < samples.size(); ++i)
        count += samples[i - 1] < 0 && samples[i] >= 0 ? 1 : 0;
    return count;
}

// A run of a hum with a knock every quarter of a second, decoded as it is needed.
struct KnockingRun {
    std::int64_t frames;
    std::shared_ptr<media::Run> run = std::make_shared<media::Run>(media::RunStart{}, 0);

    static constexpr std::int64_t every = 12'000;
    static float value(std::int64_t sample) {
        const double s = static_cast<double>(sample) / 48000.0;
        const double hum = 0.05 * std::sin(2 * std::numbers::pi * 140 * s) +
                           0.03 * std::sin(2 * std::numbers::pi * 317 * s);
        const bool knock = sample % every < 720;
        return static_cast<float>(hum +
                                  (knock ? 0.8 * std::sin(2 * std::numbers::pi * 1000 * s) : 0.0));
    }

    void decode() {
        media::SoundQueue& sound = run->sound;
        if (sound.finished() || sound.buffered_frames() > 24'000) return;
        std::vector<float> stereo;
        for (std::int64_t i = sound.next_to_write(); stereo.size() < 2 * 9600; ++i)
            stereo.insert(stereo.end(), 2, value(i));
        sound.write(stereo, {});
        if (sound.next_to_write() >= frames) sound.finish();
    }
};

}  // namespace

TEST_CASE("voices keep their pitch at every speed") {
    ScratchFolder folder;
    make(folder, "hum.mov", humming(250));
    for (const double rate : rates) {
        CAPTURE(rate);
        StageHand hand;
        Speaker speaker{hand};
        hand.order.playing = true;
        hand.order.rate = rate;
        REQUIRE(hand.cue(clip_of(folder, "hum.mov")));
        speaker.play(2500ms);
        const std::span<const float> second{speaker.left.data() + 48000, 48000};
        CHECK(rises(second) == doctest::Approx(1000).epsilon(0.01));
    }
}

TEST_CASE("picture and sound meet within 40 ms at every speed: at start, after a jump, a pause") {
    ScratchFolder folder;
    make(folder, "beeps.mp4", beeping(700));
    for (const double rate : rates) {
        CAPTURE(rate);
        StageHand hand;
        Speaker speaker{hand};
        hand.order.playing = true;
        hand.order.rate = rate;
        REQUIRE(hand.cue(clip_of(folder, "beeps.mp4", TimeRange{at(500ms), at(27s)})));
        const Offsets start = measure(hand, speaker, 6s);
        CHECK(static_cast<double>(start.ms.size()) >= 6 * rate - 2);
        CHECK(start.worst() < 40);
        REQUIRE(hand.seek(at(13700ms)));
        const Offsets jumped = measure(hand, speaker, 3s);
        CHECK(static_cast<double>(jumped.ms.size()) >= 3 * rate - 2);
        CHECK(jumped.worst() < 40);
        speaker.pause_for_a_while();
        const Offsets resumed = measure(hand, speaker, 3s);
        CHECK(static_cast<double>(resumed.ms.size()) >= 3 * rate - 2);
        CHECK(resumed.worst() < 40);
    }
}

TEST_CASE("picture and sound stay together however often the speed is changed") {
    ScratchFolder folder;
    make(folder, "beeps.mp4", beeping(1000));
    for (const int latency_ms : {10, 120}) {
        CAPTURE(latency_ms);
        StageHand hand;
        Speaker speaker{hand};
        speaker.latency = std::chrono::milliseconds{latency_ms};
        hand.order.playing = true;
        REQUIRE(hand.cue(clip_of(folder, "beeps.mp4")));
        std::size_t beeps = 0;
        for (const double rate : {1.25, 1.5, 0.75, 0.5, 1.0, 2.0, 1.0, 0.75, 1.0}) {
            CAPTURE(rate);
            hand.order.rate = rate;
            const Offsets offsets = measure(hand, speaker, 3s);
            beeps += offsets.ms.size();
            CHECK(offsets.worst() < 40);
        }
        CHECK(beeps >= 20);
    }
}

TEST_CASE("a change of speed does not click") {
    ScratchFolder folder;
    FilmRecipe recipe;
    recipe.pictures = 300;
    recipe.sound = FilmSound::Steady;
    recipe.sound_codec = "pcm_s16le";
    make(folder, "steady.mov", recipe);
    StageHand hand;
    Speaker speaker{hand};
    hand.order.playing = true;
    REQUIRE(hand.cue(clip_of(folder, "steady.mov")));
    for (const double rate : {1.0, 1.25, 2.0, 0.5, 1.0}) {
        hand.order.rate = rate;
        speaker.play(400ms);
    }
    // Two fades of 0.5 at once, 10 ms long, and no hole between them.
    CHECK(largest_step(speaker.left) < 0.008F);
    CHECK(*std::min_element(speaker.left.begin() + 4800, speaker.left.end()) > 0.45F);
}

TEST_CASE("a clip lasts its length divided by the speed, and ends once") {
    ScratchFolder folder;
    make(folder, "beeps.mp4", beeping(200));
    for (const double rate : rates) {
        CAPTURE(rate);
        StageHand hand;
        Speaker speaker{hand};
        hand.order.playing = true;
        hand.order.rate = rate;
        REQUIRE(hand.cue(clip_of(folder, "beeps.mp4", TimeRange{at(1s), at(7s)})));
        hand.flowing();
        const media::WallTime start = hand.now;
        speaker.play_to_end();
        CHECK(hand.count<media::Ended>() == 1);
        CHECK(hand.shown_number() == 174);
        const double lasted = std::chrono::duration<double>(hand.now - start).count();
        CHECK(lasted == doctest::Approx(6 / rate).epsilon(0.02));
    }
}

TEST_CASE("without a speaker the picture takes a new speed at once") {
    ScratchFolder folder;
    make(folder, "beeps.mp4", beeping(500));
    StageHand hand;
    hand.order.playing = true;
    REQUIRE(hand.cue(clip_of(folder, "beeps.mp4")));
    hand.pass(2s);
    CHECK(hand.shown_number() == 50);
    hand.order.rate = 2.0;
    hand.look();
    hand.pass(2s);
    CHECK(hand.shown_number() == 150);
    hand.order.rate = 0.5;
    hand.look();
    hand.pass(2s);
    CHECK(hand.shown_number() == 175);
}

TEST_CASE("what is heard is what lies at its place in the film, however long it runs") {
    constexpr int minute = 60 * 48000;
    for (const double rate : rates) {
        CAPTURE(rate);
        media::SoundFeed feed;
        KnockingRun knocking{minute};
        feed.begin(knocking.run, rate);
        std::vector<float> stereo(2 * 480);
        double most_ms = 0;
        int knocks = 0;
        std::int64_t heard = 0;
        std::int64_t knocked = -4800;
        for (;;) {
            knocking.decode();
            const media::SoundFeed::Taken taken = feed.read(stereo);
            if (taken.frames == 0) break;
            for (std::size_t i = 0; i < taken.frames; ++i, ++heard) {
                if (std::abs(stereo[2 * i]) < 0.3F || heard - knocked < 3000) continue;
                knocked = heard;
                ++knocks;
                const double told =
                    std::chrono::duration<double>(taken.first.time_since_epoch()).count() +
                    static_cast<double>(i) * rate / 48000;
                most_ms = std::max(most_ms, std::abs(told - std::round(told * 4) / 4) * 1000);
            }
        }
        CHECK(most_ms < 20);
        CHECK(knocks == doctest::Approx(240).epsilon(0.03));
        CHECK(static_cast<double>(heard) == doctest::Approx(minute / rate).epsilon(0.001));
    }
}

TEST_CASE("a speed taken and left again goes on with the very next sample") {
    media::SoundFeed feed;
    KnockingRun knocking{10 * 48000};
    feed.begin(knocking.run, 1.0);
    std::vector<float> stereo(2 * 480);
    knocking.decode();
    feed.read(stereo);
    CHECK(stereo[20] == KnockingRun::value(10));
    CHECK(feed.position() == 480.0);
    feed.go_on(feed.position(), 2.0);
    for (int i = 0; i < 100; ++i) {
        knocking.decode();
        feed.read(stereo);
    }
    constexpr int there = 480 + 100 * 960;
    CHECK(feed.position() == there);
    feed.go_on(feed.position(), 1.0);
    feed.read(stereo);
    CHECK(stereo[0] == KnockingRun::value(there));
    CHECK(stereo[958] == KnockingRun::value(there + 479));
}

TEST_CASE("a loop goes back to its first picture, again and again, and does not end") {
    ScratchFolder folder;
    const FilmRecipe recipe = beeping(200);
    make(folder, "beeps.mp4", recipe);
    StageHand hand;
    hand.order.playing = true;
    REQUIRE(hand.cue(clip_of(folder, "beeps.mp4", pictures(recipe, 10, 60))));
    hand.order.loop = pictures(recipe, 30, 35);
    int expected = 10;
    for (int i = 0; i < 60; ++i) {
        REQUIRE(hand.next_picture());
        expected = expected == 34 ? 30 : expected + 1;
        CHECK(hand.shown_number() == expected);
    }
    CHECK(hand.count<media::Ended>() == 0);
    hand.order.loop.reset();
    while (hand.next_picture()) {
    }
    CHECK(hand.shown_number() == 59);
    CHECK(hand.count<media::Ended>() == 1);
}
