// FFmpeg's filters (libavfilter), loaded when one is first wanted. With the 32 libraries that it
// brings along it takes 12 ms of the 45 that loading all of the program's libraries took, and most
// films are played without a filter. Private to player/media.
#pragma once

#include "player/media/av_handles.h"

namespace media {

// What is called of it, by the names of libavfilter without "av" and "avfilter".
struct FilterLibrary {
    decltype(&::avfilter_graph_alloc) graph_alloc;
    decltype(&::avfilter_graph_free) graph_free;
    decltype(&::avfilter_graph_create_filter) graph_create_filter;
    decltype(&::avfilter_graph_config) graph_config;
    decltype(&::avfilter_get_by_name) get_by_name;
    decltype(&::avfilter_link) link;
    decltype(&::av_buffersrc_add_frame) buffersrc_add_frame;
    decltype(&::av_buffersink_get_frame) buffersink_get_frame;
};

// Any thread. The first call takes as long as loading does.
// @returns nothing when the library of this version is not installed
const FilterLibrary* filter_library();

// Only a library that is there has made a graph.
struct GraphFree {
    void operator()(AVFilterGraph* graph) const noexcept { filter_library()->graph_free(&graph); }
};
using GraphHandle = std::unique_ptr<AVFilterGraph, GraphFree>;

}  // namespace media
