#include "tests/support/numbered_film.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numbers>
#include <vector>

#include "player/media/av_handles.h"
#include "tests/support/encoding.h"
#include "tests/support/numbered_picture.h"

extern "C" {
#include <libavutil/display.h>
#include <libavutil/opt.h>
#include <libavutil/pixdesc.h>
}

namespace support {

namespace {

using catalogue::fail;
using catalogue::Outcome;
using media::CodecHandle;
using media::FrameHandle;
using media::OutputHandle;

constexpr int beep_ms = 50;

// The first of an encoder's formats that sound() can fill.
AVSampleFormat first_known(const AVSampleFormat* formats) {
    for (; *formats != AV_SAMPLE_FMT_NONE; ++formats) {
        const AVSampleFormat packed = av_get_packed_sample_fmt(*formats);
        if (packed == AV_SAMPLE_FMT_FLT || packed == AV_SAMPLE_FMT_S16) return *formats;
    }
    return AV_SAMPLE_FMT_FLTP;  // the encoder refuses it
}

// Grey bars, stored turned back by the quarter turns that the player has to make.
void paint(AVFrame& frame, const FilmRecipe& recipe, int number) {
    const std::vector<bool> modules = bars_of({recipe.film, number});
    const bool sideways = recipe.turns % 2 != 0;
    const int upright_width = sideways ? frame.height : frame.width;
    const auto white_at = [&](int x) {
        return modules[static_cast<std::size_t>(x * bar_modules / upright_width)];
    };
    for (int y = 0; y < frame.height; ++y) {
        std::uint8_t* row = frame.data[0] + static_cast<std::ptrdiff_t>(y) * frame.linesize[0];
        if (!sideways && y > 0) {  // upright bars: all rows are the first one
            std::memcpy(row, frame.data[0], static_cast<std::size_t>(frame.width));
            continue;
        }
        for (int x = 0; x < frame.width; ++x) {
            int upright_x = x;
            if (recipe.turns == 1) upright_x = frame.height - 1 - y;
            if (recipe.turns == 2) upright_x = frame.width - 1 - x;
            if (recipe.turns == 3) upright_x = y;
            row[x] = white_at(upright_x) ? 235 : 16;
        }
    }
    for (int plane = 1; plane < 3; ++plane) {
        std::memset(frame.data[plane], 128,
                    static_cast<std::size_t>(frame.linesize[plane]) *
                        static_cast<std::size_t>((frame.height + 1) / 2));
    }
}

float tone(const FilmRecipe& recipe, std::int64_t sample) {
    const std::int64_t every =
        static_cast<std::int64_t>(recipe.beep_every_ms) * recipe.sound_rate_hz / 1000;
    const std::int64_t within = sample % every;
    if (within >= static_cast<std::int64_t>(beep_ms) * recipe.sound_rate_hz / 1000) return 0.0F;
    const double phase = 2 * std::numbers::pi * 1000.0 * static_cast<double>(within);
    return 0.7F * static_cast<float>(std::sin(phase / recipe.sound_rate_hz));
}

// Twelve overtones of 150 Hz, in syllables of 200 ms; after every four seconds one of silence.
float talk(const FilmRecipe& recipe, std::int64_t sample) {
    const double s = static_cast<double>(sample) / recipe.sound_rate_hz;
    if (std::fmod(s, 5.0) >= 4.0) return 0.0F;
    double sum = 0.0;
    double most = 0.0;
    for (int overtone = 1; overtone <= 12; ++overtone) {
        sum += std::cos(2 * std::numbers::pi * 150.0 * overtone * s) / overtone;
        most += 1.0 / overtone;
    }
    const double syllable = std::pow(std::sin(std::numbers::pi * s / 0.2), 2);
    return recipe.level * static_cast<float>(sum / most * syllable);
}

float sound_at(const FilmRecipe& recipe, std::int64_t sample) {
    switch (recipe.sound) {
        case FilmSound::Beeps:
            return tone(recipe, sample);
        case FilmSound::Numbers:
            return static_cast<float>(sample_value(sample)) / 32768.0F;
        case FilmSound::Steady:
            return 0.5F;
        case FilmSound::Talk:
            return talk(recipe, sample);
        case FilmSound::None:
        case FilmSound::Silence:
            break;
    }
    return 0.0F;
}

class Maker {
public:
    Maker(const std::filesystem::path& file, const FilmRecipe& recipe)
        : file_(file), recipe_(recipe) {}

