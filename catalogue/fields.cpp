#include "catalogue/fields.h"

#include <fmt/format.h>

#include <algorithm>

#include "catalogue/language_tag.h"
#include "catalogue/lines.h"
#include "catalogue/text.h"
#include "catalogue/words.h"

namespace catalogue {
namespace {

constexpr std::size_t longest_id = 64;

bool is_id_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
}

// "text", "a list", "keys with values", "nothing".
std::string_view kind_in_words(YamlNode::Kind kind) {
    switch (kind) {
        case YamlNode::Kind::Sequence:
            return _("a list");
        case YamlNode::Kind::Map:
            return _("keys with values");
        case YamlNode::Kind::Scalar:
            return _("text");
        case YamlNode::Kind::Null:
        case YamlNode::Kind::Refused:
            break;
    }
    return _("nothing");
}

// What to write where the kind was expected.
std::string_view how_to_write(YamlNode::Kind kind) {
    switch (kind) {
        case YamlNode::Kind::Sequence:
            return _("write it as a list: one line with '- ' for each entry, or [a, b]");
        case YamlNode::Kind::Map:
            return _("write keys with values: 'key: value', one in each line, or {key: value}");
        case YamlNode::Kind::Scalar:
            return _("write text there; put it in quotes if it begins with '[' or '{'");
        case YamlNode::Kind::Null:
        case YamlNode::Kind::Refused:
            break;
    }
    return "";
}

}  // namespace

Fields::Fields(const YamlNode& map, std::string name, std::initializer_list<std::string_view> known,
               Report& report)
    : map_(map), name_(std::move(name)), report_(report) {
    const std::vector<std::string> keys(known.begin(), known.end());
    for (const YamlNode::Entry& entry : map_.entries) {
        if (entry.repeated || report_.full() || std::ranges::count(keys, entry.key) > 0) continue;
        report_.warning(entry.key_place, _("unknown key {} in {}", in_quotes(entry.key), name_),
                        did_you_mean(entry.key, keys,
                                     _("it is not read; the keys are {}", fmt::join(keys, ", "))));
    }
}

const YamlNode* Fields::find(std::string_view key, Missing missing) const {
    for (const YamlNode::Entry& entry : map_.entries) {
        if (entry.repeated || entry.key != key) continue;
        if (entry.value.kind == YamlNode::Kind::Refused) return nullptr;
        if (entry.value.kind == YamlNode::Kind::Null) break;
        return &entry.value;
    }
    say_missing(key, missing);
    return nullptr;
}

std::optional<std::string> Fields::text(std::string_view key, Missing missing) const {
    const YamlNode* node = find(key, missing);
    if (!node || !expect_kind(*node, YamlNode::Kind::Scalar, in_quotes(key), report_)) {
        return std::nullopt;
    }
    std::string text = shown_text(*node, report_);
    if (text.empty()) {
        say_missing(key, missing);
        return std::nullopt;
    }
    return text;
}

const YamlNode* Fields::list(std::string_view key, Missing missing) const {
    const YamlNode* node = find(key, missing);
    if (!node || !expect_kind(*node, YamlNode::Kind::Sequence, in_quotes(key), report_))
        return nullptr;
    return node;
}

const YamlNode* Fields::map(std::string_view key, Missing missing) const {
    const YamlNode* node = find(key, missing);
    if (!node || !expect_kind(*node, YamlNode::Kind::Map, in_quotes(key), report_)) return nullptr;
    return node;
}

const Place& Fields::at(std::string_view key) const {
    for (const YamlNode::Entry& entry : map_.entries) {
        if (!entry.repeated && entry.key == key) return entry.value.place;
    }
    return map_.place;
}

void Fields::say_missing(std::string_view key, Missing missing) const {
    if (missing == Missing::Fine) return;
    const Place& place = at(key);
    const std::string what = _("{} has no {}", name_, in_quotes(key));
    const std::string hint = _("add '{}: ...'", key);
    if (missing == Missing::Odd) {
        report_.warning(place, what, hint);
    } else {
        report_.error(place, what, hint);
    }
}

bool expect_kind(const YamlNode& node, YamlNode::Kind kind, std::string_view name, Report& report) {
    if (node.kind == kind) return true;
    if (node.kind == YamlNode::Kind::Refused) return false;
    report.error(node.place,
                 _("{} must be {}, not {}", name, kind_in_words(kind), kind_in_words(node.kind)),
                 std::string{how_to_write(kind)});
    return false;
}

std::string shown_text(const YamlNode& node, Report& report) {
    const std::string_view text = trimmed(node.text);
    std::string out;
    bool replaced = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view rest = text.substr(at);
        const std::size_t length = std::max<std::size_t>(utf8_sequence_length(rest), 1);
        if (control_length(rest) > 0) {
            append_utf8(out, 0xFFFD);
            replaced = true;
        } else if (rest.front() != '\r') {
            out.append(rest.substr(0, length));
        }
        at += length;
    }
    if (replaced) {
        report.error(node.place, _("this text holds a control character"),
                     _("take the '\\' and what follows it away"));
    }
    return out;
}

bool known_format(const Fields& document, Report& report) {
    const std::optional<std::string> format = document.text("format", Missing::Wrong);
    if (!format || *format == "1") return true;
    const Place& place = document.at("format");
    const bool number = std::ranges::all_of(*format, [](char c) { return c >= '0' && c <= '9'; });
    report.error(place, _("this program does not know the format {}", in_quotes(*format)),
                 number ? _("it is probably of a newer program: install that one; this one reads "
                            "'format: 1'")
                        : _("write 'format: 1'"));
    return false;
}

std::string language(const Fields& fields, std::string_view key, Missing missing, Report& report) {
    std::string tag = fields.text(key, missing).value_or("");
    if (!tag.empty() && !is_language_tag(tag)) {
        report.warning(fields.at(key), _("{} is not a language", in_quotes(tag)),
                       _("write it as in 'en-GB' or 'cy'"));
    }
    return tag;
}

bool is_id(std::string_view text) {
    return !text.empty() && text.size() <= longest_id && std::ranges::all_of(text, is_id_letter);
}

std::string id_from(std::string_view text) {
    std::string id;
    for (char c : text.substr(0, longest_id)) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if (is_id_letter(c)) {
            id += c;
        } else if (!id.empty() && id.back() != '-') {
            id += '-';
        }
    }
    while (id.ends_with('-')) {
        id.pop_back();
    }
    return id;
}

}  // namespace catalogue
