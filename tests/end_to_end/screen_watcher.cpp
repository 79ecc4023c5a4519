#include "tests/end_to_end/screen_watcher.h"

#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <stdexcept>

#include "tests/end_to_end/screen_grab.h"

namespace end_to_end {

namespace {

using namespace std::chrono_literals;

constexpr auto look_every = 2ms;
constexpr int strip_rows = 8;  // of the picture: enough for the reader, quick to fetch
// The whole screen is searched only when the strip shows nothing, and not more often than this.
constexpr auto search_every = 40ms;
constexpr auto screenshot_every = 80ms;
// Where in the bars' height the strip lies; something may cover one place of it.
constexpr std::array strip_places{0.30, 0.60, 0.15, 0.80, 0.45};

// Looks at a strip where the bars were last seen, else at everything.
class Reader {
public:
    explicit Reader(const std::string& name)
        : display_(open_display(name)),
          strip_(display_.get(), DisplayWidth(display_.get(), DefaultScreen(display_.get())),
                 strip_rows),
          whole_(display_.get(), strip_.width_px(),
                 DisplayHeight(display_.get(), DefaultScreen(display_.get()))) {}

    std::optional<NumberedPicture> read() {
        if (strip_at_) {
            if (const auto found = find(strip_, strip_.look(0, *strip_at_))) return found->picture;
        }
        const WallTime now = std::chrono::steady_clock::now();
        if (now < search_at_) return std::nullopt;
        search_at_ = now + search_every;
        const auto found = find(whole_, whole_.look(0, 0));
        if (!found) return std::nullopt;
        const double place = strip_places[searches_++ % strip_places.size()];
        const double row = found->first_row + place * (found->last_row - found->first_row);
        strip_at_ = std::clamp(static_cast<int>(row), 0, whole_.height_px() - strip_rows);
        return found->picture;
    }

private:
    static std::optional<FoundPicture> find(const ScreenGrab& grab,
                                            std::span<const std::uint8_t> pixels) {
        if (pixels.empty()) return std::nullopt;
        return support::find_numbered_picture(pixels, grab.width_px(), grab.height_px(),
                                              grab.stride_bytes());
    }

    DisplayHandle display_;  // outlives the grabs
    ScreenGrab strip_;
    ScreenGrab whole_;
    std::optional<int> strip_at_;  // its first row
    WallTime search_at_{};
    std::size_t searches_ = 0;
};

}  // namespace

bool Screenshot::save(const std::filesystem::path& file) const {
    std::ofstream out(file, std::ios::binary);
    out << "P6\n" << width_px << " " << height_px << "\n255\n";
    for (std::size_t i = 0; i + 3 < bgrx.size(); i += 4) {
        out.put(static_cast<char>(bgrx[i + 2]));
        out.put(static_cast<char>(bgrx[i + 1]));
        out.put(static_cast<char>(bgrx[i]));
    }
    return static_cast<bool>(out);
}

ScreenWatcher::ScreenWatcher(const std::string& display)
    : display_(display), thread_([this](const std::stop_token& stop) { watch(stop); }) {
    std::unique_lock lock(mutex_);
    if (!looked_.wait_for(lock, 30s, [this] { return looks_ > 0 || !trouble_.empty(); }) ||
        !trouble_.empty()) {
        throw std::runtime_error("cannot watch the screen: " + trouble_);
    }
}

ScreenWatcher::~ScreenWatcher() = default;

void ScreenWatcher::watch(const std::stop_token& stop) {
    // Late looks make a test less sure of itself, not wrong: so it may be refused.
    ::setpriority(PRIO_PROCESS, 0, -10);
    try {
        Reader reader(display_);
        WallTime next = std::chrono::steady_clock::now();
        while (!stop.stop_requested()) {
            std::optional<NumberedPicture> picture = reader.read();
            const WallTime now = std::chrono::steady_clock::now();
            next = std::max(next + look_every, now + look_every / 4);
            std::unique_lock lock(mutex_);
            note(picture, now);
            looked_.notify_all();
            looked_.wait_until(lock, stop, next, [] { return false; });
        }
    } catch (const std::runtime_error& error) {
        const std::lock_guard lock(mutex_);
        trouble_ = error.what();
        looked_.notify_all();
    }
}

void ScreenWatcher::note(std::optional<NumberedPicture> picture, WallTime at) {
    if (record_.empty() || record_.back().picture != picture) {
        record_.push_back({picture, last_.value_or(at), at, at});
    }
    record_.back().until = at;
    last_ = at;
    ++looks_;
}

std::size_t ScreenWatcher::mark() const {
    const std::lock_guard lock(mutex_);
    return record_.size() - 1;
}

std::vector<Shown> ScreenWatcher::since(std::size_t mark) const {
    const std::lock_guard lock(mutex_);
    return {record_.begin() + static_cast<std::ptrdiff_t>(mark), record_.end()};
}

std::optional<NumberedPicture> ScreenWatcher::now() const {
    const std::lock_guard lock(mutex_);
    return record_.back().picture;
}

bool ScreenWatcher::wait(std::size_t mark, const Condition& holds,
                         std::chrono::milliseconds at_most) const {
    std::unique_lock lock(mutex_);
    return looked_.wait_for(lock, at_most,
                            [&] { return holds(std::span<const Shown>{record_}.subspan(mark)); });
}

Screenshot ScreenWatcher::screenshot() const {
    const DisplayHandle display = open_display(display_);
    const int screen = DefaultScreen(display.get());
    ScreenGrab grab(display.get(), DisplayWidth(display.get(), screen),
                    DisplayHeight(display.get(), screen));
    const std::span<const std::uint8_t> pixels = grab.look(0, 0);
    Screenshot shot{grab.width_px(), grab.height_px(), {}};
    const std::size_t row_bytes = static_cast<std::size_t>(shot.width_px) * 4;
    for (int y = 0; y < shot.height_px; ++y) {
        const auto row = pixels.subspan(
            static_cast<std::size_t>(y) * static_cast<std::size_t>(grab.stride_bytes()), row_bytes);
        shot.bgrx.insert(shot.bgrx.end(), row.begin(), row.end());
    }
    return shot;
}

bool ScreenWatcher::wait_screen(const std::function<bool(const Screenshot&)>& holds,
                                std::chrono::milliseconds at_most) const {
    const WallTime deadline = std::chrono::steady_clock::now() + at_most;
    while (!holds(screenshot())) {
        const WallTime now = std::chrono::steady_clock::now();
        if (now >= deadline) return false;
        std::unique_lock lock(mutex_);
        looked_.wait_until(lock, std::min(deadline, now + screenshot_every), [] { return false; });
    }
    return true;
}

std::optional<FoundPicture> ScreenWatcher::find(const Screenshot& shot) {
    return support::find_numbered_picture(shot.bgrx, shot.width_px, shot.height_px,
                                          shot.width_px * 4);
}

}  // namespace end_to_end
