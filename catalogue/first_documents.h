// The documents that an author begins with: text in which the places to fill in are named, and
// which can be read as it is. Pure.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/module.h"
#include "catalogue/problem.h"

namespace catalogue {

struct TextDocument {
    std::filesystem::path file;  // relative to the module
    std::string text;
};

// The id that words for people come nearest to: "Amara Okafor" is amara-okafor. Empty where there
// is no letter a-z and no digit in them.
std::string id_for(std::string_view words);

struct NewModule {
    std::string id;
    std::string title;
    std::string language = "en";
};

// module.yaml, a made-up person to look at, and a README for the author. Read together they have no
// problem. Fails where the id or the language cannot be one.
Result<std::vector<TextDocument>> first_documents(const NewModule& wanted);

struct NewPerson {
    std::string id;
    std::string name;
    Job job;                     // a title that is empty is a place to fill in
    bool consent_given = false;  // else the document says nothing yet, and checking reminds
    std::filesystem::path film;  // relative to the module
    std::uint64_t film_bytes = 0;
    std::string date;  // "2026-11-21"
};

// The person's own document, with a line to fill in for every question of the module, and an index
// of the film that has nothing in it yet. Fails where the id or the film's name cannot be used.
Result<std::vector<TextDocument>> first_documents(const NewPerson& wanted, const Module& module);

}  // namespace catalogue
