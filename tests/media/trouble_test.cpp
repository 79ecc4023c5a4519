// Films on a disk that stalls, or is gone for a while.
#include <fstream>
#include <thread>

#include "player/media/analysis/loudness.h"
#include "player/media/film/film_stamp.h"
#include "player/media/making/prelude.h"
#include "player/media/making/still_reader.h"
#include "tests/media/films.h"
#include "tests/media/made_up_speaker.h"
#include "tests/support/troubled_disk.h"

using namespace std::chrono_literals;
using namespace support;
using media::Failed;
using media::Hindrance;
using media::Phase;

namespace {

using RealClock = std::chrono::steady_clock;

// Waits for another thread, for as long as it takes on the slowest machine.
template <class Done>
bool wait_until(Done done) {
    for (const auto until = RealClock::now() + 60s; RealClock::now() < until;) {
        if (done()) return true;
        std::this_thread::sleep_for(1ms);
    }
    return false;
}

// A film that is longer than what is read ahead.
struct LongFilm {
    explicit LongFilm(const FilmRecipe& how) : recipe(how) {
        std::filesystem::create_directory(folder.path() / "films");
        make(folder, file, recipe);
    }
    media::ClipOrder clip() const { return clip_of(folder, file); }

    const std::string file = "films/long.mov";
    const FilmRecipe recipe;
    ScratchFolder folder;
};

FilmRecipe long_recipe(FilmSound sound) {
    FilmRecipe recipe = film(7, 500, 50);
    recipe.sound = sound;
    // So large that a second of it is much more than what one read brings.
    recipe.picture_codec = "mjpeg";
    recipe.pixel_format = "yuvj420p";
    recipe.b_pictures = 0;
    recipe.encoder_options = "qmin=1:qmax=1";
    return recipe;
}

// Plays until nothing comes any more: the engine says that it waits.
bool play_until_it_waits(StageHand& hand, Speaker* speaker = nullptr) {
    for (int i = 0; i < 20'000; ++i) {
        const auto status = hand.engine().status(hand.now);
        if (status.waiting) return true;
        if (status.phase != Phase::Playing) return false;
        if (speaker != nullptr) speaker->pull();
        hand.now += 10ms;
        // Time here is made up, but disks stand still in real time: decoding and reading keep up.
        wait_until([&] {
            hand.look();
            const auto now = hand.engine().status(hand.now);
            return now.waiting || hand.engine().next_picture_at(hand.now).has_value() ||
                   now.phase != Phase::Playing;
        });
    }
    return false;
}

}  // namespace

TEST_CASE("a clip waits for a disk that stalls, says so, and goes on where it was") {
    for (const FilmSound sound : {FilmSound::None, FilmSound::Steady}) {
        CAPTURE(static_cast<int>(sound));
        const LongFilm film(long_recipe(sound));
        TroubledDisk disk(film.folder.path());
        StageHand hand;
        hand.order.playing = true;
        REQUIRE(hand.cue(film.clip()));
        REQUIRE(hand.next_picture());
        disk.set(DiskMood::Stalled);
        REQUIRE(play_until_it_waits(hand));
        const int stood_at = hand.shown_number();
        CHECK(stood_at > 0);
        CHECK(stood_at < 400);
        const auto since = hand.now;
        CHECK_FALSE(hand.engine().status(since).hindrance.has_value());
        CHECK(hand.engine().next_picture_at(since) <= since + 500ms);
        CHECK(hand.engine().next_picture_at(since + 600ms) <= since + 2s);
        hand.now += 2100ms;
        CHECK(hand.engine().status(hand.now).hindrance == Hindrance::SlowDisk);
        hand.now += 30s;
        hand.look();
        CHECK(hand.shown_number() == stood_at);
        disk.set(DiskMood::Well);
        REQUIRE(hand.look_until([&] { return !hand.engine().status(hand.now).waiting; }));
        CHECK_FALSE(hand.engine().status(hand.now).hindrance.has_value());
        int expected = stood_at;
        for (int i = 0; i < 10 && hand.next_picture(); ++i)
            CHECK(hand.shown_number() == ++expected);
        CHECK(hand.count<Failed>() == 0);
    }
}

