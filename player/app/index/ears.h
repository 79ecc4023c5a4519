// Hears a film through for whoever marks it, in a thread of its own: what it looks like, and where
// its pauses are.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "catalogue/media_time.h"
#include "player/media/analysis/sound_outline.h"
#include "player/media/film/film_chapters.h"

namespace app {

struct HeardFilm {
    media::SoundOutline outline;
    std::vector<catalogue::TimeRange> pauses;
    std::vector<media::FilmChapter> chapters;
    std::string problem;  // why nothing could be heard
};

// Main thread, but for the hearing itself. Going it stops on the way.
class IndexEars {
public:
    // @param kept_in  where what was heard is kept for the next time; empty: nowhere
    // @param wake     called in the hearing thread when there is something new
    IndexEars(media::FilmFile film, std::filesystem::path kept_in, std::function<void()> wake);

    // How far into the film it is.
    catalogue::SourceTime progress() const;
    // Once all is heard; the same object until the ears go.
    std::shared_ptr<const HeardFilm> heard() const;

private:
    struct Shared {  // everything two threads touch
        mutable std::mutex mutex;
        catalogue::SourceTime progress{};        // guarded by mutex
        std::shared_ptr<const HeardFilm> heard;  // guarded by mutex
    } shared_;

    std::jthread thread_;  // last member: started last, joined first
};

}  // namespace app
