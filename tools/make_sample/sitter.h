// The person in front of the camera: painted once, then bent from picture to picture.
#pragma once

#include "tools/make_sample/features.h"
#include "tools/make_sample/performance.h"
#include "tools/make_sample/warp.h"

namespace sample {

// How a person sits in the picture.
struct Framing {
    double scale = 1;  // px in a unit
    Point eyes;        // where they are, px

    Point to_px(Point unit) const { return eyes + unit * scale; }
    Point to_unit(Point px) const { return (px - eyes) * (1 / scale); }
};

class Sitter {
public:
    // @param bottom_px  lower edge of the picture
    Sitter(const Looks& looks, Age age, const Light& light, const Framing& framing, int bottom_px,
           std::uint64_t seed);

    // Hair behind the body, then the body.
    void draw_body(const Pose& pose, Picture& out) const;
    void draw_head(const Pose& pose, Picture& out);

private:
    // A painted part and the stretch of it that is not empty.
    struct Layer {
        Picture picture;
        Box extent;  // units
        bool empty = true;
    };

    void paint_body(const LightRig& rig, std::uint64_t seed);
    void paint_head(const LightRig& rig, std::uint64_t seed);
    static Layer layer_of(Picture picture, const Frame& frame);
    void draw_features(const Pose& pose);
    void restore(const Box& box);
    Point bend(const Pose& pose, Point unit) const;
    void draw_bent(const Layer& layer, const Pose& pose, Picture& out) const;

    FaceForm form_;
    LightRig rig_;
    Framing framing_;
    Features features_;
    Frame head_;  // of the textures
    Frame body_;
    Layer torso_;
    Layer back_hair_;
    Layer face_;         // with the features of one moment
    Picture bare_face_;  // with closed eyes, without glasses
    Layer over_lip_;     // what hangs over the mouth
    Layer over_eyes_;    // glasses
    Field depth_;        // for turning, at every eighth texture pixel
};

}  // namespace sample
