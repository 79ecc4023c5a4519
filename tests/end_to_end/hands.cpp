#include "tests/end_to_end/hands.h"

#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>
#include <X11/keysym.h>

#include <cctype>
#include <map>
#include <stdexcept>
#include <vector>

namespace end_to_end {

namespace {

// A finger takes this long to come down and to go up again. A key that comes down within 2 ms of
// its last release is one that is held and repeats (how SDL 2 tells the X server's repeats).
constexpr unsigned long finger_ms = 15;

KeySym symbol_of(const std::string& key) {
    static const std::map<std::string, KeySym> named{{"Space", XK_space},
                                                     {"Enter", XK_Return},
                                                     {"PageUp", XK_Page_Up},
                                                     {"PageDown", XK_Page_Down},
                                                     {"Backspace", XK_BackSpace}};
    if (const auto found = named.find(key); found != named.end()) return found->second;
    if (key.size() == 1) {  // Latin letters, digits and signs are their own symbols
        return static_cast<KeySym>(std::tolower(static_cast<unsigned char>(key[0])));
    }
    return XStringToKeysym(key.c_str());
}

}  // namespace

Hands::Hands(const std::string& display) : display_(open_display(display)) {
    int unused = 0;
    if (XTestQueryExtension(display_.get(), &unused, &unused, &unused, &unused) == False) {
        throw std::runtime_error("the display takes no made-up keys");
    }
    // However late a busy machine lets a key go, it was pressed once.
    XAutoRepeatOff(display_.get());
    XSync(display_.get(), False);
}

void Hands::press(std::string_view chord) {
    const catalogue::Result<catalogue::Chord> parsed = catalogue::parse_chord(chord);
    if (!parsed) throw std::invalid_argument(catalogue::to_text(parsed.error()));
    press(*parsed);
}

void Hands::press(const catalogue::Chord& chord) {
    std::vector<KeySym> symbols;
    if (chord.ctrl) symbols.push_back(XK_Control_L);
    if (chord.alt) symbols.push_back(XK_Alt_L);
    if (chord.shift) symbols.push_back(XK_Shift_L);
    symbols.push_back(symbol_of(chord.key));
    std::vector<KeyCode> codes;
    for (const KeySym symbol : symbols) {
        const KeyCode code = XKeysymToKeycode(display_.get(), symbol);
        if (code == 0) {
            throw std::invalid_argument("no key for " + catalogue::to_text(chord));
        }
        codes.push_back(code);
    }
    for (const KeyCode code : codes) {
        XTestFakeKeyEvent(display_.get(), code, True, code == codes.front() ? finger_ms : 0);
    }
    for (auto code = codes.rbegin(); code != codes.rend(); ++code) {
        XTestFakeKeyEvent(display_.get(), *code, False, *code == codes.back() ? finger_ms : 0);
    }
    XSync(display_.get(), False);
}

void Hands::move_to(int x_px, int y_px) {
    XTestFakeMotionEvent(display_.get(), -1, x_px, y_px, CurrentTime);
    XSync(display_.get(), False);
}

void Hands::click(int x_px, int y_px) {
    move_to(x_px, y_px);
    XTestFakeButtonEvent(display_.get(), 1, True, CurrentTime);
    XTestFakeButtonEvent(display_.get(), 1, False, CurrentTime);
    XSync(display_.get(), False);
}

void Hands::type(std::string_view words) {
    for (const char letter : words) {
        if (letter == ' ') {
            press("Space");
        } else if (letter == '_') {
            press("Shift+-");
        } else {
            const auto code = static_cast<unsigned char>(letter);
            const std::string key{static_cast<char>(std::toupper(code))};
            press((std::isupper(code) != 0 ? "Shift+" : "") + key);
        }
    }
}

std::optional<unsigned long> Hands::listener() const {
    Window focus = None;
    int revert = 0;
    XGetInputFocus(display_.get(), &focus, &revert);
    if (focus == None || focus == PointerRoot || focus == DefaultRootWindow(display_.get())) {
        return std::nullopt;
    }
    return focus;
}

}  // namespace end_to_end
