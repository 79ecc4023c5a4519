#include "player/ui/settings_items.h"

#include <fmt/format.h>

#include <algorithm>

#include "player/ui/look.h"
#include "player/ui/widget_layer.h"

namespace ui {

using catalogue::Preferences;

void SettingsItems::gap(float height_px) {
    items_.push_back({height_px, [](const Rect&) {}});
}

void SettingsItems::words(Type type, Colour colour, std::string text) {
    const float height = paint::paragraph_height(type, text, width_);
    items_.push_back({height, [=, text = std::move(text)](const Rect& place) {
                          paint::paragraph(place, type, colour, text);
                      }});
}

void SettingsItems::heading(std::string text) {
    if (!items_.empty()) gap(px(space::huge));
    words(Type::Lead, palette().text, std::move(text));
    gap(px(space::small));
}

void SettingsItems::note(std::string text) {
    gap(px(space::hair));
    words(Type::Small, palette().quiet, std::move(text));
}

void SettingsItems::one_of(const char* id, std::string_view name, std::vector<ChoiceSpec> list,
                           std::size_t chosen, std::function<void(Preferences&, std::size_t)> set) {
    const ChoicesSpec spec{.id = id, .name = name, .choices = list, .chosen = chosen};
    const float height = choices_height(spec, width_);
    items_.push_back(
        {height, [=, this, list = std::move(list), set = std::move(set)](const Rect& place) {
             const ChoicesSpec again{.id = id, .name = name, .choices = list, .chosen = chosen};
             if (const auto picked = choices(place, again)) set(now, *picked);
         }});
}

void SettingsItems::on_or_off(const char* id, std::string_view label, bool on,
                              std::string_view command, bool& (*place)(Preferences&)) {
    const SwitchSpec spec{.id = id, .label = label, .on = on, .command = command};
    items_.push_back({switch_height(spec, width_), [=, this](const Rect& at) {
                          if (switch_row(at, spec)) place(now) = !on;
                      }});
}

void SettingsItems::command(const char* id, std::string_view label, bool on, const char* name) {
    const SwitchSpec spec{.id = id, .label = label, .on = on, .command = name};
    items_.push_back({switch_height(spec, width_), [=, this](const Rect& at) {
                          if (switch_row(at, spec)) asked.push_back(Command{name});
                      }});
}

void SettingsItems::up_or_down(const StepperSpec& wanted, std::string value,
                               std::function<void(Preferences&, int)> set) {
    items_.push_back({stepper_height(),
                      [=, this, value = std::move(value), set = std::move(set)](const Rect& place) {
                          StepperSpec spec = wanted;
                          spec.value = value;
                          if (const int by = stepper(place, spec)) set(now, by);
                      }});
}

void SettingsItems::size(const StepperSpec& spec, std::span<const double> sizes, double size,
                         double& (*place)(Preferences&)) {
    StepperSpec with = spec;
    const auto less = catalogue::smaller_size(sizes, size);
    const auto more = catalogue::larger_size(sizes, size);
    with.can_less = less.has_value();
    with.can_more = more.has_value();
    up_or_down(with, fmt::format("{:.0f} %", size * 100),
               [place, less, more](Preferences& p, int by) { place(p) = by < 0 ? *less : *more; });
}

void SettingsItems::action(const ButtonSpec& spec, std::function<void(Preferences&)> set) {
    items_.push_back({look().control_px(), [=, this](const Rect& place) {
                          const float width = std::min(place.width, button_width(spec));
                          if (button({place.x, place.y, width, place.height}, spec)) set(now);
                      }});
}

void SettingsItems::draw(const Rect& room) {
    float content = px(space::hair);
    for (const Item& item : items_)
        content += item.height;
    const Layer::Scrolled scrolled =
        layer().begin_scroll(id_of("settings"), room, Axis::Down, content, 0, {});
    float y = room.y - scrolled.offset + px(space::hair);
    for (const Item& item : items_) {
        item.draw({room.x + px(space::hair), y, width_, item.height});
        y += item.height;
    }
    layer().end_scroll();
}

}  // namespace ui
