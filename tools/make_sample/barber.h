// Hair, strand by strand.
#pragma once

#include <vector>

#include "tools/make_sample/chance.h"
#include "tools/make_sample/face.h"

namespace sample {

// The way of one strand, from its root.
using Guide = std::vector<Point>;

struct Strands {
    int count = 400;
    double width = 0.016;
    double scatter = 0.02;  // how far strands leave their way, at the tip
    double curl = 0;        // how far they wind
    double turns = 5;       // how often
    double shade = 1;       // 1 in the light, less in the shade of other hair
    double shorter = 0.15;  // how unequal they are
    double gather = 0;      // 1: all tips of a sheet meet
    double under = 0.8;     // opacity of what fills the sheet below the strands
};

class Barber {
public:
    Barber(const FaceForm& form, const Frame& frame, const LightRig& rig, std::uint64_t seed);

    const FaceForm& form() const { return form_; }
    const Frame& frame() const { return frame_; }
    const LightRig& rig() const { return rig_; }
    Chance& chance() { return chance_; }

    // Draws strands into `c` (in units) between neighbouring guides, which have equally many
    // points.
    void sheet(cairo_t* c, const std::vector<Guide>& guides, const Strands& strands);
    // One strand.
    void strand(cairo_t* c, const Guide& guide, const Strands& strands);
    // A tuft from `root` towards `tip`, bent sideways by `bend`.
    void tuft(cairo_t* c, Point root, Point tip, double bend, double thickness,
              const Strands& strands);
    // Ringlets filling an ellipse; `size` is the radius of one.
    void curls(cairo_t* c, Point middle, double half_width, double half_height, double size,
               int count);
    // A plait along a way, `width` at its beginning.
    void plait(cairo_t* c, const Guide& way, double width);

    void set_colour_of_hair(const Colour& colour, double grey);
    // The colour of hair at this place with this direction.
    Colour colour_at(Point at, Point along, double brightness, double greyness) const;

private:
    FaceForm form_;
    Frame frame_;
    LightRig rig_;
    Chance chance_;
    Colour colour_;
    double grey_;
};

Guide mirrored(const Guide& guide);

// What is drawn before the body, and what belongs to the face.
struct HairLayers {
    Picture back;    // behind neck and shoulders
    Picture middle;  // behind the face and its ears, before the body
    Picture front;   // over the face
};

HairLayers paint_hair(const FaceForm& form, const Frame& frame, const LightRig& rig,
                      std::uint64_t seed);

// The three layers while they are drawn.
struct HairDrawings {
    cairo_t* back;
    cairo_t* middle;
    cairo_t* front;
};
void cut_short(Barber& barber, HairStyle style, const HairDrawings& on);
void cut_long(Barber& barber, HairStyle style, const HairDrawings& on);
void cut_close(Barber& barber, HairStyle style, const HairDrawings& on);

void draw_beard(Barber& barber, cairo_t* c);
// What of a moustache hangs over the upper lip, to be drawn after it.
void draw_moustache(Barber& barber, cairo_t* c);

}  // namespace sample
