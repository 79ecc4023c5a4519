// Fifty minutes with a class: a plan from the start list to the plenary, four notebooks that are
// handed in, the class wall, groups, and what is left of it on paper. All by keyboard.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <set>

#include "catalogue/hand_in.h"
#include "catalogue/saved_state.h"
#include "tests/end_to_end/player_on_display.h"
#include "tests/end_to_end/words.h"
#include "tests/paper/printed.h"

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

std::string text_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

bool wait_until(const std::function<bool()>& holds) {
    return room().watcher.wait_screen([&](const Screenshot&) { return holds(); }, patience);
}

// For people who want to see the lesson: a folder for pictures of every step.
void look(const std::string& step) {
    const char* folder = std::getenv("CROSSCUT_E2E_PICTURES");
    if (folder == nullptr) return;
    static int number = 0;
    CHECK(room().watcher.screenshot().save(fs::path{folder} /
                                           fmt::format("{:02}-{}.ppm", ++number, step)));
}

// Whether there is something bright on it: a window that has just come is dark.
bool shows_words(const Screenshot& shot) {
    int bright = 0;
    for (int y = shot.height_px / 4; y < shot.height_px * 3 / 4; ++y) {
        for (int x = shot.width_px / 4; x < shot.width_px * 3 / 4; ++x)
            bright += shot.green(x, y) > 150 ? 1 : 0;
    }
    return bright > 500;
}

// Somebody does something and waits until the screen shows it and stands.
void step(const std::string& what, const std::function<void()>& deed) {
    Screenshot last = room().watcher.screenshot();
    bool changed = false;
    int same = 0;
    deed();
    CAPTURE(what);
    REQUIRE(room().watcher.wait_screen(
        [&](const Screenshot& now) {
            same = now.bgrx == last.bgrx ? same + 1 : 0;
            changed = changed || same == 0;
            last = now;
            return changed && same >= 2;
        },
        patience));
    look(what);
}

// The files that a program has written among the documents of its home.
std::vector<fs::path> documents(const Home& home, const std::string& ending) {
    std::vector<fs::path> found;
    std::error_code none_yet;
    for (const auto& entry : fs::directory_iterator(home.path() / "Crosscut", none_yet)) {
        if (entry.path().extension() == ending) found.push_back(entry.path());
    }
    return found;
}

// Waits for the one sheet of a program, and says what a reader of it sees.
std::string words_on_paper(const Home& home) {
    REQUIRE(wait_until([&] { return !documents(home, ".pdf").empty(); }));
    const std::vector<fs::path> sheets = documents(home, ".pdf");
    REQUIRE(sheets.size() == 1);
    if (const char* folder = std::getenv("CROSSCUT_E2E_PICTURES")) {
        fs::copy_file(sheets[0], fs::path{folder} / sheets[0].filename(),
                      fs::copy_options::overwrite_existing);
    }
    const paper_test::Printed sheet = paper_test::printed(text_of(sheets[0]));
    REQUIRE_FALSE(sheet.pages.empty());
    for (const paper_test::PrintedPage& page : sheet.pages)
        CHECK(page.share_of_ink() > 0.001);
    return sheet.words;
}

bool says(const std::string& words, const std::string& wanted) {
    return words.find(paper_test::without_blanks(wanted)) != std::string::npos;
}

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

struct Pupil {
    Cell keeps;
    const char* guess;
    const char* thought;
    const char* seat;
    const char* initials = "";
};

const std::vector<Pupil> pupils{
    {{0, 1}, "counts trains", "she never said that it was easy", "window 1"},
    {{1, 4}, "a baker", "my aunt does that too", "window 2"},
    {{2, 0}, "works at night", "who pays for the tools", "window 3"},
    {{4, 3}, "somebody outdoors", "we would both ask about the first week", "door 9", "kl"},
};

std::vector<catalogue::HandIn> handed_in(const fs::path& folder) {
    std::vector<catalogue::HandIn> all;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (!catalogue::is_hand_in_file_name(entry.path().filename().string())) continue;
        auto read = catalogue::read_hand_in(text_of(entry.path()), entry.path());
        if (read) all.push_back(*std::move(read));
    }
    return all;
}

// A computer that the school has set up: jobs come last, and it knows the class's folder.
void set_up(const Home& home, const fs::path& folder) {
    catalogue::SavedSettings settings;
    settings.preferences.job_last = true;
    settings.hand_in_folder = folder.string();
    const fs::path file = home.path() / "state/crosscut/settings.yaml";
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << catalogue::to_yaml(settings);
}

