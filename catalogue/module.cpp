#include "catalogue/module.h"

#include <algorithm>
#include <string_view>

#include "catalogue/language_tag.h"
#include "catalogue/words.h"

namespace catalogue {
namespace {

template <class Things, class Id>
std::optional<std::size_t> find_by_id(const Things& things, const Id& id) {
    const auto found = std::ranges::find(things, id, [](const auto& thing) { return thing.id; });
    if (found == things.end()) return std::nullopt;
    return static_cast<std::size_t>(found - things.begin());
}

std::string with_job(std::string words, std::string_view job) {
    constexpr std::string_view place = "{job}";
    for (std::size_t at = words.find(place); at != words.npos;
         at = words.find(place, at + job.size())) {
        words.replace(at, place.size(), job);
    }
    return words;
}

}  // namespace

std::optional<std::size_t> Module::find_person(const PersonId& wanted) const {
    return find_by_id(people, wanted);
}

std::optional<std::size_t> Module::find_question(const QuestionId& wanted) const {
    return find_by_id(questions, wanted);
}

const std::string& language_of_words(const Module& module) {
    return module.words_language.empty() ? module.language : module.words_language;
}

std::string job_with_article(const Job& job) {
    if (job.article.empty() || job.title.empty()) return job.title;
    return job.article + ' ' + job.title;
}

std::string question_text(const Question& question, const Person& person) {
    const auto is_of = [&](std::string_view language) {
        return question.language.empty() || language.empty() ||
               first_part(question.language) == first_part(language);
    };
    if (person.job.title.empty()) {
        // A person whose job is not known yet still gets a sentence that can be read out.
        return is_of(spoken_language()) ? with_job(question.text, _("someone in this job"))
                                        : for_everybody(question.text);
    }
    return with_job(question.text,
                    is_of(person.job.language) ? job_with_article(person.job) : person.job.title);
}

std::string for_everybody(std::string_view words) {
    return with_job(std::string(words), "\u2026");
}

}  // namespace catalogue
