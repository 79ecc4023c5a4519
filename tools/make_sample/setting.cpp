#include "tools/make_sample/setting.h"

#include <algorithm>

#include "tools/make_sample/chance.h"
#include "tools/make_sample/face.h"

namespace sample {

namespace {

// Eight bits show steps where a wall is evenly lit: a little noise hides them.
void add_grain(Picture& picture) {
    Chance chance(seed_of("grain"));
    for (int y = 0; y < picture.height_px(); ++y) {
        std::uint32_t* row = picture.row(y);
        for (int x = 0; x < picture.width_px(); ++x) {
            const int grain = static_cast<int>(std::lround(chance.around_zero() * 0.7));
            std::uint32_t pixel = 0xFF000000u;
            for (int shift = 0; shift < 24; shift += 8) {
                const int value = static_cast<int>((row[x] >> shift) & 255) + grain;
                pixel |= static_cast<std::uint32_t>(std::clamp(value, 0, 255)) << shift;
            }
            row[x] = pixel;
        }
    }
}

// Darker towards the corners, and on the side away from the light, so that the person stands out.
void shade_edges(cairo_t* c, const Light& light, double half_width) {
    const PatternHandle vignette(
        cairo_pattern_create_radial(0.06 * light.from, -0.08, 0.25, 0, 0, 1.15));
    cairo_pattern_add_color_stop_rgba(vignette.get(), 0, 0.03, 0.03, 0.05, 0);
    cairo_pattern_add_color_stop_rgba(vignette.get(), 1, 0.03, 0.03, 0.05, 0.62);
    cairo_set_source(c, vignette.get());
    cairo_paint(c);
    const PatternHandle side(
        cairo_pattern_create_linear(light.from * half_width, 0, -light.from * half_width, 0));
    cairo_pattern_add_color_stop_rgba(side.get(), 0, 0.03, 0.03, 0.05, 0);
    cairo_pattern_add_color_stop_rgba(side.get(), 1, 0.03, 0.03, 0.05, 0.30);
    cairo_set_source(c, side.get());
    cairo_paint(c);
    if (light.level < 1) {
        cairo_set_source_rgba(c, 0.01, 0.01, 0.03, 1 - light.level);
        cairo_paint(c);
    }
}

}  // namespace

void fill_down(cairo_t* c, double top, double bottom, const Colour& upper, const Colour& lower) {
    const PatternHandle pattern(cairo_pattern_create_linear(0, top, 0, bottom));
    cairo_pattern_add_color_stop_rgb(pattern.get(), 0, upper.r, upper.g, upper.b);
    cairo_pattern_add_color_stop_rgb(pattern.get(), 1, lower.r, lower.g, lower.b);
    cairo_set_source(c, pattern.get());
    cairo_rectangle(c, -1.2, top, 2.4, bottom - top);
    cairo_fill(c);
}

void box(cairo_t* c, double left, double top, double right, double bottom, const Colour& colour,
         double alpha) {
    set_colour(c, colour, alpha);
    cairo_rectangle(c, left, top, right - left, bottom - top);
    cairo_fill(c);
}

void disc(cairo_t* c, double x, double y, double radius, const Colour& colour, double alpha) {
    set_colour(c, colour, alpha);
    cairo_arc(c, x, y, radius, 0, 7);
    cairo_fill(c);
}

void stroke(cairo_t* c, const std::vector<Point>& way, double width, const Colour& colour,
            double alpha) {
    cairo_set_line_cap(c, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_width(c, width);
    set_colour(c, colour, alpha);
    add_curve(c, way, false);
    cairo_stroke(c);
}

void glow(cairo_t* c, double x, double y, double half_width, double half_height,
          const Colour& colour, double alpha) {
    soft_spot(c, {x, y}, half_width, half_height, colour, alpha);
}

Backdrop::Backdrop(Setting setting, const Light& light, int width_px, int height_px)
    : setting_(setting),
      // Tall pictures show all of a place's height and the middle of its width.
      unit_px_(height_px > width_px ? height_px / 1.16 : height_px),
      still_(width_px, height_px) {
    const auto in_units = [&](cairo_t* c) {
        cairo_identity_matrix(c);
        cairo_translate(c, still_.width_px() / 2.0, still_.height_px() / 2.0);
        cairo_scale(c, unit_px_, unit_px_);
    };
    double focus = 0;
    {
        const Drawing drawing = still_.drawing();
        in_units(drawing.get());
        const Place place{drawing.get(), light.warmth, light.from};
        for (const auto paint : {paint_outdoors, paint_workplace, paint_indoors, paint_care,
                                 paint_childhood_outdoors, paint_childhood_indoors}) {
            if (focus == 0) focus = paint(place, setting);
        }
    }
    blur(still_, focus * 0.01 * std::min(width_px, height_px));
    {
        const Drawing drawing = still_.drawing();
        in_units(drawing.get());
        shade_edges(drawing.get(), light, 0.5 * width_px / unit_px_);
    }
    add_grain(still_);
}

void Backdrop::draw_life(cairo_t* c, double film_s) const {
    const Moment moment{c, film_s};
    if (!enliven_outdoors(moment, setting_)) enliven_indoors(moment, setting_);
}

}  // namespace sample
