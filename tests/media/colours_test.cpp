#include <algorithm>

#include "player/media/pictures/light_curves.h"
#include "tests/media/screened.h"

using namespace support;

namespace {

constexpr int patch_px = 32;
constexpr int patches_across = 10;
constexpr int patches_down = 6;

// A colour card: greys, the corners of the cube at two strengths, and skin, leaf, sky, wood.
Colour patch(int index) {
    if (index < 10) return {index / 9.0, index / 9.0, index / 9.0};
    if (index < 40) {
        const int corner = index % 10 % 6 + 1;
        const double strength = index < 20 ? 1.0 : index < 30 ? 0.75 : 0.5;
        const double rest = index < 30 ? 0.0 : 0.25;
        return {(corner & 1) != 0 ? strength : rest, (corner & 2) != 0 ? strength : rest,
                (corner & 4) != 0 ? strength : rest};
    }
    const Colour things[] = {{0.93, 0.76, 0.66}, {0.78, 0.57, 0.44}, {0.55, 0.36, 0.27},
                             {0.34, 0.21, 0.16}, {0.36, 0.42, 0.22}, {0.37, 0.49, 0.62},
                             {0.55, 0.41, 0.25}, {0.20, 0.22, 0.30}, {0.9, 0.9, 0.85},
                             {0.05, 0.05, 0.06}};
    return things[index % 10];
}

Colour card(int x, int y, int /*moment*/) {
    return patch(y / patch_px * patches_across + x / patch_px);
}

// The patch that is furthest from what it should be, over the whole card.
struct Worst {
    double off = 0;  // of 255
    int patch = -1;
    std::string text;
};

template <class Expected>
Worst worst_patch(const Screened& shown, Expected expected) {
    Worst worst;
    for (int index = 0; index < patches_across * patches_down; ++index) {
        const int left = index % patches_across * patch_px + patch_px / 4;
        const int top = index / patches_across * patch_px + patch_px / 4;
        const Colour wanted = expected(index);
        const double targets[3] = {wanted.r, wanted.g, wanted.b};
        for (int channel = 0; channel < 3; ++channel) {
            const double seen = shown.mean(left, top, patch_px / 2, patch_px / 2, channel);
            const double off = std::abs(seen - 255 * targets[channel]);
            if (off <= worst.off) continue;
            worst = {off, index,
                     "patch " + std::to_string(index) + " channel " + std::to_string(channel) +
                         ": " + std::to_string(seen) + " instead of " +
                         std::to_string(255 * targets[channel])};
        }
    }
    return worst;
}

Screened play_cards(const CardRecipe& recipe, const std::string& file) {
    ScratchFolder folder;
    make_cards(folder, file, recipe);
    StageHand hand;
    REQUIRE(hand.cue(clip_of(folder, file)));
    const auto problem = hand.engine().status(hand.now).problem;
    REQUIRE_MESSAGE(!problem, (problem ? catalogue::to_text(*problem) : ""));
    const auto picture = hand.look();
    REQUIRE(picture.has_value());
    return screened(*picture);
}

}  // namespace

