// Places of childhoods, indoors. Pictures of children are square: x from -0.5 to 0.5 is seen, and
// the child is in the middle of it.
#include <cmath>

#include "tools/make_sample/chance.h"
#include "tools/make_sample/setting.h"

namespace sample {

namespace {

// The mottled cloth that travelling photographers of schools bring along.
double school_photo(const Place& p) {
    cairo_t* c = p.c;
    fill_down(c, -0.6, 0.6, {0.50, 0.58, 0.66}, {0.36, 0.43, 0.52});
    Chance chance(12);
    for (int i = 0; i < 150; ++i) {
        const Colour cloud = mix({0.34, 0.42, 0.52}, {0.72, 0.76, 0.80}, chance.share());
        glow(c, chance.between(-1.1, 1.1), chance.between(-0.6, 0.6), chance.between(0.05, 0.2),
             chance.between(0.04, 0.14), cloud, 0.35);
    }
    glow(c, 0, -0.12, 0.75, 0.6, {0.82, 0.85, 0.87}, 0.55);
    return 2.2;
}

double cafe(const Place& p) {
    cairo_t* c = p.c;
    fill_down(c, -0.6, 0.6, {0.80, 0.68, 0.52}, {0.56, 0.42, 0.32});
    // A doorway to a bright street, tables, a lamp, patterned tiles.
    box(c, 0.38, -0.45, 0.80, 0.42, {0.98, 0.94, 0.84});
    box(c, 0.34, -0.49, 0.38, 0.44, {0.36, 0.24, 0.16});
    box(c, 0.80, -0.49, 0.84, 0.44, {0.36, 0.24, 0.16});
    for (int i = 0; i < 14; ++i) {
        box(c, -1.2 + i * 0.11, 0.02, -1.2 + i * 0.11 + 0.10, 0.12,
            i % 2 ? Colour{0.22, 0.46, 0.52} : Colour{0.88, 0.82, 0.68});
    }
    for (const double x : {-0.90, -0.40}) {
        box(c, x, 0.24, x + 0.40, 0.27, {0.46, 0.30, 0.19});
        box(c, x + 0.18, 0.27, x + 0.22, 0.6, {0.36, 0.23, 0.15});
        for (int i = 0; i < 4; ++i) {  // glasses of tea and a board of chess
            box(c, x + 0.05 + i * 0.09, 0.20, x + 0.08 + i * 0.09, 0.24, {0.76, 0.36, 0.14});
        }
    }
    for (const double x : {-0.98, -0.52, -0.06}) {  // old men
        glow(c, x, -0.03, 0.055, 0.065, {0.60, 0.44, 0.34}, 1);
        glow(c, x, -0.08, 0.058, 0.035, {0.85, 0.84, 0.82}, 1);
        glow(c, x, 0.18, 0.12, 0.18, {0.30, 0.32, 0.36}, 1);
    }
    disc(c, -0.30, -0.40, 0.05, {1.0, 0.90, 0.66});
    glow(c, -0.30, -0.36, 0.4, 0.35, {1.0, 0.86, 0.56}, 0.45);
    return 1.4;
}

// Paper with a pattern that comes again and again.
void wallpaper(cairo_t* c, const Colour& ground, const Colour& print, double every) {
    fill_down(c, -0.6, 0.6, times(ground, 1.04), times(ground, 0.86));
    for (int row = 0; row * every < 1.2; ++row) {
        for (int i = 0; i * every < 1.3; ++i) {
            const double x = -0.65 + (i + 0.5 * (row % 2)) * every;
            glow(c, x, -0.6 + row * every, every * 0.30, every * 0.34, print, 0.9);
        }
    }
}

// A mother's curtains, half of them sewn: the front room that became a bedroom.
double front_room(const Place& p) {
    cairo_t* c = p.c;
    wallpaper(c, {0.86, 0.80, 0.68}, {0.76, 0.66, 0.56}, 0.11);
    box(c, -0.46, -0.44, -0.02, 0.08, {0.90, 0.94, 0.96});  // the window
    stroke(c, {{-0.24, -0.44}, {-0.24, 0.08}}, 0.014, {0.96, 0.96, 0.95});
    for (int i = 0; i < 8; ++i) {
        const Colour red = i % 2 ? Colour{0.66, 0.24, 0.28} : Colour{0.76, 0.32, 0.34};
        box(c, -0.60 + i * 0.03, -0.5, -0.57 + i * 0.03, 0.36, red);
    }
    box(c, 0.26, -0.10, 0.70, -0.07, {0.44, 0.29, 0.19});  // a shelf of photographs
    for (int i = 0; i < 4; ++i) {
        box(c, 0.28 + i * 0.075, -0.20 - 0.02 * (i % 2), 0.34 + i * 0.075, -0.10,
            {0.78, 0.64, 0.36});
        box(c, 0.288 + i * 0.075, -0.19 - 0.02 * (i % 2), 0.332 + i * 0.075, -0.11,
            {0.46, 0.42, 0.42});
    }
    box(c, -1.2, 0.22, 1.2, 0.6, {0.34, 0.46, 0.50});  // the settee
    box(c, -1.2, 0.20, 1.2, 0.25, {0.42, 0.55, 0.58});
    glow(c, -0.3, -0.2, 0.5, 0.5, {1, 0.97, 0.88}, 0.35);
    return 1.15;
}

// Shelves of tins and packets up to the ceiling.
double corner_shop(const Place& p) {
    cairo_t* c = p.c;
    fill_down(c, -0.6, 0.6, {0.62, 0.56, 0.46}, {0.48, 0.42, 0.35});
    const Colour wares[] = {{0.84, 0.26, 0.22}, {0.95, 0.80, 0.32}, {0.26, 0.48, 0.70},
                            {0.34, 0.58, 0.36}, {0.94, 0.92, 0.86}, {0.62, 0.34, 0.56},
                            {0.93, 0.56, 0.24}};
    Chance chance(15);
    for (int shelf = 0; shelf < 7; ++shelf) {
        const double y = -0.42 + shelf * 0.145;
        for (double x = -0.75; x < 0.75;) {
            const Colour& ware = wares[static_cast<std::size_t>(chance.share() * 7)];
            const double w = chance.between(0.035, 0.06);
            const double h = chance.between(0.06, 0.11);
            const int many = 2 + static_cast<int>(chance.share() * 3);
            for (int i = 0; i < many; ++i, x += w + 0.004) {
                box(c, x, y - h, x + w, y, times(ware, chance.between(0.9, 1.05)));
                box(c, x, y - h * 0.66, x + w, y - h * 0.36, mix(ware, {1, 1, 1}, 0.6));
            }
            x += 0.01;
        }
        box(c, -1.2, y, 1.2, y + 0.018, {0.88, 0.86, 0.82});
    }
    glow(c, 0, -0.5, 0.8, 0.4, {1, 0.96, 0.86}, 0.35);
    return 1.15;
}

// The piano of a father who teaches on it, and a clock of a grandfather who mends them.
double piano_room(const Place& p) {
    cairo_t* c = p.c;
    wallpaper(c, {0.62, 0.70, 0.64}, {0.72, 0.77, 0.70}, 0.12);
    const Colour wood{0.36, 0.21, 0.13};
    box(c, -1.2, -0.08, 0.02, 0.6, wood);
    box(c, -1.2, -0.11, 0.04, -0.07, times(wood, 1.35));
    box(c, -1.2, 0.16, 0.06, 0.20, {0.93, 0.91, 0.86});  // keys
    for (int i = 0; i < 30; ++i) {
        if (i % 7 != 2 && i % 7 != 6) {
            box(c, -0.72 + i * 0.026, 0.155, -0.708 + i * 0.026, 0.182, {0.10, 0.09, 0.09});
        }
    }
    box(c, -0.42, -0.04, -0.22, 0.12, {0.95, 0.93, 0.87});  // music
    for (int i = 0; i < 4; ++i)
        stroke(c, {{-0.40, -0.01 + i * 0.032}, {-0.24, -0.01 + i * 0.032}}, 0.005, {0.3, 0.3, 0.3});
    box(c, 0.30, -0.46, 0.46, 0.6, {0.44, 0.27, 0.16});  // the clock
    disc(c, 0.38, -0.33, 0.062, {0.94, 0.92, 0.84});
    stroke(c, {{0.38, -0.37}, {0.38, -0.33}, {0.405, -0.32}}, 0.008, {0.2, 0.18, 0.16});
    box(c, 0.34, -0.22, 0.42, 0.24, {0.26, 0.16, 0.10});
    disc(c, 0.385, 0.14, 0.030, {0.86, 0.70, 0.36});
    disc(c, -0.36, -0.20, 0.05, {1.0, 0.90, 0.68});  // a lamp on the piano
    glow(c, -0.36, -0.18, 0.34, 0.32, {1.0, 0.88, 0.62}, 0.5);
    return 1.1;
}

// A church hall with bunting and the curtain of a small stage.
double dance_hall(const Place& p) {
    cairo_t* c = p.c;
    fill_down(c, -0.6, 0.6, {0.80, 0.74, 0.62}, {0.62, 0.54, 0.43});
    for (int i = -14; i < 14; ++i) {
        const Colour plush = i % 2 ? Colour{0.52, 0.16, 0.22} : Colour{0.62, 0.22, 0.27};
        box(c, i * 0.05, -0.36, i * 0.05 + 0.05, 0.24, plush);
    }
    box(c, -1.2, -0.44, 1.2, -0.34, {0.46, 0.13, 0.18});
    box(c, -1.2, 0.24, 1.2, 0.30, {0.50, 0.34, 0.22});
    fill_down(c, 0.30, 0.6, {0.74, 0.56, 0.36}, {0.58, 0.42, 0.26});
    const Colour flags[] = {
        {0.94, 0.86, 0.60}, {0.56, 0.74, 0.80}, {0.95, 0.70, 0.72}, {0.94, 0.94, 0.92}};
    for (int i = 0; i < 16; ++i) {
        const double x = -0.62 + i * 0.08;
        const double y = -0.46 + 0.07 * std::sin(i * 0.5);
        cairo_move_to(c, x, y);
        cairo_line_to(c, x + 0.066, y);
        cairo_line_to(c, x + 0.033, y + 0.085);
        cairo_close_path(c);
        set_colour(c, flags[i % 4]);
        cairo_fill(c);
    }
    for (const double x : {-0.38, 0.38})
        glow(c, x, -0.10, 0.22, 0.30, {1.0, 0.86, 0.62}, 0.45);
    return 1.1;
}

// Stairs to do homework on, a step for each child.
double stairs(const Place& p) {
    cairo_t* c = p.c;
    wallpaper(c, {0.84, 0.76, 0.58}, {0.90, 0.84, 0.70}, 0.09);
    for (int i = 0; i < 9; ++i) {
        const double x = -0.62 + i * 0.12;
        const double y = 0.44 - i * 0.095;
        box(c, x, y, 1.2, 0.7, i % 2 ? Colour{0.52, 0.26, 0.24} : Colour{0.60, 0.31, 0.28});
        box(c, x, y, 1.2, y + 0.016, {0.80, 0.58, 0.44});
    }
    const Colour white{0.95, 0.94, 0.91};
    for (int i = 0; i < 10; ++i) {
        const double x = -0.56 + i * 0.12;
        const double foot = 0.44 - i * 0.095;
        box(c, x, foot - 0.26, x + 0.018, foot, white);
    }
    stroke(c, {{-0.62, 0.22}, {0.62, -0.76}}, 0.036, {0.48, 0.30, 0.18});
    box(c, -0.47, -0.42, -0.24, -0.12, {0.95, 0.93, 0.86});  // a calendar on the wall
    box(c, -0.455, -0.405, -0.255, -0.27, {0.90, 0.56, 0.30});
    return 1.1;
}

// A church with coloured windows.
double chapel(const Place& p) {
    cairo_t* c = p.c;
    fill_down(c, -0.6, 0.6, {0.76, 0.70, 0.60}, {0.50, 0.42, 0.34});
    const Colour panes[] = {
        {0.28, 0.44, 0.78}, {0.82, 0.28, 0.28}, {0.94, 0.76, 0.32}, {0.32, 0.60, 0.46}};
    Chance chance(3);
    for (const double middle : {-0.37, 0.37}) {
        box(c, middle - 0.105, -0.34, middle + 0.105, 0.08, {0.56, 0.50, 0.42});
        disc(c, middle, -0.34, 0.105, {0.56, 0.50, 0.42});
        for (int row = 0; row < 8; ++row) {
            for (int i = 0; i < 3; ++i) {
                const double half = row == 0 ? 0.055 : 0.085;
                const double x = middle - half + i * half * 2 / 3;
                const double y = -0.42 + row * 0.06;
                box(c, x, y, x + half * 2 / 3 - 0.006, y + 0.054,
                    mix(panes[static_cast<std::size_t>(chance.share() * 4)], {1, 0.98, 0.9}, 0.25));
            }
        }
        glow(c, middle, -0.16, 0.22, 0.34, {1.0, 0.93, 0.78}, 0.45);
    }
    for (int i = 0; i < 4; ++i) {  // pews
        const double y = 0.18 + i * 0.09;
        box(c, -1.2, y, 1.2, y + 0.035, {0.50, 0.32, 0.19});
        box(c, -1.2, y + 0.035, 1.2, y + 0.09, {0.32, 0.20, 0.12});
    }
    return 1.15;
}

// A bedroom with the planets on the wall.
double star_room(const Place& p) {
    cairo_t* c = p.c;
    fill_down(c, -0.6, 0.6, {0.70, 0.66, 0.80}, {0.55, 0.50, 0.64});
    box(c, -0.50, -0.44, -0.18, 0.02, {0.09, 0.11, 0.22});  // the poster
    Chance chance(70);
    for (int i = 0; i < 26; ++i)
        disc(c, chance.between(-0.49, -0.19), chance.between(-0.43, 0.01), 0.005, {1, 1, 0.92});
    disc(c, -0.40, -0.30, 0.055, {0.88, 0.62, 0.34});
    stroke(c, {{-0.49, -0.27}, {-0.40, -0.295}, {-0.31, -0.33}}, 0.012, {0.95, 0.84, 0.60});
    disc(c, -0.27, -0.12, 0.045, {0.34, 0.56, 0.82});
    disc(c, -0.42, -0.06, 0.026, {0.78, 0.36, 0.26});
    box(c, 0.26, -0.16, 0.8, -0.13, {0.92, 0.91, 0.88});  // a shelf of books, a lamp
    for (int i = 0; i < 7; ++i) {
        const Colour cover = mix({0.88, 0.40, 0.34}, {0.32, 0.60, 0.70}, chance.share());
        box(c, 0.28 + i * 0.03, -0.28 + 0.02 * (i % 3), 0.304 + i * 0.03, -0.16, cover);
    }
    box(c, -1.2, 0.20, 1.2, 0.6, {0.88, 0.70, 0.40});  // a bunk's blanket
    box(c, -1.2, 0.15, 1.2, 0.20, {0.92, 0.91, 0.88});
    glow(c, 0.42, -0.36, 0.28, 0.26, {1.0, 0.94, 0.76}, 0.55);
    return 1.05;
}

}  // namespace

double paint_childhood_indoors(const Place& place, Setting setting) {
    switch (setting) {
        case Setting::SchoolPhoto:
            return school_photo(place);
        case Setting::Cafe:
            return cafe(place);
        case Setting::FrontRoom:
            return front_room(place);
        case Setting::CornerShop:
            return corner_shop(place);
        case Setting::PianoRoom:
            return piano_room(place);
        case Setting::DanceHall:
            return dance_hall(place);
        case Setting::Stairs:
            return stairs(place);
        case Setting::Chapel:
            return chapel(place);
        case Setting::StarRoom:
            return star_room(place);
        default:
            return 0;
    }
}

}  // namespace sample
