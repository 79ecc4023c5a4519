#include "player/media/pictures/plane_scaler.h"

#include <zimg.h>

#include <cassert>
#include <cstdlib>
#include <cstring>

namespace media {

namespace {

// zimg asks for 32 with AVX2 and 64 with AVX-512; FFmpeg's own pictures have as much.
constexpr int alignment_bytes = 64;

bool is_aligned(PlaneView plane) {
    return reinterpret_cast<std::uintptr_t>(plane.samples) % alignment_bytes == 0 &&
           plane.stride_bytes > 0 && plane.stride_bytes % alignment_bytes == 0;
}

zimg_image_format format_of(PlaneSize size) {
    zimg_image_format format;
    zimg_image_format_default(&format, ZIMG_API_VERSION);
    format.width = static_cast<unsigned>(size.width);
    format.height = static_cast<unsigned>(size.height);
    format.pixel_type = ZIMG_PIXEL_BYTE;
    format.color_family = ZIMG_COLOR_GREY;
    format.pixel_range = ZIMG_RANGE_FULL;  // samples stay what they are
    return format;
}

struct FreeGraph {
    void operator()(zimg_filter_graph* graph) const noexcept { zimg_filter_graph_free(graph); }
};
using GraphOwner = std::unique_ptr<zimg_filter_graph, FreeGraph>;

GraphOwner graph_between(PlaneSize from, PlaneSize to) {
    const zimg_image_format source = format_of(from);
    const zimg_image_format target = format_of(to);
    zimg_graph_builder_params how;
    zimg_graph_builder_params_default(&how, ZIMG_API_VERSION);
    how.resample_filter =
        ZIMG_RESIZE_BILINEAR;  // wider where it makes smaller: nothing is left out
    how.cpu_type = ZIMG_CPU_AUTO_64B;
    GraphOwner graph{zimg_filter_graph_build(&source, &target, &how)};
    assert(graph);  // every size is known to it
    return graph;
}

}  // namespace

void AlignedPlane::Free::operator()(std::uint8_t* samples) const noexcept {
    std::free(samples);
}

void AlignedPlane::resize(PlaneSize size) {
    if (size == size_) return;
    size_ = size;
    stride_bytes_ = (size.width / alignment_bytes + 1) * alignment_bytes;
    const std::size_t bytes =
        static_cast<std::size_t>(stride_bytes_) * (static_cast<std::size_t>(size.height) + 1);
    samples_.reset(static_cast<std::uint8_t*>(std::aligned_alloc(alignment_bytes, bytes)));
    if (!samples_) std::abort();  // out of memory
}

void AlignedPlane::copy(PlaneView from) {
    for (int y = 0; y < size_.height; ++y) {
        std::memcpy(row(y), from.samples + static_cast<std::ptrdiff_t>(y) * from.stride_bytes,
                    static_cast<std::size_t>(size_.width));
    }
}

void AlignedPlane::extend() {
    for (int y = 0; y < size_.height; ++y)
        row(y)[size_.width] = row(y)[size_.width - 1];
    std::memcpy(row(size_.height), row(size_.height - 1), static_cast<std::size_t>(stride_bytes_));
}

struct PlaneScaler::Impl {
    PlaneSize from;
    PlaneSize to;
    GraphOwner graph;
    AlignedPlane moved;  // of a plane that does not lie where zimg wants it
    AlignedPlane scaled;
    AlignedPlane scratch;

    void zoom(PlaneView plane, PlaneSize from_size, PlaneSize to_size);
};

void PlaneScaler::Impl::zoom(PlaneView plane, PlaneSize from_size, PlaneSize to_size) {
    if (!graph || from != from_size || to != to_size) {
        graph = graph_between(from_size, to_size);
        from = from_size;
        to = to_size;
        std::size_t scratch_bytes = 0;
        zimg_filter_graph_get_tmp_size(graph.get(), &scratch_bytes);
        scratch.resize({static_cast<int>(scratch_bytes), 1});
    }
    if (!is_aligned(plane)) {
        moved.resize(from);
        moved.copy(plane);
        plane = moved.view();
    }
    zimg_image_buffer_const source{ZIMG_API_VERSION, {}};
    source.plane[0] = {plane.samples, plane.stride_bytes, ZIMG_BUFFER_MAX};
    zimg_image_buffer target{ZIMG_API_VERSION, {}};
    target.plane[0] = {scaled.row(0), scaled.stride_bytes(), ZIMG_BUFFER_MAX};
    [[maybe_unused]] const zimg_error_code_e code = zimg_filter_graph_process(
        graph.get(), &source, &target, scratch.row(0), nullptr, nullptr, nullptr, nullptr);
    assert(code == ZIMG_ERROR_SUCCESS);  // no call-backs that could fail
}

PlaneScaler::PlaneScaler() : impl_(std::make_unique<Impl>()) {}
PlaneScaler::~PlaneScaler() = default;
PlaneScaler::PlaneScaler(PlaneScaler&&) noexcept = default;
PlaneScaler& PlaneScaler::operator=(PlaneScaler&&) noexcept = default;

PlaneView PlaneScaler::scale(PlaneView plane, PlaneSize from, PlaneSize to) {
    Impl& own = *impl_;
    const bool is_even = to.width % 2 == 0 && to.height % 2 == 0;
    if (from == to && is_even) return plane;
    own.scaled.resize(to);
    if (from == to) {
        own.scaled.copy(plane);
    } else {
        own.zoom(plane, from, to);
    }
    if (!is_even) own.scaled.extend();
    return own.scaled.view();
}

}  // namespace media
