#include "catalogue/module.h"

#include <algorithm>
#include <string_view>

namespace catalogue {
namespace {

template <class Things, class Id>
std::optional<std::size_t> find_by_id(const Things& things, const Id& id) {
    const auto found = std::ranges::find(things, id, [](const auto& thing) { return thing.id; });
    if (found == things.end()) return std::nullopt;
    return static_cast<std::size_t>(found - things.begin());
}

}  // namespace

std::optional<std::size_t> Module::find_person(const PersonId& wanted) const {
    return find_by_id(people, wanted);
}

std::optional<std::size_t> Module::find_question(const QuestionId& wanted) const {
    return find_by_id(questions, wanted);
}

std::string job_with_article(const Job& job) {
    if (job.article.empty() || job.title.empty()) return job.title;
    return job.article + ' ' + job.title;
}

std::string question_text(const Question& question, const Person& person) {
    constexpr std::string_view place = "{job}";
    std::string job = job_with_article(person.job);
    // A person whose job is not known yet still gets a sentence that can be read out.
    if (job.empty()) job = "someone in this job";
    std::string text = question.text;
    for (std::size_t at = text.find(place); at != text.npos;
         at = text.find(place, at + job.size())) {
        text.replace(at, place.size(), job);
    }
    return text;
}

}  // namespace catalogue
