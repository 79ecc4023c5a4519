#include "player/app/stage/conduct.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/app/made_up_module.h"

using namespace std::chrono_literals;
using lessons::Cell;

namespace {

media::EngineOrder order_of(const catalogue::Module& module, const lessons::Walk& walk,
                            const app::Transport& transport = {},
                            std::optional<Cell> resting_on = std::nullopt,
                            const app::KnownLoudness& known = {}) {
    return app::conduct(module, "root", walk, transport, app::likely_next(walk, resting_on), known);
}

}  // namespace

TEST_CASE("the engine is told the clip of the walk's cell, below the module's folder") {
    const catalogue::Module module = made_up::module(3, 2);
    const lessons::Walk walk = made_up::walk_at(module, {2, 1});
    const media::EngineOrder order = order_of(module, walk);
    REQUIRE(order.clip);
    CHECK(order.clip->film.root == "root");
    CHECK(order.clip->film.relative == "films/p2-q1.mp4");
    CHECK(order.cue == walk.cue().number);
}

TEST_CASE("an empty cell orders no clip") {
    const catalogue::Module module = made_up::module(2, 2, {{1, 1}});
    const media::EngineOrder order = order_of(module, made_up::walk_at(module, {1, 1}));
    CHECK_FALSE(order.clip);
}

TEST_CASE("a withheld answer is never ordered, not even to be kept warm") {
    catalogue::Module module = made_up::module(2, 1);
    module.cells[1] = {catalogue::CellState::Withheld, std::nullopt};
    const media::EngineOrder order = order_of(module, made_up::walk_at(module, {0, 0}));
    CHECK(order.warm.empty());
    CHECK_FALSE(app::clip_of(module, "root", {1, 0}));
}

TEST_CASE("the way's next clip is the first to be kept warm") {
    const catalogue::Module module = made_up::module(3, 3);
    lessons::Walk walk = made_up::walk_at(module, {0, 1});
    CHECK(order_of(module, walk).warm.at(0).film.relative == "films/p0-q2.mp4");
    walk = lessons::step(std::move(walk), lessons::SetWay{lessons::Way::HangOnQuestion});
    CHECK(order_of(module, walk).warm.at(0).film.relative == "films/p1-q1.mp4");
}

TEST_CASE("what the pointer rests on is kept warm right after what the way does next") {
    const catalogue::Module module = made_up::module(4, 4);
    const lessons::Walk walk = made_up::walk_at(module, {0, 1});
    const auto films = [&](std::optional<Cell> resting_on) {
        std::vector<std::string> names;
        for (const auto& clip : order_of(module, walk, {}, resting_on).warm) {
            names.push_back(clip.film.relative.string());
        }
        return names;
    };
    const std::vector<std::string> usual = films(std::nullopt);
    CHECK(films(Cell{2, 1}).at(0) == usual.at(0));
    CHECK(films(Cell{2, 1}).at(1) == "films/p2-q1.mp4");
    CHECK(films(Cell{2, 1}).size() == usual.size() + 1);
    CHECK(films(Cell{1, 1}).size() == usual.size());  // a neighbour: not twice
    CHECK(films(Cell{0, 1}) == usual);                // it is on the screen already
    CHECK(films(Cell{4, 0}) == usual);                // of a larger module, open before this one
    CHECK(films(Cell{-1, 0}) == usual);
}

TEST_CASE("only a way that plays on by itself announces what follows, and it is kept warm first") {
    const catalogue::Module module = made_up::module(3, 3);
    lessons::Walk walk = made_up::walk_at(module, {0, 1});
    CHECK_FALSE(order_of(module, walk).then);
    for (const lessons::Way way :
         {lessons::Way::WholeCase, lessons::Way::HangOnQuestion, lessons::Way::MixItUp}) {
        walk = lessons::step(std::move(walk), lessons::SetWay{way});
        const media::EngineOrder order = order_of(module, walk);
        REQUIRE(order.then);
        CHECK(order.then == order.warm.at(0));
        const lessons::Walk after = lessons::step(walk, lessons::ClipEnded{walk.cue().number});
        CHECK(order_of(module, after).clip == order.then);
    }
}

TEST_CASE("a seek that was asked for another cue is not carried over") {
    const catalogue::Module module = made_up::module(2, 2);
    const lessons::Walk walk = made_up::walk_at(module, {0, 0});
    app::Transport transport;
    transport.seek = media::SeekOrder{4, catalogue::SourceTime{3s}};
    transport.seek_cue = walk.cue().number;
    CHECK(order_of(module, walk, transport).seek == transport.seek);
    transport.seek_cue = walk.cue().number - 1;
    CHECK_FALSE(order_of(module, walk, transport).seek);
}

TEST_CASE("the speed is kept from clip to clip, a loop is its own clip's") {
    const catalogue::Module module = made_up::module(2, 2);
    const lessons::Walk walk = made_up::walk_at(module, {0, 0});
    app::Transport transport;
    transport.rate = 1.25;
    transport.loop =
        app::Loop{walk.cue().number, catalogue::SourceTime{3s}, catalogue::SourceTime{5s}};
    CHECK(order_of(module, walk, transport).loop ==
          catalogue::TimeRange{catalogue::SourceTime{3s}, catalogue::SourceTime{5s}});
    const lessons::Walk next = lessons::step(walk, lessons::GoNext{});
    const media::EngineOrder order = order_of(module, next, transport);
    CHECK_FALSE(order.loop);
    CHECK(order.rate == 1.25);
}

TEST_CASE("the engine is told how loud the clip is, what follows it, and what all are brought to") {
    const catalogue::Module module = made_up::module(2, 2);
    const app::KnownLoudness known{{{"films/p0-q0.mp4", {}}, media::Loudness{-31, -12}},
                                   {{"films/p0-q1.mp4", {}}, media::Loudness{-17, -3}}};
    lessons::Walk walk = made_up::walk_at(module, {0, 0});
    app::Transport transport;
    transport.target_lufs = -20;
    CHECK(order_of(module, walk, transport, {}, known).loudness == media::Loudness{-31, -12});
    CHECK(order_of(module, walk, transport, {}, known).target_lufs == -20);
    CHECK_FALSE(order_of(module, walk, transport, {}, known).then_loudness);
    walk = lessons::step(std::move(walk), lessons::SetWay{lessons::Way::WholeCase});
    CHECK(order_of(module, walk, transport, {}, known).then_loudness == media::Loudness{-17, -3});
    CHECK_FALSE(order_of(module, made_up::walk_at(module, {1, 0}), {}, {}, known).loudness);
}
