#include <algorithm>
#include <cmath>

#include "player/ui/screen_frame.h"
#include "player/ui/wall_parts.h"

#include <imgui_internal.h>

namespace ui {

namespace {

// Somebody who rests on a cell wants to know more of it; who passes over it does not.
constexpr float rests_after_s = 0.3F;
constexpr float drag_starts_px = 10;

Rect display_rect() {
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    return {0, 0, size.x, size.y};
}

// What this is, what one can do, and what is still being made.
void draw_words(Rect room, const WallView& view) {
    const Rect mark = room.cut_left(px(size_of(IconSize::Medium)));
    paint::icon(mark.middle_x(), mark.middle_y(), Icon::Wall, IconSize::Medium, palette().accent);
    room.cut_left(px(space::small));
    const float title = paint::text(room, Type::Title, palette().text, _("Wall"));
    room.cut_left(title + px(space::large));
    const bool hints = !view.hint.empty();
    if (view.stills_looked_for < view.answers) {
        const std::string words = _("Pictures {} of {}", view.stills_looked_for, view.answers);
        const float width = std::ceil(paint::text_width(Type::Body, words)) + px(space::small);
        const float left = room.width - width - px(space::large);
        // What one can do comes before what is being made.
        if (left > 0 && (!hints || paint::wrapped(Type::Small, view.hint, left).size() <= 2)) {
            paint::text(room.cut_right(width), Type::Body, palette().quiet, words);
            room.cut_right(px(space::large));
        }
    }
    if (hints && paint::text_width(Type::Body, view.hint) > room.width) {
        const float height = paint::paragraph_height(Type::Small, view.hint, room.width, 2);
        paint::paragraph(room.centred(room.width, height), Type::Small, palette().accent, view.hint,
                         2);
    } else {
        paint::text(room, Type::Body, hints ? palette().accent : palette().quiet,
                    hints ? view.hint : view.module_title);
    }
}

void draw_bar(const Rect& place, bool compact, const WallView& view, WallState& state,
              Actions& asked) {
    const Palette& p = palette();
    paint::fill(place, p.surface);
    Rect room = place.inset(px(compact ? space::small : space::large), 0);
    const float control = look().control_px();
    ButtonSpec leave{
        .id = "leave wall", .label = _("Back to the film"), .icon = Icon::Close, .command = "wall"};
    ButtonSpec list{.id = "wall as list",
                    .label = _("As a list"),
                    .icon = Icon::Questions,
                    .chosen = state.as_list,
                    .toggle = true};
    ButtonSpec search{
        .id = "search", .label = _("Search"), .icon = Icon::GoTo, .command = "search"};
    ButtonSpec help{.id = "help", .label = _("Help"), .icon = Icon::Help, .command = "help"};
    ButtonSpec thoughts{
        .id = "class wall", .label = _("Class wall"), .icon = Icon::Talk, .command = "class_wall"};
    for (ButtonSpec* spec : {&help, &search, &list, &thoughts, &leave}) {
        const float needed = button_width(leave) + button_width(list) + button_width(search) +
                             button_width(help) + button_width(thoughts);
        if (needed < room.width * 0.5F) break;
        spec->words = false;
    }
    const auto right = [&](const ButtonSpec& spec) {
        const Rect strip = room.cut_right(button_width(spec));
        room.cut_right(px(space::small));
        return strip.centred(strip.width, control);
    };
    const Rect leave_place = right(leave);
    const Rect help_place = right(help);
    const Rect list_place = right(list);
    const Rect search_place = right(search);
    const Rect thoughts_place = right(thoughts);

    if (view.toast) {
        draw_toast_in_row(room, *view.toast);  // never over a face or a still
    } else {
        draw_words(room, view);
    }

    layer().begin_area(Area::Ways);
    if (button(thoughts_place, thoughts)) asked.push_back(Command{"class_wall"});
    if (button(search_place, search)) asked.push_back(Command{"search"});
    if (button(list_place, list)) {
        state.as_list = !state.as_list;
        state.opened = true;
    }
    if (button(help_place, help)) asked.push_back(Command{"help"});
    if (button(leave_place, leave)) asked.push_back(Command{"wall"});
}

// Nobody or nothing to show: says so, and what to do.
void draw_nothing(const Rect& place, const WallView& view) {
    const bool nobody = view.people.empty();
    const std::string_view remedy = nobody ? _("Add a file for each person to its folder people.")
                                           : _("Add them to its file module.yaml.");
    draw_nothing_here(
        place, nobody ? Icon::People : Icon::Questions,
        nobody ? _("Nobody is in this module yet.") : _("This module has no questions yet."),
        remedy);
}

void draw_scroll_bars(const WallLayout& layout, const WallState& state) {
    const Rect& body = layout.body;
    const float thick = px(4);
    const auto bar = [](float room, float content, float offset) {
        const float length = std::max(px(32), room * room / content);
        const float most = content - room;
        return std::pair{std::round((room - length) * offset / most), std::round(length)};
    };
    if (layout.content_height > body.height) {
        const auto [from, length] = bar(body.height, layout.content_height, state.shown.y);
        paint::fill({ImGui::GetIO().DisplaySize.x - thick, body.y + from, thick, length},
                    palette().edge);
    }
    if (layout.content_width > body.width) {
        const auto [from, length] = bar(body.width, layout.content_width, state.shown.x);
        paint::fill({body.x + from, ImGui::GetIO().DisplaySize.y - thick, length, thick},
                    palette().edge);
    }
}

// Where the keyboard went, and what the wheel and the headers' buttons asked for.
void walk(const WallLayout& layout, const WallView& view, WallState& state, float seconds,
          bool& moving) {
    const std::vector<UiKey> keys = layer().take_moves(wall_list_id());
    for (const UiKey key : keys)
        state.at = moved(layout, state.at, key);
    scroll_plane(layout.body, layout.cell_height + layout.gap, state.shown, state.wanted,
                 state.dragging, state.drag_from);
    state.wanted = clamped(layout, state.wanted);
    if (!keys.empty()) {
        state.wanted = with_in_sight(layout, state.at, state.wanted);
        state.by_pointer = false;
        state.touched = true;
    }
    if (state.opened) {
        state.wanted = with_in_middle(layout, state.at);
        state.shown = state.wanted;
    }
    if (!keys.empty() || state.opened || state.take_keyboard)
        layer().move_focus_to(cell_id(view, state.at));
    state.shown =
        clamped(layout, look().still ? state.wanted : glided(state.shown, state.wanted, seconds));
    moving = state.shown != state.wanted;
}

void draw_page_buttons(const WallLayout& layout, const WallView& view, WallState& state) {
    if (layout.earlier.empty()) return;
    const CellRange range = whole_people_in_sight(layout, state.wanted);
    std::string where =
        _("{}\u2013{} of {}", range.first_person + 1, range.last_person, view.people.size());
    Rect words{layout.corner.x, layout.earlier.y,
               layout.earlier.x - layout.corner.x - px(space::small), layout.earlier.height};
    words.cut_left(px(space::small));
    if (paint::text_width(Type::Small, where) > words.width) {  // the numbers, in any language
        where = std::to_string(range.first_person + 1) + "\u2013" +
                std::to_string(range.last_person) + " / " + std::to_string(view.people.size());
    }
    paint::text(words, Type::Small, palette().quiet, where);
    const float page = layout.body.width * 0.8F;
    if (button(layout.earlier, {.id = "earlier people",
                                .label = _("Earlier people"),
                                .icon = Icon::ChevronLeft,
                                .style = ButtonStyle::Quiet,
                                .words = false,
                                .enabled = state.wanted.x > 0})) {
        state.wanted.x -= page;
    }
    if (button(layout.later,
               {.id = "later people",
                .label = _("More people"),
                .icon = Icon::ChevronRight,
                .style = ButtonStyle::Quiet,
                .words = false,
                .enabled = state.wanted.x < layout.content_width - layout.body.width})) {
        state.wanted.x += page;
    }
    state.wanted = clamped(layout, state.wanted);
}

std::vector<lessons::Cell> in_sight(const WallLayout& layout, const WallState& state) {
    CellRange range = cells_in_sight(layout, state.wanted);
    range.first_question = std::max(0, range.first_question - 1);
    range.last_question = std::min(layout.question_count(), range.last_question + 1);
    std::vector<lessons::Cell> cells;
    for (int question = range.first_question; question < range.last_question; ++question) {
        for (int person = range.first_person; person < range.last_person; ++person) {
            cells.push_back({person, question});
        }
    }
    return cells;
}

// Whether somebody has been on one cell for long enough.
void rest(const WallTouch& touch, float seconds, WallState& state, WallDrawn& drawn) {
    std::optional<WallOffset> pointer;
    if (ImGui::IsMousePosValid()) pointer = {ImGui::GetMousePos().x, ImGui::GetMousePos().y};
    if (pointer && pointer != state.pointer && !state.opened) {
        state.by_pointer = true;
        state.touched = true;
    }
    state.pointer = pointer;
    std::optional<lessons::Cell> on;
    if (state.by_pointer) {
        on = touch.hovered;
    } else if (touch.focused && state.touched) {
        on = state.at;
    }
    if (on != state.rested || drawn.moving || state.dragging) {
        state.rested = on;
        state.rested_s = 0;
    } else {
        state.rested_s += seconds;
    }
    if (!on) return;
    if (state.rested_s >= rests_after_s) {
        drawn.resting_on = on;
    } else {
        drawn.waiting = true;
    }
}

}  // namespace

void scroll_plane(const Rect& place, float step_px, WallOffset& shown, WallOffset& wanted,
                  bool& dragging, WallOffset& drag_from) {
    const ImGuiIO& io = ImGui::GetIO();
    const ImVec2 at = io.MousePos;
    const bool over = ImGui::IsMousePosValid() && place.contains(at.x, at.y) &&
                      ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem);
    if (over) {
        wanted.y -= std::round(io.MouseWheel * step_px);
        wanted.x -= std::round(io.MouseWheelH * step_px);
    }
    // A finger or a pen on a board drags the content itself.
    if (over && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
        drag_from = shown;
        dragging = false;
    }
    const ImVec2 from = io.MouseClickedPos[0];
    if (!ImGui::IsMouseDown(ImGuiMouseButton_Left) || !place.contains(from.x, from.y)) {
        dragging = false;
        return;
    }
    const float moved_x = at.x - from.x;
    const float moved_y = at.y - from.y;
    if (dragging || std::max(std::abs(moved_x), std::abs(moved_y)) > drag_starts_px) {
        dragging = true;
        ImGui::ClearActiveID();  // what lies under the finger is not pressed
        wanted = {drag_from.x - moved_x, drag_from.y - moved_y};
        shown = wanted;
    }
}

