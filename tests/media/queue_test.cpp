#include <doctest/doctest.h>

#include <future>
#include <numeric>
#include <thread>

#include "player/media/clip/bounded_queue.h"
#include "player/media/clip/packet_store.h"
#include "player/media/clip/sound_cutter.h"
#include "player/media/sound/sound_queue.h"

using namespace std::chrono_literals;
using media::BoundedQueue;
using media::Pushed;
using media::SoundQueue;

namespace {

std::vector<float> samples(std::int64_t first, std::int64_t end) {
    std::vector<float> stereo;
    for (std::int64_t i = first; i < end; ++i) {
        stereo.push_back(static_cast<float>(i));
        stereo.push_back(static_cast<float>(-i));
    }
    return stereo;
}

}  // namespace

TEST_CASE("a queue gives out what was put in, in order") {
    BoundedQueue<int> queue{{.max_bytes = 100, .min_items = 1, .max_items = 10}};
    std::stop_source stop;
    CHECK(queue.push(1, 10, stop.get_token()) == Pushed::AddedToEmpty);
    CHECK(queue.push(2, 10, stop.get_token()) == Pushed::Added);
    CHECK(queue.bytes() == 20);
    CHECK(queue.front() == 1);
    CHECK(queue.try_pop() == 1);
    CHECK(queue.try_pop() == 2);
    CHECK_FALSE(queue.try_pop().has_value());
    CHECK(queue.bytes() == 0);
}

TEST_CASE("a queue holds no more bytes than it may, but always its smallest number of items") {
    BoundedQueue<int> queue{{.max_bytes = 100, .min_items = 3, .max_items = 10}};
    std::stop_source stop;
    for (int i = 0; i < 3; ++i)
        REQUIRE(queue.push(i, 80, stop.get_token()) != Pushed::Refused);
    CHECK(queue.full());
    auto fourth =
        std::async(std::launch::async, [&] { return queue.push(3, 80, stop.get_token()); });
    CHECK(queue.try_pop() == 0);  // the writer comes in only now
    CHECK(fourth.get() == Pushed::Added);
    CHECK(queue.size() == 3);
}

TEST_CASE("closing a queue, or stopping, frees a writer that waits") {
    for (const bool close : {true, false}) {
        CAPTURE(close);
        BoundedQueue<int> queue{{.max_bytes = 10, .min_items = 1, .max_items = 10}};
        std::stop_source stop;
        REQUIRE(queue.push(1, 10, stop.get_token()) == Pushed::AddedToEmpty);
        auto waiting =
            std::async(std::launch::async, [&] { return queue.push(2, 10, stop.get_token()); });
        if (close) {
            queue.close();
            CHECK_FALSE(queue.try_pop().has_value());
        } else {
            stop.request_stop();
        }
        CHECK(waiting.get() == Pushed::Refused);
    }
}

TEST_CASE("a finished queue is exhausted only when all is taken") {
    BoundedQueue<int> queue{{.max_bytes = 10, .min_items = 1, .max_items = 10}};
    std::stop_source stop;
    REQUIRE(queue.push(1, 1, stop.get_token()) != Pushed::Refused);
    queue.finish();
    CHECK(queue.finished());
    CHECK_FALSE(queue.exhausted());
    CHECK(queue.try_pop() == 1);
    CHECK(queue.exhausted());
}

TEST_CASE("sound comes out with its numbers, also round the end of the ring") {
    SoundQueue queue{1000, 100};
    std::stop_source stop;
    std::vector<float> out(2 * 60);
    std::int64_t written = 1000;
    std::int64_t read = 1000;
    for (int round = 0; round < 20; ++round) {
        REQUIRE(queue.write(samples(written, written + 60), stop.get_token()));
        written += 60;
        const auto taken = queue.read(out);
        CHECK(taken.first == read);
        CHECK(taken.frames == 60);
        CHECK(out == samples(read, read + 60));
        read += 60;
    }
    CHECK(queue.read(out).frames == 0);
}

