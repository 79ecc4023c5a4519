// Orders to the engine: plain values, compared with the last ones. The same order again means
// nothing to do.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <variant>
#include <vector>

#include "catalogue/media_time.h"
#include "catalogue/problem.h"

namespace media {

using catalogue::SourceDuration;
using catalogue::SourceTime;
using catalogue::TimeRange;
using WallTime = std::chrono::steady_clock::time_point;

// A film of a module: opened by the guarded opener only, below `root`.
struct FilmFile {
    std::filesystem::path root;
    std::filesystem::path relative;

    auto operator<=>(const FilmFile&) const = default;
};

struct ClipOrder {
    FilmFile film;
    std::optional<TimeRange> trim;  // nothing = the whole file

    auto operator<=>(const ClipOrder&) const = default;
};

// How loud a clip is by EBU R128, from its in- to its out-point.
struct Loudness {
    double lufs = 0.0;                     // integrated
    std::optional<double> true_peak_dbtp;  // nothing: not known

    bool operator==(const Loudness&) const = default;
};

// What the people who make programmes for television agree on (EBU R128).
inline constexpr double usual_loudness_lufs = -23.0;

// A jump inside the playing clip. A new number means a new jump.
struct SeekOrder {
    std::uint64_t number = 0;
    // Either a time in the film (clamped to the clip: at most its last picture), or a number of
    // pictures from the one shown (pauses by itself is not done: the caller pauses).
    std::variant<SourceTime, int> to;
    // One of many in a row, of a key that is held or a handle that is dragged: the key picture
    // before `to` is shown on the way there, so that something moves.
    bool in_passing = false;

    bool operator==(const SeekOrder&) const = default;
};

// The wanted state of the whole engine, told in every frame.
struct EngineOrder {
    std::uint64_t cue = 0;          // a new number starts `clip` anew, at its in-point
    std::optional<ClipOrder> clip;  // nothing: no film
    std::optional<SourceTime>
        start_at;          // where to start within the clip (resuming); else its in-point
    bool playing = false;  // false: holds the picture it is at (the first one shows all the same)
    std::optional<SeekOrder> seek;
    std::vector<ClipOrder> warm;  // what may come next, most likely first
    // What is ordered as soon as this clip has ended, if all stays as it is: when it is warm by
    // then, it begins without a gap in picture and sound.
    std::optional<ClipOrder> then;
    float volume = 1.0F;  // 0 to 1, as heard (cubic)
    bool muted = false;
    bool mono = false;  // both ears hear both sides: for one ear each of shared headphones
    // Of `clip`: measured, or what its like lets expect until then; nothing: played as it is.
    std::optional<Loudness> loudness;
    std::optional<Loudness> then_loudness;     // of `then`, likewise
    double target_lufs = usual_loudness_lufs;  // at full volume
    double rate = 1.0;                         // film per time, 0.5 to 2; voices keep their pitch
    // While there is one, playing that comes to its out-point jumps back to its in-point, and the
    // clip does not end. Inside the clip.
    std::optional<TimeRange> loop;
};

enum class Phase {
    Idle,     // no clip
    Opening,  // ordered, no picture yet
    Playing,
    Paused,
    Ended,  // the last picture is held
    Failed,
};

// What keeps a clip from being played on.
enum class Hindrance {
    SlowDisk,  // nothing comes from the disk
    DiskGone,  // the film, or the place where it lies, is not there; it is waited for
    Decoding,  // this machine is busy
};

struct EngineStatus {
    std::uint64_t cue = 0;
    Phase phase = Phase::Idle;
    SourceTime position{};  // of the sound and picture now due, in the film's time
    TimeRange range{};      // the clip's true in and out (out of a whole file: its measured end)
    bool waiting = false;   // to play on: picture or sound are not there yet
    bool stalled = false;   // waiting for longer than 500 ms: the file comes too slowly
    // Once it has been waited for so long (2 s) that the class has to be told.
    std::optional<Hindrance> hindrance;
    // Decoded sound that waits to be heard, for measuring; nothing when no more will come.
    std::optional<SourceDuration> sound_ahead;
    std::optional<catalogue::Problem> problem;  // when Failed
};

struct Started {
    std::uint64_t cue = 0;
};  // its first picture is ready
struct Ended {
    std::uint64_t cue = 0;
};  // its last picture has been shown for its time
struct Failed {
    std::uint64_t cue = 0;
    catalogue::Problem problem;
};
using Report = std::variant<Started, Ended, Failed>;

}  // namespace media
