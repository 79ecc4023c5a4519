#include <algorithm>
#include <cmath>
#include <utility>

#include "player/ui/clicker_view.h"
#include "player/ui/controls.h"
#include "player/ui/screen_frame.h"

namespace ui {

namespace {

std::uint32_t item_id(std::size_t number) {
    return id_of("clicker item", number);
}

float row_height() {
    return std::max(px(44), look().line_px(Type::Title) + px(space::medium));
}

bool draw_item(const Rect& place, const ClickerItem& item, std::size_t number, bool chosen) {
    const Palette& p = palette();
    const Touch touch = layer().control({.id = item_id(number),
                                         .role = Role::ListItem,
                                         .name = item.words,
                                         .value = item.detail,
                                         .place = place,
                                         .chosen = chosen});
    if (chosen || touch.hovered) paint::fill(place, chosen ? p.chosen : p.hover);
    if (chosen) paint::fill({place.x, place.y, std::max(4.0F, px(6)), place.height}, p.accent);
    Rect room = place.inset(px(space::large), 0);
    const Rect mark = room.cut_left(px(size_of(IconSize::Medium)));
    if (item.icon != Icon::None) {
        paint::icon(mark.middle_x(), mark.middle_y(), item.icon, IconSize::Medium,
                    chosen ? p.accent : p.quiet);
    }
    room.cut_left(px(space::large));
    const float used = paint::text(room, Type::Title, p.text, item.words);
    room.cut_left(used + px(space::large));
    const float in_two = paint::width_in_lines(Type::Small, item.detail, 2);
    if (paint::text_width(Type::Body, item.detail) <= room.width) {
        paint::text(room, Type::Body, p.quiet, item.detail, paint::Align::End);
    } else if (in_two <= room.width) {
        const float tall = paint::paragraph_height(Type::Small, item.detail, in_two);
        const Rect end = room.cut_right(in_two).centred(in_two, tall + 1);
        paint::paragraph(end, Type::Small, p.quiet, item.detail, 2, paint::Align::End);
    }
    if (touch.focused) layer().ring(place.inset(px(3)));
    return touch.clicked;
}

}  // namespace

std::optional<std::size_t> clicker_panel(const ClickerView& view, const catalogue::KeyTable& keys,
                                         UiState& ui) {
    layer().set_keys(&keys);
    const Rect display = whole_display();
    const PanelRoom panel =
        begin_panel(display, {.id = "clicker panel", .title = view.title, .icon = Icon::Board});
    Rect room = panel.inside;
    if (std::exchange(ui.request_focus, false)) layer().move_focus_to(item_id(view.at));

    const char* said =
        _("Forward and back go through the list. The key for a black screen, or F5, "
          "chooses. Esc goes back.");
    const float tall = paint::paragraph_height(Type::Lead, said, room.width);
    Rect foot = room.cut_bottom(tall + 1);
    room.cut_bottom(px(space::medium));
    paint::paragraph(foot, Type::Lead, palette().text, said);
    if (!view.sentence.empty()) {
        const float words = paint::paragraph_height(Type::Lead, view.sentence, room.width);
        paint::paragraph(room.cut_top(words + 1), Type::Lead, palette().quiet, view.sentence);
        room.cut_top(px(space::medium));
    }

    // Whole lines, which take all the room where there are more of them.
    const float lines = std::max(1.0F, std::floor(room.height / row_height()));
    const bool all_fit = static_cast<float>(view.items.size()) <= lines;
    const float row =
        all_fit ? row_height() : std::max(row_height(), std::floor(room.height / lines));
    room.height = lines * row;
    const std::uint32_t id = id_of("clicker list");
    const float y_at = static_cast<float>(view.at) * row;
    const Layer::Scrolled scrolled =
        layer().begin_scroll(id, room, Axis::Down, static_cast<float>(view.items.size()) * row,
                             view.at + 1, {0, y_at, room.width, row});
    const float offset = std::round(scrolled.offset / row) * row;
    layer().begin_list(id, Axis::Down);
    std::optional<std::size_t> clicked;
    for (std::size_t i = 0; i < view.items.size(); ++i) {
        const Rect at{room.x, room.y + static_cast<float>(i) * row - offset,
                      room.width - px(space::small), row};
        const bool chosen = i == view.at;
        if (at.common(room).empty()) {
            layer().unseen({.id = item_id(i),
                            .role = Role::ListItem,
                            .name = view.items[i].words,
                            .place = at,
                            .chosen = chosen});
        } else if (draw_item(at, view.items[i], i, chosen)) {
            clicked = i;
        }
    }
    layer().end_list();
    layer().end_scroll();
    end_panel();
    if (panel.closed) ui.panel = Panel::None;
    return clicked;
}

}  // namespace ui
