#include "player/media/picture_filters.h"

#include <fmt/core.h>

namespace media {

PictureShape shape_of(const AVFrame& frame) {
    return {frame.width, frame.height, frame.format};
}

bool PictureFilters::build(const PictureShape& shape, std::initializer_list<Filter> filters) {
    shape_ = shape;
    graph_.reset(avfilter_graph_alloc());
    graph_->nb_threads = 1;
    const auto add = [&](AVFilterContext*& made, const char* name, const char* options) {
        return avfilter_graph_create_filter(&made, avfilter_get_by_name(name), name, options,
                                            nullptr, graph_.get()) >= 0;
    };
    const std::string source = fmt::format("video_size={}x{}:pix_fmt={}:time_base=1/1000000",
                                           shape.width_px, shape.height_px, shape.format);
    bool built = add(input_, "buffer", source.c_str());
    AVFilterContext* last = input_;
    for (const Filter& filter : filters) {
        AVFilterContext* made = nullptr;
        built = built && add(made, filter.name, filter.options.c_str()) &&
                avfilter_link(last, 0, made, 0) >= 0;
        last = made;
    }
    built = built && add(output_, "buffersink", nullptr) &&
            avfilter_link(last, 0, output_, 0) >= 0 &&
            avfilter_graph_config(graph_.get(), nullptr) >= 0;
    if (!built) graph_.reset();
    return built;
}

bool PictureFilters::feed(AVFrame* picture) {
    return av_buffersrc_add_frame(input_, picture) >= 0;
}

bool PictureFilters::take(AVFrame& picture) {
    return av_buffersink_get_frame(output_, &picture) >= 0;
}

}  // namespace media
