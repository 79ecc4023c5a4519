#include <array>
#include <cmath>
#include <utility>

#include "player/ui/choices.h"
#include "player/ui/notebook_parts.h"

#include <imgui.h>

namespace ui {

namespace {

// Where there is room the pins stand beside every page; else they are a page of their own.
bool two_columns(const Rect& room) {
    return room.width > look().em_px(Type::Body) * 52;
}

void draw_bar(const Rect& place, const NotebookView& view, NotebookState& state,
              NotebookDrawn& drawn) {
    const Palette& p = palette();
    paint::fill(place, p.surface);
    Rect room = place.inset(px(space::large), 0);
    ButtonSpec film{.id = "back to film",
                    .label = _("To the film"),
                    .icon = Icon::Play,
                    .command = "stage_screen"};
    ButtonSpec print{.id = "print", .label = _("Print"), .icon = Icon::Print, .command = "print"};
    ButtonSpec talk{.id = "for a talk",
                    .label = _("For a talk"),
                    .icon = Icon::Talk,
                    .chosen = state.sheet_open,
                    .toggle = true};
    ButtonSpec give{
        .id = "hand in", .label = _("Hand in"), .icon = Icon::Folder, .command = "hand_in"};
    ButtonSpec clear{.id = "finish", .label = _("Finish and clear"), .icon = Icon::Bin};
    ButtonSpec help{.id = "help", .label = _("Help"), .icon = Icon::Help, .command = "help"};
    const std::array<ButtonSpec*, 6> buttons{&film, &print, &talk, &give, &clear, &help};
    const auto needed = [&] {
        float sum = 0;
        for (const ButtonSpec* spec : buttons)
            sum += button_width(*spec) + px(space::small);
        return sum;
    };
    for (auto spec = buttons.rbegin(); spec != buttons.rend() && needed() > room.width * 0.6F;
         ++spec)
        (*spec)->words = false;
    std::array<Rect, 6> places;
    for (std::size_t i = buttons.size(); i-- > 0;) {
        const Rect strip = room.cut_right(button_width(*buttons[i]));
        room.cut_right(px(space::small));
        places[i] = strip.centred(strip.width, look().control_px());
    }
    layer().begin_area(Area::Ways);
    const Rect mark = room.cut_left(px(size_of(IconSize::Medium)));
    paint::icon(mark.middle_x(), mark.middle_y(), Icon::Notebook, IconSize::Medium, p.accent);
    room.cut_left(px(space::small));
    const std::string title =
        view.initials.empty() ? _("Notebook") : _("Notebook of {}", view.initials);
    const float used = paint::text(room, Type::Title, p.text, title);
    room.cut_left(used + px(space::large));
    if (room.width > px(60)) paint::text(room, Type::Body, p.quiet, view.module_title);
    if (button(places[0], film)) drawn.asked.push_back(Command{"stage_screen"});
    if (button(places[1], print)) drawn.asked.push_back(Command{"print"});
    if (button(places[2], talk)) state.sheet_open = !state.sheet_open;
    if (button(places[3], give)) drawn.asked.push_back(Command{"hand_in"});
    if (button(places[4], clear)) state.clearing = !state.clearing;
    if (button(places[5], help)) drawn.asked.push_back(Command{"help"});
}

// A sentence across the screen, with a button or two. Takes its room, unless that would leave less
// than `least_left`: what it is about can wait until another one is gone.
struct Notice {
    Icon icon = Icon::Problem;
    std::string words;
    std::vector<ButtonSpec> buttons;
};
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
    const float row = notice.buttons.empty() ? 0 : look().control_px();
    const float height = below ? tall + gap + row : std::max(tall, row);
    if (room.height - height - 2 * gap < least_left) return std::nullopt;
    const Rect ground = room.cut_top(height + 2 * gap);
    paint::fill(ground, p.chosen);
    Rect inside = ground.inset(pad, gap);
    const Rect mark = inside.cut_left(icon);
    paint::icon(mark.x + (icon - gap) / 2, mark.y + px(size_of(IconSize::Medium)) / 2, notice.icon,
                IconSize::Medium, p.accent);
    const float down = below ? 0 : std::max(0.0F, (height - tall) / 2);
    paint::paragraph({inside.x, inside.y + std::round(down), words, tall + 1}, Type::Body, p.text,
                     notice.words);
    std::optional<std::size_t> pressed;
    float x = below ? inside.x : inside.right() - buttons + gap;
    const float y = below ? inside.bottom() - row : std::round(inside.middle_y() - row / 2);
    for (std::size_t i = 0; i < notice.buttons.size(); ++i) {
        const float wide = std::min(button_width(notice.buttons[i]), inside.right() - x);
        if (button({x, y, wide, row}, notice.buttons[i])) pressed = i;
        x += wide + gap;
    }
    return pressed;
}

void draw_notices(Rect& room, const NotebookView& view, NotebookState& state,
                  NotebookDrawn& drawn) {
    layer().begin_area(Area::Line);
    const float least_left = std::round(room.height * 0.6F);
    if (state.clearing) {
        const auto pressed = draw_notice(
            room,
            {Icon::Bin,
             _("Everything in this notebook goes, from this computer and from its folder. That "
               "cannot be undone. Print or hand it in first."),
             {{.id = "keep all", .label = _("Leave it"), .style = ButtonStyle::Accent},
              {.id = "clear all", .label = _("Clear everything"), .icon = Icon::Bin}}},
            0);
        if (pressed) state.clearing = false;
        if (pressed == 1) drawn.notes.push_back(ClearNotebook{});
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
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    const Rect display{0, 0, size.x, size.y};
    layer().set_keys(&keys);
    begin_surface("notebook", display);
    if (view.black) {
        paint::fill(display, black_screen);
        end_surface();
        return drawn;
    }
    Rect room = display;
    draw_bar(room.cut_top(look().control_px() + 2 * px(space::small)), view, state, drawn);
    draw_notices(room, view, state, drawn);
    if (view.toast) room.cut_top(draw_toast(room, *view.toast) - room.y);
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
    if (ui.panel == Panel::Help) draw_veil(display);
    end_surface();
    if (ui.panel == Panel::Help) draw_help(display, keys, ui);
    return drawn;
}

ThoughtDrawn thought_panel(const ThoughtView& view, const catalogue::KeyTable& keys, UiState& ui,
                           NotebookState& state, FilmPlace& film) {
    ThoughtDrawn drawn;
    const Palette& p = palette();
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    layer().set_keys(&keys);
    const float width = std::round(std::min(size.x * 0.5F, px(440)));
    // Above the film's controls, which stay to be used.
    const float bottom = lay_out_stage(size.x, size.y, Side::None, look()).transport.y;
    const Rect place{size.x - width, 0, width, bottom};
    film.width = std::max(1.0F, std::min(film.width, place.x - film.x));
    const PanelRoom panel = begin_panel(place, {.id = "thought panel",
                                                .title = _("Thought"),
                                                .icon = Icon::Notebook,
                                                .command = "thought",
                                                .covering = false});
    const bool opened = std::exchange(ui.request_focus, false);
    Rect room = panel.inside;
    const bool kept = view.pin.kind == catalogue::NoteKind::Pin;
    const ButtonSpec keep{.id = "keep clip",
                          .label = kept ? _("Kept") : _("Keep the clip"),
                          .icon = kept ? Icon::Check : Icon::Pin,
                          .command = "keep",
                          .enabled = !kept};
    Rect foot = room.cut_bottom(look().control_px());
    room.cut_bottom(px(space::medium));
    const float least_field = 3 * paint::leading(Type::Body) + px(space::large);
    // What there is no room for beside the field can be read on the stage.
    const auto draw_words = [&](Type type, Colour colour, const std::string& words, int lines) {
        const float tall = paint::paragraph_height(type, words, room.width, lines);
        if (words.empty() || room.height - tall < least_field) return;
        paint::paragraph(room.cut_top(tall + 1), type, colour, words, lines);
    };
    draw_words(Type::BodyStrong, p.text, view.who, 1);
    draw_words(Type::Body, p.quiet, view.question, 2);
    draw_words(Type::Small, p.quiet, view.marks, 1);
    if (!view.pin.quoted.empty()) {
        draw_words(Type::Body, p.text, "\u201C" + view.pin.quoted + "\u201D", 5);
    }
    room.cut_top(px(space::small));
    const Rect field = room;
    ImGui::PushID(view.pin.thought.id.c_str());
    const Written written = writing_field(field,
                                          {.id = "thought",
                                           .name = _("A thought"),
                                           .hint = _("What do you think? The film waits."),
                                           .text = view.pin.thought.text,
                                           .most_bytes = catalogue::most_note_text_bytes,
                                           .take_focus = opened},
                                          state.writing);
    ImGui::PopID();
    if (written.text || written.full) {
        drawn.notes.push_back(WriteNote{view.pin.thought.id, view.pin.kind,
                                        written.text.value_or(view.pin.thought.text),
                                        written.full});
    }
    ButtonSpec all{
        .id = "all notes", .label = _("Notebook"), .icon = Icon::Notebook, .command = "notebook"};
    all.words = button_width(keep) + button_width(all) + px(space::small) <= foot.width;
    const Rect all_place = foot.cut_right(button_width(all));
    foot.cut_right(px(space::small));
    if (button(foot.cut_left(std::min(foot.width, button_width(keep))), keep)) {
        drawn.asked.push_back(Command{"keep"});
    }
    if (button(all_place, all)) drawn.asked.push_back(Command{"notebook"});
    end_panel();
    if (panel.closed) drawn.asked.push_back(Command{"thought"});
    return drawn;
}

}  // namespace ui
