#include "player/media/making/prelude.h"

#include <fstream>

#include "player/media/making/prelude_reader.h"
#include "tests/media/made_up_speaker.h"

using namespace std::chrono_literals;
using namespace support;
using media::ClipOrder;
using media::make_prelude;
using media::prelude_name;
using media::PreludeMade;
using media::PreludeSpan;
namespace fs = std::filesystem;

namespace {

// One long film with its folder of preludes.
struct LongFilm {
    ScratchFolder folder;
    ScratchFolder preludes;
    FilmRecipe recipe;
    std::string file;

    explicit LongFilm(FilmRecipe made = film(1, 500), std::string name = "film.mp4")
        : recipe(std::move(made)), file(std::move(name)) {
        make(folder, file, recipe);
    }
    ClipOrder clip(int first, int end) const {
        return clip_of(folder, file, pictures(recipe, first, end));
    }
    void keep_beginning_of(const ClipOrder& order) const {
        const auto made = make_prelude(order, preludes.path(), {});
        REQUIRE_MESSAGE(made.has_value(), (made ? "" : catalogue::to_text(made.error())));
        REQUIRE(*made == PreludeMade::Made);
    }
    fs::path prelude_of(const ClipOrder& order) const {
        return preludes.path() / prelude_name(order).value();
    }
};

struct Shown {
    int number;
    media::SourceTime time;
    double aspect;
    media::ColourMatrix matrix;
    media::ColourRange range;
    int width_px, height_px;

    bool operator==(const Shown& other) const {
        return number == other.number && time == other.time &&
               std::abs(aspect - other.aspect) < 1e-3 && matrix == other.matrix &&
               range == other.range && width_px == other.width_px && height_px == other.height_px;
    }
};

std::vector<Shown> watch(StageHand& hand, const ClipOrder& clip) {
    std::vector<Shown> all;
    watch_all(hand, clip, [&](const media::Picture& picture) {
        all.push_back({hand.shown_number(), picture.time, picture.display_aspect, picture.matrix,
                       picture.range, picture.width_px, picture.height_px});
    });
    return all;
}

}  // namespace

TEST_CASE("with a prelude an answer shows the same pictures, each once, as without") {
    FilmRecipe wide = film(1, 300);
    wide.pixel_aspect_num = 4;
    wide.pixel_aspect_den = 3;
    FilmRecipe phone = film(1, 300);
    phone.turns = 1;
    FilmRecipe fast = film(1, 300);
    fast.rate_num = 50;
    FilmRecipe american = film(1, 300);
    american.rate_num = 30000;
    american.rate_den = 1001;
    FilmRecipe uneven = film(1, 300);
    uneven.start_tick = [](int number) { return 2 * number + number % 2; };
    FilmRecipe full = film(1, 300);
    full.pixel_format = "yuvj420p";
    FilmRecipe ten_bit = film(1, 300);
    ten_bit.pixel_format = "yuv420p10le";
    FilmRecipe weaved = film(1, 300);
    weaved.interlaced = true;
    struct Row {
        const char* what;
        FilmRecipe recipe;
        const char* file;
    };
    for (const Row& row :
         {Row{"usual", film(1, 300), "film.mp4"}, Row{"Matroska", film(1, 300), "film.mkv"},
          Row{"a key picture soon after", film(1, 300, 110), "film.mp4"},
          Row{"pixels that are not square", wide, "film.mp4"}, Row{"a phone", phone, "film.mp4"},
          Row{"50 a second", fast, "film.mp4"}, Row{"30 a second, nearly", american, "film.mp4"},
          Row{"uneven times", uneven, "film.mkv"}, Row{"full range", full, "film.mp4"},
          Row{"10 bit", ten_bit, "film.mp4"}, Row{"interlaced", weaved, "film.mp4"}}) {
        CAPTURE(std::string(row.what));
        LongFilm long_film(row.recipe, row.file);
        const ClipOrder clip = long_film.clip(100, 270);
        StageHand without;
        const std::vector<Shown> expected = watch(without, clip);
        REQUIRE(expected.size() > 80);
        long_film.keep_beginning_of(clip);
        StageHand with(long_film.preludes.path());
        const std::vector<Shown> seen = watch(with, clip);
        REQUIRE(seen.size() == expected.size());
        for (std::size_t i = 0; i < seen.size(); ++i) {
            CAPTURE(i);
            REQUIRE(seen[i].number == expected[i].number);
            REQUIRE(seen[i] == expected[i]);
        }
    }
}

