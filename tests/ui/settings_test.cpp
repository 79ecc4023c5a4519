// The settings panel: what is set, what is asked for, and that the screen beside it can be seen.
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/ui/driver.h"

using namespace ui_tests;
using catalogue::Preferences;

namespace {

std::optional<Preferences> asked_for(const std::vector<ui::Action>& asked) {
    const auto found = actions<ui::SetPreferences>(asked);
    if (found.empty()) return std::nullopt;
    REQUIRE(found.size() == 1);
    return found.front().preferences;
}

void open(Driver& driver, ui::SettingsPart part) {
    driver.state.panel = ui::Panel::Settings;
    driver.state.settings_part = part;
    driver.state.request_focus = true;
    driver.frames(3);
}

// Moves the keyboard to a control, also to one that is scrolled out of sight, and presses it.
std::vector<ui::Action> press(Driver& driver, std::string_view name) {
    for (int i = 0; i < 60 && driver.focused() != name; ++i) {
        const std::string before = driver.focused();
        driver.interface->focus_next(false);
        driver.frames(2);
        // Within a list the arrows go on.
        const std::string first = driver.focused();
        while (driver.focused() != name && driver.interface->focus_move(ui::UiKey::Right)) {
            const std::string was = driver.focused();
            driver.frames(2);
            if (driver.focused() == was) break;
        }
    }
    CAPTURE(std::string(name));
    REQUIRE(driver.focused() == name);
    CHECK(driver.interface->activate_focused());
    return driver.frames(2);
}

struct Row {
    ui::SettingsPart part;
    const char* control;
    Preferences wanted;
};

const std::vector<Row>& rows() {
    using namespace catalogue;
    static const std::vector<Row> all = [] {
        std::vector<Row> made;
        const auto row = [&](ui::SettingsPart part, const char* control, auto change) {
            Preferences wanted;
            change(wanted);
            made.push_back({part, control, wanted});
        };
        const auto screen = ui::SettingsPart::Screen;
        const auto captions = ui::SettingsPart::Captions;
        const auto sound = ui::SettingsPart::SoundAndKeys;
        row(screen, "Colours: Light", [](auto& p) { p.theme = ThemeChoice::Light; });
        row(screen, "Colours: High contrast", [](auto& p) { p.theme = ThemeChoice::HighContrast; });
        row(screen, "Colours: Cream", [](auto& p) { p.theme = ThemeChoice::Cream; });
        row(screen, "Everything larger", [](auto& p) { p.interface_size = 1.1; });
        row(screen, "Everything smaller", [](auto& p) { p.interface_size = 0.9; });
        row(screen, "No fading in and out", [](auto& p) { p.reduced_motion = true; });
        row(captions, "Show captions", [](auto& p) { p.captions.shown = false; });
        row(captions, "Larger captions", [](auto& p) { p.captions.size = 1.25; });
        row(captions, "Smaller captions", [](auto& p) { p.captions.size = 0.75; });
        row(captions, "Letters: Andika", [](auto& p) { p.captions.font = CaptionFont::Andika; });
        row(captions, "Letters: OpenDyslexic",
            [](auto& p) { p.captions.font = CaptionFont::OpenDyslexic; });
        row(captions, "Colours: Yellow on black",
            [](auto& p) { p.captions.colours = CaptionColours::YellowOnBlack; });
        row(captions, "Colours: Black on white",
            [](auto& p) { p.captions.colours = CaptionColours::BlackOnWhite; });
        row(captions, "Colours: Black on cream",
            [](auto& p) { p.captions.colours = CaptionColours::BlackOnCream; });
        row(captions, "Behind the words: Solid box",
            [](auto& p) { p.captions.ground = CaptionGround::Solid; });
        row(captions, "Behind the words: Outline only",
            [](auto& p) { p.captions.ground = CaptionGround::Outline; });
        row(captions, "Where: At the top",
            [](auto& p) { p.captions.position = CaptionPosition::Top; });
        row(captions, "Where: Below the picture",
            [](auto& p) { p.captions.position = CaptionPosition::BelowPicture; });
        row(captions, "Say the speaker's name", [](auto& p) { p.captions.speakers = true; });
        row(captions, "Languages: The second",
            [](auto& p) { p.captions.languages = catalogue::CaptionLanguages::Second; });
        row(captions, "Languages: Both at once",
            [](auto& p) { p.captions.languages = catalogue::CaptionLanguages::Both; });
        row(captions, "Describe the picture in words", [](auto& p) { p.descriptions = true; });
        row(sound, "Everybody quieter", [](auto& p) { p.loudness_lufs = -24; });
        row(sound, "Everybody louder", [](auto& p) { p.loudness_lufs = -22; });
        row(sound, "Letters, digits and signs are shortcuts",
            [](auto& p) { p.single_keys = false; });
        return made;
    }();
    return all;
}

}  // namespace

TEST_CASE("every setting can be set by keyboard alone, and changes nothing but itself") {
    for (const Size size : {Size{1366, 768, 1}, Size{1366, 768, 2}}) {
        for (const Row& row : rows()) {
            CAPTURE(row.control);
            Driver driver(size);
            driver.show(made_up_stage());
            open(driver, row.part);
            CHECK(asked_for(press(driver, row.control)) == row.wanted);
        }
    }
}

