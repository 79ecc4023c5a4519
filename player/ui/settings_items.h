// What a part of the settings is made of: headings, notes and controls, one below the other. A
// control that is used changes `now`; what is no setting but is done at once goes into `asked`.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalogue/preferences.h"
#include "player/ui/choices.h"
#include "player/ui/paint.h"
#include "player/ui/views.h"

namespace ui {

// Every item is measured when it is added and drawn by draw(), when it is known where.
class SettingsItems {
public:
    SettingsItems(const catalogue::Preferences& preferences, float width_px)
        : now(preferences), width_(width_px) {}

    catalogue::Preferences now;
    std::vector<Action> asked;

    void gap(float height_px);
    void words(Type type, Colour colour, std::string text);
    void heading(std::string text);
    void note(std::string text);

    // One of several. `set` gets the number that was picked.
    void one_of(const char* id, std::string_view name, std::vector<ChoiceSpec> list,
                std::size_t chosen, std::function<void(catalogue::Preferences&, std::size_t)> set);
    // One of the values of a list of names, whose order the labels have.
    template <class Choice, std::size_t count>
    void one_of(const char* id, std::string_view name,
                const std::array<catalogue::ChoiceName<Choice>, count>& names,
                std::vector<ChoiceSpec> list, Choice chosen,
                Choice& (*place)(catalogue::Preferences&)) {
        const auto found = std::find_if(names.begin(), names.end(),
                                        [&](const auto& entry) { return entry.choice == chosen; });
        one_of(id, name, std::move(list), static_cast<std::size_t>(found - names.begin()),
               [&names, place](catalogue::Preferences& p, std::size_t picked) {
                   place(p) = names[picked].choice;
               });
    }
    void on_or_off(const char* id, std::string_view label, bool on, std::string_view command,
                   bool& (*place)(catalogue::Preferences&));
    void command(const char* id, std::string_view label, bool on, const char* name);
    void up_or_down(const StepperSpec& wanted, std::string value,
                    std::function<void(catalogue::Preferences&, int)> set);
    // A size out of a list, in per cent.
    void size(const StepperSpec& spec, std::span<const double> sizes, double size,
              double& (*place)(catalogue::Preferences&));
    void action(const ButtonSpec& spec, std::function<void(catalogue::Preferences&)> set);

    // Once, after all were added; scrolls where there is no room for all.
    void draw(const Rect& room);

private:
    struct Item {
        float height = 0;
        std::function<void(const Rect&)> draw;
    };

    float width_;
    std::vector<Item> items_;
};

}  // namespace ui
