#include "player/app/search/kept_findings.h"

#include <algorithm>

#include "player/app/stage/conduct.h"

namespace app {
namespace {

using namespace std::chrono_literals;

constexpr catalogue::SourceDuration before_word = 400ms;
constexpr catalogue::SourceDuration breath = 250ms;

catalogue::SourceTime inside(catalogue::SourceTime time,
                             const std::optional<catalogue::TimeRange>& answer) {
    return answer ? std::clamp(time, answer->in, answer->out)
                  : std::max(time, catalogue::SourceTime{});
}

std::optional<media::ClipOrder> passage_clip(const FoundPassage& passage,
                                             const catalogue::Module& module,
                                             const std::filesystem::path& root) {
    std::optional<media::ClipOrder> clip = clip_of(module, root, passage.cell);
    if (clip) {
        clip->trim = heard_in_turn(passage, clip->trim);
    }
    return clip;
}

}  // namespace

bool is_there(const KeptFindings& kept, std::uint64_t cue) {
    return kept.cue == cue;
}

std::optional<std::size_t> passage_after(const KeptFindings& kept, int by) {
    const auto wanted = static_cast<std::ptrdiff_t>(kept.at) + by;
    if (wanted < 0 || wanted >= static_cast<std::ptrdiff_t>(kept.passages.size())) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(wanted);
}

catalogue::SourceTime landing(const FoundPassage& passage,
                              const std::optional<catalogue::TimeRange>& answer) {
    return inside(passage.said_at - before_word, answer);
}

catalogue::TimeRange heard_in_turn(const FoundPassage& passage,
                                   const std::optional<catalogue::TimeRange>& answer) {
    return {inside(passage.time.in - breath, answer), inside(passage.time.out + breath, answer)};
}

void order_in_turn(media::EngineOrder& order, const KeptFindings& kept,
                   const catalogue::Module& module, const std::filesystem::path& root,
                   const KnownLoudness& known) {
    if (!kept.in_turn || !is_there(kept, order.cue) || !order.clip) {
        return;
    }
    order.clip = passage_clip(kept.passages[kept.at], module, root);
    order.then.reset();
    order.then_loudness.reset();
    if (const std::optional<std::size_t> next = passage_after(kept, 1)) {
        order.then = passage_clip(kept.passages[*next], module, root);
        order.then_loudness = loudness_of(module, kept.passages[*next].cell, known);
    }
    if (order.then) {
        order.warm.insert(order.warm.begin(), *order.then);
    }
}

}  // namespace app
