#include <algorithm>
#include <cmath>

#include "player/ui/marked_text.h"
#include "player/ui/search_parts.h"
#include "player/ui/text.h"

namespace ui {

namespace {

constexpr int most_lines = 2;  // of what somebody says

float first_line_px() {
    return look().line_px(Type::BodyStrong) + px(space::hair);
}

float passage_px() {
    return first_line_px() + most_lines * paint::leading(Type::Lead) + 2 * px(space::small);
}

float name_px() {
    return std::max(px(48), look().line_px(Type::BodyStrong) + 2 * px(space::small));
}

void draw_ground(const Rect& place, bool chosen, const Touch& touch) {
    const Palette& p = palette();
    if (chosen) {
        paint::fill(place, p.chosen);
        // "Here" as a bar, not as a colour alone.
        paint::fill({place.x, place.y, std::max(3.0F, px(4)), place.height}, p.accent);
    } else if (touch.hovered) {
        paint::fill(place, touch.held ? p.pressed : p.hover);
    }
}

void draw_name(const Rect& place, const SearchName& name) {
    const Palette& p = palette();
    Rect room = place.inset(px(space::medium), 0);
    const Rect mark = room.cut_left(px(56));
    room.cut_left(px(space::medium));
    if (!name.person) {
        paint::theme_marker(mark.middle_x(), mark.middle_y(), px(15), name.theme);
    } else {
        const Rect tile = mark.centred(mark.width, place.height - px(space::small));
        paint::fill(tile, p.pressed);
        if (name.image != 0) {
            paint::picture(tile, name.image, name.image_aspect);
        } else {
            paint::text(tile, Type::Small, p.quiet, initials(name.name.text), paint::Align::Middle);
        }
    }
    const float line = paint::leading(Type::BodyStrong);
    const Rect words = room.centred(room.width, line);
    const float width = std::min(
        words.width, std::ceil(paint::text_width(Type::BodyStrong, name.name.text)) + px(2));
    draw_marked({words.x, words.y, width, line}, Type::BodyStrong, p.text, name.name, 1);
    Rect rest = words;
    rest.cut_left(width + px(space::large));
    if (rest.width > px(60)) draw_marked(rest, Type::Body, p.quiet, name.rest, 1);
}

void draw_passage(const Rect& place, const SearchPassage& passage, SizePx picture_px) {
    const Palette& p = palette();
    Rect room = place.inset(px(space::medium), px(space::small));
    const Rect still{
        room.x, place.y + std::round((place.height - static_cast<float>(picture_px.height)) / 2),
        static_cast<float>(picture_px.width), static_cast<float>(picture_px.height)};
    room.cut_left(still.width + px(space::large));
    paint::fill(still, p.pressed);
    if (passage.image != 0) {
        paint::picture(still, passage.image, still.width / still.height);
    } else {
        paint::text(still, Type::Lead, p.quiet, initials(passage.who), paint::Align::Middle);
    }
    Rect first = room.cut_top(first_line_px());
    const float time = std::ceil(paint::text_width(Type::Body, passage.time));
    paint::text(first.cut_right(time), Type::Body, p.quiet, passage.time, paint::Align::End);
    first.cut_right(px(space::large));
    const float who = paint::text(first, Type::BodyStrong, p.text, passage.who);
    first.cut_left(who + px(space::medium));
    if (first.width > px(60)) {
        const float size = px(13);
        const Rect marker = first.cut_left(size);
        first.cut_left(px(space::small));
        paint::theme_marker(marker.middle_x(), first.middle_y(), size, passage.theme);
        paint::text(first, Type::Body, p.quiet, passage.question);
    }
    draw_marked(room, Type::Lead, p.text, passage.said, most_lines);
}

}  // namespace

SearchLayout lay_out_search(const SearchView& view, float width) {
    SearchLayout layout;
    const float heading = look().line_px(Type::SmallStrong) + px(space::medium);
    const auto add_heading = [&](const char* words) {
        layout.headings.push_back({{0, layout.height, width, heading}, words});
        layout.height += heading;
    };
    const auto add_row = [&](float height, std::size_t row) {
        layout.rows.push_back({{0, layout.height, width, height}, row});
        layout.height += height + px(space::hair);
    };
    for (std::size_t i = 0; i < view.names.size(); ++i) {
        const bool person = view.names[i].person;
        if (i == 0 || person != view.names[i - 1].person)
            add_heading(person ? _("People") : _("Questions"));
        add_row(name_px(), i);
    }
    const float height = passage_px();
    const float still = height - 2 * px(space::hair);
    layout.picture_px = {static_cast<int>(std::round(std::min(still * 16 / 9, width / 4))),
                         static_cast<int>(still)};
    for (std::size_t i = 0; i < view.passages.size(); ++i) {
        if (i == 0 && !view.names.empty()) add_heading(_("Said"));
        add_row(height, view.names.size() + i);
    }
    layout.height += px(space::small);
    return layout;
}

std::uint32_t search_row_id(std::size_t row) {
    return id_of("found", row);
}

std::string search_row_name(const SearchView& view, std::size_t row) {
    if (row < view.names.size()) return view.names[row].name.text;
    const SearchPassage& passage = view.passages[row - view.names.size()];
    return passage.who + " \u2013 " + passage.question + ": " + passage.said.text;
}

bool draw_search_row(const Rect& place, const SearchView& view, std::size_t row, bool chosen,
                     SizePx picture_px) {
    const bool is_name = row < view.names.size();
    const std::string name = search_row_name(view, row);
    const Touch touch = layer().control(
        {.id = search_row_id(row),
         .role = Role::ListItem,
         .name = name,
         .value = is_name ? view.names[row].rest.text
                          : std::string_view{view.passages[row - view.names.size()].time},
         .place = place,
         .chosen = chosen});
    draw_ground(place, chosen, touch);
    if (is_name) {
        draw_name(place, view.names[row]);
    } else {
        draw_passage(place, view.passages[row - view.names.size()], picture_px);
    }
    if (touch.focused) layer().ring(place.inset(px(5)));
    return touch.clicked;
}

}  // namespace ui
