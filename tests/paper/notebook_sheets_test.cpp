#include "player/paper/notebook_sheets.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "tests/paper/made_up_sheets.h"

using namespace paper;
using namespace paper_test;
using namespace catalogue;

TEST_CASE(
    "a hook sheet has quotes with who said them and when, the pupil's words and five questions") {
    const Sheet sheet = hook_sheet(notebook(), module());
    const std::string words = words_of(sheet);
    CHECK(has(words,
              "\u201cA hill farmer does not choose the rain\u201d "
              "Moira Lennox \u00b7 In a nutshell \u00b7 at 0:42"));
    CHECK(has(words, "She did not choose it.\nI might."));
    CHECK(has(words, "Dev Rao \u00b7 In a nutshell His hands."));
    CHECK(has(words, "Would you do it again?"));
    CHECK(has(words, "Moira Lennox and Dev Rao: what did each of them decide"));
    CHECK(has(words, "5. If you like:"));
    CHECK_FALSE(has(words, "6."));
    CHECK(sheet.most_pages == 1);
}

TEST_CASE("every line of a hook sheet that comes from the pupil can be left out by its id") {
    const Sheet sheet = hook_sheet(notebook(), module());
    std::set<std::string> ids;
    for (const Block& block : sheet.blocks) {
        if (block.id.empty()) continue;
        CAPTURE(block.id);
        CHECK(ids.insert(block.id).second);
        const Sheet left = without(sheet, {block.id});
        CHECK(std::ranges::find(left.blocks, block.id, &Block::id) == left.blocks.end());
    }
    CHECK(ids.contains("n1/quote"));
    CHECK(ids.contains("n1/words"));
    CHECK(ids.contains("question-5"));
    const std::string rest = words_of(without(sheet, ids));
    CHECK_FALSE(has(rest, "What I kept"));
    CHECK_FALSE(has(rest, "Five open questions"));
    CHECK_FALSE(has(rest, "Moira"));
    CHECK(has(rest, "What we talked about"));
}

TEST_CASE("notes about who may not be shown are on no sheet, and it is said how many there are") {
    Module made = module();
    made.cells[0] = {CellState::Withheld, {}};
    Notebook kept = notebook();
    kept.notes.push_back(
        {{"n6"}, NoteKind::Thought, CellName{{"amara"}, {"w1"}}, {}, "I teach", "Amara!"});
    kept.notes.push_back(
        {{"n7"}, NoteKind::Thought, CellName{{"gone"}, {"w1"}}, {}, "Gone", "Gone too"});
    for (const Sheet& sheet : {notebook_sheet(kept, made), hook_sheet(kept, made)}) {
        const std::string words = words_of(sheet);
        for (const char* never :
             {"Moira", "rain\u201d", "She did not", "Amara", "I teach", "Gone"}) {
            CAPTURE(never);
            CHECK_FALSE(has(words, never));
        }
        CHECK(has(words, "3 notes are not here"));
        CHECK(has(words, "His hands."));
    }
}

TEST_CASE("where jobs come last a quote does not tell the job") {
    const std::string words = words_of(notebook_sheet(notebook(), module(), {true, {}}));
    CHECK_FALSE(has(words, "hill farmer"));
    CHECK(has(words, "does not choose the rain"));
    CHECK(has(words_of(notebook_sheet(notebook(), module(), {true, {{"moira"}}})), "hill farmer"));
}

TEST_CASE("an empty notebook says so, and its hook sheet still has five questions") {
    const Notebook empty{{"made-up"}, "", {}, {}};
    CHECK(has(words_of(notebook_sheet(empty, module())), "Nothing was kept or written yet."));
    const std::string words = words_of(hook_sheet(empty, module()));
    CHECK(has(words, "1. Whose answer stayed with you"));
    CHECK(has(words, "5. If you like:"));
}
