// How a person moves while they speak and while they listen.
#pragma once

#include <cstdint>
#include <vector>

#include "tools/make_sample/cast.h"
#include "tools/make_sample/mouth.h"

namespace sample {

// A moment of somebody's bearing. Angles in radians, shifts in units of a portrait.
struct Pose {
    double yaw = 0;    // + towards the right of the picture
    double pitch = 0;  // + down
    double roll = 0;   // + clockwise
    double shift_x = 0;
    double shift_y = 0;
    double breath = 0;  // -1 out, +1 in
    double lean = 0;    // of the shoulders, -1 to 1
    double lids = 0;    // 0 open, 1 closed
    double gaze_x = 0;  // -1 left, +1 right
    double gaze_y = 0;  // -1 up, +1 down
    double brows = 0;   // + raised
    double frown = 0;
    double smile = 0;
    MouthShape mouth;
};

struct SpokenStretch {
    double starts_s = 0;  // of the first word, in film time
    Speech speech;
};

// Everything is a function of film time and seed: any picture can be asked for, in any order.
class Performance {
public:
    Performance(const Manner& manner, const std::vector<SpokenStretch>& stretches,
                std::uint64_t seed);

    Pose at(double film_s) const;

private:
    struct Beat {  // a nod or a lift of the brows on a word
        double at_s;
        double nod;
        double brow;
        double tilt;
    };
    struct Glance {
        double from_s;
        double x;
        double y;
    };
    struct Track {
        double starts_s;
        double ends_s;
        MouthTrack mouth;
        std::vector<float> loudness;  // every 10 ms, 0 to 1
    };

    void plan_beats(const SpokenStretch& stretch);
    void plan_glances(const SpokenStretch& stretch);
    void plan_blinks(double until_s, const std::vector<SpokenStretch>& stretches);
    double lids_at(double film_s) const;

    Manner manner_;
    std::uint64_t seed_;
    std::vector<Track> tracks_;
    std::vector<Beat> beats_;
    std::vector<Glance> glances_;  // by time
    std::vector<double> blinks_;   // by time
};

}  // namespace sample
