#include "player/ui/text.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {

namespace {

// Yi syllables: hardly ever typed, and unlike private characters let in by the text field. Typed
// ones are given a slot as well, so that nothing is mistaken for them.
constexpr std::uint32_t first_slot = 0xA000;
constexpr std::size_t slot_count = 0x400;

// Characters that do not fit and were seen in text fields; the place in the list is the slot.
std::vector<std::uint32_t>& slots() {
    static std::vector<std::uint32_t> seen;
    return seen;
}

struct Fold {
    std::uint32_t first;
    std::uint32_t last;
    const char* to;  // one letter for each code point of the stretch
};

// Letters of Latin-1 and Latin Extended-A by the letter they are typed as; '-' keeps as it is.
constexpr std::array<Fold, 2> folds{{
    {0xC0, 0xFF, "aaaaaaaceeeeiiiidnooooo-ouuuuypsaaaaaaaceeeeiiiidnooooo-ouuuuypy"},
    {0x100, 0x17F,
     "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllllllln"
     "nnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"},
}};

std::uint32_t fold(std::uint32_t code_point) {
    if (code_point >= 'A' && code_point <= 'Z') return code_point - 'A' + 'a';
    for (const Fold& stretch : folds) {
        if (code_point < stretch.first || code_point > stretch.last) continue;
        const char letter = stretch.to[code_point - stretch.first];
        return letter == '-' ? code_point : static_cast<std::uint32_t>(letter);
    }
    return code_point;
}

bool ends_word(std::uint32_t code_point) {
    return code_point < 0x80 && !(code_point >= 'a' && code_point <= 'z') &&
           !(code_point >= 'A' && code_point <= 'Z') && !(code_point >= '0' && code_point <= '9') &&
           code_point != '\'';
}

}  // namespace

std::uint32_t next_code_point(std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t i) -> std::uint32_t {
        return static_cast<unsigned char>(text[i]);
    };
    const std::uint32_t lead = byte(at);
    std::size_t length = 0;
    std::uint32_t code_point = 0;
    std::uint32_t smallest = 0;
    if (lead < 0x80) {
        ++at;
        return lead;
    } else if (lead >= 0xC2 && lead <= 0xDF) {
        length = 2, code_point = lead & 0x1F, smallest = 0x80;
    } else if (lead >= 0xE0 && lead <= 0xEF) {
        length = 3, code_point = lead & 0x0F, smallest = 0x800;
    } else if (lead >= 0xF0 && lead <= 0xF4) {
        length = 4, code_point = lead & 0x07, smallest = 0x10000;
    }
    if (length == 0 || at + length > text.size()) {
        ++at;
        return replacement_character;
    }
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xC0) != 0x80) {
            ++at;
            return replacement_character;
        }
        code_point = (code_point << 6) | (byte(at + i) & 0x3F);
    }
    const bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
    if (code_point < smallest || code_point > 0x10FFFF || surrogate) {
        ++at;
        return replacement_character;
    }
    at += length;
    return code_point;
}

void append_utf8(std::string& text, std::uint32_t code_point) {
    const auto push = [&](std::uint32_t byte) { text.push_back(static_cast<char>(byte)); };
    if (code_point < 0x80) {
        push(code_point);
    } else if (code_point < 0x800) {
        push(0xC0 | (code_point >> 6));
        push(0x80 | (code_point & 0x3F));
    } else if (code_point < 0x10000) {
        push(0xE0 | (code_point >> 12));
        push(0x80 | ((code_point >> 6) & 0x3F));
        push(0x80 | (code_point & 0x3F));
    } else {
        push(0xF0 | (code_point >> 18));
        push(0x80 | ((code_point >> 12) & 0x3F));
        push(0x80 | ((code_point >> 6) & 0x3F));
        push(0x80 | (code_point & 0x3F));
    }
}

