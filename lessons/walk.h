// A class's way through the grid: position, way, history and bag together, as one value.
// Pure: no threads, no clock, no randomness but the seed. Fast enough to be called in every frame.
#pragma once

#include <cstddef>
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

// Where a way has come to its end, and what one more "next" does. Shown when the last clip has
// ended, or when "next" was asked for while it still plays (it plays on then).
struct PersonDone {
    std::optional<Cell>
        next;  // first answer of the person whose turn is next; nothing: nobody else

    bool operator==(const PersonDone&) const = default;
};
struct QuestionDone {
    std::optional<Cell> next;  // everybody was heard; the next question; nothing: it was the last

    bool operator==(const QuestionDone&) const = default;
};
struct MixDone {
    Seed next_seed = 0;  // the bag is empty; offers a new seed

    bool operator==(const MixDone&) const = default;
};
using Boundary = std::variant<std::monostate, PersonDone, QuestionDone, MixDone>;

// Why the last GoContrast led nowhere.
enum class NoContrast {
    None,           // it did, or it was not asked for
    NothingPlays,   // there is no answer here to set another one against
    NobodyDiffers,  // as far as is known of the others who answered this question
    AllHad,         // everybody who differs was had; asked for again it begins with this person
};

// A walk as plain values, to be kept between two runs of the program.
struct WalkMemory {
    Way way = Way::StopAndTalk;
    Seed seed = 0;
    Scope scope;
    Cell cell;
    std::vector<Cell> draws;    // of the mix's bag, in the order in which they were drawn
    std::vector<Cell> by_hand;  // taken out of the bag because somebody chose them
    std::vector<Cell> heard;
    std::vector<Cell> history;         // before `cell`: at most 200, the latest ones
    std::vector<Cell> ahead;           // after `cell`, when one has gone back: at most 200
    std::optional<int> hang_question;  // the question hung on last, and who was heard then
    std::vector<int> hang_people;

    bool operator==(const WalkMemory&) const = default;
};

class Walk {
public:
    // Opens on a person drawn by the seed, at their first answer in the order of the questions,
    // in the way "stop and talk". A grid without a playable cell opens at {0, 0}, Absent.
    Walk(std::shared_ptr<const Grid> grid, Seed seed);

    const Grid& grid() const { return *grid_; }
    const Cue& cue() const { return cue_; }
    Way way() const { return way_; }
    // The one of the present mix, once there is one; typed in again (Reshuffle) it repeats that mix
    // from its beginning. Going into the mix for the first time moves it on: see
    // seed_going_on_from() in mix.h.
    Seed seed() const { return seed_; }
    const Scope& scope() const { return scope_; }  // as set, without what is outside the grid
    const Boundary& boundary() const { return boundary_; }

    // Cells that playing on has just passed over, to be said in a line; empty after the next input.
    // Films that fail one after another are collected.
    const std::vector<Cell>& passed_over() const { return passed_over_; }

    // Why the mix chose this cell ("left school at 16, then at 30"); empty in other ways, for the
    // first draw and for cells chosen by hand. Says nothing of what comes next.
    const std::string& reason() const { return reason_; }

    // The person whose path this one differs from, when it came as a contrast: see contrast_of() in
    // difference.h for the words. Nothing otherwise, and not kept between two runs.
    std::optional<int> apart_from() const { return visits_[at_].apart_from; }
    NoContrast no_contrast() const { return no_contrast_; }  // of the last input

    // Whether this cell's clip was played to its end, or left, in this sitting. False outside the
    // grid.
    bool heard(Cell cell) const;
    std::size_t heard_count() const { return heard_count_; }

    // The nearest playable cells to an absent one: same person before and after, same question
    // left and right (round the ring); no cell twice.
    std::vector<Cell> nearest() const;

    bool can_go_back() const { return at_ > 0; }

    bool operator==(const Walk&) const = default;

    friend Walk step(Walk walk, const Input& input);
    // What may come next, best guess first, playable cells only, no cell twice, not the present
    // one: the way's own next cell, then the neighbours in the grid, the last place and the next
    // contrast. In a mix
    // the first is the very next draw: for preparing films, never to be shown.
    friend std::vector<Cell> upcoming_of(const Walk& walk, std::size_t most);
    // Where it goes on by itself when the clip that plays now has ended; nothing when it does not.
    friend std::optional<Cell> plays_on_to(const Walk& walk);

