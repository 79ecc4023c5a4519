#include "catalogue/exchange/talking_jobs_module.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "catalogue/exchange/files_there.h"
#include "catalogue/exchange/html_text.h"
#include "catalogue/exchange/talking_jobs_names.h"
#include "catalogue/fields.h"
#include "catalogue/job_veil.h"
#include "catalogue/lines.h"
#include "catalogue/text.h"
#include "catalogue/words.h"
#include "catalogue/yaml_tree.h"

namespace catalogue {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t label_letters = 30;

const std::vector<std::string_view> playable = {".mp4", ".m4v",  ".mov", ".webm", ".mkv",
                                                ".mpg", ".mpeg", ".avi", ".ogv",  ".f4v",
                                                ".mp3", ".m4a",  ".wav", ".ogg"};

// Ids that are all different.
class Ids {
public:
    // The nearest id to the words; `otherwise` and a number where they have no letter of one.
    std::string make(std::string_view words, std::string_view otherwise) {
        std::string id = id_from(words);
        if (id.empty()) id = fmt::format("{}-{}", otherwise, used_.size() + 1);
        std::string unused = id;
        for (int number = 2; !used_.insert(unused).second; ++number)
            unused = fmt::format("{}-{}", id.substr(0, 58), number);
        return unused;
    }

private:
    std::set<std::string> used_;
};

bool stands_for_job(std::string_view inside) {
    static constexpr std::array names = {"pleaseselectajob", "pleaseselectjob", "selectajob", "job",
                                         "jobtitle"};
    return std::ranges::find(names, plain_name(inside)) != names.end();
}

// "{please select a job}" is "{job}" here, which brings its article along: one before it goes.
std::string with_our_place(std::string_view text) {
    std::string words;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::size_t end = text[at] == '{' ? text.find('}', at) : text.npos;
        if (end == text.npos || !stands_for_job(text.substr(at + 1, end - at - 1))) {
            words += text[at];
            continue;
        }
        for (const std::string_view article : {"a/an ", "a(n) ", "an ", "a "}) {
            const std::size_t from = words.size() - std::min(words.size(), article.size());
            if (from > 0 && words[from - 1] != ' ') continue;
            if (std::string_view{words}.substr(from) != article) continue;
            words.resize(from);
            break;
        }
        words += "{job}";
        at = end;
    }
    return words;
}

std::string short_label(std::string_view text) {
    const std::string words = for_everybody(text);
    if (characters_in(words) <= label_letters) return words;
    std::string first = first_characters(words, label_letters - 1);
    if (const std::size_t blank = first.rfind(' '); blank != first.npos && blank > 8) {
        first.resize(blank);
    }
    return first + "\u2026";
}

bool names_job(std::string_view words, const Job& job) {
    return without_job(words, job) != words;
}

std::string block(std::string_view key, const std::vector<std::string>& paragraphs) {
    if (paragraphs.empty()) return {};
    return fmt::format("{}: |\n  {}\n", key, fmt::join(paragraphs, "\n\n  "));
}

class Conversion {
public:
    Conversion(const TalkingJobs& original, const std::vector<fs::path>& there,
               const ImportOrder& order)
        : original_(original), there_(there), order_(order) {}

    ImportedModule make() {
        name_questions();
        std::string people;
        for (const TalkingJobs::Interview& interview : original_.interviews) {
            const std::string id = add_person(interview);
            people += (people.empty() ? "" : ", ") + id;
        }
        made_.documents.insert(made_.documents.begin(), {"module.yaml", module_yaml(people)});
        return std::move(made_);
    }

private:
    void warn(const Place& place, std::string what, std::string hint) {
        made_.problems.push_back({place, std::move(what), std::move(hint), Severity::Warning});
    }

    void name_questions() {
        Ids ids;
        for (const TalkingJobs::Question& question : original_.questions) {
            // Figures alone are an id, too, but hard to tell from a number.
            const bool figures = question.id.front() >= '0' && question.id.front() <= '9';
            const std::string id = ids.make(figures ? "q" + question.id : question.id, "q");
            question_ids_.push_back(id);
            const bool is_new =
                questions_.try_emplace(plain_name(question.id), question_ids_.size() - 1).second;
            if (!is_new) {
                warn(question.place,
                     _("there are two questions with the id {}", in_quotes(question.id)),
                     _("responses are taken for those of the first"));
            }
        }
    }

    std::optional<std::size_t> find_question(const std::string& written) const {
        std::string name = plain_name(written);
        auto found = questions_.find(name);
        if (found == questions_.end() && name.starts_with("question")) name.erase(0, 8);
        if (found == questions_.end() && name.starts_with('q')) name.erase(0, 1);
        if (found == questions_.end()) found = questions_.find(name);
        if (found == questions_.end()) return std::nullopt;
        return found->second;
    }

