#include "player/media/analysis/loudness.h"

#include "tests/media/ebur128_judge.h"
#include "tests/media/made_up_speaker.h"

using namespace std::chrono_literals;
using namespace support;
using media::Loudness;
using media::TimeRange;

namespace {

FilmRecipe talking(float level, int sound_ms = 11'000) {
    FilmRecipe recipe;
    recipe.pictures = sound_ms / 40;
    recipe.width_px = 160;
    recipe.height_px = 90;
    recipe.sound = FilmSound::Talk;
    recipe.level = level;
    recipe.sound_codec = "pcm_s16le";
    return recipe;
}

// What is heard of a clip, to its end.
std::vector<float> heard(const media::ClipOrder& clip, std::optional<Loudness> loudness,
                         double target_lufs = media::usual_loudness_lufs) {
    StageHand hand;
    Speaker speaker{hand};
    hand.order.playing = true;
    hand.order.loudness = loudness;
    hand.order.target_lufs = target_lufs;
    REQUIRE(hand.cue(clip));
    speaker.play_to_end();
    REQUIRE(hand.count<media::Ended>() == 1);
    return speaker.left;
}

}  // namespace

TEST_CASE("the gain brings a clip to the target, but its peaks not above -1 dBTP") {
    struct Row {
        const char* what;
        std::optional<Loudness> loudness;
        double target, gain;
    };
    const Row rows[] = {
        {"quiet", Loudness{-33.0, -20.0}, -23, 10},
        {"loud", Loudness{-12.0, -0.5}, -23, -11},
        {"as it should be", Loudness{-23.0, -8.0}, -23, 0},
        {"quiet with one knock on the table", Loudness{-33.0, -4.0}, -23, 3},
        {"clipped already, and a loud room", Loudness{-14.0, 1.5}, -10, -2.5},
        {"nothing known", std::nullopt, -23, 0},
        {"silence", Loudness{-70.0, -120.0}, -23, 0},
        {"the hiss of a microphone", Loudness{-66.0, -55.0}, -23, 30},
        {"peak not known", Loudness{-30.0, std::nullopt}, -23, 7},
        {"peak not known, and a loud room", Loudness{-30.0, std::nullopt}, -14, 7},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.what));
        CHECK(media::loudness_gain_db(row.loudness, row.target) == doctest::Approx(row.gain));
    }
}

TEST_CASE("an answer is measured as it is heard, and as FFmpeg's meter has it") {
    struct Row {
        const char* file;
        const char* codec;
        int channels, rate_hz;
        float level;
        std::optional<TimeRange> trim;
    };
    const Row rows[] = {
        {"pcm.mov", "pcm_s16le", 2, 48000, 0.5F, TimeRange{at(1234ms), at(9876ms)}},
        {"mono.mov", "pcm_s16le", 1, 48000, 0.5F, TimeRange{at(600ms), at(8s)}},
        {"aac.mp4", "aac", 2, 44100, 0.9F, TimeRange{at(2s), at(10s)}},
        {"quiet.mkv", "flac", 2, 48000, 0.02F, std::nullopt},
        {"far.ts", "aac", 2, 48000, 0.3F, TimeRange{at(5s), at(10500ms)}},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.file));
        ScratchFolder folder;
        FilmRecipe recipe = talking(row.level);
        recipe.sound_codec = row.codec;
        recipe.channels = row.channels;
        recipe.sound_rate_hz = row.rate_hz;
        make(folder, row.file, recipe);
        const media::ClipOrder clip = clip_of(folder, row.file, row.trim);
        const auto measured = media::measure_loudness(clip, {});
        REQUIRE(measured.has_value());
        const Judged judged = judge_loudness(heard(clip, std::nullopt));
        CHECK(measured->lufs == doctest::Approx(judged.lufs).epsilon(0.005));
        CHECK(*measured->true_peak_dbtp == doctest::Approx(judged.true_peak_dbtp).epsilon(0.05));
    }
}

TEST_CASE("only what lies between in and out is measured") {
    ScratchFolder folder;
    make(folder, "talk.mov", talking(0.5F));
    // From the fourth to the fifth second nobody speaks.
    const auto quiet =
        media::measure_loudness(clip_of(folder, "talk.mov", TimeRange{at(4050ms), at(4950ms)}), {});
    REQUIRE(quiet.has_value());
    CHECK(quiet->lufs == media::nothing_heard_lufs);
}

