// Places of childhoods, outdoors. Pictures of children are square: x from -0.5 to 0.5 is seen, and
// the child is in the middle of it.
#include "tools/make_sample/chance.h"
#include "tools/make_sample/setting.h"

namespace sample {

namespace {

// A row of small houses, each with a door, two windows and a chimney.
struct HouseRow {
    double left;
    double right;
    double ground;
    double width;
    double height;
    double falls;  // from one house to the next, where the street runs downhill
};

void houses(cairo_t* c, const HouseRow& row, const Colour& wall, const Colour& roof,
            const Colour& door, Chance& chance) {
    double ground = row.ground;
    for (double x = row.left; x < row.right; x += row.width, ground += row.falls) {
        const double w = row.width;
        const double top = ground - row.height;
        box(c, x, top, x + w, ground + 0.2, times(wall, chance.between(0.92, 1.06)));
        box(c, x, top - row.height * 0.36, x + w, top, times(roof, chance.between(0.9, 1.08)));
        box(c, x + w * 0.78, top - row.height * 0.56, x + w * 0.98, top - row.height * 0.30,
            times(wall, 0.8));
        const Colour pane{0.52, 0.60, 0.66};
        box(c, x + w * 0.16, top + row.height * 0.12, x + w * 0.42, top + row.height * 0.40, pane);
        box(c, x + w * 0.60, top + row.height * 0.12, x + w * 0.84, top + row.height * 0.40, pane);
        box(c, x + w * 0.12, top + row.height * 0.58, x + w * 0.46, top + row.height * 0.88, pane);
        box(c, x + w * 0.62, top + row.height * 0.56, x + w * 0.84, ground, door);
    }
}

void hill(cairo_t* c, const std::vector<Point>& ridge, const Colour& colour) {
    add_curve(c, ridge, false);
    cairo_line_to(c, 1.3, 0.7);
    cairo_line_to(c, -1.3, 0.7);
    cairo_close_path(c);
    set_colour(c, colour);
    cairo_fill(c);
}

double harbour(const Place& p) {
    cairo_t* c = p.c;
    fill_down(c, -0.6, 0.0, {0.62, 0.72, 0.80}, {0.86, 0.88, 0.87});
    Chance chance(52);
    for (int i = 0; i < 9; ++i) {  // houses along the quay
        const double x = -1.1 + i * 0.25;
        const double h = chance.between(0.12, 0.2);
        box(c, x, 0.02 - h, x + 0.21, 0.02,
            mix({0.90, 0.88, 0.84}, {0.66, 0.62, 0.60}, chance.share()));
        box(c, x - 0.01, 0.02 - h - 0.04, x + 0.22, 0.02 - h, {0.36, 0.38, 0.42});
        box(c, x + 0.05, 0.0 - h * 0.5, x + 0.09, 0.04 - h * 0.5, {0.34, 0.42, 0.50});
    }
    fill_down(c, 0.02, 0.6, {0.40, 0.52, 0.56}, {0.26, 0.38, 0.42});
    const Colour hulls[] = {{0.72, 0.22, 0.18}, {0.20, 0.36, 0.58}, {0.24, 0.46, 0.34}};
    for (int i = 0; i < 4; ++i) {  // boats
        const double x = -0.95 + i * 0.52 + (i > 1 ? 0.12 : 0);
        stroke(c, {{x + 0.14, 0.06}, {x + 0.14, -0.26}}, 0.010, {0.55, 0.46, 0.36});
        box(c, x + 0.05, -0.02, x + 0.15, 0.07, {0.92, 0.91, 0.88});
        cairo_move_to(c, x - 0.04, 0.06);
        cairo_line_to(c, x + 0.32, 0.04);
        cairo_line_to(c, x + 0.26, 0.15);
        cairo_line_to(c, x + 0.02, 0.15);
        cairo_close_path(c);
        set_colour(c, hulls[i % 3]);
        cairo_fill(c);
    }
    for (int i = 0; i < 7; ++i) {  // fish boxes
        const double x = -1.0 + i * 0.31;
        box(c, x, 0.30 + 0.03 * (i % 2), x + 0.26, 0.6,
            i % 3 ? Colour{0.82, 0.62, 0.30} : Colour{0.36, 0.52, 0.66});
    }
    return 1.3;
}

double barn(const Place& p) {
    cairo_t* c = p.c;
    fill_down(c, -0.6, 0.1, {0.60, 0.74, 0.86}, {0.88, 0.90, 0.86});
    fill_down(c, 0.1, 0.6, {0.52, 0.60, 0.28}, {0.38, 0.46, 0.20});
    box(c, -1.2, -0.36, 0.62, 0.26, {0.46, 0.32, 0.22});
    Chance chance(19);
    for (int i = 0; i < 22; ++i) {
        box(c, -1.2 + i * 0.085, -0.36, -1.193 + i * 0.085, 0.26, {0.30, 0.20, 0.14});
    }
    cairo_move_to(c, -1.2, -0.36);
    cairo_line_to(c, 0.70, -0.36);
    cairo_line_to(c, 0.50, -0.60);
    cairo_line_to(c, -1.2, -0.60);
    cairo_close_path(c);
    set_colour(c, {0.52, 0.44, 0.38});
    cairo_fill(c);
    box(c, -0.72, -0.22, -0.10, 0.26, {0.20, 0.15, 0.11});  // the open gate, hay in it
    for (int i = 0; i < 60; ++i) {
        glow(c, chance.between(-0.70, -0.12), chance.between(0.0, 0.26), 0.08, 0.05,
             {0.90, 0.76, 0.42}, 0.8);
    }
    for (int i = 0; i < 24; ++i) {
        disc(c, chance.between(0.66, 1.1), chance.between(-0.1, 0.1), 0.05, {0.32, 0.46, 0.24});
    }
    return 1.3;
}

double beach(const Place& p) {
    cairo_t* c = p.c;
    fill_down(c, -0.6, -0.08, {0.50, 0.68, 0.84}, {0.84, 0.90, 0.93});
    fill_down(c, -0.08, 0.14, {0.28, 0.52, 0.64}, {0.52, 0.72, 0.76});
    fill_down(c, 0.14, 0.6, {0.90, 0.82, 0.64}, {0.80, 0.70, 0.52});
    Chance chance(27);
    for (int i = 0; i < 5; ++i) {  // surf
        const double y = 0.0 + i * 0.035;
        stroke(c,
               {{-1.1, y},
                {-0.5, y + chance.between(-0.01, 0.01)},
                {0.1, y},
                {0.6, y + 0.01},
                {1.1, y - 0.005}},
               0.006 + 0.003 * i, {0.97, 0.98, 0.98}, 0.8);
    }
    cairo_move_to(c, 0.45, 0.02);  // a headland
    cairo_curve_to(c, 0.6, -0.18, 0.85, -0.22, 1.2, -0.24);
    cairo_line_to(c, 1.2, 0.03);
    cairo_close_path(c);
    set_colour(c, {0.42, 0.50, 0.42});
    cairo_fill(c);
    for (int i = 0; i < 4; ++i) {  // windbreaks
        const double x = -0.95 + i * 0.06;
        box(c, x, 0.12, x + 0.06, 0.26,
            i % 2 ? Colour{0.92, 0.90, 0.84} : Colour{0.80, 0.32, 0.28});
    }
    return 1.3;
}

// Quarrymen's houses of slate under a mountain that has been cut into steps.
double quarry_row(const Place& p) {
    cairo_t* c = p.c;
    fill_down(c, -0.6, 0.2, {0.66, 0.74, 0.80}, {0.86, 0.88, 0.88});
    hill(c, {{-1.2, 0.0}, {-0.5, -0.36}, {-0.2, -0.44}, {0.3, -0.22}, {0.8, -0.30}, {1.2, -0.1}},
         {0.46, 0.47, 0.54});
    for (int i = 0; i < 5; ++i) {  // the steps
        const double y = -0.32 + i * 0.06;
        stroke(c, {{-0.52 - 0.03 * i, y}, {-0.34, y - 0.02}, {-0.18 + 0.05 * i, y}}, 0.012,
               {0.62, 0.62, 0.68}, 0.8);
    }
    hill(c, {{-1.2, -0.02}, {-0.4, 0.02}, {0.2, -0.04}, {1.2, -0.14}}, {0.44, 0.52, 0.34});
    Chance chance(31);
    houses(c, {-1.1, 1.1, 0.06, 0.19, 0.17, 0.018}, {0.70, 0.69, 0.68}, {0.33, 0.34, 0.40},
           {0.40, 0.24, 0.22}, chance);
    fill_down(c, 0.26, 0.6, {0.50, 0.50, 0.50}, {0.38, 0.38, 0.40});
    return 1.2;
}

// Roofs, and behind them the works that turn the evening sky orange.
double works(const Place& p) {
    cairo_t* c = p.c;
    fill_down(c, -0.6, 0.1, {0.36, 0.38, 0.50}, {0.98, 0.68, 0.36});
    glow(c, 0.34, -0.02, 0.6, 0.38, {1.0, 0.55, 0.18}, 0.9);
    const Colour iron{0.30, 0.22, 0.24};
    for (const double x : {-0.46, -0.30, 0.28, 0.36, 0.47}) {
        const double top = x < 0 ? -0.24 : -0.34;
        box(c, x - 0.014, top, x + 0.014, 0.1, iron);
        for (int i = 0; i < 6; ++i) {  // smoke leans with the wind
            glow(c, x + 0.035 * i, top - 0.03 * i, 0.04 + 0.014 * i, 0.03 + 0.008 * i,
                 {0.92, 0.62, 0.44}, 0.45);
        }
    }
    box(c, -1.2, -0.08, -0.16, 0.1, iron);
    box(c, 0.18, -0.12, 1.2, 0.1, iron);
    glow(c, 0.42, -0.06, 0.10, 0.06, {1.0, 0.80, 0.40}, 0.9);
    Chance chance(77);
    houses(c, {-1.1, 1.1, 0.24, 0.20, 0.15, 0}, {0.52, 0.36, 0.30}, {0.28, 0.25, 0.29},
           {0.24, 0.30, 0.32}, chance);
    return 1.15;
}

// Whitewashed houses with a blue band at the foot, and the one church.
double village(const Place& p) {
    cairo_t* c = p.c;
    fill_down(c, -0.6, 0.2, {0.40, 0.62, 0.86}, {0.80, 0.89, 0.95});
    box(c, -0.44, -0.34, -0.26, 0.2, {0.95, 0.94, 0.90});  // the tower
    cairo_move_to(c, -0.46, -0.34);
    cairo_line_to(c, -0.35, -0.50);
    cairo_line_to(c, -0.24, -0.34);
    cairo_close_path(c);
    set_colour(c, {0.80, 0.46, 0.32});
    cairo_fill(c);
    box(c, -0.38, -0.28, -0.32, -0.18, {0.42, 0.40, 0.40});
    struct Wall {
        double left;
        double right;
        double top;
    };
    for (const Wall& wall : {Wall{-1.1, -0.30, -0.06}, Wall{-0.30, 0.20, 0.0},
                             Wall{0.20, 0.52, -0.14}, Wall{0.52, 1.2, -0.04}}) {
        box(c, wall.left, wall.top, wall.right, 0.6, {0.95, 0.93, 0.88});
        box(c, wall.left - 0.01, wall.top - 0.07, wall.right + 0.01, wall.top, {0.78, 0.45, 0.31});
        box(c, wall.left, 0.24, wall.right, 0.34, {0.30, 0.46, 0.72});
        const double middle = (wall.left + wall.right) / 2;
        box(c, middle + 0.02, wall.top + 0.08, middle + 0.11, wall.top + 0.20, {0.28, 0.42, 0.62});
    }
    fill_down(c, 0.34, 0.6, {0.80, 0.74, 0.64}, {0.70, 0.64, 0.55});
    Chance chance(8);
    for (int i = 0; i < 26; ++i) {  // a vine over the wall
        const double x = chance.between(0.30, 0.56);
        disc(c, x, -0.10 + chance.between(-0.04, 0.10), 0.030,
             mix({0.28, 0.44, 0.22}, {0.46, 0.58, 0.28}, chance.share()));
        if (i % 4 == 0) disc(c, x, chance.between(-0.10, 0.0), 0.018, {0.82, 0.30, 0.48});
    }
    return 1.15;
}

double pitch(const Place& p) {
    cairo_t* c = p.c;
    fill_down(c, -0.6, -0.02, {0.58, 0.70, 0.82}, {0.88, 0.90, 0.90});
    Chance chance(66);
    for (int i = 0; i < 60; ++i) {
        disc(c, chance.between(-1.1, 1.1), -0.05 + chance.around_zero() * 0.04,
             chance.between(0.04, 0.08),
             mix({0.26, 0.38, 0.24}, {0.40, 0.50, 0.28}, chance.share()));
    }
    for (int i = 0; i < 7; ++i) {  // mown in stripes
        const double y = 0.02 + 0.004 * i * (i + 6);
        box(c, -1.2, y, 1.2, 0.6, i % 2 ? Colour{0.36, 0.58, 0.28} : Colour{0.42, 0.64, 0.32});
    }
    const Colour white{0.96, 0.96, 0.95};
    stroke(c, {{-0.48, 0.16}, {-0.48, -0.20}}, 0.016, white);  // a goal
    stroke(c, {{-0.48, -0.20}, {0.10, -0.20}}, 0.016, white);
    for (int i = 0; i < 9; ++i) {
        stroke(c, {{-0.48 + i * 0.05, -0.20}, {-0.46 + i * 0.05, 0.10}}, 0.004, white, 0.5);
        stroke(c, {{-0.48, -0.18 + i * 0.035}, {0.1, -0.18 + i * 0.035}}, 0.004, white, 0.5);
    }
    const Colour shirts[] = {{0.80, 0.16, 0.18}, {0.18, 0.32, 0.66}};
    for (int i = 0; i < 4; ++i) {  // the others, far away
        const double x = 0.26 + i * 0.075;
        const double y = 0.03 + 0.02 * (i % 2);
        glow(c, x, y - 0.055, 0.013, 0.015, {0.72, 0.54, 0.42}, 1);
        glow(c, x, y - 0.015, 0.020, 0.034, shirts[i % 2], 1);
        glow(c, x, y + 0.035, 0.014, 0.034, {0.94, 0.94, 0.94}, 0.9);
    }
    return 1.0;
}

// A street that ends at a viaduct with a train on it.
double railway(const Place& p) {
    cairo_t* c = p.c;
    fill_down(c, -0.6, 0.3, {0.62, 0.70, 0.78}, {0.88, 0.88, 0.86});
    const Colour brick{0.58, 0.37, 0.29};
    box(c, -1.2, -0.12, 1.2, 0.30, brick);
    for (int i = -3; i <= 3; ++i) {  // arches
        const double x = i * 0.30 + 0.08;
        box(c, x, 0.06, x + 0.22, 0.30, {0.26, 0.22, 0.22});
        disc(c, x + 0.11, 0.07, 0.11, {0.26, 0.22, 0.22});
    }
    box(c, -1.2, -0.16, 1.2, -0.10, times(brick, 1.15));
    box(c, -1.2, -0.34, 1.2, -0.16, {0.88, 0.89, 0.90});  // the train
    box(c, -1.2, -0.20, 1.2, -0.17, {0.20, 0.30, 0.58});
    for (int i = -8; i <= 8; ++i) {
        box(c, i * 0.13, -0.31, i * 0.13 + 0.085, -0.235, {0.30, 0.36, 0.42});
    }
    for (const double x : {-0.62, 0.48})
        box(c, x, -0.35, x + 0.012, -0.16, {0.4, 0.4, 0.42});
    fill_down(c, 0.30, 0.6, {0.54, 0.54, 0.55}, {0.42, 0.42, 0.44});
    box(c, -0.56, 0.02, -0.36, 0.32, {0.30, 0.46, 0.34});  // somebody's van
    box(c, -0.53, 0.05, -0.42, 0.13, {0.60, 0.68, 0.72});
    return 1.15;
}

// The walkway of a block of flats, evening, lights over the way.
double balcony(const Place& p) {
    cairo_t* c = p.c;
    fill_down(c, -0.6, 0.3, {0.44, 0.54, 0.72}, {0.94, 0.80, 0.68});
    Chance chance(24);
    struct Block {
        double left;
        double right;
        double top;
        Colour wall;
    };
    for (const Block& block : {Block{-0.56, -0.20, -0.40, {0.54, 0.52, 0.54}},
                               Block{0.24, 0.60, -0.24, {0.62, 0.57, 0.54}}}) {
        box(c, block.left, block.top, block.right, 0.6, block.wall);
        for (double y = block.top + 0.03; y < 0.22; y += 0.068) {
            for (double x = block.left + 0.02; x < block.right - 0.03; x += 0.062) {
                const bool lit = chance.share() < 0.35;
                box(c, x, y, x + 0.038, y + 0.036,
                    lit ? Colour{1.0, 0.84, 0.50} : Colour{0.32, 0.36, 0.44});
            }
            box(c, block.left, y + 0.046, block.right, y + 0.052, times(block.wall, 0.82));
        }
    }
    box(c, -1.2, 0.18, 1.2, 0.22, {0.30, 0.40, 0.46});  // the railing
    for (int i = -20; i <= 20; ++i) {
        box(c, i * 0.05, 0.22, i * 0.05 + 0.012, 0.6, {0.32, 0.42, 0.48});
    }
    return 1.05;
}

// A yard of red brick, tall windows, a statue in a niche.
double convent_yard(const Place& p) {
    cairo_t* c = p.c;
    fill_down(c, -0.6, 0.6, {0.60, 0.34, 0.28}, {0.48, 0.28, 0.24});
    Chance chance(41);
    for (int i = 0; i < 200; ++i) {
        const double x = chance.between(-0.7, 0.7);
        const double y = chance.between(-0.55, 0.4);
        box(c, x, y, x + 0.06, y + 0.02, {0.70, 0.42, 0.34}, 0.35);
    }
    for (const double x : {-0.44, 0.30}) {
        const double w = 0.14;
        box(c, x - 0.02, -0.36, x + w + 0.02, 0.12, {0.80, 0.74, 0.66});
        disc(c, x + w / 2, -0.36, w / 2 + 0.02, {0.80, 0.74, 0.66});
        box(c, x, -0.36, x + w, 0.10, {0.46, 0.56, 0.64});
        disc(c, x + w / 2, -0.36, w / 2, {0.46, 0.56, 0.64});
        box(c, x + w / 2 - 0.006, -0.42, x + w / 2 + 0.006, 0.10, {0.90, 0.88, 0.84});
        for (int i = 0; i < 3; ++i)
            box(c, x, -0.30 + i * 0.14, x + w, -0.29 + i * 0.14, {0.90, 0.88, 0.84});
    }
    fill_down(c, 0.30, 0.6, {0.56, 0.55, 0.54}, {0.46, 0.45, 0.45});
    return 1.2;
}

}  // namespace

double paint_childhood_outdoors(const Place& place, Setting setting) {
    switch (setting) {
        case Setting::Harbour:
            return harbour(place);
        case Setting::Barn:
            return barn(place);
        case Setting::Beach:
            return beach(place);
        case Setting::QuarryRow:
            return quarry_row(place);
        case Setting::Works:
            return works(place);
        case Setting::Village:
            return village(place);
        case Setting::Pitch:
            return pitch(place);
        case Setting::Railway:
            return railway(place);
        case Setting::Balcony:
            return balcony(place);
        case Setting::ConventYard:
            return convent_yard(place);
        default:
            return 0;
    }
}

}  // namespace sample
