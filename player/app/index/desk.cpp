#include "player/app/index/desk.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <utility>

#include "catalogue/captions.h"
#include "catalogue/exchange/index_chapters.h"
#include "catalogue/module_files.h"
#include "catalogue/words.h"
#include "player/app/index/film_time.h"
#include "player/app/storage/storage.h"

namespace app {
namespace {

namespace fs = std::filesystem;
using catalogue::_;
using namespace std::chrono_literals;
using catalogue::CellState;
using catalogue::fail;
using catalogue::Markable;
using catalogue::MarkedAnswer;
using catalogue::Module;
using catalogue::SourceTime;

}  // namespace

IndexDesk::IndexDesk(IndexOnDisk found, const fs::path& kept_in, const fs::path& rescue,
                     const std::function<void()>& wake)
    : module_(std::move(found.module)),
      person_(found.person),
      film_(std::move(found.film)),
      file_(std::move(found.file)),
      draft_(std::move(found.draft)),
      date_(fmt::format("{:%F}", fmt::gmtime(std::chrono::system_clock::now()))),
      sentence_(std::move(found.sentence)),
      asked_(std::move(found.asked)),
      keeper_(std::make_unique<IndexKeeper>(
          IndexSaver{std::move(found.path), std::move(found.text), rescue}, wake)),
      ears_(std::make_unique<IndexEars>(film_, kept_in, wake)) {}

void IndexDesk::at(SourceTime position, SourceTime film_end) {
    position_ = position;
    film_end_ = film_end;
    if (heard_ && film_end_ != proposed_for_) propose();
}

bool IndexDesk::take(std::string_view command) {
    using Deed = void (*)(IndexDesk&);
    static const std::map<std::string_view, Deed> deeds{
        {"mark_in", [](IndexDesk& desk) { desk.deed(desk.draft_.mark_in(desk.position_)); }},
        {"mark_out", [](IndexDesk& desk) { desk.deed(desk.draft_.mark_out(desk.position_)); }},
        {"go_to_in",
         [](IndexDesk& desk) {
             if (desk.draft_.now().begun) {
                 desk.jump(*desk.draft_.now().begun);
             } else if (const MarkedAnswer* answer = desk.chosen()) {
                 desk.jump(answer->time.in);
             }
         }},
        {"go_to_out",
         [](IndexDesk& desk) {
             if (const MarkedAnswer* answer = desk.chosen()) desk.jump(answer->time.out);
         }},
        {"split_answer", [](IndexDesk& desk) { desk.deed(desk.draft_.split(desk.position_)); }},
        {"remove_answer", [](IndexDesk& desk) { desk.deed(desk.draft_.remove()); }},
        {"take_proposal", [](IndexDesk& desk) { desk.take_proposal(); }},
        {"join_proposal", [](IndexDesk& desk) { desk.join_proposal(); }},
        {"next", [](IndexDesk& desk) { desk.step_proposal(1); }},
        {"previous", [](IndexDesk& desk) { desk.step_proposal(-1); }},
        {"next_question", [](IndexDesk& desk) { desk.step_answer(1); }},
        {"previous_question", [](IndexDesk& desk) { desk.step_answer(-1); }},
        {"undo",
         [](IndexDesk& desk) {
             if (desk.draft_.undo()) {
                 desk.save();
             } else {
                 desk.say(_("There is nothing to undo"));
             }
         }},
        {"redo",
         [](IndexDesk& desk) {
             if (desk.draft_.redo()) {
                 desk.save();
             } else {
                 desk.say(_("There is nothing to do again"));
             }
         }},
        {"keep_marks",
         [](IndexDesk& desk) {
             desk.keeper_->keep_over(catalogue::index_text(desk.file_, desk.draft_.now().answers,
                                                           desk.module_, desk.date_));
             desk.safety_ = desk.keeper_->safety();
         }},
    };
    constexpr std::string_view tenth = "tenth_";
    if (command.starts_with(tenth)) {
        type_digit(command[tenth.size()] - '0');
        return true;
    }
    digits_.clear();
    const auto found = deeds.find(command);
    if (found == deeds.end()) return false;
    found->second(*this);
    return true;
}

// "1" is question 1 at once, and "12" after it question 12.
void IndexDesk::type_digit(int digit) {
    if (digits_.empty()) digit_changed_ = false;
    digits_ += static_cast<char>('0' + digit);
    auto number = static_cast<std::size_t>(std::stoul(digits_));
    if (digits_.size() > 2 || number > module_.questions.size()) {
        digits_ = std::to_string(digit);
        digit_changed_ = false;
        number = static_cast<std::size_t>(digit);
    }
    if (number == 0) return;
    // The second digit corrects the first: together they are one step for the undo.
    if (digits_.size() > 1 && digit_changed_) draft_.undo();
    const catalogue::MarkedStretches before = draft_.now();
    deed(draft_.assign(number - 1));
    digit_changed_ = draft_.now() != before;
    save();
}

void IndexDesk::step_answer(int by) {
    const auto& answers = draft_.now().answers;
    std::optional<std::size_t> to;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        const bool is_chosen = draft_.now().chosen == i;
        if (by > 0 && !to && !is_chosen && answers[i].time.in > position_) to = i;
        if (by < 0 && !is_chosen && answers[i].time.in < position_) to = i;
    }
    if (!to) {
        say(by > 0 ? _("That was the last answer that is marked")
                   : _("This is the first answer that is marked"));
        return;
    }
    draft_.choose(to);
    proposal_.reset();
    jump(answers[*to].time.in);
}

