#include "tools/make_sample/barber.h"

#include <algorithm>

namespace sample {

namespace {

Point along_curve(const Guide& g, double t) {
    const auto last = static_cast<int>(g.size()) - 1;
    const double at = std::clamp(t, 0.0, 1.0) * last;
    const int i = std::min(static_cast<int>(at), last - 1);
    const double u = at - i;
    const auto p = [&](int k) { return g[static_cast<std::size_t>(std::clamp(k, 0, last))]; };
    const Point a = p(i - 1);
    const Point b = p(i);
    const Point c = p(i + 1);
    const Point d = p(i + 2);
    return b +
           ((c - a) + ((a * 2 - b * 5 + c * 4 - d) + (b * 3 - a - c * 3 + d) * u) * u) * (u * 0.5);
}

Guide between(const Guide& a, const Guide& b, double share) {
    Guide guide(a.size());
    for (std::size_t i = 0; i < a.size(); ++i)
        guide[i] = mix(a[i], b[i], share);
    return guide;
}

}  // namespace

Guide mirrored(const Guide& guide) {
    Guide other = guide;
    for (Point& p : other)
        p.x = -p.x;
    return other;
}

Barber::Barber(const FaceForm& form, const Frame& frame, const LightRig& rig, std::uint64_t seed)
    : form_(form),
      frame_(frame),
      rig_(rig),
      chance_(seed),
      colour_(form.looks.hair_colour),
      grey_(form.looks.grey) {}

void Barber::set_colour_of_hair(const Colour& colour, double grey) {
    colour_ = colour;
    grey_ = grey;
}

Colour Barber::colour_at(Point at, Point along, double brightness, double greyness) const {
    // Hair lies on a ball; below the jaw it hangs on a pillar.
    Direction n{at.x / 0.92, std::min(0.25, (at.y + 0.32) / 0.95), 0};
    const double across = std::hypot(n.x, n.y);
    if (across > 0.96) {
        n.x *= 0.96 / across;
        n.y *= 0.96 / across;
    }
    n.z = std::sqrt(1 - n.x * n.x - n.y * n.y);
    const double length = std::max(1e-6, std::hypot(along.x, along.y));
    Direction t{along.x / length, along.y / length, 0};
    t.z = -(t.x * n.x + t.y * n.y) / std::max(0.35, n.z);
    const double size = std::sqrt(t.x * t.x + t.y * t.y + t.z * t.z);
    t = {t.x / size, t.y / size, t.z / size};
    const Direction& key = rig_.key;
    const double half_length = std::sqrt(key.x * key.x + key.y * key.y + (key.z + 1) * (key.z + 1));
    const double to_light = t.x * key.x + t.y * key.y + t.z * key.z;
    const double to_half = (t.x * key.x + t.y * key.y + t.z * (key.z + 1)) / half_length;
    const double facing = n.x * key.x + n.y * key.y + n.z * key.z;
    const double open = std::clamp((facing + 0.35) / 1.35, 0.0, 1.0);
    const double diffuse = (0.40 + 0.60 * std::sqrt(std::max(0.0, 1 - to_light * to_light))) * open;
    const double shine = std::pow(std::max(0.0, 1 - to_half * to_half), 14) * open;
    const double edge = std::pow(1 - n.z, 3) * (n.x * key.x < 0 ? 1 : 0);

    const Colour base = mix(colour_, Colour{0.78, 0.77, 0.76}, greyness);
    const auto channel = [&](double albedo, double lamp, double sky, double back) {
        const double flat = to_linear(albedo);
        const double body =
            flat * (0.85 * sky + lamp * (0.12 + 0.95 * diffuse) + 0.6 * back * edge);
        const double gloss = (0.045 + 0.30 * flat) * shine * lamp + 0.03 * edge * back;
        return to_srgb(std::min(1.0, (body + gloss) * brightness));
    };
    return {channel(base.r, rig_.key_colour.r, rig_.sky.r, rig_.back.r),
            channel(base.g, rig_.key_colour.g, rig_.sky.g, rig_.back.g),
            channel(base.b, rig_.key_colour.b, rig_.sky.b, rig_.back.b)};
}

void Barber::strand(cairo_t* c, const Guide& guide, const Strands& s) {
    double length = 0;
    for (std::size_t i = 1; i < guide.size(); ++i) {
        length += std::hypot(guide[i].x - guide[i - 1].x, guide[i].y - guide[i - 1].y);
    }
    const int steps =
        std::clamp(static_cast<int>(length / 0.09 + (s.curl > 0 ? s.turns * 5 : 0)), 4, 60);
    const double own = chance_.between(0.62, 1.28) * s.shade;
    const double greyness = chance_.share() < grey_
                                ? chance_.between(0.25, 0.25 + 0.5 * std::min(1.0, 0.3 + grey_))
                                : 0.3 * grey_;
    const double end = 1 - s.shorter * chance_.share();
    const double phase = chance_.between(0, 6.28);
    const double turns = s.turns * chance_.between(0.8, 1.2) * 6.28;
    const Point drift{chance_.around_zero() * s.scatter * 0.7,
                      chance_.around_zero() * s.scatter * 0.7};
    const auto place = [&](double t) {
        Point p = along_curve(guide, t) + drift * (0.25 + 0.75 * t);
        if (s.curl > 0) {
            const double wind = rise(0.0, 0.35, t) * s.curl;
            p.x += wind * std::sin(phase + turns * t);
            p.y += wind * 0.55 * std::cos(phase + turns * t);
        }
        return p;
    };
    Point before = place(0);
    for (int i = 1; i <= steps; ++i) {
        const double t = end * i / steps;
        const Point at = place(t);
        const double tone = own * mix(0.72, 1.05, rise(0, 0.5, t));
        set_colour(c, colour_at(at, at - before, tone, greyness));
        cairo_set_line_width(c, s.width * (1 - 0.65 * rise(0.55, 1, t / end)));
        cairo_move_to(c, before.x, before.y);
        cairo_line_to(c, at.x, at.y);
        cairo_stroke(c);
        before = at;
    }
}

void Barber::sheet(cairo_t* c, const std::vector<Guide>& guides, const Strands& s) {
    cairo_save(c);
    cairo_set_line_cap(c, CAIRO_LINE_CAP_ROUND);
    if (s.under > 0) {
        // Along the first guide, across all tips, back along the last one, across all roots.
        bool begun = false;
        const auto go = [&](Point p) {
            if (begun) {
                cairo_line_to(c, p.x, p.y);
            } else {
                cairo_move_to(c, p.x, p.y);
            }
            begun = true;
        };
        const double reach = 1 - s.shorter * 0.6;
        for (int i = 0; i <= 16; ++i)
            go(along_curve(guides.front(), reach * i / 16.0));
        for (const Guide& guide : guides)
            go(along_curve(guide, reach));
        for (int i = 16; i >= 0; --i)
            go(along_curve(guides.back(), reach * i / 16.0));
        for (auto guide = guides.rbegin(); guide != guides.rend(); ++guide)
            go(guide->front());
        cairo_close_path(c);
        const Point middle = along_curve(guides[guides.size() / 2], 0.4);
        const Point further = along_curve(guides[guides.size() / 2], 0.45);
        set_colour(c, colour_at(middle, further - middle, 0.62 * s.shade, 0.5 * grey_), s.under);
        cairo_fill(c);
    }
    const auto gaps = static_cast<double>(guides.size() - 1);
    Guide tip_way(guides.front().size());
    for (std::size_t i = 0; i < tip_way.size(); ++i)
        tip_way[i] = guides[guides.size() / 2][i];
    for (int i = 0; i < s.count; ++i) {
        const double at = chance_.share() * gaps;
        const auto k = static_cast<std::size_t>(std::min(at, gaps - 1e-9));
        Guide guide = between(guides[k], guides[k + 1], at - static_cast<double>(k));
        if (s.gather > 0) {
            const auto last = static_cast<double>(guide.size() - 1);
            for (std::size_t j = 0; j < guide.size(); ++j) {
                const double share = s.gather * std::pow(static_cast<double>(j) / last, 1.5);
                guide[j] = mix(guide[j], tip_way[j], share);
            }
        }
        strand(c, guide, s);
    }
    cairo_restore(c);
}

void Barber::tuft(cairo_t* c, Point root, Point tip, double bend, double thickness,
                  const Strands& s) {
    const Point way = tip - root;
    const Point side{-way.y, way.x};
    const double length = std::max(1e-6, std::hypot(way.x, way.y));
    const Point across = side * (thickness / length);
    const Point bow = side * bend;
    const auto guide = [&](double share) {
        const Point off = across * share;
        return Guide{root + off, root + way * 0.35 + off + bow * 0.7,
                     root + way * 0.7 + off * 0.7 + bow, tip + off * 0.2};
    };
    Strands own = s;
    own.gather = 0.7;
    sheet(c, {guide(-0.5), guide(0), guide(0.5)}, own);
}

void Barber::curls(cairo_t* c, Point middle, double half_width, double half_height, double size,
                   int count) {
    cairo_save(c);
    cairo_set_line_cap(c, CAIRO_LINE_CAP_ROUND);
    cairo_save(c);
    cairo_translate(c, middle.x, middle.y);
    cairo_scale(c, half_width, half_height);
    cairo_arc(c, 0, 0, 0.9, 0, 7);
    cairo_restore(c);
    set_colour(c, colour_at(middle, {1, 0}, 0.5, 0.5 * grey_), 0.95);
    cairo_fill(c);
    for (int i = 0; i < count; ++i) {
        const double angle = chance_.between(0, 6.283);
        const double out = std::sqrt(chance_.share());
        const Point at{middle.x + half_width * out * std::cos(angle),
                       middle.y + half_height * out * std::sin(angle)};
        // Lit like a ball of its own.
        const double facing =
            (out * std::cos(angle) * rig_.key.x + out * std::sin(angle) * rig_.key.y);
        const double tone =
            std::clamp(0.72 + 0.55 * facing, 0.25, 1.4) * chance_.between(0.75, 1.25);
        const double radius = size * chance_.between(0.5, 1.1);
        const double start = chance_.between(0, 6.283);
        const double greyness = chance_.share() < grey_ ? 0.8 : 0.1 * grey_;
        const int pieces = 7;
        for (int k = 0; k < pieces; ++k) {
            const double a = start + k * 0.62;
            const double shrink = 1 - 0.06 * k;
            const Point p{at.x + radius * shrink * std::cos(a),
                          at.y + radius * shrink * std::sin(a)};
            const Point q{at.x + radius * shrink * std::cos(a + 0.62),
                          at.y + radius * shrink * std::sin(a + 0.62)};
            // Strands shine where they turn towards the light.
            const double gleam = 0.62 + 0.75 * std::max(0.0, std::cos(a + 0.3) * rig_.key.x +
                                                                 std::sin(a + 0.3) * rig_.key.y);
            set_colour(c, colour_at(p, q - p, tone * gleam, greyness));
            cairo_set_line_width(c, size * 0.26);
            cairo_move_to(c, p.x, p.y);
            cairo_line_to(c, q.x, q.y);
            cairo_stroke(c);
        }
    }
    cairo_restore(c);
}

void Barber::plait(cairo_t* c, const Guide& way, double width) {
    double length = 0;
    for (std::size_t i = 1; i < way.size(); ++i) {
        length += std::hypot(way[i].x - way[i - 1].x, way[i].y - way[i - 1].y);
    }
    const int links = std::max(6, static_cast<int>(length / (width * 0.29)));
    Strands s;
    s.count = 60;
    s.width = 0.013;
    s.scatter = 0.004;
    s.shorter = 0.03;
    s.under = 1;
    for (int i = 0; i < links; ++i) {
        const double t = 0.92 * i / links;
        const double side = i % 2 ? 1 : -1;
        const double half = width * 0.5 * (1 - 0.40 * t);
        const Point at = along_curve(way, t);
        const Point on = along_curve(way, std::min(1.0, t + 0.02)) - at;
        const double size = std::max(1e-6, std::hypot(on.x, on.y));
        const Point along = on * (half / size);
        const Point out{-along.y * side, along.x * side};
        const auto place = [&](double a, double o) { return at + along * a + out * o; };
        // Each link comes from the far edge over the middle and dives under the next.
        s.shade = chance_.between(0.9, 1.1);
        sheet(c,
              {{place(-0.75, 0.55), place(-0.1, 1.18), place(0.7, 0.95), place(1.35, 0.05)},
               {place(-0.70, 0.25), place(-0.1, 0.62), place(0.6, 0.50), place(1.32, -0.12)},
               {place(-0.65, -0.05), place(-0.1, 0.12), place(0.5, 0.05), place(1.25, -0.30)}},
              s);
    }
    // The tail, held by a band.
    const Point end = along_curve(way, 0.93);
    const Point tip = along_curve(way, 1.0) + (along_curve(way, 1.0) - end) * 0.6;
    Strands tail = s;
    tail.scatter = 0.02;
    tail.count = 60;
    tuft(c, end, tip, 0.05, width * 0.5, tail);
}

HairLayers paint_hair(const FaceForm& form, const Frame& frame, const LightRig& rig,
                      std::uint64_t seed) {
    HairLayers layers{frame.picture(), frame.picture(), frame.picture()};
    const Drawing back = drawing_in_units(layers.back, frame);
    const Drawing middle = drawing_in_units(layers.middle, frame);
    const Drawing front = drawing_in_units(layers.front, frame);
    const HairDrawings on{back.get(), middle.get(), front.get()};
    Barber barber(form, frame, rig, seed);
    const HairStyle style = form.looks.hair;
    cut_close(barber, style, on);
    cut_short(barber, style, on);
    cut_long(barber, style, on);
    return layers;
}

}  // namespace sample
