#include "player/app/stage/transport.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace app {
namespace {

constexpr std::array usual_rates{0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0};
// Shorter than this nothing can be heard in it.
constexpr std::chrono::milliseconds shortest_loop{300};

Transport seek_to(Transport transport, const media::EngineStatus& status,
                  std::variant<catalogue::SourceTime, int> to, Manner manner = Manner::Once) {
    transport.seek = media::SeekOrder{++transport.seeks, to, manner == Manner::InPassing};
    const auto* time = std::get_if<catalogue::SourceTime>(&to);
    if (time != nullptr && transport.loop && transport.loop->to && *time >= *transport.loop->to) {
        transport.loop.reset();
    }
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
                  catalogue::SourceDuration by, Manner manner) {
    if (!has_clip(status)) {
        return transport;
    }
    const catalogue::SourceTime wanted = std::max(status.position + by, status.range.in);
    return seek_to(std::move(transport), status, wanted, manner);
}

Transport seek_to_fraction(Transport transport, const media::EngineStatus& status, double fraction,
                           Manner manner) {
    if (!has_clip(status)) {
        return transport;
    }
    const double length_us = static_cast<double>(status.range.length().count());
    const auto into = catalogue::SourceDuration{
        static_cast<std::int64_t>(std::llround(std::clamp(fraction, 0.0, 1.0) * length_us))};
    return seek_to(std::move(transport), status, status.range.in + into, manner);
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

Transport change_rate(Transport transport, int by) {
    const auto nearest =
        std::min_element(usual_rates.begin(), usual_rates.end(), [&](double one, double other) {
            return std::abs(one - transport.rate) < std::abs(other - transport.rate);
        });
    const auto last = static_cast<std::ptrdiff_t>(usual_rates.size()) - 1;
    const auto wanted = std::clamp(nearest - usual_rates.begin() + by, std::ptrdiff_t{0}, last);
    transport.rate = usual_rates[static_cast<std::size_t>(wanted)];
    return transport;
}

Transport mark_loop(Transport transport, const media::EngineStatus& status) {
    if (!has_clip(status)) {
        return transport;
    }
    std::optional<Loop>& loop = transport.loop;
    if (loop && loop->cue == status.cue && loop->to) {
        loop.reset();
    } else if (loop && loop->cue == status.cue && status.position - loop->from >= shortest_loop) {
        loop->to = status.position;
        transport = seek_to(std::move(transport), status, transport.loop->from);
    } else {
        loop = Loop{status.cue, status.position, std::nullopt};
    }
    return transport;
}

}  // namespace app
