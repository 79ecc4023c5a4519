#include <algorithm>
#include <cmath>
#include <numeric>
#include <thread>

#include "player/media/film/source.h"
#include "tests/media/films.h"
#include "tests/media/made_up_speaker.h"

using namespace std::chrono_literals;
using namespace support;
using media::Ended;
using media::TimeRange;
using media::WallTime;

namespace {

// How many samples of the numbered sound from `first` on are not where they should be. The fades
// at both ends are left out.
int wrong_samples(const std::vector<float>& left, std::int64_t first, std::int64_t count) {
    std::size_t begin = 0;
    while (begin < left.size() && left[begin] == 0.0F)
        ++begin;
    if (begin + static_cast<std::size_t>(count) > left.size()) return -1;
    constexpr std::int64_t fade = 480;
    int wrong = 0;
    for (std::int64_t i = fade; i < count - fade; ++i) {
        const auto expected = static_cast<float>(sample_value(first + i)) / 32768.0F;
        if (left[begin + static_cast<std::size_t>(i)] != expected) ++wrong;
    }
    // And nothing after the end.
    for (std::size_t i = begin + static_cast<std::size_t>(count); i < left.size(); ++i) {
        if (left[i] != 0.0F) ++wrong;
    }
    return wrong;
}

}  // namespace

TEST_CASE("sound is cut to the sample at in and out") {
    struct Row {
        const char* file;
        const char* codec;
        int pictures;
        TimeRange range;
    };
    const Row rows[] = {
        {"pcm.mov", "pcm_s16le", 100, {at(1234ms), at(2345ms)}},
        {"flac.mp4", "flac", 100, {at(777ms), at(1500ms)}},
        {"only.wav", "pcm_s16le", 0, {at(1001ms), at(1999ms)}},
        {"only.flac", "flac", 0, {at(0ms), at(500ms)}},
        {"pcm.avi", "pcm_s16le", 100, {at(2000ms), at(2100ms)}},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.file));
        ScratchFolder folder;
        FilmRecipe recipe;
        recipe.pictures = row.pictures;
        recipe.b_pictures = 0;
        recipe.sound = FilmSound::Numbers;
        recipe.sound_codec = row.codec;
        recipe.sound_ms = 4000;
        make(folder, row.file, recipe);
        StageHand hand;
        Speaker speaker{hand};
        hand.order.playing = true;
        REQUIRE(hand.cue(clip_of(folder, row.file, row.range)));
        speaker.play_to_end();
        CHECK(hand.count<Ended>() == 1);
        CHECK(wrong_samples(speaker.left, media::sample_at(row.range.in),
                            media::sample_at(row.range.out) - media::sample_at(row.range.in)) == 0);
    }
}

TEST_CASE("a jump starts the sound at its sample") {
    ScratchFolder folder;
    FilmRecipe recipe;
    recipe.sound = FilmSound::Numbers;
    recipe.sound_codec = "pcm_s16le";
    make(folder, "pcm.mov", recipe);
    StageHand hand;
    Speaker speaker{hand};
    REQUIRE(hand.cue(clip_of(folder, "pcm.mov", TimeRange{at(500ms), at(3s)})));
    REQUIRE(hand.seek(at(2345ms)));
    hand.order.playing = true;
    speaker.play_to_end();
    CHECK(wrong_samples(speaker.left, 2345 * 48, (3000 - 2345) * 48) == 0);
}

TEST_CASE("nothing clicks: at start, pause, resume, jump, cut and end the sound fades") {
    ScratchFolder folder;
    make(folder, "a.mov", steady(200));
    make(folder, "b.mov", steady(200));
    StageHand hand;
    Speaker speaker{hand};
    hand.order.playing = true;
    REQUIRE(hand.cue(clip_of(folder, "a.mov")));
    speaker.play(200ms);
    hand.order.playing = false;
    hand.look();
    for (int i = 0; i < 5; ++i)
        speaker.pull();
    CHECK(speaker.left.back() == 0.0F);
    hand.order.playing = true;
    speaker.play(200ms);
    REQUIRE(hand.seek(at(5s)));
    speaker.play(200ms);
    REQUIRE(hand.cue(clip_of(folder, "b.mov", TimeRange{at(1s), at(1500ms)})));
    speaker.play_to_end();
    for (int i = 0; i < 5; ++i)
        speaker.pull();
    hand.order.muted = true;
    REQUIRE(hand.cue(clip_of(folder, "a.mov")));
    speaker.play(100ms);
    hand.order.muted = false;
    speaker.play(100ms);
    hand.order.clip.reset();
    hand.look();
    for (int i = 0; i < 5; ++i)
        speaker.pull();
    // The steady sound is 0.5; a fade of 10 ms changes by 0.5 * pi / 2 / 480 at most.
    CHECK(*std::max_element(speaker.left.begin(), speaker.left.end()) > 0.49F);
    CHECK(largest_step(speaker.left) < 0.004F);
    CHECK(speaker.left.back() == 0.0F);
}

