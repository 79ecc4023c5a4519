#include "catalogue/exchange/index_chapters.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "catalogue/exchange/chapter_forms.h"
#include "catalogue/text.h"
#include "catalogue/time_text.h"
#include "catalogue/words.h"
#include "catalogue/yaml_tree.h"

namespace catalogue {
namespace {

std::string lower(std::string_view text) {
    std::string lowered{text};
    std::ranges::transform(lowered, lowered.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return lowered;
}

// What questions can be called, each with its place.
class QuestionNames {
public:
    QuestionNames(const Module& module, const Person& person) : module_(module) {
        for (const Question& question : module.questions) {
            ids_.push_back(question.id.text);
        }
        for (std::size_t place = 0; place < module.questions.size(); ++place) {
            const Question& question = module.questions[place];
            for (const std::string& name :
                 {question.label, question.text, question_text(question, person)}) {
                if (!name.empty()) by_words_.try_emplace(lower(name), place);
            }
        }
    }

    std::optional<std::size_t> find(const Chapter& chapter) const {
        if (const auto place = module_.find_question({chapter.question})) return place;
        for (const std::string& words : {whole_title(chapter), chapter.title, chapter.question}) {
            if (const auto found = by_words_.find(lower(words)); found != by_words_.end()) {
                return found->second;
            }
        }
        return module_.find_question({chapter.title});
    }

    std::string hint_for(const Chapter& chapter) const {
        return did_you_mean(chapter.question.empty() ? chapter.title : chapter.question, ids_,
                            _("call it by the question's id, such as 'w1: ...'"));
    }

private:
    const Module& module_;
    std::vector<std::string> ids_;
    std::map<std::string, std::size_t> by_words_;
};

}  // namespace

std::vector<Chapter> chapters_of(const Module& module, std::size_t person,
                                 const std::filesystem::path& film) {
    std::vector<Chapter> chapters;
    for (std::size_t place = 0; place < module.questions.size(); ++place) {
        const Module::Cell& cell = module.cell(person, place);
        if (cell.state != CellState::Playable || !cell.answer->trim) continue;
        if (cell.answer->film != film) continue;
        const Question& question = module.questions[place];
        chapters.push_back(
            {*cell.answer->trim, question.id.text,
             printable(question.label.empty() ? question_text(question, module.people[person])
                                              : for_everybody(question.label))});
    }
    std::ranges::stable_sort(chapters, {}, [](const Chapter& one) { return one.time; });
    return chapters;
}

std::vector<Proposal> proposed_by(const std::vector<Chapter>& chapters, const Module& module,
                                  std::size_t person) {
    const QuestionNames names(module, module.people[person]);
    std::vector<Proposal> all;
    for (const Chapter& chapter : chapters) {
        const std::string title = printable(chapter.title);
        all.push_back({chapter.time, names.find(chapter),
                       title.empty() ? std::string(_("a chapter of the film"))
                                     : _("the film\u2019s chapter \u201C{}\u201D", title)});
    }
    return all;
}

IndexMaking index_from(const std::vector<Chapter>& chapters, const Module& module,
                       const IndexOrigin& origin, const std::filesystem::path& file_name) {
    IndexMaking making;
    const auto say = [&](const Chapter& chapter, std::string what, std::string hint) {
        making.problems.push_back(
            fail({file_name, chapter.line}, std::move(what), std::move(hint)));
    };
    const auto person = module.find_person({origin.person});
    const QuestionNames names(module, person ? module.people[*person] : Person{});
    std::map<std::size_t, TimeRange> answers;
    SourceTime end{};
    std::map<std::string, std::size_t> unknown;  // how often, by title
    for (const Chapter& chapter : chapters) {
        if (!names.find(chapter)) ++unknown[whole_title(chapter)];
    }
    for (const Chapter& chapter : chapters) {
        const auto place = names.find(chapter);
        const std::string title = in_quotes(whole_title(chapter));
        if (!place) {
            // What comes again and again, as tags do, is said once.
            const std::size_t times = std::exchange(unknown[whole_title(chapter)], 0);
            if (times == 0) continue;
            say(chapter,
                times == 1 ? _("{} at {} is no question of the module", title,
                               format_time(chapter.time.in))
                           : _("{} at {}, and {} times in all, is no question of the module", title,
                               format_time(chapter.time.in), times),
                names.hint_for(chapter));
        } else if (answers.contains(*place)) {
            say(chapter,
                _("{} at {} is there for a second time", title, format_time(chapter.time.in)),
                _("a person answers a question once; the first counts"));
        } else if (chapter.time.in < end) {
            say(chapter,
                _("{} begins at {}, before the answer before it ends", title,
                  format_time(chapter.time.in)),
                _("answers in one film must not overlap"));
        } else {
            answers[*place] = chapter.time;
            end = chapter.time.out;
        }
    }
    making.found = answers.size();
    making.yaml = fmt::format(
        "# Only tools write here.\nformat: 1\nperson: {}\nfilm: {}\n"
        "made: {{by: crosscut, date: {}, size_bytes: \"{}\"}}\nanswers:{}\n",
        origin.person, yaml_quoted(origin.film.generic_string()), yaml_quoted(origin.date),
        origin.film_bytes, answers.empty() ? " {}" : "");
    for (const auto& [place, time] : answers) {
        making.yaml +=
            fmt::format("  {}: {{in: \"{}\", out: \"{}\"}}\n", module.questions[place].id.text,
                        format_time(time.in), format_time(time.out));
    }
    return making;
}

}  // namespace catalogue
