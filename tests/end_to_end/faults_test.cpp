// Films that are broken, or not films at all.
#include <fmt/format.h>

#include <fstream>

#include "tests/end_to_end/player_on_display.h"
#include "tests/end_to_end/words.h"
#include "tests/support/numbered_film.h"

using namespace end_to_end;

namespace {

namespace fs = std::filesystem;

constexpr int good_first = 90;  // ids of films
constexpr int vanishing = 91;
constexpr int good_last = 92;
constexpr int outside = 99;  // not of the module

// One person whose answers are: good, garbage, a playlist that leads out of the module, half a
// film, an empty file, a film that can be taken away, good.
class DamagedModule {
public:
    DamagedModule() {
        std::string questions;
        std::string answers;
        for (int question = 0; question < 7; ++question) {
            questions += fmt::format(
                "  - {{id: q{0}, theme: work, text: \"Question {0}?\", "
                "label: Label {0}}}\n",
                question);
            answers += fmt::format("  q{0}: {{film: films/q{0}.mp4}}\n", question);
        }
        write("module/module.yaml",
              "format: 1\nid: damaged\nversion: \"1\"\ntitle: Damaged\nlanguage: en\n"
              "licence: CC0-1.0\nthemes:\n  - {id: work, name: Work}\nquestions:\n" +
                  questions);
        write("module/people/ann.yaml",
              "format: 1\nname: Ann\njob: {title: tester, article: a}\nanswers:\n" + answers);
        make("outside.mp4", outside, 120);
        make("module/films/q0.mp4", good_first, 50);
        std::string garbage = "ftypisom";
        for (int i = 0; i < 100'000; ++i) {
            garbage += static_cast<char>(i * 7919 >> 3);
        }
        write("module/films/q1.mp4", garbage);
        write("module/films/q2.mp4", "#EXTM3U\n#EXTINF:4,\n" + (path() / "outside.mp4").string() +
                                         "\n#EXTINF:4,\n../../outside.mp4\n#EXT-X-ENDLIST\n");
        make("module/films/q3.mp4", good_first, 200);
        fs::resize_file(path() / "module/films/q3.mp4",
                        fs::file_size(path() / "module/films/q3.mp4") / 2);
        write("module/films/q4.mp4", "");
        make("module/films/q5.mp4", vanishing, 50);
        make("module/films/q6.mp4", good_last, 50);
    }

    const fs::path& path() const { return scratch_.path(); }
    fs::path module() const { return path() / "module"; }

private:
    void write(const std::string& name, const std::string& text) const {
        fs::create_directories((path() / name).parent_path());
        std::ofstream(path() / name, std::ios::binary) << text;
    }
    void make(const std::string& name, int film, int pictures) const {
        fs::create_directories((path() / name).parent_path());
        support::FilmRecipe recipe;
        recipe.film = film;
        recipe.pictures = pictures;
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

std::vector<int> films_in(std::span<const Shown> record) {
    std::vector<int> films;
    for (const NumberedPicture& picture : pictures_in(record)) {
        if (films.empty() || films.back() != picture.film) films.push_back(picture.film);
    }
    return films;
}

}  // namespace

TEST_CASE("playing on passes over films that cannot be played, one after another") {
    const Home home;
    const DamagedModule damaged;
    PlayerOnDisplay player(home, {.module = damaged.module()});
    REQUIRE(wait_film(good_first));
    fs::remove(damaged.module() / "films/q5.mp4");
    const std::size_t mark = room().watcher.mark();
    player.press("W");
    player.press("Space");
    REQUIRE(player.wait_picture({good_last, 49}));
    CHECK(films_in(room().watcher.since(mark)) == std::vector{good_first, good_last});
    CHECK(player.alive());
}

TEST_CASE("a film that cannot be played, chosen by hand, costs one answer and one sentence") {
    const Home home;
    const DamagedModule damaged;
    PlayerOnDisplay player(home, {.module = damaged.module()});
    REQUIRE(wait_film(good_first));
    fs::remove(damaged.module() / "films/q5.mp4");
    const std::size_t mark = room().watcher.mark();
    const Screenshot with_film = room().watcher.screenshot();
    for (int question = 1; question <= 5; ++question) {
        CAPTURE(question);
        player.press("Ctrl+Right");
        CHECK(player.wait_no_film());
        CHECK(player.alive());
        // Words stand where the film was: not one colour from edge to edge.
        const std::optional<FoundPicture> film = ScreenWatcher::find(with_film);
        REQUIRE(film);
        CHECK(room().watcher.wait_screen(
            [&](const Screenshot& shot) {
                int bright = 0;
                for (int y = film->first_row; y <= film->last_row; ++y) {
                    for (int x = 0; x < static_cast<int>(film->width_px); ++x) {
                        bright += shot.green(static_cast<int>(film->left_px) + x, y) > 160 ? 1 : 0;
                    }
                }
                return bright > 400;
            },
            patience));
    }
    player.press("Ctrl+Right");
    CHECK(wait_film(good_last));
    CHECK(films_in(room().watcher.since(mark)) == std::vector{good_first, good_last});
}
