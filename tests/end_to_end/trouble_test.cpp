// Films on a share that stalls or a stick that is taken out, while a class watches.
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <thread>

#include "tests/end_to_end/player_on_display.h"
#include "tests/end_to_end/words.h"
#include "tests/support/numbered_film.h"
#include "tests/support/troubled_disk.h"

using namespace end_to_end;
using namespace std::chrono_literals;
using support::DiskMood;
using support::TroubledDisk;

namespace {

namespace fs = std::filesystem;

constexpr int slow_film = 130;
constexpr int good_film = 131;
constexpr auto sentence_after = 2s;
constexpr auto goes_on_within = 1s;

// One person: the first answer lies on the disk that is troubled, the second one elsewhere.
class TroubledModule {
public:
    TroubledModule() {
        write("module.yaml",
              "format: 1\nid: troubled\nversion: \"1\"\ntitle: Troubled\nlanguage: en\n"
              "licence: CC0-1.0\nthemes:\n  - {id: work, name: Work}\nquestions:\n"
              "  - {id: q0, theme: work, text: \"Slow?\", label: Slow}\n"
              "  - {id: q1, theme: work, text: \"Good?\", label: Good}\n");
        write("people/ann.yaml",
              "format: 1\nname: Ann\njob: {title: tester, article: a}\nanswers:\n"
              "  q0: {film: share/slow.mov}\n  q1: {film: films/good.mp4}\n");
        support::FilmRecipe slow;
        slow.film = slow_film;
        slow.pictures = 900;
        slow.sound = support::FilmSound::Beeps;
        // So large that what is read ahead is a second or two.
        slow.picture_codec = "mjpeg";
        slow.pixel_format = "yuvj420p";
        slow.b_pictures = 0;
        slow.encoder_options = "qmin=1:qmax=1";
        make("share/slow.mov", slow);
        support::FilmRecipe good;
        good.film = good_film;
        good.pictures = 100;
        make("films/good.mp4", good);
    }

    const fs::path& path() const { return scratch_.path(); }
    fs::path share() const { return path() / "share"; }

private:
    void write(const std::string& name, const std::string& text) const {
        fs::create_directories((path() / name).parent_path());
        std::ofstream(path() / name, std::ios::binary) << text;
    }
    void make(const std::string& name, const support::FilmRecipe& recipe) const {
        fs::create_directories((path() / name).parent_path());
        REQUIRE(support::make_numbered_film(path() / name, recipe));
    }

    support::ScratchFolder scratch_;
};

bool wait_film(int film) {
    return room().watcher.wait(
        room().watcher.mark(),
        [film](std::span<const Shown> record) {
            return record.back().picture && record.back().picture->film == film;
        },
        patience);
}

// When the picture that stands now came.
WallTime stands_since() {
    return room().watcher.since(room().watcher.mark()).back().from;
}

// What differs from `before` inside the film, as a share of its pixels.
double changed(const Screenshot& before, const Screenshot& now) {
    const std::optional<FoundPicture> film = ScreenWatcher::find(before);
    if (!film) return 0;
    int different = 0;
    int all = 0;
    const int left = static_cast<int>(film->left_px);
    // The bars themselves move with the film: what is said stands above or beside them.
    for (int y = 100; y < before.height_px - 100; ++y) {
        for (int x = left; x < left + static_cast<int>(film->width_px); ++x) {
            ++all;
            different += std::abs(before.green(x, y) - now.green(x, y)) > 24 ? 1 : 0;
        }
    }
    return static_cast<double>(different) / all;
}

// How long it takes until something in the film's rectangle changes.
std::optional<WallTime::duration> time_to_change(const Screenshot& before, WallTime since) {
    constexpr double something = 0.002;
    const bool came = room().watcher.wait_screen(
        [&](const Screenshot& shot) { return changed(before, shot) > something; }, 20s);
    if (!came) return std::nullopt;
    return std::chrono::steady_clock::now() - since;
}

// Whether the window has drawn something that can be read.
bool has_words(const Screenshot& shot) {
    int bright = 0;
    for (int y = 100; y < shot.height_px; ++y) {
        for (int x = 0; x < shot.width_px; ++x)
            bright += shot.green(x, y) > 100 ? 1 : 0;
    }
    return bright > 2000;
}

void play_until_it_stands(PlayerOnDisplay& player, TroubledDisk& disk, DiskMood mood) {
    REQUIRE(wait_film(slow_film));
    REQUIRE(player.wait_moving());
    disk.set(mood);
    REQUIRE(player.wait_still(300ms));
}

}  // namespace

