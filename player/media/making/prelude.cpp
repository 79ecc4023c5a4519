#include "player/media/making/prelude.h"

#include <fmt/format.h>

#include <algorithm>
#include <random>

#include "catalogue/words.h"
#include "player/media/making/heard_and_seen.h"
#include "player/media/making/mp4_output.h"
#include "player/media/making/picture_encoder.h"
#include "player/media/making/prelude_reader.h"

namespace media {
using catalogue::_;

namespace {

using catalogue::fail;
using catalogue::Problem;
using catalogue::Result;
namespace fs = std::filesystem;

// Enough to decode ten seconds of film meanwhile, on a machine that decodes four times as fast as
// it plays.
constexpr SourceDuration usual_length{3'000'000};
// Fewer pictures than this are decoded before anybody notices.
constexpr SourceDuration soon_enough{300'000};

// Whether decoding can begin right at, or just before, the in-point.
bool begins_soon(Source& source, const ClipOrder& clip) {
    const SourceTime in = clip.trim->in;
    if (in <= SourceTime{} + soon_enough) return true;
    if (!source.jump_before(in)) return false;
    const Ticks ticks = source.ticks(*source.pictures());
    const PacketHandle packet{av_packet_alloc()};
    while (source.read(*packet) == Source::Read::Packet) {
        const bool key = packet->stream_index == source.pictures()->index &&
                         (packet->flags & AV_PKT_FLAG_KEY) != 0 && packet->pts != AV_NOPTS_VALUE;
        const SourceTime start = key ? ticks.time(packet->pts) : SourceTime{};
        av_packet_unref(packet.get());
        if (key) return start + soon_enough >= in;
    }
    return false;
}

// Of the clip's own film: half of it has to be left to go on with.
SourceTime wanted_end(const TimeRange& clip) {
    return clip.in + std::min(usual_length, (clip.out - clip.in) / 2);
}

Problem cannot_write(const fs::path& file) {
    return fail({file}, _("the beginning of an answer cannot be kept"),
                _("see whether the disk has room"));
}

Problem stopped(const ClipOrder& clip) {
    return fail({clip.film.relative}, _("keeping the beginning of an answer was broken off"),
                _("it is made the next time"));
}

// It keeps the pixels as they are, and is always shown from its start.
CodecHandle opened_encoder(const Picture& picture) {
    CodecHandle encoder =
        encoder_for(picture, picture.width_px, picture.height_px,
                    av_d2q(picture.display_aspect * picture.height_px / picture.width_px, 1 << 14));
    if (!encoder) return nullptr;
    encoder->gop_size = 1000;
    // Its first picture in half the time, and no pictures kept to look ahead: 12 MB each at 1080p.
    const bool opens = open_encoder(*encoder, {"23", "fastdecode,zerolatency"});
    return opens ? std::move(encoder) : nullptr;
}

}  // namespace

std::string prelude_name(const ClipOrder& clip, const FilmStamp& film) {
    return name_made_of(clip, film) + ".mp4";
}

std::optional<std::string> prelude_name(const ClipOrder& clip, const std::stop_token& stop) {
    if (!clip.trim) return std::nullopt;
    const std::optional<FilmStamp> film = stamp_of(clip.film, stop);
    return film ? std::optional{prelude_name(clip, *film)} : std::nullopt;
}

Result<PreludeMade> make_prelude(const ClipOrder& clip, const fs::path& folder,
                                 std::stop_token stop) {
    const std::optional<std::string> name = prelude_name(clip, stop);
    if (stop.stop_requested()) return stopped(clip);
    if (!name) return PreludeMade::NotUseful;
    std::error_code error;
    if (fs::exists(folder / *name, error)) return PreludeMade::Made;
    {
        ReadGuard guard;
        const std::stop_callback stopping(stop, [&guard] { guard.stop(); });
        auto source = Source::open(clip.film, guard);
        if (!source) return source.error();
        if (source->pictures() == nullptr || begins_soon(*source, clip))
            return PreludeMade::NotUseful;
    }
    fs::create_directories(folder, error);
    const fs::path part = folder / fmt::format("{}.{:08x}.part", *name, std::random_device{}());

    HeardAndSeen pictures(clip);
    std::optional<Picture> picture = pictures.next_picture(stop);
    if (pictures.problem()) return *pictures.problem();
    if (stop.stop_requested()) return stopped(clip);
    if (!picture || picture->layout != PixelLayout::I420) return PreludeMade::NotUseful;
    const CodecHandle encoder = opened_encoder(*picture);
    if (!encoder) return PreludeMade::NotUseful;  // of a size or shape that it does not take
    Mp4Output output(part);
    AVStream* const stream = output.add_stream(*encoder);
    if (stream == nullptr || !output.begin()) return cannot_write(part);

    const SourceTime first = picture->time;
    const SourceTime end = wanted_end(*clip.trim);
    while (picture && picture->time < end) {
        if (picture->width_px != encoder->width || picture->height_px != encoder->height)
            return PreludeMade::NotUseful;
        if (!output.encode(*encoder, *stream,
                           frame_of(*picture, (picture->time - first).count()).get()))
            return cannot_write(part);
        picture = pictures.next_picture(stop);
        if (pictures.problem()) return *pictures.problem();
        if (stop.stop_requested()) return stopped(clip);
    }
    if (!picture) return PreludeMade::NotUseful;  // the film ends here
    const PreludeSpan span{first, picture->time};
    if (!output.encode(*encoder, *stream, nullptr) || !output.finish(span.to_comment()))
        return cannot_write(part);
    fs::rename(part, folder / *name, error);
    if (error) return cannot_write(folder / *name);
    return PreludeMade::Made;
}

}  // namespace media
