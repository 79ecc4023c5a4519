#include "player/media/film_stamp.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <functional>

#include "catalogue/inside_file.h"
#include "player/media/disk_hand.h"

namespace media {

std::optional<FilmStamp> stamp_of(const FilmFile& film, const std::stop_token& stop) {
    DiskHand hand;
    const auto stamp = hand.ask(
        [film] {
            const auto file = catalogue::open_inside(film.root, film.relative);
            return file ? stamp_of(*file) : std::nullopt;
        },
        stop);
    return stamp.value_or(std::nullopt);
}

std::optional<FilmStamp> stamp_of(const catalogue::InsideFile& film) {
    struct stat about {};
    if (::fstat(film.descriptor(), &about) != 0) return std::nullopt;
    return FilmStamp{
        static_cast<std::uint64_t>(about.st_size),
        static_cast<std::int64_t>(about.st_mtim.tv_sec) * 1'000'000'000 + about.st_mtim.tv_nsec};
}

std::string name_made_of(const ClipOrder& clip, const FilmStamp& film) {
    const std::filesystem::path file = clip.film.root / clip.film.relative;
    std::string said =
        fmt::format("{}\n{}\n{}", file.generic_string(), film.size_bytes, film.modified_ns);
    if (clip.trim) {
        said += fmt::format("\n{}\n{}", clip.trim->in.time_since_epoch().count(),
                            clip.trim->out.time_since_epoch().count());
    }
    return fmt::format("{:016x}", std::hash<std::string>{}(said));
}

}  // namespace media
