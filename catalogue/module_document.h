// module.yaml as values: everything of a Module but its people and their answers. Private to the
// folder.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/author_notes.h"
#include "catalogue/module.h"
#include "catalogue/report.h"
#include "catalogue/text_languages.h"

namespace catalogue {

// No list of people or questions is longer: a wall of a quarter of a million cells is enough.
inline constexpr std::size_t max_people = 500;
inline constexpr std::size_t max_questions = 500;

// What things of one kind are called in the documents, and where they are in the module.
class Names {
public:
    // `place` is nothing for a thing that was left out: naming it is no second problem.
    void add(const std::string& written, std::optional<std::size_t> place);

    bool known(const std::string& written) const { return places_.contains(written); }
    std::optional<std::size_t> place(const std::string& written) const;
    const std::vector<std::string>& all() const { return all_; }

private:
    std::map<std::string, std::optional<std::size_t>> places_;
    std::vector<std::string> all_;
};

struct ModuleDocument {
    struct Named {
        std::string text;
        Place place;
    };

    Module module;
    Names questions;
    Names facts;
    std::vector<Named> people_order;
    AuthorNotes notes;  // without what people's documents say
    TextLanguages languages;
};

// Nothing when the text is not YAML or of a format that this program does not know.
// `language` is the one in which its texts are wanted.
std::optional<ModuleDocument> read_module_document(std::string_view yaml, std::string language,
                                                   Report& report);

}  // namespace catalogue
