#include <algorithm>
#include <cstring>
#include <fstream>
#include <iterator>

#include "tests/media/films.h"

using namespace std::chrono_literals;
using namespace support;

namespace {

using Bytes = std::string;

Bytes bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void write(const std::filesystem::path& file, const Bytes& bytes) {
    std::ofstream(file, std::ios::binary).write(bytes.data(), static_cast<long>(bytes.size()));
}

std::uint32_t big_endian(const Bytes& bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value = value << 8 | static_cast<std::uint8_t>(bytes[at + i]);
    return value;
}

void set_big_endian(Bytes& bytes, std::size_t at, std::uint32_t value) {
    for (std::size_t i = 0; i < 4; ++i)
        bytes[at + i] = static_cast<char>(value >> (24 - 8 * i));
}

// Plays to the end: every picture from `first` to `last` in turn, at a steady pace.
void check_all(StageHand& hand, const FilmRecipe& recipe, int first, int last) {
    hand.order.playing = true;
    int expected = first;
    do {
        CHECK(hand.shown_number() == expected);
        const auto due = start_of(recipe, expected - first);
        CHECK(abs(hand.look()->time - due) < 60ms);
        ++expected;
    } while (hand.next_picture());
    CHECK(expected == last + 1);
    CHECK(hand.count<media::Ended>() == 1);
}

FilmRecipe short_film() {
    FilmRecipe recipe;
    recipe.pictures = 50;
    recipe.gop = 10;
    recipe.width_px = 240;
    recipe.height_px = 136;
    return recipe;
}

}  // namespace

