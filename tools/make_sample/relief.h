// Light on a relief: flat colours and heights become something with a light and a shadow side.
#pragma once

#include "tools/make_sample/field.h"

namespace sample {

struct Direction {
    double x = 0;
    double y = 0;
    double z = 1;  // towards the camera
};

struct LightRig {
    Direction key{-0.5, -0.55, 0.67};  // where the light comes from, of length 1
    Colour key_colour{1, 0.97, 0.92};  // may be above 1
    Colour sky{0.34, 0.36, 0.42};      // from everywhere
    Colour back{0.5, 0.55, 0.62};      // catches the edges from behind, on the other side
    double back_share = 0.38;
};

LightRig rig_of(const Light& light);

// What the light does at a place with this normal; multiply with a colour in linear light.
// `softness` lets light creep around: red further than blue, as in skin.
Colour light_on(const LightRig& rig, const Direction& normal, double softness, double shadow,
                double openness);

double to_linear(double srgb);
double to_srgb(double linear);
Colour lit(const Colour& srgb, const Colour& light);

// A colour on what is turned to us: what somebody wears in front, or sits in.
Colour in_front(const Colour& srgb, const LightRig& rig);

struct Surface {
    double softness = 0.25;     // how far light creeps around: skin 0.3, cloth 0.1
    double gloss = 0.05;        // strength of the highlight
    double sharpness = 14;      // of the highlight
    double shadow_reach = 0.5;  // units; 0: casts no shadows on itself
    double hollows = 1;         // how much hollows darken
};

// Lights `colours` (its alpha is kept). `heights` are in units, of the picture's size.
void light_relief(Picture& colours, const Field& heights, double scale, const LightRig& rig,
                  const Surface& surface);

}  // namespace sample
