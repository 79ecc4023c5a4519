// Makes films at test time whose pictures say which they are and whose sound says when it is.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "catalogue/problem.h"

namespace support {

enum class FilmSound {
    None,
    Silence,
    Steady,   // 0.5 all along: whatever is not that is a mistake
    Beeps,    // a 1 kHz tone of 50 ms at the start of every whole `beep_every_ms`
    Talk,     // like a voice: a rich tone in syllables, with pauses; `level` is its highest peak
    Numbers,  // every sample is sample_value() of its number: for codecs that lose nothing
};

struct FilmRecipe {
    int film = 1;        // id in the bars
    int pictures = 100;  // 0: sound only
    int width_px = 320;
    int height_px = 180;
    int rate_num = 25;
    int rate_den = 1;
    int gop = 250;
    int b_pictures = 2;
    std::string picture_codec = "libx264";
    std::string pixel_format = "yuv420p";
    int turns = 0;  // quarter turns clockwise that the player has to make (a phone's flag)
    int pixel_aspect_num = 1;
    int pixel_aspect_den = 1;
    bool interlaced = false;  // flagged and coded so; both fields are of one moment
    // As FFmpeg writes them: "name=value:name=value".
    std::string encoder_options;
    std::string container_options;
    // All times are shifted by this.
    std::int64_t shift_us = 0;

    FilmSound sound = FilmSound::None;
    std::string sound_codec = "aac";
    int sound_rate_hz = 48000;
    int channels = 2;
    int only_channel = -1;  // the others are silent
    int beep_every_ms = 1000;
    int sound_ms = -1;  // length; -1: as long as the pictures
    float level = 0.5F;

    // What the container says of its parts; an end of -1 is none.
    struct Chapter {
        std::int64_t from_ms = 0;
        std::int64_t to_ms = 0;
        std::string title;
    };
    std::vector<Chapter> chapters;

    // Start of every picture, in ticks of 1/(rate_num/rate_den); nothing: one tick each.
    std::function<int(int number)> start_tick;
};

// The container follows from the file's ending.
catalogue::Outcome make_numbered_film(const std::filesystem::path& file, const FilmRecipe& recipe);

// What a 16-bit sample of the Numbers sound is: a hash, so that any stretch can be told from any
// other.
std::int16_t sample_value(std::int64_t number);

}  // namespace support
