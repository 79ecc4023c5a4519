#include "player/ui/stage_layout.h"

#include <algorithm>

namespace ui {

namespace {

// A film as narrow as it is beside a drawer leaves room for more lines of the question; one of them
// matters more than the film's size.
void grow_header(StageLayout& layout, const Look& look) {
    const float line = look.leading_px(Type::SmallStrong);
    const float spare = (layout.film.height - layout.film.width * 9 / 16) / line;
    const float more = line * std::clamp(std::floor(spare), 1.0F, 2.0F);
    layout.header.height += layout.film.cut_top(more).height;
    layout.ways.cut_top(more);
}

}  // namespace

StageLayout lay_out_stage(float width_px, float height_px, Side side, const Look& look,
                          float drawer_px) {
    StageLayout layout;
    Rect all{0, 0, width_px, height_px};
    // Little room is little room for letters: fonts have a floor, so the scale alone says nothing.
    const float letter = look.em_px(Type::Body);
    layout.compact = height_px < letter * 34 || width_px < letter * 56;
    const bool compact = layout.compact;
    const float gap = look.px(space::small);

    const float position = std::max(smallest_control_px, look.px(compact ? 20 : 26));
    layout.position_px = position;
    layout.transport = all.cut_bottom(position + look.control_px() + look.px(compact ? 4 : 8));

    if (drawer_px > 0) layout.side = all.cut_right(drawer_px);
    const float name = look.line_px(Type::Small);
    layout.faces = all.cut_bottom(compact ? name + look.px(20) : name + look.px(48 + 20));

    // Of one width, so that the film stays when one follows the other.
    if (side != Side::None && drawer_px <= 0) {
        const float wanted = compact ? letter * 13 : letter * 18;
        layout.side = all.cut_right(std::min(std::round(wanted), width_px * 0.4F));
    }
    const float question = look.leading_px(compact ? Type::Lead : Type::Title) * 2;
    const float theme = compact ? 0 : look.line_px(Type::Small) + look.px(2);
    layout.header = all.cut_top(question + theme + look.px(compact ? 8 : 20));

    layout.ways =
        all.cut_left(compact ? look.control_px() + 2 * gap : std::round(letter * 11.8F) + 2 * gap);
    const float row = std::max(look.line_px(Type::Lead) + look.line_px(Type::Body),
                               2 * look.leading_px(Type::Body));
    all.cut_right(gap);
    layout.row = all.cut_bottom(compact ? look.control_px() + gap : row + look.px(14));
    layout.film = all;
    // The row stands under the film that most films are, not under the room for it.
    const float film = std::round(std::min(all.width, all.height * 16 / 9));
    if (film > letter * 30) {
        layout.row.x = std::round(all.middle_x() - film / 2);
        layout.row.width = film;
    }
    if (compact && drawer_px > 0) grow_header(layout, look);
    return layout;
}

}  // namespace ui
