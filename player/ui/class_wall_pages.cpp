// Handing in, and groups.
#include <algorithm>
#include <cmath>
#include <utility>

#include "player/ui/choices.h"
#include "player/ui/class_wall_parts.h"

#include <imgui.h>

namespace ui {

namespace {

const char* what_is_handed_in() {
    return _(
        "What is ticked goes into the class\u2019s folder, without a name. You can hand in again, "
        "and take it back.");
}

float tick_height() {
    return std::max(look().control_px(), look().line_px(Type::BodyStrong) +
                                             look().line_px(Type::Small) + px(space::small));
}

void draw_tick(const Rect& box, bool on) {
    const Palette& p = palette();
    paint::box(box, on ? p.accent : p.field, on ? p.accent : p.edge, std::max(1.0F, px(1)));
    if (on) paint::icon(box.middle_x(), box.middle_y(), Icon::Check, IconSize::Small, p.on_accent);
}

// A row that can be ticked. True when it was pressed.
bool tick_row(const Rect& place, const char* id, std::size_t number, const std::string& what,
              const std::string& words, bool on) {
    const Palette& p = palette();
    const Touch touch = layer().control({.id = id_of(id, number),
                                         .role = Role::Toggle,
                                         .name = what,
                                         .value = on ? _("on") : _("off"),
                                         .place = place,
                                         .tooltip = what});
    paint::fill(place, touch.held ? p.pressed : touch.hovered ? p.hover : p.surface);
    Rect room = place.inset(px(space::small), 0);
    const float side = px(24);
    draw_tick(room.cut_left(side).centred(side, side), on);
    room.cut_left(px(space::medium));
    room = room.inset(0, px(space::hair));
    if (words.empty()) {
        paint::text(room, Type::BodyStrong, p.text, what);
    } else {
        paint::text(room.cut_top(look().line_px(Type::BodyStrong)), Type::BodyStrong, p.text, what);
        paint::text(room, Type::Small, p.quiet, words);
    }
    if (touch.focused) layer().ring(place.inset(px(1)));
    return touch.clicked;
}

const char* what_a_seat_is_for() {
    return _(
        "Say where you sit, and groups can part neighbours. You need not: it stands on no card.");
}

float widest_seat_field() {
    return look().em_px(Type::Body) * 20;
}
float least_seat_field() {
    return look().em_px(Type::Body) * 9;
}

void seat_field(Rect line, ClassWallState& state) {
    line.width = std::min(line.width, widest_seat_field());
    text_field(line, "seat", _("Where you sit"), _("Seat: window 3, or a number"), state.seat_text,
               false);
}

// What scrolls together on the page: what there is to know, the notes, and where whoever hands in
// sits, unless that is asked below all of it or beside the buttons.
struct HandInParts {
    bool explanation = true;
    bool seat_words = true;
    bool seat = true;
    bool seat_below = false;
};

std::string handed_in_words(const ClassWallView& view) {
    if (view.sign.empty()) return {};
    return _(
        "Handed in. Your sign is \u201C{}\u201D: by it you find your group, and nobody else knows "
        "it.",
        view.sign);
}

float above_notes(const ClassWallView& view, const HandInParts& parts, float width) {
    float sum = 0;
    const auto add = [&](Type type, const std::string& words) {
        if (words.empty()) return;
        sum += paint::paragraph_height(type, words, width) + 1 + px(space::small);
    };
    add(Type::Lead, handed_in_words(view));
    if (parts.explanation) add(Type::Body, what_is_handed_in());
    return sum;
}

float ticks_height(const ClassWallView& view) {
    const std::size_t rows = view.own.size() + (view.initials.empty() ? 0 : 1);
    return static_cast<float>(rows) * (tick_height() + px(space::hair));
}

float below_notes(const HandInParts& parts, float width) {
    float sum = 0;
    if (parts.seat_words)
        sum += paint::paragraph_height(Type::Small, what_a_seat_is_for(), width) + 1 +
               px(space::small);
    if (parts.seat) sum += px(space::small) + look().control_px();
    return sum;
}

float parts_height(const ClassWallView& view, const HandInParts& parts, float width) {
    return above_notes(view, parts, width) + ticks_height(view) + below_notes(parts, width);
}

float seat_height(float width) {
    return below_notes({.seat_words = true, .seat = true}, width);
}

// Where there is little room: whoever has handed in has read the explanation.
HandInParts parts_of(const ClassWallView& view, const Rect& room, float width,
                     bool seat_fits_beside) {
    const HandInParts all;
    if (parts_height(view, all, width) <= room.height) return all;
    const bool below = room.height - seat_height(width) > 4 * tick_height();
    return {.explanation = view.sign.empty() || below,
            .seat_words = false,
            .seat = !below && !seat_fits_beside,
            .seat_below = below};
}

void draw_ticks(const Rect& seen, Rect flow, const ClassWallView& view, ClassWallDrawn& drawn) {
    layer().begin_list(id_of("own notes"), Axis::Down);
    const auto next = [&](const char* kind, std::size_t number, const std::string& what,
                          const std::string& words, bool on) {
        const Rect strip = flow.cut_top(tick_height());
        flow.cut_top(px(space::hair));
        if (!strip.common(seen).empty()) return tick_row(strip, kind, number, what, words, on);
        layer().unseen(
            {.id = id_of(kind, number), .role = Role::Toggle, .name = what, .place = strip});
        return false;
    };
    for (std::size_t i = 0; i < view.own.size(); ++i) {
        const OwnNote& note = view.own[i];
        if (next("own note", i, note.what, note.words, note.ticked)) {
            drawn.wall.push_back(TickNote{note.id, !note.ticked});
        }
    }
    if (!view.initials.empty() && next("initials", 0, _("Leave the initials in: {}", view.initials),
                                       "", view.initials_left_in)) {
        drawn.wall.push_back(LeaveInitialsIn{!view.initials_left_in});
    }
    layer().end_list();
}

void draw_parts(const Rect& place, const ClassWallView& view, const HandInParts& parts,
                ClassWallState& state, ClassWallDrawn& drawn) {
    const Palette& p = palette();
    const float width = place.width - px(space::medium);
    const float content = parts_height(view, parts, width);
    const Layer::Scrolled scrolled =
        layer().begin_scroll(id_of("hand-in"), place, Axis::Down, content, 0, {});
    Rect flow{place.x, place.y - scrolled.offset, width, content};
    const auto say = [&](Type type, Colour colour, const std::string& words) {
        if (words.empty()) return;
        take_words(flow, type, colour, words);
        flow.cut_top(px(space::small));
    };
    say(Type::Lead, p.text, handed_in_words(view));
    if (parts.explanation) say(Type::Body, p.quiet, what_is_handed_in());
    draw_ticks(place, flow.cut_top(ticks_height(view)), view, drawn);
    if (parts.seat_words) {
        take_words(flow, Type::Small, p.quiet, what_a_seat_is_for());
        flow.cut_top(px(space::small));
    }
    if (parts.seat) {
        flow.cut_top(px(space::small));
        const Rect line = flow.cut_top(look().control_px());
        if (line.common(place).empty()) {
            layer().unseen({.id = id_of("seat"),
                            .role = Role::TextField,
                            .name = _("Where you sit"),
                            .place = line});
        } else {
            seat_field(line, state);
        }
    }
    layer().end_scroll();
}

// How groups lie in their room, in letters of one size.
struct GroupLayout {
    Type member = Type::Lead;
    Type name = Type::SmallStrong;
    std::size_t columns = 1;
    float width = 0;   // of a group
    float height = 0;  // likewise
    float content = 0;
    bool fits = false;  // no name is cut, and nothing scrolls
};

GroupLayout group_layout(const Rect& room, const std::vector<ClassGroup>& groups, Type member,
                         Type name) {
    GroupLayout layout{.member = member, .name = name};
    const float gap = px(space::medium);
    const float pad = px(space::medium);
    float widest = 0;
    for (const ClassGroup& group : groups) {
        for (const std::string& one : group.members)
            widest = std::max(widest, std::ceil(paint::text_width(member, one)) + 1);
    }
    // Signs wrap before groups stand one below the other.
    const float narrow = look().em_px(member) * 11;
    const float fewest = 2 * narrow + gap <= room.width - pad ? 2.0F : 1.0F;
    const float least = std::max(narrow, widest + 2 * pad);
    const float across =
        std::clamp(std::floor((room.width - pad + gap) / (least + gap)), fewest, 6.0F);
    layout.columns = static_cast<std::size_t>(across);
    layout.width = std::floor((room.width - pad - (across - 1) * gap) / across);
    float most = 0;
    for (const ClassGroup& group : groups) {
        float tall = 0;
        for (const std::string& one : group.members)
            tall += paint::paragraph_height(member, one, layout.width - 2 * pad);
        most = std::max(most, tall);
    }
    layout.height = 2 * pad + look().line_px(name) + px(space::hair) + most + 1;
    const auto rows = static_cast<float>((groups.size() + layout.columns - 1) / layout.columns);
    layout.content = rows * (layout.height + gap);
    layout.fits = layout.content <= room.height && widest <= layout.width - 2 * pad;
    return layout;
}

const char* how_groups_are_made() {
    return _(
        "Groups of four, far apart in what they picked and in where they sit; without hand-ins, "
        "type how many pupils there are.");
}

// For the back row, as large as fits; what is more scrolls.
void draw_groups(const Rect& room, const std::vector<ClassGroup>& groups) {
    const Palette& p = palette();
    layer().begin_area(Area::Wall);
    GroupLayout layout;
    for (const auto& [member, name] :
         {std::pair{Type::Display, Type::Lead}, std::pair{Type::Title, Type::BodyStrong},
          std::pair{Type::Lead, Type::SmallStrong},
          std::pair{Type::BodyStrong, Type::SmallStrong}}) {
        layout = group_layout(room, groups, member, name);
        if (layout.fits) break;
    }
    const float gap = px(space::medium);
    const Layer::Scrolled scrolled =
        layer().begin_scroll(id_of("groups"), room, Axis::Down, layout.content, 0, {});
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const auto column = static_cast<float>(i % layout.columns);
        const auto row = static_cast<float>(i / layout.columns);
        const Rect card{room.x + column * (layout.width + gap),
                        room.y - scrolled.offset + row * (layout.height + gap), layout.width,
                        layout.height};
        if (card.common(room).empty()) continue;
        paint::box(card, p.raised, p.edge, std::max(1.0F, std::floor(look().scale)));
        Rect inside = card.inset(px(space::medium), px(space::medium));
        paint::text(inside.cut_top(look().line_px(layout.name)), layout.name, p.quiet,
                    groups[i].name);
        inside.cut_top(px(space::hair));
        for (const std::string& one : groups[i].members) {
            const float tall = paint::paragraph_height(layout.member, one, inside.width);
            paint::paragraph(inside.cut_top(tall), layout.member, p.text, one);
        }
    }
    layer().end_scroll();
}

}  // namespace

