// What was measured of a module's answers, as the text that is kept of it. Pure.
//
// One line for each answer, after a line that names the format:
//
//     crosscut loudness 1
//     5c0f1e22 -27.31 -9.8 1234567 1763791234567890123 12000000 40200000 films/moira.mp4
//
// That is: a checksum of the rest of the line, LUFS, true peak in dBTP ("-": not known), the film's
// size in bytes and when it was written in ns since 1970, in- and out-point in microseconds ("-"
// for the whole film), and the film, relative to the module.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

#include "player/app/preparing/answer_loudness.h"
#include "player/media/film/film_stamp.h"

namespace app {

struct LoudnessNote {
    media::FilmStamp stamp;  // of the film that was measured
    media::Loudness loudness;

    bool operator==(const LoudnessNote&) const = default;
};
using LoudnessNotes = std::map<Stretch, LoudnessNote>;

// Fifty times what the largest usual module (40 x 100) needs.
inline constexpr std::size_t most_note_bytes = 16u << 20;

std::string to_text(const LoudnessNotes& notes);

// Whatever the text is: lines that are damaged or make no sense are left out, and all of them when
// the text is of another format or longer than most_note_bytes.
LoudnessNotes read_loudness_notes(std::string_view text);

}  // namespace app
