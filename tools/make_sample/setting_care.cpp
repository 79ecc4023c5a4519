// Places where people are looked after.
#include "tools/make_sample/chance.h"
#include "tools/make_sample/setting.h"

namespace sample {

namespace {

void perspective_corridor(cairo_t* c, const Colour& wall, const Colour& floor_colour,
                          const Colour& ceiling) {
    const auto quad = [&](Point a, Point b, Point d, Point e, const Colour& colour) {
        cairo_move_to(c, a.x, a.y);
        cairo_line_to(c, b.x, b.y);
        cairo_line_to(c, d.x, d.y);
        cairo_line_to(c, e.x, e.y);
        cairo_close_path(c);
        set_colour(c, colour);
        cairo_fill(c);
    };
    const Point far_a{-0.16, -0.18};
    const Point far_b{0.16, -0.18};
    const Point far_c{0.16, 0.10};
    const Point far_d{-0.16, 0.10};
    quad({-1.2, -0.9}, {1.2, -0.9}, far_b, far_a, ceiling);
    quad({-1.2, 0.9}, {1.2, 0.9}, far_c, far_d, floor_colour);
    quad({-1.2, -0.9}, far_a, far_d, {-1.2, 0.9}, wall);
    quad({1.2, -0.9}, far_b, far_c, {1.2, 0.9}, times(wall, 0.92));
    box(c, far_a.x, far_a.y, far_c.x, far_c.y, mix(wall, {1, 1, 1}, 0.35));
    // Strips of light on the ceiling and their mirror on the floor.
    for (int i = 0; i < 4; ++i) {
        const double near = std::pow(0.52, i);
        const double y = -0.18 - 0.40 * near;
        const double next = -0.18 - 0.40 * near * 0.72;
        quad({-0.20 * near - 0.05, y}, {0.20 * near + 0.05, y}, {0.16 * near + 0.04, next},
             {-0.16 * near - 0.04, next}, {1, 1, 0.98});
        glow(c, 0, 0.10 + 0.42 * near, 0.28 * near + 0.05, 0.07 * near, {1, 1, 1}, 0.5);
    }
    // Doors and a rail along both walls.
    for (const double side : {-1.0, 1.0}) {
        for (int i = 0; i < 3; ++i) {
            const double near = 0.22 + 0.30 * i;
            const double x = side * (0.16 + near);
            const double wide = 0.10 + 0.05 * i;
            const double top = -0.13 - near * 0.36;
            const double low = 0.10 + near * 0.66;
            quad({x, top}, {x + side * wide, top - wide * 0.42},
                 {x + side * wide, low + wide * 0.7}, {x, low}, {0.34, 0.52, 0.60});
        }
        quad({side * 0.16, 0.02}, {side * 1.2, 0.26}, {side * 1.2, 0.32}, {side * 0.16, 0.035},
             {0.72, 0.62, 0.48});
    }
}

double corridor(const Place& p) {
    perspective_corridor(p.c, {0.76, 0.83, 0.83}, {0.52, 0.60, 0.62}, {0.88, 0.90, 0.90});
    // The doors of the theatre, and a trolley.
    box(p.c, -0.94, 0.10, -0.60, 0.13, {0.86, 0.88, 0.90});
    box(p.c, -0.92, 0.13, -0.62, 0.16, {0.30, 0.46, 0.66});
    stroke(p.c, {{-0.90, 0.13}, {-0.90, 0.5}}, 0.012, {0.70, 0.72, 0.75});
    stroke(p.c, {{-0.64, 0.13}, {-0.64, 0.5}}, 0.012, {0.70, 0.72, 0.75});
    glow(p.c, 0, -0.04, 0.35, 0.3, {1, 1, 0.97}, 0.35);
    return 1.15;
}

double storeroom(const Place& p) {
    perspective_corridor(p.c, {0.86, 0.82, 0.74}, {0.60, 0.58, 0.55}, {0.92, 0.91, 0.88});
    cairo_t* c = p.c;
    // Her trolley: bags, mops, bottles, a yellow sign.
    box(c, 0.46, 0.10, 0.92, 0.13, {0.35, 0.37, 0.40});
    box(c, 0.48, 0.13, 0.66, 0.44, {0.90, 0.78, 0.20});
    box(c, 0.70, 0.13, 0.90, 0.44, {0.30, 0.44, 0.70});
    stroke(c, {{0.50, 0.12}, {0.44, -0.34}}, 0.016, {0.55, 0.62, 0.72});
    glow(c, 0.435, -0.36, 0.06, 0.09, {0.92, 0.92, 0.90}, 1);
    stroke(c, {{0.58, 0.12}, {0.60, -0.28}}, 0.016, {0.75, 0.30, 0.26});
    const Colour bottles[] = {{0.30, 0.62, 0.78}, {0.86, 0.42, 0.52}, {0.42, 0.70, 0.44}};
    for (int i = 0; i < 3; ++i)
        box(c, 0.70 + i * 0.07, 0.0, 0.75 + i * 0.07, 0.10, bottles[i]);
    cairo_move_to(c, -0.72, 0.50);
    cairo_line_to(c, -0.63, 0.18);
    cairo_line_to(c, -0.54, 0.50);
    cairo_close_path(c);
    set_colour(c, {0.95, 0.82, 0.18});
    cairo_fill(c);
    return 1.15;
}

double ward(const Place& p) {
    cairo_t* c = p.c;
    fill_down(c, -0.6, 0.6, {0.82, 0.87, 0.88}, {0.70, 0.76, 0.77});
    // A window, a drawn curtain, a bed, a monitor.
    box(c, -0.44, -0.46, 0.14, -0.06, {0.94, 0.97, 0.99});
    box(c, -0.155, -0.46, -0.145, -0.06, {0.75, 0.80, 0.82});
    stroke(c, {{-1.2, -0.44}, {-0.46, -0.44}}, 0.014, {0.60, 0.63, 0.66});
    for (int i = 0; i < 9; ++i) {
        const double x = -1.06 + i * 0.07;
        box(c, x, -0.44, x + 0.036, 0.36, {0.52, 0.70, 0.72});
        box(c, x + 0.036, -0.44, x + 0.07, 0.36, {0.62, 0.78, 0.79});
    }
    box(c, 0.62, -0.20, 0.86, -0.02, {0.22, 0.24, 0.27});
    box(c, 0.635, -0.185, 0.845, -0.035, {0.06, 0.16, 0.18});
    stroke(c, {{0.74, -0.02}, {0.74, 0.4}}, 0.016, {0.66, 0.68, 0.70});
    box(c, 0.30, 0.20, 1.2, 0.34, {0.95, 0.96, 0.97});
    box(c, 0.30, 0.26, 1.2, 0.36, {0.60, 0.76, 0.84});
    box(c, 0.84, 0.10, 1.1, 0.22, {0.98, 0.98, 0.98});
    stroke(c, {{0.34, 0.05}, {0.34, 0.5}}, 0.018, {0.70, 0.72, 0.75});
    stroke(c, {{0.34, 0.06}, {0.34, 0.14}, {0.5, 0.14}}, 0.014, {0.70, 0.72, 0.75});
    // A cot with a knitted blanket.
    box(c, -0.42, 0.24, -0.16, 0.34, {0.86, 0.90, 0.92}, 0.9);
    box(c, -0.40, 0.25, -0.18, 0.30, {0.96, 0.84, 0.60});
    return 1.15;
}

double lounge(const Place& p) {
    cairo_t* c = p.c;
    fill_down(c, -0.6, 0.6, {0.83, 0.74, 0.62}, {0.68, 0.58, 0.48});
    box(c, -0.94, -0.46, -0.44, 0.06, {0.95, 0.96, 0.93});  // a window to a garden
    box(c, -0.91, -0.43, -0.47, 0.03, {0.72, 0.84, 0.80});
    Chance chance(70);
    for (int i = 0; i < 34; ++i) {
        disc(c, chance.between(-0.90, -0.48), chance.between(-0.16, 0.0), 0.03,
             mix({0.34, 0.52, 0.30}, {0.55, 0.66, 0.36}, chance.share()));
    }
    box(c, -0.70, -0.46, -0.68, 0.06, {0.95, 0.96, 0.93});
    box(c, -1.06, -0.52, -0.92, 0.36, {0.64, 0.34, 0.30});
    box(c, -0.46, -0.52, -0.34, 0.36, {0.64, 0.34, 0.30});
    // Photographs, a clock, a lamp, chairs along the wall.
    for (int i = 0; i < 5; ++i) {
        const double x = 0.40 + (i % 3) * 0.17;
        const double y = i < 3 ? -0.42 : -0.22;
        box(c, x, y, x + 0.13, y + 0.15, {0.42, 0.28, 0.18});
        box(c, x + 0.014, y + 0.014, x + 0.116, y + 0.136, {0.88, 0.86, 0.80});
        disc(c, x + 0.065, y + 0.075, 0.026, {0.62, 0.48, 0.40});
    }
    for (const double x : {-1.0, 0.46, 0.84}) {
        box(c, x, 0.10, x + 0.32, 0.6, {0.34, 0.48, 0.52});
        box(c, x - 0.03, 0.26, x + 0.05, 0.6, {0.28, 0.40, 0.44});
        box(c, x + 0.27, 0.26, x + 0.35, 0.6, {0.28, 0.40, 0.44});
    }
    box(c, 0.60, 0.22, 0.72, 0.27, {0.93, 0.90, 0.84});  // a cup of tea
    glow(c, 0.98, -0.18, 0.35, 0.4, {1.0, 0.86, 0.58}, 0.5);
    return 1.15;
}

double nursery(const Place& p) {
    cairo_t* c = p.c;
    fill_down(c, -0.6, 0.6, {0.96, 0.90, 0.74}, {0.88, 0.80, 0.66});
    // Paintings on a line, shelves with toys, small coats on hooks.
    stroke(c, {{-1.2, -0.40}, {-0.4, -0.36}, {0.4, -0.38}, {1.2, -0.42}}, 0.006, {0.5, 0.45, 0.4});
    const Colour paints[] = {{0.92, 0.40, 0.34},
                             {0.32, 0.62, 0.82},
                             {0.97, 0.78, 0.28},
                             {0.46, 0.72, 0.44},
                             {0.72, 0.48, 0.76}};
    for (int i = 0; i < 9; ++i) {
        const double x = -1.04 + i * 0.235;
        box(c, x, -0.38, x + 0.17, -0.17, {0.98, 0.97, 0.94});
        disc(c, x + 0.06, -0.30, 0.045, paints[i % 5], 0.9);
        disc(c, x + 0.11, -0.24, 0.040, paints[(i + 2) % 5], 0.9);
    }
    for (const double left : {-1.1, 0.42}) {
        box(c, left, 0.02, left + 0.66, 0.6, {0.82, 0.62, 0.40});
        for (int row = 0; row < 3; ++row) {
            const double y = 0.06 + row * 0.17;
            box(c, left + 0.03, y, left + 0.63, y + 0.13, {0.62, 0.45, 0.29});
            for (int i = 0; i < 4; ++i) {
                const double x = left + 0.06 + i * 0.145;
                if ((row + i) % 2) {
                    box(c, x, y + 0.03, x + 0.11, y + 0.13, paints[(row * 2 + i) % 5]);
                } else {
                    disc(c, x + 0.055, y + 0.085, 0.045, paints[(row + i * 3) % 5]);
                }
            }
        }
    }
    glow(c, -0.6, -0.2, 0.8, 0.5, {1, 0.98, 0.9}, 0.25);
    return 1.2;
}

}  // namespace

double paint_care(const Place& place, Setting setting) {
    switch (setting) {
        case Setting::Corridor:
            return corridor(place);
        case Setting::Storeroom:
            return storeroom(place);
        case Setting::Ward:
            return ward(place);
        case Setting::Lounge:
            return lounge(place);
        case Setting::Nursery:
            return nursery(place);
        default:
            return 0;
    }
}

}  // namespace sample
