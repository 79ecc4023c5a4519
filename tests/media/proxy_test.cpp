#include "player/media/making/proxy.h"

#include <fstream>

#include "player/media/av_handles.h"
#include "tests/media/made_up_speaker.h"

using namespace std::chrono_literals;
using namespace support;
using media::ClipOrder;
using media::make_proxy;
using media::ProxyMade;
using media::SourceTime;
namespace fs = std::filesystem;

namespace {

// What no graphics card decodes in H.264.
FilmRecipe ten_bits(FilmRecipe recipe) {
    recipe.pixel_format = "yuv420p10le";
    return recipe;
}

// One film with its folder of proxies.
struct HeavyFilm {
    ScratchFolder folder;
    ScratchFolder proxies;
    FilmRecipe recipe;
    std::string file;

    explicit HeavyFilm(FilmRecipe made = ten_bits(film(1, 300)), std::string name = "film.mp4")
        : recipe(std::move(made)), file(std::move(name)) {
        make(folder, file, recipe);
    }
    ClipOrder clip(int first, int end) const {
        return clip_of(folder, file, pictures(recipe, first, end));
    }
    media::FilmFile original() const { return {folder.path(), file}; }
    ProxyMade made(const std::vector<SourceTime>& in_points = {}) const {
        const auto outcome = make_proxy(original(), in_points, proxies.path(), {});
        REQUIRE_MESSAGE(outcome.has_value(), (outcome ? "" : catalogue::to_text(outcome.error())));
        return *outcome;
    }
    fs::path proxy() const {
        return proxies.path() / media::proxy_name(original(), media::stamp_of(original()).value());
    }
};

struct Shown {
    int number;
    SourceTime time;
    double aspect;
    int height_px;
};

std::vector<Shown> watch(StageHand& hand, const ClipOrder& clip) {
    std::vector<Shown> all;
    watch_all(hand, clip, [&](const media::Picture& picture) {
        all.push_back(
            {hand.shown_number(), picture.time, picture.display_aspect, picture.height_px});
    });
    return all;
}

// When the key pictures of a film are shown.
std::vector<SourceTime> keys_of(const fs::path& file) {
    AVFormatContext* opened = nullptr;
    REQUIRE(avformat_open_input(&opened, file.c_str(), nullptr, nullptr) >= 0);
    const media::FormatHandle format{opened};
    const int stream = av_find_best_stream(opened, AVMEDIA_TYPE_VIDEO, -1, -1, nullptr, 0);
    REQUIRE(stream >= 0);
    std::vector<SourceTime> keys;
    const media::PacketHandle packet{av_packet_alloc()};
    while (av_read_frame(opened, packet.get()) >= 0) {
        if (packet->stream_index == stream && (packet->flags & AV_PKT_FLAG_KEY) != 0) {
            keys.push_back(at(media::SourceDuration{
                av_rescale_q(packet->pts, opened->streams[stream]->time_base, {1, 1'000'000})}));
        }
        av_packet_unref(packet.get());
    }
    return keys;
}

}  // namespace

