// Work on the answers of a module that goes on while the class watches, or beforehand: threads that
// give way to all others, each at one piece of work at a time, the answers that are wanted soonest
// first.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <list>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <vector>

#include "catalogue/module.h"
#include "lessons/grid.h"

namespace app {

// The answers that may be played, in the order of the module's cells.
struct AnswerGrid {
    int questions = 0;
    std::vector<std::optional<catalogue::Answer>> answers;  // one person after another
};
AnswerGrid answers_of(const catalogue::Module& module);

// Which answers are wanted soonest.
struct Wishes {
    lessons::Cell here;               // where the class is
    std::vector<lessons::Cell> next;  // what may come next, most likely first
    // Cells of the wall that are to be seen: of them the first kind of work is wanted at once.
    std::vector<lessons::Cell> in_sight = {};

    bool operator==(const Wishes&) const = default;
};

// One kind of work on one answer, both by their places in the lists.
struct Task {
    std::size_t answer = 0;
    std::size_t kind = 0;

    bool operator==(const Task&) const = default;
};

// What is done next. What is in sight gets the first kind of work; then `here` and after it `next`
// get all kinds; then the others get them, one kind after another, each going from `here` outwards
// by steps in the grid, the first of equally near ones first. Nothing when all is done. Cells
// outside the grid are passed over.
//
// @param kinds_done  per answer: so many of the `kinds` kinds, the first ones, are done
std::optional<Task> next_task(const AnswerGrid& grid, const Wishes& wishes,
                              const std::vector<std::size_t>& kinds_done, std::size_t kinds);

// One kind of work, such as measuring how loud an answer is: does what is missing of it, and
// returns at once where nothing is. Called on the workers' threads, on several at once where there
// are several, but never for the same stretch of the same film. When it is stopped it returns soon;
// the same answer is then asked for again. What cannot be done is not asked again.
using AnswerWork = std::function<void(const catalogue::Answer&, const std::stop_token&)>;

// Its functions are for the main thread, and wait for nothing; destroying it breaks off all that is
// under way and waits until that has returned.
class Preparation {
public:
    // @param kinds    those that are done quickly for all come first
    // @param workers  threads, one at least: while a class watches, no more than one
    explicit Preparation(std::vector<AnswerWork> kinds, int workers = 1);
    ~Preparation();

    // Begins with these answers, also where the last ones were done already.
    void set_answers(AnswerGrid grid);
    // Call it whenever they may have changed; costs nothing when they have not. When the class goes
    // to another answer, what is under way for any but that one is broken off, to be done later;
    // and so is any other kind of work when the first kind is wanted of what came into sight.
    void set_wishes(const Wishes& wishes);
    // While it gives way nothing is done; what is under way is broken off, to be done again later.
    void give_way(bool gives_way);

    struct Progress {
        std::size_t done = 0;  // pieces of work, tried in vain or not
        std::size_t of = 0;

        bool operator==(const Progress&) const = default;
    };
    Progress progress() const;

private:
    struct UnderWay {
        Task task;  // by the lists of its edition
        std::uint64_t edition = 0;
        catalogue::Answer answer;
        std::stop_source stop;
    };
    void work(const std::stop_token& stop);
    std::vector<std::size_t> kinds_taken() const;

    const std::vector<AnswerWork> kinds_;

    struct Shared {  // everything two threads touch is in here
        mutable std::mutex mutex;
        std::condition_variable_any changed;
        AnswerGrid grid;                      // guarded by mutex
        std::uint64_t edition = 0;            // of the grid; guarded by mutex
        std::vector<std::size_t> kinds_done;  // per answer; guarded by mutex
        Wishes wishes;                        // guarded by mutex
        bool gives_way = false;               // guarded by mutex
        std::list<UnderWay> under_way;        // one for each at work; guarded by mutex
    } shared_;

    std::vector<std::jthread> workers_;
};

}  // namespace app
