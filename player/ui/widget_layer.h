// Between the screens and the interface library: every control is reported here while it is drawn.
// Gives the keyboard its order (Tab from control to control, arrows within a list, F6 from area to
// area), the focus ring, tooltips with keys, and scrolling.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "catalogue/key_table.h"
#include "player/ui/interface.h"
#include "player/ui/rect.h"
#include "player/ui/widgets.h"

namespace ui {

enum class Axis { Across, Down, Both };

struct ControlSpec {
    std::uint32_t id = 0;
    Role role = Role::Button;
    std::string_view name;
    std::string_view value = {};
    Rect place;
    bool enabled = true;
    bool chosen = false;
    std::string_view tooltip = {};  // empty: none
};

// Of the system; what was copied last, where there is none.
struct Clipboard {
    std::function<std::string()> get;
    std::function<void(const std::string&)> set;
    std::string last;
};

// What was typed, in order: words, or a key of the interface.
struct Stroke {
    std::string words;  // empty: a key
    UiKey key = UiKey::Tab;
    bool ctrl = false;
    bool shift = false;
};

// What happened to a control since it was last drawn.
struct Touch {
    bool hovered = false;
    bool held = false;
    bool clicked = false;   // by pointer or keyboard
    bool focused = false;   // by keyboard: draw the ring
    int adjusted = 0;       // of a slider: steps up or down by keyboard
    bool released = false;  // the pointer let go of it
};

class Layer {
public:
    // --- frame ---
    void begin_frame(double seconds, float width_px, float height_px);
    void end_frame();
    bool animating() const;

    // --- while drawing ---
    void set_keys(const catalogue::KeyTable* keys) { keys_ = keys; }
    // "PageDown", or nothing when the command has no key.
    std::string key_of(std::string_view command) const;

    void begin_area(Area area) { area_ = area; }
    // Rows until end_list() are one stop for Tab, with arrows along the axis between them; without
    // an axis every arrow goes on or back.
    // Along both axes the list's owner moves the keyboard: the keys are kept for take_moves().
    void begin_list(std::uint32_t id, std::optional<Axis> axis);
    void end_list() { list_ = 0; }
    // Arrows, Home, End, PageUp and PageDown that were pressed in this list since the last frame.
    std::vector<UiKey> take_moves(std::uint32_t list);
    // From here to end_panel() a panel is drawn. A covering one keeps the keyboard inside; of what
    // lies under another the keyboard keeps off.
    void begin_panel(std::uint32_t id, const Rect& place, bool covering);
    // Moves the keyboard into a panel that was just opened, to this control, unless it was opened
    // by the pointer: who points does not want a ring on the screen.
    void enter_panel(std::uint32_t control);
    void end_panel();
    // 0 to 1: how much is to be seen of something that began to be drawn a moment ago.
    float appeared(std::uint32_t id);

    Touch control(const ControlSpec& spec);
    // A row that is scrolled out of sight: not drawn, but the arrows find it.
    void unseen(const ControlSpec& spec);
    // `whole` is what the words are the beginning of; empty when nothing of it is missing.
    void note_text(const std::string& words, std::string_view whole, const PlacePx& place,
                   float em_px);
    void set_typing(std::uint32_t id) { typing_now_ = id; }
    // The same for a field that takes the strokes itself.
    void set_writing(std::uint32_t id) { typing_now_ = writing_now_ = id; }
    // What was typed since the last frame, once.
    std::vector<Stroke> take_strokes();
    bool strokes_taken() const { return strokes_taken_; }  // some, in this frame
    bool types_in(std::uint32_t id) const { return typing_ == id && id != 0; }
    // The press belongs to what lies under the pointer: nothing is scrolled by it.
    void keep_pointer();
    void set_clipboard(Clipboard clipboard) { clipboard_ = std::move(clipboard); }
    void copy(const std::string& text);
    std::string paste() const;
    void move_focus_to(std::uint32_t id);
    // True once, when the keyboard has come to this text field.
    bool take_field_focus(std::uint32_t id);
    bool focus_shown() const { return focused_ != 0 || typing_ != 0; }
    bool is_focused(std::uint32_t id) const { return focused_ == id; }
    void ring(const Rect& place);

