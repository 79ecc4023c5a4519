#include "lessons/lesson.h"

#include "catalogue/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

namespace lessons {
using catalogue::_;

using namespace catalogue;
using std::chrono::seconds;
using namespace std::chrono_literals;

namespace {

bool has_rules(const Plan& plan) {
    return !plan.ground_rules.empty() || !plan.content_note.empty() || plan.help_card;
}

// A step that a plan leaves without words still says what it is.
bool has_before(const PlanCue& cue) {
    return !cue.before.empty() || !cue.content_note.empty();
}

bool shows_picks(const PlanCue& cue) {
    return std::ranges::any_of(cue.clips, [](const PlanClips& clips) {
        return std::holds_alternative<ClassPick>(clips.chosen);
    });
}

// It was to show what the class kept, and nobody has kept anything.
bool picks_in_vain(const PlanCue& cue, const OrderItem& item) {
    return item.clips.empty() && shows_picks(cue);
}

}  // namespace

Lesson::Lesson(std::shared_ptr<const Plan> plan, int week, Seed seed, Resolved resolved,
               LessonTime now)
    : plan_(std::move(plan)),
      week_(week),
      seed_(seed),
      order_(std::move(resolved.order)),
      notes_(std::move(resolved.notes)) {
    go(stops().front(), now);
}

// Everything that comes in this meeting, in order. What was left out has no stops.
std::vector<Stop> Lesson::stops() const {
    std::vector<Stop> stops;
    if (has_rules(*plan_)) stops.push_back({Part::Rules, 0, 0});
    for (std::size_t i = 0; i < order_.size(); ++i) {
        const OrderItem& item = order_[i];
        if (!item.kept) continue;
        const PlanCue& cue = plan_->cues[item.cue];
        const bool after = !cue.after.empty();
        if (has_before(cue) || (item.clips_kept == 0 && !after)) {
            stops.push_back({Part::Before, i, 0});
        }
        for (std::size_t clip = 0; clip < item.clips_kept; ++clip) {
            stops.push_back({Part::Clip, i, clip});
        }
        if (after) stops.push_back({Part::After, i, 0});
    }
    stops.push_back({Part::Done, order_.size(), 0});
    return stops;
}

// Where in stops() the class is; of a stop that is gone, the last one before it.
std::size_t Lesson::place() const {
    const std::vector<Stop> all = stops();
    const auto key = [](const Stop& stop) {
        return std::tuple{stop.part == Part::Rules ? 0 : 1, stop.item, stop.part, stop.clip};
    };
    std::size_t at = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (key(all[i]) <= key(stop_)) at = i;
    }
    return at;
}

const PlanCue* Lesson::cue() const {
    if (stop_.part == Part::Rules || stop_.part == Part::Done) return nullptr;
    return &plan_->cues[order_[stop_.item].cue];
}

const PlannedClip* Lesson::clip() const {
    return stop_.part == Part::Clip ? &order_[stop_.item].clips[stop_.clip] : nullptr;
}

std::optional<Stop> Lesson::next() const {
    const std::vector<Stop> all = stops();
    const std::size_t at = place() + 1;
    return at < all.size() ? std::optional{all[at]} : std::nullopt;
}

std::optional<seconds> Lesson::time_left(LessonTime now) const {
    if (!timer_) return std::nullopt;
    return std::chrono::ceil<seconds>(timer_->ends - now);
}

std::optional<seconds> Lesson::until_bell(LessonTime now) const {
    if (!bell_) return std::nullopt;
    return std::chrono::floor<seconds>(*bell_ - now);
}

void Lesson::go(const Stop& stop, LessonTime now) {
    const bool onward = cue() == nullptr ? stop.part != Part::Rules : stop.item > stop_.item;
    stop_ = stop;
    paused_ = false;
    passed_ = 0;
    if (onward) plan_again(stop.item, now);
    begin_timer(now);
    if (!onward) plan_again(stop.item + 1, item_ends(now));
}

// The time to talk belongs to the prompt after the clips, or to the only one there is.
void Lesson::begin_timer(LessonTime now) {
    timer_.reset();
    const PlanCue* at = cue();
    if (at == nullptr || stop_.part == Part::Clip) return;
    if (stop_.part == Part::Before && !at->after.empty()) return;
    const seconds given = order_[stop_.item].talk_given;
    if (given > 0s) timer_ = Timer{given, now + given};
}

