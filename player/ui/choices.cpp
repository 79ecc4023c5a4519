#include "player/ui/choices.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <vector>

namespace ui {

namespace {

float edge_px() {
    return std::max(1.0F, std::floor(look().scale));
}

// --- one of several ---

constexpr std::string_view sample_letters = "Aa";

float sample_px() {
    return std::ceil(paint::text_width(Type::BodyStrong, sample_letters)) + px(space::large);
}

// What a choice needs beside its words.
float beside_words(const ChoicesSpec& spec, const ChoiceSpec& one) {
    const float mark = spec.tabs ? 0 : px(size_of(IconSize::Small)) + px(space::hair);
    const float sample = one.sample ? sample_px() + px(space::small) : 0;
    return 2 * px(spec.tabs ? space::small : space::medium) + mark + sample;
}

float natural_width(const ChoicesSpec& spec, const ChoiceSpec& one) {
    return beside_words(spec, one) + std::ceil(paint::text_width(Type::BodyStrong, one.label));
}

// Likewise, with the words in two lines.
float width_in_two(const ChoicesSpec& spec, const ChoiceSpec& one) {
    return beside_words(spec, one) + paint::width_in_lines(Type::BodyStrong, one.label, 2);
}

float gap_px(const ChoicesSpec& spec) {
    return px(spec.tabs ? space::hair : space::small);
}

// All in one row, if there is room for that, of tabs also with words in two lines; else in rows of
// equal columns, with words in two lines where a column is too narrow for them.
std::vector<Rect> places_of(const ChoicesSpec& spec, const Rect& room) {
    const float gap = gap_px(spec);
    const std::size_t count = spec.choices.size();
    std::vector<float> widths;
    for (const ChoiceSpec& one : spec.choices)
        widths.push_back(natural_width(spec, one));
    const float gaps = gap * static_cast<float>(std::max<std::size_t>(count, 1) - 1);
    float all = std::accumulate(widths.begin(), widths.end(), gaps);
    float height = look().control_px();
    const float in_two = std::max(height, 2 * paint::leading(Type::BodyStrong) + px(space::small));
    if (spec.tabs && all > room.width) {
        std::ranges::transform(spec.choices, widths.begin(), [&](const ChoiceSpec& one) {
            return std::min(natural_width(spec, one), width_in_two(spec, one));
        });
        all = std::accumulate(widths.begin(), widths.end(), gaps);
        height = in_two;
    }
    const float widest = count == 0 ? 0 : *std::max_element(widths.begin(), widths.end());
    std::vector<Rect> places;
    if (all <= room.width) {
        const float spare = std::floor((room.width - all) / static_cast<float>(count));
        float x = room.x;
        for (const float width : widths) {
            places.push_back({x, room.y, width + spare, height});
            x += width + spare + gap;
        }
        return places;
    }
    const auto fitting =
        static_cast<std::size_t>(std::max(1.0F, (room.width + gap) / (widest + gap)));
    const std::size_t lines = (count + fitting - 1) / fitting;
    const std::size_t columns = (count + lines - 1) / lines;  // two and two, not three and one
    const float width = std::floor((room.width + gap) / static_cast<float>(columns) - gap);
    height =
        std::ranges::any_of(spec.choices,
                            [&](const ChoiceSpec& one) { return natural_width(spec, one) > width; })
            ? in_two
            : look().control_px();
    for (std::size_t i = 0; i < count; ++i) {
        const auto column = static_cast<float>(i % columns);
        const auto line = static_cast<float>(i / columns);
        places.push_back({room.x + column * (width + gap),
                          room.y + line * (height + px(space::small)), width, height});
    }
    return places;
}

void draw_sample(const Rect& place, const Sample& sample) {
    paint::box(place, sample.ground, palette().edge, edge_px());
    paint::text(place, Type::BodyStrong, sample.ink, sample_letters, paint::Align::Middle);
    const float bar = std::max(2.0F, px(3));
    paint::fill({place.x + px(space::small), place.bottom() - bar - edge_px() - 1,
                 place.width - 2 * px(space::small), bar},
                sample.mark);
}

bool one_choice(const Rect& place, const ChoicesSpec& spec, std::size_t number) {
    const Palette& p = palette();
    const ChoiceSpec& one = spec.choices[number];
    const bool chosen = number == spec.chosen;
    const std::string name =
        spec.tabs ? std::string(one.label) : std::string(spec.name) + ": " + std::string(one.label);
    const Touch touch = layer().control({.id = id_of(spec.id, number),
                                         .role = Role::Choice,
                                         .name = name,
                                         .value = chosen ? _("chosen") : "",
                                         .place = place,
                                         .chosen = chosen});
    const Colour ground = touch.held ? p.pressed : touch.hovered ? p.hover : p.raised;
    Rect room = place.inset(px(spec.tabs ? space::small : space::medium), 0);
    if (spec.tabs) {
        if (touch.held || touch.hovered) paint::fill_round(place, ground);
        const float bar = std::max(2.0F, px(chosen ? 4 : 1));
        paint::fill({place.x, place.bottom() - bar, place.width, bar}, chosen ? p.accent : p.edge);
        const float words = paint::paragraph_height(Type::BodyStrong, one.label, room.width, 2);
        room = room.centred(room.width, words);
        paint::paragraph(room, Type::BodyStrong, chosen ? p.text : p.quiet, one.label, 2,
                         paint::Align::Middle);
    } else {
        paint::box(place, chosen ? p.chosen : ground, chosen ? p.accent : p.edge,
                   chosen ? 2 * edge_px() : edge_px());
        const Rect mark = room.cut_left(px(size_of(IconSize::Small)));
        room.cut_left(px(space::hair));
        if (chosen) {
            paint::icon(mark.middle_x(), mark.middle_y(), Icon::Check, IconSize::Small, p.accent);
        }
        if (one.sample) {
            const Rect sample = room.cut_right(sample_px());
            draw_sample(sample.inset(0, px(6)), *one.sample);
            room.cut_right(px(space::small));
        }
        const float height = paint::paragraph_height(Type::BodyStrong, one.label, room.width, 2);
        room.cut_top((room.height - height) / 2);
        paint::paragraph(room, Type::BodyStrong, p.text, one.label, 2);
    }
    if (touch.focused) layer().ring(place);
    return touch.clicked;
}

}  // namespace

float choices_height(const ChoicesSpec& spec, float width) {
    const std::vector<Rect> places = places_of(spec, {0, 0, width, 0});
    return places.empty() ? 0 : places.back().bottom();
}

std::optional<std::size_t> choices(const Rect& place, const ChoicesSpec& spec) {
    const std::vector<Rect> places = places_of(spec, place);
    std::optional<std::size_t> picked;
    layer().begin_list(id_of(spec.id), std::nullopt);
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (one_choice(places[i], spec, i)) picked = i;
    }
    layer().end_list();
    return picked;
}

