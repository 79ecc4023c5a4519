// In and out points, to the picture, by keyboard on the real program.
#include <cstdlib>
#include <random>

#include "tests/end_to_end/player_on_display.h"
#include "tests/end_to_end/words.h"

using namespace end_to_end;

namespace {

constexpr int cells_by_default = 12;
constexpr int tries_each = 6;

int cells_wanted() {
    const char* wanted = std::getenv("CROSSCUT_E2E_CELLS");
    return wanted != nullptr ? std::atoi(wanted) : cells_by_default;
}

struct Visit {
    bool seen_well = false;  // no look came so late that a picture can have gone by unseen
    NumberedPicture first;
    NumberedPicture last;  // the one that stands at the end
};

// The first picture of a clip, if the looks around it were close enough to be sure of that.
bool seen_well(const Shown& first, const NumberedClip& clip) {
    const std::chrono::duration<double> blind = first.from - first.before;
    return blind.count() < 0.5 / clip.rate;
}

Visit visit(PlayerOnDisplay& player, Cell from, Cell to) {
    const NumberedClip& clip = *room().module.clip(to);
    const std::size_t mark = room().watcher.mark();
    player.go_to(from, to);
    REQUIRE(player.wait_cell(to));
    if (clip.length_s() > 10) player.press("9");
    const bool came_to_end = room().watcher.wait(
        mark,
        [&](std::span<const Shown> record) {
            const auto& picture = record.back().picture;
            return picture && (picture->film != clip.film || picture->number >= clip.last);
        },
        patience);
    if (!came_to_end) {
        for (const Shown& shown : room().watcher.since(mark)) {
            const double ms = std::chrono::duration<double, std::milli>(shown.held()).count();
            MESSAGE(shown.picture << " for " << ms << " ms");
        }
    }
    REQUIRE(came_to_end);
    const std::optional<NumberedPicture> still = player.wait_still(std::chrono::milliseconds{700});
    REQUIRE(still);

    Visit seen;
    const std::vector<Shown> record = room().watcher.since(mark);
    CHECK(strays_in(record).empty());
    for (const Shown& shown : record) {
        if (shown.picture && room().module.cell_of(*shown.picture) == to) {
            seen.first = *shown.picture;
            seen.seen_well = seen_well(shown, clip);
            break;
        }
    }
    seen.last = *still;
    return seen;
}

}  // namespace

TEST_CASE(
    "every answer begins with the picture at its in-point and ends with the last before out") {
    const Home home;
    PlayerOnDisplay player(home);
    Cell at = player.opening();
    std::mt19937 chance(20);
    const std::vector<Cell> cells = room().module.playable_cells();
    const int wanted = cells_wanted();
    int exact = 0;
    int repeated = 0;
    for (int i = 0; i < wanted; ++i) {
        const Cell to = cells[chance() % cells.size()];
        if (to == at) {
            --i;
            continue;
        }
        CAPTURE(i);
        CAPTURE(to);
        const NumberedClip& clip = *room().module.clip(to);
        Visit seen = visit(player, at, to);
        for (int tries = 1; !seen.seen_well && tries < tries_each; ++tries) {
            ++repeated;
            const Cell aside{to.person, to.question == 0 ? 1 : to.question - 1};
            player.go_to(to, aside);
            REQUIRE(
                (room().module.playable(aside) ? player.wait_cell(aside) : player.wait_no_film()));
            seen = visit(player, aside, to);
        }
        at = to;
        REQUIRE(seen.seen_well);
        CHECK(seen.first == clip.first_picture());
        CHECK(seen.last == clip.last_picture());
        exact += seen.first == clip.first_picture() && seen.last == clip.last_picture() ? 1 : 0;
    }
    CHECK(exact == wanted);
    MESSAGE("exact in and out: " << exact << " of " << wanted << " answers; " << repeated
                                 << " visits repeated, because the watching was too slow");
}
