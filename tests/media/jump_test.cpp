// Jumps and steps inside a clip, to the picture.
#include <algorithm>
#include <optional>
#include <random>

#include "tests/media/made_up_speaker.h"

using namespace std::chrono_literals;
using namespace support;
using media::Ended;
using media::Phase;

TEST_CASE("every jump shows exactly the picture that it names, held or playing") {
    struct Row {
        const char* file;
        int gop, b;
    };
    for (const Row& row :
         {Row{"long_gop.mp4", 250, 3}, Row{"short_gop.mkv", 15, 2}, Row{"transport.ts", 50, 2}}) {
        CAPTURE(std::string(row.file));
        ScratchFolder folder;
        FilmRecipe recipe = film(1, 400, row.gop);
        recipe.b_pictures = row.b;
        make(folder, row.file, recipe);
        StageHand hand;
        REQUIRE(hand.cue(clip_of(folder, row.file, pictures(recipe, 10, 390))));
        std::mt19937 random{11};
        for (int i = 0; i < 24; ++i) {
            hand.order.playing = i % 2 == 0;
            const int number = 10 + static_cast<int>(random() % 380);
            CAPTURE(number);
            REQUIRE(hand.seek(start_of(recipe, number)));
            CHECK(hand.shown_number() == number);
            if (hand.order.playing) {
                REQUIRE(hand.next_picture());
                CHECK(hand.shown_number() == number + 1);
            }
        }
    }
}

TEST_CASE("a jump stays inside the clip") {
    ScratchFolder folder;
    const FilmRecipe recipe = film(1, 100);
    make(folder, "film.mp4", recipe);
    StageHand hand;
    REQUIRE(hand.cue(clip_of(folder, "film.mp4", pictures(recipe, 20, 40))));
    REQUIRE(hand.seek(at(0s)));
    CHECK(hand.shown_number() == 20);
    REQUIRE(hand.seek(at(1h)));
    CHECK(hand.shown_number() == 39);
    REQUIRE(hand.seek(-50));
    CHECK(hand.shown_number() == 20);
}

TEST_CASE("a jump in passing shows the key picture on the way, then the one that it names") {
    ScratchFolder folder;
    const FilmRecipe recipe = film(1, 400, 100);
    make(folder, "film.mp4", recipe);
    StageHand hand;
    REQUIRE(hand.cue(clip_of(folder, "film.mp4", pictures(recipe, 120, 390))));
    struct Row {
        int to;
        std::optional<int> key;
    };
    int glimpses = 0;
    std::uint64_t number = 100;
    for (const Row& row : {Row{290, 200}, Row{389, 300}, Row{280, 200}, Row{379, 300},
                           Row{300, std::nullopt},     // a key picture itself
                           Row{180, std::nullopt}}) {  // the key picture before is not the clip's
        CAPTURE(row.to);
        hand.order.seek = media::SeekOrder{++number, start_of(recipe, row.to), true};
        const int before = hand.shown_number();
        std::vector<int> on_the_way;
        REQUIRE(hand.look_until([&] {
            const int shown = hand.shown_number();
            if (shown != before && shown != row.to) on_the_way.push_back(shown);
            return shown == row.to;
        }));
        // It is not waited for: where the named one is there first, nobody sees it.
        for (const int shown : on_the_way)
            CHECK(shown == row.key);
        glimpses += on_the_way.empty() ? 0 : 1;
        CHECK(hand.engine().status(hand.now).position >= start_of(recipe, row.to));
    }
    CHECK(glimpses > 0);
}

TEST_CASE("jumping after the end plays on from there") {
    ScratchFolder folder;
    const FilmRecipe recipe = film(1, 100);
    make(folder, "film.mp4", recipe);
    StageHand hand;
    hand.order.playing = true;
    REQUIRE(hand.cue(clip_of(folder, "film.mp4", pictures(recipe, 20, 24))));
    while (hand.next_picture()) {
    }
    REQUIRE(hand.count<Ended>() == 1);
    REQUIRE(hand.seek(start_of(recipe, 21)));
    CHECK(hand.engine().status(hand.now).phase == Phase::Playing);
    CHECK(hand.shown_number() == 21);
    while (hand.next_picture()) {
    }
    CHECK(hand.shown_number() == 23);
    CHECK(hand.count<Ended>() == 2);
}

TEST_CASE("steps go picture by picture, forwards and back, also across key pictures") {
    for (const int gop : {250, 6}) {
        CAPTURE(gop);
        ScratchFolder folder;
        const FilmRecipe recipe = film(1, 60, gop);
        make(folder, "film.mp4", recipe);
        StageHand hand;
        REQUIRE(hand.cue(clip_of(folder, "film.mp4", pictures(recipe, 5, 50))));
        int expected = 5;
        for (const int step : {1, 1, 3, -1, -1, 12, -5, -1, -1, 2, -9, 30, -16, 1}) {
            CAPTURE(step);
            expected = std::clamp(expected + step, 5, 49);
            REQUIRE(hand.seek(step));
            hand.look_until([&] { return hand.shown_number() == expected; });
            CHECK(hand.shown_number() == expected);
            CHECK(hand.engine().status(hand.now).position == start_of(recipe, expected));
        }
    }
}

