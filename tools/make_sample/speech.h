// Spoken words: sound, and when each sound and each word of it is said.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "catalogue/problem.h"
#include "tools/make_sample/cast.h"

namespace sample {

// One speech sound. It lasts until the next one.
struct SpokenSound {
    double at_s = 0;
    std::string ipa;  // empty: silence
};

// One word as it is written, with the punctuation that hangs on it.
struct SpokenWord {
    double at_s = 0;
    double end_s = 0;
    std::string text;
};

struct Speech {
    int rate_hz = 0;
    std::vector<std::int16_t> samples;  // mono; begins with the first sound, ends with the last
    std::vector<SpokenSound> sounds;
    std::vector<SpokenWord> words;

    double length_s() const { return static_cast<double>(samples.size()) / rate_hz; }
};

// The speech library. It keeps one state for the whole process and cannot be started twice in it,
// and what it says depends on what it said before: one Speaker to a process, asked in a fixed
// order, says the same every time.
class Speaker {
public:
    static catalogue::Result<Speaker> open(const Voice& voice);

    // @param text  UTF-8, one paragraph
    catalogue::Result<Speech> say(const std::string& text);

private:
    explicit Speaker(int rate_hz) : rate_hz_(rate_hz) {}

    int rate_hz_;
};

}  // namespace sample