    Outcome make() {
        AVFormatContext* raw = nullptr;
        int code = avformat_alloc_output_context2(&raw, nullptr, nullptr, file_.c_str());
        if (code < 0) return encoding_failed(file_, "container", code);
        output_.reset(raw);
        output_->strict_std_compliance = FF_COMPLIANCE_EXPERIMENTAL;  // FLAC in MP4
        if (recipe_.pictures > 0) {
            if (Outcome opened = open_pictures(); !opened) return opened;
        }
        if (recipe_.sound != FilmSound::None) {
            if (Outcome opened = open_sound(); !opened) return opened;
        }
        add_chapters();
        code = avio_open(&output_->pb, file_.c_str(), AVIO_FLAG_WRITE);
        if (code < 0) return encoding_failed(file_, "open", code);
        AVDictionary* options = nullptr;
        av_dict_parse_string(&options, recipe_.container_options.c_str(), "=", ":", 0);
        output_->output_ts_offset = recipe_.shift_us;
        if (recipe_.shift_us != 0) output_->avoid_negative_ts = AVFMT_AVOID_NEG_TS_DISABLED;
        code = avformat_write_header(output_.get(), &options);
        av_dict_free(&options);
        if (code >= 0) code = write_all();
        if (code >= 0) code = av_write_trailer(output_.get());
        avio_closep(&output_->pb);
        if (code < 0) return encoding_failed(file_, "write", code);
        return catalogue::done();
    }

private:
    // The container frees them.
    void add_chapters() {
        const std::size_t count = recipe_.chapters.size();
        if (count == 0) return;
        output_->chapters = static_cast<AVChapter**>(av_calloc(count, sizeof(AVChapter*)));
        for (const FilmRecipe::Chapter& one : recipe_.chapters) {
            auto* chapter = static_cast<AVChapter*>(av_mallocz(sizeof(AVChapter)));
            chapter->id = output_->nb_chapters;
            chapter->time_base = {1, 1000};
            chapter->start = one.from_ms;
            chapter->end = one.to_ms < 0 ? AV_NOPTS_VALUE : one.to_ms;
            av_dict_set(&chapter->metadata, "title", one.title.c_str(), 0);
            output_->chapters[output_->nb_chapters++] = chapter;
        }
    }
    Outcome open_pictures() {
        const AVCodec* codec = avcodec_find_encoder_by_name(recipe_.picture_codec.c_str());
        if (codec == nullptr) return fail({file_}, "no encoder " + recipe_.picture_codec);
        pictures_.reset(avcodec_alloc_context3(codec));
        pictures_->width = recipe_.turns % 2 == 0 ? recipe_.width_px : recipe_.height_px;
        pictures_->height = recipe_.turns % 2 == 0 ? recipe_.height_px : recipe_.width_px;
        pictures_->pix_fmt = av_get_pix_fmt(recipe_.pixel_format.c_str());
        pictures_->time_base = {recipe_.rate_den, recipe_.rate_num};
        pictures_->framerate = {recipe_.rate_num, recipe_.rate_den};
        pictures_->gop_size = recipe_.gop;
        pictures_->max_b_frames = recipe_.b_pictures;
        pictures_->sample_aspect_ratio = {recipe_.pixel_aspect_num, recipe_.pixel_aspect_den};
        pictures_->thread_count = 1;
        if ((output_->oformat->flags & AVFMT_GLOBALHEADER) != 0) {
            pictures_->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
        }
        AVDictionary* options = nullptr;
        if (recipe_.picture_codec == "libx264") {
            av_dict_set(&options, "preset", "veryfast", 0);
            av_dict_set(&options, "crf", "24", 0);
            // Exactly the key pictures that were asked for.
            av_dict_set(&options, "x264-params", "scenecut=0:b-adapt=0", 0);
        }
        if (recipe_.picture_codec == "libx265")
            av_dict_set(&options, "x265-params", "log-level=0", 0);
        av_dict_parse_string(&options, recipe_.encoder_options.c_str(), "=", ":", 0);
        if (recipe_.interlaced)
            pictures_->flags |= AV_CODEC_FLAG_INTERLACED_DCT | AV_CODEC_FLAG_INTERLACED_ME;
        int code = avcodec_open2(pictures_.get(), codec, &options);
        av_dict_free(&options);
        if (code < 0) return encoding_failed(file_, recipe_.picture_codec, code);
        picture_stream_ = avformat_new_stream(output_.get(), nullptr);
        picture_stream_->time_base = pictures_->time_base;
        picture_stream_->avg_frame_rate = pictures_->framerate;
        picture_stream_->sample_aspect_ratio = pictures_->sample_aspect_ratio;
        avcodec_parameters_from_context(picture_stream_->codecpar, pictures_.get());
        if (recipe_.turns != 0) {
            auto* matrix = reinterpret_cast<std::int32_t*>(av_stream_new_side_data(
                picture_stream_, AV_PKT_DATA_DISPLAYMATRIX, 9 * sizeof(std::int32_t)));
            av_display_rotation_set(matrix, 90.0 * recipe_.turns);
        }
        return catalogue::done();
    }