TEST_CASE("settings opened by key have the keyboard, on the start screen and on the stage") {
    Driver driver({1366, 768, 1});
    for (const bool on_stage : {false, true}) {
        CAPTURE(on_stage);
        if (on_stage) {
            driver.show(made_up_stage());
        } else {
            driver.show(made_up_start());
        }
        open(driver, ui::SettingsPart::Screen);
        CHECK(driver.focused() == "Screen");
        CHECK_FALSE(driver.interface->typing());
        driver.state.panel = ui::Panel::None;
        driver.frames(2);
    }
}

TEST_CASE("nothing fades where motion is reduced, and what fades is there within 150 ms") {
    const auto faint_vertices = [](const Driver& driver) {
        return std::count_if(driver.drawn.vertices.begin(), driver.drawn.vertices.end(),
                             [](const ui::DrawnVertex& vertex) {
                                 return vertex.rgba >> 24 > 0 && vertex.rgba >> 24 < 100;
                             });
    };
    for (const bool reduced : {false, true}) {
        CAPTURE(reduced);
        Driver driver({1366, 768, 1});
        driver.interface->set_reduced_motion(reduced);
        driver.show(made_up_stage());
        const auto before = faint_vertices(driver);
        driver.state.panel = ui::Panel::Settings;
        driver.frames(1);
        CHECK((faint_vertices(driver) > before) == !reduced);
        CHECK(driver.interface->animating() == !reduced);
        driver.frames(4);
        CHECK(faint_vertices(driver) <= before);
        CHECK_FALSE(driver.interface->animating());
    }
}

TEST_CASE("a setting is set by one click") {
    Driver driver({1366, 768, 1});
    driver.show(made_up_start());
    open(driver, ui::SettingsPart::Screen);
    const auto light = asked_for(driver.click("Colours: Light"));
    REQUIRE(light);
    CHECK(light->theme == catalogue::ThemeChoice::Light);
    // What is chosen already asks for nothing.
    CHECK_FALSE(asked_for(driver.click("Colours: Dark")));
}

TEST_CASE("all settings go back to what they were at first") {
    Driver driver({1366, 768, 1});
    driver.show(made_up_stage());
    driver.settings.preferences.theme = catalogue::ThemeChoice::Cream;
    driver.settings.preferences.captions.size = 3;
    open(driver, ui::SettingsPart::Screen);
    CHECK(asked_for(driver.click("As they were at first")) == Preferences{});
}

TEST_CASE("sizes and loudness stop at their ends") {
    Driver driver({1366, 768, 1});
    driver.show(made_up_stage());
    driver.settings.preferences.interface_size = 2;
    driver.settings.preferences.captions.size = 0.75;
    driver.settings.preferences.loudness_lufs = -10;
    open(driver, ui::SettingsPart::Screen);
    CHECK_FALSE(asked_for(driver.click("Everything larger")));
    CHECK(asked_for(driver.click("Everything smaller"))->interface_size == 1.75);
    open(driver, ui::SettingsPart::Captions);
    CHECK_FALSE(asked_for(driver.click("Smaller captions")));
    open(driver, ui::SettingsPart::SoundAndKeys);
    CHECK_FALSE(asked_for(driver.click("Everybody louder")));
}

TEST_CASE("the settings leave more than a third of the screen to the film, at any size") {
    for (const Size size : {Size{1366, 768, 0.75F}, Size{1366, 768, 2}, Size{1920, 1080, 1},
                            Size{1920, 1080, 2}, Size{640, 400, 2}}) {
        CAPTURE(size.width_px);
        CAPTURE(size.scale);
        Driver driver(size);
        driver.show(made_up_stage());
        open(driver, ui::SettingsPart::Captions);
        CHECK(driver.panel_left_px > static_cast<float>(size.width_px) / 3);
    }
}

TEST_CASE("captions are tried out where no film is, and beside the film where one is") {
    Driver driver({1366, 768, 1});
    driver.show(made_up_start());
    open(driver, ui::SettingsPart::Captions);
    REQUIRE(driver.caption_trial);
    CHECK(driver.caption_trial->x + driver.caption_trial->width <= driver.panel_left_px);
    CHECK(driver.caption_trial->width > 400);
    CHECK(ui::settings_hide_screen(driver.settings, driver.state));
    open(driver, ui::SettingsPart::Screen);
    CHECK_FALSE(driver.caption_trial);
    driver.settings.film_beside = true;
    open(driver, ui::SettingsPart::Captions);
    CHECK_FALSE(driver.caption_trial);
    CHECK_FALSE(ui::settings_hide_screen(driver.settings, driver.state));
}

TEST_CASE("every part of the settings is a tab that says which it is") {
    Driver driver({1366, 768, 1});
    driver.show(made_up_stage());
    open(driver, ui::SettingsPart::Screen);
    CHECK(driver.control("Screen").chosen);
    driver.click("Captions");
    CHECK(driver.state.settings_part == ui::SettingsPart::Captions);
    CHECK(driver.has("Show captions"));
    driver.click("Sound and keys");
    CHECK(driver.has("Everybody louder"));
    driver.click("Close");
    CHECK(driver.state.panel == ui::Panel::None);
}

TEST_CASE("the start screen and the stage each have a button for the settings") {
    for (const Size size : {Size{1366, 768, 1}, Size{1366, 768, 2}}) {
        Driver driver(size);
        driver.show(made_up_start());
        CHECK(commands(driver.click("Settings")) == std::vector<std::string>{"settings"});
        driver.show(made_up_stage());
        if (driver.has("More")) driver.click("More");
        driver.frames(2);
        CHECK(driver.has("Settings"));
    }
}
