#include "player/media/making/still_reader.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "catalogue/words.h"
#include "player/media/film/guarded_opener.h"
#include "player/media/pictures/upright.h"

namespace media {
using catalogue::_;

namespace {

using catalogue::fail;
using catalogue::Result;

catalogue::Problem broken(const FilmFile& file) {
    return fail({file.relative}, _("this picture is damaged"), _("copy it again, or save it anew"));
}

// The file's one picture.
FrameHandle decode(const GuardedFile& opened, AVCodecContext& decoder) {
    PacketHandle packet{av_packet_alloc()};
    FrameHandle frame{av_frame_alloc()};
    if (av_read_frame(&opened.format(), packet.get()) < 0) return nullptr;
    if (avcodec_send_packet(&decoder, packet.get()) < 0) return nullptr;
    if (avcodec_send_packet(&decoder, nullptr) < 0) return nullptr;
    if (avcodec_receive_frame(&decoder, frame.get()) < 0) return nullptr;
    return frame;
}

Upright orientation(const AVFrame& frame) {
    const AVFrameSideData* data = av_frame_get_side_data(&frame, AV_FRAME_DATA_DISPLAYMATRIX);
    if (data == nullptr || data->size < 9 * sizeof(std::int32_t)) return {};
    return upright_of(reinterpret_cast<const std::int32_t*>(data->data));
}

Result<FrameHandle> read_frame(const FilmFile& file, std::stop_token stop) {
    ReadGuard guard;
    const std::stop_callback stopping(std::move(stop), [&guard] { guard.stop(); });
    auto opened = open_guarded(file, Purpose::Still, guard);
    if (!opened) return opened.error();
    if (opened->format().nb_streams == 0) return broken(file);
    auto decoder = open_decoder(*opened->format().streams[0], file, 1);
    if (!decoder) return broken(file);
    FrameHandle frame = decode(*opened, **decoder);
    if (!frame || frame->width <= 0 || frame->height <= 0) return broken(file);
    return frame;
}

// The frame as upright pixels; the size is the one before it is turned.
std::optional<Still> scaled(const AVFrame& frame, int width, int height) {
    ScalerHandle scaler{sws_getContext(frame.width, frame.height,
                                       static_cast<AVPixelFormat>(frame.format), width, height,
                                       AV_PIX_FMT_RGBA, SWS_AREA, nullptr, nullptr, nullptr)};
    if (!scaler) return std::nullopt;
    // JPEG is always full range and BT.601; for RGB this changes nothing.
    const int* table = sws_getCoefficients(SWS_CS_ITU601);
    sws_setColorspaceDetails(scaler.get(), table, 1, table, 1, 0, 1 << 16, 1 << 16);
    const auto bytes = static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4;
    // swscale's quick routines write whole groups of pixels, beyond the end of a row: the next row
    // makes that good, and the last one has room behind it.
    constexpr std::size_t group_bytes = 32 * 4;
    std::vector<std::uint8_t> pixels(bytes + group_bytes);
    std::uint8_t* const planes[4] = {pixels.data(), nullptr, nullptr, nullptr};
    const int strides[4] = {width * 4, 0, 0, 0};
    sws_scale(scaler.get(), frame.data, frame.linesize, 0, frame.height, planes, strides);
    pixels.resize(bytes);

    const Upright upright = orientation(frame);
    if (upright.nothing_to_do()) return Still{width, height, std::move(pixels)};
    Still still{upright.swap ? height : width, upright.swap ? width : height, {}};
    still.rgba.resize(pixels.size());
    turn_plane(upright, reinterpret_cast<const std::uint32_t*>(pixels.data()), width,
               reinterpret_cast<std::uint32_t*>(still.rgba.data()), still.width_px, still.width_px,
               still.height_px);
    return still;
}

// The part of this size that is shown of a larger still.
Still cut(const Still& still, int width_px, int height_px) {
    constexpr int above = 3;  // of ten parts that are cut
    const int left = (still.width_px - width_px) / 2;
    const int top = (still.height_px - height_px) * above / 10;
    Still part{width_px, height_px, {}};
    part.rgba.reserve(4 * static_cast<std::size_t>(width_px) * static_cast<std::size_t>(height_px));
    for (int y = 0; y < height_px; ++y) {
        const auto first =
            still.rgba.begin() + 4 * (static_cast<std::ptrdiff_t>(top + y) * still.width_px + left);
        part.rgba.insert(part.rgba.end(), first, first + 4 * static_cast<std::ptrdiff_t>(width_px));
    }
    return part;
}

}  // namespace

Result<Still> read_still(const FilmFile& file, int max_px, std::stop_token stop) {
    const auto frame = read_frame(file, std::move(stop));
    if (!frame) return frame.error();
    const AVFrame& picture = **frame;
    const int longer = std::max(picture.width, picture.height);
    const auto fitted = [&](int side) {
        if (longer <= max_px) return side;
        return std::max(1, static_cast<int>(static_cast<std::int64_t>(side) * max_px / longer));
    };
    auto still = scaled(picture, fitted(picture.width), fitted(picture.height));
    if (!still) return broken(file);
    return std::move(*still);
}

Result<Still> read_still_cut(const FilmFile& file, int width_px, int height_px,
                             std::stop_token stop) {
    const auto frame = read_frame(file, std::move(stop));
    if (!frame) return frame.error();
    const AVFrame& picture = **frame;
    const bool turned = orientation(picture).swap;
    const double across = turned ? height_px : width_px;
    const double down = turned ? width_px : height_px;
    const double by = std::max(across / picture.width, down / picture.height);
    const auto filling = [by](int side, double least) {
        return static_cast<int>(std::lround(std::max(least, side * by)));
    };
    const auto still =
        scaled(picture, filling(picture.width, across), filling(picture.height, down));
    if (!still) return broken(file);
    return cut(*still, width_px, height_px);
}

}  // namespace media
