#include "player/app/aloud/read_aloud.h"

#include "catalogue/words.h"

#include <algorithm>
#include <string_view>

namespace app {
using catalogue::_;
namespace {

std::string_view role_words(ui::Role role) {
    switch (role) {
        case ui::Role::Button:
            return _("button");
        case ui::Role::Toggle:
            return _("switch");
        case ui::Role::Choice:
            return _("choice");
        case ui::Role::Slider:
            return _("slider");
        case ui::Role::TextField:
            return _("text field");
        case ui::Role::ListItem:
            return "";
    }
    return "";
}

void append(std::string& words, std::string_view more, std::string_view between) {
    if (more.empty()) return;
    if (!words.empty()) words += between;
    words += more;
}

}  // namespace

std::string spoken(const ui::WidgetRecord& control) {
    std::string words = control.name;
    append(words, control.value, ", ");
    const std::string chosen = _("chosen");  // which some say of themselves
    const bool chooses = control.role == ui::Role::ListItem || control.role == ui::Role::Choice;
    append(words, chooses && control.chosen && control.value != chosen ? chosen : "", ", ");
    append(words, role_words(control.role), ", ");
    append(words, control.enabled ? "" : _("cannot be used now"), ", ");
    return words;
}

std::string spoken_focus(std::span<const ui::WidgetRecord> controls, bool typing) {
    // The uppermost one: a panel is drawn last.
    for (std::size_t i = controls.size(); i-- > 0;) {
        const ui::WidgetRecord& control = controls[i];
        const bool typed_in = typing && control.role == ui::Role::TextField && control.reachable;
        if (typed_in) {
            // Its words change with every letter, and are not said again.
            ui::WidgetRecord field = control;
            field.value.clear();
            return spoken(field);
        }
        if (control.focused) return spoken(control);
    }
    return "";
}

std::optional<std::string> ReadAloud::next(const Readable& now) {
    std::string words;
    if (now.focus != said_.focus) append(words, now.focus, ". ");
    said_.focus = now.focus;
    if (!now.playing) {
        if (now.prompt != said_.prompt) append(words, now.prompt, ". ");
        said_.prompt = now.prompt;
        if (now.caption != said_.caption) append(words, now.caption, ". ");
        said_.caption = now.caption;
    }
    return words.empty() ? std::nullopt : std::optional{words};
}

}  // namespace app
