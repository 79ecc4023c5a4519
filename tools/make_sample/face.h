// The shape of a head, in units: the middle of the eyes is (0, 0), x to the right of the picture, y
// down; an adult's crown is at y = -1 and the chin at y = 1.
#pragma once

#include <vector>

#include "tools/make_sample/cast.h"
#include "tools/make_sample/relief.h"
#include "tools/make_sample/scene.h"

namespace sample {

// Where everything in a face is.
struct FaceForm {
    Looks looks;
    Age age = Age::Now;
    double width = 1;
    double lower = 1;    // stretch of everything below the eyes
    double eye_x = 0.3;  // of the right eye's middle
    double eye_half = 0.135;
    double eye_up = 0.064;  // from the middle to the highest point of the opening
    double eye_down = 0.044;
    double brow_y = -0.185;
    double nose_y = 0.41;  // its base
    double nose_half = 0.15;
    double mouth_y = 0.63;
    double mouth_half = 0.235;
    double lip_up = 0.05;  // thickness at rest
    double lip_down = 0.075;
    double chin_y = 1;
    double neck_half = 0.42;
    std::vector<Point> outline;  // right half from crown to chin, in small steps

    // Half the width of the head at this height.
    double half_width(double y) const;
};

FaceForm form_of(const Looks& looks, Age age);

// How far the face stands out at this place.
double face_height(const FaceForm& form, double x, double y);

// Distance from the plane of the ears, smooth, also where hair is: what a turn of the head moves.
double turning_depth(const FaceForm& form, double x, double y);

void add_face_path(cairo_t* c, const FaceForm& form);
void add_ear_path(cairo_t* c, const FaceForm& form, double side);

// Skin, ears and brows, lit; without eyes and lips, which move.
Picture paint_face(const FaceForm& form, const Frame& frame, const LightRig& rig,
                   std::uint64_t seed);

// A colour spread softly over an ellipse.
void soft_spot(cairo_t* c, Point middle, double half_width, double half_height,
               const Colour& colour, double alpha);

}  // namespace sample