    // A region that scrolls along an axis. Everything until end_scroll() is clipped to it.
    // `key` says what is current within it: when it changes, `reveal` is brought into view.
    struct Scrolled {
        float offset = 0;  // pixels that the content is moved up or left by
        float most = 0;    // the largest offset
    };
    Scrolled begin_scroll(std::uint32_t id, const Rect& place, Axis axis, float content_px,
                          std::uint64_t key, const Rect& reveal);
    void end_scroll();
    // Whether the edge of a region that scrolls down goes through something of this height: half a
    // line of words cannot be read.
    bool edge_divides(float top_px, float height_px) const;
    void scroll_by(std::uint32_t id, float px);
    // A focused row that has to come into view, within the scroll region being drawn.
    void reveal(const Rect& place_in_content);
    bool wants_reveal(std::uint32_t id) const { return reveal_ == id && id != 0; }

    bool pressed(UiKey key) const;
    void note_press(UiKey key) { presses_.push_back(key); }
    void note_stroke(Stroke stroke) { strokes_.push_back(std::move(stroke)); }
    bool typing() const { return typing_ != 0; }
    bool writing() const { return writing_ != 0; }

    // --- between frames ---
    bool focus_next(bool backwards);
    bool focus_area_next(bool backwards);
    bool activate_focused();
    bool focus_move(UiKey arrow);
    void drop_focus();

    std::span<const WidgetRecord> records() const { return records_; }
    std::span<const TextRecord> texts() const { return texts_; }

private:
    struct ScrollMemory {
        float offset = 0;
        float most = 0;
        float asked = 0;  // by a button, for the next frame
        std::uint64_t key = 0;
        bool fresh = true;
        bool dragging = false;
        float drag_from = 0;
        Rect place;
        Axis axis = Axis::Down;
        int seen = 0;  // frame it was last drawn in
    };
    struct Appearance {
        float age_s = 0;
        int seen = 0;  // frame it was last drawn in
    };
    struct ListMemory {
        std::optional<Axis> axis = Axis::Down;
    };
    WidgetRecord& note(const ControlSpec& spec);
    std::vector<std::size_t> tab_stops() const;
    std::optional<std::size_t> focused_record() const;
    void focus_record(std::size_t index);
    void draw_tooltip();

    const catalogue::KeyTable* keys_ = nullptr;
    std::vector<WidgetRecord> records_;  // of the frame being drawn, or the last one
    std::vector<TextRecord> texts_;
    std::unordered_map<std::uint32_t, ScrollMemory> scrolls_;
    std::unordered_map<std::uint32_t, ListMemory> lists_;
    std::vector<std::uint32_t> open_scrolls_;
    std::vector<UiKey> presses_;
    std::vector<UiKey> moves_;  // in a list along both axes
    std::uint32_t moved_list_ = 0;

    Area area_ = Area::Panel;
    std::uint32_t list_ = 0;
    std::unordered_map<std::uint32_t, Appearance> appearances_;
    std::uint32_t drawn_panel_ = 0;         // the panel being drawn, covering or not
    std::uint32_t panel_ = 0;               // the covering panel of this frame
    std::uint32_t last_panel_ = 0;          // and of the last one
    std::uint32_t focus_before_panel_ = 0;  // where the keyboard was

    std::uint32_t focused_ = 0;
    std::uint32_t activated_ = 0;
    std::uint32_t field_to_focus_ = 0;
    std::uint32_t reveal_ = 0;
    std::uint32_t adjusted_ = 0;
    int adjust_by_ = 0;
    std::uint32_t typing_ = 0;
    std::uint32_t typing_now_ = 0;
    std::uint32_t writing_ = 0;  // `typing_`, when the field takes the strokes itself
    std::uint32_t writing_now_ = 0;
    std::vector<Stroke> strokes_;
    bool strokes_taken_ = false;
    Clipboard clipboard_;

    struct Tip {
        std::uint32_t id = 0;
        std::string words;
        Rect beside;
    };
    Tip tip_;  // of this frame
    std::uint32_t tip_id_ = 0;
    float tip_age_s_ = 0;
    float seconds_ = 0;
    float since_click_s_ = 1000;
    float width_px_ = 0;
    float height_px_ = 0;
    int frame_ = 0;
};

// How far a focus ring reaches beyond what it is round.
float ring_px();

// The layer of the Interface that lives; main thread only.
Layer& layer();
void use_layer(Layer* layer);

}  // namespace ui
