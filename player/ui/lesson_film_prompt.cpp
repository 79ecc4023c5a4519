// A prompt over the film while it plays on.
#include <algorithm>
#include <cmath>

#include "player/ui/controls.h"
#include "player/ui/lesson_view.h"

namespace ui {

float film_prompt(const FilmPlace& film, const std::string& words) {
    constexpr int most_lines = 3;
    const Palette& p = palette();
    const Rect place{film.x, film.y + film.covered_above, film.width,
                     film.height - film.covered_above - film.covered_below};
    const float pad = px(space::large);
    const float most = place.width - 4 * pad;
    const bool brief = paint::wrapped(Type::Display, words, most).size() <= 2;
    const Type type = brief ? Type::Display : Type::Title;
    const float inner = std::min(most, std::ceil(paint::text_width(type, words)) + 1);
    const float tall = paint::paragraph_height(type, words, inner, most_lines);
    const Rect card{std::round(place.middle_x() - inner / 2 - pad), place.y + px(space::small),
                    std::round(inner + 2 * pad), std::round(tall + px(space::large))};
    begin_surface("film prompt", card);
    paint::fill(card, p.raised);
    paint::fill({card.x, card.y, std::max(3.0F, px(4)), card.height}, p.accent);
    paint::paragraph(card.inset(pad, px(space::small)), type, p.text, words, most_lines);
    end_surface();
    return card.bottom();
}

}  // namespace ui
