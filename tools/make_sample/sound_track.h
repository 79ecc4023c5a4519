// Speech made ready for a film: resampled, brought to one loudness, in a room.
#pragma once

#include <span>
#include <vector>

#include "catalogue/problem.h"
#include "tools/make_sample/speech.h"

namespace sample {

// Mono samples of film_sound_rate_hz, as long as the speech.
catalogue::Result<std::vector<float>> film_sound_of(const Speech& speech);

// The factor that brings all of a person's speech to the usual loudness, plus `gain_db`.
double loudness_factor(const std::vector<Speech>& speeches, double gain_db);

// Adds the room: what its walls throw back, and the sound of nobody speaking. Peaks are rounded
// off. Works along a film: call it with one stretch after the other.
class Room {
public:
    explicit Room(double level);

    void add_to(std::span<float> samples);

private:
    std::vector<float> tone_;   // of the empty room, repeated
    std::vector<float> delay_;  // the last moments, for the echoes
    std::size_t tone_at_ = 0;
    std::size_t delay_at_ = 0;
};

}  // namespace sample
