#include "player/app/transport.h"

#include <algorithm>
#include <cmath>

namespace app {
namespace {

Transport seek_to(Transport transport, const media::EngineStatus& status,
                  std::variant<catalogue::SourceTime, int> to) {
    transport.seek = media::SeekOrder{++transport.seeks, to};
    transport.seek_cue = status.cue;
    return transport;
}

bool has_clip(const media::EngineStatus& status) {
    return status.phase == media::Phase::Playing || status.phase == media::Phase::Paused ||
           status.phase == media::Phase::Ended;
}

}  // namespace

Transport play_or_pause(Transport transport, const media::EngineStatus& status) {
    if (status.phase == media::Phase::Ended) {  // from the beginning: the class wants it once more
        transport = seek_to(std::move(transport), status, status.range.in);
        transport.playing = true;
        return transport;
    }
    transport.playing = !transport.playing;
    return transport;
}

Transport seek_by(Transport transport, const media::EngineStatus& status,
                  catalogue::SourceDuration by) {
    if (!has_clip(status)) {
        return transport;
    }
    const catalogue::SourceTime wanted = std::max(status.position + by, status.range.in);
    return seek_to(std::move(transport), status, wanted);
}

Transport seek_to_fraction(Transport transport, const media::EngineStatus& status,
                           double fraction) {
    if (!has_clip(status)) {
        return transport;
    }
    const double length_us = static_cast<double>(status.range.length().count());
    const auto into = catalogue::SourceDuration{
        static_cast<std::int64_t>(std::llround(std::clamp(fraction, 0.0, 1.0) * length_us))};
    return seek_to(std::move(transport), status, status.range.in + into);
}

Transport step_pictures(Transport transport, const media::EngineStatus& status, int by) {
    if (!has_clip(status)) {
        return transport;
    }
    transport.playing = false;
    return seek_to(std::move(transport), status, by);
}

Transport change_volume(Transport transport, float by) {
    transport.volume = std::clamp(transport.volume + by, 0.0F, 1.0F);
    transport.muted = false;
    return transport;
}

}  // namespace app
