#include "tools/make_sample/scene.h"

#include <algorithm>
#include <cmath>

#include "tools/make_sample/barber.h"
#include "tools/make_sample/chance.h"
#include "tools/make_sample/face.h"
#include "tools/make_sample/features.h"
#include "tools/make_sample/setting.h"
#include "tools/make_sample/tailor.h"
#include "tools/make_sample/warp.h"

namespace sample {

namespace {

constexpr double head_detail = 1.4;  // texture pixels for each pixel of the film
constexpr double body_detail = 1.2;
constexpr double neck_pivot_y = 1.05;  // the head turns about this place

// How a person sits in the picture.
struct Framing {
    double scale;  // px in a unit
    Point eyes;    // where they are, px

    Point to_px(Point unit) const { return eyes + unit * scale; }
    Point to_unit(Point px) const { return (px - eyes) * (1 / scale); }
};

Framing framing_of(int width_px, int height_px, double turned, Age age) {
    const double w = width_px;
    const double h = height_px;
    const double scale = std::min(h * 0.243, w * 0.285) * (age == Age::Ten ? 1.05 : 1.0);
    // A little off the middle, with room to look into.
    const double aside = w > h * 1.2 ? -turned * 0.075 * w : 0;
    return {scale, {w / 2 + aside, w > h ? h * 0.425 : h * 0.36}};
}

Frame head_frame(double scale) {
    Frame frame{-1.55, -1.75, scale, 0, 0};
    frame.width_px = static_cast<int>(3.1 * scale) / 2 * 2;
    frame.height_px = static_cast<int>(3.9 * scale) / 2 * 2;
    return frame;
}

}  // namespace

struct Scene::Parts {
    Framing framing;
    FaceForm form;
    Features features;
    Frame head;  // of the textures, not of the bigger pictures they are painted as
    Frame body;
    std::unique_ptr<Backdrop> backdrop;
    Picture back_hair;
    Picture torso;
    Picture face;      // with closed eyes
    Picture over_lip;  // what hangs over the mouth
    bool has_over_lip = false;
    Picture work;  // face with the features of one moment
    Field depth;   // for turning, at every eighth texture pixel
    double depth_step = 8;

