#include "tools/make_sample/film_encoder.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/display.h>
#include <libavutil/opt.h>
#include <libswscale/swscale.h>
}

#include <cerrno>
#include <cstring>
#include <map>
#include <string>
#include <vector>

namespace sample {

namespace {

using catalogue::done;
using catalogue::fail;
using catalogue::Outcome;
using catalogue::Problem;
using catalogue::Result;

template <auto Free>
struct AvFree {
    template <class T>
    void operator()(T* p) const noexcept {
        Free(&p);
    }
};
struct ScalerFree {
    void operator()(SwsContext* p) const noexcept { sws_freeContext(p); }
};
struct OutputFree {
    void operator()(AVFormatContext* p) const noexcept {
        if (p->pb) avio_closep(&p->pb);
        avformat_free_context(p);
    }
};
using CodecHandle = std::unique_ptr<AVCodecContext, AvFree<avcodec_free_context>>;
using FrameHandle = std::unique_ptr<AVFrame, AvFree<av_frame_free>>;
using PacketHandle = std::unique_ptr<AVPacket, AvFree<av_packet_free>>;
using OutputHandle = std::unique_ptr<AVFormatContext, OutputFree>;
using ScalerHandle = std::unique_ptr<SwsContext, ScalerFree>;

Problem problem_of(const std::filesystem::path& file, int code) {
    if (code == AVERROR(ENOSPC)) {
        return fail({file}, "the disk is full", "free about 300 MB and start again");
    }
    char text[AV_ERROR_MAX_STRING_SIZE] = {};
    av_strerror(code, text, sizeof text);
    return fail({file}, std::string("cannot be written: ") + text);
}

constexpr const char* picture_encoder = "libx264";
constexpr const char* sound_encoder = "aac";

}  // namespace

struct FilmEncoder::Parts {
    std::filesystem::path file;
    FilmFormat format;
    OutputHandle output;
    CodecHandle pictures;
    CodecHandle sound;
    AVStream* picture_stream = nullptr;  // owned by output
    AVStream* sound_stream = nullptr;    // owned by output
    ScalerHandle scaler;
    FrameHandle frame;
    FrameHandle sound_frame;
    PacketHandle packet;
    std::int64_t next_picture = 0;
    bool picture_waits = false;  // in `frame`, until it is known how long it stays
    std::map<std::int64_t, std::int64_t> lengths;  // of pictures in the encoder, by their times
    std::int64_t next_sample = 0;
    std::vector<float> waiting;  // samples that do not fill a sound frame yet

