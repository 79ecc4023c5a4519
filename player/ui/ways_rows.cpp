#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include "player/ui/ways_parts.h"

namespace ui {

namespace {

struct WayNamed {
    lessons::Way way;
    const char* label;
    Icon icon;
    const char* command;
};

constexpr std::array<WayNamed, 4> the_ways{{
    {lessons::Way::StopAndTalk, catalogue::said_later("Stop and talk"), Icon::Talk, ""},
    {lessons::Way::WholeCase, catalogue::said_later("Whole case study"), Icon::WholeCase,
     "whole_case"},
    {lessons::Way::HangOnQuestion, catalogue::said_later("Hang on this question"), Icon::Hang,
     "hang"},
    {lessons::Way::MixItUp, catalogue::said_later("Mix it up"), Icon::Mix, "mix"},
}};

float height_of(const WaysRow& row, const WaysShare& share) {
    switch (row.kind) {
        case WaysRow::Kind::Way:
            return share.way + share.gap;
        case WaysRow::Kind::Mix:
            return share.mix + share.gap;
        case WaysRow::Kind::Command:
            break;
    }
    return px(space::hair) + share.command;
}

float height_of(std::span<const WaysRow> rows, const WaysShare& share) {
    float height = share.heading;
    for (const WaysRow& row : rows)
        height += height_of(row, share);
    return height;
}

float mix_height(bool compact) {
    const float control = look().control_px();
    return compact ? 2 * control + px(space::hair) : control;
}

// All of it, as airy as there is room for; nothing where there is not enough.
std::optional<WaysShare> share_all(float height_px, bool compact, std::span<const WaysRow> rows) {
    const float control = look().control_px();
    // Quiet ones need no frame around them, so they may be lower than others.
    const float quiet = look().line_px(Type::BodyStrong) + px(space::small);
    const float two_lines = 2 * look().leading_px(Type::BodyStrong) + px(6);
    WaysShare share;
    share.shown = rows.size();
    share.command = compact ? control : std::max(smallest_button_px, quiet);
    share.way = compact ? control : two_lines;
    share.mix = mix_height(compact);
    // Rather closer together, and without the heading, than a button that is out of sight.
    const auto apart = std::ranges::count_if(
        rows, [](const WaysRow& row) { return row.kind != WaysRow::Kind::Command; });
    const float closest = height_of(rows, share);
    share.gap = compact ? px(space::small)
                        : std::clamp(std::floor((height_px - closest) / static_cast<float>(apart)),
                                     px(2), px(space::small));
    if (height_of(rows, share) > height_px) return std::nullopt;
    const float heading = compact ? 0 : look().line_px(Type::Small) + px(6);
    share.heading = height_of(rows, share) + heading <= height_px ? heading : 0;
    const float spare = height_px - height_of(rows, share);
    share.way = std::max(share.way, std::min(share.way + std::floor(spare / 4), px(62)));
    return share;
}

}  // namespace

std::vector<WaysRow> ways_rows(const StageView& view) {
    using Kind = WaysRow::Kind;
    std::vector<WaysRow> rows;
    for (const WayNamed& way : the_ways)
        rows.push_back({Kind::Way, way.way, _(way.label), way.icon, way.command});
    if (view.way == lessons::Way::MixItUp) {
        rows.push_back({Kind::Mix, view.way, view.seed, Icon::Code, "seed"});
    }
    const auto add = [&rows](std::string label, Icon icon, const char* command) {
        rows.push_back({Kind::Command, {}, std::move(label), icon, command});
    };
    add(_("Another path"), Icon::OtherPath, "contrast");
    add(_("Search"), Icon::GoTo, "search");
    add(_("Lesson"), Icon::Talk, "lesson_screen");
    if (!view.problems.empty()) {
        add(plural("{} problem", "{} problems", view.problems.size()), Icon::Problem, "problems");
    }
    add(_("Settings"), Icon::Settings, "settings");
    add(_("All modules"), Icon::Modules, "start_screen");
    return rows;
}

WaysShare share_ways(float height_px, bool compact, std::span<const WaysRow> rows) {
    if (const auto all = share_all(height_px, compact, rows)) return *all;
    const float control = look().control_px();
    WaysShare share;
    share.gap = px(2);
    share.way = 2 * look().leading_px(Type::BodyStrong) + px(6);
    if (compact) {
        // Four ways and what leads to the rest: a little lower before one of them is out of sight.
        const float each = std::floor((height_px - 4 * share.gap - px(space::hair)) / 5);
        share.way = std::clamp(each, std::min(smallest_button_px, control), control);
    }
    share.mix = mix_height(compact);
    share.command =
        compact ? share.way : std::max(smallest_button_px, look().line_px(Type::BodyStrong));
    share.shown = rows.size() - 1;
    const float more = px(space::hair) + share.command;
    while (share.shown > 0 && height_of(rows.first(share.shown), share) + more > height_px)
        --share.shown;
    return share;
}

lessons::Input input_of_way(lessons::Way way) {
    if (way == lessons::Way::StopAndTalk) return lessons::SetWay{way};
    return lessons::ToggleWay{way};
}

void open_seed(UiState& state) {
    state.panel = Panel::Seed;
    state.typed.clear();
    state.request_focus = true;
}

}  // namespace ui
