#include "player/media/pictures/device_decoder.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <mutex>
#include <string_view>

#include "player/media/pictures/frame_decoder.h"

namespace media {

namespace {

struct DeviceFree {
    void operator()(AVBufferRef* device) const noexcept { av_buffer_unref(&device); }
};
using DeviceHandle = std::unique_ptr<AVBufferRef, DeviceFree>;

#if defined(_WIN32)
constexpr AVHWDeviceType device_type = AV_HWDEVICE_TYPE_D3D11VA;
bool may_have_device() {
    return true;
}
#elif defined(__APPLE__)
constexpr AVHWDeviceType device_type = AV_HWDEVICE_TYPE_VIDEOTOOLBOX;
bool may_have_device() {
    return true;
}
#else
constexpr AVHWDeviceType device_type = AV_HWDEVICE_TYPE_VAAPI;
// Without one FFmpeg would ask the X server, and load drivers for nothing.
bool may_have_device() {
    std::error_code absent;
    const std::filesystem::directory_iterator devices("/dev/dri", absent);
    return !absent && std::any_of(begin(devices), end(devices), [](const auto& device) {
        return device.path().filename().string().starts_with("renderD");
    });
}
#endif

// What frames of `codec` are called while they are in the device; nothing where it decodes none.
AVPixelFormat format_in_device(const AVCodec& codec) {
    for (int i = 0; const AVCodecHWConfig* config = avcodec_get_hw_config(&codec, i); ++i) {
        const bool by_device = (config->methods & AV_CODEC_HW_CONFIG_METHOD_HW_DEVICE_CTX) != 0;
        if (by_device && config->device_type == device_type) return config->pix_fmt;
    }
    return AV_PIX_FMT_NONE;
}

class DeviceDecoder final : public FrameDecoder {
public:
    static std::unique_ptr<FrameDecoder> open(const Source& source, AVBufferRef& device) {
        const AVCodec* kind = avcodec_find_decoder(source.pictures()->codecpar->codec_id);
        if (kind == nullptr) return nullptr;
        std::unique_ptr<DeviceDecoder> made{new DeviceDecoder(format_in_device(*kind))};
        if (made->in_device_ == AV_PIX_FMT_NONE) return nullptr;
        auto codec =
            open_decoder(*source.pictures(), source.film(), 1, [&](AVCodecContext& context) {
                context.hw_device_ctx = av_buffer_ref(&device);
                context.opaque = made.get();
                context.get_format = &DeviceDecoder::choose_format;
            });
        if (!codec) return nullptr;
        made->codec_ = std::move(*codec);
        return made;
    }

    void flush() override { avcodec_flush_buffers(codec_.get()); }
    int send(const AVPacket* packet, AVDiscard left_out) override {
        codec_->skip_frame = left_out;
        return avcodec_send_packet(codec_.get(), packet);
    }
    int receive(AVFrame& frame) override {
        if (const int code = avcodec_receive_frame(codec_.get(), on_device_.get()); code < 0) {
            return code;
        }
        const FrameHandle seen = std::move(on_device_);
        on_device_.reset(av_frame_alloc());
        if (seen->format != in_device_ || seen->crop_left != 0 || seen->crop_top != 0) {
            return AVERROR(ENOSYS);
        }
        const FrameHandle fetched{av_frame_alloc()};
        if (const int code = av_hwframe_transfer_data(fetched.get(), seen.get(), 0); code < 0) {
            return code;
        }
        // What is fetched may be as large as the device's surface.
        fetched->width = std::min(fetched->width, seen->width);
        fetched->height = std::min(fetched->height, seen->height);
        FrameHandle made = planar(*fetched);
        if (!made || av_frame_copy_props(made.get(), seen.get()) < 0) return AVERROR(ENOSYS);
        av_frame_move_ref(&frame, made.get());
        return 0;
    }

private:
    explicit DeviceDecoder(AVPixelFormat in_device)
        : in_device_(in_device), on_device_(av_frame_alloc()) {}

    static AVPixelFormat choose_format(AVCodecContext* context, const AVPixelFormat* offered) {
        const AVPixelFormat wanted = static_cast<DeviceDecoder*>(context->opaque)->in_device_;
        for (; *offered != AV_PIX_FMT_NONE; ++offered) {
            if (*offered == wanted) return wanted;
        }
        return AV_PIX_FMT_NONE;  // not this film: the processor does it, with all its threads
    }

    const AVPixelFormat in_device_;
    CodecHandle codec_;
    FrameHandle on_device_;
};

// Made when it is first asked for; nothing where that fails.
class Device {
public:
    AVBufferRef* get() {
        std::call_once(asked_, [this] {
            AVBufferRef* made = nullptr;
            if (av_hwdevice_ctx_create(&made, device_type, nullptr, nullptr, 0) >= 0) {
                device_.reset(made);
            }
        });
        return device_.get();
    }

private:
    std::once_flag asked_;
    DeviceHandle device_;
};

// P010 has its ten bits at the upper end of sixteen, what is planar at the lower.
std::uint8_t placed(std::uint8_t sample) {
    return sample;
}
std::uint16_t placed(std::uint16_t sample) {
    return sample >> 6;
}

template <class Sample>
void part(const AVFrame& from, AVFrame& to) {
    const auto row = [](const AVFrame& frame, int plane, int y) {
        return reinterpret_cast<Sample*>(frame.data[plane] +
                                         static_cast<std::ptrdiff_t>(y) * frame.linesize[plane]);
    };
    for (int y = 0; y < from.height; ++y) {
        const Sample* samples = row(from, 0, y);
        std::transform(samples, samples + from.width, row(to, 0, y),
                       [](Sample sample) { return placed(sample); });
    }
    const int columns = (from.width + 1) / 2;
    for (int y = 0; y < (from.height + 1) / 2; ++y) {
        const Sample* pairs = row(from, 1, y);
        Sample* blue = row(to, 1, y);
        Sample* red = row(to, 2, y);
        for (int x = 0; x < columns; ++x) {
            blue[x] = placed(pairs[2 * x]);
            red[x] = placed(pairs[2 * x + 1]);
        }
    }
}

}  // namespace

FrameHandle planar(const AVFrame& frame) {
    const bool deep = frame.format == AV_PIX_FMT_P010;
    if (!deep && frame.format != AV_PIX_FMT_NV12) return nullptr;
    FrameHandle made{av_frame_alloc()};
    made->format = deep ? AV_PIX_FMT_YUV420P10 : AV_PIX_FMT_YUV420P;
    made->width = frame.width;
    made->height = frame.height;
    if (av_frame_get_buffer(made.get(), 0) < 0) return nullptr;
    if (deep) {
        part<std::uint16_t>(frame, *made);
    } else {
        part<std::uint8_t>(frame, *made);
    }
    return made;
}

Hardware::Open decoders_of_machine() {
    const char* told = std::getenv("CROSSCUT_DECODING");
    if (told != nullptr && std::string_view{told} == "software") return {};
    if (!may_have_device()) return {};
    return [device = std::make_shared<Device>()](const Source& source) {
        AVBufferRef* made = device->get();
        return made != nullptr ? DeviceDecoder::open(source, *made) : nullptr;
    };
}

}  // namespace media
