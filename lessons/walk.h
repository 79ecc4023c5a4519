// A class's way through the grid: position, way, history and bag together, as one value.
// Pure: no threads, no clock, no randomness but the seed. Fast enough to be called in every frame.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "lessons/grid.h"
#include "lessons/input.h"
#include "lessons/mix.h"

namespace lessons {

enum class Standing {
    Playing,  // the clip of this cell is to be played from its in-point
    Held,     // it has ended: its last picture stays, the class talks
    Absent,   // nothing to play here (empty, withheld, withdrawn), or it could not be played
};

// What should be on the screen. Every new start of a clip has a new number, also of the same cell.
struct Cue {
    std::uint64_t number = 0;
    Cell cell;
    Standing standing = Standing::Playing;
    bool failed = false;  // Absent because the film could not be played

    bool operator==(const Cue&) const = default;
};

// Where a way has come to its end, and what one more "next" does.
struct PersonDone { std::optional<Cell> next; };    // first answer of the person whose turn is next
struct QuestionDone { std::optional<Cell> next; };  // everybody was heard; the next question
struct MixDone { Seed next_seed = 0; };             // the bag is empty; offers a new seed
using Boundary = std::variant<std::monostate, PersonDone, QuestionDone, MixDone>;

class Walk {
public:
    // Opens on a person drawn by the seed, at their first answer in the order of the questions,
    // in the way "stop and talk". The grid may have no playable cell; it has at least one person
    // and one question.
    Walk(std::shared_ptr<const Grid> grid, Seed seed);

    const Grid& grid() const { return *grid_; }
    const Cue& cue() const { return cue_; }
    Way way() const { return way_; }
    Seed seed() const { return seed_; }
    const Scope& scope() const { return scope_; }
    const Boundary& boundary() const { return boundary_; }

    // Cells that playing on has just passed over, to be said in a line; empty after the next input.
    const std::vector<Cell>& passed_over() const { return passed_over_; }

    // Why the mix chose this cell ("left school at 16, then at 30"); empty in other ways. Says
    // nothing of what comes next.
    const std::string& reason() const { return reason_; }

    // Whether this cell's clip was played to its end, or left, in this sitting.
    bool heard(Cell cell) const;
    std::size_t heard_count() const;

    // The nearest playable cells to an absent one: same person before and after, same question
    // left and right; no cell twice.
    std::vector<Cell> nearest() const;

    bool can_go_back() const { return !history_.empty(); }

    friend Walk step(Walk walk, const Input& input);
    // What may come next, best guess first, playable cells only, no cell twice: the way's own next
    // cell, then the neighbours in the grid and the last place.
    friend std::vector<Cell> upcoming_of(const Walk& walk, std::size_t most);

private:
    friend struct WalkMemory;
    // to be completed by the implementation
    std::shared_ptr<const Grid> grid_;
    Cue cue_;
    Way way_ = Way::StopAndTalk;
    Seed seed_ = 0;
    Scope scope_;
    Boundary boundary_;
    std::vector<Cell> passed_over_;
    std::string reason_;
    std::vector<Cell> history_;
};

Walk step(Walk walk, const Input& input);
std::vector<Cell> upcoming_of(const Walk& walk, std::size_t most);

}  // namespace lessons
