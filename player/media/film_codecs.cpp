#include "player/media/film_codecs.h"

#include "player/media/source.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavutil/pixdesc.h>
}

namespace media {

catalogue::Result<FilmCodecs> codecs_of(const FilmFile& film) {
    ReadGuard guard;
    const auto source = Source::open(film, guard, Absent::Fails);
    if (!source) return source.error();
    FilmCodecs codecs;
    if (const AVStream* pictures = source->pictures()) {
        codecs.pictures = avcodec_get_name(pictures->codecpar->codec_id);
        const auto format = static_cast<AVPixelFormat>(pictures->codecpar->format);
        if (const char* name = av_get_pix_fmt_name(format)) codecs.picture_format = name;
        codecs.picture_length = source->picture_length();
    }
    if (const AVStream* sound = source->sound()) {
        codecs.sound = avcodec_get_name(sound->codecpar->codec_id);
    }
    return codecs;
}

}  // namespace media
