// A lesson under way: a plan's running order, where the class is in it, and its timers, as one
// value. Pure: time comes in with every input. A timer never ends anything by itself.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "catalogue/markdown.h"
#include "catalogue/plan.h"
#include "lessons/running_order.h"

namespace lessons {

using LessonTime = std::chrono::steady_clock::time_point;

// One step: the ground rules, what to read before, a clip, what to talk about after it, the end.
enum class Part { Rules, Before, Clip, After, Done };

struct Stop {
    Part part = Part::Rules;
    std::size_t item = 0;  // of the running order
    std::size_t clip = 0;  // of the item

    bool operator==(const Stop&) const = default;
};

struct Timer {
    std::chrono::seconds length{};  // as given, with what was added to it
    LessonTime ends{};

    bool operator==(const Timer&) const = default;
};

// --- what can happen to a lesson ---
struct GoOn {};      // PageDown
struct StepBack {};  // PageUp
struct ExtendTimer {
    std::chrono::seconds by{std::chrono::minutes{2}};
};
struct GoToStep {
    std::size_t item = 0;  // from the beginning of this item
};
struct SetBell {
    std::optional<LessonTime> rings;  // nothing: no bell
    Room room;
};
struct ClipWasEnded {};
// How far into the clip it is; the film stops where the plan says so.
struct ClipReached {
    catalogue::SourceDuration into_clip{};
};
// The class kept other answers: `resolved` is of the same plan, week and seed.
struct ClassPicked {
    Resolved resolved;
};
using LessonInput = std::variant<GoOn, StepBack, ExtendTimer, GoToStep, SetBell, ClipWasEnded,
                                 ClipReached, ClassPicked>;

// What the class did, for the record.
struct SeenClip {
    std::size_t cue = 0;
    Cell cell;
    bool operator==(const SeenClip&) const = default;
};

// What a lesson needs to go on in another run of the program.
struct LessonMemory {
    int week = 1;
    Seed seed = 0;
    Stop stop;
    std::optional<std::chrono::seconds> timer_left;
    std::optional<std::chrono::seconds> bell_left;
    Room room;
    std::vector<SeenClip> seen;

    bool operator==(const LessonMemory&) const = default;
};

class Lesson {
public:
    // At its first step. `resolved` is of this plan and this week.
    Lesson(std::shared_ptr<const catalogue::Plan> plan, int week, Seed seed, Resolved resolved,
           LessonTime now);

    const catalogue::Plan& plan() const { return *plan_; }
    int week() const { return week_; }
    Seed seed() const { return seed_; }
    const RunningOrder& order() const { return order_; }
    const std::vector<std::string>& notes() const { return notes_; }  // what the module lacks
    const std::string& fitting() const { return fitting_; }  // how it fits; empty without a bell

    const Stop& stop() const { return stop_; }
    bool done() const { return stop_.part == Part::Done; }
    // The cue under way; nothing at the rules and at the end.
    const catalogue::PlanCue* cue() const;
    // The clip that is to be on the screen; nothing at a prompt.
    const PlannedClip* clip() const;
    // The film stands at a time-coded prompt of its clip.
    bool at_pause() const { return paused_; }
    // The prompt that the film stands at; nothing elsewhere.
    const catalogue::ClipPrompt* pause() const;
    // What stands beside the film so far into it, without stopping it; nothing for most of a clip.
    const catalogue::ClipPrompt* prompt_at(catalogue::SourceDuration into_clip) const;

    const std::optional<Timer>& timer() const { return timer_; }
    // Less than nothing once it has run over; nothing without a timer.
    std::optional<std::chrono::seconds> time_left(LessonTime now) const;
    std::optional<std::chrono::seconds> until_bell(LessonTime now) const;
    const Room& room() const { return room_; }

    // What the class keeps can still become films of this lesson. Once it watches the first of them
    // they stay as they are, so that nothing changes under its eyes, or when it goes back.
    bool takes_picks() const;

    const std::vector<SeenClip>& seen() const { return seen_; }
    bool can_go_back() const { return place() > 0; }
    // What GoOn leads to; nothing at the end.
    std::optional<Stop> next() const;

    bool operator==(const Lesson&) const = default;

    friend Lesson step(Lesson lesson, const LessonInput& input, LessonTime now);
    friend LessonMemory memory_of(const Lesson& lesson, LessonTime now);
    friend Lesson resume(std::shared_ptr<const catalogue::Plan> plan, const LessonMemory& memory,
                         Resolved resolved, LessonTime now);
    friend Lesson retold(const Lesson& lesson, std::shared_ptr<const catalogue::Plan> plan,
                         Resolved resolved, LessonTime now);

private:
    void on(const GoOn& input, LessonTime now);
    void on(const StepBack& input, LessonTime now);
    void on(const ExtendTimer& input, LessonTime now);
    void on(const GoToStep& input, LessonTime now);
    void on(const SetBell& input, LessonTime now);
    void on(const ClipWasEnded& input, LessonTime now);
    void on(const ClipReached& input, LessonTime now);
    void on(const ClassPicked& input, LessonTime now);

    std::vector<Stop> stops() const;
    std::size_t place() const;
    void go(const Stop& stop, LessonTime now);
    void begin_timer(LessonTime now);
    void plan_again(std::size_t from, LessonTime at);
    LessonTime item_ends(LessonTime now) const;
    void mark_seen();
    const catalogue::ClipPrompt* next_pause() const;
    std::size_t first_picked() const;

    std::shared_ptr<const catalogue::Plan> plan_;
    int week_ = 1;
    Seed seed_ = 0;
    RunningOrder order_;
    std::vector<std::string> notes_;
    std::string fitting_;
    Stop stop_;
    bool paused_ = false;
    std::size_t passed_ = 0;  // prompts of the present clip at which the film has stopped
    std::optional<Timer> timer_;
    std::optional<LessonTime> bell_;
    Room room_;
    std::vector<SeenClip> seen_;
};

// How long a prompt beside a film stays: as long as a class takes to read it.
catalogue::SourceDuration reading_time(const catalogue::ClipPrompt& prompt);

Lesson step(Lesson lesson, const LessonInput& input, LessonTime now);
LessonMemory memory_of(const Lesson& lesson, LessonTime now);
// Tolerates any nonsense: a stop that is not there any more becomes the nearest one before it.
Lesson resume(std::shared_ptr<const catalogue::Plan> plan, const LessonMemory& memory,
              Resolved resolved, LessonTime now);

// The same lesson at the same place in the words of `plan`, which is its plan as it was read anew,
// in another language. `resolved` is of that plan and of the same module, week and seed; where it
// does not show the same films any more the lesson goes on as after resume().
Lesson retold(const Lesson& lesson, std::shared_ptr<const catalogue::Plan> plan, Resolved resolved,
              LessonTime now);

// What the class reads at this step, as plain data: for the lesson screen and for a projector.
struct Prompt {
    std::string title;
    std::vector<catalogue::TextBlock> blocks;
    std::string content_note;                     // empty: none
    std::optional<catalogue::Talk> talk;          // who talks; nothing while a clip plays
    std::optional<std::chrono::seconds> minutes;  // of the timer, as given

    bool operator==(const Prompt&) const = default;
};
Prompt prompt_of(const Lesson& lesson);

// "In pairs", "In a circle of 5 to 13"
std::string talk_text(catalogue::Talk talk);
// What GoOn leads to, for a button: "Film 2 of 3: Moira".
std::string next_text(const Lesson& lesson, const catalogue::Module& module);

}  // namespace lessons
