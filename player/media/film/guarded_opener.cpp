#include "player/media/film/guarded_opener.h"

#include "catalogue/words.h"

#include <algorithm>
#include <mutex>
#include <vector>

extern "C" {
#include <libavutil/avstring.h>
#include <libavutil/opt.h>
}

namespace media {
using catalogue::_;

namespace {

using catalogue::fail;
using catalogue::Problem;
using catalogue::Result;

constexpr int io_buffer_bytes = 64 * 1024;
constexpr std::int64_t probe_bytes = 5 << 20;
constexpr std::int64_t probe_us = 5'000'000;
constexpr std::chrono::seconds open_deadline{10};

// The essential layer: whatever a file says that it is, nothing else looks at it.
constexpr const char* film_formats = "mov,matroska,mpegts,mpeg,avi,ogg,mp3,wav,flac,aac";
constexpr const char* still_formats = "png_pipe,jpeg_pipe";

constexpr const char* decoders =
    "h264,hevc,vp8,vp9,libdav1d,mpeg1video,mpeg2video,mpegvideo,mpeg4,msmpeg4,msmpeg4v2,h263,mjpeg,"
    "theora,prores,dnxhd,dvvideo,ffv1,rawvideo,png,"
    "aac,mp1float,mp2float,mp3float,mp1,mp2,mp3,opus,vorbis,ac3,eac3,flac,alac,"
    "pcm_u8,pcm_s8,pcm_s16le,pcm_s16be,pcm_s24le,pcm_s24be,pcm_s32le,pcm_s32be,pcm_f32le,pcm_f32be,"
    "pcm_alaw,pcm_mulaw,adpcm_ms,adpcm_ima_wav";

const char* const convert_hint =
    catalogue::said_later("convert it to MP4 with H.264 pictures and AAC sound");

// MPEG-4 part 2 and its relatives end at 1920x1200 in any camera. A damaged header that claims more
// keeps their repairing of errors busy for a second a picture.
std::int64_t most_pixels(AVCodecID codec) {
    constexpr std::int64_t old_codecs = 1920LL * 1200;
    switch (codec) {
        case AV_CODEC_ID_MPEG4:
        case AV_CODEC_ID_MSMPEG4V2:
        case AV_CODEC_ID_MSMPEG4V3:
        case AV_CODEC_ID_H263:
        case AV_CODEC_ID_MPEG1VIDEO:
            return old_codecs;
        default:
            return max_pixels;
    }
}

int refuse_open(AVFormatContext*, AVIOContext**, const char*, int, AVDictionary**) {
    return AVERROR(EPERM);
}

// Probing decodes pictures only to learn what their headers say. H.264's and HEVC's decoders read
// the headers of pictures that they leave out, too: that takes 2 ms instead of 20 (1920x1080).
bool told_by_headers(AVCodecID codec) {
    return codec == AV_CODEC_ID_H264 || codec == AV_CODEC_ID_HEVC;
}

int check_interrupt(void* guard) {
    return static_cast<ReadGuard*>(guard)->gave_up() ? 1 : 0;
}

Problem not_a_film(const FilmFile& film, int code, const ReadGuard& guard, Purpose purpose) {
    if (guard.gave_up()) {
        return fail({film.relative}, _("reading this file takes too long"),
                    _("copy the module onto this computer and try again"));
    }
    if (purpose == Purpose::Still) {
        return fail({film.relative}, _("this is not a picture that can be shown"),
                    _("use a PNG or JPEG file"));
    }
    if (code == AVERROR_EOF || code == AVERROR(EIO)) {
        return fail({film.relative}, _("this film is cut off or cannot be read"),
                    _("copy it again from where it came from"));
    }
    return fail({film.relative}, _("this is not a film that can be played"), _(convert_hint));
}

}  // namespace

struct GuardedFile::Door {
    std::unique_ptr<FilmInput> input;
    ReadGuard& guard;
    std::int64_t position = 0;

    static int read(void* self, std::uint8_t* target, int size) {
        Door& door = *static_cast<Door*>(self);
        if (door.guard.gave_up()) return AVERROR_EXIT;
        const int got = door.input->read(door.position, target, size);
        if (got > 0) door.position += got;
        return got;
    }

