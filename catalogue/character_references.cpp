#include "catalogue/character_references.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "catalogue/text.h"

namespace catalogue {
namespace {

struct Reference {
    std::string_view name;
    char32_t character;
};
constexpr std::array references = {
    Reference{"amp", 0x26},      Reference{"lt", 0x3C},      Reference{"gt", 0x3E},
    Reference{"quot", 0x22},     Reference{"apos", 0x27},    Reference{"nbsp", 0xA0},
    Reference{"lrm", 0x200E},    Reference{"rlm", 0x200F},   Reference{"iexcl", 0xA1},
    Reference{"cent", 0xA2},     Reference{"pound", 0xA3},   Reference{"yen", 0xA5},
    Reference{"sect", 0xA7},     Reference{"copy", 0xA9},    Reference{"laquo", 0xAB},
    Reference{"reg", 0xAE},      Reference{"deg", 0xB0},     Reference{"plusmn", 0xB1},
    Reference{"acute", 0xB4},    Reference{"middot", 0xB7},  Reference{"raquo", 0xBB},
    Reference{"frac14", 0xBC},   Reference{"frac12", 0xBD},  Reference{"frac34", 0xBE},
    Reference{"iquest", 0xBF},   Reference{"Agrave", 0xC0},  Reference{"Aacute", 0xC1},
    Reference{"Acirc", 0xC2},    Reference{"Atilde", 0xC3},  Reference{"Auml", 0xC4},
    Reference{"Aring", 0xC5},    Reference{"AElig", 0xC6},   Reference{"Ccedil", 0xC7},
    Reference{"Egrave", 0xC8},   Reference{"Eacute", 0xC9},  Reference{"Ecirc", 0xCA},
    Reference{"Euml", 0xCB},     Reference{"Igrave", 0xCC},  Reference{"Iacute", 0xCD},
    Reference{"Icirc", 0xCE},    Reference{"Iuml", 0xCF},    Reference{"Ntilde", 0xD1},
    Reference{"Ograve", 0xD2},   Reference{"Oacute", 0xD3},  Reference{"Ocirc", 0xD4},
    Reference{"Otilde", 0xD5},   Reference{"Ouml", 0xD6},    Reference{"times", 0xD7},
    Reference{"Oslash", 0xD8},   Reference{"Ugrave", 0xD9},  Reference{"Uacute", 0xDA},
    Reference{"Ucirc", 0xDB},    Reference{"Uuml", 0xDC},    Reference{"szlig", 0xDF},
    Reference{"agrave", 0xE0},   Reference{"aacute", 0xE1},  Reference{"acirc", 0xE2},
    Reference{"atilde", 0xE3},   Reference{"auml", 0xE4},    Reference{"aring", 0xE5},
    Reference{"aelig", 0xE6},    Reference{"ccedil", 0xE7},  Reference{"egrave", 0xE8},
    Reference{"eacute", 0xE9},   Reference{"ecirc", 0xEA},   Reference{"euml", 0xEB},
    Reference{"igrave", 0xEC},   Reference{"iacute", 0xED},  Reference{"icirc", 0xEE},
    Reference{"iuml", 0xEF},     Reference{"ntilde", 0xF1},  Reference{"ograve", 0xF2},
    Reference{"oacute", 0xF3},   Reference{"ocirc", 0xF4},   Reference{"otilde", 0xF5},
    Reference{"ouml", 0xF6},     Reference{"oslash", 0xF8},  Reference{"ugrave", 0xF9},
    Reference{"uacute", 0xFA},   Reference{"ucirc", 0xFB},   Reference{"uuml", 0xFC},
    Reference{"yuml", 0xFF},     Reference{"Wcirc", 0x174},  Reference{"wcirc", 0x175},
    Reference{"Ycirc", 0x176},   Reference{"ycirc", 0x177},  Reference{"ndash", 0x2013},
    Reference{"mdash", 0x2014},  Reference{"lsquo", 0x2018}, Reference{"rsquo", 0x2019},
    Reference{"ldquo", 0x201C},  Reference{"rdquo", 0x201D}, Reference{"bull", 0x2022},
    Reference{"hellip", 0x2026}, Reference{"euro", 0x20AC},  Reference{"trade", 0x2122}};
constexpr std::size_t longest_reference = 10;  // "&#x10FFFF;"

}  // namespace

std::size_t append_reference(std::string& out, std::string_view text) {
    const std::size_t end = text.substr(0, longest_reference).find(';');
    if (end == text.npos) return 0;
    const std::string_view name = text.substr(1, end - 1);
    if (name.starts_with('#')) {
        const bool hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
        const std::string_view digits = name.substr(hex ? 2 : 1);
        unsigned long character = 0;
        const auto [stop, error] =
            std::from_chars(digits.data(), digits.data() + digits.size(), character, hex ? 16 : 10);
        if (digits.empty() || error != std::errc{} || stop != digits.data() + digits.size()) {
            return 0;
        }
        append_utf8(out, character == 0 ? 0xFFFD : static_cast<char32_t>(character));
        return end + 1;
    }
    const auto found = std::find_if(references.begin(), references.end(),
                                    [&](const Reference& r) { return r.name == name; });
    if (found == references.end()) return 0;
    append_utf8(out, found->character);
    return end + 1;
}

std::string with_references_decoded(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = text[at] == '&' ? append_reference(out, text.substr(at)) : 0;
        if (length == 0) out += text[at];
        at += std::max<std::size_t>(length, 1);
    }
    return out;
}

}  // namespace catalogue
