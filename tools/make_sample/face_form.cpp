#include "tools/make_sample/face.h"

#include <algorithm>

namespace sample {

namespace {

// Everything that is there twice is shaped once, for the right side.
struct Shape {
    const FaceForm& f;
    double x;  // distance from the middle line
    double y;

    double hill(double at_x, double at_y, double width, double height) const {
        return bump(x - at_x, y - at_y, width, height);
    }
    // A groove or ridge along a line, fading at its ends.
    double along(Point a, Point b, double width) const {
        const Point d = b - a;
        const double length2 = d.x * d.x + d.y * d.y;
        const double t = std::clamp(((x - a.x) * d.x + (y - a.y) * d.y) / length2, 0.0, 1.0);
        const double away = std::hypot(x - a.x - d.x * t, y - a.y - d.y * t) / width;
        const double ends = rise(0, 0.25, t) * rise(0, 0.25, 1 - t);
        return std::exp(-away * away) * ends;
    }
};

// How far the middle of the face is in front of the ears, before any feature.
double profile(const FaceForm& f, double y) {
    static const std::vector<Point> curve = curve_through({{-1.02, 0.0},
                                                           {-1.0, 0.10},
                                                           {-0.94, 0.27},
                                                           {-0.84, 0.43},
                                                           {-0.68, 0.58},
                                                           {-0.48, 0.675},
                                                           {-0.25, 0.715},
                                                           {0.0, 0.725},
                                                           {0.25, 0.73},
                                                           {0.50, 0.735},
                                                           {0.72, 0.72},
                                                           {0.86, 0.67},
                                                           {0.94, 0.57},
                                                           {0.985, 0.42},
                                                           {1.01, 0.2},
                                                           {1.02, 0.0}},
                                                          false, 16);
    const double at = y > 0 ? y / f.lower : y;
    const auto next = std::lower_bound(curve.begin(), curve.end(), at,
                                       [](const Point& p, double to) { return p.x < to; });
    if (next == curve.begin() || next == curve.end()) return 0;
    const Point& a = *std::prev(next);
    return mix(a.y, next->y, (at - a.x) / (next->x - a.x));
}

double nose_height(const Shape& s) {
    const FaceForm& f = s.f;
    const double base = f.nose_y;
    const double wide = f.looks.face.nose_width;
    const double out = f.looks.face.nose_bridge * (f.age == Age::Ten ? 0.72 : 1.0);
    const double down = std::clamp((s.y + 0.2) / (base + 0.2), 0.0, 1.2);
    // The bridge grows forward and wider on its way down, and ends below the tip.
    const double height = mix(0.025, 0.19, std::pow(down, 1.25)) * out;
    const double width = mix(0.062, 0.095, down) * mix(1.0, wide, 0.6);
    const double ends = rise(-0.26, -0.08, s.y) * (1 - rise(base - 0.10, base + 0.035, s.y));
    double z = height * std::exp(-std::pow(s.x / width, 2)) * ends;
    z += 0.085 * s.hill(0, base - 0.085, 0.088 * wide, 0.075) *
         (1 - rise(base - 0.05, base + 0.045, s.y));
    z += 0.088 * s.hill(0.112 * wide, base - 0.045, 0.055 * wide, 0.052);
    z -= 0.030 * s.hill(0.165 * wide, base - 0.055, 0.03, 0.06);
    return z;
}

double years_height(const Shape& s) {
    const FaceForm& f = s.f;
    const double lines = f.looks.lines;
    const double low = f.lower;
    double z = 0;
    // From the wing of the nose past the corner of the mouth.
    const double fold = 0.004 + 0.022 * lines;
    z -=
        fold * s.along({f.nose_half * 1.08, 0.33 * low}, {f.mouth_half + 0.075, 0.60 * low}, 0.040);
    z -= fold * 0.6 *
         s.along({f.mouth_half + 0.06, 0.56 * low}, {f.mouth_half + 0.07, 0.74 * low}, 0.040);
    z += fold * 0.7 * s.hill(f.mouth_half + 0.13, 0.50 * low, 0.07, 0.10);
    z -= 0.012 * lines *
         s.along({f.mouth_half * 0.98, 0.67 * low}, {f.mouth_half, 0.86 * low}, 0.040);
    z += 0.05 * rise(0.4, 0.9, lines) * s.hill(0.43, 0.74 * low, 0.10, 0.12);
    // Under the eyes.
    const double bag = f.looks.bags;
    const Point inner{f.eye_x - 0.13, 0.085};
    const Point outer{f.eye_x + 0.12, 0.105};
    z += 0.016 * bag * s.hill(f.eye_x, 0.088, 0.12, 0.032);
    z -= (0.006 + 0.014 * bag) * s.along(inner, {f.eye_x - 0.02, 0.15}, 0.022);
    z -= (0.003 + 0.010 * bag) * s.along({f.eye_x - 0.05, 0.15}, outer, 0.022);
    if (lines > 0.1) {
        for (const double y : {-0.60, -0.50, -0.41}) {
            const double wave = y + 0.02 * std::cos(s.x * 7) + 0.03 * s.x;
            const double across = rise(0, 0.12, 0.46 - s.x);
            z -= 0.0095 * lines * across * std::exp(-std::pow((s.y - wave) / 0.013, 2));
        }
        z -= 0.012 * lines * s.along({0.045, -0.28}, {0.06, -0.12}, 0.014);
        for (const double dy : {-0.05, 0.005, 0.06}) {
            z -= 0.008 * lines *
                 s.along({f.eye_x + 0.165, dy * 0.6}, {f.eye_x + 0.30, dy * 2}, 0.011);
        }
    }
    return z;
}

}  // namespace

double FaceForm::half_width(double y) const {
    if (outline.empty() || y <= outline.front().y || y >= outline.back().y) return 0;
    for (std::size_t i = 1; i < outline.size(); ++i) {
        if (y <= outline[i].y) {
            const Point& a = outline[i - 1];
            const Point& b = outline[i];
            return b.y > a.y ? mix(a.x, b.x, (y - a.y) / (b.y - a.y)) : b.x;
        }
    }
    return 0;
}

FaceForm form_of(const Looks& looks, Age age) {
    const bool child = age == Age::Ten;
    const Face& face = looks.face;
    FaceForm f;
    f.looks = looks;
    f.age = age;
    f.width = face.width * (child ? 1.0 : 1.0);
    f.lower = face.length * (child ? 0.86 : 1.0);
    f.eye_x = 0.295 * face.eye_gap * mix(1.0, face.width, 0.7);
    const double eye = face.eyes * (child ? 1.16 : 1.0);
    f.eye_half = 0.132 * eye;
    f.eye_up = 0.058 * eye;
    f.eye_down = 0.047 * eye;
    f.brow_y = child ? -0.205 : -0.20 + 0.018 * face.brow_ridge;
    f.nose_y = 0.41 * f.lower * face.nose_length * (child ? 0.90 : 1.0);
    f.nose_half = 0.15 * face.nose_width * (child ? 0.86 : 1.0);
    f.looks.face.nose_width = face.nose_width * (child ? 0.88 : 1.0);
    f.mouth_y = std::max(0.635 * f.lower, f.nose_y + 0.185);
    f.mouth_half = 0.235 * face.mouth * (child ? 0.90 : 1.0);
    f.lip_up = 0.046 * face.lips;
    f.lip_down = 0.070 * face.lips;
    f.chin_y = f.lower;
    f.neck_half = child ? 0.30 : 0.34 + 0.10 * (looks.shoulders - 0.7);
    const double jaw = face.jaw * (child ? 0.93 : 1.0);
    const double chin = face.chin * (child ? 0.92 : 1.0);
    const double full = (child ? std::max(0.75, face.cheeks) : face.cheeks) - 0.5;
    const std::vector<Point> half = {
        {0, -1.0},
        {0.26, -0.965},
        {0.46, -0.86},
        {0.595, -0.68},
        {0.665, -0.44},
        {0.680, -0.18},
        {0.672 + 0.005 * full, 0.06},
        {0.650 + 0.04 * full, 0.26 * f.lower},
        {(0.598 + 0.05 * full) * mix(1.0, jaw, 0.6), 0.48 * f.lower},
        {(0.515 + 0.05 * full) * jaw, 0.68 * f.lower},
        {0.395 * jaw * mix(1.0, chin, 0.4), 0.835 * f.lower},
        {0.245 * chin, 0.945 * f.lower},
        {0.11 * chin, 0.99 * f.lower},
        {0, 1.0 * f.lower},
    };
    // The mirrored half is added so that the curve has no corner at crown and chin.
    std::vector<Point> whole = half;
    for (std::size_t i = half.size() - 1; i-- > 1;)
        whole.push_back({-half[i].x, half[i].y});
    const std::vector<Point> curve = curve_through(whole, true, 12);
    f.outline.assign(curve.begin(),
                     curve.begin() + static_cast<std::ptrdiff_t>((half.size() - 1) * 12 + 1));
    for (Point& point : f.outline)
        point.x = std::max(0.0, point.x * f.width);
    return f;
}

double face_height(const FaceForm& f, double signed_x, double y) {
    const double x = std::abs(signed_x);
    const double half = f.half_width(y);
    if (x >= half || half <= 0) return 0;
    const Face& face = f.looks.face;
    const Shape s{f, x, y};
    const double low = f.lower;
    const bool child = f.age == Age::Ten;
    const double ridge = child ? 0.0 : face.brow_ridge;
    const double full = child ? std::max(0.75, face.cheeks) : face.cheeks;

    double z = profile(f, y) * std::sqrt(1 - std::pow(x / half, 2.5));
    // Around the eyes.
    z -= 0.085 * s.hill(f.eye_x * 0.97, -0.045, 0.19, 0.095);
    z -= 0.048 * s.hill(0.125, -0.02, 0.055, 0.075);
    z += 0.062 * s.hill(f.eye_x, -0.002, 0.125, 0.080);
    z += 0.022 * s.hill(f.eye_x + 0.02, -0.095, 0.15, 0.032) * (0.4 + face.hooded);
    z += (0.016 + 0.040 * ridge) * s.hill(f.eye_x * 0.95, f.brow_y + 0.015, 0.21, 0.055);
    z += 0.020 * ridge * s.hill(0.0, f.brow_y + 0.02, 0.09, 0.05);
    // Forehead and temples.
    z += 0.02 * s.hill(0.22, -0.55, 0.20, 0.18);
    z -= 0.035 * s.hill(0.60, -0.22, 0.09, 0.17);
    z += nose_height(s);
    // Cheeks.
    z += 0.040 * s.hill(0.44, 0.17, 0.17, 0.10);
    z += 0.060 * full * s.hill(0.36, 0.34 * low, 0.18, 0.15);
    z -= 0.055 * (1 - full) * s.hill(0.43, 0.54 * low, 0.11, 0.17);
    // The mound of the mouth, its corners, and the chin.
    z += 0.050 * s.hill(0, f.mouth_y - 0.02, 0.30, 0.20);
    z -= 0.014 * s.hill(0, f.nose_y + 0.08, 0.026, 0.06);
    z += 0.008 * s.hill(0.045, f.nose_y + 0.08, 0.022, 0.06);
    z -= 0.026 * s.hill(f.mouth_half + 0.035, f.mouth_y + 0.01, 0.04, 0.05);
    z -= 0.042 * s.hill(0, 0.79 * low, 0.15, 0.04);
    z += 0.060 * s.hill(0, 0.895 * low, 0.15 * face.chin, 0.075);
    return std::max(0.0, z + years_height(s) * rise(0, 0.1, half - x));
}

double turning_depth(const FaceForm& f, double x, double y) {
    const double at = y > 0 ? y / f.lower : y;
    const double across = x / 1.02;
    const double down = (at + 0.08) / 1.32;
    const double ball = 0.74 * std::sqrt(std::max(0.0, 1 - across * across - down * down));
    const double nose = 0.17 * bump(x, y - (f.nose_y - 0.12), 0.14, 0.20);
    return ball + nose;
}

void add_face_path(cairo_t* c, const FaceForm& f) {
    cairo_move_to(c, f.outline.front().x, f.outline.front().y);
    for (const Point& p : f.outline)
        cairo_line_to(c, p.x, p.y);
    for (auto p = f.outline.rbegin(); p != f.outline.rend(); ++p)
        cairo_line_to(c, -p->x, p->y);
    cairo_close_path(c);
}

void add_ear_path(cairo_t* c, const FaceForm& f, double side) {
    const double size = f.looks.face.ears * (f.age == Age::Ten ? 0.96 : 1.0);
    const double out = 0.655 * f.width;
    const auto at = [&](double x, double y) {
        return Point{side * (out + (x - 0.655) * size), 0.1 + (y - 0.1) * size};
    };
    add_curve(c,
              {at(0.60, -0.12), at(0.70, -0.20), at(0.775, -0.17), at(0.80, -0.04), at(0.775, 0.12),
               at(0.735, 0.24), at(0.715, 0.34), at(0.665, 0.37), at(0.60, 0.28)},
              true);
}

}  // namespace sample
