#include <algorithm>
#include <cmath>

#include "player/ui/search_parts.h"
#include "player/ui/stage_parts.h"

#include <imgui_internal.h>

namespace ui {

namespace {

Rect display_rect() {
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    return {0, 0, size.x, size.y};
}

// Once the field has got the keyboard: what was looked for before is chosen, to be typed over;
// behind words that were typed a moment ago one goes on.
void place_cursor(SearchState& state) {
    state.cursor_due = state.cursor_due || state.opened;
    ImGuiInputTextState* field = ImGui::GetInputTextState(ImGui::GetID("##search for"));
    if (!state.cursor_due || field == nullptr || field->ID != ImGui::GetActiveID()) return;
    if (state.goes_on) {
        field->Stb.cursor = field->CurLenW;
        field->ClearSelection();
    } else {
        field->SelectAll();
    }
    state.cursor_due = false;
    state.goes_on = false;
}

// What this is, the field, and buttons; the field has a row of its own where there is little room.
void draw_bar(Rect& room, const SearchView& view, SearchState& state, SearchDrawn& drawn) {
    const Palette& p = palette();
    const float control = look().control_px();
    ButtonSpec leave{.id = "leave search",
                     .label = _("Back to the film"),
                     .icon = Icon::Close,
                     .command = "back_out"};
    ButtonSpec help{.id = "help", .label = _("Help"), .icon = Icon::Help, .command = "help"};
    ButtonSpec in_turn{.id = "in turn",
                       .label = _("Hear them in turn"),
                       .icon = Icon::People,
                       .command = "found_in_turn",
                       .enabled = !view.passages.empty()};
    const float pad = px(space::large);
    const float bar = control + 2 * px(space::small);
    const auto needed = [&] {
        return button_width(leave) + button_width(help) + button_width(in_turn) +
               3 * px(space::small);
    };
    for (ButtonSpec* spec : {&help, &leave, &in_turn}) {
        if (needed() < room.width * 0.5F) break;
        spec->words = false;
    }
    const bool two_rows = room.width - needed() < look().em_px(Type::Body) * 26;
    const Rect ground{room.x, room.y, room.width, two_rows ? 2 * bar - px(space::small) : bar};
    room.cut_top(ground.height);
    paint::fill(ground, p.surface);
    Rect row = Rect{ground.x, ground.y, ground.width, bar}.inset(pad, px(space::small));
    const auto right = [&](const ButtonSpec& spec) {
        const Rect strip = row.cut_right(button_width(spec));
        row.cut_right(px(space::small));
        return strip;
    };
    const Rect leave_place = right(leave);
    const Rect help_place = right(help);
    const Rect in_turn_place = right(in_turn);
    const Rect mark = row.cut_left(px(size_of(IconSize::Medium)));
    paint::icon(mark.middle_x(), mark.middle_y(), Icon::GoTo, IconSize::Medium, p.accent);
    row.cut_left(px(space::medium));
    Rect field = row;
    if (two_rows) {
        paint::text(row, Type::Title, p.text, _("Search"));
        field = Rect{ground.x, ground.y + bar - px(space::small), ground.width, bar}.inset(
            pad, px(space::small));
    } else {
        field.cut_right(px(space::small));
    }

    layer().begin_area(Area::Place);
    const FieldEdit edit =
        text_field(field, "search for", _("Words to look for"),
                   _("A word that somebody says, a name, a question"), state.typed, state.opened);
    if (edit.changed) {
        state.chosen = 0;
        state.moved = false;
    }
    place_cursor(state);
    drawn.entered = edit.entered;
    if (edit.entered) drawn.taken = state.chosen;
    layer().begin_area(Area::Ways);
    if (button(in_turn_place, in_turn)) drawn.asked.push_back(Command{"found_in_turn"});
    if (button(help_place, help)) drawn.asked.push_back(Command{"help"});
    if (button(leave_place, leave)) drawn.asked.push_back(Command{"back_out"});
}

// Arrows go through the list while the cursor stays in the field.
void move_by_keys(std::size_t count, std::size_t page, SearchState& state) {
    if (!layer().typing()) return;
    auto chosen = static_cast<std::ptrdiff_t>(state.chosen);
    const std::ptrdiff_t before = chosen;
    const auto step = static_cast<std::ptrdiff_t>(page);
    if (layer().pressed(UiKey::Down)) ++chosen;
    if (layer().pressed(UiKey::Up)) --chosen;
    if (layer().pressed(UiKey::PageDown)) chosen += step;
    if (layer().pressed(UiKey::PageUp)) chosen -= step;
    const auto last = static_cast<std::ptrdiff_t>(count) - 1;
    chosen = std::clamp(chosen, std::ptrdiff_t{0}, std::max(std::ptrdiff_t{0}, last));
    state.chosen = static_cast<std::size_t>(chosen);
    state.moved = state.moved || chosen != before;
}

// What was found and how far reading is; what to do about it behind the former, or below where
// there is no room for it.
struct Summary {
    std::string first;
    std::string second;  // may be empty
    float height = 0;
};

Summary summary_of(const SearchView& view, float width) {
    const float beside =
        view.progress.empty()
            ? 0
            : std::ceil(paint::text_width(Type::Body, view.progress)) + px(space::large);
    const std::string both = view.more.empty() ? view.summary : view.summary + ". " + view.more;
    const float line = look().line_px(Type::Body);
    const float room = width - 2 * px(space::medium) - beside;
    if (view.more.empty() || paint::text_width(Type::Body, both) <= room) {
        return {both, "", line + px(space::medium)};
    }
    return {view.summary, view.more, 2 * line + px(space::small)};
}

void draw_summary(Rect place, const Summary& summary, const SearchView& view) {
    const Palette& p = palette();
    place = place.inset(px(space::medium), summary.second.empty() ? 0 : px(space::hair));
    if (!summary.second.empty()) {
        paint::text(place.cut_bottom(look().line_px(Type::Body)), Type::Body, p.quiet,
                    summary.second);
    }
    const float right = std::ceil(paint::text_width(Type::Body, view.progress));
    if (!view.progress.empty()) {
        paint::text(place.cut_right(std::min(right, place.width * 0.6F)), Type::Body, p.text,
                    view.progress, paint::Align::End);
        place.cut_right(px(space::large));
    }
    paint::text(place, Type::Body, p.quiet, summary.first);
}

// Instead of a list.
void draw_nothing(const Rect& place, const SearchView& view, SearchState& state) {
    const Palette& p = palette();
    const float width = std::min(place.width - 2 * px(space::large), px(680));
    const float control = look().control_px();
    const float icon = px(size_of(IconSize::Large)) + px(space::medium);
    const float what = paint::paragraph_height(Type::Title, view.nothing, width, 4);
    const float hint = paint::paragraph_height(Type::Body, view.hint, width, 6);
    const float ways = static_cast<float>(view.instead.size()) * (control + px(space::small));
    const float total = icon + what + px(space::medium) + hint + px(space::large) + ways;
    const Layer::Scrolled scrolled =
        layer().begin_scroll(id_of("nothing found"), place, Axis::Down, total, 0, {});
    Rect room = place.centred(width, std::min(total, place.height));
    room.y = place.y + std::round((place.height - room.height) / 3) - scrolled.offset;
    room.height = total;
    const Rect mark = room.cut_top(icon);
    paint::icon(mark.middle_x(), mark.y + px(size_of(IconSize::Large)) / 2, Icon::GoTo,
                IconSize::Large, p.quiet);
    paint::paragraph(room.cut_top(what), Type::Title, p.text, view.nothing, 4,
                     paint::Align::Middle);
    room.cut_top(px(space::medium));
    paint::paragraph(room.cut_top(hint), Type::Body, p.quiet, view.hint, 6, paint::Align::Middle);
    room.cut_top(px(space::large));
    for (std::size_t i = 0; i < view.instead.size(); ++i) {
        const std::string words = _("Look for \u201C{}\u201D", view.instead[i]);
        const Rect strip = room.cut_top(control);
        room.cut_top(px(space::small));
        ImGui::PushID(static_cast<int>(i));
        const ButtonSpec spec{.id = "instead", .label = words, .icon = Icon::GoTo};
        const float wide = std::min(strip.width, button_width(spec));
        if (button(strip.centred(wide, control), spec)) {
            state.typed = view.instead[i];
            state.chosen = 0;
            state.opened = true;  // the cursor goes back to the field
            state.goes_on = true;
        }
        ImGui::PopID();
    }
    layer().end_scroll();
}

void draw_list(const Rect& place, const SearchView& view, SearchState& state, SearchDrawn& drawn) {
    const SearchLayout layout = lay_out_search(view, place.width - px(space::small));
    drawn.picture_px = layout.picture_px;
    const float row_px = layout.rows.back().place.height;
    move_by_keys(layout.rows.size(),
                 static_cast<std::size_t>(std::max(1.0F, std::floor(place.height / row_px) - 1)),
                 state);
    state.chosen = std::min(state.chosen, layout.rows.size() - 1);
    Rect reveal = layout.rows[state.chosen].place;
    if (state.chosen == 0) {  // with the heading above it
        reveal.height += reveal.y;
        reveal.y = 0;
    }
    const std::uint32_t id = id_of("found rows");
    const Layer::Scrolled scrolled =
        layer().begin_scroll(id, place, Axis::Down, layout.height, state.chosen + 1, reveal);
    const auto in_window = [&](const Rect& rect) {
        return Rect{place.x + rect.x, place.y + rect.y - scrolled.offset, rect.width, rect.height};
    };
    for (const SearchLayout::Heading& heading : layout.headings) {
        Rect words = in_window(heading.place);
        if (words.common(place).empty()) continue;
        words.cut_left(px(space::medium));
        paint::text(words, Type::SmallStrong, palette().quiet, heading.words);
    }
    layer().begin_list(id, Axis::Down);
    for (const SearchLayout::Row& row : layout.rows) {
        const Rect at = in_window(row.place);
        const bool chosen = row.row == state.chosen;
        if (at.common(place).empty()) {
            layer().unseen({.id = search_row_id(row.row),
                            .role = Role::ListItem,
                            .name = search_row_name(view, row.row),
                            .place = at,
                            .chosen = chosen});
            continue;
        }
        if (row.row >= view.names.size()) drawn.in_sight.push_back(row.row - view.names.size());
        if (draw_search_row(at, view, row.row, chosen, layout.picture_px)) {
            state.chosen = row.row;
            drawn.taken = row.row;
        }
        if (layer().is_focused(search_row_id(row.row)) && state.chosen != row.row) {
            state.chosen = row.row;
            state.moved = true;
        }
    }
    layer().end_list();
    layer().end_scroll();
}

}  // namespace

SearchDrawn search_screen(const SearchView& view, const catalogue::KeyTable& keys, UiState& ui,
                          SearchState& state) {
    SearchDrawn drawn;
    const Rect display = display_rect();
    layer().set_keys(&keys);
    begin_surface("search", display);
    Rect room = display;
    draw_bar(room, view, state, drawn);
    state.opened = false;
    room = room.centred(std::min(room.width, look().em_px(Type::Lead) * 62), room.height);
    layer().begin_area(Area::Wall);
    const Summary summary = summary_of(view, room.width);
    draw_summary(room.cut_top(summary.height), summary, view);
    const std::size_t count = view.names.size() + view.passages.size();
    if (count > 0) {
        draw_list(room, view, state, drawn);
    } else {
        draw_nothing(room, view, state);
    }
    if (drawn.taken && *drawn.taken >= count) drawn.taken.reset();
    if (ui.panel == Panel::Help) draw_veil(display);
    if (view.toast) draw_toast(room, *view.toast);
    end_surface();
    if (ui.panel == Panel::Help) draw_help(display, keys, ui);
    return drawn;
}

}  // namespace ui
