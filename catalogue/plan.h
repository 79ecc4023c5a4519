// A lesson plan as checked values: what plans/<id>.yaml says. It names people and questions by
// their ids and does not know the module that it will meet: see lessons/running_order.h.
#pragma once

#include <array>
#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "catalogue/author_notes.h"
#include "catalogue/ids.h"
#include "catalogue/media_time.h"
#include "catalogue/problem.h"
#include "catalogue/text_languages.h"

namespace catalogue {

using PlanId = Id<struct PlanKind>;

// Who talks. An adviser is a talk of one pupil with an adult whose work that is.
enum class Talk { Alone, Pair, Four, Circle, All, Adviser };

// Where the clips of a cue are watched.
enum class Watched { Together, WithHeadsets };

// The areas of the CDI's framework for career development.
enum class CareerArea {
    GrowThroughoutLife,
    ExplorePossibilities,
    ManageCareer,
    CreateOpportunities,
    BalanceLifeAndWork,
    SeeTheBigPicture,
};
inline constexpr std::size_t career_area_count = 6;

// --- whom a clip shows ---
struct ThisPerson {
    PersonId person;
    bool operator==(const ThisPerson&) const = default;
};
// Somebody who answered, drawn by the lesson's seed.
struct Anybody {
    bool operator==(const Anybody&) const = default;
};
// The person of the clip before it, in this cue or an earlier one.
struct SamePerson {
    bool operator==(const SamePerson&) const = default;
};
// People who differ: in one fact, or, when none is named, in as many as possible.
struct PeopleWhoDiffer {
    int people = 3;
    std::optional<FactId> fact;
    bool operator==(const PeopleWhoDiffer&) const = default;
};
// The people whom the last PeopleWhoDiffer found.
struct SamePeople {
    bool operator==(const SamePeople&) const = default;
};
// What the class kept of the module before this cue.
struct ClassPick {
    int clips = 3;
    bool operator==(const ClassPick&) const = default;
};
using Chosen =
    std::variant<ThisPerson, Anybody, SamePerson, PeopleWhoDiffer, SamePeople, ClassPick>;

// A prompt in the middle of a clip. The film stops there only when the plan says so; else the
// prompt stands beside it for as long as reading takes.
struct ClipPrompt {
    SourceDuration at{};  // from the clip's beginning, later than that
    std::string prompt;   // Markdown
    bool stops = false;

    bool operator==(const ClipPrompt&) const = default;
};

struct PlanClips {
    Chosen chosen;
    QuestionId question;              // empty for a ClassPick: whatever was kept
    std::vector<ClipPrompt> prompts;  // by time

    bool operator==(const PlanClips&) const = default;
};

// One step of a plan. Its clips come between the two prompts; any of the three may be missing.
struct PlanCue {
    std::string title;
    std::vector<PlanClips> clips;
    std::string before;  // Markdown; for the class to read
    std::string after;
    Talk talk = Talk::All;
    std::chrono::seconds minutes{};  // for talking: the clips' time comes on top
    Watched watched = Watched::Together;
    bool sound = true;
    bool job_last = false;
    bool keep = false;      // never left out for want of time
    bool optional = false;  // the first to be left out
    std::string content_note;
    std::string notes;  // Markdown; for whoever takes the lesson, never for the class
    int week = 1;

    bool operator==(const PlanCue&) const = default;
};

struct Plan {
    PlanId id;
    std::string title;
    std::string language = {};  // BCP 47 tag, of the title; may be empty
    std::string about;
    std::chrono::minutes minutes{};  // of one meeting, with clips of the usual length
    int fewest_pupils = 1;
    int most_pupils = 32;
    std::vector<std::string> needs;
    std::vector<CareerArea> areas;
    std::vector<int> benchmarks;  // Gatsby's; a film is no encounter, so 5 is not among them
    std::string content_note;
    std::string ground_rules;  // Markdown; shown before the first cue
    bool help_card = false;    // the module's lines of support are shown with them
    int weeks = 1;
    std::vector<PlanCue> cues;  // never empty; week by week

    bool operator==(const Plan&) const = default;
};

struct PlanReading {
    // As far as it could be understood; nothing when the document is not YAML, is of an unknown
    // format or has no cue.
    std::optional<Plan> plan;
    std::vector<Problem> problems;  // all at once, by line
    std::vector<WrittenText> texts;
};

// `file` names the plan: its name without the ending is the plan's id.
PlanReading read_plan(std::string_view text, const std::filesystem::path& file,
                      TextLanguages languages = {});

// "pair", "explore-possibilities": as a plan writes them.
std::string_view name_of(Talk talk);
std::string_view name_of(CareerArea area);
// "Explore possibilities"
std::string_view title_of(CareerArea area);

}  // namespace catalogue
