#include "player/app/languages.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <optional>

#include "catalogue/preferences.h"
#include "catalogue/words.h"
#include "player/app/storage/folders.h"
#include "player/app/storage/storage.h"

namespace app {
namespace {

constexpr std::string_view stretched_code = "en_XA";

bool is_known(std::string_view code) {
    return code == stretched_code ||
           std::any_of(catalogue::languages.begin(), catalogue::languages.end(),
                       [&](const catalogue::Language& one) { return one.code == code; });
}

// The first of "cy_GB.UTF-8:en" that the program has.
std::optional<std::string> first_known(std::string_view list) {
    while (!list.empty()) {
        std::string_view name = list.substr(0, list.find(':'));
        list.remove_prefix(std::min(name.size() + 1, list.size()));
        name = name.substr(0, name.find_first_of(".@"));
        if (is_known(name)) return std::string{name};
        const std::string_view language = name.substr(0, name.find('_'));
        if (is_known(language)) return std::string{language};
    }
    return std::nullopt;
}

}  // namespace

// What words point into is never given back.
const catalogue::Translation* translation_of(std::string_view wanted) {
    static std::map<std::string, catalogue::Translation> read;
    if (wanted == "en" || !is_known(wanted)) return nullptr;
    const std::string code{wanted};
    if (const auto found = read.find(code); found != read.end()) return &found->second;
    if (code == stretched_code) {
        catalogue::Translation stretched;
        stretched.language = code;
        stretched.stretched = true;
        return &read.emplace(code, std::move(stretched)).first->second;
    }
    const std::filesystem::path file = asset_folder() / "locale" / (code + ".po");
    const catalogue::Result<std::optional<std::string>> text = load_document(file);
    if (!text || !*text) return nullptr;
    catalogue::TranslationReading reading = catalogue::read_translation(**text, file);
    return &read.emplace(code, std::move(reading.translation)).first->second;
}

std::string language_of(std::string_view tag) {
    const std::string_view primary = tag.substr(0, tag.find('-'));
    return is_known(primary) ? std::string{primary} : "en";
}

std::string language_of_environment() {
    const auto said_in = [](const char* variable) -> std::string_view {
        const char* value = std::getenv(variable);
        return value == nullptr ? std::string_view{} : std::string_view{value};
    };
    if (const auto known = first_known(said_in("LANGUAGE"))) return *known;
    for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const std::string_view value = said_in(variable);
        if (!value.empty()) return first_known(value).value_or("en");  // the first decides
    }
    return "en";
}

bool speak_language(std::string_view wanted) {
    const std::string code = is_known(wanted) ? std::string{wanted} : language_of_environment();
    const std::string before{catalogue::spoken_language()};
    catalogue::speak(translation_of(code));
    return catalogue::spoken_language() != before;
}

}  // namespace app
