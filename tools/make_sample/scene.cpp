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
    // Photographs of children were taken by day, whatever the person's work is like now.
    const bool now = age == Age::Now;
    const Light by_day{member.light.from, 0.55, 1.02};
    const Light& light = now ? member.light : by_day;
    parts_ = std::make_unique<Parts>(
        Parts{Backdrop(now ? member.setting : member.then_setting, light, width_px, height_px),
              Sitter(now ? member.looks : member.then, age, light, framing, height_px,
                     seed_of(member.id)),
              Picture(width_px, height_px), -1});
}

Scene::Scene(Scene&&) noexcept = default;
Scene::~Scene() = default;

// The camera stands on a tripod: what does not live behind the person is the same in every picture,
// which spares drawing, and an encoder sees it at once.
void Scene::Parts::draw_slow(const Pose& pose, double film_s) {
    slow.pixels() = backdrop.still().pixels();
    {
        const Drawing drawing = slow.drawing();
        cairo_translate(drawing.get(), slow.width_px() / 2.0, slow.height_px() / 2.0);
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