// The next one is also that which one is in without having chosen it: whoever listens past the end
// of an answer is soon in what comes after it.
void IndexDesk::step_proposal(int by) {
    const catalogue::Proposal* to = nullptr;
    const SourceTime from = proposal_ ? proposal_->in : position_;
    for (const catalogue::Proposal& one : proposals_) {
        const bool here = proposal_ == one.time;
        const bool is_ahead = proposal_ ? one.time.in >= from : one.time.out > from;
        if (by > 0 && to == nullptr && !here && is_ahead) to = &one;
        if (by < 0 && !here && one.time.in < from) to = &one;
    }
    if (to == nullptr) {
        say(heard_ ? _("There is no further proposal in this direction")
                   : _("Proposals come when the film has been listened to"));
        return;
    }
    proposal_ = to->time;
    draft_.choose(std::nullopt);
    jump(to->time.in);
}

const catalogue::Proposal* IndexDesk::chosen_proposal() const {
    const auto found =
        std::ranges::find_if(proposals_, [this](const auto& one) { return proposal_ == one.time; });
    return found == proposals_.end() ? nullptr : &*found;
}

void IndexDesk::say_no_proposal() {
    if (!heard_) {
        say(_("Proposals come when the film has been listened to"));
    } else if (proposals_.empty()) {
        say(_("Nothing more is proposed: I and O mark where an answer begins and ends"));
    } else {
        say(_("Go to a proposal first"));
    }
}

void IndexDesk::take_proposal() {
    const catalogue::Proposal* proposal = chosen_proposal();
    if (proposal == nullptr) {
        say_no_proposal();
        return;
    }
    MarkedAnswer answer{proposal->question, proposal->time};
    if (answer.question && draft_.answer_to(*answer.question)) answer.question.reset();
    if (answer.question && draft_.questions()[*answer.question] != Markable::Yes) {
        answer.question.reset();
    }
    deed(draft_.add(answer));
}

// Somebody thought for a while, and went on. Whoever has just heard that at the end of an answer
// need not go to the proposal first.
void IndexDesk::join_proposal() {
    const catalogue::Proposal* proposal = chosen_proposal();
    if (const auto& now = draft_.now(); proposal == nullptr && now.chosen) {
        const auto after = std::ranges::find_if(proposals_, [&](const catalogue::Proposal& one) {
            return one.time.in > now.answers[*now.chosen].time.in;
        });
        const std::size_t next = *now.chosen + 1;
        const bool is_next =
            after != proposals_.end() &&
            (next == now.answers.size() || now.answers[next].time.in > after->time.in);
        if (is_next) proposal = &*after;
    }
    if (proposal != nullptr) {
        deed(draft_.join(proposal->time));
    } else {
        say_no_proposal();
    }
}

