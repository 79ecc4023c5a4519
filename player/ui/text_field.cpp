#include "player/ui/text_field.h"

#include <algorithm>
#include <cmath>

#include "player/ui/controls.h"
#include "player/ui/graphemes.h"
#include "player/ui/paint.h"
#include "player/ui/text.h"
#include "player/ui/widget_layer.h"

#include <imgui_internal.h>

namespace ui {

namespace {

// What is drawn for one written character: its letter, or a box where the font has none. Marks and
// joiners that the font cannot set are left out of the drawing only.
std::uint32_t shown_for(const ImFont& font, std::string_view text, std::size_t at) {
    const std::uint32_t c = next_code_point(text, at);
    const bool known = c <= 0xFFFF && font.FindGlyphNoFallback(static_cast<ImWchar>(c)) != nullptr;
    return known ? c : replacement_character;
}

float advance(const ImFont& font, std::string_view text, std::size_t at) {
    return font.GetCharAdvance(static_cast<ImWchar>(shown_for(font, text, at)));
}

float x_within(Type type, std::string_view text, const TextLine& line, std::size_t at) {
    const ImFont& font = *look().font(type);
    float x = 0;
    for (std::size_t i = line.from; i < std::min(at, line.to); i = grapheme_after(text, i)) {
        x += advance(font, text, i);
    }
    return x;
}

// The place between two characters that is nearest to `x`.
std::size_t place_at(Type type, std::string_view text, const TextLine& line, bool soft, float x) {
    const ImFont& font = *look().font(type);
    std::size_t at = line.from;
    float left = 0;
    while (at < line.to) {
        const float width = advance(font, text, at);
        if (x < left + width / 2) return at;
        left += width;
        const std::size_t next = grapheme_after(text, at);
        // Behind the last character of a line that goes on is the beginning of the next line.
        if (soft && next >= line.to) return at;
        at = next;
    }
    return at;
}

std::size_t line_with(const std::vector<TextLine>& lines, std::size_t at) {
    const auto after =
        std::upper_bound(lines.begin(), lines.end(), at,
                         [](std::size_t place, const TextLine& line) { return place < line.from; });
    return static_cast<std::size_t>(after - lines.begin()) - 1;
}

bool is_soft(const std::vector<TextLine>& lines, std::size_t line) {
    return line + 1 < lines.size() && lines[line + 1].from == lines[line].to;
}

struct Page {
    Type type;
    const std::vector<TextLine>& lines;
    float height;  // of what can be seen
};

void move_by_lines(const Page& page, int by, Selecting selecting, Writing& state) {
    TextEdit& edit = state.edit;
    const auto now = static_cast<int>(line_with(page.lines, edit.caret()));
    const auto last = static_cast<int>(page.lines.size()) - 1;
    if (!state.along) {
        state.along = x_within(page.type, edit.text(), page.lines[static_cast<std::size_t>(now)],
                               edit.caret());
    }
    if ((by < 0 && now == 0) || (by > 0 && now == last)) {
        edit.move_to(by < 0 ? 0 : edit.text().size(), selecting);
        return;
    }
    const auto to = static_cast<std::size_t>(std::clamp(now + by, 0, last));
    edit.move_to(
        place_at(page.type, edit.text(), page.lines[to], is_soft(page.lines, to), *state.along),
        selecting);
}

void move_along_line(const Page& page, bool to_end, Selecting selecting, TextEdit& edit) {
    const std::size_t at = line_with(page.lines, edit.caret());
    const TextLine& line = page.lines[at];
    const std::size_t end =
        is_soft(page.lines, at) ? grapheme_before(edit.text(), line.to) : line.to;
    edit.move_to(to_end ? end : line.from, selecting);
}

void edit_by_letter(const Stroke& stroke, const WritingSpec& spec, TextEdit& edit, Written& done) {
    switch (stroke.key) {
        case UiKey::A:
            return edit.select_all();
        case UiKey::C:
        case UiKey::X:
            if (!edit.has_selection()) return;
            layer().copy(edit.selected());
            if (stroke.key == UiKey::X) edit.erase_selected();
            return;
        case UiKey::V: {
            const std::string pasted = layer().paste();
            done.full =
                !edit.insert(spec.one_line ? clean_line(pasted) : pasted, spec.most_bytes) ||
                done.full;
            return;
        }
        case UiKey::Z:
            stroke.shift ? edit.redo() : edit.undo();
            return;
        case UiKey::Y:
            edit.redo();
            return;
        default:
            return;
    }
}

void edit_by_key(const Stroke& stroke, const WritingSpec& spec, const Page& page, Writing& state,
                 Written& done) {
    TextEdit& edit = state.edit;
    const Selecting selecting = stroke.shift ? Selecting::Yes : Selecting::No;
    const int rows = std::max(1, static_cast<int>(page.height / paint::leading(page.type)) - 1);
    const bool vertical = stroke.key == UiKey::Up || stroke.key == UiKey::Down ||
                          stroke.key == UiKey::PageUp || stroke.key == UiKey::PageDown;
    if (!vertical) state.along.reset();
    switch (stroke.key) {
        case UiKey::Left:
            return stroke.ctrl ? edit.move_word_left(selecting) : edit.move_left(selecting);
        case UiKey::Right:
            return stroke.ctrl ? edit.move_word_right(selecting) : edit.move_right(selecting);
        case UiKey::Up:
            return move_by_lines(page, -1, selecting, state);
        case UiKey::Down:
            return move_by_lines(page, 1, selecting, state);
        case UiKey::PageUp:
            return move_by_lines(page, -rows, selecting, state);
        case UiKey::PageDown:
            return move_by_lines(page, rows, selecting, state);
        case UiKey::Home:
        case UiKey::End: {
            const bool end = stroke.key == UiKey::End;
            if (stroke.ctrl) return edit.move_to(end ? edit.text().size() : 0, selecting);
            return move_along_line(page, end, selecting, edit);
        }
        case UiKey::Backspace:
            return stroke.ctrl ? edit.erase_word_left() : edit.erase_left();
        case UiKey::Delete:
            return stroke.ctrl ? edit.erase_word_right() : edit.erase_right();
        case UiKey::Enter:
            if (spec.one_line) {
                done.entered = true;
            } else if (!edit.insert("\n", spec.most_bytes)) {
                done.full = true;
            }
            return;
        default:
            if (stroke.ctrl) edit_by_letter(stroke, spec, edit, done);
            return;
    }
}

void take_strokes(const WritingSpec& spec, float width, float height, Writing& state,
                  Written& done) {
    for (const Stroke& stroke : layer().take_strokes()) {
        ++state.touched;
        if (!stroke.words.empty()) {
            state.along.reset();
            done.full = !state.edit.insert(clean_line(stroke.words), spec.most_bytes) || done.full;
            continue;
        }
        // Each stroke may have moved what the next one goes by.
        const std::vector<TextLine> lines = lines_of(spec.type, state.edit.text(), width);
        edit_by_key(stroke, spec, {spec.type, lines, height}, state, done);
    }
}

// A press puts the caret there, a second one selects a word, and dragging selects.
void take_pointer(const WritingSpec& spec, const Rect& inside, float offset, bool pressed,
                  Writing& state) {
    const std::vector<TextLine> lines = lines_of(spec.type, state.edit.text(), inside.width);
    const ImVec2 mouse = ImGui::GetMousePos();
    const float down = (mouse.y - inside.y + offset) / paint::leading(spec.type);
    const auto at =
        static_cast<std::size_t>(std::clamp(down, 0.0F, static_cast<float>(lines.size()) - 0.5F));
    const std::size_t place =
        place_at(spec.type, state.edit.text(), lines[at], is_soft(lines, at), mouse.x - inside.x);
    state.along.reset();
    ++state.touched;
    if (pressed && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) {
        state.edit.select_word_at(place);
    } else if (!pressed || ImGui::GetIO().KeyShift) {
        state.edit.move_to(place, Selecting::Yes);
    } else {
        state.edit.move_to(place, Selecting::No);
    }
}

std::string drawn_line(const ImFont& font, std::string_view text, const TextLine& line) {
    std::string drawn;
    for (std::size_t i = line.from; i < line.to; i = grapheme_after(text, i))
        append_utf8(drawn, shown_for(font, text, i));
    while (drawn.ends_with(' '))
        drawn.pop_back();
    return drawn;
}

void draw_selection(const Rect& row, Type type, std::string_view text, const TextLine& line,
                    const TextEdit& edit) {
    const std::size_t from = std::max(edit.selected_from(), line.from);
    const std::size_t to = std::min(edit.selected_to(), line.to);
    const bool goes_on = edit.selected_from() <= line.to && edit.selected_to() > line.to;
    if (!edit.has_selection() || (from >= to && !goes_on)) return;
    const float left = x_within(type, text, line, from);
    // A line end that is selected is to be seen, too.
    const float right = x_within(type, text, line, to) + (goes_on ? px(space::hair) : 0);
    paint::fill({row.x + left, row.y, std::min(right, row.width) - left, row.height},
                palette().chosen);
}

void draw_words(const Rect& inside, const Rect& clip, float offset, const WritingSpec& spec,
                std::string_view text, const TextEdit* edit) {
    const std::vector<TextLine> lines = lines_of(spec.type, text, inside.width);
    const ImFont& font = *look().font(spec.type);
    const float step = paint::leading(spec.type);
    const std::size_t caret_line = edit != nullptr ? line_with(lines, edit->caret()) : 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Rect row{inside.x, inside.y - offset + static_cast<float>(i) * step, inside.width,
                       step};
        if (row.common(clip).empty()) continue;
        if (edit != nullptr) draw_selection(row, spec.type, text, lines[i], *edit);
        paint::text({row.x, row.y, row.width + 2, row.height}, spec.type, palette().text,
                    drawn_line(font, text, lines[i]));
        if (edit == nullptr || i != caret_line) continue;
        const float x = x_within(spec.type, text, lines[i], edit->caret());
        // It does not blink: a screen on which nothing moves is not drawn anew.
        const float thick = std::max(2.0F, px(2));
        paint::fill({row.x + std::min(x, row.width - thick), row.y, thick, step}, palette().accent);
    }
}

}  // namespace

