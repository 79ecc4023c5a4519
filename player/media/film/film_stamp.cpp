#include "player/media/film/film_stamp.h"

#include <fmt/format.h>

#include <functional>

#include "catalogue/inside_file.h"
#include "player/media/film/disk_hand.h"

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
    const auto state = film.state();
    if (!state) return std::nullopt;
    return FilmStamp{state->size_bytes, state->modified_ns};
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