void IndexDesk::choose_question(std::size_t question) {
    digits_.clear();
    const auto answer = draft_.answer_to(question);
    if (draft_.now().chosen && answer != draft_.now().chosen) {
        deed(draft_.assign(question));
        return;
    }
    if (answer) {
        draft_.choose(answer);
        jump(draft_.now().answers[*answer].time.in);
        return;
    }
    const auto by_hand = std::ranges::find_if(
        draft_.by_hand(), [&](const MarkedAnswer& one) { return one.question == question; });
    if (by_hand != draft_.by_hand().end()) {
        jump(by_hand->time.in);
    } else {
        say(_("Mark an answer first, or choose one by its block"));
    }
}

void IndexDesk::choose_at(SourceTime position) {
    digits_.clear();
    draft_.choose(draft_.answer_at(position));
    proposal_.reset();
    for (const catalogue::Proposal& one : proposals_) {
        if (!draft_.now().chosen && one.time.contains(position)) proposal_ = one.time;
    }
}

void IndexDesk::deed(const catalogue::Outcome& outcome) {
    if (!outcome) {
        say(fmt::format("{}: {}", outcome.error().what, outcome.error().hint));
        return;
    }
    save();
}

// Whatever changed: what is proposed has to fit it, and it has to be safe.
void IndexDesk::save() {
    proposals_ = catalogue::still_open(all_proposals_, draft_);
    if (std::ranges::none_of(proposals_,
                             [this](const auto& one) { return proposal_ == one.time; })) {
        proposal_.reset();
    }
    keeper_->keep(catalogue::index_text(file_, draft_.now().answers, module_, date_));
    safety_ = keeper_->safety();
}

void IndexDesk::propose() {
    proposed_for_ = film_end_;
    std::vector<catalogue::Chapter> chapters;
    for (const media::FilmChapter& one : heard_->chapters) {
        catalogue::Chapter chapter{
            {in_milliseconds(one.time.in), in_milliseconds(std::min(one.time.out, film_end_))},
            {},
            {}};
        catalogue::set_whole_title(chapter, one.title);
        if (chapter.time.in < chapter.time.out) chapters.push_back(std::move(chapter));
    }
    // What somebody marked in the film counts for more than what pauses say.
    all_proposals_ = catalogue::joined(catalogue::proposed_by(chapters, module_, person_),
                                       catalogue::proposals(heard_->pauses, film_end_, asked_));
    proposals_ = catalogue::still_open(all_proposals_, draft_);
}

std::optional<SourceTime> IndexDesk::take_jump() {
    return std::exchange(jump_, std::nullopt);
}

std::optional<std::string> IndexDesk::take_sentence() {
    return std::exchange(sentence_, std::nullopt);
}

bool IndexDesk::take_news() {
    const IndexSafety safety = keeper_->safety();
    const SourceTime progress = ears_->progress();
    auto heard = ears_->heard();
    const bool news = safety != safety_ || progress != progress_ || heard != heard_;
    safety_ = safety;
    progress_ = progress;
    if (heard != heard_) {
        heard_ = std::move(heard);
        propose();
    }
    return news;
}

std::optional<catalogue::QuestionId> IndexDesk::chosen_question() const {
    const auto& now = draft_.now();
    const auto which = now.chosen ? now.chosen : draft_.answer_at(position_);
    if (!which || !now.answers[*which].question) return std::nullopt;
    return module_.questions[*now.answers[*which].question].id;
}

const MarkedAnswer* IndexDesk::chosen() const {
    const auto& now = draft_.now();
    return now.chosen ? &now.answers[*now.chosen] : nullptr;
}

}  // namespace app
