#include "player/ui/wall_layout.h"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

// In units of the base design. A cell is as small as a face can be told from another across a
// room, and grows when the module is small.
constexpr float smallest_cell = 116;
constexpr float largest_cell = 220;
constexpr float shape = 16.0F / 9;

float revealed(float offset, float start, float end, float room) {
    if (start < offset) return start;
    if (end > offset + room) return end - room;
    return offset;
}

}  // namespace

int WallLayout::people_count() const {
    return cell_width > 0
               ? static_cast<int>(std::lround((content_width + gap) / (cell_width + gap)))
               : 0;
}

int WallLayout::rows_that_fit() const {
    return std::max(1, static_cast<int>(std::floor((body.height + gap) / (cell_height + gap))));
}

WallLayout lay_out_wall(float width_px, float height_px, int people,
                        std::span<const std::size_t> themes, const Look& look) {
    WallLayout layout;
    const float letter = look.em_px(Type::Body);
    layout.compact = height_px < letter * 34 || width_px < letter * 56;
    layout.gap = look.px(space::hair);
    layout.band = look.line_px(Type::SmallStrong) + look.px(layout.compact ? 4 : 10);

    Rect all{0, 0, width_px, height_px};
    layout.bar = all.cut_top(look.control_px() + look.px(layout.compact ? 8 : 20));
    const float margin = look.px(layout.compact ? space::small : space::large);
    all.cut_left(margin);
    all.cut_right(look.px(space::small));
    const float name = look.line_px(Type::SmallStrong);
    const float header =
        layout.compact ? name + look.px(space::small) : look.px(52) + name + look.px(space::medium);
    Rect head = all.cut_top(std::round(header));
    const float column = std::min(std::round(letter * 13), std::round(width_px * 0.3F));
    layout.corner = head.cut_left(column);
    layout.questions = all.cut_left(column);
    head.cut_left(layout.gap);
    all.cut_left(layout.gap);

    // One person's column: at least the smallest, wider when everybody fits all the same.
    const auto count = static_cast<float>(std::max(1, people));
    const float smallest = look.px(smallest_cell);
    const float fitting = std::floor((all.width + layout.gap) / count - layout.gap);
    layout.cell_width = std::clamp(fitting, smallest, std::max(smallest, look.px(largest_cell)));
    // All of a small module is better to be seen at once than large.
    float rows = 0;
    float bands = 0;
    for (std::size_t i = 0; i < themes.size(); ++i) {
        rows += 1;
        bands += i == 0 || themes[i] != themes[i - 1] ? 1 : 0;
    }
    if (rows > 0) {
        const float spare = all.height - bands * layout.band - look.px(space::small);
        const float high = spare / rows - layout.gap;
        layout.cell_width =
            std::clamp(std::floor(high * shape), smallest, std::max(smallest, layout.cell_width));
    }
    layout.cell_height = std::round(layout.cell_width / shape);

    const float wide = count * (layout.cell_width + layout.gap) - layout.gap;
    if (wide > all.width) {
        const float arrow = std::max(smallest_button_px, look.px(36));
        Rect free = layout.corner;
        free.cut_right(look.px(space::small));
        free.cut_bottom(look.px(space::hair));
        Rect buttons = free.cut_bottom(std::min(free.height, arrow));
        layout.later = buttons.cut_right(arrow);
        buttons.cut_right(layout.gap);
        layout.earlier = buttons.cut_right(arrow);
    }
    layout.people = head;
    if (wide > all.width) {  // what tells how far across one is lies on nothing
        const float strip = look.px(2 * space::hair);
        all.cut_bottom(strip);
        layout.questions.cut_bottom(strip);
    }
    layout.body = all;
    layout.content_width = people > 0 ? wide : 0;
    float y = 0;
    for (std::size_t i = 0; i < themes.size(); ++i) {
        if (i == 0 || themes[i] != themes[i - 1]) y += layout.band;
        layout.row_tops.push_back(y);
        y += layout.cell_height + layout.gap;
    }
    layout.content_height = std::max(0.0F, y + look.px(space::small));
    return layout;
}

WallOffset clamped(const WallLayout& layout, WallOffset offset) {
    const float most_x = std::max(0.0F, std::ceil(layout.content_width - layout.body.width));
    const float most_y = std::max(0.0F, std::ceil(layout.content_height - layout.body.height));
    return {std::clamp(offset.x, 0.0F, most_x), std::clamp(offset.y, 0.0F, most_y)};
}

