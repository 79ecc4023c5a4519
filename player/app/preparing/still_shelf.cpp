#include "player/app/preparing/still_shelf.h"

#include <utility>

#include "player/app/storage/folders.h"

namespace app {

namespace fs = std::filesystem;

fs::path still_folder() {
    return cache_folder() / "stills";
}

StillShelf::StillShelf(fs::path root, fs::path folder, std::uintmax_t most_bytes,
                       std::function<void()> wake, Make make, LengthOf length)
    : root_(std::move(root)),
      folder_(std::move(folder)),
      wake_(std::move(wake)),
      make_(std::move(make)),
      length_(std::move(length)),
      kept_(folder_, most_bytes) {}

void StillShelf::keep(const catalogue::Answer& answer, const std::stop_token& stop) {
    const media::ClipOrder clip{{root_, answer.film}, answer.trim};
    AnswerStill still;
    still.known = true;
    if (!answer.trim) {
        still.length = length_(clip.film, stop);
    }
    const std::optional<std::string> name = media::still_name(clip, stop);
    bool is_there = name && kept_.asked_for(*name);
    if (name && !is_there && kept_.make_room()) {
        const catalogue::Result<media::StillMade> made = make_(clip, folder_, stop);
        is_there = made && *made == media::StillMade::Made && kept_.asked_for(*name);
    }
    if (is_there) {
        still.file = *name;
    }
    if (!stop.stop_requested()) {  // else it is asked for again
        tell(stretch_of(answer), std::move(still));
    }
}

void StillShelf::tell(const Stretch& stretch, AnswerStill still) {
    {
        const std::lock_guard lock(shared_.mutex);
        shared_.news.insert_or_assign(stretch, std::move(still));
    }
    wake_();
}

void StillShelf::set_answers(const AnswerGrid& grid) {
    places_.clear();
    by_place_.assign(grid.answers.size(), {});
    known_places_ = 0;
    playable_ = 0;
    for (std::size_t place = 0; place < grid.answers.size(); ++place) {
        if (grid.answers[place]) {
            places_[stretch_of(*grid.answers[place])].push_back(place);
            ++playable_;
        }
    }
    for (const auto& [stretch, places] : places_) {
        enter(stretch);
    }
}

bool StillShelf::take_news() {
    std::map<Stretch, AnswerStill> news;
    {
        const std::lock_guard lock(shared_.mutex);
        news.swap(shared_.news);
    }
    for (auto& [stretch, still] : news) {
        found_.insert_or_assign(stretch, std::move(still));
        enter(stretch);
    }
    return !news.empty();
}

// What was found out about a stretch, into its places.
void StillShelf::enter(const Stretch& stretch) {
    const auto found = found_.find(stretch);
    const auto places = places_.find(stretch);
    if (found == found_.end() || places == places_.end()) {
        return;
    }
    for (const std::size_t place : places->second) {
        known_places_ += by_place_[place].known ? 0 : 1;
        by_place_[place] = found->second;
    }
}

}  // namespace app
