// Fifty minutes with a class: a plan from the start list to the plenary, four notebooks that are
// handed in, the class wall, groups, and what is left of it on paper. All by keyboard.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "tests/end_to_end/lesson_script.h"
#include "tests/end_to_end/player_on_display.h"
#include "tests/end_to_end/words.h"

using namespace end_to_end;

namespace {

namespace fs = std::filesystem;

constexpr const char* plan = R"(format: 1
title: Fifty minutes about numbers
about: Three answers, what each of us kept, and what lies side by side then.
minutes: 50
group: {from: 2, to: 32}
needs: [One screen with sound, A computer for one or two]
areas: [explore-possibilities]
benchmarks: [3, 8]
cues:
  - title: Who is this?
    job_last: true
    clips:
      - {question: q0, person: ada}
    before: |
      What might this person do all day?
    after: |
      What made you think so?
    talk: pair
    minutes: 8
  - title: Two of them
    clips:
      - {question: q2, person: bo}
      - {question: q2, person: eli}
    after: |
      What would they ask each other?
    talk: four
    minutes: 8
  - title: On your own
    before: |
      Keep what you would tell somebody at home. Then hand it in.
    talk: alone
    minutes: 14
  - title: What lies side by side
    after: |
      Which two are furthest apart, and what is behind it?
    talk: four
    minutes: 9
  - title: What stays
    after: |
      What would you ask one of them?
    talk: all
    minutes: 8
    keep: true
)";

// Whose answers to what the stills on the screen are of, however many there are.
std::set<std::pair<int, int>> stills_in(Screenshot shot) {
    std::set<std::pair<int, int>> cells;
    while (const std::optional<FoundPicture> found = ScreenWatcher::find(shot)) {
        if (const auto cell = room().module.cell_of(found->picture)) {
            cells.insert({cell->person, cell->question});
        }
        const auto left = static_cast<std::size_t>(std::max(0.0, found->left_px));
        const auto width = static_cast<std::size_t>(found->width_px);
        for (int y = found->first_row; y <= found->last_row; ++y) {
            const auto row = static_cast<std::size_t>(y) * static_cast<std::size_t>(shot.width_px);
            const auto first = shot.bgrx.begin() + static_cast<std::ptrdiff_t>((row + left) * 4);
            std::fill_n(first, width * 4, std::uint8_t{0});
        }
    }
    return cells;
}

struct Keeper {
    Cell keeps;
    Pupil pupil;
};

const std::vector<Keeper> keepers{
    {{0, 1}, {"counts trains", "she never said that it was easy", "window 1"}},
    {{1, 4}, {"a baker", "my aunt does that too", "window 2"}},
    {{2, 0}, {"works at night", "who pays for the tools", "window 3"}},
    {{4, 3},
     {"somebody outdoors",
      "we would both ask about the first week",
      "door 9",
      "kl",
      {"Eli", "Label 3"}}},
};

// Goes to the answer and hears it out.
void hear(PlayerOnDisplay& player, Cell cell) {
    player.go_to(player.opening(), cell);
    const NumberedPicture last = room().module.clip(cell)->last_picture();
    REQUIRE(player.wait_picture(last));
    REQUIRE(player.wait_still() == last);
}

}  // namespace

TEST_CASE("a lesson of fifty minutes, from the start list to paper") {
    const support::ScratchFolder share;
    const Home home;
    const fs::path module = home.path() / "data/crosscut/modules/numbered";
    fs::create_directories(module.parent_path());
    fs::copy(room().module.folder(), module, fs::copy_options::recursive);
    fs::create_directories(module / "plans");
    std::ofstream(module / "plans/fifty-minutes.yaml", std::ios::binary) << plan;

    PlayerOnDisplay teacher(home, {.start_screen = true, .environment = {{"PATH", "/nowhere"}}});
    REQUIRE(room().watcher.wait_screen(shows_words, patience));
    look("start");
    teacher.press("Enter");
    teacher.opening();
    look("stage");
    const std::size_t mark = room().watcher.mark();
    step("plans", [&] { teacher.command("lesson"); });
    step("to the bell", [&] { teacher.press("Tab"); });
    step("the bell", [&] { teacher.type("50"); });
    step("the first prompt", [&] { teacher.command("lesson"); });

    // Two steps with three answers, and talk that takes longer than was planned.
    const std::vector<Cell> films{{0, 0}, {1, 2}, {4, 2}};
    for (const Cell film : films) {
        teacher.press("PageDown");
        const NumberedPicture last = room().module.clip(film)->last_picture();
        REQUIRE(teacher.wait_picture(last));
        CHECK(teacher.wait_still() == last);
        look("an answer is over");
        if (film == films[1]) continue;
        step("talk", [&] { teacher.press("PageDown"); });
        step("more time", [&] { teacher.command("extend"); });
    }
    const std::vector<Shown> shown = room().watcher.since(mark);
    CHECK(strays_in(shown).empty());
    std::vector<Cell> cells = cells_in(shown);
    if (cells.size() > films.size()) cells.erase(cells.begin());  // where the sitting waited
    CHECK(cells == films);

    // Pupils on their own; on the wall of the teacher's computer their thoughts come in.
    step("on your own", [&] { teacher.press("PageDown"); });
    open_class_wall(teacher, share.path());
    std::set<std::pair<int, int>> kept;
    for (const auto& [keeps, pupil] : keepers) {
        take_part(pupil, {.module = module}, share.path(),
                  [cell = keeps](PlayerOnDisplay& player) { hear(player, cell); });
        kept.insert({keeps.person, keeps.question});
        CHECK(room().watcher.wait_screen(
            [&](const Screenshot& shot) { return stills_in(shot) == kept; }, patience));
        look("class wall");
    }
    std::map<std::string, std::string> thought_at;  // by seat
    for (const catalogue::HandIn& one : handed_in(share.path())) {
        REQUIRE(one.notebook.notes.size() == 1);  // and no guess
        CHECK(one.notebook.notes[0].kind == catalogue::NoteKind::Pin);
        CHECK(one.notebook.initials.empty());
        thought_at[one.seat] = one.notebook.notes[0].text;
    }
    REQUIRE(thought_at.size() == keepers.size());
    for (const Keeper& keeper : keepers)
        CHECK(thought_at[keeper.pupil.seat] == keeper.pupil.thought);

    lay_out_anew(teacher);
    CHECK(stills_in(room().watcher.screenshot()) == kept);
    talk_about_the_wall(teacher);

    // Back to the lesson, which goes on where it was.
    step("back in the lesson", [&] { teacher.command("lesson"); });
    step("side by side", [&] { teacher.press("PageDown"); });
    step("the plenary", [&] { teacher.press("PageDown"); });
    std::vector<std::string> thoughts;
    for (const Keeper& keeper : keepers)
        thoughts.push_back(keeper.pupil.thought);
    end_with_record(
        teacher, home,
        {"Fifty minutes about numbers", "Label 0", "Label 2", "Ada", "Bo", "Eli",
         "What made you think so?", "Which two are furthest apart", "What would you ask"},
        thoughts);
    CHECK(handed_in(share.path()).size() == keepers.size());  // the program takes nothing out
}
