#include "catalogue/hand_in.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

using namespace catalogue;
using namespace std::chrono_literals;

namespace {

Notebook notebook_of_everything() {
    Notebook notebook;
    notebook.module = {"a-cross-section"};
    notebook.initials = "KM";
    for (const auto& [kind, name] : note_kind_names) {
        Note note;
        note.id = {fmt::format("id-{}", name)};
        note.kind = kind;
        note.text = fmt::format("about {}\nhand-in: \"no\"", name);
        notebook.notes.push_back(note);
    }
    notebook.notes[0].cell = CellName{{"moira"}, {"w1"}};
    notebook.notes[0].quoted = "nobody told me that";
    notebook.board = {notebook.notes[0].id, notebook.notes[1].id};
    return notebook;
}

HandIn made(Notebook notebook) {
    return {{"7f3a90c2d1e4b856"}, std::chrono::sys_seconds{1'796'000'000s}, std::move(notebook)};
}

std::string sealed(const std::string& body) {
    return with_end_mark(body);
}

}  // namespace

TEST_CASE("a hand-in comes back as it was, and can be read as a notebook") {
    const HandIn hand_in = made(notebook_of_everything());
    const auto read = read_hand_in(to_text(hand_in), "a.handin");
    REQUIRE(read);
    CHECK(*read == hand_in);
    const auto notebook = read_notebook(to_text(hand_in), "a.handin");
    REQUIRE(notebook);
    CHECK(*notebook == hand_in.notebook);
}

TEST_CASE("a seat comes back as it was, and where nobody said one nothing is written of it") {
    HandIn hand_in = made(notebook_of_everything());
    CHECK(to_text(hand_in).find("seat") == std::string::npos);
    for (const char* seat : {"window 3", "7", "\u0175 \"3\": # x", "- a", "null"}) {
        CAPTURE(seat);
        hand_in.seat = clean_seat(seat);
        CHECK(hand_in.seat == seat);
        const auto read = read_hand_in(to_text(hand_in), "a.handin");
        REQUIRE(read);
        CHECK(*read == hand_in);
        // Whoever does not know the line reads the rest.
        const auto notebook = read_notebook(to_text(hand_in), "a.handin");
        REQUIRE(notebook);
        CHECK(*notebook == hand_in.notebook);
    }
}

TEST_CASE("whatever stands where a seat should is one short line that can be shown, or nothing") {
    const std::string good = to_text(made({}));
    const std::string body = good.substr(0, good.rfind("# end "));
    struct Row {
        std::string written;
        std::string seat;
    };
    for (const Row& row : std::vector<Row>{
             {"seat: \"\"", ""},
             {"seat:", ""},
             {"seat: [1, 2]", ""},
             {"seat: {row: 3}", ""},
             {"seat: \"  window \\n 3\\t\"", "window   3"},
             {"seat: \"\\x1b[2J\\0\"", "\uFFFD[2J\uFFFD"},
             {"seat: \"" + std::string(5000, 'w') + "\"", std::string(most_seat, 'w')},
             {"Seat: 3", ""},
         }) {
        CAPTURE(row.written.substr(0, 40));
        const auto read = read_hand_in(sealed(body + row.written + "\n"), "a.handin");
        REQUIRE(read);
        CHECK(read->seat == row.seat);
        CHECK(clean_seat(read->seat) == read->seat);
    }
}

TEST_CASE("every beginning of a hand-in, and every changed byte, is found") {
    HandIn hand_in = made(notebook_of_everything());
    hand_in.seat = "window 3";
    std::string text = to_text(hand_in);
    for (std::size_t length = 0; length < text.size(); ++length) {
        CAPTURE(length);
        REQUIRE_FALSE(read_hand_in(text.substr(0, length), "a.handin"));
    }
    for (char& byte : text) {
        byte ^= 1;
        REQUIRE_FALSE(read_hand_in(text, "a.handin"));
        byte ^= 1;
    }
}

TEST_CASE("what was kept back is not in what is handed in, and nobody's initials unless left in") {
    const Notebook whole = notebook_of_everything();
    for (const Note& kept : whole.notes) {
        const Notebook part = part_to_hand_in(whole, {kept.id}, Initials::LeftOut);
        CAPTURE(kept.id.text);
        CHECK(part.notes.size() == whole.notes.size() - 1);
        CHECK(find_note(part, kept.id) == nullptr);
        CHECK(std::ranges::find(part.board, kept.id) == part.board.end());
        const std::string text = to_text(made(part));
        CHECK(text.find(fmt::format("\"{}\"", kept.id.text)) == text.npos);
        CHECK(text.find("\"KM\"") == text.npos);
    }
    CHECK(part_to_hand_in(whole, {}, Initials::LeftIn) == whole);
}

TEST_CASE("notes in which there is nothing are not handed in, and a pin without a thought is") {
    Notebook notebook = notebook_of_everything();
    for (Note& note : notebook.notes)
        note.text.clear();
    const Notebook part = part_to_hand_in(notebook, {}, Initials::LeftOut);
    REQUIRE(part.notes.size() == 1);
    CHECK(part.notes[0].kind == NoteKind::Pin);
}

TEST_CASE("what is about oneself is kept back unless somebody wants it") {
    for (const NoteKind kind : {NoteKind::Touches, NoteKind::Next, NoteKind::Myself})
        CHECK_FALSE(is_handed_in_at_first(kind));
    CHECK(is_handed_in_at_first(NoteKind::Pin));
    CHECK(is_handed_in_at_first(NoteKind::Thought));
}

TEST_CASE("what is sound and yet no hand-in is refused") {
    const std::string good = to_text(made({}));
    const std::string body = good.substr(0, good.rfind("# end "));
    REQUIRE(read_hand_in(sealed(body), "a.handin"));
    const auto instead = [&](std::string_view what, std::string_view by) {
        std::string changed = body;
        changed.replace(changed.find(what), what.size(), by);
        return sealed(changed);
    };
    for (const std::string& text :
         {sealed(""), sealed("format: 1\n"), sealed("- a\n"), sealed("{"), to_text(Notebook{}),
          instead("7f3a90c2d1e4b856", "../../../etc/x"),
          instead("7f3a90c2d1e4b856", "7F3A90C2D1E4B856"), instead("1796000000", "yesterday"),
          instead("1796000000", "-5"), instead("1796000000", "99999999999999999999"),
          instead("\"1796000000\"", "[a]"), instead("format: 1", "format: 2"),
          std::string(most_hand_in_bytes + 1, 'x')}) {
        CAPTURE(text.substr(0, 200));
        const auto read = read_hand_in(text, "a.handin");
        REQUIRE_FALSE(read);
        CHECK_FALSE(read.error().what.empty());
        CHECK_FALSE(read.error().hint.empty());
    }
}

TEST_CASE("nothing that cannot be shown comes out of a hand-in") {
    const auto read = read_hand_in(
        sealed("format: 1\nmodule: \"m\"\ninitials: \"A\\eB\"\nnotes:\n  - id: \"a\"\n    kind: "
               "thought\n    text: \"x\\0y\\x1b[2J\"\n    quoted: \"q\\x07\"\nboard: []\nhand-in: "
               "\"7f3a90c2d1e4b856\"\nmade: \"5\"\n"),
        "a.handin");
    REQUIRE(read);
    CHECK(read->notebook.initials == "A\uFFFDB");
    REQUIRE(read->notebook.notes.size() == 1);
    CHECK(read->notebook.notes[0].text == "x\uFFFDy\uFFFD[2J");
    CHECK(read->notebook.notes[0].quoted == "q\uFFFD");
}

TEST_CASE("files of hand-ins are known by their names, also when they were copied") {
    CHECK(hand_in_file_name({"7f3a90c2d1e4b856"}) == "7f3a90c2d1e4b856.handin");
    for (const char* name : {"7f3a90c2d1e4b856.handin", "7f3a90c2d1e4b856 (2).handin", "x.handin"})
        CHECK(is_hand_in_file_name(name));
    for (const char* name :
         {".handin", ".x.handin", "a.handin.12-ab.new", "a.notebook", "", "handin"})
        CHECK_FALSE(is_hand_in_file_name(name));
}

TEST_CASE("of two hand-ins of one notebook the later one counts, whichever comes first") {
    HandIn early = made({});
    HandIn late = early;
    late.made += 1s;
    CHECK(is_newer(late, early));
    CHECK_FALSE(is_newer(early, late));
    HandIn other = early;
    other.notebook.initials = "X";
    CHECK(is_newer(other, early) != is_newer(early, other));
    CHECK_FALSE(is_newer(early, early));
}
