#include "tools/make_sample/garments.h"

namespace sample {

namespace {

void check_pattern(Tailor& t, const Colour& line) {
    for (int i = -14; i <= 14; ++i) {
        t.print(line, 0.42, [&](cairo_t* c) {
            cairo_move_to(c, i * 0.20 - 0.045, 0.9);
            cairo_line_to(c, i * 0.20 + 0.045, 0.9);
            cairo_line_to(c, i * 0.215 + 0.045, 5.5);
            cairo_line_to(c, i * 0.215 - 0.045, 5.5);
            cairo_close_path(c);
        });
        t.print(times(line, 0.35), 0.5,
                [&](cairo_t* c) { cairo_rectangle(c, i * 0.20 + 0.085, 0.9, 0.014, 4.6); });
    }
    for (int i = 0; i < 22; ++i) {
        const double y = 1.0 + i * 0.20;
        t.print(line, 0.42, [&](cairo_t* c) {
            cairo_move_to(c, -2, y + 0.24);
            cairo_curve_to(c, -0.8, y, 0.8, y, 2, y + 0.24);
            cairo_line_to(c, 2, y + 0.33);
            cairo_curve_to(c, 0.8, y + 0.09, -0.8, y + 0.09, -2, y + 0.33);
            cairo_close_path(c);
        });
    }
}

void shirt(Tailor& t, const Colour& cloth, const Colour& under, bool checked, double open) {
    const bool child = t.form().age == Age::Ten;
    const double drop = child ? -0.10 : 0;
    t.body(cloth, 1.05 + drop);
    if (checked) check_pattern(t, under);
    v_neck(t, t.form().neck_half * 0.98, mix(1.46, 1.74, open));
    if (open > 0.5) {
        // A T-shirt below the open collar.
        t.piece(times(under, 0.95), 0.0, [](cairo_t* c) {
            cairo_move_to(c, -0.30, 1.36);
            cairo_curve_to(c, -0.15, 1.56, 0.15, 1.56, 0.30, 1.36);
            cairo_line_to(c, 0.06, 1.82);
            cairo_line_to(c, -0.06, 1.82);
            cairo_close_path(c);
        });
    }
    buttons(t, cloth, mix(1.62, 1.86, open) + drop, 2.9, 5);
    shirt_collar(t, times(cloth, 1.03), open, 0.10);
    if (!child) {
        pocket(t, cloth, 0.60, 1.98, 0.36, true);
        if (open > 0.5) pocket(t, cloth, -0.60, 1.98, 0.36, true);
    }
}

void polo(Tailor& t, const Colour& cloth, const Colour& trim) {
    t.body(cloth, 1.08);
    v_neck(t, t.form().neck_half * 0.98, 1.62);
    t.fold(0.012, 0.14, [](cairo_t* c) {
        cairo_move_to(c, 0.02, 1.60);
        cairo_line_to(c, 0.02, 1.98);
    });
    t.line(times(cloth, 0.62), 0.008,
           [](cairo_t* c) { cairo_rectangle(c, -0.05, 1.58, 0.14, 0.42); });
    t.piece({0.92, 0.92, 0.9}, 0.012, [](cairo_t* c) { cairo_arc(c, 0.02, 1.76, 0.02, 0, 7); });
    t.piece({0.92, 0.92, 0.9}, 0.012, [](cairo_t* c) { cairo_arc(c, 0.02, 1.90, 0.02, 0, 7); });
    shirt_collar(t, cloth, 0.85, 0.04);
    t.print(trim, 0.95, [](cairo_t* c) { cairo_arc(c, 0.62, 2.02, 0.075, 0, 7); });
}

void jumper(Tailor& t, const Colour& wool, const Colour& collar, bool with_collar) {
    const double drop = t.form().age == Age::Ten ? -0.10 : 0;
    t.body(wool, 1.08 + drop);
    round_neck(t, t.form().neck_half * 0.98, 1.44);
    if (with_collar) {
        shirt_collar(t, collar, 0.25, 0.06);
    }
    ribs(t, wool, 1.17, 0.32);
    // Rows of stitches.
    t.both([&](double side) {
        t.fold(-0.010, 0.02, [&](cairo_t* c) {
            cairo_move_to(c, side * 0.60, 1.30 + drop);
            cairo_curve_to(c, side * 0.78, 1.6 + drop, side * 0.95, 1.9, side * 1.02, 2.2);
        });
    });
}

void stripes(Tailor& t, const Colour& second) {
    for (int i = 0; i < 14; ++i) {
        const double y = 1.30 + i * 0.26;
        t.print(second, 1, [&](cairo_t* c) {
            cairo_move_to(c, -2, y + 0.16);
            cairo_curve_to(c, -0.8, y, 0.8, y, 2, y + 0.16);
            cairo_line_to(c, 2, y + 0.28);
            cairo_curve_to(c, 0.8, y + 0.12, -0.8, y + 0.12, -2, y + 0.28);
            cairo_close_path(c);
        });
    }
}

void hoodie(Tailor& t, const Colour& cloth, const Colour& cord) {
    t.both([&](double side) {
        t.piece(times(cloth, 0.85), 0.10, [&](cairo_t* c) {
            const double neck = t.form().neck_half;
            cairo_move_to(c, side * 0.02, 0.92);
            cairo_curve_to(c, side * neck * 1.2, 0.86, side * (neck + 0.34), 1.02,
                           side * (neck + 0.36), 1.26);
            cairo_line_to(c, side * 0.3, 1.5);
            cairo_close_path(c);
        });
    });
    t.body(cloth, 1.10);
    v_neck(t, t.form().neck_half * 1.0, 1.58);
    t.piece({0.25, 0.25, 0.28}, 0.0, [](cairo_t* c) {
        cairo_move_to(c, -0.40, 1.24);
        cairo_curve_to(c, -0.2, 1.50, 0.2, 1.50, 0.40, 1.24);
        cairo_line_to(c, 0.0, 1.66);
        cairo_close_path(c);
    });
    t.both([&](double side) {
        t.piece(times(cloth, 1.04), 0.08, [&](cairo_t* c) {
            const double neck = t.form().neck_half;
            cairo_move_to(c, side * neck * 1.00, 1.02);
            cairo_curve_to(c, side * (neck + 0.22), 1.06, side * (neck + 0.34), 1.20,
                           side * (neck + 0.30), 1.38);
            cairo_curve_to(c, side * (neck + 0.1), 1.58, side * 0.16, 1.72, side * 0.0, 1.74);
            cairo_line_to(c, side * 0.0, 1.58);
            cairo_curve_to(c, side * 0.2, 1.54, side * neck * 0.95, 1.3, side * neck * 1.00, 1.02);
        });
        t.fold(0.02, 0.035, [&](cairo_t* c) {
            cairo_move_to(c, side * 0.16, 1.66);
            cairo_curve_to(c, side * 0.20, 1.9, side * 0.15, 2.1, side * 0.18, 2.34);
        });
        t.line(cord, 0.032, [&](cairo_t* c) {
            cairo_move_to(c, side * 0.16, 1.66);
            cairo_curve_to(c, side * 0.20, 1.9, side * 0.15, 2.1, side * 0.18, 2.34);
        });
    });
}

void coat(Tailor& t, const Colour& cloth, const Colour& blouse) {
    t.body(blouse, 1.12);
    v_neck(t, t.form().neck_half * 1.0, 1.66);
    t.both([&](double side) {
        t.piece(cloth, 0.05, [&](cairo_t* c) {
            cairo_move_to(c, side * (t.form().neck_half + 0.03), 1.10);
            cairo_line_to(c, side * 0.04, 2.12);
            cairo_line_to(c, side * 0.02, 5.5);
            cairo_line_to(c, side * 2.2, 5.5);
            cairo_line_to(c, side * 2.2, 1.1);
            cairo_close_path(c);
        });
    });
    t.cut([&](cairo_t* c) {
        cairo_rectangle(c, -4, -2, 8, 9);
        cairo_set_fill_rule(c, CAIRO_FILL_RULE_EVEN_ODD);
        t.body_path(c, 1.06);
    });
    lapels(t, times(cloth, 1.18), 2.12, 0.20);
    for (int i = 0; i < 4; ++i) {
        t.piece(times(cloth, 0.7), 0.03,
                [&](cairo_t* c) { cairo_arc(c, 0.16, 2.25 + i * 0.42, 0.045, 0, 7); });
    }
}

void t_shirt(Tailor& t, const Colour& cloth) {
    const double drop = t.form().age == Age::Ten ? -0.10 : 0;
    t.body(cloth, 1.10 + drop);
    round_neck(t, t.form().neck_half * 1.12, 1.54);
    ribs(t, cloth, 1.20, 0.36);
}

void cardigan(Tailor& t, const Colour& wool, const Colour& shirt_colour) {
    t.body(wool, 0.98);
    t.piece(shirt_colour, 0.01, [](cairo_t* c) {
        cairo_move_to(c, -0.36, 0.98);
        cairo_line_to(c, 0.36, 0.98);
        cairo_line_to(c, 0.02, 2.0);
        cairo_line_to(c, -0.02, 2.0);
        cairo_close_path(c);
    });
    v_neck(t, t.form().neck_half * 0.95, 1.48);
    shirt_collar(t, shirt_colour, 0.1, 0.08);
    t.both([&](double side) {
        t.fold(0.03, 0.09, [&](cairo_t* c) {
            cairo_move_to(c, side * 0.42, 1.12);
            cairo_line_to(c, side * 0.03, 2.0);
        });
        t.line(times(wool, 0.9), 0.085, [&](cairo_t* c) {
            cairo_move_to(c, side * 0.42, 1.12);
            cairo_line_to(c, side * 0.03, 2.0);
        });
    });
    buttons(t, wool, 2.05, 3.0, 4);
}

void blazer(Tailor& t, const Colour& cloth, const Colour& white) {
    coat(t, cloth, white);
    t.piece(times(cloth, 1.4), 0.02, [](cairo_t* c) {
        cairo_move_to(c, -0.07, 1.44);
        cairo_line_to(c, 0.07, 1.44);
        cairo_line_to(c, 0.10, 1.95);
        cairo_line_to(c, 0, 2.05);
        cairo_line_to(c, -0.10, 1.95);
        cairo_close_path(c);
    });
    shirt_collar(t, white, 0.05, 0.06);
    t.print({0.85, 0.72, 0.35}, 1, [](cairo_t* c) {
        cairo_move_to(c, 0.44, 1.86);
        cairo_line_to(c, 0.60, 1.86);
        cairo_line_to(c, 0.60, 1.98);
        cairo_curve_to(c, 0.58, 2.05, 0.54, 2.07, 0.52, 2.08);
        cairo_curve_to(c, 0.50, 2.07, 0.46, 2.05, 0.44, 1.98);
        cairo_close_path(c);
    });
}

void frock(Tailor& t, const Colour& cloth, const Colour& white) {
    t.body(cloth, 1.06);
    round_neck(t, t.form().neck_half * 1.1, 1.46);
    t.both([&](double side) {
        t.piece(white, 0.03, [&](cairo_t* c) {  // a round collar
            cairo_move_to(c, side * 0.36, 1.08);
            cairo_curve_to(c, side * 0.62, 1.16, side * 0.62, 1.44, side * 0.34, 1.56);
            cairo_curve_to(c, side * 0.18, 1.60, side * 0.02, 1.56, 0, 1.42);
            cairo_curve_to(c, side * 0.2, 1.42, side * 0.34, 1.3, side * 0.36, 1.08);
        });
        t.piece(times(cloth, 1.05), 0.10, [&](cairo_t* c) {  // a puffed sleeve
            cairo_save(c);
            cairo_translate(c, side * 0.98, 1.68);
            cairo_scale(c, 0.26, 0.34);
            cairo_arc(c, 0, 0, 1, 0, 7);
            cairo_restore(c);
        });
    });
    for (int i = -4; i <= 4; ++i) {
        t.fold(-0.02, 0.03, [&](cairo_t* c) {
            cairo_move_to(c, i * 0.13, 1.95);
            cairo_line_to(c, i * 0.19, 3.5);
        });
    }
}

}  // namespace

void sew_everyday(Tailor& t, const Looks& looks) {
    const Colour& first = looks.clothes_colour;
    const Colour& second = looks.second_colour;
    switch (looks.clothes) {
        case Clothes::CheckShirt:
            return shirt(t, first, second, true, 0.4);
        case Clothes::WorkShirt:
            return shirt(t, first, second, false, 0.9);
        case Clothes::WhiteShirt:
            return shirt(t, first, second, false, 0);
        case Clothes::Polo:
            return polo(t, first, second);
        case Clothes::Jumper:
            return jumper(t, first, second, !(first == second) && t.form().age == Age::Now);
        case Clothes::StripedJumper:
            jumper(t, first, second, false);
            return stripes(t, second);
        case Clothes::Hoodie:
            return hoodie(t, first, second);
        case Clothes::Coat:
            return coat(t, first, second);
        case Clothes::TShirt:
            return t_shirt(t, first);
        case Clothes::Cardigan:
            return cardigan(t, first, second);
        case Clothes::Blazer:
            return blazer(t, first, second);
        case Clothes::Frock:
            return frock(t, first, second);
        default:
            break;
    }
}

}  // namespace sample
