#include <doctest/doctest.h>
#include <random>
#include <set>
#include <string>

#include "tests/ui/driver.h"

namespace {

using namespace ui_tests;

constexpr Size displays[] = {{1366, 768, 1},    {1024, 640, 1},     {1280, 720, 1},
                             {1920, 1080, 1},   {1366, 768, 2},     {1366, 768, 0.75F},
                             {1366, 768, 1.5F}, {1920, 1080, 0.75F}};

constexpr ui::Panel panels[] = {ui::Panel::None,     ui::Panel::Information, ui::Panel::Help,
                                ui::Panel::Problems, ui::Panel::GoTo,        ui::Panel::Seed};

ui::StageView wordy_stage() {
    ui::StageView view = made_up_stage(100, 40);
    view.question =
        "If you could go back to the day you left school, and had one hour with the person you "
        "were then, what would you say to them?";
    view.person = "Alexandrina Montgomery-Featherstonehaugh";
    view.job = "an assistant deputy regional co-ordinator of volunteers";
    view.line =
        "Passed over two empty answers: Kit was not asked this, and Lewis did not want "
        "this answer to be shown to other classes";
    view.line_asks = true;
    view.next_text = "Next question: The shape of the week and who decides about it";
    view.questions[1].label = "Pneumonoultramicroscopicsilicovolcanoconiosis";
    view.faces[0].name = view.person;
    view.toast = "The captions of this film could not be read, so there are none for this answer";
    view.information.way_in = std::string(600, 'x') + "\n\n" + view.line;
    for (int i = 0; i < 20; ++i) {
        view.problems.push_back({{"people/" + std::string(80, 'p') + ".yaml", i + 1, 9},
                                 view.line,
                                 view.question,
                                 catalogue::Severity::Error});
    }
    return view;
}

void check_records(const Size& size) {
    const auto width = static_cast<float>(size.width_px);
    const auto height = static_cast<float>(size.height_px);
    for (const ui::WidgetRecord& record : ui::widgets()) {
        CAPTURE(record.name);
        CHECK(!record.name.empty());
        CHECK(record.id != 0);
        if (!record.visible) continue;
        CHECK(record.place.x >= 0);
        CHECK(record.place.y >= 0);
        CHECK(record.place.x + record.place.width <= width);
        CHECK(record.place.y + record.place.height <= height);
        if (record.cut) continue;
        CHECK(record.place.width >= 24);
        CHECK(record.place.height >= 24);
    }
    for (const ui::TextRecord& text : ui::drawn_texts()) {
        CAPTURE(text.text);
        CHECK(text.em_px >= 16);
        CHECK(text.place.x >= 0);
        CHECK(text.place.x + text.place.width <= width + 0.5F);
    }
}

TEST_CASE("everything drawn has a name, is large enough and stays on the display") {
    for (const Size& size : displays) {
        CAPTURE(size.width_px);
        CAPTURE(size.scale);
        Driver driver(size);
        for (const bool wordy : {false, true}) {
            CAPTURE(wordy);
            driver.show(wordy ? wordy_stage() : made_up_stage());
            for (const ui::Panel panel : panels) {
                CAPTURE(static_cast<int>(panel));
                driver.state.panel = panel;
                driver.frames(2);
                check_records(size);
            }
            driver.state.panel = ui::Panel::None;
        }
        driver.show(made_up_start());
        check_records(size);
    }
}

TEST_CASE("no two controls of a screen have the same identity") {
    Driver driver;
    ui::StageView view = wordy_stage();
    view.way = lessons::Way::MixItUp;
    view.absent = ui::AbsentView{"a", "b", {{"c", {0, 1}}, {"c", {0, 2}}}};
    driver.show(view);
    for (const ui::Panel panel : panels) {
        driver.state.panel = panel;
        driver.frames(2);
        std::set<std::uint32_t> seen;
        for (const ui::WidgetRecord& record : ui::widgets()) {
            CAPTURE(record.name);
            CHECK(seen.insert(record.id).second);
        }
    }
}

TEST_CASE("words fit the height of what they stand in: nothing on the stage is cut off below") {
    for (const Size& size : {Size{1366, 768, 1}, Size{1024, 640, 1}, Size{1920, 1080, 1}}) {
        CAPTURE(size.width_px);
        Driver driver(size);
        driver.state.questions_open = false;  // lists scroll, and cut off what is half in sight
        driver.show(wordy_stage());
        for (const ui::TextRecord& text : ui::drawn_texts()) {
            CAPTURE(text.text);
            CHECK(text.place.y >= 0);
            CHECK(text.place.y + text.place.height <= static_cast<float>(size.height_px));
        }
    }
}

TEST_CASE("empty views are drawn, and say that there is nothing") {
    Driver driver;
    driver.show(ui::StageView{});
    CHECK(driver.says("Nobody is in this module yet."));
    CHECK(driver.says("This module has no questions yet."));
    for (const ui::Panel panel : panels) {
        driver.state.panel = panel;
        driver.frames(2);
        check_records(driver.size);
    }
    driver.state.panel = ui::Panel::Problems;
    driver.frames(2);
    CHECK(driver.says("Nothing is wrong with this module."));
}

TEST_CASE("a cell outside of the lists harms nothing") {
    Driver driver;
    ui::StageView view = made_up_stage(3, 3);
    for (const lessons::Cell cell : {lessons::Cell{-1, -1}, {3, 3}, {1 << 30, 1 << 30}}) {
        view.cell = cell;
        view.theme_index = 77;
        view.questions[1].theme = 99;
        view.absent = ui::AbsentView{};
        driver.show(view);
        CHECK(driver.has("Person 1 of Many"));
        view.absent.reset();
        driver.show(view);
    }
}

TEST_CASE("random bytes in every word are drawn cleaned") {
    std::mt19937 random(11);
    const auto noise = [&](std::size_t most) {
        std::string bytes(random() % most, ' ');
        for (char& byte : bytes)
            byte = static_cast<char>(random() & 0xFF);
        return bytes;
    };
    Driver driver;
    for (int round = 0; round < 40; ++round) {
        ui::StageView view = made_up_stage(12, 12);
        for (std::string* words :
             {&view.module_title, &view.question, &view.theme, &view.person, &view.job, &view.seed,
              &view.line, &view.next_text, &view.information.name, &view.information.job,
              &view.information.way_in, &view.information.then_alt, &view.questions[2].label,
              &view.questions[2].text, &view.faces[1].name, &view.faces[1].job, &view.themes[0]}) {
            *words = noise(200);
        }
        view.line_asks = round % 2 == 0;
        view.toast = noise(300);
        view.problems.push_back({{noise(60)}, noise(300), noise(300), {}});
        if (round % 3 == 0) {
            view.absent = ui::AbsentView{noise(200), noise(200), {{noise(90), {0, 0}}}};
        }
        driver.state.panel = panels[static_cast<std::size_t>(round) % std::size(panels)];
        driver.state.typed = noise(30);
        driver.show(view);
        for (const ui::TextRecord& text : ui::drawn_texts()) {
            CHECK(text.text.find('\n') == std::string::npos);
        }
    }
}

TEST_CASE("displays of any size are drawn") {
    Driver driver;
    driver.stage = wordy_stage();
    for (const Size size : {Size{1, 1, 1}, Size{320, 200, 1}, Size{200, 2000, 1},
                            Size{3000, 100, 1}, Size{640, 480, 2}, Size{7680, 4320, 1}}) {
        driver.interface->set_scale(size.scale);
        driver.interface->set_display(size.width_px, size.height_px, 1);
        for (const ui::Panel panel : panels) {
            driver.state.panel = panel;
            driver.frames(2);
            CHECK(driver.film.width >= 0);
            CHECK(driver.film.height >= 0);
        }
    }
}

TEST_CASE("the atlas is made again exactly when letters change their size") {
    Driver driver({1280, 720, 1});
    CHECK(!driver.interface->set_display(1280, 720, 1));
    CHECK(!driver.interface->set_display(1290, 730, 1));
    CHECK(driver.interface->set_display(1920, 1080, 1));
    CHECK(driver.interface->set_scale(1.5F));
    CHECK(!driver.interface->set_scale(1.5F));
    const ui::FontAtlas atlas = driver.interface->atlas();
    CHECK(atlas.coverage.size() ==
          static_cast<std::size_t>(atlas.width_px) * static_cast<std::size_t>(atlas.height_px));
    CHECK(atlas.width_px <= 4096);
    CHECK(atlas.height_px <= 4096);
}

TEST_CASE("everything drawn refers to vertices and textures that are there") {
    Driver driver;
    ui::StageView view = wordy_stage();
    view.faces[1].image = 7;
    driver.show(view);
    for (const ui::DrawnCommand& command : driver.drawn.commands) {
        CHECK((command.texture == 1 || command.texture == 7));
        CHECK(command.first_index + command.index_count <= driver.drawn.indices.size());
        CHECK(command.clip_x >= 0);
        CHECK(command.clip_y >= 0);
        CHECK(command.clip_x + command.clip_width <= 1280);
        CHECK(command.clip_y + command.clip_height <= 720);
    }
    for (const std::uint32_t index : driver.drawn.indices) {
        REQUIRE(index < driver.drawn.vertices.size());
    }
}

TEST_CASE("fonts that are not there are a problem with a place") {
    const auto opened = ui::Interface::open("/nowhere/at/all");
    REQUIRE(!opened.has_value());
    CHECK(opened.error().place.file.filename() == "Inter-Regular.otf");
    CHECK(!opened.error().what.empty());
}

}  // namespace
