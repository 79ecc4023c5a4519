// What somebody sits in.
#pragma once

#include "tools/make_sample/face.h"

namespace sample {

// The back of a wheelchair, behind the body; in units of the body.
void draw_wheelchair(cairo_t* c, const FaceForm& form, const LightRig& rig);

}  // namespace sample
