#include <algorithm>
#include <cmath>
#include <utility>

#include "player/ui/ways_parts.h"

namespace ui {

namespace {

// What a row is to be pressed for: a mix has its code and another mix.
struct Choice {
    ButtonSpec spec;
    enum class Does { Way, Seed, Reshuffle, Command } does = Does::Command;
    lessons::Way way = lessons::Way::StopAndTalk;
};

std::vector<Choice> choices_of(std::span<const WaysRow> rows, const StageView& view,
                               const std::string& seed) {
    std::vector<Choice> all;
    for (const WaysRow& row : rows) {
        const ButtonSpec spec{.id = row.command,
                              .label = row.label,
                              .icon = row.icon,
                              .command = row.command,
                              .at_start = true};
        Choice choice{spec, Choice::Does::Command, row.way};
        if (row.kind == WaysRow::Kind::Way) {
            choice.does = Choice::Does::Way;
            choice.spec.toggle = true;
            choice.spec.chosen = view.way == row.way;
            if (*row.command == '\0') choice.spec.id = "stop and talk";
        } else if (row.kind == WaysRow::Kind::Mix) {
            choice.does = Choice::Does::Seed;
            choice.spec.said = seed;
        }
        all.push_back(choice);
        if (row.kind == WaysRow::Kind::Mix) {
            all.push_back({{.id = "reshuffle",
                            .label = _("Reshuffle"),
                            .icon = Icon::Reshuffle,
                            .command = "reshuffle",
                            .at_start = true},
                           Choice::Does::Reshuffle});
        }
    }
    return all;
}

void choose(const Choice& choice, UiState& state, Actions& asked) {
    state.panel = Panel::None;
    switch (choice.does) {
        case Choice::Does::Way:
            asked.push_back(lessons::Input{input_of_way(choice.way)});
            break;
        case Choice::Does::Seed:
            open_seed(state);
            break;
        case Choice::Does::Reshuffle:
            asked.push_back(lessons::Input{lessons::Reshuffle{}});
            break;
        case Choice::Does::Command:
            asked.push_back(Command{std::string{choice.spec.command}});
            break;
    }
}

}  // namespace

void draw_more(const Rect& display, const StageLayout& layout, const StageView& view,
               UiState& state, Actions& asked) {
    const std::vector<WaysRow> rows = ways_rows(view);
    const WaysShare share = share_ways(layout.ways.height - px(space::hair), layout.compact, rows);
    if (share.shown == rows.size()) {
        state.panel = Panel::None;
        return;
    }
    const std::string seed = _("Code of the mix: {}", view.seed);
    const std::vector<Choice> choices =
        choices_of(std::span{rows}.subspan(share.shown), view, seed);

    // Below each other; in two columns where that is too high.
    const float row = look().control_px() + px(space::small);
    const float head = 2 * px(space::large) + look().control_px() + px(space::medium);
    const float margin = px(space::large);
    const auto count = static_cast<float>(choices.size());
    const float columns = head + count * row > display.height - 2 * margin ? 2 : 1;
    const float down = std::ceil(count / columns);
    float widest = px(220);
    for (const Choice& choice : choices)
        widest = std::max(widest, button_width(choice.spec));
    const float gap = px(space::small);
    const float width = columns * (widest + gap) - gap + 2 * px(space::huge);
    const Rect place = display.centred(std::min(width, display.width - 2 * margin),
                                       std::min(head + down * row, display.height - 2 * margin));
    const PanelRoom panel =
        begin_panel(place, {.id = "more panel", .title = _("More"), .icon = Icon::More});
    if (std::exchange(state.request_focus, false)) {
        layer().enter_panel(id_of(choices.front().spec.id));
    }
    const Rect room = panel.inside;
    const Layer::Scrolled scrolled =
        layer().begin_scroll(id_of("more"), room, Axis::Down, down * row - gap, 0, {});
    const float each = std::floor((room.width + gap) / columns - gap);
    const Choice* chosen = nullptr;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const float column = std::floor(static_cast<float>(i) / down);
        const float line = static_cast<float>(i) - column * down;
        const Rect at{room.x + column * (each + gap), room.y + line * row - scrolled.offset, each,
                      look().control_px()};
        if (button(at, choices[i].spec)) chosen = &choices[i];
    }
    layer().end_scroll();
    end_panel();
    if (panel.closed) state.panel = Panel::None;
    if (chosen != nullptr) choose(*chosen, state, asked);
}

}  // namespace ui
