// What holds for every control on every screen, in all themes and sizes.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "catalogue/words.h"
#include "player/ui/theme.h"
#include "tests/ui/every_screen.h"

using namespace ui_tests;

namespace {

constexpr float touching_px = 1;

struct Seen {
    float width = 0;
    float height = 0;
};

Seen common(const ui::PlacePx& one, const ui::PlacePx& other) {
    return {std::min(one.x + one.width, other.x + other.width) - std::max(one.x, other.x),
            std::min(one.y + one.height, other.y + other.height) - std::max(one.y, other.y)};
}

bool overlap(const ui::PlacePx& one, const ui::PlacePx& other, float more_than_px) {
    const Seen both = common(one, other);
    return both.width > more_than_px && both.height > more_than_px;
}

bool inside(const ui::PlacePx& place, const ui::PlacePx& in) {
    const float x = place.x + place.width / 2;
    const float y = place.y + place.height / 2;
    return x >= in.x && x < in.x + in.width && y >= in.y && y < in.y + in.height;
}

// What the panel on top leaves to be used.
std::vector<ui::WidgetRecord> usable() {
    std::vector<ui::WidgetRecord> all;
    for (const ui::WidgetRecord& record : ui::widgets()) {
        if (record.visible && record.reachable) all.push_back(record);
    }
    return all;
}

void check_controls(const Size& size, bool is_plane) {
    const std::vector<ui::WidgetRecord> all = usable();
    CHECK_FALSE(all.empty());
    std::set<std::uint32_t> ids;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const ui::WidgetRecord& one = all[i];
        CAPTURE(one.name);
        CHECK_FALSE(one.name.empty());
        CHECK(ids.insert(one.id).second);
        CHECK(one.place.x >= 0);
        CHECK(one.place.y >= 0);
        CHECK(one.place.x + one.place.width <= static_cast<float>(size.width_px));
        CHECK(one.place.y + one.place.height <= static_cast<float>(size.height_px));
        // What can be scrolled may be seen in part; nothing else may.
        CHECK((!one.cut || one.scrolls || is_plane));
        if (!one.cut) {
            CHECK(one.place.width >= ui::smallest_control_px);
            CHECK(one.place.height >= ui::smallest_control_px);
            const bool main = one.role == ui::Role::Button || one.role == ui::Role::Toggle ||
                              one.role == ui::Role::Choice;
            if (main) CHECK(one.place.height >= ui::smallest_button_px);
        }
        for (std::size_t k = 0; k < i; ++k) {
            // A panel beside the film may lie over a part of a face that scrolls.
            if (all[k].panel != one.panel && all[k].scrolls) continue;
            if (!overlap(one.place, all[k].place, touching_px)) continue;
            FAIL_CHECK("it lies over ", all[k].name);
        }
    }
}

// A control says what it is: in words on it, or in a tooltip where they are missing or cut short.
void check_said(const catalogue::Translation* language = nullptr) {
    const auto texts = ui::drawn_texts();
    for (const ui::WidgetRecord& one : usable()) {
        if (one.cut || one.role == ui::Role::TextField) continue;
        CAPTURE(one.name);
        bool words = false;
        bool shortened = false;
        for (const ui::TextRecord& text : texts) {
            if (text.panel != one.panel || !inside(text.place, one.place)) continue;
            words = true;
            shortened = shortened || !text.whole.empty();
        }
        CHECK((words || !one.tooltip.empty()));
        // What is pressed says all that it says, in every language and size, but for names of any
        // length at an answer's end, and on the slider of a film, which are others' words. Beside
        // the film words that no language has so long are whole in the tooltip alone.
        const bool names = one.area == ui::Area::Line || one.role == ui::Role::Slider ||
                           one.role == ui::Role::ListItem || one.name.size() > 60;
        const bool made_up = language != nullptr && language->stretched;
        if (!names && !(made_up && one.area == ui::Area::Ways)) CHECK_FALSE(shortened);
        CHECK((!shortened || !one.tooltip.empty() || one.role == ui::Role::ListItem ||
               one.name.size() > 60));
    }
}

