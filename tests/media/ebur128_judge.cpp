#include "tests/media/ebur128_judge.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>

extern "C" {
#include <libavfilter/avfilter.h>
#include <libavfilter/buffersink.h>
#include <libavfilter/buffersrc.h>
#include <libavutil/frame.h>
}

namespace support {

namespace {

double number_in(const AVFrame& frame, const char* key) {
    const AVDictionaryEntry* entry = av_dict_get(frame.metadata, key, nullptr, 0);
    REQUIRE(entry != nullptr);
    return std::atof(entry->value);
}

}  // namespace

Judged judge_loudness(std::span<const float> mono) {
    AVFilterGraph* graph = avfilter_graph_alloc();
    AVFilterContext* in = nullptr;
    AVFilterContext* meter = nullptr;
    AVFilterContext* out = nullptr;
    const auto add = [graph](AVFilterContext*& filter, const char* kind, const char* with) {
        REQUIRE(avfilter_graph_create_filter(&filter, avfilter_get_by_name(kind), kind, with,
                                             nullptr, graph) >= 0);
    };
    add(in, "abuffer", "sample_rate=48000:sample_fmt=flt:channel_layout=stereo:time_base=1/48000");
    add(meter, "ebur128", "metadata=1:peak=true:framelog=verbose");
    add(out, "abuffersink", "");
    REQUIRE(avfilter_link(in, 0, meter, 0) >= 0);
    REQUIRE(avfilter_link(meter, 0, out, 0) >= 0);
    REQUIRE(avfilter_graph_config(graph, nullptr) >= 0);

    Judged judged;
    AVFrame* frame = av_frame_alloc();
    const auto look = [&] {
        AVFrame* heard = av_frame_alloc();
        while (av_buffersink_get_frame(out, heard) >= 0) {
            judged.lufs = number_in(*heard, "lavfi.r128.I");
            judged.true_peak_dbtp =
                20 * std::log10(std::max(number_in(*heard, "lavfi.r128.true_peak"), 1e-6));
            av_frame_unref(heard);
        }
        av_frame_free(&heard);
    };
    constexpr std::size_t block = 4800;
    for (std::size_t at = 0; at + block <= mono.size(); at += block) {
        frame->format = AV_SAMPLE_FMT_FLT;
        frame->sample_rate = 48000;
        frame->nb_samples = static_cast<int>(block);
        frame->pts = static_cast<std::int64_t>(at);
        av_channel_layout_default(&frame->ch_layout, 2);
        REQUIRE(av_frame_get_buffer(frame, 0) >= 0);
        auto* to = reinterpret_cast<float*>(frame->data[0]);
        for (std::size_t i = 0; i < block; ++i)
            to[2 * i] = to[2 * i + 1] = mono[at + i];
        REQUIRE(av_buffersrc_add_frame(in, frame) >= 0);
        look();
    }
    REQUIRE(av_buffersrc_add_frame(in, nullptr) >= 0);
    look();
    av_frame_free(&frame);
    avfilter_graph_free(&graph);
    return judged;
}

}  // namespace support
