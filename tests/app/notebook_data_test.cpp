// What the notebook screen shows of a notebook, and what is undone of it.
#include "player/app/notebook/data.h"

#include <doctest/doctest.h>
#include <string>

#include "player/app/notebook/history.h"
#include "tests/app/made_up_module.h"

namespace {

using namespace std::chrono_literals;
using catalogue::CaptionCue;
using catalogue::Note;
using catalogue::Notebook;
using catalogue::NoteId;
using catalogue::NoteKind;
using catalogue::SourceTime;
using catalogue::TimeRange;

Note pin(const std::string& id, const std::string& person, const std::string& question) {
    Note note;
    note.id = {id};
    note.kind = NoteKind::Pin;
    note.cell = catalogue::CellName{{person}, {question}};
    return note;
}

Note text(const std::string& id, NoteKind kind, const std::string& words) {
    Note note;
    note.id = {id};
    note.kind = kind;
    note.text = words;
    return note;
}

CaptionCue cue(std::chrono::seconds in, std::chrono::seconds out, const std::string& words) {
    CaptionCue made;
    made.time = {SourceTime{in}, SourceTime{out}};
    made.text = words;
    return made;
}

const std::vector<CaptionCue> said{cue(1s, 4s, "I get up at four in the morning, every day."),
                                   cue(5s, 9s, "Nobody told me that it would be so cold there."),
                                   cue(10s, 14s, "But the bread is warm when you hold it.")};

}  // namespace

TEST_CASE("what is kept at a moment is the sentence under way, or the one before it") {
    CHECK_FALSE(app::said_at(said, std::nullopt, SourceTime{0s}));
    struct Row {
        std::chrono::milliseconds at;
        std::string begins;
    };
    for (const Row& row : {Row{2000ms, "I get up"}, Row{4500ms, "I get up"}, Row{6000ms, "Nobody"},
                           Row{30000ms, "But the"}}) {
        CAPTURE(row.at.count());
        const auto found = app::said_at(said, std::nullopt, SourceTime{row.at});
        REQUIRE(found);
        CHECK(found->text.starts_with(row.begins));
        CHECK(found->time.in <= SourceTime{row.at});
        CHECK(found->time.out >= found->time.in);
    }
}

TEST_CASE("of a stretch all of its words are quoted, and long ones end in dots") {
    CHECK(app::said_in(said, {SourceTime{4s}, SourceTime{15s}}) ==
          "Nobody told me that it would be so cold there. But the bread is warm when you hold it.");
    CHECK(app::said_in({}, {SourceTime{0s}, SourceTime{15s}}).empty());
    std::vector<CaptionCue> many;
    for (int i = 0; i < 100; ++i)
        many.push_back(cue(
            std::chrono::seconds{3 * i}, std::chrono::seconds{3 * i + 2},
            "A sentence that is long enough to stand alone, number " + std::to_string(i) + "."));
    const std::string quote = app::said_in(many, {SourceTime{0s}, SourceTime{400s}});
    CHECK(quote.size() < 800);
    CHECK(quote.ends_with(" \u2026"));
}

TEST_CASE("a step is undone and done again, in its place, and what came meanwhile stays") {
    Notebook before;
    before.notes = {pin("a", "p", "q"), pin("b", "p", "q2"), pin("c", "p2", "q")};
    before.board = {{"b"}};
    Notebook after = before;
    after.notes.erase(after.notes.begin() + 1);
    after.board.clear();
    app::NotebookHistory history;
    history.note(before, after);
    Notebook meanwhile = after;
    meanwhile.notes.push_back(text("d", NoteKind::Guess, "from another computer"));
    const auto undone = history.undo(meanwhile);
    REQUIRE(undone);
    REQUIRE(undone->notes.size() == 4);
    CHECK(undone->notes[1].id == NoteId{"b"});
    CHECK(undone->board == std::vector<NoteId>{{"b"}});
    CHECK_FALSE(history.undo(*undone));
    const auto again = history.redo(*undone);
    REQUIRE(again);
    CHECK(*again == meanwhile);
    CHECK_FALSE(history.redo(*again));
}

TEST_CASE("what is written into one note in a row is one step, another change begins a new one") {
    app::NotebookHistory history;
    Notebook now;
    const auto write = [&](const std::string& id, const std::string& words) {
        Notebook next = now;
        if (catalogue::find_note(next, {id}) == nullptr) {
            next.notes.push_back(text(id, NoteKind::Thought, words));
        } else {
            for (Note& note : next.notes)
                if (note.id == NoteId{id}) note.text = words;
        }
        history.note(now, next);
        now = next;
    };
    write("a", "o");
    write("a", "on");
    write("a", "one");
    write("b", "t");
    write("a", "one!");
    now = *history.undo(now);
    CHECK(now.notes[0].text == "one");
    now = *history.undo(now);
    CHECK(now.notes.size() == 1);
    now = *history.undo(now);
    CHECK(now.notes.empty());
    now = *history.redo(now);
    CHECK(now.notes[0].text == "one");
    // What is done anew ends what could have been done again.
    write("c", "x");
    CHECK_FALSE(history.redo(now));
}

