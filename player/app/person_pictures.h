// The pictures of a module's people as textures, decoded in the background.
#pragma once

#include <condition_variable>
#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

#include "catalogue/module.h"
#include "player/app/stage_data.h"
#include "player/media/still_reader.h"
#include "player/screen/window.h"

namespace app {

// Owned by the main thread; one thread of its own that reads and decodes.
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
    void read_all(const std::stop_token& stop);

    const std::filesystem::path root_;
    screen::Window& window_;
    const std::function<void()> wake_;
    std::map<std::filesystem::path, ShownPicture> textures_;  // 0: asked for; main thread

    struct Ready {
        std::filesystem::path file;
        media::Still still;
    };
    struct Shared {  // everything two threads touch
        std::mutex mutex;
        std::condition_variable_any changed;
        std::vector<std::filesystem::path> wanted;  // guarded by mutex
        std::vector<Ready> ready;                   // guarded by mutex
    } shared_;

    std::jthread thread_;  // last member: started last, joined first
};

}  // namespace app
