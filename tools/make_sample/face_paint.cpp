#include <algorithm>

#include "tools/make_sample/chance.h"
#include "tools/make_sample/face.h"

namespace sample {

void soft_spot(cairo_t* c, Point middle, double half_width, double half_height,
               const Colour& colour, double alpha) {
    cairo_save(c);
    cairo_translate(c, middle.x, middle.y);
    cairo_scale(c, half_width, half_height);
    const PatternHandle pattern(cairo_pattern_create_radial(0, 0, 0, 0, 0, 1));
    for (const double at : {0.0, 0.25, 0.5, 0.75, 1.0}) {
        const double share = alpha * (1 - rise(0, 1, at));
        cairo_pattern_add_color_stop_rgba(pattern.get(), at, colour.r, colour.g, colour.b, share);
    }
    cairo_set_source(c, pattern.get());
    cairo_rectangle(c, -1, -1, 2, 2);
    cairo_fill(c);
    cairo_restore(c);
}

namespace {

void add_side_spots(cairo_t* c, Point middle, double half_width, double half_height,
                    const Colour& colour, double alpha) {
    soft_spot(c, middle, half_width, half_height, colour, alpha);
    soft_spot(c, {-middle.x, middle.y}, half_width, half_height, colour, alpha);
}

// The colours of the skin as they would be without any light or shade.
Picture skin_colours(const FaceForm& f, const Frame& frame, Chance& chance) {
    const Looks& looks = f.looks;
    const Colour& skin = looks.skin;
    const double dark = 1 - (skin.r + skin.g + skin.b) / 3;  // of the skin, 0 to 1
    const Colour red = mix(Colour{skin.r * 0.96, skin.g * 0.58, skin.b * 0.55},
                           Colour{skin.r * 0.90, skin.g * 0.66, skin.b * 0.62}, dark);
    const Colour brown{skin.r * 0.62, skin.g * 0.50, skin.b * 0.46};
    const Colour pale{std::min(1.0, skin.r * 1.05), std::min(1.0, skin.g * 1.05), skin.b * 0.98};

    Picture picture = frame.picture();
    const Drawing drawing = drawing_in_units(picture, frame);
    cairo_t* c = drawing.get();
    add_face_path(c, f);
    set_colour(c, skin);
    cairo_fill(c);
    cairo_set_operator(c, CAIRO_OPERATOR_ATOP);
    soft_spot(c, {0, -0.6}, 0.62, 0.42, pale, 0.5);
    const double ruddy = 0.12 + 0.58 * looks.ruddy;
    add_side_spots(c, {0.41, 0.27 * f.lower}, 0.30, 0.25, red, ruddy * 0.75);
    soft_spot(c, {0, f.nose_y - 0.07}, 0.17, 0.15, red, 0.20 + 0.35 * looks.ruddy);
    soft_spot(c, {0, f.chin_y * 0.9}, 0.22, 0.13, red, 0.22);
    add_side_spots(c, {f.eye_x, -0.02}, 0.21, 0.14, mix(red, brown, 0.6), 0.30 + 0.15 * dark);
    add_side_spots(c, {f.eye_x - 0.03, 0.10}, 0.16, 0.065, mix(brown, {0.45, 0.36, 0.45}, 0.35),
                   0.18 + 0.42 * looks.bags);
    add_side_spots(c, {f.eye_x, -0.065}, 0.17, 0.075, brown, 0.12 + 0.5 * looks.makeup);
    add_side_spots(c, {0.060 * looks.face.nose_width, f.nose_y - 0.008}, 0.044, 0.024,
                   {skin.r * 0.35, skin.g * 0.20, skin.b * 0.18}, 0.95);

    // Skin is never of one colour.
    for (int i = 0; i < 500; ++i) {
        const Point at{chance.between(-0.75, 0.75), chance.between(-1, 1.05)};
        const double size = chance.between(0.015, 0.06);
        soft_spot(c, at, size, size, chance.share() < 0.5 ? red : pale, 0.07);
    }
    const int freckles = static_cast<int>(looks.freckles * 420);
    for (int i = 0; i < freckles; ++i) {
        const Point at{chance.around_zero() * 0.34, 0.18 + chance.around_zero() * 0.16};
        const double size = chance.between(0.006, 0.013);
        soft_spot(c, at, size * 1.2, size, mix(brown, red, 0.4), chance.between(0.1, 0.42));
    }
    return picture;
}

Field face_heights(const FaceForm& f, const Frame& frame) {
    Field heights(frame.width_px, frame.height_px);
    for (int y = 0; y < frame.height_px; ++y) {
        const double unit_y = frame.y_at(y);
        if (unit_y < -1.02 || unit_y > f.chin_y + 0.02) continue;
        float* row = heights.row(y);
        for (int x = 0; x < frame.width_px; ++x) {
            row[x] = static_cast<float>(face_height(f, frame.x_at(x), unit_y));
        }
    }
    // The tip of a sharp pencil would show every step.
    blur(heights, 0.004 * frame.scale);
    return heights;
}

// The ears are lit for themselves: beside a head everything is a cliff.
Picture paint_ears(const FaceForm& f, const Frame& frame, const LightRig& rig) {
    const Colour& skin = f.looks.skin;
    Picture ears = frame.picture();
    Field heights(frame.width_px, frame.height_px);
    for (const double side : {-1.0, 1.0}) {
        const bool away = side * rig.key.x < 0;
        const Drawing drawing = drawing_in_units(ears, frame);
        cairo_t* c = drawing.get();
        const Colour base{skin.r * 0.96, skin.g * 0.82, skin.b * 0.79};
        set_colour(c, away ? times(base, 0.74) : base);
        add_ear_path(c, f, side);
        cairo_fill(c);
        cairo_set_operator(c, CAIRO_OPERATOR_ATOP);
        const double in = side * 0.71 * f.width;
        soft_spot(c, {in, 0.10}, 0.055, 0.14, times(base, 0.45), 0.75);
        soft_spot(c, {in + side * 0.012, -0.06}, 0.04, 0.08, times(base, 0.55), 0.6);
        const Field body = mask_of(frame, 0.02 * frame.scale, [&](cairo_t* m) {
            add_ear_path(m, f, side);
            cairo_fill(m);
        });
        const Field rim = mask_of(frame, 0.014 * frame.scale, [&](cairo_t* m) {
            add_ear_path(m, f, side);
            cairo_set_line_width(m, 0.05);
            cairo_stroke(m);
        });
        heights.add(body, 0.05);
        heights.add(rim, 0.035);
    }
    Surface skin_surface;
    skin_surface.softness = 0.5;
    skin_surface.shadow_reach = 0;
    light_relief(ears, heights, frame.scale, rig, skin_surface);
    return ears;
}

void draw_brows(cairo_t* c, const FaceForm& f, const LightRig& rig, Chance& chance) {
    const Looks& looks = f.looks;
    if (looks.brow_weight <= 0) return;
    const double tilt = looks.face.eye_tilt * 0.4;
    cairo_set_line_cap(c, CAIRO_LINE_CAP_ROUND);
    for (const double side : {-1.0, 1.0}) {
        const Colour light = light_on(rig, {side * 0.25, -0.2, 0.95}, 0.1, 1, 0.8);
        const int hairs = static_cast<int>(230 * looks.brow_weight);
        for (int i = 0; i < hairs; ++i) {
            const double t = chance.share();  // from the nose outwards
            const double thick = 0.034 * looks.brow_weight *
                                 (t < 0.25 ? mix(0.62, 1.0, t / 0.25)
                                           : mix(1.0, 0.12, std::pow((t - 0.25) / 0.75, 1.3)));
            const double x = mix(0.115, 0.475, t) * mix(1.0, f.eye_x / 0.295, 0.8);
            const double arch =
                -0.055 * std::sin(0.35 + std::pow(t, 1.1) * 2.55) + 0.016 - tilt * t;
            const double across = chance.between(-1, 1);
            const double y = f.brow_y + arch + across * thick;
            // Upright beside the nose, lying down towards the temple; both edges lean inwards.
            const double lean = mix(-0.55, 0.20, rise(0, 0.5, t)) - across * 0.35;
            const double length = mix(0.055, 0.06, t) * chance.between(0.7, 1.2);
            Colour colour = mix(looks.brow, times(looks.brow, 1.6), chance.share() * 0.5);
            if (chance.share() < looks.grey) colour = mix(colour, {0.72, 0.70, 0.68}, 0.7);
            set_colour(c, lit(colour, light), chance.between(0.35, 0.75));
            cairo_set_line_width(c, chance.between(0.006, 0.012));
            cairo_move_to(c, side * x, y);
            cairo_curve_to(c, side * (x + 0.3 * length), y + lean * length * 0.45,
                           side * (x + 0.6 * length), y + lean * length * 0.7, side * (x + length),
                           y + lean * length * 0.6);
            cairo_stroke(c);
        }
    }
}

}  // namespace

Picture paint_face(const FaceForm& f, const Frame& frame, const LightRig& rig, std::uint64_t seed) {
    Chance chance(seed);
    Picture face = skin_colours(f, frame, chance);
    Surface skin;
    skin.softness = 0.34;
    skin.gloss = 0.055 + 0.03 * (1 - f.looks.skin.r);
    skin.sharpness = 16;
    skin.shadow_reach = 0.6;
    light_relief(face, face_heights(f, frame), frame.scale, rig, skin);
    const Drawing drawing = drawing_in_units(face, frame);
    {
        Picture ears = paint_ears(f, frame, rig);
        const SurfaceHandle behind = ears.surface();
        cairo_save(drawing.get());
        cairo_identity_matrix(drawing.get());
        cairo_set_operator(drawing.get(), CAIRO_OPERATOR_DEST_OVER);
        cairo_set_source_surface(drawing.get(), behind.get(), 0, 0);
        cairo_paint(drawing.get());
        cairo_restore(drawing.get());
    }
    draw_brows(drawing.get(), f, rig, chance);
    return face;
}

}  // namespace sample
