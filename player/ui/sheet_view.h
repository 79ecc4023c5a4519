// A sheet of paper before it is one: whoever it is about sees it first, and takes out any line.
// Plain data (views.h).
#pragma once

#include <string>
#include <vector>

namespace ui {

struct SheetLineView {
    enum class Kind { Heading, Words, Quote, Note };  // a Note is about the sheet, or room to write

    Kind kind = Kind::Words;
    std::string id;  // by which it is taken out; empty: it stays
    std::string words;
    std::string source;    // of a quote: who says it, to what, and when
    bool on = true;        // it is to be on the sheet
    bool has_room = true;  // and there is room for it
};

struct SheetView {
    std::vector<SheetLineView> lines;
    std::string fitting;  // "It fits one side."
};

}  // namespace ui