void check_texts(bool is_plane) {
    const auto texts = ui::drawn_texts();
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const ui::TextRecord& one = texts[i];
        CAPTURE(one.text);
        CHECK((!one.cut || is_plane));
        CHECK(one.em_px >= ui::smallest_text_px);
        for (std::size_t k = 0; k < i; ++k) {
            if (texts[k].panel != one.panel || !overlap(one.place, texts[k].place, 2)) continue;
            FAIL_CHECK("it lies over ", texts[k].text);
        }
    }
}

// What is where, whatever it looks like.
struct Placed {
    std::string what;
    ui::PlacePx place;
};

std::vector<Placed> placed() {
    std::vector<Placed> all;
    for (const ui::WidgetRecord& record : ui::widgets())
        all.push_back({record.name, record.place});
    for (const ui::TextRecord& text : ui::drawn_texts())
        all.push_back({text.text, text.place});
    return all;
}

// Whoever has looked at one theme has seen how all of them lie.
void check_placed(const std::vector<Placed>& expected) {
    const std::vector<Placed> seen = placed();
    REQUIRE(seen.size() == expected.size());
    for (std::size_t i = 0; i < seen.size(); ++i) {
        CHECK(seen[i].what == expected[i].what);
        CAPTURE(seen[i].what);
        CHECK(seen[i].place.x == expected[i].place.x);
        CHECK(seen[i].place.y == expected[i].place.y);
        CHECK(seen[i].place.width == expected[i].place.width);
        CHECK(seen[i].place.height == expected[i].place.height);
    }
}

bool ring_drawn(const Driver& driver, catalogue::ThemeChoice theme) {
    const ui::Colour focus = ui::palette_of(theme).focus;
    const std::uint32_t rgba =
        focus.r | (std::uint32_t{focus.g} << 8) | (std::uint32_t{focus.b} << 16) | 0xFF000000U;
    return std::any_of(driver.drawn.vertices.begin(), driver.drawn.vertices.end(),
                       [&](const ui::DrawnVertex& vertex) { return vertex.rgba == rgba; });
}

// Tab goes once through everything that can be used, with a ring to be seen, and comes back.
void check_tab(Driver& driver, catalogue::ThemeChoice theme) {
    std::set<std::uint32_t> lists;
    std::set<std::uint32_t> expected;  // of a list one row, whichever
    for (const ui::WidgetRecord& record : ui::widgets()) {
        if (!record.reachable || !record.enabled) continue;
        if (record.list != 0) lists.insert(record.list);
        if (record.list == 0 && (record.visible || record.scrolls)) expected.insert(record.id);
    }
    std::set<std::uint32_t> reached;
    std::set<std::uint32_t> reached_lists;
    const std::size_t stops = expected.size() + lists.size();
    for (std::size_t i = 0; i < stops; ++i) {
        REQUIRE(driver.interface->focus_next(false));
        driver.frames(3);
        const auto all = ui::widgets();
        const auto at = std::find_if(all.begin(), all.end(),
                                     [](const ui::WidgetRecord& record) { return record.focused; });
        if (at == all.end()) continue;  // a text field shows a cursor instead
        CAPTURE(at->name);
        CHECK(at->visible);
        CHECK((at->role == ui::Role::TextField || ring_drawn(driver, theme)));
        if (at->list != 0) {
            CHECK(reached_lists.insert(at->list).second);
        } else {
            CHECK(reached.insert(at->id).second);
        }
    }
    for (const ui::WidgetRecord& record : ui::widgets()) {
        CAPTURE(record.name);
        if (record.role == ui::Role::TextField) continue;
        if (expected.contains(record.id)) CHECK(reached.contains(record.id));
    }
    CHECK(reached_lists == lists);
}

// Speaks a language for as long as it lives, and English afterwards.
struct Spoken {
    explicit Spoken(const catalogue::Translation& translation) { catalogue::speak(&translation); }
    ~Spoken() { catalogue::speak(nullptr); }
    Spoken(const Spoken&) = delete;
    Spoken& operator=(const Spoken&) = delete;
};

catalogue::Translation welsh() {
    const std::filesystem::path file = std::filesystem::path{CROSSCUT_ASSETS} / "locale" / "cy.po";
    std::ifstream stream(file, std::ios::binary);
    const std::string po{std::istreambuf_iterator<char>(stream), {}};
    return catalogue::read_translation(po, file).translation;
}

