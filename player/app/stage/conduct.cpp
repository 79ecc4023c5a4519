#include "player/app/stage/conduct.h"

namespace app {

std::optional<media::ClipOrder> clip_of(const catalogue::Module& module,
                                        const std::filesystem::path& root, lessons::Cell cell) {
    const catalogue::Module::Cell& found =
        module.cell(static_cast<std::size_t>(cell.person), static_cast<std::size_t>(cell.question));
    if (found.state != catalogue::CellState::Playable || !found.answer) {
        return std::nullopt;
    }
    return media::ClipOrder{{root, found.answer->film}, found.answer->trim};
}

std::vector<lessons::Cell> likely_next(const lessons::Walk& walk,
                                       std::optional<lessons::Cell> resting_on) {
    std::vector<lessons::Cell> likely = lessons::upcoming_of(walk, warm_clips);
    if (resting_on && walk.grid().contains(*resting_on) && *resting_on != walk.cue().cell) {
        std::erase(likely, *resting_on);
        likely.insert(likely.begin() + (likely.empty() ? 0 : 1), *resting_on);
    }
    return likely;
}

media::EngineOrder conduct(const catalogue::Module& module, const std::filesystem::path& root,
                           const lessons::Walk& walk, const Transport& transport,
                           const std::vector<lessons::Cell>& likely, const KnownLoudness& known) {
    const lessons::Cue& cue = walk.cue();
    media::EngineOrder order;
    order.cue = cue.number;
    if (cue.standing != lessons::Standing::Absent) {
        order.clip = clip_of(module, root, cue.cell);
        order.loudness = loudness_of(module, cue.cell, known);
    }
    order.start_at = transport.resume_at;
    order.playing = transport.playing;
    if (transport.seek_cue == cue.number) {
        order.seek = transport.seek;
    }
    for (const lessons::Cell cell : likely) {
        if (std::optional<media::ClipOrder> clip = clip_of(module, root, cell)) {
            order.warm.push_back(std::move(*clip));
        }
    }
    if (const std::optional<lessons::Cell> next = lessons::plays_on_to(walk)) {
        order.then = clip_of(module, root, *next);
        order.then_loudness = loudness_of(module, *next, known);
    }
    if (const auto& loop = transport.loop; loop && loop->cue == cue.number && loop->to) {
        order.loop = catalogue::TimeRange{loop->from, *loop->to};
    }
    order.rate = transport.rate;
    order.volume = transport.volume;
    order.muted = transport.muted;
    order.mono = transport.mono;
    order.target_lufs = transport.target_lufs;
    return order;
}

}  // namespace app
