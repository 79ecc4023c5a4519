#include <algorithm>

#include "tools/make_sample/barber.h"

namespace sample {

namespace {

// How thick the beard grows at this place, 0 to 1.
double beard_at(const FaceForm& f, Point p) {
    const double x = std::abs(p.x);
    const double low = f.lower;
    const double half = f.half_width(p.y);
    if (x > half) return 0;
    // From the ears along the jaw, over the chin, around the mouth.
    const double cheek_line = mix(0.56, 0.10, rise(0.22, 0.62, x)) * low;
    double thick = rise(cheek_line - 0.05, cheek_line + 0.12, p.y) * rise(0.12, 0.26, x);
    thick = std::max(thick, rise(0.735 * low, 0.80 * low, p.y) * rise(0.4, 0.2, x));
    // Moustache.
    const double lip = f.mouth_y - f.lip_up;
    const double over = bump(0, p.y - (lip - 0.055), 1, 0.055) *
                        rise(f.mouth_half + 0.10, f.mouth_half - 0.02, x) * rise(-0.005, 0.03, x);
    thick = std::max(thick, over * rise(f.nose_y - 0.01, f.nose_y + 0.03, p.y));
    const double corner = bump(x - f.mouth_half - 0.05, p.y - f.mouth_y - 0.02, 0.055, 0.12);
    thick = std::max(thick, corner);
    // Lips and the little hollow beside the soul patch stay free.
    const double mouth = std::hypot(x / (f.mouth_half + 0.015), (p.y - f.mouth_y - 0.012) / 0.088);
    thick *= rise(0.9, 1.12, mouth);
    const double bare = bump(x - 0.11, p.y - 0.765 * low, 0.05, 0.035);
    return std::clamp(thick - 0.8 * bare, 0.0, 1.0);
}

void stubble(Barber& barber, cairo_t* c, double opacity) {
    const FaceForm& f = barber.form();
    Chance& chance = barber.chance();
    const Colour shade = mix(f.looks.beard_colour, {0.25, 0.26, 0.30}, 0.3);
    cairo_save(c);
    cairo_set_line_cap(c, CAIRO_LINE_CAP_ROUND);
    for (int i = 0; i < 9000; ++i) {
        const Point at{chance.between(-0.68, 0.68), chance.between(0.05, 1.03) * f.lower};
        if (chance.share() > beard_at(f, at)) continue;
        const bool grey = chance.share() < f.looks.grey;
        set_colour(c, grey ? Colour{0.58, 0.56, 0.54} : shade, opacity * chance.between(0.5, 1));
        cairo_set_line_width(c, 0.0065);
        cairo_move_to(c, at.x, at.y);
        cairo_line_to(c, at.x + chance.around_zero() * 0.004, at.y + chance.between(0.004, 0.014));
        cairo_stroke(c);
    }
    cairo_restore(c);
}

// Hairs grow down and outwards from the middle.
void grown(Barber& barber, cairo_t* c, double length, int count, bool below_the_chin) {
    const FaceForm& f = barber.form();
    Chance& chance = barber.chance();
    Strands s;
    s.width = 0.0115;
    s.scatter = 0.018;
    s.shorter = 0.3;
    s.curl = 0.004;
    s.turns = 1.5;
    cairo_save(c);
    cairo_set_line_cap(c, CAIRO_LINE_CAP_ROUND);
    std::vector<Point> roots;
    for (int i = 0; i < count; ++i) {
        const Point at{chance.between(-0.72, 0.72), chance.between(0.02, 1.03) * f.lower};
        if (chance.share() < beard_at(f, at)) roots.push_back(at);
    }
    // Upper ones fall over lower ones.
    std::sort(roots.begin(), roots.end(), [](Point a, Point b) { return a.y > b.y; });
    for (const Point& root : roots) {
        const bool lip = root.y < f.mouth_y && std::abs(root.x) < f.mouth_half + 0.04;
        const double out = lip ? std::clamp(root.x / 0.12, -1.0, 1.0) * 0.9 : root.x * 0.20;
        const double down = lip ? 0.62 : 1.0;
        const double own = length * (lip ? 0.75 : 1.0) * (0.25 + 0.75 * rise(0.25, 0.85, root.y));
        const Point tip = root + Point{out * own, down * own};
        // Round under the jaw it turns inwards.
        s.shade = 0.95 - 0.28 * rise(0.75, 1.05, root.y / f.lower) + 0.12 * (lip ? 1 : 0);
        barber.strand(c,
                      {root, mix(root, tip, 0.5) + Point{out * own * 0.12, 0},
                       tip + Point{below_the_chin ? -root.x * 0.10 : 0, 0}},
                      s);
    }
    cairo_restore(c);
}

void moustache(Barber& barber, cairo_t* c, double thickness) {
    const FaceForm& f = barber.form();
    Strands s;
    s.count = 330;
    s.width = 0.012;
    s.scatter = 0.014;
    s.under = 0.5;
    for (const double side : {-1.0, 1.0}) {
        const auto at = [&](double x, double y) { return Point{side * x, y}; };
        const double top = f.nose_y + 0.035;
        const double lip = f.mouth_y - f.lip_up * 0.7;
        barber.sheet(c,
                     {{at(0.005, top + 0.02), at(0.03, lip - 0.02), at(0.07, lip + 0.012)},
                      {at(0.02, top), at(0.12, lip - 0.045), at(0.22, lip + 0.022)},
                      {at(0.06, top - 0.01), at(0.18, lip - 0.075 * thickness),
                       at(f.mouth_half + 0.075, lip + 0.055)}},
                     s);
    }
}

}  // namespace

void draw_beard(Barber& barber, cairo_t* c) {
    const Looks& looks = barber.form().looks;
    barber.set_colour_of_hair(looks.beard_colour, looks.grey * 0.8);
    switch (looks.beard) {
        case BeardStyle::None:
        case BeardStyle::Moustache:
            return;
        case BeardStyle::Stubble:
            return stubble(barber, c, 0.42);
        case BeardStyle::Short:
            stubble(barber, c, 0.6);
            return grown(barber, c, 0.085, 9000, false);
        case BeardStyle::Full:
            stubble(barber, c, 0.75);
            return grown(barber, c, 0.17, 11000, true);
    }
}

void draw_moustache(Barber& barber, cairo_t* c) {
    const Looks& looks = barber.form().looks;
    barber.set_colour_of_hair(looks.beard_colour, looks.grey * 0.8);
    if (looks.beard == BeardStyle::Moustache) moustache(barber, c, 1.2);
    if (looks.beard == BeardStyle::Full) moustache(barber, c, 0.9);
}

}  // namespace sample
