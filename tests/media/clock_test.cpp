#include <doctest/doctest.h>

#include <cstdlib>

#include "player/media/playback_clock.h"

using namespace std::chrono_literals;
using media::PlaybackClock;
using media::SourceTime;
using media::WallTime;

TEST_CASE("a clock that plays runs with the wall") {
    const WallTime start = WallTime{} + 1h;
    PlaybackClock clock;
    clock.play_from(SourceTime{10s}, start);
    CHECK(clock.source_at(start) == SourceTime{10s});
    CHECK(clock.source_at(start + 1500ms) == SourceTime{11500ms});
    CHECK(clock.wall_at(SourceTime{12s}) == start + 2s);
}

TEST_CASE("a held clock stays where it was, however long the class talks") {
    const WallTime start = WallTime{} + 1h;
    PlaybackClock clock;
    clock.play_from(SourceTime{10s}, start);
    clock.hold(start + 2s);
    CHECK(clock.source_at(start + 5min) == SourceTime{12s});
    CHECK_FALSE(clock.wall_at(SourceTime{13s}).has_value());
    CHECK_FALSE(clock.running());
}

TEST_CASE("a clock may start ahead of time") {
    const WallTime start = WallTime{} + 1h;
    PlaybackClock clock;
    clock.play_from(SourceTime{10s}, start + 30ms);
    CHECK(clock.source_at(start) == SourceTime{9970ms});
    CHECK(clock.wall_at(SourceTime{10s}) == start + 30ms);
}

TEST_CASE("a held clock is not led by what is heard") {
    PlaybackClock clock;
    clock.hold_at(SourceTime{3s});
    clock.follow(SourceTime{8s}, WallTime{} + 1h);
    CHECK(clock.source_at(WallTime{} + 2h) == SourceTime{3s});
}

TEST_CASE("a clock comes to what is heard, without a jump") {
    const WallTime start = WallTime{} + 1h;
    PlaybackClock clock;
    clock.play_from(SourceTime{0s}, start);
    SourceTime before = clock.source_at(start);
    // What is heard is 30 ms behind.
    for (int i = 1; i <= 100; ++i) {
        const WallTime now = start + i * 20ms;
        clock.follow(SourceTime{i * 20ms - 30ms}, now);
        const SourceTime after = clock.source_at(now);
        CHECK(after >= before - 16ms);
        before = after;
    }
    const auto off = clock.source_at(start + 2s) - SourceTime{2s - 30ms};
    CHECK(std::abs(off.count()) < 1000);
}

TEST_CASE("bursts of a speaker do not shake the picture") {
    const WallTime start = WallTime{} + 1h;
    PlaybackClock clock;
    clock.play_from(SourceTime{0s}, start);
    // Two reports at once every 40 ms, their times up to 10 ms wrong in both directions.
    for (int i = 1; i <= 200; ++i) {
        const auto late = std::chrono::milliseconds{(i * 7919) % 21 - 10};
        clock.follow(SourceTime{i * 20ms}, start + i * 20ms + late);
        if (i < 20) continue;
        const auto off = clock.source_at(start + i * 20ms) - SourceTime{i * 20ms};
        CHECK(std::abs(off.count()) < 4000);
    }
}

TEST_CASE("a device that runs slow is followed within a frame") {
    // Some devices keep time only roughly: 3 % slow.
    const WallTime start = WallTime{} + 1h;
    PlaybackClock clock;
    clock.play_from(SourceTime{0s}, start);
    for (int i = 1; i <= 3000; ++i) {
        const auto heard = i * std::chrono::microseconds{19'400};
        clock.follow(SourceTime{heard}, start + i * 20ms);
        const auto off = clock.source_at(start + i * 20ms) - SourceTime{heard};
        CHECK(std::abs(off.count()) < 20'000);
    }
}

TEST_CASE("a large difference is believed at once") {
    const WallTime start = WallTime{} + 1h;
    PlaybackClock clock;
    clock.play_from(SourceTime{0s}, start);
    clock.follow(SourceTime{5s}, start + 1s);
    CHECK(clock.source_at(start + 1s) == SourceTime{5s});
}

TEST_CASE("at another rate the film goes by faster or slower") {
    const WallTime start = WallTime{} + 1h;
    for (const double rate : {0.5, 0.75, 1.25, 2.0}) {
        CAPTURE(rate);
        PlaybackClock clock;
        clock.set_rate(rate, start);
        clock.play_from(SourceTime{10s}, start);
        const auto film = std::chrono::microseconds{static_cast<int>(4'000'000 * rate)};
        CHECK(clock.source_at(start + 4s) == SourceTime{10s} + film);
    }
}

TEST_CASE("a rate holds from its moment on, and what was due before stays") {
    const WallTime start = WallTime{} + 1h;
    PlaybackClock clock;
    clock.play_from(SourceTime{10s}, start);
    clock.set_rate(2.0, start + 1s);
    CHECK(clock.source_at(start + 500ms) == SourceTime{10500ms});
    CHECK(clock.source_at(start + 1s) == SourceTime{11s});
    CHECK(clock.source_at(start + 2s) == SourceTime{13s});
    CHECK(clock.wall_at(SourceTime{10s}) <= start + 1us);
    clock.set_rate(1.0, start + 2s);
    CHECK(clock.source_at(start + 3s) == SourceTime{14s});
}

TEST_CASE("what is due at a time is due when one looks at that time, at every rate") {
    const WallTime start = WallTime{} + 1h;
    for (const double rate : {0.5, 0.75, 1.0, 1.1, 1.25, 1.5, 2.0}) {
        PlaybackClock clock;
        clock.set_rate(rate, start);
        clock.play_from(SourceTime{3333us}, start);
        for (int i = 0; i < 2000; ++i) {
            const SourceTime picture{std::chrono::microseconds{4000 + i * 33'367}};
            CAPTURE(i);
            CHECK(clock.source_at(*clock.wall_at(picture)) >= picture);
            CHECK(clock.source_at(*clock.wall_at(picture) - 2us) <= picture);
        }
    }
}

TEST_CASE("a clock takes the rate of what is heard, when it is heard") {
    const WallTime start = WallTime{} + 1h;
    PlaybackClock clock;
    clock.play_from(SourceTime{0s}, start);
    clock.follow(SourceTime{1s}, start + 1s, 1.5);  // told 100 ms ahead
    CHECK(clock.source_at(start + 900ms) == SourceTime{900ms});
    CHECK(clock.source_at(start + 3s) == SourceTime{4s});
}
