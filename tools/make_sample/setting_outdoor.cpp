// Places under the sky, and behind a windscreen.
#include <cmath>
#include <utility>

#include "tools/make_sample/chance.h"
#include "tools/make_sample/setting.h"

namespace sample {

namespace {

void hills(cairo_t* c, double y, double height, double wave, std::uint64_t seed,
           const Colour& upper, const Colour& lower) {
    cairo_move_to(c, -1.2, 0.7);
    for (int i = -24; i <= 24; ++i) {
        const double x = i * 0.05;
        cairo_line_to(c, x, y - height * (0.5 + 0.5 * wander(x * wave + 7, seed)));
    }
    cairo_line_to(c, 1.2, 0.7);
    cairo_close_path(c);
    const PatternHandle pattern(cairo_pattern_create_linear(0, y - height, 0, y + 0.25));
    cairo_pattern_add_color_stop_rgb(pattern.get(), 0, upper.r, upper.g, upper.b);
    cairo_pattern_add_color_stop_rgb(pattern.get(), 1, lower.r, lower.g, lower.b);
    cairo_set_source(c, pattern.get());
    cairo_fill(c);
}

double hillside(const Place& p) {
    cairo_t* c = p.c;
    fill_down(c, -0.6, 0.15, {0.56, 0.68, 0.80}, {0.86, 0.87, 0.84});
    Chance chance(11);
    for (int i = 0; i < 26; ++i) {
        glow(c, chance.between(-1.1, 1.1), chance.between(-0.5, -0.15), chance.between(0.15, 0.4),
             chance.between(0.03, 0.09), {0.95, 0.94, 0.92}, 0.5);
    }
    hills(c, 0.02, 0.20, 1.6, 3, {0.52, 0.58, 0.62}, {0.56, 0.62, 0.60});
    hills(c, 0.10, 0.20, 2.2, 5, {0.42, 0.50, 0.46}, {0.48, 0.55, 0.40});
    hills(c, 0.22, 0.16, 1.8, 9, {0.42, 0.50, 0.28}, {0.32, 0.40, 0.20});
    // Walls of stone run over the slopes.
    for (const double y : {0.14, 0.24, 0.34}) {
        stroke(c, {{-1.1, y + 0.05}, {-0.5, y - 0.01}, {0.1, y + 0.03}, {1.1, y - 0.05}}, 0.012,
               {0.40, 0.40, 0.38}, 0.8);
    }
    hills(c, 0.46, 0.10, 2.0, 15, {0.38, 0.45, 0.20}, {0.26, 0.33, 0.13});
    box(c, 0.60, 0.03, 0.74, 0.11, {0.82, 0.80, 0.76});  // the farm
    cairo_move_to(c, 0.585, 0.035);
    cairo_line_to(c, 0.67, -0.03);
    cairo_line_to(c, 0.755, 0.035);
    cairo_close_path(c);
    set_colour(c, {0.36, 0.36, 0.40});
    cairo_fill(c);
    for (int i = 0; i < 26; ++i) {
        disc(c, chance.between(0.76, 1.0), chance.between(-0.04, 0.10), 0.035, {0.24, 0.33, 0.20});
    }
    return 1.1;
}

double sea(const Place& p) {
    cairo_t* c = p.c;
    fill_down(c, -0.6, 0.08, {0.55, 0.66, 0.78}, {0.86, 0.88, 0.88});
    Chance chance(5);
    for (int i = 0; i < 22; ++i) {
        glow(c, chance.between(-1.1, 1.1), chance.between(-0.5, -0.05), chance.between(0.2, 0.5),
             chance.between(0.02, 0.06), {0.94, 0.94, 0.95}, 0.5);
    }
    fill_down(c, 0.07, 0.60, {0.46, 0.58, 0.64}, {0.18, 0.30, 0.38});
    for (int i = 0; i < 220; ++i) {
        const double depth = chance.share();
        const double y = 0.075 + 0.45 * depth * depth;
        const double x = chance.between(-1.1, 1.1);
        stroke(c, {{x, y}, {x + 0.02 + 0.10 * depth, y}}, 0.002 + 0.006 * depth, {0.72, 0.80, 0.84},
               0.35);
    }
    // The rail of the platform he stands on.
    const Colour rail{0.86, 0.70, 0.16};
    for (const double x : {-0.80, -0.42, 0.44, 0.82})
        stroke(c, {{x, 0.16}, {x, 0.6}}, 0.022, rail);
    stroke(c, {{-1.1, 0.17}, {1.1, 0.17}}, 0.022, rail);
    stroke(c, {{-1.1, 0.33}, {1.1, 0.33}}, 0.018, rail);
    return 1.0;
}

double lorry_cab(const Place& p) {
    cairo_t* c = p.c;
    const Colour lining{0.56, 0.53, 0.49};
    const Colour dark{0.20, 0.20, 0.22};
    fill_down(c, -0.6, 0.6, lining, times(lining, 0.6));
    // The side window: a lorry park in late light.
    cairo_save(c);
    cairo_move_to(c, 0.30, -0.40);
    cairo_line_to(c, 1.2, -0.40);
    cairo_line_to(c, 1.2, 0.14);
    cairo_line_to(c, 0.34, 0.10);
    cairo_close_path(c);
    cairo_clip(c);
    fill_down(c, -0.6, 0.02, {0.66, 0.73, 0.82}, {0.99, 0.86, 0.66});
    fill_down(c, 0.02, 0.3, {0.56, 0.51, 0.46}, {0.42, 0.40, 0.39});
    Chance chance(8);
    for (int i = 0; i < 26; ++i) {
        disc(c, chance.between(0.3, 1.1), 0.0 + chance.around_zero() * 0.018, 0.045,
             {0.40, 0.45, 0.32}, 0.9);
    }
    for (int i = 0; i < 2; ++i) {  // parked lorries
        const double x = 0.46 + i * 0.30;
        const Colour paint = i ? Colour{0.90, 0.89, 0.86} : Colour{0.76, 0.30, 0.24};
        box(c, x, -0.16, x + 0.20, 0.06, paint);
        box(c, x + 0.025, -0.12, x + 0.175, -0.045, {0.30, 0.36, 0.42});
        disc(c, x + 0.04, 0.065, 0.022, {0.12, 0.12, 0.13});
        disc(c, x + 0.16, 0.065, 0.022, {0.12, 0.12, 0.13});
    }
    glow(c, 0.95, -0.12, 0.5, 0.4, {1.0, 0.88, 0.62}, 0.55);
    cairo_restore(c);
    stroke(c, {{0.30, -0.40}, {0.34, 0.10}, {0.36, 0.6}}, 0.035, dark);
    stroke(c, {{0.30, -0.405}, {1.2, -0.405}}, 0.03, dark);
    stroke(c, {{0.34, 0.115}, {1.2, 0.155}}, 0.035, dark);
    box(c, 0.40, 0.17, 1.2, 0.6, {0.33, 0.32, 0.32});
    box(c, 0.52, 0.25, 0.86, 0.285, {0.24, 0.24, 0.25});
    stroke(c, {{0.62, 0.33}, {0.80, 0.335}}, 0.02, {0.62, 0.62, 0.60});  // the handle
    // Behind him the bunk: a curtain drawn half, a pillow, a lamp, a picture from home.
    box(c, -1.2, -0.36, 0.20, 0.6, {0.30, 0.29, 0.30});
    box(c, -1.2, 0.10, -0.2, 0.20, {0.72, 0.74, 0.78});
    box(c, -1.2, 0.16, -0.2, 0.34, {0.34, 0.42, 0.56});
    glow(c, -0.86, 0.09, 0.16, 0.06, {0.93, 0.92, 0.88}, 1);
    for (int i = 0; i < 7; ++i) {
        const double x = -0.52 + i * 0.055;
        box(c, x, -0.36, x + 0.03, 0.6, {0.46, 0.25, 0.22});
        box(c, x + 0.03, -0.36, x + 0.055, 0.6, {0.56, 0.32, 0.27});
    }
    box(c, -0.80, -0.26, -0.66, -0.10, {0.88, 0.86, 0.80});
    box(c, -0.785, -0.245, -0.675, -0.145, {0.50, 0.66, 0.76});
    box(c, -0.785, -0.165, -0.675, -0.145, {0.45, 0.56, 0.34});
    disc(c, -0.97, -0.20, 0.035, {1.0, 0.90, 0.66});
    glow(c, -0.97, -0.18, 0.22, 0.22, {1.0, 0.84, 0.52}, 0.45);
    // The seat.
    box(c, -0.29, -0.16, 0.29, 0.6, {0.25, 0.26, 0.30});
    box(c, -0.19, -0.31, 0.19, -0.10, {0.22, 0.23, 0.27});
    stroke(c, {{0.33, -0.33}, {0.27, 0.0}, {0.24, 0.4}}, 0.022, {0.14, 0.14, 0.15});
    return 1.1;
}

double taxi_at_night(const Place& p) {
    cairo_t* c = p.c;
    fill_down(c, -0.6, 0.6, {0.07, 0.08, 0.14}, {0.14, 0.11, 0.12});
    Chance chance(21);
    // Shops along a wet street, far out of focus.
    for (int i = 0; i < 14; ++i) {
        const double x = chance.between(-1.0, 1.0);
        const double w = chance.between(0.06, 0.16);
        const Colour lamp =
            chance.share() < 0.6 ? Colour{0.85, 0.62, 0.34} : Colour{0.40, 0.55, 0.75};
        box(c, x, -0.16, x + w, 0.03, lamp, 0.55);
        box(c, x, 0.06, x + w, 0.40, lamp, 0.13);
    }
    for (int i = 0; i < 12; ++i) {
        box(c, chance.between(-1, 1), chance.between(-0.45, -0.2), 0, -0.2, {0.10, 0.10, 0.14},
            0.0);
        disc(c, chance.between(-1, 1), chance.between(-0.36, -0.02), chance.between(0.015, 0.035),
             chance.share() < 0.7 ? Colour{1.0, 0.80, 0.48} : Colour{0.95, 0.35, 0.28}, 0.75);
    }
    // Inside: the pillar, the roof, the seat.
    box(c, -1.2, -0.6, 1.2, -0.40, {0.10, 0.10, 0.12});
    cairo_move_to(c, 0.50, -0.42);
    cairo_line_to(c, 0.60, -0.42);
    cairo_line_to(c, 0.78, 0.6);
    cairo_line_to(c, 0.62, 0.6);
    cairo_close_path(c);
    set_colour(c, {0.09, 0.09, 0.11});
    cairo_fill(c);
    box(c, -1.2, 0.27, -0.36, 0.6, {0.08, 0.08, 0.10});
    box(c, 0.70, 0.24, 1.2, 0.6, {0.08, 0.08, 0.10});
    box(c, -0.28, -0.22, 0.28, 0.6, {0.11, 0.11, 0.13});
    box(c, -0.19, -0.36, 0.19, -0.12, {0.13, 0.13, 0.15});
    stroke(c, {{0.36, -0.30}, {0.30, 0.0}, {0.22, 0.4}}, 0.03, {0.05, 0.05, 0.06});
    return 1.5;
}

void turbine(cairo_t* c, double x, double foot_y, double size, double turn) {
    const double hub_y = foot_y - size;
    cairo_set_line_cap(c, CAIRO_LINE_CAP_ROUND);
    // Twice, wide and thin, then narrow: out of focus.
    for (const auto& [spread, alpha] :
         {std::pair{2.4, 0.22}, std::pair{1.5, 0.35}, std::pair{0.7, 0.5}}) {
        set_colour(c, {0.95, 0.96, 0.97}, alpha);
        cairo_set_line_width(c, size * 0.040 * spread);
        cairo_move_to(c, x, foot_y);
        cairo_line_to(c, x, hub_y);
        for (int i = 0; i < 3; ++i) {
            const double angle = turn + i * 2.0944;
            cairo_move_to(c, x, hub_y);
            cairo_line_to(c, x + std::cos(angle) * size * 0.62,
                          hub_y + std::sin(angle) * size * 0.62);
        }
        cairo_stroke(c);
    }
}

// Something that comes in on one side and goes out on the other, again and again.
double passing(double film_s, double period_s, double offset, double reach) {
    const double share = film_s / period_s + offset;
    return -reach + 2 * reach * (share - std::floor(share));
}

}  // namespace

double paint_outdoors(const Place& place, Setting setting) {
    switch (setting) {
        case Setting::Hillside:
            return hillside(place);
        case Setting::Sea:
            return sea(place);
        case Setting::LorryCab:
            return lorry_cab(place);
        case Setting::TaxiAtNight:
            return taxi_at_night(place);
        default:
            return 0;
    }
}

bool enliven_outdoors(const Moment& m, Setting setting) {
    cairo_t* c = m.c;
    const double t = m.film_s;
    switch (setting) {
        case Setting::Hillside: {
            for (int i = 0; i < 3; ++i) {
                glow(c, passing(t, 190 + 40 * i, 0.37 * i, 1.3), -0.38 + 0.09 * i, 0.28, 0.05,
                     {0.98, 0.97, 0.95}, 0.55);
            }
            for (int i = 0; i < 7; ++i) {  // sheep
                const double home = -0.8 + 0.26 * i;
                const double x = home + 0.04 * wander(t * 0.05, 40 + static_cast<std::uint64_t>(i));
                const double y = 0.20 + 0.035 * (i % 3);
                if (std::abs(x) < 0.28) continue;
                glow(c, x, y, 0.026, 0.017, {0.96, 0.94, 0.88}, 1.0);
                glow(c, x, y, 0.022, 0.014, {0.96, 0.94, 0.88}, 0.9);
                glow(c, x + 0.022, y - 0.006, 0.009, 0.009, {0.15, 0.14, 0.14}, 0.9);
            }
            return true;
        }
        case Setting::Sea: {
            const double xs[] = {-0.74, -0.52, 0.40, 0.57, 0.73};
            for (int i = 0; i < 5; ++i) {
                turbine(c, xs[i], 0.075, 0.16 + 0.045 * (i % 3), t * (0.75 + 0.06 * i) + i);
            }
            glow(c, passing(t, 130, 0.2, 1.1), 0.085, 0.02, 0.006, {0.95, 0.95, 0.95}, 0.8);
            return true;
        }
        case Setting::LorryCab: {
            // Traffic beyond the trees, and a pine tree of felt.
            for (int i = 0; i < 2; ++i) {
                const double x = passing(t, 11.0 + 4 * i, 0.45 * i, 1.4);
                if (x > 0.40) glow(c, x, 0.025, 0.09, 0.03, {0.95, 0.93, 0.88}, 0.55);
            }
            const double swing = 0.016 * std::sin(t * 1.3) + 0.006 * std::sin(t * 2.1);
            stroke(c, {{0.385, -0.40}, {0.385 + swing, -0.27}}, 0.004, {0.3, 0.3, 0.3}, 0.7);
            glow(c, 0.385 + swing, -0.22, 0.030, 0.055, {0.20, 0.46, 0.28}, 0.95);
            return true;
        }
        case Setting::TaxiAtNight: {
            for (int i = 0; i < 5; ++i) {
                const bool towards = i % 2 == 0;
                const double x = (towards ? -1 : 1) * passing(t, 7.5 + 2.3 * i, 0.29 * i, 1.15);
                const Colour lamp = towards ? Colour{1.0, 0.92, 0.75} : Colour{0.95, 0.20, 0.15};
                const double y = 0.10 + 0.02 * (i % 3);
                for (const double apart : {0.0, 0.075}) {
                    glow(c, x + apart, y, 0.045, 0.045, lamp, 0.62);
                    glow(c, x + apart, y + 0.16, 0.022, 0.10, lamp, 0.16);
                }
            }
            // A traffic light changes far behind.
            const double phase = t / 24 - std::floor(t / 24);
            const Colour signal =
                phase < 0.45 ? Colour{0.95, 0.20, 0.15} : Colour{0.25, 0.90, 0.50};
            glow(c, -0.56, -0.12, 0.05, 0.05, signal, 0.8);
            return true;
        }
        default:
            return false;
    }
}

}  // namespace sample
