#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "player/ui/controls.h"
#include "player/ui/stage_parts.h"
#include "player/ui/text.h"

namespace ui {

void draw_veil(const Rect& display) {
    Colour veil = palette().backdrop;
    veil.a = 170;
    paint::fill(display, veil);
}

namespace {

constexpr int most_lines = 3;

// A path in it gives way from its beginning until the words fit, if that makes them fit.
std::string fitting(Type type, const std::string& words, float width, std::size_t lines) {
    std::string shorter = words;
    while (paint::wrapped(type, shorter, width).size() > lines) {
        std::string next = with_shorter_path(shorter);
        if (next == shorter) break;
        shorter = std::move(next);
    }
    return shorter;
}

struct Card {
    Rect place;
    std::string words;
};

Card card_in(const Rect& place, const std::string& all) {
    const float pad = px(space::large);
    const float most = place.width - 2 * pad;
    const std::string words = fitting(Type::Lead, all, most - 2 * pad, most_lines);
    const float inner =
        std::min(most - 2 * pad, std::ceil(paint::text_width(Type::Lead, words)) + 1);
    const float tall = paint::paragraph_height(Type::Lead, words, inner, most_lines);
    const float width = inner + 2 * pad;
    return {{std::round(place.middle_x() - width / 2), place.y + px(space::huge), std::round(width),
             tall + px(space::large)},
            words};
}

void draw_card(const Rect& card, Type type, int lines, const std::string& words) {
    const float part = layer().appeared(id_of("toast"));
    const auto coming = [part](Colour colour) {
        colour.a = static_cast<std::uint8_t>(std::lround(static_cast<float>(colour.a) * part));
        return colour;
    };
    const Palette& p = palette();
    paint::box(card, coming(p.raised), coming(p.edge), std::max(1.0F, std::floor(look().scale)));
    const float tall =
        paint::paragraph_height(type, words, card.width - 2 * px(space::large), lines);
    paint::paragraph(card.centred(card.width - 2 * px(space::large), tall + 1), type,
                     coming(p.text), words, lines, paint::Align::Middle);
}

}  // namespace

std::string in_one_line(Type type, const std::string& words, float width) {
    return fitting(type, words, width, 1);
}

float draw_toast(const Rect& place, const std::string& words) {
    const Card card = card_in(place, words);
    draw_card(card.place, Type::Lead, most_lines, card.words);
    return card.place.bottom();
}

void draw_toast_in_row(const Rect& row, const std::string& words) {
    const float pad = px(space::hair);
    const float inner = row.width - 2 * px(space::large);
    const int lines =
        std::max(1, static_cast<int>((row.height - 2 * pad) / paint::leading(Type::Body)));
    const std::string shown = fitting(Type::Body, words, inner, static_cast<std::size_t>(lines));
    const float tall = paint::paragraph_height(Type::Body, shown, inner, lines);
    draw_card(row.centred(row.width, tall + 2 * pad), Type::Body, lines, shown);
}

}  // namespace ui
