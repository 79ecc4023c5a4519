#include "player/media/making/film_writer.h"

#include <cassert>

#include "catalogue/words.h"
#include "player/media/film/guarded_opener.h"
#include "player/media/making/sound_encoder.h"

extern "C" {
#include <libavutil/opt.h>
}

namespace media {
using catalogue::_;

using catalogue::fail;
using catalogue::Outcome;
using catalogue::Result;
using catalogue::SourceTime;

namespace {
constexpr AVRational milliseconds{1, 1000};
}

struct FilmWriter::Impl {
    explicit Impl(std::filesystem::path path) : output(std::move(path)), sound(output) {}

    Outcome cannot_write() const {
        return fail({output.file()}, _("this recording cannot be written"),
                    _("see whether the folder is there and the disk has room"));
    }
    bool open(int width, int height);

    int source_width_px = 0;
    Mp4Output output;
    CodecHandle pictures;
    SoundEncoder sound;
    AVStream* picture_stream = nullptr;  // the output's
    ScalerHandle scaler;
    FrameHandle last_picture;
    bool finished = false;
};

bool FilmWriter::Impl::open(int width, int height) {
    const AVCodec* codec = avcodec_find_encoder_by_name("libx264");
    if (codec == nullptr) return false;
    pictures.reset(avcodec_alloc_context3(codec));
    pictures->width = width & ~1;
    pictures->height = height & ~1;
    pictures->pix_fmt = AV_PIX_FMT_YUV420P;
    pictures->colorspace = AVCOL_SPC_BT709;
    pictures->color_primaries = AVCOL_PRI_BT709;
    pictures->color_trc = AVCOL_TRC_BT709;
    pictures->color_range = AVCOL_RANGE_MPEG;
    pictures->time_base = milliseconds;
    pictures->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    av_opt_set(pictures->priv_data, "preset", "ultrafast", 0);
    av_opt_set(pictures->priv_data, "crf", "20", 0);
    if (avcodec_open2(pictures.get(), codec, nullptr) < 0) return false;
    picture_stream = output.add_stream(*pictures);

    scaler.reset(sws_getContext(pictures->width, pictures->height, AV_PIX_FMT_BGR0, pictures->width,
                                pictures->height, AV_PIX_FMT_YUV420P, SWS_BILINEAR, nullptr,
                                nullptr, nullptr));
    if (!scaler) return false;
    const int* table = sws_getCoefficients(SWS_CS_ITU709);
    sws_setColorspaceDetails(scaler.get(), table, 1, table, 0, 0, 1 << 16, 1 << 16);

    return picture_stream != nullptr && sound.open(128'000) && output.begin();
}

FilmWriter::FilmWriter(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
FilmWriter::~FilmWriter() = default;
FilmWriter::FilmWriter(FilmWriter&&) noexcept = default;
FilmWriter& FilmWriter::operator=(FilmWriter&&) noexcept = default;

Result<FilmWriter> FilmWriter::open(const std::filesystem::path& file, int width_px,
                                    int height_px) {
    keep_ffmpeg_quiet();
    auto impl = std::make_unique<Impl>(file);
    impl->source_width_px = width_px;
    if (width_px < 2 || height_px < 2 || !impl->open(width_px, height_px)) {
        return impl->cannot_write().error();
    }
    return FilmWriter{std::move(impl)};
}

Outcome FilmWriter::add_picture(std::span<const std::uint8_t> bgrx, SourceTime time) {
    Impl& w = *impl_;
    assert(!w.finished);
    const auto stride = static_cast<std::size_t>(w.source_width_px) * 4;
    assert(bgrx.size() >= stride * static_cast<std::size_t>(w.pictures->height));
    const std::int64_t ms =
        std::chrono::floor<std::chrono::milliseconds>(time).time_since_epoch().count();
    if (w.last_picture && ms <= w.last_picture->pts) return catalogue::done();
    FrameHandle frame{av_frame_alloc()};
    frame->width = w.pictures->width;
    frame->height = w.pictures->height;
    frame->format = AV_PIX_FMT_YUV420P;
    if (av_frame_get_buffer(frame.get(), 0) < 0) return w.cannot_write();
    const std::uint8_t* const from[4] = {bgrx.data(), nullptr, nullptr, nullptr};
    const int strides[4] = {static_cast<int>(stride), 0, 0, 0};
    sws_scale(w.scaler.get(), from, strides, 0, frame->height, frame->data, frame->linesize);
    frame->pts = ms;
    if (!w.output.encode(*w.pictures, *w.picture_stream, frame.get())) return w.cannot_write();
    w.last_picture = std::move(frame);
    return catalogue::done();
}

Outcome FilmWriter::add_sound(std::span<const float> stereo) {
    assert(!impl_->finished);
    return impl_->sound.add(stereo) ? catalogue::done() : impl_->cannot_write();
}

Outcome FilmWriter::finish(SourceTime end) {
    Impl& w = *impl_;
    assert(!w.finished);
    // The last picture once more, so that it lasts until the end.
    const std::int64_t ms =
        std::chrono::floor<std::chrono::milliseconds>(end).time_since_epoch().count();
    bool good = true;
    if (w.last_picture && ms > w.last_picture->pts + 1) {
        w.last_picture->pts = ms - 1;
        w.last_picture->pict_type = AV_PICTURE_TYPE_NONE;
        good = w.output.encode(*w.pictures, *w.picture_stream, w.last_picture.get());
    }
    good = good && w.sound.finish() && w.output.encode(*w.pictures, *w.picture_stream, nullptr) &&
           w.output.finish({});
    if (!good) return w.cannot_write();
    w.finished = true;
    return catalogue::done();
}

}  // namespace media
