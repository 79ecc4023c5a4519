#include "tools/make_sample/relief.h"

#include <array>

namespace sample {

namespace {

Direction normalised(Direction d) {
    const double length = std::sqrt(d.x * d.x + d.y * d.y + d.z * d.z);
    return {d.x / length, d.y / length, d.z / length};
}

double dot(const Direction& a, const Direction& b) {
    return a.x * b.x + a.y * b.y + a.z * b.z;
}

// sRGB from linear light for 8-bit output, by table: the formula is slow for a million pixels.
std::uint32_t byte_of(double linear) {
    static const std::array<std::uint8_t, 4097> table = [] {
        std::array<std::uint8_t, 4097> bytes{};
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            bytes[i] =
                static_cast<std::uint8_t>(to_srgb(static_cast<double>(i) / 4096) * 255 + 0.5);
        }
        return bytes;
    }();
    return table[static_cast<std::size_t>(std::clamp(linear, 0.0, 1.0) * 4096)];
}

double linear_of_byte(std::uint32_t byte) {
    static const std::array<double, 256> table = [] {
        std::array<double, 256> values{};
        for (std::size_t i = 0; i < values.size(); ++i) {
            values[i] = to_linear(static_cast<double>(i) / 255);
        }
        return values;
    }();
    return table[byte & 255];
}

// Bright values bend towards 1 instead of being cut off.
double shoulder(double x) {
    return x < 0.7 ? x : 0.7 + 0.3 * (1 - std::exp(-(x - 0.7) / 0.3));
}

// How much of the key light reaches every point that is seen: walks towards the light over the
// heights.
Field shadows_of(const Picture& seen, const Field& heights, double scale, const Direction& key,
                 double reach) {
    struct Step {
        int dx;
        int dy;
        float rises;   // of the ray, so far
        float soften;  // the further the edge that hides the light, the softer its shadow
    };
    constexpr int count = 16;
    std::array<Step, count> steps{};
    const double across = std::hypot(key.x, key.y);
    for (int i = 0; i < count; ++i) {
        // Steps grow, so that near things are looked at closely.
        const double distance = reach * (i + 1) * (i + 1) / (count * count);
        steps[static_cast<std::size_t>(i)] = {
            static_cast<int>(std::lround(key.x / across * distance * scale)),
            static_cast<int>(std::lround(key.y / across * distance * scale)),
            static_cast<float>(distance * key.z / across + 0.006),
            static_cast<float>(1 / (0.02 + 0.16 * distance))};
    }
    Field light(heights.width(), heights.height());
    for (int y = 0; y < heights.height(); ++y) {
        float* out = light.row(y);
        const std::uint32_t* pixels = seen.row(y);
        const float* row = heights.row(y);
        for (int x = 0; x < heights.width(); ++x) {
            if (pixels[x] >> 24 == 0) continue;
            float clear = 1;
            for (const Step& step : steps) {
                const int px = x + step.dx;
                const int py = y + step.dy;
                if (px < 0 || py < 0 || px >= heights.width() || py >= heights.height()) break;
                const float above = heights.row(py)[px] - row[x] - step.rises;
                clear = std::min(clear, 1 - above * step.soften);
                if (clear <= 0) break;
            }
            out[x] = std::clamp(clear, 0.0f, 1.0f);
        }
    }
    return light;
}

}  // namespace

double to_linear(double srgb) {
    return srgb <= 0.04045 ? srgb / 12.92 : std::pow((srgb + 0.055) / 1.055, 2.4);
}

double to_srgb(double linear) {
    return linear <= 0.0031308 ? linear * 12.92 : 1.055 * std::pow(linear, 1 / 2.4) - 0.055;
}

LightRig rig_of(const Light& light) {
    LightRig rig;
    rig.key = normalised({0.62 * light.from, -0.52, 0.66});
    const Colour cold{0.74, 0.79, 0.86};
    const Colour warm{0.98, 0.82, 0.62};
    rig.key_colour = mix(cold, warm, light.warmth);
    rig.sky = mix(Colour{0.30, 0.31, 0.33}, Colour{0.27, 0.28, 0.34}, light.warmth);
    rig.back = mix(Colour{0.9, 0.8, 0.6}, Colour{0.55, 0.7, 0.95}, light.warmth);
    for (Colour* colour : {&rig.key_colour, &rig.sky, &rig.back}) {
        *colour = {colour->r * light.level, colour->g * light.level, colour->b * light.level};
    }
    return rig;
}

