#include "player/paper/worksheet.h"

#include <fmt/format.h>

#include "player/paper/support.h"

namespace paper {

using namespace catalogue;

Result<Sheet> worksheet_of(const Module& whole, std::size_t person, std::size_t question,
                           const JobVeil& veil) {
    if (person >= whole.people.size() || question >= whole.questions.size() ||
        whole.cell(person, question).state != CellState::Playable) {
        return fail({}, "there is no answer to be shown here", "choose another person or question");
    }
    const Module shown = shown_module(whole, veil);
    const Person& who = shown.people[person];
    const Question& asked = shown.questions[question];
    const std::string name = clean(who.name);

    Sheet sheet;
    sheet.kind = "Worksheet";
    sheet.title = clean(question_text(asked, who));
    sheet.subtitle = name;
    if (!who.job.title.empty()) sheet.subtitle += ", " + clean(who.job.title);
    sheet.subtitle += " \u00b7 " + clean(shown.title);
    sheet.language = clean(shown.language);
    sheet.most_pages = 1;
    std::vector<Block>& blocks = sheet.blocks;
    if (asked.sensitive) {
        blocks.push_back(care("Take care.",
                              "This answer may be close to home. You may look away, stop or pass; "
                              "nobody will ask why."));
        for (Block& block : help_lines(shown))
            blocks.push_back(std::move(block));
    }
    const auto ask = [&](std::string_view prompt, int fewest, int most) {
        blocks.push_back(paragraph(prompt));
        blocks.push_back(lines("", fewest, most));
    };
    blocks.push_back(heading("Before the film"));
    ask(fmt::format("What do you expect {} to say? What makes you think so?", name), 2, 4);
    blocks.push_back(heading("While it plays"));
    ask("Write down words that you hear. Words are enough.", 2, 4);
    blocks.push_back(heading("Afterwards"));
    blocks.push_back(lines("What we heard:", 2, 4));
    blocks.push_back(lines("What we only assumed:", 2, 4));
    ask("What did they decide, and what just happened to them?", 2, 4);
    ask("Who would give quite another answer, and what may have led them there?", 2, 4);
    ask(fmt::format("What would you ask {} next?", name), 1, 3);
    blocks.push_back(heading("If you like", "only for yourself"));
    ask("What has it to do with you, and what not?", 1, 4);
    return sheet;
}

}  // namespace paper
