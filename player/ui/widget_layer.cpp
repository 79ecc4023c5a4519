#include "player/ui/widget_layer.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <set>

#include "player/ui/look.h"
#include "player/ui/paint.h"
#include "player/ui/text.h"

#include <imgui_internal.h>

namespace ui {

namespace {

Layer* current = nullptr;

Rect clip_rect() {
    const ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 a = list.GetClipRectMin();
    const ImVec2 b = list.GetClipRectMax();
    return {a.x, a.y, b.x - a.x, b.y - a.y};
}

}  // namespace

Layer& layer() {
    assert(current != nullptr);
    return *current;
}

void use_layer(Layer* layer) {
    current = layer;
}

std::span<const WidgetRecord> widgets() {
    return layer().records();
}

std::span<const TextRecord> drawn_texts() {
    return layer().texts();
}

void Layer::begin_frame(double seconds, float width_px, float height_px) {
    seconds_ = static_cast<float>(seconds);
    width_px_ = width_px;
    height_px_ = height_px;
    ++frame_;
    records_.clear();
    texts_.clear();
    tip_ = {};
    area_ = Area::Panel;
    list_ = 0;
    panel_ = 0;
    drawn_panel_ = 0;
    typing_now_ = 0;
    writing_now_ = 0;
    strokes_taken_ = false;
    since_click_s_ += seconds_;
    if (ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
        focused_ = 0;
        since_click_s_ = 0;
    }
}

void Layer::end_frame() {
    assert(open_scrolls_.empty());
    draw_tooltip();
    typing_ = typing_now_;
    writing_ = writing_now_ == typing_now_ ? writing_now_ : 0;
    presses_.clear();
    strokes_.clear();
    moves_.clear();
    activated_ = 0;
    adjusted_ = 0;
    adjust_by_ = 0;
    std::erase_if(appearances_, [&](const auto& entry) { return entry.second.seen != frame_; });
    std::erase_if(scrolls_, [&](const auto& entry) { return entry.second.seen != frame_; });

    if (panel_ != last_panel_) {
        if (panel_ == 0 && focus_before_panel_ != 0) {
            move_focus_to(focus_before_panel_);
            focus_before_panel_ = 0;
        }
        last_panel_ = panel_;
    }
    if (focused_ == 0) return;
    const std::optional<std::size_t> found = focused_record();
    if (found && records_[*found].reachable && records_[*found].enabled) return;
    focused_ = 0;
    if (panel_ == 0) return;
    // The keyboard was on something that a panel now covers: it goes on inside the panel.
    const std::vector<std::size_t> stops = tab_stops();
    if (!stops.empty()) focus_record(stops.front());
}

bool Layer::animating() const {
    const bool appearing =
        std::any_of(appearances_.begin(), appearances_.end(),
                    [](const auto& entry) { return entry.second.age_s < fade_s; });
    return appearing || (tip_id_ != 0 && tip_age_s_ < tooltip_delay_s) || typing_ != writing_ ||
           reveal_ != 0 || field_to_focus_ != 0 || activated_ != 0 || adjusted_ != 0 ||
           !moves_.empty();
}

std::string Layer::key_of(std::string_view command) const {
    if (keys_ == nullptr || command.empty()) return {};
    const catalogue::KeyBinding* binding = keys_->of_command(command);
    return binding == nullptr || binding->chords.empty() ? std::string{}
                                                         : to_text(binding->chords.front());
}

void Layer::begin_list(std::uint32_t id, std::optional<Axis> axis) {
    list_ = id;
    lists_[id].axis = axis;
}

void Layer::begin_panel(std::uint32_t id, const Rect& place, bool covering) {
    area_ = Area::Panel;
    drawn_panel_ = id;
    if (covering) {
        if (last_panel_ == 0) focus_before_panel_ = focused_;
        panel_ = id;
    }
    for (WidgetRecord& record : records_) {
        const PlacePx& at = record.place;
        const bool under = place.contains(at.x + at.width / 2, at.y + at.height / 2);
        if (covering || (under && record.visible)) record.reachable = false;
    }
    // Of a list that is covered as far as it can be seen, the rows out of sight are covered too.
    std::set<std::uint32_t> open_lists;
    for (const WidgetRecord& record : records_) {
        if (record.visible && record.reachable) open_lists.insert(record.list);
    }
    for (WidgetRecord& record : records_) {
        if (!open_lists.contains(record.list)) record.reachable = false;
    }
}

void Layer::end_panel() {
    const float part = appeared(drawn_panel_);
    area_ = Area::Panel;
    drawn_panel_ = 0;
    if (part >= 1) return;
    // All that the panel's window has drawn so far.
    for (ImDrawVert& vertex : ImGui::GetWindowDrawList()->VtxBuffer) {
        const float alpha = static_cast<float>(vertex.col >> IM_COL32_A_SHIFT & 0xFF) * part;
        vertex.col = (vertex.col & ~IM_COL32_A_MASK) | static_cast<ImU32>(std::lround(alpha))
                                                           << IM_COL32_A_SHIFT;
    }
}

float Layer::appeared(std::uint32_t id) {
    // Between two frames the program may have slept: that is no part of the time it takes.
    constexpr float longest_step_s = 0.05F;
    const auto [at, fresh] = appearances_.try_emplace(id);
    Appearance& appearance = at->second;
    if (look().still) {
        appearance.age_s = fade_s;
    } else if (appearance.seen != frame_) {
        appearance.age_s += std::min(seconds_, longest_step_s);
    }
    appearance.seen = frame_;
    return std::min(1.0F, appearance.age_s / fade_s);
}

void Layer::enter_panel(std::uint32_t control) {
    constexpr float opened_by_click_s = 0.6F;
    if (since_click_s_ > opened_by_click_s) move_focus_to(control);
}

WidgetRecord& Layer::note(const ControlSpec& spec) {
    WidgetRecord& record = records_.emplace_back();
    record.id = spec.id;
    record.role = spec.role;
    record.area = area_;
    record.name = clean_line(spec.name);
    record.value = clean_line(spec.value);
    record.tooltip = clean_line(spec.tooltip);
    record.enabled = spec.enabled;
    record.chosen = spec.chosen;
    record.list = list_;
    record.panel = drawn_panel_;
    record.scrolls = !open_scrolls_.empty();
    record.focused = focused_ == spec.id;
    return record;
}

Touch Layer::control(const ControlSpec& spec) {
    WidgetRecord& record = note(spec);
    const Rect seen = spec.place.common(clip_rect());
    record.place = {seen.x, seen.y, seen.width, seen.height};
    record.visible = !seen.empty();
    constexpr float rounding_px = 0.5F;
    record.cut = seen.width < spec.place.width - rounding_px ||
                 seen.height < spec.place.height - rounding_px;
    Touch touch;
    touch.focused = record.focused;
    if (wants_reveal(spec.id)) reveal(spec.place);
    if (!record.visible) return touch;

    if (spec.role != Role::TextField) {
        ImGui::SetCursorScreenPos({spec.place.x, spec.place.y});
        ImGui::PushID(static_cast<int>(spec.id));
        const bool pressed =
            ImGui::InvisibleButton("control", {spec.place.width, spec.place.height});
        touch.hovered = ImGui::IsItemHovered() && spec.enabled;
        touch.held = ImGui::IsItemActive() && spec.enabled;
        touch.released = ImGui::IsItemDeactivated() && spec.enabled;
        touch.clicked = pressed && spec.enabled;
        ImGui::PopID();
    }
    if (activated_ == spec.id && spec.enabled) touch.clicked = true;
    if (adjusted_ == spec.id && spec.enabled) touch.adjusted = adjust_by_;
    if (!spec.tooltip.empty() && (touch.hovered || touch.focused) && !touch.held) {
        tip_ = {spec.id, clean_line(spec.tooltip), spec.place};
        if (touch.focused) tip_age_s_ = tooltip_delay_s;
    }
    return touch;
}

void Layer::unseen(const ControlSpec& spec) {
    WidgetRecord& record = note(spec);
    record.visible = false;
    if (wants_reveal(spec.id)) reveal(spec.place);
}

void Layer::note_text(const std::string& words, std::string_view whole, const PlacePx& place,
                      float em_px) {
    const Rect seen = Rect{place.x, place.y, place.width, place.height}.common(clip_rect());
    if (seen.empty()) return;
    constexpr float rounding_px = 1.5F;
    bool across = false;
    bool down = false;
    for (const std::uint32_t id : open_scrolls_) {
        across = across || scrolls_[id].axis == Axis::Across;
        down = down || scrolls_[id].axis == Axis::Down;
    }
    const bool cut = (!across && seen.width < place.width - rounding_px) ||
                     (!down && seen.height < place.height - rounding_px);
    texts_.push_back({words,
                      {seen.x, seen.y, seen.width, seen.height},
                      em_px,
                      cut,
                      drawn_panel_,
                      std::string(whole)});
}

void Layer::move_focus_to(std::uint32_t id) {
    focused_ = id;
    reveal_ = id;
}

bool Layer::take_field_focus(std::uint32_t id) {
    if (field_to_focus_ != id || id == 0) return false;
    field_to_focus_ = 0;
    return true;
}

namespace {

float ring_thick_px() {
    return std::max(2.0F, px(3));
}

float ring_gap_px() {
    return std::max(1.0F, px(2));
}

}  // namespace

float ring_px() {
    return ring_thick_px() + ring_gap_px();
}

void Layer::ring(const Rect& place) {
    const float thick = ring_thick_px();
    const float gap = ring_gap_px();
    // Within what is visible: a ring that is cut off at the edge of a list would be half a ring.
    const Rect clip = clip_rect();
    const Rect around = place.grown(gap + thick).common(clip);
    paint::outline(around, palette().focus, thick);
    paint::outline(around.inset(thick), palette().focus_gap, gap);
}

bool Layer::pressed(UiKey key) const {
    return std::find(presses_.begin(), presses_.end(), key) != presses_.end();
}

void Layer::draw_tooltip() {
    if (tip_.id != tip_id_) {
        // From one control straight to the next the words come at once.
        if (tip_.id == 0 || tip_age_s_ < tooltip_delay_s) {
            const bool keyboard = tip_.id != 0 && tip_.id == focused_;
            tip_age_s_ = keyboard ? tooltip_delay_s : 0;
        }
        tip_id_ = tip_.id;
    } else if (tip_.id != 0) {
        tip_age_s_ += seconds_;
    }
    if (tip_.id == 0 || tip_age_s_ < tooltip_delay_s) return;
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize({width_px_, height_px_});
    ImGui::Begin("tooltip", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoInputs |
                     ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoFocusOnAppearing);
    ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
    const float pad = px(space::small);
    const float most = std::min(width_px_ - 4 * pad, px(440));
    const float line = std::ceil(paint::text_width(Type::Small, tip_.words)) + 1;
    const float inner = std::min(line, most);
    const float tall = paint::paragraph_height(Type::Small, tip_.words, inner, 4);
    const float width = inner + 2 * pad;
    const float height = tall + pad;
    const float gap = px(space::small);
    const float x = std::clamp(tip_.beside.middle_x() - width / 2, px(space::hair),
                               std::max(px(space::hair), width_px_ - width - px(space::hair)));
    const Rect above{std::round(x), std::round(tip_.beside.y - height - gap), std::round(width),
                     height};
    const float lower = std::round(tip_.beside.bottom() + gap);
    const Rect below{above.x, std::min(lower, height_px_ - height), above.width, height};
    // In a corner of a large control that has room for it.
    const Rect inside{std::round(tip_.beside.right() - width - gap),
                      std::round(tip_.beside.y + gap), above.width, height};
    // Rather where it hides nothing that can be pressed or read.
    const auto hidden = [this](const Rect& at) {
        const auto lies_over = [&at](const PlacePx& under) {
            return !at.common({under.x, under.y, under.width, under.height}).empty();
        };
        const auto pressed = std::ranges::count_if(records_, [&](const WidgetRecord& record) {
            return record.visible && record.reachable && record.id != tip_.id &&
                   lies_over(record.place);
        });
        const auto read = std::ranges::count_if(texts_, [&](const TextRecord& text) {
            return (panel_ == 0 || text.panel == panel_) && lies_over(text.place);
        });
        return 2 * pressed + read;
    };
    const bool has_room = lower + height <= height_px_;
    Rect place = above.y < 0 || (has_room && hidden(below) < hidden(above)) ? below : above;
    const bool large = tip_.beside.height > 3 * height && tip_.beside.width > 2 * width;
    if (large && hidden(inside) < hidden(place)) place = inside;
    drawn_panel_ = tip_.id;
    paint::box(place, palette().text, palette().focus_gap, 1);
    paint::paragraph(place.inset(pad, std::floor(pad / 2)), Type::Small, palette().backdrop,
                     tip_.words, 4);
    drawn_panel_ = 0;
    ImGui::End();
}

}  // namespace ui
