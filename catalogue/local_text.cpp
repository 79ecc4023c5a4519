#include "catalogue/local_text.h"

#include <algorithm>
#include <utility>

#include "catalogue/language_tag.h"
#include "catalogue/text.h"

namespace catalogue {

std::optional<LocalText> LocalTexts::read(const Fields& fields, std::string_view key,
                                          Missing missing) {
    const YamlNode* node = fields.find(key, missing);
    if (node == nullptr) return std::nullopt;
    if (node->kind == YamlNode::Kind::Map) return read(*node, key);
    auto text = fields.text(key, missing);
    if (!text) return std::nullopt;
    LocalText found{{{languages_.own, *std::move(text), node->place}}};
    note(found, key, node->place);
    return found;
}

std::optional<std::string> LocalTexts::text(const Fields& fields, std::string_view key,
                                            Missing missing) {
    const auto found = read(fields, key, missing);
    return found ? std::optional{found->text()} : std::nullopt;
}

std::optional<LocalText> LocalTexts::read(const YamlNode& node, std::string_view name) {
    LocalText found;
    if (node.kind == YamlNode::Kind::Map) {
        for (const YamlNode::Entry& entry : node.entries) {
            if (entry.repeated) continue;
            if (!is_language_tag(entry.key)) {
                report_.warning(entry.key_place, _("{} is not a language", in_quotes(entry.key)),
                                _("write it as in 'en-GB' or 'cy'"));
            }
            // A language that waits for its translator.
            if (entry.value.kind == YamlNode::Kind::Null) continue;
            if (!expect_kind(entry.value, YamlNode::Kind::Scalar, in_quotes(entry.key), report_)) {
                continue;
            }
            std::string text = shown_text(entry.value, report_);
            if (!text.empty()) {
                found.wordings.push_back({entry.key, std::move(text), entry.value.place});
            }
        }
        if (found.wordings.empty()) {
            report_.error(node.place, _("{} is there in no language", in_quotes(name)),
                          _("write a text, or one for each language: {en: Work, cy: Gwaith}"));
            return std::nullopt;
        }
        choose(found);
    } else {
        if (!expect_kind(node, YamlNode::Kind::Scalar, in_quotes(name), report_)) {
            return std::nullopt;
        }
        std::string text = shown_text(node, report_);
        if (text.empty()) return std::nullopt;
        found.wordings.push_back({languages_.own, std::move(text), node.place});
    }
    note(found, name, node.place);
    return found;
}

void LocalTexts::choose(LocalText& text) const {
    std::vector<std::string> tags;
    for (const LocalText::Wording& wording : text.wordings)
        tags.push_back(wording.language);
    text.own = nearest_language(tags, languages_.own).value_or(0);
    text.shown = nearest_language(tags, languages_.wanted).value_or(text.own);
}

void LocalTexts::note(const LocalText& text, std::string_view name, const Place& place) {
    // "16" and "0800 1111" are read in every language.
    const bool has_letters = std::ranges::any_of(text.wordings.front().text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               (static_cast<unsigned char>(c) & 0x80U) != 0;
    });
    if (text.wordings.size() == 1 && !has_letters) return;
    WrittenText written{place, std::string{name}, {}};
    for (const LocalText::Wording& wording : text.wordings) {
        written.languages.push_back(wording.language);
    }
    notes_.push_back(std::move(written));
}

}  // namespace catalogue
