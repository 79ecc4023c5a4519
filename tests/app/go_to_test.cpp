// The list of people and questions, while the film plays on below it.
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/app/running_program.h"

using made_up::RunningProgram;

namespace {

std::string typed_words() {
    const auto all = ui::widgets();
    const auto field = std::ranges::find(all, std::string("Name, job or question"),
                                         [](const ui::WidgetRecord& one) { return one.name; });
    return field == all.end() ? "no list" : field->value;
}

}  // namespace

TEST_CASE("an answer that ends by itself leaves the list open in which somebody types") {
    RunningProgram program;
    made_up::write_two_people(program.module);
    program.open();
    program.run("whole_case");
    program.press("Space");
    REQUIRE(program.playing());
    const std::string question = program.app->stage()->question;
    program.run("go_to");
    program.tick({screen::Text{"b"}});
    program.ticks(4);
    CHECK(typed_words() == "b");
    REQUIRE(program.wait([&] { return program.app->stage()->question != question; }));
    program.tick({screen::Text{"o"}});
    program.ticks(4);
    CHECK(typed_words() == "bo");
    SUBCASE("whom it names is gone to, and the list goes") {
        program.press("Enter");
        CHECK(typed_words() == "no list");
        CHECK(program.app->stage()->person == "bob");
    }
    SUBCASE("and it goes when one level back is asked for") {
        program.press("Escape");
        CHECK(typed_words() == "no list");
    }
}
