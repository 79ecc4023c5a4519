// The parts of the notebook. Private to this folder.
#pragma once

#include <algorithm>
#include <string>

#include "player/ui/notebook_view.h"
#include "player/ui/screen_frame.h"

namespace ui {

// Things below each other, with the height that came of it.
struct Column {
    float x = 0;
    float y = 0;
    float width = 0;

    Rect take(float height) {
        const Rect place{x, y, width, height};
        y += height;
        return place;
    }
    void gap(float height) { y += height; }
    void words(Type type, Colour colour, std::string_view said) {
        if (said.empty()) return;
        paint::paragraph(take(paint::paragraph_height(type, said, width) + 1), type, colour, said);
    }
};

struct NoteField {
    catalogue::NoteKind kind;
    std::string_view name;
    std::string_view hint;
    int least_lines = 2;
};
// As high as what is written; tells what changed.
void note_field(Column& column, const NoteView& note, const NoteField& field, Writing& writing,
                std::vector<NotebookAsk>& asked);

void draw_pins(const Rect& place, const NotebookView& view, NotebookState& state,
               NotebookDrawn& drawn);
// What is amiss, what is asked, and what can be brought together; takes its room from the top.
void draw_notices(Rect& room, const NotebookView& view, UiState& ui, NotebookState& state,
                  NotebookDrawn& drawn);
void draw_hook_sheet(Rect room, const SheetView& sheet, NotebookState& state, NotebookDrawn& drawn);
// What belongs to `state.page`, but for the pins.
void draw_notebook_page(const Rect& place, const NotebookView& view, NotebookState& state,
                        NotebookDrawn& drawn);

}  // namespace ui
