#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "player/ui/controls.h"
#include "player/ui/stage_parts.h"
#include "player/ui/text.h"

namespace ui {

namespace {

// A small dark chip with a mark, at the corner of a face.
void mark(const Rect& image, Icon icon, Colour colour, bool left) {
    const float side = px(size_of(IconSize::Small)) + px(4);
    const Rect chip{left ? image.x : image.right() - side, image.bottom() - side, side, side};
    paint::fill(chip, palette().backdrop);
    paint::icon(chip.middle_x(), chip.middle_y(), icon, IconSize::Small, colour);
}

std::string_view first_name(std::string_view name) {
    return name.substr(0, name.find(' '));
}

// Under each face: the whole name where it fits, else the first one, unless two share it.
std::vector<std::string> short_names(const std::vector<FaceView>& faces, float width) {
    std::map<std::string, int> firsts;
    for (const FaceView& face : faces)
        ++firsts[face.name.substr(0, face.name.find(' '))];
    std::vector<std::string> names;
    for (const FaceView& face : faces) {
        const std::string first = face.name.substr(0, face.name.find(' '));
        const bool fits = paint::text_width(Type::SmallStrong, face.name) <= width;
        names.push_back(fits || firsts[first] > 1 ? face.name : first);
    }
    return names;
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
        paint::text(place.inset(px(space::small), 0), current ? Type::SmallStrong : Type::Small,
                    words, name, paint::Align::Middle);
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
        if (!playable) {
            mark(room, view.state == catalogue::CellState::Empty ? Icon::NoAnswer : Icon::Lock,
                 p.text, false);
        } else if (view.heard) {
            mark(room, Icon::Check, p.text, false);
        }
        paint::text(label.inset(px(space::hair), 0), current ? Type::SmallStrong : Type::Small,
                    words, name, paint::Align::Middle);
    }
    if (touch.focused) layer().ring(place.inset(px(5)));
    return touch;
}

// And what to do: below that; where there is little room right behind it, or alone.
void draw_nobody(const Rect& room) {
    const Palette& p = palette();
    const std::string what = _("Nobody is in this module yet.");
    const std::string remedy = _("Add a file for each person to its folder people.");
    const float line = look().line_px(Type::Body);
    if (2 * line <= room.height) {
        Rect words = room.centred(room.width, 2 * line);
        paint::text(words.cut_top(line), Type::Body, p.text, what, paint::Align::Middle);
        paint::text(words, Type::Body, p.quiet, remedy, paint::Align::Middle);
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
        draw_nobody(room);
        return;
    }
    const float gap = px(space::hair);
    const float wide = compact ? px(120) : std::max(px(100), look().em_px(Type::Small) * 6.2F);
    // For everybody as wide as the longest first name needs it, within reason.
    const float beside = 2 * px(compact ? space::small : space::hair) + 1;
    float longest = 0;
    for (const FaceView& face : view.faces)
        longest = std::max(longest, paint::text_width(Type::SmallStrong, first_name(face.name)));
    const float tile = std::round(std::clamp(longest + beside, wide, wide * 1.25F));
    const float content = static_cast<float>(view.faces.size()) * (tile + gap) - gap;
    const std::uint32_t scroll = id_of("faces");

    const bool overflows = content > room.width;
    const float arrow = std::max(smallest_control_px, px(32));
    Rect earlier;
    Rect later;
    if (overflows) {
        earlier = room.cut_left(arrow);
        room.cut_left(gap);
        later = room.cut_right(arrow);
        room.cut_right(gap);
        if (button(earlier, {.id = "earlier faces",
                             .label = _("Earlier people"),
                             .icon = Icon::ChevronLeft,
                             .style = ButtonStyle::Quiet,
                             .words = false})) {
            layer().scroll_by(scroll, -room.width * 0.8F);
        }
    } else {
        room = room.centred(content, room.height);
    }
    const auto current = static_cast<std::size_t>(std::max(0, view.cell.person));
    const float x = static_cast<float>(current) * (tile + gap);
    const Layer::Scrolled scrolled = layer().begin_scroll(scroll, room, Axis::Across, content,
                                                          current + 1, {x, 0, tile, room.height});
    layer().begin_list(scroll, Axis::Across);
    const std::vector<std::string> names = short_names(view.faces, tile - px(18));
    for (std::size_t i = 0; i < view.faces.size(); ++i) {
        const Rect at{room.x + static_cast<float>(i) * (tile + gap) - scrolled.offset, room.y, tile,
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
