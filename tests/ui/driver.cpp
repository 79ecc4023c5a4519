#include "tests/ui/driver.h"

#include <doctest/doctest.h>
#include <algorithm>
#include <cmath>
#include <utility>

namespace ui_tests {

namespace {

constexpr double frame_s = 1.0 / 30;

void append(std::vector<ui::Action>& all, std::vector<ui::Action> more) {
    all.insert(all.end(), std::make_move_iterator(more.begin()),
               std::make_move_iterator(more.end()));
}

}  // namespace

Driver::Driver(Size wanted) : size(wanted) {
    catalogue::Result<std::unique_ptr<ui::Interface>> opened = ui::Interface::open(CROSSCUT_ASSETS);
    REQUIRE(opened.has_value());
    interface = *std::move(opened);
    interface->set_scale(size.scale);
    interface->set_display(size.width_px, size.height_px, 1);
    interface->set_atlas_texture(1);
}

void Driver::show(const ui::StageView& view) {
    stage = view;
    screen_ = Screen::Stage;
    frames(2);
}

void Driver::show(const ui::StartView& view) {
    start = view;
    screen_ = Screen::Start;
    frames(2);
}

void Driver::show(const ui::WallView& view) {
    wall_view = view;
    screen_ = Screen::Wall;
    frames(2);
}

void Driver::show(const ui::SearchView& view) {
    search_view = view;
    screen_ = Screen::Search;
    frames(2);
}

void Driver::show(const ui::LessonView& view) {
    lesson = view;
    screen_ = Screen::Lesson;
    frames(2);
}

void Driver::show(const ui::IndexView& view) {
    index = view;
    screen_ = Screen::Index;
}

void Driver::show(const ui::NotebookView& view) {
    notebook = view;
    screen_ = Screen::Notebook;
    frames(2);
}

void Driver::show(const ui::ClassWallView& view) {
    class_wall = view;
    screen_ = Screen::ClassWall;
    frames(2);
}

std::vector<ui::Action> Driver::frames(int count) {
    std::vector<ui::Action> asked;
    for (int i = 0; i < count; ++i) {
        interface->begin_frame(frame_s);
        if (ui::settings_hide_screen(settings, state)) {
            film = {};
        } else if (screen_ == Screen::Wall) {
            wall = ui::wall_screen(wall_view, program_keys(), state, wall_state);
            resting_on = wall.resting_on;
            append(asked, std::move(wall.asked));
        } else if (screen_ == Screen::Index) {
            ui::IndexDrawn result = ui::index_screen(index, program_keys(), state);
            film = result.film;
            if (result.seek) index_seek = result.seek;
            if (result.question) index_question = result.question;
            append(asked, std::move(result.asked));
        } else if (screen_ == Screen::Notebook) {
            ui::NotebookDrawn result =
                ui::notebook_screen(notebook, program_keys(), state, notebook_state);
            append(asked, std::move(result.asked));
            notes.insert(notes.end(), result.notes.begin(), result.notes.end());
        } else if (screen_ == Screen::ClassWall) {
            ui::ClassWallDrawn result =
                ui::class_wall_screen(class_wall, program_keys(), state, class_wall_state);
            append(asked, std::move(result.asked));
            class_wall_asked.insert(class_wall_asked.end(), result.wall.begin(), result.wall.end());
        } else if (screen_ == Screen::Search) {
            search = ui::search_screen(search_view, program_keys(), state, search_state);
            if (search.taken) taken = search.taken;
            append(asked, std::move(search.asked));
        } else if (screen_ == Screen::Lesson) {
            ui::LessonDrawn result = ui::lesson_screen(lesson, program_keys(), state, lesson_state);
            lesson_asked.insert(lesson_asked.end(), result.lesson.begin(), result.lesson.end());
            append(asked, std::move(result.asked));
        } else if (screen_ == Screen::Stage) {
            ui::StageDrawn result = ui::stage_screen(stage, program_keys(), state);
            film = result.film;
            resting_on = result.resting_on;
            append(asked, std::move(result.asked));
            if (film_prompt) ui::film_prompt(film, *film_prompt);
            if (thought && state.panel == ui::Panel::Thought) {
                ui::ThoughtDrawn written =
                    ui::thought_panel(*thought, program_keys(), state, notebook_state, film);
                append(asked, std::move(written.asked));
                notes.insert(notes.end(), written.notes.begin(), written.notes.end());
            }
            if (strip) append(asked, ui::found_strip(*strip, program_keys(), film));
        } else {
            append(asked, ui::start_screen(start, program_keys(), state));
        }
        if (state.panel == ui::Panel::Settings) {
            ui::SettingsDrawn result = ui::settings_panel(settings, program_keys(), state);
            panel_left_px = result.left_px;
            caption_trial = result.trial;
            append(asked, std::move(result.asked));
        }
        if (state.panel == ui::Panel::StillNeeded) {
            const auto answer =
                ui::still_needed_panel(still_needed, program_keys(), state, still_needed_state);
            if (answer) answered = answer;
        }
        if (state.panel == ui::Panel::Clicker) {
            const auto item = ui::clicker_panel(clicker, program_keys(), state);
            if (item) clicked_item = item;
        }
        drawn = interface->end_frame();
    }
    return asked;
}

std::vector<ui::Action> Driver::click(std::string_view name) {
    const ui::WidgetRecord record = control(name);
    REQUIRE(record.visible);
    return click_at(record.place.x + record.place.width / 2,
                    record.place.y + record.place.height / 2);
}

std::vector<ui::Action> Driver::click_at(float x_px, float y_px) {
    std::vector<ui::Action> asked;
    interface->mouse_moved(x_px, y_px);
    append(asked, frames(1));
    interface->mouse_button(0, true);
    append(asked, frames(1));
    interface->mouse_button(0, false);
    append(asked, frames(2));
    return asked;
}

std::vector<ui::Action> Driver::drag(float from_x, float from_y, float to_x, float to_y) {
    std::vector<ui::Action> asked;
    interface->mouse_moved(from_x, from_y);
    append(asked, frames(1));
    interface->mouse_button(0, true);
    append(asked, frames(1));
    for (int i = 1; i <= 10; ++i) {
        const float part = static_cast<float>(i) / 10;
        interface->mouse_moved(from_x + (to_x - from_x) * part, from_y + (to_y - from_y) * part);
        append(asked, frames(1));
    }
    interface->mouse_button(0, false);
    append(asked, frames(2));
    return asked;
}

std::vector<ui::Action> Driver::wheel(float x_px, float y_px, float notches) {
    interface->mouse_moved(x_px, y_px);
    std::vector<ui::Action> asked = frames(1);
    interface->mouse_wheel(0, notches);
    append(asked, frames(2));
    return asked;
}

std::vector<ui::Action> Driver::type(std::string_view words) {
    interface->text(std::string(words));
    return frames(2);
}

std::vector<ui::Action> Driver::press(ui::UiKey key) {
    interface->key(key, true, false, false, false);
    std::vector<ui::Action> asked = frames(1);
    interface->key(key, false, false, false, false);
    append(asked, frames(1));
    return asked;
}

ui::WidgetRecord Driver::control(std::string_view name) const {
    const auto records = ui::widgets();
    const auto named = [&](const ui::WidgetRecord& record) { return record.name == name; };
    // The uppermost one: a panel is drawn last.
    const auto found = std::find_if(records.rbegin(), records.rend(), named);
    CAPTURE(std::string(name));
    REQUIRE(found != records.rend());
    return *found;
}

bool Driver::has(std::string_view name) const {
    const auto records = ui::widgets();
    return std::any_of(records.begin(), records.end(),
                       [&](const ui::WidgetRecord& record) { return record.name == name; });
}

bool Driver::says(std::string_view words) const {
    const auto texts = ui::drawn_texts();
    return std::any_of(texts.begin(), texts.end(),
                       [&](const ui::TextRecord& text) { return text.text == words; });
}

bool Driver::says_in_lines(std::string_view words) const {
    std::string all;
    for (const ui::TextRecord& text : ui::drawn_texts())
        all += text.text + " ";
    return all.find(std::string(words) + " ") != std::string::npos;
}

bool Driver::fills(const ui::PlacePx& place, ui::Colour colour) const {
    const std::uint32_t rgba =
        colour.r | (std::uint32_t{colour.g} << 8) | (std::uint32_t{colour.b} << 16) | 0xFF000000U;
    // A rectangle is drawn as its corners, the first and the third of which lie opposite.
    const auto at = [&](const ui::DrawnVertex& vertex, float x, float y) {
        return vertex.rgba == rgba && std::abs(vertex.x - x) < 1 && std::abs(vertex.y - y) < 1;
    };
    for (std::size_t i = 0; i + 2 < drawn.vertices.size(); ++i) {
        if (at(drawn.vertices[i], place.x, place.y) &&
            at(drawn.vertices[i + 2], place.x + place.width, place.y + place.height)) {
            return true;
        }
    }
    return false;
}

std::string Driver::focused() const {
    for (const ui::WidgetRecord& record : ui::widgets()) {
        if (record.focused) return record.name;
    }
    return {};
}

}  // namespace ui_tests
