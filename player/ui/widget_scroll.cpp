// The layer's regions that scroll: by the wheel, by a finger that drags them, and to what is asked
// for.
#include <algorithm>
#include <cmath>

#include "player/ui/look.h"
#include "player/ui/paint.h"
#include "player/ui/widget_layer.h"

#include <imgui_internal.h>

namespace ui {

namespace {

constexpr float drag_starts_px = 10;

bool mouse_over(const Rect& place) {
    const ImVec2 mouse = ImGui::GetMousePos();
    return ImGui::IsMousePosValid() && place.contains(mouse.x, mouse.y) &&
           ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem);
}

}  // namespace

Layer::Scrolled Layer::begin_scroll(std::uint32_t id, const Rect& place, Axis axis,
                                    float content_px, std::uint64_t key, const Rect& reveal) {
    ScrollMemory& memory = scrolls_[id];
    const bool across = axis == Axis::Across;
    const float room = across ? place.width : place.height;
    const float before = memory.most;
    memory.place = place;
    memory.axis = axis;
    memory.seen = frame_;
    memory.most = std::max(0.0F, std::ceil(content_px - room));

    const ImGuiIO& io = ImGui::GetIO();
    if (mouse_over(place)) {
        const float notches = across && io.MouseWheelH != 0 ? -io.MouseWheelH : -io.MouseWheel;
        memory.offset += std::round(notches * px(72));
    }
    // A finger or a pen on a board drags the content itself.
    const ImVec2 from = io.MouseClickedPos[0];
    if (ImGui::IsMouseClicked(ImGuiMouseButton_Left) && mouse_over(place)) {
        memory.drag_from = memory.offset;
        memory.dragging = true;
    }
    if (!ImGui::IsMouseDown(ImGuiMouseButton_Left)) memory.dragging = false;
    if (memory.dragging && memory.most > 0) {
        const float moved = across ? io.MousePos.x - from.x : io.MousePos.y - from.y;
        if (std::abs(moved) > drag_starts_px || ImGui::GetActiveID() == 0) {
            memory.offset = memory.drag_from - moved;
            ImGui::ClearActiveID();  // what lies under the finger is not pressed
        }
    }
    memory.offset += memory.asked;
    memory.asked = 0;

    const bool moved_on = memory.key != key || memory.fresh;
    const bool resized = before != memory.most && !memory.fresh;
    if ((moved_on || resized) && !reveal.empty()) {
        const float start = across ? reveal.x : reveal.y;
        const float length = across ? reveal.width : reveal.height;
        const bool in_sight = start >= memory.offset && start + length <= memory.offset + room;
        // What is longer than the room is seen from its beginning.
        if (!in_sight || memory.fresh) {
            memory.offset = length > room ? start : start + length / 2 - room / 2;
        }
    }
    memory.key = key;
    memory.fresh = false;
    memory.offset = std::round(std::clamp(memory.offset, 0.0F, memory.most));

    open_scrolls_.push_back(id);
    // Rings are round what lies at an edge: beside it, and where nothing more can be scrolled to.
    const float ring = ring_px();
    const float before_it = memory.offset <= 0 ? ring : 0;
    const float after_it = memory.offset >= memory.most ? ring : 0;
    const float x1 = across ? before_it : ring;
    const float x2 = across ? after_it : ring;
    const float y1 = across ? ring : before_it;
    const float y2 = across ? ring : after_it;
    ImGui::PushClipRect({place.x - x1, place.y - y1}, {place.right() + x2, place.bottom() + y2},
                        true);
    return {memory.offset, memory.most};
}

void Layer::end_scroll() {
    const ScrollMemory& memory = scrolls_[open_scrolls_.back()];
    open_scrolls_.pop_back();
    ImGui::PopClipRect();
    if (memory.most <= 0 || memory.axis == Axis::Across) return;
    // How far down one is; the content itself is what is dragged.
    const Rect& place = memory.place;
    const float length =
        std::max(px(32), place.height * place.height / (place.height + memory.most));
    const float top = place.y + (place.height - length) * memory.offset / memory.most;
    paint::fill({place.right() - px(4), std::round(top), px(4), std::round(length)},
                palette().edge);
}

bool Layer::edge_divides(float top_px, float height_px) const {
    const float tail = height_px * 0.08F;  // below the letters
    return std::ranges::any_of(open_scrolls_, [&](std::uint32_t id) {
        const ScrollMemory& memory = scrolls_.at(id);
        const Rect& place = memory.place;
        if (memory.axis != Axis::Down || memory.most <= 0 || height_px > place.height) return false;
        return top_px < place.y - tail || top_px + height_px > place.bottom() + tail;
    });
}

void Layer::scroll_by(std::uint32_t id, float by_px) {
    if (const auto found = scrolls_.find(id); found != scrolls_.end()) {
        found->second.asked += by_px;
    }
}

void Layer::reveal(const Rect& place) {
    reveal_ = 0;
    if (open_scrolls_.empty()) return;
    ScrollMemory& memory = scrolls_[open_scrolls_.back()];
    const bool across = memory.axis == Axis::Across;
    const float start = across ? place.x - memory.place.x : place.y - memory.place.y;
    const float end = start + (across ? place.width : place.height);
    const float room = across ? memory.place.width : memory.place.height;
    const float margin = px(space::small);
    // What is longer than the room is seen from its beginning.
    if (start < margin) {
        memory.asked += start - margin;
    } else if (end > room - margin) {
        memory.asked += std::min(end - room + margin, start - margin);
    }
}

}  // namespace ui
