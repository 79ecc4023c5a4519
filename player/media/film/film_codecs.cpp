#include "player/media/film/film_codecs.h"

#include "player/media/film/source.h"
#include "player/media/pictures/video_decoder.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavutil/pixdesc.h>
}

namespace media {

namespace {

// H.264 and HEVC are opened by their headers, which do not tell: a picture does.
AVPixelFormat picture_format(Source& source) {
    const AVStream& pictures = *source.pictures();
    const auto told = static_cast<AVPixelFormat>(pictures.codecpar->format);
    if (told != AV_PIX_FMT_NONE) return told;
    auto decoder = VideoDecoder::open(source, 1);
    if (!decoder) return AV_PIX_FMT_NONE;
    const PacketHandle packet{av_packet_alloc()};
    while (true) {
        const bool over = source.read(*packet) == Source::Read::End;
        const bool is_picture = !over && packet->stream_index == pictures.index;
        if (over || is_picture) decoder->send(over ? nullptr : packet.get());
        av_packet_unref(packet.get());
        if (const auto decoded = decoder->receive())
            return static_cast<AVPixelFormat>(decoded->frame->format);
        if (over) return AV_PIX_FMT_NONE;
    }
}

}  // namespace

FilmCodecs codecs_of(Source& source) {
    FilmCodecs codecs;
    if (const AVStream* pictures = source.pictures()) {
        codecs.pictures = avcodec_get_name(pictures->codecpar->codec_id);
        codecs.picture_length = source.picture_length();
        if (const char* name = av_get_pix_fmt_name(picture_format(source)))
            codecs.picture_format = name;
    }
    if (const AVStream* sound = source.sound()) {
        codecs.sound = avcodec_get_name(sound->codecpar->codec_id);
    }
    return codecs;
}

catalogue::Result<FilmCodecs> codecs_of(const FilmFile& film) {
    ReadGuard guard;
    auto source = Source::open(film, guard, Absent::Fails);
    if (!source) return source.error();
    return codecs_of(*source);
}

}  // namespace media
