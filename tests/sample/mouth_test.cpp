#include "tools/make_sample/mouth.h"

#include <string>

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

namespace sample {

namespace {

// The sounds of English as the speech library names them.
const char* const english_sounds[] = {
    "p",
    "b",
    "t",
    "d",
    "k",
    "\u0261",
    "m",
    "n",
    "\u014b",
    "f",
    "v",
    "\u03b8",
    "\u00f0",
    "s",
    "z",
    "\u0283",
    "\u0292",
    "h",
    "l",
    "\u0279",
    "w",
    "j",
    "t\u0283",
    "d\u0292",
    "x",
    "\u027e",
    "\u0294",
    "\u026b",
    "l\u0329",
    "n\u0329",
    "\u0259l",
    "\u026a",
    "i",
    "i\u02d0",
    "\u025b",
    "e",
    "a",
    "\u00e6",
    "\u0251\u02d0",
    "\u0252",
    "\u0254\u02d0",
    "\u028a",
    "u\u02d0",
    "u",
    "\u028c",
    "\u0259",
    "\u0250",
    "\u025c\u02d0",
    "\u025a",
    "e\u026a",
    "a\u026a",
    "\u0254\u026a",
    "a\u028a",
    "\u0259\u028a",
    "o\u028a",
    "i\u0259",
    "e\u0259",
    "\u028a\u0259",
    "a\u026a\u0259",
    "a\u028a\u0259",
    "\u02c8a\u026a",
    "o\u02d0",
    "\u025b\u0259",
    "\u025b\u02d0",
    "\u0289",
    "\u0289\u02d0",
    "\u02b2",
};

}  // namespace

TEST_CASE("every sound of English has a shape of the mouth") {
    for (const char* sound : english_sounds) {
        CAPTURE(sound);
        CHECK(!mouth_shapes_of(sound).empty());
    }
}

TEST_CASE("lips close for p, b and m, and for nothing else") {
    for (const char* sound : english_sounds) {
        CAPTURE(sound);
        const std::string name = sound;
        const bool closes = name == "p" || name == "b" || name == "m";
        CHECK((mouth_shapes_of(sound).front().press > 0.5) == closes);
    }
}

TEST_CASE("a diphthong goes from one shape to another") {
    const auto shapes = mouth_shapes_of("a\u026a");
    REQUIRE(shapes.size() == 2);
    CHECK(shapes[0].open > shapes[1].open);
    CHECK(shapes[1].wide > shapes[0].wide);
}

TEST_CASE("marks of stress and length are no sounds") {
    CHECK(mouth_shapes_of("\u02c8").empty());
    CHECK(mouth_shapes_of("").empty());
    CHECK(is_sound_mark(U'\u02d0'));
    CHECK(mouth_shapes_of("\u02c8i\u02d0") == mouth_shapes_of("i"));
}

TEST_CASE("a mouth is at rest before and after an answer, and open in its vowels") {
    Speech speech;
    speech.rate_hz = 1000;
    speech.samples.resize(900);
    speech.sounds = {{0.0, "m"}, {0.2, "\u0251\u02d0"}, {0.6, "p"}};
    const MouthTrack track(speech);
    CHECK(track.at(-1) == MouthShape{});
    CHECK(track.at(5) == MouthShape{});
    CHECK(track.at(0.08).press > 0.9);
    CHECK(track.at(0.08).open < 0.05);
    CHECK(track.at(0.4).open > 0.8);
    CHECK(track.at(0.72).press > 0.9);
}

}  // namespace sample
