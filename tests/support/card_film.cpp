#include "tests/support/card_film.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <vector>

#include "player/media/av_handles.h"
#include "tests/support/encoding.h"

extern "C" {
#include <libavutil/imgutils.h>
#include <libavutil/mastering_display_metadata.h>
#include <libavutil/pixdesc.h>
}

namespace support {

namespace {

using catalogue::fail;
using catalogue::Outcome;
using media::CodecHandle;
using media::FrameHandle;
using media::OutputHandle;

// Shares of red and blue in luma.
std::pair<double, double> luma_shares(const std::string& matrix) {
    if (matrix == "bt709") return {0.2126, 0.0722};
    if (matrix == "bt2020nc") return {0.2627, 0.0593};
    return {0.299, 0.114};
}

// One card, stored in any pixel format, with arithmetic of its own: FFmpeg's is under test.
class Painter {
public:
    explicit Painter(const CardRecipe& recipe)
        : recipe_(recipe),
          format_(av_get_pix_fmt(recipe.pixel_format.c_str())),
          description_(*av_pix_fmt_desc_get(format_)) {}

    AVPixelFormat format() const { return format_; }

    FrameHandle paint(int number) const {
        FrameHandle frame{av_frame_alloc()};
        frame->width = recipe_.width_px;
        frame->height = recipe_.height_px;
        frame->format = format_;
        av_frame_get_buffer(frame.get(), 0);
        for (const AVBufferRef* buffer : frame->buf) {
            // What is written below is added to what is there.
            if (buffer != nullptr) std::memset(buffer->data, 0, buffer->size);
        }
        for (int component = 0; component < description_.nb_components; ++component)
            paint_component(*frame, component, number);
        frame->pts = number;
        if (recipe_.colours.say_so) tag(*frame);
        frame->interlaced_frame = recipe_.interlaced ? 1 : 0;
        frame->top_field_first = frame->interlaced_frame;
        return frame;
    }

private:
    // ProRes asks the pictures, other encoders their settings.
    void tag(AVFrame& frame) const {
        const auto& tags = recipe_.colours;
        frame.colorspace = static_cast<AVColorSpace>(av_color_space_from_name(tags.matrix.c_str()));
        frame.color_range = static_cast<AVColorRange>(av_color_range_from_name(tags.range.c_str()));
        frame.color_trc = static_cast<AVColorTransferCharacteristic>(
            av_color_transfer_from_name(tags.curve.c_str()));
        frame.color_primaries =
            static_cast<AVColorPrimaries>(av_color_primaries_from_name(tags.primaries.c_str()));
    }

    bool rgb() const { return (description_.flags & AV_PIX_FMT_FLAG_RGB) != 0; }

    void paint_component(AVFrame& frame, int component, int number) const {
        const bool chroma = !rgb() && (component == 1 || component == 2);
        const int across = chroma ? description_.log2_chroma_w : 0;
        const int down = chroma ? description_.log2_chroma_h : 0;
        const int width = AV_CEIL_RSHIFT(recipe_.width_px, across);
        const int height = AV_CEIL_RSHIFT(recipe_.height_px, down);
        std::vector<std::uint16_t> line(static_cast<std::size_t>(width));
        for (int row = 0; row < height; ++row) {
            const int moment = recipe_.interlaced ? 2 * number + row % 2 : number;
            for (int x = 0; x < width; ++x) {
                // Chroma is taken from one of its pixels: cards are even where colours matter.
                const Colour colour =
                    recipe_.paint(std::min(x << across, recipe_.width_px - 1),
                                  std::min(row << down, recipe_.height_px - 1), moment);
                line[static_cast<std::size_t>(x)] = code(colour, component);
            }
            av_write_image_line2(line.data(), frame.data, frame.linesize, &description_, 0, row,
                                 component, width, sizeof line[0]);
        }
    }

    std::uint16_t code(const Colour& colour, int component) const {
        const int depth = description_.comp[component].depth;
        const double largest = (1 << depth) - 1;
        const double step = 1 << (depth - 8);
        const bool full = recipe_.colours.range == "pc";
        double value = 0;
        if (rgb()) {
            value = largest * std::array{colour.r, colour.g, colour.b,
                                         1.0}[static_cast<std::size_t>(component)];
        } else {
            const auto [red, blue] = luma_shares(recipe_.colours.matrix);
            const double y = red * colour.r + (1 - red - blue) * colour.g + blue * colour.b;
            const double difference = component == 1 ? (colour.b - y) / (2 * (1 - blue))
                                                     : (colour.r - y) / (2 * (1 - red));
            if (component == 0) {
                value = full ? largest * y : step * (16 + 219 * y);
            } else {
                value = 128 * step + difference * (full ? largest : 224 * step);
            }
        }
        return static_cast<std::uint16_t>(std::lround(std::clamp(value, 0.0, largest)));
    }