namespace {

struct Shown {
    catalogue::Module whole = made_up::module(2, 2);
    catalogue::JobVeil veil;
    Notebook notebook;

    ui::NotebookView view() {
        const catalogue::Module module = catalogue::shown_module(whole, veil);
        app::NotebookContext context{&module, &whole, &veil, {}, {}, {}};
        for (std::size_t i = 0; i < 20; ++i)
            context.in_sight.push_back(i);
        context.fresh_id = [](NoteKind) { return NoteId{"fresh"}; };
        context.still_of = [](lessons::Cell) { return ui::ImageId{7}; };
        return app::notebook_view_of(notebook, context);
    }
};

}  // namespace

TEST_CASE("quoted words name no job that is covered, though they were kept before it was") {
    Shown shown;
    shown.notebook.notes = {pin("a", "p0", "q1")};
    shown.notebook.notes[0].quoted = "As a baker I get up at four.";
    CHECK(shown.view().pins[0].quoted == "As a baker I get up at four.");
    shown.veil.job_last = true;
    CHECK(shown.view().pins[0].quoted.find("baker") == std::string::npos);
    CHECK(shown.view().pins[0].quoted.find("I get up at four.") != std::string::npos);
    shown.veil.uncovered.insert({"p0"});
    CHECK(shown.view().pins[0].quoted == "As a baker I get up at four.");
}

TEST_CASE("of an answer that is withheld a pin shows neither words nor picture, but the thought") {
    Shown shown;
    shown.notebook.notes = {pin("a", "p0", "q1"), pin("b", "p1", "q0")};
    shown.notebook.notes[0].quoted = "Words";
    shown.notebook.notes[0].text = "Mine";
    shown.notebook.notes[0].stretch = TimeRange{SourceTime{1s}, SourceTime{2s}};
    shown.whole.cells[1] = {catalogue::CellState::Withheld, {}};
    const ui::NotebookView view = shown.view();
    CHECK_FALSE(view.pins[0].playable());
    CHECK(view.pins[0].quoted.empty());
    CHECK(view.pins[0].moment.empty());
    CHECK(view.pins[0].image == 0);
    CHECK(view.pins[0].thought.text == "Mine");
    CHECK(view.pins[1].playable());
    CHECK(view.pins[1].image == 7);
}

TEST_CASE("a pin of somebody who is no longer in the module keeps what was written") {
    Shown shown;
    shown.notebook.notes = {pin("a", "gone", "q1"), text("b", NoteKind::Thought, "Beside nothing")};
    shown.notebook.notes[0].text = "Mine";
    const ui::NotebookView view = shown.view();
    REQUIRE(view.pins.size() == 2);
    CHECK_FALSE(view.pins[0].absence.empty());
    CHECK(view.pins[0].thought.text == "Mine");
    CHECK(view.pins[1].thought.text == "Beside nothing");
}

TEST_CASE("moments are told from the beginning of the answer") {
    Shown shown;
    shown.whole.cells[1].answer->trim = TimeRange{SourceTime{60s}, SourceTime{120s}};
    shown.notebook.notes = {pin("a", "p0", "q1"), pin("b", "p0", "q1"), pin("c", "p0", "q1")};
    shown.notebook.notes[1].stretch = TimeRange{SourceTime{74s}, SourceTime{82s}};
    shown.notebook.notes[2].stretch = TimeRange{SourceTime{74s}, SourceTime{74s}};
    const ui::NotebookView view = shown.view();
    CHECK(view.pins[0].moment.empty());
    CHECK(view.pins[1].moment == "0:14 to 0:22");
    CHECK(view.pins[2].moment == "from 0:14");
}

TEST_CASE("how varied it is is told, not how much it is") {
    Shown shown;
    CHECK(shown.view().variety == "From 0 people, on 0 questions");
    shown.notebook.notes = {pin("a", "p0", "q1"), pin("b", "p0", "q1"), pin("c", "p0", "q0")};
    CHECK(shown.view().variety == "From 1 person, on 2 questions");
}

TEST_CASE("there is always something to write on, and of lists one more") {
    Shown shown;
    CHECK(shown.view().noticed.size() == 1);
    CHECK(shown.view().guesses.size() == 1);
    CHECK(shown.view().guesses[0].id == "fresh");
    shown.notebook.notes = {text("a", NoteKind::Noticed, "one"), text("b", NoteKind::Guess, "two")};
    const ui::NotebookView view = shown.view();
    REQUIRE(view.noticed.size() == 1);
    CHECK(view.noticed[0].text == "one");
    REQUIRE(view.guesses.size() == 2);
    CHECK(view.guesses[0].text == "two");
    CHECK(view.guesses[1].text.empty());
    // Of two notebooks that were brought together everything is to be seen.
    shown.notebook.notes.push_back(text("c", NoteKind::Noticed, "theirs"));
    CHECK(shown.view().noticed.size() == 2);
}