TEST_CASE("volume is cubic, and mute is silence") {
    ScratchFolder folder;
    make(folder, "a.mov", steady(100));
    struct Row {
        float volume;
        bool muted;
        float heard;
    };
    for (const Row& row : {Row{1.0F, false, 0.5F}, Row{0.5F, false, 0.0625F},
                           Row{0.0F, false, 0.0F}, Row{1.0F, true, 0.0F}}) {
        CAPTURE(row.volume);
        StageHand hand;
        Speaker speaker{hand};
        hand.order.volume = row.volume;
        hand.order.muted = row.muted;
        hand.order.playing = true;
        REQUIRE(hand.cue(clip_of(folder, "a.mov")));
        speaker.play(200ms);
        CHECK(speaker.left.back() == doctest::Approx(row.heard).epsilon(0.001));
    }
}

TEST_CASE("picture and sound meet within 40 ms: at start, after jumps, after a pause") {
    for (const int latency_ms : {0, 30, 120}) {
        CAPTURE(latency_ms);
        ScratchFolder folder;
        make(folder, "beeps.mp4", beeping(500));
        StageHand hand;
        Speaker speaker{hand};
        speaker.latency = std::chrono::milliseconds{latency_ms};
        hand.order.playing = true;
        REQUIRE(hand.cue(clip_of(folder, "beeps.mp4", TimeRange{at(500ms), at(20s)})));
        const Offsets start = measure(hand, speaker, 3200ms);
        CHECK(start.ms.size() == 3);
        CHECK(start.worst() < 15);
        REQUIRE(hand.seek(at(7700ms)));
        const Offsets jumped = measure(hand, speaker, 2600ms);
        CHECK(jumped.ms.size() >= 2);
        CHECK(jumped.worst() < 15);
        speaker.pause_for_a_while();
        const Offsets resumed = measure(hand, speaker, 2600ms);
        CHECK(resumed.ms.size() >= 2);
        CHECK(resumed.worst() < 15);
    }
}

TEST_CASE("picture and sound stay together on a device whose clock runs slow or fast") {
    for (const double speed : {0.97, 1.03}) {
        CAPTURE(speed);
        ScratchFolder folder;
        make(folder, "beeps.mp4", beeping(500));
        StageHand hand;
        Speaker speaker{hand};
        speaker.speed = speed;
        hand.order.playing = true;
        REQUIRE(hand.cue(clip_of(folder, "beeps.mp4")));
        const Offsets offsets = measure(hand, speaker, 15s);
        CHECK(offsets.ms.size() >= 13);
        CHECK(offsets.worst() < 25);
    }
}

TEST_CASE("without a speaker the picture goes with the wall, and a new speaker meets it") {
    ScratchFolder folder;
    make(folder, "beeps.mp4", beeping(500));
    StageHand hand;
    hand.order.playing = true;
    REQUIRE(hand.cue(clip_of(folder, "beeps.mp4")));
    hand.pass(3s);
    CHECK(hand.shown_number() == 75);
    Speaker speaker{hand};
    const Offsets offsets = measure(hand, speaker, 4s);
    CHECK(offsets.ms.size() >= 3);
    CHECK(offsets.worst() < 15);
    hand.engine().set_speaker_present(false);
    const int before = hand.shown_number();
    hand.pass(1s);
    CHECK(hand.shown_number() == before + 25);
}

TEST_CASE("a speaker that falls silent does not stop the picture, and meets it again") {
    ScratchFolder folder;
    make(folder, "beeps.mp4", beeping(500));
    StageHand hand;
    Speaker speaker{hand};
    hand.order.playing = true;
    REQUIRE(hand.cue(clip_of(folder, "beeps.mp4")));
    speaker.play(2s);
    const int before = hand.shown_number();
    hand.pass(3s);  // nobody pulls
    CHECK(std::abs(hand.shown_number() - (before + 75)) <= 1);
    const Offsets offsets = measure(hand, speaker, 4s);
    CHECK(offsets.ms.size() >= 3);
    CHECK(offsets.worst() < 15);
}

TEST_CASE("a speaker that never pulls does not keep a clip from playing and ending") {
    ScratchFolder folder;
    make(folder, "beeps.mp4", beeping(50));
    StageHand hand;
    hand.engine().set_speaker_present(true);
    hand.order.playing = true;
    REQUIRE(hand.cue(clip_of(folder, "beeps.mp4")));
    hand.pass(2500ms);
    CHECK(hand.look_until([&] { return hand.count<Ended>() == 1; }));
    CHECK(hand.shown_number() == 49);
}

