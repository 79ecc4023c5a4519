#include "player/media/making/proxy_reader.h"

#include "player/media/film/film_input.h"
#include "player/media/making/proxy.h"

namespace media {

namespace fs = std::filesystem;

std::optional<Source> open_proxy(const fs::path& folder, const FilmFile& film, ReadGuard& guard) {
    std::error_code error;
    if (folder.empty() || !fs::is_directory(folder, error)) return std::nullopt;
    // A film that cannot be opened is told of by whoever opens it next.
    const auto original = FilmInput::open(film, guard, Absent::IsWaitedFor);
    if (!original) return std::nullopt;
    const FilmFile proxy{folder, proxy_name(film, (*original)->stamp())};
    if (!fs::exists(folder / proxy.relative, error)) return std::nullopt;
    auto source = Source::open(proxy, guard, Absent::Fails);
    if (!source || source->pictures() == nullptr || source->comment() != proxy_comment ||
        !source->reaches_its_end()) {
        return std::nullopt;
    }
    source->count_from_zero();
    return std::move(*source);
}

}  // namespace media
