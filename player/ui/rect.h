// Rectangles in pixels, and cutting them up: how every screen is laid out. Pure.
#pragma once

#include <algorithm>

namespace ui {

struct Rect {
    float x = 0;
    float y = 0;
    float width = 0;
    float height = 0;

    float right() const { return x + width; }
    float bottom() const { return y + height; }
    float middle_x() const { return x + width / 2; }
    float middle_y() const { return y + height / 2; }
    bool empty() const { return width <= 0 || height <= 0; }
    bool contains(float px, float py) const {
        return px >= x && px < right() && py >= y && py < bottom();
    }
    bool operator==(const Rect&) const = default;

    Rect inset(float by) const { return inset(by, by); }
    Rect inset(float across, float down) const {
        return {x + across, y + down, std::max(0.0F, width - 2 * across),
                std::max(0.0F, height - 2 * down)};
    }
    Rect grown(float by) const { return {x - by, y - by, width + 2 * by, height + 2 * by}; }
    Rect moved(float dx, float dy) const { return {x + dx, y + dy, width, height}; }
    Rect common(const Rect& other) const {
        const float left = std::max(x, other.x);
        const float top = std::max(y, other.y);
        return {left, top, std::max(0.0F, std::min(right(), other.right()) - left),
                std::max(0.0F, std::min(bottom(), other.bottom()) - top)};
    }

    // These take a strip off this rectangle and return it; at most what is there.
    Rect cut_top(float by) {
        by = std::clamp(by, 0.0F, height);
        const Rect strip{x, y, width, by};
        y += by;
        height -= by;
        return strip;
    }
    Rect cut_bottom(float by) {
        by = std::clamp(by, 0.0F, height);
        height -= by;
        return {x, y + height, width, by};
    }
    Rect cut_left(float by) {
        by = std::clamp(by, 0.0F, width);
        const Rect strip{x, y, by, height};
        x += by;
        width -= by;
        return strip;
    }
    Rect cut_right(float by) {
        by = std::clamp(by, 0.0F, width);
        width -= by;
        return {x + width, y, by, height};
    }
    // In the middle of this rectangle, and no larger than it.
    Rect centred(float w, float h) const {
        w = std::min(w, width);
        h = std::min(h, height);
        return {x + static_cast<float>(static_cast<int>((width - w) / 2)),
                y + static_cast<float>(static_cast<int>((height - h) / 2)), w, h};
    }
};

}  // namespace ui
