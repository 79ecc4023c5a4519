// A lesson that is kept until another day, or read in other words, and goes on.
#include <algorithm>
#include <utility>

#include "lessons/lesson.h"

namespace lessons {

using namespace catalogue;

namespace {

bool shows_the_same(const RunningOrder& one, const RunningOrder& other) {
    const auto same_film = [](const PlannedClip& a, const PlannedClip& b) {
        return a.cell == b.cell && a.prompts.size() == b.prompts.size();
    };
    return std::ranges::equal(one, other, [&](const OrderItem& a, const OrderItem& b) {
        return a.cue == b.cue && std::ranges::equal(a.clips, b.clips, same_film);
    });
}

}  // namespace

LessonMemory memory_of(const Lesson& lesson, LessonTime now) {
    LessonMemory memory;
    memory.week = lesson.week_;
    memory.seed = lesson.seed_;
    memory.stop = lesson.stop_;
    memory.timer_left = lesson.time_left(now);
    memory.bell_left = lesson.until_bell(now);
    memory.room = lesson.room_;
    memory.seen = lesson.seen_;
    return memory;
}

Lesson resume(std::shared_ptr<const Plan> plan, const LessonMemory& memory, Resolved resolved,
              LessonTime now) {
    Lesson lesson{std::move(plan), memory.week, memory.seed, std::move(resolved), now};
    lesson.room_ = memory.room;
    lesson.order_ = with_room(std::move(lesson.order_), *lesson.plan_, memory.room);
    lesson.seen_ = memory.seen;
    lesson.stop_ = memory.stop;
    lesson.stop_ = lesson.stops()[lesson.place()];
    if (memory.bell_left) lesson.bell_ = now + *memory.bell_left;
    lesson.begin_timer(now);
    if (lesson.timer_ && memory.timer_left) {
        lesson.timer_->ends = now + *memory.timer_left;
        lesson.timer_->length = std::max(lesson.timer_->length, *memory.timer_left);
    }
    if (!lesson.done()) {
        lesson.plan_again(lesson.cue() == nullptr ? 0 : lesson.stop_.item + 1,
                          lesson.item_ends(now));
    }
    return lesson;
}

Lesson retold(const Lesson& lesson, std::shared_ptr<const Plan> plan, Resolved resolved,
              LessonTime now) {
    if (!shows_the_same(lesson.order_, resolved.order)) {
        return resume(std::move(plan), memory_of(lesson, now), std::move(resolved), now);
    }
    Lesson told = lesson;
    told.plan_ = std::move(plan);
    told.notes_ = std::move(resolved.notes);
    for (std::size_t i = 0; i < told.order_.size(); ++i) {
        for (std::size_t clip = 0; clip < told.order_[i].clips.size(); ++clip) {
            told.order_[i].clips[clip].prompts = std::move(resolved.order[i].clips[clip].prompts);
        }
    }
    if (!told.done()) {
        told.plan_again(told.cue() == nullptr ? 0 : told.stop_.item + 1, told.item_ends(now));
    }
    return told;
}

}  // namespace lessons
