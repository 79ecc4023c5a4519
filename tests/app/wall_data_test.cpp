#include "player/app/wall/wall_data.h"

#include <doctest/doctest.h>

#include "tests/app/made_up_module.h"

using namespace std::chrono_literals;
using catalogue::CellState;
using catalogue::SourceTime;
using lessons::Cell;

namespace {

// A context in which every file's texture is its number, the large ones from 1000 on.
struct Context {
    std::vector<app::AnswerStill> stills;
    app::WallContext value;
    std::vector<std::size_t> faces_asked;

    explicit Context(const catalogue::Module& module) {
        for (std::size_t place = 0; place < module.cells.size(); ++place) {
            stills.push_back({true, std::to_string(place + 1), 52s});
        }
        value.stills = &stills;
        value.still_of = [](const std::string& file) { return std::stoull(file); };
        value.large_still_of = [](const std::string& file) { return 1000 + std::stoull(file); };
        value.face_of = [this](std::size_t person) {
            faces_asked.push_back(person);
            return app::ShownPicture{100 + person, 1.5F};
        };
    }
};

ui::WallView view_of(const catalogue::Module& module, const Context& context, Cell here = {0, 0}) {
    return app::wall_view_of(module, made_up::walk_at(module, here), context.value);
}

}  // namespace

TEST_CASE("the wall has a cell for every person and question, as the module's gate has it") {
    catalogue::Module module = made_up::module(3, 2, {{1, 0}});
    module.cells[4].state = CellState::Withheld;  // {2, 0}
    module.cells[5].state = CellState::Withdrawn;
    module.cells[1].answer->trim = catalogue::TimeRange{SourceTime{10s}, SourceTime{15s + 500ms}};
    Context context(module);
    const lessons::Walk walk =
        lessons::step(made_up::walk_at(module, {0, 0}), lessons::ChooseCell{{0, 1}});
    const ui::WallView view = app::wall_view_of(module, walk, context.value);
    CHECK(view.people.size() == 3);
    CHECK(view.questions.size() == 2);
    REQUIRE(view.cells.size() == 6);
    CHECK(view.here == Cell{0, 1});
    CHECK(view.cell({0, 0}).heard);
    CHECK(view.cell({0, 0}).length_s == doctest::Approx(52));  // the film's
    CHECK_FALSE(view.cell({0, 1}).heard);
    CHECK(view.cell({0, 1}).length_s == doctest::Approx(5.5));  // the stretch's
    CHECK(view.cell({1, 0}).state == CellState::Empty);
    CHECK(view.cell({1, 1}).state == CellState::Playable);
    CHECK(view.cell({2, 0}).state == CellState::Withheld);
    CHECK(view.cell({2, 1}).state == CellState::Withdrawn);
}

TEST_CASE("only what is in sight gets pictures, and what may not be shown gets none") {
    catalogue::Module module = made_up::module(4, 3);
    module.cells[4].state = CellState::Withheld;  // {1, 1}
    Context context(module);
    context.value.in_sight = {{1, 0}, {1, 1}, {1, 2}, {2, 0}, {9, 9}};
    for (const Cell card : {Cell{1, 1}, Cell{1, 2}, Cell{9, 9}}) {
        context.value.card = card;
        context.faces_asked.clear();
        const ui::WallView view = view_of(module, context);
        CHECK(view.cell({0, 0}).image == 0);
        CHECK(view.cell({1, 0}).image == 4);
        CHECK(view.cell({1, 1}).image == 0);
        CHECK(view.cell({1, 2}).image == 6);
        CHECK(view.cell({2, 1}).image == 0);
        CHECK(context.faces_asked == std::vector<std::size_t>{1, 2});
        CHECK(view.people[0].image == 0);
        CHECK(view.people[1].image == 101);
        if (card == Cell{9, 9}) {
            CHECK_FALSE(view.card);
            continue;
        }
        REQUIRE(view.card);
        CHECK(view.card->cell == card);
        CHECK(view.card->image == (card == Cell{1, 2} ? 1006 : 0));
        CHECK(view.card->absence.empty() == (card == Cell{1, 2}));
    }
}

TEST_CASE("a question names each person's job on their card, and nobody's in its heading") {
    catalogue::Module module = made_up::module(2, 1);
    module.people[1].job = {"architect", "an"};
    module.questions[0].text = "Why are you {job}?";
    module.questions[0].label = "Why {job}?";
    Context context(module);
    context.value.card = Cell{1, 0};
    const ui::WallView view = view_of(module, context);
    CHECK(view.questions[0].label == "Why \u2026?");
    CHECK(view.card->question == "Why are you an architect?");
}

TEST_CASE("a cell has no picture only when it is known that there is none") {
    const catalogue::Module module = made_up::module(1, 3);
    Context context(module);
    context.stills = {{false, "", {}}, {true, "", {}}};  // and one that nobody has heard of
    const ui::WallView view = view_of(module, context);
    CHECK(view.cell({0, 0}).has_picture);
    CHECK_FALSE(view.cell({0, 1}).has_picture);
    CHECK(view.cell({0, 2}).has_picture);
    CHECK(view.cell({0, 2}).length_s == 0);
}
