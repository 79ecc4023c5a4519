#include "player/ui/controls.h"

#include <algorithm>
#include <cmath>

#include "player/ui/text.h"

#include <imgui_internal.h>

namespace ui {

namespace {

struct Colours {
    Colour ground;
    Colour edge;
    Colour words;
};

Colours colours_of(const ButtonSpec& spec, const Touch& touch) {
    const Palette& p = palette();
    if (!spec.enabled) {
        return {see_through, spec.style == ButtonStyle::Quiet ? see_through : p.line, p.faint};
    }
    if (spec.style == ButtonStyle::Accent) {
        const Colour ground = touch.held      ? p.accent_pressed
                              : touch.hovered ? p.accent_hover
                                              : p.accent;
        return {ground, ground, p.on_accent};
    }
    const Colour rest = spec.style == ButtonStyle::Quiet ? see_through : p.raised;
    const Colour edge = spec.style == ButtonStyle::Quiet ? see_through : p.edge;
    if (touch.held) return {p.pressed, p.edge, p.text};
    if (touch.hovered) return {p.hover, p.edge, p.text};
    return {rest, edge, p.text};
}

int resize_text(ImGuiInputTextCallbackData* data) {
    if (data->EventFlag == ImGuiInputTextFlags_CallbackResize) {
        auto& text = *static_cast<std::string*>(data->UserData);
        text.resize(static_cast<std::size_t>(data->BufTextLen));
        data->Buf = text.data();
    }
    return 0;
}

ImU32 packed(Colour c) {
    return IM_COL32(c.r, c.g, c.b, c.a);
}

}  // namespace

std::uint32_t id_of(const char* id) {
    return ImGui::GetID(id);
}

std::uint32_t id_of(const char* id, std::size_t number) {
    ImGui::PushID(id);
    const std::uint32_t result = ImGui::GetID(reinterpret_cast<void*>(number));
    ImGui::PopID();
    return result;
}

std::string tooltip_for(std::string_view label, std::string_view command) {
    const std::string key = layer().key_of(command);
    std::string words(label);
    return key.empty() ? words : words + "  (" + key + ")";
}

float button_width(const ButtonSpec& spec) {
    const float icon_px = spec.icon == Icon::None ? 0 : px(size_of(IconSize::Small));
    const float pad = px(space::medium);
    if (!spec.words) return std::max(look().control_px(), icon_px + pad);
    const float between = spec.icon == Icon::None ? 0 : px(space::small);
    return std::ceil(paint::text_width(Type::BodyStrong, spec.label)) + icon_px + between + 2 * pad;
}

float button_width_in_two_lines(const ButtonSpec& spec) {
    const float icon_px = spec.icon == Icon::None ? 0 : px(size_of(IconSize::Small));
    const float between = spec.icon == Icon::None ? 0 : px(space::small);
    return paint::width_in_lines(Type::SmallStrong, spec.label, 2) + icon_px + between +
           2 * px(space::small);
}

namespace {

// The words beside an icon of this width and its gap.
void draw_label(const Rect& place, const ButtonSpec& spec, float beside, Colour colour) {
    const float icon_px = px(size_of(IconSize::Small));
    const float room = place.width - 2 * px(space::small) - beside;
    const bool fits = paint::text_width(Type::BodyStrong, spec.label) <= room;
    const bool in_two = !fits && place.height > look().control_px();
    const Type in_one = fits ? Type::BodyStrong : Type::SmallStrong;
    const float words = paint::text_width(in_one, spec.label);
    float x = place.x + std::max(px(space::small), (place.width - beside - words) / 2);
    x = spec.at_start ? place.x + px(space::medium) : std::round(x);
    if (spec.icon != Icon::None) {
        paint::icon(x + icon_px / 2, place.middle_y(), spec.icon, IconSize::Small, colour);
    }
    x += beside;
    if (!in_two) {
        paint::text({x, place.y, std::min(words + 1, room), place.height}, in_one, colour,
                    spec.label);
        return;
    }
    const bool large = 2 * paint::leading(Type::BodyStrong) <= place.height &&
                       paint::wrapped(Type::BodyStrong, spec.label, room).size() <= 2;
    const Type type = large ? Type::BodyStrong : Type::SmallStrong;
    const float height = std::min(place.height, paint::paragraph_height(type, spec.label, room, 2));
    paint::paragraph({x, place.middle_y() - height / 2, room, height}, type, colour, spec.label, 2);
}

}  // namespace

bool button(const Rect& place, const ButtonSpec& spec) {
    const std::uint32_t id = id_of(spec.id);
    const std::string key = layer().key_of(spec.command);
    // Words that say themselves need no tooltip, but their key is worth one.
    const std::string_view name = spec.said.empty() ? spec.label : spec.said;
    const std::string tip = spec.words && spec.said.empty() && key.empty()
                                ? std::string{}
                                : tooltip_for(name, spec.command);
    const Touch touch =
        layer().control({.id = id,
                         .role = spec.toggle ? Role::Toggle : Role::Button,
                         .name = name,
                         .value = spec.toggle ? (spec.chosen ? _("on") : _("off")) : "",
                         .place = place,
                         .enabled = spec.enabled,
                         .chosen = spec.chosen,
                         .tooltip = tip});
    const Colours colours = colours_of(spec, touch);
    if (colours.edge.a != 0) {
        paint::box(place, colours.ground.a != 0 ? colours.ground : palette().surface, colours.edge,
                   std::max(1.0F, std::floor(look().scale)));
    } else if (colours.ground.a != 0) {
        paint::fill_round(place, colours.ground);
    }
    const bool on = spec.toggle && spec.chosen;
    const float bar = std::max(2.0F, px(3));
    if (!spec.words) {
        paint::icon(place.middle_x(), place.middle_y(), spec.icon, IconSize::Small, colours.words);
    } else {
        const float icon_px = px(size_of(IconSize::Small));
        const float beside = spec.icon == Icon::None ? 0 : icon_px + px(space::small);
        Rect words = place;
        if (on && place.height < look().control_px()) words.cut_bottom(bar + 1);
        draw_label(words, spec, beside, colours.words);
    }
    if (on) {
        // On: a bar below, not colour alone.
        paint::fill({place.x + px(space::small), place.bottom() - bar - 1,
                     place.width - 2 * px(space::small), bar},
                    palette().accent);
    }
    if (touch.focused) layer().ring(place);
    return touch.clicked;
}

namespace {

float knob_radius() {
    return std::max(6.0F, px(7));
}

Rect track_of(const Rect& place, float bar_px) {
    const float knob = knob_radius();
    return {place.x + knob, std::round(place.middle_y() - bar_px / 2),
            std::max(1.0F, place.width - 2 * knob), bar_px};
}

}  // namespace

double pointer_along(const Rect& place) {
    const Rect track = track_of(place, 1);
    const float x = ImGui::IsMousePosValid() ? ImGui::GetMousePos().x : track.x;
    return std::clamp(static_cast<double>((x - track.x) / track.width), 0.0, 1.0);
}

namespace {

// Shape as well as colour: a post at each end, and a line between them below the bar.
void draw_marks(const Rect& place, const Rect& track, const SliderSpec& spec) {
    if (!spec.marked_from) return;
    const float post = std::max(2.0F, px(3));
    const auto at = [&](double part) {
        return std::round(track.x + track.width * static_cast<float>(std::clamp(part, 0.0, 1.0)));
    };
    const float height = std::min(place.height, track.height + px(12));
    const float top = std::round(place.middle_y() - height / 2);
    const float from = at(*spec.marked_from);
    paint::fill({from, top, post, height}, palette().text);
    if (!spec.marked_to) return;
    const float to = std::max(at(*spec.marked_to), from + post);
    paint::fill({to, top, post, height}, palette().text);
    paint::fill({from, top + height - post, to + post - from, post}, palette().text);
}

}  // namespace

SliderMove slider(const Rect& place, const SliderSpec& spec) {
    const std::string tip =
        spec.tooltip.empty() ? tooltip_for(spec.name, spec.command) : std::string(spec.tooltip);
    const Touch touch = layer().control({.id = id_of(spec.id),
                                         .role = Role::Slider,
                                         .name = spec.name,
                                         .value = spec.says,
                                         .place = place,
                                         .enabled = spec.enabled,
                                         .tooltip = tip});
    const float bar_px = spec.bar_px > 0 ? spec.bar_px : std::max(4.0F, px(6));
    const float knob = knob_radius();
    const Rect track = track_of(place, bar_px);
    SliderMove move;
    move.value = std::clamp(spec.value, 0.0, 1.0);
    move.held = touch.held;
    if (touch.held || touch.released) {
        move.moved = true;
        move.value = pointer_along(place);
    } else if (touch.adjusted != 0) {
        move.moved = true;
        move.value =
            std::clamp(move.value + static_cast<double>(touch.adjusted) / spec.steps, 0.0, 1.0);
    }
    const Palette& p = palette();
    const float filled = std::round(track.width * static_cast<float>(move.value));
    // What is ahead is a thin line: the thick one tells how far it is in colours of any contrast.
    const float thin = std::max(2.0F, std::round(bar_px / 3));
    const float ahead = spec.enabled ? filled : 0;
    paint::fill(
        {track.x + ahead, std::round(place.middle_y() - thin / 2), track.width - ahead, thin},
        p.edge);
    if (spec.enabled) {
        paint::fill({track.x, track.y, filled, track.height}, p.accent);
        draw_marks(place, track, spec);
        const float grown = touch.hovered || touch.held ? 1.25F : 1.0F;
        paint::disc(track.x + filled, place.middle_y(), std::round(knob * grown), p.text);
    }
    if (touch.focused) layer().ring(place);
    return move;
}

namespace {

// Of a hint that is too long whole parts are left out, and that is said: "35 min …" rather than
// "35 min, 28 p…".
std::string fitting_hint(std::string_view hint, float width) {
    std::string said{hint};
    while (paint::text_width(Type::Body, said) > width) {
        const std::size_t part = hint.rfind(", ");
        if (part == std::string_view::npos) break;
        hint = hint.substr(0, part);
        said = std::string{hint} + " \u2026";
    }
    return said;
}

}  // namespace

FieldEdit text_field(const Rect& place, const char* id, std::string_view name,
                     std::string_view hint, std::string& text, bool take_focus) {
    const std::uint32_t control = id_of(id);
    const Palette& p = palette();
    const Touch touch = layer().control(
        {.id = control, .role = Role::TextField, .name = name, .value = text, .place = place});
    const float edge = std::max(1.0F, std::round(look().scale));
    ImFont* font = look().font(Type::Body);
    const float pad_x = px(space::medium);
    const float pad_y = std::floor((place.height - font->FontSize) / 2);

    std::string words = to_field_text(text);
    FieldEdit edit;
    const std::string unlabelled = std::string("##") + id;
    const bool typed_in = ImGui::GetActiveID() == ImGui::GetID(unlabelled.c_str());
    paint::box(place, p.field, typed_in ? p.accent : p.edge, typed_in ? 2 * edge : edge);
    ImGui::PushFont(font);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {pad_x, pad_y});
    ImGui::PushStyleColor(ImGuiCol_FrameBg, 0);
    ImGui::PushStyleColor(ImGuiCol_Text, packed(p.text));
    ImGui::PushStyleColor(ImGuiCol_TextSelectedBg, packed(p.chosen));
    ImGui::SetCursorScreenPos({place.x, place.y});
    ImGui::SetNextItemWidth(place.width);
    if (take_focus || layer().take_field_focus(control)) ImGui::SetKeyboardFocusHere();
    edit.entered =
        ImGui::InputText(unlabelled.c_str(), words.data(), words.capacity() + 1,
                         ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_CallbackResize,
                         resize_text, &words);
    const bool active = ImGui::IsItemActive();
    ImGui::PopStyleColor(3);
    ImGui::PopStyleVar();
    ImGui::PopFont();
    words.resize(std::min(words.size(), words.find('\0')));
    const std::string result = from_field_text(words);
    edit.changed = result != text;
    text = result;
    if (active) layer().set_typing(control);
    if (text.empty()) {
        const Rect room = place.inset(pad_x + (active ? px(2) : 0), 0);
        paint::text(room, Type::Body, p.quiet, fitting_hint(hint, room.width));
    }
    if (touch.focused && !active) layer().ring(place);
    return edit;
}

