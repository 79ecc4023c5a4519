#include "player/app/conduct.h"

#include <doctest/doctest.h>

#include "tests/app/made_up_module.h"

using namespace std::chrono_literals;
using lessons::Cell;

TEST_CASE("the engine is told the clip of the walk's cell, below the module's folder") {
    const catalogue::Module module = made_up::module(3, 2);
    const lessons::Walk walk = made_up::walk_at(module, {2, 1});
    const media::EngineOrder order = app::conduct(module, "root", walk, {});
    REQUIRE(order.clip);
    CHECK(order.clip->film.root == "root");
    CHECK(order.clip->film.relative == "films/p2-q1.mp4");
    CHECK(order.cue == walk.cue().number);
}

TEST_CASE("an empty cell orders no clip") {
    const catalogue::Module module = made_up::module(2, 2, {{1, 1}});
    const media::EngineOrder order =
        app::conduct(module, "root", made_up::walk_at(module, {1, 1}), {});
    CHECK_FALSE(order.clip);
}

TEST_CASE("a withheld answer is never ordered, not even to be kept warm") {
    catalogue::Module module = made_up::module(2, 1);
    module.cells[1] = {catalogue::CellState::Withheld, std::nullopt};
    const media::EngineOrder order =
        app::conduct(module, "root", made_up::walk_at(module, {0, 0}), {});
    CHECK(order.warm.empty());
    CHECK_FALSE(app::clip_of(module, "root", {1, 0}));
}

TEST_CASE("the way's next clip is the first to be kept warm") {
    const catalogue::Module module = made_up::module(3, 3);
    lessons::Walk walk = made_up::walk_at(module, {0, 1});
    CHECK(app::conduct(module, "root", walk, {}).warm.at(0).film.relative == "films/p0-q2.mp4");
    walk = lessons::step(std::move(walk), lessons::SetWay{lessons::Way::HangOnQuestion});
    CHECK(app::conduct(module, "root", walk, {}).warm.at(0).film.relative == "films/p1-q1.mp4");
}

TEST_CASE("a seek that was asked for another cue is not carried over") {
    const catalogue::Module module = made_up::module(2, 2);
    const lessons::Walk walk = made_up::walk_at(module, {0, 0});
    app::Transport transport;
    transport.seek = media::SeekOrder{4, catalogue::SourceTime{3s}};
    transport.seek_cue = walk.cue().number;
    CHECK(app::conduct(module, "root", walk, transport).seek == transport.seek);
    transport.seek_cue = walk.cue().number - 1;
    CHECK_FALSE(app::conduct(module, "root", walk, transport).seek);
}
