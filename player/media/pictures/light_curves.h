// How numbers in a film become light and back, where a film means more light or other primary
// colours than a screen has. Pure. Linear light is counted in nits (cd/m2).
#pragma once

#include <array>

namespace media {

using Rgb = std::array<double, 3>;

// How the numbers in the film stand for light.
enum class LightCurve {
    Sdr,  // ITU-R BT.1886
    Pq,   // SMPTE ST 2084, as in ITU-R BT.2100
    Hlg,  // ARIB STD-B67, as in ITU-R BT.2100, shown on a screen of 1000 nits
};

// What white text and paper are in a film with more light than that (ITU-R BT.2408, 2.1), and what
// a screen's white is taken to be.
inline constexpr double white_nits = 203.0;
inline constexpr double hlg_peak_nits = 1000.0;

double pq_of_nits(double nits);
double nits_of_pq(double signal);
// HLG counts the light of the scene (0 to 1); a screen multiplies it by so many nits, which depend
// on the scene's luminance.
double hlg_scene_light(double signal);
double hlg_system_nits(double luminance);

// Light of R'G'B' (0 to 1; a little outside is continued) in the film's own primaries.
Rgb light_of(LightCurve curve, const Rgb& signal);

// Makes light of up to `peak_nits` fit below white_nits: dark and middle tones stay as they are,
// the rest is compressed (ITU-R BT.2390, 5.4.1). The strongest of the three colours decides and
// takes the others along, so that colours keep their hue.
Rgb compressed(const Rgb& nits, double peak_nits);

// BT.2020 primaries to those of BT.709 (ITU-R BT.2087). What a screen cannot show is below zero.
Rgb to_709_primaries(const Rgb& linear);

// R'G'B' for the screen, 1 = its white.
Rgb signal_of(const Rgb& nits);

}  // namespace media
