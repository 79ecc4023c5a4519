// How far a long piece of work is, for somebody who waits at a terminal.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>

namespace app {

// Told by work how much of it is done; any number of times.
using Progress = std::function<void(std::size_t done, std::size_t of)>;

// A line of text for `done` of `of`: "[#####---------------]  25 %  5 of 20".
std::string progress_line(std::size_t done, std::size_t of);

// Draws that line over itself at a terminal, and takes it away in the end; what takes less than a
// second shows no bar. Elsewhere, in a file or a log, it says a line of its own for every tenth,
// once the work has taken ten seconds.
class ProgressBar {
public:
    using Now = std::chrono::steady_clock::time_point (*)();

    // `now` is the clock, which a test may replace. `err` outlives the bar.
    ProgressBar(std::ostream& err, bool is_terminal, Now now = &std::chrono::steady_clock::now);
    ~ProgressBar();
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;

    void show(std::size_t done, std::size_t of);
    Progress progress() {
        return [this](std::size_t done, std::size_t of) { show(done, of); };
    }

private:
    std::ostream& err_;
    const bool is_terminal_;
    const Now now_;
    const std::chrono::steady_clock::time_point begin_;
    std::string shown_;            // at a terminal
    std::size_t tenths_said_ = 0;  // elsewhere
};

}  // namespace app
