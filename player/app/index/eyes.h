// Looks into a film for whoever marks it: small pictures of where they are, in a thread of its own.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <span>
#include <thread>
#include <vector>

#include "player/media/analysis/key_pictures.h"
#include "player/screen/mesh.h"

namespace app {

// A picture stands for the moment that it is of, which is seldom exactly where it was looked for.
struct SeenPicture {
    catalogue::SourceTime time{};
    screen::TextureId texture = 0;
    float aspect = 1;  // width by height
};

// Main thread, but for the looking itself.
class IndexEyes {
public:
    // One is looked for at every so much of the film.
    static constexpr catalogue::SourceDuration apart{4'000'000};
    // What is farther away than this from what is wanted is forgotten.
    static constexpr catalogue::SourceDuration remembered{60'000'000};

    using MakeTexture = std::function<screen::TextureId(std::span<const std::uint8_t> rgba,
                                                        int width_px, int height_px)>;
    using DropTexture = std::function<void(screen::TextureId)>;

    // @param wake  called in the looking thread when there is something new
    IndexEyes(media::FilmFile film, MakeTexture make, DropTexture drop, std::function<void()> wake);
    ~IndexEyes();
    IndexEyes(const IndexEyes&) = delete;
    IndexEyes& operator=(const IndexEyes&) = delete;

    // What is in sight; the middle of it is looked at first. Call it whenever that is drawn.
    void want(const catalogue::TimeRange& in_sight, int height_px);
    // Makes textures of what was found. True when there are new ones.
    bool take_ready();
    // By their times.
    std::vector<SeenPicture> pictures() const;

private:
    using Place = std::int64_t;  // in steps of `apart`

    void forget(const std::function<bool(Place)>& which);
    void look(const media::FilmFile& film, const std::stop_token& stop);

    const MakeTexture make_;
    const DropTexture drop_;
    const std::function<void()> wake_;

    // The main thread's:
    std::map<Place, std::optional<catalogue::SourceTime>> found_;  // nothing: there is none
    std::map<catalogue::SourceTime, SeenPicture> pictures_;
    int height_px_ = 0;

    struct Ready {
        Place place = 0;
        int height_px = 0;
        std::optional<media::KeyPicture> picture;
    };
    struct Shared {  // everything two threads touch
        std::mutex mutex;
        std::condition_variable_any changed;
        std::vector<Place> wanted;       // the most wanted last; guarded by mutex
        std::optional<Place> under_way;  // guarded by mutex
        int height_px = 0;               // guarded by mutex
        std::vector<Ready> ready;        // guarded by mutex
    } shared_;

    std::jthread thread_;  // last member: started last, joined first
};

}  // namespace app
