#include "catalogue/first_documents.h"

#include <fmt/format.h>

#include "catalogue/fields.h"
#include "catalogue/inside_file.h"
#include "catalogue/module_files.h"
#include "catalogue/module_reader.h"
#include "catalogue/text.h"
#include "catalogue/yaml_tree.h"

namespace catalogue {
namespace {

// {0} id, {1} title, {2} language.
constexpr const char* module_yaml =
    R"yaml(# What this module is, and its questions. docs/module-format.md explains every line.
# Lines that begin with '#' are notes to you. Texts stay in quotes.
format: 1
id: {0}
version: "1.0"
title: {1}
language: {2}
licence: "All rights reserved"  # or one such as CC-BY-4.0: who may use the films?
about: |
  (Two or three sentences for the start screen: who was asked, where, and why.)

# A class should be able to ask who wants it to see this:
credits:
  funder: "(who paid)"
  nominated_by: "(who chose the people)"
  date: "(year and month)"

# Places that a pupil can turn to. Take the '#' away and fill them in.
# support:
#   - {{name: "Somebody at school", contact: "your tutor or the school nurse"}}

themes:
  - {{id: work, name: Work}}
  - {{id: learning, name: Learning}}
  - {{id: life, name: Life}}

# The questions as they were asked, in that order. Keep an id once it is in use; nobody sees it in
# class. '{{job}}' is filled in for each person: "a hill farmer", "an engineer".
# 'sensitive: true' marks what may touch somebody in the room.
questions:
  - id: w1
    theme: work
    text: "Who are you, and how did you become {{job}}?"
    label: "In a nutshell"
  - id: w2
    theme: work
    text: "(your second question about work)"
    label: "(two words)"
  - id: l1
    theme: learning
    text: "(your first question about learning)"
    label: "(two words)"
  - id: l2
    theme: learning
    text: "(your second question about learning)"
    label: "(two words)"
  - id: f1
    theme: life
    text: "(your first question about life)"
    label: "(two words)"
  - id: f2
    theme: life
    text: "(your second question about life)"
    label: "(two words)"
    sensitive: true

# What people say on film that makes a contrast. Somebody's own values stand in their file.
facts:
  - {{id: left, label: "Left full-time education", says: "left school at {{value}}"}}
  - {{id: route, label: "Way into this work", says: "came to it by {{value}}"}}
  - {{id: home, label: "Grown-ups' work", says: "grew up with {{value}}"}}
)yaml";

constexpr const char* example_yaml =
    R"(# A person who is not there, to show what a file looks like. Delete it when the first of yours
# is in: 'crosscut add-person FOLDER films/their-film.mp4' writes such a file for you.
format: 1
name: Example
job: {title: hill farmer, article: a}
facts: {left: "16", route: "growing up with it", home: "farmers"}
# 'given' once the person has agreed in writing. Until then nothing of them is shown.
consent: withdrawn
film: films/example.mp4
answers:
  w1: {in: "00:12.000", out: "00:40.200"}
  w2: withheld  # the person asked not to show this answer
)";

// {0} title.
constexpr const char* readme = R"(# {0}

This folder is a Crosscut module: films of people who all answered the same questions, and text files that say who
they are and what they answer where. You can open it in Crosscut at any time; what is missing is simply not there yet.

| file | what it is |
|---|---|
| `module.yaml` | what the module is, and its questions. Begin here |
| `people/` | a file for each person; its name is the person's id. `example.yaml` shows one: delete it later |
| `films/` | one long film of each person, or one for each answer |
| `captions/` | captions of the films (WebVTT, SRT or TTML) |
| `pictures/` | portraits, now and as a child |
| `index/` | only tools write here |

1. Write your questions into `module.yaml`: everything in round brackets is a place to fill in.
2. Put a film into `films/`, then `crosscut add-person . films/moira.mp4 --name Moira --job "hill farmer"`.
3. `crosscut index edit . moira` shows the film for marking where each answer begins and ends; or write it into
   `people/moira.yaml`.
4. `crosscut check .` says what is wrong, with file, line and what to do.
5. `crosscut .` plays it.

Everybody has to agree before they are shown: `consent: given` in their file says that they have.
)";

