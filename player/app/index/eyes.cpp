#include "player/app/index/eyes.h"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <utility>

#include "player/screen/thread_priority.h"

namespace app {

using catalogue::SourceTime;
using catalogue::TimeRange;

IndexEyes::IndexEyes(media::FilmFile film, MakeTexture make, DropTexture drop,
                     std::function<void()> wake)
    : make_(std::move(make)),
      drop_(std::move(drop)),
      wake_(std::move(wake)),
      thread_([this, film = std::move(film)](const std::stop_token& stop) { look(film, stop); }) {}

IndexEyes::~IndexEyes() {
    thread_.request_stop();
    thread_.join();
    forget([](Place) { return true; });
}

void IndexEyes::want(const TimeRange& in_sight, int height_px) {
    if (height_px < 2 || in_sight.out <= in_sight.in) return;
    if (std::exchange(height_px_, height_px) != height_px) forget([](Place) { return true; });
    const auto place_of = [](SourceTime time) { return time.time_since_epoch() / apart; };
    const Place first = std::max<Place>(0, place_of(in_sight.in));
    const Place last = place_of(in_sight.out);
    constexpr Place around = remembered / apart;
    forget([&](Place place) { return place < first - around || place > last + around; });
    std::vector<Place> missing;
    for (Place place = first; place <= last; ++place) {
        if (!found_.contains(place)) missing.push_back(place);
    }
    const Place middle = (first + last) / 2;
    std::ranges::stable_sort(missing, std::ranges::greater{},
                             [&](Place place) { return std::abs(place - middle); });
    {
        const std::lock_guard lock(shared_.mutex);
        if (std::exchange(shared_.height_px, height_px) == height_px) {
            std::erase_if(missing, [this](Place place) {
                return place == shared_.under_way ||
                       std::ranges::find(shared_.ready, place, &Ready::place) !=
                           shared_.ready.end();
            });
        }
        shared_.wanted = std::move(missing);
    }
    shared_.changed.notify_one();
}

bool IndexEyes::take_ready() {
    std::vector<Ready> ready;
    {
        const std::lock_guard lock(shared_.mutex);
        ready.swap(shared_.ready);
    }
    for (const Ready& one : ready) {
        if (one.height_px != height_px_) continue;
        found_[one.place] = one.picture ? std::optional{one.picture->time} : std::nullopt;
        if (!one.picture || pictures_.contains(one.picture->time)) continue;
        const media::Still& still = one.picture->still;
        pictures_[one.picture->time] = {
            one.picture->time, make_(still.rgba, still.width_px, still.height_px),
            static_cast<float>(still.width_px) / static_cast<float>(still.height_px)};
    }
    return !ready.empty();
}

std::vector<SeenPicture> IndexEyes::pictures() const {
    std::vector<SeenPicture> all;
    for (const auto& [time, picture] : pictures_) {
        all.push_back(picture);
    }
    return all;
}

// Of several places that gave the same picture the last one takes it along.
void IndexEyes::forget(const std::function<bool(Place)>& which) {
    std::erase_if(found_, [&](const auto& entry) { return which(entry.first); });
    std::set<SourceTime> still_found;
    for (const auto& [place, time] : found_) {
        if (time) still_found.insert(*time);
    }
    std::erase_if(pictures_, [&](const auto& entry) {
        if (still_found.contains(entry.first)) return false;
        drop_(entry.second.texture);
        return true;
    });
}

// A film that cannot be opened is told by whoever plays it; here there are no pictures of it.
void IndexEyes::look(const media::FilmFile& film, const std::stop_token& stop) {
    screen::lower_own_priority();
    std::optional<media::KeyPictures> keys;
    if (auto opened = media::KeyPictures::open(film, stop)) keys.emplace(*std::move(opened));
    std::unique_lock lock(shared_.mutex);
    const auto any = [this] { return !shared_.wanted.empty(); };
    while (shared_.changed.wait(lock, stop, any) && !stop.stop_requested()) {
        Ready one{shared_.wanted.back(), shared_.height_px, std::nullopt};
        shared_.wanted.pop_back();
        shared_.under_way = one.place;
        lock.unlock();
        if (keys) one.picture = keys->at(SourceTime{one.place * apart}, one.height_px);
        lock.lock();
        shared_.under_way.reset();
        shared_.ready.push_back(std::move(one));
        lock.unlock();
        wake_();
        lock.lock();
    }
}

}  // namespace app