float key_cap_width(std::string_view key) {
    return std::ceil(std::max(paint::text_width(Type::Small, key) + 2 * px(6),
                              look().line_px(Type::Small) + px(space::hair)));
}

float key_cap(float x, float middle_y, std::string_view key, Colour text, Colour edge) {
    const float width = key_cap_width(key);
    // Not higher than its line: rows of keys may lie close together.
    const float height = look().line_px(Type::Small);
    const Rect place{std::round(x), std::round(middle_y - height / 2), width, height};
    paint::outline(place, edge, 1);
    paint::text(place, Type::Small, text, key, paint::Align::Middle);
    return width;
}

void begin_surface(const char* id, const Rect& place) {
    ImGui::SetNextWindowPos({place.x, place.y});
    ImGui::SetNextWindowSize({place.width, place.height});
    ImGui::Begin(id, nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBringToFrontOnFocus |
                     ImGuiWindowFlags_NoScrollWithMouse);
}

void end_surface() {
    ImGui::End();
}

PanelRoom begin_panel(const Rect& place, const PanelSpec& spec) {
    const Palette& p = palette();
    begin_surface(spec.id, place);
    ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
    layer().begin_panel(id_of(spec.id), place, spec.covering);
    const float edge = std::max(1.0F, std::round(look().scale));
    paint::fill(place, p.edge);
    paint::fill(place.inset(edge), p.surface);
    PanelRoom room;
    room.inside = place.inset(px(space::huge), px(space::large));
    Rect head = room.inside.cut_top(look().control_px());
    room.inside.cut_top(px(space::medium));
    const ButtonSpec close{.id = "close",
                           .label = _("Close"),
                           .icon = Icon::Close,
                           .command = spec.command,
                           .style = ButtonStyle::Plain};
    const Rect close_place = head.cut_right(button_width(close));
    head.cut_right(px(space::medium));
    if (spec.icon != Icon::None) {
        const Rect mark = head.cut_left(px(size_of(IconSize::Medium)));
        paint::icon(mark.middle_x(), mark.middle_y(), spec.icon, IconSize::Medium, p.accent);
        head.cut_left(px(space::medium));
    }
    const float above = px(space::hair);  // two lines are a little taller than a control
    paint::heading({head.x, head.y - above, head.width, head.height + 2 * above}, p.text,
                   spec.title);
    room.closed = button(close_place, close);
    return room;
}

void end_panel() {
    layer().end_panel();
    end_surface();
}

}  // namespace ui
