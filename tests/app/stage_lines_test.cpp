#include "player/app/stage/stage_lines.h"

#include <doctest/doctest.h>

#include "tests/app/made_up_module.h"

using lessons::Cell;
using lessons::Way;

namespace {

lessons::Walk after_the_end(lessons::Walk walk) {
    const std::uint64_t cue = walk.cue().number;
    return lessons::step(std::move(walk), lessons::ClipEnded{cue});
}

app::StageLine line_of(const catalogue::Module& module, const lessons::Walk& walk) {
    const bool held = walk.cue().standing == lessons::Standing::Held;
    return app::stage_line_of(module, walk, held ? ui::PlayState::Ended : ui::PlayState::Playing);
}

}  // namespace

TEST_CASE("while a clip plays nothing is said") {
    const catalogue::Module module = made_up::module(3, 3);
    CHECK(line_of(module, made_up::walk_at(module, {0, 0})).text.empty());
}

TEST_CASE("when a clip has ended the class is told to talk and where next leads") {
    const catalogue::Module module = made_up::module(3, 3);
    const app::StageLine line = line_of(module, after_the_end(made_up::walk_at(module, {0, 0})));
    CHECK(line.text == "Stop and talk.");
    CHECK(line.next == "Q1");
}

TEST_CASE("the end of a person names who is next and waits") {
    const catalogue::Module module = made_up::module(3, 2);
    const app::StageLine line = line_of(module, after_the_end(made_up::walk_at(module, {0, 1})));
    CHECK(line.text == "That was the last answer.");
    CHECK(line.next == "Next: Person 1");
}

TEST_CASE("when all were heard on a question the next question is offered") {
    const catalogue::Module module = made_up::module(2, 2);
    lessons::Walk walk = made_up::walk_at(module, {0, 0});
    walk = lessons::step(std::move(walk), lessons::SetWay{Way::HangOnQuestion});
    walk = after_the_end(after_the_end(std::move(walk)));
    const app::StageLine line = line_of(module, walk);
    CHECK(line.text == "All 2 were heard.");
    CHECK(line.next == "Next question: Q1");
}

TEST_CASE("an answer that is passed over is named") {
    const catalogue::Module module = made_up::module(2, 3, {{0, 1}});
    lessons::Walk walk = made_up::walk_at(module, {0, 0});
    walk = lessons::step(std::move(walk), lessons::GoNext{});
    CHECK(line_of(module, walk).text.find("Person 0 has no answer to \u201cQ1\u201d") !=
          std::string::npos);
}

TEST_CASE("what a mix brings next is not told") {
    const catalogue::Module module = made_up::module(4, 4);
    lessons::Walk walk = made_up::walk_at(module, {0, 0});
    walk = lessons::step(std::move(walk), lessons::SetWay{Way::MixItUp});
    for (int draw = 0; draw < 10; ++draw) {
        walk = lessons::step(std::move(walk), lessons::GoNext{});
        const app::StageLine line = line_of(module, walk);
        for (const Cell next : lessons::upcoming_of(walk, 1)) {
            if (next.person != walk.cue().cell.person) {
                CHECK(line.next.find(module.people[static_cast<std::size_t>(next.person)].name) ==
                      std::string::npos);
            }
        }
    }
}

TEST_CASE("a contrast says who differs in what, while it plays and while the class talks") {
    catalogue::Module module = made_up::module(3, 2);
    module.facts = {{{"left"}, "Left school", "left school at {value}"}};
    module.people[0].facts = {"16"};
    module.people[1].facts = {"16"};
    module.people[2].facts = {"30"};
    lessons::Walk walk = made_up::walk_at(module, {0, 0});
    walk = lessons::step(std::move(walk), lessons::GoContrast{});
    const std::string words = "Person 0: left school at 16; Person 2: at 30";
    CHECK(line_of(module, walk).text == words);
    CHECK(line_of(module, walk).next.empty());
    CHECK(app::no_contrast_text(module, walk).empty());
    const app::StageLine held = line_of(module, after_the_end(walk));
    CHECK(held.text == words);
    CHECK(held.next == "Q1");
    walk = lessons::step(std::move(walk), lessons::GoContrast{});
    CHECK(app::no_contrast_text(module, walk) ==
          "That was everybody whose path differs. Once more begins with Person 2.");
}
