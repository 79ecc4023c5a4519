// A film, open for reading: which streams are played, where time counts from, packets and jumps.
#pragma once

#include <optional>
#include <vector>

#include "player/media/film/film_chapters.h"
#include "player/media/film/guarded_opener.h"

namespace media {

// Turns a stream's ticks into film time: once, here, and nowhere else.
struct Ticks {
    AVRational base{1, 1'000'000};
    std::int64_t start_us = 0;  // of the container

    SourceTime time(std::int64_t ticks) const;
    SourceDuration length(std::int64_t ticks) const;
    // Number of the sample at sound_rate_hz, counted from the start of the film.
    std::int64_t sample(std::int64_t ticks) const;
    std::int64_t ticks_at(SourceTime time) const;
};

// Samples at sound_rate_hz.
std::int64_t sample_at(SourceTime time);
SourceTime time_of_sample(std::int64_t sample);

// One thread at a time.
class Source {
public:
    static catalogue::Result<Source> open(const FilmFile& film, ReadGuard& guard,
                                          Absent absent = Absent::IsWaitedFor);

    // The same file from its head, with the same film time.
    catalogue::Result<Source> open_again() const;
    // Film time is what the container says, whenever its first stream begins.
    void count_from_zero() { counts_from_zero_ = true; }

    const FilmFile& film() const { return film_; }
    const FilmStamp& stamp() const { return file_.stamp(); }
    // Why reading ended before the film did; nothing when it did not.
    const std::optional<catalogue::Problem>& problem() const { return file_.problem(); }
    // The stream that is played; nothing when the film has none (a cover picture is not one).
    const AVStream* pictures() const { return pictures_; }
    const AVStream* sound() const { return sound_; }
    Ticks ticks(const AVStream& stream) const;

    // What the container claims; may be wrong, and zero when it claims nothing.
    SourceTime claimed_end() const;
    // As the container has them, by their beginnings; one without an end ends where the next
    // begins. Nonsense is left out.
    std::vector<FilmChapter> chapters() const;
    // Whether the file goes on to the end of the last packet that the container knows of.
    bool reaches_its_end() const;
    // What the file says about itself, for programs.
    std::string comment() const;
    // How long a picture usually lasts.
    SourceDuration picture_length() const;

    // From now on only packets of sound are read.
    void leave_out_pictures();

    enum class Read { Packet, End };
    // The next packet of the streams that are played. Damaged stretches are passed over.
    Read read(AVPacket& packet);

    // Goes to a place from which everything at and after `time` can be decoded, as far as the
    // container knows. False when it cannot jump: then reading stays where it is.
    bool jump_before(SourceTime time);

private:
    Source(FilmFile film, GuardedFile file, ReadGuard& guard);

    // Where a stream's clock is in the file, and by how much it is set right.
    struct Clock {
        std::optional<std::int64_t> next_us;
        std::int64_t shift_us = 0;
    };
    void set_clock_right(AVPacket& packet);
    std::int64_t start_us() const;

    FilmFile film_;
    GuardedFile file_;
    ReadGuard* guard_;
    const AVStream* pictures_ = nullptr;
    const AVStream* sound_ = nullptr;
    Clock picture_clock_;
    Clock sound_clock_;
    bool counts_from_zero_ = false;
};

}  // namespace media
