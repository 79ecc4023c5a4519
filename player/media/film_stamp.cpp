#include "player/media/film_stamp.h"

#include <sys/stat.h>

#include "catalogue/inside_file.h"

namespace media {

std::optional<FilmStamp> stamp_of(const FilmFile& film) {
    const auto file = catalogue::open_inside(film.root, film.relative);
    struct stat about {};
    if (!file || ::fstat(file->descriptor(), &about) != 0) {
        return std::nullopt;
    }
    return FilmStamp{
        file->size_bytes(),
        static_cast<std::int64_t>(about.st_mtim.tv_sec) * 1'000'000'000 + about.st_mtim.tv_nsec};
}

}  // namespace media
