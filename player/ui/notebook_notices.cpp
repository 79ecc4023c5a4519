// Sentences across the notebook: what is amiss, what is asked, and what can be brought together.
#include <cmath>
#include <string>
#include <vector>

#include "player/ui/notebook_parts.h"

namespace ui {

namespace {

std::string in_quotes(const std::vector<std::string>& all) {
    std::string names;
    for (const std::string& one : all)
        names += (names.empty() ? "\u201C" : ", \u201C") + one + "\u201D";
    return names;
}

// Nothing goes before somebody was asked; a copy can be taken along first.
Notice finish_notice(const std::vector<std::string>& copy_labels) {
    Notice notice{
        Icon::Erase,
        _("Everything in this notebook goes, from this computer and from its folder, with "
          "what was guessed here. That cannot be undone. Hand it in or take a copy along "
          "first; what was printed or copied stays where it is."),
        {{.id = "keep all", .label = _("Leave it"), .style = ButtonStyle::Accent}},
        true};
    for (const std::string& label : copy_labels)
        notice.buttons.push_back({.id = label.c_str(), .label = label, .icon = Icon::Folder});
    notice.buttons.push_back(
        {.id = "clear all", .label = _("Clear everything"), .icon = Icon::Erase});
    return notice;
}

void answer_finish(std::size_t pressed, std::size_t copies, NotebookState& state,
                   NotebookDrawn& drawn) {
    if (pressed >= 1 && pressed <= copies) {
        drawn.notes.push_back(TakeAlong{pressed - 1});
        return;
    }
    state.clearing = false;
    if (pressed > copies) drawn.notes.push_back(ClearNotebook{});
}

}  // namespace

void draw_notices(Rect& room, const NotebookView& view, UiState& ui, NotebookState& state,
                  NotebookDrawn& drawn) {
    layer().begin_area(Area::Line);
    const bool asked = state.clearing;
    std::vector<std::string> copy_labels;
    for (const std::string& where : view.take_along)
        copy_labels.push_back(_("Copy to {}", where));
    std::vector<Notice> notices;
    if (asked) notices.push_back(finish_notice(copy_labels));
    if (!view.status.empty()) notices.push_back({Icon::Problem, view.status, {}});
    if (!view.copies.empty()) {
        notices.push_back(
            {Icon::Information,
             _("This notebook was written in on another computer as well: {}. Everything of "
               "both can stand in one.",
               in_quotes(view.copies)),
             {{.id = "bring together",
               .label = _("Bring together"),
               .icon = Icon::Check,
               .style = ButtonStyle::Accent}}});
    }
    // The question has all the room until it is answered.
    const float most = asked ? room.height : std::round(room.height * notices_share);
    const auto pressed = cut_notices(room, notices, view.toast, most, ui.notices);
    if (!pressed) return;
    if (asked && pressed->notice == 0) {
        answer_finish(pressed->button, copy_labels.size(), state, drawn);
    } else {
        drawn.notes.push_back(BringTogether{});
    }
}

}  // namespace ui
