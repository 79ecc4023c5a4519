// A plan met by a module and a bell: which clips its cues show here, how long each step takes, and
// what has to be left out so that the lesson ends in time. Pure.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

#include "catalogue/module.h"
#include "catalogue/plan.h"
#include "lessons/grid.h"
#include "lessons/input.h"

namespace lessons {

// Of an answer whose length is not known yet.
inline constexpr std::chrono::seconds usual_answer{60};

struct PlannedClip {
    Cell cell;
    std::chrono::seconds length{};  // rounded up
    std::vector<catalogue::ClipPrompt> prompts;

    bool operator==(const PlannedClip&) const = default;
};

// One cue of the plan in this module, and what the bell makes of it.
struct OrderItem {
    std::size_t cue = 0;  // place in the plan's cues
    std::vector<PlannedClip> clips;
    std::chrono::seconds talk{};  // as planned
    bool locked = false;
    bool optional = false;
    bool plenary = false;  // the last one of the meeting
    bool begun = false;    // the class is at its first step: it stays, and may get shorter
    int rounds = 1;        // how often its clips are watched, one set of headsets after another

    // --- what fit() decides ---
    bool kept = true;
    std::size_t clips_kept = 0;         // the first so many; a clip is whole or not there
    std::chrono::seconds talk_given{};  // at most `talk`
    std::string why;                    // "3 minutes shorter: ..."; empty when all is as planned

    std::chrono::seconds clips_time() const;  // of those kept, in all rounds
    std::chrono::seconds time() const;        // that it takes; nothing when it is left out

    bool operator==(const OrderItem&) const = default;
};

using RunningOrder = std::vector<OrderItem>;

// What a module knows beside its grid.
struct OrderSource {
    const catalogue::Module* module = nullptr;
    const Grid* grid = nullptr;
    // Per cell of the grid; what is zero or missing takes usual_answer.
    std::vector<std::chrono::seconds> lengths;
    std::vector<Cell> picked;     // what the class kept, the latest last
    std::vector<int> heard = {};  // people who had a turn in earlier weeks, once for each
};

struct Resolved {
    RunningOrder order;              // everything as planned
    std::vector<std::string> notes;  // sentences on what this module does not have
};

// The cues of one week. Only playable cells are chosen, nobody twice while others have not had a
// turn, and the same seed always chooses the same.
Resolved resolve(const catalogue::Plan& plan, int week, const OrderSource& source, Seed seed);

// The room: pupils and headsets. Two share a headset; without headsets all watch together.
struct Room {
    int pupils = 0;  // 0: not said
    int headsets = 0;

    bool operator==(const Room&) const = default;
};
RunningOrder with_room(RunningOrder order, const catalogue::Plan& plan, const Room& room);

struct Fitted {
    RunningOrder order;
    bool in_time = true;   // false only when what is locked alone takes longer
    std::string sentence;  // "Fits: 34 of 35 minutes", "One step is left out"
};

// Makes everything from item `from` on fit into `left`; what is before it stays. In this order:
// talk is shortened (to half at most), optional steps go, further clips of a step go (the first
// stays), other steps go, the latest first; whatever fits again in the end comes back. The plenary
// always stays, with what is left; locked items stay whole but for their talk.
Fitted fit(RunningOrder order, std::size_t from, std::chrono::seconds left);

// Everything as planned, from item `from` on.
RunningOrder as_planned(RunningOrder order, std::size_t from = 0);

// "1 minute", "2 min 30 s"
std::string duration_text(std::chrono::seconds duration);

}  // namespace lessons