void draw_hand_in_page(const Rect& place, const ClassWallView& view, ClassWallState& state,
                       ClassWallDrawn& drawn) {
    layer().begin_area(Area::Wall);
    if (view.own.empty()) {
        draw_nothing_here(
            place, Icon::Talk, _("There is nothing to hand in yet"),
            _("Keep a clip or write a thought while somebody speaks; then hand in what "
              "you want the class to see."));
        return;
    }
    Rect room = place.inset(px(space::large), px(large_letters() ? space::small : space::medium));
    room = room.centred(std::min(room.width, look().em_px(Type::Body) * 50), room.height);
    const bool ticked = std::ranges::any_of(view.own, &OwnNote::ticked);
    const ButtonSpec give{.id = "hand it in",
                          .label = view.handing_in     ? _("Handing in\u2026")
                                   : view.sign.empty() ? _("Hand in")
                                                       : _("Hand in again"),
                          .icon = Icon::Upload,
                          .style = ButtonStyle::Accent,
                          .enabled = ticked && !view.folder.empty() && !view.handing_in};
    const ButtonSpec back{.id = "take it back", .label = _("Take it back"), .icon = Icon::Close};
    const float gap = px(space::small);
    const float back_px = view.sign.empty() ? 0 : button_width(back) + gap;
    const bool two_rows = button_width(give) + back_px > room.width;
    const float control = look().control_px();
    const float beside = room.width - button_width(give) - gap - back_px;
    const bool seat_fits_beside = !two_rows && beside > least_seat_field();
    Rect below = room.cut_bottom(two_rows ? 2 * control + gap : control);
    room.cut_bottom(px(space::medium));
    const float inner = room.width - px(space::medium);
    const HandInParts parts = parts_of(view, room, inner, seat_fits_beside);
    if (parts.seat_below) {
        const float seat_px = seat_height(inner) + px(space::small);
        room.cut_bottom(seat_px);
        below = {below.x, below.y - seat_px, below.width, below.height + seat_px};
    }
    const float content = parts_height(view, parts, inner);
    if (content < room.height) {
        room.height = content;
        below.y = room.bottom() + px(space::medium);
    }
    draw_parts(room, view, parts, state, drawn);
    Rect foot = below;
    if (parts.seat_below) {
        take_words(foot, Type::Small, palette().quiet, what_a_seat_is_for());
        foot.cut_top(px(space::small));
        seat_field(foot.cut_top(control), state);
        foot.cut_top(below.bottom() - foot.y - (two_rows ? 2 * control + gap : control));
    }
    Rect first = foot.cut_top(control);
    if (!parts.seat && !parts.seat_below) {
        seat_field(first.cut_left(std::min(beside, widest_seat_field())), state);
        first.cut_left(gap);
    }
    if (button(first.cut_left(std::min(first.width, button_width(give))), give)) {
        drawn.wall.push_back(HandItIn{});
    }
    if (view.sign.empty()) return;
    foot.cut_top(gap);
    first.cut_left(gap);
    Rect spot = two_rows ? foot : first;
    spot.width = std::min(spot.width, button_width(back));
    if (button(spot, back)) drawn.wall.push_back(TakeItBack{});
}

