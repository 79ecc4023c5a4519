#include "player/paper/worksheet.h"

#include <fmt/format.h>

#include "catalogue/words.h"
#include "player/paper/support.h"

namespace paper {

using namespace catalogue;

Result<Sheet> worksheet_of(const Module& whole, std::size_t person, std::size_t question,
                           const JobVeil& veil) {
    if (person >= whole.people.size() || question >= whole.questions.size() ||
        whole.cell(person, question).state != CellState::Playable) {
        return fail({}, _("there is no answer to be shown here"),
                    _("choose another person or question"));
    }
    const Module shown = shown_module(whole, veil);
    const Person& who = shown.people[person];
    const Question& asked = shown.questions[question];
    const std::string name = clean(who.name);

    Sheet sheet;
    sheet.kind = _("Worksheet");
    sheet.title = clean(question_text(asked, who));
    sheet.subtitle = name;
    if (!who.job.title.empty()) sheet.subtitle += ", " + clean(who.job.title);
    sheet.subtitle += " \u00b7 " + clean(shown.title);
    sheet.language = clean(catalogue::language_of_words(shown));
    sheet.most_pages = 1;
    std::vector<Block>& blocks = sheet.blocks;
    if (asked.sensitive) {
        blocks.push_back(care(
            _("Take care."), _("This answer may be close to home. You may look away, stop or pass; "
                               "nobody will ask why.")));
        for (Block& block : help_lines(shown))
            blocks.push_back(std::move(block));
    }
    const auto ask = [&](std::string_view prompt, int fewest, int most) {
        blocks.push_back(paragraph(prompt));
        blocks.push_back(lines("", fewest, most));
    };
    blocks.push_back(heading(_("Before the film")));
    ask(_("What do you expect {} to say? What makes you think so?", name), 2, 4);
    blocks.push_back(heading(_("While it plays")));
    ask(_("Write down words that you hear. Words are enough."), 2, 4);
    blocks.push_back(heading(_("Afterwards")));
    blocks.push_back(lines(_("What we heard:"), 2, 4));
    blocks.push_back(lines(_("What we only assumed:"), 2, 4));
    ask(_("What did they decide, and what just happened to them?"), 2, 4);
    ask(_("Who would give quite another answer, and what may have led them there?"), 2, 4);
    ask(_("What would you ask {} next?", name), 1, 3);
    blocks.push_back(heading(_("If you like"), _("only for yourself")));
    ask(_("What has it to do with you, and what not?"), 1, 4);
    return sheet;
}

}  // namespace paper
