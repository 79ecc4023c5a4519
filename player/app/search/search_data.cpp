#include "player/app/search/search_data.h"

#include "catalogue/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <string_view>

namespace app {
using catalogue::_;
using catalogue::plural;
namespace {

bool is_blank(const std::string& text) {
    return text.find_first_not_of(" \t") == std::string::npos;
}

std::string time_text(catalogue::SourceDuration into) {
    const auto s = std::chrono::duration_cast<std::chrono::seconds>(into).count();
    return fmt::format("{}:{:02}", s / 60, s % 60);
}

ui::SearchName name_view(const FoundName& found, bool person, const catalogue::Module& module,
                         const SearchContext& context) {
    ui::SearchName name{person, {found.what.name, found.in_name}, {found.what.rest, found.in_rest}};
    const auto place = static_cast<std::size_t>(found.what.place);
    if (person) {
        const ShownPicture face = context.face_of(place);
        name.image = face.image;
        name.image_aspect = face.aspect;
    } else {
        name.theme = module.questions[place].theme;
    }
    return name;
}

ui::SearchPassage passage_view(const FoundPassage& found, const catalogue::Module& module) {
    const auto person = static_cast<std::size_t>(found.cell.person);
    const auto question = static_cast<std::size_t>(found.cell.question);
    ui::SearchPassage passage;
    passage.who = module.people[person].name;
    passage.question = catalogue::for_everybody(module.questions[question].label);
    passage.theme = module.questions[question].theme;
    passage.said = {found.text, found.words};
    const auto& answer = module.cell(person, question).answer;
    const catalogue::SourceTime in =
        answer && answer->trim ? answer->trim->in : catalogue::SourceTime{};
    passage.time = time_text(std::max(found.said_at - in, catalogue::SourceDuration::zero()));
    return passage;
}

void say_how_many(const Findings& findings, ui::SearchView& view) {
    if (findings.passages_in_all > 0) {
        view.summary =
            _("{}, from {}", plural("{} passage", "{} passages", findings.passages_in_all),
              plural("{} person", "{} people", findings.speakers));
    } else {
        view.summary = _("Nobody says it");
    }
    const bool all = findings.people.size() == findings.people_in_all &&
                     findings.questions.size() == findings.questions_in_all &&
                     findings.passages.size() == findings.passages_in_all;
    if (!all) view.more = _("Type more letters for fewer");
}

void say_nothing(const SearchContext& context, ui::SearchView& view) {
    const SearchDesk::Progress& progress = context.progress;
    if (progress.problem) {
        view.nothing = _("Searching is not possible on this computer.");
        view.hint = fmt::format("{}: {}.", progress.problem->what, progress.problem->hint);
    } else if (is_blank(context.typed)) {
        view.nothing = _("Find the moment.");
        view.hint =
            progress.of > 0
                ? _("Type a word, and see at once where anybody says it. Up and Down choose, Enter "
                    "plays from there. Names, jobs and questions are found, too.")
                : _("This module has no captions, so what people say cannot be found. Type a name, "
                    "a "
                    "job or a question.");
    } else if (context.findings && context.findings->typed == context.typed) {
        const bool reads = progress.read < progress.of;
        view.nothing = reads ? _("Not found yet: \u201C{}\u201D.", context.typed)
                             : _("Nobody says \u201C{}\u201D.", context.typed);
        view.hint = reads
                        ? _("Not everybody's captions have been read. What is found comes up here "
                            "by itself.")
                        : _("Fewer letters find more: the beginning of a word is enough.");
        view.instead = context.findings->instead;
    }
}

}  // namespace

const FoundName* found_name_at(const Findings& findings, std::size_t row) {
    if (row < findings.people.size()) return &findings.people[row];
    row -= findings.people.size();
    return row < findings.questions.size() ? &findings.questions[row] : nullptr;
}

const FoundPassage* found_passage_at(const Findings& findings, std::size_t row) {
    const std::size_t names = findings.people.size() + findings.questions.size();
    if (row < names || row - names >= findings.passages.size()) return nullptr;
    return &findings.passages[row - names];
}

ui::SearchView search_view_of(const catalogue::Module& module, const SearchContext& context) {
    ui::SearchView view;
    view.toast = context.toast;
    const SearchDesk::Progress& progress = context.progress;
    if (progress.read < progress.of && !progress.problem) {
        view.progress = _("Still reading captions: {} of {}", progress.read, progress.of);
    }
    if (context.findings && !is_blank(context.typed)) {
        const Findings& findings = *context.findings;
        for (const FoundName& person : findings.people)
            view.names.push_back(name_view(person, true, module, context));
        for (const FoundName& question : findings.questions)
            view.names.push_back(name_view(question, false, module, context));
        for (const FoundPassage& passage : findings.passages)
            view.passages.push_back(passage_view(passage, module));
        for (const std::size_t i : context.in_sight) {
            if (i < view.passages.size())
                view.passages[i].image = context.still_of(findings.passages[i].cell);
        }
        if (!view.names.empty() || !view.passages.empty()) say_how_many(findings, view);
    }
    if (view.names.empty() && view.passages.empty()) say_nothing(context, view);
    return view;
}

}  // namespace app
