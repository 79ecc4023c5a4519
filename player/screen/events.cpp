#include "player/screen/events.h"

#include <SDL.h>

#include <algorithm>
#include <atomic>
#include <thread>

#include "player/screen/key_names.h"
#include "player/screen/utf8.h"

namespace screen {

namespace {

using std::chrono::milliseconds;

// Set from any thread, taken by the main thread.
std::atomic<bool> wake_is_queued = false;
// SDL makes its queue when the platform is opened.
std::atomic<bool> queue_is_there = false;

// Translates SDL's queue. Main thread only.
class Translator {
public:
    void translate(const SDL_Event& event, std::vector<Event>& to);

private:
    void key_down(const SDL_KeyboardEvent& event, std::vector<Event>& to);
    void typed(const SDL_TextInputEvent& event, std::vector<Event>& to);
    void window(const SDL_WindowEvent& event, std::vector<Event>& to);
    void dropped(const SDL_DropEvent& event, std::vector<Event>& to);

    KeyNames names_;
    bool text_is_command_ = false;  // what the last key typed is part of a Ctrl or Alt combination
};

// SDL has one queue in the process, so there is one translator.
Translator& translator() {
    static Translator one;
    return one;
}

// Points of the window system to pixels.
struct Scale {
    float x = 1;
    float y = 1;
};
Scale scale_of(WindowId id) {
    SDL_Window* window = SDL_GetWindowFromID(id);
    if (window == nullptr) return {};
    int points_x = 0;
    int points_y = 0;
    int pixels_x = 0;
    int pixels_y = 0;
    SDL_GetWindowSize(window, &points_x, &points_y);
    SDL_GetWindowSizeInPixels(window, &pixels_x, &pixels_y);
    if (points_x <= 0 || points_y <= 0) return {};
    return {static_cast<float>(pixels_x) / static_cast<float>(points_x),
            static_cast<float>(pixels_y) / static_cast<float>(points_y)};
}

void moved(const SDL_MouseMotionEvent& event, std::vector<Event>& to) {
    const Scale scale = scale_of(event.windowID);
    const MouseMoved move{static_cast<float>(event.x) * scale.x,
                          static_cast<float>(event.y) * scale.y, event.windowID};
    // A mouse reports up to a thousand times a second: only where it ended up matters.
    if (!to.empty()) {
        if (auto* last = std::get_if<MouseMoved>(&to.back()); last && last->window == move.window) {
            *last = move;
            return;
        }
    }
    to.push_back(move);
}

void button(const SDL_MouseButtonEvent& event, std::vector<Event>& to) {
    PointerButton which = PointerButton::Left;
    switch (event.button) {
        case SDL_BUTTON_LEFT:
            break;
        case SDL_BUTTON_MIDDLE:
            which = PointerButton::Middle;
            break;
        case SDL_BUTTON_RIGHT:
            which = PointerButton::Right;
            break;
        default:
            return;
    }
    const Scale scale = scale_of(event.windowID);
    to.push_back(MouseButton{which, event.type == SDL_MOUSEBUTTONDOWN, event.clicks,
                             static_cast<float>(event.x) * scale.x,
                             static_cast<float>(event.y) * scale.y, event.windowID});
}

void wheel(const SDL_MouseWheelEvent& event, std::vector<Event>& to) {
    const float sign = event.direction == SDL_MOUSEWHEEL_FLIPPED ? -1.0F : 1.0F;
    to.push_back(MouseWheel{event.preciseX * sign, event.preciseY * sign, event.windowID});
}

void Translator::key_down(const SDL_KeyboardEvent& event, std::vector<Event>& to) {
    // What the key types tells what it is called: SDL queues it right behind.
    SDL_Event next{};
    std::string text;
    if (SDL_PeepEvents(&next, 1, SDL_PEEKEVENT, SDL_FIRSTEVENT, SDL_LASTEVENT) == 1 &&
        next.type == SDL_TEXTINPUT) {
        text = next.text.text;
    }
    text_is_command_ = is_command(event.keysym, text);
    if (auto chord = names_.went_down(event.keysym, text)) {
        to.push_back(KeyDown{std::move(*chord), event.repeat != 0, event.windowID});
    }
}

void Translator::typed(const SDL_TextInputEvent& event, std::vector<Event>& to) {
    if (std::exchange(text_is_command_, false)) return;
    std::string text = clean_utf8(event.text);
    std::erase_if(text, [](char c) { return (c >= 0 && c < ' ') || c == 0x7F; });
    if (!text.empty()) to.push_back(Text{std::move(text), event.windowID});
}

void Translator::window(const SDL_WindowEvent& event, std::vector<Event>& to) {
    const WindowId id = event.windowID;
    switch (event.event) {
        case SDL_WINDOWEVENT_SIZE_CHANGED:
            if (SDL_Window* window = SDL_GetWindowFromID(id)) {
                Resized resized{0, 0, id};
                SDL_GetWindowSizeInPixels(window, &resized.width_px, &resized.height_px);
                to.push_back(resized);
            }
            break;
        case SDL_WINDOWEVENT_EXPOSED:
        case SDL_WINDOWEVENT_SHOWN:
        case SDL_WINDOWEVENT_RESTORED:
            to.push_back(Exposed{id});
            break;
        case SDL_WINDOWEVENT_LEAVE:
            to.push_back(MouseLeft{id});
            break;
        case SDL_WINDOWEVENT_FOCUS_GAINED:
            to.push_back(FocusGained{id});
            break;
        case SDL_WINDOWEVENT_FOCUS_LOST:
            names_.forget_held();
            to.push_back(FocusLost{id});
            break;
        case SDL_WINDOWEVENT_CLOSE:
            to.push_back(CloseRequested{id});
            break;
        default:
            break;
    }
}

void Translator::dropped(const SDL_DropEvent& event, std::vector<Event>& to) {
    if (event.type == SDL_DROPFILE && event.file != nullptr) {
        to.push_back(FileDropped{event.file, event.windowID});
    }
    SDL_free(event.file);
}

void Translator::translate(const SDL_Event& event, std::vector<Event>& to) {
    switch (event.type) {
        case SDL_KEYDOWN:
            key_down(event.key, to);
            break;
        case SDL_KEYUP:
            if (auto chord = names_.came_up(event.key.keysym)) {
                to.push_back(KeyUp{std::move(*chord), event.key.windowID});
            }
            break;
        case SDL_TEXTINPUT:
            typed(event.text, to);
            break;
        case SDL_MOUSEMOTION:
            moved(event.motion, to);
            break;
        case SDL_MOUSEBUTTONDOWN:
        case SDL_MOUSEBUTTONUP:
            button(event.button, to);
            break;
        case SDL_MOUSEWHEEL:
            wheel(event.wheel, to);
            break;
        case SDL_WINDOWEVENT:
            window(event.window, to);
            break;
        case SDL_QUIT:
            to.push_back(CloseRequested{});
            break;
        case SDL_AUDIODEVICEADDED:
            if (event.adevice.iscapture == 0) to.push_back(AudioDeviceAdded{});
            break;
        case SDL_AUDIODEVICEREMOVED:
            if (event.adevice.iscapture == 0) to.push_back(AudioDeviceLost{});
            break;
        case SDL_RENDER_TARGETS_RESET:
        case SDL_RENDER_DEVICE_RESET:
            to.push_back(RendererReset{});
            break;
        case SDL_DROPFILE:
        case SDL_DROPTEXT:
            dropped(event.drop, to);
            break;
        case SDL_USEREVENT:
            wake_is_queued = false;
            to.push_back(Woken{});
            break;
        default:
            break;
    }
}

// Sleeps until there is something in the queue, or `until` has come.
bool sleep_for_event(std::optional<WallTime> until, SDL_Event& first) {
    if (!until) return SDL_WaitEvent(&first) == 1;
    const auto left = *until - std::chrono::steady_clock::now();
    // SDL counts in whole milliseconds: whole ones are slept there, awake for events, and the rest
    // is slept deaf, so that a picture is not shown a millisecond late.
    const auto whole = std::chrono::duration_cast<milliseconds>(left);
    const auto longest = milliseconds(std::chrono::hours(1));
    if (whole.count() > 0 &&
        SDL_WaitEventTimeout(&first, static_cast<int>(std::min(whole, longest).count())) == 1) {
        return true;
    }
    const auto rest = *until - std::chrono::steady_clock::now();
    if (rest > WallTime::duration::zero() && rest < milliseconds(1)) {
        std::this_thread::sleep_until(*until);
    }
    return SDL_PollEvent(&first) == 1;
}

}  // namespace

std::vector<Event> wait_events(std::optional<WallTime> until) {
    std::vector<Event> events;
    SDL_Event event{};
    if (!sleep_for_event(until, event)) return events;
    do {
        translator().translate(event, events);
    } while (SDL_PollEvent(&event) == 1);
    return events;
}

void set_queue_there(bool there) {
    queue_is_there = there;
}

void wake() {
    if (!queue_is_there || wake_is_queued.exchange(true)) return;
    SDL_Event event{};
    event.type = SDL_USEREVENT;
    if (SDL_PushEvent(&event) != 1) wake_is_queued = false;
}

}  // namespace screen
