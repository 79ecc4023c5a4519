// The shapes that a mouth makes for the sounds of speech.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "tools/make_sample/speech.h"

namespace sample {

// Shares, 0 being a mouth at rest.
struct MouthShape {
    double open = 0;    // jaw and lips apart, 0 to 1
    double wide = 0;    // corners drawn: -1 together, +1 apart
    double round = 0;   // lips pushed forward, 0 to 1
    double teeth = 0;   // upper teeth to be seen, 0 to 1
    double tuck = 0;    // lower lip under the upper teeth, 0 to 1
    double tongue = 0;  // tip of the tongue behind or between the teeth, 0 to 1
    double press = 0;   // lips closed firmly, 0 to 1

    bool operator==(const MouthShape&) const = default;
};

MouthShape mix(const MouthShape& a, const MouthShape& b, double share_of_b);

// The shape for one IPA letter; nothing for a letter that has no shape of its own (length and
// stress marks, diacritics).
std::optional<MouthShape> mouth_shape_of(char32_t letter);

// Whether the letter is a mark that changes nothing on the outside.
bool is_sound_mark(char32_t letter);

// The shapes a sound goes through: two for a diphthong, one otherwise.
std::vector<MouthShape> mouth_shapes_of(std::string_view ipa);

// A mouth over the time of one answer.
class MouthTrack {
public:
    explicit MouthTrack(const Speech& speech);

    // @param at_s  from the first word; before and after the answer the mouth is at rest
    MouthShape at(double at_s) const;

private:
    struct Key {
        double at_s;
        MouthShape shape;
    };
    void add(double at_s, const MouthShape& shape);

    std::vector<Key> keys_;  // by time
};

}  // namespace sample
