#include "player/media/film/source.h"

#include <algorithm>
#include <cstdlib>

#include "catalogue/words.h"
#include "player/media/engine.h"

namespace media {
using catalogue::_;

namespace {

using catalogue::fail;
using catalogue::Result;

constexpr AVRational microseconds{1, 1'000'000};
constexpr std::chrono::seconds jump_deadline{10};
constexpr int max_damaged_reads = 100;  // in a row, before the rest is given up

// Further from a film's start nothing is believed to be: 10,000 hours. Sums of such times are safe.
constexpr std::int64_t furthest_us = 36'000'000'000'000;

// Recordings of broadcasts set their clock anew. Back by more, or on by more, is such a jump.
constexpr std::int64_t believed_back_us = 1'000'000;
constexpr std::int64_t believed_on_us = 10'000'000;

std::int64_t believable(std::int64_t us, std::int64_t start_us) {
    std::int64_t from_start = 0;
    // What cannot be converted is INT64_MIN.
    if (__builtin_sub_overflow(us, start_us, &from_start))
        return us < start_us ? -furthest_us : furthest_us;
    return std::clamp(from_start, -furthest_us, furthest_us);
}

bool is_cover(const AVStream& stream) {
    return (stream.disposition & (AV_DISPOSITION_ATTACHED_PIC | AV_DISPOSITION_TIMED_THUMBNAILS)) !=
           0;
}

// FFmpeg's choice, unless that is a cover picture or nothing that can be decoded: then the first
// stream that can.
const AVStream* best(AVFormatContext& format, AVMediaType type) {
    const auto usable = [&](const AVStream& stream) {
        return stream.codecpar->codec_type == type && !is_cover(stream) &&
               can_decode(*stream.codecpar);
    };
    const int index = av_find_best_stream(&format, type, -1, -1, nullptr, 0);
    const AVStream* chosen = index < 0 ? nullptr : format.streams[index];
    if (chosen != nullptr && usable(*chosen)) return chosen;
    for (unsigned i = 0; i < format.nb_streams; ++i) {
        if (usable(*format.streams[i])) return format.streams[i];
    }
    return chosen == nullptr || is_cover(*chosen) ? nullptr : chosen;
}

}  // namespace

SourceTime Ticks::time(std::int64_t ticks) const {
    return SourceTime{
        SourceDuration{believable(av_rescale_q(ticks, base, microseconds), start_us)}};
}

SourceDuration Ticks::length(std::int64_t ticks) const {
    return SourceDuration{believable(av_rescale_q(ticks, base, microseconds), 0)};
}

std::int64_t Ticks::sample(std::int64_t ticks) const {
    const AVRational samples{1, sound_rate_hz};
    const std::int64_t start = av_rescale_q(start_us, microseconds, samples);
    return believable(av_rescale_q(ticks, base, samples), start);
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

Result<Source> Source::open(const FilmFile& film, ReadGuard& guard, Absent absent) {
    auto file = open_guarded(film, Purpose::Film, guard, absent);
    if (!file) return file.error();
    Source source{film, std::move(*file), guard};
    AVFormatContext& format = source.file_.format();
    source.pictures_ = best(format, AVMEDIA_TYPE_VIDEO);
    source.sound_ = best(format, AVMEDIA_TYPE_AUDIO);
    if (source.pictures_ == nullptr && source.sound_ == nullptr) {
        return fail({film.relative}, _("there is neither picture nor sound in this file"),
                    _("choose another film"));
    }
    for (unsigned i = 0; i < format.nb_streams; ++i) {
        AVStream* stream = format.streams[i];
        if (stream != source.pictures_ && stream != source.sound_) stream->discard = AVDISCARD_ALL;
    }
    return source;
}

Result<Source> Source::open_again() const {
    auto again = open(film_, *guard_);
    if (again) again->counts_from_zero_ = counts_from_zero_;
    return again;
}

std::int64_t Source::start_us() const {
    const std::int64_t start = file_.format().start_time;
    return counts_from_zero_ || start == AV_NOPTS_VALUE ? 0 : start;
}

Ticks Source::ticks(const AVStream& stream) const {
    return {stream.time_base, start_us()};
}

SourceTime Source::claimed_end() const {
    const std::int64_t length = std::clamp<std::int64_t>(file_.format().duration, 0, furthest_us);
    // A length counts from where the first stream begins.
    const std::int64_t start = counts_from_zero_ ? file_.format().start_time : 0;
    return SourceTime{SourceDuration{start == AV_NOPTS_VALUE ? length : length + start}};
}

bool Source::reaches_its_end() const {
    const AVFormatContext& format = file_.format();
    for (unsigned i = 0; i < format.nb_streams; ++i) {
        const int packets = avformat_index_get_entries_count(format.streams[i]);
        const AVIndexEntry* last = avformat_index_get_entry(format.streams[i], packets - 1);
        if (last != nullptr &&
            static_cast<std::uint64_t>(last->pos + last->size) > file_.stamp().size_bytes)
            return false;
    }
    return true;
}

std::vector<FilmChapter> Source::chapters() const {
    const AVFormatContext& format = file_.format();
    std::vector<FilmChapter> all;
    for (unsigned i = 0; i < std::min<unsigned>(format.nb_chapters, most_chapters); ++i) {
        const AVChapter& chapter = *format.chapters[i];
        const Ticks ticks{chapter.time_base, start_us()};
        const AVDictionaryEntry* title = av_dict_get(chapter.metadata, "title", nullptr, 0);
        const SourceTime in = ticks.time(chapter.start);
        all.push_back({{in, chapter.end == AV_NOPTS_VALUE ? in : ticks.time(chapter.end)},
                       title == nullptr ? std::string{} : std::string{title->value}});
    }
    std::ranges::stable_sort(all, {}, [](const FilmChapter& one) { return one.time.in; });
    for (std::size_t i = 0; i + 1 < all.size(); ++i) {
        if (all[i].time.out <= all[i].time.in) all[i].time.out = all[i + 1].time.in;
    }
    std::erase_if(all, [](const FilmChapter& one) {
        return one.time.in < SourceTime{} || one.time.out <= one.time.in;
    });
    return all;
}

std::string Source::comment() const {
    const AVDictionaryEntry* said = av_dict_get(file_.format().metadata, "comment", nullptr, 0);
    return said == nullptr ? std::string{} : std::string{said->value};
}

SourceDuration Source::picture_length() const {
    // Nonsense rates are common in damaged and in live-recorded files.
    constexpr SourceDuration shortest{1'000'000 / 240};
    constexpr SourceDuration longest{1'000'000};
    constexpr SourceDuration usual{40'000};
    if (pictures_ == nullptr) return usual;
    auto* stream = const_cast<AVStream*>(pictures_);  // only because of FFmpeg's signature
    AVRational rate = av_guess_frame_rate(&file_.format(), stream, nullptr);
    // Where pictures come unevenly the guess is the finest grid that all their times are on.
    const AVRational mean = pictures_->avg_frame_rate;
    constexpr double uneven = 1.3;
    if (mean.num > 0 && mean.den > 0 && av_q2d(rate) > uneven * av_q2d(mean)) rate = mean;
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
    for (int damaged = 0; damaged < max_damaged_reads && !guard_->stopped() && !problem();) {
        const int code = av_read_frame(&file_.format(), &packet);
        if (code == AVERROR_EOF) return Read::End;
        if (code < 0) {
            ++damaged;
            continue;
        }
        const auto is = [&](const AVStream* s) { return s && s->index == packet.stream_index; };
        if (is(pictures_) || is(sound_)) {
            set_clock_right(packet);
            return Read::Packet;
        }
        av_packet_unref(&packet);
    }
    return Read::End;
}

// A clock that was set anew goes on where it was: picture and sound come to the same place in the
// file, not at the same packet, so the second one to come there is set as the first was.
void Source::set_clock_right(AVPacket& packet) {
    if ((file_.format().iformat->flags & AVFMT_TS_DISCONT) == 0) return;
    const bool is_picture = pictures_ != nullptr && packet.stream_index == pictures_->index;
    Clock& clock = is_picture ? picture_clock_ : sound_clock_;
    const Clock& other = is_picture ? sound_clock_ : picture_clock_;
    const AVRational base = (is_picture ? pictures_ : sound_)->time_base;
    const std::int64_t ticks = packet.dts != AV_NOPTS_VALUE ? packet.dts : packet.pts;
    if (ticks == AV_NOPTS_VALUE) return;
    const std::int64_t told = believable(av_rescale_q(ticks, base, microseconds), 0);
    const std::int64_t off = clock.next_us ? told + clock.shift_us - *clock.next_us : 0;
    if (off < -believed_back_us || off > believed_on_us) {
        clock.shift_us -= off;
        if (std::abs(clock.shift_us - other.shift_us) < believed_back_us)
            clock.shift_us = other.shift_us;
    }
    const std::int64_t length = av_rescale_q(packet.duration, base, microseconds);
    clock.next_us = told + clock.shift_us + std::clamp<std::int64_t>(length, 0, believed_on_us);
    const std::int64_t shift = av_rescale_q(clock.shift_us, microseconds, base);
    if (packet.dts != AV_NOPTS_VALUE) packet.dts += shift;
    if (packet.pts != AV_NOPTS_VALUE) packet.pts += shift;
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
    if (code >= 0) picture_clock_ = sound_clock_ = {};
    return code >= 0;
}

}  // namespace media