TEST_CASE("skipping leaves out what is there and what is still to come") {
    SoundQueue queue{0, 100};
    std::stop_source stop;
    REQUIRE(queue.write(samples(0, 50), stop.get_token()));
    queue.skip_to(120);
    CHECK(queue.buffered_frames() == 0);
    REQUIRE(queue.write(samples(50, 130), stop.get_token()));
    std::vector<float> out(2 * 100);
    const auto taken = queue.read(out);
    CHECK(taken.first == 120);
    CHECK(taken.frames == 10);
    CHECK(out[0] == 120.0F);
    queue.skip_to(5);  // never back
    CHECK(queue.next_to_read() == 130);
}

TEST_CASE("a closed sound queue frees its writer and can still be read") {
    SoundQueue queue{0, 100};
    std::stop_source stop;
    auto writing = std::async(std::launch::async,
                              [&] { return queue.write(samples(0, 500), stop.get_token()); });
    queue.close();
    CHECK_FALSE(writing.get());
    std::vector<float> out(2 * 500);
    CHECK(queue.read(out).frames <= 100);
}

TEST_CASE("a full sound queue lets its writer sleep until a quarter is free") {
    SoundQueue queue{0, 100};
    std::stop_source stop;
    auto writing = std::async(std::launch::async,
                              [&] { return queue.write(samples(0, 125), stop.get_token()); });
    while (!queue.full())
        std::this_thread::sleep_for(1ms);
    std::vector<float> out(2 * 24);
    CHECK(queue.read(out).frames == 24);
    CHECK(writing.wait_for(50ms) == std::future_status::timeout);
    CHECK(queue.next_to_write() == 100);
    out.resize(2);
    CHECK(queue.read(out).frames == 1);
    CHECK(writing.get());
    CHECK(queue.next_to_write() == 125);
}

