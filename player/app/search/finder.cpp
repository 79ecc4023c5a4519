#include "player/app/search/finder.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace app {
namespace {

constexpr std::string_view between = " \u00B7 ";
constexpr std::size_t most_instead = 3;

std::string filled_in(std::string words, const std::string& value) {
    static constexpr std::string_view place = "{value}";
    for (std::size_t at = words.find(place); at != words.npos;
         at = words.find(place, at + value.size())) {
        words.replace(at, place.size(), value);
    }
    return words;
}

NamedText person_text(const catalogue::Module& module, std::size_t number) {
    const catalogue::Person& person = module.people[number];
    NamedText text{static_cast<int>(number), person.name, person.job.title};
    for (std::size_t kind = 0; kind < module.facts.size() && kind < person.facts.size(); ++kind) {
        if (!person.facts[kind]) continue;
        const catalogue::FactDefinition& fact = module.facts[kind];
        const std::string says = fact.says.empty() ? fact.label + ": {value}" : fact.says;
        if (!text.rest.empty()) text.rest += between;
        text.rest += filled_in(says, person.facts[kind]->text);
    }
    return text;
}

// Of these stretches what lies in [from, to), counted from there.
std::vector<catalogue::Stretch> cut(const std::vector<catalogue::Stretch>& all, std::size_t from,
                                    std::size_t to) {
    std::vector<catalogue::Stretch> some;
    for (const catalogue::Stretch& stretch : all) {
        const std::size_t begin = std::max(stretch.from, from);
        const std::size_t end = std::min(stretch.to, to);
        if (begin < end) some.push_back({begin - from, end - from});
    }
    return some;
}

}  // namespace

Searchable searchable_of(const catalogue::Module& shown, const catalogue::Module& whole,
                         lessons::Seed seed) {
    Searchable all = searchable_of(shown, seed);
    for (Searchable::Speaker& speaker : all.speakers) {
        const auto person = static_cast<std::size_t>(speaker.person);
        if (shown.people[person].job_covered) speaker.covered = whole.people[person].job;
    }
    return all;
}

Searchable searchable_of(const catalogue::Module& module, lessons::Seed seed) {
    Searchable all;
    const std::vector<int> questions =
        lessons::questions_in_turn(static_cast<int>(module.questions.size()), seed);
    for (const int person : lessons::people_in_turn(static_cast<int>(module.people.size()), seed)) {
        Searchable::Speaker speaker{person, {}};
        bool may_be_seen = false;
        for (const int question : questions) {
            const catalogue::Module::Cell& cell =
                module.cell(static_cast<std::size_t>(person), static_cast<std::size_t>(question));
            if (cell.state != catalogue::CellState::Playable || !cell.answer) continue;
            may_be_seen = true;
            if (cell.answer->captions)
                speaker.answers.push_back({question, *cell.answer->captions, cell.answer->trim});
        }
        if (may_be_seen)
            all.people.push_back(person_text(module, static_cast<std::size_t>(person)));
        if (!speaker.answers.empty()) all.speakers.push_back(std::move(speaker));
    }
    for (const int place : questions) {
        const catalogue::Question& question = module.questions[static_cast<std::size_t>(place)];
        all.questions.push_back({place, catalogue::for_everybody(question.label),
                                 catalogue::for_everybody(question.text)});
    }
    return all;
}

catalogue::Result<Finder> Finder::open(lessons::Seed seed) {
    catalogue::Result<catalogue::SearchIndex> index = catalogue::SearchIndex::open();
    if (!index) return index.error();
    return Finder(*std::move(index), seed);
}

void Finder::add_names(const Searchable& searchable) {
    add(Kind::Person, searchable.people);
    add(Kind::Question, searchable.questions);
}

void Finder::add(Kind kind, const std::vector<NamedText>& names) {
    index_.begin();
    for (const NamedText& what : names) {
        index_.add(what.name + std::string(between) + what.rest);
        entries_.push_back({kind, {}, what, {}, {}});
    }
    index_.end();
}

void Finder::add(lessons::Cell cell, std::vector<catalogue::Passage> passages) {
    index_.begin();
    for (catalogue::Passage& passage : passages) {
        index_.add(std::move(passage.text));
        entries_.push_back({Kind::Passage, cell, {}, passage.time, std::move(passage.cues)});
    }
    index_.end();
}

FoundName Finder::found_name(const std::string& typed, std::size_t number) const {
    const std::vector<catalogue::Stretch> words = index_.meant_by(typed, number);
    const NamedText& what = entries_[number].what;
    const std::size_t rest = what.name.size() + between.size();
    return {what, cut(words, 0, what.name.size()), cut(words, rest, rest + what.rest.size())};
}

FoundPassage Finder::found_passage(const std::string& typed, std::size_t number) const {
    const Entry& entry = entries_[number];
    FoundPassage found{
        number,     entry.cell,   index_.text(number), index_.meant_by(typed, number),
        entry.time, entry.time.in};
    if (!found.words.empty()) {
        found.said_at =
            catalogue::said_at({found.text, entry.time, entry.cues}, found.words.front().from);
    }
    return found;
}

// What was typed differs from what is there by a letter or two, or a part of it alone is there.
std::vector<std::string> Finder::instead_of(const std::string& typed) const {
    const std::vector<std::string> words = index_.words_of(typed);
    std::vector<std::string> instead;
    std::string mended;
    bool is_mended = false;
    for (const std::string& word : words) {
        const bool known = !index_.find(word).empty();
        const std::vector<std::string> near =
            known ? std::vector<std::string>{} : index_.spelt_like(word, most_instead);
        if (words.size() == 1) return near;
        is_mended = is_mended || !near.empty();
        mended += (mended.empty() ? "" : " ") + (near.empty() ? word : near.front());
        if (known) instead.push_back(word);
    }
    if (is_mended && !index_.find(mended).empty()) instead.insert(instead.begin(), mended);
    instead.resize(std::min(instead.size(), most_instead));
    return instead;
}

Findings Finder::find(const std::string& typed) const {
    Findings findings;
    findings.typed = typed;
    std::array<std::vector<lessons::Claim>, catalogue::likenesses> claims;
    std::vector<bool> speaks;
    for (const catalogue::Match& match : index_.find(typed)) {
        const Entry& entry = entries_[match.text];
        if (entry.kind == Kind::Passage) {
            claims[static_cast<std::size_t>(match.likeness)].push_back({match.text, entry.cell});
            ++findings.passages_in_all;
            const auto person = static_cast<std::size_t>(entry.cell.person);
            if (person >= speaks.size()) speaks.resize(person + 1);
            if (!speaks[person]) ++findings.speakers;
            speaks[person] = true;
            continue;
        }
        // Names were added in the order of the seed.
        const bool person = entry.kind == Kind::Person;
        std::vector<FoundName>& names = person ? findings.people : findings.questions;
        ++(person ? findings.people_in_all : findings.questions_in_all);
        if (names.size() < most_names_alone) names.push_back(found_name(typed, match.text));
    }
    for (const std::vector<lessons::Claim>& alike : claims) {
        const std::size_t room = most_passages - findings.passages.size();
        for (const lessons::Claim& claim : lessons::in_turns(alike, seed_, room))
            findings.passages.push_back(found_passage(typed, claim.number));
    }
    if (!findings.passages.empty()) {
        for (std::vector<FoundName>* names : {&findings.people, &findings.questions})
            names->resize(std::min(names->size(), most_names));
    }
    if (findings.people.empty() && findings.questions.empty() && findings.passages.empty())
        findings.instead = instead_of(typed);
    return findings;
}

}  // namespace app
