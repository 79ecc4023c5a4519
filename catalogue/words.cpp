#include "catalogue/words.h"

#include <fmt/format.h>

#include <atomic>
#include <map>
#include <mutex>

namespace catalogue {
namespace {

std::atomic<const Translation*> chosen{nullptr};

// Made when they are first said; what was given out points into them.
const std::string& stretched_once(std::string_view english) {
    static std::mutex mutex;
    static std::map<std::string, std::string, std::less<>> made;
    const std::scoped_lock lock(mutex);
    const auto found = made.find(english);
    if (found != made.end()) return found->second;
    return made.emplace(english, stretched_text(english)).first->second;
}

const std::vector<std::string>* forms_of(const Translation& translation, std::string_view english) {
    const auto found = translation.sentences.find(std::string{english});
    return found == translation.sentences.end() ? nullptr : &found->second;
}

}  // namespace

void speak(const Translation* translation) {
    chosen = translation;
}

std::string_view spoken_language() {
    const Translation* translation = chosen.load();
    return translation == nullptr ? std::string_view{"en"} : translation->language;
}

const char* _(const char* english) {
    const Translation* translation = chosen.load();
    if (translation == nullptr || *english == '\0') return english;
    if (translation->stretched) return stretched_once(english).c_str();
    const auto* forms = forms_of(*translation, english);
    return forms == nullptr ? english : forms->front().c_str();
}

std::string filled(fmt::string_view english, fmt::format_args values) {
    const Translation* translation = chosen.load();
    const std::string_view text{english.data(), english.size()};
    if (translation == nullptr) return fmt::vformat(english, values);
    if (translation->stretched) return fmt::vformat(stretched_once(text), values);
    const auto* forms = forms_of(*translation, text);
    return forms == nullptr ? fmt::vformat(english, values) : fmt::vformat(forms->front(), values);
}

std::string filled_plural(fmt::string_view one, fmt::string_view many, std::size_t number,
                          fmt::format_args values) {
    const Translation* translation = chosen.load();
    const fmt::string_view english = number == 1 ? one : many;
    if (translation == nullptr) return fmt::vformat(english, values);
    if (translation->stretched) {
        return fmt::vformat(stretched_once({english.data(), english.size()}), values);
    }
    const auto* forms = forms_of(*translation, {one.data(), one.size()});
    if (forms == nullptr || forms->size() != translation->plural_forms) {
        return fmt::vformat(english, values);
    }
    const std::size_t form =
        plural_form(translation->plural_rule, translation->plural_forms, number);
    return fmt::vformat((*forms)[form], values);
}

}  // namespace catalogue
