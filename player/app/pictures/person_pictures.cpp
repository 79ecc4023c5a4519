#include "player/app/pictures/person_pictures.h"

#include <utility>

namespace app {
namespace {

// Larger than any place where the interface shows one.
constexpr int longest_side_px = 512;

}  // namespace

// A picture that cannot be read leaves the person's initials in its place; what is wrong with the
// file was said when the module was read.
PersonPictures::PersonPictures(std::filesystem::path root, screen::Window& window,
                               std::function<void()> wake)
    : window_(window),
      reader_(
          [root = std::move(root)](const std::filesystem::path& file,
                                   const std::stop_token& stop) -> std::optional<media::Still> {
              auto still = media::read_still({root, file}, longest_side_px, stop);
              return still ? std::optional{std::move(*still)} : std::nullopt;
          },
          std::move(wake)) {}

PersonPictures::~PersonPictures() {
    for (const auto& [file, texture] : textures_) {
        if (texture.image != 0) {
            window_.drop_texture(texture.image);
        }
    }
}

ShownPicture PersonPictures::of(const std::filesystem::path& file) {
    const auto [found, is_new] = textures_.try_emplace(file);
    if (is_new) {
        reader_.ask(file);
    }
    return found->second;
}

bool PersonPictures::take_ready() {
    const auto ready = reader_.take_ready();
    for (const auto& [file, still] : ready) {
        textures_[file] = {
            window_.make_texture(still.rgba, still.width_px, still.height_px),
            static_cast<float>(still.width_px) / static_cast<float>(still.height_px)};
    }
    return !ready.empty();
}

}  // namespace app
