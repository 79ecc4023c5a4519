#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "player/ui/controls.h"
#include "player/ui/stage_parts.h"
#include "player/ui/text.h"

namespace ui {

namespace {

// A small dark chip with a mark, at the corner of a face.
void mark(const Rect& image, Icon icon) {
    const float side = px(size_of(IconSize::Small)) + px(4);
    const Rect chip{image.right() - side, image.bottom() - side, side, side};
    paint::fill(chip, palette().backdrop);
    paint::icon(chip.middle_x(), chip.middle_y(), icon, IconSize::Small, palette().text);
}

std::string_view first_name(std::string_view name) {
    return name.substr(0, name.find(' '));
}

// Under each face: the whole name where it fits, else the first one, unless two share it.
std::vector<std::string> short_names(const std::vector<FaceView>& faces, float width) {
    std::map<std::string_view, int> firsts;
    for (const FaceView& face : faces)
        ++firsts[first_name(face.name)];
    std::vector<std::string> names;
    for (const FaceView& face : faces) {
        const std::string_view first = first_name(face.name);
        const bool fits = paint::text_width(Type::SmallStrong, face.name) <= width;
        names.emplace_back(fits || firsts[first] > 1 ? face.name : first);
    }
    return names;
}

float longest_of(const std::vector<std::string>& names) {
    float longest = 0;
    for (const std::string& name : names)
        longest = std::max(longest, paint::text_width(Type::SmallStrong, name));
    return longest;
}

// Whether it was heard, or why it cannot be; none: it was not heard yet.
Icon mark_of(const FaceView& view) {
    if (view.state == catalogue::CellState::Empty) return Icon::NoAnswer;
    if (view.state != catalogue::CellState::Playable) return Icon::Lock;
    return view.heard ? Icon::Check : Icon::None;
}

// Without a picture: the mark before the name, as in the list of questions.
float mark_width() {
    return px(size_of(IconSize::Small)) + px(space::hair);
}

void draw_name(const Rect& place, const FaceView& view, const std::string& name, Type type,
               Colour colour) {
    const Rect inside = place.inset(px(space::hair), 0);
    const Icon icon = mark_of(view);
    const float mark = icon == Icon::None ? 0 : mark_width();
    const float words = std::ceil(paint::text_width(type, name));
    Rect room = inside.centred(mark + words + 1, inside.height);
    const Rect before = room.cut_left(mark);
    paint::icon(before.x + px(size_of(IconSize::Small)) / 2, before.middle_y(), icon,
                IconSize::Small, colour);
    paint::text(room, type, colour, name);
}

// How the strip is divided.
struct Tiles {
    float width = 0;
    float gap = 0;
    float content = 0;
    bool overflows = false;
    float step() const { return width + gap; }
};

Tiles tiles_for(const std::vector<FaceView>& faces, bool compact, const Rect& room, float arrows) {
    Tiles tiles;
    tiles.gap = px(space::hair);
    const auto count = static_cast<float>(faces.size());
    const float wide = compact ? px(120) : std::max(px(100), look().em_px(Type::Small) * 6.2F);
    // For everybody as wide as the longest first name needs it, within reason.
    const float beside = 1 + 2 * px(space::hair) + (compact ? mark_width() : 0);
    float longest = 0;
    if (compact) {
        longest = longest_of(short_names(faces, 0));
    } else {
        for (const FaceView& face : faces)
            longest =
                std::max(longest, paint::text_width(Type::SmallStrong, first_name(face.name)));
    }
    const float most = compact ? px(200) : wide * 1.25F;
    tiles.width = std::round(std::clamp(longest + beside, wide, most));
    tiles.content = count * tiles.step() - tiles.gap;
    tiles.overflows = tiles.content > room.width;
    if (compact && tiles.overflows) {
        // Rather three people than two whose shared names are whole.
        const float in_sight = room.width - arrows + tiles.gap;
        const float few = std::min(3.0F, std::floor(in_sight / (wide + tiles.gap)));
        const float whole = std::max({1.0F, few, std::floor(in_sight / tiles.step())});
        tiles.width = std::floor(in_sight / whole) - tiles.gap;
        tiles.content = count * tiles.step() - tiles.gap;
    }
    return tiles;
}

// Equal for everybody: same size, same colours, whoever it is.
Touch face(const Rect& place, bool compact, const FaceView& view, const std::string& name,
           bool current, std::size_t number) {
    const Palette& p = palette();
    const bool playable = view.state == catalogue::CellState::Playable;
    std::string says = playable ? (view.heard ? _("heard") : "") : absence_words(view.state);
    std::string tip = view.name + (view.job.empty() ? "" : ", " + view.job);
    if (!says.empty()) tip += " (" + says + ")";
    const Touch touch = layer().control({.id = id_of("face", number),
                                         .role = Role::ListItem,
                                         .name = view.name,
                                         .value = says,
                                         .place = place,
                                         .chosen = current,
                                         .tooltip = tip});
    const Colour ground = touch.held ? p.pressed : touch.hovered ? p.hover : p.raised;
    const Colour words = current ? p.on_accent : playable ? p.text : p.faint;
    paint::fill(place, current ? p.accent : ground);
    Rect room = place.inset(current ? std::max(2.0F, px(3)) : 0);
    const float line = look().line_px(Type::Small);
    if (compact) {
        draw_name(place, view, name, current ? Type::SmallStrong : Type::Small, words);
    } else {
        const Rect label{place.x, place.bottom() - line - px(3), place.width, line + px(2)};
        room.height = label.y - room.y;
        paint::fill(room, p.pressed);
        if (view.image != 0) {
            paint::picture(room, view.image, view.image_aspect, playable ? as_it_is : receding);
        } else {
            paint::text(room, Type::Lead, playable ? p.quiet : p.faint, initials(view.name),
                        paint::Align::Middle);
        }
        if (const Icon icon = mark_of(view); icon != Icon::None) mark(room, icon);
        paint::text(label.inset(px(space::hair), 0), current ? Type::SmallStrong : Type::Small,
                    words, name, paint::Align::Middle);
    }
    if (touch.focused) layer().ring(place.inset(px(5)));
    return touch;
}

// And what to do: below that, in letters that have room; else right behind it, or alone.
void draw_nobody(const Rect& strip) {
    const Palette& p = palette();
    const std::string what = _("Nobody is in this module yet.");
    const std::string remedy = _("Add a file for each person to its folder people.");
    const Rect room = strip.inset(px(space::small), 0);
    for (const Type type : {Type::Body, Type::Small}) {
        const float line = look().line_px(type);
        const bool fits = 2 * line <= room.height && paint::text_width(type, what) <= room.width &&
                          paint::text_width(type, remedy) <= room.width;
        if (!fits) continue;
        Rect words = room.centred(room.width, 2 * line);
        paint::text(words.cut_top(line), type, p.text, what, paint::Align::Middle);
        paint::text(words, type, p.quiet, remedy, paint::Align::Middle);
        return;
    }
    const auto fits = [&](Type type, const std::string& words) {
        return paint::paragraph_height(type, words, room.width) <= room.height;
    };
    std::string words = what + " " + remedy;
    if (!fits(Type::Small, words)) words = remedy;
    const Type type = fits(Type::Body, words) ? Type::Body : Type::Small;
    const float height = std::min(room.height, paint::paragraph_height(type, words, room.width, 2));
    paint::paragraph(room.centred(room.width, height), type, p.text, words, 2,
                     paint::Align::Middle);
}

}  // namespace

void draw_faces(const Rect& place, bool compact, const StageView& view, StageDrawn& drawn) {
    const Palette& p = palette();
    layer().begin_area(Area::Faces);
    paint::fill(place, p.surface);
    Rect room = place.inset(px(space::small), px(space::hair));
    room.y += px(space::hair);
    room.height -= px(space::hair);
    if (view.faces.empty()) {
        draw_nobody(place);
        return;
    }
    const float arrow = std::max(smallest_control_px, px(32));
    const float gap = px(space::hair);
    const Tiles tiles = tiles_for(view.faces, compact, room, 2 * (arrow + gap));
    const float tile = tiles.width;
    const std::uint32_t scroll = id_of("faces");
    const bool overflows = tiles.overflows;
    Rect earlier;
    Rect later;
    if (overflows) {
        earlier = room.cut_left(arrow);
        room.cut_left(gap);
        later = room.cut_right(arrow);
        room.cut_right(gap);
        const float whole = std::max(1.0F, std::floor((room.width + gap) / tiles.step()));
        room = room.centred(whole * tiles.step() - gap, room.height);
        if (button(earlier, {.id = "earlier faces",
                             .label = _("Earlier people"),
                             .icon = Icon::ChevronLeft,
                             .style = ButtonStyle::Quiet,
                             .words = false})) {
            layer().scroll_by(scroll, -room.width * 0.8F);
        }
    } else {
        room = room.centred(tiles.content, room.height);
    }
    const auto current = static_cast<std::size_t>(std::max(0, view.cell.person));
    const float x = static_cast<float>(current) * tiles.step();
    const Layer::Scrolled scrolled = layer().begin_scroll(scroll, room, Axis::Across, tiles.content,
                                                          current + 1, {x, 0, tile, room.height});
    const float offset = std::round(scrolled.offset / tiles.step()) * tiles.step();
    layer().begin_list(scroll, Axis::Across);
    const std::vector<std::string> names =
        short_names(view.faces, tile - (compact ? 2 * px(space::hair) + mark_width() : px(18)));
    for (std::size_t i = 0; i < view.faces.size(); ++i) {
        const Rect at{room.x + static_cast<float>(i) * tiles.step() - offset, room.y, tile,
                      room.height};
        if (at.common(room).empty()) {
            layer().unseen({.id = id_of("face", i),
                            .role = Role::ListItem,
                            .name = view.faces[i].name,
                            .place = at,
                            .chosen = i == current});
            continue;
        }
        const Touch touch = face(at, compact, view.faces[i], names[i], i == current, i);
        const int person = static_cast<int>(i);
        if (touch.hovered || touch.focused) drawn.resting_on = {person, view.cell.question};
        if (touch.clicked) drawn.asked.push_back(lessons::Input{lessons::ChoosePerson{person}});
    }
    layer().end_list();
    layer().end_scroll();
    if (overflows && button(later, {.id = "later faces",
                                    .label = _("More people"),
                                    .icon = Icon::ChevronRight,
                                    .style = ButtonStyle::Quiet,
                                    .words = false})) {
        layer().scroll_by(scroll, room.width * 0.8F);
    }
}

}  // namespace ui