TEST_CASE("after a stall sound and picture go on together") {
    const LongFilm film(long_recipe(FilmSound::Beeps));
    TroubledDisk disk(film.folder.path());
    StageHand hand;
    Speaker speaker(hand);
    hand.order.playing = true;
    REQUIRE(hand.cue(film.clip()));
    const Offsets before = measure(hand, speaker, 2200ms);
    CHECK(before.ms.size() >= 2);
    CHECK(before.worst() <= 40);
    disk.set(DiskMood::Stalled);
    REQUIRE(play_until_it_waits(hand, &speaker));
    for (int i = 0; i < 500; ++i) {
        speaker.pull();
        hand.now += 10ms;
        hand.look();
    }
    disk.set(DiskMood::Well);
    REQUIRE(hand.look_until([&] { return !hand.engine().status(hand.now).waiting; }));
    const Offsets after = measure(hand, speaker, 3200ms);
    CHECK(after.ms.size() >= 3);
    CHECK(after.worst() <= 40);
}

TEST_CASE("a film that vanishes is opened anew when it is back, and goes on where it was") {
    for (const DiskMood mood : {DiskMood::Gone, DiskMood::Failing}) {
        CAPTURE(static_cast<int>(mood));
        const LongFilm film(long_recipe(FilmSound::None));
        TroubledDisk disk(film.folder.path());
        StageHand hand;
        hand.order.playing = true;
        REQUIRE(hand.cue(film.clip()));
        REQUIRE(hand.next_picture());
        disk.set(mood);
        REQUIRE(play_until_it_waits(hand));
        const int stood_at = hand.shown_number();
        hand.now += 3s;
        if (mood == DiskMood::Gone) {
            CHECK(wait_until(
                [&] { return hand.engine().status(hand.now).hindrance == Hindrance::DiskGone; }));
        }
        // Asked for again and again, but not all the time.
        const int opens = disk.desk().opens;
        std::this_thread::sleep_for(500ms);
        CHECK(disk.desk().opens - opens < 40);
        disk.set(DiskMood::Well);
        REQUIRE(hand.look_until([&] { return !hand.engine().status(hand.now).waiting; }));
        CHECK_FALSE(hand.engine().status(hand.now).hindrance.has_value());
        int expected = stood_at;
        for (int i = 0; i < 10 && hand.next_picture(); ++i)
            CHECK(hand.shown_number() == ++expected);
        CHECK(hand.count<Failed>() == 0);
    }
}

TEST_CASE("a film that comes back as another one is not played on, and says so") {
    const LongFilm film(long_recipe(FilmSound::None));
    TroubledDisk disk(film.folder.path());
    StageHand hand;
    hand.order.playing = true;
    REQUIRE(hand.cue(film.clip()));
    REQUIRE(hand.next_picture());
    disk.set(DiskMood::Gone);
    REQUIRE(play_until_it_waits(hand));
    FilmRecipe other = film.recipe;
    other.film = 8;
    other.pictures = 400;
    make(film.folder, film.file, other);
    disk.set(DiskMood::Well);
    REQUIRE(hand.look_until([&] { return hand.count<Failed>() == 1; }));
    const auto problem = hand.engine().status(hand.now).problem;
    REQUIRE(problem.has_value());
    CHECK(problem->what == "this film was exchanged for another while it was played");
    // Chosen again, it is played as it is now.
    REQUIRE(hand.cue(film.clip()));
    CHECK(hand.shown_film() == 8);
}

TEST_CASE("a film that is cut short while it plays costs one clip and one sentence") {
    const LongFilm film(long_recipe(FilmSound::None));
    TroubledDisk disk(film.folder.path());  // only so that nothing comes out of memory
    StageHand hand;
    hand.order.playing = true;
    REQUIRE(hand.cue(film.clip()));
    REQUIRE(hand.next_picture());
    const auto path = film.folder.path() / film.file;
    std::filesystem::resize_file(path, std::filesystem::file_size(path) / 2);
    while (hand.next_picture()) {
    }
    CHECK(hand.count<Failed>() == 1);
    REQUIRE(hand.engine().status(hand.now).problem.has_value());
}