TEST_CASE("the cutter passes on exactly the samples from first to end") {
    struct Row {
        const char* what;
        std::vector<std::pair<std::int64_t, std::int64_t>> blocks;  // first, end
    };
    const Row rows[] = {
        {"in one piece", {{0, 10'000}}},
        {"in small pieces", {{1990, 2500}, {2500, 2501}, {2501, 6000}, {6000, 7000}}},
        {"with pieces that overlap", {{1000, 4000}, {3000, 5000}, {4500, 4600}, {4600, 7000}}},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.what));
        std::vector<float> got;
        media::SoundCutter cutter{2000, 6000, [&](std::span<const float> stereo) {
                                      got.insert(got.end(), stereo.begin(), stereo.end());
                                      return true;
                                  }};
        for (const auto& [first, end] : row.blocks)
            cutter.feed({first, samples(first, end)});
        CHECK_FALSE(cutter.feed({7000, samples(7000, 7100)}));
        REQUIRE(got.size() == 2 * 4000);
        auto expected = samples(2000, 6000);
        const auto faded = static_cast<std::ptrdiff_t>(2 * media::fade_frames);
        CHECK(std::equal(got.begin(), got.end() - faded, expected.begin()));
        CHECK(std::abs(got.back()) < 0.01F * std::abs(expected.back()));
    }
}

TEST_CASE("a hole in the sound becomes silence of its length") {
    std::vector<float> got;
    media::SoundCutter cutter{0, 100'000, [&](std::span<const float> stereo) {
                                  got.insert(got.end(), stereo.begin(), stereo.end());
                                  return true;
                              }};
    cutter.feed({100, samples(100, 1000)});
    cutter.feed({20'000, samples(20'000, 30'000)});
    cutter.finish();
    REQUIRE(got.size() == 2 * 30'000);
    CHECK(got[2 * 99] == 0.0F);
    CHECK(got[2 * 100] == 100.0F);
    CHECK(got[2 * 999] == 999.0F);
    CHECK(got[2 * 1000] == 0.0F);
    CHECK(got[2 * 19'999] == 0.0F);
    CHECK(got[2 * 20'000] == 20'000.0F);
}

TEST_CASE("a fade loses no power against the fade that meets it") {
    for (std::size_t i = 0; i <= media::fade_frames; i += 48) {
        const float in = media::fade_in_gain(i);
        const float out = media::fade_in_gain(media::fade_frames - i);
        CHECK(in * in + out * out == doctest::Approx(1.0));
    }
    CHECK(media::fade_in_gain(0) == 0.0F);
    CHECK(media::fade_in_gain(10 * media::fade_frames) == 1.0F);
}

TEST_CASE("a jump makes everything before it void") {
    media::PacketStore store;
    std::stop_source stop;
    store.set_lanes(true, true);
    const auto first = std::make_shared<media::Run>(media::RunStart{}, 0);
    store.ask(first);
    auto job = store.next_job(stop.get_token());
    REQUIRE(job.has_value());
    store.begin(*job);
    store.put(media::Lane::Pictures, media::PacketHandle{av_packet_alloc()}, 40ms);
    const auto second = std::make_shared<media::Run>(media::RunStart{}, 0);
    store.ask(second);
    store.put(media::Lane::Pictures, media::PacketHandle{av_packet_alloc()}, 40ms);
    store.ask_earlier(*job);  // of a run that nobody wants any more
    job = store.next_job(stop.get_token());
    REQUIRE(job.has_value());
    CHECK(job->run == second);
    CHECK(job->attempt == 0);
    store.begin(*job);
    const auto parcel = store.take(media::Lane::Pictures, stop.get_token());
    REQUIRE(parcel.has_value());
    REQUIRE(std::holds_alternative<media::Jump>(*parcel));
    CHECK(std::get<media::Jump>(*parcel).run == second);
    CHECK(store.bytes() == 0);
}

TEST_CASE("reading goes on while one lane is hungry, and ends when both have enough") {
    media::PacketStore store;
    std::stop_source stop;
    store.set_lanes(true, true);
    store.ask(std::make_shared<media::Run>(media::RunStart{}, 0));
    store.begin(*store.next_job(stop.get_token()));
    const auto put = [&](media::Lane lane) {
        store.put(lane, media::PacketHandle{av_packet_alloc()}, 1s);
    };
    // Picture and sound lie far apart in the file.
    for (int i = 0; i < 10; ++i)
        put(media::Lane::Pictures);
    CHECK_FALSE(store.next_job(stop.get_token()).has_value());  // nothing asked: read on
    put(media::Lane::Sound);
    put(media::Lane::Sound);
    auto waiting = std::async(std::launch::async, [&] { return store.next_job(stop.get_token()); });
    // Both have enough: only a taken parcel lets it read on.
    for (int i = 0; i < 3; ++i) {
        CHECK(store.take(media::Lane::Sound, stop.get_token()).has_value());
    }
    CHECK_FALSE(waiting.get().has_value());
    CHECK(store.starved());
}

TEST_CASE("with enough in both lanes reading rests until one has used up a third of it") {
    media::PacketStore store;
    std::stop_source stop;
    store.set_lanes(true, true);
    store.ask(std::make_shared<media::Run>(media::RunStart{}, 0));
    store.begin(*store.next_job(stop.get_token()));
    for (int i = 0; i < 15; ++i) {
        CHECK_FALSE(store.next_job(stop.get_token()).has_value());  // read on
        for (const media::Lane lane : {media::Lane::Pictures, media::Lane::Sound})
            store.put(lane, media::PacketHandle{av_packet_alloc()}, 100ms);
    }
    auto waiting = std::async(std::launch::async, [&] { return store.next_job(stop.get_token()); });
    const auto take = [&] {
        return store.take(media::Lane::Pictures, stop.get_token()).has_value();
    };
    REQUIRE(take());  // the jump, which has no length: the others' mean is counted for it
    for (int i = 0; i < 4; ++i)
        REQUIRE(take());
    CHECK(waiting.wait_for(50ms) == std::future_status::timeout);
    REQUIRE(take());
    REQUIRE(take());
    CHECK_FALSE(waiting.get().has_value());
    // And then it goes on until there is enough again, not only for what was taken.
    store.put(media::Lane::Pictures, media::PacketHandle{av_packet_alloc()}, 100ms);
    CHECK_FALSE(store.next_job(stop.get_token()).has_value());
}
