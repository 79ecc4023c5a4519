#include "tools/make_sample/setting.h"
namespace sample {
namespace {
class Plain : public Backdrop {
public:
    using Backdrop::Backdrop;
    explicit Plain(Picture p) : Backdrop(std::move(p)) {}
    void draw_life(cairo_t*, double) const override {}
};
}  // namespace
std::unique_ptr<Backdrop> backdrop_of(Setting, const Light& light, int w, int h) {
    Picture p(w + 28, h + 28);
    {
        auto c = p.drawing();
        PatternHandle g(cairo_pattern_create_radial(w * (0.5 + 0.3 * light.from), h * .3, 0, w / 2,
                                                    h / 2, w * .7));
        cairo_pattern_add_color_stop_rgb(g.get(), 0, .55, .58, .55);
        cairo_pattern_add_color_stop_rgb(g.get(), 1, .16, .19, .22);
        cairo_set_source(c.get(), g.get());
        cairo_paint(c.get());
    }
    return std::make_unique<Plain>(std::move(p));
}
}  // namespace sample
