// A person in the place where they work, ready to be drawn picture after picture.
#pragma once

#include <memory>

#include "tools/make_sample/cast.h"
#include "tools/make_sample/performance.h"
#include "tools/make_sample/picture.h"

namespace sample {

enum class Age { Now, Ten };  // as they are, or as a child of about ten

// Everything that does not change is drawn once, by the constructor: that takes about a second.
class Scene {
public:
    Scene(const CastMember& member, int width_px, int height_px, Age age = Age::Now);
    Scene(Scene&&) noexcept;
    ~Scene();

    // Draws the picture of one moment into `out`, which has the scene's size. Moments come in the
    // order of time: what is far away is only drawn anew now and then.
    void draw(const Pose& pose, double film_s, Picture& out);

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace sample
