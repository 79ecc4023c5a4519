#include "tools/make_sample/scene.h"

namespace sample {
struct Scene::Parts {
    int w, h;
};
Scene::Scene(const CastMember&, int w, int h, Age) : parts_(new Parts{w, h}) {}
Scene::Scene(Scene&&) noexcept = default;
Scene::~Scene() = default;
void Scene::draw(const Pose& pose, double, Picture& out) {
    auto cr = out.drawing();
    cairo_set_source_rgb(cr.get(), .3, .4, .5);
    cairo_paint(cr.get());
    cairo_set_source_rgb(cr.get(), .9, .7, .6);
    cairo_arc(cr.get(), parts_->w / 2, parts_->h * .45, 90, 0, 7);
    cairo_fill(cr.get());
    cairo_set_source_rgb(cr.get(), .4, .1, .1);
    cairo_rectangle(cr.get(), parts_->w / 2 - 25, parts_->h * .45 + 40, 50,
                    3 + 30 * pose.mouth.open);
    cairo_fill(cr.get());
}
}  // namespace sample
