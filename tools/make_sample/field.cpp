#include "tools/make_sample/field.h"

#include <array>

namespace sample {

namespace {

// One running mean along `count` values that lie `step` apart.
template <class Value, class Sum>
void box(const Value* in, Value* out, int count, std::ptrdiff_t step, int radius) {
    Sum sum{};
    const auto at = [&](int i) { return in[std::clamp(i, 0, count - 1) * step]; };
    for (int i = -radius; i <= radius; ++i)
        sum += at(i);
    const Sum scale = Sum(1) / static_cast<Sum>(2 * radius + 1);
    for (int i = 0; i < count; ++i) {
        out[i * step] = static_cast<Value>(sum * scale);
        sum += at(i + radius + 1) - at(i - radius);
    }
}

// Radii of three boxes that together have about the wanted deviation.
std::array<int, 3> radii_for(double sigma) {
    const double ideal = std::sqrt(12 * sigma * sigma / 3 + 1);
    int low = static_cast<int>(ideal);
    if (low % 2 == 0) --low;
    const double count = (12 * sigma * sigma - 3 * low * low - 12 * low - 9) / (-4.0 * low - 4);
    std::array<int, 3> radii{};
    for (int i = 0; i < 3; ++i) {
        radii[static_cast<std::size_t>(i)] = (i < std::lround(count) ? low : low + 2) / 2;
    }
    return radii;
}

}  // namespace

Drawing drawing_in_units(Picture& picture, const Frame& frame) {
    Drawing drawing = picture.drawing();
    // Portraits are painted larger than they are shown, which smooths edges by itself.
    cairo_set_antialias(drawing.get(), CAIRO_ANTIALIAS_FAST);
    cairo_scale(drawing.get(), frame.scale, frame.scale);
    cairo_translate(drawing.get(), -frame.left, -frame.top);
    return drawing;
}

float Field::between(double x, double y) const {
    const double fx = std::floor(x);
    const double fy = std::floor(y);
    const auto sx = static_cast<float>(x - fx);
    const auto sy = static_cast<float>(y - fy);
    const int ix = static_cast<int>(fx);
    const int iy = static_cast<int>(fy);
    const float upper = at(ix, iy) * (1 - sx) + at(ix + 1, iy) * sx;
    const float lower = at(ix, iy + 1) * (1 - sx) + at(ix + 1, iy + 1) * sx;
    return upper * (1 - sy) + lower * sy;
}

void Field::add(const Field& other, double factor) {
    for (std::size_t i = 0; i < values_.size(); ++i) {
        values_[i] += static_cast<float>(factor) * other.values_[i];
    }
}

void blur(Field& field, double sigma_px) {
    if (sigma_px < 0.3) return;
    Field other(field.width(), field.height());
    for (const int radius : radii_for(sigma_px)) {
        if (radius < 1) continue;
        for (int y = 0; y < field.height(); ++y) {
            box<float, float>(field.row(y), other.row(y), field.width(), 1, radius);
        }
        // Down the columns row by row, so that memory is walked in order.
        const int height = field.height();
        const int width = field.width();
        std::vector<float> sum(static_cast<std::size_t>(width), 0.0f);
        const auto row = [&](int y) { return other.row(std::clamp(y, 0, height - 1)); };
        for (int y = -radius; y <= radius; ++y) {
            const float* in = row(y);
            for (int x = 0; x < width; ++x)
                sum[static_cast<std::size_t>(x)] += in[x];
        }
        const float scale = 1.0f / static_cast<float>(2 * radius + 1);
        for (int y = 0; y < height; ++y) {
            float* out = field.row(y);
            const float* enters = row(y + radius + 1);
            const float* leaves = row(y - radius);
            for (int x = 0; x < width; ++x) {
                float& s = sum[static_cast<std::size_t>(x)];
                out[x] = s * scale;
                s += enters[x] - leaves[x];
            }
        }
    }
}

void blur(Picture& picture, double sigma_px) {
    for (int shift = 0; shift < 32; shift += 8) {
        Field channel(picture.width_px(), picture.height_px());
        for (int y = 0; y < picture.height_px(); ++y) {
            const std::uint32_t* in = picture.row(y);
            float* out = channel.row(y);
            for (int x = 0; x < picture.width_px(); ++x) {
                out[x] = static_cast<float>((in[x] >> shift) & 255);
            }
        }
        blur(channel, sigma_px);
        for (int y = 0; y < picture.height_px(); ++y) {
            const float* in = channel.row(y);
            std::uint32_t* out = picture.row(y);
            for (int x = 0; x < picture.width_px(); ++x) {
                const auto value = static_cast<std::uint32_t>(std::clamp(in[x] + 0.5f, 0.f, 255.f));
                out[x] = (out[x] & ~(255u << shift)) | (value << shift);
            }
        }
    }
}

Field mask_of(const Frame& frame, double sigma_px, const std::function<void(cairo_t*)>& draw) {
    Picture picture = frame.picture();
    {
        const Drawing drawing = drawing_in_units(picture, frame);
        cairo_set_source_rgb(drawing.get(), 1, 1, 1);
        draw(drawing.get());
    }
    // Only where something was drawn, and as far as the blur carries it, is there anything to do.
    int left = frame.width_px;
    int right = 0;
    int top = frame.height_px;
    int bottom = 0;
    for (int y = 0; y < frame.height_px; ++y) {
        const std::uint32_t* in = picture.row(y);
        const auto drawn = [](std::uint32_t pixel) { return pixel != 0; };
        const auto first = std::find_if(in, in + frame.width_px, drawn);
        if (first == in + frame.width_px) continue;
        int last = frame.width_px;
        while (!drawn(in[last - 1]))
            --last;
        left = std::min(left, static_cast<int>(first - in));
        right = std::max(right, last);
        top = std::min(top, y);
        bottom = y + 1;
    }
    Field mask(frame.width_px, frame.height_px);
    if (left >= right) return mask;
    const int carry = static_cast<int>(3 * sigma_px) + 3;
    left = std::max(0, left - carry);
    top = std::max(0, top - carry);
    right = std::min(frame.width_px, right + carry);
    bottom = std::min(frame.height_px, bottom + carry);
    Field part(right - left, bottom - top);
    for (int y = top; y < bottom; ++y) {
        const std::uint32_t* in = picture.row(y);
        float* out = part.row(y - top);
        for (int x = left; x < right; ++x)
            out[x - left] = static_cast<float>(in[x] >> 24) / 255.0f;
    }
    blur(part, sigma_px);
    for (int y = top; y < bottom; ++y) {
        std::copy(part.row(y - top), part.row(y - top) + part.width(), mask.row(y) + left);
    }
    return mask;
}

void add_curve(cairo_t* c, const std::vector<Point>& points, bool closed) {
    const auto count = static_cast<int>(points.size());
    const auto at = [&](int i) {
        const int k = closed ? (i + count) % count : std::clamp(i, 0, count - 1);
        return points[static_cast<std::size_t>(k)];
    };
    cairo_move_to(c, at(0).x, at(0).y);
    for (int i = 0; i < (closed ? count : count - 1); ++i) {
        const Point a = at(i) + (at(i + 1) - at(i - 1)) * (1 / 6.0);
        const Point b = at(i + 1) - (at(i + 2) - at(i)) * (1 / 6.0);
        cairo_curve_to(c, a.x, a.y, b.x, b.y, at(i + 1).x, at(i + 1).y);
    }
    if (closed) cairo_close_path(c);
}

std::vector<Point> curve_through(const std::vector<Point>& points, bool closed, int steps) {
    const auto count = static_cast<int>(points.size());
    const auto at = [&](int i) {
        const int k = closed ? (i + count) % count : std::clamp(i, 0, count - 1);
        return points[static_cast<std::size_t>(k)];
    };
    std::vector<Point> curve;
    for (int i = 0; i < (closed ? count : count - 1); ++i) {
        const Point p0 = at(i);
        const Point p3 = at(i + 1);
        const Point p1 = p0 + (p3 - at(i - 1)) * (1 / 6.0);
        const Point p2 = p3 - (at(i + 2) - p0) * (1 / 6.0);
        for (int k = 0; k < steps; ++k) {
            const double t = static_cast<double>(k) / steps;
            const double u = 1 - t;
            curve.push_back(p0 * (u * u * u) + p1 * (3 * u * u * t) + p2 * (3 * u * t * t) +
                            p3 * (t * t * t));
        }
    }
    if (!closed) curve.push_back(at(count - 1));
    return curve;
}

void set_colour(cairo_t* c, const Colour& colour, double alpha) {
    cairo_set_source_rgba(c, colour.r, colour.g, colour.b, alpha);
}

Picture halved(const Picture& picture) {
    Picture half(picture.width_px() / 2, picture.height_px() / 2);
    for (int y = 0; y < half.height_px(); ++y) {
        const std::uint32_t* upper = picture.row(2 * y);
        const std::uint32_t* lower = picture.row(2 * y + 1);
        std::uint32_t* out = half.row(y);
        for (int x = 0; x < half.width_px(); ++x) {
            const std::uint32_t four[] = {upper[2 * x], upper[2 * x + 1], lower[2 * x],
                                          lower[2 * x + 1]};
            std::uint32_t sum = 0;
            for (int shift = 0; shift < 32; shift += 8) {
                std::uint32_t channel = 2;
                for (const std::uint32_t pixel : four)
                    channel += (pixel >> shift) & 255;
                sum |= (channel / 4) << shift;
            }
            out[x] = sum;
        }
    }
    return half;
}

}  // namespace sample
