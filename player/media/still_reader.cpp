#include "player/media/still_reader.h"

#include <algorithm>

#include "player/media/guarded_opener.h"
#include "player/media/upright.h"

namespace media {

namespace {

using catalogue::fail;
using catalogue::Result;

catalogue::Problem broken(const FilmFile& file) {
    return fail({file.relative}, "this picture is damaged", "copy it again, or save it anew");
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

}  // namespace

Result<Still> read_still(const FilmFile& file, int max_px, std::stop_token stop) {
    ReadGuard guard;
    const std::stop_callback stopping(std::move(stop), [&guard] { guard.stop(); });
    auto opened = open_guarded(file, Purpose::Still, guard);
    if (!opened) return opened.error();
    if (opened->format().nb_streams == 0) return broken(file);
    auto decoder = open_decoder(*opened->format().streams[0], file, 1);
    if (!decoder) return broken(file);
    const FrameHandle frame = decode(*opened, **decoder);
    if (!frame || frame->width <= 0 || frame->height <= 0) return broken(file);

    const int longer = std::max(frame->width, frame->height);
    const auto scaled = [&](int side) {
        if (longer <= max_px) return side;
        return std::max(1, static_cast<int>(static_cast<std::int64_t>(side) * max_px / longer));
    };
    const int width = scaled(frame->width);
    const int height = scaled(frame->height);
    ScalerHandle scaler{sws_getContext(frame->width, frame->height,
                                       static_cast<AVPixelFormat>(frame->format), width, height,
                                       AV_PIX_FMT_RGBA, SWS_AREA, nullptr, nullptr, nullptr)};
    if (!scaler) return broken(file);
    // JPEG is always full range and BT.601; for RGB this changes nothing.
    const int* table = sws_getCoefficients(SWS_CS_ITU601);
    sws_setColorspaceDetails(scaler.get(), table, 1, table, 1, 0, 1 << 16, 1 << 16);
    std::vector<std::uint8_t> pixels(static_cast<std::size_t>(width) *
                                     static_cast<std::size_t>(height) * 4);
    std::uint8_t* const planes[4] = {pixels.data(), nullptr, nullptr, nullptr};
    const int strides[4] = {width * 4, 0, 0, 0};
    sws_scale(scaler.get(), frame->data, frame->linesize, 0, frame->height, planes, strides);

    const Upright upright = orientation(*frame);
    if (upright.nothing_to_do()) return Still{width, height, std::move(pixels)};
    Still still{upright.swap ? height : width, upright.swap ? width : height, {}};
    still.rgba.resize(pixels.size());
    turn_plane(upright, reinterpret_cast<const std::uint32_t*>(pixels.data()), width,
               reinterpret_cast<std::uint32_t*>(still.rgba.data()), still.width_px, still.width_px,
               still.height_px);
    return still;
}

}  // namespace media