void draw_groups_page(const Rect& place, const ClassWallView& view, ClassWallState& state,
                      ClassWallDrawn& drawn) {
    layer().begin_area(Area::Place);
    Rect room = place.inset(px(space::large), px(space::medium));
    // In little room the groups come first: how they are made is said where there are none.
    const bool roomy = paint::paragraph_height(Type::Body, how_groups_are_made(), room.width) <
                       room.height * 0.25F;
    if (roomy) {
        take_words(room, Type::Body, palette().quiet, how_groups_are_made());
        room.cut_top(px(space::medium));
    }
    ButtonSpec share{.id = "share out",
                     .label = view.groups_asked ? _("Share out anew") : _("Share out"),
                     .icon = Icon::Reshuffle,
                     .style = ButtonStyle::Accent};
    Rect line = room.cut_top(look().control_px());
    share.words = button_width(share) <= line.width * 0.5F;
    const Rect spot = line.cut_right(button_width(share));
    line.cut_right(px(space::small));
    line.width = std::min(line.width, look().em_px(Type::Body) * 24);
    const FieldEdit edit = text_field(line, "pupils", _("How many pupils"),
                                      _("How many pupils, or empty"), state.pupils_text, false);
    const Rect beside{line.right() + px(space::small), spot.y, spot.width, spot.height};
    if (button(beside, share) || edit.entered) drawn.wall.push_back(ShareOut{state.pupils_text});
    room.cut_top(px(roomy ? space::large : space::small));
    if (view.groups.empty()) {
        std::string hint = view.groups_asked
                               ? _("Nobody has handed in. Type how many pupils there are, or wait "
                                   "for the wall to fill.")
                               : _("Share out when everybody has handed in.");
        if (!roomy && !view.groups_asked) hint += std::string{" "} + how_groups_are_made();
        draw_nothing_here(
            room, Icon::People,
            view.groups_asked ? _("There is nobody to share out yet") : _("No groups yet"), hint);
        return;
    }
    draw_groups(room, view.groups);
}

}  // namespace ui
