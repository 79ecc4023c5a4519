// Scales pictures to 32-bit pixels on the processor, for machines without a GPU and for files.
#pragma once

#include <cstdint>
#include <memory>

#include "player/media/picture.h"

namespace media {

// Of a scaled picture, in its pixels. `left` and `top` are even, because two by two share a colour.
struct PicturePart {
    int left = 0;
    int top = 0;
    int width_px = 0;
    int height_px = 0;
};

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
    // The same, but only the pixels of `part` are written, where they are in the whole.
    void scale(const Picture& picture, std::uint8_t* target, int stride_bytes, int width_px,
               int height_px, const PicturePart& part);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace media
