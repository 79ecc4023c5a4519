// Person first, job last: the one gate through which a module goes before anything of it is shown.
// Screens, search, print and export take what comes out of here and can name no job that is
// covered, because they do not have it. Pure; any thread.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "catalogue/captions.h"
#include "catalogue/module.h"
#include "catalogue/problem.h"

namespace catalogue {

// Whose job may be shown, in one sitting.
struct JobVeil {
    bool job_last = false;         // the switch
    std::set<PersonId> uncovered;  // by hand, one by one

    bool covers(const PersonId& person) const { return job_last && !uncovered.contains(person); }
    bool operator==(const JobVeil&) const = default;
};

// In place of words that name a job.
inline constexpr std::string_view covered_words = "\u2014\u2014";

// The module as it may be shown. Of everybody who is covered it lacks the job, the ways into it,
// the facts that tell or name it, and the pictures that the author says show it; alt texts that
// name it have `covered_words` there. Ids, films and what may be played are the same.
Module shown_module(const Module& whole, const JobVeil& veil);

// Words from elsewhere (a message about a file) without the titles of covered jobs.
std::string shown_words(std::string_view words, const Module& whole, const JobVeil& veil);

Problem shown_problem(const Problem& problem, const Module& whole, const JobVeil& veil);

// A caption of this person's film. `person` is theirs in the whole module.
std::string shown_caption(const CaptionCue& cue, const Person& person, const JobVeil& veil);

// The same for a person whose job is covered.
std::string covered_caption(const CaptionCue& cue, const Job& job);

// `words` with `covered_words` for each place that names the job: its title, in any language, as
// words of their own, however it is written in small and capital letters, also with an s.
std::string without_job(std::string_view words, const Job& job);

}  // namespace catalogue
