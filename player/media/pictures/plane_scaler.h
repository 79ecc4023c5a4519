// Scales one plane of 8-bit samples. Private to player/media.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

namespace media {

struct PlaneSize {
    int width = 0;
    int height = 0;
    bool operator==(const PlaneSize&) const = default;
};

// Samples that somebody else owns.
struct PlaneView {
    const std::uint8_t* samples = nullptr;
    int stride_bytes = 0;
};

// Memory that begins, and whose rows begin, where vector instructions want them. It has room for
// one sample more to the right and below.
class AlignedPlane {
public:
    void resize(PlaneSize size);
    void copy(PlaneView from);
    // What is beyond the last column and row repeats them.
    void extend();
    std::uint8_t* row(int y) {
        return samples_.get() + static_cast<std::ptrdiff_t>(y) * stride_bytes_;
    }
    int stride_bytes() const { return stride_bytes_; }
    PlaneView view() const { return {samples_.get(), stride_bytes_}; }

private:
    struct Free {
        void operator()(std::uint8_t* samples) const noexcept;
    };
    std::unique_ptr<std::uint8_t, Free> samples_;
    PlaneSize size_;
    int stride_bytes_ = 0;
};

// Keeps its tables and its memory between planes of the same shape. One thread at a time.
class PlaneScaler {
public:
    PlaneScaler();
    ~PlaneScaler();
    PlaneScaler(PlaneScaler&&) noexcept;
    PlaneScaler& operator=(PlaneScaler&&) noexcept;

    // The plane at `to`, in memory of the scaler's own that stays until the next call; the plane
    // itself where nothing has to be done. An odd width or height is made even by repeating the
    // last column or row. Both sizes are at least one sample.
    PlaneView scale(PlaneView plane, PlaneSize from, PlaneSize to);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace media
