#include "player/ui/wall_layout.h"

#include <doctest/doctest.h>

#include <cmath>
#include <set>

#include "tests/ui/driver.h"

using lessons::Cell;
using ui::CellRange;
using ui::UiKey;
using ui::WallLayout;
using ui::WallOffset;

namespace {

// So many questions in three themes, as equal as can be.
std::vector<std::size_t> themes(int questions) {
    std::vector<std::size_t> all;
    for (int i = 0; i < questions; ++i)
        all.push_back(static_cast<std::size_t>(i * 3 / questions));
    return all;
}

// For a display as a driver has it, whose look is in use meanwhile.
WallLayout laid_out(const ui_tests::Driver& driver, int people, int questions) {
    const ui_tests::Size& size = driver.size;
    return ui::lay_out_wall(static_cast<float>(size.width_px), static_cast<float>(size.height_px),
                            people, themes(questions), ui::look());
}

WallLayout laid_out(ui_tests::Size size, int people, int questions) {
    return laid_out(ui_tests::Driver(size), people, questions);
}

bool whole(const WallLayout& layout, Cell cell, WallOffset offset) {
    const ui::Rect place = ui::cell_place(layout, cell, offset);
    return place.common(layout.body) == place;
}

const std::vector<ui_tests::Size> sizes{{1366, 768, 1}, {1920, 1080, 1}, {1280, 720, 2},
                                        {640, 400, 1},  {3840, 2160, 1}, {1366, 768, 0.75F}};

}  // namespace

TEST_CASE("headers stand beside the cells, and nothing lies over anything") {
    for (const ui_tests::Size& size : sizes) {
        const ui_tests::Driver driver(size);
        for (const auto& [people, questions] :
             {std::pair{20, 30}, {100, 40}, {10, 30}, {14, 15}, {1, 1}}) {
            CAPTURE(size.width_px);
            CAPTURE(size.scale);
            CAPTURE(people);
            const WallLayout layout = laid_out(driver, people, questions);
            const ui::Rect display{0, 0, static_cast<float>(size.width_px),
                                   static_cast<float>(size.height_px)};
            for (const ui::Rect& part : {layout.bar, layout.people, layout.questions, layout.body})
                CHECK(part.common(display) == part);
            CHECK(layout.people.x == layout.body.x);
            CHECK(layout.people.right() == layout.body.right());
            CHECK(layout.questions.y == layout.body.y);
            CHECK(layout.people.bottom() <= layout.body.y);
            CHECK(layout.questions.right() <= layout.body.x);
            CHECK(layout.bar.bottom() <= layout.people.y);
            CHECK(layout.people_count() == people);
            CHECK(layout.question_count() == questions);
            // Room for a few cells at least, on the smallest window with the largest letters.
            CHECK(layout.body.width >= layout.cell_width);
            CHECK(layout.body.height >= layout.cell_height * 0.9F);
        }
    }
}

TEST_CASE("a class of twenty and thirty questions shows nine people and eight questions at once") {
    const WallLayout layout = laid_out({1366, 768, 1}, 20, 30);
    const CellRange range = ui::cells_in_sight(layout, {});
    CHECK(range.last_person >= 9);
    CHECK(range.last_question >= 8);
}

TEST_CASE("a small module is larger, but all of it is seen") {
    const WallLayout large = laid_out({1920, 1080, 1}, 20, 30);
    const WallLayout small = laid_out({1920, 1080, 1}, 6, 6);
    CHECK(small.cell_width > large.cell_width);
    CHECK(small.content_width <= small.body.width);
    CHECK(small.content_height <= small.body.height);
    CHECK(small.earlier.empty());
    CHECK_FALSE(large.earlier.empty());
}

TEST_CASE("exactly the cells that can be seen are in sight, wherever one has scrolled to") {
    const WallLayout layout = laid_out({1366, 768, 1}, 100, 40);
    for (const WallOffset wanted : {WallOffset{0, 0},
                                    {333, 777},
                                    {5000, 10},
                                    {1, 1},
                                    {1e6F, 1e6F},
                                    {-5, -5},
                                    {2440.4F, 612.6F}}) {
        const WallOffset offset = ui::clamped(layout, wanted);
        const CellRange range = ui::cells_in_sight(layout, offset);
        for (int person = 0; person < 100; ++person) {
            for (int question = 0; question < 40; ++question) {
                const bool seen =
                    !ui::cell_place(layout, {person, question}, offset).common(layout.body).empty();
                const bool in_range = person >= range.first_person && person < range.last_person &&
                                      question >= range.first_question &&
                                      question < range.last_question;
                if (seen && !in_range) {
                    CAPTURE(person);
                    CAPTURE(question);
                    CHECK(in_range);
                }
            }
        }
        const int cells =
            (range.last_person - range.first_person) * (range.last_question - range.first_question);
        CHECK(cells > 50);
        CHECK(cells < 140);  // and few that cannot
    }
}

