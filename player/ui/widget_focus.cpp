// Where the keyboard goes: from control to control, within a list, from area to area, and into the
// field that is written in. Between frames: the records are those of the last one.
#include <algorithm>
#include <utility>

#include "player/ui/typing.h"
#include "player/ui/widget_layer.h"

#include <imgui_internal.h>

namespace ui {

bool types_in(const WidgetRecord& control) {
    return layer().types_in(control.id);
}

std::optional<std::size_t> Layer::focused_record() const {
    const std::uint32_t wanted = focused_ != 0 ? focused_ : typing_;
    for (std::size_t i = 0; i < records_.size(); ++i) {
        if (wanted != 0 && records_[i].id == wanted) return i;
    }
    return std::nullopt;
}

std::vector<std::size_t> Layer::tab_stops() const {
    std::vector<std::size_t> stops;
    const std::uint32_t focused = focused_ != 0 ? focused_ : typing_;
    for (std::size_t i = 0; i < records_.size(); ++i) {
        const WidgetRecord& record = records_[i];
        if (!record.enabled || !record.reachable) continue;
        if (record.list == 0) {
            if (record.visible || record.scrolls) stops.push_back(i);
            continue;
        }
        // One stop a list: the row the keyboard is on, else the current one, else the first.
        const bool first = stops.empty() || records_[stops.back()].list != record.list;
        if (first) {
            stops.push_back(i);
        } else if (record.id == focused ||
                   (record.chosen && records_[stops.back()].id != focused)) {
            stops.back() = i;
        }
    }
    return stops;
}

void Layer::focus_record(std::size_t index) {
    const WidgetRecord& record = records_[index];
    if (ImGui::GetActiveID() != 0) ImGui::ClearActiveID();
    typing_ = writing_ = 0;
    move_focus_to(record.id);
    if (record.role == Role::TextField) field_to_focus_ = record.id;
}

bool Layer::focus_next(bool backwards) {
    const std::vector<std::size_t> stops = tab_stops();
    if (stops.empty()) return false;
    const std::optional<std::size_t> at = focused_record();
    const auto found = at ? std::find(stops.begin(), stops.end(), *at) : stops.end();
    const std::size_t count = stops.size();
    std::size_t next = backwards ? count - 1 : 0;
    if (found != stops.end()) {
        const auto place = static_cast<std::size_t>(found - stops.begin());
        next = (place + (backwards ? count - 1 : 1)) % count;
    }
    focus_record(stops[next]);
    return true;
}

bool Layer::focus_area_next(bool backwards) {
    const std::vector<std::size_t> stops = tab_stops();
    if (stops.empty()) return false;
    // The stop to begin at in each area: its current row where it has one.
    std::vector<std::size_t> firsts;
    for (const std::size_t stop : stops) {
        const Area area = records_[stop].area;
        const auto same = std::find_if(firsts.begin(), firsts.end(), [&](std::size_t first) {
            return records_[first].area == area;
        });
        if (same == firsts.end()) {
            firsts.push_back(stop);
        } else if (records_[stop].chosen && !records_[*same].chosen) {
            *same = stop;
        }
    }
    std::stable_sort(firsts.begin(), firsts.end(), [&](std::size_t one, std::size_t other) {
        return records_[one].area < records_[other].area;
    });
    const std::size_t count = firsts.size();
    std::size_t next = backwards ? count - 1 : 0;
    if (const std::optional<std::size_t> at = focused_record()) {
        for (std::size_t i = 0; i < count; ++i) {
            if (records_[firsts[i]].area == records_[*at].area) {
                next = (i + (backwards ? count - 1 : 1)) % count;
            }
        }
    }
    focus_record(firsts[next]);
    return true;
}

bool Layer::activate_focused() {
    const std::optional<std::size_t> at = focused_record();
    if (!at || focused_ == 0) return false;
    const WidgetRecord& record = records_[*at];
    if (!record.enabled || !record.reachable) return false;
    if (record.role == Role::TextField || record.role == Role::Slider) return false;
    activated_ = record.id;
    return true;
}

bool Layer::focus_move(UiKey key) {
    const std::optional<std::size_t> at = focused_record();
    if (!at || focused_ == 0 || typing_ != 0) return false;
    const WidgetRecord& from = records_[*at];
    const bool ahead = key == UiKey::Right || key == UiKey::Down;
    const bool back = key == UiKey::Left || key == UiKey::Up;
    if (from.role == Role::Slider) {
        if (!ahead && !back) return false;
        adjusted_ = from.id;
        adjust_by_ = key == UiKey::Right || key == UiKey::Up ? 1 : -1;
        return true;
    }
    if (from.list == 0) return false;
    if (lists_[from.list].axis == Axis::Both) {
        const bool moves = ahead || back || key == UiKey::Home || key == UiKey::End ||
                           key == UiKey::PageUp || key == UiKey::PageDown;
        if (moves) {
            moves_.push_back(key);
            moved_list_ = from.list;
        }
        return moves;
    }
    const std::optional<Axis> axis = lists_[from.list].axis;
    const bool along = (axis != Axis::Down && (key == UiKey::Left || key == UiKey::Right)) ||
                       (axis != Axis::Across && (key == UiKey::Up || key == UiKey::Down));
    if (!along && key != UiKey::Home && key != UiKey::End) return false;

    std::vector<std::size_t> rows;
    std::size_t place = 0;
    for (std::size_t i = 0; i < records_.size(); ++i) {
        if (records_[i].list != from.list || !records_[i].enabled) continue;
        if (i == *at) place = rows.size();
        rows.push_back(i);
    }
    std::size_t to = place;
    if (key == UiKey::Home) to = 0;
    if (key == UiKey::End) to = rows.size() - 1;
    if (ahead && place + 1 < rows.size()) to = place + 1;
    if (back && place > 0) to = place - 1;
    focus_record(rows[to]);
    return true;
}

std::vector<Stroke> Layer::take_strokes() {
    strokes_taken_ = strokes_taken_ || !strokes_.empty();
    return std::exchange(strokes_, {});
}

void Layer::keep_pointer() {
    for (auto& [id, memory] : scrolls_)
        memory.dragging = false;
}

void Layer::copy(const std::string& text) {
    clipboard_.last = text;
    if (clipboard_.set) clipboard_.set(text);
}

std::string Layer::paste() const {
    return clipboard_.get ? clipboard_.get() : clipboard_.last;
}

std::vector<UiKey> Layer::take_moves(std::uint32_t list) {
    return moved_list_ == list ? std::exchange(moves_, {}) : std::vector<UiKey>{};
}

void Layer::drop_focus() {
    focused_ = 0;
    reveal_ = 0;
    field_to_focus_ = 0;
    focus_before_panel_ = 0;
    if (ImGui::GetActiveID() != 0) ImGui::ClearActiveID();
    typing_ = writing_ = 0;
}

}  // namespace ui
