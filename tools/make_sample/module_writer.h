// Writes the documents of the made module, format 1. A document appears whole or not at all.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "catalogue/problem.h"
#include "tools/make_sample/cast.h"
#include "tools/make_sample/film_maker.h"
#include "tools/make_sample/words.h"

namespace sample {

// Writes aside and renames.
catalogue::Outcome write_whole(const std::filesystem::path& file, const std::string& text);

// people/<id>.yaml
std::string person_document(const CastMember& member, const PersonWords& words,
                            const std::vector<MadeAnswer>& made);

// index/<id>.yaml. `words_hash` says what it was made from.
std::string index_document(const CastMember& member, const std::vector<MadeAnswer>& made,
                           const std::string& words_hash, const std::string& date);

// Whether `module` holds this person, made from these words.
bool is_made(const std::filesystem::path& module, const std::string& id,
             const std::string& words_hash);

// Moves the films, captions and pictures of a person from `made_in` into `module`, then writes
// the two documents: a reader never finds a person without films.
catalogue::Outcome publish(const std::filesystem::path& module,
                           const std::filesystem::path& made_in, const CastMember& member,
                           const PersonWords& words, const std::vector<MadeAnswer>& made,
                           const std::string& words_hash, const std::string& date);

// Takes the person's documents away, so that the films may be made again.
void retract(const std::filesystem::path& module, const std::string& id);

// 16 hexadecimal digits of the SHA-256 of a text.
std::string hash_of(const std::string& text);

}  // namespace sample