TEST_CASE("people of whom only a part is in sight are not counted") {
    const WallLayout layout = laid_out({1366, 768, 1}, 20, 30);
    for (const WallOffset wanted : {WallOffset{0, 0}, {33, 0}, {700, 0}, {1e6F, 0}}) {
        CAPTURE(wanted.x);
        const WallOffset offset = ui::clamped(layout, wanted);
        const CellRange whole = ui::whole_people_in_sight(layout, offset);
        CHECK(whole.first_person < whole.last_person);
        for (int person = 0; person < 20; ++person) {
            CAPTURE(person);
            const ui::Rect place = ui::cell_place(layout, {person, 0}, offset);
            const bool is_whole = place.x >= layout.body.x && place.right() <= layout.body.right();
            CHECK(is_whole == (person >= whole.first_person && person < whole.last_person));
        }
    }
}

TEST_CASE("scrolling ends with the last cell at the edge") {
    const WallLayout layout = laid_out({1366, 768, 1}, 100, 40);
    const WallOffset end = ui::clamped(layout, {1e6F, 1e6F});
    CHECK(whole(layout, {99, 39}, end));
    CHECK(ui::cell_place(layout, {99, 39}, end).right() == doctest::Approx(layout.body.right()));
    CHECK(ui::clamped(layout, {-3, -3}) == WallOffset{0, 0});
    const WallLayout small = laid_out({1920, 1080, 1}, 5, 5);
    CHECK(ui::clamped(small, {50, 50}) == WallOffset{0, 0});
}

TEST_CASE("the keyboard's cell comes into sight whole, with as little scrolling as possible") {
    const WallLayout layout = laid_out({1366, 768, 1}, 100, 40);
    WallOffset offset{};
    for (const Cell cell : {Cell{0, 0}, {8, 3}, {9, 9}, {99, 39}, {50, 20}, {51, 20}, {0, 0}}) {
        CAPTURE(cell.person);
        const WallOffset before = offset;
        offset = ui::with_in_sight(layout, cell, offset);
        CHECK(whole(layout, cell, offset));
        CHECK(offset == ui::with_in_sight(layout, cell, offset));
        if (whole(layout, cell, before)) {
            CHECK(offset.x == before.x);
        }
    }
    // The first question of a theme comes with its heading.
    const WallOffset up = ui::with_in_sight(layout, {0, 0}, {0, 500});
    CHECK(ui::band_place(layout, 0, up).y >= layout.body.y);
    const WallOffset middle = ui::with_in_middle(layout, {50, 20});
    CHECK(whole(layout, {50, 20}, middle));
    CHECK(std::abs(ui::cell_place(layout, {50, 20}, middle).middle_x() - layout.body.middle_x()) <=
          1);
}

TEST_CASE("themes are set apart by their headings") {
    const WallLayout layout = laid_out({1366, 768, 1}, 3, 9);
    const float step = layout.row_tops[2] - layout.row_tops[1];
    CHECK(layout.row_tops[0] == doctest::Approx(layout.band));
    CHECK(layout.row_tops[3] - layout.row_tops[2] == doctest::Approx(step + layout.band));
    CHECK(ui::band_place(layout, 3, {}).bottom() ==
          doctest::Approx(ui::cell_place(layout, {0, 3}, {}).y));
}

TEST_CASE("left and right are people, up and down are questions, and the edges hold") {
    const WallLayout layout = laid_out({1366, 768, 1}, 20, 30);
    const int page = layout.rows_that_fit() - 1;
    struct Row {
        UiKey key;
        Cell from, to;
    };
    for (const Row& row : {Row{UiKey::Right, {3, 4}, {4, 4}},
                           {UiKey::Left, {3, 4}, {2, 4}},
                           {UiKey::Up, {3, 4}, {3, 3}},
                           {UiKey::Down, {3, 4}, {3, 5}},
                           {UiKey::Left, {0, 4}, {0, 4}},
                           {UiKey::Up, {3, 0}, {3, 0}},
                           {UiKey::Right, {19, 4}, {19, 4}},
                           {UiKey::Down, {3, 29}, {3, 29}},
                           {UiKey::Home, {7, 4}, {0, 4}},
                           {UiKey::End, {7, 4}, {19, 4}},
                           {UiKey::PageDown, {7, 4}, {7, 4 + page}},
                           {UiKey::PageUp, {7, 20}, {7, 20 - page}},
                           {UiKey::PageUp, {7, 1}, {7, 0}},
                           {UiKey::PageDown, {7, 28}, {7, 29}},
                           {UiKey::Space, {7, 28}, {7, 28}}}) {
        CAPTURE(static_cast<int>(row.key));
        CHECK(ui::moved(layout, row.from, row.key) == row.to);
    }
}

TEST_CASE("a glide arrives, soon and without going too far") {
    WallOffset at{0, 100};
    float seconds = 0;
    while (at != WallOffset{400, 0} && seconds < 1) {
        const WallOffset next = ui::glided(at, {400, 0}, 1.0F / 60);
        CHECK(next.x > at.x);
        CHECK(next.y < at.y + 0.001F);
        CHECK(next.x <= 400);
        CHECK(next.y >= 0);
        at = next;
        seconds += 1.0F / 60;
    }
    CHECK(seconds < 0.35F);
    // After a long pause it does not jump.
    CHECK(ui::glided({0, 0}, {400, 0}, 5).x < 300);
}
