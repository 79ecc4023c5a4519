// Where somebody writes: as many lines as it takes, wrapped softly. The interface library's own
// field knows neither wrapping nor characters above U+FFFF, and a word lost is a word not said.
// What is written is a TextEdit, drawn here letter by letter; a character that the fonts do not
// have is drawn as a box and kept as it is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "player/ui/rect.h"
#include "player/ui/text_edit.h"
#include "player/ui/theme.h"

namespace ui {

// What is remembered of all fields of a screen: only one is written in at a time.
struct Writing {
    std::uint32_t field = 0;  // written in; 0: none
    TextEdit edit;
    std::string given;           // the text that the field had in the last frame
    std::optional<float> along;  // where in the line Up and Down want to be
    std::uint64_t touched = 0;   // counts strokes and clicks: the caret comes into sight again
};

struct WritingSpec {
    const char* id = "";
    std::string_view name;
    std::string_view hint = {};  // while there is nothing in it
    std::string_view text;
    std::size_t most_bytes = 0;
    Type type = Type::Body;
    bool one_line = false;  // Enter is no line end
    bool take_focus = false;
};

struct Written {
    std::optional<std::string> text;  // what it became
    bool writing = false;             // the caret is in it
    bool entered = false;             // Enter, in a field of one line
    bool full = false;                // not all that came found room
};

// What does not fit into `place` scrolls.
Written writing_field(const Rect& place, const WritingSpec& spec, Writing& state);
// Height of a field in which all of `text` can be seen, but at least so many lines.
float writing_height(std::string_view text, float width, int least_lines, Type type = Type::Body);

// The lines of a text as they are drawn, in bytes. What divides two of them softly is at the end of
// the first; a line end is in neither.
struct TextLine {
    std::size_t from = 0;
    std::size_t to = 0;

    bool operator==(const TextLine&) const = default;
};
std::vector<TextLine> lines_of(Type type, std::string_view text, float width);

}  // namespace ui
