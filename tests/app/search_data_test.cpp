#include "player/app/search/search_data.h"

#include <doctest/doctest.h>

#include "tests/app/made_up_module.h"

using namespace std::chrono_literals;
using catalogue::SourceTime;
using lessons::Cell;

namespace {

struct Context {
    app::SearchContext value;

    explicit Context(app::Findings findings) {
        value.typed = findings.typed;
        value.findings = std::make_shared<const app::Findings>(std::move(findings));
        value.progress = {20, 20, {}};
        value.still_of = [](Cell cell) {
            return static_cast<ui::ImageId>(100 + cell.person * 10 + cell.question);
        };
        value.face_of = [](std::size_t person) { return app::ShownPicture{1 + person, 1.5F}; };
    }
};

app::Findings some_findings() {
    app::Findings found;
    found.typed = "tea";
    found.people = {{{1, "Teal Archer", "baker"}, {{0, 3}}, {}}};
    found.questions = {{{0, "The tea break", "What do you drink?"}, {{4, 7}}, {}}};
    found.passages = {
        {7, {1, 0}, "Cold tea.", {{5, 8}}, {SourceTime{73s}, SourceTime{75s}}, SourceTime{74s}}};
    found.people_in_all = found.questions_in_all = found.passages_in_all = found.speakers = 1;
    return found;
}

}  // namespace

TEST_CASE("people, questions and passages are rows in this order, and rows lead back to them") {
    const catalogue::Module module = made_up::module(2, 2);
    Context context(some_findings());
    context.value.in_sight = {0, 5};
    const ui::SearchView view = app::search_view_of(module, context.value);
    REQUIRE(view.names.size() == 2);
    CHECK(view.names[0].person);
    CHECK(view.names[0].image == 2);
    CHECK_FALSE(view.names[1].person);
    REQUIRE(view.passages.size() == 1);
    CHECK(view.passages[0].who == "Person 1");
    CHECK(view.passages[0].question == "Q0");
    CHECK(view.passages[0].time == "1:14");
    CHECK(view.passages[0].image == 110);
    CHECK(view.summary == "1 passage, from 1 person");
    CHECK(view.more.empty());
    CHECK(view.progress.empty());
    CHECK(view.nothing.empty());
    const app::Findings& found = *context.value.findings;
    CHECK(app::found_name_at(found, 0) == &found.people[0]);
    CHECK(app::found_name_at(found, 1) == &found.questions[0]);
    CHECK(app::found_name_at(found, 2) == nullptr);
    CHECK(app::found_passage_at(found, 1) == nullptr);
    CHECK(app::found_passage_at(found, 2) == &found.passages[0]);
    CHECK(app::found_passage_at(found, 3) == nullptr);
}

TEST_CASE("the time of a passage counts from the beginning of its answer") {
    catalogue::Module module = made_up::module(2, 2);
    module.cells[2].answer->trim = catalogue::TimeRange{SourceTime{60s}, SourceTime{120s}};
    const ui::SearchView view = app::search_view_of(module, Context(some_findings()).value);
    CHECK(view.passages.at(0).time == "0:14");
}

TEST_CASE("what is not listed is said, and so is who was not read yet") {
    const catalogue::Module module = made_up::module(2, 2);
    app::Findings found = some_findings();
    found.passages_in_all = 4312;
    found.speakers = 20;
    Context context(found);
    context.value.progress = {7, 20, {}};
    const ui::SearchView view = app::search_view_of(module, context.value);
    CHECK(view.summary == "4312 passages, from 20 people");
    CHECK_FALSE(view.more.empty());
    CHECK(view.progress == "Still reading captions: 7 of 20");
}

TEST_CASE("an empty list says why, and what to do") {
    const catalogue::Module module = made_up::module(2, 2);
    app::Findings none;
    none.typed = "uniform bakery";
    none.instead = {"uniform", "bakery"};
    Context context(none);
    ui::SearchView view = app::search_view_of(module, context.value);
    CHECK(view.nothing == "Nobody says \u201Cuniform bakery\u201D.");
    CHECK(view.instead.size() == 2);
    CHECK_FALSE(view.hint.empty());

    context.value.progress = {7, 20, {}};
    CHECK(app::search_view_of(module, context.value).nothing.starts_with("Not found yet"));

    context.value.typed = "  ";
    view = app::search_view_of(module, context.value);
    CHECK(view.nothing == "Find the moment.");
    CHECK(view.instead.empty());

    context.value.progress = {0, 0, {}};
    CHECK(app::search_view_of(module, context.value).hint.find("no captions") != std::string::npos);

    context.value.progress.problem = catalogue::fail({}, "there is no SQLite", "install it");
    CHECK(app::search_view_of(module, context.value).hint == "there is no SQLite: install it.");
}

TEST_CASE("nothing is said to be missing before it was looked for") {
    app::Findings none;
    none.typed = "unif";
    Context context(none);
    context.value.typed = "unifo";
    CHECK(app::search_view_of(made_up::module(1, 1), context.value).nothing.empty());
}
