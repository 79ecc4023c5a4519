// Rooms where people talk, think and watch.
#include <cmath>

#include "tools/make_sample/chance.h"
#include "tools/make_sample/setting.h"

namespace sample {

namespace {

void books(cairo_t* c, double left, double right, double y, double height, Chance& chance,
           double colourful) {
    for (double x = left; x < right;) {
        const double w = chance.between(0.018, 0.038);
        const double h = height * chance.between(0.78, 1.0);
        const Colour leather = mix({0.36, 0.20, 0.14}, {0.42, 0.14, 0.14}, chance.share());
        const Colour bright{chance.between(0.3, 0.9), chance.between(0.3, 0.8),
                            chance.between(0.3, 0.8)};
        const Colour cover = mix(leather, bright, colourful * chance.share());
        box(c, x, y - h, x + w, y, cover);
        box(c, x + 0.003, y - h * 0.75, x + w - 0.003, y - h * 0.66, {0.85, 0.70, 0.36},
            0.8 - colourful * 0.5);
        x += w + 0.002;
    }
}

double chambers(const Place& p) {
    cairo_t* c = p.c;
    fill_down(c, -0.6, 0.6, {0.24, 0.16, 0.11}, {0.16, 0.10, 0.07});
    Chance chance(90);
    for (int row = 0; row < 5; ++row) {
        const double y = -0.36 + row * 0.20;
        books(c, -1.1, -0.14, y, 0.165, chance, 0.15);
        books(c, 0.16, 0.62, y, 0.165, chance, 0.15);
        box(c, -1.2, y, 0.64, y + 0.022, {0.38, 0.25, 0.15});
    }
    box(c, 0.62, -0.6, 0.66, 0.6, {0.34, 0.22, 0.13});
    box(c, 0.66, -0.6, 1.2, 0.6, {0.22, 0.28, 0.24});  // a wall, a window, a lamp
    box(c, 0.74, -0.45, 1.1, -0.02, {0.88, 0.84, 0.70});
    stroke(c, {{0.90, -0.45}, {0.90, -0.02}}, 0.018, {0.32, 0.24, 0.16});
    box(c, -0.98, 0.12, -0.72, 0.24, {0.14, 0.42, 0.28});
    disc(c, -0.85, 0.21, 0.07, {1.0, 0.88, 0.58}, 0.8);
    stroke(c, {{-0.85, 0.24}, {-0.85, 0.45}}, 0.02, {0.72, 0.56, 0.28});
    box(c, -1.2, 0.42, 1.2, 0.6, {0.30, 0.18, 0.11});
    // Papers tied with pink tape.
    for (int i = 0; i < 4; ++i) {
        box(c, 0.40, 0.36 - i * 0.035, 0.76, 0.39 - i * 0.035, {0.92, 0.90, 0.84});
        box(c, 0.56, 0.36 - i * 0.035, 0.585, 0.39 - i * 0.035, {0.90, 0.48, 0.56});
    }
    glow(c, -0.85, 0.24, 0.5, 0.35, {1.0, 0.78, 0.42}, 0.40);
    return 1.15;
}

double control_room(const Place& p) {
    cairo_t* c = p.c;
    fill_down(c, -0.6, 0.6, {0.10, 0.13, 0.18}, {0.07, 0.08, 0.11});
    // A wall of maps.
    for (int i = 0; i < 4; ++i) {
        const double x = -1.08 + i * 0.56;
        box(c, x, -0.46, x + 0.50, -0.14, {0.04, 0.05, 0.07});
        box(c, x + 0.012, -0.448, x + 0.488, -0.152, {0.10, 0.24, 0.30});
        Chance chance(static_cast<std::uint64_t>(i) + 4);
        for (int k = 0; k < 9; ++k) {
            stroke(c,
                   {{x + chance.between(0.02, 0.48), -0.44 + chance.between(0, 0.28)},
                    {x + chance.between(0.02, 0.48), -0.44 + chance.between(0, 0.28)},
                    {x + chance.between(0.02, 0.48), -0.44 + chance.between(0, 0.28)}},
                   0.006, {0.30, 0.56, 0.60}, 0.8);
        }
    }
    // Desks with screens, and a colleague far behind.
    for (int i = 0; i < 5; ++i) {
        const double x = -1.0 + i * 0.44;
        box(c, x, 0.02, x + 0.26, 0.18, {0.03, 0.03, 0.05});
        box(c, x + 0.01, 0.03, x + 0.25, 0.17,
            i % 2 ? Colour{0.42, 0.60, 0.70} : Colour{0.24, 0.46, 0.52});
        for (int k = 0; k < 4; ++k) {
            box(c, x + 0.025, 0.05 + k * 0.028, x + 0.08 + 0.03 * ((k * 7 + i) % 5),
                0.06 + k * 0.028, {0.86, 0.92, 0.94}, 0.8);
        }
    }
    box(c, -1.2, 0.20, 1.2, 0.6, {0.15, 0.16, 0.19});
    disc(c, 0.86, -0.02, 0.05, {0.16, 0.13, 0.13});
    glow(c, 0.86, 0.12, 0.12, 0.14, {0.12, 0.12, 0.16}, 1);
    glow(c, 0, -0.3, 1.1, 0.3, {0.30, 0.60, 0.72}, 0.25);
    return 1.15;
}

double office(const Place& p) {
    cairo_t* c = p.c;
    fill_down(c, -0.6, 0.6, {0.83, 0.84, 0.83}, {0.68, 0.69, 0.69});
    // A large window over a city, rolled drawings, a model bridge.
    box(c, -1.2, -0.6, -0.30, 0.16, {0.80, 0.88, 0.93});
    Chance chance(44);
    for (int i = 0; i < 12; ++i) {
        const double x = -1.15 + i * 0.075;
        box(c, x, 0.16 - chance.between(0.1, 0.42), x + 0.07, 0.16,
            mix({0.62, 0.68, 0.74}, {0.74, 0.72, 0.70}, chance.share()));
    }
    for (const double x : {-0.98, -0.64, -0.30})
        box(c, x - 0.012, -0.6, x + 0.012, 0.18, {0.95, 0.95, 0.94});
    box(c, -1.2, 0.15, -0.28, 0.19, {0.93, 0.93, 0.92});
    box(c, 0.44, -0.46, 0.98, -0.06, {0.90, 0.91, 0.92});  // a plan on the wall
    for (int i = 0; i < 6; ++i) {
        stroke(c, {{0.48, -0.12 - i * 0.05}, {0.94, -0.12 - i * 0.05}}, 0.005, {0.28, 0.42, 0.62});
        stroke(c, {{0.52 + i * 0.075, -0.42}, {0.52 + i * 0.075, -0.09}}, 0.005,
               {0.28, 0.42, 0.62});
    }
    box(c, -1.2, 0.30, 1.2, 0.6, {0.60, 0.48, 0.36});
    for (int i = 0; i < 5; ++i) {
        disc(c, 0.50 + i * 0.085, 0.18, 0.036, {0.94, 0.93, 0.88});
        disc(c, 0.50 + i * 0.085, 0.18, 0.015, {0.60, 0.58, 0.54});
        box(c, 0.465 + i * 0.085, 0.18, 0.535 + i * 0.085, 0.34, {0.94, 0.93, 0.88});
    }
    box(c, -0.72, 0.22, -0.54, 0.31, {0.62, 0.62, 0.61});  // the lump of concrete
    stroke(c, {{0.30, 0.05}, {0.62, -0.02}, {0.95, 0.06}}, 0.012, {0.75, 0.32, 0.24});
    stroke(c, {{0.28, 0.075}, {1.0, 0.075}}, 0.014, {0.75, 0.32, 0.24});
    return 1.1;
}

double youth_club(const Place& p) {
    cairo_t* c = p.c;
    fill_down(c, -0.6, 0.6, {0.30, 0.34, 0.44}, {0.22, 0.22, 0.28});
    // A mural, a doorway, strings of lamps, a pool table.
    const Colour paints[] = {
        {0.85, 0.45, 0.25}, {0.25, 0.62, 0.62}, {0.88, 0.72, 0.28}, {0.62, 0.34, 0.60}};
    Chance chance(18);
    for (int i = 0; i < 16; ++i) {
        glow(c, chance.between(-1.1, 0.1), chance.between(-0.45, 0.1), chance.between(0.08, 0.22),
             chance.between(0.06, 0.16), paints[i % 4], 0.75);
    }
    box(c, 0.50, -0.50, 0.96, 0.6, {0.90, 0.74, 0.48});
    box(c, 0.46, -0.53, 0.50, 0.6, {0.42, 0.32, 0.26});
    box(c, 0.96, -0.53, 1.0, 0.6, {0.42, 0.32, 0.26});
    box(c, -1.0, 0.20, -0.34, 0.27, {0.38, 0.24, 0.15});
    box(c, -0.97, 0.185, -0.37, 0.225, {0.14, 0.48, 0.32});
    box(c, -0.95, 0.27, -0.88, 0.6, {0.30, 0.19, 0.12});
    box(c, -0.46, 0.27, -0.39, 0.6, {0.30, 0.19, 0.12});
    for (int i = 0; i < 7; ++i) {
        disc(c, -0.85 + i * 0.07, 0.19, 0.013, paints[(i * 3) % 4]);
    }
    stroke(c, {{-0.55, 0.2}, {-0.30, -0.05}}, 0.010, {0.85, 0.68, 0.42});
    stroke(c, {{-1.2, -0.42}, {-0.5, -0.34}, {0.3, -0.42}, {1.2, -0.36}}, 0.006, {0.1, 0.1, 0.12});
    return 1.15;
}

double parlour(const Place& p) {
    cairo_t* c = p.c;
    fill_down(c, -0.6, 0.6, {0.56, 0.60, 0.55}, {0.44, 0.47, 0.43});
    Chance chance(60);
    for (int i = 0; i < 60; ++i) {  // a quiet wallpaper
        const double x = -1.1 + (i % 12) * 0.2;
        const double y = -0.5 + (i / 12) * 0.2 + (i % 2) * 0.1;
        disc(c, x, y, 0.020, {0.66, 0.69, 0.62}, 0.7);
    }
    box(c, 0.44, -0.50, 0.92, 0.06, {0.90, 0.91, 0.88});  // a window behind a net curtain
    for (int i = 0; i < 7; ++i)
        box(c, 0.46 + i * 0.066, -0.48, 0.49 + i * 0.066, 0.05, {0.98, 0.98, 0.96}, 0.8);
    box(c, 0.36, -0.54, 0.47, 0.40, {0.50, 0.30, 0.30});
    box(c, 0.89, -0.54, 1.02, 0.40, {0.50, 0.30, 0.30});
    // A vase of flowers on a small table.
    box(c, -0.98, 0.26, -0.48, 0.29, {0.36, 0.22, 0.14});
    box(c, -0.74, 0.29, -0.70, 0.6, {0.32, 0.19, 0.12});
    box(c, -0.765, 0.12, -0.675, 0.26, {0.78, 0.84, 0.88});
    for (int i = 0; i < 30; ++i) {
        disc(c, -0.72 + chance.around_zero() * 0.075, -0.01 + chance.around_zero() * 0.075, 0.03,
             {0.28, 0.42, 0.25});
    }
    const Colour petals[] = {{0.96, 0.94, 0.90}, {0.92, 0.72, 0.74}, {0.96, 0.88, 0.66}};
    for (int i = 0; i < 22; ++i) {
        disc(c, -0.72 + chance.around_zero() * 0.085, -0.04 + chance.around_zero() * 0.07, 0.026,
             petals[i % 3]);
    }
    // The wings of the armchair.
    for (const double side : {-1.0, 1.0}) {
        cairo_move_to(c, side * 0.12, -0.16);
        cairo_curve_to(c, side * 0.34, -0.20, side * 0.46, -0.02, side * 0.40, 0.20);
        cairo_line_to(c, side * 0.52, 0.24);
        cairo_line_to(c, side * 0.52, 0.6);
        cairo_line_to(c, 0, 0.6);
        cairo_line_to(c, 0, -0.16);
        cairo_close_path(c);
        set_colour(c, {0.36, 0.42, 0.54});
        cairo_fill(c);
    }
    return 0.95;
}

// Motes that drift through a beam of light.
void dust(const Moment& m, double x, double y, double reach, const Colour& light) {
    for (std::uint64_t i = 0; i < 9; ++i) {
        const double at_x =
            x + reach * wander(m.film_s * 0.035 + 3.1 * static_cast<double>(i), i * 2 + 1);
        const double at_y =
            y + reach * 0.7 * wander(m.film_s * 0.03 + 1.7 * static_cast<double>(i), i * 2 + 2);
        const double alpha = 0.25 + 0.2 * wander(m.film_s * 0.4, i + 50);
        glow(m.c, at_x, at_y, 0.013, 0.013, light, alpha);
    }
}

void flicker(const Moment& m, double x, double y, double size, const Colour& light, double depth) {
    const double level =
        0.30 + depth * (0.10 * wander(m.film_s * 2.2, 9) + 0.05 * wander(m.film_s * 7, 8));
    glow(m.c, x, y, size, size, light, level);
}

void screens(const Moment& m) {
    const double t = m.film_s;
    for (std::uint64_t i = 0; i < 6; ++i) {  // units on the maps
        const double home = -0.95 + 0.36 * static_cast<double>(i);
        const double x = home + 0.14 * wander(t * 0.05, i * 5 + 1);
        const double y = -0.30 + 0.09 * wander(t * 0.05, i * 5 + 2);
        const double blink = 0.55 + 0.4 * std::sin(t * 2.2 + static_cast<double>(i) * 1.9);
        glow(m.c, x, y, 0.020, 0.020, i % 3 ? Colour{0.35, 0.95, 0.75} : Colour{1.0, 0.55, 0.30},
             blink);
    }
    const double call = t / 13 - std::floor(t / 13);
    if (call < 0.35) {
        glow(m.c, 0.57, 0.06, 0.07, 0.03, {1.0, 0.75, 0.35}, 0.5 + 0.4 * std::sin(t * 5));
    }
}

void beams(const Moment& m) {
    const Colour lamps[] = {
        {1.0, 0.72, 0.36}, {0.36, 0.55, 1.0}, {0.95, 0.40, 0.55}, {1.0, 0.86, 0.62}};
    for (int i = 0; i < 8; ++i) {
        const double x = -0.92 + i * 0.265;
        const double level =
            0.20 + 0.16 * wander(m.film_s * 0.16 + i * 0.7, static_cast<std::uint64_t>(i));
        const double lean = 0.12 * wander(m.film_s * 0.07, static_cast<std::uint64_t>(i) + 20);
        const Colour& lamp = lamps[i % 4];
        const PatternHandle beam(cairo_pattern_create_linear(0, -0.25, 0, 0.36));
        cairo_pattern_add_color_stop_rgba(beam.get(), 0, lamp.r, lamp.g, lamp.b, level);
        cairo_pattern_add_color_stop_rgba(beam.get(), 1, lamp.r, lamp.g, lamp.b, 0);
        cairo_set_source(m.c, beam.get());
        cairo_move_to(m.c, x - 0.03, -0.25);
        cairo_line_to(m.c, x + 0.03, -0.25);
        cairo_line_to(m.c, x + lean + 0.16, 0.36);
        cairo_line_to(m.c, x + lean - 0.16, 0.36);
        cairo_close_path(m.c);
        cairo_fill(m.c);
        glow(m.c, x, -0.24, 0.055, 0.04, lamp, 0.55 + level);
    }
}

void steam(const Moment& m, double x, double y) {
    for (int i = 0; i < 5; ++i) {
        const double age = m.film_s * 0.22 + i * 0.2;
        const double life = age - std::floor(age);
        glow(m.c, x + 0.03 * wander(age * 2, static_cast<std::uint64_t>(i)), y - 0.22 * life,
             0.02 + 0.045 * life, 0.03 + 0.05 * life, {1, 1, 1}, 0.34 * std::sin(3.14159 * life));
    }
}

// Somebody goes by, far behind.
void passer_by(const Moment& m, double period_s, double y, const Colour& clothes) {
    const double share = m.film_s / period_s + 0.15;
    const double x = -1.3 + 2.6 * (share - std::floor(share)) * 1.6;
    if (x > 1.3) return;
    const double step = 0.004 * std::sin(m.film_s * 7);
    glow(m.c, x, y + step, 0.030, 0.035, {0.45, 0.33, 0.27}, 0.85);
    glow(m.c, x, y + 0.12 + step, 0.060, 0.11, clothes, 0.85);
    glow(m.c, x, y + 0.27, 0.040, 0.12, times(clothes, 0.6), 0.7);
}

void mobile(const Moment& m) {
    const Colour shapes[] = {
        {0.93, 0.42, 0.34}, {0.30, 0.62, 0.80}, {0.96, 0.78, 0.30}, {0.45, 0.70, 0.42}};
    for (int i = 0; i < 4; ++i) {
        const double turn = m.film_s * 0.35 + i * 1.5708;
        const double x = -0.60 + 0.13 * std::cos(turn);
        const double near = 0.85 + 0.25 * std::sin(turn);
        const double y = -0.28 + 0.02 * std::sin(turn + i);
        stroke(m.c, {{-0.60, -0.44}, {x, y}}, 0.003, {0.4, 0.4, 0.4}, 0.5);
        glow(m.c, x, y, 0.035 * near, 0.035 * near, shapes[i], 1);
        glow(m.c, x, y, 0.028 * near, 0.028 * near, shapes[i], 1);
    }
}

}  // namespace

double paint_indoors(const Place& place, Setting setting) {
    switch (setting) {
        case Setting::Chambers:
            return chambers(place);
        case Setting::ControlRoom:
            return control_room(place);
        case Setting::Office:
            return office(place);
        case Setting::YouthClub:
            return youth_club(place);
        case Setting::Parlour:
            return parlour(place);
        default:
            return 0;
    }
}

bool enliven_indoors(const Moment& m, Setting setting) {
    const double t = m.film_s;
    switch (setting) {
        case Setting::Workshop:
            dust(m, 0.50, 0.0, 0.30, {1.0, 0.92, 0.70});
            return true;
        case Setting::Chambers:
            flicker(m, -0.85, 0.20, 0.26, {1.0, 0.80, 0.45}, 0.5);
            dust(m, 0.80, -0.1, 0.22, {1.0, 0.92, 0.75});
            return true;
        case Setting::ControlRoom:
            screens(m);
            return true;
        case Setting::Stage:
            beams(m);
            return true;
        case Setting::Kitchen:
            steam(m, -0.49, -0.01);
            return true;
        case Setting::LabBench:
            for (int i = 0; i < 4; ++i) {  // bubbles
                const double life = t * 0.7 + i * 0.25 - std::floor(t * 0.7 + i * 0.25);
                glow(m.c, -0.56 + 0.015 * (i - 1.5), 0.18 - 0.08 * life, 0.012, 0.012,
                     {0.92, 1, 0.96}, 0.7);
            }
            glow(m.c, -0.77, 0.18, 0.02, 0.02, {0.3, 1.0, 0.5}, 0.4 + 0.4 * std::sin(t * 3));
            return true;
        case Setting::Studio:
            glow(m.c, 0.55, 0.11, 0.22, 0.14, {0.35, 0.75 + 0.2 * wander(t * 0.3, 4), 0.85},
                 0.35 + 0.15 * wander(t * 0.5, 5));
            return true;
        case Setting::YouthClub:
            for (int i = 0; i < 11; ++i) {  // a string of lamps
                const double x = -0.9 + i * 0.18;
                glow(m.c, x, -0.375 + 0.03 * std::cos(x * 4), 0.035, 0.035, {1.0, 0.84, 0.50},
                     0.65 + 0.2 * wander(t * 0.8, static_cast<std::uint64_t>(i)));
            }
            passer_by(m, 34, 0.02, {0.30, 0.34, 0.46});
            return true;
        case Setting::ButcherShop:
            passer_by(m, 29, -0.12, {0.45, 0.50, 0.58});
            return true;
        case Setting::Office:
            glow(m.c, -0.85 + 0.03 * std::sin(t * 0.5), -0.05, 0.10, 0.20, {0.42, 0.52, 0.34},
                 0.28);
            return true;
        case Setting::Parlour:
            glow(m.c, 0.66 + 0.03 * std::sin(t * 0.4), -0.2, 0.20, 0.28, {1, 1, 0.95},
                 0.20 + 0.10 * wander(t * 0.25, 3));
            return true;
        case Setting::Corridor:
        case Setting::Storeroom:
            passer_by(m, 21, 0.0, {0.36, 0.52, 0.66});
            return true;
        case Setting::Ward: {
            const double beat = t * 1.15 - std::floor(t * 1.15);
            glow(m.c, 0.73, -0.105, 0.035, 0.02, {0.4, 1.0, 0.6}, beat < 0.2 ? 0.9 : 0.25);
            glow(m.c, -0.70 + 0.012 * std::sin(t * 0.6), 0, 0.05, 0.4, {0.98, 0.99, 1.0}, 0.18);
            return true;
        }
        case Setting::Nursery:
            mobile(m);
            return true;
        case Setting::Lounge:
            steam(m, 0.66, 0.20);
            glow(m.c, -0.68, -0.12, 0.22, 0.28, {1, 0.98, 0.9}, 0.16 + 0.10 * wander(t * 0.2, 6));
            return true;
        default:
            return false;
    }
}

}  // namespace sample
