#include "catalogue/notebook.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "catalogue/checksum.h"

using namespace catalogue;
using namespace std::chrono_literals;

namespace {

Note note(std::string id, std::string text, NoteKind kind = NoteKind::Thought) {
    Note made;
    made.id = {std::move(id)};
    made.kind = kind;
    made.text = std::move(text);
    return made;
}

Note pin(std::string id, std::string person) {
    Note made = note(std::move(id), "", NoteKind::Pin);
    made.cell = CellName{{std::move(person)}, {"w1"}};
    return made;
}

Notebook full() {
    Notebook notebook;
    notebook.module = {"a-cross-section"};
    notebook.initials = "KM+Ö";
    for (const auto& [kind, name] : note_kind_names) {
        notebook.notes.push_back(
            note(fmt::format("id-{}", name), "line one\n\tline \"two\" \\n # end 1", kind));
    }
    notebook.notes[0].cell = CellName{{"moira"}, {"w1"}};
    notebook.notes[0].stretch = TimeRange{SourceTime{12'345ms}, SourceTime{20s}};
    notebook.notes[0].quoted = "nobody told me that \U0001F600";
    notebook.notes[1].stretch = TimeRange{SourceTime{3s}, SourceTime{3s}};
    notebook.board = {notebook.notes[0].id};
    return notebook;
}

}  // namespace

TEST_CASE("a notebook comes back as it was") {
    const auto read = read_notebook(to_text(full()), "a.notebook");
    REQUIRE(read);
    CHECK(*read == full());
    const auto empty = read_notebook(to_text(Notebook{}), "a.notebook");
    REQUIRE(empty);
    CHECK(*empty == Notebook{});
}

TEST_CASE("every character that can be typed comes back") {
    for (char32_t first = 0x20; first <= 0x10FFFF; first += 0x800) {
        std::string text;
        for (char32_t c = first; c < first + 0x800; ++c) {
            if (c >= 0xD800 && c <= 0xDFFF) continue;
            const auto byte = [&text](char32_t bits) { text += static_cast<char>(bits); };
            if (c < 0x80) {
                byte(c);
            } else if (c < 0x800) {
                byte(0xC0 | c >> 6), byte(0x80 | (c & 0x3F));
            } else if (c < 0x10000) {
                byte(0xE0 | c >> 12), byte(0x80 | (c >> 6 & 0x3F)), byte(0x80 | (c & 0x3F));
            } else if (c <= 0x10FFFF) {
                byte(0xF0 | c >> 18), byte(0x80 | (c >> 12 & 0x3F));
                byte(0x80 | (c >> 6 & 0x3F)), byte(0x80 | (c & 0x3F));
            }
        }
        Notebook notebook;
        notebook.notes.push_back(note("a", clean_note_text(text)));
        const auto read = read_notebook(to_text(notebook), "a.notebook");
        CAPTURE(static_cast<int>(first));
        REQUIRE(read);
        CHECK(*read == notebook);
    }
}

TEST_CASE("every beginning of a notebook is found to be cut off") {
    const std::string text = to_text(full());
    for (std::size_t length = 0; length < text.size(); ++length) {
        CAPTURE(length);
        REQUIRE(find_damage(text.substr(0, length), "a.notebook"));
    }
    CHECK_FALSE(find_damage(text, "a.notebook"));
}

TEST_CASE("every single bit that differs is found") {
    std::string text = to_text(full());
    for (std::size_t bit = 0; bit < text.size() * 8; ++bit) {
        const auto flip = static_cast<char>(1 << bit % 8);
        text[bit / 8] ^= flip;
        CAPTURE(bit);
        REQUIRE(find_damage(text, "a.notebook"));
        text[bit / 8] ^= flip;
    }
}

TEST_CASE("what is sound and yet no notebook is refused, and what is in one keeps to the limits") {
    const auto sealed = [](const std::string& body) {
        return fmt::format("{}# end {} {}\n", body, body.size(), sha256_hex(body));
    };
    for (const char* body : {"", "format: 2\n", "- a list\n", "format: [\n", "{", "\0"}) {
        CAPTURE(body);
        CHECK_FALSE(find_damage(sealed(body), "a.notebook"));
        CHECK_FALSE(read_notebook(sealed(body), "a.notebook"));
    }
    CHECK_FALSE(read_notebook(std::string(most_notebook_bytes + 1, 'x'), "a.notebook"));
    const auto odd =
        read_notebook(sealed("format: 1\nnotes: {a: b}\nboard: 7\ninitials: [x]\n"), "a.notebook");
    REQUIRE(odd);
    CHECK(*odd == Notebook{});
    Notebook wild;
    wild.initials = "Maximiliane Mustermann";
    wild.notes = {note("BAD ID", "lost"), note("good", std::string(most_note_text_bytes + 9, 'x')),
                  note("good", "the same id again")};
    wild.board = {{"good"}, {"good"}, {"nobody"}};
    const auto read = read_notebook(to_text(wild), "a.notebook");
    REQUIRE(read);
    CHECK(read->initials == "Maximili");
    REQUIRE(read->notes.size() == 1);
    CHECK(read->notes[0].text.size() == most_note_text_bytes);
    CHECK(read->board == std::vector<NoteId>{{"good"}});
}

TEST_CASE("the board asks about oneself only when three people lie on it") {
    Notebook notebook;
    notebook.notes = {pin("a", "moira"), pin("b", "moira"), pin("c", "dev"), pin("d", "ines")};
    notebook.board = {{"a"}, {"b"}, {"c"}};
    CHECK(people_on_board(notebook) == 2);
    CHECK_FALSE(board_may_ask_about_oneself(notebook));
    notebook.board.push_back({"d"});
    CHECK(board_may_ask_about_oneself(notebook));
}

TEST_CASE("two notebooks that went apart become one that holds everything") {
    Notebook before;
    before.notes = {note("same", "as it was"),   note("ours", "as it was"),
                    note("theirs", "as it was"), note("both", "as it was"),
                    note("taken", "as it was"),  note("kept", "as it was")};
    Notebook ours = before;
    ours.notes[1].text = "we changed it";
    ours.notes[3].text = "our words";
    std::erase_if(ours.notes,
                  [](const Note& n) { return n.id.text == "taken" || n.id.text == "kept"; });
    ours.notes.push_back(note("new-1", "ours"));
    Notebook theirs = before;
    theirs.notes[2].text = "they changed it";
    theirs.notes[3].text = "their words";
    theirs.notes[5].text = "they still needed it";
    theirs.notes.push_back(note("new-2", "theirs"));

    const Notebook merged = merge(before, ours, theirs);
    const auto text_of = [&](std::string id) {
        const Note* found = find_note(merged, {std::move(id)});
        return found != nullptr ? found->text : "not there";
    };
    CHECK(text_of("same") == "as it was");
    CHECK(text_of("ours") == "we changed it");
    CHECK(text_of("theirs") == "they changed it");
    CHECK(text_of("both") == "our words");
    CHECK(std::ranges::count(merged.notes, "their words", &Note::text) == 1);
    CHECK(text_of("taken") == "not there");
    CHECK(text_of("kept") == "they still needed it");
    CHECK(text_of("new-1") == "ours");
    CHECK(text_of("new-2") == "theirs");
    SUBCASE("and merging the same again changes nothing") {
        CHECK(merge(before, merged, theirs) == merged);
        CHECK(merge(std::nullopt, merged, merged) == merged);
    }
}

TEST_CASE("when nobody knows how it began, nothing of either side is gone") {
    Notebook ours;
    ours.notes = {note("a", "one"), note("b", "ours")};
    Notebook theirs;
    theirs.notes = {note("b", "theirs"), note("c", "three")};
    const Notebook merged = merge(std::nullopt, ours, theirs);
    for (const char* text : {"one", "ours", "theirs", "three"}) {
        CAPTURE(text);
        CHECK(std::ranges::count(merged.notes, text, &Note::text) == 1);
    }
    CHECK(merge(std::nullopt, merged, theirs) == merged);
}

TEST_CASE(
    "of a note that both wrote on, the one that goes further is kept when it holds the other") {
    const auto merged_of = [](const std::optional<std::string>& was, std::string ours,
                              std::string theirs) {
        std::optional<Notebook> before;
        if (was) before.emplace().notes = {note("a", *was)};
        Notebook one;
        one.notes = {note("a", std::move(ours))};
        Notebook other;
        other.notes = {note("a", std::move(theirs))};
        return merge(before, one, other).notes;
    };
    for (const std::optional<std::string>& was : {std::optional<std::string>{}, {"She"}}) {
        CHECK(merged_of(was, "She found out", "She found out by herself").size() == 1);
        CHECK(merged_of(was, "She found out", "She found out by herself")[0].text ==
              "She found out by herself");
        CHECK(merged_of(was, "She found out by herself", "She found out").size() == 1);
        CHECK(merged_of(was, "She found out", "She was told").size() == 2);
    }
}
