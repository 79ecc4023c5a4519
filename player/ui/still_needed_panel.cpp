#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "player/ui/controls.h"
#include "player/ui/still_needed_view.h"

#include <imgui.h>

namespace ui {

namespace {

// One below the other, as wide as the panel.
template <std::size_t count>
std::optional<std::size_t> column_of_buttons(Rect room, const std::array<ButtonSpec, count>& all) {
    std::optional<std::size_t> pressed;
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0) room.cut_top(px(space::small));
        if (button(room.cut_top(look().control_px()), all[i])) pressed = i;
    }
    return pressed;
}

}  // namespace

std::optional<StillNeeded> still_needed_panel(const StillNeededView& view,
                                              const catalogue::KeyTable& keys, UiState& ui,
                                              StillNeededState& state) {
    layer().set_keys(&keys);
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    const Rect display{0, 0, size.x, size.y};
    const std::string& words = state.deleting ? view.goes : view.question;
    const std::size_t buttons = state.deleting ? 2 : 3;
    const float width = std::min(display.width - 2 * px(space::large), px(560));
    const char* with_clicker =
        _("With a clicker: forward and back go from button to button, the key for a black screen "
          "or F5 presses it.");
    const float around = look().control_px() + px(space::large) * 2 + px(space::medium);
    const float row = look().control_px() + px(space::small);
    float inner = width - 2 * px(space::huge);
    const auto content_height = [&] {
        return paint::paragraph_height(Type::Body, words, inner) + 1 + px(space::large) +
               static_cast<float>(buttons) * row +
               paint::paragraph_height(Type::Small, with_clicker, inner) + 1;
    };
    // With large letters all of it scrolls: no button is lower than another.
    const bool scrolls = around + content_height() > display.height;
    if (scrolls) inner -= px(space::medium);
    const float content = content_height();
    const float height = around + content;
    const PanelRoom panel =
        begin_panel(display.centred(width, std::min(height, display.height)),
                    {.id = "still needed", .title = _("Still needed?"), .icon = Icon::Notebook});
    const Layer::Scrolled scrolled =
        layer().begin_scroll(id_of("still needed"), panel.inside, Axis::Down, content, 0, {});
    Rect room{panel.inside.x, panel.inside.y - scrolled.offset, inner, content};
    const float said = paint::paragraph_height(Type::Body, words, inner) + 1;
    const float helped = paint::paragraph_height(Type::Small, with_clicker, inner) + 1;
    paint::paragraph(room.cut_bottom(helped), Type::Small, palette().quiet, with_clicker);
    // What changes nothing is what the keyboard is on first.
    if (std::exchange(ui.request_focus, false)) {
        layer().enter_panel(id_of(state.deleting ? "leave it" : "decide later"));
    }
    paint::paragraph(room.cut_top(said), Type::Body, palette().text, words);
    room.cut_top(px(space::large));
    std::optional<StillNeeded> answer;
    if (state.deleting) {
        const std::array<ButtonSpec, 2> two{
            ButtonSpec{.id = "leave it", .label = _("Leave it"), .style = ButtonStyle::Accent},
            ButtonSpec{.id = "delete all", .label = _("Delete everything"), .icon = Icon::Bin}};
        const auto pressed = column_of_buttons(room, two);
        if (pressed == std::size_t{0}) {
            state.deleting = false;
            ui.request_focus = true;
        } else if (pressed) {
            answer = StillNeeded::Delete;
        }
    } else {
        const std::array<ButtonSpec, 3> three{
            ButtonSpec{
                .id = "decide later", .label = _("Decide later"), .style = ButtonStyle::Accent},
            ButtonSpec{.id = "keep it", .label = view.again},
            ButtonSpec{.id = "delete now", .label = _("Delete now"), .icon = Icon::Bin}};
        const auto pressed = column_of_buttons(room, three);
        if (pressed == std::size_t{0}) {
            answer = StillNeeded::DecideLater;
        } else if (pressed == std::size_t{1}) {
            answer = StillNeeded::KeepAnotherYear;
        } else if (pressed) {
            state.deleting = true;
            ui.request_focus = true;
        }
    }
    layer().end_scroll();
    end_panel();
    if (panel.closed) {
        ui.panel = Panel::None;
        return StillNeeded::DecideLater;
    }
    return answer;
}

}  // namespace ui
