#include <doctest/doctest.h>

#include <random>

#include "tests/media/stage_hand.h"
#include "tests/support/numbered_film.h"

using namespace std::chrono_literals;
using media::Phase;
using media::SourceDuration;
using media::SourceTime;
using media::TimeRange;
using support::FilmRecipe;
using support::FilmSound;
using support::ScratchFolder;
using support::StageHand;

namespace {

SourceTime at(SourceDuration time) {
    return SourceTime{time};
}

// Start of a picture, rounded to milliseconds as authors write it.
SourceTime start_of(const FilmRecipe& recipe, int number) {
    const std::int64_t us = 1'000'000LL * number * recipe.rate_den / recipe.rate_num;
    return at(std::chrono::milliseconds{(us + 500) / 1000});
}

media::ClipOrder clip_of(const ScratchFolder& folder, const std::string& file,
                         std::optional<TimeRange> trim = std::nullopt) {
    return {{folder.path(), file}, trim};
}

}  // namespace

TEST_CASE("a clip shows its in-point first, its last picture before the out-point last") {
    struct Row {
        int num, den, b, gop;
        const char* file;
    };
    const Row rows[] = {{25, 1, 3, 250, "cfr25.mp4"},
                        {30, 1, 2, 250, "cfr30.mkv"},
                        {50, 1, 2, 250, "cfr50.mp4"},
                        {30000, 1001, 3, 250, "ntsc.mp4"},
                        {25, 1, 2, 12, "transport.ts"}};
    for (const Row& row : rows) {
        CAPTURE(row.file);
        ScratchFolder folder;
        FilmRecipe recipe;
        recipe.pictures = 260;
        recipe.rate_num = row.num;
        recipe.rate_den = row.den;
        recipe.b_pictures = row.b;
        recipe.gop = row.gop;
        REQUIRE(support::make_numbered_film(folder.path() / row.file, recipe).has_value());
        StageHand hand;
        hand.order.playing = true;
        std::mt19937 random{7};
        for (int i = 0; i < 8; ++i) {
            const int first = static_cast<int>(random() % 250);
            const int last = first + static_cast<int>(random() % std::min(10, 260 - first));
            CAPTURE(first);
            CAPTURE(last);
            REQUIRE(hand.cue(clip_of(
                folder, row.file, TimeRange{start_of(recipe, first), start_of(recipe, last + 1)})));
            CHECK(hand.shown_number() == first);
            int expected = first;
            while (hand.next_picture()) {
                ++expected;
                CHECK(hand.shown_number() == expected);
            }
            CHECK(expected == last);
            CHECK(hand.shown_number() == last);
            CHECK(hand.engine().status(hand.now).phase == Phase::Ended);
        }
    }
}

TEST_CASE("sound plays with the picture, from in to out to the sample") {
    ScratchFolder folder;
    FilmRecipe recipe;
    recipe.pictures = 100;
    recipe.sound = FilmSound::Numbers;
    recipe.sound_codec = "pcm_s16le";
    REQUIRE(support::make_numbered_film(folder.path() / "pcm.mov", recipe).has_value());
    StageHand hand;
    hand.engine().set_speaker_present(true);
    hand.order.playing = true;
    const TimeRange range{at(1234ms), at(2345ms)};
    REQUIRE(hand.cue(clip_of(folder, "pcm.mov", range)));
    std::vector<float> heard;
    std::vector<float> block(2 * 480);
    while (hand.count<media::Ended>() == 0) {
        hand.engine().sound().pull(block, hand.now + 30ms);
        heard.insert(heard.end(), block.begin(), block.end());
        hand.pass(10ms);
    }
    const auto first = 1234 * 48;
    const auto count = (2345 - 1234) * 48;
    std::size_t begin = 0;
    while (begin < heard.size() && heard[begin] == 0.0F)
        ++begin;
    begin /= 2;
    // The faded ends cannot be compared; what lies between is untouched.
    int wrong = 0;
    for (int i = 480; i < count - 480; ++i) {
        const auto value = static_cast<float>(support::sample_value(first + i)) / 32768.0F;
        if (heard[2 * (begin + static_cast<std::size_t>(i))] != value) ++wrong;
    }
    CHECK(wrong == 0);
}