WallDrawn wall_screen(const WallView& view, const catalogue::KeyTable& keys, UiState& ui,
                      WallState& state) {
    WallDrawn drawn;
    const Rect display = display_rect();
    const float seconds = ImGui::GetIO().DeltaTime;
    layer().set_keys(&keys);
    std::vector<std::size_t> themes;
    for (const WallQuestion& question : view.questions)
        themes.push_back(question.theme);
    const WallLayout layout = lay_out_wall(display.width, display.height,
                                           static_cast<int>(view.people.size()), themes, look());
    begin_surface("wall", display);
    if (view.black) {
        paint::fill(display, black_screen);
    } else {
        draw_bar(layout.bar, layout.compact, view, state, drawn.asked);
        WallTouch touch;
        layer().begin_area(Area::Wall);
        const Rect below{0, layout.bar.bottom(), display.width,
                         display.height - layout.bar.bottom()};
        if (view.cells.empty()) {
            draw_nothing(below, view);
        } else if (state.as_list) {
            const float wide = std::min(display.width, look().em_px(Type::Body) * 60);
            touch = draw_wall_list(below.centred(wide, below.height), view, state, seconds,
                                   drawn.moving);
        } else {
            walk(layout, view, state, seconds, drawn.moving);
            draw_page_buttons(layout, view, state);
            draw_wall_headers(layout, view, state);
            touch = draw_wall_cells(layout, view, state);
            draw_scroll_bars(layout, state);
            drawn.in_sight = in_sight(layout, state);
            drawn.picture_px = {static_cast<int>(layout.cell_width),
                                static_cast<int>(layout.cell_height)};
            const Rect card = wall_card_picture(layout);
            drawn.card_px = {static_cast<int>(card.width), static_cast<int>(card.height)};
        }
        if (touch.clicked) {
            state.at = *touch.clicked;
            drawn.asked.push_back(lessons::Input{lessons::ChooseCell{*touch.clicked}});
        }
        rest(touch, seconds, state, drawn);
        if (!state.as_list && view.card && drawn.resting_on == view.card->cell &&
            ui.panel == Panel::None) {
            draw_wall_card(layout, view, state);
        }
        state.opened = false;
        state.take_keyboard = false;
    }
    if (ui.panel == Panel::Help && !view.black) draw_veil(display);
    end_surface();
    if (ui.panel == Panel::Help && !view.black) draw_help(display, keys, ui);
    return drawn;
}

}  // namespace ui