    Outcome drain(AVCodecContext& codec, AVStream& stream);
    Outcome send_picture();
    Outcome send_sound(const float* samples, int count);
};

Outcome encoders_present() {
    for (const char* name : {picture_encoder, sound_encoder}) {
        if (!avcodec_find_encoder_by_name(name)) {
            return fail({}, std::string("this machine's FFmpeg has no encoder '") + name + "'",
                        "install the packages libavcodec59 and libx264-164 from Debian itself");
        }
    }
    return done();
}

void silence_encoders() {
    av_log_set_level(AV_LOG_FATAL);
}

FilmEncoder::FilmEncoder(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
FilmEncoder::FilmEncoder(FilmEncoder&&) noexcept = default;
FilmEncoder& FilmEncoder::operator=(FilmEncoder&&) noexcept = default;
FilmEncoder::~FilmEncoder() = default;

namespace {

CodecHandle picture_codec(const FilmFormat& format) {
    const AVCodec* codec = avcodec_find_encoder_by_name(picture_encoder);
    CodecHandle context(codec ? avcodec_alloc_context3(codec) : nullptr);
    if (!context) return nullptr;
    context->width = format.width_px;
    context->height = format.height_px;
    context->pix_fmt = AV_PIX_FMT_YUV420P;
    context->time_base = {1, format.rate_fps};
    context->framerate = {format.rate_fps, 1};
    context->gop_size = 250;
    context->color_range = AVCOL_RANGE_MPEG;
    context->colorspace = AVCOL_SPC_BT709;
    context->color_primaries = AVCOL_PRI_BT709;
    context->color_trc = AVCOL_TRC_BT709;
    context->thread_count = 1;  // one process for each person keeps every core busy
    context->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    av_opt_set(context->priv_data, "preset", "superfast", 0);
    av_opt_set(context->priv_data, "crf", "27", 0);
    av_opt_set(context->priv_data, "forced-idr", "1", 0);
    // Cuts are known: the first pictures of answers. Looking for others finds none.
    av_opt_set(context->priv_data, "sc_threshold", "0", 0);
    // Light does not change, and looking where B-pictures pay takes longer than it saves.
    av_opt_set(context->priv_data, "x264-params", "weightp=0:b-adapt=0", 0);
    return avcodec_open2(context.get(), codec, nullptr) < 0 ? nullptr : std::move(context);
}

CodecHandle sound_codec() {
    const AVCodec* codec = avcodec_find_encoder_by_name(sound_encoder);
    CodecHandle context(codec ? avcodec_alloc_context3(codec) : nullptr);
    if (!context) return nullptr;
    context->sample_rate = film_sound_rate_hz;
    context->sample_fmt = AV_SAMPLE_FMT_FLTP;
    av_channel_layout_default(&context->ch_layout, 1);
    context->bit_rate = 64'000;
    context->time_base = {1, film_sound_rate_hz};
    context->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    av_opt_set(context->priv_data, "aac_coder", "fast", 0);
    return avcodec_open2(context.get(), codec, nullptr) < 0 ? nullptr : std::move(context);
}

void set_turn(AVStream& stream, int degrees) {
    if (degrees == 0) return;
    std::uint8_t* matrix =
        av_stream_new_side_data(&stream, AV_PKT_DATA_DISPLAYMATRIX, 9 * sizeof(std::int32_t));
    if (matrix) av_display_rotation_set(reinterpret_cast<std::int32_t*>(matrix), degrees);
}

}  // namespace

Result<FilmEncoder> FilmEncoder::open(const std::filesystem::path& file, const FilmFormat& format) {
    auto parts = std::make_unique<Parts>();
    parts->file = file;
    parts->format = format;
    parts->pictures = picture_codec(format);
    parts->sound = sound_codec();
    if (!parts->pictures || !parts->sound) {
        const Outcome present = encoders_present();
        if (!present) return present.error();
        return fail({file}, "the encoder refuses a film of this size");
    }
    AVFormatContext* raw = nullptr;
    int code = avformat_alloc_output_context2(&raw, nullptr, "mp4", file.c_str());
    if (code < 0) return problem_of(file, code);
    parts->output.reset(raw);
    parts->picture_stream = avformat_new_stream(raw, nullptr);
    parts->sound_stream = avformat_new_stream(raw, nullptr);
    if (!parts->picture_stream || !parts->sound_stream) return problem_of(file, AVERROR(ENOMEM));
    parts->picture_stream->time_base = parts->pictures->time_base;
    parts->picture_stream->avg_frame_rate = parts->pictures->framerate;
    parts->sound_stream->time_base = parts->sound->time_base;
    avcodec_parameters_from_context(parts->picture_stream->codecpar, parts->pictures.get());
    avcodec_parameters_from_context(parts->sound_stream->codecpar, parts->sound.get());
    set_turn(*parts->picture_stream, format.turn_degrees);

    // The same words make the same bytes: no dates and no versions inside.
    raw->flags |= AVFMT_FLAG_BITEXACT;
    code = avio_open(&raw->pb, file.c_str(), AVIO_FLAG_WRITE);
    if (code < 0) return problem_of(file, code);
    AVDictionary* options = nullptr;
    av_dict_set(&options, "movflags", "+faststart", 0);
    code = avformat_write_header(raw, &options);
    av_dict_free(&options);
    if (code < 0) return problem_of(file, code);

    parts->scaler.reset(sws_getContext(format.width_px, format.height_px, AV_PIX_FMT_BGRA,
                                       format.width_px, format.height_px, AV_PIX_FMT_YUV420P,
                                       SWS_POINT, nullptr, nullptr, nullptr));
    const int* matrix = sws_getCoefficients(SWS_CS_ITU709);
    if (!parts->scaler || sws_setColorspaceDetails(parts->scaler.get(), matrix, 1, matrix, 0, 0,
                                                   1 << 16, 1 << 16) < 0) {
        return fail({file}, "the colours cannot be converted");
    }
    parts->frame.reset(av_frame_alloc());
    parts->sound_frame.reset(av_frame_alloc());
    parts->packet.reset(av_packet_alloc());
    if (!parts->frame || !parts->sound_frame || !parts->packet) {
        return problem_of(file, AVERROR(ENOMEM));
    }
    parts->frame->format = AV_PIX_FMT_YUV420P;
    parts->frame->width = format.width_px;
    parts->frame->height = format.height_px;
    if (code = av_frame_get_buffer(parts->frame.get(), 0); code < 0) return problem_of(file, code);
    parts->sound_frame->format = AV_SAMPLE_FMT_FLTP;
    parts->sound_frame->sample_rate = film_sound_rate_hz;
    parts->sound_frame->nb_samples = parts->sound->frame_size;
    av_channel_layout_default(&parts->sound_frame->ch_layout, 1);
    if (code = av_frame_get_buffer(parts->sound_frame.get(), 0); code < 0) {
        return problem_of(file, code);
    }
    return FilmEncoder(std::move(parts));
}

Outcome FilmEncoder::Parts::drain(AVCodecContext& codec, AVStream& stream) {
    for (;;) {
        int code = avcodec_receive_packet(&codec, packet.get());
        if (code == AVERROR(EAGAIN) || code == AVERROR_EOF) return done();
        if (code < 0) return problem_of(file, code);
        packet->stream_index = stream.index;
        if (const auto length = lengths.find(packet->pts);
            &codec == pictures.get() && length != lengths.end()) {
            packet->duration = length->second;
            lengths.erase(length);
        }
        av_packet_rescale_ts(packet.get(), codec.time_base, stream.time_base);
        code = av_interleaved_write_frame(output.get(), packet.get());
        if (code < 0) return problem_of(file, code);
    }
}

Outcome FilmEncoder::Parts::send_picture() {
    if (!picture_waits) return done();
    picture_waits = false;
    lengths[frame->pts] = next_picture - frame->pts;
    const int code = avcodec_send_frame(pictures.get(), frame.get());
    return code < 0 ? problem_of(file, code) : drain(*pictures, *picture_stream);
}

Outcome FilmEncoder::add_picture(const Picture& picture, PictureKind kind) {
    Parts& p = *parts_;
    Outcome outcome = p.send_picture();
    if (!outcome) return outcome;
    if (const int code = av_frame_make_writable(p.frame.get()); code < 0) {
        return problem_of(p.file, code);
    }
    const std::uint8_t* planes[] = {reinterpret_cast<const std::uint8_t*>(picture.row(0))};
    const int strides[] = {picture.width_px() * 4};
    sws_scale(p.scaler.get(), planes, strides, 0, p.format.height_px, p.frame->data,
              p.frame->linesize);
    p.frame->pts = p.next_picture++;
    p.frame->pict_type =
        kind == PictureKind::FirstOfAnswer ? AV_PICTURE_TYPE_I : AV_PICTURE_TYPE_NONE;
    p.picture_waits = true;
    return done();
}

void FilmEncoder::hold_picture() {
    ++parts_->next_picture;
}

Outcome FilmEncoder::Parts::send_sound(const float* samples, int count) {
    int code = av_frame_make_writable(sound_frame.get());
    if (code < 0) return problem_of(file, code);
    sound_frame->nb_samples = count;
    std::memcpy(sound_frame->data[0], samples, sizeof(float) * static_cast<std::size_t>(count));
    sound_frame->pts = next_sample;
    next_sample += count;
    code = avcodec_send_frame(sound.get(), sound_frame.get());
    if (code < 0) return problem_of(file, code);
    return drain(*sound, *sound_stream);
}

Outcome FilmEncoder::add_sound(std::span<const float> samples) {
    Parts& p = *parts_;
    p.waiting.insert(p.waiting.end(), samples.begin(), samples.end());
    const auto size = static_cast<std::size_t>(p.sound->frame_size);
    std::size_t sent = 0;
    for (; p.waiting.size() - sent >= size; sent += size) {
        Outcome outcome = p.send_sound(p.waiting.data() + sent, p.sound->frame_size);
        if (!outcome) return outcome;
    }
    p.waiting.erase(p.waiting.begin(), p.waiting.begin() + static_cast<std::ptrdiff_t>(sent));
    return done();
}

Outcome FilmEncoder::finish() {
    Parts& p = *parts_;
    if (!p.waiting.empty()) {
        Outcome outcome = p.send_sound(p.waiting.data(), static_cast<int>(p.waiting.size()));
        if (!outcome) return outcome;
        p.waiting.clear();
    }
    Outcome last = p.send_picture();
    if (!last) return last;
    for (const auto& [codec, stream] : {std::pair{p.pictures.get(), p.picture_stream},
                                        std::pair{p.sound.get(), p.sound_stream}}) {
        if (const int code = avcodec_send_frame(codec, nullptr); code < 0) {
            return problem_of(p.file, code);
        }
        Outcome outcome = p.drain(*codec, *stream);
        if (!outcome) return outcome;
    }
    int code = av_write_trailer(p.output.get());
    const int closed = avio_closep(&p.output->pb);
    if (code >= 0) code = closed;
    if (code < 0) return problem_of(p.file, code);
    return done();
}

}  // namespace sample
