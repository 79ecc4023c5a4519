#include "player/media/pictures/picture_filters.h"

#include <fmt/core.h>

namespace media {

PictureShape shape_of(const AVFrame& frame) {
    return {frame.width, frame.height, frame.format};
}

bool PictureFilters::build(const PictureShape& shape, std::initializer_list<Filter> filters) {
    shape_ = shape;
    graph_.reset();
    const FilterLibrary* library = filter_library();
    if (library == nullptr) return false;
    graph_.reset(library->graph_alloc());
    graph_->nb_threads = 1;
    const auto add = [&](AVFilterContext*& made, const char* name, const char* options) {
        return library->graph_create_filter(&made, library->get_by_name(name), name, options,
                                            nullptr, graph_.get()) >= 0;
    };
    const std::string source = fmt::format("video_size={}x{}:pix_fmt={}:time_base=1/1000000",
                                           shape.width_px, shape.height_px, shape.format);
    bool built = add(input_, "buffer", source.c_str());
    AVFilterContext* last = input_;
    for (const Filter& filter : filters) {
        AVFilterContext* made = nullptr;
        built = built && add(made, filter.name, filter.options.c_str()) &&
                library->link(last, 0, made, 0) >= 0;
        last = made;
    }
    built = built && add(output_, "buffersink", nullptr) &&
            library->link(last, 0, output_, 0) >= 0 &&
            library->graph_config(graph_.get(), nullptr) >= 0;
    if (!built) graph_.reset();
    return built;
}

bool PictureFilters::feed(AVFrame* picture) {
    return filter_library()->buffersrc_add_frame(input_, picture) >= 0;
}

bool PictureFilters::take(AVFrame& picture) {
    return filter_library()->buffersink_get_frame(output_, &picture) >= 0;
}

}  // namespace media
