// What the people of the sample say: the documents under assets/sample, written by hand.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "catalogue/problem.h"

namespace sample {

enum class CellWords {
    Spoken,    // is filmed
    Withheld,  // said, but the person does not want it shown: not filmed
    Empty,     // never asked or never answered
};

struct AnswerWords {
    std::string question;  // id
    CellWords state = CellWords::Empty;
    std::string text;  // UTF-8, one paragraph; only when state == Spoken
};

struct PersonWords {
    std::string id;
    std::string name;
    std::string job_title;
    std::string job_article;
    std::vector<std::pair<std::string, std::string>> facts;  // id, value
    std::string now_alt;
    std::string then_alt;
    std::string way_in;
    std::vector<AnswerWords> answers;  // one for each question asked, in the module's order
    std::string document;              // the file as it was read

    std::size_t spoken_words() const;
};

struct ModuleWords {
    std::string document;                // module.yaml as it was read
    std::vector<std::string> questions;  // ids, in order
    std::vector<std::string> people_order;
};

// module.yaml for a module in which only `present` are there: its people_order names nobody else.
std::string document_with(const ModuleWords& words, const std::vector<std::string>& present);

// Reads `folder`/module.yaml.
catalogue::Result<ModuleWords> read_module_words(const std::filesystem::path& folder);

// Reads `folder`/people/`id`.yaml. `questions` are those to be asked.
catalogue::Result<PersonWords> read_person_words(const std::filesystem::path& folder,
                                                 const std::string& id,
                                                 const std::vector<std::string>& questions);

// Ids of the people who have words, sorted.
std::vector<std::string> people_with_words(const std::filesystem::path& folder);

}  // namespace sample