TEST_CASE("a speaker that asks once and then not again is not waited for, and meets the picture") {
    ScratchFolder folder;
    make(folder, "beeps.mp4", beeping(500));
    StageHand hand;
    Speaker speaker{hand};
    REQUIRE(hand.cue(clip_of(folder, "beeps.mp4")));
    speaker.pull();
    hand.pass(250ms);
    hand.order.playing = true;
    const int before = hand.shown_number();
    hand.flowing();
    hand.pass(200ms);
    CHECK(std::abs(hand.shown_number() - (before + 5)) <= 1);
    hand.pass(1s);
    const Offsets offsets = measure(hand, speaker, 4s);
    CHECK(offsets.ms.size() >= 3);
    CHECK(offsets.worst() < 15);
}

TEST_CASE("when the sound is over the picture goes on, and the other way round") {
    struct Row {
        const char* what;
        int pictures, sound_ms;
    };
    for (const Row& row :
         {Row{"sound ends first", 100, 1500}, Row{"picture ends first", 40, 4000}}) {
        CAPTURE(std::string(row.what));
        ScratchFolder folder;
        FilmRecipe recipe = beeping(row.pictures);
        recipe.sound_ms = row.sound_ms;
        make(folder, "film.mp4", recipe);
        StageHand hand;
        Speaker speaker{hand};
        hand.order.playing = true;
        REQUIRE(hand.cue(clip_of(folder, "film.mp4")));
        const WallTime start = hand.now;
        speaker.play_to_end();
        CHECK(hand.count<Ended>() == 1);
        CHECK(hand.shown_number() == row.pictures - 1);
        CHECK(hand.now - start >= 3990ms);
        CHECK(hand.now - start <= 4150ms);
    }
}

TEST_CASE("sound alone plays, without a picture, and ends") {
    for (const char* file : {"talk.m4a", "talk.mp3", "talk.ogg", "talk.wav", "talk.flac"}) {
        CAPTURE(std::string(file));
        ScratchFolder folder;
        FilmRecipe recipe;
        recipe.pictures = 0;
        recipe.sound = FilmSound::Beeps;
        recipe.sound_ms = 2500;
        const std::string name = file;
        if (name == "talk.mp3") recipe.sound_codec = "libmp3lame";
        if (name == "talk.ogg") recipe.sound_codec = "libvorbis";
        if (name == "talk.wav") recipe.sound_codec = "pcm_s16le";
        if (name == "talk.flac") recipe.sound_codec = "flac";
        make(folder, file, recipe);
        StageHand hand;
        Speaker speaker{hand};
        hand.order.playing = true;
        REQUIRE(hand.cue(clip_of(folder, file)));
        CHECK_FALSE(hand.look().has_value());
        CHECK(hand.engine().status(hand.now).phase == media::Phase::Playing);
        speaker.play(1s);
        CHECK(hand.engine().status(hand.now).position > at(900ms));
        speaker.play_to_end();
        CHECK(hand.count<Ended>() == 1);
        const auto beeps = speaker.beeps();
        REQUIRE(beeps.size() == 3);
        CHECK(std::abs(static_cast<int>(beeps[1] - beeps[0]) - 48000) < 480);
        CHECK(std::abs(static_cast<int>(beeps[2] - beeps[1]) - 48000) < 480);
    }
}

TEST_CASE("after the machine has slept sound and picture go on together") {
    ScratchFolder folder;
    make(folder, "film.mp4", beeping(300));
    StageHand hand;
    Speaker speaker(hand);
    hand.order.playing = true;
    REQUIRE(hand.cue(clip_of(folder, "film.mp4")));
    CHECK(measure(hand, speaker, 2200ms).worst() <= 40);
    const int before = hand.shown_number();
    hand.now += 5min;
    hand.look();
    const Offsets after = measure(hand, speaker, 3200ms);
    CHECK(after.ms.size() >= 3);
    CHECK(after.worst() <= 40);
    CHECK(hand.shown_number() - before <= 85);
}

TEST_CASE("what may come next is opened when the film on the screen moves, not before") {
    ScratchFolder folder;
    make(folder, "beeps.mp4", beeping(50));
    make(folder, "next.mp4", beeping(50));
    const media::ClipOrder next = clip_of(folder, "next.mp4");
    StageHand hand;
    Speaker speaker{hand};
    hand.order.playing = true;
    hand.order.warm = {next};
    REQUIRE(hand.cue(clip_of(folder, "beeps.mp4")));
    REQUIRE(hand.flowing());
    for (int i = 0; i < 50; ++i) {
        hand.look();
        std::this_thread::sleep_for(10ms);  // longer than opening takes
    }
    CHECK_FALSE(hand.engine().is_warm(next));
    speaker.pull();
    CHECK(hand.look_until([&] { return hand.engine().is_warm(next); }));
}
