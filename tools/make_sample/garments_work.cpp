#include "tools/make_sample/garments.h"

#include <cmath>

namespace sample {

namespace {

void tunic(Tailor& t, const Colour& cloth, const Colour& piping) {
    t.body(cloth, 1.06);
    v_neck(t, t.form().neck_half * 1.02, 1.78);
    t.both([&](double side) {
        t.piece(times(cloth, 1.02), 0.045, [&](cairo_t* c) {
            const double neck = t.form().neck_half;
            cairo_move_to(c, side * neck * 0.98, 1.07);
            cairo_line_to(c, side * (neck + 0.12), 1.22);
            cairo_line_to(c, side * (neck + 0.16), 1.48);
            cairo_line_to(c, side * 0.30, 1.56);
            cairo_line_to(c, side * 0.02, 1.80);
            cairo_curve_to(c, side * 0.12, 1.60, side * neck * 0.75, 1.38, side * neck * 0.98,
                           1.07);
        });
        t.line(piping, 0.026, [&](cairo_t* c) {
            const double neck = t.form().neck_half;
            cairo_move_to(c, side * (neck + 0.12), 1.22);
            cairo_line_to(c, side * (neck + 0.16), 1.48);
            cairo_line_to(c, side * 0.30, 1.56);
            cairo_line_to(c, side * 0.02, 1.80);
        });
        t.line(piping, 0.024, [&](cairo_t* c) {
            cairo_move_to(c, side * 1.12 * t.shoulders(), 2.20);
            cairo_line_to(c, side * 1.60 * t.shoulders(), 2.34);
        });
    });
    t.fold(-0.012, 0.02, [](cairo_t* c) {
        cairo_move_to(c, 0.02, 1.80);
        cairo_line_to(c, 0.05, 5);
    });
    pocket(t, cloth, -0.58, 1.98, 0.36, false);
    t.piece({0.16, 0.30, 0.60}, 0.02,
            [](cairo_t* c) { cairo_rectangle(c, -0.66, 1.86, 0.028, 0.16); });
    t.piece({0.75, 0.20, 0.20}, 0.02,
            [](cairo_t* c) { cairo_rectangle(c, -0.60, 1.88, 0.026, 0.14); });
}

void scrubs(Tailor& t, const Colour& cloth) {
    t.body(cloth, 1.10);
    v_neck(t, t.form().neck_half * 1.08, 1.70);
    const auto edge = [&](cairo_t* c) {
        const double half = t.form().neck_half * 1.08;
        cairo_move_to(c, -half - 0.02, 1.14);
        cairo_curve_to(c, -half * 0.82, 1.42, -half * 0.3, 1.62, 0, 1.73);
        cairo_curve_to(c, half * 0.3, 1.62, half * 0.82, 1.42, half + 0.02, 1.14);
    };
    t.fold(0.02, 0.07, edge);
    t.line(times(cloth, 0.86), 0.012, [&](cairo_t* c) {
        cairo_translate(c, 0, 0.05);
        edge(c);
        cairo_translate(c, 0, -0.05);
    });
    pocket(t, cloth, 0.56, 2.02, 0.38, false);
}

void harness(Tailor& t, const Colour& jacket, const Colour& strap) {
    t.body(jacket, 0.98);
    high_collar(t, times(jacket, 0.92), 0.16);
    zip(t, {0.25, 0.25, 0.27}, 1.40);
    t.both([&](double side) {
        t.piece(strap, 0.05, [&](cairo_t* c) {
            cairo_move_to(c, side * 0.66, 1.28);
            cairo_line_to(c, side * 0.84, 1.36);
            cairo_curve_to(c, side * 0.74, 1.8, side * 0.58, 2.2, side * 0.52, 3.2);
            cairo_line_to(c, side * 0.34, 3.2);
            cairo_curve_to(c, side * 0.40, 2.2, side * 0.56, 1.75, side * 0.66, 1.28);
        });
        t.line({0.90, 0.78, 0.25}, 0.012, [&](cairo_t* c) {
            cairo_move_to(c, side * 0.75, 1.34);
            cairo_curve_to(c, side * 0.65, 1.8, side * 0.49, 2.2, side * 0.43, 3.2);
        });
        t.piece({0.66, 0.67, 0.70}, 0.03,
                [&](cairo_t* c) { cairo_rectangle(c, side * 0.555 - 0.10, 1.92, 0.20, 0.10); });
    });
    t.piece(strap, 0.045, [](cairo_t* c) { cairo_rectangle(c, -0.50, 2.05, 1.0, 0.11); });
    t.piece({0.72, 0.73, 0.76}, 0.05, [](cairo_t* c) {
        cairo_rectangle(c, -0.11, 2.02, 0.22, 0.17);
        cairo_rectangle(c, 0.07, 2.06, -0.14, 0.09);
    });
}

void fleece(Tailor& t, const Colour& cloth, const Colour& trim) {
    t.body(cloth, 1.0);
    high_collar(t, times(cloth, 1.06), 0.12);
    zip(t, trim, 1.42);
    t.both([&](double side) {
        t.fold(-0.014, 0.02, [&](cairo_t* c) {
            cairo_move_to(c, side * 0.50, 1.34);
            cairo_curve_to(c, side * 0.75, 1.62, side * 1.05, 1.75, side * 1.45, 1.82);
        });
    });
}

void apron(Tailor& t, const Colour& stripe, const Colour& white) {
    const Colour coat{0.93, 0.93, 0.92};
    t.body(coat, 1.05);
    v_neck(t, t.form().neck_half * 0.95, 1.62);
    shirt_collar(t, coat, 0.5, 0.06);
    buttons(t, coat, 1.66, 1.78, 1);
    const auto bib = [](cairo_t* c) {
        cairo_move_to(c, -0.50, 1.86);
        cairo_curve_to(c, -0.2, 1.90, 0.2, 1.90, 0.50, 1.86);
        cairo_line_to(c, 0.56, 2.2);
        cairo_curve_to(c, 0.66, 2.45, 1.0, 2.6, 1.25, 2.7);
        cairo_line_to(c, 1.3, 5.5);
        cairo_line_to(c, -1.3, 5.5);
        cairo_line_to(c, -1.25, 2.7);
        cairo_curve_to(c, -1.0, 2.6, -0.66, 2.45, -0.56, 2.2);
        cairo_close_path(c);
    };
    t.both([&](double side) {
        t.piece(stripe, 0.025, [&](cairo_t* c) {
            cairo_move_to(c, side * 0.47, 1.88);
            cairo_line_to(c, side * 0.40, 1.88);
            cairo_line_to(c, side * 0.44, 1.26);
            cairo_line_to(c, side * 0.52, 1.26);
            cairo_close_path(c);
        });
    });
    t.piece(white, 0.035, bib);
    for (int i = -9; i <= 9; ++i) {
        // A stripe begins where the bib does; beside it lies the apron's skirt.
        const double x = i * 0.142;
        const double top = std::abs(x) < 0.5 ? 1.87 : 2.2 + (std::abs(x) - 0.5) * 0.65;
        t.print(stripe, 1, [&](cairo_t* c) { cairo_rectangle(c, x - 0.036, top, 0.072, 4); });
    }
}

void wax_jacket(Tailor& t, const Colour& cloth, const Colour& lining) {
    t.body(cloth, 1.04);
    v_neck(t, t.form().neck_half * 0.98, 1.75);
    t.piece({0.62, 0.55, 0.44}, 0.01, [&](cairo_t* c) {  // a jumper inside
        cairo_move_to(c, -0.40, 1.20);
        cairo_curve_to(c, -0.25, 1.44, 0.25, 1.44, 0.40, 1.20);
        cairo_line_to(c, 0.10, 1.90);
        cairo_line_to(c, -0.10, 1.90);
        cairo_close_path(c);
    });
    ribs(t, {0.62, 0.55, 0.44}, 1.14, 0.30);
    const Colour cord = mix(cloth, {0.36, 0.24, 0.14}, 0.85);
    t.both([&](double side) {
        t.piece(cord, 0.06, [&](cairo_t* c) {
            const double neck = t.form().neck_half;
            cairo_move_to(c, side * neck * 0.98, 1.02);
            cairo_line_to(c, side * (neck + 0.16), 1.16);
            cairo_line_to(c, side * (neck + 0.30), 1.46);
            cairo_line_to(c, side * 0.20, 1.74);
            cairo_line_to(c, side * 0.12, 1.66);
            cairo_curve_to(c, side * 0.3, 1.45, side * neck * 0.95, 1.3, side * neck * 0.98, 1.02);
        });
        for (int i = 0; i < 9; ++i) {
            t.line(times(cord, 0.80), 0.008, [&](cairo_t* c) {
                cairo_move_to(c, side * (0.20 + i * 0.055), 1.72 - i * 0.032);
                cairo_line_to(c, side * (0.26 + i * 0.055), 1.50 - i * 0.05);
            });
        }
        pocket(t, cloth, side * 0.66, 2.25, 0.46, true);
    });
    t.fold(0.03, 0.20, [](cairo_t* c) {
        cairo_move_to(c, 0.05, 1.80);
        cairo_line_to(c, 0.06, 5);
    });
    for (int i = 0; i < 6; ++i) {
        t.piece(mix(lining, {0.75, 0.62, 0.35}, 0.5), 0.02,
                [&](cairo_t* c) { cairo_arc(c, 0.06, 1.92 + i * 0.32, 0.028, 0, 7); });
    }
}

void lab_coat(Tailor& t, const Colour& coat, const Colour& top) {
    t.body(top, 1.12);
    round_neck(t, t.form().neck_half * 1.05, 1.52);
    ribs(t, top, 1.18, 0.32);
    t.both([&](double side) {
        t.piece(coat, 0.05, [&](cairo_t* c) {
            cairo_move_to(c, side * (t.form().neck_half + 0.10), 1.14);
            cairo_line_to(c, side * 0.08, 2.25);
            cairo_line_to(c, side * 0.05, 5.5);
            cairo_line_to(c, side * 2.0, 5.5);
            cairo_line_to(c, side * 2.0, 1.2);
            cairo_close_path(c);
        });
    });
    // What was laid on beyond the body's edge is cut away again.
    t.cut([&](cairo_t* c) {
        cairo_rectangle(c, -4, -2, 8, 9);
        cairo_set_fill_rule(c, CAIRO_FILL_RULE_EVEN_ODD);
        t.body_path(c, 1.06);
    });
    lapels(t, times(coat, 1.0), 2.25, 0.16);
    pocket(t, coat, 0.62, 2.02, 0.36, false);
    t.piece({0.15, 0.2, 0.5}, 0.02, [](cairo_t* c) { cairo_rectangle(c, 0.56, 1.90, 0.03, 0.15); });
}

void gown(Tailor& t, const Colour& suit, const Colour& white) {
    t.body(white, 1.00);
    t.both([&](double side) {
        t.piece(suit, 0.03, [&](cairo_t* c) {
            cairo_move_to(c, side * (t.form().neck_half + 0.02), 1.14);
            cairo_line_to(c, side * 0.02, 2.3);
            cairo_line_to(c, side * 0.02, 5.5);
            cairo_line_to(c, side * 2.0, 5.5);
            cairo_line_to(c, side * 2.0, 1.2);
            cairo_close_path(c);
        });
    });
    t.cut([&](cairo_t* c) {
        cairo_rectangle(c, -4, -2, 8, 9);
        cairo_set_fill_rule(c, CAIRO_FILL_RULE_EVEN_ODD);
        t.body_path(c, 1.02);
    });
    lapels(t, times(suit, 1.25), 2.3, 0.14);
    // The stiff collar with its two wings, and the bands.
    t.piece(white, 0.06, [&](cairo_t* c) {
        const double neck = t.form().neck_half;
        cairo_move_to(c, -neck * 1.04, 1.06);
        cairo_curve_to(c, -neck * 0.6, 1.30, neck * 0.6, 1.30, neck * 1.04, 1.06);
        cairo_line_to(c, neck * 1.06, 1.22);
        cairo_curve_to(c, neck * 0.6, 1.46, -neck * 0.6, 1.46, -neck * 1.06, 1.22);
        cairo_close_path(c);
    });
    t.both([&](double side) {
        t.piece(times(white, 0.97), 0.03, [&](cairo_t* c) {
            cairo_move_to(c, side * 0.012, 1.40);
            cairo_line_to(c, side * 0.09, 1.40);
            cairo_line_to(c, side * 0.17, 1.98);
            cairo_line_to(c, side * 0.045, 2.01);
            cairo_close_path(c);
        });
        // The gown hangs from the shoulders in deep folds.
        const Colour black = times(suit, 0.62);
        t.piece(black, 0.06, [&](cairo_t* c) {
            cairo_move_to(c, side * 0.62, 1.27);
            cairo_curve_to(c, side * 0.72, 1.8, side * 0.60, 2.4, side * 0.56, 5.5);
            cairo_line_to(c, side * 2.2, 5.5);
            cairo_line_to(c, side * 1.75, 1.75);
            cairo_line_to(c, side * 1.1, 1.38);
            cairo_close_path(c);
        });
        for (int i = 0; i < 6; ++i) {
            t.fold(-0.05, 0.05, [&](cairo_t* c) {
                const double x = 0.74 + i * 0.13;
                cairo_move_to(c, side * x, 1.42 + i * 0.05);
                cairo_curve_to(c, side * (x + 0.03), 1.9, side * (x - 0.02), 2.4, side * (x + 0.06),
                               5);
            });
        }
    });
}

void work_jacket(Tailor& t, const Colour& cloth, const Colour& dark) {
    t.body(cloth, 1.02);
    high_collar(t, dark, 0.10);
    zip(t, {0.3, 0.3, 0.32}, 1.44);
    t.both([&](double side) {
        t.piece(dark, 0.012, [&](cairo_t* c) {
            cairo_move_to(c, side * 0.50, 1.28);
            cairo_line_to(c, side * 1.20, 1.54);
            cairo_line_to(c, side * 1.50, 1.90);
            cairo_line_to(c, side * 1.15, 1.84);
            cairo_line_to(c, side * 0.42, 1.60);
            cairo_close_path(c);
        });
        t.print({0.88, 0.89, 0.86}, 1, [&](cairo_t* c) {
            cairo_move_to(c, side * 0.03, 2.16);
            cairo_line_to(c, side * 1.06, 2.06);
            cairo_line_to(c, side * 1.06, 2.18);
            cairo_line_to(c, side * 0.03, 2.28);
            cairo_close_path(c);
        });
        t.print({0.88, 0.89, 0.86}, 1, [&](cairo_t* c) {
            cairo_move_to(c, side * 1.10, 2.12);
            cairo_line_to(c, side * 1.70, 2.06);
            cairo_line_to(c, side * 1.70, 2.18);
            cairo_line_to(c, side * 1.10, 2.24);
            cairo_close_path(c);
        });
    });
}

}  // namespace

bool is_for_work(Clothes clothes) {
    switch (clothes) {
        case Clothes::Tunic:
        case Clothes::Scrubs:
        case Clothes::Harness:
        case Clothes::Fleece:
        case Clothes::Apron:
        case Clothes::WaxJacket:
        case Clothes::LabCoat:
        case Clothes::Gown:
        case Clothes::WorkJacket:
            return true;
        default:
            return false;
    }
}

void sew_at_work(Tailor& t, const Looks& looks) {
    const Colour& first = looks.clothes_colour;
    const Colour& second = looks.second_colour;
    switch (looks.clothes) {
        case Clothes::Tunic:
            return tunic(t, first, second);
        case Clothes::Scrubs:
            return scrubs(t, first);
        case Clothes::Harness:
            return harness(t, first, second);
        case Clothes::Fleece:
            return fleece(t, first, second);
        case Clothes::Apron:
            return apron(t, first, second);
        case Clothes::WaxJacket:
            return wax_jacket(t, first, second);
        case Clothes::LabCoat:
            return lab_coat(t, first, second);
        case Clothes::Gown:
            return gown(t, first, second);
        case Clothes::WorkJacket:
            return work_jacket(t, first, second);
        default:
            break;
    }
}

}  // namespace sample
