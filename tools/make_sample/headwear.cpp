#include "tools/make_sample/headwear.h"

#include <algorithm>

#include "tools/make_sample/chance.h"

namespace sample {

namespace {

constexpr Colour gold{0.86, 0.68, 0.34};

void scarf(Picture& picture, const FaceForm& f, const Frame& frame, const LightRig& rig) {
    const Colour& cloth = f.looks.headwear_colour;
    const double w = f.width;
    const double chin = f.chin_y;
    const auto opening = [&](cairo_t* c) {
        add_curve(c,
                  {{0, -0.70},
                   {0.34 * w, -0.63},
                   {0.545 * w, -0.34},
                   {0.60 * w, 0.10},
                   {0.545 * w, 0.52 * chin},
                   {0.36 * w, 0.86 * chin},
                   {0, 0.985 * chin},
                   {-0.36 * w, 0.86 * chin},
                   {-0.545 * w, 0.52 * chin},
                   {-0.60 * w, 0.10},
                   {-0.545 * w, -0.34},
                   {-0.34 * w, -0.63}},
                  true);
    };
    const auto outer = [&](cairo_t* c) {
        add_curve(c, {{0, -1.13},    {0.42, -1.07}, {0.70, -0.80}, {0.815, -0.32},  {0.80, 0.22},
                      {0.73, 0.70},  {0.76, 1.06},  {0.98, 1.28},  {1.06, 1.50},    {0.82, 1.74},
                      {0.40, 1.90},  {-0.10, 1.93}, {-0.60, 1.80}, {-0.96, 1.56},   {-1.00, 1.30},
                      {-0.74, 1.04}, {-0.72, 0.70}, {-0.80, 0.22}, {-0.815, -0.32}, {-0.70, -0.80},
                      {-0.42, -1.07}},
                  true);
    };
    {
        const Drawing drawing = drawing_in_units(picture, frame);
        cairo_t* c = drawing.get();
        cairo_set_fill_rule(c, CAIRO_FILL_RULE_EVEN_ODD);
        outer(c);
        opening(c);
        set_colour(c, cloth);
        cairo_fill(c);
        // The cap below shows at the forehead.
        cairo_set_operator(c, CAIRO_OPERATOR_ATOP);
        cairo_set_line_width(c, 0.09);
        set_colour(c, times(cloth, 0.45));
        cairo_move_to(c, -0.46 * w, -0.50);
        cairo_curve_to(c, -0.25 * w, -0.74, 0.25 * w, -0.74, 0.46 * w, -0.50);
        cairo_stroke(c);
    }
    Field heights(frame.width_px, frame.height_px);
    for (int y = 0; y < frame.height_px; ++y) {
        float* row = heights.row(y);
        const double unit_y = frame.y_at(y);
        for (int x = 0; x < frame.width_px; ++x) {
            const double unit_x = frame.x_at(x);
            const double half = mix(0.85, 1.25, rise(0.9, 1.5, unit_y));
            const double down = unit_y < 0 ? std::max(0.0, 1 - std::pow(unit_y / 1.18, 2)) : 1.0;
            const double across = std::max(0.0, 1 - std::pow(unit_x / half, 2));
            row[x] = static_cast<float>(0.75 * std::sqrt(across * down));
        }
    }
    const auto fold = [&](double depth, double width, const std::vector<Point>& way) {
        heights.add(mask_of(frame, width * 0.5 * frame.scale,
                            [&](cairo_t* c) {
                                cairo_set_line_width(c, width);
                                cairo_set_line_cap(c, CAIRO_LINE_CAP_ROUND);
                                add_curve(c, way, false);
                                cairo_stroke(c);
                            }),
                    depth);
    };
    // Around the face, under the chin, and over the shoulder.
    for (const double side : {-1.0, 1.0}) {
        for (int i = 0; i < 3; ++i) {
            const double out = 0.66 + 0.055 * i;
            fold(-0.022, 0.030,
                 {{side * out * 0.45, -0.80 - 0.09 * i},
                  {side * out * 0.92, -0.45},
                  {side * out, 0.10},
                  {side * out * 0.92, 0.55},
                  {side * out * 0.62, 0.98}});
        }
    }
    for (int i = 0; i < 5; ++i) {
        const double y = 1.12 + 0.15 * i;
        fold(-0.045, 0.040,
             {{-0.66 - 0.06 * i, 0.80 + 0.15 * i},
              {-0.30, y + 0.03},
              {0.15, y + 0.06},
              {0.55, y - 0.08},
              {0.80 + 0.03 * i, y - 0.22}});
    }
    fold(0.05, 0.10, {{0.74, 0.62}, {0.50, 1.10}, {-0.05, 1.42}, {-0.70, 1.66}});
    fold(-0.04, 0.03, {{0.80, 0.70}, {0.58, 1.18}, {0.0, 1.52}, {-0.62, 1.78}});
    Surface surface;
    surface.softness = 0.14;
    surface.gloss = 0.015;
    surface.shadow_reach = 0.3;
    light_relief(picture, heights, frame.scale, rig, surface);
}

void headset(cairo_t* c, const FaceForm& f, const LightRig& rig) {
    const Colour dark = in_front(f.looks.headwear_colour, rig);
    const Colour edge = in_front({0.55, 0.57, 0.60}, rig);
    const double x = 0.775 * f.width;
    const auto band = [&](double width, const Colour& colour, double shift) {
        cairo_set_line_width(c, width);
        set_colour(c, colour);
        cairo_move_to(c, -x, -0.02);
        cairo_curve_to(c, -x * 1.06, -0.75, -x * 0.62, -1.19 + shift, 0, -1.20 + shift);
        cairo_curve_to(c, x * 0.62, -1.19 + shift, x * 1.06, -0.75, x, -0.02);
        cairo_stroke(c);
    };
    cairo_set_line_cap(c, CAIRO_LINE_CAP_ROUND);
    band(0.075, times(dark, 0.8), 0);
    band(0.020, edge, -0.018);
    for (const double side : {-1.0, 1.0}) {
        const PatternHandle pattern(
            cairo_pattern_create_linear(side * x - 0.09, 0, side * x + 0.09, 0));
        const bool bright_left = rig.key.x < 0;
        const Colour light = mix(dark, edge, 0.55);
        cairo_pattern_add_color_stop_rgb(pattern.get(), bright_left ? 0 : 1, light.r, light.g,
                                         light.b);
        cairo_pattern_add_color_stop_rgb(pattern.get(), bright_left ? 1 : 0, dark.r * 0.6,
                                         dark.g * 0.6, dark.b * 0.6);
        cairo_save(c);
        cairo_translate(c, side * x, 0.08);
        cairo_scale(c, 0.085, 0.16);
        cairo_arc(c, 0, 0, 1, 0, 7);
        cairo_restore(c);
        cairo_set_source(c, pattern.get());
        cairo_fill(c);
    }
    cairo_set_line_width(c, 0.028);
    set_colour(c, dark);
    cairo_move_to(c, -x, 0.14);
    cairo_curve_to(c, -x * 1.02, 0.5, -0.62, 0.76, -0.44, 0.80);
    cairo_stroke(c);
    cairo_set_line_width(c, 0.075);
    set_colour(c, times(dark, 0.7));
    cairo_move_to(c, -0.45, 0.80);
    cairo_line_to(c, -0.40, 0.805);
    cairo_stroke(c);
}

void hearing_aid(cairo_t* c, const FaceForm& f, const LightRig& rig, double side) {
    const Colour shell = in_front({0.36, 0.50, 0.66}, rig);
    const double x = f.width;
    cairo_set_line_cap(c, CAIRO_LINE_CAP_ROUND);
    const auto way = [&] {
        cairo_move_to(c, side * 0.815 * x, 0.10);
        cairo_curve_to(c, side * 0.84 * x, -0.06, side * 0.82 * x, -0.20, side * 0.745 * x, -0.20);
        cairo_curve_to(c, side * 0.71 * x, -0.20, side * 0.69 * x, -0.16, side * 0.685 * x, -0.11);
    };
    way();
    cairo_set_line_width(c, 0.058);
    set_colour(c, times(shell, 0.7));
    cairo_stroke(c);
    way();
    cairo_set_line_width(c, 0.036);
    set_colour(c, mix(shell, {1, 1, 1}, 0.12));
    cairo_stroke(c);
    cairo_move_to(c, side * 0.685 * x, -0.11);
    cairo_curve_to(c, side * 0.665 * x, 0.0, side * 0.67 * x, 0.10, side * 0.70 * x, 0.14);
    cairo_set_line_width(c, 0.018);
    set_colour(c, {0.92, 0.94, 0.96}, 0.75);
    cairo_stroke(c);
    cairo_arc(c, side * 0.70 * x, 0.145, 0.028, 0, 7);
    set_colour(c, mix(shell, {0.9, 0.85, 0.8}, 0.6));
    cairo_fill(c);
}

void earring(cairo_t* c, const FaceForm& f, const LightRig& rig, double side) {
    const Colour metal = in_front(gold, rig);
    const double x = side * 0.712 * f.width;
    if (f.looks.earrings == Earrings::Studs) {
        cairo_arc(c, x, 0.325, 0.027, 0, 7);
        set_colour(c, metal);
        cairo_fill(c);
        cairo_arc(c, x + rig.key.x * 0.012, 0.316, 0.010, 0, 7);
        set_colour(c, {1, 0.97, 0.88});
        cairo_fill(c);
        return;
    }
    cairo_save(c);
    cairo_translate(c, x, 0.47);
    cairo_scale(c, 0.62, 1);
    cairo_arc(c, 0, 0, 0.135, 0, 7);
    cairo_restore(c);
    cairo_set_line_width(c, 0.022);
    set_colour(c, metal);
    cairo_stroke(c);
}

void pencil(cairo_t* c, const FaceForm& f, const LightRig& rig) {
    const Colour paint = in_front(f.looks.headwear_colour, rig);
    cairo_save(c);
    cairo_translate(c, 0.73 * f.width, -0.21);
    cairo_rotate(c, -0.75);
    cairo_scale(c, 0.62, 1.0);  // it points at the camera
    cairo_rectangle(c, -0.16, -0.025, 0.46, 0.05);
    set_colour(c, paint);
    cairo_fill(c);
    cairo_rectangle(c, -0.16, -0.025, 0.46, 0.016);
    set_colour(c, mix(paint, {1, 1, 1}, 0.35));
    cairo_fill(c);
    cairo_move_to(c, -0.16, -0.025);
    cairo_line_to(c, -0.25, 0);
    cairo_line_to(c, -0.16, 0.025);
    cairo_close_path(c);
    set_colour(c, in_front({0.86, 0.70, 0.48}, rig));
    cairo_fill(c);
    cairo_move_to(c, -0.222, -0.008);
    cairo_line_to(c, -0.25, 0);
    cairo_line_to(c, -0.222, 0.008);
    cairo_close_path(c);
    set_colour(c, {0.12, 0.12, 0.13});
    cairo_fill(c);
    cairo_restore(c);
}

void glasses_on_head(cairo_t* c, const FaceForm& f, const LightRig& rig) {
    const Colour clear = in_front(f.looks.glasses_colour, rig);
    const auto visor = [&] {
        cairo_move_to(c, -0.58, -0.80);
        cairo_curve_to(c, -0.40, -0.96, 0.40, -0.96, 0.58, -0.80);
        cairo_curve_to(c, 0.62, -0.70, 0.56, -0.64, 0.46, -0.66);
        cairo_curve_to(c, 0.30, -0.68, 0.16, -0.72, 0.05, -0.79);
        cairo_line_to(c, -0.05, -0.79);
        cairo_curve_to(c, -0.16, -0.72, -0.30, -0.68, -0.46, -0.66);
        cairo_curve_to(c, -0.56, -0.64, -0.62, -0.70, -0.58, -0.80);
        cairo_close_path(c);
    };
    visor();
    set_colour(c, clear, 0.28);
    cairo_fill(c);
    visor();
    cairo_set_line_width(c, 0.022);
    set_colour(c, clear, 0.85);
    cairo_stroke(c);
    cairo_save(c);
    visor();
    cairo_clip(c);
    cairo_rotate(c, -0.2);
    for (const double at : {-0.30, 0.22}) {
        cairo_rectangle(c, at + rig.key.x * 0.1, -1.2, 0.07, 0.8);
        set_colour(c, {1, 1, 1}, 0.35);
        cairo_fill(c);
    }
    cairo_restore(c);
    cairo_set_line_cap(c, CAIRO_LINE_CAP_ROUND);
    for (const double side : {-1.0, 1.0}) {
        cairo_move_to(c, side * 0.58, -0.76);
        cairo_curve_to(c, side * 0.68, -0.70, side * 0.73, -0.60, side * 0.75, -0.45);
        cairo_set_line_width(c, 0.032);
        set_colour(c, clear, 0.8);
        cairo_stroke(c);
    }
}

void bow(cairo_t* c, const LightRig& rig) {
    const Colour silk = in_front({0.84, 0.20, 0.26}, rig);
    cairo_save(c);
    cairo_translate(c, 0.42, -0.98);
    cairo_rotate(c, 0.35);
    for (const double side : {-1.0, 1.0}) {
        cairo_move_to(c, 0, 0);
        cairo_curve_to(c, side * 0.10, -0.20, side * 0.36, -0.22, side * 0.34, -0.02);
        cairo_curve_to(c, side * 0.36, 0.18, side * 0.12, 0.16, 0, 0);
        set_colour(c, side * rig.key.x > 0 ? times(silk, 1.1) : times(silk, 0.72));
        cairo_fill(c);
        cairo_move_to(c, side * 0.05, 0.01);
        cairo_curve_to(c, side * 0.14, -0.06, side * 0.22, -0.06, side * 0.26, -0.02);
        cairo_set_line_width(c, 0.018);
        set_colour(c, times(silk, 0.55));
        cairo_stroke(c);
    }
    cairo_arc(c, 0, 0, 0.06, 0, 7);
    set_colour(c, times(silk, 0.9));
    cairo_fill(c);
    cairo_restore(c);
}

void plaster(cairo_t* c, const FaceForm& f, const LightRig& rig) {
    cairo_save(c);
    cairo_translate(c, 0.12, 0.90 * f.lower);
    cairo_rotate(c, -0.35);
    const double half = 0.10;
    cairo_new_sub_path(c);
    cairo_arc(c, half - 0.03, 0, 0.032, -1.57, 1.57);
    cairo_arc(c, -half + 0.03, 0, 0.032, 1.57, 4.71);
    cairo_close_path(c);
    set_colour(c, in_front({0.86, 0.66, 0.50}, rig));
    cairo_fill(c);
    cairo_rectangle(c, -0.03, -0.024, 0.06, 0.048);
    set_colour(c, in_front({0.92, 0.80, 0.70}, rig));
    cairo_fill(c);
    cairo_restore(c);
}

}  // namespace

Picture paint_worn(const FaceForm& f, const Frame& frame, const LightRig& rig) {
    Picture picture = frame.picture();
    const Looks& looks = f.looks;
    if (looks.headwear == Headwear::Scarf) scarf(picture, f, frame, rig);
    const Drawing drawing = drawing_in_units(picture, frame);
    cairo_t* c = drawing.get();
    if (looks.headwear == Headwear::Headset) headset(c, f, rig);
    if (looks.headwear == Headwear::Pencil) pencil(c, f, rig);
    if (looks.glasses == GlassesStyle::OnHead) glasses_on_head(c, f, rig);
    for (const double side : {-1.0, 1.0}) {
        if (looks.hearing_aids) hearing_aid(c, f, rig, side);
        if (looks.earrings != Earrings::None) earring(c, f, rig, side);
    }
    if (looks.extra == Extra::Bow) bow(c, rig);
    if (looks.extra == Extra::Plaster) plaster(c, f, rig);
    return picture;
}

void draw_glasses(cairo_t* c, const FaceForm& f, const LightRig& rig) {
    const GlassesStyle style = f.looks.glasses;
    if (style == GlassesStyle::None || style == GlassesStyle::OnHead) return;
    const Colour rim = in_front(f.looks.glasses_colour, rig);
    const double size = style == GlassesStyle::Big ? 0.235 : 0.205;
    const auto lens = [&](double side) {
        cairo_save(c);
        cairo_translate(c, side * f.eye_x * 1.02, 0.02);
        if (style == GlassesStyle::Square) {
            cairo_scale(c, size * 1.06, size * 0.80);
            cairo_new_sub_path(c);
            const double r = 0.35;
            cairo_arc(c, 1 - r, -1 + r, r, -1.57, 0);
            cairo_arc(c, 1 - r, 1 - r, r, 0, 1.57);
            cairo_arc(c, -1 + r, 1 - r, r, 1.57, 3.14);
            cairo_arc(c, -1 + r, -1 + r, r, 3.14, 4.71);
            cairo_close_path(c);
        } else {
            cairo_scale(c, size, size * 0.93);
            cairo_arc(c, 0, 0, 1, 0, 7);
        }
        cairo_restore(c);
    };
    const double edge = f.eye_x * 1.02 + size;
    cairo_set_line_cap(c, CAIRO_LINE_CAP_ROUND);
    for (const double side : {-1.0, 1.0}) {
        cairo_save(c);
        lens(side);
        cairo_clip(c);
        // A window is mirrored in the upper corner towards the light.
        const double x = side * f.eye_x * 1.02;
        const PatternHandle gleam(cairo_pattern_create_linear(
            x + rig.key.x * size, -size, x - rig.key.x * size * 0.4, size * 0.5));
        cairo_pattern_add_color_stop_rgba(gleam.get(), 0, 1, 1, 1, 0.26);
        cairo_pattern_add_color_stop_rgba(gleam.get(), 0.42, 1, 1, 1, 0.05);
        cairo_pattern_add_color_stop_rgba(gleam.get(), 1, 1, 1, 1, 0.03);
        cairo_set_source(c, gleam.get());
        cairo_paint(c);
        cairo_restore(c);
        // The shadow of the rim on the skin, then the rim and the light on it.
        cairo_save(c);
        cairo_translate(c, -rig.key.x * 0.012, 0.022);
        lens(side);
        cairo_restore(c);
        cairo_set_line_width(c, 0.034);
        set_colour(c, {0.20, 0.10, 0.08}, 0.20);
        cairo_stroke(c);
        lens(side);
        cairo_set_line_width(c, 0.028);
        set_colour(c, rim);
        cairo_stroke(c);
        cairo_save(c);
        cairo_rectangle(c, -1, -0.4, 2, 0.34);
        cairo_clip(c);
        lens(side);
        cairo_set_line_width(c, 0.009);
        set_colour(c, mix(rim, {1, 1, 1}, 0.45), 0.8);
        cairo_stroke(c);
        cairo_restore(c);
        cairo_move_to(c, side * edge, -0.02);
        cairo_line_to(c, side * 0.665 * f.width, -0.055);
        cairo_set_line_width(c, 0.034);
        set_colour(c, times(rim, 0.8));
        cairo_stroke(c);
    }
    cairo_move_to(c, -(f.eye_x * 1.02 - size) - 0.004, -0.02);
    cairo_curve_to(c, -0.04, -0.075, 0.04, -0.075, f.eye_x * 1.02 - size + 0.004, -0.02);
    cairo_set_line_width(c, 0.030);
    set_colour(c, rim);
    cairo_stroke(c);
}

}  // namespace sample
