#include "player/media/making/mp4_output.h"

namespace media {

Mp4Output::~Mp4Output() {
    if (output_ && output_->pb != nullptr) avio_closep(&output_->pb);
    std::error_code ignored;
    if (!finished_) std::filesystem::remove(file_, ignored);
}

bool Mp4Output::open() {
    if (output_) return true;
    AVFormatContext* raw = nullptr;
    if (avformat_alloc_output_context2(&raw, nullptr, "mp4", file_.c_str()) < 0) return false;
    output_.reset(raw);
    return true;
}

AVStream* Mp4Output::add_stream(const AVCodecContext& codec) {
    if (!open()) return nullptr;
    AVStream* stream = avformat_new_stream(output_.get(), nullptr);
    if (stream == nullptr) return nullptr;
    stream->time_base = codec.time_base;
    stream->sample_aspect_ratio = codec.sample_aspect_ratio;
    return avcodec_parameters_from_context(stream->codecpar, &codec) < 0 ? nullptr : stream;
}

bool Mp4Output::begin(Mp4Index index) {
    AVDictionary* options = nullptr;
    if (index == Mp4Index::AtFront) {
        av_dict_set(&options, "movflags", "faststart", 0);
        av_dict_set(&options, "movie_timescale", "1000000", 0);
    }
    const bool begun = avio_open(&output_->pb, file_.c_str(), AVIO_FLAG_WRITE) >= 0 &&
                       avformat_write_header(output_.get(), &options) >= 0;
    av_dict_free(&options);
    return begun;
}

bool Mp4Output::encode(AVCodecContext& codec, AVStream& stream, const AVFrame* frame) {
    if (avcodec_send_frame(&codec, frame) < 0) return false;
    PacketHandle packet{av_packet_alloc()};
    for (;;) {
        const int code = avcodec_receive_packet(&codec, packet.get());
        if (code == AVERROR(EAGAIN) || code == AVERROR_EOF) return true;
        if (code < 0) return false;
        packet->stream_index = stream.index;
        // Encoders do not say how long pictures last, and players pass over a last one of no
        // length.
        if (packet->duration == 0 && codec.framerate.num > 0)
            packet->duration = av_rescale_q(1, av_inv_q(codec.framerate), codec.time_base);
        av_packet_rescale_ts(packet.get(), codec.time_base, stream.time_base);
        if (av_interleaved_write_frame(output_.get(), packet.get()) < 0) return false;
    }
}

bool Mp4Output::finish(const std::string& comment) {
    // What is said about an MP4 file is written at its end.
    if (!comment.empty()) av_dict_set(&output_->metadata, "comment", comment.c_str(), 0);
    finished_ = av_write_trailer(output_.get()) >= 0 && avio_closep(&output_->pb) >= 0;
    return finished_;
}

}  // namespace media
