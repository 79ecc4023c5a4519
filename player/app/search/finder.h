// What can be found in a module, and what was found for the words that somebody types: who is who,
// what is asked, and what people say. Only what may be played can be found.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/module.h"
#include "catalogue/passages.h"
#include "catalogue/search_index.h"
#include "lessons/turns.h"

namespace app {

// A person or a question in words: "Moira Henderson" and what is known of her, or the short label
// and the whole question.
struct NamedText {
    int place = 0;  // in the module's list
    std::string name;
    std::string rest;
};

// What is to be read and made findable, in the order of the seed. Values, for another thread.
struct Searchable {
    struct Answer {
        int question = 0;
        std::filesystem::path captions;
        std::optional<catalogue::TimeRange> trim;
    };
    struct Speaker {
        int person = 0;
        std::vector<Answer> answers;                           // those with captions
        std::optional<catalogue::Job> covered = std::nullopt;  // not to be found in them
    };
    std::vector<NamedText> people;
    std::vector<NamedText> questions;
    std::vector<Speaker> speakers;
};
Searchable searchable_of(const catalogue::Module& module, lessons::Seed seed);
// The same while jobs may be covered: `shown` is the module through its gate.
Searchable searchable_of(const catalogue::Module& shown, const catalogue::Module& whole,
                         lessons::Seed seed);

struct FoundName {
    NamedText what;
    std::vector<catalogue::Stretch> in_name;  // the words that were meant
    std::vector<catalogue::Stretch> in_rest;
};

struct FoundPassage {
    std::size_t number = 0;  // the same passage has the same as long as the finder lives
    lessons::Cell cell;
    std::string text;
    std::vector<catalogue::Stretch> words;  // that were meant; never empty
    catalogue::TimeRange time;
    catalogue::SourceTime said_at{};  // when the cue of the first of them begins
};

struct Findings {
    std::string typed;
    std::vector<FoundName> people;
    std::vector<FoundName> questions;
    std::vector<FoundPassage> passages;
    // There may be more of each than are given.
    std::size_t people_in_all = 0;
    std::size_t questions_in_all = 0;
    std::size_t passages_in_all = 0;
    std::size_t speakers = 0;          // of how many people there are passages
    std::vector<std::string> instead;  // when nothing was found: what would be found
};

// One thread at a time.
class Finder {
public:
    static constexpr std::size_t most_passages = 200;
    static constexpr std::size_t most_names = 2;         // above passages
    static constexpr std::size_t most_names_alone = 12;  // where nobody says it

    static catalogue::Result<Finder> open(lessons::Seed seed);

    void add_names(const Searchable& searchable);
    void add(lessons::Cell cell, std::vector<catalogue::Passage> passages);

    // Better likenesses first; of equals everybody has a turn before anybody has another.
    Findings find(const std::string& typed) const;

    // Words worth looking for, with what is found by them: at least two people say them, and
    // rather in answer to some questions than to all, as words of a matter are. None is a plain
    // word, as "would" is. The most telling first, none of them the beginning of another.
    std::vector<Findings> telling_words(std::size_t most) const;

private:
    enum class Kind { Person, Question, Passage };
    struct Entry {
        Kind kind = Kind::Passage;
        lessons::Cell cell;  // of a passage
        NamedText what;      // of the others
        // Of a passage; its text is with the index.
        catalogue::TimeRange time;
        std::vector<catalogue::Passage::CueBegins> cues;
    };

    Finder(catalogue::SearchIndex index, lessons::Seed seed)
        : index_(std::move(index)), seed_(seed) {}
    void add(Kind kind, const std::vector<NamedText>& names);
    FoundName found_name(const std::string& typed, std::size_t number) const;
    FoundPassage found_passage(const std::string& typed, std::size_t number) const;
    std::vector<std::string> instead_of(const std::string& typed) const;

    catalogue::SearchIndex index_;
    lessons::Seed seed_;
    std::vector<Entry> entries_;  // by the numbers of the index
};

}  // namespace app
