// The places where people work, out of focus behind them.
#pragma once

#include <memory>

#include "tools/make_sample/cast.h"
#include "tools/make_sample/field.h"

namespace sample {

// What is behind a person: a still picture with a margin for the camera to drift in, and something
// that lives in it.
class Backdrop {
public:
    virtual ~Backdrop() = default;

    // Larger than the film's picture by `margin_px` on every side.
    const Picture& still() const { return still_; }

    // Draws what moves at this moment, in units of the picture's height: (0, 0) is the middle of
    // the picture, its upper edge is at y = -0.5.
    virtual void draw_life(cairo_t* c, double film_s) const = 0;

    static constexpr int margin_px = 14;

protected:
    explicit Backdrop(Picture still) : still_(std::move(still)) {}

private:
    Picture still_;
};

std::unique_ptr<Backdrop> backdrop_of(Setting setting, const Light& light, int width_px,
                                      int height_px);

}  // namespace sample
