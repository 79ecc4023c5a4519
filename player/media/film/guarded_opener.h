// The only way anything is opened for decoding. A film can ask a player to read other files or to
// open network connections (playlists, references, session descriptions); nothing opened here can.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>

#include "player/media/av_handles.h"
#include "player/media/film/film_input.h"

namespace media {

inline constexpr int max_streams = 32;
inline constexpr std::int64_t max_pixels = 8192LL * 4320;

enum class Purpose {
    Film,   // the containers that schools have
    Still,  // PNG and JPEG only
};

// An open container over one file descriptor. One thread at a time; `guard` outlives it.
class GuardedFile {
public:
    AVFormatContext& format() const { return *format_; }
    // What the file was when it was opened.
    const FilmStamp& stamp() const;
    // Why reading ended before the film did: it was exchanged, or a part of it cannot be read.
    const std::optional<catalogue::Problem>& problem() const;

private:
    friend catalogue::Result<GuardedFile> open_guarded(const FilmFile&, Purpose, ReadGuard&,
                                                       Absent);
    struct Door;
    struct DoorFree {
        void operator()(Door* door) const noexcept;
    };
    std::unique_ptr<Door, DoorFree> door_;  // what the reading functions see
    AvioHandle io_;
    FormatHandle format_;  // last member: closed first
};

// FFmpeg and its encoders talk to the terminal, which nobody in a class sees. What matters comes as
// a Problem. Any thread, as often as one likes.
void keep_ffmpeg_quiet();

// Opens and probes. The problem names the film, what is wrong and what to do. Waits for the file:
// not for the main thread.
catalogue::Result<GuardedFile> open_guarded(const FilmFile& film, Purpose purpose, ReadGuard& guard,
                                            Absent absent = Absent::IsWaitedFor);

// Whether there is a decoder for it among those that may be used.
bool can_decode(const AVCodecParameters& stream);

// A decoder for `stream`, from the list of those that may be used, with the cap on pixels.
// @param threads  how many it may use
// @param prepare  called before it is opened; may be empty
catalogue::Result<CodecHandle> open_decoder(
    const AVStream& stream, const FilmFile& film, int threads,
    const std::function<void(AVCodecContext&)>& prepare = {});

}  // namespace media
