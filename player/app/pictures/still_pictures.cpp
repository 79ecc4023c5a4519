#include "player/app/pictures/still_pictures.h"

#include <algorithm>
#include <utility>

namespace app {

StillPictures::StillPictures(std::filesystem::path folder, std::size_t most_bytes, MakeTexture make,
                             DropTexture drop, std::function<void()> wake)
    : folder_(std::move(folder)),
      most_bytes_(most_bytes),
      make_(std::move(make)),
      drop_(std::move(drop)),
      wake_(std::move(wake)),
      thread_([this](const std::stop_token& stop) { read_all(stop); }) {}

StillPictures::~StillPictures() {
    thread_.request_stop();
    thread_.join();
    for (const auto& [which, shown] : shown_) {
        if (shown.texture != 0) {
            drop_(shown.texture);
        }
    }
}

void StillPictures::want(std::vector<WantedStill> stills) {
    if (stills == wanted_) {
        return;
    }
    wanted_ = std::move(stills);
    ++round_;
    std::vector<WantedStill> missing;
    for (const WantedStill& still : wanted_) {
        if (const auto found = shown_.find(still); found != shown_.end()) {
            found->second.wanted_in = round_;
        } else {
            missing.push_back(still);
        }
    }
    std::ranges::reverse(missing);
    {
        const std::lock_guard lock(shared_.mutex);
        std::erase_if(missing, [this](const WantedStill& still) {
            return still == shared_.under_way ||
                   std::ranges::find(shared_.ready, still, &Ready::which) != shared_.ready.end();
        });
        shared_.to_read = std::move(missing);
    }
    shared_.changed.notify_one();
}

screen::TextureId StillPictures::of(const WantedStill& still) const {
    const auto found = shown_.find(still);
    return found == shown_.end() ? 0 : found->second.texture;
}

bool StillPictures::take_ready() {
    std::vector<Ready> ready;
    {
        const std::lock_guard lock(shared_.mutex);
        ready.swap(shared_.ready);
    }
    for (const Ready& one : ready) {
        Shown& shown = shown_[one.which];
        const bool in_sight = std::ranges::find(wanted_, one.which) != wanted_.end();
        shown.wanted_in = in_sight ? round_ : 0;
        if (one.still) {
            shown.texture = make_(one.still->rgba, one.still->width_px, one.still->height_px);
            shown.bytes = one.still->rgba.size();
            bytes_ += shown.bytes;
        }
    }
    make_room();
    return !ready.empty();
}

// What has been out of sight the longest goes first; what is in sight stays.
void StillPictures::make_room() {
    while (bytes_ > most_bytes_) {
        const auto oldest = std::ranges::min_element(
            shown_, {}, [](const auto& entry) { return entry.second.wanted_in; });
        if (oldest == shown_.end() || oldest->second.wanted_in == round_) {
            return;
        }
        if (oldest->second.texture != 0) {
            drop_(oldest->second.texture);
        }
        bytes_ -= oldest->second.bytes;
        shown_.erase(oldest);
    }
}

void StillPictures::read_all(const std::stop_token& stop) {
    std::unique_lock lock(shared_.mutex);
    const auto any = [this] { return !shared_.to_read.empty(); };
    while (shared_.changed.wait(lock, stop, any) && !stop.stop_requested()) {
        const WantedStill which = std::move(shared_.to_read.back());
        shared_.to_read.pop_back();
        shared_.under_way = which;
        lock.unlock();
        catalogue::Result<media::Still> still =
            media::read_still_cut({folder_, which.file}, which.width_px, which.height_px, stop);
        lock.lock();
        shared_.under_way.reset();
        shared_.ready.push_back({which, still ? std::optional{std::move(*still)} : std::nullopt});
        lock.unlock();
        wake_();
        lock.lock();
    }
}

}  // namespace app
