// What lies on the table of somebody who marks where in a film which question is answered: the
// draft, its saving, what is proposed, and what the keys mean here.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/index_draft.h"
#include "catalogue/index_file.h"
#include "catalogue/index_proposals.h"
#include "catalogue/module.h"
#include "player/app/index/ears.h"
#include "player/app/index/keeper.h"
#include "player/app/index/on_disk.h"
#include "player/media/engine.h"
#include "player/ui/index_view.h"

namespace app {

// Main thread; never waits for the disk.
class IndexDesk {
public:
    // @param kept_in  what was heard of films is kept here; empty: nowhere
    // @param rescue   where marks go that the module does not take; empty: nowhere
    // @param wake     called in other threads when something is worth another look
    IndexDesk(IndexOnDisk found, const std::filesystem::path& kept_in,
              const std::filesystem::path& rescue, const std::function<void()>& wake);

    const media::FilmFile& film() const { return film_; }
    const catalogue::PersonId& person_id() const { return module_.people[person_].id; }
    // That the chosen answer answers, else the one at the position.
    std::optional<catalogue::QuestionId> chosen_question() const;
    const catalogue::IndexDraft& draft() const { return draft_; }

    // Where one is: told before every deed, and whenever something is to be shown.
    void at(catalogue::SourceTime position, catalogue::SourceTime film_end);

    // Does what a command means here; false when it has no meaning of its own here.
    bool take(std::string_view command);
    // A question of the list: the chosen answer answers it; when none is chosen, goes to its
    // answer.
    void choose_question(std::size_t question);
    // The position was pointed at: the answer there is the chosen one.
    void choose_at(catalogue::SourceTime position);

    // Where playing is to go on, once.
    std::optional<catalogue::SourceTime> take_jump();
    // What is to be said, once.
    std::optional<std::string> take_sentence();
    // True when something was heard or saved since the last call.
    bool take_news();

    ui::IndexView view() const;

private:
    void type_digit(int digit);
    void step_answer(int by);
    void step_proposal(int by);
    void say_no_proposal();
    void take_proposal();
    void join_proposal();
    void deed(const catalogue::Outcome& outcome);
    void save();
    void propose();
    void jump(catalogue::SourceTime to) { jump_ = to; }
    void say(std::string sentence) { sentence_ = std::move(sentence); }
    const catalogue::MarkedAnswer* chosen() const;
    const catalogue::Proposal* chosen_proposal() const;
    std::string name_of(std::size_t question) const;
    std::string listening() const;
    std::string words_now() const;
    std::string words_of_proposal() const;
    void show_safety(ui::IndexView& view) const;
    void show_marks(ui::IndexView& view) const;
    void show_questions(ui::IndexView& view) const;

    const catalogue::Module module_;
    const std::size_t person_;
    const media::FilmFile film_;
    const catalogue::IndexFile file_;
    catalogue::IndexDraft draft_;
    std::string date_;

    catalogue::SourceTime position_{};
    catalogue::SourceTime film_end_{};
    std::string digits_;          // of a question's number, typed so far
    bool digit_changed_ = false;  // the last one did
    std::optional<catalogue::SourceTime> jump_;
    std::optional<std::string> sentence_;

    std::vector<catalogue::AskedAt> asked_;
    std::shared_ptr<const HeardFilm> heard_;
    catalogue::SourceTime proposed_for_{};  // the end of the film then
    std::vector<catalogue::Proposal> all_proposals_;
    std::vector<catalogue::Proposal> proposals_;    // that are still open
    std::optional<catalogue::TimeRange> proposal_;  // the chosen one
    IndexSafety safety_;
    catalogue::SourceTime progress_{};

    std::unique_ptr<IndexKeeper> keeper_;
    std::unique_ptr<IndexEars> ears_;
};

}  // namespace app
