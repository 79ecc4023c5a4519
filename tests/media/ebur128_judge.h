// FFmpeg's own EBU R128 meter, as a judge that has nothing to do with the one that the player uses.
#pragma once

#include <span>

namespace support {

struct Judged {
    double lufs = 0.0;
    double true_peak_dbtp = 0.0;
};

// @param mono  48 kHz; heard from both loudspeakers
Judged judge_loudness(std::span<const float> mono);

}  // namespace support
