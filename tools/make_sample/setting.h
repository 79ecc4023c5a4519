// The places where people work, out of focus behind them.
#pragma once

#include "tools/make_sample/cast.h"
#include "tools/make_sample/field.h"

namespace sample {

// What is behind a person: a still picture, and something that lives in it.
class Backdrop {
public:
    Backdrop(Setting setting, const Light& light, int width_px, int height_px);

    const Picture& still() const { return still_; }

    // Draws what moves at this moment, in places' units: (0, 0) is the middle of the picture.
    void draw_life(cairo_t* c, double film_s) const;

    double unit_px() const { return unit_px_; }

private:
    Setting setting_;
    double unit_px_;
    Picture still_;
};

// What a painter of places needs to know. Places reach from x = -1 to 1 and y = -0.6 to 0.6; a
// wide picture shows them from y = -0.5 to 0.5.
struct Place {
    cairo_t* c;
    double warmth;  // of the light
    double from;    // where it comes from
};

// A moment of a place.
struct Moment {
    cairo_t* c;
    double film_s;
};

// The painters, by what kind of place it is. They return how far out of focus the place is, in
// hundredths of the picture's height; nothing when the place is not theirs.
double paint_outdoors(const Place& place, Setting setting);
double paint_workplace(const Place& place, Setting setting);
double paint_indoors(const Place& place, Setting setting);
double paint_care(const Place& place, Setting setting);
double paint_childhood_outdoors(const Place& place, Setting setting);
double paint_childhood_indoors(const Place& place, Setting setting);

// What lives there.
bool enliven_outdoors(const Moment& moment, Setting setting);
bool enliven_indoors(const Moment& moment, Setting setting);

// Strokes that all of them use.
void fill_down(cairo_t* c, double top, double bottom, const Colour& upper, const Colour& lower);
void box(cairo_t* c, double left, double top, double right, double bottom, const Colour& colour,
         double alpha = 1);
void disc(cairo_t* c, double x, double y, double radius, const Colour& colour, double alpha = 1);
void stroke(cairo_t* c, const std::vector<Point>& way, double width, const Colour& colour,
            double alpha = 1);
// A light that falls softly over things.
void glow(cairo_t* c, double x, double y, double half_width, double half_height,
          const Colour& colour, double alpha);

}  // namespace sample
