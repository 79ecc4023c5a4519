#include "player/app/command_line/progress_bar.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

namespace app {
namespace {

constexpr std::size_t width = 20;
constexpr std::chrono::seconds shown_after{1};
constexpr std::chrono::seconds said_after{10};

}  // namespace

std::string progress_line(std::size_t done, std::size_t of) {
    const std::size_t whole = std::max<std::size_t>(of, 1);
    const std::size_t part = of == 0 ? whole : std::min(done, whole);
    const std::size_t full = width * part / whole;
    return fmt::format("[{:#>{}}{:->{}}] {:3} %  {} of {}", "", full, "", width - full,
                       100 * part / whole, done, of);
}

ProgressBar::ProgressBar(std::ostream& err, bool is_terminal, Now now)
    : err_(err), is_terminal_(is_terminal), now_(now), begin_(now()) {}

ProgressBar::~ProgressBar() {
    if (!shown_.empty()) err_ << "\r" << std::string(shown_.size(), ' ') << "\r" << std::flush;
}

void ProgressBar::show(std::size_t done, std::size_t of) {
    const auto taken = now_() - begin_;
    if (!is_terminal_) {
        const std::size_t tenths = of == 0 ? 10 : 10 * std::min(done, of) / of;
        if (taken < said_after || tenths <= tenths_said_) return;
        tenths_said_ = tenths;
        err_ << fmt::format("{:3} %  {} of {}\n",
                            100 * std::min(done, of) / std::max<std::size_t>(of, 1), done, of)
             << std::flush;
        return;
    }
    if (taken < shown_after) return;
    std::string line = progress_line(done, of);
    if (line == shown_) return;
    // Blanks over what stood longer.
    const std::size_t longer = shown_.size() > line.size() ? shown_.size() - line.size() : 0;
    err_ << "\r" << line << std::string(longer, ' ') << std::flush;
    shown_ = std::move(line);
}

}  // namespace app
