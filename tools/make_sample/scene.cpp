#include "tools/make_sample/scene.h"

#include <algorithm>
#include <cmath>

#include "tools/make_sample/chance.h"
#include "tools/make_sample/setting.h"
#include "tools/make_sample/sitter.h"

namespace sample {

namespace {

// The place and the body hardly move: they are drawn this often, the face for every picture.
constexpr double slow_rate_hz = 12.5;

Framing framing_of(int width_px, int height_px, double turned, Age age) {
    const double w = width_px;
    const double h = height_px;
    const double scale = std::min(h * 0.256, w * 0.285) * (age == Age::Ten ? 1.05 : 1.0);
    // A little off the middle, with room to look into.
    const double aside = w > h * 1.2 ? -turned * 0.075 * w : 0;
    return {scale, {w / 2 + aside, w > h ? h * 0.44 : h * 0.37}};
}

}  // namespace

struct Scene::Parts {
    Backdrop backdrop;
    Sitter sitter;
    Picture slow;  // place and body
    std::int64_t slow_step = -1;

    void draw_slow(const Pose& pose, double film_s);
};

Scene::Scene(const CastMember& member, int width_px, int height_px, Age age) {
    const Framing framing = framing_of(width_px, height_px, member.manner.turned, age);
    parts_ =
        std::make_unique<Parts>(Parts{Backdrop(member.setting, member.light, width_px, height_px),
                                      Sitter(age == Age::Ten ? member.then : member.looks, age,
                                             member.light, framing, height_px, seed_of(member.id)),
                                      Picture(width_px, height_px), -1});
}

Scene::Scene(Scene&&) noexcept = default;
Scene::~Scene() = default;

void Scene::Parts::draw_slow(const Pose& pose, double film_s) {
    // The camera drifts a little; what is far away moves against the person.
    const double drift_x = 5.0 * std::sin(film_s * 0.11) - 40 * pose.shift_x;
    const double drift_y = 2.0 * std::sin(film_s * 0.083 + 1);
    const double margin = Backdrop::margin_px;
    draw_shifted(backdrop.still(), std::clamp(margin + drift_x, 0.0, 2 * margin - 1),
                 margin + drift_y, slow);
    {
        const Drawing drawing = slow.drawing();
        cairo_translate(drawing.get(), slow.width_px() / 2.0 - drift_x,
                        slow.height_px() / 2.0 - drift_y);
        cairo_scale(drawing.get(), backdrop.unit_px(), backdrop.unit_px());
        backdrop.draw_life(drawing.get(), film_s);
    }
    sitter.draw_body(pose, slow);
}

void Scene::draw(const Pose& pose, double film_s, Picture& out) {
    Parts& p = *parts_;
    const auto step = static_cast<std::int64_t>(std::floor(film_s * slow_rate_hz + 1e-6));
    if (step != p.slow_step) p.draw_slow(pose, film_s);
    p.slow_step = step;
    std::copy(p.slow.pixels().begin(), p.slow.pixels().end(), out.pixels().begin());
    p.sitter.draw_head(pose, out);
}

}  // namespace sample