    Outcome open_sound() {
        const AVCodec* codec = avcodec_find_encoder_by_name(recipe_.sound_codec.c_str());
        if (codec == nullptr) return fail({file_}, "no encoder " + recipe_.sound_codec);
        sound_.reset(avcodec_alloc_context3(codec));
        sound_->sample_rate = recipe_.sound_rate_hz;
        av_channel_layout_default(&sound_->ch_layout, recipe_.channels);
        sound_->sample_fmt = first_known(codec->sample_fmts);
        sound_->time_base = {1, recipe_.sound_rate_hz};
        sound_->strict_std_compliance = FF_COMPLIANCE_EXPERIMENTAL;
        if (sound_->codec_id == AV_CODEC_ID_AAC) {
            av_opt_set(sound_->priv_data, "aac_coder", "fast", 0);
        }
        if ((output_->oformat->flags & AVFMT_GLOBALHEADER) != 0) {
            sound_->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
        }
        if (int code = avcodec_open2(sound_.get(), codec, nullptr); code < 0) {
            return encoding_failed(file_, recipe_.sound_codec, code);
        }
        sound_stream_ = avformat_new_stream(output_.get(), nullptr);
        sound_stream_->time_base = sound_->time_base;
        avcodec_parameters_from_context(sound_stream_->codecpar, sound_.get());
        return catalogue::done();
    }

    int start_tick(int number) const {
        return recipe_.start_tick ? recipe_.start_tick(number) : number;
    }

    int write_all() {
        const double picture_s = static_cast<double>(recipe_.rate_den) / recipe_.rate_num;
        const double length_s = recipe_.sound_ms >= 0 ? recipe_.sound_ms / 1000.0
                                                      : start_tick(recipe_.pictures) * picture_s;
        const auto samples = sound_ ? std::llround(length_s * recipe_.sound_rate_hz) : 0;
        std::int64_t sample = 0;
        int number = 0;
        int code = 0;
        while (code >= 0 && (number < recipe_.pictures || sample < samples)) {
            const double sound_s = static_cast<double>(sample) / recipe_.sound_rate_hz;
            const bool picture_next =
                number < recipe_.pictures &&
                (sample >= samples || start_tick(number) * picture_s <= sound_s);
            if (picture_next) {
                code = write_picture(picture(number).get());
                ++number;
            } else {
                FrameHandle block = sound(sample, samples);
                sample += block->nb_samples;
                code = write_sound(block.get());
            }
        }
        if (code >= 0 && pictures_) code = write_picture(nullptr);
        if (code >= 0 && sound_) code = write_sound(nullptr);
        return code;
    }

