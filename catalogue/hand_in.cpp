#include "catalogue/hand_in.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <tuple>
#include <utility>

#include "catalogue/text.h"
#include "catalogue/words.h"
#include "catalogue/yaml_tree.h"

namespace catalogue {
namespace {

constexpr std::string_view ending = ".handin";
constexpr std::size_t id_digits = 16;
constexpr const char* what_is_wrong = said_later("this hand-in is not what was written");

std::string scalar_at(const YamlNode& map, std::string_view key) {
    const YamlNode* node = map.find(key);
    return node != nullptr && node->kind == YamlNode::Kind::Scalar ? node->text : std::string{};
}

std::optional<std::chrono::sys_seconds> time_from(const std::string& text) {
    std::int64_t seconds = 0;
    const char* end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, seconds);
    if (text.empty() || error != std::errc{} || stopped != end || seconds < 0) return std::nullopt;
    return std::chrono::sys_seconds{std::chrono::seconds{seconds}};
}

}  // namespace

bool is_hand_in_id(std::string_view text) {
    return text.size() == id_digits && text.find_first_not_of("0123456789abcdef") == text.npos;
}

std::string hand_in_file_name(const HandInId& id) {
    return fmt::format("{}{}", id.text, ending);
}

bool is_hand_in_file_name(std::string_view name) {
    return name.ends_with(ending) && name.size() > ending.size() && !name.starts_with('.');
}

bool is_handed_in_at_first(NoteKind kind) {
    switch (kind) {
        case NoteKind::Pin:
        case NoteKind::Thought:
        case NoteKind::Noticed:
        case NoteKind::Ask:
        case NoteKind::Alike:
        case NoteKind::Apart:
            return true;
        case NoteKind::Touches:
        case NoteKind::Next:
        case NoteKind::Guess:
        case NoteKind::Surprise:
        case NoteKind::Myself:
            return false;
    }
    return false;
}

bool can_be_handed_in(const Note& note) {
    return note.kind == NoteKind::Pin || !note.text.empty();
}

std::string clean_seat(std::string_view typed) {
    std::string line = clean_note_text(typed);
    std::ranges::replace_if(
        line, [](char c) { return c == '\n' || c == '\t'; }, ' ');
    return std::string{trimmed(first_characters(trimmed(line), most_seat))};
}

Notebook part_to_hand_in(const Notebook& notebook, const std::set<NoteId>& kept_back,
                         Initials initials) {
    Notebook part;
    part.module = notebook.module;
    if (initials == Initials::LeftIn) part.initials = notebook.initials;
    for (const Note& note : notebook.notes) {
        if (can_be_handed_in(note) && !kept_back.contains(note.id)) part.notes.push_back(note);
    }
    for (const NoteId& id : notebook.board) {
        if (find_note(part, id) != nullptr) part.board.push_back(id);
    }
    return part;
}

std::string to_text(const HandIn& hand_in) {
    std::string text = body_text(hand_in.notebook);
    if (!hand_in.seat.empty()) text += fmt::format("seat: {}\n", yaml_quoted(hand_in.seat));
    return with_end_mark(
        fmt::format("{}hand-in: {}\nmade: {}\n", text, yaml_quoted(hand_in.id.text),
                    yaml_quoted(fmt::to_string(hand_in.made.time_since_epoch().count()))));
}

Result<HandIn> read_hand_in(std::string_view text, const std::filesystem::path& file) {
    if (text.size() > most_hand_in_bytes) {
        return fail({file}, _("this is larger than any hand-in that this program writes"),
                    _("look whether it is another file with a hand-in's name"));
    }
    if (find_damage(text, file)) {
        return fail({file}, _(what_is_wrong),
                    _("perhaps it is still being copied; else have it handed in again"));
    }
    Result<Notebook> notebook = read_notebook(text, file);
    if (!notebook) return notebook.error();
    const YamlReading reading = read_yaml(text, file);
    HandIn hand_in;
    hand_in.id = {reading.root ? scalar_at(*reading.root, "hand-in") : std::string{}};
    const auto made = time_from(reading.root ? scalar_at(*reading.root, "made") : std::string{});
    if (!is_hand_in_id(hand_in.id.text) || !made) {
        return fail({file}, _("this is no hand-in that this version of Crosscut can read"),
                    _("have it handed in again"));
    }
    hand_in.made = *made;
    hand_in.seat = clean_seat(scalar_at(*reading.root, "seat"));
    hand_in.notebook = *std::move(notebook);
    hand_in.notebook.initials = clean_note_text(hand_in.notebook.initials);
    for (Note& note : hand_in.notebook.notes) {
        note.quoted = clean_note_text(note.quoted);
        note.text = clean_note_text(note.text);
    }
    return hand_in;
}

bool is_newer(const HandIn& one, const HandIn& other) {
    if (one.made != other.made) return one.made > other.made;
    return to_text(one) > to_text(other);  // the same one, whatever order they come in
}

}  // namespace catalogue
