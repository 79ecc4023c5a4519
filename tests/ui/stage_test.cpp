#include <doctest/doctest.h>
#include <algorithm>

#include "tests/ui/driver.h"

namespace {

using namespace ui_tests;
using lessons::Way;

TEST_CASE("clicking the position bar seeks there") {
    Driver driver;
    driver.show(made_up_stage());
    const ui::PlacePx bar = driver.control("Position").place;
    for (const float part : {0.25F, 0.5F, 0.9F}) {
        CAPTURE(part);
        const auto asked = driver.click_at(bar.x + bar.width * part, bar.y + bar.height / 2);
        const auto seeks = actions<ui::SeekTo>(asked);
        REQUIRE(!seeks.empty());
        CHECK(seeks.back().fraction == doctest::Approx(part).epsilon(0.03));
    }
}

TEST_CASE("dragging along the position bar seeks as it goes and never past the ends") {
    Driver driver;
    driver.show(made_up_stage());
    const ui::PlacePx bar = driver.control("Position").place;
    const float y = bar.y + bar.height / 2;
    const auto seeks =
        actions<ui::SeekTo>(driver.drag(bar.x + bar.width / 2, y, bar.x + 2 * bar.width, y));
    REQUIRE(seeks.size() >= 3);
    CHECK(seeks.back().fraction == 1);
    for (const ui::SeekTo& seek : seeks)
        CHECK(seek.fraction >= 0);
}

TEST_CASE("a clip of unknown length cannot be sought") {
    Driver driver;
    ui::StageView view = made_up_stage();
    view.transport.length_s = 0;
    driver.show(view);
    const ui::WidgetRecord bar = driver.control("Position");
    CHECK(!bar.enabled);
    CHECK(driver.click_at(bar.place.x + 300, bar.place.y + 10).empty());
}

TEST_CASE("every button of the transport asks for its command") {
    struct Row {
        const char* name;
        const char* command;
    };
    Driver driver;
    driver.show(made_up_stage());
    for (const Row& row :
         {Row{"Pause", "play_pause"}, Row{"Hear that again", "again"}, Row{"Captions", "captions"},
          Row{"Mute", "mute"}, Row{"Full screen", "full_screen"}, Row{"About them", "information"},
          Row{"Help", "help"}, Row{"Questions", "questions"}, Row{"Search", "search"},
          Row{"All modules", "start_screen"}, Row{"Thought", "thought"}}) {
        CAPTURE(row.name);
        CHECK(commands(driver.click(row.name)) == std::vector<std::string>{row.command});
    }
    CHECK(walk_inputs<lessons::GoNext>(driver.click("Next")).size() == 1);
    const auto back = walk_inputs<lessons::GoBack>(driver.click("Previous"));
    REQUIRE(back.size() == 1);
    CHECK(back[0].into_clip == std::chrono::seconds(20));
}

TEST_CASE("the volume bar sets the volume") {
    Driver driver({1920, 1080, 1});
    driver.show(made_up_stage());
    const ui::PlacePx bar = driver.control("Volume").place;
    const auto moved =
        actions<ui::SetVolume>(driver.click_at(bar.x + bar.width * 0.8F, bar.y + bar.height / 2));
    REQUIRE(!moved.empty());
    CHECK(moved.back().volume == doctest::Approx(0.8).epsilon(0.1));
}

TEST_CASE("the four ways are there, the current one is marked, and each asks for itself") {
    struct Row {
        const char* name;
        Way way;
    };
    for (const Row& row :
         {Row{"Stop and talk", Way::StopAndTalk}, Row{"Whole case study", Way::WholeCase},
          Row{"Hang on this question", Way::HangOnQuestion}, Row{"Mix it up", Way::MixItUp}}) {
        CAPTURE(row.name);
        Driver driver;
        ui::StageView view = made_up_stage();
        view.way = row.way;
        driver.show(view);
        int marked = 0;
        for (const char* name :
             {"Stop and talk", "Whole case study", "Hang on this question", "Mix it up"}) {
            if (driver.control(name).chosen) ++marked;
        }
        CHECK(marked == 1);
        CHECK(driver.control(row.name).chosen);
        CHECK(driver.control(row.name).value == "on");

        const auto asked = driver.click(row.name);
        if (row.way == Way::StopAndTalk) {
            const auto set = walk_inputs<lessons::SetWay>(asked);
            REQUIRE(set.size() == 1);
            CHECK(set[0].way == row.way);
        } else {
            const auto toggled = walk_inputs<lessons::ToggleWay>(asked);
            REQUIRE(toggled.size() == 1);
            CHECK(toggled[0].way == row.way);
        }
    }
}

TEST_CASE("only a mix shows its code, and reshuffling asks for another") {
    Driver driver;
    ui::StageView view = made_up_stage();
    driver.show(view);
    CHECK(!driver.has("Code of the mix: K7QM-2F"));
    CHECK(!driver.has("Reshuffle"));
    view.way = Way::MixItUp;
    driver.show(view);
    CHECK(walk_inputs<lessons::Reshuffle>(driver.click("Reshuffle")).size() == 1);
    driver.click("Code of the mix: K7QM-2F");
    CHECK(driver.state.panel == ui::Panel::Seed);
}

TEST_CASE("an absent answer offers the nearest ones in place of the film") {
    Driver driver;
    ui::StageView view = made_up_stage();
    view.absent = ui::AbsentView{"Moira was not asked this",
                                 "Choose another question.",
                                 {{"Moira - Yesterday", {0, 3}}, {"Kit - The lift", {5, 1}}}};
    driver.show(view);
    CHECK(driver.says("Moira was not asked this"));
    CHECK(driver.says("Choose another question."));
    const auto cells = walk_inputs<lessons::ChooseCell>(driver.click("Kit - The lift"));
    REQUIRE(cells.size() == 1);
    CHECK(cells[0].cell == lessons::Cell{5, 1});
}

TEST_CASE("in large letters what to do without an answer is in sight, and a nearest answer") {
    for (const Size size : {Size{1366, 768, 2}, Size{1920, 1080, 2}}) {
        CAPTURE(size.width_px);
        Driver driver(size);
        ui::StageView view = made_up_stage();
        view.absent = ui::AbsentView{"There is no answer from Bartholomew to this question.",
                                     "Go on with Next, or choose an answer near this one.",
                                     {{"Moira - Yesterday", {0, 3}}, {"Kit - The lift", {5, 1}}}};
        driver.show(view);
        driver.frames(3);
        CHECK(driver.says_in_lines(view.absent->what));
        CHECK(driver.says_in_lines(view.absent->hint));
        CHECK_FALSE(driver.control("Moira - Yesterday").cut);
    }
}

TEST_CASE("a module without people says in every size what to do") {
    for (const float scale : {0.75F, 1.0F, 1.25F, 1.5F, 2.0F}) {
        CAPTURE(scale);
        Driver driver({1366, 768, scale});
        ui::StageView view = made_up_stage();
        view.faces.clear();
        driver.show(view);
        driver.frames(3);
        CHECK(driver.says_in_lines("Nobody is in this module yet."));
        CHECK(driver.says_in_lines("Add a file for each person to its folder people."));
    }
}

TEST_CASE("a film that moves on within a quarter of a second changes nothing drawn") {
    Driver driver;
    ui::StageView view = made_up_stage();
    view.transport.position_s = 20.01;
    driver.show(view);
    const std::vector<ui::DrawnVertex> before = driver.drawn.vertices;
    driver.stage.transport.position_s = 20.22;
    driver.frames(1);
    REQUIRE(driver.drawn.vertices.size() == before.size());
    CHECK(std::equal(before.begin(), before.end(), driver.drawn.vertices.begin(),
                     [](const ui::DrawnVertex& a, const ui::DrawnVertex& b) {
                         return a.x == b.x && a.y == b.y && a.u == b.u && a.v == b.v &&
                                a.rgba == b.rgba;
                     }));
    CHECK(!driver.interface->animating());
    driver.stage.transport.position_s = 21;
    driver.frames(1);
    CHECK(driver.says("0:21 / 1:20"));
}

TEST_CASE("a black screen is black, and nothing on it can be pressed") {
    Driver driver;
    ui::StageView view = made_up_stage();
    view.black = true;
    driver.show(view);
    CHECK(ui::widgets().empty());
    CHECK(ui::drawn_texts().empty());
    CHECK(driver.click_at(640, 300).empty());
    REQUIRE(driver.drawn.vertices.size() == 4);
    for (const ui::DrawnVertex& vertex : driver.drawn.vertices) {
        CHECK(vertex.rgba == 0xFF000000);
    }
}

TEST_CASE("in full screen the film has everything, and sleeping controls draw nothing") {
    Driver driver;
    ui::StageView view = made_up_stage();
    view.transport.full_screen = true;
    driver.show(view);
    CHECK(driver.film.width == 1280);
    CHECK(driver.film.height == 720);
    CHECK(driver.film.covered_below > 50);
    CHECK(driver.has("Leave full screen"));
    driver.state.controls_awake = false;
    driver.frames(2);
    CHECK(driver.drawn.commands.empty());
    CHECK(driver.film.covered_below == 0);
    CHECK(ui::widgets().empty());
}

TEST_CASE("in a window nothing is drawn over the film") {
    Driver driver;
    driver.show(made_up_stage());
    const ui::FilmPlace film = driver.film;
    CHECK(film.covered_below == 0);
    for (const ui::WidgetRecord& record : ui::widgets()) {
        const bool beside = record.place.x >= film.x + film.width ||
                            record.place.x + record.place.width <= film.x ||
                            record.place.y >= film.y + film.height ||
                            record.place.y + record.place.height <= film.y;
        CAPTURE(record.name);
        CHECK((beside || !record.visible));
    }
}

TEST_CASE("a click on the film pauses it, two make it large") {
    Driver driver;
    driver.show(made_up_stage());
    const float x = driver.film.x + driver.film.width / 2;
    const float y = driver.film.y + driver.film.height / 2;
    CHECK(commands(driver.click_at(x, y)) == std::vector<std::string>{"play_pause"});
    const auto twice = commands(driver.click_at(x, y));
    CHECK(std::count(twice.begin(), twice.end(), "full_screen") == 1);
}

TEST_CASE("a click that comes and goes within one slow frame is not lost") {
    Driver driver;
    driver.show(made_up_stage());
    const ui::PlacePx place = driver.control("Help").place;
    driver.interface->mouse_moved(place.x + 5, place.y + 5);
    driver.interface->mouse_button(0, true);
    driver.interface->mouse_button(0, false);
    driver.interface->mouse_moved(2, 2);
    CHECK(driver.interface->animating());
    CHECK(commands(driver.frames(5)) == std::vector<std::string>{"help"});
    CHECK(!driver.interface->animating());
}

TEST_CASE("what opens beside the film leaves the stage whole to its left") {
    for (const Size size : {Size{1366, 768, 1}, Size{1366, 768, 2}, Size{1920, 1080, 1}}) {
        CAPTURE(size.width_px);
        CAPTURE(size.scale);
        for (const ui::Panel panel : {ui::Panel::Information, ui::Panel::Guesses}) {
            Driver driver(size);
            driver.show(made_up_stage());
            CHECK(driver.control("Questions").value == "on");
            driver.state.panel = panel;
            driver.frames(3);
            CHECK(driver.control("Questions").value == "off");
            const float beside = driver.control("Close").place.x;  // within it
            CHECK(driver.film.x + driver.film.width <= beside);
            const float transport = driver.control("Position").place.y;
            for (const ui::WidgetRecord& record : ui::widgets()) {
                if (record.panel != 0 || record.place.y >= transport) continue;
                CAPTURE(record.name);
                CHECK(record.place.x + record.place.width <= beside);
                CHECK(record.reachable);
            }
            for (const ui::TextRecord& text : ui::drawn_texts()) {
                if (text.panel != 0 || text.place.y >= transport) continue;
                CAPTURE(text.text);
                CHECK(text.place.x + text.place.width <= beside);
            }
        }
    }
}

TEST_CASE("a passing sentence is shown") {
    Driver driver;
    ui::StageView view = made_up_stage();
    view.toast = "Captions off";
    driver.show(view);
    CHECK(driver.says("Captions off"));
}

TEST_CASE("resting on a button says its key after half a second") {
    Driver driver;
    driver.show(made_up_stage());
    const ui::PlacePx place = driver.control("Next").place;
    driver.interface->mouse_moved(place.x + 5, place.y + 5);
    driver.frames(5);
    CHECK(!driver.says("Next  (PageDown)"));
    CHECK(driver.interface->animating());
    driver.frames(20);
    CHECK(driver.says("Next  (PageDown)"));
    CHECK(!driver.interface->animating());
}

TEST_CASE("a speed other than the usual one is shown, and a loop is said") {
    Driver driver;
    ui::StageView view = made_up_stage();
    driver.show(view);
    CHECK_FALSE(driver.says("1.25\u00d7    0:20 / 1:20"));
    view.transport.speed = 1.25;
    view.transport.loop_from_s = 10;
    view.transport.loop_to_s = 40;
    driver.show(view);
    CHECK(driver.control("Position").value == "0:20 of 1:20, in a loop");
    CHECK(driver.says("1.25\u00d7    0:20 / 1:20"));
}

TEST_CASE("the whole question is read, however large everything is") {
    ui::StageView view = made_up_stage();
    view.question = "What would you tell somebody of your age who is thinking about this work?";
    for (const Size size : {Size{1366, 768, 1}, Size{1366, 768, 2}, Size{1920, 1080, 2}}) {
        CAPTURE(size.width_px);
        CAPTURE(size.scale);
        Driver driver(size);
        driver.show(view);
        CHECK(driver.says_in_lines(view.question));
    }
}

TEST_CASE("the last button beside the film is whole at 1366 pixels, also below a problem") {
    Driver driver({1366, 768, 1});
    ui::StageView view = made_up_stage();
    view.problems.resize(2);
    driver.show(view);
    CHECK_FALSE(driver.control("All modules").cut);
}

TEST_CASE("in large letters every button below the film is as wide as its picture") {
    ui::StageView view = made_up_stage();
    view.transport.descriptions_available = true;
    Driver driver({1366, 768, 2});
    driver.show(view);
    float least = 1e6F;
    for (const ui::WidgetRecord& record : ui::widgets()) {
        if (record.area != ui::Area::Transport || record.role != ui::Role::Button) continue;
        CAPTURE(record.name);
        CHECK(record.place.width >= record.place.height - 1);
        least = std::min(least, record.place.width);
    }
    CHECK(least < 1e6F);
}

}  // namespace