// From the first guess until what they kept is in the class's folder.
void take_part(const Pupil& pupil, const fs::path& module, const fs::path& folder) {
    const Home home;
    set_up(home, folder);
    const std::size_t before = handed_in(folder).size();
    PlayerOnDisplay player(home, {.module = module, .environment = {{"PATH", "/nowhere"}}});
    const Cell first = player.opening();
    step("guesses", [&] { player.command("guesses"); });
    step("a guess", [&] {
        player.type(pupil.guess);
        player.press("Enter");
    });
    step("guessed", [&] { player.press("Escape"); });
    player.go_to(first, pupil.keeps);
    const NumberedPicture last = room().module.clip(pupil.keeps)->last_picture();
    REQUIRE(player.wait_picture(last));
    REQUIRE(player.wait_still() == last);
    const bool pair = *pupil.initials != '\0';
    if (pair) step("two at one computer", [&] { player.command("two_at_one"); });
    step("kept", [&] { player.command("keep"); });
    step("thinking", [&] { player.command("thought"); });
    step("a thought", [&] { player.type(pupil.thought); });
    step("a notebook", [&] { player.command("notebook"); });
    if (pair) {
        step("to the last field of the page", [&] { player.press("Shift+Tab"); });
        step("initials", [&] { player.type(pupil.initials); });
        step("out of the field", [&] { player.press("Escape"); });
        player.command("print");
        const std::string words = words_on_paper(home);
        for (const char* written : {pupil.thought, pupil.initials, "Eli", "Label 3"}) {
            CAPTURE(written);
            CHECK(says(words, written));
        }
    }
    step("to handing in", [&] {
        player.press("Tab", 4);  // film, print, for a talk, hand in
        player.press("Enter");
    });
    step("to the seat",
         [&] { player.press("Shift+Tab", 2); });  // before it comes the last: hand in
    step("a seat", [&] { player.type(pupil.seat); });
    step("handed in", [&] {
        player.press("Tab");
        player.press("Enter");
    });
    REQUIRE(wait_until([&] { return handed_in(folder).size() == before + 1; }));
    look("handed in and seen");
    player.command("quit");
    CHECK(player.wait_ended() == 0);
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
    step("no folder yet", [&] { teacher.command("class_wall"); });
    step("to the folder", [&] { teacher.press("Tab", 3); });  // after film and help
    step("a folder", [&] { teacher.type(share.path().string()); });
    step("a folder is chosen", [&] { teacher.press("Enter"); });
    step("the teacher's computer", [&] {
        teacher.press("Tab", 4);  // film, help, another folder, this
        teacher.press("Enter");
    });
    std::set<std::pair<int, int>> kept;
    for (const Pupil& pupil : pupils) {
        take_part(pupil, module, share.path());
        kept.insert({pupil.keeps.person, pupil.keeps.question});
        CHECK(room().watcher.wait_screen(
            [&](const Screenshot& shot) { return stills_in(shot) == kept; }, patience));
        look("class wall");
    }
    std::map<std::string, std::string> thoughts;  // by seat
    for (const catalogue::HandIn& one : handed_in(share.path())) {
        REQUIRE(one.notebook.notes.size() == 1);  // and no guess
        CHECK(one.notebook.notes[0].kind == catalogue::NoteKind::Pin);
        CHECK(one.notebook.initials.empty());
        thoughts[one.seat] = one.notebook.notes[0].text;
    }
    REQUIRE(thoughts.size() == pupils.size());
    for (const Pupil& pupil : pupils)
        CHECK(thoughts[pupil.seat] == pupil.thought);

    step("laid out anew", [&] {
        teacher.press("Tab", 2);  // the pages, sort new cards in
        teacher.press("Enter");
    });
    CHECK(stills_in(room().watcher.screenshot()) == kept);
    step("a card in large letters", [&] {
        teacher.press("Tab", 6);  // film, help, another folder, the teacher's, pages, cards
        teacher.press("Enter");
    });
    step("all cards again", [&] { teacher.press("Escape"); });
    step("the lesson meanwhile", [&] { teacher.command("class_wall"); });
    step("the wall again", [&] { teacher.command("class_wall"); });
    step("groups to come", [&] {
        teacher.press("Tab", 5);
        teacher.press("Right");
        teacher.press("Enter");
    });
    step("groups", [&] {
        teacher.press("Tab", 2);  // how many there are, share out
        teacher.press("Enter");
    });

    // Back to the lesson, which goes on where it was.
    step("back in the lesson", [&] { teacher.command("lesson"); });
    step("side by side", [&] { teacher.press("PageDown"); });
    step("the plenary", [&] { teacher.press("PageDown"); });
    teacher.command("export");
    const std::string record = words_on_paper(home);
    for (const char* words :
         {"Fifty minutes about numbers", "Label 0", "Label 2", "Ada", "Bo", "Eli",
          "What made you think so?", "Which two are furthest apart", "What would you ask"}) {
        CAPTURE(words);
        CHECK(says(record, words));
    }
    for (const Pupil& pupil : pupils)
        CHECK_FALSE(says(record, pupil.thought));
    look("a record is kept");
    teacher.command("quit");
    CHECK(teacher.wait_ended() == 0);
    CHECK(handed_in(share.path()).size() == pupils.size());  // the program takes nothing out
}
