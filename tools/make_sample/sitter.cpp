#include "tools/make_sample/sitter.h"

#include <algorithm>
#include <cmath>

#include "tools/make_sample/barber.h"
#include "tools/make_sample/headwear.h"
#include "tools/make_sample/tailor.h"
#include "tools/make_sample/wheelchair.h"

namespace sample {

namespace {

// Texture pixels for each pixel of the film: more than one keeps what moves between pixels sharp.
// Large pictures can do without.
constexpr double large_scale = 125;
double head_detail(double scale) {
    return scale > large_scale ? 1.1 : 1.4;
}
double body_detail(double scale) {
    return scale > large_scale ? 1.0 : 1.2;
}
constexpr double neck_pivot_y = 1.05;  // the head turns about this place
constexpr int depth_step_px = 8;

Frame head_frame(double scale) {
    Frame frame{-1.55, -1.75, scale, 0, 0};
    frame.width_px = static_cast<int>(3.1 * scale) / 2 * 2;
    frame.height_px = static_cast<int>(3.9 * scale) / 2 * 2;
    return frame;
}

Frame body_frame(double scale, double bottom) {
    Frame frame{-2.0, 0.3, scale, 0, 0};
    frame.width_px = static_cast<int>(4.0 * scale) / 2 * 2;
    frame.height_px = static_cast<int>((bottom - 0.3) * scale) / 2 * 2;
    return frame;
}

// Painted twice as large and halved, edges are smooth.
Frame fine(const Frame& frame) {
    Frame doubled = frame;
    doubled.scale *= 2;
    doubled.width_px *= 2;
    doubled.height_px *= 2;
    return doubled;
}

// The soft shadow that a layer above throws on the one below, away from the light.
void darken_below(Picture& below, const Picture& shade, const LightRig& rig, double scale) {
    const int dx = static_cast<int>(-rig.key.x * 0.03 * scale);
    const int dy = static_cast<int>(0.04 * scale);
    for (int y = 0; y < below.height_px(); ++y) {
        const int from_y = std::clamp(y - dy, 0, below.height_px() - 1);
        std::uint32_t* row = below.row(y);
        for (int x = 0; x < below.width_px(); ++x) {
            const int from_x = std::clamp(x - dx, 0, below.width_px() - 1);
            const std::uint32_t alpha = shade.row(from_y)[from_x] >> 24;
            if (alpha == 0) continue;
            const std::uint32_t keep = 256 - alpha * 120 / 255;
            const std::uint32_t warm = 256 - alpha * 100 / 255;
            const std::uint32_t p = row[x];
            row[x] = (p & 0xFF000000u) | ((((p >> 16) & 255) * warm >> 8) << 16) |
                     ((((p >> 8) & 255) * keep >> 8) << 8) | ((p & 255) * keep >> 8);
        }
    }
}

void lay_over(Picture& below, Picture& above, cairo_operator_t how = CAIRO_OPERATOR_OVER) {
    const Drawing drawing = below.drawing();
    const SurfaceHandle surface = above.surface();
    cairo_set_operator(drawing.get(), how);
    cairo_set_source_surface(drawing.get(), surface.get(), 0, 0);
    cairo_paint(drawing.get());
}

// The shadow of what is worn on a head, then the thing itself.
void put_on(Picture& below, Picture& worn, const LightRig& rig, double scale) {
    Picture shade = worn;
    blur(shade, 0.03 * scale);
    darken_below(below, shade, rig, scale);
    lay_over(below, worn);
}

}  // namespace

Sitter::Sitter(const Looks& looks, Age age, const Light& light, const Framing& framing,
               int bottom_px, std::uint64_t seed)
    : form_(form_of(looks, age)),
      rig_(rig_of(light)),
      framing_(framing),
      features_(form_, rig_),
      head_(head_frame(framing.scale * head_detail(framing.scale))),
      body_(body_frame(framing.scale * body_detail(framing.scale),
                       (bottom_px - framing.eyes.y) / framing.scale + 0.3 + body_lift)) {
    paint_body(rig_, seed);
    paint_head(rig_, seed);
    depth_ = Field(head_.width_px / depth_step_px + 2, head_.height_px / depth_step_px + 2);
    for (int y = 0; y < depth_.height(); ++y) {
        for (int x = 0; x < depth_.width(); ++x) {
            depth_.row(y)[x] = static_cast<float>(
                turning_depth(form_, head_.x_at(x * depth_step_px), head_.y_at(y * depth_step_px)));
        }
    }
}

Sitter::Layer Sitter::layer_of(Picture picture, const Frame& frame) {
    Layer layer;
    int left = picture.width_px();
    int right = 0;
    int top = picture.height_px();
    int bottom = 0;
    for (int y = 0; y < picture.height_px(); ++y) {
        const std::uint32_t* row = picture.row(y);
        for (int x = 0; x < picture.width_px(); ++x) {
            if (row[x] == 0) continue;
            left = std::min(left, x);
            right = std::max(right, x);
            top = std::min(top, y);
            bottom = y;
        }
    }
    layer.empty = left > right;
    layer.extent = {frame.x_at(left), frame.y_at(top), frame.x_at(right), frame.y_at(bottom)};
    layer.picture = std::move(picture);
    return layer;
}

void Sitter::paint_body(const LightRig& rig, std::uint64_t seed) {
    const Frame frame = fine(body_);
    Picture torso = paint_neck(form_, frame, rig);
    Picture clothes = paint_clothes(form_, frame, rig, seed);
    lay_over(torso, clothes);
    if (form_.looks.wheelchair) {
        Picture chair = frame.picture();
        draw_wheelchair(drawing_in_units(chair, frame).get(), form_, rig);
        lay_over(torso, chair, CAIRO_OPERATOR_DEST_OVER);
    }
    torso_ = layer_of(halved(torso), body_);
}

void Sitter::paint_head(const LightRig& rig, std::uint64_t seed) {
    const Frame frame = fine(head_);
    Picture skin = paint_face(form_, frame, rig, seed);
    Picture lip = frame.picture();
    {
        Barber barber(form_, frame, rig, seed + 1);
        draw_beard(barber, drawing_in_units(skin, frame).get());
        draw_moustache(barber, drawing_in_units(lip, frame).get());
    }
    HairLayers hair = paint_hair(form_, frame, rig, seed + 2);
    lay_over(skin, hair.middle, CAIRO_OPERATOR_DEST_OVER);
    put_on(skin, hair.front, rig, frame.scale);
    Picture worn = paint_worn(form_, frame, rig);
    put_on(skin, worn, rig, frame.scale);
    Picture glasses = frame.picture();
    draw_glasses(drawing_in_units(glasses, frame).get(), form_, rig);

    over_lip_ = layer_of(halved(lip), head_);
    back_hair_ = layer_of(halved(hair.back), head_);
    over_eyes_ = layer_of(halved(glasses), head_);
    bare_face_ = halved(skin);
    Picture face = bare_face_;
    lay_over(face, over_eyes_.picture);
    face_ = layer_of(std::move(face), head_);
}

void Sitter::restore(const Box& box) {
    const int left = std::max(0, static_cast<int>((box.left - head_.left) * head_.scale));
    const int right =
        std::min(head_.width_px, static_cast<int>((box.right - head_.left) * head_.scale) + 1);
    const int top = std::max(0, static_cast<int>((box.top - head_.top) * head_.scale));
    const int bottom =
        std::min(head_.height_px, static_cast<int>((box.bottom - head_.top) * head_.scale) + 1);
    for (int y = top; y < bottom; ++y) {
        std::copy(bare_face_.row(y) + left, bare_face_.row(y) + right, face_.picture.row(y) + left);
    }
}

void Sitter::draw_features(const Pose& pose) {
    const auto inside = [&](const Box& box, Layer& above,
                            const std::function<void(cairo_t*)>& draw) {
        restore(box);
        const Drawing drawing = drawing_in_units(face_.picture, head_);
        cairo_t* c = drawing.get();
        cairo_rectangle(c, box.left, box.top, box.right - box.left, box.bottom - box.top);
        cairo_clip(c);
        draw(c);
        if (above.empty) return;
        cairo_identity_matrix(c);
        cairo_set_source_surface(c, above.picture.surface().get(), 0, 0);
        cairo_paint(c);
    };
    inside(features_.eyes_box(), over_eyes_, [&](cairo_t* c) { features_.draw_eyes(c, pose); });
    inside(features_.mouth_box(), over_lip_, [&](cairo_t* c) { features_.draw_mouth(c, pose); });
}

// Where a place of the resting head (units) is in this pose.
Point Sitter::bend(const Pose& pose, Point unit) const {
    const double z = depth_.between((unit.x - head_.left) * head_.scale / depth_step_px,
                                    (unit.y - head_.top) * head_.scale / depth_step_px);
    // Hair that lies on the shoulders stays there.
    const double loose = 1 - rise(0.95, 1.75, unit.y);
    Point moved = unit;
    moved.x += (z * pose.yaw - 0.10 * pose.yaw) * loose;
    moved.y += (z * pose.pitch - 0.2 * pose.pitch) * loose;
    moved.x -= unit.x * 0.5 * pose.yaw * pose.yaw * loose;
    // The jaw hangs from the corners of the mouth down; cheeks give way a little.
    const double jaw = rise(form_.mouth_y + 0.015, form_.mouth_y + 0.24, unit.y) *
                       rise(form_.chin_y + 0.35, form_.chin_y + 0.02, unit.y) *
                       rise(0.62, 0.38, std::abs(unit.x));
    moved.y += jaw_drop(pose.mouth) * jaw;
    const double brow = bump(std::abs(unit.x) - 0.29, unit.y - form_.brow_y, 0.26, 0.11);
    moved.y -= 0.045 * pose.brows * brow;
    const double inner = bump(std::abs(unit.x) - 0.13, unit.y - form_.brow_y, 0.11, 0.09);
    moved.y += 0.018 * pose.frown * inner;
    moved.x -= (unit.x > 0 ? 1 : -1) * 0.016 * pose.frown * inner;
    // Cheeks rise with a smile.
    const double cheek = bump(std::abs(unit.x) - 0.36, unit.y - 0.28, 0.18, 0.16);
    moved.y -= 0.028 * pose.smile * cheek;
    const double angle = pose.roll * loose;
    const double dy = moved.y - neck_pivot_y;
    const Point turned{moved.x * std::cos(angle) - dy * std::sin(angle),
                       neck_pivot_y + moved.x * std::sin(angle) + dy * std::cos(angle)};
    return turned + Point{(pose.shift_x + 0.012 * pose.lean) * mix(0.35, 1.0, loose),
                          (pose.shift_y - 0.006 * pose.breath) * mix(0.35, 1.0, loose)};
}

void Sitter::draw_bent(const Layer& layer, const Pose& pose, Picture& out) const {
    if (layer.empty) return;
    constexpr double reach = 0.16;  // no pose moves anything further
    const Point corner = framing_.to_px({layer.extent.left - reach, layer.extent.top - reach});
    const Point end = framing_.to_px({layer.extent.right + reach, layer.extent.bottom + reach});
    const PixelBox box{static_cast<int>(corner.x), static_cast<int>(corner.y),
                       static_cast<int>(end.x), static_cast<int>(end.y)};
    const auto source_at = [&](Point px) {
        // The way back is found by taking the error off twice: bends are small.
        const Point wanted = framing_.to_unit(px);
        Point unit = wanted;
        for (int i = 0; i < 2; ++i)
            unit = unit - (bend(pose, unit) - wanted);
        return Point{(unit.x - head_.left) * head_.scale - 0.5,
                     (unit.y - head_.top) * head_.scale - 0.5};
    };
    draw_warped(layer.picture, box, source_at, out);
}

void Sitter::draw_body(const Pose& pose, Picture& out) const {
    draw_bent(back_hair_, pose, out);
    const Point corner = framing_.to_px({torso_.extent.left - 0.1, 0.45});
    const Point end = framing_.to_px({torso_.extent.right + 0.1, 0});
    const PixelBox box{static_cast<int>(corner.x), static_cast<int>(corner.y),
                       static_cast<int>(end.x), out.height_px()};
    const auto source_at = [&](Point px) {
        Point unit = framing_.to_unit(px);
        // Breath lifts the shoulders; the neck goes along with the head.
        const double shoulder = bump(0, unit.y - 1.45, 1, 0.75);
        unit.y += 0.020 * pose.breath * shoulder;
        unit.x *= 1 - 0.004 * pose.breath * shoulder;
        const double neck = rise(1.35, 0.85, unit.y);
        unit.x -= (pose.shift_x - 0.15 * pose.roll + 0.10 * pose.yaw) * neck + 0.012 * pose.lean;
        unit.y -= pose.shift_y * neck;
        return Point{(unit.x - body_.left) * body_.scale - 0.5,
                     (unit.y + body_lift - body_.top) * body_.scale - 0.5};
    };
    draw_warped(torso_.picture, box, source_at, out);
}

void Sitter::draw_head(const Pose& pose, Picture& out) {
    draw_features(pose);
    draw_bent(face_, pose, out);
}

}  // namespace sample
