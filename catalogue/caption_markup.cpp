// Tags and character references inside captions.
#include <algorithm>
#include <array>
#include <charconv>

#include "catalogue/caption_formats.h"
#include "catalogue/text.h"

namespace catalogue {
namespace {

struct Reference {
    std::string_view name;
    char32_t character;
};
constexpr std::array references = {
    Reference{"amp", '&'},    Reference{"lt", '<'},     Reference{"gt", '>'},
    Reference{"quot", '"'},   Reference{"apos", '\''},  Reference{"nbsp", 0xA0},
    Reference{"lrm", 0x200E}, Reference{"rlm", 0x200F},
};
constexpr std::size_t longest_reference = 10;  // "&#x10FFFF;"

constexpr std::array<std::string_view, 14> known_tags = {
    "b", "br", "c", "em", "font", "i", "lang", "rt", "ruby", "s", "span", "strong", "u", "v"};

// The character reference at the start of `text`, which starts with '&': appends its character
// and returns its length, or 0 when it is none.
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

struct Tag {
    std::size_t length = 0;  // with its brackets
    bool closing = false;
    std::string name;             // in small letters; empty for a time of karaoke
    bool marks_job = false;       // it has the class "job"
    std::string_view annotation;  // what follows the name and its classes
};

// Whether "c.loud.job" has the class.
bool has_class(std::string_view tag, std::string_view wanted) {
    for (std::size_t dot = tag.find('.'); dot != tag.npos; dot = tag.find('.', dot + 1)) {
        const std::string_view rest = tag.substr(dot + 1);
        if (rest.substr(0, rest.find('.')) == wanted) return true;
    }
    return false;
}

// The tag at the start of `text`, which starts with '<'. Looks no further than the next bracket,
// so that a long text of brackets is read in one go.
std::optional<Tag> tag_at(std::string_view text) {
    const std::size_t end = text.find_first_of("<>", 1);
    if (end == text.npos || text[end] == '<') return std::nullopt;
    Tag tag;
    tag.length = end + 1;
    std::string_view inside = text.substr(1, end - 1);
    if (inside.starts_with('/')) {
        tag.closing = true;
        inside.remove_prefix(1);
    }
    if (inside.find(':') != inside.npos &&
        inside.find_first_not_of("0123456789:.") == inside.npos) {
        return tag;
    }
    const std::size_t name_end = std::min(inside.find_first_of(". \t\n/"), inside.size());
    for (const char c : inside.substr(0, std::min<std::size_t>(name_end, 8))) {
        tag.name += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    if (std::find(known_tags.begin(), known_tags.end(), tag.name) == known_tags.end()) {
        return std::nullopt;
    }
    const std::size_t blank = inside.find_first_of(" \t\n");
    tag.marks_job = has_class(inside.substr(0, blank), "job");
    if (blank != inside.npos) tag.annotation = trimmed(inside.substr(blank));
    return tag;
}

}  // namespace

std::vector<Voice> voices_of(std::string_view marked, Overrides overrides) {
    std::vector<Voice> voices(1);
    std::vector<bool> classes;  // of <c> that are open: whether they mark the job
    const auto in_job = [&] {
        return std::find(classes.begin(), classes.end(), true) != classes.end();
    };
    const auto follow = [&](const Tag& tag) {
        if (tag.name == "v" && !tag.closing) {
            std::string speaker = with_references_decoded(tag.annotation);
            if (speaker == voices.back().speaker) return;
            if (!trimmed(voices.back().text).empty()) voices.emplace_back();
            voices.back().speaker = std::move(speaker);
            if (in_job()) voices.back().text += job_begins;
        } else if (tag.name == "c" && !tag.closing) {
            classes.push_back(tag.marks_job);
            if (tag.marks_job) voices.back().text += job_begins;
        } else if (tag.name == "c" && !classes.empty()) {
            const bool was_job = in_job();
            classes.pop_back();
            if (was_job && !in_job()) voices.back().text += job_ends;
        } else if (tag.name == "br") {
            voices.back().text += '\n';
        } else if (tag.name == "rt") {
            // How a word is read, in brackets behind it: there is no room above it.
            voices.back().text += tag.closing ? ')' : '(';
        }
    };
    for (std::size_t at = 0; at < marked.size();) {
        const std::size_t special = std::min(marked.find_first_of("<&{", at), marked.size());
        voices.back().text.append(marked, at, special - at);
        at = special;
        if (at == marked.size()) break;
        const std::string_view rest = marked.substr(at);
        std::size_t length = 0;
        if (rest[0] == '<') {
            if (const std::optional<Tag> tag = tag_at(rest)) {
                follow(*tag);
                length = tag->length;
            }
        } else if (rest[0] == '&') {
            length = append_reference(voices.back().text, rest);
        } else if (overrides == Overrides::TakenOff && rest.starts_with("{\\")) {
            const std::size_t end = rest.find_first_of("{}", 1);
            if (end != rest.npos && rest[end] == '}') length = end + 1;
        }
        if (length == 0) {
            voices.back().text += rest[0];
            length = 1;
        }
        at += length;
    }
    return voices;
}

}  // namespace catalogue
