// The stills that are in sight as textures: read and scaled in the background, and dropped when
// they have been out of sight for long enough.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <thread>
#include <vector>

#include "player/media/making/still_reader.h"
#include "player/screen/mesh.h"

namespace app {

// A still at the size at which it is shown: texel for pixel costs least to draw.
struct WantedStill {
    std::string file;  // in the folder of stills
    int width_px = 0;
    int height_px = 0;

    auto operator<=>(const WantedStill&) const = default;
};

// Owned by the main thread; one thread of its own that reads and scales.
class StillPictures {
public:
    // Two screens full of cells at 1366x768 take 5 MB, at 3840x2160 about 40.
    static constexpr std::size_t usual_bytes = 32u << 20;

    using MakeTexture = std::function<screen::TextureId(std::span<const std::uint8_t> rgba,
                                                        int width_px, int height_px)>;
    using DropTexture = std::function<void(screen::TextureId)>;

    // @param wake  called on the reading thread when a picture is ready
    StillPictures(std::filesystem::path folder, std::size_t most_bytes, MakeTexture make,
                  DropTexture drop, std::function<void()> wake);
    ~StillPictures();

    // What is in sight, the most wanted first. Only these are read; what was wanted before and is
    // not read yet is forgotten. Call it in every frame.
    void want(std::vector<WantedStill> stills);
    // The texture, 0 while there is none.
    screen::TextureId of(const WantedStill& still) const;
    // Makes textures of what has been read, and makes room. True when there are new ones.
    bool take_ready();

    std::size_t bytes() const { return bytes_; }

private:
    struct Shown {
        screen::TextureId texture = 0;  // 0: cannot be read
        std::size_t bytes = 0;
        std::uint64_t wanted_in = 0;  // the latest want() that named it
    };
    void make_room();
    void read_all(const std::stop_token& stop);

    const std::filesystem::path folder_;
    const std::size_t most_bytes_;
    const MakeTexture make_;
    const DropTexture drop_;
    const std::function<void()> wake_;
    std::map<WantedStill, Shown> shown_;  // main thread
    std::vector<WantedStill> wanted_;     // main thread: the last call's
    std::size_t bytes_ = 0;
    std::uint64_t round_ = 0;

    struct Ready {
        WantedStill which;
        std::optional<media::Still> still;  // nothing: it cannot be read
    };
    struct Shared {  // everything two threads touch
        std::mutex mutex;
        std::condition_variable_any changed;
        std::vector<WantedStill> to_read;      // the most wanted last; guarded by mutex
        std::optional<WantedStill> under_way;  // guarded by mutex
        std::vector<Ready> ready;              // guarded by mutex
    } shared_;

    std::jthread thread_;  // last member: started last, joined first
};

}  // namespace app
