// Textures that are only counted, and the waking of whoever waits for them.
#pragma once

#include <doctest/doctest.h>

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <set>
#include <span>

#include "player/screen/mesh.h"

namespace made_up {

// What makes and drops textures runs in the test's thread, what wakes in any.
struct CountedTextures {
    std::set<screen::TextureId> held;
    screen::TextureId last = 0;

    auto make() {
        return [this](std::span<const std::uint8_t> rgba, int width_px, int height_px) {
            CHECK(rgba.size() == static_cast<std::size_t>(width_px * height_px * 4));
            held.insert(++last);
            return last;
        };
    }
    auto drop() {
        return [this](screen::TextureId texture) { CHECK(held.erase(texture) == 1); };
    }
    auto wake() {
        return [this] {
            const std::lock_guard lock(mutex_);
            woken_ = true;
            changed_.notify_all();
        };
    }
    // Until something has woken since the last call.
    void wait(std::chrono::seconds patience) {
        std::unique_lock lock(mutex_);
        REQUIRE(changed_.wait_for(lock, patience, [this] { return woken_; }));
        woken_ = false;
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    bool woken_ = false;
};

}  // namespace made_up
