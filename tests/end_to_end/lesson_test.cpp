// A lesson from its start to the plenary, taken with the two buttons of a clicker.
#include <fmt/format.h>

#include <array>
#include <cmath>
#include <fstream>
#include <sstream>

#include "tests/end_to_end/player_on_display.h"
#include "tests/end_to_end/words.h"

using namespace end_to_end;

namespace {

// What the shipped plan "Guess the job" asks, in its order, and the numbered answers behind it.
struct Asked {
    const char* question;
    int answer;
};
constexpr std::array<Asked, 4> asked{{{"w4", 0}, {"w8", 1}, {"l5", 2}, {"w1", 4}}};

std::string time_text(double seconds) {
    const auto ms = static_cast<long long>(std::llround(seconds * 1000));
    return fmt::format("\"{:02}:{:02}.{:03}\"", ms / 60'000, ms / 1000 % 60, ms % 1000);
}

// Two of the numbered people, Ada and Cy, who answer what the plan asks.
class LessonModule {
public:
    LessonModule() {
        std::string questions;
        for (const Asked& one : asked) {
            questions += fmt::format(
                "  - {{id: {0}, theme: work, text: \"What of {0}?\", label: Label {0}}}\n",
                one.question);
        }
        write("module.yaml",
              "format: 1\nid: for-a-lesson\nversion: \"1\"\ntitle: For a lesson\nlanguage: en\n"
              "licence: CC0-1.0\nthemes:\n  - {id: work, name: Work}\nquestions:\n" +
                  questions + "people: [ada, cy]\n");
        for (const auto& [id, person] : {std::pair{"ada", 0}, std::pair{"cy", 2}}) {
            const std::string film = fmt::format("films/{}.mp4", id);
            std::filesystem::create_directories(folder() / "films");
            std::filesystem::copy_file(room().module.folder() / film, folder() / film);
            std::string text = fmt::format(
                "format: 1\nname: {}\njob: {{title: tester, article: a}}\nconsent: given\n"
                "film: {}\nanswers:\n",
                id, film);
            for (const Asked& one : asked) {
                const NumberedClip& clip = *room().module.clip({person, one.answer});
                text += fmt::format("  {}: {{in: {}, out: {}}}\n", one.question,
                                    time_text(clip.first / clip.rate),
                                    time_text((clip.last + 1) / clip.rate));
            }
            write(fmt::format("people/{}.yaml", id), text);
        }
    }

    const std::filesystem::path& folder() const { return scratch_.path(); }

private:
    void write(const std::string& file, const std::string& text) const {
        std::filesystem::create_directories((folder() / file).parent_path());
        std::ofstream(folder() / file, std::ios::binary) << text;
    }

    support::ScratchFolder scratch_;
};

// Waits until an answer of either person is on the screen, and says which.
Cell film_on_screen(PlayerOnDisplay& player) {
    const std::optional<Cell> cell = player.wait_other_than({-1, -1});
    REQUIRE(cell);
    return *cell;
}

void wait_film_is_over(PlayerOnDisplay& player, Cell cell) {
    const NumberedPicture last = room().module.clip(cell)->last_picture();
    CHECK(player.wait_picture(last));
    CHECK(player.wait_still(std::chrono::milliseconds{800}) == last);
}

std::string record_in(const std::filesystem::path& folder) {
    std::ostringstream text;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".md") text << std::ifstream(entry.path()).rdbuf();
    }
    return text.str();
}

}  // namespace

TEST_CASE("a clicker takes a class through a shipped plan, from its start to the plenary") {
    const LessonModule module;
    const Home home;
    PlayerOnDisplay player(home, {.module = module.folder()});
    player.opening();
    const std::size_t mark = room().watcher.mark();
    player.press("F5");  // the plans; the shortest is chosen: Guess the job
    REQUIRE(player.wait_no_film());
    for (const char* key : {"Tab", "3", "5"}) {  // the bell is in 35 minutes: all of it fits
        player.press(key);
    }
    player.press("F5");  // it starts, and what was typed keeps no key from the clicker
    REQUIRE(player.wait_no_film());

    // The prompt before, then three answers of one person, one after another.
    player.press("PageDown");
    const Cell first = film_on_screen(player);
    CHECK(first.question == asked[0].answer);
    wait_film_is_over(player, first);  // and nothing plays on by itself
    for (std::size_t i = 1; i < 3; ++i) {
        player.press("PageDown");
        const Cell next{first.person, asked[i].answer};
        REQUIRE(player.wait_cell(next));
        wait_film_is_over(player, next);
    }
    player.press("PageDown");  // what could this person do all day?
    REQUIRE(player.wait_no_film());
    player.press("PageUp");  // once more the last answer
    const Cell again{first.person, asked[2].answer};
    REQUIRE(player.wait_cell(again));
    player.press("PageDown");
    REQUIRE(player.wait_no_film());

    player.press("PageDown");  // and the job is ...
    const Cell reveal{first.person, asked[3].answer};
    REQUIRE(player.wait_cell(reveal));
    wait_film_is_over(player, reveal);
    player.press("PageDown");  // the plenary
    REQUIRE(player.wait_no_film());
    player.press("Ctrl+E");
    const std::filesystem::path records = home.path() / "Crosscut";
    REQUIRE(room().watcher.wait(
        room().watcher.mark(),
        [&](auto) { return std::filesystem::exists(records) && !record_in(records).empty(); },
        patience));

    const std::vector<Shown> shown = room().watcher.since(mark);
    CHECK(strays_in(shown).empty());
    std::vector<Cell> cells = cells_in(shown);
    // Before the lesson the sitting waited at an answer of its own.
    if (cells.size() > 4) cells.erase(cells.begin());
    CHECK(cells == std::vector<Cell>{first, {first.person, 1}, again, reveal});
    const std::string record = record_in(records);
    for (const Asked& one : asked) {
        CAPTURE(one.question);
        CHECK(record.find(fmt::format("Label {}", one.question)) != std::string::npos);
    }
    CHECK(record.find("Which clue led us the right way?") != std::string::npos);
    MESSAGE("seen: " << cells << ", and in the record:\n" << record);

    player.press("PageDown");  // the end: one press too many does nothing
    player.press("PageDown");
    REQUIRE(player.wait_no_film());
    CHECK(player.alive());
}
