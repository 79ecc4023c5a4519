// Hair that is a covering rather than strands: shaved, coiled, or gone.
#include <algorithm>

#include "tools/make_sample/barber.h"

namespace sample {

namespace {

// How much hair grows at this place of a head cut close: 0 to 1.
double growth_at(const FaceForm& f, Point p) {
    const double x = std::abs(p.x) / f.width;
    // The hairline: across the forehead, in at the temples, down before the ears.
    const double forehead = -0.715 + 0.05 * rise(0.25, 0.46, x);
    const double temple = rise(0.45, 0.60, x);
    const double line = mix(forehead, -0.10, temple * rise(0.5, 0.62, x));
    return rise(line + 0.05, line - 0.07, p.y);
}

struct Coils {
    double thickness = 0.05;  // beyond the skull
    double size = 0.016;
    int count = 9000;
    double opacity = 0.95;
};

void coils(Barber& barber, cairo_t* c, const Coils& coils) {
    const FaceForm& f = barber.form();
    Chance& chance = barber.chance();
    const double grey = f.looks.grey;
    cairo_save(c);
    cairo_set_line_cap(c, CAIRO_LINE_CAP_ROUND);
    for (int i = 0; i < coils.count; ++i) {
        const Point at{chance.between(-0.80, 0.80), chance.between(-1.12, 0.06)};
        const double half = f.half_width(std::clamp(at.y + coils.thickness * 0.4, -0.985, 1.0)) +
                            coils.thickness * (0.5 + 0.5 * rise(0.0, -0.5, at.y));
        const bool above =
            at.y < -0.985 && std::hypot(at.x / 0.5, (at.y + 0.98) / (coils.thickness + 0.01)) > 1;
        if (std::abs(at.x) > half || above || chance.share() > growth_at(f, at)) continue;
        const double side_grey = grey * (0.6 + 1.2 * rise(0.35, 0.62, std::abs(at.x)));
        const double greyness = chance.share() < side_grey ? chance.between(0.6, 0.95) : 0.0;
        const double turn = chance.between(0, 6.283);
        const double radius = coils.size * chance.between(0.6, 1.2);
        const Point along{std::cos(turn + 1.57), std::sin(turn + 1.57)};
        const double lift = 0.7 + 0.6 * std::max(0.0, std::cos(turn) * barber.rig().key.x +
                                                          std::sin(turn) * barber.rig().key.y);
        set_colour(c, barber.colour_at(at, along, lift * chance.between(0.7, 1.35), greyness),
                   coils.opacity);
        cairo_set_line_width(c, radius * 0.75);
        cairo_arc(c, at.x, at.y, radius, turn - 1.1, turn + 1.1);
        cairo_stroke(c);
    }
    cairo_restore(c);
}

void stubble_on_scalp(Barber& barber, cairo_t* c) {
    Coils shaved;
    shaved.thickness = 0.004;
    shaved.size = 0.006;
    shaved.count = 9000;
    shaved.opacity = 0.30;
    coils(barber, c, shaved);
}

// What is left around a bald head.
void rim(Barber& barber, const HairDrawings& on) {
    const double w = barber.form().width;
    for (const double side : {-1.0, 1.0}) {
        const auto at = [&](double x, double y) { return Point{side * x * w, y}; };
        Strands s;
        s.count = 420;
        s.width = 0.010;
        s.scatter = 0.02;
        s.under = 0.35;
        barber.sheet(on.front,
                     {{at(0.585, -0.44), at(0.62, -0.34), at(0.635, -0.22), at(0.64, -0.06)},
                      {at(0.655, -0.46), at(0.675, -0.34), at(0.68, -0.22), at(0.675, -0.10)},
                      {at(0.675, -0.40), at(0.70, -0.30), at(0.705, -0.22), at(0.695, -0.14)}},
                     s);
        barber.sheet(on.middle,
                     {{at(0.66, -0.40), at(0.70, -0.2), at(0.71, 0.0), at(0.69, 0.30)},
                      {at(0.68, -0.40), at(0.74, -0.2), at(0.75, 0.0), at(0.72, 0.30)}},
                     s);
    }
}

}  // namespace

void cut_close(Barber& barber, HairStyle style, const HairDrawings& on) {
    switch (style) {
        case HairStyle::Shaved:
            return stubble_on_scalp(barber, on.front);
        case HairStyle::None:
            return rim(barber, on);
        case HairStyle::Close: {
            Coils close;
            close.thickness = barber.form().age == Age::Ten ? 0.085 : 0.055;
            close.count = 15000;
            return coils(barber, on.front, close);
        }
        default:
            break;
    }
}

}  // namespace sample
