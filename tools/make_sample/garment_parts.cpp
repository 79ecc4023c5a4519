#include <algorithm>

#include "tools/make_sample/chance.h"
#include "tools/make_sample/garments.h"

namespace sample {

namespace {

double drop_of(const Tailor& t) {
    return t.form().age == Age::Ten ? -0.10 : 0.0;
}

void add_polygon(cairo_t* c, double side, std::initializer_list<Point> points) {
    bool first = true;
    for (const Point& p : points) {
        if (first) {
            cairo_move_to(c, side * p.x, p.y);
        } else {
            cairo_line_to(c, side * p.x, p.y);
        }
        first = false;
    }
    cairo_close_path(c);
}

void spanner(Tailor& t) {
    const Colour steel{0.70, 0.72, 0.75};
    t.both([&](double side) {
        t.line({0.55, 0.16, 0.14}, 0.022, [&](cairo_t* c) {
            cairo_move_to(c, side * 0.40, 1.22);
            cairo_curve_to(c, side * 0.34, 1.6, side * 0.12, 1.95, 0.02, 2.04);
        });
    });
    t.piece(steel, 0.03, [](cairo_t* c) {
        cairo_save(c);
        cairo_translate(c, 0.02, 2.05);
        cairo_rotate(c, 0.12);
        cairo_rectangle(c, -0.026, 0.0, 0.052, 0.40);
        cairo_new_sub_path(c);
        cairo_arc(c, 0, 0.0, 0.055, 0, 7);
        cairo_restore(c);
    });
}

void lanyard(Tailor& t, const Colour& colour) {
    t.both([&](double side) {
        t.fold(0.012, 0.05, [&](cairo_t* c) {
            cairo_move_to(c, side * 0.42, 1.22);
            cairo_curve_to(c, side * 0.36, 1.55, side * 0.12, 1.9, 0, 2.02);
        });
        t.line(colour, 0.045, [&](cairo_t* c) {
            cairo_move_to(c, side * 0.42, 1.22);
            cairo_curve_to(c, side * 0.36, 1.55, side * 0.12, 1.9, 0, 2.02);
        });
    });
    t.piece({0.92, 0.93, 0.95}, 0.02,
            [](cairo_t* c) { cairo_rectangle(c, -0.12, 2.03, 0.24, 0.33); });
    t.print({0.35, 0.45, 0.62}, 1, [](cairo_t* c) { cairo_rectangle(c, -0.12, 2.03, 0.24, 0.07); });
    t.print({0.62, 0.50, 0.44}, 1, [](cairo_t* c) { cairo_rectangle(c, -0.09, 2.13, 0.09, 0.12); });
}

void watch(Tailor& t) {
    t.piece({0.72, 0.74, 0.78}, 0.02,
            [](cairo_t* c) { cairo_rectangle(c, 0.56, 1.78, 0.04, 0.13); });
    t.piece({0.80, 0.82, 0.85}, 0.035, [](cairo_t* c) { cairo_arc(c, 0.58, 1.97, 0.075, 0, 7); });
    t.print({0.97, 0.97, 0.95}, 1, [](cairo_t* c) { cairo_arc(c, 0.58, 1.97, 0.056, 0, 7); });
    t.line({0.15, 0.15, 0.2}, 0.010, [](cairo_t* c) {
        cairo_move_to(c, 0.58, 1.935);
        cairo_line_to(c, 0.58, 1.97);
        cairo_line_to(c, 0.605, 1.985);
    });
}

void paint_spots(Tailor& t) {
    Chance chance(seed_of("paint"));
    const Colour colours[] = {
        {0.93, 0.36, 0.30}, {0.97, 0.82, 0.30}, {0.45, 0.68, 0.36}, {0.95, 0.94, 0.92}};
    for (int i = 0; i < 16; ++i) {
        const double x = -0.55 + chance.around_zero() * 0.28;
        const double y = 2.05 + chance.around_zero() * 0.2;
        const double size = chance.between(0.012, 0.055);
        t.print(colours[static_cast<std::size_t>(i) % 4], 0.9, [&](cairo_t* c) {
            cairo_save(c);
            cairo_translate(c, x, y);
            cairo_rotate(c, size * 90);
            cairo_scale(c, 1.0, 0.7);
            cairo_arc(c, 0, 0, size, 0, 7);
            cairo_restore(c);
        });
    }
}

void pearls(Tailor& t) {
    for (int i = -9; i <= 9; ++i) {
        const double at = i / 9.0;
        const double y = 1.56 - 0.22 * at * at;
        t.piece({0.95, 0.92, 0.88}, 0.03,
                [&](cairo_t* c) { cairo_arc(c, at * 0.40, y, 0.026, 0, 7); });
    }
}

void glasses_on_a_cord(Tailor& t) {
    t.both([&](double side) {
        t.line({0.12, 0.12, 0.14}, 0.020, [&](cairo_t* c) {
            cairo_move_to(c, side * 0.42, 1.20);
            cairo_curve_to(c, side * 0.46, 1.6, side * 0.30, 1.95, side * 0.19, 2.06);
        });
        const auto lens = [&](cairo_t* c) {
            cairo_save(c);
            cairo_translate(c, side * 0.115, 2.14);
            cairo_scale(c, 0.095, 0.075);
            cairo_arc(c, 0, 0, 1, 0, 7);
            cairo_restore(c);
        };
        t.print({0.75, 0.82, 0.88}, 0.35, lens);
        t.line({0.10, 0.10, 0.12}, 0.024, lens);
    });
    t.line({0.10, 0.10, 0.12}, 0.022, [](cairo_t* c) {
        cairo_move_to(c, -0.03, 2.12);
        cairo_line_to(c, 0.03, 2.12);
    });
}

}  // namespace

void shirt_collar(Tailor& t, const Colour& colour, double open, double length) {
    const double d = drop_of(t);
    const double neck = t.form().neck_half;
    t.both([&](double side) {
        t.piece(colour, 0.05, [&](cairo_t* c) {
            add_polygon(c, side,
                        {{neck * 0.98, 1.05 + d},
                         {neck + 0.10, 1.20 + d},
                         {neck * 0.72 + 0.06 + open * 0.12, 1.42 + length + d},
                         {0.035 + open * 0.20, 1.50 + 0.10 * open + d},
                         {neck * 0.55, 1.28 + d}});
        });
        t.fold(-0.012, 0.02, [&](cairo_t* c) {
            cairo_move_to(c, side * (neck + 0.10), 1.20 + d);
            cairo_line_to(c, side * (neck * 0.72 + 0.06 + open * 0.12), 1.42 + length + d);
            cairo_line_to(c, side * (0.035 + open * 0.20), 1.50 + 0.10 * open + d);
        });
    });
}

void buttons(Tailor& t, const Colour& colour, double from_y, double to_y, int count) {
    t.fold(0.010, 0.16, [&](cairo_t* c) {
        cairo_move_to(c, 0, from_y);
        cairo_line_to(c, 0, to_y + 0.2);
    });
    t.line(times(colour, 0.55), 0.008, [&](cairo_t* c) {
        cairo_move_to(c, 0.085, from_y - 0.05);
        cairo_line_to(c, 0.085, to_y + 0.2);
    });
    for (int i = 0; i < count; ++i) {
        const double y = mix(from_y, to_y, count > 1 ? i / (count - 1.0) : 0.5);
        t.piece(mix(colour, {0.95, 0.95, 0.92}, 0.6), 0.015,
                [&](cairo_t* c) { cairo_arc(c, 0.0, y, 0.026, 0, 7); });
    }
}

void zip(Tailor& t, const Colour& metal, double from_y) {
    t.fold(-0.014, 0.05, [&](cairo_t* c) {
        cairo_move_to(c, 0, from_y);
        cairo_line_to(c, 0, 5);
    });
    t.line(metal, 0.026, [&](cairo_t* c) {
        cairo_move_to(c, 0, from_y);
        cairo_line_to(c, 0, 5);
    });
    t.piece(times(metal, 1.2), 0.02,
            [&](cairo_t* c) { cairo_rectangle(c, -0.016, from_y, 0.032, 0.10); });
}

void pocket(Tailor& t, const Colour& colour, double x, double y, double width, bool flap) {
    t.fold(-0.012, 0.022,
           [&](cairo_t* c) { cairo_rectangle(c, x - width / 2, y, width, width * 1.1); });
    t.line(times(colour, 0.78), 0.008,
           [&](cairo_t* c) { cairo_rectangle(c, x - width / 2, y, width, width * 1.1); });
    if (!flap) return;
    t.piece(times(colour, 0.97), 0.025, [&](cairo_t* c) {
        cairo_move_to(c, x - width * 0.54, y - 0.02);
        cairo_line_to(c, x + width * 0.54, y - 0.02);
        cairo_line_to(c, x + width * 0.54, y + 0.12);
        cairo_line_to(c, x, y + 0.17);
        cairo_line_to(c, x - width * 0.54, y + 0.12);
        cairo_close_path(c);
    });
}

void lapels(Tailor& t, const Colour& colour, double depth, double width) {
    const double d = drop_of(t);
    const double neck = t.form().neck_half;
    t.both([&](double side) {
        t.piece(colour, 0.04, [&](cairo_t* c) {
            add_polygon(c, side,
                        {{neck * 0.95, 1.06 + d},
                         {neck + 0.14, 1.22 + d},
                         {neck + 0.10 + width, 1.52 + d},
                         {neck + width * 1.05, 1.60 + d},
                         {0.05, depth + d},
                         {0.03, depth - 0.10 + d},
                         {neck * 0.72, 1.30 + d}});
        });
        t.fold(-0.015, 0.02, [&](cairo_t* c) {
            cairo_move_to(c, side * (neck + 0.10 + width), 1.52 + d);
            cairo_line_to(c, side * (neck * 0.80), 1.48 + d);
        });
        t.fold(-0.02, 0.025, [&](cairo_t* c) {
            cairo_move_to(c, side * (neck + width * 1.05), 1.60 + d);
            cairo_line_to(c, side * 0.05, depth + d);
        });
    });
}

void high_collar(Tailor& t, const Colour& colour, double height) {
    const double d = drop_of(t);
    const double neck = t.form().neck_half;
    t.both([&](double side) {
        t.piece(colour, 0.07, [&](cairo_t* c) {
            cairo_move_to(c, side * neck * 1.02, 1.22 - height + d);
            cairo_curve_to(c, side * (neck + 0.10), 1.24 - height + d, side * (neck + 0.16),
                           1.24 + d, side * (neck + 0.16), 1.30 + d);
            cairo_curve_to(c, side * neck * 0.9, 1.52 + d, side * 0.2, 1.62 + d, 0, 1.66 + d);
            cairo_line_to(c, 0, 1.46 - height * 0.3 + d);
            cairo_curve_to(c, side * 0.15, 1.44 - height * 0.3 + d, side * neck * 0.9,
                           1.36 - height * 0.6 + d, side * neck * 1.02, 1.22 - height + d);
            cairo_close_path(c);
        });
    });
    t.fold(-0.02, 0.03, [&](cairo_t* c) {
        cairo_move_to(c, -neck - 0.16, 1.30 + d);
        cairo_curve_to(c, -neck * 0.6, 1.70 + d, neck * 0.6, 1.70 + d, neck + 0.16, 1.30 + d);
    });
}

void ribs(Tailor& t, const Colour& colour, double y, double depth) {
    const double d = drop_of(t);
    const double neck = t.form().neck_half;
    const auto ring = [&](cairo_t* c, double out) {
        cairo_move_to(c, -(neck + 0.03 + out), y + d - out * 0.4);
        cairo_curve_to(c, -neck * 0.72 - out, y + depth + d + out * 0.6, neck * 0.72 + out,
                       y + depth + d + out * 0.6, neck + 0.03 + out, y + d - out * 0.4);
    };
    t.line(times(colour, 0.93), 0.10, [&](cairo_t* c) { ring(c, 0.05); });
    t.fold(0.03, 0.10, [&](cairo_t* c) { ring(c, 0.05); });
    t.fold(-0.016, 0.02, [&](cairo_t* c) { ring(c, 0.105); });
}

void v_neck(Tailor& t, double half, double depth) {
    const double d = drop_of(t);
    t.cut([&](cairo_t* c) {
        cairo_move_to(c, -half, 0.8);
        cairo_line_to(c, -half, 1.14 + d);
        cairo_curve_to(c, -half * 0.8, 1.40 + d, -half * 0.25, depth - 0.1 + d, 0, depth + d);
        cairo_curve_to(c, half * 0.25, depth - 0.1 + d, half * 0.8, 1.40 + d, half, 1.14 + d);
        cairo_line_to(c, half, 0.8);
        cairo_close_path(c);
    });
}

void round_neck(Tailor& t, double half, double depth) {
    const double d = drop_of(t);
    t.cut([&](cairo_t* c) {
        cairo_move_to(c, -half, 0.8);
        cairo_line_to(c, -half, 1.16 + d);
        cairo_curve_to(c, -half * 0.75, depth + 0.06 + d, half * 0.75, depth + 0.06 + d, half,
                       1.16 + d);
        cairo_line_to(c, half, 0.8);
        cairo_close_path(c);
    });
}

void add_extra(Tailor& t, Extra extra, const Looks& looks) {
    switch (extra) {
        case Extra::Watch:
            watch(t);
            break;
        case Extra::Spanner:
            spanner(t);
            break;
        case Extra::Lanyard:
            lanyard(t, mix(looks.clothes_colour, {0.15, 0.25, 0.45}, 0.75));
            break;
        case Extra::Paint:
            paint_spots(t);
            break;
        case Extra::Pearls:
            pearls(t);
            break;
        case Extra::Glasses:
            glasses_on_a_cord(t);
            break;
        case Extra::Bow:      // in the hair
        case Extra::Plaster:  // on the chin
        case Extra::None:
            break;
    }
}

Picture paint_clothes(const FaceForm& form, const Frame& frame, const LightRig& rig,
                      std::uint64_t seed) {
    const Looks& looks = form.looks;
    Tailor tailor(form, frame);
    Surface cloth;
    cloth.softness = 0.12;
    cloth.gloss = 0.0;
    cloth.shadow_reach = 0.35;
    double rough = 0.45;
    double folds = 1;
    switch (looks.clothes) {
        case Clothes::Fleece:
        case Clothes::Jumper:
        case Clothes::StripedJumper:
        case Clothes::Cardigan:
            rough = 1.7;
            folds = 0.7;
            break;
        case Clothes::WaxJacket:
            cloth.gloss = 0.10;
            cloth.sharpness = 10;
            folds = 1.4;
            break;
        case Clothes::Harness:
        case Clothes::WorkJacket:
            cloth.gloss = 0.05;
            folds = 1.3;
            break;
        default:
            break;
    }
    if (is_for_work(looks.clothes)) {
        sew_at_work(tailor, looks);
    } else {
        sew_everyday(tailor, looks);
    }
    tailor.weave(rough, folds, seed);
    add_extra(tailor, looks.extra, looks);
    return tailor.finish(rig, cloth);
}

}  // namespace sample
