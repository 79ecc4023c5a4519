// Sentences across a screen: what is amiss, and what is asked.
#include <algorithm>
#include <cmath>
#include <vector>

#include "player/ui/screen_frame.h"

namespace ui {

namespace {

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

// How a notice lies in a strip of a width.
struct NoticeLayout {
    bool below = false;  // the buttons, of the words
    float words_width = 0;
    float words_height = 0;
    float buttons_width = 0;
    ButtonRows rows;
    float height = 0;
};

float mark_width() {
    return px(size_of(IconSize::Medium)) + px(space::small);
}

NoticeLayout layout_of(const Notice& notice, float strip_width) {
    NoticeLayout layout;
    const float gap = px(space::small);
    for (const ButtonSpec& spec : notice.buttons)
        layout.buttons_width += button_width(spec) + gap;
    const float width = strip_width - 2 * px(space::large) - mark_width();
    layout.below = width - layout.buttons_width < look().em_px(Type::Body) * 20;
    layout.words_width = width - (layout.below ? 0 : layout.buttons_width);
    layout.words_height =
        std::max(paint::paragraph_height(Type::Body, notice.words, layout.words_width),
                 px(size_of(IconSize::Medium)));
    layout.rows = button_rows(notice.buttons, layout.below ? width : layout.buttons_width);
    const float row = layout.rows.height;
    layout.height = 2 * gap + (layout.below ? layout.words_height + gap + row
                                            : std::max(layout.words_height, row));
    return layout;
}

std::optional<std::size_t> draw_notice(const Rect& ground, const Notice& notice,
                                       const NoticeLayout& layout, Colour colour) {
    const Palette& p = palette();
    const float gap = px(space::small);
    const float row = layout.rows.height;
    paint::fill(ground, colour);
    Rect inside = ground.inset(px(space::large), gap);
    const float icon = px(size_of(IconSize::Medium));
    const Rect mark = inside.cut_left(mark_width());
    const float down = layout.below ? 0 : std::max(0.0F, (inside.height - layout.words_height) / 2);
    // Beside the first line of the words.
    const float middle_y = inside.y + std::round(down) + paint::leading(Type::Body) / 2;
    paint::icon(mark.x + icon / 2, middle_y, notice.icon, IconSize::Medium, p.accent);
    paint::paragraph(
        {inside.x, inside.y + std::round(down), layout.words_width, layout.words_height + 1},
        Type::Body, p.text, notice.words);
    std::optional<std::size_t> pressed;
    const float x = layout.below ? inside.x : inside.right() - layout.buttons_width + gap;
    const float y = layout.below ? inside.bottom() - row : std::round(inside.middle_y() - row / 2);
    for (std::size_t i = 0; i < notice.buttons.size(); ++i) {
        const Rect& at = layout.rows.places[i];
        if (button({x + at.x, y + at.y, at.width, at.height}, notice.buttons[i])) pressed = i;
    }
    return pressed;
}

}  // namespace

std::optional<NoticeButton> cut_notices(Rect& room, std::span<const Notice> notices,
                                        const std::optional<std::string>& toast, float most_px) {
    if (notices.empty()) {
        cut_toast(room, toast);
        return std::nullopt;
    }
    const Notice passing{Icon::Information, toast.value_or(""), {}};
    const NoticeLayout passing_layout = layout_of(passing, room.width);
    const float passing_height = toast ? passing_layout.height : 0;

    std::vector<NoticeLayout> layouts;
    float content = 0;
    for (const Notice& notice : notices) {
        layouts.push_back(layout_of(notice, room.width));
        content += layouts.back().height;
    }
    const Rect strips = room.cut_top(std::min({content, most_px, room.height - passing_height}));
    const Layer::Scrolled scrolled =
        layer().begin_scroll(id_of("notices"), strips, Axis::Down, content, notices.size(), {});
    std::optional<NoticeButton> pressed;
    float y = strips.y - scrolled.offset;
    for (std::size_t i = 0; i < notices.size(); ++i) {
        const Rect ground{strips.x, y, strips.width, layouts[i].height};
        const auto one = draw_notice(ground, notices[i], layouts[i], palette().chosen);
        if (one) pressed = NoticeButton{i, *one};
        y += layouts[i].height;
    }
    layer().end_scroll();
    if (toast) draw_notice(room.cut_top(passing_height), passing, passing_layout, palette().raised);
    return pressed;
}

}  // namespace ui
