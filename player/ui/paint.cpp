#include "player/ui/paint.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "player/ui/text.h"
#include "player/ui/widget_layer.h"

namespace ui::paint {

namespace {

ImU32 packed(Colour c) {
    return IM_COL32(c.r, c.g, c.b, c.a);
}

ImDrawList& list() {
    return *ImGui::GetWindowDrawList();
}

constexpr std::string_view ellipsis = "\u2026";

float advance(const ImFont& font, std::uint32_t code_point) {
    return font.GetCharAdvance(
        static_cast<ImWchar>(code_point > 0xFFFF ? replacement_character : code_point));
}

// Half a line cannot be read, but says that there is more: it recedes.
Colour at_edge(Colour colour) {
    constexpr float receding_alpha = 0.4F;
    colour.a = static_cast<std::uint8_t>(static_cast<float>(colour.a) * receding_alpha);
    return colour;
}

// Draws one line of clean words with its left end at `x`. `whole`: as Layer::note_text() has it.
void draw_line(float x, float y, Type type, Colour colour, const std::string& words, float width,
               std::string_view whole = {}) {
    const ImFont* font = look().font(type);
    if (layer().edge_divides(y, font->FontSize)) {
        colour = at_edge(colour);
    } else {
        layer().note_text(words, whole, {x, y, width, font->FontSize}, look().em_px(type));
    }
    list().AddText(font, font->FontSize, {std::round(x), std::round(y)}, packed(colour),
                   words.data(), words.data() + words.size());
}

// As much of the words as fits before an ellipsis.
std::string shortened(Type type, const std::string& words, float width) {
    const ImFont& font = *look().font(type);
    const float room = width - text_width(type, ellipsis);
    float used = 0;
    std::size_t end = 0;
    for (std::size_t at = 0; at < words.size();) {
        used += advance(font, next_code_point(words, at));
        if (used > room) break;
        end = at;
    }
    std::string cut = words.substr(0, end);
    while (!cut.empty() && (cut.back() == ' ' || cut.back() == '.' || cut.back() == ','))
        cut.pop_back();
    return cut.append(ellipsis);
}

// On whole pixels: edges that fall between two of them look soft, and cost more to draw.
Rect snapped(const Rect& rect) {
    const float left = std::round(rect.x);
    const float top = std::round(rect.y);
    return {left, top, std::round(rect.right()) - left, std::round(rect.bottom()) - top};
}

float aligned(const Rect& rect, float width, Align align) {
    switch (align) {
        case Align::Start:
            return rect.x;
        case Align::Middle:
            return rect.x + (rect.width - width) / 2;
        case Align::End:
            return rect.right() - width;
    }
    return rect.x;
}

}  // namespace

void fill(const Rect& wanted, Colour colour) {
    const Rect rect = snapped(wanted);
    if (rect.empty() || colour.a == 0) return;
    list().AddRectFilled({rect.x, rect.y}, {rect.right(), rect.bottom()}, packed(colour));
}

namespace {

// Small corners from the atlas's disc, the rest in three rectangles.
void round_off(const Rect& wanted, Colour colour, float radius) {
    const Rect rect = snapped(wanted);
    if (rect.empty()) return;
    const float r = std::min({radius, std::floor(rect.width / 2), std::floor(rect.height / 2)});
    const auto fits = [&](const CornerDisc& disc) {
        return static_cast<float>(disc.radius_px) == r;
    };
    const auto found = std::find_if(look().discs.begin(), look().discs.end(), fits);
    if (found == look().discs.end()) return fill(rect, colour);
    const ImU32 c = packed(colour);
    const ImTextureID atlas = ImGui::GetIO().Fonts->TexID;
    const ImVec2 a = found->uv_min;
    const ImVec2 b = found->uv_max;
    const ImVec2 m{(a.x + b.x) / 2, (a.y + b.y) / 2};
    const float l = rect.x;
    const float t = rect.y;
    const float right = rect.right();
    const float bottom = rect.bottom();
    list().AddImage(atlas, {l, t}, {l + r, t + r}, a, m, c);
    list().AddImage(atlas, {right - r, t}, {right, t + r}, {m.x, a.y}, {b.x, m.y}, c);
    list().AddImage(atlas, {l, bottom - r}, {l + r, bottom}, {a.x, m.y}, {m.x, b.y}, c);
    list().AddImage(atlas, {right - r, bottom - r}, {right, bottom}, m, b, c);
    fill({l + r, t, rect.width - 2 * r, r}, colour);
    fill({l, t + r, rect.width, rect.height - 2 * r}, colour);
    fill({l + r, bottom - r, rect.width - 2 * r, r}, colour);
}

}  // namespace

void fill_round(const Rect& rect, Colour colour) {
    round_off(rect, colour, look().corner_px());
}

void box(const Rect& rect, Colour ground, Colour edge, float edge_px) {
    round_off(rect, edge, look().corner_px());
    round_off(rect.inset(edge_px), ground, look().corner_px() - edge_px);
}

void outline(const Rect& rect, Colour colour, float thick_px) {
    Rect inside = snapped(rect);
    fill(inside.cut_top(thick_px), colour);
    fill(inside.cut_bottom(thick_px), colour);
    fill(inside.cut_left(thick_px), colour);
    fill(inside.cut_right(thick_px), colour);
}

void triangle(float x1, float y1, float x2, float y2, float x3, float y3, Colour colour) {
    list().AddTriangleFilled({x1, y1}, {x2, y2}, {x3, y3}, packed(colour));
}

void disc(float x, float y, float radius, Colour colour) {
    list().AddCircleFilled({x, y}, radius, packed(colour));
}

void theme_marker(float x, float y, float size_px, std::size_t theme) {
    const Colour colour = palette().themes[theme % theme_colours];
    const ImU32 c = packed(colour);
    const float r = size_px / 2;
    switch (theme % theme_colours) {
        case 0:
            return disc(x, y, r, colour);
        case 1:
            return fill({std::round(x - r * 0.88F), std::round(y - r * 0.88F),
                         std::round(r * 1.76F), std::round(r * 1.76F)},
                        colour);
        case 2:
            return triangle(x, y - r, x + r, y + r * 0.8F, x - r, y + r * 0.8F, colour);
        case 3:
            list().AddQuadFilled({x, y - r * 1.1F}, {x + r * 1.1F, y}, {x, y + r * 1.1F},
                                 {x - r * 1.1F, y}, c);
            return;
        case 4:
            list().AddNgonFilled({x, y}, r * 1.1F, c, 6);
            return;
        case 5:
            fill({x - r, y - r * 0.36F, 2 * r, r * 0.72F}, colour);
            return fill({x - r * 0.36F, y - r, r * 0.72F, 2 * r}, colour);
        case 6:
            return triangle(x - r, y - r * 0.8F, x + r, y - r * 0.8F, x, y + r, colour);
        default:
            list().AddCircle({x, y}, r * 0.8F, c, 0, r * 0.5F);
            return;
    }
}

float text_width(Type type, std::string_view words) {
    const ImFont& font = *look().font(type);
    float width = 0;
    for (std::size_t at = 0; at < words.size();) {
        width += advance(font, next_code_point(words, at));
    }
    return width;
}

float text(const Rect& rect, Type type, Colour colour, std::string_view words, Align align) {
    if (words.empty() || rect.width <= 0) return 0;
    const std::string whole = clean_line(words);
    const bool fits = text_width(type, whole) <= rect.width;
    const std::string line = fits ? whole : shortened(type, whole, rect.width);
    const float width = text_width(type, line);
    const float height = look().font(type)->FontSize;
    draw_line(aligned(rect, width, align), rect.y + (rect.height - height) / 2, type, colour, line,
              width, fits ? std::string_view{} : whole);
    return width;
}

float text_end(const Rect& rect, Type type, Colour colour, std::string_view words) {
    if (words.empty() || rect.width <= 0) return 0;
    const std::string whole = clean_line(words);
    std::string line = whole;
    std::size_t at = 0;
    while (text_width(type, line) > rect.width && at < whole.size()) {
        next_code_point(whole, at);
        line = std::string(ellipsis) + whole.substr(at);
    }
    const float width = text_width(type, line);
    const float height = look().font(type)->FontSize;
    draw_line(rect.x, rect.y + (rect.height - height) / 2, type, colour, line, width,
              at == 0 ? std::string_view{} : whole);
    return width;
}

float heading(const Rect& rect, Colour colour, std::string_view words) {
    for (const Type type : {Type::Title, Type::Lead}) {
        if (text_width(type, words) <= rect.width) return text(rect, type, colour, words);
    }
    const auto in_two = [&](Type type) {
        return 2 * leading(type) <= rect.height && wrapped(type, words, rect.width).size() <= 2;
    };
    const Type type = in_two(Type::BodyStrong) ? Type::BodyStrong : Type::SmallStrong;
    const float height = paragraph_height(type, words, rect.width, 2);
    if (height > rect.height) return text(rect, Type::Lead, colour, words);
    paragraph({rect.x, rect.middle_y() - height / 2, rect.width, height}, type, colour, words, 2);
    return rect.width;
}

std::vector<std::string> wrapped(Type type, std::string_view words, float width) {
    const std::string clean = clean_text(words);
    const ImFont& font = *look().font(type);
    std::vector<std::string> lines;
    std::size_t start = 0;      // of the line
    std::size_t may_break = 0;  // after the last space; 0: nowhere yet
    float used = 0;
    float used_at_break = 0;
    for (std::size_t at = 0; at < clean.size();) {
        const std::size_t here = at;
        const std::uint32_t code_point = next_code_point(clean, at);
        if (code_point == '\n') {
            lines.push_back(clean.substr(start, here - start));
            start = at;
            may_break = 0;
            used = 0;
            continue;
        }
        const float w = advance(font, code_point);
        if (used + w > width && code_point != ' ' && here > start) {
            // At the last space; a word longer than a line is divided where it has to be.
            const bool at_space = may_break > start;
            const std::size_t end = at_space ? may_break : here;
            std::string line = clean.substr(start, end - start);
            while (!line.empty() && line.back() == ' ')
                line.pop_back();
            lines.push_back(std::move(line));
            start = end;
            used = at_space ? used - used_at_break : 0;
            may_break = 0;
        }
        used += w;
        if (code_point == ' ' || code_point == '-' || code_point == '/') {
            may_break = at;
            used_at_break = used;
        }
    }
    std::string rest = clean.substr(start);
    while (!rest.empty() && rest.back() == ' ')
        rest.pop_back();
    if (!rest.empty() || lines.empty()) lines.push_back(std::move(rest));
    return lines;
}

float width_in_lines(Type type, std::string_view words, std::size_t lines) {
    const float whole = text_width(type, words);
    float width = whole / static_cast<float>(lines);
    for (std::size_t at = 0; at < words.size();) {  // pieces, as wrapped() may part them
        const std::size_t end = std::min(words.find_first_of(" -/", at), words.size() - 1) + 1;
        std::string_view piece = words.substr(at, end - at);
        if (piece.ends_with(' ')) piece.remove_suffix(1);
        width = std::max(width, text_width(type, piece));
        at = end;
    }
    width = std::ceil(width) + 1;
    while (width < whole && wrapped(type, words, width).size() > lines)
        width += std::max(1.0F, std::floor(look().em_px(type) / 4));
    return width;
}

float leading(Type type) {
    return look().leading_px(type);
}

float paragraph(const Rect& rect, Type type, Colour colour, std::string_view words, int most_lines,
                Align align) {
    if (words.empty() || rect.width <= 0) return 0;
    const std::vector<std::string> lines = wrapped(type, words, rect.width);
    const float step = leading(type);
    const int room = std::max(1, static_cast<int>((rect.height + 1) / step));
    std::size_t shown =
        std::min(lines.size(), static_cast<std::size_t>(std::min(most_lines, room)));
    // What was left out is said behind words, not on a line of its own.
    while (shown > 1 && shown < lines.size() && lines[shown - 1].empty())
        --shown;
    float y = rect.y;
    for (std::size_t i = 0; i < shown; ++i, y += step) {
        const bool more = i + 1 == shown && shown < lines.size();
        const std::string line = more ? shortened(type, lines[i], rect.width) : lines[i];
        const float width = text_width(type, line);
        const Rect place{rect.x, y, rect.width, step};
        draw_line(aligned(place, width, align), y + (step - look().font(type)->FontSize) / 2, type,
                  colour, line, width, more ? words : std::string_view{});
    }
    return y - rect.y;
}

float paragraph_height(Type type, std::string_view words, float width, int most_lines) {
    if (words.empty()) return 0;
    const std::size_t lines = wrapped(type, words, width).size();
    return leading(type) *
           static_cast<float>(std::min<std::size_t>(lines, static_cast<std::size_t>(most_lines)));
}

void icon(float middle_x, float middle_y, Icon icon, IconSize size, Colour colour) {
    if (icon == Icon::None) return;
    const ImFont* font = look().font(size);
    std::string utf8;
    append_utf8(utf8, static_cast<std::uint32_t>(icon));
    const float half = font->FontSize / 2;
    if (layer().edge_divides(middle_y - half, font->FontSize)) colour = at_edge(colour);
    list().AddText(font, font->FontSize, {std::round(middle_x - half), std::round(middle_y - half)},
                   packed(colour), utf8.data(), utf8.data() + utf8.size());
}

void picture(const Rect& rect, std::uint64_t texture, float aspect, Colour tint) {
    if (rect.empty() || texture == 0 || aspect <= 0) return;
    const float wanted = rect.width / rect.height;
    ImVec2 a{0, 0};
    ImVec2 b{1, 1};
    if (aspect > wanted) {
        const float cut = (1 - wanted / aspect) / 2;
        a.x = cut;
        b.x = 1 - cut;
    } else {
        // Faces are in the upper part of a tall picture.
        const float cut = 1 - aspect / wanted;
        a.y = cut * 0.3F;
        b.y = 1 - cut * 0.7F;
    }
    list().AddImage(reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(texture)),
                    {rect.x, rect.y}, {rect.right(), rect.bottom()}, a, b, packed(tint));
}

}  // namespace ui::paint