TEST_CASE("every colour of a card comes to the screen as it was meant, however it is stored") {
    struct Row {
        const char* file;
        const char* codec;
        const char* options;
        const char* format;
        ColourTags colours;
        double tolerance = 3;
    };
    const char* const x264 = "qp=0:preset=ultrafast";
    const char* const x265 = "preset=ultrafast:x265-params='lossless=1:log-level=none'";
    const Row rows[] = {
        {"709.mp4", "libx264", x264, "yuv420p", {"bt709", "tv"}},
        {"709_full.mp4", "libx264", x264, "yuv420p", {"bt709", "pc"}},
        {"601.mp4", "libx264", x264, "yuv420p", {"smpte170m", "tv"}},
        {"601_full.mp4", "libx264", x264, "yuv420p", {"smpte170m", "pc"}},
        {"pal.mp4", "libx264", x264, "yuv420p", {"bt470bg", "tv"}},
        {"2020_matrix.mp4", "libx264", x264, "yuv420p", {"bt2020nc", "tv"}},
        {"2020_full.mp4", "libx264", x264, "yuv420p", {"bt2020nc", "pc"}},
        {"silent_small.mp4",
         "libx264",
         x264,
         "yuv420p",
         {"smpte170m", "tv", "unknown", "unknown", false}},
        {"422.mp4", "libx264", x264, "yuv422p", {"bt709", "tv"}},
        {"444.mp4", "libx264", x264, "yuv444p", {"bt709", "tv"}},
        {"444_full.mp4", "libx264", x264, "yuv444p", {"bt709", "pc"}},
        {"ten_bit.mp4", "libx264", "qp=0:preset=ultrafast", "yuv420p10le", {"bt709", "tv"}},
        {"ten_bit_422.mp4", "libx264", "qp=0:preset=ultrafast", "yuv422p10le", {"bt709", "tv"}},
        {"hevc_ten_bit.mp4", "libx265", x265, "yuv420p10le", {"bt709", "tv"}},
        {"hevc_ten_bit_full.mp4", "libx265", x265, "yuv420p10le", {"bt709", "pc"}},
        {"hevc_twelve_bit.mkv", "libx265", x265, "yuv420p12le", {"bt709", "tv"}},
        {"vp9.webm",
         "libvpx-vp9",
         "lossless=1:deadline=realtime:cpu-used=8",
         "yuv420p",
         {"bt709", "tv"}},
        {"vp9_full.webm",
         "libvpx-vp9",
         "lossless=1:deadline=realtime:cpu-used=8",
         "yuv420p",
         {"bt709", "pc"}},
        {"vp9_ten_bit.webm",
         "libvpx-vp9",
         "lossless=1:deadline=realtime:cpu-used=8",
         "yuv420p10le",
         {"bt709", "tv"}},
        {"vp8.webm",
         "libvpx",
         "b=20M:qmin=0:qmax=1:deadline=realtime:cpu-used=8",
         "yuv420p",
         {"smpte170m", "tv", "unknown", "unknown", false}},
        {"av1.mp4",
         "libsvtav1",
         "preset=12:crf=4:svtav1-params='fast-decode=0'",
         "yuv420p",
         {"bt709", "tv"}},
        {"mpeg2.ts", "mpeg2video", "b=20M:qmin=1:qmax=1", "yuv420p", {"bt709", "tv"}},
        {"mpeg4.avi",
         "mpeg4",
         "qmin=1:qmax=1:b=20M",
         "yuv420p",
         {"smpte170m", "tv", "unknown", "unknown", false}},
        {"mjpeg.avi", "mjpeg", "qmin=1:qmax=1", "yuvj420p", {"smpte170m", "pc"}},
        {"mjpeg_422.avi", "mjpeg", "qmin=1:qmax=1", "yuvj422p", {"smpte170m", "pc"}},
        {"prores.mov", "prores_ks", "", "yuv422p10le", {"bt709", "tv"}},
        {"screen.mkv", "ffv1", "", "bgr0", {"bt709", "pc"}},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.file));
        CardRecipe recipe;
        recipe.codec = row.codec;
        recipe.codec_options = row.options;
        recipe.pixel_format = row.format;
        recipe.colours = row.colours;
        recipe.paint = card;
        const Worst worst = worst_patch(play_cards(recipe, row.file), patch);
        CAPTURE(worst.text);
        CHECK(worst.off <= row.tolerance);
    }
}

namespace {

// What the test asks of tone mapping, worked out anew from ITU-R BT.2100 and BT.2390, so that a
// slip in the player's arithmetic is not made twice.
double pq_nits(double signal) {
    const double e = std::pow(std::max(signal, 0.0), 32.0 / 2523);
    return 10000 *
           std::pow(std::max(e - 0.8359375, 0.0) / (18.8515625 - 18.6875 * e), 16384.0 / 2610);
}
double pq_signal(double nits) {
    const double y = std::pow(nits / 10000, 2610.0 / 16384);
    return std::pow((0.8359375 + 18.8515625 * y) / (1 + 18.6875 * y), 2523.0 / 32);
}
double hlg_scene(double signal) {
    return signal <= 0.5 ? signal * signal / 3
                         : (std::exp((signal - 0.55991073) / 0.17883277) + 0.28466892) / 12;
}
// Nits in BT.2020 primaries, to the screen.
Colour on_screen(double r, double g, double b, double peak) {
    const double top = std::max({r, g, b, 1e-6});
    const double lw = pq_signal(peak);
    const double most = pq_signal(203) / lw;
    const double knee = 1.5 * most - 0.5;
    double e = std::min(pq_signal(top) / lw, 1.0);
    if (peak > 203 && e > knee) {
        const double t = (e - knee) / (1 - knee);
        e = (2 * t * t * t - 3 * t * t + 1) * knee + (t * t * t - 2 * t * t + t) * (1 - knee) +
            (3 * t * t - 2 * t * t * t) * most;
        const double gain = pq_nits(e * lw) / top;
        r *= gain;
        g *= gain;
        b *= gain;
    }
    const auto shown = [](double nits) {
        return std::pow(std::clamp(nits / 203, 0.0, 1.0), 1 / 2.4);
    };
    return {shown(1.660491 * r - 0.587641 * g - 0.072850 * b),
            shown(-0.124550 * r + 1.132900 * g - 0.008349 * b),
            shown(-0.018151 * r - 0.100579 * g + 1.118730 * b)};
}

struct HdrRow {
    const char* file;
    const char* codec;
    const char* options;
    const char* format;
    const char* curve;
    double peak_nits;
    double tolerance = 3;
};

// Every patch of the card as a film of this kind means it. The card's numbers are signals.
Colour meant(const HdrRow& row, const Colour& signal) {
    if (std::string(row.curve) == "smpte2084") {
        return on_screen(pq_nits(signal.r), pq_nits(signal.g), pq_nits(signal.b), row.peak_nits);
    }
    if (std::string(row.curve) == "arib-std-b67") {
        const double r = hlg_scene(signal.r);
        const double g = hlg_scene(signal.g);
        const double b = hlg_scene(signal.b);
        const double system = 1000 * std::pow(0.2627 * r + 0.6780 * g + 0.0593 * b, 0.2);
        return on_screen(system * r, system * g, system * b, 1000);
    }
    const auto light = [](double s) { return 203 * std::pow(s, 2.4); };
    return on_screen(light(signal.r), light(signal.g), light(signal.b), 203);
}

// What HDR films really hold: greys, and colours inside the screen's.
Colour hdr_patch(int index) {
    const Colour colour = patch(index);
    if (index < 10) return colour;
    const double grey = (colour.r + colour.g + colour.b) / 3;
    const auto paler = [&](double c) { return 0.75 * (0.55 * c + 0.45 * grey); };
    return {paler(colour.r), paler(colour.g), paler(colour.b)};
}

Colour hdr_card(int x, int y, int /*moment*/) {
    return hdr_patch(y / patch_px * patches_across + x / patch_px);
}

}  // namespace

