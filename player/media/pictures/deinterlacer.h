// Turns pictures made of two moments (odd rows of the one, even rows of the other) into pictures
// of one.
#pragma once

#include <deque>
#include <vector>

#include "player/media/pictures/picture_filters.h"
#include "player/media/pictures/video_decoder.h"

namespace media {

// Passes pictures on as they are until one says that it is interlaced; from then on it keeps one
// picture back, because the next one is needed to tell what moves. One picture comes out for each
// that goes in. One thread.
class Deinterlacer {
public:
    using Decoded = VideoDecoder::Decoded;

    // Forgets what it kept: the next picture is not the neighbour of the last one.
    void restart();
    // What is ready now is added to `ready`.
    void feed(Decoded picture, std::vector<Decoded>& ready);
    // No more will come before the next restart().
    void finish(std::vector<Decoded>& ready);

private:
    void drain(std::vector<Decoded>& ready);

    PictureFilters filters_;
    PictureShape refused_;  // of pictures that the filter does not take: they pass as they are
    std::deque<Decoded> inside_;  // what is known of the pictures in the graph, in order
};

}  // namespace media
