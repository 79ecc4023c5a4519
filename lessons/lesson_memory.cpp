// A lesson that is kept until another day, and goes on.
#include <algorithm>
#include <utility>

#include "lessons/lesson.h"

namespace lessons {

using namespace catalogue;

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

}  // namespace lessons
