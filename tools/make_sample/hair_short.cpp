// Short hair.
#include <algorithm>

#include "tools/make_sample/barber.h"

namespace sample {

namespace {

// The short hair at the sides, from the temple to above the ear.
void sides(Barber& barber, const HairDrawings& on, double volume, double down) {
    const double w = barber.form().width;
    for (const double side : {-1.0, 1.0}) {
        const auto at = [&](double x, double y) { return Point{side * x * w, y}; };
        Strands s;
        s.count = 520;
        s.width = 0.013;
        s.scatter = 0.016;
        s.shade = 0.9;
        barber.sheet(on.front,
                     {{at(0.50, -0.66), at(0.545, -0.50), at(0.585, -0.34), at(0.605, down - 0.12)},
                      {at(0.58, -0.76), at(0.63, -0.55), at(0.65, -0.34), at(0.645, down)},
                      {at(0.62 + volume * 0.4, -0.76), at(0.69 + volume, -0.52),
                       at(0.70 + volume, -0.32), at(0.685 + volume * 0.4, down - 0.04)}},
                     s);
        barber.sheet(on.middle,
                     {{at(0.60, -0.50), at(0.66, -0.2), at(0.68, 0.05), at(0.66, 0.38)},
                      {at(0.68 + volume, -0.45), at(0.74 + volume * 0.5, -0.2), at(0.75, 0.05),
                       at(0.71, 0.36)}},
                     s);
    }
}

void crop(Barber& barber, const HairDrawings& on) {
    sides(barber, on, 0.015, -0.08);
    Strands s;
    s.count = 800;
    s.width = 0.014;
    s.scatter = 0.028;
    // Both sides begin along one parting, from the forehead to the crown.
    barber.sheet(on.front,
                 {{{-0.40, -0.745}, {-0.47, -0.74}, {-0.555, -0.64}, {-0.60, -0.45}},
                  {{-0.37, -0.90}, {-0.50, -0.90}, {-0.645, -0.76}, {-0.685, -0.47}},
                  {{-0.30, -1.055}, {-0.48, -1.05}, {-0.69, -0.86}, {-0.725, -0.52}}},
                 s);
    s.count = 1700;
    barber.sheet(on.front,
                 {{{-0.30, -1.055}, {0.08, -1.16}, {0.54, -1.00}, {0.73, -0.52}},
                  {{-0.34, -0.98}, {0.0, -1.12}, {0.46, -0.99}, {0.69, -0.53}},
                  {{-0.37, -0.90}, {-0.06, -1.04}, {0.36, -0.95}, {0.61, -0.58}},
                  {{-0.39, -0.82}, {-0.12, -0.91}, {0.24, -0.85}, {0.52, -0.61}},
                  {{-0.40, -0.745}, {-0.16, -0.81}, {0.16, -0.76}, {0.43, -0.65}}},
                 s);
}

void swept(Barber& barber, const HairDrawings& on) {
    sides(barber, on, 0.01, -0.05);
    std::vector<Guide> guides;
    for (int i = -5; i <= 5; ++i) {
        const double at = i / 5.0;
        const double root_x = at * 0.50;
        const double root_y = -0.735 + 0.17 * std::pow(std::abs(at), 2.6) -
                              0.035 * std::exp(-std::pow((std::abs(at) - 0.55) / 0.2, 2));
        const double top_x = at * 0.66 + 0.02;
        const double top_y = -1.13 + 0.46 * std::pow(std::abs(at), 2.4);
        guides.push_back({{root_x, root_y},
                          {root_x * 1.02 + 0.02, root_y - 0.15},
                          {mix(root_x, top_x, 0.7), mix(root_y, top_y, 0.72) - 0.05},
                          {top_x, top_y}});
    }
    Strands s;
    s.count = 2300;
    s.width = 0.014;
    s.scatter = 0.028;
    s.shorter = 0.1;
    barber.sheet(on.front, guides, s);
}

struct Tousle {
    double lift = 0.16;  // how far tufts stand off
    double length = 0.34;
    double wind = 0;      // to the right
    double fringe = 0.5;  // how much falls onto the forehead
    double sides = -0.02;
    int tufts = 90;
};

void tousled(Barber& barber, const HairDrawings& on, const Tousle& how) {
    sides(barber, on, 0.035, how.sides);
    Chance& chance = barber.chance();
    Strands base;
    base.count = 900;
    base.width = 0.016;
    base.scatter = 0.05;
    base.shade = 0.8;
    std::vector<Guide> cover;
    for (int i = -4; i <= 4; ++i) {
        const double at = i / 4.0;
        cover.push_back({{at * 0.30, -0.98 + 0.05 * at * at},
                         {at * 0.46, -1.06 + 0.16 * at * at},
                         {at * 0.62, -0.95 + 0.18 * at * at},
                         {at * 0.60 + how.wind * 0.2, -0.72 + 0.16 * std::abs(at)}});
    }
    barber.sheet(on.front, cover, base);
    // From the back of the crown to the forehead, so that the front lies on top.
    for (int i = 0; i < how.tufts; ++i) {
        const double depth = static_cast<double>(i) / how.tufts;
        const double across = chance.between(-1, 1);
        const double span = mix(0.62, 0.52, depth);
        const Point root{
            across * span,
            mix(-0.98, -0.755, depth) + mix(0.38, 0.16, depth) * std::pow(std::abs(across), 2.2)};
        Point way{across * 0.55 + how.wind + chance.around_zero() * 0.30,
                  -1.0 + 1.15 * depth * how.fringe * 1.6 + 0.75 * std::abs(across) +
                      chance.around_zero() * 0.22};
        const double size = std::max(0.3, std::hypot(way.x, way.y));
        const double length = how.length * chance.between(0.6, 1.1);
        way = way * (length / size);
        if (way.y < 0) way.y *= 0.35 + how.lift * 2;
        Strands s;
        s.count = 13;
        s.width = 0.012;
        s.scatter = 0.022;
        s.shade = chance.between(0.80, 1.14);
        s.under = 0.30;
        barber.tuft(on.front, root, root + way, chance.around_zero() * 0.26,
                    chance.between(0.035, 0.075), s);
    }
}

void spiky(Barber& barber, const HairDrawings& on) {
    sides(barber, on, 0.01, -0.08);
    Chance& chance = barber.chance();
    for (int i = 0; i < 80; ++i) {
        const double depth = i / 80.0;
        const double across = chance.between(-1, 1);
        const Point root{across * mix(0.60, 0.50, depth),
                         mix(-0.94, -0.74, depth) + 0.22 * across * across};
        const Point tip{root.x * 1.18 + chance.around_zero() * 0.05,
                        root.y - mix(0.24, 0.16, depth) * (1 - 0.5 * across * across) *
                                     chance.between(0.7, 1.2)};
        Strands s;
        s.count = 24;
        s.width = 0.013;
        s.scatter = 0.012;
        s.under = 0.6;
        s.shade = chance.between(0.85, 1.15);
        barber.tuft(on.front, root, tip, chance.around_zero() * 0.1, 0.11, s);
    }
}

// Straight across the forehead, and down beside the face.
void fringe(Barber& barber, const HairDrawings& on) {
    const double w = barber.form().width;
    for (const double side : {-1.0, 1.0}) {
        const auto at = [&](double x, double y) { return Point{side * x * w, y}; };
        Strands s;
        s.count = 700;
        s.width = 0.015;
        s.scatter = 0.02;
        s.shade = 0.88;
        barber.sheet(on.middle,
                     {{at(0.30, -0.9), at(0.62, -0.5), at(0.70, 0.1), at(0.66, 0.55)},
                      {at(0.34, -1.0), at(0.78, -0.6), at(0.82, 0.1), at(0.76, 0.52)}},
                     s);
        barber.sheet(on.front,
                     {{at(0.0, -1.06), at(0.36, -0.99), at(0.58, -0.62), at(0.605, -0.10)},
                      {at(0.0, -1.10), at(0.42, -1.07), at(0.70, -0.62), at(0.69, 0.05)},
                      {at(0.0, -1.145), at(0.46, -1.12), at(0.78, -0.64), at(0.76, 0.02)}},
                     s);
    }
    Strands s;
    s.count = 1300;
    s.width = 0.015;
    s.scatter = 0.02;
    s.shorter = 0.08;
    std::vector<Guide> guides;
    for (int i = -4; i <= 4; ++i) {
        const double at = i / 4.0;
        guides.push_back({{at * 0.22, -1.12 + 0.04 * std::abs(at)},
                          {at * 0.40, -1.02 + 0.10 * std::abs(at)},
                          {at * 0.54, -0.72 + 0.06 * std::abs(at)},
                          {at * 0.56 * w, -0.36 + 0.05 * std::abs(at)}});
    }
    barber.sheet(on.front, guides, s);
}

// Short, full, set: rolled away from the face.
void set_hair(Barber& barber, const HairDrawings& on) {
    Strands s;
    s.count = 1200;
    s.width = 0.015;
    s.scatter = 0.022;
    s.curl = 0.010;
    s.turns = 1.6;
    for (const double side : {-1.0, 1.0}) {
        const auto at = [&](double x, double y) { return Point{side * x, y}; };
        s.shade = 0.85;
        barber.sheet(on.middle,
                     {{at(0.4, -0.9), at(0.76, -0.5), at(0.80, 0.0), at(0.70, 0.46)},
                      {at(0.4, -1.0), at(0.88, -0.5), at(0.92, 0.0), at(0.80, 0.42)}},
                     s);
        s.shade = 1;
        const double part = side > 0 ? -0.30 : 0.30;  // both begin at the parting on the left
        const Point from{side * part, -0.86};
        barber.sheet(on.front,
                     {{from + Point{0, 0.06}, at(0.26, -0.93), at(0.56, -0.70), at(0.64, -0.36),
                       at(0.63, -0.02), at(0.70, 0.06)},
                      {from, at(0.30, -1.10), at(0.70, -0.80), at(0.80, -0.36), at(0.76, 0.04),
                       at(0.82, 0.06)},
                      {from + Point{0, -0.10}, at(0.30, -1.22), at(0.80, -0.90), at(0.90, -0.36),
                       at(0.87, 0.06), at(0.84, 0.16)}},
                     s);
    }
}

}  // namespace

void cut_short(Barber& barber, HairStyle style, const HairDrawings& on) {
    switch (style) {
        case HairStyle::Crop:
            return crop(barber, on);
        case HairStyle::Swept:
            return swept(barber, on);
        case HairStyle::Messy:
            return tousled(barber, on, {0.20, 0.36, 0.12, 0.55, -0.02, 260});
        case HairStyle::Windblown:
            return tousled(barber, on, {0.20, 0.34, 0.55, 0.30, 0.02, 260});
        case HairStyle::Spiky:
            return spiky(barber, on);
        case HairStyle::Fringe:
            return fringe(barber, on);
        case HairStyle::Silver:
            return set_hair(barber, on);
        default:
            break;
    }
}

}  // namespace sample