// When the present item is likely to be over.
LessonTime Lesson::item_ends(LessonTime now) const {
    if (timer_) return std::max(now, timer_->ends);
    if (cue() == nullptr) return now;
    const OrderItem& item = order_[stop_.item];
    seconds rest = item.talk_given;
    const std::size_t first = stop_.part == Part::Clip ? stop_.clip : 0;
    if (stop_.part != Part::After) {
        for (std::size_t i = first; i < item.clips_kept; ++i) {
            rest += item.clips[i].length * item.rounds;
        }
    } else {
        rest = 0s;
    }
    return now + rest;
}

void Lesson::plan_again(std::size_t from, LessonTime at) {
    if (!bell_ || from >= order_.size()) return;
    // A step that has begun is not taken from under the class.
    const bool begins = from == stop_.item && cue() != nullptr;
    order_[from].begun = begins;
    Fitted fitted = fit(std::move(order_), from, std::chrono::floor<seconds>(*bell_ - at));
    order_ = std::move(fitted.order);
    order_[from].begun = false;
    fitting_ = std::move(fitted.sentence);
}

void Lesson::mark_seen() {
    if (const PlannedClip* shown = clip()) {
        const SeenClip seen{order_[stop_.item].cue, shown->cell};
        if (std::ranges::find(seen_, seen) == seen_.end()) seen_.push_back(seen);
    }
}

void Lesson::on(const GoOn&, LessonTime now) {
    if (paused_) {
        paused_ = false;
        ++passed_;
        return;
    }
    mark_seen();
    if (const auto to = next()) go(*to, now);
}

void Lesson::on(const StepBack&, LessonTime now) {
    const std::size_t at = place();
    if (at > 0) go(stops()[at - 1], now);
}

void Lesson::on(const ExtendTimer& input, LessonTime now) {
    if (!timer_) return;
    timer_->ends = std::max(timer_->ends, now) + input.by;
    timer_->length += input.by;
    plan_again(stop_.item + 1, item_ends(now));
}

void Lesson::on(const GoToStep& input, LessonTime now) {
    if (input.item >= order_.size()) return;
    if (!order_[input.item].kept) {  // chosen by hand, it is wanted
        order_[input.item].kept = true;
        order_[input.item].clips_kept = order_[input.item].clips.size();
        order_[input.item].talk_given = order_[input.item].talk;
        order_[input.item].why.clear();
    }
    const std::vector<Stop> all = stops();
    const auto first = std::ranges::find_if(
        all, [&](const Stop& stop) { return stop.part != Part::Rules && stop.item == input.item; });
    if (first != all.end()) go(*first, now);
}

void Lesson::on(const SetBell& input, LessonTime now) {
    bell_ = input.rings;
    room_ = input.room;
    order_ = with_room(std::move(order_), *plan_, room_);
    if (!bell_) {
        order_ = as_planned(std::move(order_), cue() == nullptr ? 0 : stop_.item + 1);
        fitting_.clear();
    } else if (cue() == nullptr) {
        plan_again(done() ? order_.size() : 0, now);
    } else if (stop_.part == Part::Before &&
               (!timer_ || timer_->ends - now == order_[stop_.item].talk_given)) {
        plan_again(stop_.item, now);  // nothing of it has passed
        begin_timer(now);
    } else {
        plan_again(stop_.item + 1, item_ends(now));
    }
}

void Lesson::on(const ClipWasEnded&, LessonTime) {
    mark_seen();
}

void Lesson::on(const ClipReached& input, LessonTime) {
    if (paused_) return;
    const ClipPrompt* next = next_pause();
    paused_ = next != nullptr && input.into_clip >= next->at;
}

// The first item that shows what the class kept; where there is none, how many items there are.
std::size_t Lesson::first_picked() const {
    const auto found = std::ranges::find_if(
        order_, [&](const OrderItem& item) { return shows_picks(plan_->cues[item.cue]); });
    return static_cast<std::size_t>(found - order_.begin());
}

bool Lesson::takes_picks() const {
    const std::size_t first = first_picked();
    if (first == order_.size() || done()) return false;
    const bool before = stop_.part == Part::Rules || stop_.item < first ||
                        (stop_.item == first && stop_.part == Part::Before);
    const bool watched = std::ranges::any_of(
        seen_, [&](const SeenClip& seen) { return seen.cue == order_[first].cue; });
    return before && !watched;
}

void Lesson::on(const ClassPicked& input, LessonTime now) {
    if (!takes_picks() || input.resolved.order.size() != order_.size()) return;
    for (std::size_t i = first_picked(); i < order_.size(); ++i) {
        order_[i] = input.resolved.order[i];
    }
    notes_ = input.resolved.notes;
    on(SetBell{bell_, room_}, now);
}

