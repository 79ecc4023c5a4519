// Places where things are made, mended and shown.
#include <cmath>

#include "tools/make_sample/chance.h"
#include "tools/make_sample/setting.h"

namespace sample {

namespace {

double workshop(const Place& p) {
    cairo_t* c = p.c;
    fill_down(c, -0.6, 0.6, {0.46, 0.39, 0.32}, {0.30, 0.25, 0.21});
    Chance chance(31);
    for (int i = 0; i < 16; ++i) {  // boards of the wall
        box(c, -1.2 + i * 0.15, -0.6, -1.2 + i * 0.15 + 0.006, 0.6, {0.26, 0.21, 0.17}, 0.8);
    }
    // A window with evening light.
    box(c, 0.42, -0.42, 0.86, -0.04, {0.98, 0.90, 0.70});
    stroke(c, {{0.64, -0.42}, {0.64, -0.04}}, 0.018, {0.42, 0.34, 0.27});
    stroke(c, {{0.42, -0.22}, {0.86, -0.22}}, 0.018, {0.42, 0.34, 0.27});
    // Tools on the wall.
    for (int i = 0; i < 7; ++i) {
        const double x = -0.92 + i * 0.085;
        const double y = -0.34 + 0.02 * (i % 3);
        stroke(c, {{x, y}, {x, y + 0.11}}, 0.020, {0.62, 0.40, 0.22});
        stroke(c, {{x - 0.02, y + 0.13}, {x + 0.02, y + 0.13}}, 0.026, {0.55, 0.57, 0.60});
    }
    // A half-built staircase climbs to the left.
    for (int i = 0; i < 7; ++i) {
        const double x = -0.40 - i * 0.095;
        const double y = 0.34 - i * 0.085;
        box(c, x - 0.12, y, x + 0.04, y + 0.024, {0.88, 0.70, 0.46});
        box(c, x - 0.10, y + 0.024, x - 0.09, y + 0.085, {0.70, 0.53, 0.33});
    }
    stroke(c, {{-0.32, 0.44}, {-1.05, -0.22}}, 0.05, {0.80, 0.61, 0.38});
    // The bench, planks leaning, shavings.
    box(c, 0.30, 0.24, 1.2, 0.31, {0.72, 0.54, 0.34});
    box(c, 0.30, 0.31, 1.2, 0.6, {0.34, 0.25, 0.18});
    for (int i = 0; i < 5; ++i) {
        stroke(c, {{0.88 + 0.04 * i, -0.45}, {0.84 + 0.05 * i, 0.24}}, 0.03,
               mix({0.84, 0.66, 0.42}, {0.62, 0.45, 0.28}, chance.share()));
    }
    for (int i = 0; i < 18; ++i) {
        disc(c, chance.between(0.35, 0.85), 0.235, chance.between(0.008, 0.018),
             {0.93, 0.80, 0.58});
    }
    glow(c, 0.62, -0.10, 0.7, 0.6, {1.0, 0.82, 0.50}, 0.35);
    return 1.25;
}

double lab_bench(const Place& p) {
    cairo_t* c = p.c;
    fill_down(c, -0.6, 0.6, {0.82, 0.86, 0.88}, {0.64, 0.69, 0.72});
    Chance chance(77);
    for (const double y : {-0.28, -0.06}) {  // shelves of bottles
        for (int i = 0; i < 22; ++i) {
            const double x = -1.05 + i * 0.10 + chance.between(-0.02, 0.02);
            const double h = chance.between(0.07, 0.14);
            const Colour kinds[] = {{0.48, 0.27, 0.12},
                                    {0.80, 0.88, 0.92},
                                    {0.24, 0.48, 0.66},
                                    {0.92, 0.92, 0.90},
                                    {0.85, 0.62, 0.22}};
            const Colour& glass = kinds[static_cast<std::size_t>(chance.share() * 5)];
            box(c, x, y - h, x + 0.055, y, glass);
            box(c, x + 0.016, y - h - 0.022, x + 0.039, y - h, times(glass, 0.8));
            box(c, x + 0.006, y - h * 0.6, x + 0.049, y - h * 0.25, {0.95, 0.95, 0.93}, 0.9);
        }
        box(c, -1.2, y, 1.2, y + 0.022, {0.54, 0.58, 0.62});
    }
    box(c, -1.2, 0.22, 1.2, 0.26, {0.36, 0.39, 0.43});
    box(c, -1.2, 0.26, 1.2, 0.6, {0.86, 0.88, 0.89});
    // A fume cupboard on the right, glassware on the left.
    box(c, 0.52, -0.5, 1.2, 0.22, {0.70, 0.75, 0.78});
    box(c, 0.56, -0.42, 1.2, 0.17, {0.46, 0.56, 0.60});
    box(c, 0.56, -0.10, 1.2, -0.085, {0.90, 0.92, 0.93});
    stroke(c, {{0.70, 0.17}, {0.70, -0.16}}, 0.012, {0.80, 0.82, 0.84});
    disc(c, 0.74, 0.06, 0.055, {0.86, 0.62, 0.22}, 0.9);
    stroke(c, {{-0.62, 0.22}, {-0.62, -0.02}}, 0.014, {0.60, 0.63, 0.66});
    disc(c, -0.56, 0.14, 0.06, {0.30, 0.66, 0.58}, 0.9);
    box(c, -0.575, 0.02, -0.545, 0.1, {0.80, 0.90, 0.92});
    box(c, -0.90, 0.06, -0.74, 0.22, {0.92, 0.93, 0.94});
    box(c, -0.88, 0.08, -0.80, 0.13, {0.10, 0.30, 0.26});
    return 1.15;
}

double stage(const Place& p) {
    cairo_t* c = p.c;
    fill_down(c, -0.6, 0.6, {0.07, 0.06, 0.10}, {0.13, 0.09, 0.10});
    for (int i = 0; i < 12; ++i) {  // drapes
        const double x = -1.2 + i * 0.21;
        glow(c, x, 0, 0.09, 0.8, {0.28, 0.10, 0.13}, 0.55);
    }
    // The bar with its lamps.
    stroke(c, {{-1.2, -0.36}, {1.2, -0.36}}, 0.022, {0.30, 0.30, 0.34});
    for (int i = 0; i < 8; ++i) {
        const double x = -0.92 + i * 0.265;
        box(c, x - 0.035, -0.36, x + 0.035, -0.25, {0.12, 0.12, 0.14});
        box(c, x - 0.05, -0.26, x + 0.05, -0.235, {0.20, 0.20, 0.22});
    }
    box(c, -1.2, 0.33, 1.2, 0.6, {0.20, 0.15, 0.13});
    stroke(c, {{-0.84, 0.34}, {-0.84, -0.20}}, 0.014, {0.42, 0.42, 0.46});  // a ladder
    stroke(c, {{-0.72, 0.34}, {-0.72, -0.20}}, 0.014, {0.42, 0.42, 0.46});
    for (int i = 0; i < 8; ++i) {
        stroke(c, {{-0.84, 0.28 - i * 0.065}, {-0.72, 0.28 - i * 0.065}}, 0.010,
               {0.42, 0.42, 0.46});
    }
    box(c, 0.52, 0.16, 0.92, 0.34, {0.10, 0.10, 0.12});
    box(c, 0.54, 0.17, 0.90, 0.18, {0.55, 0.55, 0.58});
    return 1.1;
}

double studio(const Place& p) {
    cairo_t* c = p.c;
    fill_down(c, -0.6, 0.6, {0.26, 0.30, 0.36}, {0.18, 0.20, 0.24});
    Chance chance(3);
    // Drawings pinned to the wall.
    for (int i = 0; i < 12; ++i) {
        const double x = -1.0 + (i % 6) * 0.17 + (i % 6 > 2 ? 0.75 : 0);
        const double y = i < 6 ? -0.42 : -0.20;
        box(c, x, y, x + 0.13, y + 0.17, {0.88, 0.86, 0.80});
        const Colour ink{chance.share() * 0.7, chance.share() * 0.6, chance.share() * 0.7};
        disc(c, x + 0.065, y + 0.075, 0.035, ink);
        box(c, x + 0.03, y + 0.11, x + 0.10, y + 0.15, times(ink, 0.7));
    }
    // Two screens on a desk, a lamp, a shelf of small figures.
    box(c, -1.2, 0.24, 1.2, 0.28, {0.50, 0.38, 0.28});
    box(c, -1.2, 0.28, 1.2, 0.6, {0.16, 0.16, 0.19});
    box(c, 0.36, 0.0, 0.74, 0.23, {0.05, 0.05, 0.07});
    box(c, 0.375, 0.015, 0.725, 0.215, {0.22, 0.42, 0.52});
    box(c, -0.86, 0.03, -0.52, 0.23, {0.05, 0.05, 0.07});
    box(c, -0.845, 0.045, -0.535, 0.215, {0.42, 0.30, 0.46});
    stroke(c, {{0.90, 0.24}, {0.84, 0.04}, {0.93, -0.10}}, 0.016, {0.85, 0.65, 0.25});
    disc(c, 0.93, -0.09, 0.05, {1.0, 0.90, 0.65});
    glow(c, 0.92, 0.0, 0.4, 0.4, {1.0, 0.82, 0.52}, 0.5);
    return 1.2;
}

double butcher_shop(const Place& p) {
    cairo_t* c = p.c;
    fill_down(c, -0.6, 0.6, {0.90, 0.91, 0.90}, {0.78, 0.80, 0.80});
    for (int i = -9; i <= 9; ++i) {  // tiles
        stroke(c, {{i * 0.12, -0.6}, {i * 0.12, 0.3}}, 0.005, {0.70, 0.73, 0.74});
    }
    for (int i = 0; i < 8; ++i) {
        stroke(c, {{-1.2, -0.55 + i * 0.12}, {1.2, -0.55 + i * 0.12}}, 0.005, {0.70, 0.73, 0.74});
    }
    box(c, -1.2, -0.22, 1.2, -0.17, {0.70, 0.20, 0.20});
    // Joints and strings of sausages on a steel rail.
    stroke(c, {{-1.2, -0.36}, {1.2, -0.36}}, 0.014, {0.62, 0.64, 0.66});
    for (int i = 0; i < 6; ++i) {
        const double x = (i < 3 ? -0.92 : 0.42) + (i % 3) * 0.21;
        if (i % 2 == 0) {
            glow(c, x, -0.22, 0.085, 0.15, {0.62, 0.22, 0.20}, 1);
            glow(c, x, -0.22, 0.07, 0.13, {0.62, 0.22, 0.20}, 1);
            glow(c, x - 0.02, -0.25, 0.03, 0.09, {0.90, 0.80, 0.74}, 0.9);
        } else {
            for (int k = 0; k < 5; ++k) {
                glow(c, x + 0.02 * (k % 2), -0.32 + k * 0.062, 0.036, 0.042, {0.72, 0.42, 0.34}, 1);
            }
        }
    }
    // The counter: glass, trays, parsley.
    box(c, -1.2, 0.18, 1.2, 0.21, {0.85, 0.87, 0.88});
    box(c, -1.2, 0.21, 1.2, 0.6, {0.66, 0.72, 0.75});
    for (int i = 0; i < 9; ++i) {
        const double x = -1.0 + i * 0.23;
        box(c, x, 0.27, x + 0.19, 0.35, {0.93, 0.93, 0.92});
        box(c, x + 0.015, 0.275, x + 0.175, 0.335,
            i % 3 ? Colour{0.72, 0.26, 0.24} : Colour{0.86, 0.58, 0.50});
        disc(c, x + 0.2, 0.31, 0.014, {0.28, 0.52, 0.24});
    }
    glow(c, -0.7, -0.5, 0.6, 0.3, {1, 1, 0.96}, 0.6);
    return 1.1;
}

double kitchen(const Place& p) {
    cairo_t* c = p.c;
    fill_down(c, -0.6, 0.6, {0.88, 0.85, 0.77}, {0.76, 0.72, 0.65});
    // Cupboards, a window with a plant, the worktop; an open socket with wires.
    for (const double x : {-1.06, -0.78}) {
        box(c, x, -0.5, x + 0.26, -0.12, {0.52, 0.64, 0.62});
        box(c, x + 0.02, -0.48, x + 0.24, -0.14, {0.57, 0.69, 0.67});
        disc(c, x + 0.215, -0.2, 0.012, {0.90, 0.86, 0.70});
    }
    box(c, 0.40, -0.46, 0.88, -0.02, {0.96, 0.97, 0.96});
    box(c, 0.43, -0.43, 0.63, -0.05, {0.74, 0.86, 0.92});
    box(c, 0.65, -0.43, 0.85, -0.05, {0.74, 0.86, 0.92});
    Chance chance(6);
    for (int i = 0; i < 16; ++i) {
        disc(c, 0.80 + chance.around_zero() * 0.04, -0.13 + chance.around_zero() * 0.05, 0.03,
             {0.30, 0.50, 0.26});
    }
    box(c, 0.755, -0.08, 0.845, -0.01, {0.76, 0.42, 0.30});
    box(c, -1.2, 0.16, 1.2, 0.20, {0.45, 0.34, 0.26});
    box(c, -1.2, 0.20, 1.2, 0.6, {0.48, 0.60, 0.58});
    for (int i = 0; i < 8; ++i) {
        box(c, -1.05 + i * 0.29, 0.23, -0.80 + i * 0.29, 0.6, {0.54, 0.66, 0.64});
    }
    box(c, -0.56, 0.0, -0.42, 0.16, {0.78, 0.80, 0.82});  // kettle
    stroke(c, {{-0.42, 0.03}, {-0.37, 0.06}, {-0.42, 0.13}}, 0.018, {0.20, 0.20, 0.22});
    box(c, 0.44, 0.03, 0.54, 0.11, {0.94, 0.94, 0.92});
    stroke(c, {{0.47, 0.07}, {0.46, 0.14}, {0.50, 0.2}}, 0.010, {0.75, 0.30, 0.22});
    stroke(c, {{0.51, 0.07}, {0.53, 0.13}, {0.51, 0.2}}, 0.010, {0.30, 0.45, 0.75});
    box(c, 0.86, 0.02, 1.1, 0.16, {0.90, 0.45, 0.16});  // tool box
    glow(c, 0.64, -0.2, 0.6, 0.5, {1, 0.98, 0.9}, 0.35);
    return 1.15;
}

}  // namespace

double paint_workplace(const Place& place, Setting setting) {
    switch (setting) {
        case Setting::Workshop:
            return workshop(place);
        case Setting::LabBench:
            return lab_bench(place);
        case Setting::Stage:
            return stage(place);
        case Setting::Studio:
            return studio(place);
        case Setting::ButcherShop:
            return butcher_shop(place);
        case Setting::Kitchen:
            return kitchen(place);
        default:
            return 0;
    }
}

}  // namespace sample