    std::string module_yaml(const std::string& people) {
        Ids ids;
        std::map<std::string, std::string> themes;  // ids, by plain id and plain name
        std::string lines;
        for (const TalkingJobs::Kind& kind : original_.kinds) {
            const std::string id = ids.make(kind.name, "theme");
            const bool is_new = themes.try_emplace(plain_name(kind.id), id).second;
            themes.try_emplace(plain_name(kind.name), id);
            if (!is_new) continue;
            lines += fmt::format(
                "  - {{id: {}, name: {}}}{}\n", id, yaml_quoted(kind.name),
                kind.colour.empty() ? "" : "  # in the original of the colour " + kind.colour);
        }
        std::string questions;
        std::string others;
        for (std::size_t i = 0; i < original_.questions.size(); ++i) {
            const TalkingJobs::Question& question = original_.questions[i];
            const auto theme = themes.find(plain_name(question.kind));
            if (theme == themes.end() && others.empty()) {
                others = ids.make("questions", "theme");
                lines +=
                    fmt::format("  - {{id: {}, name: {}}}\n", others, yaml_quoted("Questions"));
            }
            if (theme == themes.end() && !question.kind.empty()) {
                warn(question.place,
                     _("there is no type of questions {}", in_quotes(question.kind)),
                     _("its question stands under 'Questions'"));
            }
            const std::string text = with_our_place(question.text);
            const std::string label =
                short_label(with_our_place(question.label.empty() ? text : question.label));
            questions +=
                fmt::format("  - id: {}\n    theme: {}\n    text: {}\n    label: {}\n",
                            question_ids_[i], theme == themes.end() ? others : theme->second,
                            yaml_quoted(text), yaml_quoted(label));
        }
        return fmt::format(
            "# Made by 'crosscut import talking-jobs'. docs/module-format.md explains every line.\n"
            "format: 1\nid: {}\nversion: \"1.0\"\ntitle: {}\nlanguage: {}\n"
            "licence: \"All rights reserved\"  # or what the films' owners say\n"
            "themes:\n{}# '{{job}}' is filled in for each person: \"a hill farmer\". Read each\n"
            "# question once with it.\nquestions:\n{}people_order: [{}]\n",
            order_.module.id, yaml_quoted(printable(order_.module.title)),
            yaml_quoted(order_.module.language), lines, questions, people);
    }

    // A name is shown before the job is: it must not tell it.
    std::string name_of(const TalkingJobs::Interview& interview, const Job& job) {
        for (const std::string& candidate : {interview.contributor, interview.panel_title}) {
            const std::string words = candidate.substr(0, candidate.find_first_of(",(;|"));
            for (const std::string& name : {candidate, std::string{trimmed(words)}}) {
                if (name.empty() || names_job(name, job)) continue;
                if (name != candidate) {
                    warn(interview.place, _("{} names the job", in_quotes(candidate)),
                         _("the name is {} here: a class may meet people before their jobs",
                           in_quotes(name)));
                }
                return name;
            }
        }
        const std::string name = fmt::format("Person {}", ++nameless_);
        warn(interview.place, _("this interview has no name, or only one that names the job"),
             _("it is called {} here; write the person's name into its file", in_quotes(name)));
        return name;
    }

    std::string add_person(const TalkingJobs::Interview& interview) {
        Job job{interview.job_title, interview.article};
        // Some folders have "A " or "An": it stands in the middle of a sentence here.
        if (job.article == "A" || job.article == "An" || job.article == "AN") {
            job.article = job.article == "A" ? "a" : "an";
        }
        const std::string name = name_of(interview, job);
        const std::string id = people_ids_.make(name, "person");
        if (job.title.empty()) {
            warn(interview.place, _("the interview with {} has no job title", in_quotes(name)),
                 _("write it into 'job' of people/{}.yaml", id));
        }
        std::string yaml = fmt::format(
            "# docs/module-format.md explains every line.\nformat: 1\nname: {}\n"
            "job: {{title: {}, article: {}}}\n",
            yaml_quoted(name), yaml_quoted(job.title), yaml_quoted(job.article));
        if (!interview.panel_title.empty() && interview.panel_title != name) {
            yaml += "# The panel's title in the original: " + interview.panel_title + "\n";
        }
        yaml += order_.agreed ? "consent: given\n"
                              : "# Once the person has agreed in writing:\n# consent: given\n";
        yaml += pictures(interview, id, name);
        yaml += block("way_in", way_in(interview));
        const std::string lines = answers(interview, id);
        yaml += lines.empty() ? "answers: {}\n" : "answers:\n" + lines;
        made_.documents.push_back({"people/" + id + ".yaml", std::move(yaml)});
        return id;
    }

    std::string pictures(const TalkingJobs::Interview& interview, const std::string& id,
                         const std::string& name) {
        std::string lines;
        for (const auto& [written, when] :
             {std::pair{interview.now_image, "now"}, std::pair{interview.then_image, "then"}}) {
            if (written.empty()) continue;
            const auto file = there_.find(written);
            const std::string ending = file ? small_ending(*file) : "";
            if (!file) {
                warn(interview.place, _("there is no picture {}", in_quotes(written)),
                     _("it is left out"));
            } else if (ending != ".png" && ending != ".jpg" && ending != ".jpeg") {
                warn(interview.place,
                     _("the picture {} is neither PNG nor JPEG", in_quotes(written)),
                     _("save it as PNG and name it in people/{}.yaml", id));
            } else {
                const fs::path to = fmt::format("pictures/{}-{}{}", id, when, ending);
                made_.files.push_back({ImportedFile::What::Picture, *file, to, {}});
                lines += fmt::format("  {}: {{file: {}, alt: {}}}\n", when,
                                     yaml_quoted(to.generic_string()),
                                     yaml_quoted(fmt::format("{}, {}", name, when)));
            }
        }
        if (lines.empty()) return {};
        // Nobody has looked at it yet: a picture too few is shown rather than one that tells.
        return "pictures:\n" + lines +
               "# Take this away where the picture does not show the work:\n"
               "shows_job: [now]\n";
    }

