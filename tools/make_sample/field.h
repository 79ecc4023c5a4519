// Heights and other smooth quantities over a picture, and the few formulas that drawing needs.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <vector>

#include "tools/make_sample/cast.h"
#include "tools/make_sample/picture.h"

namespace sample {

struct Point {
    double x = 0;
    double y = 0;
};
inline Point operator+(Point a, Point b) {
    return {a.x + b.x, a.y + b.y};
}
inline Point operator-(Point a, Point b) {
    return {a.x - b.x, a.y - b.y};
}
inline Point operator*(Point a, double s) {
    return {a.x * s, a.y * s};
}
inline Point mix(Point a, Point b, double share) {
    return a + (b - a) * share;
}

inline double mix(double a, double b, double share) {
    return a + (b - a) * share;
}
inline Colour mix(const Colour& a, const Colour& b, double share) {
    return {mix(a.r, b.r, share), mix(a.g, b.g, share), mix(a.b, b.b, share)};
}
inline Colour times(const Colour& c, double factor) {
    return {std::min(1.0, c.r * factor), std::min(1.0, c.g * factor), std::min(1.0, c.b * factor)};
}
// 0 below `low`, 1 above `high`, smooth between.
inline double rise(double low, double high, double x) {
    const double t = std::clamp((x - low) / (high - low), 0.0, 1.0);
    return t * t * (3 - 2 * t);
}
// A hill of height 1 at (0, 0).
inline double bump(double dx, double dy, double width, double height) {
    const double a = dx / width;
    const double b = dy / height;
    return std::exp(-(a * a + b * b));
}

// How units of a portrait lie on a picture: x_px = (x - left) * scale.
struct Frame {
    double left = 0;
    double top = 0;
    double scale = 1;  // px in a unit
    int width_px = 0;
    int height_px = 0;

    double x_at(double px) const { return left + (px + 0.5) / scale; }
    double y_at(double px) const { return top + (px + 0.5) / scale; }
    Picture picture() const { return {width_px, height_px}; }
};

// For drawing into `picture` in units.
Drawing drawing_in_units(Picture& picture, const Frame& frame);

class Field {
public:
    Field() = default;
    Field(int width, int height)
        : width_(width),
          height_(height),
          values_(static_cast<std::size_t>(width) * static_cast<std::size_t>(height)) {}

    int width() const { return width_; }
    int height() const { return height_; }
    float* row(int y) {
        return values_.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width_);
    }
    const float* row(int y) const {
        return values_.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width_);
    }
    float at(int x, int y) const {
        return row(std::clamp(y, 0, height_ - 1))[std::clamp(x, 0, width_ - 1)];
    }
    // Between the points, at pixel centres.
    float between(double x, double y) const;
    // Adds `factor` times another field of the same size.
    void add(const Field& other, double factor);

private:
    int width_ = 0;
    int height_ = 0;
    std::vector<float> values_;
};

// Three box filters: near enough to a Gaussian of this standard deviation.
void blur(Field& field, double sigma_px);
void blur(Picture& picture, double sigma_px);

// The alpha of what `draw` draws (in units), from 0 to 1, softened.
Field mask_of(const Frame& frame, double sigma_px, const std::function<void(cairo_t*)>& draw);

// A soft curve through all points.
void add_curve(cairo_t* c, const std::vector<Point>& points, bool closed);
// The same, as many short steps.
std::vector<Point> curve_through(const std::vector<Point>& points, bool closed, int steps);

void set_colour(cairo_t* c, const Colour& colour, double alpha = 1);

// A picture half as wide and high, each pixel the mean of four.
Picture halved(const Picture& picture);

}  // namespace sample
