// The four ways, by keyboard, as a class sees them.
#include <algorithm>
#include <map>
#include <set>

#include "tests/end_to_end/player_on_display.h"
#include "tests/end_to_end/words.h"

using namespace end_to_end;

namespace {

// Goes to a cell that plays to its end there and holds its last picture.
void hear(PlayerOnDisplay& player, Cell from, Cell to) {
    player.go_to(from, to);
    REQUIRE(player.wait_picture(room().module.clip(to)->last_picture()));
}

// The rest of what the walk shows, until the last picture of `end` has stood for a while.
std::vector<Shown> watch_until_held(PlayerOnDisplay& player, std::size_t mark, Cell end) {
    const NumberedPicture last = room().module.clip(end)->last_picture();
    REQUIRE(player.wait_picture(last));
    CHECK(player.wait_still(std::chrono::milliseconds{1200}) == last);
    return room().watcher.since(mark);
}

}  // namespace

TEST_CASE("a new sitting waits at the first answer of somebody and plays nothing by itself") {
    const Home home;
    PlayerOnDisplay player(home, {.arguments = {"--seed", "K7QM-2F"}});
    const Cell first = player.opening();
    CHECK(first.question == 0);
    CHECK(player.wait_still(std::chrono::milliseconds{1500}) ==
          room().module.clip(first)->first_picture());
}

TEST_CASE("stop and talk holds the last picture, and next goes on with the same person") {
    const Home home;
    PlayerOnDisplay player(home);
    const Cell first = player.opening();
    const Cell talk{1, 2};
    player.go_to(first, talk);
    REQUIRE(player.wait_cell(talk));
    const std::size_t mark = room().watcher.mark();
    const std::vector<Shown> shown = watch_until_held(player, mark, talk);
    CHECK(cells_in(shown) == std::vector{talk});
    CHECK(strays_in(shown).empty());

    player.press("N");
    REQUIRE(player.wait_cell({1, 3}));
}

TEST_CASE("a whole case study goes through all answers of a person and stops there") {
    const Home home;
    PlayerOnDisplay player(home);
    const Cell first = player.opening();
    const Cell start{0, 0};
    player.go_to(first, start);
    REQUIRE(player.wait_cell(start));
    const std::size_t mark = room().watcher.mark();
    player.press("W");
    const std::vector<Shown> shown = watch_until_held(player, mark, {0, 5});
    // The withheld answer is passed over.
    CHECK(cells_in(shown) == std::vector<Cell>{{0, 0}, {0, 1}, {0, 2}, {0, 4}, {0, 5}});
    CHECK(strays_in(shown).empty());
}

TEST_CASE("hanging on a question hears everybody once, round the ring, and stops") {
    const Home home;
    PlayerOnDisplay player(home);
    const Cell first = player.opening();
    const Cell start{4, 1};
    player.go_to(first, start);
    REQUIRE(player.wait_cell(start));
    const std::size_t mark = room().watcher.mark();
    player.press("H");
    const std::vector<Shown> shown = watch_until_held(player, mark, {2, 1});
    // The one who was not asked is passed over.
    CHECK(cells_in(shown) == std::vector<Cell>{{4, 1}, {0, 1}, {1, 1}, {2, 1}});
    CHECK(strays_in(shown).empty());

    player.press("N");  // everybody was heard: the next question
    REQUIRE(player.wait_cell({2, 2}));
}

namespace {

// Draws a whole mix with this seed: the first draws go on by themselves, the others by key.
std::vector<Cell> mix_of(const std::string& seed) {
    const Home home;
    PlayerOnDisplay player(home, {.arguments = {"--seed", seed}});
    const Cell first = player.opening();
    std::vector<Cell> drawn{first};
    const std::size_t all = room().module.playable_cells().size();
    player.press("R");
    player.press("Space");
    while (drawn.size() < all) {
        const std::size_t mark = room().watcher.mark();
        if (drawn.size() > 2) player.press("N");
        const std::optional<Cell> next = player.wait_other_than(drawn.back());
        REQUIRE(next);
        CHECK(strays_in(room().watcher.since(mark)).empty());
        drawn.push_back(*next);
    }
    return drawn;
}

}  // namespace

TEST_CASE("a mix draws every answer once, fairly, and the same seed draws the same again") {
    const std::vector<Cell> drawn = mix_of("K7QM-2F");
    const std::vector<Cell> all = room().module.playable_cells();
    CHECK(std::set<Cell>(drawn.begin(), drawn.end()).size() == all.size());

    std::map<int, int> left;
    for (const Cell cell : all) {
        ++left[cell.person];
    }
    std::map<int, int> turns;
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        CAPTURE(i);
        ++turns[drawn[i].person];
        --left[drawn[i].person];
        for (const auto& [one, ones] : left) {
            for (const auto& [other, others] : left) {
                if (ones > 0 && others > 0) CHECK(std::abs(turns[one] - turns[other]) <= 1);
            }
        }
    }

    CHECK(mix_of("k7qm2f") == drawn);
    CHECK(mix_of("2222-22") != drawn);
}

TEST_CASE("the same key again leaves a way, and the answer that plays is not disturbed") {
    const Home home;
    PlayerOnDisplay player(home);
    const Cell first = player.opening();
    const Cell start{1, 4};
    player.go_to(first, start);
    REQUIRE(player.wait_cell(start));
    const std::size_t mark = room().watcher.mark();
    player.press("H");
    player.press("H");
    const std::vector<Shown> shown = watch_until_held(player, mark, start);
    CHECK(cells_in(shown) == std::vector{start});
    const std::vector<NumberedPicture> pictures = pictures_in(shown);
    CHECK(std::is_sorted(pictures.begin(), pictures.end(),
                         [](const auto& a, const auto& b) { return a.number < b.number; }));
}

TEST_CASE("previous goes back through what was really seen") {
    const Home home;
    PlayerOnDisplay player(home);
    const Cell first = player.opening();
    const Cell before{2, 4};
    hear(player, first, before);
    const Cell now = NumberedModule::long_answer;
    player.go_to(before, now);
    REQUIRE(player.wait_cell(now));

    SUBCASE("at once: to the answer before") {}
    SUBCASE("later than three seconds: first to the start of this one") {
        player.press("L");
        REQUIRE(room().watcher.wait(
            room().watcher.mark(),
            [&](std::span<const Shown> record) {
                const NumberedClip& clip = *room().module.clip(now);
                const auto& picture = record.back().picture;
                return picture && clip.contains(*picture) && picture->number > clip.first + 240;
            },
            patience));
        const std::size_t mark = room().watcher.mark();
        player.press("P");
        REQUIRE(room().watcher.wait(
            mark,
            [&](std::span<const Shown> record) {
                const auto& picture = record.back().picture;
                return picture && picture->number < room().module.clip(now)->first + 60;
            },
            patience));
        CHECK(cells_in(room().watcher.since(mark)) == std::vector{now});
    }
    player.press("P");
    REQUIRE(player.wait_cell(before));
}

TEST_CASE("a clicker's two buttons go on and back") {
    const Home home;
    PlayerOnDisplay player(home);
    const Cell first = player.opening();
    const Cell start{4, 0};
    hear(player, first, start);
    player.press("PageDown");
    REQUIRE(player.wait_cell({4, 1}));
    player.press("PageUp");
    REQUIRE(player.wait_cell(start));
}
