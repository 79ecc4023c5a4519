// What a person's own document and the tools' index say together: the person's row of cells.
// Private to the folder.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "catalogue/module.h"
#include "catalogue/module_files.h"
#include "catalogue/person_document.h"
#include "catalogue/report.h"

namespace catalogue {

struct JoinedPerson {
    Person person;
    std::vector<Module::Cell> cells;  // as many as the module has questions
    std::vector<Problem> problems;
};

// Keeps references to everything that it is given. `index` may be null.
class AnswerJoin {
public:
    AnswerJoin(const ModuleFiles& files, const Module& module, std::string name,
               const PersonDocument& document, const IndexDocument* index);

    JoinedPerson join();

private:
    // Where on which film an answer lies, for the rule that answers must not overlap.
    struct Stretch {
        std::filesystem::path film;
        TimeRange range;
        std::string question;
        Place place;
    };

    void join_withdrawn();
    void join_answers();
    Module::Cell cell_of(const AnswerEntry* own, const AnswerEntry* found);
    std::optional<Answer> answer_of(const AnswerEntry* own, const AnswerEntry* found);
    std::optional<TimeRange> range_of(const AnswerEntry& answer, const std::optional<NamedTime>& in,
                                      const std::optional<NamedTime>& out);
    std::optional<NamedFile> film_of(const AnswerEntry* own, const AnswerEntry* found,
                                     bool times_found) const;
    const std::optional<NamedFile>& usual_film() const;
    void say_no_film(const AnswerEntry& answer);
    void check_overlaps();
    bool usable(const NamedFile& file);
    std::optional<Picture> picture_of(const std::optional<NamedFile>& file, const std::string& alt);

    const ModuleFiles& files_;
    const Module& module_;
    std::string name_;
    const PersonDocument& document_;
    const IndexDocument* index_;
    Report report_;
    JoinedPerson joined_;
    bool no_film_said_ = false;
    std::vector<Stretch> stretches_;
    std::map<std::pair<std::filesystem::path, Place>, bool> usable_;
};

}  // namespace catalogue
