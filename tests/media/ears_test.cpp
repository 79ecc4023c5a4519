// Shared headphones, of which each of two people has one side; and silence.
#include <algorithm>
#include <cmath>

#include "tests/media/made_up_speaker.h"

using namespace support;

namespace {

// What is loudest in the last so many milliseconds.
float loudest(const std::vector<float>& side, int last_ms) {
    float most = 0;
    const std::size_t count = std::min(side.size(), static_cast<std::size_t>(last_ms) * 48);
    for (std::size_t i = side.size() - count; i < side.size(); ++i)
        most = std::max(most, std::abs(side[i]));
    return most;
}

// A voice that is only on one side of the film.
void make_one_sided(const ScratchFolder& folder, int side) {
    FilmRecipe recipe = steady(200);
    recipe.only_channel = side;
    make(folder, "one_side.mov", recipe);
}

}  // namespace

TEST_CASE("in mono each ear hears what only one side says, and both hear the same") {
    for (const int side : {0, 1}) {
        CAPTURE(side);
        ScratchFolder folder;
        make_one_sided(folder, side);
        StageHand hand;
        Speaker speaker{hand};
        hand.order.playing = true;
        REQUIRE(hand.cue(clip_of(folder, "one_side.mov")));
        speaker.play(400ms);
        const std::vector<float>& silent = side == 0 ? speaker.right : speaker.left;
        const std::vector<float>& speaks = side == 0 ? speaker.left : speaker.right;
        REQUIRE(loudest(speaks, 100) > 0.3F);
        CHECK(loudest(silent, 100) == 0.0F);

        hand.order.mono = true;
        speaker.play(400ms);
        CHECK(loudest(speaker.left, 100) > 0.15F);
        const std::size_t from = speaker.left.size() - 4800;
        CHECK(std::equal(speaker.left.begin() + static_cast<std::ptrdiff_t>(from),
                         speaker.left.end(),
                         speaker.right.begin() + static_cast<std::ptrdiff_t>(from)));

        hand.order.mono = false;
        speaker.play(400ms);
        CHECK(loudest(speaks, 100) > 0.3F);
        CHECK(loudest(silent, 100) == 0.0F);
    }
}

TEST_CASE("mono comes and goes without a click, and is never louder than the louder side") {
    ScratchFolder folder;
    make_one_sided(folder, 1);
    StageHand hand;
    Speaker speaker{hand};
    hand.order.playing = true;
    REQUIRE(hand.cue(clip_of(folder, "one_side.mov")));
    for (const bool mono : {false, true, false, true}) {
        hand.order.mono = mono;
        speaker.play(200ms);
    }
    // The steady sound is 0.5; as in all fades it changes by 0.5 * pi / 2 / 480 at most.
    float largest_step = 0;
    for (const auto* side : {&speaker.left, &speaker.right}) {
        for (std::size_t i = 1; i < side->size(); ++i)
            largest_step = std::max(largest_step, std::abs((*side)[i] - (*side)[i - 1]));
        CHECK(*std::max_element(side->begin(), side->end()) <= 0.5F + 1e-4F);
    }
    CHECK(largest_step < 0.005F);
}

TEST_CASE("a clip that begins while all is muted is not heard, not even for a moment") {
    ScratchFolder folder;
    make(folder, "steady.mov", steady(200));
    StageHand hand;
    Speaker speaker{hand};
    REQUIRE(hand.cue(clip_of(folder, "steady.mov")));
    hand.order.muted = true;
    hand.order.playing = true;
    speaker.play(200ms);
    CHECK(loudest(speaker.left, 300) == 0.0F);
    hand.order.muted = false;
    speaker.play(200ms);
    CHECK(loudest(speaker.left, 100) > 0.3F);
}