void check_in_language(const catalogue::Translation& translation) {
    const Spoken spoken(translation);
    for (const auto& [width, height] : {std::pair{1366, 768}, std::pair{1920, 1080}}) {
        for (const float scale : {1.0F, 2.0F}) {
            const Size size{width, height, scale};
            Driver driver(size);
            for (const Scene& scene : every_scene()) {
                CAPTURE(width);
                CAPTURE(scale);
                CAPTURE(scene.name);
                scene.set(driver);
                check_controls(size, scene.is_plane);
                check_said(&translation);
                check_texts(scene.is_plane);
            }
        }
    }
}

}  // namespace

TEST_CASE("on every screen every control can be seen, hit, named and told from the others") {
    for (const auto& [width, height] : {std::pair{1366, 768}, std::pair{1920, 1080}}) {
        for (const float scale : {0.75F, 1.0F, 1.25F, 1.5F, 2.0F}) {
            const Size size{width, height, scale};
            Driver driver(size);
            std::map<std::string, std::vector<Placed>> in_the_first_theme;
            for (const auto& [theme, theme_name] : catalogue::theme_names) {
                driver.interface->set_theme(theme);
                for (const Scene& scene : every_scene()) {
                    CAPTURE(width);
                    CAPTURE(scale);
                    CAPTURE(theme_name);
                    CAPTURE(scene.name);
                    scene.set(driver);
                    const auto [first, fresh] = in_the_first_theme.try_emplace(scene.name);
                    if (fresh) first->second = placed();
                    if (!fresh) check_placed(first->second);
                    check_controls(size, scene.is_plane);
                    check_said();
                    check_texts(scene.is_plane);
                }
            }
        }
    }
}

TEST_CASE("Welsh has room on every screen") {
    const catalogue::Translation translation = welsh();
    REQUIRE(translation.language == "cy");
    check_in_language(translation);
}

TEST_CASE("in Welsh, too, a module without people says what to do in the largest letters") {
    const catalogue::Translation translation = welsh();
    const Spoken spoken(translation);
    Driver driver({1366, 768, 2});
    ui::StageView view = made_up_stage();
    view.faces.clear();
    driver.show(view);
    driver.frames(3);
    CHECK(driver.says_in_lines(catalogue::_("Nobody is in this module yet.")));
    CHECK(driver.says_in_lines(catalogue::_("Add a file for each person to its folder people.")));
}

TEST_CASE("in Welsh, too, every key is on one screen of help") {
    const catalogue::Translation translation = welsh();
    const Spoken spoken(translation);
    for (const Size size : {Size{1366, 768, 1}, Size{1920, 1080, 1}}) {
        CAPTURE(size.width_px);
        Driver driver(size);
        driver.show(made_up_stage());
        driver.state.panel = ui::Panel::Help;
        driver.frames(3);
        for (const catalogue::KeyGroup& group : program_keys().groups) {
            for (const catalogue::KeyBinding& binding : group.bindings) {
                CAPTURE(binding.says);
                CHECK(driver.says_in_lines(catalogue::_(binding.says.c_str())));
            }
        }
        for (const ui::TextRecord& text : ui::drawn_texts()) {
            if (text.panel == 0) continue;
            CAPTURE(text.text);
            CHECK(text.place.height >= text.em_px);
        }
    }
}

TEST_CASE("a language with long words has room on every screen") {
    catalogue::Translation stretched;
    stretched.stretched = true;
    check_in_language(stretched);
}

TEST_CASE("on every screen Tab goes round all controls, with a ring in every theme") {
    constexpr auto themes = catalogue::theme_names;
    std::size_t turn = 0;
    for (const Size size : {Size{1366, 768, 1}, Size{1366, 768, 2}, Size{1920, 1080, 1.5F}}) {
        Driver driver(size);
        for (const Scene& scene : every_scene()) {
            const catalogue::ThemeChoice theme = themes[turn++ % themes.size()].choice;
            driver.interface->set_theme(theme);
            CAPTURE(size.width_px);
            CAPTURE(size.scale);
            CAPTURE(scene.name);
            scene.set(driver);
            check_tab(driver, theme);
        }
    }
}