TEST_CASE("steps count pictures of uneven length") {
    ScratchFolder folder;
    FilmRecipe recipe = film(1, 40);
    recipe.rate_num = 100;
    recipe.start_tick = [](int number) { return number * 8 + (number % 4) * (number % 3); };
    make(folder, "vfr.mp4", recipe);
    StageHand hand;
    REQUIRE(hand.cue(clip_of(folder, "vfr.mp4")));
    int expected = 0;
    for (const int step : {7, -1, -1, -1, 9, -3, -4, 1}) {
        CAPTURE(step);
        expected += step;
        REQUIRE(hand.seek(step));
        hand.look_until([&] { return hand.shown_number() == expected; });
        CHECK(hand.shown_number() == expected);
    }
}

TEST_CASE("a step at the edge of the clip does nothing bad") {
    ScratchFolder folder;
    const FilmRecipe recipe = film(1, 60);
    make(folder, "film.mp4", recipe);
    StageHand hand;
    REQUIRE(hand.cue(clip_of(folder, "film.mp4", pictures(recipe, 5, 8))));
    REQUIRE(hand.seek(-1));
    CHECK(hand.shown_number() == 5);
    REQUIRE(hand.seek(100));
    hand.look_until([&] { return hand.shown_number() == 7; });
    CHECK(hand.shown_number() == 7);
    REQUIRE(hand.seek(-1));
    CHECK(hand.shown_number() == 6);
}

TEST_CASE("playing on after a step shows the next picture") {
    ScratchFolder folder;
    make(folder, "film.mp4", film(1, 60));
    StageHand hand;
    REQUIRE(hand.cue(clip_of(folder, "film.mp4")));
    REQUIRE(hand.seek(4));
    hand.look_until([&] { return hand.shown_number() == 4; });
    hand.order.playing = true;
    REQUIRE(hand.next_picture());
    CHECK(hand.shown_number() == 5);
}

TEST_CASE("what one step back decoded serves the next ones, back and forth") {
    ScratchFolder folder;
    const FilmRecipe recipe = film(1, 300);
    make(folder, "film.mp4", recipe);
    StageHand hand;
    REQUIRE(hand.cue(clip_of(folder, "film.mp4", pictures(recipe, 5, 290))));
    REQUIRE(hand.seek(start_of(recipe, 240)));
    REQUIRE(hand.seek(-1));
    CHECK(hand.shown_number() == 239);
    // Without time passing, and without waiting for any thread.
    int expected = 239;
    for (const int step : {-1, -1, -5, 2, -1, -1, 3, 4, -9, -2}) {
        CAPTURE(step);
        expected += step;
        hand.order.seek = media::SeekOrder{1000 + static_cast<std::uint64_t>(expected), step};
        hand.look();
        CHECK(hand.shown_number() == expected);
        CHECK(hand.engine().status(hand.now).position == start_of(recipe, expected));
    }
    // And on, over the place from which it went back.
    hand.order.playing = true;
    for (int number = expected + 1; number < 260; ++number) {
        CAPTURE(number);
        REQUIRE(hand.next_picture());
        REQUIRE(hand.shown_number() == number);
    }
}

TEST_CASE("steps forward can be taken back at once") {
    ScratchFolder folder;
    const FilmRecipe recipe = film(1, 100);
    make(folder, "film.mp4", recipe);
    StageHand hand;
    REQUIRE(hand.cue(clip_of(folder, "film.mp4")));
    REQUIRE(hand.seek(start_of(recipe, 50)));
    REQUIRE(hand.seek(4));
    REQUIRE(hand.look_until([&] { return hand.shown_number() == 54; }));
    for (const int number : {53, 52, 51, 50}) {
        hand.order.seek = media::SeekOrder{2000 + static_cast<std::uint64_t>(number), -1};
        hand.look();
        CHECK(hand.shown_number() == number);
    }
}

TEST_CASE("steps that come faster than pictures are decoded are all taken") {
    ScratchFolder folder;
    const FilmRecipe recipe = film(1, 300);
    make(folder, "film.mp4", recipe);
    StageHand hand;
    REQUIRE(hand.cue(clip_of(folder, "film.mp4")));
    REQUIRE(hand.seek(start_of(recipe, 240)));
    for (int i = 0; i < 7; ++i) {
        hand.order.seek = media::SeekOrder{3000 + static_cast<std::uint64_t>(i), -1};
        hand.look();
    }
    CHECK(hand.look_until([&] { return hand.shown_number() == 233; }));
}

TEST_CASE("after steps back, what is heard is where the picture is") {
    ScratchFolder folder;
    FilmRecipe recipe = beeping(800);
    recipe.gop = 250;
    make(folder, "beeps.mp4", recipe);
    StageHand hand;
    Speaker speaker{hand};
    REQUIRE(hand.cue(clip_of(folder, "beeps.mp4")));
    REQUIRE(hand.seek(start_of(recipe, 240)));
    for (const std::vector<int>& steps :
         {std::vector{-1}, {-1, -1, -1, -8}, {3, -2, 4, -6, 1}, {-12, 12}, {-1, 5, 9}}) {
        CAPTURE(steps.size());
        hand.order.playing = false;
        hand.look();
        int held = hand.shown_number();
        for (const int step : steps) {
            held += step;
            REQUIRE(hand.seek(step));
            REQUIRE(hand.look_until([&] { return hand.shown_number() == held; }));
        }
        hand.order.playing = true;
        speaker.play(100ms);  // up to two pictures, and the speaker's delay
        CHECK(hand.shown_number() > held);
        CHECK(hand.shown_number() <= held + 3);
        const Offsets offsets = measure(hand, speaker, 2500ms);
        CHECK(offsets.ms.size() >= 1);
        CHECK(offsets.worst() < 40);
    }
}
