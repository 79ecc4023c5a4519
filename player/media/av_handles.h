// Owners for FFmpeg's things: each is a unique_ptr from the line that makes it. Private to the
// folder.
#pragma once

#include <cerrno>
#include <memory>
#include <string>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavfilter/avfilter.h>
#include <libavfilter/buffersink.h>
#include <libavfilter/buffersrc.h>
#include <libavformat/avformat.h>
#include <libavutil/frame.h>
#include <libswresample/swresample.h>
#include <libswscale/swscale.h>
}

namespace media {

template <auto Free>
struct AvFree {
    template <class T>
    void operator()(T* p) const noexcept {
        Free(&p);
    }
};
template <auto Free>
struct AvFreeValue {
    template <class T>
    void operator()(T* p) const noexcept {
        Free(p);
    }
};
struct AvioFree {
    void operator()(AVIOContext* io) const noexcept {
        av_freep(&io->buffer);  // FFmpeg may have replaced the buffer that it was given
        avio_context_free(&io);
    }
};

using FormatHandle = std::unique_ptr<AVFormatContext, AvFree<avformat_close_input>>;
using OutputHandle = std::unique_ptr<AVFormatContext, AvFreeValue<avformat_free_context>>;
using AvioHandle = std::unique_ptr<AVIOContext, AvioFree>;
using CodecHandle = std::unique_ptr<AVCodecContext, AvFree<avcodec_free_context>>;
using FrameHandle = std::unique_ptr<AVFrame, AvFree<av_frame_free>>;
using PacketHandle = std::unique_ptr<AVPacket, AvFree<av_packet_free>>;
using ResamplerHandle = std::unique_ptr<SwrContext, AvFree<swr_free>>;
using ScalerHandle = std::unique_ptr<SwsContext, AvFreeValue<sws_freeContext>>;

inline std::string av_text(int code) {
    char text[AV_ERROR_MAX_STRING_SIZE] = {};
    av_strerror(code, text, sizeof text);
    return text;
}

}  // namespace media