    friend WalkMemory memory_of(const Walk& walk);
    friend Walk resume(std::shared_ptr<const Grid> grid, const WalkMemory& memory);
    friend Walk with_cue(Walk walk, std::uint64_t number, Standing standing);

private:
    // A cell that was on the screen.
    struct Visit {
        Cell cell;
        bool drawn = false;   // by the mix, to differ from the visit before: there is a reason
        bool failed = false;  // its film could not be played
        std::optional<int> apart_from = std::nullopt;  // came as a contrast to this person

        bool operator==(const Visit&) const = default;
    };
    // Who was heard since the class hangs on a question.
    struct Ring {
        std::optional<int> question;
        std::vector<bool> heard;    // per person
        std::uint64_t left_at = 0;  // number of the cue at which another way was chosen

        bool operator==(const Ring&) const = default;
    };
    // Who was set against the answer of one person.
    struct Contrasts {
        std::optional<Cell> from;
        std::vector<bool> had;  // per person

        bool operator==(const Contrasts&) const = default;
    };
    // Where playing on leads to.
    struct Onward {
        std::optional<Cell> to;    // nothing: the way is at its end
        std::vector<Cell> passed;  // unplayable cells on the way there
        enum class Kind { Step, Draw, Again } kind = Kind::Step;  // Again: forward in the history
    };

    void on(const ChooseCell& input);
    void on(const ChoosePerson& input);
    void on(const ChooseQuestion& input);
    void on(const StepPerson& input);
    void on(const StepQuestion& input);
    void on(const GoNext& input);
    void on(const GoContrast& input);
    void on(const GoBack& input);
    void on(const ToggleWay& input);
    void on(const SetWay& input);
    void on(const Reshuffle& input);
    void on(const SetScope& input);
    void on(const ClipEnded& input);
    void on(const ClipFailed& input);

    bool concerns(const Input& input) const;
    void choose(Cell cell);
    void go(const Onward& onward);
    Visit arrival(const Onward& onward);
    void cross_boundary();
    void leave_for(Cell cell);
    void visit(Visit visit);
    void start(Cell cell);
    void change_way(Way way);
    void begin_bag();
    void begin_ring();
    void mark_heard(Cell cell);
    void mark_in_ring();
    void show_boundary();
    void find_reason();

    Onward onward() const;
    Onward onward_by_question() const;
    Onward onward_by_person() const;
    Onward onward_by_draw() const;
    bool going_through_contrasts() const;
    std::optional<Cell> next_contrast() const;
    Boundary boundary_here() const;
    std::optional<Cell> next_in_ring() const;
    std::optional<Cell> first_of_next_person() const;
    std::optional<Cell> first_of_next_question() const;
    std::vector<Cell> passed_to_person(Cell first) const;
    std::vector<Cell> passed_to_question(Cell first) const;
    std::optional<Cell> last_shown(std::size_t visits) const;
    int round_ring(int person, int by) const;

    std::shared_ptr<const Grid> grid_;
    Cue cue_;
    Way way_ = Way::StopAndTalk;
    Seed seed_ = 0;
    Scope scope_;
    Boundary boundary_;
    std::vector<Cell> passed_over_;
    std::string reason_;
    std::vector<Visit> visits_;  // never empty; the present one is visits_[at_]
    std::size_t at_ = 0;
    std::vector<bool> heard_;  // per cell
    std::size_t heard_count_ = 0;
    Ring ring_;
    Contrasts contrasts_;
    NoContrast no_contrast_ = NoContrast::None;
    std::optional<Bag> bag_;  // once there was a mix over this scope
};

// What becomes of the walk. Inputs that make no sense here (a cell outside the grid, a report about
// an older cue) change nothing but, for what people ask, passed_over().
Walk step(Walk walk, const Input& input);
std::vector<Cell> upcoming_of(const Walk& walk, std::size_t most);
std::optional<Cell> plays_on_to(const Walk& walk);

WalkMemory memory_of(const Walk& walk);
// Goes on where `memory` was taken: the clip is Playing anew, or Absent where there is none.
// Tolerates any nonsense: what is outside the grid is left out, and a cell outside the grid opens
// as a new walk does.
Walk resume(std::shared_ptr<const Grid> grid, const WalkMemory& memory);

// A resumed walk whose cue is on the screen already: for a grid that grew under a class that
// watches. `number` and `standing` are those of the cue on the screen; they are kept, so that
// nothing starts anew, unless the cell has an answer now and had none (it plays) or the other way
// round: then the cue is the one after it.
Walk with_cue(Walk walk, std::uint64_t number, Standing standing);

}  // namespace lessons
