// Where answers lie in one film, while an author marks them: a value with an undo. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "catalogue/media_time.h"
#include "catalogue/problem.h"

namespace catalogue {

// A stretch of the film.
struct MarkedAnswer {
    std::optional<std::size_t> question;  // place in Module::questions; nothing: not assigned yet
    TimeRange time;                       // in < out

    bool operator==(const MarkedAnswer&) const = default;
};

// What an author may do with a question of this person.
enum class Markable {
    Yes,
    ByHand,    // people/<id>.yaml says where its answer is, and that counts
    Withheld,  // the person asked not to show the answer
};

struct MarkedStretches {
    std::vector<MarkedAnswer> answers;  // by their beginnings
    std::optional<SourceTime> begun;    // an in-point that waits for its out-point
    std::optional<std::size_t> chosen;  // place in `answers`

    bool operator==(const MarkedStretches&) const = default;
};

// Where film belongs to no answer, or to two of them.
struct Seam {
    TimeRange time;
    enum class Kind { Gap, Overlap } kind = Kind::Gap;

    bool operator==(const Seam&) const = default;
};

class IndexDraft {
public:
    // An in- or out-point that is set this near to an answer, outside it, moves that answer's.
    static constexpr SourceDuration reach{10'000'000};

    // @param by_hand  answers in the same film that stand in people/<id>.yaml: shown, never changed
    IndexDraft(std::vector<Markable> questions, std::vector<MarkedAnswer> by_hand,
               std::vector<MarkedAnswer> answers);

    const MarkedStretches& now() const { return now_; }
    const std::vector<MarkedAnswer>& by_hand() const { return by_hand_; }
    const std::vector<Markable>& questions() const { return questions_; }

    // Every deed that fails changes nothing, and says why in a sentence for the author.

    // Within the answer that holds `at`, or just before the chosen one, its in-point goes there;
    // anywhere else a new answer begins.
    Outcome mark_in(SourceTime at);
    // Ends what was begun, as an answer to next_question(); else moves an out-point likewise.
    Outcome mark_out(SourceTime at);
    // A new answer, chosen; without a question it is one to next_question().
    Outcome add(MarkedAnswer answer);
    // The answer that begins last before `part` goes on to where `part` ends; it is then chosen.
    Outcome join(const TimeRange& part);
    // The chosen answer answers this. Who answered it before has no question any more.
    Outcome assign(std::size_t question);
    // The answer that holds `at` becomes two; the second one, then chosen, answers what comes next.
    Outcome split(SourceTime at);
    // Takes the chosen answer away; or, when one was only begun, that beginning.
    Outcome remove();
    // Moves an edge of the chosen answer.
    Outcome set_in(SourceTime at);
    Outcome set_out(SourceTime at);
    // Chooses, which is no change to be undone.
    void choose(std::optional<std::size_t> answer);

    bool undo();  // false: there is nothing to undo
    bool redo();
    bool can_undo() const { return !past_.empty(); }
    bool can_redo() const { return !future_.empty(); }

    // The answer that holds `at`: the one that begins last, where two overlap.
    std::optional<std::size_t> answer_at(SourceTime at) const;
    std::optional<std::size_t> answer_to(std::size_t question) const;
    // What an answer from `at` on is likely to answer: after the question of the answer before it,
    // the first one that nobody answers; nothing when all are answered.
    std::optional<std::size_t> next_question(SourceTime at) const;
    // Gaps shorter than `shortest_gap` are breaths between two answers. Before the first answer
    // and after the last there are none.
    std::vector<Seam> seams(SourceDuration shortest_gap) const;

private:
    Outcome change(MarkedStretches to);
    Outcome put(MarkedStretches to, std::size_t answer);
    Outcome may_assign(std::size_t question) const;

    std::vector<Markable> questions_;
    std::vector<MarkedAnswer> by_hand_;
    MarkedStretches now_;
    std::vector<MarkedStretches> past_;
    std::vector<MarkedStretches> future_;
};

}  // namespace catalogue
