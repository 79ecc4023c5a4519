#include "player/app/preparing/preparation.h"

#include <cstdlib>
#include <limits>
#include <utility>

#include "player/screen/thread_priority.h"

namespace app {
namespace {

std::optional<std::size_t> place_of(const AnswerGrid& grid, lessons::Cell cell) {
    if (cell.person < 0 || cell.question < 0 || cell.question >= grid.questions) {
        return std::nullopt;
    }
    const auto place =
        static_cast<std::size_t>(cell.person) * static_cast<std::size_t>(grid.questions) +
        static_cast<std::size_t>(cell.question);
    return place < grid.answers.size() ? std::optional{place} : std::nullopt;
}

int steps_between(lessons::Cell one, lessons::Cell other) {
    return std::abs(one.person - other.person) + std::abs(one.question - other.question);
}

bool same_stretch(const catalogue::Answer& one, const catalogue::Answer& other) {
    return one.trim == other.trim && one.film == other.film;
}

// The first of the cells of which not even the first kind of work is done.
std::optional<std::size_t> first_undone(const AnswerGrid& grid,
                                        const std::vector<lessons::Cell>& cells,
                                        const std::vector<std::size_t>& kinds_done) {
    for (const lessons::Cell cell : cells) {
        const auto place = place_of(grid, cell);
        if (place && grid.answers[*place] && kinds_done[*place] == 0) {
            return place;
        }
    }
    return std::nullopt;
}

}  // namespace

AnswerGrid answers_of(const catalogue::Module& module) {
    AnswerGrid grid;
    grid.questions = static_cast<int>(module.questions.size());
    for (const catalogue::Module::Cell& cell : module.cells) {
        const bool playable = cell.state == catalogue::CellState::Playable;
        grid.answers.push_back(playable ? cell.answer : std::nullopt);
    }
    return grid;
}

std::optional<Task> next_task(const AnswerGrid& grid, const Wishes& wishes,
                              const std::vector<std::size_t>& kinds_done, std::size_t kinds) {
    if (kinds == 0) {
        return std::nullopt;
    }
    if (const auto place = first_undone(grid, wishes.in_sight, kinds_done)) {
        return Task{*place, 0};
    }
    std::vector<lessons::Cell> first{wishes.here};
    first.insert(first.end(), wishes.next.begin(), wishes.next.end());
    for (const lessons::Cell cell : first) {
        const auto place = place_of(grid, cell);
        if (place && grid.answers[*place] && kinds_done[*place] < kinds) {
            return Task{*place, kinds_done[*place]};
        }
    }
    for (std::size_t kind = 0; kind < kinds; ++kind) {
        std::optional<std::size_t> nearest;
        int fewest = std::numeric_limits<int>::max();
        for (std::size_t place = 0; place < grid.answers.size(); ++place) {
            const int at = static_cast<int>(place);
            const int steps =
                steps_between(wishes.here, {at / grid.questions, at % grid.questions});
            if (steps < fewest && grid.answers[place] && kinds_done[place] == kind) {
                nearest = place;
                fewest = steps;
            }
        }
        if (nearest) {
            return Task{*nearest, kind};
        }
    }
    return std::nullopt;
}

Preparation::Preparation(std::vector<AnswerWork> kinds, int workers) : kinds_(std::move(kinds)) {
    for (int worker = 0; worker < workers; ++worker) {
        workers_.emplace_back([this](const std::stop_token& stop) { work(stop); });
    }
}

Preparation::~Preparation() {
    // All before the first is waited for: else the others would begin something else meanwhile.
    for (std::jthread& worker : workers_) {
        worker.request_stop();
    }
}

void Preparation::set_answers(AnswerGrid grid) {
    {
        const std::lock_guard lock(shared_.mutex);
        shared_.kinds_done.assign(grid.answers.size(), 0);
        shared_.grid = std::move(grid);
        ++shared_.edition;
    }
    shared_.changed.notify_all();
}

void Preparation::set_wishes(const Wishes& wishes) {
    // Wakes nobody: it changes the order of the work, not whether there is any.
    const std::lock_guard lock(shared_.mutex);
    if (wishes == shared_.wishes) {
        return;
    }
    const bool went_on = wishes.here != shared_.wishes.here;
    const bool more_in_sight = wishes.in_sight != shared_.wishes.in_sight;
    shared_.wishes = wishes;
    const auto here = place_of(shared_.grid, wishes.here);
    const auto is_here = [&](const catalogue::Answer& answer) {
        return here && shared_.grid.answers[*here] &&
               same_stretch(*shared_.grid.answers[*here], answer);
    };
    const bool sight_waits =
        more_in_sight && first_undone(shared_.grid, wishes.in_sight, kinds_taken()).has_value();
    for (const UnderWay& piece : shared_.under_way) {
        if ((went_on && !is_here(piece.answer)) || (sight_waits && piece.task.kind > 0)) {
            piece.stop.request_stop();
        }
    }
}

void Preparation::give_way(bool gives_way) {
    {
        const std::lock_guard lock(shared_.mutex);
        if (shared_.gives_way == gives_way) {
            return;
        }
        shared_.gives_way = gives_way;
        if (gives_way) {
            for (const UnderWay& piece : shared_.under_way) {
                piece.stop.request_stop();
            }
        }
    }
    shared_.changed.notify_all();
}

Preparation::Progress Preparation::progress() const {
    const std::lock_guard lock(shared_.mutex);
    Progress progress;
    for (std::size_t place = 0; place < shared_.grid.answers.size(); ++place) {
        if (shared_.grid.answers[place]) {
            progress.done += shared_.kinds_done[place];
            progress.of += kinds_.size();
        }
    }
    return progress;
}

// With the lock held: what is done of each answer, and all of those at which somebody is.
std::vector<std::size_t> Preparation::kinds_taken() const {
    std::vector<std::size_t> taken = shared_.kinds_done;
    for (const UnderWay& piece : shared_.under_way) {
        for (std::size_t place = 0; place < taken.size(); ++place) {
            const std::optional<catalogue::Answer>& answer = shared_.grid.answers[place];
            if (answer && same_stretch(*answer, piece.answer)) {
                taken[place] = kinds_.size();
            }
        }
    }
    return taken;
}

void Preparation::work(const std::stop_token& stop) {
    screen::lower_own_priority();
    std::unique_lock lock(shared_.mutex);
    std::optional<Task> task;
    const auto has_task = [&] {
        task = shared_.gives_way
                   ? std::nullopt
                   : next_task(shared_.grid, shared_.wishes, kinds_taken(), kinds_.size());
        return task.has_value();
    };
    while (shared_.changed.wait(lock, stop, has_task) && !stop.stop_requested()) {
        // Nothing of it changes while it is in the list.
        const auto piece = shared_.under_way.insert(
            shared_.under_way.end(),
            {*task, shared_.edition, *shared_.grid.answers[task->answer], std::stop_source{}});
        lock.unlock();
        {
            const std::stop_callback stopping(stop, [&] { piece->stop.request_stop(); });
            kinds_[task->kind](piece->answer, piece->stop.get_token());
        }
        lock.lock();
        if (piece->edition == shared_.edition && !piece->stop.stop_requested()) {
            ++shared_.kinds_done[task->answer];
        }
        // Wakes nobody: what others had to leave alone because of it is taken here next.
        shared_.under_way.erase(piece);
    }
}

}  // namespace app
