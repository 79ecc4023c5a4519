// Shows films that mean more light (PQ, HLG) or other primary colours (BT.2020) than a screen has.
#pragma once

#include <array>
#include <vector>

#include "player/media/av_handles.h"
#include "player/media/pictures/kept_scaler.h"
#include "player/media/pictures/light_curves.h"

namespace media {

// Whether a frame's light curve or primaries are not those of a usual screen.
bool needs_tone_mapping(const AVFrame& frame);

// What the film says about its brightest light, in nits; 0 when this frame says nothing.
double told_peak_nits(const AVFrame& frame);

// One thread. Keeps its table between pictures of the same kind.
class ToneMapper {
public:
    // A new picture, 8 bit 4:2:0, BT.709, limited range; nothing when it cannot be made.
    //
    // @param peak_nits  the brightest light that the film says it has; 0 = it does not say
    FrameHandle map(const AVFrame& frame, double peak_nits);

private:
    using Rgb32 = std::array<float, 3>;
    struct Kind {
        LightCurve curve = LightCurve::Sdr;
        bool wide = false;  // BT.2020 primaries
        int colorspace = -1;
        bool full_range = false;
        double peak_nits = 0;
        bool operator==(const Kind&) const = default;
    };
    // From Y'CbCr of the film to an index into the tables, for each of R', G' and B'.
    struct ToSignal {
        int luma = 0;
        int offset = 0;
        int red_cr = 0, green_cb = 0, green_cr = 0, blue_cb = 0;
    };

    void build(const Kind& kind);
    FrameHandle to_ten_bit(const AVFrame& frame);
    template <LightCurve curve>
    void map_row_pair(const AVFrame& from, AVFrame& to, int row) const;
    template <LightCurve curve>
    Rgb32 shown(int luma, int cb, int cr) const;

    Kind kind_;
    ToSignal to_signal_;
    std::array<float, 9> primaries_{};  // rows: red, green, blue of the screen
    // The curves, sampled. Light is counted in the screen's white.
    std::vector<float> light_;   // by signal; for HLG the light of the scene
    std::vector<float> system_;  // HLG: from the scene's light to the screen's, by its square root
    std::vector<float> gain_;    // of what is compressed, by the strongest colour's signal;
                                 // for HLG by the square root of its light
    std::vector<float> signal_;  // of the screen, by the square root of light
    std::vector<float> grey_;    // luma on the screen of a film's greys, by their code
    KeptScaler scaler_;
};

}  // namespace media