TEST_CASE("films with more light or colour than a screen has are brought into its range") {
    const HdrRow rows[] = {
        {"pq.mp4", "libx265", "preset=ultrafast:x265-params='lossless=1:log-level=none'",
         "yuv420p10le", "smpte2084", 1000},
        {"pq_bright.mkv", "libx265",
         "preset=ultrafast:x265-params='lossless=1:log-level=none:max-cll=4000,400'", "yuv420p10le",
         "smpte2084", 4000},
        {"pq_mastered.mp4", "libx265",
         "preset=ultrafast:x265-params='lossless=1:log-level=none:"
         "master-display=G(8500,39850)B(6550,2300)R(35400,14600)WP(15635,16450)L(6000000,50)'",
         "yuv420p10le", "smpte2084", 600},
        {"pq.webm", "libvpx-vp9", "lossless=1:deadline=realtime:cpu-used=8", "yuv420p10le",
         "smpte2084", 1000},
        {"pq_422.mov", "libx265", "preset=ultrafast:x265-params='lossless=1:log-level=none'",
         "yuv422p10le", "smpte2084", 1000},
        {"pq_twelve_bit.mkv", "libx265", "preset=ultrafast:x265-params='lossless=1:log-level=none'",
         "yuv420p12le", "smpte2084", 1000},
        {"hlg.mov", "libx265", "preset=ultrafast:x265-params='lossless=1:log-level=none'",
         "yuv420p10le", "arib-std-b67", 1000},
        {"hlg_eight_bit.mp4", "libx264", "qp=0:preset=ultrafast", "yuv420p", "arib-std-b67", 1000,
         5},  // its own steps are wider
        {"wide_sdr.mp4", "libx265", "preset=ultrafast:x265-params='lossless=1:log-level=none'",
         "yuv420p10le", "bt2020-10", 203},
    };
    for (const HdrRow& row : rows) {
        CAPTURE(std::string(row.file));
        CardRecipe recipe;
        recipe.codec = row.codec;
        recipe.codec_options = row.options;
        recipe.pixel_format = row.format;
        recipe.colours = {"bt2020nc", "tv", row.curve, "bt2020"};
        recipe.paint = hdr_card;
        const Screened shown = play_cards(recipe, row.file);
        const Worst worst =
            worst_patch(shown, [&](int index) { return meant(row, hdr_patch(index)); });
        CAPTURE(worst.text);
        CHECK(worst.off <= row.tolerance);
    }
}

TEST_CASE("the curves of light are those of the standards") {
    // ITU-R BT.2408, table 1, and BT.2100.
    CHECK(media::pq_of_nits(100) == doctest::Approx(0.508).epsilon(0.001));
    CHECK(media::pq_of_nits(203) == doctest::Approx(0.581).epsilon(0.001));
    CHECK(media::pq_of_nits(1000) == doctest::Approx(0.7518).epsilon(0.001));
    CHECK(media::nits_of_pq(1.0) == doctest::Approx(10000));
    CHECK(media::nits_of_pq(0.0) == doctest::Approx(0));
    const auto hlg = [](double s) { return media::light_of(media::LightCurve::Hlg, {s, s, s}); };
    CHECK(hlg(0.75)[0] == doctest::Approx(203).epsilon(0.005));
    CHECK(hlg(1.0)[1] == doctest::Approx(1000).epsilon(0.001));
    CHECK(hlg(0.38)[2] == doctest::Approx(26).epsilon(0.03));  // 18 % grey
}

TEST_CASE("compressing light keeps the dark, the order and the hue, and uses all of the screen") {
    double last = -1;
    for (double nits = 0; nits <= 4000; nits += 5) {
        CAPTURE(nits);
        const media::Rgb mapped = media::compressed({nits, nits / 2, nits / 4}, 4000);
        CHECK(mapped[0] > last);
        CHECK(mapped[0] <= media::white_nits + 0.01);
        CHECK(mapped[1] == doctest::Approx(mapped[0] / 2));
        CHECK(mapped[2] == doctest::Approx(mapped[0] / 4));
        if (nits < 25) CHECK(mapped[0] == doctest::Approx(nits));
        last = mapped[0];
    }
    CHECK(last == doctest::Approx(media::white_nits));
    CHECK(media::compressed({150, 150, 150}, media::white_nits)[0] == doctest::Approx(150));
}
