// A picture in memory that Cairo draws into.
#pragma once

#include <cairo/cairo.h>

#include <cstdint>
#include <memory>
#include <vector>

namespace sample {

struct CairoFree {
    void operator()(cairo_t* c) const { cairo_destroy(c); }
    void operator()(cairo_surface_t* s) const { cairo_surface_destroy(s); }
    void operator()(cairo_pattern_t* p) const { cairo_pattern_destroy(p); }
};
using Drawing = std::unique_ptr<cairo_t, CairoFree>;
using SurfaceHandle = std::unique_ptr<cairo_surface_t, CairoFree>;
using PatternHandle = std::unique_ptr<cairo_pattern_t, CairoFree>;

// Pixels are 0xAARRGGBB with colours multiplied by their alpha, rows without gaps.
class Picture {
public:
    Picture() = default;
    Picture(int width_px, int height_px)
        : width_px_(width_px),
          height_px_(height_px),
          pixels_(static_cast<std::size_t>(width_px) * static_cast<std::size_t>(height_px)) {}

    int width_px() const { return width_px_; }
    int height_px() const { return height_px_; }
    std::uint32_t* row(int y) {
        return pixels_.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width_px_);
    }
    const std::uint32_t* row(int y) const {
        return pixels_.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width_px_);
    }
    const std::vector<std::uint32_t>& pixels() const { return pixels_; }
    std::vector<std::uint32_t>& pixels() { return pixels_; }

    // For drawing into; the picture must outlive it and stay where it is.
    SurfaceHandle surface() {
        return SurfaceHandle(cairo_image_surface_create_for_data(
            reinterpret_cast<unsigned char*>(pixels_.data()), CAIRO_FORMAT_ARGB32, width_px_,
            height_px_, width_px_ * 4));
    }
    Drawing drawing() { return Drawing(cairo_create(surface().get())); }

private:
    int width_px_ = 0;
    int height_px_ = 0;
    std::vector<std::uint32_t> pixels_;
};

}  // namespace sample
