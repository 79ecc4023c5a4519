#include "player/ui/marked_text.h"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr std::string_view ellipsis = "\u2026 ";

// Lines of the text with the place of each in it.
struct Line {
    std::size_t from = 0;
    std::string words;
};
std::vector<Line> lines_of(const std::string& text, Type type, float width) {
    std::vector<Line> lines;
    std::size_t at = 0;
    for (std::string& words : paint::wrapped(type, text, width)) {
        const std::size_t found = text.find(words, at);
        const std::size_t from = found == std::string::npos ? at : found;
        at = std::min(text.size(), from + words.size());
        lines.push_back({from, std::move(words)});
    }
    return lines;
}

// The beginning of the text is left out up to `from`, which begins a word.
MarkedText without_beginning(const MarkedText& whole, std::size_t from) {
    MarkedText rest{std::string(ellipsis) + whole.text.substr(from), {}};
    for (const catalogue::Stretch& mark : whole.marks) {
        if (mark.from < from) continue;
        rest.marks.push_back(
            {mark.from - from + ellipsis.size(), mark.to - from + ellipsis.size()});
    }
    return rest;
}

}  // namespace

MarkedText excerpt(const MarkedText& whole, Type type, float width, int most_lines) {
    if (whole.marks.empty()) return whole;
    const std::size_t mark = whole.marks.front().from;
    const std::vector<Line> lines = lines_of(whole.text, type, width);
    const auto shown = static_cast<std::size_t>(most_lines);
    if (lines.size() <= shown || mark < lines[shown].from) return whole;
    // About a third of a line before it, from the beginning of a word on.
    std::size_t from = mark;
    while (from > 0) {
        const std::size_t space = whole.text.rfind(' ', from < 2 ? 0 : from - 2);
        const std::size_t word = space == std::string::npos ? 0 : space + 1;
        const std::string_view before{whole.text.data() + word, mark - word};
        if (paint::text_width(type, before) > width / 3 || word >= from) break;
        from = word;
    }
    return from == 0 ? whole : without_beginning(whole, from);
}

void draw_marked(const Rect& place, Type type, Colour colour, const MarkedText& whole,
                 int most_lines) {
    const MarkedText shown = excerpt(whole, type, place.width, most_lines);
    const std::vector<Line> lines = lines_of(shown.text, type, place.width);
    const float step = paint::leading(type);
    const float rounding = 2;
    Rect row{place.x, place.y, place.width, step};
    for (std::size_t i = 0; i < lines.size() && i < static_cast<std::size_t>(most_lines);
         ++i, row.y += step) {
        const Line& line = lines[i];
        const bool cut = i + 1 == static_cast<std::size_t>(most_lines) && i + 1 < lines.size();
        const std::size_t end = line.from + line.words.size();
        float x = row.x;
        const auto piece = [&](std::size_t from, std::size_t to, bool marked, bool more) {
            const std::string words = shown.text.substr(from, to - from) + (more ? "\u2026" : "");
            const float width = std::ceil(paint::text_width(type, words));
            const Rect at{x, row.y, std::min(width + rounding, row.right() - x), step};
            if (at.width <= 0) return;
            if (marked) paint::fill({at.x - 1, at.y, width + 2, step - 1}, palette().accent);
            paint::text(at, type, marked ? palette().on_accent : colour, words);
            x += paint::text_width(type, words);
        };
        std::size_t at = line.from;
        for (const catalogue::Stretch& mark : shown.marks) {
            const std::size_t from = std::max(mark.from, at);
            const std::size_t to = std::min(mark.to, end);
            if (from >= to) continue;
            if (from > at) piece(at, from, false, false);
            piece(from, to, true, false);
            at = to;
        }
        if (at < end || cut) piece(at, end, false, cut);
    }
}

}  // namespace ui
