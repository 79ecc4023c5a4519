// Makes the films, captions and pictures of one person.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "catalogue/problem.h"
#include "tools/make_sample/cast.h"
#include "tools/make_sample/words.h"

namespace sample {

// Where an answer is on the disk. Paths are relative to the module.
struct MadeAnswer {
    std::string question;
    std::string film;
    std::string captions;
    std::int64_t in_ms = 0;  // in and out are only of use in one long film
    std::int64_t out_ms = 0;
    std::uint64_t film_bytes = 0;
};

struct FilmJob {
    const CastMember& member;
    const PersonWords& words;
    int part = 0;                  // which of member.parts
    std::filesystem::path folder;  // films, captions and pictures are made below it
    // Told now and then how many pictures are done and how many there will be.
    std::function<void(std::int64_t done, std::int64_t total)> progress;
};

// How many pictures all films of a person will have, roughly, before a word is spoken.
std::int64_t estimated_pictures(const CastMember& member, const PersonWords& words);

// Speaks, draws and writes. To be called once in a process: see Speaker.
catalogue::Result<std::vector<MadeAnswer>> make_films(const FilmJob& job);

}  // namespace sample
