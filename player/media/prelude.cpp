#include "player/media/prelude.h"

#include <fmt/format.h>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <random>

#include "catalogue/words.h"
#include "player/media/clip_session.h"
#include "player/media/mp4_output.h"
#include "player/media/prelude_reader.h"

extern "C" {
#include <libavutil/opt.h>
}

namespace media {
using catalogue::_;

namespace {

using catalogue::fail;
using catalogue::Problem;
using catalogue::Result;
namespace fs = std::filesystem;

// Enough to decode ten seconds of film meanwhile, on a machine that decodes four times as fast as
// it plays.
constexpr SourceDuration usual_length{3'000'000};
// Fewer pictures than this are decoded before anybody notices.
constexpr SourceDuration soon_enough{300'000};
constexpr AVRational microseconds{1, 1'000'000};

// How an encoder names what a picture says.
AVColorSpace colour_space_of(ColourMatrix matrix) {
    switch (matrix) {
        case ColourMatrix::Bt601:
            return AVCOL_SPC_SMPTE170M;
        case ColourMatrix::Bt2020:
            return AVCOL_SPC_BT2020_NCL;
        case ColourMatrix::Bt709:
            break;
    }
    return AVCOL_SPC_BT709;
}

CodecHandle encoder_for(const Picture& picture) {
    const AVCodec* codec = avcodec_find_encoder_by_name("libx264");
    if (codec == nullptr) return nullptr;
    CodecHandle context{avcodec_alloc_context3(codec)};
    context->width = picture.width_px;
    context->height = picture.height_px;
    context->pix_fmt = AV_PIX_FMT_YUV420P;
    context->sample_aspect_ratio =
        av_d2q(picture.display_aspect * picture.height_px / picture.width_px, 1 << 14);
    context->colorspace = colour_space_of(picture.matrix);
    context->color_range = picture.range == ColourRange::Full ? AVCOL_RANGE_JPEG : AVCOL_RANGE_MPEG;
    context->time_base = microseconds;
    context->framerate = {1'000'000, static_cast<int>(picture.duration.count())};
    context->gop_size = 1000;  // it is always shown from its start
    context->max_b_frames = 0;
    context->thread_count = 1;  // there is no hurry
    context->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    av_opt_set(context->priv_data, "preset", "veryfast", 0);
    // Its first picture in half the time, and no pictures kept to look ahead: 12 MB each at 1080p.
    av_opt_set(context->priv_data, "tune", "fastdecode,zerolatency", 0);
    av_opt_set(context->priv_data, "crf", "23", 0);
    return avcodec_open2(context.get(), codec, nullptr) < 0 ? nullptr : std::move(context);
}

// A clip's pictures, one after the other, as they would be shown.
class Pictures {
public:
    explicit Pictures(const ClipOrder& clip)
        : session_(clip, std::nullopt, {}, [this] { wake(); }) {
        session_.set_in_waiting(true);  // there is no hurry: fewer pictures are kept
        session_.set_watched(true);
    }
    // Nothing when there is no more, or none yet when stopped.
    std::optional<Picture> next(const std::stop_token& stop) {
        Run& run = *session_.run();
        std::unique_lock lock(mutex_);
        for (;;) {
            news_ = false;
            lock.unlock();
            if (auto picture = run.pictures.try_pop()) return picture;
            if (run.pictures.finished() || session_.problem()) return run.pictures.try_pop();
            lock.lock();
            if (!woken_.wait(lock, stop, [this] { return news_; })) return std::nullopt;
        }
    }
    std::optional<Problem> problem() const { return session_.problem(); }

private:
    void wake() {
        {
            const std::lock_guard lock(mutex_);
            news_ = true;
        }
        woken_.notify_all();
    }

    std::mutex mutex_;
    std::condition_variable_any woken_;
    bool news_ = false;  // guarded by mutex_
    ClipSession session_;
};

// Whether decoding can begin right at, or just before, the in-point.
bool begins_soon(Source& source, const ClipOrder& clip) {
    const SourceTime in = clip.trim->in;
    if (in <= SourceTime{} + soon_enough) return true;
    if (!source.jump_before(in)) return false;
    const Ticks ticks = source.ticks(*source.pictures());
    const PacketHandle packet{av_packet_alloc()};
    while (source.read(*packet) == Source::Read::Packet) {
        const bool key = packet->stream_index == source.pictures()->index &&
                         (packet->flags & AV_PKT_FLAG_KEY) != 0 && packet->pts != AV_NOPTS_VALUE;
        const SourceTime start = key ? ticks.time(packet->pts) : SourceTime{};
        av_packet_unref(packet.get());
        if (key) return start + soon_enough >= in;
    }
    return false;
}

// Of the clip's own film: half of it has to be left to go on with.
SourceTime wanted_end(const TimeRange& clip) {
    return clip.in + std::min(usual_length, (clip.out - clip.in) / 2);
}

Problem cannot_write(const fs::path& file) {
    return fail({file}, _("the beginning of an answer cannot be kept"),
                _("see whether the disk has room"));
}

Problem stopped(const ClipOrder& clip) {
    return fail({clip.film.relative}, _("keeping the beginning of an answer was broken off"),
                _("it is made the next time"));
}

FrameHandle frame_of(const Picture& picture, SourceTime first) {
    FrameHandle frame{av_frame_clone(picture.frame.get())};
    frame->format = AV_PIX_FMT_YUV420P;  // the range is said beside it
    frame->pts = (picture.time - first).count();
    frame->pict_type = AV_PICTURE_TYPE_NONE;
    return frame;
}

}  // namespace

std::string prelude_name(const ClipOrder& clip, const FilmStamp& film) {
    return name_made_of(clip, film) + ".mp4";
}

std::optional<std::string> prelude_name(const ClipOrder& clip, const std::stop_token& stop) {
    if (!clip.trim) return std::nullopt;
    const std::optional<FilmStamp> film = stamp_of(clip.film, stop);
    return film ? std::optional{prelude_name(clip, *film)} : std::nullopt;
}

Result<PreludeMade> make_prelude(const ClipOrder& clip, const fs::path& folder,
                                 std::stop_token stop) {
    const std::optional<std::string> name = prelude_name(clip, stop);
    if (stop.stop_requested()) return stopped(clip);
    if (!name) return PreludeMade::NotUseful;
    std::error_code error;
    if (fs::exists(folder / *name, error)) return PreludeMade::Made;
    {
        ReadGuard guard;
        const std::stop_callback stopping(stop, [&guard] { guard.stop(); });
        auto source = Source::open(clip.film, guard);
        if (!source) return source.error();
        if (source->pictures() == nullptr || begins_soon(*source, clip))
            return PreludeMade::NotUseful;
    }
    fs::create_directories(folder, error);
    const fs::path part = folder / fmt::format("{}.{:08x}.part", *name, std::random_device{}());

    Pictures pictures(clip);
    std::optional<Picture> picture = pictures.next(stop);
    if (pictures.problem()) return *pictures.problem();
    if (stop.stop_requested()) return stopped(clip);
    if (!picture || picture->layout != PixelLayout::I420) return PreludeMade::NotUseful;
    const CodecHandle encoder = encoder_for(*picture);
    if (!encoder) return PreludeMade::NotUseful;  // of a size or shape that it does not take
    Mp4Output output(part);
    AVStream* const stream = output.add_stream(*encoder);
    if (stream == nullptr || !output.begin()) return cannot_write(part);

    const SourceTime first = picture->time;
    const SourceTime end = wanted_end(*clip.trim);
    while (picture && picture->time < end) {
        if (picture->width_px != encoder->width || picture->height_px != encoder->height)
            return PreludeMade::NotUseful;
        if (!output.encode(*encoder, *stream, frame_of(*picture, first).get()))
            return cannot_write(part);
        picture = pictures.next(stop);
        if (pictures.problem()) return *pictures.problem();
        if (stop.stop_requested()) return stopped(clip);
    }
    if (!picture) return PreludeMade::NotUseful;  // the film ends here
    const PreludeSpan span{first, picture->time};
    if (!output.encode(*encoder, *stream, nullptr) || !output.finish(span.to_comment()))
        return cannot_write(part);
    fs::rename(part, folder / *name, error);
    if (error) return cannot_write(folder / *name);
    return PreludeMade::Made;
}

}  // namespace media
