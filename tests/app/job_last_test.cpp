// Person first, job last, in a sitting and in the running program.
#include <doctest/doctest.h>

#include <chrono>

#include "player/app/app.h"
#include "player/app/sitting.h"
#include "tests/app/module_folder.h"
#include "tests/app/running_program.h"

using namespace std::chrono_literals;
using lessons::Cell;

namespace {

// Two bakers; nothing plays.
struct Program {
    made_up::ModuleFolder module;
    std::unique_ptr<app::App> app;
    screen::WallTime now = std::chrono::steady_clock::now();

    Program() {
        module.add_person("ann");
        module.add_person("bob");
        auto opened = app::App::open(made_up::off_screen(module));
        REQUIRE(opened.has_value());
        app = std::move(*opened);
        ticks();
    }
    void ticks() {
        for (int i = 0; i < 5; ++i) {
            now += 20ms;
            app->tick({}, now);
        }
    }
    void command(const char* name) {
        app->run_command(name);
        ticks();
    }
    void go_to(Cell cell) {
        app->act(lessons::Input{lessons::ChooseCell{cell}});
        ticks();
    }
    const ui::StageView& stage() { return *app->stage(); }
};

}  // namespace

TEST_CASE("U uncovers the job of who is on the stage, for this sitting, and covers it again") {
    Program program;
    program.go_to({0, 0});
    CHECK(program.stage().job == "a baker");
    CHECK(program.stage().guesses.cover == ui::JobCover::Off);
    program.command("uncover");  // nothing is covered: it says so
    CHECK(program.stage().job == "a baker");

    program.command("job_last");
    CHECK(program.stage().job == "");
    CHECK(program.stage().faces[1].job == "");
    CHECK(program.stage().guesses.cover == ui::JobCover::Covered);
    program.command("uncover");
    CHECK(program.stage().job == "a baker");
    CHECK(program.stage().guesses.cover == ui::JobCover::Uncovered);
    CHECK(program.stage().faces[1].job == "");

    program.go_to({1, 0});
    CHECK(program.stage().job == "");
    program.go_to({0, 1});
    CHECK(program.stage().job == "a baker");
    program.command("uncover");
    CHECK(program.stage().job == "");
    CHECK(program.stage().guesses.cover == ui::JobCover::Covered);
}

TEST_CASE("on the wall U uncovers who the keyboard is on") {
    Program program;
    program.go_to({1, 0});
    program.command("job_last");
    program.command("wall");
    REQUIRE(program.app->wall() != nullptr);
    CHECK(program.app->wall()->people[1].job_covered);
    program.command("uncover");
    CHECK(program.app->wall()->people[1].job == "a baker");
    CHECK(program.app->wall()->people[0].job_covered);
}

TEST_CASE("guesses stay with the person they are about, as they were typed") {
    Program program;
    program.command("job_last");
    program.go_to({0, 0});
    program.app->act(ui::KeepGuesses{{"a cook", "a cook"}, "may"});
    program.ticks();
    CHECK(program.stage().guesses.lines == std::vector<std::string>{"a cook", "a cook"});
    CHECK(program.stage().guesses.unfinished == "may");
    program.go_to({1, 0});
    CHECK(program.stage().guesses.lines.empty());
    program.go_to({0, 1});
    program.command("uncover");
    CHECK(program.stage().guesses.lines.size() == 2);
    CHECK(program.stage().guesses.unfinished == "may");
}

TEST_CASE("what surprised is asked once the job is uncovered, not before") {
    Program program;
    program.command("job_last");
    program.go_to({0, 0});
    program.app->act(ui::KeepGuesses{{"a cook"}, ""});
    program.ticks();
    CHECK_FALSE(program.stage().guesses.surprise);
    program.command("uncover");
    CHECK(program.stage().guesses.surprise == "");
    program.app->act(ui::KeepSurprise{"the early hours"});
    program.go_to({1, 0});
    CHECK_FALSE(program.stage().guesses.surprise);
    program.go_to({0, 1});
    CHECK(program.stage().guesses.surprise == "the early hours");
}

TEST_CASE("what was guessed is there again after the program has ended") {
    const made_up::ModuleFolder folder;
    folder.add_person("anna");
    auto first = app::open_sitting(app::read_from_disk(folder.path()), {}, 5);
    REQUIRE(first);
    app::guesses_of(**first, 0).lines = {"a vet"};
    app::guesses_of(**first, 0).unfinished = "or";
    const auto second =
        app::open_sitting(app::read_from_disk(folder.path()), app::saved_of(**first, {}), 5);
    REQUIRE(second);
    CHECK(app::guesses_of(**second, 0).lines == std::vector<std::string>{"a vet"});
    CHECK(app::guesses_of(**second, 0).unfinished == "or");
}

TEST_CASE("the switch keeps the place, the clip and what was heard") {
    const made_up::ModuleFolder folder;
    folder.add_person("anna");
    folder.add_person("ben");
    auto opened = app::open_sitting(app::read_from_disk(folder.path()), {}, 5);
    REQUIRE(opened);
    app::Sitting& sitting = **opened;
    sitting.walk = lessons::step(std::move(sitting.walk), lessons::SetWay{lessons::Way::MixItUp});
    sitting.walk = lessons::step(std::move(sitting.walk), lessons::ChooseCell{{1, 0}});
    sitting.walk = lessons::step(std::move(sitting.walk), lessons::ChooseCell{{1, 1}});
    const lessons::Cue before = sitting.walk.cue();
    for (const bool on : {true, true, false}) {
        app::set_job_last(sitting, on);
        CHECK(sitting.walk.cue().cell == before.cell);
        CHECK(sitting.walk.cue().number == before.number);
        CHECK(sitting.walk.heard({1, 0}));
        CHECK(sitting.walk.way() == lessons::Way::MixItUp);
        CHECK(sitting.module.people[0].job_covered == on);
    }
}

TEST_CASE("a module that grows keeps jobs covered, and those uncovered that were") {
    const made_up::ModuleFolder folder;
    folder.add_person("anna");
    folder.write("progress.txt", "1 3 0.3\n");
    auto opened = app::open_sitting(app::read_from_disk(folder.path()), {}, 5);
    REQUIRE(opened);
    app::Sitting& sitting = **opened;
    app::set_job_last(sitting, true);
    app::uncover_job(sitting, 0);
    folder.add_person("aaron");  // comes first now
    folder.write("progress.txt", "2 3 0.6\n");
    REQUIRE(app::follow_maker(sitting));
    CHECK(sitting.module.people[0].job_covered);
    CHECK(sitting.module.people[1].id.text == "anna");
    CHECK(sitting.module.people[1].job.title == "baker");
    CHECK(sitting.whole.people[0].job.title == "baker");
}