Colour light_on(const LightRig& rig, const Direction& n, double softness, double shadow,
                double openness) {
    const double facing = dot(n, rig.key);
    const auto key = [&](double creep) {
        const double share = std::max(0.0, (facing + creep) / (1 + creep));
        return share * mix(shadow, 1.0, 0.35 * creep);
    };
    const double upward = 0.5 - 0.5 * n.y;
    const double sky = openness * (0.72 + 0.38 * upward);
    // From behind, on the side away from the key.
    const double away = 1 - std::clamp(n.z, 0.0, 1.0);
    const double edge = away < 0.15 ? 0 : std::pow(away, 3.6);
    const double side = std::max(0.0, -n.x * (rig.key.x > 0 ? 1 : -1) * 0.9 - 0.2 * n.y);
    const double back = rig.back_share * edge * side * openness;
    return {rig.key_colour.r * key(softness) + rig.sky.r * sky + rig.back.r * back,
            rig.key_colour.g * key(softness * 0.55) + rig.sky.g * sky + rig.back.g * back,
            rig.key_colour.b * key(softness * 0.4) + rig.sky.b * sky + rig.back.b * back};
}

Colour lit(const Colour& srgb, const Colour& light) {
    return {to_srgb(shoulder(to_linear(srgb.r) * light.r)),
            to_srgb(shoulder(to_linear(srgb.g) * light.g)),
            to_srgb(shoulder(to_linear(srgb.b) * light.b))};
}

Colour in_front(const Colour& srgb, const LightRig& rig) {
    return lit(srgb, light_on(rig, {0.1 * rig.key.x, -0.2, 0.97}, 0.1, 1, 0.9));
}

void light_relief(Picture& colours, const Field& heights, double scale, const LightRig& rig,
                  const Surface& surface) {
    Field near = heights;
    blur(near, 0.045 * scale);
    Field wide = heights;
    blur(wide, 0.15 * scale);
    const Field shadows = surface.shadow_reach > 0
                              ? shadows_of(colours, heights, scale, rig.key, surface.shadow_reach)
                              : Field();
    const Direction half = normalised({rig.key.x, rig.key.y, rig.key.z + 1});
    for (int y = 0; y < colours.height_px(); ++y) {
        std::uint32_t* row = colours.row(y);
        for (int x = 0; x < colours.width_px(); ++x) {
            const std::uint32_t pixel = row[x];
            const std::uint32_t alpha = pixel >> 24;
            if (alpha == 0) continue;
            const double slope_x = (heights.at(x + 1, y) - heights.at(x - 1, y)) * scale / 2;
            const double slope_y = (heights.at(x, y + 1) - heights.at(x, y - 1)) * scale / 2;
            const Direction n = normalised({-slope_x, -slope_y, 1});
            const double here = heights.row(y)[x];
            const double hollow = std::max(0.0, near.row(y)[x] - here) * 9 +
                                  std::max(0.0, wide.row(y)[x] - here) * 3.2;
            const double openness = 1 / (1 + surface.hollows * hollow * 1.6);
            const double shadow = surface.shadow_reach > 0 ? shadows.row(y)[x] : 1.0;
            Colour light = light_on(rig, n, surface.softness, shadow, openness);
            const double crease = mix(1.0, openness, 0.5);
            const double shine =
                surface.gloss * shadow * std::pow(std::max(0.0, dot(n, half)), surface.sharpness);
            const auto channel = [&](int shift, double lamp, double key) {
                // Premultiplied: taken apart, lit, put together again.
                const std::uint32_t byte = ((pixel >> shift) & 255) * 255 / alpha;
                const double value = linear_of_byte(std::min(byte, 255u)) * lamp * crease;
                const std::uint32_t bright = byte_of(shoulder(value + shine * key));
                return ((bright * alpha + 127) / 255) << shift;
            };
            row[x] = (alpha << 24) | channel(16, light.r, rig.key_colour.r) |
                     channel(8, light.g, rig.key_colour.g) | channel(0, light.b, rig.key_colour.b);
        }
    }
}

}  // namespace sample
