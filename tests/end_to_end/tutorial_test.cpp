// The authors' tutorial (docs/authors.md), as somebody follows it who has films of three phones.
#include <fstream>
#include <set>
#include <sstream>

#include "tests/end_to_end/player_on_display.h"
#include "tests/end_to_end/words.h"
#include "tests/support/numbered_film.h"

using namespace end_to_end;

namespace {

namespace fs = std::filesystem;

std::optional<int> crosscut(const Home& home, const std::vector<std::string>& words) {
    Launch launch;
    launch.command = {CROSSCUT_PROGRAM};
    launch.command.insert(launch.command.end(), words.begin(), words.end());
    launch.environment = {{"HOME", home.path().string()},
                          {"XDG_STATE_HOME", (home.path() / "state").string()},
                          {"XDG_CACHE_HOME", (home.path() / "cache").string()}};
    launch.log = home.path() / "commands.log";
    return ChildProcess{launch}.wait_ended(patience);
}

struct PhoneFilm {
    const char* person;
    const char* file;
    support::FilmRecipe recipe;
};

std::vector<PhoneFilm> phone_films() {
    support::FilmRecipe usual;
    usual.pictures = 30 * 25;
    usual.gop = 25;
    usual.sound = support::FilmSound::Talk;
    support::FilmRecipe upright = usual;
    upright.film = 101;
    upright.turns = 1;
    support::FilmRecipe in_the_dark = usual;  // pictures come when there is light enough
    in_the_dark.film = 102;
    in_the_dark.rate_num = 50;
    in_the_dark.start_tick = [](int number) { return 2 * number + number % 2; };
    support::FilmRecipe small = usual;  // HEVC
    small.film = 103;
    small.picture_codec = "libx265";
    small.encoder_options = "preset=ultrafast:x265-params='log-level=none'";
    return {{"moira", "moira.mp4", upright},
            {"dev", "dev.mov", in_the_dark},
            {"ines", "ines.MOV", small}};
}

// Waits for a picture of the film that is further on than the one before.
std::optional<int> wait_beyond(int film, int number) {
    std::optional<int> seen;
    room().watcher.wait(
        room().watcher.mark(),
        [&](std::span<const Shown> record) {
            const auto& picture = record.back().picture;
            if (picture && picture->film == film && picture->number > number) {
                seen = picture->number;
            }
            return seen.has_value();
        },
        patience);
    return seen;
}

bool holds(const fs::path& file, std::string_view words) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str().find(words) != std::string::npos;
}

// Two answers of ten seconds, with five seconds between them, by seven keys.
void mark(const Home& home, const fs::path& module, const PhoneFilm& film) {
    PlayerOnDisplay window(
        home, {.command = {"index", "edit"}, .module = module, .arguments = {film.person}});
    std::optional<int> at = wait_beyond(film.recipe.film, -1);
    for (const char* key : {"I", "L", "O", "Right", "I", "L", "O"}) {
        REQUIRE(at);
        window.press(key);
        const bool moves = std::string_view{key} == "L" || std::string_view{key} == "Right";
        if (moves) at = wait_beyond(film.recipe.film, *at + 100);
    }
    const fs::path index = module / "index" / (std::string{film.person} + ".yaml");
    CHECK(room().watcher.wait(
        room().watcher.mark(), [&](auto) { return holds(index, "  w2: {in: \"00:1"); }, patience));
    window.press("Ctrl+Q");
    CHECK(window.wait_ended() == 0);
    CHECK(holds(index, "  w1: {in: \"00:00.000\""));
}

}  // namespace

TEST_CASE("films of three phones become a module that plays, by what the tutorial says") {
    const Home home;
    const support::ScratchFolder desk;
    const fs::path harbour = desk.path() / "harbour";
    REQUIRE(crosscut(home, {"new", harbour, "--title", "By the harbour"}) == 0);
    CHECK(crosscut(home, {"check", harbour}) == 0);

    const std::vector<PhoneFilm> films = phone_films();
    for (const PhoneFilm& film : films) {
        CAPTURE(film.person);
        REQUIRE(support::make_numbered_film(harbour / "films" / film.file, film.recipe));
        REQUIRE(crosscut(home, {"add-person", harbour, harbour / "films" / film.file, "--job",
                                "hill farmer", "--agreed"}) == 0);
        mark(home, harbour, film);
    }
    fs::remove(harbour / "people" / "example.yaml");
    CHECK(crosscut(home, {"check", harbour}) == 0);
    CHECK(crosscut(home, {"prepare", harbour}) == 0);
    const fs::path pack = desk.path() / "harbour.crosscut";
    REQUIRE(crosscut(home, {"pack", harbour, pack}) == 0);
    CHECK(crosscut(home, {"check", pack}) == 0);

    PlayerOnDisplay player(home, {.module = pack});
    player.press("Space");
    CHECK(player.wait_moving());
    std::set<int> seen;
    for (std::size_t person = 0; person < films.size(); ++person) {
        CHECK(room().watcher.wait(
            room().watcher.mark(),
            [&](std::span<const Shown> record) {
                const auto& picture = record.back().picture;
                return picture && picture->film > 100 && seen.insert(picture->film).second;
            },
            patience));
        player.press("Ctrl+Down");
    }
    CHECK(seen == std::set<int>{101, 102, 103});
}
