#include "tests/end_to_end/sound_recording.h"

#include <sys/resource.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <condition_variable>
#include <cstring>
#include <fstream>

#include "player/media/engine.h"

namespace end_to_end {

namespace {

using namespace std::chrono_literals;

constexpr std::int64_t frame_bytes = 2 * sizeof(float);
constexpr auto look_every = 1ms;
constexpr auto late = 5ms;

}  // namespace

SoundRecording::SoundRecording(std::filesystem::path file)
    : file_(std::move(file)), thread_([this](const std::stop_token& stop) { watch(stop); }) {}

SoundRecording::~SoundRecording() = default;

void SoundRecording::watch(const std::stop_token& stop) {
    ::setpriority(PRIO_PROCESS, 0, -10);  // may be refused: looks come later then, and are left out
    std::condition_variable_any never;
    std::unique_lock lock(mutex_);
    WallTime before = std::chrono::steady_clock::now();
    std::int64_t frames = 0;
    while (!stop.stop_requested()) {
        struct stat status {};
        const bool there = ::stat(file_.c_str(), &status) == 0;
        const WallTime now = std::chrono::steady_clock::now();
        const std::int64_t size = there ? status.st_size / frame_bytes : 0;
        if (size > frames) {
            growths_.push_back({size, before, now});
            frames = size;
        }
        before = now;
        never.wait_for(lock, stop, look_every, [] { return false; });
    }
}

std::optional<WallTime> SoundRecording::handed_over(std::int64_t frame) const {
    const std::lock_guard lock(mutex_);
    const auto growth =
        std::upper_bound(growths_.begin(), growths_.end(), frame,
                         [](std::int64_t wanted, const Growth& g) { return wanted < g.frames; });
    if (growth == growths_.end() || growth == growths_.begin()) return std::nullopt;
    if (growth->seen - growth->before > late) return std::nullopt;
    const std::int64_t into_buffer = frame - std::prev(growth)->frames;
    return growth->seen + std::chrono::microseconds(into_buffer * 1'000'000 / media::sound_rate_hz);
}

std::vector<std::int64_t> SoundRecording::beeps() const {
    constexpr float loud = 0.1F;
    constexpr std::int64_t silence = media::sound_rate_hz / 5;
    std::ifstream in(file_, std::ios::binary);
    std::vector<std::int64_t> found;
    std::int64_t last_loud = -silence - 1;
    std::array<float, 2048> samples{};
    std::int64_t frame = 0;
    while (in.read(reinterpret_cast<char*>(samples.data()), sizeof(samples)) || in.gcount() > 0) {
        const auto frames = in.gcount() / frame_bytes;
        for (std::int64_t i = 0; i < frames; ++i, ++frame) {
            if (std::abs(samples[static_cast<std::size_t>(2 * i)]) < loud) continue;
            if (frame - last_loud > silence) found.push_back(frame);
            last_loud = frame;
        }
    }
    return found;
}

}  // namespace end_to_end