std::vector<TextLine> lines_of(Type type, std::string_view text, float width) {
    const ImFont& font = *look().font(type);
    std::vector<TextLine> lines;
    std::size_t start = 0;
    std::size_t may_break = 0;  // behind the last space of the line; 0: nowhere yet
    float used = 0;
    float used_at_break = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t next = grapheme_after(text, at);
        if (text[at] == '\n') {
            lines.push_back({start, at});
            start = next;
            may_break = 0;
            used = 0;
            at = next;
            continue;
        }
        const float w = advance(font, text, at);
        if (used + w > width && text[at] != ' ' && at > start) {
            const bool at_space = may_break > start;
            const std::size_t end = at_space ? may_break : at;
            lines.push_back({start, end});
            start = end;
            used = at_space ? used - used_at_break : 0;
            may_break = 0;
        }
        used += w;
        at = next;
        if (text[at - 1] == ' ' || text[at - 1] == '-' || text[at - 1] == '/') {
            may_break = at;
            used_at_break = used;
        }
    }
    lines.push_back({start, text.size()});
    return lines;
}

namespace {

float pad_x() {
    return px(space::small);
}
float pad_y(Type type) {
    // A field of one line is as high as a button.
    return std::max(px(space::hair),
                    std::floor((look().control_px() - paint::leading(type)) / 2) - 1);
}

}  // namespace