TEST_CASE("the prelude is shown first, and the film takes over where it ends") {
    LongFilm one(film(1, 500));
    const LongFilm two(film(2, 500));
    const ClipOrder clip = one.clip(120, 420);
    two.keep_beginning_of(two.clip(120, 420));
    // Under the other's name, so that it can be told who shows what.
    fs::copy(two.prelude_of(two.clip(120, 420)), one.prelude_of(clip));
    StageHand hand(one.preludes.path());
    hand.order.playing = true;
    REQUIRE(hand.cue(clip));
    for (int number = 120; number < 420; ++number) {
        CAPTURE(number);
        REQUIRE(hand.shown_number() == number);
        REQUIRE(hand.shown_film() == (number < 120 + 75 ? 2 : 1));  // three seconds
        CHECK(hand.next_picture() == (number < 419));
    }
    // Again, from inside the clip.
    REQUIRE(hand.seek(clip.trim->in));
    CHECK(hand.shown_film() == 2);
    CHECK(hand.shown_number() == 120);
    // Elsewhere there is only the film.
    REQUIRE(hand.seek(start_of(one.recipe, 130)));
    CHECK(hand.shown_film() == 1);
    CHECK(hand.shown_number() == 130);
}

TEST_CASE("a warm clip with a prelude plays all its pictures") {
    LongFilm long_film;
    const ClipOrder first = long_film.clip(0, 30);
    const ClipOrder second = long_film.clip(150, 350);
    long_film.keep_beginning_of(second);
    StageHand hand(long_film.preludes.path());
    hand.order.playing = true;
    hand.order.warm = {second};
    REQUIRE(hand.cue(first));
    REQUIRE(hand.look_until([&] { return hand.engine().is_warm(second); }));
    hand.order.warm.clear();
    REQUIRE(hand.cue(second));
    for (int number = 150; number < 350; ++number) {
        CAPTURE(number);
        REQUIRE(hand.shown_number() == number);
        CHECK(hand.next_picture() == (number < 349));
    }
}

TEST_CASE("picture and sound stay together where the film takes over from the prelude") {
    FilmRecipe recipe = beeping(700);
    recipe.gop = 250;
    LongFilm long_film(recipe);
    const ClipOrder clip =
        clip_of(long_film.folder, long_film.file, media::TimeRange{at(8200ms), at(26s)});
    long_film.keep_beginning_of(clip);
    StageHand hand(long_film.preludes.path());
    Speaker speaker{hand};
    hand.order.playing = true;
    REQUIRE(hand.cue(clip));
    const Offsets offsets = measure(hand, speaker, 8s);
    CHECK(offsets.ms.size() >= 6);
    CHECK(offsets.worst() < 40);
}

// Reading jumps to the key picture, where the film takes over, and then goes back for the sound.
TEST_CASE("with a prelude that ends at a key picture no sound is lost") {
    FilmRecipe recipe = film(1, 500);
    recipe.sound = FilmSound::Steady;
    const LongFilm long_film(recipe);
    for (int round = 0; round < 10; ++round) {
        const int first = 200 + 4 * round;  // the next key picture is the 250th
        CAPTURE(first);
        const ClipOrder clip = long_film.clip(first, 260);
        long_film.keep_beginning_of(clip);
        StageHand hand(long_film.preludes.path());
        Speaker speaker{hand};
        hand.order.playing = true;
        REQUIRE(hand.cue(clip));
        speaker.play_to_end();
        const auto is_heard = [](float sample) { return std::abs(sample) > 0.1F; };
        const auto begin = std::ranges::find_if(speaker.left, is_heard);
        const auto end = std::find_if(speaker.left.rbegin(), speaker.left.rend(), is_heard).base();
        REQUIRE(begin < end);
        CHECK(std::count_if(begin, end, is_heard) == end - begin);
        // But for the fades, and what a device that is not waited for has missed at the start.
        const std::int64_t whole =
            media::sample_at(clip.trim->out) - media::sample_at(clip.trim->in);
        CHECK(end - begin > whole - media::sound_rate_hz / 10);
    }
}

TEST_CASE("a prelude belongs to one clip of one state of the film") {
    LongFilm long_film;
    const ClipOrder clip = long_film.clip(100, 400);
    const auto name = prelude_name(clip);
    CHECK(name.has_value());
    CHECK(prelude_name(long_film.clip(100, 400)) == name);
    CHECK(prelude_name(long_film.clip(101, 400)) != name);
    CHECK(prelude_name(long_film.clip(100, 401)) != name);
    const fs::path file = long_film.folder.path() / long_film.file;
    const auto changed = fs::last_write_time(file);
    fs::last_write_time(file, changed + 1s);
    CHECK(prelude_name(clip) != name);
    fs::last_write_time(file, changed);
    CHECK(prelude_name(clip) == name);
    std::ofstream(file, std::ios::app) << "more";
    fs::last_write_time(file, changed);
    CHECK(prelude_name(clip) != name);
    CHECK_FALSE(prelude_name({clip.film, std::nullopt}).has_value());
    // As for playing, nothing leads out of the module.
    const LongFilm outside;
    fs::create_symlink(outside.folder.path() / outside.file, long_film.folder.path() / "link.mp4");
    CHECK_FALSE(prelude_name(clip_of(long_film.folder, "link.mp4", clip.trim)).has_value());
    CHECK_FALSE(prelude_name(clip_of(long_film.folder, "gone.mp4", clip.trim)).has_value());
}

