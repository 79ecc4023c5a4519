#include "catalogue/exchange/talking_jobs.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "catalogue/exchange/html_text.h"
#include "catalogue/exchange/talking_jobs_records.h"
#include "catalogue/text.h"
#include "catalogue/words.h"

namespace catalogue {
namespace {

// Words of a field as they can be shown, in one line; empty where it was not there.
std::string words_of(const TalkingJobsRecord& record, Role role) {
    const auto field = record.fields.find(role);
    if (field == record.fields.end()) return {};
    std::string words;
    for (const char c : printable(field->second.value)) {
        if (c != ' ' || (!words.empty() && words.back() != ' ')) words += c;
    }
    return std::string{trimmed(words)};
}

class Assembly {
public:
    explicit Assembly(TalkingJobs& made) : made_(made) {}

    void add(const TalkingJobsRecords& read) {
        std::ranges::copy(read.problems, std::back_inserter(made_.problems));
        for (const TalkingJobsRecord& record : read.records) {
            if (record.role == Role::Kind) add_kind(record);
            if (record.role == Role::Question) add_question(record, "");
            if (record.role == Role::Interview) add_interview(record);
        }
    }

    std::set<std::string> question_names() const {
        std::set<std::string> names;
        for (const TalkingJobs::Question& question : made_.questions)
            names.insert(plain_name(question.id));
        return names;
    }

private:
    void warn(const Place& place, std::string what, std::string hint) {
        made_.problems.push_back({place, std::move(what), std::move(hint), Severity::Warning});
    }

    void add_kind(const TalkingJobsRecord& record) {
        TalkingJobs::Kind kind{words_of(record, Role::KindKey), words_of(record, Role::KindName),
                               words_of(record, Role::KindColour)};
        if (kind.name.empty()) kind.name = kind.id;
        if (kind.id.empty()) kind.id = kind.name;
        if (kind.id.empty()) {
            warn(record.place, _("a type of questions has no name"), _("it is left out"));
        } else {
            made_.kinds.push_back(kind);
        }
        for (const TalkingJobsRecord& question : record.inside)
            add_question(question, kind.id);
    }

    void add_question(const TalkingJobsRecord& record, const std::string& kind) {
        TalkingJobs::Question question{words_of(record, Role::QuestionKey),
                                       words_of(record, Role::QuestionKind),
                                       words_of(record, Role::QuestionText),
                                       words_of(record, Role::QuestionLabel), record.place};
        if (question.kind.empty()) question.kind = kind;
        if (question.text.empty()) question.text = question.label;
        if (question.text.empty()) {
            warn(record.place, _("a question has no words"), _("it is left out"));
            return;
        }
        if (question.id.empty()) {
            question.id = std::to_string(made_.questions.size() + 1);
            warn(record.place, _("the question {} has no id", in_quotes(question.text)),
                 _("responses find it by its place among the questions, {}", question.id));
        }
        made_.questions.push_back(std::move(question));
    }

    void add_interview(const TalkingJobsRecord& record) {
        TalkingJobs::Interview interview;
        interview.id = words_of(record, Role::InterviewKey);
        interview.contributor = words_of(record, Role::Contributor);
        interview.panel_title = words_of(record, Role::PanelTitle);
        interview.job_title = words_of(record, Role::JobTitle);
        interview.article = words_of(record, Role::Article);
        if (const auto html = record.fields.find(Role::Training); html != record.fields.end()) {
            interview.training = html_paragraphs(html->second.value);
        }
        interview.link = words_of(record, Role::Link);
        interview.link_words = words_of(record, Role::LinkWords);
        interview.now_image = words_of(record, Role::NowImage);
        interview.then_image = words_of(record, Role::ThenImage);
        interview.place = record.place;
        for (const TalkingJobsRecord& response : record.inside) {
            TalkingJobs::Response one{words_of(response, Role::ResponseQuestion),
                                      words_of(response, Role::ResponseFile),
                                      words_of(response, Role::ResponseCaptions), response.place};
            if (one.question.empty() || one.file.empty()) {
                warn(response.place,
                     one.file.empty() ? _("a response names no media file")
                                      : _("the response {} does not say which question it answers",
                                          in_quotes(one.file)),
                     _("it is left out"));
                continue;
            }
            interview.responses.push_back(std::move(one));
        }
        made_.interviews.push_back(std::move(interview));
    }

    TalkingJobs& made_;
};

}  // namespace

TalkingJobs read_talking_jobs(const XmlText& questions, const XmlText& interviews,
                              const TalkingJobsNames& names) {
    TalkingJobs made;
    Assembly assembly{made};
    assembly.add(read_talking_jobs_records(questions, names, {}));
    assembly.add(read_talking_jobs_records(interviews, names, assembly.question_names()));
    const auto lacks = [&](const std::filesystem::path& file, std::string what) {
        const bool said = std::ranges::any_of(made.problems, [&](const Problem& one) {
            return one.severity == Severity::Error && one.place.file == file;
        });
        if (said) return;
        made.problems.push_back(
            fail({file}, std::move(what), _("say with '--names' what its elements are called")));
    };
    if (made.questions.empty()) lacks(questions.file, _("no question was found in it"));
    if (made.interviews.empty()) lacks(interviews.file, _("no interview was found in it"));
    return made;
}

}  // namespace catalogue
