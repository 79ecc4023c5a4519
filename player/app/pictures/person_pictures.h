// The pictures of a module's people as textures, decoded in the background.
#pragma once

#include <filesystem>
#include <functional>
#include <map>

#include "player/app/stage/stage_data.h"
#include "player/app/threads/background_reader.h"
#include "player/media/making/still_reader.h"
#include "player/screen/window.h"

namespace app {

// Main thread only; waits for nothing but, when it is destroyed, for a picture that is being
// decoded.
class PersonPictures {
public:
    // `wake` is called from the reading thread when a picture is ready. `window` must outlive this.
    PersonPictures(std::filesystem::path root, screen::Window& window, std::function<void()> wake);
    ~PersonPictures();

    // A picture's texture, 0 while it is not there; asks for it the first time.
    ShownPicture of(const std::filesystem::path& file);

    // Makes textures of what has been read. True when there are new ones.
    bool take_ready();

private:
    screen::Window& window_;
    std::map<std::filesystem::path, ShownPicture> textures_;  // 0: asked for
    BackgroundReader<media::Still> reader_;
};

}  // namespace app
