#include "player/media/analysis/clip_still.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <random>
#include <vector>

#include "catalogue/words.h"
#include "player/media/film/film_stamp.h"
#include "player/media/film/source.h"
#include "player/media/making/still_writer.h"
#include "player/media/pictures/picture_maker.h"
#include "player/media/pictures/picture_scaler.h"
#include "player/media/pictures/video_decoder.h"

namespace media {
using catalogue::_;

namespace {

using catalogue::fail;
using catalogue::Problem;
using catalogue::Result;
namespace fs = std::filesystem;

// Where in the answer it is looked for, one place after another while pictures are dark. People
// who have begun to talk look like themselves; a third is past what an interviewer cuts in.
constexpr std::array places{1.0 / 3, 1.0 / 2, 2.0 / 3, 1.0 / 6};
// Of 255: a fade from black, a lens cap. A night scene with a lit face is well above.
constexpr double nearly_black = 20;
// Where a film does not say how long it is.
constexpr SourceDuration when_unknown{30'000'000};

// Mean of the light of every eighth pixel of every eighth row, 0 to 255.
double brightness(const Picture& picture) {
    constexpr int step = 8;
    double sum = 0;
    int count = 0;
    for (int y = 0; y < picture.height_px; y += step) {
        const std::uint8_t* row =
            picture.planes[0] + static_cast<std::ptrdiff_t>(y) * picture.strides_bytes[0];
        for (int x = 0; x < picture.width_px; x += step, ++count)
            sum += row[x];
    }
    const double mean = count > 0 ? sum / count : 0;
    return picture.range == ColourRange::Full ? mean : std::max(0.0, (mean - 16) * 255 / 219);
}

// Finds pictures in an open film.
class Finder {
public:
    Finder(Source& source, VideoDecoder& decoder, TimeRange range, const std::stop_token& stop)
        : source_(source),
          decoder_(decoder),
          maker_(*source.pictures()),
          range_(range),
          stop_(stop) {}

    // The key picture before `wanted` when it is of the answer, else the first picture from
    // `wanted` on, or the last one there is.
    std::optional<Picture> picture_at(SourceTime wanted) {
        const bool jumped = source_.jump_before(wanted);
        decoder_.restart(!jumped);
        decoder_.leave_out_before(wanted);
        const Ticks ticks = source_.ticks(*source_.pictures());
        const PacketHandle packet{av_packet_alloc()};
        std::optional<VideoDecoder::Decoded> best;
        bool first = true;
        while (!stop_.stop_requested() && source_.read(*packet) == Source::Read::Packet) {
            const bool ours = packet->stream_index == source_.pictures()->index;
            const bool key = ours && (packet->flags & AV_PKT_FLAG_KEY) != 0;
            if (ours) decoder_.send(packet.get());
            const bool enough = first && key && packet->pts != AV_NOPTS_VALUE &&
                                ticks.time(packet->pts) >= range_.in;
            if (key) first = false;
            av_packet_unref(packet.get());
            if (enough) break;
            if (take(best, wanted)) return made(best);
        }
        decoder_.send(nullptr);
        take(best, wanted);
        return made(best);
    }

private:
    // True when `best` is what was looked for.
    bool take(std::optional<VideoDecoder::Decoded>& best, SourceTime wanted) {
        while (auto decoded = decoder_.receive()) {
            if (decoded->time >= range_.out) return best.has_value();
            if (decoded->time + decoded->duration <= range_.in) continue;
            best = std::move(decoded);
            if (best->time >= wanted) return true;
        }
        return false;
    }
    std::optional<Picture> made(std::optional<VideoDecoder::Decoded>& best) {
        return best ? maker_.make(std::move(*best)) : std::nullopt;
    }

    Source& source_;
    VideoDecoder& decoder_;
    PictureMaker maker_;
    const TimeRange range_;
    const std::stop_token& stop_;
};

Problem stopped(const ClipOrder& clip) {
    return fail({clip.film.relative}, _("making a picture of an answer was broken off"),
                _("it is made the next time"));
}

Problem cannot_write(const fs::path& file) {
    return fail({file}, _("the picture of an answer cannot be kept"),
                _("see whether the disk has room"));
}

// The first place that is not dark; the brightest when all are.
std::optional<Picture> choose(Finder& finder, TimeRange range, const std::stop_token& stop) {
    std::optional<Picture> best;
    double best_light = -1;
    for (const double part : places) {
        if (stop.stop_requested()) return std::nullopt;
        const auto into = std::chrono::duration_cast<SourceDuration>(range.length() * part);
        std::optional<Picture> picture = finder.picture_at(range.in + into);
        if (!picture) continue;
        const double light = brightness(*picture);
        if (light > best_light) {
            best_light = light;
            best = std::move(picture);
        }
        if (best_light > nearly_black) break;
    }
    return best;
}

catalogue::Outcome write(const Picture& picture, const fs::path& file) {
    const double aspect = picture.display_aspect;
    const double width = aspect >= 1 ? still_side_px : still_side_px * aspect;
    const int width_px = std::max(2, static_cast<int>(std::lround(width)));
    const int height_px = std::max(2, static_cast<int>(std::lround(width / aspect)));
    std::vector<std::uint8_t> pixels(4 * static_cast<std::size_t>(width_px) *
                                     static_cast<std::size_t>(height_px));
    PictureScaler().scale(picture, pixels.data(), width_px * 4, width_px, height_px);
    return write_jpeg(file, pixels, width_px, height_px);
}

}  // namespace

std::optional<std::string> still_name(const ClipOrder& clip, const std::stop_token& stop) {
    const std::optional<FilmStamp> film = stamp_of(clip.film, stop);
    return film ? std::optional{name_made_of(clip, *film) + ".jpg"} : std::nullopt;
}

Result<StillMade> make_still(const ClipOrder& clip, const fs::path& folder, std::stop_token stop) {
    const std::optional<std::string> name = still_name(clip, stop);
    std::error_code error;
    if (name && fs::exists(folder / *name, error)) return StillMade::Made;
    ReadGuard guard;
    const std::stop_callback stopping(stop, [&guard] { guard.stop(); });
    auto source = Source::open(clip.film, guard);
    if (!source) return source.error();
    if (!name) return stopped(clip);
    if (source->pictures() == nullptr) return StillMade::NoPicture;
    auto decoder = VideoDecoder::open(*source, 1);
    if (!decoder) return decoder.error();

    const SourceTime end = source->claimed_end();
    const TimeRange range = clip.trim.value_or(
        TimeRange{SourceTime{}, end > SourceTime{} ? end : SourceTime{} + when_unknown});
    Finder finder(*source, *decoder, range, stop);
    const std::optional<Picture> picture = choose(finder, range, stop);
    if (stop.stop_requested()) return stopped(clip);
    if (!picture) return StillMade::NoPicture;

    fs::create_directories(folder, error);
    const fs::path part = folder / fmt::format("{}.{:08x}.part", *name, std::random_device{}());
    if (auto written = write(*picture, part); !written) {
        fs::remove(part, error);
        return written.error();
    }
    fs::rename(part, folder / *name, error);
    if (error) return cannot_write(folder / *name);
    return StillMade::Made;
}

std::optional<SourceDuration> claimed_length(const FilmFile& film, std::stop_token stop) {
    ReadGuard guard;
    const std::stop_callback stopping(std::move(stop), [&guard] { guard.stop(); });
    auto source = Source::open(film, guard);
    if (!source || source->claimed_end() <= SourceTime{}) return std::nullopt;
    return source->claimed_end() - SourceTime{};
}

}  // namespace media
