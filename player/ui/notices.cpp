// Sentences across a screen: what is amiss, and what is asked.
#include <algorithm>
#include <cmath>
#include <string>
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

// Those that were not closed; what is no longer said may be said anew.
std::vector<std::size_t> open_notices(std::span<const Notice> notices, NoticesState& state) {
    std::erase_if(state.closed, [&](const std::string& words) {
        return std::ranges::find(notices, words, &Notice::words) == notices.end();
    });
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < notices.size(); ++i) {
        if (std::ranges::find(state.closed, notices[i].words) == state.closed.end())
            open.push_back(i);
    }
    return open;
}

struct Strips {
    std::span<const Notice> notices;
    std::vector<std::size_t> shown;
    std::vector<NoticeLayout> layouts;
    float height = 0;
};

Strips strips_of(std::span<const Notice> notices, const std::vector<std::size_t>& shown,
                 float width) {
    Strips strips{notices, shown, {}, 0};
    for (const std::size_t i : shown) {
        strips.layouts.push_back(layout_of(notices[i], width));
        strips.height += strips.layouts.back().height;
    }
    return strips;
}

std::optional<NoticeButton> draw_strips(const Rect& place, const Strips& strips) {
    const Layer::Scrolled scrolled = layer().begin_scroll(id_of("notices"), place, Axis::Down,
                                                          strips.height, strips.notices.size(), {});
    std::optional<NoticeButton> pressed;
    Rect flow{place.x, place.y - scrolled.offset, place.width, strips.height};
    for (std::size_t k = 0; k < strips.shown.size(); ++k) {
        const NoticeLayout& layout = strips.layouts[k];
        const auto one = draw_notice(flow.cut_top(layout.height), strips.notices[strips.shown[k]],
                                     layout, palette().chosen);
        if (one) pressed = NoticeButton{strips.shown[k], *one};
    }
    layer().end_scroll();
    return pressed;
}

// One of those that are open, with a way to the next one and a way to have done with it.
std::optional<NoticeButton> draw_in_turn(Rect& room, std::span<const Notice> notices,
                                         const std::vector<std::size_t>& open, float most_px,
                                         NoticesState& state) {
    const auto asks = std::ranges::find_if(open, [&](std::size_t i) { return notices[i].asks; });
    state.at =
        asks != open.end() ? static_cast<std::size_t>(asks - open.begin()) : state.at % open.size();
    const std::size_t number = open[state.at];
    Notice one = notices[number];
    const std::size_t own = one.buttons.size();
    const std::string which = _("{} of {}", state.at + 1, open.size());
    const std::string next = _("Next message ({})", which);
    const std::size_t to_next = !one.asks && open.size() > 1 ? own : own + 1;
    if (to_next == own) {
        one.buttons.push_back(
            {.id = "next notice", .label = which, .said = next, .icon = Icon::ChevronRight});
    }
    if (!one.asks) {
        one.buttons.push_back({.id = "close notice",
                               .label = _("Close this message"),
                               .icon = Icon::Close,
                               .words = false});
    }
    const Strips strips = strips_of({&one, 1}, {0}, room.width);
    const auto pressed = draw_strips(room.cut_top(std::min(strips.height, most_px)), strips);
    if (!pressed) return std::nullopt;
    if (pressed->button < own) return NoticeButton{number, pressed->button};
    if (pressed->button == to_next) {
        ++state.at;
    } else {
        state.closed.push_back(notices[number].words);
    }
    return std::nullopt;
}

}  // namespace

std::optional<NoticeButton> cut_notices(Rect& room, std::span<const Notice> notices,
                                        const std::optional<std::string>& toast, float most_px,
                                        NoticesState& state) {
    constexpr float most_of_several = 0.35F;
    const std::vector<std::size_t> open = open_notices(notices, state);
    if (open.empty()) {
        cut_toast(room, toast);
        return std::nullopt;
    }
    const Notice passing{Icon::Information, toast.value_or(""), {}};
    const NoticeLayout passing_layout = layout_of(passing, room.width);
    const float passing_height = toast ? passing_layout.height : 0;
    const float most = std::min(most_px, room.height - passing_height);
    const Strips all = strips_of(notices, open, room.width);
    std::optional<NoticeButton> pressed;
    if (all.height + passing_height > room.height * most_of_several) {
        pressed = draw_in_turn(room, notices, open, most, state);
    } else {
        pressed = draw_strips(room.cut_top(all.height), all);
    }
    if (toast) draw_notice(room.cut_top(passing_height), passing, passing_layout, palette().raised);
    return pressed;
}

}  // namespace ui
