#include "player/app/sitting.h"

#include <doctest/doctest.h>

#include "tests/app/module_folder.h"

using namespace std::chrono_literals;
using catalogue::SourceTime;
using lessons::Cell;

namespace {

media::EngineStatus status_of(const app::Sitting& sitting, catalogue::SourceDuration position) {
    media::EngineStatus status;
    status.cue = sitting.walk.cue().number;
    status.phase = media::Phase::Paused;
    status.range = {SourceTime{}, SourceTime{60s}};
    status.position = SourceTime{position};
    return status;
}

}  // namespace

TEST_CASE("a sitting goes on at the answer, the second and the way where it was left") {
    const made_up::ModuleFolder folder;
    folder.add_person("anna");
    folder.add_person("ben");
    auto first = app::open_sitting(app::read_from_disk(folder.path()), {}, 5);
    REQUIRE(first);
    app::Sitting& left = **first;
    left.walk = lessons::step(std::move(left.walk), lessons::ChooseCell{{1, 1}});
    left.walk = lessons::step(std::move(left.walk), lessons::SetWay{lessons::Way::HangOnQuestion});
    const catalogue::SavedSitting saved = app::saved_of(left, status_of(left, 20s));

    const auto second = app::open_sitting(app::read_from_disk(folder.path()), saved, 99);
    REQUIRE(second);
    const app::Sitting& resumed = **second;
    CHECK(resumed.walk.cue().cell == Cell{1, 1});
    CHECK(resumed.walk.way() == lessons::Way::HangOnQuestion);
    CHECK(resumed.transport.resume_at == SourceTime{20s});
    CHECK_FALSE(resumed.transport.playing);
}

TEST_CASE("a folder that is no module is said so before a file is asked for") {
    const made_up::ModuleFolder folder;
    std::filesystem::remove(folder.path() / "module.yaml");
    const auto sitting = app::open_sitting(app::read_from_disk(folder.path()), {}, 5);
    REQUIRE_FALSE(sitting);
    CHECK(sitting.error().what == "this folder is not a Crosscut module");
    CHECK(sitting.error().hint == "choose the folder that holds module.yaml");
}

TEST_CASE("a clip is never resumed at its very end") {
    const made_up::ModuleFolder folder;
    folder.add_person("anna");
    const auto sitting = app::open_sitting(app::read_from_disk(folder.path()), {}, 5);
    REQUIRE(sitting);
    CHECK(app::saved_of(**sitting, status_of(**sitting, 59s)).into_clip == 0s);
    CHECK(app::saved_of(**sitting, status_of(**sitting, 40s)).into_clip == 40s);
    media::EngineStatus ended = status_of(**sitting, 40s);
    ended.phase = media::Phase::Ended;
    CHECK(app::saved_of(**sitting, ended).into_clip == 0s);
}

TEST_CASE("a place that is no longer in the module is left out, not followed") {
    const made_up::ModuleFolder folder;
    folder.add_person("anna");
    catalogue::SavedSitting saved;
    saved.module = {"made-up"};
    saved.cell = {{"gone"}, {"q1"}};
    saved.history = {{{"gone"}, {"q0"}}, {{"anna"}, {"q9"}}};
    saved.way = "no such way";
    const auto sitting = app::open_sitting(app::read_from_disk(folder.path()), saved, 5);
    REQUIRE(sitting);
    CHECK((*sitting)->walk.cue().cell.person == 0);
    CHECK((*sitting)->walk.way() == lessons::Way::StopAndTalk);
}

TEST_CASE("a folder without a module is refused with a way out") {
    const made_up::ModuleFolder folder;
    std::filesystem::remove(folder.path() / "module.yaml");
    const auto sitting = app::open_sitting(app::read_from_disk(folder.path()), {}, 5);
    REQUIRE_FALSE(sitting);
    CHECK_FALSE(sitting.error().what.empty());
}

TEST_CASE("while a module is being made, new people arrive and nobody is moved") {
    const made_up::ModuleFolder folder;
    folder.add_person("ben");
    folder.write("progress.txt", "1 2 0.5\n");
    auto opened = app::open_sitting(app::read_from_disk(folder.path()), {}, 5);
    REQUIRE(opened);
    app::Sitting& sitting = **opened;
    REQUIRE(sitting.making);
    CHECK(sitting.problems.empty());
    sitting.walk = lessons::step(std::move(sitting.walk), lessons::ChooseQuestion{1});
    const lessons::Cue before = sitting.walk.cue();

    CHECK_FALSE(app::follow_maker(sitting));
    folder.add_person("anna");  // comes before ben in the order of names
    folder.write("progress.txt", "2 2 1.0\n");
    CHECK(app::follow_maker(sitting));
    REQUIRE(sitting.module.people.size() == 2);
    const lessons::Cue after = sitting.walk.cue();
    CHECK(sitting.module.people[static_cast<std::size_t>(after.cell.person)].id.text == "ben");
    CHECK(after.cell.question == 1);
    CHECK(after.number == before.number);  // what plays is not started anew
    folder.write("complete.txt", "done\n");
    app::follow_maker(sitting);
    CHECK_FALSE(sitting.making);
}
