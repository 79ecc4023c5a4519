#include "player/app/class_wall/data.h"

#include "catalogue/hand_in_sign.h"
#include "catalogue/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

namespace app {
using catalogue::_;
namespace {

using catalogue::HandIn;
using catalogue::Note;
using catalogue::Notebook;
using catalogue::NoteKind;

// What a note is that is beside no answer.
std::string kind_words(NoteKind kind) {
    switch (kind) {
        case NoteKind::Noticed:
            return _("What was noticed");
        case NoteKind::Touches:
            return _("What touches me");
        case NoteKind::Next:
            return _("What comes next");
        case NoteKind::Guess:
            return _("A guess");
        case NoteKind::Surprise:
            return _("A surprise");
        case NoteKind::Ask:
            return _("A question to ask");
        case NoteKind::Alike:
            return _("What they share");
        case NoteKind::Apart:
            return _("Where they differ");
        case NoteKind::Myself:
            return _("About myself");
        case NoteKind::Pin:
        case NoteKind::Thought:
            break;
    }
    return _("A thought");
}

// Where a note that stands beside an answer is more than what somebody thinks of it, that comes
// first: a guess is not read as a fact.
std::string with_kind(NoteKind kind, std::string beside) {
    const bool said = kind == NoteKind::Pin || kind == NoteKind::Thought;
    return said ? std::move(beside) : fmt::format("{}: {}", kind_words(kind), beside);
}

std::string label_of(const catalogue::Module& module, std::size_t question) {
    return catalogue::for_everybody(module.questions[question].label);
}

std::vector<int> picked_people(const Notebook& notebook, const catalogue::Module& module) {
    std::set<int> people;
    for (const Note& note : notebook.notes) {
        const auto person = note.cell ? module.find_person(note.cell->person) : std::nullopt;
        if (person) people.insert(static_cast<int>(*person));
    }
    return {people.begin(), people.end()};
}

// "Group A", after Z "Group AA".
std::string group_name(std::size_t number) {
    std::string letters;
    for (std::size_t left = number + 1; left > 0; left = (left - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (left - 1) % 26));
    return _("Group {}", letters);
}

std::vector<ui::ClassGroup> named(const std::vector<std::vector<std::size_t>>& groups,
                                  const std::vector<std::string>& names) {
    std::vector<ui::ClassGroup> shown;
    for (const std::vector<std::size_t>& group : groups) {
        shown.push_back({group_name(shown.size()), {}});
        for (const std::size_t member : group)
            shown.back().members.push_back(names[member]);
    }
    return shown;
}

}  // namespace

std::vector<ui::ClassCard> class_cards_of(const std::vector<HandIn>& hand_ins,
                                          const std::vector<lessons::WallCard>& cards,
                                          const ClassWallModule& of) {
    std::vector<ui::ClassCard> shown;
    for (const lessons::WallCard& card : cards) {
        const Note& note = hand_ins[card.hand_in].notebook.notes[card.note];
        ui::ClassCard view;
        view.who = kind_words(note.kind);
        if (card.cell) {
            const auto question = static_cast<std::size_t>(card.cell->question);
            view.who = of.module->people[static_cast<std::size_t>(card.cell->person)].name;
            view.question = with_kind(note.kind, label_of(*of.module, question));
            view.theme = of.module->questions[question].theme;
            view.has_still = true;
        }
        // A pupil may have written down what the class is not to know yet.
        view.quoted = catalogue::shown_words(note.quoted, *of.whole, *of.veil);
        view.thought = catalogue::shown_words(note.text, *of.whole, *of.veil);
        shown.push_back(std::move(view));
    }
    return shown;
}

std::optional<std::string> other_module_words(const std::vector<HandIn>& hand_ins,
                                              const catalogue::ModuleId& module) {
    const bool others = std::ranges::any_of(
        hand_ins, [&](const HandIn& hand_in) { return hand_in.notebook.module != module; });
    if (!others) return std::nullopt;
    return _(
        "In this folder there is something that was handed in for another module. It is not "
        "shown here.");
}

bool is_ticked(const Note& note, const TurnedNotes& turned) {
    return catalogue::is_handed_in_at_first(note.kind) != turned.contains(note.id);
}

std::set<catalogue::NoteId> kept_back(const Notebook& notebook, const TurnedNotes& turned) {
    std::set<catalogue::NoteId> kept;
    for (const Note& note : notebook.notes) {
        if (!is_ticked(note, turned)) kept.insert(note.id);
    }
    return kept;
}

std::vector<ui::OwnNote> own_notes_of(const Notebook& notebook, const TurnedNotes& turned,
                                      const ClassWallModule& of) {
    std::vector<ui::OwnNote> own;
    for (const Note& note : notebook.notes) {
        if (!catalogue::can_be_handed_in(note)) continue;
        ui::OwnNote view{note.id.text, kind_words(note.kind), "", is_ticked(note, turned)};
        if (note.cell) {
            const auto person = of.module->find_person(note.cell->person);
            const auto question = of.module->find_question(note.cell->question);
            if (person && question) {
                view.what = with_kind(note.kind, of.module->people[*person].name + ", " +
                                                     label_of(*of.module, *question));
            }
        }
        view.words = catalogue::shown_words(note.text.empty() ? note.quoted : note.text, *of.whole,
                                            *of.veil);
        std::ranges::replace(view.words, '\n', ' ');
        own.push_back(std::move(view));
    }
    return own;
}

std::optional<int> pupils_typed(const std::string& text) {
    int pupils = 0;
    const char* end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, pupils);
    if (error != std::errc{} || stopped != end || pupils < 1 || pupils > most_pupils) {
        return std::nullopt;
    }
    return pupils;
}

std::set<catalogue::HandInId> ids_of(const std::vector<HandIn>& hand_ins) {
    std::set<catalogue::HandInId> ids;
    for (const HandIn& hand_in : hand_ins)
        ids.insert(hand_in.id);
    return ids;
}

std::vector<ui::ClassGroup> groups_by_hand_in(const std::vector<HandIn>& hand_ins,
                                              const catalogue::Module& module,
                                              const lessons::Grid& grid, lessons::Seed seed) {
    std::vector<lessons::GroupMember> members;
    const auto signs = catalogue::signs_of(ids_of(hand_ins));
    std::vector<std::string> names;
    for (const HandIn& hand_in : hand_ins) {
        if (hand_in.notebook.module != module.id) continue;
        members.push_back(
            {picked_people(hand_in.notebook, module), lessons::seat_from(hand_in.seat)});
        names.push_back(signs.at(hand_in.id));
        // Whoever left their initials in wants to be known by them.
        if (!hand_in.notebook.initials.empty()) {
            names.back() += fmt::format(" ({})", hand_in.notebook.initials);
        }
    }
    return named(lessons::groups_of_four(members, grid, seed), names);
}

std::vector<ui::ClassGroup> groups_by_seat(int pupils, const lessons::Grid& grid,
                                           lessons::Seed seed) {
    std::vector<lessons::GroupMember> members;
    std::vector<std::string> names;
    for (int seat = 1; seat <= pupils; ++seat) {
        members.push_back({{}, lessons::Seat{"", seat}});
        names.push_back(_("Seat {}", seat));
    }
    return named(lessons::groups_of_four(members, grid, seed), names);
}

}  // namespace app
