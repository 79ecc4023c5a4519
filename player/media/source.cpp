#include "player/media/source.h"

#include <algorithm>

#include "player/media/engine.h"

namespace media {

namespace {

using catalogue::fail;
using catalogue::Result;

constexpr AVRational microseconds{1, 1'000'000};
constexpr std::chrono::seconds jump_deadline{10};
constexpr int max_damaged_reads = 100;  // in a row, before the rest is given up

const AVStream* best(AVFormatContext& format, AVMediaType type) {
    const int index = av_find_best_stream(&format, type, -1, -1, nullptr, 0);
    if (index < 0) return nullptr;
    const AVStream* stream = format.streams[index];
    return (stream->disposition & AV_DISPOSITION_ATTACHED_PIC) != 0 ? nullptr : stream;
}

}  // namespace

SourceTime Ticks::time(std::int64_t ticks) const {
    return SourceTime{SourceDuration{av_rescale_q(ticks, base, microseconds) - start_us}};
}

SourceDuration Ticks::length(std::int64_t ticks) const {
    return SourceDuration{av_rescale_q(ticks, base, microseconds)};
}

std::int64_t Ticks::sample(std::int64_t ticks) const {
    const AVRational samples{1, sound_rate_hz};
    return av_rescale_q(ticks, base, samples) - av_rescale_q(start_us, microseconds, samples);
}

std::int64_t Ticks::ticks_at(SourceTime time) const {
    return av_rescale_q(time.time_since_epoch().count() + start_us, microseconds, base);
}

std::int64_t sample_at(SourceTime time) {
    return av_rescale(time.time_since_epoch().count(), sound_rate_hz, 1'000'000);
}

SourceTime time_of_sample(std::int64_t sample) {
    return SourceTime{SourceDuration{av_rescale(sample, 1'000'000, sound_rate_hz)}};
}

Source::Source(FilmFile film, GuardedFile file, ReadGuard& guard)
    : film_(std::move(film)), file_(std::move(file)), guard_(&guard) {}

Result<Source> Source::open(const FilmFile& film, ReadGuard& guard) {
    auto file = open_guarded(film, Purpose::Film, guard);
    if (!file) return file.error();
    Source source{film, std::move(*file), guard};
    AVFormatContext& format = source.file_.format();
    source.pictures_ = best(format, AVMEDIA_TYPE_VIDEO);
    source.sound_ = best(format, AVMEDIA_TYPE_AUDIO);
    if (source.pictures_ == nullptr && source.sound_ == nullptr) {
        return fail({film.relative}, "there is neither picture nor sound in this file",
                    "choose another film");
    }
    for (unsigned i = 0; i < format.nb_streams; ++i) {
        AVStream* stream = format.streams[i];
        if (stream != source.pictures_ && stream != source.sound_) stream->discard = AVDISCARD_ALL;
    }
    return source;
}

Ticks Source::ticks(const AVStream& stream) const {
    const std::int64_t start = file_.format().start_time;
    return {stream.time_base, start == AV_NOPTS_VALUE ? 0 : start};
}

SourceTime Source::claimed_end() const {
    return SourceTime{SourceDuration{std::max<std::int64_t>(file_.format().duration, 0)}};
}

SourceDuration Source::picture_length() const {
    // Nonsense rates are common in damaged and in live-recorded files.
    constexpr SourceDuration shortest{1'000'000 / 240};
    constexpr SourceDuration longest{1'000'000};
    constexpr SourceDuration usual{40'000};
    if (pictures_ == nullptr) return usual;
    auto* stream = const_cast<AVStream*>(pictures_);  // only because of FFmpeg's signature
    const AVRational rate = av_guess_frame_rate(&file_.format(), stream, nullptr);
    if (rate.num <= 0 || rate.den <= 0) return usual;
    const SourceDuration length{av_rescale(1'000'000, rate.den, rate.num)};
    return std::clamp(length, shortest, longest);
}

void Source::leave_out_pictures() {
    if (pictures_ != nullptr) {
        file_.format().streams[pictures_->index]->discard = AVDISCARD_ALL;
    }
}

Source::Read Source::read(AVPacket& packet) {
    for (int damaged = 0; damaged < max_damaged_reads && !guard_->stopped();) {
        const int code = av_read_frame(&file_.format(), &packet);
        if (code == AVERROR_EOF) return Read::End;
        if (code < 0) {
            ++damaged;
            continue;
        }
        const auto is = [&](const AVStream* s) { return s && s->index == packet.stream_index; };
        if (is(pictures_) || is(sound_)) return Read::Packet;
        av_packet_unref(&packet);
    }
    return Read::End;
}

bool Source::jump_before(SourceTime time) {
    const AVStream& stream = pictures_ != nullptr ? *pictures_ : *sound_;
    const std::int64_t target = ticks(stream).ticks_at(time);
    guard_->set_deadline(std::chrono::steady_clock::now() + jump_deadline);
    int code = avformat_seek_file(&file_.format(), stream.index, INT64_MIN, target, target, 0);
    if (code < 0) {
        // Nothing that early is known: the beginning has to do.
        code = av_seek_frame(&file_.format(), stream.index, target, AVSEEK_FLAG_BACKWARD);
    }
    guard_->clear_deadline();
    return code >= 0;
}

}  // namespace media