    std::vector<std::string> way_in(const TalkingJobs::Interview& interview) {
        std::vector<std::string> paragraphs = interview.training;
        if (interview.link.empty()) return paragraphs;
        std::string address = interview.link;
        if (address.starts_with("www.")) address.insert(0, "http://");
        if (!is_web_address(address)) {
            warn(interview.place, _("{} is no address of the web", in_quotes(interview.link)),
                 _("only links that begin with http or https are kept"));
            return paragraphs;
        }
        paragraphs.push_back(interview.link_words.empty()
                                 ? address
                                 : fmt::format("{} ({})", interview.link_words, address));
        return paragraphs;
    }

    // The media file of a response that can be played; else says what is wrong.
    std::optional<fs::path> film_of(const TalkingJobs::Response& response) {
        const auto named = there_.find(response.file);
        const auto plays = [](const fs::path& file) {
            return std::ranges::find(playable, small_ending(file)) != playable.end();
        };
        if (named && plays(*named)) return named;
        // Somebody may have made a film of today of it, beside it.
        std::string name = response.file;
        std::ranges::replace(name, '\\', '/');
        const fs::path original = named.value_or(fs::path{name});
        if (const auto made = there_.beside(original, playable)) return made;
        if (named) {
            warn(response.place,
                 _("the media file {} is of a kind that is not played here",
                   in_quotes(response.file)),
                 _("make an MP4 film of it beside it, of the same name, and import again"));
        } else {
            warn(response.place, _("there is no media file {}", in_quotes(response.file)),
                 _("put it into the folder and import again"));
        }
        return std::nullopt;
    }

    std::string answers(const TalkingJobs::Interview& interview, const std::string& person) {
        std::map<std::size_t, std::string> lines;
        for (const TalkingJobs::Response& response : interview.responses) {
            const auto question = find_question(response.question);
            if (!question) {
                warn(response.place, _("there is no question {}", in_quotes(response.question)),
                     _("its response {} is left out", in_quotes(response.file)));
                continue;
            }
            if (lines.contains(*question)) {
                warn(response.place,
                     _("there is a response to {} already", in_quotes(response.question)),
                     _("its response {} is left out", in_quotes(response.file)));
                continue;
            }
            const auto film = film_of(response);
            if (!film) continue;
            if (!films_.insert(*film).second) {
                warn(response.place,
                     _("the media file {} is another response already", in_quotes(response.file)),
                     _("give each response a file of its own"));
                continue;
            }
            const std::string stem = person + "-" + question_ids_[*question];
            const fs::path to = "films/" + stem + small_ending(*film);
            made_.files.push_back({ImportedFile::What::Film, *film, to, {}});
            ++made_.responses;
            lines[*question] =
                fmt::format("  {}: {{film: {}{}}}\n", question_ids_[*question],
                            yaml_quoted(to.generic_string()), captions(response, *film, stem));
        }
        std::string all;
        for (const auto& [question, line] : lines)
            all += line;
        return all;
    }

    // ", captions: ..." of an answer.
    std::string captions(const TalkingJobs::Response& response, const fs::path& film,
                         const std::string& stem) {
        std::optional<fs::path> file;
        if (!response.captions.empty()) {
            file = there_.find(response.captions);
            if (!file) {
                warn(response.place, _("there are no captions {}", in_quotes(response.captions)),
                     _("they are left out"));
            }
        } else {
            file = there_.beside(film, {".ttml", ".xml", ".dfxp", ".vtt", ".srt"});
        }
        if (!file) return {};
        const std::string ending = small_ending(*file);
        const bool as_is = ending == ".vtt" || ending == ".srt";
        const fs::path to = "captions/" + stem + (as_is ? ending : ".vtt");
        made_.files.push_back(
            {as_is ? ImportedFile::What::Captions : ImportedFile::What::TtmlOfAnswer, *file, to,
             film});
        return ", captions: " + yaml_quoted(to.generic_string());
    }

    const TalkingJobs& original_;
    const FilesThere there_;
    const ImportOrder& order_;
    std::vector<std::string> question_ids_;
    std::map<std::string, std::size_t> questions_;  // by plain id
    Ids people_ids_;
    int nameless_ = 0;
    std::set<fs::path> films_;
    ImportedModule made_;
};

}  // namespace

ImportedModule module_from(const TalkingJobs& original, const std::vector<fs::path>& there,
                           const ImportOrder& order) {
    return Conversion{original, there, order}.make();
}

}  // namespace catalogue
