#include "player/paper/notebook_sheets.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <initializer_list>
#include <optional>

#include "catalogue/words.h"

namespace paper {
namespace {

using namespace catalogue;

// Where the words of a note come from, as far as it may be told.
struct Origin {
    std::size_t person = 0;
    std::size_t question = 0;
    std::string text;  // "Moira Lennox · The lift · at 0:42"
};

// A time within an answer: at 0:42.
std::string time_in(const Answer& answer, const TimeRange& stretch) {
    const SourceTime begin = answer.trim ? answer.trim->in : SourceTime{};
    const auto at = std::max(std::chrono::floor<std::chrono::seconds>(stretch.in - begin),
                             std::chrono::seconds{});
    return _("at {}:{:02}", at.count() / 60, at.count() % 60);
}

class Notes {
public:
    Notes(const Notebook& notebook, const Module& whole, const JobVeil& veil)
        : notebook_(notebook), whole_(whole), veil_(veil), shown_(shown_module(whole, veil)) {}

    const Module& module() const { return shown_; }
    int kept_back() const { return kept_back_; }

    // All notes of these kinds, below a heading; without any there is no heading either.
    void add_part(std::vector<Block>& blocks, std::string_view title,
                  std::initializer_list<NoteKind> kinds, int spare) {
        std::vector<Block> part;
        for (const NoteKind kind : kinds) {
            for (const Note& note : notebook_.notes) {
                if (note.kind == kind) add_note(part, note, spare);
            }
        }
        if (part.empty()) return;
        blocks.push_back(heading(title));
        std::ranges::move(part, std::back_inserter(blocks));
    }

    // Where a note belongs; nothing when it is about no answer, or about one that is not shown.
    std::optional<Origin> origin_of(const Note& note) const {
        if (!note.cell) return std::nullopt;
        const auto person = shown_.find_person(note.cell->person);
        const auto question = shown_.find_question(note.cell->question);
        if (!person || !question) return std::nullopt;
        const Module::Cell& cell = shown_.cell(*person, *question);
        if (cell.state != CellState::Playable || !cell.answer) return std::nullopt;
        std::string text = fmt::format("{} \u00b7 {}", shown_.people[*person].name,
                                       for_everybody(shown_.questions[*question].label));
        if (note.stretch) text += " \u00b7 " + time_in(*cell.answer, *note.stretch);
        return Origin{*person, *question, std::move(text)};
    }

private:
    void add_note(std::vector<Block>& blocks, const Note& note, int spare) {
        const std::optional<Origin> origin = origin_of(note);
        if (note.cell && !origin) {
            ++kept_back_;
            return;
        }
        const auto add = [&](Block block, const char* part, bool close) {
            block.close = close;
            block.id = note.id.text + part;
            block.spare = spare;
            blocks.push_back(std::move(block));
        };
        if (!note.quoted.empty()) {
            const std::string words =
                origin && veil_.covers(whole_.people[origin->person].id)
                    ? without_job(note.quoted, whole_.people[origin->person].job)
                    : note.quoted;
            add(quote(words, origin ? origin->text : std::string{}), "/quote", false);
        } else if (origin) {
            add(paragraph(origin->text, Weight::Quiet), "/quote", false);
        }
        if (!note.text.empty()) add(paragraph(note.text), "/words", origin || !note.quoted.empty());
    }

