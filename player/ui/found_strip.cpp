#include <algorithm>
#include <cmath>

#include "player/ui/controls.h"
#include "player/ui/search_view.h"

#include <imgui_internal.h>

namespace ui {

namespace {

// What was searched for and which of its passages this is: in one line, or above each other in
// small letters, without the picture where that takes the room.
void draw_found(Rect room, const std::string& words, const std::string& count) {
    const Palette& p = palette();
    const float icon = px(size_of(IconSize::Small));
    const float mark = icon + px(space::small);
    const float count_px = std::ceil(paint::text_width(Type::BodyStrong, count));
    const float words_px = std::ceil(paint::text_width(Type::Body, words));
    const auto draw_mark = [&] {
        const Rect place = room.cut_left(mark);
        paint::icon(place.x + icon / 2, place.middle_y(), Icon::GoTo, IconSize::Small, p.accent);
    };
    if (mark + words_px + px(space::medium) + count_px <= room.width) {
        draw_mark();
        paint::text(room.cut_right(count_px), Type::BodyStrong, p.text, count, paint::Align::End);
        paint::text(room, Type::Body, p.text, words);
        return;
    }
    const float line = look().line_px(Type::Small);
    const float both = std::max(paint::text_width(Type::Small, words),
                                paint::text_width(Type::SmallStrong, count));
    if (mark + both <= room.width) draw_mark();
    room = room.centred(room.width, 2 * line);
    paint::text(room.cut_top(line), Type::Small, p.text, words);
    paint::text(room, Type::SmallStrong, p.text, count);
}

}  // namespace

std::vector<Action> found_strip(const FoundStripView& view, const catalogue::KeyTable& keys,
                                FilmPlace& film) {
    std::vector<Action> asked;
    layer().set_keys(&keys);
    const Palette& p = palette();
    const float control = look().control_px();
    const float height = control + 2 * px(space::hair);
    const float bottom = film.y + film.height - film.covered_below;
    Rect room{film.x, std::round(bottom - height), film.width, height};
    if (film.covered_below > 0) {
        film.covered_below += height;  // it lies over the film, as the other controls do
    } else {
        film.height = std::max(1.0F, film.height - height);
    }
    begin_surface("found strip", room);
    ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
    layer().begin_panel(id_of("found strip"), room, false);
    layer().begin_area(Area::Line);
    paint::fill(room, p.surface);
    room = room.inset(px(space::small), px(space::hair));

    ButtonSpec close{.id = "drop found",
                     .label = _("Put away what was found"),
                     .icon = Icon::Close,
                     .command = "drop_found",
                     .style = ButtonStyle::Quiet,
                     .words = false};
    ButtonSpec list{.id = "found list",
                    .label = _("All of them"),
                    .icon = Icon::Questions,
                    .command = "search"};
    ButtonSpec turn{.id = "found in turn",
                    .label = view.in_turn ? _("Stay with this answer") : _("Hear them in turn"),
                    .icon = view.in_turn ? Icon::WholeCase : Icon::People,
                    .command = "found_in_turn"};
    ButtonSpec previous{.id = "previous found",
                        .label = _("The passage before"),
                        .icon = Icon::ChevronLeft,
                        .command = "previous_found",
                        .words = false,
                        .enabled = view.at > 0};
    ButtonSpec next{.id = "next found",
                    .label = _("The next passage"),
                    .icon = Icon::ChevronRight,
                    .command = "next_found",
                    .words = false,
                    .enabled = view.at + 1 < view.of};
    std::string count = view.here ? _("{} of {}", view.at + 1, view.of)
                                  : plural("{} passage", "{} passages", view.of);
    const std::string words = "\u201C" + view.words + "\u201D";
    const float count_px = std::ceil(paint::text_width(Type::BodyStrong, count));
    // The words that were looked for come before the words of buttons.
    const float words_px = px(size_of(IconSize::Small)) + px(space::small + space::medium) +
                           std::ceil(paint::text_width(Type::Body, words)) + 1;
    const auto needed = [&] {
        float sum = count_px + std::max(px(120), words_px);
        for (const ButtonSpec* spec : {&close, &list, &turn, &previous, &next})
            sum += button_width(*spec) + px(space::small);
        return sum;
    };
    for (ButtonSpec* spec : {&list, &turn}) {
        if (needed() <= room.width) break;
        spec->words = false;
    }
    const auto right = [&](const ButtonSpec& spec, const char* command) {
        const Rect place = room.cut_right(button_width(spec));
        room.cut_right(px(space::small));
        if (button(place, spec)) asked.push_back(Command{command});
    };
    right(close, "drop_found");
    right(list, "search");
    right(turn, "found_in_turn");
    right(next, "next_found");
    right(previous, "previous_found");
    // Both numbers, in any language.
    if (view.here && paint::text_width(Type::SmallStrong, count) > room.width) {
        count = std::to_string(view.at + 1) + " / " + std::to_string(view.of);
    }
    draw_found(room, words, count);
    layer().end_panel();
    end_surface();
    return asked;
}

}  // namespace ui
