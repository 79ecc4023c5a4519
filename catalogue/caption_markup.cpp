// Tags and character references inside captions.
#include <algorithm>
#include <array>

#include "catalogue/caption_formats.h"
#include "catalogue/character_references.h"
#include "catalogue/text.h"

namespace catalogue {
namespace {

constexpr std::array<std::string_view, 14> known_tags = {
    "b", "br", "c", "em", "font", "i", "lang", "rt", "ruby", "s", "span", "strong", "u", "v"};

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
