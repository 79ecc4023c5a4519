// How each kind of clothes is sewn.
#pragma once

#include "tools/make_sample/tailor.h"

namespace sample {

// The parts that many garments share. Places are in units; `y` is where a part begins.

void shirt_collar(Tailor& t, const Colour& colour, double open, double length);
void buttons(Tailor& t, const Colour& colour, double from_y, double to_y, int count);
void zip(Tailor& t, const Colour& metal, double from_y);
void pocket(Tailor& t, const Colour& colour, double x, double y, double width, bool flap);
void lapels(Tailor& t, const Colour& colour, double depth, double width);
void high_collar(Tailor& t, const Colour& colour, double height);
void ribs(Tailor& t, const Colour& colour, double y, double depth);
// A V cut out of the cloth, `depth` being its lowest point.
void v_neck(Tailor& t, double half, double depth);
void round_neck(Tailor& t, double half, double depth);

void sew_at_work(Tailor& t, const Looks& looks);   // uniforms and working clothes
void sew_everyday(Tailor& t, const Looks& looks);  // everything else
void add_extra(Tailor& t, Extra extra, const Looks& looks);

bool is_for_work(Clothes clothes);

}  // namespace sample
