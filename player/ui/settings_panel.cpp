#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "player/ui/choices.h"
#include "player/ui/settings_items.h"
#include "player/ui/stage_parts.h"

namespace ui {

namespace {

using catalogue::CaptionPreferences;
using catalogue::Preferences;

Sample sample_of(catalogue::ThemeChoice theme) {
    const Palette& p = palette_of(theme);
    return {p.surface, p.text, p.accent};
}

Sample sample_of(catalogue::CaptionColours colours) {
    const catalogue::CaptionInk ink = catalogue::ink_of(colours);
    return {rgb(ink.ground), rgb(ink.letters), rgb(ink.ground)};
}

void about_screen(SettingsItems& items) {
    using catalogue::ThemeChoice;
    const Preferences& now = items.now;
    items.heading(_("Colours"));
    items.one_of(
        "theme", _("Colours"), catalogue::theme_names,
        {{_("Dark"), sample_of(ThemeChoice::Dark)},
         {_("Light"), sample_of(ThemeChoice::Light)},
         {_("High contrast"), sample_of(ThemeChoice::HighContrast)},
         {_("Cream"), sample_of(ThemeChoice::Cream)}},
        now.theme, +[](Preferences& p) -> ThemeChoice& { return p.theme; });
    items.heading(_("Size of everything"));
    items.size(
        {.id = "interface size",
         .less = _("Everything smaller"),
         .more = _("Everything larger"),
         .less_command = "smaller",
         .more_command = "larger"},
        catalogue::interface_sizes, now.interface_size,
        +[](Preferences& p) -> double& { return p.interface_size; });
    items.heading("Language / Iaith");  // found by who cannot read the others
    using catalogue::languages;
    std::vector<ChoiceSpec> names;
    std::size_t spoken = 0;
    for (std::size_t i = 0; i < languages.size(); ++i) {
        names.push_back({languages[i].name});
        if (languages[i].code == catalogue::spoken_language()) spoken = i;
    }
    items.one_of("language", "Language / Iaith", std::move(names), spoken,
                 [](Preferences& p, std::size_t picked) { p.language = languages[picked].code; });
    for (const catalogue::Language& language : languages) {
        if (language.checked) continue;
        items.note(_("{}: not yet checked by somebody who speaks it.", language.name));
    }
    items.heading(_("Motion"));
    items.on_or_off(
        "motion", _("No fading in and out"), now.reduced_motion, "",
        +[](Preferences& p) -> bool& { return p.reduced_motion; });
    items.heading(_("All settings"));
    items.action({.id = "first", .label = _("As they were at first"), .icon = Icon::Again},
                 [](Preferences& p) {
                     std::string language = std::move(p.language);
                     p = {};
                     p.language = std::move(language);
                 });
}

void about_captions(SettingsItems& items, const std::string& second) {
    using namespace catalogue;
    const CaptionPreferences& now = items.now.captions;
    items.on_or_off(
        "captions shown", _("Show captions"), now.shown, "captions",
        +[](Preferences& p) -> bool& { return p.captions.shown; });
    items.heading(_("Size"));
    items.size(
        {.id = "caption size",
         .less = _("Smaller captions"),
         .more = _("Larger captions"),
         .less_command = "captions_smaller",
         .more_command = "captions_larger"},
        caption_sizes, now.size, +[](Preferences& p) -> double& { return p.captions.size; });
    items.heading(_("Letters"));
    items.one_of(
        "caption font", _("Letters"), caption_font_names, {{"Inter"}, {"Andika"}, {"OpenDyslexic"}},
        now.font, +[](Preferences& p) -> CaptionFont& { return p.captions.font; });
    items.note(_("Andika is made for people who learn to read. OpenDyslexic has heavy feet."));
    items.heading(_("Colours"));
    items.one_of(
        "caption colours", _("Colours"), caption_colours_names,
        {{_("White on black"), sample_of(CaptionColours::WhiteOnBlack)},
         {_("Yellow on black"), sample_of(CaptionColours::YellowOnBlack)},
         {_("Black on white"), sample_of(CaptionColours::BlackOnWhite)},
         {_("Black on cream"), sample_of(CaptionColours::BlackOnCream)}},
        now.colours, +[](Preferences& p) -> CaptionColours& { return p.captions.colours; });
    items.heading(_("Behind the words"));
    items.one_of(
        "caption ground", _("Behind the words"), caption_ground_names,
        {{_("See-through box")}, {_("Solid box")}, {_("Outline only")}}, now.ground,
        +[](Preferences& p) -> CaptionGround& { return p.captions.ground; });
    items.heading(_("Where"));
    items.one_of(
        "caption position", _("Where"), caption_position_names,
        {{_("At the bottom")}, {_("At the top")}, {_("Below the picture")}}, now.position,
        +[](Preferences& p) -> CaptionPosition& { return p.captions.position; });
    items.heading(_("Who speaks"));
    items.on_or_off(
        "caption speakers", _("Say the speaker's name"), now.speakers, "",
        +[](Preferences& p) -> bool& { return p.captions.speakers; });
    items.note(_("Where the module's captions name who speaks."));
    items.heading(_("Languages"));
    items.one_of(
        "caption languages", _("Languages"), caption_languages_names,
        {{_("The first")}, {second}, {_("Both at once")}}, now.languages,
        +[](Preferences& p) -> CaptionLanguages& { return p.captions.languages; });
    items.note(_("Where the module has captions in two languages."));
    items.heading(_("What is to be seen"));
    items.on_or_off(
        "descriptions", _("Describe the picture in words"), items.now.descriptions, "descriptions",
        +[](Preferences& p) -> bool& { return p.descriptions; });
    items.note(
        _("Where the module has descriptions. They stand at the other edge of the picture."));
}

std::string with_minus_sign(double number) {
    return (number < 0 ? "\u2212" : "") + fmt::format("{:.0f}", std::abs(number));
}

std::string loudness_words(double lufs) {
    const auto louder = static_cast<int>(std::lround(lufs - Preferences{}.loudness_lufs));
    return louder == 0  ? _("As on television")
           : louder > 0 ? _("Louder by {}", louder)
                        : _("Quieter by {}", -louder);
}

void about_sound_and_keys(SettingsItems& items, const SettingsView& view) {
    const Preferences& now = items.now;
    items.heading(_("How loud everybody is"));
    const double lufs = now.loudness_lufs;
    items.up_or_down({.id = "loudness",
                      .less = _("Everybody quieter"),
                      .more = _("Everybody louder"),
                      .widest = _("As on television"),
                      .can_less = lufs > catalogue::quietest_lufs,
                      .can_more = lufs < catalogue::loudest_lufs},
                     loudness_words(lufs), [](Preferences& p, int by) {
                         p.loudness_lufs =
                             std::clamp(std::round(p.loudness_lufs) + by, catalogue::quietest_lufs,
                                        catalogue::loudest_lufs);
                     });
    items.note(_("All answers are brought to this loudness, {} LUFS. Louder helps in a noisy room.",
                 with_minus_sign(lufs)));
    items.heading(_("Reading aloud"));
    items.on_or_off(
        "read aloud", _("Read aloud"), now.read_aloud, "read_aloud",
        +[](Preferences& p) -> bool& { return p.read_aloud; });
    items.gap(px(space::small));
    items.up_or_down({.id = "voice rate",
                      .less = _("Slower voice"),
                      .more = _("Faster voice"),
                      .can_less = now.voice_rate > catalogue::slowest_voice,
                      .can_more = now.voice_rate < catalogue::fastest_voice},
                     now.voice_rate == 0 ? _("Usual") : fmt::format("{:+}", now.voice_rate),
                     [](Preferences& p, int by) {
                         p.voice_rate =
                             std::clamp(p.voice_rate + by * catalogue::voice_step,
                                        catalogue::slowest_voice, catalogue::fastest_voice);
                     });
    items.note(_(
        "Says which control is marked, and, while no answer plays, the question and the captions. "
        "The film waits for the voice."));
    if (view.module_open) {
        items.heading(_("In this sitting"));
        items.command("silent room", _("Silent room: captions to read together"), view.silent_room,
                      "silent_room");
        items.note(_("No sound; large captions that stand until all have read them."));
        items.command("two at one", _("Two at one computer"), view.two_at_one, "two_at_one");
        items.note(_("Says who chooses and who writes; each ear of shared headphones hears all."));
    }
    items.heading(_("Keys"));
    items.on_or_off(
        "single keys", _("Letters, digits and signs are shortcuts"), now.single_keys, "",
        +[](Preferences& p) -> bool& { return p.single_keys; });
    items.note(
        _("Turn them off where keys are pressed by mistake. Space, the arrows, function keys, Ctrl "
          "with a letter and a presenter's buttons for next and previous go on working."));
}

void about_class(SettingsItems& items) {
    items.heading(_("Person first, job last"));
    items.on_or_off(
        "job last", _("Keep jobs covered at first"), items.now.job_last, "job_last",
        +[](Preferences& p) -> bool& { return p.job_last; });
    items.note(_(
        "The job of each person, and pictures marked as showing it, stay hidden until you uncover "
        "them. The class can guess meanwhile. Films are shown and heard as they are."));
    items.heading(_("Keep pupils' notes until"));
    items.one_of(
        "keep until", _("Keep pupils' notes until"), catalogue::keep_day_names,
        {{_("30 June")}, {_("31 July")}, {_("31 August")}, {_("31 December")}},
        items.now.keep_until, +[](Preferences& p) -> catalogue::KeepDay& { return p.keep_until; });
    items.note(_(
        "What pupils write here, and what they hand in to this computer, is kept until that day. "
        "Then the program asks at the start whether it is still needed. Nothing goes by itself."));
}

Rect panel_place(const Rect& display) {
    Rect place = display;
    return place.cut_right(drawer_px(Panel::Settings, display.width));
}

constexpr std::array parts{SettingsPart::Screen, SettingsPart::Captions, SettingsPart::SoundAndKeys,
                           SettingsPart::InClass};

// A picture's place with nothing in it but captions; the frame also has room for them below it.
FilmPlace draw_trial(const Rect& room) {
    const Palette& p = palette();
    const std::string_view words = _("How captions look on a film:");
    constexpr float film_and_room = 9.0F / 16 * 1.25F;
    begin_surface("caption trial", room);
    const Rect inside = room.inset(px(space::huge));
    const float said = paint::paragraph_height(Type::Body, words, inside.width) + px(space::small);
    const float height = std::min(inside.height - said, std::round(inside.width * film_and_room));
    Rect both = inside.centred(inside.width, said + height);
    paint::paragraph(both.cut_top(said), Type::Body, p.quiet, words);
    paint::outline(both, p.edge, std::max(1.0F, std::floor(look().scale)));
    end_surface();
    return {both.x, both.y, both.width, both.height};
}

}  // namespace

bool settings_hide_screen(const SettingsView& view, const UiState& state) {
    return state.panel == Panel::Settings && state.settings_part == SettingsPart::Captions &&
           !view.film_beside;
}

SettingsDrawn settings_panel(const SettingsView& view, const catalogue::KeyTable& keys,
                             UiState& state) {
    SettingsDrawn drawn;
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    Rect display{0, 0, size.x, size.y};
    layer().set_keys(&keys);
    const Rect place = panel_place(display);
    drawn.left_px = place.x;
    if (settings_hide_screen(view, state)) {
        drawn.trial = draw_trial({0, 0, place.x, display.height});
    }
    const PanelRoom panel = begin_panel(place, {.id = "settings panel",
                                                .title = _("Settings"),
                                                .icon = Icon::Settings,
                                                .command = "settings"});
    Rect room = panel.inside;
    const auto part = static_cast<std::size_t>(
        std::find(parts.begin(), parts.end(), state.settings_part) - parts.begin());
    if (state.request_focus) {
        layer().enter_panel(id_of("settings parts", part));
        state.request_focus = false;
    }
    const std::array<ChoiceSpec, parts.size()> labels{
        {{_("Screen")}, {_("Captions")}, {_("Sound and keys")}, {_("In class")}}};
    const ChoicesSpec tabs{
        .id = "settings parts", .name = {}, .choices = labels, .chosen = part, .tabs = true};
    const Rect tabs_place = room.cut_top(choices_height(tabs, room.width));
    if (const auto picked = choices(tabs_place, tabs)) state.settings_part = parts[*picked];
    room.cut_top(px(space::medium));

    const std::string second =
        view.second_language.empty() ? _("The second") : _("The second ({})", view.second_language);
    SettingsItems items(view.preferences, room.width - px(space::large));
    switch (parts[part]) {
        case SettingsPart::Screen:
            about_screen(items);
            break;
        case SettingsPart::Captions:
            about_captions(items, second);
            break;
        case SettingsPart::SoundAndKeys:
            about_sound_and_keys(items, view);
            break;
        case SettingsPart::InClass:
            about_class(items);
            break;
    }
    ImGui::PushID(static_cast<int>(part));  // each part remembers how far down one was
    items.draw(room);
    ImGui::PopID();
    end_panel();
    drawn.asked = std::move(items.asked);
    if (items.now != view.preferences) drawn.asked.push_back(SetPreferences{items.now});
    if (panel.closed) state.panel = Panel::None;
    return drawn;
}

}  // namespace ui
