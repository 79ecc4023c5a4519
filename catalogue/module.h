// A module as checked values: what module.yaml, people/*.yaml and index/*.yaml say together.
// A Module never changes after it was read; reloading makes a new one. Any thread may read it.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalogue/ids.h"
#include "catalogue/media_time.h"

namespace catalogue {

struct Theme {
    ThemeId id;
    std::string name;
};

struct Question {
    QuestionId id;
    std::size_t theme = 0;  // place in Module::themes
    std::string text;       // may hold "{job}": see question_text()
    std::string label;      // short, for tiles and lists
    bool sensitive = false;
    std::string language = {};  // BCP 47 tag, of `text`; may be empty
};

// One kind of fact that people can be compared by ("age left education").
struct FactDefinition {
    FactId id;
    std::string label;  // "Left full-time education"
    // How it reads in a sentence, with "{value}": "left school at {value}". When two such
    // sentences are joined, words that both begin with are said once.
    std::string says;
    bool for_contrasts = true;  // false: shown, but nobody is set against another by it
    bool tells_job = false;     // one can guess the job from it ("in a hospital")
};

// What is known of a person in one kind of fact. People are compared by what is the same for every
// reader, also where the values are there in several languages.
struct Fact {
    Fact(std::string words) : Fact(words, words) {}
    Fact(const char* words) : Fact(std::string{words}) {}
    Fact(std::string words, std::string in_own_language)
        : text(std::move(words)), compared(std::move(in_own_language)) {}

    std::string text;      // as it is shown
    std::string compared;  // in the module's language

    bool operator==(const Fact&) const = default;
};

struct Job {
    std::string title;                           // "firefighter"
    std::string article;                         // "a", "an" or nothing
    std::string language = {};                   // BCP 47 tag, of both; may be empty
    std::vector<std::string> other_titles = {};  // in other languages
};

struct Picture {
    std::filesystem::path file;  // relative to the module
    std::string alt;             // what it shows, for those who cannot see it
};

// What a cell of the grid holds, and so what may be done with it. This is the one gate that
// playing, searching, printing and exporting ask.
enum class CellState {
    Empty,  // nobody filmed an answer, or its film cannot be used
    Playable,
    Withheld,   // the person asked not to show this answer
    Withdrawn,  // the person took back consent for everything
};

// The captions of a film in another language.
struct SecondCaptions {
    std::filesystem::path file;  // relative to the module; in the film's time
    std::string language;        // BCP 47 tag; may be empty
};

// The stretch of film in which a person answers a question.
struct Answer {
    std::filesystem::path film;                     // relative to the module
    std::optional<TimeRange> trim;                  // nothing = the whole file
    std::optional<std::filesystem::path> captions;  // relative to the module; in the film's time
    std::optional<SecondCaptions> second_captions = std::nullopt;
    // What is to be seen, in words, for those who cannot see it; a caption file, too.
    std::optional<std::filesystem::path> descriptions = std::nullopt;
    // Of exactly this stretch, by EBU R128, as the index has it.
    std::optional<double> loudness_lufs = std::nullopt;
};

// Which pictures of a person show what their work is, as the author says.
struct ShowsJob {
    bool now = false;
    bool then = false;
    bool stills = false;  // of all answers
};

struct Person {
    PersonId id;
    std::string name;
    Job job;
    std::vector<std::optional<Fact>> facts;  // in the order of Module::facts
    std::optional<Picture> now;
    std::optional<Picture> then;
    std::string way_in;  // how people get into this work; paragraphs divided by empty lines
    bool consent_withdrawn = false;
    ShowsJob shows_job = {};
    // Only in a module that went through the gate of job_veil.h.
    bool job_covered = false;     // what is missing is there, but comes last
    bool stills_covered = false;  // no still of an answer may be shown
};

// Who paid for the module and who chose the people.
struct Credits {
    std::string funder;
    std::string nominated_by;
    std::string date;
};

// Somewhere a pupil can turn to.
struct SupportLine {
    std::string name;
    std::string contact;
};

struct Module {
    ModuleId id;
    std::string title;
    std::string version;
    std::string language;  // BCP 47 tag, of the films
    std::string licence;
    std::string about;  // what this module is; paragraphs
    // Must be seen before anything plays ("The people are invented."); may be empty.
    std::string notice;
    Credits credits;
    std::vector<SupportLine> support;
    std::vector<Theme> themes;
    std::vector<Question> questions;
    std::vector<FactDefinition> facts;
    std::vector<Person> people;

    struct Cell {
        CellState state = CellState::Empty;
        std::optional<Answer> answer;  // present exactly when state == Playable
    };
    std::string words_language = {};  // of the title; empty: as `language`
    std::vector<Cell> cells;          // people.size() * questions.size(), one person after another

    const Cell& cell(std::size_t person, std::size_t question) const {
        return cells[person * questions.size() + question];
    }
    std::optional<std::size_t> find_person(const PersonId& wanted) const;
    std::optional<std::size_t> find_question(const QuestionId& wanted) const;
};

// In which language most of its words are to be read: a BCP 47 tag, or empty.
const std::string& language_of_words(const Module& module);

// "a firefighter", "an architect", "head of year" (no article).
std::string job_with_article(const Job& job);

// The question's text with "{job}" filled in for this person; without the article where it is of
// another language than the question.
std::string question_text(const Question& question, const Person& person);

// A question's text or label for everybody at once: the job that is named in it is left open.
std::string for_everybody(std::string_view words);

}  // namespace catalogue
