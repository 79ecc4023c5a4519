#include "player/media/film/film_chapters.h"

#include "player/media/film/source.h"

namespace media {

catalogue::Result<std::vector<FilmChapter>> chapters_in(const FilmFile& film,
                                                        std::stop_token stop) {
    ReadGuard guard;
    const std::stop_callback stopping(std::move(stop), [&guard] { guard.stop(); });
    const auto source = Source::open(film, guard);
    if (!source) return source.error();
    return source->chapters();
}

}  // namespace media
