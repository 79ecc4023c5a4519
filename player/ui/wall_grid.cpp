// The wall's cells and the headers beside them.
#include <algorithm>
#include <cmath>
#include <map>

#include "player/ui/text.h"
#include "player/ui/wall_parts.h"

namespace ui {

namespace {

// Words on a ground of their own, at the lower edge of a still.
void chip(const Rect& cell, const std::string& words) {
    const float width = std::ceil(paint::text_width(Type::Small, words)) + 2 * px(space::hair);
    const float height = look().line_px(Type::Small) + px(2);
    const Rect place{cell.x, cell.bottom() - height, width, height};
    paint::fill(place, palette().backdrop);
    paint::text(place, Type::Small, palette().text, words, paint::Align::Middle);
}

void mark(const Rect& place, Icon icon, Colour ground, Colour ink) {
    paint::fill(place, ground);
    paint::icon(place.middle_x(), place.middle_y(), icon, IconSize::Small, ink);
}

float mark_px() {
    return px(size_of(IconSize::Small)) + px(4);
}

bool has_still(const WallCell& cell) {
    return cell.state == catalogue::CellState::Playable && cell.image != 0;
}

float border_px() {
    return std::max(1.0F, px(1));
}

float here_px() {
    return std::max(2.0F, px(3));
}

// Where the focus ring of a cell lies, which is drawn inside it.
float ring_inset_px() {
    return std::ceil(px(5));
}

// What lies under everything else of a cell. An empty one is no tile at all, so that what is there
// stands out; a withheld one is a closed one. Without a still its border shows where it is.
void draw_ground(const Rect& place, const WallCell& cell, bool touched) {
    const Palette& p = palette();
    const bool tile = cell.state == catalogue::CellState::Playable;
    if (tile || touched) paint::fill(place, touched ? p.hover : p.raised);
    if (!has_still(cell)) paint::outline(place, p.edge, border_px());
}

void draw_absence(const Rect& place, const WallCell& cell) {
    const Palette& p = palette();
    const Icon icon = cell.state == catalogue::CellState::Empty ? Icon::NoAnswer : Icon::Lock;
    const std::string words = absence_words(cell.state);
    const float width = place.width - 2 * px(2);
    const float tall = paint::paragraph_height(Type::Small, words, width, 2);
    // Where they take two lines there may be no room for the picture above them.
    const float whole = px(size_of(IconSize::Small));
    const float icon_px = whole + tall <= place.height ? whole : 0;
    Rect inner = place.centred(width, std::min(place.height, icon_px + tall));
    const Rect above = inner.cut_top(icon_px);
    if (icon_px > 0) {
        paint::icon(above.middle_x(), above.middle_y(), icon, IconSize::Small, p.faint);
    }
    paint::paragraph(inner, Type::Small, p.faint, words, 2, paint::Align::Middle);
}

// In the corners, inside of what is drawn around the cell. `whole`: its lower edge is in sight.
void draw_marks(const Rect& cell_place, const WallCell& cell, bool here, bool focused, bool whole) {
    const Palette& p = palette();
    const float side = mark_px();
    const float around = focused            ? ring_inset_px()
                         : here             ? here_px()
                         : !has_still(cell) ? border_px()
                                            : 0;
    const Rect place = cell_place.inset(around);
    if (here) paint::outline(cell_place, p.accent, here_px());
    if (cell.length_s > 0 && whole) chip(place, clock_text(cell.length_s));
    if (cell.pinned) {
        mark({place.right() - side, place.y, side, side}, Icon::Pin, p.accent, p.on_accent);
    }
    if (cell.heard) {
        mark({place.right() - side, place.bottom() - side, side, side}, Icon::Check, p.backdrop,
             p.text);
    }
    if (here) mark({place.x, place.y, side, side}, Icon::Play, p.accent, p.on_accent);
}

// Everybody's whole name where all fit, else everybody's first one; those who share it keep theirs
// whole. One way for all: nobody is to stand out by the length of a name.
std::vector<std::string> column_names(const WallView& view, float width) {
    std::map<std::string, int> firsts;
    const auto first_of = [](const std::string& name) { return name.substr(0, name.find(' ')); };
    bool all_fit = true;
    for (const WallPerson& person : view.people) {
        ++firsts[first_of(person.name)];
        all_fit = all_fit && paint::text_width(Type::SmallStrong, person.name) <= width;
    }
    std::vector<std::string> names;
    for (const WallPerson& person : view.people) {
        const std::string first = first_of(person.name);
        names.push_back(all_fit || firsts[first] > 1 ? person.name : first);
    }
    return names;
}

void draw_person(const Rect& place, bool compact, const WallPerson& person, const std::string& name,
                 bool followed, bool here) {
    const Palette& p = palette();
    if (followed) paint::fill(place, p.hover);
    Rect room = place;
    room.cut_bottom(px(space::hair));
    const Rect words = room.cut_bottom(look().line_px(Type::SmallStrong));
    if (here) {
        // "Here" as a bar, not as a colour alone.
        paint::fill({place.x, place.bottom() - px(3), place.width, px(3)}, p.accent);
    }
    paint::text(words.inset(px(2), 0), Type::SmallStrong, p.text, name, paint::Align::Middle);
    if (compact) return;
    room.cut_top(px(space::hair));
    room.cut_bottom(px(space::hair));
    const Rect face = room.centred(std::round(room.height * 4 / 3), room.height);
    if (person.image != 0) {
        paint::picture(face, person.image, person.image_aspect);
    } else {
        paint::fill(face, p.pressed);
        paint::text(face, Type::Body, p.quiet, initials(person.name), paint::Align::Middle);
    }
}

void draw_question(const Rect& place, const WallQuestion& question, bool followed, bool here) {
    const Palette& p = palette();
    if (followed) paint::fill(place, p.hover);
    if (here) paint::fill({place.x, place.y, px(3), place.height}, p.accent);
    Rect room = place.inset(px(space::small), px(2));
    if (question.sensitive) {
        const Rect note = room.cut_right(px(size_of(IconSize::Small)));
        paint::icon(note.middle_x(), note.middle_y(), Icon::Sensitive, IconSize::Small, p.quiet);
        room.cut_right(px(space::hair));
    }
    const float tall =
        std::min(room.height, paint::paragraph_height(Type::Body, question.label, room.width));
    const float lines = std::max(1.0F, std::floor((tall + 1) / paint::leading(Type::Body)));
    const float used = lines * paint::leading(Type::Body);
    room.y += std::round((room.height - used) / 2);
    room.height = used;
    paint::paragraph(room, followed ? Type::BodyStrong : Type::Body, p.text, question.label);
}

void draw_band(const Rect& place, float column, const WallView& view, std::size_t theme) {
    const Palette& p = palette();
    Rect words = place;
    words.width = column;
    words.cut_bottom(px(3));
    words.cut_left(px(space::small));
    const float size = px(13);
    const Rect marker = words.cut_left(size);
    words.cut_left(px(space::small));
    paint::theme_marker(marker.middle_x(), words.middle_y(), size, theme);
    if (theme < view.themes.size()) {
        paint::text(words, Type::SmallStrong, p.themes[theme % theme_colours], view.themes[theme]);
    }
}

}  // namespace

std::uint32_t wall_list_id() {
    return id_of("wall cells");
}

std::uint32_t cell_id(const WallView& view, lessons::Cell cell) {
    return id_of("cell", static_cast<std::size_t>(cell.person) * view.questions.size() +
                             static_cast<std::size_t>(cell.question));
}

std::string cell_says(const WallView& view, lessons::Cell cell) {
    return view.people[static_cast<std::size_t>(cell.person)].name + " \u2013 " +
           view.questions[static_cast<std::size_t>(cell.question)].label;
}

std::string cell_value(const WallView& view, lessons::Cell at) {
    const WallCell& cell = view.cell(at);
    if (cell.state != catalogue::CellState::Playable) return absence_words(cell.state);
    std::string words = cell.length_s > 0 ? clock_text(cell.length_s) : "";
    const auto add = [&words](const char* more) {
        words += (words.empty() ? "" : ", ") + std::string{more};
    };
    if (cell.heard) add(_("heard"));
    if (cell.pinned) add(_("kept"));
    return words;
}

void note_unseen_cell(const WallView& view, lessons::Cell cell) {
    layer().unseen({.id = cell_id(view, cell),
                    .role = Role::ListItem,
                    .name = cell_says(view, cell),
                    .value = cell_value(view, cell),
                    .place = {},
                    .chosen = true});
}

void draw_wall_headers(const WallLayout& layout, const WallView& view, const WallState& state) {
    const CellRange range = cells_in_sight(layout, state.shown);
    const auto clip = [](const Rect& rect) {
        ImGui::PushClipRect({rect.x, rect.y}, {rect.right(), rect.bottom()}, true);
    };
    clip(layout.people);
    const std::vector<std::string> names = column_names(view, layout.cell_width - px(4));
    for (int person = range.first_person; person < range.last_person; ++person) {
        const Rect column = cell_place(layout, {person, 0}, state.shown);
        const auto i = static_cast<std::size_t>(person);
        draw_person({column.x, layout.people.y, column.width, layout.people.height}, layout.compact,
                    view.people[i], names[i], person == state.at.person,
                    person == view.here.person);
    }
    ImGui::PopClipRect();

    clip({layout.questions.x, layout.questions.y, layout.body.right() - layout.questions.x,
          layout.questions.height});
    for (int question = range.first_question; question < range.last_question; ++question) {
        const auto i = static_cast<std::size_t>(question);
        const std::size_t theme = view.questions[i].theme;
        if (i == 0 || theme != view.questions[i - 1].theme) {
            draw_band(band_place(layout, question, state.shown), layout.questions.width, view,
                      theme);
        }
        const Rect row = cell_place(layout, {0, question}, state.shown);
        draw_question({layout.questions.x, row.y, layout.questions.width, row.height},
                      view.questions[i], question == state.at.question,
                      question == view.here.question);
    }
    ImGui::PopClipRect();
}

WallTouch draw_wall_cells(const WallLayout& layout, const WallView& view, const WallState& state) {
    const CellRange range = cells_in_sight(layout, state.shown);
    struct Seen {
        lessons::Cell at;
        Rect place;
        Touch touch;
    };
    std::vector<Seen> seen;
    WallTouch result;
    layer().begin_list(wall_list_id(), Axis::Both);
    ImGui::PushClipRect({layout.body.x, layout.body.y}, {layout.body.right(), layout.body.bottom()},
                        true);
    bool at_seen = false;
    for (int question = range.first_question; question < range.last_question; ++question) {
        for (int person = range.first_person; person < range.last_person; ++person) {
            const lessons::Cell at{person, question};
            const Rect place = cell_place(layout, at, state.shown);
            const Touch touch = layer().control({.id = cell_id(view, at),
                                                 .role = Role::ListItem,
                                                 .name = cell_says(view, at),
                                                 .value = cell_value(view, at),
                                                 .place = place,
                                                 .chosen = at == state.at});
            if (touch.hovered) result.hovered = at;
            if (touch.clicked) result.clicked = at;
            if (at == state.at) {
                at_seen = true;
                result.focused = touch.focused;
            }
            seen.push_back({at, place, touch});
        }
    }
    // All of a kind together: every change of texture is a draw of its own.
    for (const Seen& one : seen)
        draw_ground(one.place, view.cell(one.at), one.touch.hovered);
    for (const Seen& one : seen) {
        const WallCell& cell = view.cell(one.at);
        if (has_still(cell)) {
            paint::picture(one.place, cell.image, one.place.width / one.place.height);
        }
    }
    for (const Seen& one : seen) {
        const WallCell& cell = view.cell(one.at);
        if (cell.state != catalogue::CellState::Playable) {
            draw_absence(one.place, cell);
        } else if (!cell.has_picture) {
            Rect above_length = one.place;
            above_length.cut_bottom(look().line_px(Type::Small));
            paint::text(above_length, Type::Lead, palette().quiet,
                        initials(view.people[static_cast<std::size_t>(one.at.person)].name),
                        paint::Align::Middle);
        }
        draw_marks(one.place, cell, one.at == view.here, one.touch.focused,
                   one.place.bottom() <= layout.body.bottom());
    }
    for (const Seen& one : seen) {
        if (one.touch.focused) layer().ring(one.place.inset(ring_inset_px()));
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
