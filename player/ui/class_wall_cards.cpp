// The cards of the class wall: rows of equal columns, the most different first.
#include <algorithm>
#include <cmath>
#include <utility>

#include "player/ui/class_wall_parts.h"
#include "player/ui/text.h"

namespace ui {

namespace {

constexpr std::size_t most_letters = 260;  // of a thought or a quote on a card: the rest is one
                                           // press away

struct CardWords {
    std::string quoted;
    std::string thought;
};

// The beginning, up to a blank.
std::string beginning_of(const std::string& words) {
    if (words.size() <= most_letters) return words;
    std::size_t end = words.find_last_of(" \n", most_letters);
    if (end == std::string::npos || end < most_letters / 2) {
        end = most_letters;
        while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0U) == 0x80U)
            --end;
    }
    return words.substr(0, end) + "\u2026";
}

CardWords words_on(const ClassCard& card) {
    CardWords words;
    if (!card.quoted.empty()) words.quoted = "\u201C" + beginning_of(card.quoted) + "\u201D";
    words.thought = beginning_of(card.thought);
    return words;
}

struct Columns {
    std::size_t count = 1;
    float width = 0;
    float gap = 0;
};

Columns columns_in(float width) {
    Columns columns;
    columns.gap = px(space::large);
    const float least = std::min(width, look().em_px(Type::Body) * 15);
    columns.count = static_cast<std::size_t>(
        std::clamp(std::floor((width + columns.gap) / (least + columns.gap)), 1.0F, 5.0F));
    const auto gaps = static_cast<float>(columns.count - 1) * columns.gap;
    columns.width = std::floor((width - gaps) / static_cast<float>(columns.count));
    return columns;
}

float card_pad() {
    return px(space::medium);
}

// With large letters a strip of the picture: two lines of the first thoughts are in sight below it.
float still_height(float width) {
    constexpr float cards_share = 0.55F;  // of the window's height
    const float words = card_pad() + paint::leading(Type::Body) + 2 * paint::leading(Type::Small) +
                        px(space::small) + 2 * paint::leading(Type::BodyStrong);
    const float most = std::max(px(48), whole_display().height * cards_share - words);
    return std::round(std::min(width * 9 / 16, most));
}

float card_height(const ClassCard& card, float width) {
    const CardWords words = words_on(card);
    const float inner = width - 2 * card_pad();
    float height = card.has_still ? still_height(width) : 0;
    height += 2 * card_pad() + paint::paragraph_height(Type::Body, card.who, inner);
    if (!card.question.empty()) {
        const float marker = px(12) + px(space::hair);
        height += paint::paragraph_height(Type::Small, card.question, inner - marker);
    }
    if (!words.thought.empty()) {
        height +=
            px(space::small) + paint::paragraph_height(Type::BodyStrong, words.thought, inner);
    }
    if (!words.quoted.empty()) {
        height += px(space::small) + paint::paragraph_height(Type::Body, words.quoted, inner);
    }
    return std::ceil(height) + 4;
}

void draw_card(const Rect& place, const ClassCard& card, std::size_t number, ClassWallState& state,
               ClassWallDrawn& drawn) {
    const Palette& p = palette();
    const std::string& first = card.thought.empty() ? card.quoted : card.thought;
    const std::string said = beginning_of(first);
    const Touch touch = layer().control({.id = id_of("class card", number),
                                         .role = Role::ListItem,
                                         .name = card.who,
                                         .value = said,
                                         .place = place});
    if (touch.clicked) {
        state.opened = number;
        state.just_opened = true;
    }
    const float edge = std::max(1.0F, std::floor(look().scale));
    paint::box(place, touch.hovered ? p.hover : p.raised, touch.hovered ? p.accent : p.edge, edge);
    Rect room = place;
    if (card.has_still) {
        const Rect still = room.cut_top(still_height(place.width)).inset(edge);
        paint::fill(still, p.pressed);
        if (card.image != 0) paint::picture(still, card.image, still.width / still.height);
        drawn.in_sight.push_back(number);
        drawn.picture_px = {static_cast<int>(still.width), static_cast<int>(still.height)};
    }
    room = room.inset(card_pad(), card_pad());
    const CardWords words = words_on(card);
    take_words(room, Type::Body, p.text, card.who);
    if (!card.question.empty()) {
        const float marker = px(12);
        const float tall = paint::paragraph_height(Type::Small, card.question,
                                                   room.width - marker - px(space::hair));
        Rect line = room.cut_top(tall + 1);
        paint::theme_marker(line.x + marker / 2, line.y + paint::leading(Type::Small) / 2, marker,
                            card.theme);
        line.cut_left(marker + px(space::hair));
        paint::paragraph(line, Type::Small, p.quiet, card.question);
    }
    if (!words.thought.empty()) {
        room.cut_top(px(space::small));
        take_words(room, Type::BodyStrong, p.text, words.thought);
    }
    if (!words.quoted.empty()) {
        room.cut_top(px(space::small));
        take_words(room, Type::Body, p.quiet, words.quoted);
    }
    if (touch.focused) layer().ring(place.inset(px(1)));
}

}  // namespace

