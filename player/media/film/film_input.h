// The bytes of one film, from a disk that may be slow, or gone for a while.
#pragma once

#include <memory>
#include <optional>
#include <variant>

#include "player/media/film/disk_hand.h"
#include "player/media/film/film_stamp.h"
#include "player/media/film/read_guard.h"

namespace media {

// What is done about a film whose place is out of reach, or that cannot be read any more.
enum class Absent {
    IsWaitedFor,  // it comes back with its stick or share
    Fails,        // something else will do
};

// One thread at a time; `guard` outlives it. Its waiting ends when the guard is stopped: what the
// disk still does then is left behind.
class FilmInput {
public:
    // Fails when the film is not there though its folder is, or may not be read; and when stopped.
    static catalogue::Result<std::unique_ptr<FilmInput>> open(const FilmFile& film,
                                                              ReadGuard& guard, Absent absent);
    ~FilmInput();

    const FilmStamp& stamp() const;

    // Reads on from `position`; at least one byte. Where it cannot, the film is opened anew as soon
    // as it is back.
    // @returns how many bytes, or FFmpeg's code: the end, stopped, or what problem() says
    int read(std::int64_t position, std::uint8_t* target, int size_bytes);

    // Why nothing more will come.
    const std::optional<catalogue::Problem>& problem() const { return problem_; }

private:
    struct OpenFilm;
    struct NotThere;
    struct Bytes;
    using Found = std::variant<std::shared_ptr<OpenFilm>, NotThere>;
    enum class Return { Back, Changed, Stopped };

    FilmInput(FilmFile film, ReadGuard& guard, Absent absent);
    std::optional<Found> look(ReadGuard::Waiting& waiting);
    bool rest(WallTime::duration length);
    std::optional<Bytes> read_once(ReadGuard::Waiting& waiting, std::int64_t position,
                                   int size_bytes);
    Return wait_for_return(ReadGuard::Waiting& waiting, std::optional<WallTime>& damaged_since);
    int changed();

    const FilmFile film_;
    ReadGuard& guard_;
    const Absent absent_;
    std::shared_ptr<OpenFilm> open_;  // also a hand's that is left behind
    std::optional<catalogue::Problem> problem_;
    DiskHand hand_;
};

}  // namespace media