TEST_CASE("a clip is opened as soon as the stick or share it lies on is there") {
    const LongFilm film(long_recipe(FilmSound::None));
    TroubledDisk disk(film.folder.path());
    StageHand hand;
    for (const DiskMood mood : {DiskMood::Gone, DiskMood::Stalled}) {
        CAPTURE(static_cast<int>(mood));
        disk.set(mood);
        hand.order.clip = film.clip();
        ++hand.order.cue;
        hand.look();
        CHECK(wait_until([&] { return disk.desk().opens > 0; }));
        CHECK(hand.count<Failed>() == 0);
        hand.now += 2s;
        const auto wanted = mood == DiskMood::Gone ? Hindrance::DiskGone : Hindrance::SlowDisk;
        CHECK(wait_until([&] { return hand.engine().status(hand.now).hindrance == wanted; }));
        disk.set(DiskMood::Well);
        const std::uint64_t cue = hand.order.cue;
        CHECK(hand.look_until([&] {
            return hand.count<media::Started>() == static_cast<int>(cue) ||
                   hand.count<Failed>() > 0;
        }));
        CHECK(hand.count<Failed>() == 0);
        CHECK(hand.shown_number() == 0);
    }
}

TEST_CASE("a film that is missing where its folder is there fails at once") {
    const LongFilm film(long_recipe(FilmSound::None));
    StageHand hand;
    hand.cue(clip_of(film.folder, "films/other.mp4"));
    CHECK(hand.count<Failed>() == 1);
}

TEST_CASE("nothing waits for a disk that does not answer: neither a move nor the end") {
    const LongFilm film(long_recipe(FilmSound::Steady));
    ScratchFolder elsewhere;
    const FilmRecipe other = support::film(9, 60);
    make(elsewhere, "other.mp4", other);
    TroubledDisk disk(film.folder.path());
    const auto began = RealClock::now();
    {
        StageHand hand;
        hand.order.playing = true;
        REQUIRE(hand.cue(film.clip()));
        REQUIRE(hand.next_picture());
        disk.set(DiskMood::Stalled);
        REQUIRE(play_until_it_waits(hand));
        CHECK(disk.desk().waiting > 0);
        REQUIRE(hand.cue(clip_of(elsewhere, "other.mp4")));
        CHECK(hand.shown_film() == 9);
        // And back to where nothing comes from, in the middle of opening.
        const int opens = disk.desk().opens;
        hand.order.clip = film.clip();
        ++hand.order.cue;
        hand.look();
        CHECK(wait_until([&] { return disk.desk().opens > opens; }));
    }
    CHECK(disk.desk().waiting > 0);  // left behind
    CHECK(RealClock::now() - began < 30s);
}

TEST_CASE("whatever else reads a film can be broken off while the disk does not answer") {
    const LongFilm film(long_recipe(FilmSound::Steady));
    ScratchFolder preludes;
    media::ClipOrder clip = film.clip();
    clip.trim = pictures(film.recipe, 30, 400);
    TroubledDisk disk(film.folder.path());
    disk.set(DiskMood::Stalled);
    const std::function<void(std::stop_token)> all[] = {
        [&](std::stop_token stop) { CHECK_FALSE(media::measure_loudness(clip, stop)); },
        [&](std::stop_token stop) {
            CHECK_FALSE(media::make_prelude(clip, preludes.path(), stop).has_value());
        },
        [&](std::stop_token stop) { CHECK_FALSE(media::stamp_of(clip.film, stop).has_value()); },
        [&](std::stop_token stop) {
            CHECK_FALSE(media::read_still(clip.film, 100, stop).has_value());
        },
    };
    for (const auto& one : all) {
        const int before = disk.desk().waiting;
        std::jthread thread(one);
        REQUIRE(wait_until([&] { return disk.desk().waiting > before; }));
        thread.request_stop();
        thread.join();
        CHECK(disk.desk().waiting > before);
    }
}
