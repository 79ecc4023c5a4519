#include "catalogue/text_coverage.h"

#include <fmt/format.h>

#include <algorithm>

#include "catalogue/language_tag.h"
#include "catalogue/text.h"
#include "catalogue/words.h"

namespace catalogue {
namespace {

// So many places are named; an author goes on from there.
constexpr std::size_t most_places = 6;

// As a reader gets it: "en" is also for who wants "en-GB".
bool is_read_as(const std::string& language, const std::string& wanted) {
    return nearest_language({&language, 1}, wanted).has_value();
}

bool is_in(const WrittenText& text, const std::string& language) {
    return std::ranges::any_of(text.languages,
                               [&](const auto& one) { return is_read_as(one, language); });
}

// The module's own, then the others in the order in which they come up.
std::vector<std::string> languages_of(const AuthorNotes& notes, const std::string& own) {
    std::vector<std::string> languages;
    if (is_language_tag(own)) languages.push_back(own);
    for (const WrittenText& text : notes.texts) {
        for (const std::string& one : text.languages) {
            const bool known = std::ranges::any_of(
                languages, [&](const auto& other) { return is_read_as(one, other); });
            if (!known && is_language_tag(one)) languages.push_back(one);
        }
    }
    return languages;
}

std::string places_of(const std::vector<const WrittenText*>& texts) {
    std::vector<std::string> places;
    for (const WrittenText* text : texts) {
        if (places.size() == most_places) break;
        places.push_back(_("line {}: {}", text->place.line, printable(text->key)));
    }
    std::string all = fmt::format("{}", fmt::join(places, ", "));
    if (texts.size() > most_places) all = _("{} and {} more", all, texts.size() - most_places);
    return all;
}

}  // namespace

std::string text_coverage(const AuthorNotes& notes, const std::string& own) {
    const std::vector<std::string> languages = languages_of(notes, own);
    if (languages.size() < 2) return "";
    std::vector<std::string> parts;
    const std::size_t all = notes.texts.size();
    for (const std::string& language : languages) {
        const auto there = static_cast<std::size_t>(std::ranges::count_if(
            notes.texts, [&](const WrittenText& text) { return is_in(text, language); }));
        parts.push_back(there == all ? _("all {} in {}", all, language)
                                     : _("{} of {} in {}", there, all, language));
    }
    return _("Texts: {}", fmt::format("{}", fmt::join(parts, ", ")));
}

std::vector<Problem> texts_to_translate(const AuthorNotes& notes, const std::string& own) {
    std::vector<Problem> advice;
    for (const std::string& language : languages_of(notes, own)) {
        for (auto from = notes.texts.begin(); from != notes.texts.end();) {
            const auto end = std::find_if(from, notes.texts.end(), [&](const WrittenText& text) {
                return text.place.file != from->place.file;
            });
            std::vector<const WrittenText*> missing;
            for (; from != end; ++from) {
                if (!is_in(*from, language)) missing.push_back(&*from);
            }
            if (missing.empty()) continue;
            advice.push_back({missing.front()->place,
                              plural("{} text is not in '{}': {}", "{} texts are not in '{}': {}",
                                     missing.size(), language, places_of(missing)),
                              _("until then another language is shown in its place"),
                              Severity::Warning});
        }
    }
    return advice;
}

}  // namespace catalogue