float stepper_height() {
    return look().control_px();
}

int stepper(const Rect& place, const StepperSpec& spec) {
    ImGui::PushID(spec.id);
    const float control = look().control_px();
    Rect room = place;
    const auto press = [](const Rect& at, const char* id, std::string_view label, Icon icon,
                          std::string_view command) {
        return button(at,
                      {.id = id, .label = label, .icon = icon, .command = command, .words = false});
    };
    const float side = std::round(control * 1.2F);
    const bool less = press(room.cut_left(side), "less", spec.less, Icon::Less, spec.less_command);
    const std::string_view widest = spec.widest.empty() ? "100 %" : spec.widest;
    const float value_px =
        std::max({look().em_px(Type::BodyStrong) * 5, paint::text_width(Type::BodyStrong, widest),
                  paint::text_width(Type::BodyStrong, spec.value)});
    const float most = room.width - side - 2 * px(space::medium);
    const Rect value = room.cut_left(std::min(std::ceil(value_px), most) + 2 * px(space::medium));
    const bool large = paint::text_width(Type::BodyStrong, spec.value) <= value.width;
    paint::text(value, large ? Type::BodyStrong : Type::SmallStrong, palette().text, spec.value,
                paint::Align::Middle);
    const bool more = press(room.cut_left(side), "more", spec.more, Icon::Plus, spec.more_command);
    ImGui::PopID();
    if (less && spec.can_less) return -1;
    return more && spec.can_more ? 1 : 0;
}

namespace {

float box_px() {
    return std::max(smallest_control_px, px(24));
}

float label_width(float width) {
    return width - switch_indent();
}

}  // namespace

float switch_indent() {
    return box_px() + px(space::medium);
}

float switch_height(const SwitchSpec& spec, float width) {
    return std::max(
        look().control_px(),
        paint::paragraph_height(spec.type, spec.label, label_width(width), spec.most_lines) +
            px(space::small));
}

bool switch_row(const Rect& place, const SwitchSpec& spec) {
    const Palette& p = palette();
    const std::string key = layer().key_of(spec.command);
    const Touch touch =
        layer().control({.id = id_of(spec.id),
                         .role = Role::Toggle,
                         .name = spec.label,
                         .value = spec.on ? _("on") : _("off"),
                         .place = place,
                         .chosen = spec.on,
                         .tooltip = key.empty() ? "" : tooltip_for(spec.label, spec.command)});
    if (touch.held || touch.hovered) {
        paint::fill_round(place, touch.held ? p.pressed : p.hover);
    }
    Rect room = place;
    const float side = box_px();
    const Rect box{room.x + edge_px(), std::round(room.middle_y() - side / 2), side, side};
    paint::box(box, spec.on ? p.accent : p.field, spec.on ? p.accent : p.edge, 2 * edge_px());
    if (spec.on) {
        paint::icon(box.middle_x(), box.middle_y(), Icon::Check, IconSize::Small, p.on_accent);
    }
    room.cut_left(switch_indent());
    const float height =
        paint::paragraph_height(spec.type, spec.label, room.width, spec.most_lines);
    room.cut_top((room.height - height) / 2);
    paint::paragraph(room, spec.type, p.text, spec.label, spec.most_lines);
    if (touch.focused) layer().ring(place);
    return touch.clicked;
}

}  // namespace ui
