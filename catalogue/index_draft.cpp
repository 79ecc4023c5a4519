#include "catalogue/index_draft.h"

#include <fmt/format.h>

#include <algorithm>

#include "catalogue/time_text.h"
#include "catalogue/words.h"

namespace catalogue {
namespace {

constexpr std::size_t most_steps_back = 1000;

Problem refused(std::string what, std::string hint) {
    return fail({}, std::move(what), std::move(hint));
}

void sort(std::vector<MarkedAnswer>& answers) {
    std::ranges::stable_sort(answers, {}, [](const MarkedAnswer& one) { return one.time; });
}

}  // namespace

IndexDraft::IndexDraft(std::vector<Markable> questions, std::vector<MarkedAnswer> by_hand,
                       std::vector<MarkedAnswer> answers)
    : questions_(std::move(questions)), by_hand_(std::move(by_hand)) {
    now_.answers = std::move(answers);
    sort(by_hand_);
    sort(now_.answers);
}

Outcome IndexDraft::change(MarkedStretches to) {
    if (to == now_) return done();
    if (past_.size() == most_steps_back) past_.erase(past_.begin());
    past_.push_back(std::move(now_));
    future_.clear();
    now_ = std::move(to);
    return done();
}

// Brings the answers into their order again, with the one at `answer` chosen.
Outcome IndexDraft::put(MarkedStretches to, std::size_t answer) {
    const MarkedAnswer put = to.answers[answer];
    sort(to.answers);
    to.chosen = static_cast<std::size_t>(std::ranges::find(to.answers, put) - to.answers.begin());
    return change(std::move(to));
}

Outcome IndexDraft::mark_in(SourceTime at) {
    if (const auto inside = answer_at(at); inside && !now_.begun) {
        now_.chosen = inside;
        return set_in(at);
    }
    if (now_.chosen && !now_.begun) {
        const SourceTime in = now_.answers[*now_.chosen].time.in;
        if (at < in && in - at <= reach) return set_in(at);
    }
    MarkedStretches to = now_;
    to.begun = at;
    to.chosen.reset();
    return change(std::move(to));
}

Outcome IndexDraft::mark_out(SourceTime at) {
    if (now_.begun) {
        if (at <= *now_.begun) {
            return refused(_("the answer begins at {}, so it cannot end before that",
                             format_time(*now_.begun)),
                           _("go on to where it ends"));
        }
        return add({std::nullopt, {*now_.begun, at}});
    }
    const auto chosen_before = now_.chosen;
    if (const auto inside = answer_at(at); inside && at > now_.answers[*inside].time.in) {
        now_.chosen = inside;
        return set_out(at);
    }
    if (chosen_before) {
        const SourceTime out = now_.answers[*chosen_before].time.out;
        if (at >= out && at - out <= reach) return set_out(at);
    }
    return refused(_("no answer was begun here"), _("mark first where it begins"));
}

Outcome IndexDraft::add(MarkedAnswer answer) {
    if (answer.time.in >= answer.time.out) {
        return refused(_("an answer has to end after it begins"), _("mark it anew"));
    }
    if (!answer.question) answer.question = next_question(answer.time.in);
    if (answer.question) {
        if (const Outcome may = may_assign(*answer.question); !may) return may;
    }
    MarkedStretches to = now_;
    to.begun.reset();
    if (answer.question) {
        if (const auto other = answer_to(*answer.question)) to.answers[*other].question.reset();
    }
    to.answers.push_back(answer);
    return put(std::move(to), to.answers.size() - 1);
}

Outcome IndexDraft::join(const TimeRange& part) {
    MarkedStretches to = now_;
    const auto before =
        std::ranges::find_if(to.answers.rbegin(), to.answers.rend(),
                             [&](const MarkedAnswer& answer) { return answer.time.in < part.in; });
    if (before == to.answers.rend()) {
        return refused(_("no answer is marked before it"), _("take it as one of its own"));
    }
    to.begun.reset();
    before->time.out = std::max(before->time.out, part.out);
    return put(std::move(to), static_cast<std::size_t>(to.answers.rend() - before) - 1);
}

Outcome IndexDraft::may_assign(std::size_t question) const {
    if (question >= questions_.size()) {
        return refused(_("there is no question {}", question + 1),
                       _("there are {}", questions_.size()));
    }
    if (questions_[question] == Markable::ByHand) {
        return refused(_("this answer's times were written by hand, and those count"),
                       _("correct them in the person's own file"));
    }
    if (questions_[question] == Markable::Withheld) {
        return refused(_("the person asked not to show this answer"), _("it needs no marks"));
    }
    return done();
}

Outcome IndexDraft::assign(std::size_t question) {
    if (!now_.chosen)
        return refused(_("no answer is chosen"), _("mark one, or choose one by its block"));
    if (const Outcome may = may_assign(question); !may) return may;
    MarkedStretches to = now_;
    if (const auto other = answer_to(question)) to.answers[*other].question.reset();
    to.answers[*to.chosen].question = question;
    return change(std::move(to));
}

Outcome IndexDraft::split(SourceTime at) {
    const auto inside = answer_at(at);
    if (!inside || at == now_.answers[*inside].time.in) {
        return refused(_("there is no answer here that could be divided"),
                       _("go into one, to where the next begins"));
    }
    MarkedStretches to = now_;
    const SourceTime out = to.answers[*inside].time.out;
    to.answers[*inside].time.out = at;
    to.answers.push_back({next_question(at), {at, out}});
    return put(std::move(to), to.answers.size() - 1);
}

Outcome IndexDraft::remove() {
    MarkedStretches to = now_;
    if (to.begun) {
        to.begun.reset();
        return change(std::move(to));
    }
    if (!to.chosen) return refused(_("no answer is chosen"), _("choose one by its block"));
    to.answers.erase(to.answers.begin() + static_cast<std::ptrdiff_t>(*to.chosen));
    to.chosen.reset();
    return change(std::move(to));
}

Outcome IndexDraft::set_in(SourceTime at) {
    if (!now_.chosen) return refused(_("no answer is chosen"), _("choose one by its block"));
    MarkedStretches to = now_;
    TimeRange& time = to.answers[*to.chosen].time;
    if (at >= time.out) {
        return refused(
            _("the answer ends at {}, so it cannot begin after that", format_time(time.out)),
            _("move its end first"));
    }
    time.in = at;
    return put(std::move(to), *now_.chosen);
}

Outcome IndexDraft::set_out(SourceTime at) {
    if (!now_.chosen) return refused(_("no answer is chosen"), _("choose one by its block"));
    MarkedStretches to = now_;
    TimeRange& time = to.answers[*to.chosen].time;
    if (at <= time.in) {
        return refused(
            _("the answer begins at {}, so it cannot end before that", format_time(time.in)),
            _("move its beginning first"));
    }
    time.out = at;
    return put(std::move(to), *now_.chosen);
}

void IndexDraft::choose(std::optional<std::size_t> answer) {
    now_.chosen = answer && *answer < now_.answers.size() ? answer : std::nullopt;
}

bool IndexDraft::undo() {
    if (past_.empty()) return false;
    future_.push_back(std::move(now_));
    now_ = std::move(past_.back());
    past_.pop_back();
    return true;
}

bool IndexDraft::redo() {
    if (future_.empty()) return false;
    past_.push_back(std::move(now_));
    now_ = std::move(future_.back());
    future_.pop_back();
    return true;
}

std::optional<std::size_t> IndexDraft::answer_at(SourceTime at) const {
    for (std::size_t i = now_.answers.size(); i-- > 0;) {
        if (now_.answers[i].time.contains(at)) return i;
    }
    return std::nullopt;
}

std::optional<std::size_t> IndexDraft::answer_to(std::size_t question) const {
    for (std::size_t i = 0; i < now_.answers.size(); ++i) {
        if (now_.answers[i].question == question) return i;
    }
    return std::nullopt;
}

std::optional<std::size_t> IndexDraft::next_question(SourceTime at) const {
    std::optional<MarkedAnswer> before;
    for (const auto* answers : {&by_hand_, &now_.answers}) {
        for (const MarkedAnswer& answer : *answers) {
            const bool is_later = !before || before->time.in < answer.time.in;
            if (answer.question && answer.time.in < at && is_later) before = answer;
        }
    }
    const std::size_t from = before ? *before->question + 1 : 0;
    for (std::size_t i = 0; i < questions_.size(); ++i) {
        const std::size_t question = (from + i) % questions_.size();
        if (questions_[question] == Markable::Yes && !answer_to(question)) return question;
    }
    return std::nullopt;
}

std::vector<Seam> IndexDraft::seams(SourceDuration shortest_gap) const {
    std::vector<MarkedAnswer> all = by_hand_;
    all.insert(all.end(), now_.answers.begin(), now_.answers.end());
    sort(all);
    std::vector<Seam> seams;
    std::optional<SourceTime> end;
    for (const MarkedAnswer& answer : all) {
        if (end && answer.time.in < *end) {
            seams.push_back(
                {{answer.time.in, std::min(*end, answer.time.out)}, Seam::Kind::Overlap});
        } else if (end && answer.time.in - *end >= shortest_gap && answer.time.in > *end) {
            seams.push_back({{*end, answer.time.in}, Seam::Kind::Gap});
        }
        end = std::max(end.value_or(answer.time.out), answer.time.out);
    }
    return seams;
}

}  // namespace catalogue