std::string clean_text(std::string_view text) {
    std::string clean;
    clean.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::uint32_t code_point = next_code_point(text, at);
        const bool control =
            (code_point < 0x20 && code_point != '\n') || (code_point >= 0x7F && code_point < 0xA0);
        if (code_point == '\r') continue;
        append_utf8(clean, control ? ' ' : code_point);
    }
    return clean;
}

std::string clean_line(std::string_view text) {
    std::string clean = clean_text(text);
    std::replace(clean.begin(), clean.end(), '\n', ' ');
    return clean;
}

std::string folded(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        append_utf8(result, fold(next_code_point(text, at)));
    }
    return result;
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (std::size_t at = 0; at < text.size();) {
        const std::uint32_t code_point = next_code_point(text, at);
        if (!ends_word(code_point)) {
            append_utf8(word, code_point);
        } else if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    }
    if (!word.empty()) words.push_back(std::move(word));
    return words;
}

std::string initials(std::string_view name) {
    const std::vector<std::string> words = words_of(name);
    std::string result;
    const auto take = [&](const std::string& word) {
        std::size_t at = 0;
        append_utf8(result, next_code_point(word, at));
    };
    if (words.empty()) return "?";
    take(words.front());
    if (words.size() > 1) take(words.back());
    return upper_first(result);
}

std::string clock_text(double seconds) {
    const long whole = std::lround(std::floor(std::max(0.0, std::min(seconds, 359999.0))));
    const auto two = [](long n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    const std::string rest = two(whole % 60);
    if (whole < 3600) return std::to_string(whole / 60) + ":" + rest;
    return std::to_string(whole / 3600) + ":" + two(whole / 60 % 60) + ":" + rest;
}

std::string with_shorter_path(const std::string& sentence) {
    const std::string dots = "\u2026/";
    std::size_t begin = sentence.find(dots);
    std::size_t folder = begin + dots.size();
    if (begin == std::string::npos) {
        begin = sentence.starts_with('/') ? 0 : sentence.find(" /");
        if (begin == std::string::npos) return sentence;
        if (sentence[begin] == ' ') ++begin;
        folder = begin + 1;
    }
    const std::size_t next = sentence.find('/', folder);
    if (next == std::string::npos) return sentence;
    return sentence.substr(0, begin) + dots + sentence.substr(next + 1);
}

std::string numbers_together(std::string_view text) {
    const auto digit = [&](std::size_t at) {
        return at < text.size() && text[at] >= '0' && text[at] <= '9';
    };
    std::string together;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool between = text[at] == ' ' && at > 0 && digit(at - 1) && digit(at + 1);
        together += between ? std::string_view{"\u00A0"} : text.substr(at, 1);
    }
    return together;
}

std::string lower_first(std::string_view text) {
    std::string result(text);
    if (!result.empty() && result[0] >= 'A' && result[0] <= 'Z') result[0] += 'a' - 'A';
    return result;
}

std::string upper_first(std::string_view text) {
    std::string result(text);
    if (!result.empty() && result[0] >= 'a' && result[0] <= 'z') result[0] -= 'a' - 'A';
    return result;
}

std::string to_field_text(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        std::uint32_t code_point = next_code_point(text, at);
        const bool slot_itself = code_point >= first_slot && code_point < first_slot + slot_count;
        if (code_point > 0xFFFF || slot_itself) {
            const auto found = std::find(slots().begin(), slots().end(), code_point);
            const auto slot = static_cast<std::size_t>(found - slots().begin());
            if (found == slots().end() && slots().size() < slot_count) {
                slots().push_back(code_point);
            }
            code_point = slot < slots().size() ? first_slot + static_cast<std::uint32_t>(slot)
                                               : replacement_character;
        }
        append_utf8(result, code_point);
    }
    return result;
}

std::string from_field_text(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        std::uint32_t code_point = next_code_point(text, at);
        if (code_point >= first_slot && code_point < first_slot + slots().size()) {
            code_point = slots()[code_point - first_slot];
        }
        append_utf8(result, code_point);
    }
    return result;
}

}  // namespace ui
