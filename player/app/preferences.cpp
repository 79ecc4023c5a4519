// What is set, by the settings panel and by keys, and what follows from it at once.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "catalogue/words.h"
#include "player/app/aloud/speech.h"
#include "player/app/app_state.h"
#include "player/app/languages.h"
#include "player/app/stage/film_words.h"
#include "player/app/stage/job_last.h"

namespace app {
using catalogue::_;
namespace {

using namespace std::chrono_literals;

constexpr auto settings_saved_after = 1s;

std::optional<double> stepped(std::span<const double> sizes, double from, Step step) {
    return step == Step::Up ? catalogue::larger_size(sizes, from)
                            : catalogue::smaller_size(sizes, from);
}

}  // namespace

void AppState::switch_captions() {
    catalogue::Preferences wanted = settings.preferences;
    wanted.captions.shown = !wanted.captions.shown;
    set_preferences(wanted);
    const bool missing = place == Place::Stage && sitting && caption_languages(*this) == 0;
    say(!wanted.captions.shown ? _("Captions off")
        : missing              ? _("Captions on; this answer has none")
                               : _("Captions on"));
}

void AppState::switch_descriptions() {
    catalogue::Preferences wanted = settings.preferences;
    wanted.descriptions = !wanted.descriptions;
    set_preferences(wanted);
    say(!wanted.descriptions        ? _("Description off")
        : descriptions_there(*this) ? _("Description on")
                                    : _("Description on, but the module has none for this answer"));
}

void AppState::step_caption_size(Step step) {
    catalogue::Preferences wanted = settings.preferences;
    double& size = wanted.captions.size;
    wanted.captions.shown = true;
    size = stepped(catalogue::caption_sizes, size, step).value_or(size);
    set_preferences(wanted);
    say(_("Captions {:.0f} %", size * 100));
}

void AppState::step_interface_size(Step step) {
    const double size = settings.preferences.interface_size;
    set_interface_size(stepped(catalogue::interface_sizes, size, step).value_or(size));
}

void AppState::set_interface_size(double size) {
    catalogue::Preferences wanted = settings.preferences;
    wanted.interface_size = size;
    set_preferences(wanted);
    say(_("Size of everything: {:.0f} %", size * 100));
}

// Opens the settings at a part of them; where that part is shown already, closes them.
void AppState::show_settings(ui::SettingsPart part) {
    const bool other_part = ui_state.settings_part != part;
    ui_state.settings_part = part;
    if (ui_state.panel == ui::Panel::Settings && other_part) {
        wake_interface();
        return;
    }
    show_panel(ui::Panel::Settings);
}

void AppState::set_preferences(const catalogue::Preferences& wanted) {
    // What is set by hand outlasts what this run was begun with.
    if (wanted.loudness_lufs != settings.preferences.loudness_lufs) {
        options.loudness_lufs.reset();
    }
    settings.preferences = wanted;
    settings_changed = true;
    save_at = std::min(save_at, now + settings_saved_after);
    use_preferences();
}

void AppState::use_preferences() {
    const catalogue::Preferences& wanted = settings.preferences;
    if (speak_language(wanted.language)) read_in_other_language();
    interface->set_theme(wanted.theme);
    interface->set_reduced_motion(wanted.reduced_motion);
    keys = wanted.single_keys ? all_keys : catalogue::without_single_keys(all_keys);
    if (sitting) {
        sitting->transport.target_lufs = options.loudness_lufs.value_or(wanted.loudness_lufs);
        follow_job_last(*this);
    }
    use_voice_preferences(*this);
    fonts_due = true;
    wake_interface();
}

}  // namespace app
