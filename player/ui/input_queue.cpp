#include "player/ui/input_queue.h"

#include <array>
#include <cfloat>
#include <set>
#include <utility>

#include "player/ui/text.h"
#include "player/ui/widget_layer.h"

#include <imgui.h>

namespace ui {

namespace {

constexpr std::array<std::pair<UiKey, ImGuiKey>, 20> keys{{
    {UiKey::Tab, ImGuiKey_Tab},
    {UiKey::Left, ImGuiKey_LeftArrow},
    {UiKey::Right, ImGuiKey_RightArrow},
    {UiKey::Up, ImGuiKey_UpArrow},
    {UiKey::Down, ImGuiKey_DownArrow},
    {UiKey::PageUp, ImGuiKey_PageUp},
    {UiKey::PageDown, ImGuiKey_PageDown},
    {UiKey::Home, ImGuiKey_Home},
    {UiKey::End, ImGuiKey_End},
    {UiKey::Delete, ImGuiKey_Delete},
    {UiKey::Backspace, ImGuiKey_Backspace},
    {UiKey::Enter, ImGuiKey_Enter},
    {UiKey::Space, ImGuiKey_Space},
    {UiKey::Escape, ImGuiKey_Escape},
    {UiKey::A, ImGuiKey_A},
    {UiKey::C, ImGuiKey_C},
    {UiKey::V, ImGuiKey_V},
    {UiKey::X, ImGuiKey_X},
    {UiKey::Y, ImGuiKey_Y},
    {UiKey::Z, ImGuiKey_Z},
}};

}  // namespace

void InputQueue::map_keys() {
#if IMGUI_VERSION_NUM < 18700
    for (const auto& [key, theirs] : keys) {
        ImGui::GetIO().KeyMap[theirs] = static_cast<int>(key);
    }
#endif
}

void InputQueue::mouse_moved(float x, float y) {
    if (!events_.empty() && events_.back().what == What::Moved) events_.pop_back();
    events_.push_back({.what = What::Moved, .x = x, .y = y});
}

void InputQueue::mouse_left() {
    events_.push_back({.what = What::Left});
}

void InputQueue::mouse_button(int button, bool down) {
    if (button < 0 || button >= ImGuiMouseButton_COUNT) return;
    events_.push_back({.what = What::Button, .button = button, .down = down});
}

void InputQueue::mouse_wheel(float x, float y) {
    events_.push_back({.what = What::Wheel, .x = x, .y = y});
}

void InputQueue::key(UiKey key, bool down, bool ctrl, bool shift, bool alt) {
    events_.push_back(
        {.what = What::Key, .key = key, .down = down, .ctrl = ctrl, .shift = shift, .alt = alt});
}

void InputQueue::text(const std::string& utf8) {
    events_.push_back({.what = What::Text, .words = clean_line(utf8)});
}

void InputQueue::apply(Layer& layer) {
    ImGuiIO& io = ImGui::GetIO();
    std::set<int> changed;  // buttons, and keys after them
    bool clicked = false;
    while (!events_.empty()) {
        const Event& event = events_.front();
        switch (event.what) {
            case What::Moved:
                // A button that has just changed belongs to the place where it changed.
                if (clicked) return;
                io.MousePos = {event.x, event.y};
                break;
            case What::Left:
                if (clicked) return;
                io.MousePos = {-FLT_MAX, -FLT_MAX};
                break;
            case What::Button:
                if (!changed.insert(event.button).second) return;
                io.MouseDown[event.button] = event.down;
                clicked = true;
                break;
            case What::Wheel:
                io.MouseWheelH += event.x;
                io.MouseWheel += event.y;
                break;
            case What::Key: {
                // A key that is held does what it does again: that is no change of it.
                const bool again = held_.contains(event.key) && event.down && layer.writing();
                if (!again && !changed.insert(100 + static_cast<int>(event.key)).second) return;
                event.down ? void(held_.insert(event.key)) : void(held_.erase(event.key));
#if IMGUI_VERSION_NUM < 18700
                io.KeysDown[static_cast<int>(event.key)] = event.down;
                io.KeyCtrl = event.ctrl;
                io.KeyShift = event.shift;
                io.KeyAlt = event.alt;
#else
                io.AddKeyEvent(ImGuiMod_Ctrl, event.ctrl);
                io.AddKeyEvent(ImGuiMod_Shift, event.shift);
                io.AddKeyEvent(ImGuiMod_Alt, event.alt);
                io.AddKeyEvent(keys[static_cast<std::size_t>(event.key)].second, event.down);
#endif
                if (event.down) layer.note_press(event.key);
                if (event.down) layer.note_stroke({{}, event.key, event.ctrl, event.shift});
                break;
            }
            case What::Text:
                layer.note_stroke({.words = event.words});
                io.AddInputCharactersUTF8(to_field_text(event.words).c_str());
                break;
        }
        events_.pop_front();
    }
}

}  // namespace ui
