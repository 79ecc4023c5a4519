#include "catalogue/language_tag.h"

#include <algorithm>

namespace catalogue {
namespace {

// ISO 639-1, each with a blank behind it.
constexpr std::string_view two_letters =
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy "
    "da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu "
    "hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb "
    "lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om "
    "or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv "
    "sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu ";
constexpr std::size_t longest_group = 8;

char in_small(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_letter(char c) {
    return in_small(c) >= 'a' && in_small(c) <= 'z';
}

// The environment's own way of writing, "en_GB", too.
std::string as_compared(std::string_view tag) {
    std::string compared{tag};
    std::ranges::transform(compared, compared.begin(),
                           [](char c) { return c == '_' ? '-' : in_small(c); });
    return compared;
}

}  // namespace

bool is_language_tag(std::string_view tag) {
    const std::string language = first_part(tag);
    if (language.size() != 3 &&
        (language.size() != 2 || two_letters.find(language + ' ') == std::string_view::npos)) {
        return false;
    }
    if (!std::ranges::all_of(language, is_letter)) return false;
    for (std::size_t from = language.size(); from < tag.size();) {
        if (tag[from] != '-') return false;
        const std::size_t end = std::min(tag.find('-', from + 1), tag.size());
        const std::string_view group = tag.substr(from + 1, end - from - 1);
        const bool written_well = std::ranges::all_of(
            group, [](char c) { return is_letter(c) || (c >= '0' && c <= '9'); });
        if (!written_well || group.empty() || group.size() > longest_group) return false;
        from = end;
    }
    return true;
}

std::string first_part(std::string_view tag) {
    std::string first = as_compared(tag);
    first.resize(std::min(first.find('-'), first.size()));
    return first;
}

std::optional<std::size_t> nearest_language(std::span<const std::string> tags,
                                            std::string_view wanted) {
    const auto place = [&](auto is_it) -> std::optional<std::size_t> {
        const auto found = std::ranges::find_if(tags, is_it);
        if (found == tags.end()) return std::nullopt;
        return static_cast<std::size_t>(found - tags.begin());
    };
    for (std::string tag = as_compared(wanted); !tag.empty();) {
        if (const auto found = place([&](const auto& one) { return as_compared(one) == tag; })) {
            return found;
        }
        const std::size_t end = tag.rfind('-');
        tag.resize(end == std::string::npos ? 0 : end);
    }
    const std::string language = first_part(wanted);
    if (language.empty()) return std::nullopt;
    return place([&](const auto& one) { return first_part(one) == language; });
}

}  // namespace catalogue
