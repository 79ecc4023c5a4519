#include <algorithm>
#include <chrono>
#include <cmath>

#include "player/ui/controls.h"
#include "player/ui/stage_parts.h"
#include "player/ui/text.h"

namespace ui {

namespace {

// The bar moves four times a second at most: a picture that does not change is not drawn again.
double shown_seconds(double seconds) {
    return std::floor(seconds * 4) / 4;
}

void draw_position(const Rect& place, const TransportView& view, Actions& asked) {
    const double length = view.length_s;
    const double at = std::clamp(shown_seconds(view.position_s), 0.0, std::max(0.0, length));
    std::string says = _("{} of {}", clock_text(at), clock_text(length));
    if (view.loop_from_s) {
        says = view.loop_to_s ? _("{}, in a loop", says) : _("{}, a loop begins", says);
    }
    // By the same steps as the handle, which is to be between the marks.
    const auto part = [length](const std::optional<double>& s) {
        return s && length > 0 ? std::optional{shown_seconds(*s) / length} : std::nullopt;
    };
    // By pointer: the time that a click would go to.
    const std::string there = clock_text(pointer_along(place) * length);
    const SliderMove move = slider(place, {.id = "position",
                                           .name = _("Position"),
                                           .says = says,
                                           .value = length > 0 ? at / length : 0,
                                           .steps = 20,
                                           .enabled = length > 0,
                                           .bar_px = std::max(4.0F, px(6)),
                                           .marked_from = part(view.loop_from_s),
                                           .marked_to = part(view.loop_to_s),
                                           .tooltip = there});
    float& asked_last = *ImGui::GetStateStorage()->GetFloatRef(id_of("position asked"), -1);
    const auto fraction = static_cast<float>(move.value);
    // A drag seeks as it goes, but not for every pixel.
    const bool enough = std::abs(fraction - asked_last) > (move.held ? 0.005F : 0.0F);
    if (move.moved && enough) {
        asked.push_back(SeekTo{move.value, move.held});
        asked_last = fraction;
    }
    if (!move.moved) asked_last = -1;
}

// "1.25\u00d7"
std::string speed_text(double speed) {
    std::string text = std::to_string(speed);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text + "\u00d7";
}

void draw_play(const Rect& place, const TransportView& view, Actions& asked) {
    const Palette& p = palette();
    const bool playing = view.state == PlayState::Playing || view.state == PlayState::Stalled ||
                         view.state == PlayState::Opening;
    const bool enabled = view.state != PlayState::Nothing;
    const std::string_view label = playing ? _("Pause") : _("Play");
    const Touch touch = layer().control({.id = id_of("play"),
                                         .role = Role::Button,
                                         .name = label,
                                         .place = place,
                                         .enabled = enabled,
                                         .tooltip = tooltip_for(label, "play_pause")});
    const Colour ground = !enabled        ? p.line
                          : touch.held    ? p.quiet
                          : touch.hovered ? p.strong
                                          : p.text;
    const Colour ink = enabled ? p.backdrop : p.faint;
    paint::fill_round(place, ground);
    const float x = std::round(place.middle_x());
    const float y = std::round(place.middle_y());
    const float r = px(9);
    if (playing) {
        const float bar = px(5);
        paint::fill({x - bar - px(2), y - r, bar, 2 * r}, ink);
        paint::fill({x + px(2), y - r, bar, 2 * r}, ink);
    } else {
        paint::triangle(x - r * 0.7F, y - r, x + r, y, x - r * 0.7F, y + r, ink);
    }
    if (touch.focused) layer().ring(place);
    if (touch.clicked) asked.push_back(Command{"play_pause"});
}

// Volume takes what is left of the row, up to a comfortable length.
void draw_sound(Rect row, const ButtonSpec& mute, const TransportView& view, Actions& asked) {
    const float gap = px(space::hair);
    const float mute_px = button_width(mute);
    const float bar_px = std::min(px(110), row.width - mute_px - gap);
    const bool with_bar = bar_px > px(48);
    Rect sound = row.cut_right(mute_px + (with_bar ? bar_px + gap : 0));
    if (button(sound.cut_left(mute_px), mute)) asked.push_back(Command{"mute"});
    if (!with_bar) return;
    sound.cut_left(gap);
    const int percent = static_cast<int>(std::lround(view.volume * 100));
    const SliderMove move = slider(sound, {.id = "volume",
                                           .name = _("Volume"),
                                           .says = std::to_string(percent) + " %",
                                           .command = "volume_up",
                                           .value = view.muted ? 0 : view.volume,
                                           .steps = 20,
                                           .enabled = view.sound_present});
    if (move.moved && std::abs(move.value - static_cast<double>(view.volume)) > 0.001) {
        asked.push_back(SetVolume{static_cast<float>(move.value)});
    }
}

}  // namespace

void draw_transport(const Rect& place, float position_px, const StageView& view,
                    const UiState& state, Actions& asked) {
    const Palette& p = palette();
    const TransportView& transport = view.transport;
    layer().begin_area(Area::Transport);
    paint::fill(place, p.surface);
    Rect room = place.inset(px(space::large), 0);
    const float control = look().control_px();
    float gap = px(space::small);

    Rect bar = room.cut_top(position_px);
    std::string time = transport.length_s > 0 ? clock_text(shown_seconds(transport.position_s)) +
                                                    " / " + clock_text(transport.length_s)
                                              : "";
    float time_px = paint::text_width(Type::Small, "00:00 / 00:00");
    if (transport.speed != 1) {
        const std::string speed = speed_text(transport.speed) + "    ";
        time = speed + time;
        time_px += paint::text_width(Type::Small, speed);
    }
    const Rect time_place = bar.cut_right(time_px);
    bar.cut_right(gap);
    draw_position(bar, transport, asked);
    paint::text(time_place, Type::Small, p.quiet, time, paint::Align::End);

    Rect row = room.cut_top(control);

    // From the left: what one does with the film. From the right: what one does with the screen.
    ButtonSpec previous{.id = "previous",
                        .label = _("Previous"),
                        .icon = Icon::Previous,
                        .command = "previous",
                        .enabled = transport.can_go_back || transport.position_s > 3};
    ButtonSpec next{.id = "next", .label = _("Next"), .icon = Icon::Next, .command = "next"};
    ButtonSpec again{.id = "again",
                     .label = _("Hear that again"),
                     .icon = Icon::Again,
                     .command = "again",
                     .enabled = transport.state != PlayState::Nothing};
    const bool captions_on = transport.captions && transport.captions_available;
    ButtonSpec captions{.id = "captions",
                        .label = transport.captions_available ? _("Captions") : _("No captions"),
                        .icon = captions_on ? Icon::Captions : Icon::CaptionsOff,
                        .command = "captions",
                        .enabled = transport.captions_available,
                        .chosen = captions_on,
                        .toggle = true};
    ButtonSpec description{.id = "description",
                           .label = _("Description"),
                           .icon = Icon::Description,
                           .command = "descriptions",
                           .chosen = transport.descriptions,
                           .toggle = true};
    ButtonSpec information{.id = "information",
                           .label = _("About them"),
                           .icon = Icon::Information,
                           .command = "information",
                           .chosen = state.panel == Panel::Information,
                           .toggle = true};
    const bool drawer = is_drawer(state.panel);  // over both of these
    ButtonSpec questions{.id = "questions",
                         .label = _("Questions"),
                         .icon = Icon::Questions,
                         .command = "questions",
                         .chosen = state.questions_open && !state.transcript.open && !drawer,
                         .toggle = true};
    ButtonSpec transcript{.id = "transcript",
                          .label = _("Transcript"),
                          .icon = Icon::Transcript,
                          .command = "transcript",
                          .chosen = state.transcript.open && !drawer,
                          .toggle = true};
    ButtonSpec thought{.id = "thought",
                       .label = _("Thought"),
                       .icon = Icon::Notebook,
                       .command = "thought",
                       .chosen = state.panel == Panel::Thought,
                       .toggle = true};
    ButtonSpec wall{.id = "wall", .label = _("Wall"), .icon = Icon::Wall, .command = "wall"};
    ButtonSpec help{.id = "help", .label = _("Help"), .icon = Icon::Help, .command = "help"};
    ButtonSpec full_screen{
        .id = "full screen",
        .label = transport.full_screen ? _("Leave full screen") : _("Full screen"),
        .icon = transport.full_screen ? Icon::SmallScreen : Icon::FullScreen,
        .command = "full_screen"};
    const ButtonSpec mute{
        .id = "mute",
        .label = !transport.sound_present ? _("No sound device")
                 : transport.muted        ? _("Sound on")
                                          : _("Mute"),
        .icon = transport.muted || !transport.sound_present ? Icon::Mute : Icon::Volume,
        .command = "mute",
        .words = false,
        .enabled = transport.sound_present};
    float play_px = std::round(control * 1.5F);
    std::vector<ButtonSpec*> all = {&previous,   &next,        &again,      &captions,
                                    &transcript, &information, &questions,  &thought,
                                    &wall,       &help,        &full_screen};
    // From the left of the right side.
    std::vector<ButtonSpec*> sides{&captions, &transcript, &information, &questions,
                                   &thought,  &wall,       &help,        &full_screen};
    if (transport.descriptions_available) {
        all.push_back(&description);
        sides.insert(sides.begin() + 1, &description);
    }
    const auto least = [&] {
        float width = play_px + gap + button_width(mute);
        for (const ButtonSpec* spec : all)
            width += button_width(*spec) + gap;
        return width;
    };
    const float volume = px(80) + px(space::huge);
    // Words go, those first that an icon says best, until everything fits.
    for (ButtonSpec* spec : {&full_screen, &description, &transcript, &previous, &help, &next,
                             &thought, &questions, &again, &wall, &information, &captions}) {
        if (least() + volume <= row.width) break;
        spec->words = false;
    }
    // With large letters the volume's bar gives way, then the size of what plays, then the air
    // between them; at last the thought, which has its key.
    if (least() > row.width) play_px = control;
    if (least() > row.width) gap = px(space::hair);
    if (least() > row.width) {
        std::erase(all, &thought);
        std::erase(sides, &thought);
    }

    if (button(row.cut_left(button_width(previous)), previous)) {
        const auto into = std::chrono::duration_cast<std::chrono::microseconds>(
            std::chrono::duration<double>(transport.position_s));
        asked.push_back(lessons::Input{lessons::GoBack{into}});
    }
    row.cut_left(gap);
    draw_play(row.cut_left(play_px), transport, asked);
    row.cut_left(gap);
    if (button(row.cut_left(button_width(next)), next)) {
        asked.push_back(lessons::Input{lessons::GoNext{}});
    }
    row.cut_left(gap);
    if (button(row.cut_left(button_width(again)), again)) asked.push_back(Command{"again"});
    row.cut_left(gap);

    std::vector<Rect> places(sides.size());
    for (std::size_t i = sides.size(); i-- > 0;) {
        places[i] = row.cut_right(button_width(*sides[i]));
        row.cut_right(gap);
    }
    draw_sound(row, mute, transport, asked);
    for (std::size_t i = 0; i < sides.size(); ++i) {
        if (button(places[i], *sides[i])) asked.push_back(Command{std::string(sides[i]->command)});
    }
}

}  // namespace ui