void draw_class_cards(const Rect& place, const ClassWallView& view, ClassWallState& state,
                      ClassWallDrawn& drawn) {
    layer().begin_area(Area::Wall);
    Rect room = place.inset(px(space::large), 0);
    const Columns columns = columns_in(room.width - px(space::medium));
    std::vector<float> rows;
    for (std::size_t i = 0; i < view.cards.size(); ++i) {
        if (i % columns.count == 0) rows.push_back(0);
        rows.back() = std::max(rows.back(), card_height(view.cards[i], columns.width));
    }
    float content = px(space::medium);
    for (const float row : rows)
        content += row + columns.gap;
    const std::uint32_t id = id_of("class cards");
    if (std::exchange(state.to_first, false)) layer().scroll_by(id, -content);
    const Layer::Scrolled scrolled = layer().begin_scroll(id, room, Axis::Down, content, 0, {});
    layer().begin_list(id, std::nullopt);
    float y = room.y + px(space::hair) - scrolled.offset;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (std::size_t column = 0; column < columns.count; ++column) {
            const std::size_t number = row * columns.count + column;
            if (number >= view.cards.size()) break;
            const auto across = static_cast<float>(column) * (columns.width + columns.gap);
            const Rect card{room.x + across, y, columns.width, rows[row]};
            if (card.common(room).empty()) {
                layer().unseen({.id = id_of("class card", number),
                                .role = Role::ListItem,
                                .name = view.cards[number].who,
                                .place = card});
            } else {
                draw_card(card, view.cards[number], number, state, drawn);
            }
        }
        y += rows[row] + columns.gap;
    }
    layer().end_list();
    layer().end_scroll();
}

namespace {

// The letters of a card that the class talks about.
struct OpenedLetters {
    Type quoted = Type::Display;
    Type thought = Type::Poster;
};

// Closer together in the smallest letters.
float opened_gap(OpenedLetters letters) {
    return px(letters.thought == Type::Lead ? space::small : space::large);
}

std::string quoted_whole(const ClassCard& card) {
    return card.quoted.empty() ? "" : "\u201C" + card.quoted + "\u201D";
}

void draw_opened_words(Rect& words, const ClassCard& card, OpenedLetters letters) {
    const Palette& p = palette();
    if (!card.question.empty()) take_words(words, Type::Lead, p.quiet, card.question);
    if (!card.quoted.empty()) {
        words.cut_top(opened_gap(letters));
        take_words(words, letters.quoted, p.quiet, quoted_whole(card));
    }
    if (!card.thought.empty()) {
        words.cut_top(opened_gap(letters));
        take_words(words, letters.thought, p.text, card.thought);
    }
}

float opened_height(const ClassCard& card, OpenedLetters letters, float width) {
    float height = 0;
    const auto add = [&](Type type, const std::string& words, float gap) {
        if (!words.empty()) height += gap + paint::paragraph_height(type, words, width) + 1;
    };
    add(Type::Lead, card.question, 0);
    add(letters.quoted, quoted_whole(card), opened_gap(letters));
    add(letters.thought, card.thought, opened_gap(letters));
    return height;
}

}  // namespace

void draw_opened_card(const Rect& display, const ClassWallView& view, ClassWallState& state,
                      ClassWallDrawn& drawn) {
    const ClassCard& card = view.cards[*state.opened];
    const Rect place = display.centred(std::min(display.width - 2 * px(space::large), px(980)),
                                       display.height - 2 * px(space::large));
    const PanelRoom panel =
        begin_panel(place, {.id = "opened card", .title = card.who, .icon = Icon::Talk});
    Rect room = panel.inside;
    const bool opened = std::exchange(state.just_opened, false);
    const ButtonSpec hear{.id = "hear card",
                          .label = _("Hear this answer"),
                          .icon = Icon::Play,
                          .style = ButtonStyle::Accent};
    if (card.has_still) {
        const Rect foot = room.cut_bottom(look().control_px());
        room.cut_bottom(px(space::medium));
        const Rect spot{foot.x, foot.y, std::min(foot.width, button_width(hear)), foot.height};
        if (button(spot, hear)) drawn.wall.push_back(HearCard{*state.opened});
    }
    if (opened) layer().enter_panel(id_of(card.has_still ? "hear card" : "close"));
    // For the back row, as large as fits; what is longer scrolls.
    const float width = room.width - px(space::medium);
    OpenedLetters letters;
    float tall = 0;
    for (const OpenedLetters smaller :
         {OpenedLetters{Type::Display, Type::Poster}, OpenedLetters{Type::Title, Type::Display},
          OpenedLetters{Type::Lead, Type::Title}, OpenedLetters{Type::Body, Type::Lead}}) {
        if (look().em_px(smaller.thought) < back_row_px()) break;
        letters = smaller;
        tall = opened_height(card, letters, width);
        if (tall <= room.height) break;
    }
    const Layer::Scrolled scrolled =
        layer().begin_scroll(id_of("opened words"), room, Axis::Down, tall, 0, {});
    Rect words{room.x, room.y - scrolled.offset, width, 1e6F};
    draw_opened_words(words, card, letters);
    layer().end_scroll();
    end_panel();
    if (panel.closed) state.opened.reset();
}

}  // namespace ui
