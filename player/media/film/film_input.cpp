#include "player/media/film/film_input.h"

#include <algorithm>
#include <cerrno>
#include <condition_variable>
#include <cstddef>
#include <cstdlib>
#include <mutex>
#include <vector>

#include "catalogue/inside_file.h"
#include "catalogue/words.h"

extern "C" {
#include <libavutil/error.h>
}

namespace media {
using catalogue::_;

namespace {

using catalogue::fail;
using catalogue::Problem;
using catalogue::Result;
using namespace std::chrono_literals;

// Between two looks whether a film is back: growing, but a class is not to wait for us.
constexpr WallTime::duration first_pause = 100ms;
constexpr WallTime::duration longest_pause = 800ms;
// A film that is there and yet cannot be read here for so long is damaged here. Longer than shares
// take to come back.
constexpr WallTime::duration damage_after = 30s;

// Time stamps of sticks are counted in two seconds, and shares round them as they like.
constexpr std::int64_t rounded_ns = 2'000'000'000;

bool same_film(const FilmStamp& one, const FilmStamp& other) {
    return one.size_bytes == other.size_bytes &&
           std::abs(one.modified_ns - other.modified_ns) <= rounded_ns;
}

Problem given_up(const FilmFile& film) {
    return fail({film.relative}, _("reading this film was broken off"), _("choose it again"));
}

}  // namespace

struct FilmInput::OpenFilm {
    catalogue::InsideFile file;
    FilmStamp stamp;
};

struct FilmInput::NotThere {
    Problem problem;
    bool out_of_reach = false;  // with the place where it lies
};

// Of one read: how many, or why none.
struct FilmInput::Bytes {
    std::ptrdiff_t count = 0;
    std::vector<std::uint8_t> bytes;
    std::optional<FilmStamp> stamp;  // of what was read
};

FilmInput::FilmInput(FilmFile film, ReadGuard& guard, Absent absent)
    : film_(std::move(film)), guard_(guard), absent_(absent) {}

Result<std::unique_ptr<FilmInput>> FilmInput::open(const FilmFile& film, ReadGuard& guard,
                                                   Absent absent) {
    std::unique_ptr<FilmInput> input{new FilmInput(film, guard, absent)};
    ReadGuard::Waiting waiting(guard);
    for (auto pause = first_pause;; pause = std::min(pause * 2, longest_pause)) {
        auto found = input->look(waiting);
        if (!found) return given_up(film);
        if (auto* open = std::get_if<std::shared_ptr<OpenFilm>>(&*found)) {
            input->open_ = std::move(*open);
            return input;
        }
        NotThere& not_there = std::get<NotThere>(*found);
        not_there.problem.place.file = film.relative;
        if (!not_there.out_of_reach || absent == Absent::Fails) return not_there.problem;
        waiting.tell(ReadDelay::Gone);
        if (!input->rest(pause)) return given_up(film);
    }
}

FilmInput::~FilmInput() = default;

const FilmStamp& FilmInput::stamp() const {
    return open_->stamp;
}

// What is there now; nothing when stopped.
auto FilmInput::look(ReadGuard::Waiting& waiting) -> std::optional<Found> {
    return hand_.ask(
        [film = film_]() -> Found {
            auto file = catalogue::open_inside(film.root, film.relative);
            if (!file && catalogue::out_of_reach(film.root, film.relative)) {
                return NotThere{file.error(), true};
            }
            // Once more: its place may have come back in between.
            if (!file) file = catalogue::open_inside(film.root, film.relative);
            if (!file) return NotThere{file.error(), false};
            const auto stamp = stamp_of(*file);
            if (!stamp) return NotThere{fail({film.relative}, _("this film cannot be read")), true};
            return std::make_shared<OpenFilm>(OpenFilm{std::move(*file), *stamp});
        },
        guard_.stop_token(), [&] { waiting.tell(ReadDelay::Slow); });
}

// False when stopped.
bool FilmInput::rest(WallTime::duration length) {
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    const std::stop_token stop = guard_.stop_token();
    never.wait_for(lock, stop, length, [] { return false; });
    return !stop.stop_requested();
}

int FilmInput::read(std::int64_t position, std::uint8_t* target, int size_bytes) {
    if (problem_) return AVERROR(EIO);
    // What is in the machine's memory needs no hand.
    const auto there = open_->file.read_at_once(static_cast<std::uint64_t>(position), target,
                                                static_cast<std::size_t>(size_bytes));
    if (there > 0) return static_cast<int>(there);

    ReadGuard::Waiting waiting(guard_);
    std::optional<WallTime> damaged_since;
    for (;;) {
        auto read = read_once(waiting, position, size_bytes);
        if (!read) return AVERROR_EXIT;
        if (read->count > 0 && read->stamp && same_film(*read->stamp, open_->stamp)) {
            std::copy_n(read->bytes.data(), read->count, target);
            return static_cast<int>(read->count);
        }
        if (read->count >= 0 && read->stamp && !same_film(*read->stamp, open_->stamp)) {
            return changed();
        }
        if (read->count == 0) return AVERROR_EOF;
        if (absent_ == Absent::Fails) return AVERROR(EIO);
        waiting.tell(ReadDelay::Slow);
        const auto now = std::chrono::steady_clock::now();
        if (!damaged_since) damaged_since = now;
        if (now - *damaged_since > damage_after) {
            problem_ = fail({film_.relative}, _("a part of this film cannot be read"),
                            _("copy it again from where it came from"));
            return AVERROR(EIO);
        }
        switch (wait_for_return(waiting, damaged_since)) {
            case Return::Back:
                break;
            case Return::Changed:
                return changed();
            case Return::Stopped:
                return AVERROR_EXIT;
        }
    }
}

int FilmInput::changed() {
    problem_ = fail({film_.relative}, _("this film was exchanged for another while it was played"),
                    _("choose the answer again"));
    return AVERROR(EIO);
}

// Nothing when stopped.
auto FilmInput::read_once(ReadGuard::Waiting& waiting, std::int64_t position, int size_bytes)
    -> std::optional<Bytes> {
    return hand_.ask(
        [open = open_, position, size = static_cast<std::size_t>(size_bytes)] {
            Bytes read;
            read.bytes.resize(size);
            do {
                read.count = open->file.read_at(static_cast<std::uint64_t>(position),
                                                read.bytes.data(), size);
            } while (read.count < 0 && errno == EINTR);
            read.stamp = stamp_of(open->file);
            return read;
        },
        guard_.stop_token(), [&] { waiting.tell(ReadDelay::Slow); });
}

// Opens the film anew as soon as it is there.
FilmInput::Return FilmInput::wait_for_return(ReadGuard::Waiting& waiting,
                                             std::optional<WallTime>& damaged_since) {
    for (auto pause = first_pause;; pause = std::min(pause * 2, longest_pause)) {
        if (!rest(pause)) return Return::Stopped;
        auto found = look(waiting);
        if (!found) return Return::Stopped;
        if (auto* open = std::get_if<std::shared_ptr<OpenFilm>>(&*found)) {
            if (!same_film((*open)->stamp, open_->stamp)) return Return::Changed;
            open_ = std::move(*open);
            return Return::Back;
        }
        waiting.tell(ReadDelay::Gone);
        damaged_since.reset();  // the place is gone, which says nothing about the film
    }
}

}  // namespace media
