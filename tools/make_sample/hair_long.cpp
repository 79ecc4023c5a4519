// Long hair, loose or tied.
#include <algorithm>

#include "tools/make_sample/barber.h"

namespace sample {

namespace {

Strands smooth_strands(int count) {
    Strands s;
    s.count = count;
    s.width = 0.013;
    s.scatter = 0.012;
    s.shorter = 0.04;
    return s;
}

// Parted in the middle and drawn back behind the ears.
void drawn_back(Barber& barber, const HairDrawings& on, double part) {
    const double w = barber.form().width;
    for (const double side : {-1.0, 1.0}) {
        const auto at = [&](double x, double y) { return Point{side * x * w, y}; };
        const Point root{part, -0.76};
        barber.sheet(on.middle,
                     {{at(0.5, -0.7), at(0.66, -0.3), at(0.68, 0.1), at(0.58, 0.5)},
                      {at(0.6, -0.7), at(0.76, -0.3), at(0.77, 0.1), at(0.66, 0.5)}},
                     smooth_strands(300));
        barber.sheet(on.front,
                     {{root, at(0.22, -0.72), at(0.44, -0.58), at(0.60, -0.30), at(0.66, -0.06)},
                      {root + Point{0, -0.10}, at(0.28, -0.88), at(0.55, -0.68), at(0.68, -0.34),
                       at(0.70, -0.10)},
                      {root + Point{0, -0.20}, at(0.30, -1.02), at(0.63, -0.76), at(0.73, -0.38),
                       at(0.72, -0.14)},
                      {root + Point{0, -0.31}, at(0.28, -1.09), at(0.66, -0.84), at(0.755, -0.42),
                       at(0.745, -0.16)}},
                     smooth_strands(1300));
    }
}

void shoulder_long(Barber& barber, const HairDrawings& on) {
    Strands s = smooth_strands(800);
    s.width = 0.014;
    s.scatter = 0.06;
    s.curl = 0.020;
    s.turns = 1.3;
    s.shorter = 0.16;
    s.shade = 0.55;
    barber.sheet(on.back,
                 {{{-0.5, -0.2}, {-0.80, 0.2}, {-0.82, 0.8}, {-0.72, 1.34}},
                  {{0.0, -0.2}, {0.0, 0.2}, {0.0, 0.8}, {0.0, 1.36}},
                  {{0.5, -0.2}, {0.80, 0.2}, {0.82, 0.8}, {0.72, 1.34}}},
                 s);
    const double part = 0.14;
    for (const double side : {-1.0, 1.0}) {
        const auto at = [&](double x, double y) { return Point{side * x, y}; };
        s.count = 500;
        s.shade = 0.75;
        barber.sheet(
            on.middle,
            {{at(0.5, -0.8), at(0.70, -0.3), at(0.72, 0.3), at(0.66, 0.9), at(0.56, 1.24)},
             {at(0.5, -0.9), at(0.84, -0.3), at(0.88, 0.3), at(0.86, 0.9), at(0.74, 1.28)}},
            s);
        s.count = 1000;
        s.shade = 1;
        const Point root{part, -0.80};
        barber.sheet(on.front,
                     {{root, at(0.26, -0.79), at(0.535, -0.50), at(0.635, -0.10), at(0.655, 0.36),
                       at(0.63, 0.78), at(0.56, 1.10)},
                      {root + Point{0, -0.12}, at(0.32, -0.98), at(0.66, -0.58), at(0.73, -0.08),
                       at(0.76, 0.42), at(0.75, 0.84), at(0.66, 1.20)},
                      {root + Point{0, -0.22}, at(0.28, -1.11), at(0.74, -0.72), at(0.81, -0.10),
                       at(0.85, 0.44), at(0.85, 0.86), at(0.74, 1.22)}},
                     s);
        // Locks that part from the others, lighter and darker ones.
        Strands lock = s;
        lock.count = 34;
        lock.under = 0;
        lock.gather = 0.5;
        lock.scatter = 0.02;
        lock.curl = 0.014;
        for (int i = 0; i < 16; ++i) {
            const double x = barber.chance().between(-0.02, 0.16);
            const double y = barber.chance().between(-0.06, 0.06);
            const double out = barber.chance().between(-0.03, 0.05);
            lock.shade = barber.chance().between(0.72, 1.28);
            const auto way = [&](double w) {
                return Guide{at(0.56 + x + w, -0.60 + y), at(0.66 + x + w, -0.10 + y),
                             at(0.68 + x + w + out, 0.40 + y), at(0.67 + x + w - out, 0.82 + y),
                             at(0.58 + x * 0.8 + w + out, 1.16 + y)};
            };
            barber.sheet(on.front, {way(-0.03), way(0), way(0.03)}, lock);
        }
    }
}

// Curls to the jaw, tucked behind the ears.
void curly_long(Barber& barber, const HairDrawings& on) {
    Strands s;
    s.width = 0.016;
    s.scatter = 0.08;
    s.curl = 0.045;
    s.turns = 4.5;
    s.shorter = 0.25;
    s.count = 260;
    s.shade = 0.6;
    barber.sheet(on.back,
                 {{{-0.5, -0.2}, {-0.95, 0.2}, {-0.98, 0.6}, {-0.84, 1.02}},
                  {{0.5, -0.2}, {0.95, 0.2}, {0.98, 0.6}, {0.84, 1.02}}},
                 s);
    for (const double side : {-1.0, 1.0}) {
        const auto at = [&](double x, double y) { return Point{side * x, y}; };
        s.count = 330;
        s.shade = 0.82;
        barber.sheet(
            on.middle,
            {{at(0.45, -0.8), at(0.74, -0.3), at(0.74, 0.2), at(0.66, 0.66), at(0.62, 0.95)},
             {at(0.5, -1.0), at(0.94, -0.35), at(1.0, 0.2), at(0.96, 0.66), at(0.86, 1.0)}},
            s);
        Strands top = s;
        top.count = 420;
        top.shade = 1;
        top.curl = 0.026;
        top.scatter = 0.05;
        const Point root{-0.16, -0.80};
        barber.sheet(on.front,
                     {{root, at(0.22, -0.80), at(0.46, -0.62), at(0.60, -0.36), at(0.66, -0.14)},
                      {root + Point{0, -0.14}, at(0.32, -1.04), at(0.66, -0.72), at(0.76, -0.36),
                       at(0.74, -0.10)},
                      {root + Point{0, -0.28}, at(0.30, -1.20), at(0.78, -0.86), at(0.88, -0.40),
                       at(0.84, -0.04)}},
                     top);
        // Above the ears it goes behind them.
        for (int i = 0; i < 9; ++i) {
            const double y = barber.chance().between(-0.3, 0.9);
            barber.curls(on.middle, at(barber.chance().between(0.80, 0.98), y), 0.09, 0.10, 0.06,
                         10);
        }
    }
}

void curly_up(Barber& barber, const HairDrawings& on) {
    Chance& chance = barber.chance();
    barber.curls(on.middle, {0.04, -1.16}, 0.56, 0.36, 0.075, 520);
    const double w = barber.form().width;
    for (const double side : {-1.0, 1.0}) {  // behind the temples and above the ears
        const auto at = [&](double x, double y) { return Point{side * x * w, y}; };
        barber.sheet(on.front,
                     {{at(0.61, -0.16), at(0.64, -0.42), at(0.55, -0.78), at(0.22, -1.08)},
                      {at(0.655, -0.12), at(0.70, -0.46), at(0.62, -0.86), at(0.24, -1.12)},
                      {at(0.685, -0.10), at(0.735, -0.50), at(0.64, -0.92), at(0.26, -1.14)}},
                     smooth_strands(420));
    }
    std::vector<Guide> guides;
    for (int i = -5; i <= 5; ++i) {
        const double at = i / 5.0;
        const double far = std::abs(at);
        guides.push_back({{at * 0.62 * w, -0.735 + 0.52 * std::pow(far, 3.0)},
                          {at * 0.62 * w, -0.86 + 0.36 * std::pow(far, 2.6)},
                          {at * 0.50, -1.02 + 0.16 * far * far},
                          {at * 0.24 + 0.03, -1.11}});
    }
    Strands s = smooth_strands(1700);
    s.curl = 0.008;
    s.turns = 7;
    s.scatter = 0.016;
    barber.sheet(on.front, guides, s);
    barber.curls(on.front, {0.05, -1.22}, 0.46, 0.24, 0.07, 260);
    for (int i = 0; i < 26; ++i) {  // those that were too short to be tied
        const double side = chance.share() < 0.5 ? -1 : 1;
        const double at = chance.share();
        barber.curls(on.front, {side * mix(0.2, 0.61, at) * w, mix(-0.74, -0.18, at * at)}, 0.022,
                     0.024, 0.022, 3);
    }
}

void bunches(Barber& barber, const HairDrawings& on) {
    const bool curly = barber.form().looks.skin.r < 0.75;
    for (const double side : {-1.0, 1.0}) {
        if (curly) {
            barber.curls(on.middle, {side * 0.90, -0.34}, 0.30, 0.34, 0.06, 380);
        } else {
            Strands s = smooth_strands(420);
            s.scatter = 0.05;
            s.curl = 0.02;
            s.turns = 2;
            const auto at = [&](double x, double y) { return Point{side * x, y}; };
            barber.sheet(on.middle,
                         {{at(0.74, -0.22), at(0.84, -0.10), at(0.84, 0.2), at(0.80, 0.5)},
                          {at(0.76, -0.26), at(1.0, -0.2), at(1.04, 0.2), at(0.96, 0.52)}},
                         s);
        }
        cairo_set_line_cap(on.middle, CAIRO_LINE_CAP_ROUND);
        cairo_set_line_width(on.middle, 0.07);
        set_colour(on.middle, {0.85, 0.28, 0.32});
        cairo_move_to(on.middle, side * 0.73, -0.30);
        cairo_line_to(on.middle, side * 0.76, -0.20);
        cairo_stroke(on.middle);
    }
    drawn_back(barber, on, 0);
}

void two_plaits(Barber& barber, const HairDrawings& on) {
    for (const double side : {-1.0, 1.0}) {
        barber.plait(
            on.middle,
            {{side * 0.62, 0.38}, {side * 0.72, 0.75}, {side * 0.70, 1.15}, {side * 0.66, 1.6}},
            0.20);
        cairo_set_line_cap(on.middle, CAIRO_LINE_CAP_ROUND);
        cairo_set_line_width(on.middle, 0.05);
        set_colour(on.middle, {0.86, 0.40, 0.36});
        cairo_move_to(on.middle, side * 0.66 - 0.05, 1.49);
        cairo_line_to(on.middle, side * 0.66 + 0.05, 1.50);
        cairo_stroke(on.middle);
    }
    drawn_back(barber, on, 0.02);
}

}  // namespace

void cut_long(Barber& barber, HairStyle style, const HairDrawings& on) {
    switch (style) {
        case HairStyle::Shoulder:
            return shoulder_long(barber, on);
        case HairStyle::CurlyLong:
            return curly_long(barber, on);
        case HairStyle::CurlyUp:
            return curly_up(barber, on);
        case HairStyle::Plait:
            barber.plait(on.middle,
                         {{0.50, 0.52}, {0.66, 0.85}, {0.72, 1.25}, {0.66, 1.65}, {0.60, 2.0}},
                         0.27);
            return drawn_back(barber, on, -0.02);
        case HairStyle::Knot:
            barber.curls(on.back, {0.34, 0.62}, 0.28, 0.24, 0.06, 200);
            return drawn_back(barber, on, 0.10);
        case HairStyle::TwoPlaits:
            return two_plaits(barber, on);
        case HairStyle::Bunches:
            return bunches(barber, on);
        default:
            break;
    }
}

}  // namespace sample