    void paint_head(const LightRig& rig, std::uint64_t seed);
    void draw_face_features(const Pose& pose);
    void restore(const Box& box);
    Point bend(const Pose& pose, Point unit) const;
    void draw_head(const Picture& texture, const Pose& pose, Picture& out) const;
    void draw_torso(const Pose& pose, Picture& out) const;
};

namespace {

Picture doubled_and_halved(const Frame& frame, const std::function<Picture(const Frame&)>& paint) {
    Frame fine = frame;
    fine.scale *= 2;
    fine.width_px *= 2;
    fine.height_px *= 2;
    return halved(paint(fine));
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

}  // namespace

void Scene::Parts::paint_head(const LightRig& rig, std::uint64_t seed) {
    Frame fine = head;
    fine.scale *= 2;
    fine.width_px *= 2;
    fine.height_px *= 2;
    Picture skin = paint_face(form, fine, rig, seed);
    {
        Barber barber(form, fine, rig, seed + 1);
        const Drawing drawing = drawing_in_units(skin, fine);
        draw_beard(barber, drawing.get());
        Picture lip = fine.picture();
        const Drawing lip_drawing = drawing_in_units(lip, fine);
        draw_moustache(barber, lip_drawing.get());
        over_lip = halved(lip);
        has_over_lip =
            form.looks.beard == BeardStyle::Moustache || form.looks.beard == BeardStyle::Full;
    }
    HairLayers hair = paint_hair(form, fine, rig, seed + 2);
    lay_over(skin, hair.middle, CAIRO_OPERATOR_DEST_OVER);
    // Hair keeps light from the forehead.
    Picture shade = hair.front;
    blur(shade, 0.03 * fine.scale);
    darken_below(skin, shade, rig, fine.scale);
    lay_over(skin, hair.front);
    back_hair = halved(hair.back);
    face = halved(skin);
    work = face;
}

Scene::Scene(const CastMember& member, int width_px, int height_px, Age age) {
    const Looks& looks = age == Age::Ten ? member.then : member.looks;
    const Framing framing = framing_of(width_px, height_px, member.manner.turned, age);
    const FaceForm form = form_of(looks, age);
    const LightRig rig = rig_of(member.light);
    const std::uint64_t seed = seed_of(member.id);

    parts_ = std::make_unique<Parts>(
        Parts{framing, form, Features(form, rig), {}, {}, nullptr, {}, {}, {}, {}, false, {}, {}});
    Parts& p = *parts_;
    p.backdrop = backdrop_of(member.setting, member.light, width_px, height_px);

    p.head = head_frame(framing.scale * head_detail);
    const double bottom = (height_px - framing.eyes.y) / framing.scale + 0.3 + body_lift;
    p.body = {-2.0, 0.3, framing.scale * body_detail, 0, 0};
    p.body.width_px = static_cast<int>(4.0 * p.body.scale) / 2 * 2;
    p.body.height_px = static_cast<int>((bottom - 0.3) * p.body.scale) / 2 * 2;

    p.torso = doubled_and_halved(p.body, [&](const Frame& fine) {
        Picture neck = paint_neck(form, fine, rig);
        Picture clothes = paint_clothes(form, fine, rig, seed);
        const Drawing drawing = neck.drawing();
        const SurfaceHandle over = clothes.surface();
        cairo_set_source_surface(drawing.get(), over.get(), 0, 0);
        cairo_paint(drawing.get());
        return neck;
    });
    p.paint_head(rig, seed);
    const int columns = p.head.width_px / 8 + 2;
    const int rows = p.head.height_px / 8 + 2;
    p.depth = Field(columns, rows);
    for (int y = 0; y < rows; ++y) {
        for (int x = 0; x < columns; ++x) {
            p.depth.row(y)[x] =
                static_cast<float>(turning_depth(form, p.head.x_at(x * 8), p.head.y_at(y * 8)));
        }
    }
}

Scene::Scene(Scene&&) noexcept = default;
Scene::~Scene() = default;

void Scene::Parts::restore(const Box& box) {
    const int left = std::max(0, static_cast<int>((box.left - head.left) * head.scale));
    const int right =
        std::min(head.width_px, static_cast<int>((box.right - head.left) * head.scale) + 1);
    const int top = std::max(0, static_cast<int>((box.top - head.top) * head.scale));
    const int bottom =
        std::min(head.height_px, static_cast<int>((box.bottom - head.top) * head.scale) + 1);
    for (int y = top; y < bottom; ++y) {
        std::copy(face.row(y) + left, face.row(y) + right, work.row(y) + left);
    }
}

void Scene::Parts::draw_face_features(const Pose& pose) {
    const auto inside = [&](const Box& box, const std::function<void(cairo_t*)>& draw) {
        restore(box);
        const Drawing drawing = drawing_in_units(work, head);
        cairo_rectangle(drawing.get(), box.left, box.top, box.right - box.left,
                        box.bottom - box.top);
        cairo_clip(drawing.get());
        draw(drawing.get());
    };
    inside(features.eyes_box(), [&](cairo_t* c) { features.draw_eyes(c, pose); });
    inside(features.mouth_box(), [&](cairo_t* c) {
        features.draw_mouth(c, pose);
        if (!has_over_lip) return;
        cairo_identity_matrix(c);
        const SurfaceHandle surface = over_lip.surface();
        cairo_set_source_surface(c, surface.get(), 0, 0);
        cairo_paint(c);
    });
}

// Where a place of the resting head (units) is in this pose.
Point Scene::Parts::bend(const Pose& pose, Point unit) const {
    const double z =
        depth.between((unit.x - head.left) * head.scale / 8, (unit.y - head.top) * head.scale / 8);
    // Hair that lies on the shoulders stays there.
    const double loose = 1 - rise(0.95, 1.75, unit.y);
    Point moved = unit;
    moved.x += (z * pose.yaw - 0.10 * pose.yaw) * loose;
    moved.y += (z * pose.pitch - 0.2 * pose.pitch) * loose;
    moved.x -= unit.x * 0.5 * pose.yaw * pose.yaw * loose;
    // The jaw hangs from the corners of the mouth down; cheeks give way a little.
    const double jaw = rise(form.mouth_y + 0.015, form.mouth_y + 0.24, unit.y) *
                       rise(form.chin_y + 0.35, form.chin_y + 0.02, unit.y) *
                       rise(0.62, 0.38, std::abs(unit.x));
    moved.y += jaw_drop(pose.mouth) * jaw;
    const double brow = bump(std::abs(unit.x) - 0.29, unit.y - form.brow_y, 0.26, 0.11);
    moved.y -= 0.045 * pose.brows * brow;
    const double inner = bump(std::abs(unit.x) - 0.13, unit.y - form.brow_y, 0.11, 0.09);
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

void Scene::Parts::draw_head(const Picture& texture, const Pose& pose, Picture& out) const {
    const Point corner = framing.to_px({head.left - 0.1, head.top - 0.1});
    const Point end = framing.to_px({head.left + head.width_px / head.scale + 0.1,
                                     head.top + head.height_px / head.scale + 0.1});
    const PixelBox box{static_cast<int>(corner.x), static_cast<int>(corner.y),
                       static_cast<int>(end.x), static_cast<int>(end.y)};
    draw_warped(
        texture, box,
        [&](Point px) {
            // The way back is found by taking the error off twice: bends are small.
            const Point wanted = framing.to_unit(px);
            Point unit = wanted;
            for (int i = 0; i < 2; ++i)
                unit = unit - (bend(pose, unit) - wanted);
            return Point{(unit.x - head.left) * head.scale - 0.5,
                         (unit.y - head.top) * head.scale - 0.5};
        },
        out);
}

void Scene::Parts::draw_torso(const Pose& pose, Picture& out) const {
    const PixelBox box{0, static_cast<int>(framing.to_px({0, 0.45}).y), out.width_px(),
                       out.height_px()};
    draw_warped(
        torso, box,
        [&](Point px) {
            Point unit = framing.to_unit(px);
            // Breath lifts the shoulders; the neck goes along with the head.
            const double shoulder = bump(0, unit.y - 1.45, 1, 0.75);
            unit.y += 0.020 * pose.breath * shoulder;
            unit.x *= 1 - 0.004 * pose.breath * shoulder;
            const double neck = rise(1.35, 0.85, unit.y);
            unit.x -=
                (pose.shift_x - 0.15 * pose.roll + 0.10 * pose.yaw) * neck + 0.012 * pose.lean;
            unit.y -= pose.shift_y * neck;
            return Point{(unit.x - body.left) * body.scale - 0.5,
                         (unit.y + body_lift - body.top) * body.scale - 0.5};
        },
        out);
}

void Scene::draw(const Pose& pose, double film_s, Picture& out) {
    Parts& p = *parts_;
    const double drift_x = 5.0 * std::sin(film_s * 0.11) - 40 * pose.shift_x;
    const double drift_y = 2.0 * std::sin(film_s * 0.083 + 1);
    const double margin = Backdrop::margin_px;
    draw_shifted(p.backdrop->still(), std::clamp(margin + drift_x, 0.0, 2 * margin - 1),
                 margin + drift_y, out);
    {
        const Drawing drawing = out.drawing();
        cairo_translate(drawing.get(), out.width_px() / 2.0 - drift_x,
                        out.height_px() / 2.0 - drift_y);
        cairo_scale(drawing.get(), out.height_px(), out.height_px());
        p.backdrop->draw_life(drawing.get(), film_s);
    }
    p.draw_face_features(pose);
    p.draw_head(p.back_hair, pose, out);
    p.draw_torso(pose, out);
    p.draw_head(p.work, pose, out);
}

}  // namespace sample
