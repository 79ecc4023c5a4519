#include "tests/end_to_end/player_on_display.h"

#include <fmt/format.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace end_to_end {

namespace {

catalogue::KeyTable read_keys() {
    std::ifstream file(CROSSCUT_KEYS_FILE, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    catalogue::KeyTableReading reading = catalogue::read_key_table(text.str(), CROSSCUT_KEYS_FILE);
    if (!reading.problems.empty()) {
        throw std::runtime_error(catalogue::to_text(reading.problems.front()));
    }
    return std::move(reading.table);
}

// Several pictures one after another: more than a jump.
bool moves(std::span<const Shown> record) {
    constexpr std::size_t enough = 4;
    const std::vector<NumberedPicture> pictures = pictures_in(record);
    return pictures.size() > enough;
}

}  // namespace

Room::Room()
    : display(scratch.path(), 1366, 768),
      module(scratch.path() / "module"),
      watcher(display.name()),
      hands(display.name()),
      keys(read_keys()) {}

Room& room() {
    static Room shared;
    return shared;
}

PlayerOnDisplay::PlayerOnDisplay(const Home& home, const Start& start) {
    Room& here = room();
    Launch launch;
    const char* other = std::getenv("CROSSCUT_E2E_PROGRAM");  // an installed one, for instance
    launch.command = {other != nullptr ? other : CROSSCUT_PROGRAM};
    launch.command.insert(launch.command.end(), start.command.begin(), start.command.end());
    if (!start.start_screen) {
        launch.command.push_back(
            (start.module.empty() ? here.module.folder() : start.module).string());
    }
    launch.command.insert(launch.command.end(), start.arguments.begin(), start.arguments.end());
    launch.environment = {{"DISPLAY", here.display.name()},
                          {"WAYLAND_DISPLAY", ""},
                          {"SDL_VIDEODRIVER", "x11"},
                          {"SDL_AUDIODRIVER", "dummy"},
                          {"HOME", home.path().string()},
                          {"XDG_STATE_HOME", (home.path() / "state").string()},
                          {"XDG_CACHE_HOME", (home.path() / "cache").string()},
                          {"XDG_DATA_HOME", (home.path() / "data").string()},
                          {"XDG_CONFIG_HOME", (home.path() / "config").string()}};
    launch.environment.insert(launch.environment.end(), start.environment.begin(),
                              start.environment.end());
    launch.log = home.path() / "crosscut.log";
    before_ = here.hands.listener();
    process_ = std::make_unique<ChildProcess>(launch);
    ++here.players;
    const auto listens = [&](auto) {
        const std::optional<unsigned long> listener = here.hands.listener();
        return listener && listener != before_;
    };
    if (!here.watcher.wait(here.watcher.mark(), listens, patience)) {
        --here.players;
        throw std::runtime_error("the program opened no window: see " + launch.log.string());
    }
}

PlayerOnDisplay::~PlayerOnDisplay() {
    process_.reset();
    // The next program is not to be taken for this one.
    if (--room().players == 0) {
        wait_no_film();
    } else {
        room().watcher.wait(
            room().watcher.mark(), [&](auto) { return room().hands.listener() == before_; },
            patience);
    }
}

void PlayerOnDisplay::press(std::string_view chord) {
    room().hands.press(chord);
}

void PlayerOnDisplay::press(std::string_view chord, int times) {
    for (int i = 0; i < times; ++i)
        press(chord);
}

void PlayerOnDisplay::type(std::string_view words) {
    room().hands.type(words);
}

void PlayerOnDisplay::command(std::string_view name) {
    const catalogue::KeyBinding* binding = room().keys.of_command(name);
    if (binding == nullptr || binding->chords.empty()) {
        throw std::invalid_argument(fmt::format("no key for '{}'", name));
    }
    room().hands.press(binding->chords.front());
}

bool PlayerOnDisplay::wait_cell(Cell cell) {
    const NumberedClip& clip = *room().module.clip(cell);
    return room().watcher.wait(
        room().watcher.mark(),
        [&](std::span<const Shown> record) {
            const auto& picture = record.back().picture;
            return picture && clip.contains(*picture);
        },
        patience);
}

bool PlayerOnDisplay::wait_picture(const NumberedPicture& picture) {
    return room().watcher.wait(
        room().watcher.mark(),
        [&](std::span<const Shown> record) { return record.back().picture == picture; }, patience);
}

std::optional<NumberedPicture> PlayerOnDisplay::wait_still(std::chrono::milliseconds for_long) {
    std::optional<NumberedPicture> still;
    const WallTime asked = std::chrono::steady_clock::now();
    room().watcher.wait(
        room().watcher.mark(),
        [&](std::span<const Shown> record) {
            const Shown& last = record.back();
            if (last.picture && last.until - std::max(last.from, asked) >= for_long) {
                still = last.picture;
            }
            return still.has_value();
        },
        patience);
    return still;
}

bool PlayerOnDisplay::wait_moving() {
    return room().watcher.wait(room().watcher.mark(), moves, patience);
}

bool PlayerOnDisplay::wait_no_film() {
    constexpr std::chrono::milliseconds surely{300};
    return room().watcher.wait(
        room().watcher.mark(),
        [&](std::span<const Shown> record) {
            return !record.back().picture && record.back().held() >= surely;
        },
        patience);
}

std::optional<Cell> PlayerOnDisplay::wait_other_than(Cell cell) {
    std::optional<Cell> other;
    room().watcher.wait(
        room().watcher.mark(),
        [&](std::span<const Shown> record) {
            const std::optional<NumberedPicture>& picture = record.back().picture;
            const std::optional<Cell> now =
                picture ? room().module.cell_of(*picture) : std::nullopt;
            if (now && *now != cell) other = now;
            return other.has_value();
        },
        patience);
    return other;
}

Cell PlayerOnDisplay::opening() {
    const std::optional<NumberedPicture> first = wait_still();
    const std::optional<Cell> cell = first ? room().module.cell_of(*first) : std::nullopt;
    if (!cell || *first != room().module.clip(*cell)->first_picture()) {
        throw std::runtime_error("the sitting does not wait at the first picture of an answer");
    }
    return *cell;
}

void PlayerOnDisplay::go_to(Cell from, Cell to) {
    if (from == to) press("Space");  // a sitting that opens there waits; choosing plays
    const int people = room().module.people();
    const int down = ((to.person - from.person) % people + people) % people;
    const bool up_is_nearer = down > people / 2;
    for (int i = 0; i < (up_is_nearer ? people - down : down); ++i) {
        press(up_is_nearer ? "Ctrl+Up" : "Ctrl+Down");
    }
    for (int question = from.question; question != to.question;
         question += to.question > from.question ? 1 : -1) {
        press(to.question > from.question ? "Ctrl+Right" : "Ctrl+Left");
    }
}

std::vector<NumberedPicture> pictures_in(std::span<const Shown> record) {
    std::vector<NumberedPicture> pictures;
    for (const Shown& shown : record) {
        if (shown.picture && (pictures.empty() || pictures.back() != *shown.picture)) {
            pictures.push_back(*shown.picture);
        }
    }
    return pictures;
}

std::vector<Cell> cells_in(std::span<const Shown> record) {
    std::vector<Cell> cells;
    for (const NumberedPicture& picture : pictures_in(record)) {
        const std::optional<Cell> cell = room().module.cell_of(picture);
        if (cell && (cells.empty() || cells.back() != *cell)) cells.push_back(*cell);
    }
    return cells;
}

std::vector<NumberedPicture> strays_in(std::span<const Shown> record) {
    std::vector<NumberedPicture> strays;
    for (const NumberedPicture& picture : pictures_in(record)) {
        if (!room().module.cell_of(picture)) strays.push_back(picture);
    }
    return strays;
}

}  // namespace end_to_end
