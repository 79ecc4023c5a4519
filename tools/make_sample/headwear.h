// What people wear on their heads and faces.
#pragma once

#include "tools/make_sample/face.h"

namespace sample {

// Everything that is worn except for what covers the eyes, over hair and skin.
Picture paint_worn(const FaceForm& form, const Frame& frame, const LightRig& rig);

// Glasses, over the eyes.
void draw_glasses(cairo_t* c, const FaceForm& form, const LightRig& rig);

}  // namespace sample
