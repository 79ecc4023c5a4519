#include "player/ui/text_edit.h"

#include <doctest/doctest.h>
#include <random>
#include <string>
#include <vector>

#include "player/ui/graphemes.h"
#include "player/ui/text.h"

namespace {

using ui::Selecting;
using ui::TextEdit;

constexpr std::size_t much = 200'000;

const std::string family = "\U0001F468\u200D\U0001F469\u200D\U0001F467";  // one picture
const std::string wave = "\U0001F44B\U0001F3FD";                          // with a skin tone
const std::string flag = "\U0001F1EC\U0001F1E7";
const std::string accented = "e\u0301";
const std::string heart = "\u2764\uFE0F";

TextEdit edit_of(std::string text, std::size_t caret) {
    TextEdit edit(std::move(text));
    edit.move_to(caret, Selecting::No);
    return edit;
}

void type(TextEdit& edit, std::string_view words) {
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t next = ui::grapheme_after(words, at);
        edit.insert(words.substr(at, next - at), much);
        at = next;
    }
}

TEST_CASE("what people see as one character is stepped over and erased as one") {
    for (const std::string& one :
         {std::string("a"), std::string("\u00e9"), accented, family, wave, flag, heart,
          std::string("\U0001F600"), std::string("\u0E19\u0E49"), std::string("\uFFFD")}) {
        CAPTURE(one);
        const std::string text = "x" + one + "y";
        TextEdit edit = edit_of(text, 1);
        edit.move_right(Selecting::No);
        CHECK(edit.caret() == 1 + one.size());
        edit.move_left(Selecting::No);
        CHECK(edit.caret() == 1);
        edit.erase_right();
        CHECK(edit.text() == "xy");
        edit = edit_of(text, 1 + one.size());
        edit.erase_left();
        CHECK(edit.text() == "xy");
        CHECK(edit.caret() == 1);
        // No place within it is one for the caret.
        for (std::size_t at = 1; at < 1 + one.size(); ++at)
            CHECK(edit_of(text, at).caret() == 1);
    }
}

TEST_CASE("two flags are two characters, and a line end never belongs to a mark") {
    CHECK(ui::grapheme_after(flag + flag, 0) == flag.size());
    CHECK(ui::grapheme_before(flag + flag, 2 * flag.size()) == flag.size());
    CHECK(ui::grapheme_after("\n\u0301", 0) == 1);
}

TEST_CASE("words are walked by their beginnings and ends, whatever alphabet they are in") {
    const std::string text = "It's  caf\u00e9 \u2013 \u043f\u0440\u0438\u0432\u0435\u0442, yes";
    std::vector<std::string> words;
    std::size_t from = 0;
    while (from < text.size()) {
        const std::size_t to = ui::word_after(text, from);
        words.push_back(text.substr(from, to - from));
        from = to;
    }
    CHECK(words == std::vector<std::string>{"It's", "  caf\u00e9", " \u2013",
                                            " \u043f\u0440\u0438\u0432\u0435\u0442", ",", " yes"});
    CHECK(ui::word_before(text, text.size()) == text.size() - 3);
    CHECK(ui::word_before(text, 4) == 0);
    CHECK(ui::word_before("", 0) == 0);
}

TEST_CASE("typing takes the place of what is selected") {
    TextEdit edit("one two");
    edit.select_word_at(1);
    CHECK(edit.selected() == "one");
    type(edit, "1");
    CHECK(edit.text() == "1 two");
    CHECK(edit.caret() == 1);
    edit.select_all();
    CHECK(edit.selected() == "1 two");
    edit.erase_left();
    CHECK(edit.text().empty());
}

TEST_CASE("without selecting, an arrow ends a selection at its side") {
    TextEdit edit("abcd");
    edit.move_to(1, Selecting::No);
    edit.move_to(3, Selecting::Yes);
    edit.move_left(Selecting::No);
    CHECK(edit.caret() == 1);
    CHECK_FALSE(edit.has_selection());
    edit.move_to(3, Selecting::Yes);
    edit.move_right(Selecting::No);
    CHECK(edit.caret() == 3);
}

TEST_CASE("what was typed is undone word by word, what was pasted at once, and comes back") {
    TextEdit edit;
    type(edit, "one two");
    edit.insert("pasted words", much);
    CHECK(edit.undo());
    CHECK(edit.text() == "one two");
    CHECK(edit.undo());
    CHECK(edit.text() == "one ");
    CHECK(edit.undo());
    CHECK(edit.text().empty());
    CHECK_FALSE(edit.undo());
    CHECK(edit.redo());
    CHECK(edit.text() == "one ");
    CHECK(edit.redo());
    CHECK(edit.redo());
    CHECK(edit.text() == "one twopasted words");
    CHECK_FALSE(edit.redo());
}

TEST_CASE("a run of Backspaces is one step, a move begins another") {
    TextEdit edit("abcdef");
    edit.erase_left();
    edit.erase_left();
    edit.move_to(1, Selecting::No);
    edit.erase_left();
    CHECK(edit.text() == "bcd");
    edit.undo();
    CHECK(edit.text() == "abcd");
    edit.undo();
    CHECK(edit.text() == "abcdef");
}

TEST_CASE("whatever was done is undone to the beginning and done again, byte by byte") {
    std::mt19937 random(7);
    const std::vector<std::string> pieces{"a",  " ",      "\n",    family,
                                          flag, accented, "word ", "\U0001F600"};
    for (int run = 0; run < 60; ++run) {
        CAPTURE(run);
        const std::string before = "It began " + family + " here.";
        TextEdit edit(before);
        for (int i = 0; i < 80; ++i) {
            const auto any = [&](std::size_t below) { return random() % below; };
            switch (any(9)) {
                case 0:
                    edit.erase_left();
                    break;
                case 1:
                    edit.erase_right();
                    break;
                case 2:
                    edit.erase_word_left();
                    break;
                case 3:
                    edit.erase_word_right();
                    break;
                case 4:
                    edit.move_to(any(edit.text().size() + 1), Selecting::No);
                    break;
                case 5:
                    edit.move_to(any(edit.text().size() + 1), Selecting::Yes);
                    break;
                case 6:
                    edit.undo();
                    break;
                default:
                    edit.insert(pieces[any(pieces.size())], much);
                    break;
            }
            REQUIRE(ui::clean_text(edit.text()) == edit.text());  // no character is cut apart
            REQUIRE(edit.caret() <= edit.text().size());
        }
        while (edit.redo()) {
        }
        const std::string after = edit.text();
        int steps = 0;
        while (edit.undo())
            ++steps;
        CHECK(edit.text() == before);
        for (; steps > 0; --steps)
            CHECK(edit.redo());
        CHECK(edit.text() == after);
    }
}

TEST_CASE("no more is taken than there is room for, and never half a character") {
    TextEdit edit;
    CHECK(edit.insert("abc", 3));
    CHECK_FALSE(edit.insert("d", 3));
    CHECK(edit.text() == "abc");
    edit.select_all();
    CHECK_FALSE(edit.insert("\U0001F600\U0001F600", 5));
    CHECK(edit.text() == "\U0001F600");
    CHECK(edit.undo());
    CHECK(edit.text() == "abc");
}

TEST_CASE("what comes in is cleaned: line ends stay, controls do not") {
    TextEdit edit;
    edit.insert("a\r\nb\tc\x01", much);
    CHECK(edit.text() == "a\nb c ");
}

}  // namespace