std::vector<Problem> problems_of(const std::vector<TextDocument>& documents) {
    MemoryFiles files;
    for (const TextDocument& document : documents) {
        files.files[document.file.generic_string()] = document.text;
    }
    return read_module(files).problems;
}

Outcome check_id(const std::string& id) {
    if (is_id(id)) return done();
    const std::string near = id_from(id);
    return fail({}, fmt::format("{} cannot be an id", in_quotes(id)),
                near.empty() ? "ids have small letters a-z, digits and hyphens"
                             : fmt::format("write '{}'", near));
}

// The answers that can be given, each as a note to fill in.
std::string lines_for_answers(const Module& module) {
    std::string lines;
    for (const Question& question : module.questions) {
        lines += fmt::format("#  {}: {{in: \"00:00.000\", out: \"00:00.000\"}}  # {}\n",
                             question.id.text, printable(question.text));
    }
    return lines;
}

std::string lines_for_facts(const Module& module) {
    std::string lines;
    for (const FactDefinition& fact : module.facts) {
        lines += fmt::format("#  {}: \"\"  # {}\n", fact.id.text, printable(fact.label));
    }
    return lines.empty() ? lines : "# facts:\n" + lines;
}

std::string person_yaml(const NewPerson& wanted, const Module& module) {
    return fmt::format(
        "# docs/module-format.md explains every line. Take the '#' of a line away to use it.\n"
        "format: 1\n"
        "name: {}\n"
        "job: {{title: {}, article: {}}}{}\n"
        "{}"
        "film: {}\n"
        "# captions: captions/{}.vtt\n"
        "{}"
        "# pictures:\n"
        "#   now: {{file: pictures/{}-now.png, alt: \"(what it shows)\"}}\n"
        "# way_in: |\n"
        "#   (How people get into this work.)\n"
        "# Where each answer begins and ends in the film; 'withheld' where somebody asked for it.\n"
        "answers:\n{}",
        yaml_quoted(wanted.name), yaml_quoted(wanted.job.title), yaml_quoted(wanted.job.article),
        wanted.job.title.empty() ? "  # fill this in" : "",
        wanted.consent_given ? "consent: given\n"
                             : "# Once the person has agreed in writing:\n# consent: given\n",
        yaml_quoted(wanted.film.generic_string()), wanted.id, lines_for_facts(module), wanted.id,
        lines_for_answers(module));
}

}  // namespace

std::string id_for(std::string_view words) {
    return id_from(words);
}

Result<std::vector<TextDocument>> first_documents(const NewModule& wanted) {
    if (const Outcome id = check_id(wanted.id); !id) return id.error();
    const std::string title = printable(wanted.title);
    std::vector<TextDocument> documents{
        {"module.yaml", fmt::format(fmt::runtime(module_yaml), wanted.id, yaml_quoted(title),
                                    yaml_quoted(wanted.language))},
        {"people/example.yaml", example_yaml},
        {"README.md", fmt::format(fmt::runtime(readme), title)}};
    // What the reader would say about it is said before anything is written.
    if (const auto problems = problems_of(documents); !problems.empty()) {
        return fail({}, problems.front().what, problems.front().hint);
    }
    return documents;
}

Result<std::vector<TextDocument>> first_documents(const NewPerson& wanted, const Module& module) {
    if (const Outcome id = check_id(wanted.id); !id) return id.error();
    const std::string film = wanted.film.generic_string();
    if (find_invalid_utf8(film)) {
        return fail({wanted.film}, "the film's name has letters that are not UTF-8",
                    "give the film another name");
    }
    if (const Outcome path = check_relative_path(film); !path) return path.error();
    const std::string index = fmt::format(
        "# Only tools write here.\nformat: 1\nperson: {}\nfilm: {}\n"
        "made: {{by: crosscut, date: {}, size_bytes: \"{}\"}}\nanswers: {{}}\n",
        wanted.id, yaml_quoted(film), yaml_quoted(wanted.date), wanted.film_bytes);
    return std::vector<TextDocument>{{"people/" + wanted.id + ".yaml", person_yaml(wanted, module)},
                                     {"index/" + wanted.id + ".yaml", index}};
}

}  // namespace catalogue
