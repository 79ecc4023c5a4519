#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "catalogue/checksum.h"
#include "catalogue/notebook.h"
#include "catalogue/text.h"
#include "catalogue/time_text.h"
#include "catalogue/words.h"
#include "catalogue/yaml_tree.h"

namespace catalogue {
namespace {

constexpr std::string_view mark_begins = "# end ";

// The whole last line, so that there is one way only to write it.
std::string end_mark(std::string_view body) {
    return fmt::format("{}{} {}\n", mark_begins, body.size(), sha256_hex(body));
}

std::string quoted_clean(std::string_view text) {
    return yaml_quoted(clean_note_text(text));
}

std::string_view name_of(NoteKind kind) {
    const auto found = std::ranges::find(note_kind_names, kind, &ChoiceName<NoteKind>::choice);
    return found->name;
}

// Up to `most` bytes, and no broken character at the end.
std::string shortened(std::string text, std::size_t most) {
    if (text.size() > most) {
        text.resize(most);
        text.resize(find_invalid_utf8(text).value_or(text.size()));
    }
    return text;
}

std::string text_at(const YamlNode& map, std::string_view key) {
    const YamlNode* node = map.find(key);
    return node != nullptr && node->kind == YamlNode::Kind::Scalar ? node->text : std::string{};
}

bool is_note_id(std::string_view text) {
    constexpr std::size_t longest = 64;
    return !text.empty() && text.size() <= longest &&
           text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == text.npos;
}

std::optional<TimeRange> stretch_of(const YamlNode& map) {
    const Result<SourceTime> in = parse_time(text_at(map, "in"));
    const Result<SourceTime> out = parse_time(text_at(map, "out"));
    if (!in) return std::nullopt;
    // A moment has no out of its own.
    return TimeRange{*in, out && *out >= *in ? *out : *in};
}

std::optional<Note> note_from(const YamlNode& map) {
    const std::string kind = text_at(map, "kind");
    const auto named = std::ranges::find(note_kind_names, kind, &ChoiceName<NoteKind>::name);
    Note note;
    note.id = {text_at(map, "id")};
    if (named == note_kind_names.end() || !is_note_id(note.id.text)) return std::nullopt;
    note.kind = named->choice;
    if (std::string person = text_at(map, "person"); !person.empty()) {
        note.cell = CellName{{std::move(person)}, {text_at(map, "question")}};
    }
    note.stretch = stretch_of(map);
    note.quoted = shortened(text_at(map, "quoted"), most_note_text_bytes);
    note.text = shortened(text_at(map, "text"), most_note_text_bytes);
    return note;
}

std::string text_of(const Note& note) {
    std::string text =
        fmt::format("  - id: {}\n    kind: {}\n", yaml_quoted(note.id.text), name_of(note.kind));
    const auto line = [&text](std::string_view key, const std::string& value) {
        text += fmt::format("    {}: {}\n", key, value);
    };
    if (note.cell) {
        line("person", yaml_quoted(note.cell->person.text));
        line("question", yaml_quoted(note.cell->question.text));
    }
    if (note.stretch) {
        line("in", yaml_quoted(format_time(note.stretch->in)));
        if (note.stretch->out > note.stretch->in) {
            line("out", yaml_quoted(format_time(note.stretch->out)));
        }
    }
    if (!note.quoted.empty()) line("quoted", quoted_clean(note.quoted));
    if (!note.text.empty()) line("text", quoted_clean(note.text));
    return text;
}

}  // namespace

std::string body_text(const Notebook& notebook) {
    std::string text = "format: 1\n";
    text += fmt::format("module: {}\n", yaml_quoted(notebook.module.text));
    text += fmt::format("initials: {}\n", quoted_clean(notebook.initials));
    text += notebook.notes.empty() ? "notes: []\n" : "notes:\n";
    for (const Note& note : notebook.notes) {
        text += text_of(note);
    }
    text += notebook.board.empty() ? "board: []\n" : "board:\n";
    for (const NoteId& id : notebook.board) {
        text += fmt::format("  - {}\n", yaml_quoted(id.text));
    }
    return text;
}

std::string with_end_mark(std::string body) {
    body += end_mark(body);
    return body;
}

std::string to_text(const Notebook& notebook) {
    return with_end_mark(body_text(notebook));
}

std::optional<Problem> find_damage(std::string_view text, const std::filesystem::path& file) {
    const std::size_t at = text.rfind(mark_begins);
    if (at != text.npos && text.substr(at) == end_mark(text.substr(0, at))) return std::nullopt;
    return fail({file}, _("this notebook is damaged: it is not what was written"),
                _("the program keeps it and offers the newest version that is whole"));
}

Result<Notebook> read_notebook(std::string_view text, const std::filesystem::path& file) {
    if (text.size() > most_notebook_bytes) {
        return fail({file}, _("this notebook is larger than any that this program writes"),
                    _("look whether it is another file with a notebook's name"));
    }
    if (std::optional<Problem> damage = find_damage(text, file)) return *damage;
    const YamlReading reading = read_yaml(text, file);
    if (!reading.root || reading.root->kind != YamlNode::Kind::Map ||
        text_at(*reading.root, "format") != "1") {
        return fail({file}, _("this is no notebook that this version of Crosscut can read"),
                    _("open it with the version that wrote it; nothing in it was changed"));
    }
    const YamlNode& root = *reading.root;
    Notebook notebook;
    notebook.module = {text_at(root, "module")};
    notebook.initials = first_characters(text_at(root, "initials"), most_initials);
    std::set<NoteId> ids;
    if (const YamlNode* notes = root.find("notes")) {
        for (const YamlNode& item : notes->items) {
            std::optional<Note> note = note_from(item);
            if (note && notebook.notes.size() < most_notes && ids.insert(note->id).second) {
                notebook.notes.push_back(*std::move(note));
            }
        }
    }
    if (const YamlNode* board = root.find("board")) {
        for (const YamlNode& item : board->items) {
            if (ids.erase({item.text}) == 1) notebook.board.push_back({item.text});
        }
    }
    return notebook;
}

}  // namespace catalogue
