#include <array>
#include <cmath>
#include <span>
#include <string>
#include <vector>

#include "player/ui/choices.h"
#include "player/ui/class_wall_parts.h"

namespace ui {

namespace {

void draw_bar(Rect& room, const ClassWallView& view, ClassWallDrawn& drawn) {
    const ButtonSpec to_lesson{.id = "back to lesson",
                               .label = _("To the lesson"),
                               .icon = Icon::Talk,
                               .command = "lesson"};
    const bool lesson = !view.lesson_step.empty();
    std::array<ButtonSpec, 2> buttons{lesson ? to_lesson : film_button(), screen_help_button()};
    std::string beside = lesson ? view.lesson_step : view.module_title;
    if (lesson && !view.lesson_timer.empty()) beside = view.lesson_timer + "  \u00B7  " + beside;
    const ScreenBar bar{Icon::Talk, _("Class wall"), beside};
    if (const auto pressed = draw_screen_bar(room, bar, buttons)) {
        drawn.asked.push_back(Command{std::string(buttons[*pressed].command)});
    }
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
    if (line.width > px(80)) paint::text_end(line, Type::Body, p.quiet, view.folder);
    if (button(other_place, other)) {
        state.choosing_folder = true;
        state.folder_text = view.folder;
    }
    if (button(teacher_place, teacher)) drawn.wall.push_back(BeTheTeachers{!view.teachers});
}

// With large letters whoever has handed in needs the room for what they handed in; the folder can
// be changed beside what others thought.
bool folder_folds(const ClassWallView& view, const ClassWallState& state) {
    return large_letters() && state.page == ClassWallPage::HandIn && !view.sign.empty() &&
           !view.folder.empty() && !state.choosing_folder;
}

// What is amiss is always seen, whatever else there is to say.
void draw_sentences(Rect& room, const ClassWallView& view, UiState& ui) {
    std::vector<Notice> notices;
    for (const std::string& sentence : view.sentences)
        notices.push_back({Icon::Problem, sentence, {}});
    cut_notices(room, notices, view.toast, std::round(room.height * notices_share), ui.notices);
}

// A pupil hands in and sees; a teacher sees and shares out.
void draw_tabs(Rect& room, const ClassWallView& view, ClassWallState& state,
               ClassWallDrawn& drawn) {
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
    Rect line = strip.inset(px(space::large), 0);
    // Beside the pages, so that no card moves when it comes.
    const bool grew = view.grew && state.page == ClassWallPage::Wall;
    ButtonSpec anew{.id = "sort in", .label = _("Sort new cards in"), .icon = Icon::Reshuffle};
    anew.words = button_width(anew) <= line.width * 0.4F;
    Rect anew_place;
    if (grew) {
        anew_place = line.cut_right(button_width(anew));
        line.cut_right(px(space::small));
    }
    if (const auto picked = choices(line, spec)) {
        state.page = static_cast<ClassWallPage>(*picked + first);
    }
    if (grew && button(anew_place.centred(anew_place.width, look().control_px()), anew)) {
        drawn.wall.push_back(LayOutAnew{});
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

ClassWallDrawn class_wall_screen(const ClassWallView& view, const catalogue::KeyTable& keys,
                                 UiState& ui, ClassWallState& state) {
    ClassWallDrawn drawn;
    if (!begin_screen("class wall", keys, view.black)) {
        end_screen(keys, ui, true);
        return drawn;
    }
    const Rect display = whole_display();
    Rect room = display;
    draw_bar(room, view, drawn);
    if (!folder_folds(view, state)) draw_folder(room, view, state, drawn);
    draw_tabs(room, view, state, drawn);
    draw_sentences(room, view, ui);
    switch (state.page) {
        case ClassWallPage::HandIn:
            draw_hand_in_page(room, view, state, drawn);
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
    if (large) draw_veil(display);
    end_screen(keys, ui, false);
    if (large) draw_opened_card(display, view, state, drawn);
    return drawn;
}

}  // namespace ui
