// Looks at a screen some hundred times a second and writes down which numbered picture was to be
// seen on it, and when.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <thread>
#include <vector>

#include "tests/support/numbered_picture.h"

namespace end_to_end {

using WallTime = std::chrono::steady_clock::time_point;
using support::FoundPicture;
using support::NumberedPicture;

// One picture, from the first look that showed it to the last one.
struct Shown {
    std::optional<NumberedPicture> picture;  // nothing: none that can be read
    WallTime before;                         // of the look just before; it still came after that
    WallTime from;
    WallTime until;

    std::chrono::nanoseconds held() const { return until - from; }
};

// The screen at one moment: rows of B, G, R, X.
struct Screenshot {
    int width_px = 0;
    int height_px = 0;
    std::vector<std::uint8_t> bgrx;

    std::uint8_t green(int x, int y) const {
        return bgrx[(static_cast<std::size_t>(y) * static_cast<std::size_t>(width_px) +
                     static_cast<std::size_t>(x)) *
                        4 +
                    1];
    }
    // As PPM, for people who look into a test that failed. False when it cannot be written.
    bool save(const std::filesystem::path& file) const;
};

// Any thread may ask; one thread of its own looks.
class ScreenWatcher {
public:
    // `display`: as in DISPLAY. Throws std::runtime_error when it cannot look at it.
    explicit ScreenWatcher(const std::string& display);
    ~ScreenWatcher();
    ScreenWatcher(const ScreenWatcher&) = delete;
    ScreenWatcher& operator=(const ScreenWatcher&) = delete;

    // A place in the record, to be given to what follows: "from now on". The picture that is on
    // the screen now comes first.
    std::size_t mark() const;
    std::vector<Shown> since(std::size_t mark) const;
    std::optional<NumberedPicture> now() const;

    using Condition = std::function<bool(std::span<const Shown>)>;
    // Waits until `holds` says yes to the record since `mark`. It is asked after every look, with
    // the record locked: it must not ask the watcher. False after `at_most`.
    bool wait(std::size_t mark, const Condition& holds, std::chrono::milliseconds at_most) const;

    // A look at the whole screen, by the caller's thread.
    Screenshot screenshot() const;
    // Waits until `holds` says yes to the whole screen, which is looked at some times a second.
    bool wait_screen(const std::function<bool(const Screenshot&)>& holds,
                     std::chrono::milliseconds at_most) const;
    // Where the numbered picture is in it; nothing when there is none.
    static std::optional<FoundPicture> find(const Screenshot& screenshot);

private:
    void watch(const std::stop_token& stop);
    void note(std::optional<NumberedPicture> picture, WallTime at);

    std::string display_;
    mutable std::mutex mutex_;
    mutable std::condition_variable_any looked_;
    std::vector<Shown> record_;     // guarded by mutex_; never empty after the first look
    std::optional<WallTime> last_;  // guarded by mutex_; the look before
    std::uint64_t looks_ = 0;       // guarded by mutex_
    std::string trouble_;           // guarded by mutex_; why it looks no more
    std::jthread thread_;           // last member: started last, joined first
};

}  // namespace end_to_end
