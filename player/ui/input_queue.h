// What the pointer and the keyboard did, handed to the interface library at most one change of a
// button or key a frame: a click within one slow frame must not be lost.
#pragma once

#include <deque>
#include <set>
#include <string>
#include <vector>

#include "player/ui/interface.h"

namespace ui {

class Layer;

class InputQueue {
public:
    void mouse_moved(float x, float y);
    void mouse_left();
    void mouse_button(int button, bool down);
    void mouse_wheel(float x, float y);
    void key(UiKey key, bool down, bool ctrl, bool shift, bool alt);
    void text(const std::string& utf8);

    // Hands over what fits into one frame; pressed keys are told to the layer as well.
    void apply(Layer& layer);
    bool empty() const { return events_.empty(); }

    // Enters our keys into the library's key map, once per context.
    static void map_keys();

private:
    enum class What { Moved, Left, Button, Wheel, Key, Text };
    struct Event {
        What what;
        float x = 0;
        float y = 0;
        int button = 0;
        UiKey key = UiKey::Tab;
        bool down = false;
        bool ctrl = false;
        bool shift = false;
        bool alt = false;
        std::string words = {};
    };
    std::deque<Event> events_;
    std::set<UiKey> held_;
};

}  // namespace ui
