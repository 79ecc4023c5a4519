#include <SDL.h>
#include <doctest/doctest.h>

#include <condition_variable>
#include <mutex>
#include <vector>

#include "player/screen/heard_clock.h"
#include "player/screen/speaker.h"

using namespace std::chrono_literals;
using screen::HeardClock;
using screen::Speaker;

namespace {

constexpr auto buffer_length =
    std::chrono::nanoseconds(1'000'000'000LL * screen::sound_buffer_frames / media::sound_rate_hz);

// Takes note of when it was pulled.
class CountingTap : public media::SoundTap {
public:
    void pull(std::span<float> stereo, media::WallTime heard_at) override {
        std::fill(stereo.begin(), stereo.end(), 0.25F);
        const std::lock_guard lock(mutex_);
        heard_.push_back(heard_at);
        frames_.push_back(stereo.size() / 2);
        pulled_.notify_one();
    }
    // Waits for `count` pulls; false when they do not come.
    bool wait_for(std::size_t count) {
        std::unique_lock lock(mutex_);
        return pulled_.wait_for(lock, 20s, [&] { return heard_.size() >= count; });
    }
    std::vector<media::WallTime> heard() const {
        const std::lock_guard lock(mutex_);
        return heard_;
    }
    std::vector<std::size_t> frames() const {
        const std::lock_guard lock(mutex_);
        return frames_;
    }

private:
    mutable std::mutex mutex_;
    std::condition_variable pulled_;
    std::vector<media::WallTime> heard_;  // guarded by mutex_
    std::vector<std::size_t> frames_;     // guarded by mutex_
};

// Starts SDL's sound anew with this driver.
void use_driver(const char* name) {
    SDL_QuitSubSystem(SDL_INIT_AUDIO);
    SDL_SetHint(SDL_HINT_AUDIODRIVER, name);
}

}  // namespace

TEST_CASE("sound asked for in bursts is heard evenly") {
    HeardClock clock;
    media::WallTime asked{1000s};
    media::WallTime last = clock.next(asked, screen::sound_buffer_frames);
    CHECK(last > asked);
    for (int i = 1; i < 400; ++i) {
        asked += buffer_length;
        const auto burst = i % 2 == 0 ? 4ms : -4ms;
        const media::WallTime heard = clock.next(asked + burst, screen::sound_buffer_frames);
        const auto gap = heard - last;
        CAPTURE(i);
        CHECK(gap > buffer_length - 1ms);
        CHECK(gap < buffer_length + 1ms);
        last = heard;
    }
    CHECK(last > asked);
    CHECK(last < asked + 3 * buffer_length);
}

TEST_CASE("a card that runs a little slow is followed") {
    HeardClock clock;
    media::WallTime asked{1000s};
    media::WallTime heard{};
    for (int i = 0; i < 20000; ++i) {
        asked += buffer_length + 10us;  // a tenth of a percent
        heard = clock.next(asked, screen::sound_buffer_frames);
    }
    CHECK(heard > asked);
    CHECK(heard < asked + 3 * buffer_length);
}

TEST_CASE("after a standstill sound is heard from then on, and never before what was") {
    HeardClock clock;
    const media::WallTime start{1000s};
    const media::WallTime first = clock.next(start, screen::sound_buffer_frames);
    const media::WallTime later = clock.next(start + 5s, screen::sound_buffer_frames);
    CHECK(later - first == 5s);
    // Taken faster than it can be heard: never backwards.
    media::WallTime last = later;
    for (int i = 0; i < 200; ++i) {
        const media::WallTime heard = clock.next(start + 5s, screen::sound_buffer_frames);
        CHECK(heard >= last);
        last = heard;
    }
}

TEST_CASE("a speaker pulls stereo from its tap for as long as it lives") {
    use_driver("dummy");
    CountingTap tap;
    {
        auto speaker = Speaker::open(tap);
        REQUIRE(speaker.has_value());
        CHECK(speaker->alive());
        REQUIRE(tap.wait_for(10));
    }
    const std::size_t pulls = tap.heard().size();
    const auto heard = tap.heard();
    for (std::size_t i = 1; i < pulls; ++i)
        CHECK(heard[i] >= heard[i - 1]);
    for (const std::size_t frames : tap.frames()) {
        CHECK(frames == static_cast<std::size_t>(screen::sound_buffer_frames));
    }
    CHECK(tap.heard().size() == pulls);
}

TEST_CASE("a machine without a sound card gets a sentence, and a second try") {
    use_driver("no such driver");
    CountingTap tap;
    auto refused = Speaker::open(tap);
    REQUIRE(!refused.has_value());
    CHECK(refused.error().what.starts_with("there is no sound"));
    CHECK(!refused.error().hint.empty());
    SDL_SetHint(SDL_HINT_AUDIODRIVER, "dummy");
    CHECK(Speaker::open(tap).has_value());
    use_driver("dummy");
}
