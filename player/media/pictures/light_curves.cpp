#include "player/media/pictures/light_curves.h"

#include <algorithm>
#include <cmath>

namespace media {

namespace {

// ITU-R BT.2100, table 4.
constexpr double pq_m1 = 2610.0 / 16384;
constexpr double pq_m2 = 2523.0 / 4096 * 128;
constexpr double pq_c1 = 3424.0 / 4096;
constexpr double pq_c2 = 2413.0 / 4096 * 32;
constexpr double pq_c3 = 2392.0 / 4096 * 32;
constexpr double pq_peak_nits = 10000.0;

// ITU-R BT.2100, table 5.
constexpr double hlg_a = 0.17883277;
constexpr double hlg_b = 0.28466892;
constexpr double hlg_c = 0.55991073;
constexpr double hlg_gamma = 1.2;  // of a screen of 1000 nits

constexpr double screen_gamma = 2.4;  // ITU-R BT.1886, black at 0

// Numbers below zero stand for colours outside the screen's: they are mirrored, so that the curve
// goes on smoothly through zero.
double power(double value, double exponent) {
    return std::copysign(std::pow(std::abs(value), exponent), value);
}

Rgb each(const Rgb& from, double (*curve)(double)) {
    return {curve(from[0]), curve(from[1]), curve(from[2])};
}

}  // namespace

double pq_of_nits(double nits) {
    const double y = std::pow(std::abs(nits) / pq_peak_nits, pq_m1);
    return std::copysign(std::pow((pq_c1 + pq_c2 * y) / (1 + pq_c3 * y), pq_m2), nits);
}

double nits_of_pq(double signal) {
    const double e = std::pow(std::min(std::abs(signal), 1.0), 1 / pq_m2);
    const double y = std::max(e - pq_c1, 0.0) / (pq_c2 - pq_c3 * e);
    return std::copysign(pq_peak_nits * std::pow(y, 1 / pq_m1), signal);
}

double hlg_scene_light(double signal) {
    const double size = std::abs(signal);
    const double light =
        size <= 0.5 ? size * size / 3 : (std::exp((size - hlg_c) / hlg_a) + hlg_b) / 12;
    return std::copysign(light, signal);
}

double hlg_system_nits(double luminance) {
    return hlg_peak_nits * std::pow(std::max(luminance, 0.0), hlg_gamma - 1);
}

Rgb light_of(LightCurve curve, const Rgb& signal) {
    switch (curve) {
        case LightCurve::Pq:
            return each(signal, nits_of_pq);
        case LightCurve::Hlg: {
            const Rgb scene = each(signal, hlg_scene_light);
            const double luminance = 0.2627 * scene[0] + 0.6780 * scene[1] + 0.0593 * scene[2];
            const double system = hlg_system_nits(luminance);
            return {system * scene[0], system * scene[1], system * scene[2]};
        }
        case LightCurve::Sdr:
            break;
    }
    return each(signal, [](double e) { return white_nits * power(e, screen_gamma); });
}

Rgb compressed(const Rgb& nits, double peak_nits) {
    const double strongest = std::max({nits[0], nits[1], nits[2]});
    if (peak_nits <= white_nits || strongest <= 0) return nits;
    const double peak = pq_of_nits(peak_nits);
    const double most = pq_of_nits(white_nits) / peak;
    const double knee = 1.5 * most - 0.5;
    const double e = std::min(pq_of_nits(strongest) / peak, 1.0);
    if (e <= knee) return nits;
    const double t = (e - knee) / (1 - knee);
    const double t2 = t * t;
    const double t3 = t2 * t;
    const double bent =
        (2 * t3 - 3 * t2 + 1) * knee + (t3 - 2 * t2 + t) * (1 - knee) + (-2 * t3 + 3 * t2) * most;
    const double gain = nits_of_pq(bent * peak) / strongest;
    return {gain * nits[0], gain * nits[1], gain * nits[2]};
}

Rgb to_709_primaries(const Rgb& linear) {
    const auto& [r, g, b] = linear;
    return {1.6605 * r - 0.5876 * g - 0.0728 * b, -0.1246 * r + 1.1329 * g - 0.0083 * b,
            -0.0182 * r - 0.1006 * g + 1.1187 * b};
}

Rgb signal_of(const Rgb& nits) {
    return each(nits, [](double n) { return power(n / white_nits, 1 / screen_gamma); });
}

}  // namespace media
