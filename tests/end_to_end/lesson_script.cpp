#include "tests/end_to_end/lesson_script.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "catalogue/saved_state.h"
#include "tests/end_to_end/words.h"
#include "tests/paper/printed.h"

namespace end_to_end {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

// A speaker's longest pause is shorter, and the position is shown in seconds.
constexpr auto stands_after = 2500ms;

// The files that a program has written among the documents of its home.
std::vector<fs::path> documents(const Home& home, const std::string& ending) {
    std::vector<fs::path> found;
    std::error_code none_yet;
    for (const auto& entry : fs::directory_iterator(home.path() / "Crosscut", none_yet)) {
        if (entry.path().extension() == ending) found.push_back(entry.path());
    }
    return found;
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

enum class Moves { Perhaps, First };

// Waits until the screen, which was so before, has stood for a while.
bool stands(Screenshot last, Moves moves) {
    bool moved = moves == Moves::Perhaps;
    auto changed_at = std::chrono::steady_clock::now();
    return room().watcher.wait_screen(
        [&](const Screenshot& shot) {
            const auto now = std::chrono::steady_clock::now();
            if (shot.bgrx != last.bgrx) {
                moved = true;
                changed_at = now;
                last = shot;
            }
            return moved && now - changed_at >= stands_after;
        },
        patience);
}

}  // namespace

std::string text_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

bool wait_until(const std::function<bool()>& holds) {
    return room().watcher.wait_screen([&](const Screenshot&) { return holds(); }, patience);
}

void look(const std::string& step) {
    const char* folder = std::getenv("CROSSCUT_E2E_PICTURES");
    if (folder == nullptr) return;
    static int number = 0;
    CHECK(room().watcher.screenshot().save(fs::path{folder} /
                                           fmt::format("{:02}-{}.ppm", ++number, step)));
}

bool shows_words(const Screenshot& shot) {
    int bright = 0;
    for (int y = shot.height_px / 4; y < shot.height_px * 3 / 4; ++y) {
        for (int x = shot.width_px / 4; x < shot.width_px * 3 / 4; ++x)
            bright += shot.green(x, y) > 150 ? 1 : 0;
    }
    return bright > 500;
}

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

void film(const std::string& what, const std::function<void()>& deed) {
    const Screenshot before = room().watcher.screenshot();
    deed();
    CAPTURE(what);
    REQUIRE(stands(before, Moves::First));
    look(what);
}

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

std::vector<catalogue::HandIn> handed_in(const fs::path& folder) {
    std::vector<catalogue::HandIn> all;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (!catalogue::is_hand_in_file_name(entry.path().filename().string())) continue;
        auto read = catalogue::read_hand_in(text_of(entry.path()), entry.path());
        if (read) all.push_back(*std::move(read));
    }
    return all;
}

void take_part(const Pupil& pupil, Start start, const fs::path& folder,
               const std::function<void(PlayerOnDisplay&)>& hear) {
    const Home home;
    set_up(home, folder);
    const std::size_t before = handed_in(folder).size();
    start.environment.emplace_back("PATH", "/nowhere");
    PlayerOnDisplay player(home, start);
    REQUIRE(stands(room().watcher.screenshot(), Moves::Perhaps));
    step("guesses", [&] { player.command("guesses"); });
    step("a guess", [&] {
        player.type(pupil.guess);
        player.press("Enter");
    });
    step("guessed", [&] { player.press("Escape"); });
    hear(player);
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
        std::vector<std::string> written = pupil.also_on_paper;
        written.insert(written.end(), {pupil.thought, pupil.initials});
        for (const std::string& one : written) {
            CAPTURE(one);
            CHECK(says(words, one));
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

void open_class_wall(PlayerOnDisplay& teacher, const fs::path& folder) {
    step("no folder yet", [&] { teacher.command("class_wall"); });
    step("to the folder", [&] { teacher.press("Tab", 3); });  // after film and help
    step("a folder", [&] { teacher.type(folder.string()); });
    step("a folder is chosen", [&] { teacher.press("Enter"); });
    step("the teacher's computer", [&] {
        teacher.press("Tab", 4);  // film, help, another folder, this
        teacher.press("Enter");
    });
}

void lay_out_anew(PlayerOnDisplay& teacher) {
    step("laid out anew", [&] {
        teacher.press("Tab", 2);  // the pages, sort new cards in
        teacher.press("Enter");
    });
}

void talk_about_the_wall(PlayerOnDisplay& teacher) {
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
}

void end_with_record(PlayerOnDisplay& teacher, const Home& home,
                     const std::vector<std::string>& expected,
                     const std::vector<std::string>& thoughts) {
    teacher.command("export");
    const std::string record = words_on_paper(home);
    for (const std::string& words : expected) {
        CAPTURE(words);
        CHECK(says(record, words));
    }
    for (const std::string& thought : thoughts)
        CHECK_FALSE(says(record, thought));
    look("a record is kept");
    teacher.command("quit");
    CHECK(teacher.wait_ended() == 0);
}

}  // namespace end_to_end
