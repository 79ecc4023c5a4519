#include "tools/make_sample/wheelchair.h"

#include "tools/make_sample/relief.h"

namespace sample {

void draw_wheelchair(cairo_t* c, const FaceForm& f, const LightRig& rig) {
    const double wide = f.looks.shoulders * (f.age == Age::Ten ? 0.72 : 1.0);
    const Colour frame = in_front({0.62, 0.16, 0.20}, rig);
    const Colour rubber = in_front({0.09, 0.09, 0.10}, rig);
    const Colour metal = in_front({0.70, 0.72, 0.75}, rig);
    cairo_push_group(c);
    cairo_rectangle(c, -1.38 * wide, 1.80, 2.76 * wide, 2.4);
    set_colour(c, in_front({0.14, 0.15, 0.18}, rig));
    cairo_fill(c);
    cairo_set_line_cap(c, CAIRO_LINE_CAP_ROUND);
    for (const double side : {-1.0, 1.0}) {
        const double x = side * (1.40 * wide);
        // The tall posts, with grips bent towards whoever pushes.
        cairo_set_line_width(c, 0.085);
        set_colour(c, times(frame, 0.75));
        cairo_move_to(c, x, 4);
        cairo_line_to(c, x + side * 0.02, 1.62);
        cairo_stroke(c);
        cairo_set_line_width(c, 0.025);
        set_colour(c, mix(frame, {1, 1, 1}, 0.35));
        cairo_move_to(c, x + rig.key.x * 0.025, 4);
        cairo_line_to(c, x + rig.key.x * 0.025 + side * 0.02, 1.64);
        cairo_stroke(c);
        cairo_set_line_width(c, 0.15);
        set_colour(c, rubber);
        cairo_move_to(c, x + side * 0.02, 1.58);
        cairo_line_to(c, x + side * 0.07, 1.49);
        cairo_stroke(c);
        cairo_set_line_width(c, 0.035);
        set_colour(c, mix(rubber, metal, 0.4));
        cairo_move_to(c, x + side * 0.0, 1.56);
        cairo_line_to(c, x + side * 0.05, 1.47);
        cairo_stroke(c);
        // The wheel, its tyre and the rim for the hand.
        cairo_save(c);
        cairo_translate(c, side * 1.86 * wide, 3.05);
        cairo_scale(c, 0.30, 1);
        cairo_arc(c, 0, 0, 0.98, 0, 7);
        cairo_restore(c);
        cairo_set_line_width(c, 0.085);
        set_colour(c, rubber);
        cairo_stroke_preserve(c);
        cairo_set_line_width(c, 0.030);
        set_colour(c, metal);
        cairo_stroke(c);
    }
    cairo_pop_group_to_source(c);
    cairo_paint(c);
}

}  // namespace sample
