#include "player/app/backstage.h"

#include "player/media/analysis/loudness.h"
#include "player/screen/platform.h"

namespace app {
namespace {

std::filesystem::path stills_in(Keeping keeping, std::optional<PassingFolder>& passing) {
    return keeping == Keeping::InTheCache ? still_folder() : passing.emplace().path();
}

// The pictures of a film were decoded and encoded: that leaves gaps in memory.
catalogue::Result<media::PreludeMade> make_prelude(const media::ClipOrder& clip,
                                                   const std::filesystem::path& folder,
                                                   const std::stop_token& stop) {
    const auto made = media::make_prelude(clip, folder, stop);
    if (!made || *made == media::PreludeMade::Made) screen::give_gaps_back();
    return made;
}

}  // namespace

Backstage::Backstage(const std::filesystem::path& root, const catalogue::Module& module,
                     Keeping keeping, const std::function<void()>& wake, int workers)
    : stills_(root, stills_in(keeping, passing_), StillShelf::usual_bytes, wake, media::make_still,
              media::claimed_length),
      loudness_(root,
                keeping == Keeping::InTheCache ? std::optional{loudness_file(root)} : std::nullopt,
                answers_of(module), wake, media::measure_loudness),
      preludes_(keeping == Keeping::InTheCache
                    ? std::optional<PreludeShelf>{std::in_place, root, prelude_folder(),
                                                  PreludeShelf::usual_bytes, make_prelude}
                    : std::nullopt),
      preparation_(kinds(), workers) {
    follow(module);
}

void Backstage::follow(const catalogue::Module& module) {
    const AnswerGrid answers = answers_of(module);
    stills_.set_answers(answers);
    preparation_.set_answers(answers);
}

bool Backstage::take_news() {
    loudness_.take_news();
    return stills_.take_news();
}

void Backstage::follow(const Wishes& wishes, bool waiting) {
    preparation_.set_wishes(wishes);
    preparation_.give_way(waiting);
}

std::vector<AnswerWork> Backstage::kinds() {
    std::vector<AnswerWork> kinds;
    kinds.push_back([this](const catalogue::Answer& answer, const std::stop_token& stop) {
        stills_.keep(answer, stop);
    });
    kinds.push_back([this](const catalogue::Answer& answer, const std::stop_token& stop) {
        loudness_.measure(answer, stop);
    });
    if (preludes_) {
        kinds.push_back([this](const catalogue::Answer& answer, const std::stop_token& stop) {
            preludes_->keep(answer, stop);
        });
    }
    return kinds;
}

}  // namespace app
