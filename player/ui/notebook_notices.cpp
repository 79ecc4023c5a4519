// Sentences across the notebook: what is amiss, what is asked, and what can be brought together.
#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "player/ui/notebook_parts.h"

namespace ui {

namespace {

// A sentence across the screen, with a button or two. Takes its room, unless that would leave less
// than `least_left`: what it is about can wait until another one is gone.
struct Notice {
    Icon icon = Icon::Problem;
    std::string words;
    std::vector<ButtonSpec> buttons;
};

// Buttons side by side, in as many rows as they need; from the corner of where they are drawn.
struct ButtonRows {
    std::vector<Rect> places;
    float height = 0;
};
ButtonRows button_rows(const std::vector<ButtonSpec>& buttons, float width) {
    const float gap = px(space::small);
    const float tall = look().control_px();
    ButtonRows rows;
    float x = 0;
    float y = 0;
    for (const ButtonSpec& spec : buttons) {
        const float wide = std::min(button_width(spec), width);
        if (x > 0 && x + wide > width) {
            x = 0;
            y += tall + gap;
        }
        rows.places.push_back({x, y, wide, tall});
        x += wide + gap;
        rows.height = y + tall;
    }
    return rows;
}

std::optional<std::size_t> draw_notice(Rect& room, const Notice& notice, float least_left) {
    const Palette& p = palette();
    const float pad = px(space::large);
    const float gap = px(space::small);
    float buttons = 0;
    for (const ButtonSpec& spec : notice.buttons)
        buttons += button_width(spec) + gap;
    const float icon = px(size_of(IconSize::Medium)) + gap;
    const float width = room.width - 2 * pad;
    const bool below = width - icon - buttons < look().em_px(Type::Body) * 20;
    const float words = width - icon - (below ? 0 : buttons);
    const float tall = std::max(paint::paragraph_height(Type::Body, notice.words, words),
                                px(size_of(IconSize::Medium)));
    const ButtonRows rows = button_rows(notice.buttons, below ? width - icon : buttons);
    const float row = rows.height;
    const float height = below ? tall + gap + row : std::max(tall, row);
    if (room.height - height - 2 * gap < least_left) return std::nullopt;
    const Rect ground = room.cut_top(height + 2 * gap);
    paint::fill(ground, p.chosen);
    Rect inside = ground.inset(pad, gap);
    const Rect mark = inside.cut_left(icon);
    const float down = below ? 0 : std::max(0.0F, (height - tall) / 2);
    // Beside the first line of the words.
    const float middle_y = inside.y + std::round(down) + paint::leading(Type::Body) / 2;
    paint::icon(mark.x + (icon - gap) / 2, middle_y, notice.icon, IconSize::Medium, p.accent);
    paint::paragraph({inside.x, inside.y + std::round(down), words, tall + 1}, Type::Body, p.text,
                     notice.words);
    std::optional<std::size_t> pressed;
    const float x = below ? inside.x : inside.right() - buttons + gap;
    const float y = below ? inside.bottom() - row : std::round(inside.middle_y() - row / 2);
    for (std::size_t i = 0; i < notice.buttons.size(); ++i) {
        const Rect& at = rows.places[i];
        if (button({x + at.x, y + at.y, at.width, at.height}, notice.buttons[i])) pressed = i;
    }
    return pressed;
}

// Nothing goes before somebody was asked; a copy can be taken along first.
void draw_finish(Rect& room, const NotebookView& view, NotebookState& state, NotebookDrawn& drawn) {
    Notice notice{
        Icon::Bin,
        _("Everything in this notebook goes, from this computer and from its folder, with "
          "what was guessed here. That cannot be undone. Hand it in or take a copy along "
          "first; what was printed or copied stays where it is."),
        {{.id = "keep all", .label = _("Leave it"), .style = ButtonStyle::Accent}}};
    std::vector<std::string> labels;
    for (const std::string& where : view.take_along)
        labels.push_back(_("Copy to {}", where));
    for (const std::string& label : labels)
        notice.buttons.push_back({.id = label.c_str(), .label = label, .icon = Icon::Folder});
    notice.buttons.push_back(
        {.id = "clear all", .label = _("Clear everything"), .icon = Icon::Bin});
    const auto pressed = draw_notice(room, notice, 0);
    if (!pressed) return;
    if (*pressed == 0) {
        state.clearing = false;
    } else if (*pressed <= labels.size()) {
        drawn.notes.push_back(TakeAlong{*pressed - 1});
    } else {
        state.clearing = false;
        drawn.notes.push_back(ClearNotebook{});
    }
}

}  // namespace

void draw_notices(Rect& room, const NotebookView& view, NotebookState& state,
                  NotebookDrawn& drawn) {
    layer().begin_area(Area::Line);
    const float least_left = std::round(room.height * 0.6F);
    if (state.clearing) {
        draw_finish(room, view, state, drawn);
    }
    if (!view.status.empty()) draw_notice(room, {Icon::Problem, view.status, {}}, 0);
    if (!view.copies.empty()) {
        std::string names;
        for (const std::string& copy : view.copies)
            names += (names.empty() ? "\u201C" : ", \u201C") + copy + "\u201D";
        if (draw_notice(
                room,
                {Icon::Information,
                 _("This notebook was written in on another computer as well: {}. Everything of "
                   "both can stand in one.",
                   names),
                 {{.id = "bring together",
                   .label = _("Bring together"),
                   .icon = Icon::Check,
                   .style = ButtonStyle::Accent}}},
                least_left)) {
            drawn.notes.push_back(BringTogether{});
        }
    }
}

}  // namespace ui
