#include "catalogue/job_veil.h"

#include <algorithm>
#include <optional>

namespace catalogue {
namespace {

char in_small(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Also of letters beyond ASCII, of which every byte is 0x80 or more.
bool is_letter(char c) {
    return (in_small(c) >= 'a' && in_small(c) <= 'z') || (c >= '0' && c <= '9') ||
           (static_cast<unsigned char>(c) & 0x80U) != 0;
}

bool divides_words(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '-';
}

// Where the title that begins at `at` ends; nothing when another word begins there.
std::optional<std::size_t> end_of_title(std::string_view words, std::size_t at,
                                        std::string_view title) {
    for (const char c : title) {
        if (divides_words(c)) {
            const std::size_t before = at;
            while (at < words.size() && divides_words(words[at])) {
                ++at;
            }
            if (at == before) return std::nullopt;
        } else if (at == words.size() || in_small(words[at]) != in_small(c)) {
            return std::nullopt;
        } else {
            ++at;
        }
    }
    if (at < words.size() && in_small(words[at]) == 's') ++at;
    if (at < words.size() && is_letter(words[at])) return std::nullopt;
    return at;
}

// The films may name it in another language than the one that is read.
std::optional<std::size_t> end_of_any_title(std::string_view words, std::size_t at,
                                            const Job& job) {
    auto end = end_of_title(words, at, job.title);
    for (const std::string& title : job.other_titles) {
        end = std::max(end, end_of_title(words, at, title));
    }
    return end;
}

void cover(Person& person, const std::vector<FactDefinition>& kinds) {
    const auto names_job = [&](const std::string& words) {
        return without_job(words, person.job) != words;
    };
    for (std::size_t kind = 0; kind < person.facts.size(); ++kind) {
        std::optional<Fact>& fact = person.facts[kind];
        const bool tells = kind < kinds.size() && kinds[kind].tells_job;
        if (fact && (tells || names_job(fact->text))) fact.reset();
    }
    if (person.shows_job.now) person.now.reset();
    if (person.shows_job.then) person.then.reset();
    for (std::optional<Picture>* picture : {&person.now, &person.then}) {
        if (*picture) (*picture)->alt = without_job((*picture)->alt, person.job);
    }
    person.way_in.clear();
    person.stills_covered = person.shows_job.stills;
    person.job_covered = true;
    person.job = {};
}

}  // namespace

std::string without_job(std::string_view words, const Job& job) {
    std::string shown;
    if (job.title.empty()) return std::string{words};
    for (std::size_t at = 0; at < words.size();) {
        const bool begins = at == 0 || !is_letter(words[at - 1]);
        if (const auto end = begins ? end_of_any_title(words, at, job) : std::nullopt) {
            shown += covered_words;
            at = *end;
        } else {
            shown += words[at++];
        }
    }
    return shown;
}

Module shown_module(const Module& whole, const JobVeil& veil) {
    Module shown = whole;
    for (Person& person : shown.people) {
        if (veil.covers(person.id)) cover(person, shown.facts);
    }
    return shown;
}

std::string shown_words(std::string_view words, const Module& whole, const JobVeil& veil) {
    std::string shown{words};
    for (const Person& person : whole.people) {
        if (veil.covers(person.id)) shown = without_job(shown, person.job);
    }
    return shown;
}

Problem shown_problem(const Problem& problem, const Module& whole, const JobVeil& veil) {
    Problem shown = problem;
    if (!veil.job_last) return shown;
    shown.place.file = shown_words(problem.place.file.string(), whole, veil);
    shown.what = shown_words(problem.what, whole, veil);
    shown.hint = shown_words(problem.hint, whole, veil);
    return shown;
}

std::string shown_caption(const CaptionCue& cue, const Person& person, const JobVeil& veil) {
    return veil.covers(person.id) ? covered_caption(cue, person.job) : cue.text;
}

std::string covered_caption(const CaptionCue& cue, const Job& job) {
    return without_job(cue.covered.empty() ? cue.text : cue.covered, job);
}

}  // namespace catalogue
