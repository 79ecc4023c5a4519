// The wall as rows of words, question by question, for whom a grid is no help.
#include <algorithm>
#include <cmath>

#include "player/ui/text.h"
#include "player/ui/wall_parts.h"

namespace ui {

namespace {

// Rows of equal height below a heading for each question.
struct ListLayout {
    Rect place;
    float heading = 0;
    float row = 0;
    int people = 0;
    int questions = 0;

    float block() const { return heading + static_cast<float>(people) * row; }
    float content() const { return static_cast<float>(questions) * block() + px(space::small); }
    float most() const { return std::max(0.0F, std::ceil(content() - place.height)); }
    float top(lessons::Cell cell) const {
        return static_cast<float>(cell.question) * block() + heading +
               static_cast<float>(cell.person) * row;
    }
};

// Rows one after another, whatever their questions.
lessons::Cell stepped(const ListLayout& list, lessons::Cell cell, int by) {
    const int rows = list.people * list.questions;
    const int at =
        std::clamp(cell.question * list.people + cell.person + by, 0, std::max(0, rows - 1));
    return {at % list.people, at / list.people};
}

lessons::Cell moved_in(const ListLayout& list, lessons::Cell cell, UiKey key) {
    const int page = std::max(1, static_cast<int>(list.place.height / list.row) - 1);
    switch (key) {
        case UiKey::Up:
            return stepped(list, cell, -1);
        case UiKey::Down:
            return stepped(list, cell, 1);
        case UiKey::PageUp:
            return stepped(list, cell, -page);
        case UiKey::PageDown:
            return stepped(list, cell, page);
        case UiKey::Left:
            return {cell.person, std::max(0, cell.question - 1)};
        case UiKey::Right:
            return {cell.person, std::min(list.questions - 1, cell.question + 1)};
        case UiKey::Home:
            return {0, cell.question};
        case UiKey::End:
            return {list.people - 1, cell.question};
        default:
            return cell;
    }
}

Touch draw_row(const Rect& place, const WallView& view, lessons::Cell at, bool chosen) {
    const Palette& p = palette();
    const WallCell& cell = view.cell(at);
    const WallPerson& person = view.people[static_cast<std::size_t>(at.person)];
    const bool playable = cell.state == catalogue::CellState::Playable;
    const bool here = at == view.here;
    const std::string value = cell_value(view, at);
    const Touch touch = layer().control({.id = cell_id(view, at),
                                         .role = Role::ListItem,
                                         .name = cell_says(view, at),
                                         .value = value,
                                         .place = place,
                                         .chosen = chosen});
    if (here) {
        paint::fill(place, p.accent);
    } else if (touch.hovered || touch.held) {
        paint::fill(place, touch.held ? p.pressed : p.hover);
    }
    const Colour ink = here ? p.on_accent : playable ? p.text : p.faint;
    const Colour second = here ? p.on_accent : playable ? p.quiet : p.faint;
    Rect room = place.inset(px(space::medium), 0);
    const Rect mark = room.cut_left(px(size_of(IconSize::Small)));
    room.cut_left(px(space::medium));
    const Icon icon =
        !playable    ? (cell.state == catalogue::CellState::Empty ? Icon::NoAnswer : Icon::Lock)
        : here       ? Icon::Play
        : cell.heard ? Icon::Check
                     : Icon::None;
    paint::icon(mark.middle_x(), mark.middle_y(), icon, IconSize::Small, second);
    const float value_px = std::ceil(paint::text_width(Type::Body, value));
    paint::text(room.cut_right(value_px), Type::Body, second, value, paint::Align::End);
    room.cut_right(px(space::large));
    const float name = paint::text(room, here ? Type::BodyStrong : Type::Body, ink, person.name);
    room.cut_left(name + px(space::medium));
    if (!person.job.empty() && room.width > px(60)) {
        paint::text(room, Type::Small, second, upper_first(person.job));
    }
    if (touch.focused) layer().ring(place.inset(px(5)));
    return touch;
}

void draw_heading(Rect place, const WallView& view, int number) {
    const WallQuestion& question = view.questions[static_cast<std::size_t>(number)];
    const Palette& p = palette();
    paint::fill({place.x, place.bottom() - 1, place.width, 1}, p.line);
    place.cut_top(px(space::large));
    place.cut_left(px(space::medium));
    const float size = px(13);
    const Rect marker = place.cut_left(px(size_of(IconSize::Small)));
    paint::theme_marker(marker.middle_x(), place.middle_y(), size, question.theme);
    place.cut_left(px(space::medium));
    if (question.theme < view.themes.size()) {
        const std::string& theme = view.themes[question.theme];
        const float width = std::ceil(paint::text_width(Type::SmallStrong, theme));
        paint::text(place.cut_right(width + px(space::medium)), Type::SmallStrong,
                    p.themes[question.theme % theme_colours], theme);
    }
    paint::text(place, Type::Lead, p.text, question.label);
}

}  // namespace

WallTouch draw_wall_list(const Rect& place, const WallView& view, WallState& state, float seconds,
                         bool& moving) {
    ListLayout list;
    list.place = place;
    list.heading = look().line_px(Type::Lead) + px(28);
    list.row = std::max({smallest_control_px, px(36), look().line_px(Type::Body) + px(8)});
    list.people = static_cast<int>(view.people.size());
    list.questions = static_cast<int>(view.questions.size());

    const std::vector<UiKey> keys = layer().take_moves(wall_list_id());
    for (const UiKey key : keys)
        state.at = moved_in(list, state.at, key);
    if (!keys.empty()) {
        state.by_pointer = false;
        state.touched = true;
    }
    float& wanted = state.list_wanted.y;
    float& shown = state.list_shown.y;
    scroll_plane(place, 2 * list.row, state.list_shown, state.list_wanted, state.dragging,
                 state.drag_from);
    const float top = list.top(state.at);
    if (state.opened) {
        wanted = top + (list.row - place.height) / 2;
    } else if (!keys.empty()) {
        if (top - list.heading < wanted) wanted = top - list.heading;  // below the heading
        if (top + list.row > wanted + place.height) wanted = top + list.row - place.height;
    }
    wanted = std::round(std::clamp(wanted, 0.0F, list.most()));
    shown = state.opened || look().still ? wanted : glided({0, shown}, {0, wanted}, seconds).y;
    shown = std::clamp(shown, 0.0F, list.most());
    moving = shown != wanted;
    if (!keys.empty() || state.opened || state.take_keyboard)
        layer().move_focus_to(cell_id(view, state.at));

    WallTouch result;
    layer().begin_list(wall_list_id(), Axis::Both);
    ImGui::PushClipRect({place.x, place.y}, {place.right(), place.bottom()}, true);
    bool at_seen = false;
    const float offset = std::round(shown);
    const int first = static_cast<int>(std::floor(offset / list.block()));
    for (int question = std::max(0, first); question < list.questions; ++question) {
        const float y = place.y + static_cast<float>(question) * list.block() - offset;
        if (y >= place.bottom()) break;
        // The heading stays while any of its rows can be seen: a hundred people are many rows.
        const float stays = std::min(place.y, y + list.block() - list.heading);
        const Rect heading{place.x, std::max(y, stays), place.width, list.heading};
        ImGui::PushClipRect({place.x, heading.bottom()}, {place.right(), place.bottom()}, true);
        for (int person = 0; person < list.people; ++person) {
            const lessons::Cell at{person, question};
            const Rect row{place.x, place.y + list.top(at) - offset, place.width, list.row};
            if (row.common(place).empty() || row.bottom() <= heading.bottom()) continue;
            const Touch touch = draw_row(row, view, at, at == state.at);
            if (touch.hovered) result.hovered = at;
            if (touch.clicked) result.clicked = at;
            if (at == state.at) {
                at_seen = true;
                result.focused = touch.focused;
            }
        }
        ImGui::PopClipRect();
        draw_heading(heading, view, question);
    }
    ImGui::PopClipRect();
    if (!at_seen) {
        note_unseen_cell(view, state.at);
        result.focused = layer().is_focused(cell_id(view, state.at));
    }
    layer().end_list();
    return result;
}

}  // namespace ui
