#include "player/app/sheets/sheet_preview.h"

#include "catalogue/text.h"
#include "catalogue/words.h"

namespace app {
using catalogue::_;
using catalogue::plural;
namespace {

using Kind = paper::Block::Kind;

// Enough to know the line again.
constexpr std::size_t longest_words_bytes = 700;

std::string words_of(const paper::Block& block) {
    std::string words;
    for (const paper::Run& run : block.runs)
        words += run.text;
    if (words.size() <= longest_words_bytes) return words;
    std::size_t end = longest_words_bytes;
    while (catalogue::utf8_sequence_length(std::string_view{words}.substr(end)) == 0)
        --end;
    return words.substr(0, end) + " \u2026";
}

ui::SheetLineView line_of(const paper::Block& block) {
    using View = ui::SheetLineView;
    View line;
    line.id = block.id;
    line.words = words_of(block);
    if (block.kind == Kind::Heading) {
        line.kind = View::Kind::Heading;
    } else if (block.kind == Kind::Quote) {
        line.kind = View::Kind::Quote;
        line.source = block.aside;
    } else if (block.id.empty()) {
        line.kind = View::Kind::Note;
    }
    if (block.kind == Kind::Lines) {
        line.words =
            line.words.empty() ? _("Lines to write on") : _("{} lines to write on", line.words);
    }
    return line;
}

}  // namespace

ui::SheetView sheet_view_of(const paper::Sheet& all, const std::set<std::string>& without,
                            const paper::FittedSheet& fitted) {
    std::set<std::string> there;
    for (const paper::Block& block : fitted.sheet.blocks)
        there.insert(block.id);
    ui::SheetView view;
    for (const paper::Block& block : all.blocks) {
        ui::SheetLineView line = line_of(block);
        line.on = line.id.empty() || !without.contains(line.id);
        line.has_room = !line.on || line.id.empty() || there.contains(line.id);
        view.lines.push_back(std::move(line));
    }
    const bool fits =
        all.most_pages == 0 || fitted.pages <= static_cast<std::size_t>(all.most_pages);
    if (!fits) {
        view.fitting = plural("It takes {} page: take out a line or two.",
                              "It takes {} pages: take out a line or two.", fitted.pages);
    } else if (fitted.left_out > 0) {
        view.fitting =
            plural("{} line does not fit on the page.", "{} lines do not fit on the page.",
                   static_cast<std::size_t>(fitted.left_out));
    } else {
        view.fitting = _("It fits one side.");
    }
    return view;
}

}  // namespace app