float writing_height(std::string_view text, float width, int least_lines, Type type) {
    const std::size_t lines = lines_of(type, text, width - 2 * pad_x()).size();
    const auto shown = static_cast<float>(std::max(lines, static_cast<std::size_t>(least_lines)));
    return shown * paint::leading(type) + 2 * pad_y(type);
}

Written writing_field(const Rect& place, const WritingSpec& spec, Writing& state) {
    const std::uint32_t control = id_of(spec.id);
    const Palette& p = palette();
    const Touch touch = layer().control({.id = control,
                                         .role = Role::TextField,
                                         .name = spec.name,
                                         .value = spec.text,
                                         .place = place});
    ImGui::SetCursorScreenPos({place.x, place.y});
    ImGui::PushID(static_cast<int>(control));
    ImGui::InvisibleButton("written", {std::max(1.0F, place.width), std::max(1.0F, place.height)});
    ImGui::PopID();
    const bool pressed = ImGui::IsItemActivated();
    const bool held = ImGui::IsItemActive();
    const bool elsewhere = ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !pressed;

    const bool begins = pressed || spec.take_focus || layer().take_field_focus(control);
    const bool writes = state.field == control && layer().types_in(control) && !elsewhere;
    Written done;
    done.writing = begins || writes;
    if (done.writing && state.field != control) {
        state = Writing{};
        state.field = control;
        state.edit = TextEdit(std::string(spec.text));
        state.touched = 1;
        state.given = spec.text;
    } else if (!done.writing && state.field == control) {
        state.field = 0;
    }
    TextEdit& edit = state.edit;
    if (done.writing && state.given != spec.text && edit.text() != spec.text) {
        edit = TextEdit(std::string(spec.text));  // somebody else changed it
    }
    if (done.writing) {
        state.given = spec.text;
        layer().set_writing(control);
    }
    if (pressed) layer().keep_pointer();

    const float edge = std::max(1.0F, std::round(look().scale));
    const Rect inside = place.inset(pad_x(), pad_y(spec.type));
    if (done.writing) take_strokes(spec, inside.width, inside.height, state, done);

    const std::string_view text = done.writing ? std::string_view(edit.text()) : spec.text;
    const std::vector<TextLine> lines = lines_of(spec.type, text, inside.width);
    const float step = paint::leading(spec.type);
    const float row = done.writing ? static_cast<float>(line_with(lines, edit.caret())) * step : 0;
    paint::box(place, p.field, done.writing ? p.accent : p.edge, done.writing ? 2 * edge : edge);
    const Rect clip = place.inset(edge, 2 * edge);
    const float height = static_cast<float>(lines.size()) * step;
    const float pad = inside.y - clip.y;
    const bool all_seen = height <= inside.height + 1;
    const Layer::Scrolled scrolled = layer().begin_scroll(
        control, clip, Axis::Down, all_seen ? 0 : height + 2 * pad,
        done.writing ? state.touched : 0, Rect{0, row, inside.width, step + 2 * pad});
    if (held && done.writing && (pressed || ImGui::IsMouseDragging(ImGuiMouseButton_Left, 2))) {
        take_pointer(spec, inside, scrolled.offset, pressed, state);
    }
    draw_words(inside, clip, scrolled.offset, spec, text, done.writing ? &edit : nullptr);
    if (text.empty() && !spec.hint.empty()) {
        paint::paragraph(inside.moved(done.writing ? px(space::hair) : 0, 0), spec.type, p.quiet,
                         spec.hint);
    }
    layer().end_scroll();
    if (done.writing && layer().strokes_taken()) {
        layer().reveal({inside.x, inside.y + row - scrolled.offset, inside.width, step});
    }
    if (done.writing && edit.text() != spec.text) done.text = edit.text();
    if (touch.focused && !done.writing) layer().ring(place);
    return done;
}

}  // namespace ui
