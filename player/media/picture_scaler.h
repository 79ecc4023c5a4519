// Scales pictures to 32-bit pixels on the processor, for machines without a GPU and for files.
#pragma once

#include <cstdint>
#include <memory>

#include "player/media/picture.h"

namespace media {

// Keeps its tables between pictures of the same shape. One thread at a time.
class PictureScaler {
public:
    PictureScaler();
    ~PictureScaler();
    PictureScaler(PictureScaler&&) noexcept;
    PictureScaler& operator=(PictureScaler&&) noexcept;

    // Fills `width_px` x `height_px` pixels (B, G, R, X in memory) at `target`, rows
    // `stride_bytes` apart. The caller owns the memory.
    void scale(const Picture& picture, std::uint8_t* target, int stride_bytes, int width_px,
               int height_px);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace media
