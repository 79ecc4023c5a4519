#include <array>
#include <cmath>
#include <span>

#include "player/ui/choices.h"
#include "player/ui/class_wall_parts.h"

#include <imgui.h>

namespace ui {

namespace {

void draw_bar(const Rect& place, const ClassWallView& view, ClassWallDrawn& drawn) {
    const Palette& p = palette();
    paint::fill(place, p.surface);
    Rect room = place.inset(px(space::large), 0);
    ButtonSpec film{.id = "back to film",
                    .label = _("To the film"),
                    .icon = Icon::Play,
                    .command = "stage_screen"};
    ButtonSpec help{.id = "help", .label = _("Help"), .icon = Icon::Help, .command = "help"};
    for (ButtonSpec* spec : {&help, &film})
        spec->words = button_width(film) + button_width(help) < room.width * 0.5F;
    layer().begin_area(Area::Ways);
    const auto right = [&](const ButtonSpec& spec) {
        const Rect strip = room.cut_right(button_width(spec));
        room.cut_right(px(space::small));
        return strip.centred(strip.width, look().control_px());
    };
    const Rect help_place = right(help);
    const Rect film_place = right(film);
    const Rect mark = room.cut_left(px(size_of(IconSize::Medium)));
    paint::icon(mark.middle_x(), mark.middle_y(), Icon::Talk, IconSize::Medium, p.accent);
    room.cut_left(px(space::small));
    const float used = paint::text(room, Type::Title, p.text, _("Class wall"));
    room.cut_left(used + px(space::large));
    if (room.width > px(60)) paint::text(room, Type::Body, p.quiet, view.module_title);
    if (button(film_place, film)) drawn.asked.push_back(Command{"stage_screen"});
    if (button(help_place, help)) drawn.asked.push_back(Command{"help"});
}

// Where hand-ins go, or the field in which that is typed.
void draw_folder(Rect& room, const ClassWallView& view, ClassWallState& state,
                 ClassWallDrawn& drawn) {
    const Palette& p = palette();
    layer().begin_area(Area::Place);
    const bool typing = state.choosing_folder || view.folder.empty();
    const float control = look().control_px();
    Rect line =
        room.cut_top(control + 2 * px(space::small)).inset(px(space::large), px(space::small));
    if (typing) {
        const ButtonSpec use{.id = "use folder",
                             .label = _("Use it"),
                             .icon = Icon::Check,
                             .enabled = !state.folder_text.empty()};
        const ButtonSpec keep{
            .id = "keep folder", .label = _("Leave it"), .icon = Icon::Close, .words = false};
        const Rect use_place = line.cut_right(button_width(use));
        line.cut_right(px(space::small));
        if (!view.folder.empty()) {
            const Rect keep_place = line.cut_right(button_width(keep));
            line.cut_right(px(space::small));
            if (button(keep_place, keep)) state.choosing_folder = false;
        }
        const FieldEdit edit = text_field(
            line, "hand-in folder", _("Folder for what the class hands in"),
            _("Folder of the class: type it, or drop it here"), state.folder_text, false);
        const bool taken = button(use_place, use) || edit.entered;
        if (taken && !state.folder_text.empty()) {
            drawn.wall.push_back(ChooseHandInFolder{state.folder_text});
            state.choosing_folder = false;
        }
        return;
    }
    ButtonSpec other{.id = "another folder", .label = _("Another folder"), .icon = Icon::Folder};
    ButtonSpec teacher{.id = "teachers computer",
                       .label = _("The teacher\u2019s computer"),
                       .icon = view.teachers ? Icon::Check : Icon::None,
                       .chosen = view.teachers,
                       .toggle = true};
    other.words = button_width(other) + button_width(teacher) < line.width * 0.7F;
    const Rect teacher_place = line.cut_right(std::min(button_width(teacher), line.width * 0.6F));
    line.cut_right(px(space::small));
    const Rect other_place = line.cut_right(button_width(other));
    line.cut_right(px(space::small));
    const Rect mark = line.cut_left(px(size_of(IconSize::Small)));
    paint::icon(mark.middle_x(), mark.middle_y(), Icon::Folder, IconSize::Small, p.quiet);
    line.cut_left(px(space::small));
    if (line.width > px(80)) paint::text(line, Type::Body, p.quiet, view.folder);
    if (button(other_place, other)) {
        state.choosing_folder = true;
        state.folder_text = view.folder;
    }
    if (button(teacher_place, teacher)) drawn.wall.push_back(BeTheTeachers{!view.teachers});
}

// What is amiss, each in a strip of its own, as far as the page keeps enough room.
void draw_sentences(Rect& room, const ClassWallView& view) {
    const Palette& p = palette();
    const float least_left = room.height * 0.5F;
    for (const std::string& sentence : view.sentences) {
        const float pad = px(space::large);
        const float icon = px(size_of(IconSize::Medium));
        const float width = room.width - 2 * pad - icon - px(space::small);
        const float tall = std::max(icon, paint::paragraph_height(Type::Body, sentence, width) + 1);
        if (room.height - tall - 2 * px(space::small) < least_left) return;
        const Rect ground = room.cut_top(tall + 2 * px(space::small));
        paint::fill(ground, p.chosen);
        Rect inside = ground.inset(pad, px(space::small));
        const Rect mark = inside.cut_left(icon);
        paint::icon(mark.middle_x(), mark.y + icon / 2, Icon::Problem, IconSize::Medium, p.accent);
        inside.cut_left(px(space::small));
        paint::paragraph(inside, Type::Body, p.text, sentence);
    }
}

// A pupil hands in and sees; a teacher sees and shares out.
void draw_tabs(Rect& room, const ClassWallView& view, ClassWallState& state) {
    const std::array<ChoiceSpec, 3> labels{
        {{.label = _("Your own")}, {.label = _("Class wall")}, {.label = _("Groups")}}};
    const std::size_t first = view.teachers ? 1 : 0;
    const auto none = view.teachers ? ClassWallPage::HandIn : ClassWallPage::Groups;
    if (state.page == none) state.page = ClassWallPage::Wall;
    const ChoicesSpec spec{.id = "class wall pages",
                           .name = _("Page"),
                           .choices = std::span(labels).subspan(first, 2),
                           .chosen = static_cast<std::size_t>(state.page) - first,
                           .tabs = true};
    const Rect strip = room.cut_top(choices_height(spec, room.width - 2 * px(space::large)));
    layer().begin_area(Area::Modules);
    if (const auto picked = choices(strip.inset(px(space::large), 0), spec)) {
        state.page = static_cast<ClassWallPage>(*picked + first);
    }
    room.cut_top(px(space::small));
}

void draw_wall_page(const Rect& room, const ClassWallView& view, ClassWallState& state,
                    ClassWallDrawn& drawn) {
    if (view.folder.empty()) {
        draw_nothing_here(room, Icon::Folder, _("Which folder does the class hand in to?"),
                          _("A folder on a share that everybody can write into, or on a stick. The "
                            "teacher says which; type it above, or drop it onto this window."));
    } else if (!view.may_see) {
        draw_nothing_here(room, Icon::Cover, _("First your own, then the others\u2019"),
                          _("Hand in what you think yourselves. As soon as it is in the folder you "
                            "see here what others thought."));
    } else if (!view.looked) {
        draw_nothing_here(room, Icon::Talk, _("The folder is being looked at"), "");
    } else if (view.cards.empty()) {
        draw_nothing_here(room, Icon::Talk, _("Nothing was handed in yet"),
                          _("What is handed in appears here by itself, without names, and what is "
                            "most different comes first."));
    } else {
        draw_class_cards(room, view, state, drawn);
    }
}

}  // namespace

void take_words(Rect& room, Type type, Colour colour, std::string_view words) {
    const float tall = paint::paragraph_height(type, words, room.width);
    paint::paragraph(room.cut_top(tall + 1), type, colour, words);
}

void draw_nothing_here(const Rect& place, Icon icon, std::string_view what, std::string_view hint) {
    const Palette& p = palette();
    const float width = std::min(place.width - 2 * px(space::large), px(620));
    const float mark = px(size_of(IconSize::Large)) + px(space::medium);
    const float title = paint::paragraph_height(Type::Title, what, width);
    const float said = paint::paragraph_height(Type::Body, hint, width);
    const float total = mark + title + px(space::small) + said + 2;
    const Layer::Scrolled scrolled =
        layer().begin_scroll(id_of("nothing here"), place, Axis::Down, total, 0, {});
    Rect room = place.centred(width, std::min(total, place.height));
    room.y = place.y + std::round(std::max(0.0F, place.height - total) / 3) - scrolled.offset;
    room.height = total;
    const Rect top = room.cut_top(mark);
    paint::icon(top.middle_x(), top.y + px(size_of(IconSize::Large)) / 2, icon, IconSize::Large,
                p.quiet);
    paint::paragraph(room.cut_top(title + 1), Type::Title, p.text, what, 6, paint::Align::Middle);
    room.cut_top(px(space::small));
    paint::paragraph(room, Type::Body, p.quiet, hint, 12, paint::Align::Middle);
    layer().end_scroll();
}

ClassWallDrawn class_wall_screen(const ClassWallView& view, const catalogue::KeyTable& keys,
                                 UiState& ui, ClassWallState& state) {
    ClassWallDrawn drawn;
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    const Rect display{0, 0, size.x, size.y};
    layer().set_keys(&keys);
    begin_surface("class wall", display);
    if (view.black) {
        paint::fill(display, black_screen);
        end_surface();
        return drawn;
    }
    Rect room = display;
    draw_bar(room.cut_top(look().control_px() + 2 * px(space::small)), view, drawn);
    draw_folder(room, view, state, drawn);
    draw_tabs(room, view, state);
    if (view.toast) {
        room.cut_top(draw_toast(room, *view.toast) - room.y);
    } else {
        draw_sentences(room, view);
    }
    switch (state.page) {
        case ClassWallPage::HandIn:
            draw_hand_in_page(room, view, drawn);
            break;
        case ClassWallPage::Wall:
            draw_wall_page(room, view, state, drawn);
            break;
        case ClassWallPage::Groups:
            draw_groups_page(room, view, state, drawn);
            break;
    }
    const bool shows = state.page == ClassWallPage::Wall && view.may_see;
    if (state.opened && (!shows || *state.opened >= view.cards.size())) state.opened.reset();
    const bool large = state.opened && ui.panel == Panel::None;
    if (large || ui.panel == Panel::Help) draw_veil(display);
    end_surface();
    if (large) draw_opened_card(display, view, state, drawn);
    if (ui.panel == Panel::Help) draw_help(display, keys, ui);
    return drawn;
}

}  // namespace ui
