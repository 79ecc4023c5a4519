#include <algorithm>
#include <cmath>

#include "player/ui/controls.h"
#include "player/ui/stage_parts.h"

namespace ui {

void draw_veil(const Rect& display) {
    Colour veil = palette().backdrop;
    veil.a = 170;
    paint::fill(display, veil);
}

namespace {

constexpr int most_lines = 3;

Rect card_in(const Rect& place, const std::string& words) {
    const float pad = px(space::large);
    const float most = place.width - 2 * pad;
    const float inner =
        std::min(most - 2 * pad, std::ceil(paint::text_width(Type::Lead, words)) + 1);
    const float tall = paint::paragraph_height(Type::Lead, words, inner, most_lines);
    const float width = inner + 2 * pad;
    return {std::round(place.middle_x() - width / 2), place.y + px(space::huge), std::round(width),
            tall + px(space::large)};
}

}  // namespace

float toast_height(const Rect& place, const std::string& words) {
    return card_in(place, words).bottom() - place.y;
}

float draw_toast(const Rect& place, const std::string& words) {
    const float pad = px(space::large);
    const Rect card = card_in(place, words);
    const float part = layer().appeared(id_of("toast"));
    const auto coming = [part](Colour colour) {
        colour.a = static_cast<std::uint8_t>(std::lround(static_cast<float>(colour.a) * part));
        return colour;
    };
    const Palette& p = palette();
    paint::box(card, coming(p.raised), coming(p.edge), std::max(1.0F, std::floor(look().scale)));
    paint::paragraph(card.inset(pad, px(space::small)), Type::Lead, coming(p.text), words,
                     most_lines, paint::Align::Middle);
    return card.bottom();
}

}  // namespace ui
