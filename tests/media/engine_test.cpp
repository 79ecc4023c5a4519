#include <algorithm>
#include <fstream>
#include <random>

#include "tests/media/films.h"

using namespace std::chrono_literals;
using namespace support;
using media::Ended;
using media::Failed;
using media::Phase;
using media::SourceTime;
using media::Started;
using media::TimeRange;

TEST_CASE("a clip shows its in-point first, its last picture before the out-point last") {
    struct Row {
        int num, den, b, gop;
        const char* file;
    };
    const Row rows[] = {{25, 1, 3, 250, "cfr25.mp4"},   {30, 1, 2, 250, "cfr30.mkv"},
                        {50, 1, 2, 250, "cfr50.mp4"},   {30000, 1001, 3, 250, "ntsc.mp4"},
                        {25, 1, 2, 12, "transport.ts"}, {30, 1, 0, 30, "old.avi"}};
    for (const Row& row : rows) {
        CAPTURE(std::string(row.file));
        ScratchFolder folder;
        FilmRecipe recipe = film(1, 300, row.gop);
        recipe.rate_num = row.num;
        recipe.rate_den = row.den;
        recipe.b_pictures = row.b;
        make(folder, row.file, recipe);
        StageHand hand;
        hand.order.playing = true;
        std::mt19937 random{7};
        for (int i = 0; i < 10; ++i) {
            const int first = static_cast<int>(random() % 290);
            const int last = first + static_cast<int>(random() % std::min(10, 300 - first));
            CAPTURE(first);
            CAPTURE(last);
            REQUIRE(hand.cue(clip_of(folder, row.file, pictures(recipe, first, last + 1))));
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

TEST_CASE("a whole film plays from its first picture to its last, and its end is measured") {
    for (const char* file : {"film.mp4", "film.mkv", "film.ts", "film.avi"}) {
        CAPTURE(std::string(file));
        ScratchFolder folder;
        FilmRecipe recipe = film(1, 60);
        recipe.b_pictures = std::string(file) == "film.avi" ? 0 : 2;
        make(folder, file, recipe);
        StageHand hand;
        hand.order.playing = true;
        REQUIRE(hand.cue(clip_of(folder, file)));
        CHECK(hand.shown_number() == 0);
        while (hand.next_picture()) {
        }
        CHECK(hand.shown_number() == 59);
        CHECK(hand.engine().status(hand.now).range == TimeRange{at(0s), at(2400ms)});
    }
}

TEST_CASE("the last picture is held for its time, then the end is told once, then it stays") {
    ScratchFolder folder;
    const FilmRecipe recipe = film(1, 50);
    make(folder, "film.mp4", recipe);
    StageHand hand;
    hand.order.playing = true;
    REQUIRE(hand.cue(clip_of(folder, "film.mp4", pictures(recipe, 10, 13))));
    while (hand.shown_number() != 12)
        REQUIRE(hand.next_picture());
    const auto shown_at = hand.now;
    const auto last = hand.look();
    hand.now = shown_at + 39ms;
    hand.look();
    CHECK(hand.count<Ended>() == 0);
    hand.now = shown_at + 41ms;
    CHECK(hand.look_until([&] { return hand.count<Ended>() == 1; }));
    hand.now += 10min;
    const auto later = hand.look();
    CHECK(later->serial == last->serial);
    CHECK(hand.count<Ended>() == 1);
    CHECK(hand.engine().status(hand.now).position == at(520ms));
    CHECK_FALSE(hand.engine().next_picture_at(hand.now).has_value());
}

TEST_CASE("a held clip shows its first picture and stands still") {
    ScratchFolder folder;
    const FilmRecipe recipe = film(1, 50);
    make(folder, "film.mp4", recipe);
    StageHand hand;
    REQUIRE(hand.cue(clip_of(folder, "film.mp4", pictures(recipe, 20, 40))));
    CHECK(hand.shown_number() == 20);
    hand.now += 1h;
    hand.look();
    CHECK(hand.shown_number() == 20);
    CHECK(hand.engine().status(hand.now).phase == Phase::Paused);
    CHECK(hand.engine().status(hand.now).position == start_of(recipe, 20));
    CHECK_FALSE(hand.engine().next_picture_at(hand.now).has_value());
}

TEST_CASE("a pause resumes where it was") {
    ScratchFolder folder;
    make(folder, "film.mp4", film(1, 100));
    StageHand hand;
    hand.order.playing = true;
    REQUIRE(hand.cue(clip_of(folder, "film.mp4")));
    hand.pass(1s);
    CHECK(hand.shown_number() == 25);
    hand.order.playing = false;
    hand.look();
    hand.now += 45min;
    hand.look();
    CHECK(hand.shown_number() == 25);
    hand.order.playing = true;
    hand.pass(1s);
    CHECK(hand.shown_number() == 50);
}

TEST_CASE("what is paused is the picture that is seen, however long ago one looked") {
    ScratchFolder folder;
    const FilmRecipe recipe = film(1, 100);
    make(folder, "film.mp4", recipe);
    StageHand hand;
    hand.order.playing = true;
    REQUIRE(hand.cue(clip_of(folder, "film.mp4")));
    hand.pass(1s);
    REQUIRE(hand.shown_number() == 25);
    hand.now += 70ms;  // the next picture has been due for a while
    hand.order.playing = false;
    hand.look();
    CHECK(hand.shown_number() == 25);
    const SourceTime position = hand.engine().status(hand.now).position;
    CHECK(position >= start_of(recipe, 25));
    CHECK(position < start_of(recipe, 26));
}

TEST_CASE("a clip resumes where it is told to") {
    ScratchFolder folder;
    const FilmRecipe recipe = film(1, 100);
    make(folder, "film.mp4", recipe);
    StageHand hand;
    hand.order.start_at = start_of(recipe, 33);
    REQUIRE(hand.cue(clip_of(folder, "film.mp4", pictures(recipe, 20, 40))));
    CHECK(hand.shown_number() == 33);
    CHECK(hand.engine().status(hand.now).range == pictures(recipe, 20, 40));
    REQUIRE(hand.seek(start_of(recipe, 20)));
    CHECK(hand.shown_number() == 20);
}

TEST_CASE("the old picture stays until the new one is ready, and never comes back") {
    ScratchFolder folder;
    const FilmRecipe recipe = film(1, 250);
    make(folder, "a.mp4", recipe);
    make(folder, "b.mp4", film(2, 250));
    StageHand hand;
    hand.order.playing = true;
    REQUIRE(hand.cue(clip_of(folder, "a.mp4")));
    for (int i = 0; i < 20; ++i) {
        // Away and away again before anything is ready: what was decoded for a is nobody's.
        ++hand.order.cue;
        hand.order.clip = clip_of(folder, "a.mp4", pictures(recipe, 200, 240));
        const auto kept = hand.look();
        REQUIRE(kept.has_value());
        const int before = hand.count<Started>();
        ++hand.order.cue;
        hand.order.clip = clip_of(folder, "b.mp4", pictures(recipe, 100 + i, 240));
        const auto still = hand.look();
        REQUIRE(still.has_value());
        CHECK((still->serial == kept->serial || hand.shown_film() == 2));
        REQUIRE(hand.look_until([&] { return hand.count<Started>() > before; }));
        CHECK(hand.shown_film() == 2);
        CHECK(hand.shown_number() == 100 + i);
        CHECK(hand.look()->cue == hand.order.cue);
        const auto& report = std::get<Started>(hand.reports.back());
        CHECK(report.cue == hand.order.cue);
    }
}

TEST_CASE("no clip means no picture and no work") {
    ScratchFolder folder;
    make(folder, "film.mp4", film(1, 50));
    StageHand hand;
    CHECK_FALSE(hand.look().has_value());
    CHECK(hand.engine().status(hand.now).phase == Phase::Idle);
    REQUIRE(hand.cue(clip_of(folder, "film.mp4")));
    hand.order.clip.reset();
    CHECK_FALSE(hand.look().has_value());
    CHECK(hand.engine().status(hand.now).phase == Phase::Idle);
}

TEST_CASE("a film that cannot be played fails with a sentence, and the next one plays") {
    ScratchFolder folder;
    make(folder, "good.mp4", film(3, 50));
    std::ofstream(folder.path() / "text.mp4") << "this is not a film at all, it is a sentence";
    std::filesystem::resize_file((make(folder, "cut.mp4", film(1, 50)), folder.path() / "cut.mp4"),
                                 1500);
    std::ofstream(folder.path() / "empty.mp4");
    StageHand hand;
    hand.order.playing = true;
    for (const char* file : {"text.mp4", "cut.mp4", "empty.mp4", "missing.mp4"}) {
        CAPTURE(std::string(file));
        REQUIRE(hand.cue(clip_of(folder, file)));
        const auto* failed = std::get_if<Failed>(&hand.reports.back());
        REQUIRE(failed != nullptr);
        CHECK(failed->cue == hand.order.cue);
        CHECK(failed->problem.place.file == file);
        CHECK_FALSE(failed->problem.what.empty());
        CHECK_FALSE(failed->problem.hint.empty());
        const auto status = hand.engine().status(hand.now);
        CHECK(status.phase == Phase::Failed);
        CHECK(status.problem == failed->problem);
        CHECK_FALSE(hand.look().has_value());

        REQUIRE(hand.cue(clip_of(folder, "good.mp4")));
        CHECK(hand.shown_film() == 3);
    }
}

TEST_CASE("an answer that starts after the end of its film fails with a sentence") {
    ScratchFolder folder;
    make(folder, "film.mp4", film(1, 50));
    StageHand hand;
    REQUIRE(hand.cue(clip_of(folder, "film.mp4", TimeRange{at(60s), at(70s)})));
    const auto* failed = std::get_if<Failed>(&hand.reports.back());
    REQUIRE(failed != nullptr);
    CHECK(failed->problem.what == "this answer starts after the end of the film");
}

TEST_CASE("an out-point after the end of the film is the end of the film") {
    ScratchFolder folder;
    const FilmRecipe recipe = film(1, 50);
    make(folder, "film.mp4", recipe);
    StageHand hand;
    hand.order.playing = true;
    REQUIRE(hand.cue(clip_of(folder, "film.mp4", pictures(recipe, 40, 5000))));
    while (hand.next_picture()) {
    }
    CHECK(hand.shown_number() == 49);
    CHECK(hand.count<Ended>() == 1);
    CHECK(hand.engine().status(hand.now).range.out == at(2s));
}

TEST_CASE("a warm clip follows at once: its first picture is due when the old one ends") {
    ScratchFolder folder;
    const FilmRecipe recipe = film(1, 250);
    make(folder, "a.mp4", recipe);
    FilmRecipe other = film(2, 250);
    other.rate_num = 30;
    other.width_px = 400;
    other.height_px = 300;
    make(folder, "b.mkv", other);
    StageHand hand;
    hand.order.playing = true;
    std::mt19937 random{3};
    REQUIRE(hand.cue(clip_of(folder, "a.mp4", pictures(recipe, 10, 20))));
    for (int i = 0; i < 6; ++i) {
        const bool to_b = i % 2 == 0;
        const FilmRecipe& next = to_b ? other : recipe;
        const int first = 20 + static_cast<int>(random() % 200);
        const auto clip =
            clip_of(folder, to_b ? "b.mkv" : "a.mp4", pictures(next, first, first + 10));
        hand.order.warm = {clip};
        while (hand.next_picture()) {
        }
        // Time for preparing has passed on a real clock; here it has to be waited for.
        REQUIRE(hand.look_until([&] { return hand.engine().is_warm(clip); }));
        const auto ended_at = hand.now;
        ++hand.order.cue;
        hand.order.clip = clip;
        hand.order.warm.clear();
        hand.look();
        CHECK(hand.shown_number() == first);
        CHECK(hand.shown_film() == next.film);
        REQUIRE(hand.next_picture());
        CHECK(hand.shown_number() == first + 1);
        CHECK(hand.now - ended_at <= 41ms);
    }
}

TEST_CASE("a warm clip that is broken costs nothing until it is played") {
    ScratchFolder folder;
    make(folder, "good.mp4", film(1, 50));
    std::ofstream(folder.path() / "bad.mp4") << "nothing";
    StageHand hand;
    hand.order.playing = true;
    hand.order.warm = {clip_of(folder, "bad.mp4")};
    REQUIRE(hand.cue(clip_of(folder, "good.mp4")));
    while (hand.next_picture()) {
    }
    CHECK(hand.count<Failed>() == 0);
    REQUIRE(hand.cue(clip_of(folder, "bad.mp4")));
    CHECK(hand.count<Failed>() == 1);
}

TEST_CASE("an engine can be ended in any state") {
    ScratchFolder folder;
    const FilmRecipe recipe = film(1, 250);
    make(folder, "film.mp4", recipe);
    { StageHand idle; }
    for (int looks = 0; looks < 12; ++looks) {
        StageHand hand;
        hand.order.playing = looks % 2 == 0;
        ++hand.order.cue;
        hand.order.clip = clip_of(folder, "film.mp4", pictures(recipe, 240, 250));
        hand.order.warm = {clip_of(folder, "film.mp4", pictures(recipe, 200, 250))};
        for (int i = 0; i < looks; ++i)
            hand.look();
        if (looks % 3 == 0) {
            hand.order.seek = media::SeekOrder{1, at(9s)};
            hand.look();
        }
    }
    StageHand playing;
    playing.order.playing = true;
    REQUIRE(playing.cue(clip_of(folder, "film.mp4")));
    playing.pass(1s);
}

TEST_CASE("damage in a film costs some pictures, not the clip") {
    ScratchFolder folder;
    FilmRecipe recipe = film(1, 200, 25);
    recipe.sound = FilmSound::Beeps;
    make(folder, "film.mkv", recipe);
    const auto path = folder.path() / "film.mkv";
    const auto size = static_cast<std::int64_t>(std::filesystem::file_size(path));
    std::mt19937 random{5};
    {
        std::fstream bytes(path, std::ios::in | std::ios::out | std::ios::binary);
        for (int i = 0; i < 40; ++i) {
            bytes.seekp(2000 + static_cast<std::int64_t>(random()) % (size - 4000));
            bytes.put(static_cast<char>(random()));
        }
    }
    StageHand hand;
    hand.order.playing = true;
    REQUIRE(hand.cue(clip_of(folder, "film.mkv")));
    REQUIRE(hand.count<Failed>() == 0);
    int pictures_seen = 1;
    while (hand.next_picture())
        ++pictures_seen;
    CHECK(hand.count<Ended>() == 1);
    CHECK(pictures_seen > 100);
}

TEST_CASE("time that the machine slept through is not played") {
    for (const FilmSound sound : {FilmSound::None, FilmSound::Steady}) {
        CAPTURE(static_cast<int>(sound));
        ScratchFolder folder;
        FilmRecipe recipe = film(1, 200);
        recipe.sound = sound;
        make(folder, "film.mp4", recipe);
        StageHand hand;
        hand.order.playing = true;
        REQUIRE(hand.cue(clip_of(folder, "film.mp4")));
        hand.flowing();
        hand.pass(1s);
        const int before = hand.shown_number();
        CHECK(before >= 24);
        hand.now += 5min;
        hand.look();
        CHECK(hand.shown_number() - before <= 1);
        hand.flowing();
        hand.pass(1s);
        CHECK(hand.shown_number() - before >= 24);
        CHECK(hand.shown_number() - before <= 27);
        CHECK(hand.count<Ended>() == 0);
    }
}
