#include "player/app/backstage.h"

#include "player/media/loudness.h"

namespace app {

Backstage::Backstage(const std::filesystem::path& root, const catalogue::Module& module,
                     Keeping keeping, const std::function<void()>& wake)
    : loudness_(root,
                keeping == Keeping::InTheCache ? std::optional{loudness_file(root)} : std::nullopt,
                answers_of(module), wake, media::measure_loudness),
      preparation_(kinds()) {
    follow(module);
}

void Backstage::follow(const Wishes& wishes, bool waiting) {
    preparation_.set_wishes(wishes);
    preparation_.give_way(waiting);
}

std::vector<AnswerWork> Backstage::kinds() {
    return {[this](const catalogue::Answer& answer, const std::stop_token& stop) {
        loudness_.measure(answer, stop);
    }};
}

}  // namespace app
