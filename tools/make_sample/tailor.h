// Clothes: flat pieces of cloth that are laid over each other and then lit together.
#pragma once

#include <functional>

#include "tools/make_sample/face.h"

namespace sample {

// Body and clothes are drawn this much lower than they are seen.
inline constexpr double body_lift = 0.13;

using PathOf = std::function<void(cairo_t*)>;

// Sews one garment. Everything is in units of the portrait.
class Tailor {
public:
    Tailor(const FaceForm& form, const Frame& frame);

    const FaceForm& form() const { return form_; }
    double shoulders() const { return form_.looks.shoulders; }

    // The whole of the body below the neck; `collar` is how high it comes up the neck (y).
    void body(const Colour& colour, double collar);
    // A piece with a thickness of its own; only where there is cloth already if `on_cloth`.
    void piece(const Colour& colour, double thickness, const PathOf& path);
    // Only colour, no thickness: prints, stripes, bands.
    void print(const Colour& colour, double alpha, const PathOf& path);
    void line(const Colour& colour, double width, const PathOf& path);
    // A fold, a seam, a hem: depth below 0 sinks in.
    void fold(double depth, double width, const PathOf& path);
    // Cuts a hole through all cloth, such as the opening of a collar.
    void cut(const PathOf& path);
    // The weave: fine noise along and across, and soft folds as cloth hangs.
    void weave(double roughness, double folds, std::uint64_t seed);
    // The same on both sides.
    void both(const std::function<void(double side)>& sew);

    void body_path(cairo_t* c, double collar) const;
    // Half the width of the body at this height.
    double half_width(double y) const;

    Picture finish(const LightRig& rig, const Surface& surface);

private:
    FaceForm form_;
    Frame frame_;
    Picture colours_;
    Field heights_;
    std::vector<Point> side_;
    Drawing drawing_;
};

// Neck and chest, lit, with the shadow of the head on them.
Picture paint_neck(const FaceForm& form, const Frame& frame, const LightRig& rig);

// The garment of this person.
Picture paint_clothes(const FaceForm& form, const Frame& frame, const LightRig& rig,
                      std::uint64_t seed);

}  // namespace sample
