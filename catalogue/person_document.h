// people/*.yaml and index/*.yaml as values, each for itself: what they say together is for the
// module's reader. Private to the folder.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/module_document.h"
#include "catalogue/report.h"

namespace catalogue {

struct NamedFile {
    std::filesystem::path path;  // as the author wrote it: not checked yet
    Place place;
};

struct NamedTime {
    SourceTime time;
    Place place;
};

// Caption files besides the first one, of a film or of one answer.
struct NamedTracks {
    std::optional<NamedFile> second_captions;
    std::string second_language;
    std::optional<NamedFile> descriptions;
};

// What a document says about one cell.
struct AnswerEntry {
    std::size_t question = 0;  // place in Module::questions
    std::string name;          // what the documents call the question
    Place place;
    bool withheld = false;
    bool unusable = false;  // said to be wrong already
    std::optional<NamedFile> film;
    std::optional<NamedFile> captions;
    NamedTracks tracks;
    std::optional<NamedTime> in;
    std::optional<NamedTime> out;
    std::optional<double> loudness_lufs;  // of this film from `in` to `out`
};

struct PersonDocument {
    Person person;  // without pictures
    Place place;
    std::optional<NamedFile> film;
    bool film_refused = false;  // a film is named, but not as text
    std::optional<NamedFile> captions;
    NamedTracks tracks;
    CaptionsBy captions_by = CaptionsBy::NotSaid;
    std::optional<NamedFile> now;
    std::optional<NamedFile> then;
    std::string now_alt;
    std::string then_alt;
    std::vector<AnswerEntry> answers;
    std::vector<WrittenText> texts;
};

struct IndexDocument {
    std::optional<NamedFile> film;
    std::vector<AnswerEntry> answers;
};

// Nothing when the text is not YAML or of a format that this program does not know. `module` is
// the module's own document; `name` is the document's file name without its ending.
std::optional<PersonDocument> read_person_document(std::string_view yaml, const std::string& name,
                                                   const ModuleDocument& module, Report& report);
std::optional<IndexDocument> read_index_document(std::string_view yaml, const std::string& name,
                                                 const ModuleDocument& module, Report& report);

}  // namespace catalogue