    const Notebook& notebook_;
    const Module& whole_;
    const JobVeil& veil_;
    const Module shown_;
    int kept_back_ = 0;
};

Sheet sheet_for(const Notebook& notebook, const Module& module, const char* kind,
                const char* title) {
    Sheet sheet;
    sheet.kind = kind;
    sheet.title = title;
    sheet.subtitle = clean(module.title);
    if (!notebook.initials.empty()) {
        sheet.subtitle = clean(notebook.initials) + " \u00b7 " + sheet.subtitle;
    }
    sheet.language = clean(catalogue::language_of_words(module));
    return sheet;
}

void say_kept_back(Sheet& sheet, int notes) {
    if (notes == 0) return;
    sheet.blocks.push_back(paragraph(plural("{} note is not here, because the answer may not be "
                                            "shown any more. It is still in the notebook.",
                                            "{} notes are not here, because the answer may not be "
                                            "shown any more. It is still in the notebook.",
                                            static_cast<std::size_t>(notes)),
                                     Weight::Quiet));
}

// What pins of a notebook are about: the first two different people, in the notebook's order.
struct Kept {
    std::optional<Origin> first;
    std::optional<Origin> second;
};

Kept kept_of(const Notebook& notebook, const Notes& notes) {
    Kept kept;
    for (const Note& note : notebook.notes) {
        if (note.kind != NoteKind::Pin) continue;
        std::optional<Origin> origin = notes.origin_of(note);
        if (!origin) continue;
        if (!kept.first) {
            kept.first = std::move(origin);
        } else if (!kept.second && origin->person != kept.first->person) {
            kept.second = std::move(origin);
        }
    }
    return kept;
}

void add_questions(Sheet& sheet, const Notebook& notebook, const Notes& notes) {
    const Module& module = notes.module();
    const Kept kept = kept_of(notebook, notes);
    const auto name = [&](const std::optional<Origin>& origin) {
        return module.people[origin->person].name;
    };
    const bool asks = std::ranges::any_of(
        notebook.notes, [](const Note& note) { return note.kind == NoteKind::Ask; });
    const std::initializer_list<std::string> questions = {
        kept.first ? _("What in {}\u2019s answer made you keep it?", name(kept.first))
                   : _("Whose answer stayed with you, and what in it?"),
        kept.second ? _("{} and {}: what did each of them decide, and what just happened?",
                        name(kept.first), name(kept.second))
                    : _("What did the people you heard decide, and what just happened to them?"),
        _("Who would see it quite differently, and what may have led them there?"),
        asks ? _("Which of your questions could you ask somebody face to face, and whom?")
             : _("What would you ask one of them, and who near you could answer it?"),
        _("If you like: what of all this has to do with you, and what not?")};
    sheet.blocks.push_back(heading(_("Five open questions"), _("any of them, in any order")));
    int number = 0;
    for (const std::string& question : questions) {
        Block block = numbered(++number, question);
        block.id = fmt::format("question-{}", number);
        sheet.blocks.push_back(std::move(block));
    }
}

}  // namespace

Sheet notebook_sheet(const Notebook& notebook, const Module& whole, const JobVeil& veil) {
    Notes notes(notebook, whole, veil);
    Sheet sheet = sheet_for(notebook, notes.module(), _("Notebook"), _("What I kept and thought"));
    std::vector<Block>& blocks = sheet.blocks;
    notes.add_part(blocks, _("What I kept"), {NoteKind::Pin}, 0);
    notes.add_part(blocks, _("What I thought"), {NoteKind::Thought}, 0);
    notes.add_part(blocks, _("What I noticed"), {NoteKind::Noticed}, 0);
    notes.add_part(blocks, _("What it has to do with me"), {NoteKind::Touches}, 0);
    notes.add_part(blocks, _("What I want to do next"), {NoteKind::Next}, 0);
    notes.add_part(blocks, _("What I guessed"), {NoteKind::Guess}, 0);
    notes.add_part(blocks, _("What surprised me"), {NoteKind::Surprise}, 0);
    notes.add_part(blocks, _("What I would ask"), {NoteKind::Ask}, 0);
    notes.add_part(blocks, _("What they share"), {NoteKind::Alike}, 0);
    notes.add_part(blocks, _("Where they differ"), {NoteKind::Apart}, 0);
    notes.add_part(blocks, _("And I"), {NoteKind::Myself}, 0);
    if (blocks.empty() && notes.kept_back() == 0) {
        blocks.push_back(paragraph(_("Nothing was kept or written yet.")));
    }
    say_kept_back(sheet, notes.kept_back());
    return sheet;
}

Sheet hook_sheet(const Notebook& notebook, const Module& whole, const JobVeil& veil) {
    constexpr int first_to_go = 3;
    constexpr int second_to_go = 2;
    constexpr int last_to_go = 1;
    Notes notes(notebook, whole, veil);
    Sheet sheet =
        sheet_for(notebook, notes.module(), _("Hook sheet"), _("Something to talk about"));
    sheet.most_pages = 1;
    sheet.foot =
        _("Whoever wrote this saw it first and could take out any line. What somebody liked is no "
          "statement of intent.");
    std::vector<Block>& blocks = sheet.blocks;
    notes.add_part(blocks, _("What I kept"), {NoteKind::Pin}, last_to_go);
    notes.add_part(blocks, _("What I thought"),
                   {NoteKind::Noticed, NoteKind::Touches, NoteKind::Surprise, NoteKind::Alike,
                    NoteKind::Apart, NoteKind::Guess, NoteKind::Thought},
                   first_to_go);
    notes.add_part(blocks, _("What I would ask"), {NoteKind::Ask}, last_to_go);
    notes.add_part(blocks, _("About me"), {NoteKind::Myself, NoteKind::Next}, second_to_go);
    say_kept_back(sheet, notes.kept_back());
    add_questions(sheet, notebook, notes);
    blocks.push_back(heading(_("What we talked about")));
    blocks.push_back(lines("", 2, 6));
    blocks.push_back(lines(_("Next, and who does it:"), 2, 3));
    return sheet;
}

}  // namespace paper
