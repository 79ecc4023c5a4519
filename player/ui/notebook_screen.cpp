#include <array>
#include <cmath>
#include <span>
#include <string>

#include "player/ui/choices.h"
#include "player/ui/notebook_parts.h"

namespace ui {

namespace {

// Where there is room the pins stand beside every page; else they are a page of their own.
bool two_columns(const Rect& room) {
    return room.width > look().em_px(Type::Body) * 52;
}

void draw_bar(Rect& room, const NotebookView& view, NotebookState& state, NotebookDrawn& drawn) {
    std::array<ButtonSpec, 6> buttons{
        film_button(),
        ButtonSpec{.id = "print", .label = _("Print"), .icon = Icon::Print, .command = "print"},
        ButtonSpec{.id = "for a talk",
                   .label = _("For a talk"),
                   .icon = Icon::Talk,
                   .chosen = state.sheet_open,
                   .toggle = true},
        ButtonSpec{.id = "hand in",
                   .label = _("Hand in"),
                   .icon = Icon::Upload,
                   .command = "hand_in",
                   .words_last = true},
        ButtonSpec{.id = "finish", .label = _("Finish and clear"), .icon = Icon::Erase},
        screen_help_button()};
    const ButtonSpec& talk = buttons[2];
    const std::string title =
        view.initials.empty() ? _("Notebook") : _("Notebook of {}", view.initials);
    const auto pressed = draw_screen_bar(room, {Icon::Notebook, title, view.module_title}, buttons);
    if (!pressed) return;
    const ButtonSpec& one = buttons[*pressed];
    if (!one.command.empty()) {
        drawn.asked.push_back(Command{std::string(one.command)});
    } else if (&one == &talk) {
        state.sheet_open = !state.sheet_open;
    } else {
        state.clearing = !state.clearing;
    }
}

void draw_tabs(Rect& room, bool with_pins, NotebookState& state) {
    const std::array<ChoiceSpec, 5> labels{{{.label = _("Kept")},
                                            {.label = _("Reflections")},
                                            {.label = _("Guesses")},
                                            {.label = _("To ask")},
                                            {.label = _("Board")}}};
    const std::size_t first = with_pins ? 0 : 1;
    if (!with_pins && state.page == NotebookPage::Pins) state.page = NotebookPage::Reflections;
    const ChoicesSpec spec{.id = "notebook pages",
                           .name = _("Page"),
                           .choices = std::span(labels).subspan(first),
                           .chosen = static_cast<std::size_t>(state.page) - first,
                           .tabs = true};
    room.cut_top(px(space::small));
    const Rect strip = room.cut_top(choices_height(spec, room.width - 2 * px(space::large)));
    layer().begin_area(Area::Modules);
    if (const auto picked = choices(strip.inset(px(space::large), 0), spec)) {
        state.page = static_cast<NotebookPage>(*picked + first);
        state.page_px = 0;
    }
}

}  // namespace

NotebookDrawn notebook_screen(const NotebookView& view, const catalogue::KeyTable& keys,
                              UiState& ui, NotebookState& state) {
    NotebookDrawn drawn;
    if (!begin_screen("notebook", keys, view.black)) {
        end_screen(keys, ui, true);
        return drawn;
    }
    Rect room = whole_display();
    draw_bar(room, view, state, drawn);
    draw_notices(room, view, ui, state, drawn);
    if (state.clearing && room.height < 4 * look().control_px()) {
        end_screen(keys, ui, false);
        return drawn;
    }
    if (state.sheet_open) {
        if (view.sheet) draw_hook_sheet(room, *view.sheet, state, drawn);
    } else if (two_columns(room)) {
        const Rect pins = room.cut_left(std::round(room.width * 0.54F));
        draw_pins(pins, view, state, drawn);
        paint::fill({room.x, room.y + px(space::medium), 1, room.height - 2 * px(space::medium)},
                    palette().line);
        draw_tabs(room, false, state);
        draw_notebook_page(room, view, state, drawn);
    } else {
        draw_tabs(room, true, state);
        if (state.page == NotebookPage::Pins) {
            draw_pins(room, view, state, drawn);
        } else {
            draw_notebook_page(room, view, state, drawn);
        }
    }
    end_screen(keys, ui, false);
    return drawn;
}

}  // namespace ui
