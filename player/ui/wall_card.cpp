// The cell that somebody rests on, larger: its still, who and what, and how long.
#include <algorithm>
#include <cmath>

#include "player/ui/text.h"
#include "player/ui/wall_parts.h"

namespace ui {

namespace {

constexpr float times_a_cell = 2.4F;

}  // namespace

Rect wall_card_picture(const WallLayout& layout) {
    const float most = std::max(layout.cell_width, layout.body.width - 2 * px(space::hair));
    const float width = std::round(std::min(most, layout.cell_width * times_a_cell));
    return {0, 0, width, std::round(width * 9 / 16)};
}

void draw_wall_card(const WallLayout& layout, const WallView& view, const WallState& state) {
    const WallCard& card = *view.card;
    const Palette& p = palette();
    const WallCell& cell = view.cell(card.cell);
    const WallPerson& person = view.people[static_cast<std::size_t>(card.cell.person)];
    const float edge = std::max(2.0F, px(3));
    const float pad = px(space::medium);
    const Rect still = wall_card_picture(layout);
    const float width = still.width + 2 * edge;
    const float inner = width - 2 * edge - 2 * pad;
    const bool playable = cell.state == catalogue::CellState::Playable;

    const float name = look().line_px(Type::Lead);
    const std::string work = person.job_covered ? job_comes_last() : upper_first(person.job);
    const float job = work.empty() ? 0 : look().line_px(Type::Small);
    const float question = paint::paragraph_height(Type::Body, card.question, inner, 4);
    const float absence =
        playable ? 0
                 : paint::paragraph_height(Type::Body, card.absence, inner, 3) + px(space::small);
    const float words = pad + name + job + px(space::small) + question + absence + pad;
    const float height = std::round((playable ? still.height : 0) + words + 2 * edge);

    const Rect under = cell_place(layout, card.cell, state.shown);
    const Rect& body = layout.body;
    const float x =
        std::clamp(under.middle_x() - width / 2, body.x, std::max(body.x, body.right() - width));
    const float above = under.middle_y() - (edge + still.height / 2);
    const float y =
        std::clamp(playable ? above : under.y, body.y, std::max(body.y, body.bottom() - height));
    const Rect place{std::round(x), std::round(y), width, height};

    paint::fill(place, state.by_pointer ? p.edge : p.focus);
    Rect room = place.inset(edge);
    paint::fill(room, p.raised);
    if (playable) {
        const Rect picture = room.cut_top(still.height);
        paint::fill(picture, p.pressed);
        if (card.image != 0) {
            paint::picture(picture, card.image, picture.width / picture.height);
        } else if (cell.image != 0) {
            paint::picture(picture, cell.image, picture.width / picture.height);
        } else {
            paint::text(picture, Type::Title, p.quiet, initials(person.name), paint::Align::Middle);
        }
    }
    room = room.inset(pad);
    Rect first = room.cut_top(name);
    std::string says = playable ? clock_text(cell.length_s) : absence_words(cell.state);
    if (playable && cell.length_s <= 0) says.clear();
    const float says_px = std::ceil(paint::text_width(Type::Body, says));
    Rect right = first.cut_right(says_px);
    paint::text(right, Type::Body, p.quiet, says, paint::Align::End);
    if (playable && cell.heard) {
        first.cut_right(px(space::small));
        const Rect check = first.cut_right(px(size_of(IconSize::Small)));
        paint::icon(check.middle_x(), check.middle_y(), Icon::Check, IconSize::Small, p.quiet);
    }
    first.cut_right(px(space::small));
    paint::text(first, Type::Lead, p.text, person.name);
    if (job > 0) paint::text(room.cut_top(job), Type::Small, p.quiet, work);
    room.cut_top(px(space::small));
    paint::paragraph(room.cut_top(question), Type::Body, p.text, card.question, 4);
    if (!playable) {
        room.cut_top(px(space::small));
        paint::paragraph(room, Type::Body, p.quiet, card.absence, 3);
    }
}

}  // namespace ui
