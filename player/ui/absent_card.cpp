#include <algorithm>

#include "player/ui/controls.h"
#include "player/ui/stage_parts.h"

namespace ui {

std::string absence_words(catalogue::CellState state) {
    switch (state) {
        case catalogue::CellState::Playable:
            return "";
        case catalogue::CellState::Empty:
            return _("no answer");
        case catalogue::CellState::Withheld:
            return _("withheld");
        case catalogue::CellState::Withdrawn:
            return _("withdrawn");
    }
    return "";
}

namespace {

// Of the words and of the buttons below them. In large letters the words get smaller and what the
// buttons show without it is not said, so that one of them is in sight.
struct Sizes {
    Type what = Type::Title;
    Type hint = Type::Body;
    bool nearest_named = true;
    float gap = space::small;
};

void draw_nearest(Rect room, std::size_t shown, const Sizes& sizes, const AbsentView& absent,
                  Actions& asked) {
    const float control = look().control_px();
    if (sizes.nearest_named) {
        room.cut_top(px(space::large));
        paint::text(room.cut_top(look().line_px(Type::Small)), Type::Small, palette().quiet,
                    _("The nearest answers"), paint::Align::Middle);
    }
    float widest = 0;
    for (std::size_t i = 0; i < shown; ++i) {
        widest =
            std::max(widest, button_width({.label = absent.nearest[i].text, .icon = Icon::Play}));
    }
    for (std::size_t i = 0; i < shown; ++i) {
        room.cut_top(px(sizes.gap));
        const AbsentView::Nearest& nearest = absent.nearest[i];
        ImGui::PushID(static_cast<int>(i));
        const ButtonSpec spec{
            .id = "nearest", .label = nearest.text, .icon = Icon::Play, .at_start = true};
        const Rect strip = room.cut_top(control);
        if (button(strip.centred(std::min(strip.width, widest), control), spec)) {
            asked.push_back(lessons::Input{lessons::ChooseCell{nearest.cell}});
        }
        ImGui::PopID();
    }
}

}  // namespace

void draw_absent(const Rect& place, const StageView& view, Actions& asked) {
    const Palette& p = palette();
    const AbsentView& absent = *view.absent;
    layer().begin_area(Area::Line);
    paint::fill(place, p.surface);
    const float width = std::min(place.width - 2 * px(space::large), px(620));
    const float icon = px(size_of(IconSize::Large));
    const float control = look().control_px();
    const std::size_t shown = std::min<std::size_t>(absent.nearest.size(), 4);
    Sizes sizes;
    float what = 0;
    float hint = 0;
    float heading = 0;
    float row = 0;
    // Whether all is in sight down to the first button.
    const auto lay_out = [&](const Sizes& in) {
        sizes = in;
        what = paint::paragraph_height(in.what, absent.what, width, 3);
        hint = paint::paragraph_height(in.hint, absent.hint, width, 4);
        heading =
            shown > 0 && in.nearest_named ? look().line_px(Type::Small) + px(space::large) : 0;
        row = control + px(in.gap);
        const float words = what + px(in.gap) + hint + heading;
        return words + (shown > 0 ? row : 0) <= place.height - 2 * px(in.gap);
    };
    for (const Sizes smaller : {Sizes{}, Sizes{Type::Lead, Type::Body, true},
                                Sizes{Type::SmallStrong, Type::Small, false, space::hair}}) {
        if (lay_out(smaller)) break;
    }
    const float list = heading + static_cast<float>(shown) * row;
    float total = icon + px(space::medium) + what + px(sizes.gap) + hint + list;
    const bool with_icon = total <= place.height - 2 * px(space::medium);
    if (!with_icon) total -= icon + px(space::medium);
    // With large letters on a small display the card scrolls.
    const Rect frame = place.inset(0, px(sizes.gap));
    const Layer::Scrolled scrolled =
        layer().begin_scroll(id_of("absent"), frame, Axis::Down, total, 0, {});
    Rect room = frame.centred(width, std::min(total, frame.height));
    room = {room.x, room.y - scrolled.offset, room.width, total};

    if (with_icon) {
        const Rect mark = room.cut_top(icon);
        const bool withheld = view.cell.person >= 0 &&
                              static_cast<std::size_t>(view.cell.person) < view.faces.size() &&
                              view.faces[static_cast<std::size_t>(view.cell.person)].state !=
                                  catalogue::CellState::Empty;
        paint::icon(mark.middle_x(), mark.middle_y(), withheld ? Icon::Lock : Icon::Talk,
                    IconSize::Large, p.quiet);
        room.cut_top(px(space::medium));
    }
    paint::paragraph(room.cut_top(what), sizes.what, p.text, absent.what, 3, paint::Align::Middle);
    room.cut_top(px(sizes.gap));
    paint::paragraph(room.cut_top(hint), sizes.hint, p.quiet, absent.hint, 4, paint::Align::Middle);
    if (shown > 0) draw_nearest(room, shown, sizes, absent, asked);
    layer().end_scroll();
}

}  // namespace ui
