#include <algorithm>

#include "player/ui/stage_parts.h"
#include "player/ui/text.h"

namespace ui {

namespace {

constexpr std::size_t most_crossings = 12;

// Every typed word begins a word of the text.
bool begins(const std::vector<std::string>& typed, const std::vector<std::string>& words) {
    return std::all_of(typed.begin(), typed.end(), [&](const std::string& part) {
        return std::any_of(words.begin(), words.end(),
                           [&](const std::string& word) { return word.starts_with(part); });
    });
}

std::string question_words(const QuestionRow& question) {
    return question.label.empty() ? question.text : question.label;
}

}  // namespace

std::vector<Destination> destinations(const StageView& view, const std::string& typed) {
    const std::vector<std::string> parts = words_of(folded(typed));
    std::vector<std::vector<std::string>> people;
    std::vector<std::vector<std::string>> questions;
    for (const FaceView& face : view.faces) {
        people.push_back(words_of(folded(face.name + " " + face.job)));
    }
    for (const QuestionRow& question : view.questions) {
        questions.push_back(words_of(folded(question.label + " " + question.text)));
    }
    std::vector<Destination> found;
    for (std::size_t i = 0; i < people.size(); ++i) {
        if (!begins(parts, people[i])) continue;
        const FaceView& face = view.faces[i];
        found.push_back({face.name, face.job,
                         lessons::Input{lessons::ChoosePerson{static_cast<int>(i)}}, true, i});
    }
    for (std::size_t i = 0; i < questions.size(); ++i) {
        if (!begins(parts, questions[i])) continue;
        const QuestionRow& question = view.questions[i];
        const bool labelled = !question.label.empty();
        found.push_back({question_words(question), labelled ? question.text : "",
                         lessons::Input{lessons::ChooseQuestion{static_cast<int>(i)}}, false,
                         question.theme});
    }
    // "moira ten": the cell where the person and the question cross.
    std::size_t crossings = 0;
    for (std::size_t cut = 1; cut < parts.size(); ++cut) {
        const std::vector<std::string> head(parts.begin(), parts.begin() + static_cast<long>(cut));
        const std::vector<std::string> tail(parts.begin() + static_cast<long>(cut), parts.end());
        for (std::size_t i = 0; i < people.size(); ++i) {
            if (!begins(head, people[i])) continue;
            for (std::size_t k = 0; k < questions.size(); ++k) {
                if (!begins(tail, questions[k]) || ++crossings > most_crossings) continue;
                const lessons::Cell cell{static_cast<int>(i), static_cast<int>(k)};
                found.push_back({view.faces[i].name + " - " + question_words(view.questions[k]),
                                 view.questions[k].text, lessons::Input{lessons::ChooseCell{cell}},
                                 true, i});
            }
        }
    }
    return found;
}

}  // namespace ui
