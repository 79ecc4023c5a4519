#include "player/app/backstage.h"

#include "player/media/loudness.h"

namespace app {

Backstage::Backstage(const std::filesystem::path& root, const catalogue::Module& module,
                     Keeping keeping, const std::function<void()>& wake)
    : loudness_(root,
                keeping == Keeping::InTheCache ? std::optional{loudness_file(root)} : std::nullopt,
                answers_of(module), wake, media::measure_loudness),
      preludes_(keeping == Keeping::InTheCache
                    ? std::optional<PreludeShelf>{std::in_place, root, prelude_folder(),
                                                  PreludeShelf::usual_bytes, media::make_prelude}
                    : std::nullopt),
      preparation_(kinds()) {
    follow(module);
}

void Backstage::follow(const Wishes& wishes, bool waiting) {
    preparation_.set_wishes(wishes);
    preparation_.give_way(waiting);
}

std::vector<AnswerWork> Backstage::kinds() {
    std::vector<AnswerWork> kinds;
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
