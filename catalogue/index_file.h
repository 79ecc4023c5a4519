// index/<id>.yaml while an author marks answers: what they may change is taken out, all else stays
// in it word for word. Pure.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalogue/index_draft.h"
#include "catalogue/module.h"
#include "catalogue/problem.h"

namespace catalogue {

// What people/<id>.yaml says by hand: an index neither may nor can change it.
struct WrittenByHand {
    std::optional<std::filesystem::path> film;      // as it is written there
    std::optional<std::filesystem::path> captions;  // of that film, likewise
    std::vector<bool> answers;                      // by question: with a time or a film of its own
};

// Understands as much as it can: nothing is written by hand in what is no YAML.
WrittenByHand written_by_hand(std::string_view person_yaml, const Module& module);

// An index with the answers of one film taken out of it.
struct IndexFile {
    std::string person;                // an id
    std::filesystem::path film;        // the one that is marked, relative to the module
    std::filesystem::path usual_film;  // the one that the index says is its own
    std::uint64_t film_bytes = 0;
    std::vector<MarkedAnswer> answers;
    std::string written;  // as it was read, for its comments

    // What stays as it is, as YAML.
    struct Rest {
        using Line = std::pair<std::string, std::string>;  // key, value
        std::vector<Line> keys;                            // beside those that the format knows
        std::vector<Line> made;                            // of `made`, likewise
        std::vector<Line> answers;                         // of other films, or without both times
        std::vector<std::string> marks;                    // of other films
        // Beside the times; what was measured holds for these times only.
        struct OfAnswer {
            std::size_t question = 0;
            TimeRange time;
            std::vector<Line> keys;
        };
        std::vector<OfAnswer> of_answers;
    } rest;
};

// Takes the answers in `film` to questions that may be marked out of an index; an empty text is an
// index with nothing in it, of this film. Fails where something in it would be lost by writing it
// anew, and where it is another person's.
Result<IndexFile> read_index_file(std::string_view yaml, const std::filesystem::path& file_name,
                                  const Module& module, const std::vector<Markable>& questions,
                                  const std::string& person, const std::filesystem::path& film);

// The whole document, with these answers in place of those that were taken out, and with what was
// noted in comments. `date` is as "2026-11-21".
std::string index_text(const IndexFile& index, const std::vector<MarkedAnswer>& answers,
                       const Module& module, const std::string& date);

}  // namespace catalogue
