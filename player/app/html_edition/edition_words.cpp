#include "player/app/html_edition/edition_words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "catalogue/words.h"

namespace app {
namespace {

constexpr std::size_t numbers_told_apart = 200;

bool is_of_a_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '$' || c == '.';
}

// Takes a text in quotes off the beginning of `rest`; empty where there is none.
std::string take_quoted(std::string_view& rest) {
    if (!rest.starts_with('"')) return {};
    const std::size_t end = rest.find('"', 1);
    if (end == std::string_view::npos) return {};
    std::string text{rest.substr(1, end - 1)};
    rest.remove_prefix(end + 1);
    return text;
}

// What the translation has for a sentence; nothing: English is said.
std::vector<std::string> forms_of(const ScriptSentence& sentence,
                                  const catalogue::Translation& translation) {
    if (translation.stretched) {
        std::vector<std::string> forms{catalogue::stretched_text(sentence.one)};
        if (!sentence.many.empty()) forms.push_back(catalogue::stretched_text(sentence.many));
        return forms;
    }
    const auto found = translation.sentences.find(sentence.one);
    return found == translation.sentences.end() ? std::vector<std::string>{} : found->second;
}

}  // namespace

std::vector<ScriptSentence> sentences_of(std::string_view script) {
    static constexpr auto calls = std::to_array<std::string_view>({"_(", "saidLater(", "plural("});
    std::vector<ScriptSentence> found;
    for (std::size_t at = 0; at < script.size(); ++at) {
        if (at > 0 && is_of_a_name(script[at - 1])) continue;
        for (const std::string_view call : calls) {
            std::string_view rest = script.substr(at);
            if (!rest.starts_with(call)) continue;
            rest.remove_prefix(call.size());
            ScriptSentence sentence{take_quoted(rest), {}};
            if (call == "plural(" && rest.starts_with(", ")) {
                rest.remove_prefix(2);
                sentence.many = take_quoted(rest);
            }
            if (!sentence.one.empty()) found.push_back(std::move(sentence));
        }
    }
    return found;
}

EditionWords edition_words(std::string_view script, const catalogue::KeyTable& keys,
                           const catalogue::Translation* translation) {
    static constexpr const char* without_scripts =
        catalogue::said_later("This page needs JavaScript. It asks no server for anything.");
    EditionWords words;
    words.without_scripts = without_scripts;
    if (translation == nullptr) return words;

    std::vector<ScriptSentence> said = sentences_of(script);
    for (const catalogue::KeyGroup& group : keys.groups) {
        said.push_back({group.title, {}});
        for (const catalogue::KeyBinding& binding : group.bindings) {
            said.push_back({binding.says, {}});
        }
    }
    words.language = translation->language;
    for (const ScriptSentence& sentence : said) {
        std::vector<std::string> forms = forms_of(sentence, *translation);
        if (!forms.empty()) words.sentences.emplace(sentence.one, std::move(forms));
    }
    for (std::size_t number = 0; number < numbers_told_apart; ++number) {
        words.plural_forms.push_back(
            catalogue::plural_form(translation->plural_rule, translation->plural_forms, number));
    }
    const std::vector<std::string> forms = forms_of({without_scripts, {}}, *translation);
    if (!forms.empty()) words.without_scripts = forms.front();
    return words;
}

}  // namespace app