TEST_CASE("what is no prelude of the clip is not shown") {
    LongFilm long_film;
    const ClipOrder clip = long_film.clip(100, 220);
    const ClipOrder other = long_film.clip(150, 270);
    long_film.keep_beginning_of(other);
    long_film.keep_beginning_of(clip);
    const fs::path file = long_film.prelude_of(clip);
    const fs::path whole = long_film.preludes.path() / "whole";
    fs::copy(file, whole);
    const auto plays = [&] {
        StageHand hand(long_film.preludes.path());
        const std::vector<Shown> seen = watch(hand, clip);
        REQUIRE(seen.size() == 120);
        CHECK(seen.front().number == 100);
        CHECK(seen.back().number == 219);
    };
    SUBCASE("another clip's") {
        fs::copy(long_film.prelude_of(other), file, fs::copy_options::overwrite_existing);
        plays();
    }
    SUBCASE("not a film") {
        std::ofstream(file) << "nothing of the kind";
        plays();
    }
    SUBCASE("a film that says nothing of the kind") {
        fs::copy(long_film.folder.path() / long_film.file, file,
                 fs::copy_options::overwrite_existing);
        plays();
    }
    SUBCASE("cut off") {
        fs::resize_file(file, fs::file_size(file) / 2);
        plays();
    }
    SUBCASE("empty") {
        fs::resize_file(file, 0);
        plays();
    }
}

TEST_CASE("no prelude is made of what begins as fast without, and nothing half made stays") {
    const LongFilm long_film;
    const fs::path& folder = long_film.preludes.path();
    // At the key picture, shortly after it, at the start of the film.
    for (const int first : {250, 255, 0, 5}) {
        CAPTURE(first);
        const auto made = make_prelude(long_film.clip(first, first + 200), folder, {});
        REQUIRE(made.has_value());
        CHECK(*made == PreludeMade::NotUseful);
    }
    FilmRecipe sound_only = beeping(0);
    sound_only.sound_ms = 5000;
    make(long_film.folder, "sound.mp4", sound_only);
    const auto unseen = make_prelude(
        clip_of(long_film.folder, "sound.mp4", media::TimeRange{at(1s), at(4s)}), folder, {});
    REQUIRE(unseen.has_value());
    CHECK(*unseen == PreludeMade::NotUseful);

    std::stop_source stop;
    stop.request_stop();
    CHECK_FALSE(make_prelude(long_film.clip(100, 400), folder, stop.get_token()).has_value());
    const ClipOrder gone =
        clip_of(long_film.folder, "sound.mp4", media::TimeRange{at(90s), at(99s)});
    (void)make_prelude(gone, folder, {});
    const ClipOrder damaged =
        clip_of(long_film.folder, "damaged.mp4", media::TimeRange{at(4s), at(9s)});
    std::ofstream(long_film.folder.path() / "damaged.mp4") << "not a film";
    CHECK_FALSE(make_prelude(damaged, folder, {}).has_value());
    const ClipOrder past_end =
        clip_of(long_film.folder, long_film.file, media::TimeRange{at(90s), at(99s)});
    CHECK_FALSE(make_prelude(past_end, folder, {}).has_value());
    CHECK(files_in(folder) == 0);

    long_film.keep_beginning_of(long_film.clip(100, 400));
    CHECK(files_in(folder) == 1);
}

TEST_CASE("what a prelude says of itself is read exactly, or not at all") {
    const PreludeSpan span{at(12'345'678us), at(15'345'678us)};
    const auto again = PreludeSpan::from_comment(span.to_comment());
    REQUIRE(again.has_value());
    CHECK(again->first == span.first);
    CHECK(again->until == span.until);
    for (const char* comment :
         {"", "crosscut prelude 1 ", "crosscut prelude 1 5", "crosscut prelude 1 5 ",
          "crosscut prelude 1 5 x", "crosscut prelude 1 5 7 ", "crosscut prelude 2 5 7",
          "crosscut prelude 1 99999999999999999999 7", "crosscut prelude 1  5 7"}) {
        CAPTURE(std::string(comment));
        CHECK_FALSE(PreludeSpan::from_comment(comment).has_value());
    }
}
