// Texts that an author may write in several languages: 'title: Work', or
// 'title: {en: Work, cy: Gwaith}'. Private to the folder.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/author_notes.h"
#include "catalogue/fields.h"
#include "catalogue/report.h"
#include "catalogue/text_languages.h"

namespace catalogue {

// One text in all its languages. A text without a language is in the module's.
struct LocalText {
    struct Wording {
        std::string language;  // BCP 47 tag; empty where the module does not say its own
        std::string text;
        Place place;
    };
    std::vector<Wording> wordings;  // in the order of the document; never empty
    std::size_t shown = 0;          // the one to be read
    std::size_t own = 0;            // the one that is the same for every reader

    const std::string& text() const { return wordings[shown].text; }
    const std::string& language() const { return wordings[shown].language; }
};

// Reads the texts of one document, and notes in which languages each is there. Keeps a reference
// to the report.
class LocalTexts {
public:
    LocalTexts(TextLanguages languages, Report& report)
        : languages_(std::move(languages)), report_(report) {}

    // Of all texts that are read from now on.
    void set_own_language(std::string tag) { languages_.own = std::move(tag); }
    const TextLanguages& languages() const { return languages_; }

    // Nothing when it is not there; what is wrong with it is reported.
    std::optional<LocalText> read(const Fields& fields, std::string_view key,
                                  Missing missing = Missing::Fine);
    // Only what is to be read of it.
    std::optional<std::string> text(const Fields& fields, std::string_view key,
                                    Missing missing = Missing::Fine);
    // The same of a value: `name` says what it is.
    std::optional<LocalText> read(const YamlNode& node, std::string_view name);

    // In which languages they were, one after another.
    std::vector<WrittenText> take_notes() { return std::move(notes_); }

private:
    void choose(LocalText& text) const;
    void note(const LocalText& text, std::string_view name, const Place& place);

    TextLanguages languages_;
    Report& report_;
    std::vector<WrittenText> notes_;
};

}  // namespace catalogue
