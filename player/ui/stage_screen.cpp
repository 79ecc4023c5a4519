#include <algorithm>
#include <cmath>

#include "player/ui/controls.h"
#include "player/ui/stage_parts.h"

namespace ui {

namespace {

Rect display_rect() {
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    return {0, 0, size.x, size.y};
}

FilmPlace film_place(const Rect& rect) {
    return {rect.x, rect.y, rect.width, rect.height};
}

Rect rect_of(const FilmPlace& place) {
    return {place.x, place.y, place.width, place.height};
}

// The film itself answers to a click, as everywhere: once for pause, twice for the whole screen.
void press_film(const Rect& place, const StageView& view, Actions& asked) {
    if (view.absent || view.transport.state == PlayState::Nothing || place.empty()) return;
    ImGui::SetCursorScreenPos({place.x, place.y});
    if (ImGui::InvisibleButton("film", {place.width, place.height})) {
        asked.push_back(Command{"play_pause"});
    }
    if (ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) {
        asked.push_back(Command{"full_screen"});
    }
}

// In a corner of the film, in as many lines as it needs there.
void draw_waiting(const Rect& film, const std::string& words) {
    const float pad = px(space::medium);
    const float most = film.width - 2 * px(space::large) - 2 * pad;
    const std::vector<std::string> lines = paint::wrapped(Type::Body, words, most);
    float widest = 0;
    for (const std::string& line : lines)
        widest = std::max(widest, paint::text_width(Type::Body, line));
    const float height = look().line_px(Type::Body);
    const Rect chip{film.x + px(space::large), film.y + px(space::large), widest + 2 * pad,
                    height * static_cast<float>(lines.size()) + pad};
    paint::fill(chip, palette().backdrop);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const float y = chip.y + pad / 2 + height * static_cast<float>(i);
        paint::text({chip.x + pad, y, widest, height}, Type::Body, palette().text, lines[i]);
    }
}

Side side_of(const StageView& view, const UiState& state) {
    return state.transcript.open  ? Side::Transcript
           : state.questions_open ? Side::Questions
           : view.room            ? Side::Room
                                  : Side::None;
}

void draw_side(const Rect& place, const StageView& view, UiState& state, StageDrawn& drawn) {
    switch (side_of(view, state)) {
        case Side::None:
            break;
        case Side::Questions:
            draw_questions(place, view, drawn);
            break;
        case Side::Transcript:
            draw_transcript(place, view, state, drawn.asked);
            break;
        case Side::Room:
            draw_room_panel(place, *view.room, drawn.asked);
            break;
    }
}

void draw_panel(const Rect& display, const StageLayout& layout, const StageView& view,
                const catalogue::KeyTable& keys, UiState& state, Actions& asked) {
    const float width = drawer_px(state.panel, display.width);
    const Rect drawer{display.right() - width, 0, width, layout.transport.y};
    switch (state.panel) {
        case Panel::None:
        case Panel::Settings:
        case Panel::Thought:      // thought_panel.cpp
        case Panel::StillNeeded:  // still_needed_panel.cpp
        case Panel::Clicker:      // clicker_panel.cpp
            break;
        case Panel::Information:
            draw_information(drawer, view, state, asked);
            break;
        case Panel::Guesses:
            draw_guesses(drawer, view, state, asked);
            break;
        case Panel::Help:
            draw_help(display, keys, state);
            break;
        case Panel::Problems:
            draw_problems(display, view, state);
            break;
        case Panel::GoTo:
            draw_go_to(display, view, state, asked);
            break;
        case Panel::Seed:
            draw_seed(display, view, state, asked);
            break;
        case Panel::More:
            draw_more(display, layout, view, state, asked);
            break;
    }
}

}  // namespace

float drawer_px(Panel panel, float display_px) {
    switch (panel) {
        case Panel::Information:
        case Panel::Guesses:
            return std::round(std::min(display_px * 0.62F, px(520)));  // as wide as reading needs
        case Panel::Settings:
            return std::round(std::min(display_px * 0.58F, px(500)));
        case Panel::Thought:
            return std::round(std::min(display_px * 0.5F, px(440)));
        default:
            return 0;
    }
}

StageDrawn stage_screen(const StageView& view, const catalogue::KeyTable& keys, UiState& state) {
    StageDrawn drawn;
    const Rect display = display_rect();
    const bool full = view.transport.full_screen && !view.room;
    const bool split = view.room && view.room->split && !view.black;
    const float drawer = drawer_px(state.panel, display.width);
    const StageLayout layout = lay_out_stage(display.width, display.height, side_of(view, state),
                                             look(), split ? 0 : drawer);
    layer().set_keys(&keys);

    drawn.film = film_place(full ? display : layout.film);
    if (full && state.controls_awake) {
        drawn.film.covered_above = layout.header.bottom();
        drawn.film.covered_below = display.bottom() - layout.row.y;
    }
    begin_surface("stage", display);
    const bool asleep = full && !state.controls_awake && state.panel == Panel::None;
    const Rect beside{0, 0, layout.side.x, display.height};
    if (split) drawn.film = film_place(beside);
    if (view.black) {
        paint::fill(display, black_screen);
    } else if (split) {
        press_film(beside, view, drawn.asked);
        draw_side({layout.side.x, 0, layout.side.width, display.height}, view, state, drawn);
    } else if (asleep) {
        if (view.absent) draw_absent(display, view, drawn.asked);
        if (view.waiting) draw_waiting(display, *view.waiting);
        press_film(display, view, drawn.asked);
    } else {
        if (full) {
            // The controls lie over the film: grounds for what otherwise stands on the backdrop.
            paint::fill({0, 0, display.width, layout.header.bottom()}, palette().backdrop);
            paint::fill({0, layout.row.y, display.width, layout.row.height}, palette().backdrop);
        }
        // In the order in which Tab goes: as one reads, from the upper left.
        draw_header(layout.header, layout.compact, view);
        // A full screen is for the film: there the ways are chosen by their keys.
        if (!full) draw_ways(layout.ways, layout.compact, view, state, drawn.asked);
        if (view.absent) draw_absent(layout.film, view, drawn.asked);
        if (view.waiting) draw_waiting(layout.film, *view.waiting);
        press_film(layout.film, view, drawn.asked);
        draw_person_row(layout.row, layout.compact, drawer > 0, view, drawn.asked);
        if (drawer <= 0) draw_side(layout.side, view, state, drawn);
        draw_faces(layout.faces, layout.compact, view, drawn);
        draw_transport(layout.transport, layout.position_px, view, state, drawn.asked);
    }
    const bool covered =
        state.panel != Panel::None && state.panel != Panel::Settings && !is_drawer(state.panel);
    if (covered && !view.black) {
        draw_veil(display);
    }
    if (!view.black && view.toast) {
        // Captions at the top stand below it for as long as it stays.
        const float bottom = draw_toast(split    ? rect_of(drawn.film)
                                        : asleep ? display
                                                 : layout.film,
                                        *view.toast);
        drawn.film.covered_above = std::max(drawn.film.covered_above, bottom - drawn.film.y);
    }
    end_surface();
    if (!view.black) draw_panel(display, layout, view, keys, state, drawn.asked);
    return drawn;
}

}  // namespace ui
