#include <algorithm>

#include "player/ui/paint.h"
#include "player/ui/stage_parts.h"

namespace ui {

void draw_veil(const Rect& display) {
    Colour veil = palette().backdrop;
    veil.a = 170;
    paint::fill(display, veil);
}

void draw_toast(const Rect& place, const std::string& words) {
    const float pad = px(space::large);
    const float most = place.width - 2 * pad;
    const float width = std::min(most, paint::text_width(Type::Lead, words) + 2 * pad);
    const float height = look().line_px(Type::Lead) + px(space::large);
    const Rect card{std::round(place.middle_x() - width / 2), place.y + px(space::huge),
                    std::round(width), height};
    paint::box(card, palette().raised, palette().edge, std::max(1.0F, std::floor(look().scale)));
    paint::text(card.inset(pad, 0), Type::Lead, palette().text, words, paint::Align::Middle);
}

}  // namespace ui