TEST_CASE("a proxy shows the same pictures at the same times as its film") {
    FilmRecipe tall = film(1, 200);
    tall.width_px = 1440;
    tall.height_px = 1080;
    FilmRecipe wide = ten_bits(film(1, 200));
    wide.pixel_aspect_num = 4;
    wide.pixel_aspect_den = 3;
    FilmRecipe phone = ten_bits(film(1, 200));
    phone.turns = 1;
    FilmRecipe american = ten_bits(film(1, 200));
    american.rate_num = 30000;
    american.rate_den = 1001;
    FilmRecipe uneven = ten_bits(film(1, 200));
    uneven.start_tick = [](int number) { return 2 * number + number % 2; };
    FilmRecipe weaved = ten_bits(film(1, 200));
    weaved.interlaced = true;
    FilmRecipe late = ten_bits(beeping(200));
    late.start_tick = [](int number) { return number + 17; };  // the sound begins before
    FilmRecipe shifted = ten_bits(beeping(200));
    shifted.shift_us = 1'234'567;
    struct Row {
        const char* what;
        FilmRecipe recipe;
        const char* file;
    };
    for (const Row& row :
         {Row{"ten bits", ten_bits(film(1, 200)), "film.mp4"}, Row{"1080 lines", tall, "film.mp4"},
          Row{"pixels that are not square", wide, "film.mp4"}, Row{"a phone", phone, "film.mp4"},
          Row{"30 a second, nearly", american, "film.mp4"}, Row{"uneven", uneven, "film.mkv"},
          Row{"interlaced", weaved, "film.mp4"}, Row{"begins with sound alone", late, "film.mkv"},
          Row{"does not begin at zero", shifted, "film.mkv"}}) {
        CAPTURE(std::string(row.what));
        const HeavyFilm heavy(row.recipe, row.file);
        const std::vector<ClipOrder> clips{
            heavy.clip(0, 40), heavy.clip(73, 100), {heavy.original(), std::nullopt}};
        REQUIRE(heavy.made({clips[0].trim->in, clips[1].trim->in}) == ProxyMade::Made);
        for (const ClipOrder& clip : clips) {
            StageHand without;
            StageHand with({}, heavy.proxies.path());
            const std::vector<Shown> expected = watch(without, clip);
            const std::vector<Shown> seen = watch(with, clip);
            REQUIRE(expected.size() > 10);
            REQUIRE(seen.size() == expected.size());
            for (std::size_t i = 0; i < seen.size(); ++i) {
                CAPTURE(i);
                REQUIRE(seen[i].number == expected[i].number);
                REQUIRE(seen[i].time == expected[i].time);
                REQUIRE(seen[i].aspect == doctest::Approx(expected[i].aspect).epsilon(0.01));
                REQUIRE(seen[i].height_px == std::min(720, expected[i].height_px));
            }
        }
    }
}

TEST_CASE("every in-point has a key picture, and no two lie further apart than two seconds") {
    const HeavyFilm heavy;
    const std::vector<int> firsts{30, 31, 77, 133, 290};
    std::vector<SourceTime> in_points;
    for (const int first : firsts)
        in_points.push_back(start_of(heavy.recipe, first));
    std::ranges::reverse(in_points);
    in_points.push_back(start_of(heavy.recipe, 200) + 9ms);  // nearest to 200
    REQUIRE(heavy.made(in_points) == ProxyMade::Made);
    const std::vector<SourceTime> keys = keys_of(heavy.proxy());
    for (const int picture : {0, 30, 31, 77, 133, 200, 290}) {
        CAPTURE(picture);
        CHECK(std::ranges::count(keys, start_of(heavy.recipe, picture)) == 1);
    }
    for (std::size_t i = 1; i < keys.size(); ++i)
        CHECK(keys[i] - keys[i - 1] <= 2s);
    CHECK(keys.size() < 20);
}

TEST_CASE("a proxy's sound is in time with its pictures") {
    const HeavyFilm heavy(ten_bits(beeping(500)));
    REQUIRE(heavy.made() == ProxyMade::Made);
    for (const media::SourceDuration in :
         {media::SourceDuration{0s}, media::SourceDuration{8200ms}}) {
        StageHand hand({}, heavy.proxies.path());
        Speaker speaker{hand};
        hand.order.playing = true;
        REQUIRE(hand.cue(clip_of(heavy.folder, heavy.file, media::TimeRange{at(in), at(in + 9s)})));
        const Offsets offsets = measure(hand, speaker, 8s);
        CHECK(offsets.ms.size() >= 6);
        CHECK(offsets.worst() < 40);
    }
}

