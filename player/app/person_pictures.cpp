#include "player/app/person_pictures.h"

#include <utility>

namespace app {
namespace {

// Larger than any place where the interface shows one.
constexpr int longest_side_px = 512;

}  // namespace

PersonPictures::PersonPictures(std::filesystem::path root, screen::Window& window,
                               std::function<void()> wake)
    : root_(std::move(root)),
      window_(window),
      wake_(std::move(wake)),
      thread_([this](const std::stop_token& stop) { read_all(stop); }) {}

PersonPictures::~PersonPictures() {
    thread_.request_stop();
    thread_.join();
    for (const auto& [file, texture] : textures_) {
        if (texture.image != 0) {
            window_.drop_texture(texture.image);
        }
    }
}

ShownPicture PersonPictures::of(const std::filesystem::path& file) {
    const auto [found, is_new] = textures_.try_emplace(file);
    if (is_new) {
        {
            const std::lock_guard lock(shared_.mutex);
            shared_.wanted.push_back(file);
        }
        shared_.changed.notify_one();
    }
    return found->second;
}

bool PersonPictures::take_ready() {
    std::vector<Ready> ready;
    {
        const std::lock_guard lock(shared_.mutex);
        ready.swap(shared_.ready);
    }
    for (const Ready& one : ready) {
        textures_[one.file] = {
            window_.make_texture(one.still.rgba, one.still.width_px, one.still.height_px),
            static_cast<float>(one.still.width_px) / static_cast<float>(one.still.height_px)};
    }
    return !ready.empty();
}

void PersonPictures::read_all(const std::stop_token& stop) {
    std::unique_lock lock(shared_.mutex);
    const auto is_wanted = [this] { return !shared_.wanted.empty(); };
    while (shared_.changed.wait(lock, stop, is_wanted) && !stop.stop_requested()) {
        const std::filesystem::path file = shared_.wanted.front();
        shared_.wanted.erase(shared_.wanted.begin());
        lock.unlock();
        // A picture that cannot be read leaves the person's initials in its place; what is wrong
        // with the file was said when the module was read.
        catalogue::Result<media::Still> still = media::read_still({root_, file}, longest_side_px);
        lock.lock();
        if (still) {
            shared_.ready.push_back({file, std::move(*still)});
            lock.unlock();
            wake_();
            lock.lock();
        }
    }
}

}  // namespace app
