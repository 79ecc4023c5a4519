#include "player/ui/paint.h"
#include "player/ui/stage_parts.h"

namespace ui {

void draw_header(const Rect& place, bool compact, const StageView& view) {
    const Palette& p = palette();
    Rect room = place.inset(px(space::large), px(compact ? 4 : 10));
    if (!compact) {
        const float line = look().line_px(Type::Small);
        Rect theme = room.cut_top(line);
        room.cut_top(px(2));
        if (!view.theme.empty()) {
            const float mark = px(13);
            const Rect marker = theme.cut_left(mark);
            paint::theme_marker(marker.middle_x(), marker.middle_y(), mark, view.theme_index);
            theme.cut_left(px(space::small));
            const float used = paint::text(theme, Type::SmallStrong,
                                           p.themes[view.theme_index % theme_colours], view.theme);
            theme.cut_left(used + px(space::large));
        }
        if (view.turn.empty()) {
            paint::text(theme, Type::Small, p.quiet, view.module_title, paint::Align::End);
        } else {
            paint::text(theme, Type::SmallStrong, p.text, view.turn, paint::Align::End);
        }
    }
    // As large as it fits: one line of the largest letters, two of large ones, or what there is.
    const bool one_line = paint::text_width(Type::Display, view.question) <= room.width;
    if (one_line && !compact) {
        paint::text(room, Type::Display, p.text, view.question);
        return;
    }
    Type type = Type::SmallStrong;
    for (const Type smaller : {Type::Title, Type::Lead, Type::BodyStrong}) {
        if (compact && smaller == Type::Title) continue;
        if (paint::paragraph_height(smaller, view.question, room.width) > room.height + 1) continue;
        type = smaller;
        break;
    }
    if (paint::wrapped(type, view.question, room.width).size() == 1) {
        paint::text(room, type, p.text, view.question);
    } else {
        paint::paragraph(room, type, p.text, view.question);
    }
}

}  // namespace ui