TEST_CASE("a clip plays its film's proxy, and only one that can be read to its end") {
    const HeavyFilm one;
    const HeavyFilm two(ten_bits(film(2, 300)));
    REQUIRE(two.made() == ProxyMade::Made);
    // Under the other's name, so that it can be told who shows what.
    const fs::path file = one.proxy();
    fs::copy(two.proxy(), file);
    int expected = 1;
    SUBCASE("whole") {
        expected = 2;
    }
    SUBCASE("not a film") {
        std::ofstream(file) << "nothing of the kind";
    }
    SUBCASE("a film that says nothing of the kind") {
        fs::copy(two.folder.path() / two.file, file, fs::copy_options::overwrite_existing);
    }
    SUBCASE("cut off") {
        fs::resize_file(file, fs::file_size(file) - 100);
    }
    SUBCASE("empty") {
        fs::resize_file(file, 0);
    }
    SUBCASE("of the film as it was") {
        fs::last_write_time(one.folder.path() / one.file,
                            fs::last_write_time(one.folder.path() / one.file) + 1s);
    }
    StageHand hand({}, one.proxies.path());
    hand.order.playing = true;
    REQUIRE(hand.cue(one.clip(100, 200)));
    for (int number = 100; number < 200; ++number) {
        CAPTURE(number);
        REQUIRE(hand.shown_film() == expected);
        REQUIRE(hand.shown_number() == number);
        CHECK(hand.next_picture() == (number < 199));
    }
    REQUIRE(hand.seek(start_of(one.recipe, 150)));
    CHECK(hand.shown_film() == expected);
    CHECK(hand.shown_number() == 150);
}

TEST_CASE("what is there is not made again, unless its film has changed or it cannot be read") {
    const HeavyFilm heavy(ten_bits(film(1, 50)));
    REQUIRE(heavy.made() == ProxyMade::Made);
    const fs::path first = heavy.proxy();
    std::ofstream(first, std::ios::app) << "as it was";
    const auto bytes = fs::file_size(first);
    CHECK(heavy.made() == ProxyMade::Made);
    CHECK(fs::file_size(first) == bytes);

    fs::resize_file(first, bytes / 2);
    CHECK(heavy.made() == ProxyMade::Made);
    CHECK(fs::file_size(first) > bytes / 2);

    const fs::path film = heavy.folder.path() / heavy.file;
    fs::last_write_time(film, fs::last_write_time(film) + 1s);
    CHECK(heavy.proxy() != first);
    CHECK(heavy.made() == ProxyMade::Made);
    CHECK(fs::exists(heavy.proxy()));
}

TEST_CASE("no proxy is made of what plays easily, and nothing half made stays") {
    const HeavyFilm easy(film(1, 50));
    CHECK(easy.made() == ProxyMade::NotUseful);
    FilmRecipe sound_only = beeping(0);
    sound_only.sound_ms = 2000;
    const HeavyFilm heard(sound_only);
    CHECK(heard.made() == ProxyMade::NotUseful);
    CHECK(files_in(easy.proxies.path()) + files_in(heard.proxies.path()) == 0);

    const HeavyFilm heavy;
    std::stop_source stop;
    // As soon as it is at work.
    const auto stopped = make_proxy(heavy.original(), {}, heavy.proxies.path(), stop.get_token(),
                                    [&](SourceTime) { stop.request_stop(); });
    CHECK_FALSE(stopped.has_value());
    std::ofstream(heavy.folder.path() / "damaged.mp4") << "not a film";
    CHECK_FALSE(
        make_proxy({heavy.folder.path(), "damaged.mp4"}, {}, heavy.proxies.path(), {}).has_value());
    CHECK_FALSE(
        make_proxy({heavy.folder.path(), "gone.mp4"}, {}, heavy.proxies.path(), {}).has_value());
    CHECK(files_in(heavy.proxies.path()) == 0);

    // What a run that was killed has left behind goes; what another may be at stays.
    const fs::path old = heavy.proxy().string() + ".00000001.part";
    const fs::path young = heavy.proxy().string() + ".00000002.part";
    for (const fs::path& part : {old, young})
        std::ofstream(part) << "half";
    fs::last_write_time(old, fs::last_write_time(old) - 2h);
    CHECK(heavy.made() == ProxyMade::Made);
    CHECK_FALSE(fs::exists(old));
    CHECK(fs::exists(young));
}
