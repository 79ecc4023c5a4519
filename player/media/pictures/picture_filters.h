// FFmpeg's filters, one behind the other, for pictures of one shape. Private to player/media.
#pragma once

#include <initializer_list>
#include <string>

#include "player/media/filter_library.h"

namespace media {

struct PictureShape {
    int width_px = 0;
    int height_px = 0;
    int format = -1;  // AVPixelFormat
    bool operator==(const PictureShape&) const = default;
};

PictureShape shape_of(const AVFrame& frame);

// One thread. Empty until built.
class PictureFilters {
public:
    struct Filter {
        const char* name;
        std::string options;
    };

    // Times of pictures are in microseconds. False, and empty, when a filter does not take such
    // pictures, or there are no filters.
    bool build(const PictureShape& shape, std::initializer_list<Filter> filters);
    void reset() { graph_.reset(); }
    bool is_built() const { return graph_ != nullptr; }
    const PictureShape& shape() const { return shape_; }

    // Takes the picture's bytes over; nothing: there are no more. False when it was refused.
    bool feed(AVFrame* picture);
    // False when nothing is ready.
    bool take(AVFrame& picture);

private:
    GraphHandle graph_;
    AVFilterContext* input_ = nullptr;  // both belong to the graph
    AVFilterContext* output_ = nullptr;
    PictureShape shape_;
};

}  // namespace media
