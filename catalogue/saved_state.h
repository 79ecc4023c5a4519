// The program's own documents: where a class was in a module, and how the program was set. Lists
// go by ids, never by places in a list, so that a module may change in between.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/guesses.h"
#include "catalogue/ids.h"
#include "catalogue/media_time.h"
#include "catalogue/preferences.h"
#include "catalogue/problem.h"

namespace catalogue {

struct CellName {
    PersonId person;
    QuestionId question;

    auto operator<=>(const CellName&) const = default;
};

struct SavedSitting {
    ModuleId module;
    CellName cell;
    SourceDuration into_clip{};
    std::string way;   // as lessons names it
    std::string seed;  // as shown
    std::vector<PersonId> scope_people;
    std::vector<QuestionId> scope_questions;
    std::vector<CellName> draws;    // of the present mix, in order
    std::vector<CellName> by_hand;  // taken out of the mix because somebody chose them
    std::vector<CellName> heard;
    std::vector<CellName> history;            // the oldest first
    std::vector<CellName> ahead;              // when one has gone back
    std::optional<QuestionId> hang_question;  // the question hung on last, and who was heard then
    std::vector<PersonId> hang_people;
    std::vector<Guesses> guesses;

    bool operator==(const SavedSitting&) const = default;
};

// A lesson under way in a module, and which week comes next of plans that go on.
struct SavedLesson {
    std::string plan;  // empty: none is under way
    int week = 1;
    std::string seed;  // as shown
    std::string part;  // as lessons names it
    int item = 0;
    int clip = 0;
    std::optional<int> timer_left_s;
    std::optional<int> bell_left_s;
    int pupils = 0;
    int headsets = 0;
    std::vector<CellName> picked;
    struct Seen {
        int cue = 0;
        CellName cell;

        bool operator==(const Seen&) const = default;
    };
    std::vector<Seen> seen;
    struct Week {
        std::string plan;
        int next = 1;
        std::vector<PersonId> heard;  // in the weeks before, once for each turn

        bool operator==(const Week&) const = default;
    };
    std::vector<Week> weeks;

    bool operator==(const SavedLesson&) const = default;
};

struct SavedWindow {
    int x = 0;
    int y = 0;
    int width_px = 0;
    int height_px = 0;

    bool operator==(const SavedWindow&) const = default;
};

struct SavedSettings {
    double volume = 1.0;  // 0 to 1
    bool muted = false;
    Preferences preferences;
    bool full_screen = false;
    std::optional<SavedWindow> window;
    std::vector<std::string> recent;      // folders of modules, the latest first
    std::vector<std::string> hints_done;  // of a first run: those that were followed
    std::string hand_in_folder;           // where a class hands in; may be empty
    bool collects_hand_ins = false;       // this is the teacher's computer
    bool marks_films = false;             // an author's: somebody marked answers here

    bool operator==(const SavedSettings&) const = default;
};

std::string to_yaml(const SavedSitting& sitting);
std::string to_yaml(const SavedSettings& settings);
std::string to_yaml(const SavedLesson& lesson);

// Fail only when the text is not such a document at all; single values that make no sense keep
// their defaults.
Result<SavedSitting> read_saved_sitting(std::string_view text, const std::filesystem::path& file);
Result<SavedSettings> read_saved_settings(std::string_view text, const std::filesystem::path& file);
Result<SavedLesson> read_saved_lesson(std::string_view text, const std::filesystem::path& file);

}  // namespace catalogue
