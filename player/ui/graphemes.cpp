#include "player/ui/graphemes.h"

#include <algorithm>
#include <array>

#include "player/ui/text.h"

namespace ui {

namespace {

struct Stretch {
    std::uint32_t first;
    std::uint32_t last;
};

// Marks that stand on, under or behind the letter before them, in order.
constexpr std::array<Stretch, 46> marks{{
    {0x0300, 0x036F},   {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x05BF, 0x05BF},   {0x05C1, 0x05C2},
    {0x05C4, 0x05C5},   {0x05C7, 0x05C7}, {0x0610, 0x061A}, {0x064B, 0x065F},   {0x0670, 0x0670},
    {0x06D6, 0x06DC},   {0x06DF, 0x06E4}, {0x06E7, 0x06E8}, {0x06EA, 0x06ED},   {0x0900, 0x0903},
    {0x093A, 0x093C},   {0x093E, 0x094F}, {0x0951, 0x0957}, {0x0962, 0x0963},   {0x0981, 0x0983},
    {0x09BC, 0x09BC},   {0x09BE, 0x09CD}, {0x0A01, 0x0A03}, {0x0A3C, 0x0A51},   {0x0A81, 0x0A83},
    {0x0ABC, 0x0ABC},   {0x0ABE, 0x0ACD}, {0x0B82, 0x0B82}, {0x0BBE, 0x0BCD},   {0x0C3E, 0x0C56},
    {0x0CBC, 0x0CBC},   {0x0CBE, 0x0CD6}, {0x0D3E, 0x0D4D}, {0x0E31, 0x0E31},   {0x0E34, 0x0E3A},
    {0x0E47, 0x0E4E},   {0x1160, 0x11FF}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF},   {0x200C, 0x200D},
    {0x20D0, 0x20FF},   {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0x1F3FB, 0x1F3FF}, {0xE0020, 0xE007F},
    {0xE0100, 0xE01EF},
}};

constexpr std::uint32_t joiner = 0x200D;

bool is_mark(std::uint32_t code_point) {
    const auto found =
        std::lower_bound(marks.begin(), marks.end(), code_point,
                         [](const Stretch& stretch, std::uint32_t c) { return stretch.last < c; });
    return found != marks.end() && found->first <= code_point;
}

bool is_regional_indicator(std::uint32_t code_point) {
    return code_point >= 0x1F1E6 && code_point <= 0x1F1FF;
}

bool is_continuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

enum class Kind { Space, Word, Other };

Kind kind_at(std::string_view text, std::size_t at) {
    const std::uint32_t c = next_code_point(text, at);
    if (c == ' ' || c == '\n' || c == '\t' || c == 0xA0 || c == 0x3000) return Kind::Space;
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    const bool within = c == '\'' || c == 0x2019 || c == '_';
    const bool punctuation = c < 0xC0 || (c >= 0x2010 && c <= 0x206F);
    return letter || within || !punctuation ? Kind::Word : Kind::Other;
}

}  // namespace

std::size_t code_point_start(std::string_view text, std::size_t at) {
    at = std::min(at, text.size());
    while (at > 0 && at < text.size() && is_continuation(text[at]))
        --at;
    return at;
}

std::size_t grapheme_after(std::string_view text, std::size_t at) {
    if (at >= text.size()) return text.size();
    std::uint32_t before = next_code_point(text, at);
    if (before == '\n') return at;
    bool paired = false;  // two regional indicators make one flag
    while (at < text.size()) {
        std::size_t next = at;
        const std::uint32_t c = next_code_point(text, next);
        const bool second = !paired && is_regional_indicator(before) && is_regional_indicator(c);
        if (!is_mark(c) && !second && !(before == joiner && c > 0xFF)) break;
        paired = paired || second;
        before = c;
        at = next;
    }
    return at;
}

std::size_t grapheme_before(std::string_view text, std::size_t at) {
    at = std::min(at, text.size());
    if (at == 0) return 0;
    // From a place that surely is a beginning: behind the last ASCII byte that is well before.
    constexpr std::size_t far_enough = 4;
    std::size_t from = code_point_start(text, at - 1);
    while (from > 0 && !(static_cast<unsigned char>(text[from]) < 0x80 && from + far_enough <= at))
        --from;
    std::size_t start = from;
    while (from < at) {
        start = from;
        from = grapheme_after(text, from);
    }
    return start;
}

std::size_t word_after(std::string_view text, std::size_t at) {
    while (at < text.size() && kind_at(text, at) == Kind::Space)
        at = grapheme_after(text, at);
    if (at >= text.size()) return text.size();
    const Kind kind = kind_at(text, at);
    while (at < text.size() && kind_at(text, at) == kind)
        at = grapheme_after(text, at);
    return at;
}

std::size_t word_before(std::string_view text, std::size_t at) {
    std::size_t before = grapheme_before(text, at);
    while (before > 0 && kind_at(text, before) == Kind::Space)
        before = grapheme_before(text, before);
    const Kind kind = before < text.size() ? kind_at(text, before) : Kind::Space;
    at = before;
    while (at > 0) {
        before = grapheme_before(text, at);
        if (kind_at(text, before) != kind) break;
        at = before;
    }
    return at;
}

}  // namespace ui
