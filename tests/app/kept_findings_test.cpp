#include "player/app/search/kept_findings.h"

#include <doctest/doctest.h>

#include "player/app/stage/conduct.h"
#include "tests/app/made_up_module.h"

using namespace std::chrono_literals;
using catalogue::SourceTime;
using catalogue::TimeRange;
using lessons::Cell;

namespace {

SourceTime at(std::chrono::milliseconds time) {
    return SourceTime{time};
}

app::FoundPassage passage(Cell cell, std::chrono::milliseconds in, std::chrono::milliseconds out) {
    return {0, cell, "some words", {{0, 4}}, {at(in), at(out)}, at(in)};
}

app::KeptFindings kept_of(std::uint64_t cue) {
    app::KeptFindings kept;
    kept.words = "some";
    kept.passages = {passage({0, 0}, 12s, 15s), passage({1, 0}, 22s, 26s)};
    kept.in_turn = true;
    kept.cue = cue;
    return kept;
}

struct Made {
    catalogue::Module module = made_up::module(2, 2);
    lessons::Walk walk = made_up::walk_at(module, {0, 0});

    media::EngineOrder order() const {
        return app::conduct(module, "/root", walk, {}, app::likely_next(walk), {});
    }
};

}  // namespace

TEST_CASE("one lands a moment before the word, and never outside the answer") {
    const app::FoundPassage found = passage({0, 0}, 12s, 15s);
    CHECK(app::landing(found, {}) == at(11600ms));
    CHECK(app::landing(found, TimeRange{at(10s), at(40s)}) == at(11600ms));
    CHECK(app::landing(found, TimeRange{at(12s), at(40s)}) == at(12s));
    CHECK(app::landing(passage({0, 0}, 100ms, 2s), {}) == at(0s));
}

TEST_CASE("in turn one hears the whole passage, and nothing of another answer") {
    const app::FoundPassage found = passage({0, 0}, 12s, 15s);
    CHECK(app::heard_in_turn(found, {}) == TimeRange{at(11750ms), at(15250ms)});
    CHECK(app::heard_in_turn(found, TimeRange{at(12s), at(15s)}) == TimeRange{at(12s), at(15s)});
}

TEST_CASE("passages go on to the last one and back to the first, and no further") {
    app::KeptFindings kept = kept_of(1);
    CHECK(app::passage_after(kept, 1) == 1);
    CHECK_FALSE(app::passage_after(kept, -1));
    kept.at = 1;
    CHECK(app::passage_after(kept, -1) == 0);
    CHECK_FALSE(app::passage_after(kept, 1));
}

TEST_CASE("in turn the passage is ordered instead of its answer, and the next one follows") {
    Made made;
    media::EngineOrder order = made.order();
    const media::EngineOrder before = order;
    app::KeptFindings kept = kept_of(order.cue);
    app::order_in_turn(order, kept, made.module, "/root", {});
    REQUIRE(order.clip);
    CHECK(order.clip->film == before.clip->film);
    CHECK(order.clip->trim == TimeRange{at(11750ms), at(15250ms)});
    REQUIRE(order.then);
    CHECK(order.then->film.relative == "films/p1-q0.mp4");
    CHECK(order.then->trim == TimeRange{at(21750ms), at(26250ms)});
    CHECK(order.warm.front() == *order.then);

    kept.at = 1;  // the last one: nothing plays on
    order = before;
    order.then = order.clip;
    app::order_in_turn(order, kept, made.module, "/root", {});
    CHECK_FALSE(order.then);
}

TEST_CASE("whoever goes anywhere else hears whole answers again") {
    Made made;
    media::EngineOrder order = made.order();
    const media::EngineOrder before = order;
    app::KeptFindings kept = kept_of(order.cue + 1);
    app::order_in_turn(order, kept, made.module, "/root", {});
    CHECK(order.clip == before.clip);
    kept = kept_of(order.cue);
    kept.in_turn = false;
    app::order_in_turn(order, kept, made.module, "/root", {});
    CHECK(order.clip == before.clip);
}