TEST_CASE("a film's time begins with the film, wherever its clock begins") {
    struct Row {
        const char* file;
        const char* codec;
        std::int64_t shift_us;
        FilmSound sound;
        const char* sound_codec;
    };
    constexpr std::int64_t hour = 3'600'000'000;
    const Row rows[] = {
        {"late.ts", "libx264", 20 * hour, FilmSound::Beeps, "aac"},
        {"late.mkv", "libx264", 90 * hour, FilmSound::Beeps, "libopus"},
        {"late.mp4", "libx264", 5 * hour, FilmSound::None, ""},
        // The clock of a transport stream has 33 bits: it begins anew after 95,443.7 s.
        {"wraps.ts", "mpeg2video", 95'442'700'000, FilmSound::Beeps, "libmp3lame"},
        {"before_zero.mp4", "libx264", -400'000, FilmSound::None, ""},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.file));
        ScratchFolder folder;
        FilmRecipe recipe = short_film();
        recipe.picture_codec = row.codec;
        recipe.b_pictures = 0;
        recipe.shift_us = row.shift_us;
        recipe.sound = row.sound;
        recipe.sound_codec = row.sound_codec;
        make(folder, row.file, recipe);
        StageHand hand;
        REQUIRE(hand.cue(clip_of(folder, row.file)));
        REQUIRE(hand.count<media::Failed>() == 0);
        const bool cut = row.shift_us < 0;  // what lies before zero is not shown
        const int first = cut ? 10 : 0;
        check_all(hand, recipe, first, 49);
        REQUIRE(hand.seek(start_of(recipe, 23 - first) +
                          (hand.look()->time - start_of(recipe, 49 - first))));
        CHECK(hand.shown_number() == 23);
    }
}

TEST_CASE("an edit list's cut is kept: what it leaves out is not shown") {
    ScratchFolder folder;
    const FilmRecipe recipe = short_film();
    make(folder, "film.mp4", recipe);
    Bytes film = bytes_of(folder.path() / "film.mp4");
    const std::size_t list = film.find("elst");
    REQUIRE(list != Bytes::npos);
    REQUIRE(big_endian(film, list + 8) == 1);
    const std::uint32_t length_ms = big_endian(film, list + 12);
    CHECK(length_ms == 2000);
    const std::uint32_t from = big_endian(film, list + 16);
    constexpr std::uint32_t picture_ticks = 512;  // of 12,800 a second
    set_big_endian(film, list + 12, length_ms - 13 * 40 - 5 * 40);
    set_big_endian(film, list + 16, from + 13 * picture_ticks);
    write(folder.path() / "film.mp4", film);
    StageHand hand;
    REQUIRE(hand.cue(clip_of(folder, "film.mp4")));
    check_all(hand, recipe, 13, 44);
    REQUIRE(hand.seek(start_of(recipe, 30 - 13)));
    CHECK(hand.shown_number() == 30);
}

TEST_CASE("films in pieces, and films that know neither length nor places, can be jumped in") {
    struct Row {
        const char* file;
        const char* codec;
        const char* container;
    };
    for (const Row& row :
         {Row{"pieces.mp4", "libx264", "movflags=frag_keyframe+delay_moov+default_base_moof"},
          Row{"indexed.mp4", "libx264",
              "movflags=frag_keyframe+delay_moov+default_base_moof+global_sidx"},
          Row{"moov_first.mp4", "libx264", "movflags=faststart"},
          Row{"live.webm", "libvpx-vp9", "live=1"}, Row{"live.mkv", "libx264", "live=1"}}) {
        CAPTURE(std::string(row.file));
        ScratchFolder folder;
        FilmRecipe recipe = short_film();
        recipe.picture_codec = row.codec;
        recipe.b_pictures = 0;
        recipe.sound = FilmSound::Beeps;
        recipe.sound_codec = recipe.picture_codec == "libx264" ? "aac" : "libopus";
        recipe.container_options = row.container;
        make(folder, row.file, recipe);
        StageHand hand;
        REQUIRE(hand.cue(clip_of(folder, row.file)));
        const auto offset = hand.look()->time - start_of(recipe, 0);
        for (const int number : {31, 5, 49, 20}) {
            CAPTURE(number);
            REQUIRE(hand.seek(start_of(recipe, number) + offset));
            CHECK(hand.shown_number() == number);
        }
        // A clip in the middle, opened afresh.
        StageHand other;
        const auto clip = pictures(recipe, 27, 33);
        REQUIRE(other.cue(
            clip_of(folder, row.file, media::TimeRange{clip.in + offset, clip.out + offset})));
        CHECK(other.shown_number() == 27);
        other.order.playing = true;
        int last = 27;
        while (other.next_picture())
            last = other.shown_number();
        CHECK(last == 32);
    }
}

TEST_CASE("a film that lies about its length plays to its true end, and says so then") {
    for (const double claimed_ms : {143'165'000.0, 200.0}) {
        CAPTURE(claimed_ms);
        ScratchFolder folder;
        FilmRecipe recipe = short_film();
        make(folder, "film.mkv", recipe);
        Bytes film = bytes_of(folder.path() / "film.mkv");
        const std::size_t length = film.find("\x44\x89\x88");
        REQUIRE(length != Bytes::npos);
        std::uint64_t bits = 0;
        std::memcpy(&bits, &claimed_ms, sizeof bits);
        set_big_endian(film, length + 3, static_cast<std::uint32_t>(bits >> 32));
        set_big_endian(film, length + 7, static_cast<std::uint32_t>(bits));
        write(folder.path() / "film.mkv", film);
        StageHand hand;
        REQUIRE(hand.cue(clip_of(folder, "film.mkv")));
        check_all(hand, recipe, 0, 49);
        CHECK(abs(hand.engine().status(hand.now).range.out - media::SourceTime{2s}) < 50ms);
        REQUIRE(hand.seek(start_of(recipe, 40)));
        CHECK(hand.shown_number() == 40);
    }
}

TEST_CASE("a recording whose clock is set anew plays on, in picture and sound") {
    struct Row {
        const char* what;
        std::int64_t second_shift_us;
    };
    for (const Row& row : {Row{"back", 0}, Row{"on by ten hours", 36'000'000'000}}) {
        CAPTURE(std::string(row.what));
        ScratchFolder folder;
        FilmRecipe recipe = short_film();
        recipe.b_pictures = 0;
        recipe.sound = FilmSound::Steady;
        recipe.sound_codec = "libmp3lame";
        make(folder, "first.ts", recipe);
        recipe.film = 2;
        recipe.shift_us = row.second_shift_us;
        make(folder, "second.ts", recipe);
        write(folder.path() / "both.ts",
              bytes_of(folder.path() / "first.ts") + bytes_of(folder.path() / "second.ts"));
        StageHand hand;
        hand.engine().set_speaker_present(true);
        REQUIRE(hand.cue(clip_of(folder, "both.ts")));
        hand.order.playing = true;
        hand.flowing();
        int pictures = 0;
        int of_second = 0;
        int loud_pulls = 0;
        std::uint64_t serial = 0;
        for (int i = 0; i < 600 && hand.count<media::Ended>() == 0; ++i) {
            std::array<float, 960> stereo{};
            hand.engine().sound().pull(stereo, hand.now);
            loud_pulls += std::abs(stereo[480]) > 0.3F ? 1 : 0;
            hand.pass(10ms);
            const auto picture = hand.look();
            if (!picture || picture->serial == serial) continue;
            serial = picture->serial;
            ++pictures;
            of_second += hand.shown_film() == 2 ? 1 : 0;
        }
        CHECK(hand.count<media::Ended>() == 1);
        CHECK(pictures >= 98);
        CHECK(of_second >= 49);
        // 4 s of sound, but for the codec's seam.
        CHECK(loud_pulls > 385);
        const auto out = hand.engine().status(hand.now).range.out;
        CHECK(abs(out - media::SourceTime{4s}) < 200ms);
    }
}

TEST_CASE("pictures may change their size in the middle of a film") {
    ScratchFolder folder;
    FilmRecipe recipe = short_film();
    recipe.pictures = 20;
    make(folder, "first.ts", recipe);
    recipe.film = 2;
    recipe.width_px = 320;
    recipe.height_px = 240;
    make(folder, "second.ts", recipe);
    write(folder.path() / "both.ts",
          bytes_of(folder.path() / "first.ts") + bytes_of(folder.path() / "second.ts"));
    StageHand hand;
    REQUIRE(hand.cue(clip_of(folder, "both.ts")));
    hand.order.playing = true;
    int small = 0;
    int large = 0;
    do {
        const auto picture = hand.look();
        const bool first = hand.shown_film() == 1;
        CHECK(picture->width_px == (first ? 240 : 320));
        CHECK(picture->height_px == (first ? 136 : 240));
        CHECK(picture->display_aspect == doctest::Approx(first ? 240.0 / 136 : 4.0 / 3));
        ++(first ? small : large);
    } while (hand.next_picture());
    CHECK(small == 20);
    CHECK(large == 20);
}

TEST_CASE("every picture of a film with open groups is found, also those before a key picture") {
    struct Row {
        const char* file;
        const char* codec;
        const char* options;
    };
    const Row rows[] = {
        {"h264.mkv", "libx264", "x264-params='open-gop=1:scenecut=0:b-adapt=0:bframes=2'"},
        {"h264.ts", "libx264", "x264-params='open-gop=1:scenecut=0:b-adapt=0:bframes=2'"},
        {"h264.mp4", "libx264", "x264-params='open-gop=1:scenecut=0:b-adapt=0:bframes=2'"},
        {"hevc.mkv", "libx265",
         "preset=ultrafast:x265-params='open-gop=1:scenecut=0:b-adapt=0:bframes=2:log-level=none'"},
        {"hevc.mp4", "libx265",
         "preset=ultrafast:x265-params='open-gop=1:scenecut=0:b-adapt=0:bframes=2:log-level=none'"},
        {"mpeg2.ts", "mpeg2video", "sc_threshold=1000000000"},
        {"mpeg2.mpg", "mpeg2video", "sc_threshold=1000000000"},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.file));
        ScratchFolder folder;
        FilmRecipe recipe = short_film();
        recipe.gop = 12;
        recipe.picture_codec = row.codec;
        recipe.encoder_options = row.options;
        make(folder, row.file, recipe);
        StageHand hand;
        REQUIRE(hand.cue(clip_of(folder, row.file)));
        CHECK(hand.shown_number() == 0);
        const auto offset = hand.look()->time - start_of(recipe, 0);
        for (const int number : {36, 35, 34, 37, 24, 23, 22, 12, 11, 10, 9, 49, 1}) {
            CAPTURE(number);
            REQUIRE(hand.seek(start_of(recipe, number) + offset));
            CHECK(hand.shown_number() == number);
        }
    }
}

TEST_CASE("where pictures come unevenly, the one nearest the in-point is shown") {
    for (const char* file : {"uneven.mkv", "uneven.mp4"}) {
        CAPTURE(std::string(file));
        ScratchFolder folder;
        FilmRecipe recipe = short_film();
        recipe.rate_num = 100;
        recipe.pictures = 40;
        // Three of 30 ms, then one of 210: on the mean 75.
        recipe.start_tick = [](int number) { return number / 4 * 30 + number % 4 * 3; };
        make(folder, file, recipe);
        const auto starts = [&](int number) {
            return at(std::chrono::milliseconds{10 * recipe.start_tick(number)});
        };
        StageHand hand;
        REQUIRE(hand.cue(clip_of(folder, file)));
        for (const int number : {9, 10, 11, 5, 22, 27, 1}) {
            for (const auto off : {-12ms, 0ms, 12ms}) {
                CAPTURE(number);
                CAPTURE(off.count());
                REQUIRE(hand.seek(starts(number) + off));
                CHECK(hand.shown_number() == number);
            }
        }
        // A clip ends before the picture nearest its out-point.
        StageHand other;
        REQUIRE(other.cue(clip_of(folder, file, media::TimeRange{starts(9), starts(14) - 12ms})));
        other.order.playing = true;
        int last = other.shown_number();
        CHECK(last == 9);
        while (other.next_picture())
            last = other.shown_number();
        CHECK(last == 13);
    }
}