    static std::int64_t seek(void* self, std::int64_t offset, int whence) {
        Door& door = *static_cast<Door*>(self);
        const auto size = static_cast<std::int64_t>(door.input->stamp().size_bytes);
        std::int64_t base = 0;
        switch (whence & ~AVSEEK_FORCE) {
            case AVSEEK_SIZE:
                return size;
            case SEEK_SET:
                break;
            case SEEK_CUR:
                base = door.position;
                break;
            case SEEK_END:
                base = size;
                break;
            default:
                return AVERROR(EINVAL);
        }
        std::int64_t place = 0;
        if (__builtin_add_overflow(base, offset, &place) || place < 0) return AVERROR(EINVAL);
        return door.position = place;
    }
};

void GuardedFile::DoorFree::operator()(Door* door) const noexcept {
    delete door;
}

const FilmStamp& GuardedFile::stamp() const {
    return door_->input->stamp();
}

const std::optional<Problem>& GuardedFile::problem() const {
    return door_->input->problem();
}

void keep_ffmpeg_quiet() {
    static std::once_flag once;
    std::call_once(once, [] { av_log_set_level(AV_LOG_QUIET); });
}

Result<GuardedFile> open_guarded(const FilmFile& film, Purpose purpose, ReadGuard& guard,
                                 Absent absent) {
    keep_ffmpeg_quiet();
    auto input = FilmInput::open(film, guard, absent);
    if (!input) return input.error();

    GuardedFile opened;
    opened.door_.reset(new GuardedFile::Door{std::move(*input), guard});
    auto* buffer = static_cast<unsigned char*>(av_malloc(io_buffer_bytes));
    opened.io_.reset(avio_alloc_context(buffer, io_buffer_bytes, 0, opened.door_.get(),
                                        &GuardedFile::Door::read, nullptr,
                                        &GuardedFile::Door::seek));

    AVFormatContext* format = avformat_alloc_context();
    format->pb = opened.io_.get();
    format->io_open = refuse_open;
    format->interrupt_callback = {check_interrupt, &guard};
    format->protocol_whitelist = av_strdup("");
    format->format_whitelist = av_strdup(purpose == Purpose::Film ? film_formats : still_formats);
    format->codec_whitelist = av_strdup(decoders);
    format->max_streams = max_streams;
    format->probesize = probe_bytes;
    format->max_analyze_duration = probe_us;
    format->flags |= AVFMT_FLAG_CUSTOM_IO;

    guard.set_deadline(std::chrono::steady_clock::now() + open_deadline);
    // On failure it frees the context, but never our own input.
    if (int code = avformat_open_input(&format, "", nullptr, nullptr); code < 0) {
        return opened.problem().value_or(not_a_film(film, code, guard, purpose));
    }
    opened.format_.reset(format);

    std::vector<AVDictionary*> options(format->nb_streams, nullptr);
    for (unsigned i = 0; i < format->nb_streams; ++i) {
        av_dict_set_int(&options[i], "max_pixels", max_pixels, 0);
        if (told_by_headers(format->streams[i]->codecpar->codec_id)) {
            av_dict_set(&options[i], "skip_frame", "all", 0);
        }
    }
    const int code = avformat_find_stream_info(format, options.data());
    for (AVDictionary*& option : options)
        av_dict_free(&option);
    if (opened.problem()) return *opened.problem();
    if (code < 0 || guard.gave_up()) return not_a_film(film, code, guard, purpose);
    if (format->nb_streams > static_cast<unsigned>(max_streams)) {
        return fail({film.relative}, _("this film has too many tracks"), _(convert_hint));
    }
    for (unsigned i = 0; i < format->nb_streams; ++i) {
        const AVCodecParameters& codec = *format->streams[i]->codecpar;
        const std::int64_t pixels = static_cast<std::int64_t>(codec.width) * codec.height;
        if (pixels > most_pixels(codec.codec_id)) {
            return fail({film.relative}, _("its pictures are too large"),
                        _("convert it to MP4 with H.264 pictures, at most 3840 x 2160"));
        }
    }
    guard.clear_deadline();
    return opened;
}

bool can_decode(const AVCodecParameters& stream) {
    const AVCodec* codec = avcodec_find_decoder(stream.codec_id);
    return codec != nullptr && av_match_list(codec->name, decoders, ',') != 0;
}

Result<CodecHandle> open_decoder(const AVStream& stream, const FilmFile& film, int threads,
                                 const std::function<void(AVCodecContext&)>& prepare) {
    const bool picture = stream.codecpar->codec_type == AVMEDIA_TYPE_VIDEO;
    const Problem unknown = fail({film.relative},
                                 picture ? _("its pictures are of a kind that cannot be played")
                                         : _("its sound is of a kind that cannot be played"),
                                 _(convert_hint));
    const AVCodec* codec = avcodec_find_decoder(stream.codecpar->codec_id);
    if (codec == nullptr) return unknown;
    CodecHandle decoder{avcodec_alloc_context3(codec)};
    if (avcodec_parameters_to_context(decoder.get(), stream.codecpar) < 0) return unknown;
    decoder->pkt_timebase = stream.time_base;
    decoder->codec_whitelist = av_strdup(decoders);
    decoder->max_pixels = most_pixels(codec->id);
    decoder->thread_count = threads;
    decoder->thread_type = FF_THREAD_FRAME;
    if (prepare) prepare(*decoder);
    if (avcodec_open2(decoder.get(), codec, nullptr) < 0) return unknown;
    return decoder;
}

}  // namespace media
