#include "tools/make_sample/tailor.h"

#include <algorithm>

#include "tools/make_sample/chance.h"

namespace sample {

namespace {

constexpr double below_everything = 6;

double half_at(const std::vector<Point>& side, double y) {
    for (std::size_t i = 1; i < side.size(); ++i) {
        if (y <= side[i].y) {
            const Point& a = side[i - 1];
            const Point& b = side[i];
            return b.y > a.y ? mix(a.x, b.x, std::clamp((y - a.y) / (b.y - a.y), 0.0, 1.0)) : b.x;
        }
    }
    return side.back().x;
}

}  // namespace

Tailor::Tailor(const FaceForm& form, const Frame& frame)
    : form_(form),
      frame_(frame),
      colours_(frame.picture()),
      heights_(frame.width_px, frame.height_px) {
    const double wide = form.looks.shoulders * (form.age == Age::Ten ? 0.72 : 1.0);
    const double drop = form.age == Age::Ten ? -0.10 : 0.0;
    const double neck = form.neck_half;
    side_ = curve_through({{neck * 1.02, 0.80},
                           {neck * 1.04, 1.08 + drop},
                           {neck * 1.22 + 0.05, 1.24 + drop},
                           {0.80 * wide, 1.40 + drop},
                           {1.10 * wide, 1.50 + drop},
                           {1.32 * wide, 1.66 + drop},
                           {1.46 * wide, 1.95 + drop},
                           {1.53 * wide, 2.4 + drop},
                           {1.58 * wide, 3.2},
                           {1.62 * wide, 4.4},
                           {1.62 * wide, below_everything}},
                          false, 10);
    drawing_ = drawing_in_units(colours_, frame_);
    for (int y = 0; y < frame.height_px; ++y) {
        const double unit_y = frame.y_at(y);
        const double half = half_width(unit_y);
        const double chest = 0.30 + 0.30 * rise(1.2, 2.3, unit_y);
        float* row = heights_.row(y);
        for (int x = 0; x < frame.width_px; ++x) {
            const double at = std::abs(frame.x_at(x)) / half;
            double z = at < 1 ? chest * std::pow(1 - std::pow(at, 2.4), 0.55) : 0;
            // Shoulders are round in front, and arms hang beside the chest.
            z += 0.10 * bump(std::abs(frame.x_at(x)) - 1.12 * wide, unit_y - 1.85, 0.30, 0.35);
            z -= 0.09 * bump(std::abs(frame.x_at(x)) - 1.02 * wide, unit_y - 2.6, 0.07, 0.6);
            row[x] = static_cast<float>(z);
        }
    }
}

double Tailor::half_width(double y) const {
    return half_at(side_, y);
}

void Tailor::body_path(cairo_t* c, double collar) const {
    cairo_move_to(c, half_width(collar), collar);
    for (const Point& p : side_) {
        if (p.y > collar) cairo_line_to(c, p.x, p.y);
    }
    for (auto p = side_.rbegin(); p != side_.rend(); ++p) {
        if (p->y > collar) cairo_line_to(c, -p->x, p->y);
    }
    cairo_line_to(c, -half_width(collar), collar);
    cairo_close_path(c);
}

void Tailor::body(const Colour& colour, double collar) {
    body_path(drawing_.get(), collar);
    set_colour(drawing_.get(), colour);
    cairo_fill(drawing_.get());
}

void Tailor::piece(const Colour& colour, double thickness, const PathOf& path) {
    path(drawing_.get());
    set_colour(drawing_.get(), colour);
    cairo_fill(drawing_.get());
    heights_.add(mask_of(frame_, 0.010 * frame_.scale,
                         [&](cairo_t* c) {
                             path(c);
                             cairo_fill(c);
                         }),
                 thickness);
}

void Tailor::print(const Colour& colour, double alpha, const PathOf& path) {
    cairo_t* c = drawing_.get();
    cairo_save(c);
    cairo_set_operator(c, CAIRO_OPERATOR_ATOP);
    path(c);
    set_colour(c, colour, alpha);
    cairo_fill(c);
    cairo_restore(c);
}

void Tailor::line(const Colour& colour, double width, const PathOf& path) {
    cairo_t* c = drawing_.get();
    cairo_save(c);
    cairo_set_operator(c, CAIRO_OPERATOR_ATOP);
    cairo_set_line_cap(c, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_width(c, width);
    path(c);
    set_colour(c, colour);
    cairo_stroke(c);
    cairo_restore(c);
}

void Tailor::fold(double depth, double width, const PathOf& path) {
    heights_.add(mask_of(frame_, width * 0.55 * frame_.scale,
                         [&](cairo_t* c) {
                             cairo_set_line_cap(c, CAIRO_LINE_CAP_ROUND);
                             cairo_set_line_width(c, width);
                             path(c);
                             cairo_stroke(c);
                         }),
                 depth);
}

void Tailor::cut(const PathOf& path) {
    cairo_t* c = drawing_.get();
    cairo_save(c);
    cairo_set_operator(c, CAIRO_OPERATOR_CLEAR);
    path(c);
    cairo_fill(c);
    cairo_restore(c);
}

void Tailor::weave(double roughness, double folds, std::uint64_t seed) {
    const double wide = shoulders() * (form_.age == Age::Ten ? 0.72 : 1.0);
    if (folds > 0) {
        Chance chance(seed);
        both([&](double side) {
            // From the armpit to the middle, from the shoulder down, across the upper arm.
            for (int i = 0; i < 7; ++i) {
                const double x = chance.between(0.75, 1.0) * wide;
                const double y = chance.between(2.0, 2.35);
                const double reach = chance.between(0.3, 0.75);
                const double lift = chance.between(-0.45, 0.15);
                fold(-0.030 * folds * chance.between(0.5, 1), 0.06, [&](cairo_t* c) {
                    cairo_move_to(c, side * x, y);
                    cairo_curve_to(c, side * (x - reach * 0.4), y + lift * 0.1,
                                   side * (x - reach * 0.7), y + lift * 0.6, side * (x - reach),
                                   y + lift);
                });
            }
            for (int i = 0; i < 4; ++i) {
                const double y = chance.between(1.75, 2.8);
                fold(-0.026 * folds, 0.05, [&](cairo_t* c) {
                    cairo_move_to(c, side * 1.5 * wide, y);
                    cairo_curve_to(c, side * 1.35 * wide, y + 0.08, side * 1.22 * wide, y + 0.10,
                                   side * 1.08 * wide, y + 0.03);
                });
            }
            fold(-0.05, 0.06, [&](cairo_t* c) {
                cairo_move_to(c, side * 1.0 * wide, 1.95);
                cairo_curve_to(c, side * 1.02 * wide, 2.2, side * 1.04 * wide, 2.5,
                               side * 1.04 * wide, 3.6);
            });
        });
        for (int y = 0; y < frame_.height_px; ++y) {
            float* row = heights_.row(y);
            for (int x = 0; x < frame_.width_px; ++x) {
                const double unit_x = frame_.x_at(x);
                const double unit_y = frame_.y_at(y);
                row[x] += static_cast<float>(
                    0.012 * folds *
                    wander(unit_x * 2.3 + 0.9 * wander(unit_y * 1.2, seed + 5), seed + 1) *
                    rise(1.6, 2.2, unit_y));
            }
        }
    }
    if (roughness <= 0) return;
    const double grain = frame_.scale * 0.012;
    for (int y = 0; y < frame_.height_px; ++y) {
        float* row = heights_.row(y);
        for (int x = 0; x < frame_.width_px; ++x) {
            const double across =
                wander(x / grain, seed + static_cast<std::uint64_t>(y / std::max(1.0, grain)));
            row[x] += static_cast<float>(0.0016 * roughness * across);
        }
    }
}

void Tailor::both(const std::function<void(double)>& sew) {
    sew(-1);
    sew(1);
}

Picture Tailor::finish(const LightRig& rig, const Surface& surface) {
    // Nothing sticks out beyond the shoulders, but collars may stand above them.
    Picture inside = frame_.picture();
    {
        const Drawing d = drawing_in_units(inside, frame_);
        body_path(d.get(), 0.8);
        cairo_fill(d.get());
        cairo_rectangle(d.get(), -0.86, 0.5, 1.72, 0.88);
        cairo_fill(d.get());
    }
    const SurfaceHandle mask = inside.surface();
    cairo_identity_matrix(drawing_.get());
    cairo_set_operator(drawing_.get(), CAIRO_OPERATOR_DEST_IN);
    cairo_set_source_surface(drawing_.get(), mask.get(), 0, 0);
    cairo_paint(drawing_.get());
    drawing_.reset();
    blur(heights_, 0.004 * frame_.scale);
    light_relief(colours_, heights_, frame_.scale, rig, surface);
    return std::move(colours_);
}

Picture paint_neck(const FaceForm& f, const Frame& frame, const LightRig& rig) {
    const Colour& skin = f.looks.skin;
    const bool child = f.age == Age::Ten;
    const double drop = child ? -0.10 : 0.0;
    const double half = f.neck_half;
    Picture neck = frame.picture();
    {
        const Drawing drawing = drawing_in_units(neck, frame);
        cairo_t* c = drawing.get();
        // No wider than any collar hides.
        const double reach = child ? 0.70 : 1.0;
        const std::vector<Point> side = {{half * 0.98, 0.35},         {half * 0.97, 0.85},
                                         {half * 1.06, 1.12 + drop},  {half * 1.30, 1.29 + drop},
                                         {0.64 * reach, 1.45 + drop}, {0.72 * reach, 1.9},
                                         {0.6 * reach, 2.6}};
        std::vector<Point> around = side;
        for (auto point = side.rbegin(); point != side.rend(); ++point) {
            around.push_back({-point->x, point->y});
        }
        add_curve(c, around, true);
        set_colour(c, {skin.r * 0.97, skin.g * 0.93, skin.b * 0.92});
        cairo_fill(c);
    }
    // Where the head keeps the light away.
    const Field shade = mask_of(frame, 0.075 * frame.scale, [&](cairo_t* c) {
        cairo_translate(c, -rig.key.x * 0.20, 0.24 + 0.05 * f.lower + body_lift);
        cairo_scale(c, 1.0, 0.98);
        add_face_path(c, f);
        cairo_fill(c);
    });
    const Field contact = mask_of(frame, 0.05 * frame.scale, [&](cairo_t* c) {
        cairo_translate(c, 0, 0.06 + body_lift);
        add_face_path(c, f);
        cairo_fill(c);
    });
    Field heights(frame.width_px, frame.height_px);
    for (int y = 0; y < frame.height_px; ++y) {
        const double unit_y = frame.y_at(y);
        float* row = heights.row(y);
        std::uint32_t* colours = neck.row(y);
        for (int x = 0; x < frame.width_px; ++x) {
            const double unit_x = frame.x_at(x);
            const double at = std::abs(unit_x);
            const double widen = half * (1 + 1.6 * rise(1.0 + drop, 1.9, unit_y));
            double z = at < widen ? 0.42 * std::sqrt(1 - std::pow(at / widen, 2.2)) : 0.0;
            // Two cords from behind the ears to the pit of the throat, and the collar bones.
            const double cord = mix(half * 0.86, 0.07, rise(0.75, 1.45 + drop, unit_y));
            z += 0.030 * bump(at - cord, 0, 0.055, 1) * rise(1.55, 1.35, unit_y);
            z -= 0.05 * bump(at, unit_y - 1.47 - drop, 0.07, 0.07);
            const double bone = 1.50 + drop - 0.10 * rise(0.1, 0.7, at);
            z += 0.028 * bump(0, unit_y - bone, 1, 0.04) * rise(0.05, 0.16, at) *
                 rise(0.95, 0.6, at);
            if (f.looks.lines > 0.3) {
                z -= 0.008 * f.looks.lines * bump(0, unit_y - 1.10 - 0.05 * at, 1, 0.012);
                z -= 0.008 * f.looks.lines * bump(0, unit_y - 1.24 + 0.04 * at, 1, 0.012);
            }
            row[x] = static_cast<float>(z);
            const double keep = (1 - 0.50 * shade.row(y)[x]) * (1 - 0.35 * contact.row(y)[x]);
            const std::uint32_t pixel = colours[x];
            const auto dim = [&](int shift, double factor) {
                return static_cast<std::uint32_t>(((pixel >> shift) & 255) * factor) << shift;
            };
            // Shade on skin is warm.
            colours[x] =
                (pixel & 0xFF000000u) | dim(16, std::pow(keep, 0.85)) | dim(8, keep) | dim(0, keep);
        }
    }
    Surface surface;
    surface.softness = 0.32;
    surface.gloss = 0.02;
    surface.shadow_reach = 0.25;
    light_relief(neck, heights, frame.scale, rig, surface);
    return neck;
}

}  // namespace sample
