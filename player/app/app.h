// The program with a window: where catalogue, lessons, media, screen and ui meet. One object, one
// thread, one tick after another.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/problem.h"
#include "lessons/input.h"
#include "player/app/index/wanted.h"
#include "player/media/engine.h"
#include "player/screen/events.h"
#include "player/screen/platform.h"
#include "player/ui/class_wall_view.h"
#include "player/ui/index_view.h"
#include "player/ui/notebook_view.h"
#include "player/ui/search_view.h"
#include "player/ui/views.h"
#include "player/ui/wall_view.h"
#include "player/voice/voice.h"

namespace app {

struct AppState;

struct AppOptions {
    std::optional<std::filesystem::path> module;  // opened at once; else the start screen
    // How long whoever opens a module waits for its disk before there is something else to see.
    std::chrono::milliseconds opening_patience{500};
    std::optional<IndexWanted> index;   // marks where answers lie, instead of playing them
    std::optional<lessons::Seed> seed;  // else drawn from the system's randomness
    bool remember = true;               // go on where this module was left, and keep where one is
    std::optional<lessons::Way> way;    // else as it was left
    bool play_at_once = false;
    std::optional<double> loudness_lufs;         // of every answer; else as it is set
    std::optional<bool> full_screen;             // else as it was left
    std::optional<std::pair<int, int>> size_px;  // else as it was left
    screen::Display display = screen::Display::OfTheMachine;
    // What reads aloud, when that is asked for.
    std::function<std::unique_ptr<voice::Voice>(std::function<void()> wake)> open_voice =
        voice::open_voice;
    bool open_speaker = true;  // false: whoever made the app pulls the sound from sound()
};

// Main thread only.
class App {
public:
    // Fails in words for the terminal: no display, no fonts, a module that cannot be opened.
    static catalogue::Result<std::unique_ptr<App>> open(const AppOptions& options);
    ~App();

    // Takes in what happened, moves everything on to `now`, and draws what changed. Returns when
    // to call again at the latest; nothing: when something happens.
    std::optional<screen::WallTime> tick(const std::vector<screen::Event>& events,
                                         screen::WallTime now);
    bool finished() const;

    // As if its key had been pressed; the names are those of assets/keys.yaml. Unknown names are
    // a mistake of the caller.
    void run_command(std::string_view command);
    void act(const ui::Action& action);

    // Keeps where one is. Also done every 20 s and on closing.
    void save();

    bool playing() const;  // the controls want it so

    // For the tour.
    media::SoundTap& sound();
    std::vector<std::uint8_t> pixels() const;  // B, G, R, X rows
    int width_px() const;
    int height_px() const;
    // The same of the room's window; empty while it has none.
    std::vector<std::uint8_t> room_pixels() const;
    // The stage as it was last shown; nothing while it is not.
    const ui::StageView* stage() const;
    // The wall as it was last shown; nothing while it is not up.
    const ui::WallView* wall() const;
    const ui::ClassWallView* class_wall() const;  // likewise
    // The marking of a film, likewise.
    const ui::IndexView* index() const;
    // The search, likewise, and what is in its field.
    const ui::SearchView* search() const;
    const std::string& search_words() const;
    // The notebook, likewise.
    const ui::NotebookView* notebook() const;

private:
    explicit App(std::unique_ptr<AppState> state);
    std::unique_ptr<AppState> state_;
};

}  // namespace app
