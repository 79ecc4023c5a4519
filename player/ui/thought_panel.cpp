#include <algorithm>
#include <cmath>
#include <utility>

#include "player/ui/notebook_parts.h"

#include <imgui.h>

namespace ui {

ThoughtDrawn thought_panel(const ThoughtView& view, const catalogue::KeyTable& keys, UiState& ui,
                           NotebookState& state, FilmPlace& film) {
    ThoughtDrawn drawn;
    const Palette& p = palette();
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    layer().set_keys(&keys);
    const float width = drawer_px(Panel::Thought, size.x);
    // Above the film's controls, which stay to be used.
    const float bottom = lay_out_stage(size.x, size.y, Side::None, look()).transport.y;
    const Rect place{size.x - width, 0, width, bottom};
    film.width = std::max(1.0F, std::min(film.width, place.x - film.x));
    const PanelRoom panel = begin_panel(place, {.id = "thought panel",
                                                .title = _("Thought"),
                                                .icon = Icon::Notebook,
                                                .command = "thought",
                                                .covering = false});
    const bool opened = std::exchange(ui.request_focus, false);
    Rect room = panel.inside;
    const bool kept = view.pin.kind == catalogue::NoteKind::Pin;
    const ButtonSpec keep{.id = "keep clip",
                          .label = kept ? _("Kept") : _("Keep the clip"),
                          .icon = kept ? Icon::Check : Icon::Pin,
                          .command = "keep",
                          .enabled = !kept};
    Rect foot = room.cut_bottom(look().control_px());
    room.cut_bottom(px(space::medium));
    const float least_field = 3 * paint::leading(Type::Body) + px(space::large);
    // What there is no room for beside the field can be read on the stage.
    const auto draw_words = [&](Type type, Colour colour, const std::string& words, int lines) {
        const float tall = paint::paragraph_height(type, words, room.width, lines);
        if (words.empty() || room.height - tall < least_field) return;
        paint::paragraph(room.cut_top(tall + 1), type, colour, words, lines);
    };
    draw_words(Type::BodyStrong, p.text, view.who, 2);
    draw_words(Type::Body, p.quiet, view.question, 2);
    draw_words(Type::Small, p.quiet, view.marks, 1);
    if (!view.pin.quoted.empty()) {
        draw_words(Type::Body, p.text, "\u201C" + view.pin.quoted + "\u201D", 5);
    }
    room.cut_top(px(space::small));
    const Rect field = room;
    ImGui::PushID(view.pin.thought.id.c_str());
    const Written written = writing_field(field,
                                          {.id = "thought",
                                           .name = _("A thought"),
                                           .hint = _("What do you think? The film waits."),
                                           .text = view.pin.thought.text,
                                           .most_bytes = catalogue::most_note_text_bytes,
                                           .take_focus = opened},
                                          state.writing);
    ImGui::PopID();
    if (written.text || written.full) {
        drawn.notes.push_back(WriteNote{view.pin.thought.id, view.pin.kind,
                                        written.text.value_or(view.pin.thought.text),
                                        written.full});
    }
    ButtonSpec all{
        .id = "all notes", .label = _("Notebook"), .icon = Icon::Notebook, .command = "notebook"};
    all.words = button_width(keep) + button_width(all) + px(space::small) <= foot.width;
    const Rect all_place = foot.cut_right(button_width(all));
    foot.cut_right(px(space::small));
    if (button(foot.cut_left(std::min(foot.width, button_width(keep))), keep)) {
        drawn.asked.push_back(Command{"keep"});
    }
    if (button(all_place, all)) drawn.asked.push_back(Command{"notebook"});
    end_panel();
    if (panel.closed) drawn.asked.push_back(Command{"thought"});
    return drawn;
}

}  // namespace ui