    const CardRecipe& recipe_;
    AVPixelFormat format_;
    const AVPixFmtDescriptor& description_;
};

class Maker {
public:
    Maker(const std::filesystem::path& file, const CardRecipe& recipe)
        : file_(file), recipe_(recipe), painter_(recipe) {}

    Outcome make() {
        AVFormatContext* raw = nullptr;
        int code = avformat_alloc_output_context2(&raw, nullptr, nullptr, file_.c_str());
        if (code < 0) return wrong("container", code);
        output_.reset(raw);
        output_->strict_std_compliance = FF_COMPLIANCE_EXPERIMENTAL;
        if (Outcome opened = open_codec(); !opened) return opened;
        if (Outcome added = add_stream(); !added) return added;
        code = avio_open(&output_->pb, file_.c_str(), AVIO_FLAG_WRITE);
        if (code < 0) return wrong("open", code);
        AVDictionary* options = nullptr;
        av_dict_parse_string(&options, recipe_.container_options.c_str(), "=", ":", 0);
        code = avformat_write_header(output_.get(), &options);
        av_dict_free(&options);
        for (int i = 0; i < recipe_.pictures && code >= 0; ++i)
            code = write(painter_.paint(i).get());
        if (code >= 0) code = write(nullptr);
        if (code >= 0) code = av_write_trailer(output_.get());
        avio_closep(&output_->pb);
        return code < 0 ? wrong("write", code) : catalogue::done();
    }

private:
    Outcome wrong(const std::string& what, int code) const {
        return encoding_failed(file_, what, code);
    }

    Outcome open_codec() {
        const AVCodec* codec = avcodec_find_encoder_by_name(recipe_.codec.c_str());
        if (codec == nullptr) return fail({file_}, "no encoder " + recipe_.codec);
        codec_.reset(avcodec_alloc_context3(codec));
        codec_->width = recipe_.width_px;
        codec_->height = recipe_.height_px;
        codec_->pix_fmt = painter_.format();
        codec_->time_base = {1, recipe_.rate};
        codec_->framerate = {recipe_.rate, 1};
        codec_->sample_aspect_ratio = {recipe_.pixel_aspect_num, recipe_.pixel_aspect_den};
        codec_->thread_count = 1;
        codec_->strict_std_compliance = FF_COMPLIANCE_EXPERIMENTAL;
        if (recipe_.colours.say_so) {
            const FrameHandle tagged = painter_.paint(0);
            codec_->colorspace = tagged->colorspace;
            codec_->color_range = tagged->color_range;
            codec_->color_trc = tagged->color_trc;
            codec_->color_primaries = tagged->color_primaries;
        }
        if (recipe_.interlaced) codec_->flags |= AV_CODEC_FLAG_INTERLACED_DCT;
        if ((output_->oformat->flags & AVFMT_GLOBALHEADER) != 0)
            codec_->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
        AVDictionary* options = nullptr;
        av_dict_parse_string(&options, recipe_.codec_options.c_str(), "=", ":", 0);
        const int code = avcodec_open2(codec_.get(), codec, &options);
        const AVDictionaryEntry* unknown = av_dict_get(options, "", nullptr, AV_DICT_IGNORE_SUFFIX);
        const std::string left = unknown == nullptr ? "" : unknown->key;
        av_dict_free(&options);
        if (code < 0) return wrong(recipe_.codec, code);
        if (!left.empty()) return fail({file_}, recipe_.codec + " has no option " + left);
        return catalogue::done();
    }

    Outcome add_stream() {
        stream_ = avformat_new_stream(output_.get(), nullptr);
        stream_->time_base = codec_->time_base;
        stream_->avg_frame_rate = codec_->framerate;
        stream_->sample_aspect_ratio = codec_->sample_aspect_ratio;
        if (int code = avcodec_parameters_from_context(stream_->codecpar, codec_.get()); code < 0)
            return wrong("stream", code);
        if (recipe_.display_matrix) {
            std::uint8_t* matrix = av_stream_new_side_data(stream_, AV_PKT_DATA_DISPLAYMATRIX,
                                                           sizeof *recipe_.display_matrix);
            std::memcpy(matrix, recipe_.display_matrix->data(), sizeof *recipe_.display_matrix);
        }
        return catalogue::done();
    }

    int write(const AVFrame* frame) { return encode(*output_, *codec_, *stream_, frame, 1); }

    const std::filesystem::path& file_;
    const CardRecipe& recipe_;
    Painter painter_;
    OutputHandle output_;
    CodecHandle codec_;
    AVStream* stream_ = nullptr;
};

}  // namespace

catalogue::Outcome make_card_film(const std::filesystem::path& file, const CardRecipe& recipe) {
    av_log_set_level(AV_LOG_QUIET);  // encoders tell long stories
    return Maker{file, recipe}.make();
}

}  // namespace support