TEST_CASE("while a share stalls the window answers, the class is told, and the film goes on") {
    const Home home;
    const TroubledModule module;
    TroubledDisk disk(module.share());
    PlayerOnDisplay player(
        home,
        {.module = module.path(), .arguments = {"--play"}, .environment = disk.environment()});
    for (const DiskMood mood : {DiskMood::Stalled, DiskMood::Gone}) {
        CAPTURE(static_cast<int>(mood));
        play_until_it_stands(player, disk, mood);
        const int main_thread = disk.desk().main_thread;
        const WallTime since = stands_since();
        const std::optional<NumberedPicture> stood = room().watcher.now();
        REQUIRE(stood);
        // That it waits is said after half a second, and what for after two.
        std::this_thread::sleep_until(since + 1200ms);
        const auto told = time_to_change(room().watcher.screenshot(), since);
        REQUIRE(told);
        CHECK(*told > sentence_after - 300ms);
        CHECK(*told < sentence_after + 1500ms);

        std::vector<WallTime::duration> answers;
        for (int i = 0; i < 5; ++i) {
            const Screenshot before = room().watcher.screenshot();
            const WallTime pressed = std::chrono::steady_clock::now();
            player.command(i % 2 == 0 ? "volume_down" : "volume_up");
            const auto answered = time_to_change(before, pressed);
            REQUIRE(answered);
            answers.push_back(*answered);
        }
        std::sort(answers.begin(), answers.end());
        CHECK(answers[2] < 250ms);

        std::this_thread::sleep_until(since + 5s);
        CHECK(room().watcher.now() == stood);
        const std::size_t mark = room().watcher.mark();
        const WallTime back = std::chrono::steady_clock::now();
        disk.set(DiskMood::Well);
        REQUIRE(player.wait_moving());
        const std::vector<Shown> record = room().watcher.since(mark);
        const auto next = std::find_if(record.begin(), record.end(), [&](const Shown& shown) {
            return shown.picture && shown.picture != stood;
        });
        REQUIRE(next != record.end());
        CHECK(next->from - back < goes_on_within);
        CHECK(next->picture->number - stood->number >= 1);
        CHECK(next->picture->number - stood->number <= 3);
        CHECK(disk.desk().main_thread == main_thread);
    }
}

TEST_CASE("from a film that does not come one can go on at once, and close the program") {
    const Home home;
    const TroubledModule module;
    TroubledDisk disk(module.share());
    PlayerOnDisplay player(
        home,
        {.module = module.path(), .arguments = {"--play"}, .environment = disk.environment()});
    play_until_it_stands(player, disk, DiskMood::Stalled);
    WallTime pressed = std::chrono::steady_clock::now();
    player.press("Ctrl+Right");
    REQUIRE(wait_film(good_film));
    CHECK(std::chrono::steady_clock::now() - pressed < 1s);
    player.press("Ctrl+Left");
    std::this_thread::sleep_for(500ms);
    CHECK(disk.desk().waiting > 0);
    pressed = std::chrono::steady_clock::now();
    player.press("Ctrl+Q");
    CHECK(player.wait_ended() == 0);
    CHECK(std::chrono::steady_clock::now() - pressed < 2s);
}

TEST_CASE("a share that stalls holds up no window, and its module opens when it is back") {
    const Home home;
    const TroubledModule module;
    TroubledDisk disk(module.path());
    disk.set(DiskMood::Stalled);
    PlayerOnDisplay player(home, {.module = module.path(), .environment = disk.environment()});
    REQUIRE(room().watcher.wait_screen(has_words, patience));
    const Screenshot waiting = room().watcher.screenshot();
    player.press("F1");
    CHECK(room().watcher.wait_screen(
        [&](const Screenshot& shot) { return shot.bgrx != waiting.bgrx; }, patience));
    player.press("Escape");
    disk.set(DiskMood::Well);
    CHECK(wait_film(slow_film));
    CHECK(disk.desk().main_thread == 0);
}