Rect cell_place(const WallLayout& layout, lessons::Cell cell, WallOffset offset) {
    const float x = static_cast<float>(cell.person) * (layout.cell_width + layout.gap);
    const float y = layout.row_tops[static_cast<std::size_t>(cell.question)];
    return {layout.body.x + x - std::round(offset.x), layout.body.y + y - std::round(offset.y),
            layout.cell_width, layout.cell_height};
}

Rect band_place(const WallLayout& layout, int question, WallOffset offset) {
    const float y = layout.row_tops[static_cast<std::size_t>(question)] - layout.band;
    return {layout.questions.x, layout.body.y + y - std::round(offset.y),
            layout.body.right() - layout.questions.x, layout.band};
}

WallOffset with_in_sight(const WallLayout& layout, lessons::Cell cell, WallOffset offset) {
    const float left = static_cast<float>(cell.person) * (layout.cell_width + layout.gap);
    const float top = layout.row_tops[static_cast<std::size_t>(cell.question)];
    const bool begins =
        cell.question == 0 || top - layout.row_tops[static_cast<std::size_t>(cell.question) - 1] >
                                  layout.cell_height + layout.gap + 1;
    return clamped(layout, {revealed(offset.x, left, left + layout.cell_width, layout.body.width),
                            revealed(offset.y, begins ? top - layout.band : top,
                                     top + layout.cell_height, layout.body.height)});
}

WallOffset with_in_middle(const WallLayout& layout, lessons::Cell cell) {
    const float left = static_cast<float>(cell.person) * (layout.cell_width + layout.gap);
    const float top = layout.row_tops[static_cast<std::size_t>(cell.question)];
    return clamped(layout, {std::round(left + (layout.cell_width - layout.body.width) / 2),
                            std::round(top + (layout.cell_height - layout.body.height) / 2)});
}

CellRange cells_in_sight(const WallLayout& layout, WallOffset offset) {
    const float step = layout.cell_width + layout.gap;
    CellRange range;
    range.first_person = std::max(0, static_cast<int>(std::floor((offset.x + layout.gap) / step)));
    range.last_person = std::min(
        layout.people_count(), static_cast<int>(std::ceil((offset.x + layout.body.width) / step)));
    range.first_person = std::min(range.first_person, range.last_person);
    const auto& tops = layout.row_tops;
    const auto first = std::ranges::upper_bound(tops, offset.y - layout.cell_height);
    const auto last = std::ranges::lower_bound(tops, offset.y + layout.body.height);
    range.first_question = static_cast<int>(first - tops.begin());
    range.last_question = std::max(range.first_question, static_cast<int>(last - tops.begin()));
    return range;
}

CellRange whole_people_in_sight(const WallLayout& layout, WallOffset offset) {
    const float step = layout.cell_width + layout.gap;
    CellRange range = cells_in_sight(layout, offset);
    const int first = static_cast<int>(std::ceil(std::round(offset.x) / step));
    const float end = std::ceil(offset.x) + layout.body.width + layout.gap;
    const int last = std::min(layout.people_count(), static_cast<int>(std::floor(end / step)));
    if (first < last) {
        range.first_person = first;
        range.last_person = last;
    }
    return range;
}

lessons::Cell moved(const WallLayout& layout, lessons::Cell cell, UiKey key) {
    const int page = std::max(1, layout.rows_that_fit() - 1);
    switch (key) {
        case UiKey::Left:
            --cell.person;
            break;
        case UiKey::Right:
            ++cell.person;
            break;
        case UiKey::Up:
            --cell.question;
            break;
        case UiKey::Down:
            ++cell.question;
            break;
        case UiKey::PageUp:
            cell.question -= page;
            break;
        case UiKey::PageDown:
            cell.question += page;
            break;
        case UiKey::Home:
            cell.person = 0;
            break;
        case UiKey::End:
            cell.person = layout.people_count() - 1;
            break;
        default:
            break;
    }
    return {std::clamp(cell.person, 0, std::max(0, layout.people_count() - 1)),
            std::clamp(cell.question, 0, std::max(0, layout.question_count() - 1))};
}

WallOffset glided(WallOffset shown, WallOffset wanted, float seconds) {
    constexpr float time_constant_s = 0.04F;
    // The first frame after a pause must not jump the whole way.
    constexpr float longest_frame_s = 1.0F / 30;
    const float part = 1 - std::exp(-std::min(seconds, longest_frame_s) / time_constant_s);
    const auto nearer = [part](float from, float to) {
        const float next = from + (to - from) * part;
        return std::abs(to - next) < 1 ? to : next;
    };
    return {nearer(shown.x, wanted.x), nearer(shown.y, wanted.y)};
}

}  // namespace ui