// The first stop of the present clip that was not passed yet.
const ClipPrompt* Lesson::next_pause() const {
    const PlannedClip* shown = clip();
    if (shown == nullptr) return nullptr;
    std::size_t stops = 0;
    for (const ClipPrompt& prompt : shown->prompts) {
        if (prompt.stops && stops++ == passed_) return &prompt;
    }
    return nullptr;
}

const ClipPrompt* Lesson::pause() const {
    return paused_ ? next_pause() : nullptr;
}

const ClipPrompt* Lesson::prompt_at(SourceDuration into_clip) const {
    const PlannedClip* shown = clip();
    const ClipPrompt* found = nullptr;
    if (shown == nullptr) return found;
    for (const ClipPrompt& prompt : shown->prompts) {
        if (prompt.at > into_clip) break;
        const bool stays = !prompt.stops && into_clip < prompt.at + reading_time(prompt);
        found = stays ? &prompt : nullptr;
    }
    return found;
}

SourceDuration reading_time(const ClipPrompt& prompt) {
    // Beside a film people read at half of their pace.
    constexpr SourceDuration a_letter = 100ms;
    constexpr SourceDuration least = 6s;
    return std::max<SourceDuration>(least, a_letter * static_cast<int>(prompt.prompt.size()));
}

Lesson step(Lesson lesson, const LessonInput& input, LessonTime now) {
    std::visit([&](const auto& happened) { lesson.on(happened, now); }, input);
    return lesson;
}

Prompt prompt_of(const Lesson& lesson) {
    const Plan& plan = lesson.plan();
    Prompt prompt;
    if (lesson.done()) {
        prompt.title = plan.title;
        const bool more = lesson.week() < plan.weeks;
        prompt.blocks = {{TextBlock::Kind::Paragraph, 0,
                          more ? _("That was week {} of {}.", lesson.week(), plan.weeks)
                               : _("That was the lesson.")}};
        return prompt;
    }
    const PlanCue* cue = lesson.cue();
    if (cue == nullptr) {
        prompt.title = _("Before we begin");
        prompt.content_note = plan.content_note;
        prompt.blocks = read_markdown(plan.ground_rules);
        return prompt;
    }
    prompt.title = cue->title;
    if (const ClipPrompt* pause = lesson.pause()) {
        prompt.blocks = read_markdown(pause->prompt);
        prompt.talk = cue->talk;
        return prompt;
    }
    const bool after = lesson.stop().part == Part::After;
    prompt.blocks = read_markdown(after ? cue->after : cue->before);
    if (picks_in_vain(*cue, lesson.order()[lesson.stop().item])) {
        prompt.blocks.push_back(
            {TextBlock::Kind::Paragraph, 0,
             _("Nothing has been kept here yet: talk about what you remember.")});
    }
    if (lesson.stop().part == Part::Before) prompt.content_note = cue->content_note;
    if (lesson.timer()) {
        prompt.talk = cue->talk;
        prompt.minutes = lesson.timer()->length;
    }
    if (after) prompt.talk = cue->talk;
    return prompt;
}

std::string talk_text(Talk talk) {
    switch (talk) {
        case Talk::Alone:
            return _("On your own");
        case Talk::Pair:
            return _("In pairs");
        case Talk::Four:
            return _("In fours");
        case Talk::Circle:
            return _("In circles of 5 to 13");
        case Talk::All:
            return _("All together");
        case Talk::Adviser:
            return _("With the adviser");
    }
    return {};
}

std::string next_text(const Lesson& lesson, const Module& module) {
    if (lesson.at_pause()) return _("Go on with the film");
    const std::optional<Stop> next = lesson.next();
    if (!next) return {};
    if (next->part == Part::Done) return _("End of the lesson");
    if (next->part == Part::Rules) return _("Ground rules");
    const OrderItem& item = lesson.order()[next->item];
    const PlanCue& cue = lesson.plan().cues[item.cue];
    if (next->part == Part::Clip) {
        const auto person = static_cast<std::size_t>(item.clips[next->clip].cell.person);
        const std::string& name = module.people[person].name;
        return item.clips_kept == 1 ? _("Film: {}", name)
                                    : _("Film {} of {}: {}", next->clip + 1, item.clips_kept, name);
    }
    if (next->item != lesson.stop().item || lesson.cue() == nullptr) return cue.title;
    return next->part == Part::After ? _("Talk: {}", talk_text(cue.talk)) : cue.title;
}

}  // namespace lessons
