#include "player/media/making/prelude_reader.h"

#include <fmt/format.h>

#include <charconv>
#include <utility>

#include "player/media/making/prelude.h"

namespace media {

namespace {

constexpr std::string_view comment_begin = "crosscut prelude 1 ";

// Not this clip's, whatever its name says.
bool plausible(const PreludeSpan& span, const TimeRange& clip) {
    constexpr SourceDuration longest_picture{1'000'000};
    return span.first > clip.in - longest_picture && span.first < clip.in + longest_picture &&
           span.until > span.first && span.until < clip.out;
}

}  // namespace

std::string PreludeSpan::to_comment() const {
    return fmt::format("{}{} {}", comment_begin, first.time_since_epoch().count(),
                       until.time_since_epoch().count());
}

std::optional<PreludeSpan> PreludeSpan::from_comment(std::string_view comment) {
    if (!comment.starts_with(comment_begin)) return std::nullopt;
    comment.remove_prefix(comment_begin.size());
    const char* const end = comment.data() + comment.size();
    SourceDuration::rep first = 0;
    SourceDuration::rep until = 0;
    const auto one = std::from_chars(comment.data(), end, first);
    if (one.ec != std::errc{} || one.ptr == end || *one.ptr != ' ') return std::nullopt;
    const auto two = std::from_chars(one.ptr + 1, end, until);
    if (two.ec != std::errc{} || two.ptr != end) return std::nullopt;
    return PreludeSpan{SourceTime{SourceDuration{first}}, SourceTime{SourceDuration{until}}};
}

PreludeReader::PreludeReader(Source source, VideoDecoder decoder, PreludeSpan span,
                             const FilmStamp& film)
    : source_(std::move(source)),
      decoder_(std::move(decoder)),
      maker_(*source_.pictures()),
      span_(span),
      film_(film) {}

std::unique_ptr<PreludeReader> PreludeReader::open(const std::filesystem::path& folder,
                                                   const ClipOrder& clip, const FilmStamp& film,
                                                   ReadGuard& guard) {
    if (!clip.trim) return nullptr;
    auto source = Source::open({folder, prelude_name(clip, film)}, guard, Absent::Fails);
    if (!source || source->pictures() == nullptr) return nullptr;
    const auto span = PreludeSpan::from_comment(source->comment());
    if (!span || !plausible(*span, *clip.trim)) return nullptr;
    // One thread: it is made to be decoded quickly, and each more keeps pictures.
    auto decoder = VideoDecoder::open(*source, 1);
    if (!decoder) return nullptr;
    return std::unique_ptr<PreludeReader>(
        new PreludeReader(std::move(*source), std::move(*decoder), *span, film));
}

void PreludeReader::prime() {
    first_ = next();
}

std::optional<Picture> PreludeReader::next() {
    if (first_) return std::exchange(first_, std::nullopt);
    const PacketHandle packet{av_packet_alloc()};
    for (;;) {
        if (auto decoded = decoder_.receive()) {
            auto picture = maker_.make(std::move(*decoded));
            if (!picture) continue;
            picture->time += span_.first.time_since_epoch();
            return picture;
        }
        if (over_) return std::nullopt;
        over_ = source_.read(*packet) == Source::Read::End;
        decoder_.send(over_ ? nullptr : packet.get());
        av_packet_unref(packet.get());
    }
}

}  // namespace media