TEST_CASE("a film without sound is silent, and one that cannot be read fails with a sentence") {
    ScratchFolder folder;
    FilmRecipe recipe = talking(0.5F, 1000);
    recipe.sound = FilmSound::None;
    make(folder, "mute.mp4", recipe);
    const auto mute = media::measure_loudness(clip_of(folder, "mute.mp4"), {});
    REQUIRE(mute.has_value());
    CHECK(mute->lufs == media::nothing_heard_lufs);
    const auto missing = media::measure_loudness(clip_of(folder, "missing.mp4"), {});
    REQUIRE_FALSE(missing.has_value());
    CHECK_FALSE(missing.error().what.empty());
}

TEST_CASE("measuring that was stopped gives nothing, rather than something wrong") {
    ScratchFolder folder;
    make(folder, "talk.mov", talking(0.5F));
    std::stop_source stop;
    stop.request_stop();
    CHECK_FALSE(media::measure_loudness(clip_of(folder, "talk.mov"), stop.get_token()).has_value());
}

TEST_CASE("twenty people recorded from a whisper to a shout sound equally loud") {
    ScratchFolder folder;
    double quietest = 0.0;
    double loudest = -100.0;
    double quietest_film = 0.0;
    double loudest_film = -100.0;
    for (int person = 0; person < 20; ++person) {
        CAPTURE(person);
        FilmRecipe recipe = talking(static_cast<float>(0.015 * std::pow(1.24, person)), 6000);
        recipe.channels = 1 + person % 2;
        const std::string file = "person" + std::to_string(person) + ".mov";
        make(folder, file, recipe);
        const auto clip = clip_of(folder, file, TimeRange{at(200ms), at(5800ms)});
        const auto measured = media::measure_loudness(clip, {});
        REQUIRE(measured.has_value());
        quietest_film = std::min(quietest_film, measured->lufs);
        loudest_film = std::max(loudest_film, measured->lufs);
        const Judged judged = judge_loudness(heard(clip, *measured));
        quietest = std::min(quietest, judged.lufs);
        loudest = std::max(loudest, judged.lufs);
        CHECK(judged.true_peak_dbtp <= -0.9);
    }
    CHECK(loudest_film - quietest_film > 30);  // as they were recorded
    CHECK(loudest - quietest <= 1.0);
    CHECK(loudest == doctest::Approx(-23.0).epsilon(0.02));
}

TEST_CASE("a target that would clip is not reached: the peak stays below -1 dBTP") {
    ScratchFolder folder;
    make(folder, "talk.mov", talking(0.4F, 6000));
    const auto clip = clip_of(folder, "talk.mov");
    const auto measured = media::measure_loudness(clip, {});
    REQUIRE(measured.has_value());
    const Judged judged = judge_loudness(heard(clip, *measured, -6.0));
    CHECK(judged.true_peak_dbtp <= -0.9);
    CHECK(judged.true_peak_dbtp >= -1.3);
}

TEST_CASE("loudness that becomes known under way is approached without a jump") {
    ScratchFolder folder;
    FilmRecipe recipe = talking(0.5F);
    recipe.sound = FilmSound::Steady;
    make(folder, "steady.mov", recipe);
    StageHand hand;
    Speaker speaker{hand};
    hand.order.playing = true;
    REQUIRE(hand.cue(clip_of(folder, "steady.mov")));
    speaker.play(1s);
    CHECK(speaker.left.back() == 0.5F);
    hand.order.loudness = Loudness{-17.0, -8.0};  // 6 dB too loud
    speaker.play(500ms);
    CHECK(speaker.left.back() < 0.5F);
    CHECK(speaker.left.back() > 0.35F);
    speaker.play(1500ms);
    CHECK(speaker.left.back() == doctest::Approx(0.5 * std::pow(10, -6.0 / 20)).epsilon(0.01));
    CHECK(largest_step({speaker.left.begin() + 4800, speaker.left.end()}) < 0.0001F);
}

TEST_CASE("a clip of known loudness begins with it, also after a cut from another") {
    ScratchFolder folder;
    FilmRecipe recipe = talking(0.5F);
    recipe.sound = FilmSound::Steady;
    make(folder, "steady.mov", recipe);
    StageHand hand;
    Speaker speaker{hand};
    hand.order.playing = true;
    hand.order.loudness = Loudness{-29.0, -12.0};
    REQUIRE(hand.cue(clip_of(folder, "steady.mov")));
    speaker.play(100ms);
    CHECK(speaker.left.back() == doctest::Approx(0.5 * std::pow(10, 6.0 / 20)).epsilon(0.01));
    hand.order.loudness = Loudness{-17.0, -8.0};
    REQUIRE(hand.cue(clip_of(folder, "steady.mov", TimeRange{at(2s), at(4s)})));
    speaker.play(100ms);
    CHECK(speaker.left.back() == doctest::Approx(0.5 * std::pow(10, -6.0 / 20)).epsilon(0.01));
}
