#include "tools/make_sample/features.h"

#include <algorithm>

namespace sample {

namespace {

// A cubic from one point to another that leaves and arrives as the two middle points say.
void curve_to(cairo_t* c, Point a, Point b, Point to) {
    cairo_curve_to(c, a.x, a.y, b.x, b.y, to.x, to.y);
}

constexpr double widest_gap = 0.20;  // between the lips, in units

}  // namespace

double jaw_drop(const MouthShape& mouth) {
    return widest_gap * 0.45 * mouth.open * (1 - 0.6 * mouth.tuck);
}

struct Features::Lips {
    double middle_y;  // where closed lips meet
    double half;      // from the middle to a corner
    double corner_y;
    double up;         // thickness of the upper lip in the middle
    double down;       // of the lower one
    double inner_top;  // lower edge of the upper lip, in the middle
    double inner_bottom;

    double gap() const { return inner_bottom - inner_top; }

    void add_inside(cairo_t* c) const {
        cairo_move_to(c, -half, corner_y);
        curve_to(c, {-half * 0.62, mix(corner_y, inner_top, 0.80)},
                 {-half * 0.3, inner_top - 0.004}, {0, inner_top + 0.003});
        curve_to(c, {half * 0.3, inner_top - 0.004}, {half * 0.62, mix(corner_y, inner_top, 0.80)},
                 {half, corner_y});
        curve_to(c, {half * 0.66, mix(corner_y, inner_bottom, 0.85)}, {half * 0.36, inner_bottom},
                 {0, inner_bottom});
        curve_to(c, {-half * 0.36, inner_bottom}, {-half * 0.66, mix(corner_y, inner_bottom, 0.85)},
                 {-half, corner_y});
        cairo_close_path(c);
    }
    void add_upper(cairo_t* c) const {
        const double top = inner_top - up;
        cairo_move_to(c, -half * 1.02, corner_y);
        curve_to(c, {-half * 0.72, mix(corner_y, top, 0.52)}, {-half * 0.42, top + up * 0.04},
                 {-half * 0.20, top});
        curve_to(c, {-half * 0.10, top - up * 0.02}, {-half * 0.06, top + up * 0.17},
                 {0, top + up * 0.19});
        curve_to(c, {half * 0.06, top + up * 0.17}, {half * 0.10, top - up * 0.02},
                 {half * 0.20, top});
        curve_to(c, {half * 0.42, top + up * 0.04}, {half * 0.72, mix(corner_y, top, 0.52)},
                 {half * 1.02, corner_y});
        curve_to(c, {half * 0.62, mix(corner_y, inner_top, 0.80)}, {half * 0.3, inner_top - 0.004},
                 {0, inner_top + 0.003});
        curve_to(c, {-half * 0.3, inner_top - 0.004},
                 {-half * 0.62, mix(corner_y, inner_top, 0.80)}, {-half * 1.02, corner_y});
        cairo_close_path(c);
    }
    void add_lower(cairo_t* c) const {
        const double bottom = inner_bottom + down;
        cairo_move_to(c, -half, corner_y);
        curve_to(c, {-half * 0.66, mix(corner_y, inner_bottom, 0.85)}, {-half * 0.36, inner_bottom},
                 {0, inner_bottom});
        curve_to(c, {half * 0.36, inner_bottom}, {half * 0.66, mix(corner_y, inner_bottom, 0.85)},
                 {half, corner_y});
        curve_to(c, {half * 0.80, mix(corner_y, bottom, 0.62)}, {half * 0.46, bottom}, {0, bottom});
        curve_to(c, {-half * 0.46, bottom}, {-half * 0.80, mix(corner_y, bottom, 0.62)},
                 {-half, corner_y});
        cairo_close_path(c);
    }
};

Features::Features(const FaceForm& form, const LightRig& rig) : form_(form), rig_(rig) {
    const Looks& looks = form.looks;
    const Colour& skin = looks.skin;
    const double dark = 1 - (skin.r + skin.g + skin.b) / 3;
    const Colour front = light_on(rig, {0, -0.05, 1}, 0.2, 1, 0.9);
    const Colour from_below = light_on(rig, {0, 0.34, 0.94}, 0.3, 0.9, 0.85);
    const Colour from_above = light_on(rig, {0, -0.26, 0.96}, 0.3, 1, 0.9);
    white_ = lit({0.88, 0.86, 0.84}, front);
    teeth_ = lit({0.90, 0.87, 0.80}, front);
    tongue_ = lit({0.62, 0.30, 0.30}, front);
    lash_ = mix({0.09, 0.06, 0.05}, looks.brow, 0.35 * (1 - looks.makeup));
    const Colour rosy{skin.r * 0.88, skin.g * 0.66, skin.b * 0.65};
    const Colour deep{skin.r * 0.80, skin.g * 0.62, skin.b * 0.64};
    const Colour natural = mix(rosy, deep, rise(0.4, 0.7, dark));
    const Colour painted = mix(natural, {0.66, 0.20, 0.24}, 0.55);
    const Colour lip = mix(natural, painted, looks.makeup);
    upper_lip_ = lit(times(lip, 0.92), from_below);
    lower_lip_ = lit(lip, from_above);
    lip_shine_ = lit(mix(lip, {1, 0.92, 0.9}, 0.45), from_above);
    skin_shade_ = lit({skin.r * 0.55, skin.g * 0.40, skin.b * 0.36}, front);
}

Box Features::eyes_box() const {
    const double x = form_.eye_x + form_.eye_half + 0.09;
    return {-x, -0.20, x, 0.16};
}

Box Features::mouth_box() const {
    const double x = form_.mouth_half * 1.32 + 0.06;
    return {-x, form_.mouth_y - 0.20, x, form_.mouth_y + 0.34};
}

void Features::draw_eyes(cairo_t* c, const Pose& pose) const {
    draw_eye(c, pose, -1);
    draw_eye(c, pose, 1);
}

void Features::draw_iris(cairo_t* c, Point middle) const {
    const double radius = 0.0565 * form_.eye_half / 0.132;
    const Colour light = light_on(rig_, {0, 0, 1}, 0.2, 1, 0.9);
    const Colour iris = lit(form_.looks.iris, {light.r * 1.25, light.g * 1.25, light.b * 1.25});
    PatternHandle pattern(
        cairo_pattern_create_radial(middle.x, middle.y, 0, middle.x, middle.y, radius));
    const auto stop = [&](double at, const Colour& colour, double alpha) {
        cairo_pattern_add_color_stop_rgba(pattern.get(), at, colour.r, colour.g, colour.b, alpha);
    };
    stop(0.0, times(iris, 0.8), 1);
    stop(0.55, iris, 1);
    stop(0.80, times(iris, 0.85), 1);
    stop(0.93, times(iris, 0.42), 1);
    stop(1.0, times(iris, 0.42), 0);
    cairo_set_source(c, pattern.get());
    cairo_arc(c, middle.x, middle.y, radius, 0, 7);
    cairo_fill(c);
    // Light goes through the iris and shines on its far side.
    soft_spot(c, {middle.x - rig_.key.x * radius * 0.6, middle.y + radius * 0.45}, radius * 0.62,
              radius * 0.45, mix(times(iris, 1.7), {1, 0.95, 0.85}, 0.15), 0.55);
    cairo_arc(c, middle.x, middle.y, radius * 0.42, 0, 7);
    set_colour(c, {0.03, 0.025, 0.025});
    cairo_fill(c);
    cairo_save(c);
    cairo_translate(c, middle.x + rig_.key.x * radius * 0.55, middle.y - radius * 0.42);
    cairo_scale(c, radius * 0.24, radius * 0.28);
    cairo_arc(c, 0, 0, 1, 0, 7);
    cairo_restore(c);
    set_colour(c, {1, 1, 0.98}, 0.92);
    cairo_fill(c);
}

void Features::draw_eye(cairo_t* c, const Pose& pose, double side) const {
    const Face& face = form_.looks.face;
    const double middle_x = side * form_.eye_x;
    const double half = form_.eye_half;
    const double squint = 0.16 * std::clamp(pose.smile, 0.0, 1.0) + 0.12 * pose.frown;
    const double look_down = std::clamp(pose.gaze_y, 0.0, 1.0) * 0.35;
    const double open =
        (1 - pose.lids) * (1 - look_down) * (1 + 0.16 * std::clamp(pose.brows, -0.5, 1.0));
    const double tilt = 0.03 * face.eye_tilt;
    const Point inner{middle_x - side * half * 1.02, 0.014 + tilt};
    const Point outer{middle_x + side * half * 1.04, -0.004 - tilt};
    const double lower = form_.eye_down * (1 - squint);
    const double upper = mix(lower * 0.75, -form_.eye_up, std::clamp(open, 0.0, 1.15));

    const auto upper_curve = [&](double lift) {
        curve_to(c, {middle_x - side * half * 0.72, mix(inner.y, (upper + lift) * 1.20, 0.78)},
                 {middle_x + side * half * 0.05 - side * half * 0.40, (upper + lift) * 1.18},
                 {middle_x, upper + lift});
        curve_to(c, {middle_x + side * half * 0.42, (upper + lift) * 0.93},
                 {middle_x + side * half * 0.82, mix(outer.y, upper + lift, 0.55)}, outer);
    };
    const auto lower_curve = [&] {  // from the outer corner back to the inner one
        curve_to(c, {middle_x + side * half * 0.78, mix(outer.y, lower, 0.85)},
                 {middle_x + side * half * 0.40, lower * 1.05}, {middle_x, lower});
        curve_to(c, {middle_x - side * half * 0.42, lower * 0.92},
                 {middle_x - side * half * 0.78, mix(inner.y, lower, 0.55)}, inner);
    };

    if (open > 0.06) {
        cairo_save(c);
        cairo_move_to(c, inner.x, inner.y);
        upper_curve(0);
        lower_curve();
        cairo_close_path(c);
        cairo_clip(c);
        set_colour(c, white_);
        cairo_paint(c);
        const Colour corner{0.60, 0.36, 0.33};
        soft_spot(c, {inner.x, inner.y}, half * 0.55, 0.06, corner, 0.55);
        soft_spot(c, {outer.x, outer.y}, half * 0.6, 0.06, {0.42, 0.32, 0.32}, 0.5);
        const double reach = half * 0.42;
        draw_iris(
            c, {middle_x - side * half * 0.03 + pose.gaze_x * reach, -0.012 + pose.gaze_y * 0.03});
        // The lid and its lashes throw a shadow on the ball.
        const PatternHandle shade(cairo_pattern_create_linear(0, upper * 1.15, 0, upper + 0.062));
        cairo_pattern_add_color_stop_rgba(shade.get(), 0, 0.10, 0.06, 0.06, 0.62);
        cairo_pattern_add_color_stop_rgba(shade.get(), 1, 0.10, 0.06, 0.06, 0);
        cairo_set_source(c, shade.get());
        cairo_paint(c);
        cairo_restore(c);
    }

    cairo_set_line_cap(c, CAIRO_LINE_CAP_ROUND);
    // The wet edge of the lower lid, and its shade.
    cairo_move_to(c, outer.x, outer.y);
    lower_curve();
    set_colour(c, mix(skin_shade_, lash_, 0.25), 0.5);
    cairo_set_line_width(c, 0.010);
    cairo_stroke(c);
    // Lashes: a line that grows towards the outer corner.
    cairo_move_to(c, inner.x, inner.y);
    upper_curve(0);
    curve_to(c, {middle_x + side * half * 0.80, mix(outer.y, upper - 0.016, 0.55)},
             {middle_x + side * half * 0.42, (upper - 0.020) * 0.96}, {middle_x, upper - 0.014});
    curve_to(c, {middle_x - side * half * 0.35, (upper - 0.008) * 1.16},
             {middle_x - side * half * 0.72, mix(inner.y, (upper - 0.004) * 1.2, 0.78)}, inner);
    set_colour(c, lash_, 0.92);
    cairo_fill_preserve(c);
    cairo_set_line_width(c, 0.006 + 0.007 * form_.looks.makeup);
    cairo_stroke(c);
    // The fold above it sinks and smooths out when the lid comes down.
    const double fold = upper - mix(0.046, 0.020, face.hooded);
    const double fold_y = std::min(fold, -form_.eye_up * 0.75);
    cairo_move_to(c, inner.x + side * half * 0.10, inner.y - 0.035);
    curve_to(c, {middle_x - side * half * 0.5, fold_y - 0.008},
             {middle_x - side * half * 0.1, fold_y - 0.012}, {middle_x, fold_y - 0.008});
    curve_to(c, {middle_x + side * half * 0.5, fold_y},
             {middle_x + side * half * 0.9, mix(outer.y, fold_y, 0.5)},
             {middle_x + side * half * 1.18, outer.y - 0.008 + 0.03 * face.hooded});
    set_colour(c, skin_shade_, 0.62 - 0.35 * pose.lids);
    cairo_set_line_width(c, 0.012);
    cairo_stroke(c);
}

Features::Lips Features::lips_of(const Pose& pose) const {
    const MouthShape& m = pose.mouth;
    const double smile = std::clamp(pose.smile, 0.0, 1.0);
    const double gap = widest_gap * m.open * (1 - 0.5 * m.round * (1 - m.open));
    Lips lips{};
    lips.middle_y = form_.mouth_y;
    lips.half =
        form_.mouth_half * (1 + 0.15 * m.wide - 0.16 * m.round + 0.13 * smile - 0.06 * m.open);
    lips.corner_y = form_.mouth_y + 0.002 - 0.066 * smile + 0.09 * gap;
    const double pout = 1 + 0.28 * m.round - 0.10 * smile - 0.30 * m.press;
    lips.up = form_.lip_up * pout * (1 - 0.12 * m.open);
    lips.down = form_.lip_down * pout * (1 - 0.45 * m.tuck);
    lips.inner_top = form_.mouth_y - 0.30 * gap - 0.010 * m.tuck;
    // What the warp of the jaw does not move is moved here.
    lips.inner_bottom = form_.mouth_y + 0.50 * gap - 0.012 * m.tuck;
    return lips;
}

void Features::draw_inside(cairo_t* c, const Lips& lips, const Pose& pose) const {
    const MouthShape& m = pose.mouth;
    cairo_save(c);
    lips.add_inside(c);
    cairo_clip(c);
    set_colour(c, {0.17, 0.06, 0.06});
    cairo_paint(c);
    if (m.tongue > 0.05 || m.open > 0.25) {
        const double lift = m.tongue * lips.gap() * 0.55;
        soft_spot(c, {0, lips.inner_bottom + 0.02 - lift}, lips.half * 0.72, 0.055 + lift * 0.5,
                  tongue_, 0.95);
    }
    // Teeth follow the jaw's bow: darker to the sides.
    const double upper_edge = lips.inner_top + 0.030 + 0.020 * m.teeth - 0.014 * (1 - m.teeth);
    const PatternHandle bow(cairo_pattern_create_linear(-lips.half, 0, lips.half, 0));
    const Colour side = mix(teeth_, {0.2, 0.08, 0.08}, 0.75);
    cairo_pattern_add_color_stop_rgb(bow.get(), 0.08, side.r, side.g, side.b);
    cairo_pattern_add_color_stop_rgb(bow.get(), 0.36, teeth_.r, teeth_.g, teeth_.b);
    cairo_pattern_add_color_stop_rgb(bow.get(), 0.64, teeth_.r, teeth_.g, teeth_.b);
    cairo_pattern_add_color_stop_rgb(bow.get(), 0.92, side.r, side.g, side.b);
    if (m.teeth > 0.15) {
        cairo_move_to(c, -lips.half * 0.82, lips.inner_top - 0.03);
        cairo_line_to(c, -lips.half * 0.80, upper_edge - 0.018);
        curve_to(c, {-lips.half * 0.45, upper_edge + 0.002}, {-lips.half * 0.2, upper_edge + 0.005},
                 {0, upper_edge + 0.004});
        curve_to(c, {lips.half * 0.2, upper_edge + 0.005}, {lips.half * 0.45, upper_edge + 0.002},
                 {lips.half * 0.80, upper_edge - 0.018});
        cairo_line_to(c, lips.half * 0.82, lips.inner_top - 0.03);
        cairo_close_path(c);
        cairo_set_source(c, bow.get());
        cairo_fill(c);
    }
    if (m.open > 0.3 && m.wide > 0 && m.tongue < 0.5) {
        const double edge = lips.inner_bottom - 0.018 * m.wide;
        cairo_move_to(c, -lips.half * 0.6, lips.inner_bottom + 0.02);
        curve_to(c, {-lips.half * 0.4, edge}, {lips.half * 0.4, edge},
                 {lips.half * 0.6, lips.inner_bottom + 0.02});
        cairo_set_source(c, bow.get());
        cairo_fill(c);
    }
    const PatternHandle shade(
        cairo_pattern_create_linear(0, lips.inner_top - 0.005, 0, lips.inner_top + 0.035));
    cairo_pattern_add_color_stop_rgba(shade.get(), 0, 0.08, 0.02, 0.02, 0.75);
    cairo_pattern_add_color_stop_rgba(shade.get(), 1, 0.08, 0.02, 0.02, 0);
    cairo_set_source(c, shade.get());
    cairo_paint(c);
    cairo_restore(c);
}

void Features::draw_mouth(cairo_t* c, const Pose& pose) const {
    const Lips lips = lips_of(pose);
    const double bottom = lips.inner_bottom + lips.down;
    // Below the lower lip, and beside the corners, light does not reach.
    soft_spot(c, {0, bottom + 0.028}, lips.half * 0.78, 0.055, skin_shade_, 0.40);
    for (const double side : {-1.0, 1.0}) {
        soft_spot(c, {side * (lips.half + 0.014), lips.corner_y - 0.004}, 0.036, 0.034, skin_shade_,
                  0.42);
    }
    const PatternHandle upper(
        cairo_pattern_create_linear(0, lips.inner_top - lips.up, 0, lips.inner_top));
    const Colour upper_edge = mix(upper_lip_, skin_shade_, 0.15);
    cairo_pattern_add_color_stop_rgba(upper.get(), 0, upper_edge.r, upper_edge.g, upper_edge.b,
                                      0.62);
    cairo_pattern_add_color_stop_rgba(upper.get(), 0.35, upper_lip_.r, upper_lip_.g, upper_lip_.b,
                                      0.95);
    const Colour inner = times(upper_lip_, 0.80);
    cairo_pattern_add_color_stop_rgba(upper.get(), 1, inner.r, inner.g, inner.b, 1);
    const PatternHandle lower(cairo_pattern_create_linear(0, lips.inner_bottom, 0, bottom));
    const Colour wet = times(lower_lip_, 0.84);
    cairo_pattern_add_color_stop_rgba(lower.get(), 0, wet.r, wet.g, wet.b, 1);
    cairo_pattern_add_color_stop_rgba(lower.get(), 0.40, lower_lip_.r, lower_lip_.g, lower_lip_.b,
                                      1);
    cairo_pattern_add_color_stop_rgba(lower.get(), 0.80, lower_lip_.r, lower_lip_.g, lower_lip_.b,
                                      0.9);
    cairo_pattern_add_color_stop_rgba(lower.get(), 1, lower_lip_.r, lower_lip_.g, lower_lip_.b,
                                      0.45);

    lips.add_lower(c);
    cairo_set_source(c, lower.get());
    cairo_fill(c);
    soft_spot(c, {rig_.key.x * lips.half * 0.35, lips.inner_bottom + lips.down * 0.42},
              lips.half * 0.42, lips.down * 0.34, lip_shine_, 0.55);
    lips.add_upper(c);
    cairo_set_source(c, upper.get());
    cairo_fill(c);
    if (lips.gap() > 0.006) {
        draw_inside(c, lips, pose);
    }
    // The line where the lips meet, deepest in the corners.
    cairo_move_to(c, -lips.half, lips.corner_y);
    curve_to(c, {-lips.half * 0.62, mix(lips.corner_y, lips.inner_top, 0.80)},
             {-lips.half * 0.3, lips.inner_top - 0.004}, {0, lips.inner_top + 0.003});
    curve_to(c, {lips.half * 0.3, lips.inner_top - 0.004},
             {lips.half * 0.62, mix(lips.corner_y, lips.inner_top, 0.80)},
             {lips.half, lips.corner_y});
    set_colour(c, mix({0.20, 0.07, 0.06}, skin_shade_, 0.3), 0.80);
    cairo_set_line_cap(c, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_width(c, 0.011);
    cairo_stroke(c);
}

}  // namespace sample
