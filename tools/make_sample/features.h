// What moves in a face: eyes and mouth, drawn anew for every picture.
#pragma once

#include "tools/make_sample/face.h"
#include "tools/make_sample/performance.h"

namespace sample {

// A rectangle in units.
struct Box {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
};

class Features {
public:
    Features(const FaceForm& form, const LightRig& rig);

    // Where anything of them may be drawn.
    Box eyes_box() const;
    Box mouth_box() const;

    // Draw over the skin of a face whose eyes are closed, in units.
    void draw_eyes(cairo_t* c, const Pose& pose) const;
    void draw_mouth(cairo_t* c, const Pose& pose) const;

private:
    struct Lips;

    void draw_eye(cairo_t* c, const Pose& pose, double side) const;
    void draw_iris(cairo_t* c, Point middle) const;
    Lips lips_of(const Pose& pose) const;
    void draw_inside(cairo_t* c, const Lips& lips, const Pose& pose) const;

    FaceForm form_;
    LightRig rig_;
    Colour white_;
    Colour lash_;
    Colour upper_lip_;
    Colour lower_lip_;
    Colour lip_shine_;
    Colour teeth_;
    Colour tongue_;
    Colour skin_shade_;
};

// How far the jaw opens, in units, for this mouth: what lies below moves down by as much.
double jaw_drop(const MouthShape& mouth);

}  // namespace sample
