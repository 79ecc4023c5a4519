// The real program on a screen of its own, driven by keyboard and mouse and judged by what is to be
// seen.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/key_table.h"
#include "tests/end_to_end/child_process.h"
#include "tests/end_to_end/hands.h"
#include "tests/end_to_end/numbered_module.h"
#include "tests/end_to_end/private_display.h"
#include "tests/end_to_end/screen_watcher.h"
#include "tests/support/scratch_folder.h"

namespace end_to_end {

// Longer than anything here takes on the slowest machine: waiting ends with what is waited for.
inline constexpr std::chrono::milliseconds patience{120'000};

// What all tests of a run share: one display, one module, one watcher.
struct Room {
    Room();

    support::ScratchFolder scratch;
    PrivateDisplay display;
    NumberedModule module;
    ScreenWatcher watcher;
    Hands hands;
    catalogue::KeyTable keys;
    int players = 0;  // that run
};

// Made by the first test that asks.
Room& room();

// Where a run of the program keeps its state: the next run in the same home goes on from there.
class Home {
public:
    const std::filesystem::path& path() const { return scratch_.path(); }

private:
    support::ScratchFolder scratch_;
};

struct Start {
    std::vector<std::string> command = {"play"};
    std::filesystem::path module = {};        // nothing: the numbered one
    std::vector<std::string> arguments = {};  // after the module
    bool start_screen = false;                // with no module at all
    std::vector<std::pair<std::string, std::string>> environment = {};
};

class PlayerOnDisplay {
public:
    // Starts the program and waits for its window to take keys; until it ends it has them, and
    // then whoever had them before.
    explicit PlayerOnDisplay(const Home& home, const Start& start = {});
    ~PlayerOnDisplay();

    bool alive() { return process_->alive(); }
    // The exit code, when it ends.
    std::optional<int> wait_ended() { return process_->wait_ended(patience); }

    // The cell that a new sitting waits at, once it is on the screen. Throws std::runtime_error
    // when none comes.
    Cell opening();

    void press(std::string_view chord);
    void press(std::string_view chord, int times);
    void type(std::string_view words);
    // Presses the key of a command of assets/keys.yaml.
    void command(std::string_view name);

    // Wait until a picture of this cell, or this very picture, is on the screen.
    bool wait_cell(Cell cell);
    bool wait_picture(const NumberedPicture& picture);
    // Waits until the same picture has stood for this long, from now on, and says which. Nothing
    // when it never does or there is none.
    std::optional<NumberedPicture> wait_still(
        std::chrono::milliseconds for_long = std::chrono::milliseconds{600});
    // Waits until the picture has changed several times: it plays.
    bool wait_moving();
    // Waits until no numbered picture is to be seen.
    bool wait_no_film();
    // Waits until an answer other than this one is on the screen, and says which.
    std::optional<Cell> wait_other_than(Cell cell);

    // Goes to a cell from wherever one is, by Ctrl with the arrow keys, as fast as they can be
    // pressed.
    void go_to(Cell from, Cell to);

private:
    std::unique_ptr<ChildProcess> process_;
    std::optional<unsigned long> before_;  // whose the keys were
};

// The numbered pictures of a record, one after another, without what could not be read.
std::vector<NumberedPicture> pictures_in(std::span<const Shown> record);
// The cells that the record visits, one after another.
std::vector<Cell> cells_in(std::span<const Shown> record);
// The pictures of the record that belong to no answer: never to be seen.
std::vector<NumberedPicture> strays_in(std::span<const Shown> record);

}  // namespace end_to_end
