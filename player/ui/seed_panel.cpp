#include <algorithm>

#include "player/ui/controls.h"
#include "player/ui/stage_parts.h"

namespace ui {

void draw_seed(const Rect& display, const StageView& view, UiState& state, Actions& asked) {
    const Palette& p = palette();
    const std::string words =
        _("This code decides the order of the mix. Type it on another computer to hear the same "
          "answers in the same order, or type a code you have written down.");
    const float width = std::min(display.width - 2 * px(space::large), px(600));
    const float inner = width - 2 * px(space::huge);
    const float control = look().control_px();
    const float height = 2 * px(space::large) + 3 * control + px(space::medium) * 3 +
                         look().line_px(Type::Display) + px(space::large) +
                         paint::paragraph_height(Type::Body, words, inner) + px(space::small);
    const PanelRoom panel = begin_panel(
        display.centred(width, height),
        {.id = "seed panel", .title = _("The mix"), .icon = Icon::Mix, .command = "mix"});
    Rect room = panel.inside;
    const bool opened = ImGui::IsWindowAppearing() || state.request_focus;
    state.request_focus = false;
    paint::text(room.cut_top(look().line_px(Type::Display)), Type::Display, p.accent, view.seed);
    room.cut_top(px(space::small));
    const float said = paint::paragraph_height(Type::Body, words, inner);
    paint::paragraph(room.cut_top(said), Type::Body, p.quiet, words);
    room.cut_top(px(space::large));

    Rect line = room.cut_top(control);
    const ButtonSpec use{.id = "use seed",
                         .label = _("Mix with it"),
                         .icon = Icon::Mix,
                         .style = ButtonStyle::Accent,
                         .enabled = !state.typed.empty()};
    const Rect use_place = line.cut_right(button_width(use));
    line.cut_right(px(space::small));
    const FieldEdit edit = text_field(line, "seed", _("Code of the mix"), _("For example K7QM-2F"),
                                      state.typed, opened);
    const bool used = button(use_place, use) || (edit.entered && !state.typed.empty());
    room.cut_top(px(space::medium));
    const ButtonSpec other{.id = "another mix",
                           .label = _("Reshuffle: another mix"),
                           .icon = Icon::Reshuffle,
                           .command = "reshuffle"};
    Rect foot = room.cut_top(control);
    const bool reshuffled = button(foot.cut_left(button_width(other)), other);
    end_panel();
    if (used) asked.push_back(MixWithSeed{state.typed});
    if (reshuffled) asked.push_back(lessons::Input{lessons::Reshuffle{}});
    if (used || reshuffled || panel.closed) {
        state.panel = Panel::None;
        state.typed.clear();
    }
}

}  // namespace ui
