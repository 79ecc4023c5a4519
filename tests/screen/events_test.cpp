#include "player/screen/events.h"

#include <SDL.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <thread>

using namespace std::chrono_literals;
using namespace screen;

namespace {

WallTime now() {
    return std::chrono::steady_clock::now();
}

void push_key(Uint32 type, SDL_Scancode scancode, SDL_Keycode sym, int mod = KMOD_NONE,
              int repeat = 0) {
    SDL_Event event{};
    event.type = type;
    event.key.keysym.scancode = scancode;
    event.key.keysym.sym = sym;
    event.key.keysym.mod = static_cast<Uint16>(mod);
    event.key.repeat = static_cast<Uint8>(repeat);
    SDL_PushEvent(&event);
}

void push_text(const char* text) {
    SDL_Event event{};
    event.type = SDL_TEXTINPUT;
    SDL_strlcpy(event.text.text, text, sizeof event.text.text);
    SDL_PushEvent(&event);
}

void push_motion(int x, int y) {
    SDL_Event event{};
    event.type = SDL_MOUSEMOTION;
    event.motion.x = x;
    event.motion.y = y;
    SDL_PushEvent(&event);
}

std::vector<Event> queued() {
    return wait_events(now());
}

// All of one kind, in order.
template <class Kind>
std::vector<Kind> of_kind(const std::vector<Event>& events) {
    std::vector<Kind> found;
    for (const Event& event : events) {
        if (const auto* one = std::get_if<Kind>(&event)) found.push_back(*one);
    }
    return found;
}

}  // namespace

TEST_CASE("a key and what it types come as one key and one text") {
    queued();
    push_key(SDL_KEYDOWN, SDL_SCANCODE_SLASH, SDLK_SLASH, KMOD_LSHIFT);
    push_text("?");
    push_key(SDL_KEYUP, SDL_SCANCODE_SLASH, SDLK_SLASH);
    const auto events = queued();
    REQUIRE(events.size() == 3);
    CHECK(std::get<KeyDown>(events[0]).chord == catalogue::Chord{false, false, false, "?"});
    CHECK(std::get<Text>(events[1]).utf8 == "?");
    CHECK(std::get<KeyUp>(events[2]).chord == catalogue::Chord{false, false, false, "?"});
}

TEST_CASE("what is typed with Ctrl is a command and no text") {
    queued();
    push_key(SDL_KEYDOWN, SDL_SCANCODE_EQUALS, SDLK_EQUALS, KMOD_LCTRL);
    push_text("=");
    push_key(SDL_KEYDOWN, SDL_SCANCODE_A, SDLK_a);
    push_text("a");
    const auto events = queued();
    CHECK(of_kind<KeyDown>(events).size() == 2);
    const auto texts = of_kind<Text>(events);
    REQUIRE(texts.size() == 1);
    CHECK(texts[0].utf8 == "a");
}

TEST_CASE("a repeated key says so") {
    queued();
    push_key(SDL_KEYDOWN, SDL_SCANCODE_LEFT, SDLK_LEFT);
    push_key(SDL_KEYDOWN, SDL_SCANCODE_LEFT, SDLK_LEFT, KMOD_NONE, 1);
    const auto keys = of_kind<KeyDown>(queued());
    REQUIRE(keys.size() == 2);
    CHECK(!keys[0].repeat);
    CHECK(keys[1].repeat);
}

TEST_CASE("text is cleaned of what is no text") {
    queued();
    push_text(
        "a\x07\xFF"
        "b");
    push_text("\x1B");
    const auto texts = of_kind<Text>(queued());
    REQUIRE(texts.size() == 1);
    CHECK(texts[0].utf8 ==
          "a\xEF\xBF\xBD"
          "b");
}

TEST_CASE("a mouse that moves many times has moved once, and a click keeps its order") {
    queued();
    for (int i = 0; i < 50; ++i)
        push_motion(i, 2 * i);
    SDL_Event click{};
    click.type = SDL_MOUSEBUTTONDOWN;
    click.button.button = SDL_BUTTON_LEFT;
    click.button.x = 49;
    click.button.clicks = 2;
    SDL_PushEvent(&click);
    push_motion(3, 4);
    const auto events = queued();
    REQUIRE(events.size() == 3);
    CHECK(std::get<MouseMoved>(events[0]).x_px == 49);
    CHECK(std::get<MouseMoved>(events[0]).y_px == 98);
    CHECK(std::get<MouseButton>(events[1]).clicks == 2);
    CHECK(std::get<MouseButton>(events[1]).down);
    CHECK(std::get<MouseMoved>(events[2]).x_px == 3);
}

TEST_CASE("a window that loses the focus forgets the keys that were held") {
    queued();
    push_key(SDL_KEYDOWN, SDL_SCANCODE_A, SDLK_a);
    SDL_Event event{};
    event.type = SDL_WINDOWEVENT;
    event.window.event = SDL_WINDOWEVENT_FOCUS_LOST;
    SDL_PushEvent(&event);
    push_key(SDL_KEYUP, SDL_SCANCODE_A, SDLK_a);
    const auto events = queued();
    CHECK(of_kind<FocusLost>(events).size() == 1);
    CHECK(of_kind<KeyUp>(events).empty());
}

TEST_CASE("asking the program to end is a wish to close") {
    queued();
    SDL_Event event{};
    event.type = SDL_QUIT;
    SDL_PushEvent(&event);
    const auto closes = of_kind<CloseRequested>(queued());
    REQUIRE(closes.size() == 1);
    CHECK(closes[0].window == 0);
}

TEST_CASE("only what happens to sound going out is told") {
    queued();
    for (const Uint32 type : {SDL_AUDIODEVICEADDED, SDL_AUDIODEVICEREMOVED}) {
        for (const Uint8 is_microphone : {Uint8{0}, Uint8{1}}) {
            SDL_Event event{};
            event.type = type;
            event.adevice.iscapture = is_microphone;
            SDL_PushEvent(&event);
        }
    }
    const auto events = queued();
    CHECK(of_kind<AudioDeviceAdded>(events).size() == 1);
    CHECK(of_kind<AudioDeviceLost>(events).size() == 1);
}

TEST_CASE("a file that is dropped comes with its name") {
    queued();
    SDL_Event event{};
    event.type = SDL_DROPFILE;
    event.drop.file = SDL_strdup("/a folder/module.yaml");
    SDL_PushEvent(&event);
    const auto files = of_kind<FileDropped>(queued());
    REQUIRE(files.size() == 1);
    CHECK(files[0].path == "/a folder/module.yaml");
}

TEST_CASE("waking from another thread ends the sleep") {
    queued();
    std::jthread waker([] { wake(); });
    std::vector<Event> events;
    const WallTime give_up = now() + 20s;
    while (of_kind<Woken>(events).empty() && now() < give_up)
        events = wait_events(give_up);
    CHECK(of_kind<Woken>(events).size() == 1);
}

TEST_CASE("several calls make one wake-up, and the next call another") {
    queued();
    for (int i = 0; i < 100; ++i)
        wake();
    CHECK(of_kind<Woken>(queued()).size() == 1);
    wake();
    CHECK(of_kind<Woken>(queued()).size() == 1);
    CHECK(of_kind<Woken>(queued()).empty());
}
