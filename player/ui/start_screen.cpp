#include <algorithm>
#include <cmath>

#include "player/ui/controls.h"
#include "player/ui/views.h"

namespace ui {

namespace {

// What the program is about, as a picture: people across, questions down, one row and one column
// that cross.
void draw_motif(const Rect& place, int across, int down, int column, int row) {
    const Palette& p = palette();
    const float step = std::floor(std::min(place.width / static_cast<float>(across),
                                           place.height / static_cast<float>(down)));
    const float gap = std::max(2.0F, std::round(step * 0.16F));
    for (int y = 0; y < down; ++y) {
        for (int x = 0; x < across; ++x) {
            const bool on_row = y == row;
            const bool on_column = x == column;
            const Colour colour = on_row && on_column ? p.text
                                  : on_row            ? p.accent
                                  : on_column         ? p.themes[1]
                                                      : p.line;
            paint::fill({place.x + static_cast<float>(x) * step,
                         place.y + static_cast<float>(y) * step, step - gap, step - gap},
                        colour);
        }
    }
}

struct CardText {
    std::string first;  // what a click does
    std::string facts;  // size and funder
};

CardText card_text(const ModuleTile& tile) {
    CardText text;
    if (!tile.can_open) {
        text.first = "Ready in a moment";
    } else if (tile.last_place.empty()) {
        text.first = "Open";
    } else {
        text.first = "Continue: " + tile.last_place;
    }
    text.facts = tile.size;
    if (!tile.funder.empty()) {
        text.facts +=
            (text.facts.empty() ? "Paid for by " : "  \u00B7  Paid for by ") + tile.funder;
    }
    return text;
}

float card_height(const ModuleTile& tile, float width) {
    const float inner = width - 2 * px(space::huge);
    float height = 2 * px(space::large) + look().line_px(Type::Title) + px(space::hair);
    height += paint::paragraph_height(Type::Body, tile.about, inner, 3);
    if (!card_text(tile).facts.empty()) height += px(space::small) + look().line_px(Type::Small);
    if (tile.progress_text) height += px(space::medium) + look().line_px(Type::Small) + px(14);
    height += px(space::medium) + look().control_px();
    return height;
}

bool draw_card(const Rect& place, const ModuleTile& tile, std::size_t number) {
    const Palette& p = palette();
    const CardText text = card_text(tile);
    const Touch touch = layer().control({.id = id_of("module", number),
                                         .role = Role::Button,
                                         .name = tile.title.empty() ? tile.folder : tile.title,
                                         .value = text.first,
                                         .place = place,
                                         .enabled = tile.can_open,
                                         .tooltip = tile.folder});
    const float edge = std::max(1.0F, std::floor(look().scale));
    const Colour ground = touch.held ? p.pressed : touch.hovered ? p.hover : p.raised;
    paint::box(place, ground, touch.hovered ? p.accent : p.edge, edge);
    Rect room = place.inset(px(space::huge), px(space::large));
    paint::text(room.cut_top(look().line_px(Type::Title)), Type::Title, p.text,
                tile.title.empty() ? tile.folder : tile.title);
    room.cut_top(px(space::hair));
    const float about = paint::paragraph_height(Type::Body, tile.about, room.width, 3);
    paint::paragraph(room.cut_top(about), Type::Body, p.quiet, tile.about, 3);
    if (!text.facts.empty()) {
        room.cut_top(px(space::small));
        paint::text(room.cut_top(look().line_px(Type::Small)), Type::Small, p.quiet, text.facts);
    }
    if (tile.progress_text) {
        room.cut_top(px(space::medium));
        paint::text(room.cut_top(look().line_px(Type::Small)), Type::SmallStrong, p.text,
                    *tile.progress_text);
        room.cut_top(px(6));
        Rect bar = room.cut_top(px(8));
        paint::fill(bar, p.pressed);
        const auto part = static_cast<float>(std::clamp(tile.progress, 0.0, 1.0));
        paint::fill(bar.cut_left(std::round(bar.width * part)), p.accent);
    }
    Rect foot = room.cut_bottom(look().control_px());
    const float width = std::min(
        foot.width * 0.66F, paint::text_width(Type::BodyStrong, text.first) + 2 * px(space::large));
    const Rect open = foot.cut_left(std::round(width));
    if (tile.can_open) paint::fill_round(open, touch.held ? p.accent_pressed : p.accent);
    paint::text(tile.can_open ? open.inset(px(space::medium), 0) : open, Type::BodyStrong,
                tile.can_open ? p.on_accent : p.quiet, text.first,
                tile.can_open ? paint::Align::Middle : paint::Align::Start);
    foot.cut_left(px(space::large));
    if (tile.problems > 0) {
        const std::string problems =
            std::to_string(tile.problems) + (tile.problems == 1 ? " problem" : " problems");
        const float words = paint::text_width(Type::Small, problems);
        Rect right = foot.cut_right(words + px(size_of(IconSize::Small)) + px(space::hair) + 1);
        const Rect mark = right.cut_left(px(size_of(IconSize::Small)));
        right.cut_left(px(space::hair));
        paint::icon(mark.middle_x(), mark.middle_y(), Icon::Problem, IconSize::Small, p.alert);
        paint::text(right, Type::Small, p.alert, problems);
        foot.cut_right(px(space::medium));
    }
    paint::text(foot, Type::SmallStrong, p.text, tile.notice);
    if (touch.focused) layer().ring(place.inset(px(1)));
    return touch.clicked;
}

void draw_modules(const Rect& place, const StartView& view, std::vector<Action>& asked) {
    const Palette& p = palette();
    layer().begin_area(Area::Modules);
    if (view.modules.empty()) {
        Rect room = place.centred(std::min(place.width, px(520)), px(220));
        paint::icon(room.middle_x(), room.y + px(30), Icon::Modules, IconSize::Large, p.quiet);
        room.cut_top(px(72));
        paint::paragraph(room.cut_top(paint::leading(Type::Title)), Type::Title, p.text,
                         "No module yet", 1, paint::Align::Middle);
        room.cut_top(px(space::small));
        paint::paragraph(room, Type::Body, p.quiet,
                         "A module is a folder with films of people who all answer the same "
                         "questions. Open one below.",
                         4, paint::Align::Middle);
        return;
    }
    const float gap = px(space::large);
    float width = place.width;
    std::vector<float> heights;
    const auto measure = [&] {
        heights.clear();
        float content = 0;
        for (const ModuleTile& tile : view.modules) {
            heights.push_back(card_height(tile, width));
            content += heights.back() + gap;
        }
        return content;
    };
    float content = measure();
    if (content - gap > place.height) {
        width -= px(space::medium);  // room for the mark of how far down one is
        content = measure();
    }
    const Layer::Scrolled scrolled =
        layer().begin_scroll(id_of("modules"), place, Axis::Down, content - gap, 0, {});
    layer().begin_list(id_of("modules"), Axis::Down);
    float y = place.y - scrolled.offset;
    for (std::size_t i = 0; i < view.modules.size(); ++i) {
        const ModuleTile& tile = view.modules[i];
        const Rect card{place.x, y, width, heights[i]};
        y += heights[i] + gap;
        if (card.common(place).empty()) {
            layer().unseen({.id = id_of("module", i),
                            .name = tile.title.empty() ? tile.folder : tile.title,
                            .place = card,
                            .enabled = tile.can_open});
        } else if (draw_card(card, tile, i)) {
            asked.push_back(OpenModule{tile.folder});
        }
    }
    layer().end_list();
    layer().end_scroll();
}

void draw_open(Rect place, UiState& state, std::vector<Action>& asked) {
    layer().begin_area(Area::Place);
    const ButtonSpec open{.id = "open folder",
                          .label = "Open",
                          .icon = Icon::Folder,
                          .enabled = !state.typed.empty()};
    const Rect open_place = place.cut_right(button_width(open));
    place.cut_right(px(space::small));
    const bool asks = state.request_focus;
    state.request_focus = false;
    const FieldEdit edit =
        text_field(place, "folder", "Folder of a module",
                   "Folder of a module, for example /home/me/modules/work", state.typed, asks);
    const bool pressed = button(open_place, open);
    if ((pressed || edit.entered) && !state.typed.empty()) asked.push_back(OpenModule{state.typed});
}

}  // namespace

std::vector<Action> start_screen(const StartView& view, UiState& state) {
    const Palette& p = palette();
    std::vector<Action> asked;
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    const Rect display{0, 0, size.x, size.y};
    layer().set_keys(nullptr);
    begin_surface("start", display);
    paint::fill(display, p.backdrop);

    // At the left who we are, at the right what there is.
    Rect room = display.inset(std::min(px(56), display.width * 0.04F), px(40));
    const bool wide = display.width > look().em_px(Type::Body) * 52;
    if (wide) {
        Rect side = room.cut_left(std::round(room.width * 0.34F));
        room.cut_left(px(40));
        draw_motif(side.cut_top(px(170)), 11, 6, 7, 2);
        side.cut_top(px(space::huge));
        paint::text(side.cut_top(look().line_px(Type::Display)), Type::Display, p.text, "Crosscut");
        side.cut_top(px(space::small));
        paint::paragraph(side, Type::Lead, p.quiet, "One question, many lives.", 2);
        Rect foot = side;
        foot = foot.cut_bottom(paint::paragraph_height(
            Type::Small, "People at work answer the same questions. Watch one, compare all, talk.",
            side.width, 4));
        paint::paragraph(foot, Type::Small, p.quiet,
                         "People at work answer the same questions. Watch one, compare all, talk.");
    } else {
        paint::text(room.cut_top(look().line_px(Type::Title)), Type::Title, p.text, "Crosscut");
        room.cut_top(px(space::medium));
    }

    const float control = look().control_px();
    Rect open = room.cut_bottom(control + px(space::small) + look().line_px(Type::Small));
    room.cut_bottom(px(space::large));
    if (view.sentence) {
        const float inner = room.width - 2 * px(space::large);
        const float height =
            paint::paragraph_height(Type::Body, *view.sentence, inner, 4) + px(space::large);
        Rect card = room.cut_bottom(height);
        room.cut_bottom(px(space::medium));
        paint::fill(card, p.raised);
        paint::fill({card.x, card.y, std::max(3.0F, px(4)), card.height}, p.alert);
        paint::paragraph(card.inset(px(space::large), px(space::small)), Type::Body, p.text,
                         *view.sentence, 4);
    }
    draw_modules(room, view, asked);
    paint::text(open.cut_top(look().line_px(Type::Small)), Type::Small, p.quiet,
                "Open another folder");
    open.cut_top(px(space::small));
    draw_open(open, state, asked);
    end_surface();
    return asked;
}

}  // namespace ui