    FrameHandle picture(int number) {
        FrameHandle grey{av_frame_alloc()};
        grey->width = pictures_->width;
        grey->height = pictures_->height;
        grey->format = AV_PIX_FMT_YUV420P;
        av_frame_get_buffer(grey.get(), 0);
        paint(*grey, recipe_, number);
        FrameHandle made = std::move(grey);
        if (pictures_->pix_fmt != AV_PIX_FMT_YUV420P) {
            grey = std::move(made);
            made.reset(av_frame_alloc());
            made->width = grey->width;
            made->height = grey->height;
            made->format = pictures_->pix_fmt;
            av_frame_get_buffer(made.get(), 0);
            media::ScalerHandle scaler{sws_getContext(grey->width, grey->height, AV_PIX_FMT_YUV420P,
                                                      made->width, made->height, pictures_->pix_fmt,
                                                      SWS_BILINEAR, nullptr, nullptr, nullptr)};
            sws_scale(scaler.get(), grey->data, grey->linesize, 0, grey->height, made->data,
                      made->linesize);
        }
        made->pts = start_tick(number);
        made->interlaced_frame = recipe_.interlaced ? 1 : 0;
        made->top_field_first = made->interlaced_frame;
        return made;
    }

    FrameHandle sound(std::int64_t first, std::int64_t end) {
        constexpr int usual = 1024;
        const int size = sound_->frame_size > 0 ? sound_->frame_size : usual;
        FrameHandle block{av_frame_alloc()};
        block->nb_samples = static_cast<int>(std::min<std::int64_t>(size, end - first));
        block->format = sound_->sample_fmt;
        block->sample_rate = sound_->sample_rate;
        av_channel_layout_copy(&block->ch_layout, &sound_->ch_layout);
        av_frame_get_buffer(block.get(), 0);
        const bool planar = av_sample_fmt_is_planar(sound_->sample_fmt) != 0;
        const auto format = av_get_packed_sample_fmt(sound_->sample_fmt);
        for (int i = 0; i < block->nb_samples; ++i) {
            const float loud = sound_at(recipe_, first + i);
            for (int channel = 0; channel < recipe_.channels; ++channel) {
                const bool silent = recipe_.only_channel >= 0 && channel != recipe_.only_channel;
                const float value = silent ? 0.0F : loud;
                std::uint8_t* plane = block->extended_data[planar ? channel : 0];
                const int at = planar ? i : i * recipe_.channels + channel;
                if (format == AV_SAMPLE_FMT_FLT) {
                    reinterpret_cast<float*>(plane)[at] = value;
                } else {
                    reinterpret_cast<std::int16_t*>(plane)[at] =
                        static_cast<std::int16_t>(std::lround(value * 32768.0F));
                }
            }
        }
        block->pts = first;
        return block;
    }

    int write_picture(const AVFrame* frame) {
        return encode(*output_, *pictures_, *picture_stream_, frame, recipe_.start_tick ? 0 : 1);
    }
    int write_sound(const AVFrame* block) {
        return encode(*output_, *sound_, *sound_stream_, block);
    }

    const std::filesystem::path& file_;
    const FilmRecipe& recipe_;
    OutputHandle output_;
    CodecHandle pictures_;
    CodecHandle sound_;
    AVStream* picture_stream_ = nullptr;
    AVStream* sound_stream_ = nullptr;
};

}  // namespace

catalogue::Outcome make_numbered_film(const std::filesystem::path& file, const FilmRecipe& recipe) {
    av_log_set_level(AV_LOG_QUIET);  // encoders tell long stories
    return Maker{file, recipe}.make();
}

std::int16_t sample_value(std::int64_t number) {
    auto hash = static_cast<std::uint64_t>(number + 1) * 0x9E3779B97F4A7C15ULL;
    hash ^= hash >> 29;
    hash *= 0xBF58476D1CE4E5B9ULL;
    return static_cast<std::int16_t>(hash >> 48);
}

}  // namespace support
