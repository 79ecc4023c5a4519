// From what lies on the index desk to what its screen shows.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "catalogue/words.h"
#include "player/app/index/desk.h"
#include "player/app/index/film_time.h"

namespace app {
namespace {

using namespace std::chrono_literals;
using catalogue::_;
using catalogue::Markable;
using catalogue::MarkedAnswer;
using catalogue::plural;
using catalogue::Seam;
using catalogue::SourceDuration;
using catalogue::SourceTime;

// Breaths between two answers are no gap worth a word.
constexpr SourceDuration shortest_gap = 3s;

// "3:10", "1:02:03"
std::string clock(SourceTime time) {
    const auto whole = std::chrono::floor<std::chrono::seconds>(time.time_since_epoch()).count();
    return whole < 3600 ? fmt::format("{}:{:02}", whole / 60, whole % 60)
                        : fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
}

std::string from_to(const catalogue::TimeRange& time) {
    return _("{} to {}", clock(time.in), clock(time.out));
}

}  // namespace

std::string IndexDesk::name_of(std::size_t question) const {
    const catalogue::Question& asked = module_.questions[question];
    return asked.label.empty() ? catalogue::question_text(asked, module_.people[person_])
                               : catalogue::for_everybody(asked.label);
}

std::string IndexDesk::listening() const {
    if (heard_) {
        if (!heard_->problem.empty()) return _("Its sound cannot be heard: {}", heard_->problem);
        return heard_->outline.peak.empty() ? _("This film has no sound") : "";
    }
    const double all = std::max(1.0, seconds(film_end_));
    return _("Listening for pauses: {:.0f} %", std::min(100.0, 100 * seconds(progress_) / all));
}

std::string IndexDesk::words_now() const {
    if (draft_.now().begun) {
        return _("Begun at {}: go on to where it ends", clock(*draft_.now().begun));
    }
    const MarkedAnswer* answer = chosen();
    if (answer == nullptr) {
        const auto next = draft_.next_question(position_);
        return next ? _("Next: {}  {}", *next + 1, name_of(*next))
                    : std::string(_("All questions are answered"));
    }
    const double length = std::chrono::duration<double>(answer->time.length()).count();
    return _("{}, {:.1f} s long",
             answer->question
                 ? fmt::format("{}  {}", *answer->question + 1, name_of(*answer->question))
                 : std::string(_("No question yet: type its number")),
             length);
}

std::string IndexDesk::words_of_proposal() const {
    if (const catalogue::Proposal* found = chosen_proposal()) {
        return found->question ? _("Proposed as {}: {}", *found->question + 1, found->reason)
                               : _("Proposed: {}", found->reason);
    }
    if (!heard_) return "";
    return proposals_.empty() ? _("No proposals are left")
                              : plural("{} proposal", "{} proposals", proposals_.size());
}

void IndexDesk::show_safety(ui::IndexView& view) const {
    using State = IndexSafety::State;
    view.safety_alerts = true;
    switch (safety_.state) {
        case State::Unchanged:
            view.safety = _("Everything is saved as you go");
            view.safety_alerts = false;
            break;
        case State::Saving:
            view.safety = _("Saving");
            view.safety_alerts = false;
            break;
        case State::Saved:
            view.safety = _("Saved");
            view.safety_alerts = false;
            break;
        case State::Beside:
            view.safety = _("Somebody else has changed this index meanwhile: your marks are in {}",
                            safety_.where.filename().string());
            view.others_changed = true;
            break;
        case State::Rescued:
            view.safety =
                _("Not in the module: {}. Copy the module to a folder that can be written, with "
                  "room left. Kept in {}",
                  safety_.why, safety_.where.string());
            break;
        case State::Nowhere:
            view.safety =
                _("Not saved: {}. Copy the module to a folder that can be written, with room left.",
                  safety_.why);
            break;
    }
}

void IndexDesk::show_marks(ui::IndexView& view) const {
    const auto add = [&](const MarkedAnswer& answer, bool is_chosen, bool by_hand) {
        ui::IndexBlock block;
        block.from_s = seconds(answer.time.in);
        block.to_s = seconds(answer.time.out);
        block.number = answer.question ? std::to_string(*answer.question + 1) : "?";
        block.name = answer.question ? name_of(*answer.question) : _("no question yet");
        if (answer.question) block.theme = module_.questions[*answer.question].theme;
        block.chosen = is_chosen;
        block.by_hand = by_hand;
        view.blocks.push_back(std::move(block));
    };
    for (std::size_t i = 0; i < draft_.now().answers.size(); ++i) {
        add(draft_.now().answers[i], draft_.now().chosen == i, false);
    }
    for (const MarkedAnswer& answer : draft_.by_hand()) {
        add(answer, false, true);
    }
    std::ranges::stable_sort(view.blocks, {}, &ui::IndexBlock::from_s);
    for (const catalogue::Proposal& one : proposals_) {
        view.proposals.push_back(
            {seconds(one.time.in), seconds(one.time.out), proposal_ == one.time});
    }
    for (const Seam& seam : draft_.seams(shortest_gap)) {
        view.seams.push_back(
            {seconds(seam.time.in), seconds(seam.time.out), seam.kind == Seam::Kind::Overlap});
    }
    if (draft_.now().begun) view.begun_s = seconds(*draft_.now().begun);
}

void IndexDesk::show_questions(ui::IndexView& view) const {
    const std::vector<Seam> seams = draft_.seams(shortest_gap);
    std::size_t marked = 0;
    for (std::size_t i = 0; i < module_.questions.size(); ++i) {
        ui::IndexQuestion row;
        row.number = std::to_string(i + 1);
        row.name = name_of(i);
        row.theme = module_.questions[i].theme;
        row.where = _("not marked");
        row.can_assign = draft_.questions()[i] == Markable::Yes;
        const auto answer = draft_.answer_to(i);
        const auto by_hand = std::ranges::find_if(
            draft_.by_hand(), [&](const MarkedAnswer& one) { return one.question == i; });
        if (answer) {
            const MarkedAnswer& one = draft_.now().answers[*answer];
            row.where = from_to(one.time);
            const bool overlaps = std::ranges::any_of(seams, [&](const Seam& seam) {
                return seam.kind == Seam::Kind::Overlap && seam.time.in < one.time.out &&
                       one.time.in < seam.time.out;
            });
            if (overlaps) row.where = _("{}, overlaps", row.where);
            row.marked = true;
            row.chosen = draft_.now().chosen == answer;
        } else if (draft_.questions()[i] == Markable::Withheld) {
            row.where = _("withheld: it needs no marks");
        } else if (by_hand != draft_.by_hand().end()) {
            row.where = _("{}, by hand", from_to(by_hand->time));
            row.marked = true;
        } else if (draft_.questions()[i] == Markable::ByHand) {
            row.where = _("elsewhere, by hand");
            row.marked = true;
        }
        if (row.marked) ++marked;
        view.questions.push_back(std::move(row));
    }
    const auto count = [&](Seam::Kind kind) {
        return static_cast<std::size_t>(
            std::ranges::count_if(seams, [&](const Seam& seam) { return seam.kind == kind; }));
    };
    view.summary = _("{} of {} marked", marked, module_.questions.size());
    if (const std::size_t gaps = count(Seam::Kind::Gap); gaps > 0) {
        view.summary += ", " + plural("{} gap", "{} gaps", gaps);
    }
    if (const std::size_t overlaps = count(Seam::Kind::Overlap); overlaps > 0) {
        view.summary += ", " + plural("{} overlap", "{} overlaps", overlaps);
    }
}

ui::IndexView IndexDesk::view() const {
    ui::IndexView view;
    view.title = module_.people[person_].name;
    view.film = film_.relative.generic_string();
    view.length_s = seconds(film_end_);
    view.position_s = seconds(position_);
    if (heard_) {
        view.peaks = heard_->outline.peak;
        view.peak_window_s = std::chrono::duration<double>(media::SoundOutline::window).count();
    }
    view.listening = listening();
    view.now = words_now();
    view.proposal = words_of_proposal();
    view.proposal_chosen = proposal_.has_value();
    view.answer_chosen = chosen() != nullptr;
    view.can_undo = draft_.can_undo();
    view.can_redo = draft_.can_redo();
    show_safety(view);
    show_marks(view);
    show_questions(view);
    return view;
}

}  // namespace app
