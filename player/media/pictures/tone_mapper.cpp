#include "player/media/pictures/tone_mapper.h"

#include <algorithm>
#include <array>
#include <cmath>

extern "C" {
#include <libavutil/mastering_display_metadata.h>
}

namespace media {

namespace {

// FFmpeg's own filters (zscale to linear floats, tonemap, zscale back) take 42 ms of one core for a
// 1080p picture, and a film gives 33 to 40 ms for everything. Here the curves are looked up in
// tables, small enough for the first cache: 20 ms for PQ, 30 ms for HLG. (One table for the
// whole way, read between its knots, goes wrong by up to 26 of 255 where colours leave the
// screen's range.)
constexpr int steps = 1024;
constexpr int scale_bits = 14;  // of the way from Y'CbCr to an index
// Blocks whose luma differs by less have one slope: 2 of 255.
constexpr int flat_codes = 8;

// Shares of luma, ITU-R BT.709.
constexpr float red_709 = 0.2126F;
constexpr float blue_709 = 0.0722F;

constexpr double usual_peak_nits = 1000.0;  // what films that do not say are graded for
constexpr double highest_peak_nits = 10000.0;

struct LumaShares {
    double red, blue;
};

LumaShares shares_of(int colorspace) {
    switch (colorspace) {
        case AVCOL_SPC_BT709:
            return {0.2126, 0.0722};
        case AVCOL_SPC_BT470BG:
        case AVCOL_SPC_SMPTE170M:
            return {0.299, 0.114};
        default:
            return {0.2627, 0.0593};  // ITU-R BT.2020; what such films mean when they do not say
    }
}

float looked_up(const std::vector<float>& by_root, float value) {
    const float root = std::sqrt(std::clamp(value, 0.0F, 1.0F));
    return by_root[static_cast<std::size_t>(root * (steps - 1) + 0.5F)];
}

float luma_of(const std::array<float, 3>& rgb) {
    return red_709 * rgb[0] + (1 - red_709 - blue_709) * rgb[1] + blue_709 * rgb[2];
}

template <class Curve>
std::vector<float> sampled(Curve curve) {
    std::vector<float> samples;
    samples.reserve(steps);
    for (int i = 0; i < steps; ++i)
        samples.push_back(static_cast<float>(curve(static_cast<double>(i) / (steps - 1))));
    return samples;
}

LightCurve curve_of(const AVFrame& frame) {
    if (frame.color_trc == AVCOL_TRC_SMPTE2084) return LightCurve::Pq;
    if (frame.color_trc == AVCOL_TRC_ARIB_STD_B67) return LightCurve::Hlg;
    return LightCurve::Sdr;
}

}  // namespace

bool needs_tone_mapping(const AVFrame& frame) {
    return curve_of(frame) != LightCurve::Sdr || frame.color_primaries == AVCOL_PRI_BT2020;
}

double told_peak_nits(const AVFrame& frame) {
    if (const auto* data = av_frame_get_side_data(&frame, AV_FRAME_DATA_CONTENT_LIGHT_LEVEL)) {
        const auto* light = reinterpret_cast<const AVContentLightMetadata*>(data->data);
        if (light->MaxCLL > 0) return light->MaxCLL;
    }
    if (const auto* data =
            av_frame_get_side_data(&frame, AV_FRAME_DATA_MASTERING_DISPLAY_METADATA)) {
        const auto* display = reinterpret_cast<const AVMasteringDisplayMetadata*>(data->data);
        if (display->has_luminance != 0 && display->max_luminance.den > 0) {
            return std::max(av_q2d(display->max_luminance), 0.0);
        }
    }
    return 0;
}

FrameHandle ToneMapper::to_ten_bit(const AVFrame& frame) {
    FrameHandle made{av_frame_alloc()};
    made->format = AV_PIX_FMT_YUV420P10;
    made->width = frame.width;
    made->height = frame.height;
    if (av_frame_get_buffer(made.get(), 0) < 0) return nullptr;
    SwsContext* scaler = scaler_.of({.from_width_px = frame.width,
                                     .from_height_px = frame.height,
                                     .from = static_cast<AVPixelFormat>(frame.format),
                                     .to_width_px = frame.width,
                                     .to_height_px = frame.height,
                                     .to = AV_PIX_FMT_YUV420P10,
                                     .flags = SWS_BILINEAR | SWS_ACCURATE_RND,
                                     .from_matrix = frame.colorspace,
                                     .from_full = kind_.full_range,
                                     .to_matrix = frame.colorspace,
                                     .to_full = kind_.full_range});
    if (scaler == nullptr) return nullptr;
    if (sws_scale(scaler, frame.data, frame.linesize, 0, frame.height, made->data, made->linesize) <
        0) {
        return nullptr;
    }
    return made;
}

// R'G'B' of the screen (0 to 1) for one colour of the film; chroma is counted from its middle.
template <LightCurve curve>
ToneMapper::Rgb32 ToneMapper::shown(int luma, int cb, int cr) const {
    const ToSignal& way = to_signal_;
    const int y = way.luma * luma + way.offset;
    const auto index = [](int signal) {
        return static_cast<std::size_t>(std::clamp(signal >> scale_bits, 0, steps - 1));
    };
    const std::array at{index(y + way.red_cr * cr),
                        index(y + way.green_cb * cb + way.green_cr * cr),
                        index(y + way.blue_cb * cb)};
    Rgb32 light{light_[at[0]], light_[at[1]], light_[at[2]]};
    float gain = 1;
    if constexpr (curve == LightCurve::Hlg) {
        const float luminance = 0.2627F * light[0] + 0.6780F * light[1] + 0.0593F * light[2];
        const float system = looked_up(system_, luminance);
        const float strongest = system * std::max({light[0], light[1], light[2]});
        constexpr auto whites = static_cast<float>(white_nits / hlg_peak_nits);
        gain = system * looked_up(gain_, strongest * whites);
    } else {
        gain = gain_[std::max({at[0], at[1], at[2]})];
    }
    for (float& part : light)
        part *= gain;
    const auto& m = primaries_;
    return {looked_up(signal_, m[0] * light[0] + m[1] * light[1] + m[2] * light[2]),
            looked_up(signal_, m[3] * light[0] + m[4] * light[1] + m[5] * light[2]),
            looked_up(signal_, m[6] * light[0] + m[7] * light[1] + m[8] * light[2])};
}

void ToneMapper::build(const Kind& kind) {
    kind_ = kind;
    const auto [red, blue] = shares_of(kind.colorspace);
    const double green = 1 - red - blue;
    const double unit = static_cast<double>(steps - 1) * (1 << scale_bits);
    const double luma = unit / (kind.full_range ? 1023 : 876);
    const double chroma = unit / (kind.full_range ? 1023 : 896);
    const auto whole = [](double value) { return static_cast<int>(std::lround(value)); };
    to_signal_.luma = whole(luma);
    to_signal_.offset = (1 << (scale_bits - 1)) - (kind.full_range ? 0 : 64) * to_signal_.luma;
    to_signal_.red_cr = whole(chroma * 2 * (1 - red));
    to_signal_.blue_cb = whole(chroma * 2 * (1 - blue));
    to_signal_.green_cr = whole(-chroma * 2 * (1 - red) * red / green);
    to_signal_.green_cb = whole(-chroma * 2 * (1 - blue) * blue / green);

    for (std::size_t i = 0; i < 3; ++i) {
        Rgb one{};
        one[i] = 1;
        if (kind.wide) one = to_709_primaries(one);
        for (std::size_t row = 0; row < 3; ++row)
            primaries_[3 * row + i] = static_cast<float>(one[row]);
    }

    const auto gain_at = [&](double nits) {
        if (nits <= 0 || kind.curve == LightCurve::Sdr) return 1.0;
        return compressed({nits, nits, nits}, kind.peak_nits)[0] / nits;
    };
    if (kind.curve == LightCurve::Hlg) {
        light_ = sampled(hlg_scene_light);
        system_ = sampled([](double root) { return hlg_system_nits(root * root) / white_nits; });
        gain_ = sampled([&](double root) { return gain_at(hlg_peak_nits * root * root); });
    } else {
        const auto nits_at = [&](double signal) {
            return light_of(kind.curve, {signal, signal, signal})[0];
        };
        light_ = sampled([&](double signal) { return nits_at(signal) / white_nits; });
        gain_ = sampled([&](double signal) { return gain_at(nits_at(signal)); });
    }
    signal_ = sampled([](double root) {
        const double nits = white_nits * root * root;
        return signal_of({nits, nits, nits})[0];
    });
    grey_.clear();
    for (int code = 0; code < 1024; ++code) {
        grey_.push_back(luma_of(kind.curve == LightCurve::Hlg ? shown<LightCurve::Hlg>(code, 0, 0)
                                                              : shown<LightCurve::Pq>(code, 0, 0)));
    }
}

// Two rows of luma and the row of chroma that they share. A block of two by two pixels has one
// colour: the whole way is gone for its darkest and its brightest pixel, and between them luma
// follows the curve that grey would take.
template <LightCurve curve>
void ToneMapper::map_row_pair(const AVFrame& from, AVFrame& to, int row) const {
    const auto line = [](const AVFrame& frame, int plane, int y) {
        return frame.data[plane] + static_cast<std::ptrdiff_t>(y) * frame.linesize[plane];
    };
    const int below = std::min(2 * row + 1, from.height - 1);
    const std::array<const std::uint16_t*, 2> luma{
        reinterpret_cast<const std::uint16_t*>(line(from, 0, 2 * row)),
        reinterpret_cast<const std::uint16_t*>(line(from, 0, below))};
    const auto* cb_from = reinterpret_cast<const std::uint16_t*>(line(from, 1, row));
    const auto* cr_from = reinterpret_cast<const std::uint16_t*>(line(from, 2, row));
    const std::array<std::uint8_t*, 2> luma_to{line(to, 0, 2 * row), line(to, 0, below)};
    std::uint8_t* cb_to = line(to, 1, row);
    std::uint8_t* cr_to = line(to, 2, row);

    for (int x = 0; x < (from.width + 1) / 2; ++x) {
        const int left = 2 * x;
        const int right = std::min(2 * x + 1, from.width - 1);
        const std::array<int, 4> codes{
            std::min<int>(luma[0][left], 1023), std::min<int>(luma[0][right], 1023),
            std::min<int>(luma[1][left], 1023), std::min<int>(luma[1][right], 1023)};
        const auto [darkest, brightest] = std::minmax({codes[0], codes[1], codes[2], codes[3]});
        const int cb = std::min<int>(cb_from[x], 1023) - 512;
        const int cr = std::min<int>(cr_from[x], 1023) - 512;

        Rgb32 rgb = shown<curve>(darkest, cb, cr);
        const float dark = luma_of(rgb);
        const float grey_dark = grey_[static_cast<std::size_t>(darkest)];
        float slope = 1;  // of this colour against grey
        if (brightest - darkest > flat_codes) {
            const Rgb32 high = shown<curve>(brightest, cb, cr);
            const float grey_span = grey_[static_cast<std::size_t>(brightest)] - grey_dark;
            if (grey_span > 0) slope = (luma_of(high) - dark) / grey_span;
            const int mean = codes[0] + codes[1] + codes[2] + codes[3] - 4 * darkest;
            const float share =
                static_cast<float>(mean) / (4.0F * static_cast<float>(brightest - darkest));
            for (std::size_t i = 0; i < 3; ++i)
                rgb[i] += share * (high[i] - rgb[i]);
        }
        const auto stored = [&](int code) {
            const float grey = grey_[static_cast<std::size_t>(code)] - grey_dark;
            return static_cast<std::uint8_t>(16.5F + 219 * (dark + slope * grey));
        };
        luma_to[0][left] = stored(codes[0]);
        luma_to[0][right] = stored(codes[1]);
        luma_to[1][left] = stored(codes[2]);
        luma_to[1][right] = stored(codes[3]);
        const float mean = luma_of(rgb);
        cb_to[x] = static_cast<std::uint8_t>(128.5F + 112 * (rgb[2] - mean) / (1 - blue_709));
        cr_to[x] = static_cast<std::uint8_t>(128.5F + 112 * (rgb[0] - mean) / (1 - red_709));
    }
}

FrameHandle ToneMapper::map(const AVFrame& frame, double peak_nits) {
    Kind kind;
    kind.curve = curve_of(frame);
    kind.wide = frame.color_primaries == AVCOL_PRI_BT2020 ||
                (kind.curve != LightCurve::Sdr && frame.color_primaries == AVCOL_PRI_UNSPECIFIED);
    kind.colorspace = frame.colorspace;
    kind.full_range = frame.color_range == AVCOL_RANGE_JPEG;
    if (kind.curve == LightCurve::Hlg) {
        kind.peak_nits = hlg_peak_nits;
    } else if (kind.curve == LightCurve::Pq) {
        kind.peak_nits =
            peak_nits > 0 ? std::clamp(peak_nits, white_nits, highest_peak_nits) : usual_peak_nits;
    }
    if (kind != kind_ || light_.empty()) build(kind);

    FrameHandle converted;
    const AVFrame* from = &frame;
    if (frame.format != AV_PIX_FMT_YUV420P10) {
        converted = to_ten_bit(frame);
        if (!converted) return nullptr;
        from = converted.get();
    }
    FrameHandle made{av_frame_alloc()};
    made->format = AV_PIX_FMT_YUV420P;
    made->width = frame.width;
    made->height = frame.height;
    if (av_frame_get_buffer(made.get(), 0) < 0) return nullptr;
    for (int row = 0; row < (frame.height + 1) / 2; ++row) {
        if (kind.curve == LightCurve::Hlg) {
            map_row_pair<LightCurve::Hlg>(*from, *made, row);
        } else {
            map_row_pair<LightCurve::Pq>(*from, *made, row);
        }
    }
    av_frame_copy_props(made.get(), &frame);
    made->colorspace = AVCOL_SPC_BT709;
    made->color_range = AVCOL_RANGE_MPEG;
    made->color_primaries = AVCOL_PRI_BT709;
    made->color_trc = AVCOL_TRC_BT709;
    return made;
}

}  // namespace media
