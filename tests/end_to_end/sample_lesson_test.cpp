// Fifty minutes with a class as whole_lesson_test has them, with a plan that is shipped and the
// module that CROSSCUT_SAMPLE names: the one that tools/make_sample makes.
#include <doctest/doctest.h>

#include <cstdlib>
#include <map>
#include <string>
#include <vector>

#include "catalogue/module_files.h"
#include "catalogue/module_reader.h"
#include "catalogue/saved_state.h"
#include "tests/end_to_end/lesson_script.h"

using namespace end_to_end;

namespace {

namespace fs = std::filesystem;

constexpr const char* title = "A cover lesson that runs itself";
constexpr int plans_above_it = 9;  // the shipped ones, the longest last

// How often a pupil presses for the next question and the next person.
struct Keeper {
    int questions;
    int people;
    Pupil pupil;
};

const std::vector<Keeper> keepers{
    {1, 0, {"something with a van", "nobody told her that it would be so quiet", "window 1"}},
    {4, 3, {"a nurse", "my uncle starts at four as well", "window 2"}},
    {2, 7, {"mends things", "who teaches you that when nobody is there", "3"}},
    {3, 12, {"somebody outdoors", "we would both ask about the first week", "door 9", "kl", {}}},
};

// What the program keeps of the lesson that is under way.
catalogue::SavedLesson lesson_in(const Home& home) {
    for (const auto& entry : fs::recursive_directory_iterator(home.path() / "state")) {
        const std::string name = entry.path().filename().string();
        if (!name.ends_with(".lesson.yaml")) continue;
        const auto saved = catalogue::read_saved_lesson(text_of(entry.path()), entry.path());
        REQUIRE(saved);
        return *saved;
    }
    FAIL("no lesson is kept");
    return {};
}

}  // namespace

TEST_CASE("a lesson of fifty minutes with the sample, by a plan that is shipped") {
    const char* sample = std::getenv("CROSSCUT_SAMPLE");
    if (sample == nullptr) {
        MESSAGE("CROSSCUT_SAMPLE names no module: skipped");
        return;
    }
    const catalogue::ModuleReading module = catalogue::read_module(catalogue::FolderFiles{sample});
    REQUIRE(module.module);
    const support::ScratchFolder share;
    const support::ScratchFolder cache;  // one, as if the module had been prepared everywhere
    const Home home;
    const Start start{
        .module = sample,
        .environment = {{"PATH", "/nowhere"}, {"XDG_CACHE_HOME", cache.path().string()}}};

    PlayerOnDisplay teacher(home, start);
    REQUIRE(room().watcher.wait_screen(shows_words, patience));
    step("plans", [&] { teacher.command("lesson"); });
    step("the longest", [&] { teacher.press("Down", plans_above_it); });
    step("to the bell", [&] { teacher.press("Tab"); });
    step("the bell", [&] { teacher.type("50"); });
    step("settle", [&] { teacher.command("lesson"); });
    step("one working day", [&] { teacher.press("PageDown"); });
    for (int cue = 0; cue < 3; ++cue) {
        film("an answer is over", [&] { teacher.press("PageDown"); });
        film("another answer is over", [&] { teacher.press("PageDown"); });
        step("talk", [&] { teacher.press("PageDown"); });
        step("more time", [&] { teacher.command("extend"); });
    }
    step("a letter", [&] { teacher.press("PageDown"); });
    const catalogue::SavedLesson lesson = lesson_in(home);
    CHECK(lesson.seen.size() == 6);

    open_class_wall(teacher, share.path());
    for (const auto& [questions, people, pupil] : keepers) {
        take_part(pupil, start, share.path(), [&](PlayerOnDisplay& player) {
            film("an answer was heard", [&] {
                player.press("Ctrl+Down", people);
                player.press("Ctrl+Right", questions);
            });
        });
        look("class wall");
    }
    std::map<std::string, std::string> thought_at;  // by seat
    for (const catalogue::HandIn& one : handed_in(share.path())) {
        REQUIRE(one.notebook.notes.size() == 1);
        CHECK(one.notebook.notes[0].cell.has_value());
        thought_at[one.seat] = one.notebook.notes[0].text;
    }
    for (const Keeper& keeper : keepers)
        CHECK(thought_at[keeper.pupil.seat] == keeper.pupil.thought);
    lay_out_anew(teacher);
    talk_about_the_wall(teacher);

    step("back in the lesson", [&] { teacher.command("lesson"); });
    step("the plenary", [&] { teacher.press("PageDown"); });
    std::vector<std::string> expected{title, "Yesterday", "Shape of the week", "Wrong idea",
                                      "Which part of each day would you keep?"};
    for (const catalogue::SavedLesson::Seen& seen : lesson.seen) {
        const auto person = module.module->find_person(seen.cell.person);
        REQUIRE(person);
        expected.push_back(module.module->people[*person].name);
    }
    std::vector<std::string> thoughts;
    for (const Keeper& keeper : keepers)
        thoughts.push_back(keeper.pupil.thought);
    end_with_record(teacher, home, expected, thoughts);
}
