// Clips that may come next, opened and decoded to their first pictures and sound.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "player/media/reaper.h"

namespace media {

// Main thread only.
class PrerollPool {
public:
    PrerollPool(Reaper& reaper, ClipMeans means, std::function<void()> wake);
    ~PrerollPool();

    // Makes the pool hold `wanted`, most likely first; other sessions are dropped. Opens one at a
    // time, so that the playing clip is not disturbed. Cheap when nothing changed: call it in
    // every frame.
    //
    // @param wanted        may hold more than fits; the rest waits for later calls
    // @param budget_bytes  ceiling for what waits in all sessions together
    void keep(std::span<const ClipOrder> wanted, std::size_t budget_bytes);

    // Hands over the session for `order`, still at its first picture.
    //
    // @returns nothing when it was not prepared or preparing failed: the caller opens the clip
    //          anew and shows that error, not this one
    std::unique_ptr<ClipSession> take(const ClipOrder& order);

    // Whether the clip could start at once.
    bool has_warm(const ClipOrder& order) const;

private:
    Reaper& reaper_;
    const ClipMeans means_;
    std::function<void()> wake_;
    std::vector<std::unique_ptr<ClipSession>> sessions_;
    std::vector<ClipOrder> unusable_;  // or too large: not tried again while wanted
};

}  // namespace media
