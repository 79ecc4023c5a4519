#include "player/media/clip_session.h"

#include <algorithm>
#include <array>

#include "player/media/picture_maker.h"
#include "player/media/sound_cutter.h"

namespace media {

namespace {

using catalogue::fail;
using catalogue::Problem;

// How much further before the target each attempt begins, when a container jumped too far.
constexpr std::array<SourceDuration, 4> back_off{SourceDuration{}, SourceDuration{2'000'000},
                                                 SourceDuration{10'000'000},
                                                 SourceDuration{60'000'000}};
// A fresh film is simply read from its start for targets this near it.
constexpr SourceDuration near_head{500'000};
constexpr std::size_t enough_sound_frames = sound_rate_hz / 10;
constexpr SourceDuration late{100'000};  // what a decoder may lag before it leaves pictures out
constexpr int shown_of_late = 6;         // one in so many is shown all the same

SourceTime in_of(const ClipOrder& order) {
    return order.trim ? order.trim->in : SourceTime{};
}
SourceTime out_of(const ClipOrder& order) {
    return order.trim ? order.trim->out : SourceTime::max() - std::chrono::hours{24};
}

std::size_t bytes_of(const Picture& picture) {
    const auto stride = static_cast<std::size_t>(std::abs(picture.strides_bytes[0]));
    return stride * static_cast<std::size_t>(picture.height_px) * 3 / 2;
}

}  // namespace

struct ClipSession::Decoders {
    std::optional<VideoDecoder> pictures;
    std::optional<PictureMaker> maker;
    std::optional<AudioDecoder> sound;
};

ClipSession::ClipSession(ClipOrder order, std::optional<SourceTime> start_at,
                         std::function<void()> wake)
    : order_(std::move(order)), wake_(std::move(wake)) {
    run_ = make_run({std::max(start_at.value_or(in_of(order_)), in_of(order_)), 0});
    packets_.ask(run_);
    picture_thread_ = std::jthread([this](const std::stop_token& stop) { decode_pictures(stop); });
    sound_thread_ = std::jthread([this](const std::stop_token& stop) { decode_sound(stop); });
    reading_thread_ = std::jthread([this](const std::stop_token& stop) { read(stop); });
}

ClipSession::~ClipSession() {
    abandon();
}

void ClipSession::abandon() {
    watched_ = false;
    guard_.stop();
    run_->abandon();
    reading_thread_.request_stop();
    picture_thread_.request_stop();
    sound_thread_.request_stop();
}

std::shared_ptr<Run> ClipSession::make_run(RunStart start) const {
    SourceTime sound_from = start.target;
    if (start.pictures_before > 0) {
        // Where the wanted picture starts is not known yet; the engine skips what is too early.
        constexpr SourceDuration longest_usual{100'000};
        sound_from =
            std::max(sound_from - (start.pictures_before + 1) * longest_usual, in_of(order_));
    }
    return std::make_shared<Run>(start, sample_at(sound_from));
}

void ClipSession::jump(RunStart start) {
    run_->abandon();
    run_ = make_run(start);
    packets_.ask(run_);
}

std::optional<ClipInfo> ClipSession::info() const {
    std::lock_guard lock(shared_.mutex);
    std::optional<ClipInfo> info = shared_.info;
    const bool measured = (!info || !info->has_pictures || shared_.pictures_end) &&
                          (!info || !info->has_sound || shared_.sound_end);
    if (info && measured) {
        const SourceTime end = std::max(shared_.pictures_end.value_or(SourceTime::min()),
                                        shared_.sound_end.value_or(SourceTime::min()));
        info->range.out = std::max(std::min(end, out_of(order_)), info->range.in);
    }
    return info;
}

std::optional<Problem> ClipSession::problem() const {
    std::lock_guard lock(shared_.mutex);
    return shared_.problem;
}

bool ClipSession::arrived() const {
    const std::optional<ClipInfo> known = info();
    if (!known) return false;
    if (run_->pictures.size() > 0) return true;
    if (known->has_pictures) return run_->pictures.finished();
    return ready_to_play();
}

bool ClipSession::ready_to_play() const {
    const std::optional<ClipInfo> known = info();
    if (!known) return false;
    const bool pictures_full = run_->pictures.full() || run_->pictures.finished();
    const bool pictures = !known->has_pictures || run_->pictures.size() > 1 || pictures_full;
    // A decoder that is as far ahead as it may be, and still no sound: here is none.
    const bool sound = !known->has_sound || run_->sound.finished() ||
                       run_->sound.buffered_frames() >= enough_sound_frames ||
                       (known->has_pictures && pictures_full);
    return pictures && sound;
}

bool ClipSession::starved() const {
    const std::optional<ClipInfo> known = info();
    if (!known || !packets_.starved()) return false;
    const bool pictures = known->has_pictures && !run_->pictures.finished();
    const bool sound = known->has_sound && !run_->sound.finished();
    return (pictures || sound) && (!pictures || run_->pictures.size() == 0) &&
           (!sound || run_->sound.buffered_frames() == 0);
}

bool ClipSession::complete() const {
    const std::optional<ClipInfo> known = info();
    return known && (!known->has_pictures || run_->pictures.finished()) &&
           (!known->has_sound || run_->sound.finished());
}

std::size_t ClipSession::bytes() const {
    // The ring of sound and the tables of an open decoder are there from the start.
    constexpr std::size_t open_decoder_bytes = 16u << 20;
    constexpr std::size_t sound_bytes = sound_rate_hz * 2 * sizeof(float);
    return run_->pictures.bytes() + packets_.bytes() + sound_bytes + open_decoder_bytes;
}

void ClipSession::changed() const {
    if (watched_) wake_();
}

void ClipSession::fail_with(Problem problem) {
    {
        std::lock_guard lock(shared_.mutex);
        if (!shared_.problem) shared_.problem = std::move(problem);
    }
    changed();
}

void ClipSession::note_end(Lane lane, SourceTime end, bool by_film) {
    {
        std::lock_guard lock(shared_.mutex);
        std::optional<SourceTime>& known =
            lane == Lane::Pictures ? shared_.pictures_end : shared_.sound_end;
        // A run that reached the out-point does not know where the film ends, and need not.
        if (by_film || order_.trim) known = end;
    }
    changed();
}

void ClipSession::note_nothing(Lane lane) {
    bool nothing = false;
    {
        std::lock_guard lock(shared_.mutex);
        (lane == Lane::Pictures ? shared_.no_pictures : shared_.no_sound) = true;
        nothing = (!shared_.info->has_pictures || shared_.no_pictures) &&
                  (!shared_.info->has_sound || shared_.no_sound);
    }
    if (nothing) {
        fail_with(fail({order_.film.relative}, "nothing in this film can be shown or heard",
                       "it may be damaged: copy it again, or convert it to MP4"));
    }
}

void ClipSession::read(const std::stop_token& stop) {
    auto source = Source::open(order_.film, guard_);
    if (!source) {
        if (!stop.stop_requested()) fail_with(source.error());
        return;
    }
    auto decoders = std::make_unique<Decoders>();
    std::optional<Problem> problem;
    if (source->pictures() != nullptr) {
        if (auto decoder = VideoDecoder::open(*source)) {
            decoders->pictures.emplace(std::move(*decoder));
            decoders->maker.emplace(*source->pictures());
        } else {
            problem = decoder.error();
        }
    }
    if (source->sound() != nullptr) {
        if (auto decoder = AudioDecoder::open(*source)) {
            decoders->sound.emplace(std::move(*decoder));
        } else if (!problem) {
            problem = decoder.error();
        }
    }
    if (!decoders->pictures && !decoders->sound) {
        fail_with(*problem);
        return;
    }

    const bool pictures = decoders->pictures.has_value();
    const bool sound = decoders->sound.has_value();
    packets_.set_lanes(pictures, sound);
    {
        std::lock_guard lock(shared_.mutex);
        ClipInfo info;
        info.has_pictures = pictures;
        info.has_sound = sound;
        info.picture_length = source->picture_length();
        info.range.in = in_of(order_);
        info.range.out = order_.trim ? order_.trim->out : source->claimed_end();
        if (order_.trim && source->claimed_end() > info.range.in) {
            info.range.out = std::min(info.range.out, source->claimed_end());
        }
        shared_.info = info;
        shared_.decoders = std::move(decoders);
    }
    shared_.opened.notify_all();

    const auto lane_of = [&](const AVPacket& packet) {
        const bool is_picture =
            source->pictures() != nullptr && packet.stream_index == source->pictures()->index;
        return is_picture ? Lane::Pictures : Lane::Sound;
    };
    bool fresh = true;  // nothing was read yet
    while (!stop.stop_requested()) {
        std::optional<Jump> job = packets_.next_job(stop);
        if (stop.stop_requested()) return;
        if (job) {
            const auto attempt = static_cast<std::size_t>(job->attempt);
            const RunStart& start = job->run->start;
            SourceTime from = start.target - start.pictures_before * source->picture_length() +
                              source->picture_length() / 2;
            from = attempt < back_off.size() ? from - back_off[attempt] : SourceTime{};
            job->from_head = from <= SourceTime{} + (fresh ? near_head : SourceDuration{});
            if (!(fresh && job->from_head) && !source->jump_before(from)) {
                if (!fresh) {
                    // It cannot jump at all: begin anew and decode up to there.
                    auto again = Source::open(order_.film, guard_);
                    if (!again) {
                        if (!stop.stop_requested()) fail_with(again.error());
                        return;
                    }
                    source = std::move(again);
                }
                job->from_head = true;
            }
            fresh = false;
            packets_.begin(*job);
            continue;
        }
        PacketHandle packet{av_packet_alloc()};
        if (source->read(*packet) == Source::Read::End) {
            packets_.put_end();
            continue;
        }
        const Lane lane = lane_of(*packet);
        const Ticks ticks =
            source->ticks(lane == Lane::Pictures ? *source->pictures() : *source->sound());
        const SourceDuration length = ticks.length(std::max<std::int64_t>(packet->duration, 0));
        packets_.put(lane, std::move(packet), length);
    }
}

// What the picture thread does with one run.
class ClipSession::PictureWork {
public:
    PictureWork(ClipSession& session, Decoders& decoders, const Jump& jump, SourceDuration length,
                bool& seen)
        : session_(session),
          seen_(seen),
          decoder_(*decoders.pictures),
          maker_(*decoders.maker),
          jump_(jump),
          chooser_(jump.run->start, {in_of(session.order_), out_of(session.order_)}, length) {
        decoder_.restart();
        // A second attempt decodes everything, so that it cannot miss for having left out.
        decoder_.leave_out_before(jump.attempt > 0 ? SourceTime::min() : chooser_.needed_from());
    }

    // False when the run needs no more packets from here.
    bool packet(const AVPacket* packet, const std::stop_token& stop) {
        decoder_.send(packet);
        while (auto decoded = decoder_.receive()) {
            seen_ = true;
            std::vector<VideoDecoder::Decoded> shown;
            const auto verdict = chooser_.feed(std::move(*decoded), jump_.from_head, shown);
            if (!settle(verdict, shown, false, stop)) return false;
        }
        return true;
    }

    void end(const std::stop_token& stop) {
        if (!packet(nullptr, stop)) return;
        std::vector<VideoDecoder::Decoded> shown;
        const auto verdict = chooser_.end_of_film(jump_.from_head, decoder_.left_out_any(), shown);
        settle(verdict, shown, true, stop);
    }

private:
    bool settle(PictureChooser::Verdict verdict, std::vector<VideoDecoder::Decoded>& shown,
                bool by_film, const std::stop_token& stop) {
        for (VideoDecoder::Decoded& decoded : shown) {
            if (!show(std::move(decoded), stop)) return false;
        }
        switch (verdict) {
            case PictureChooser::Verdict::GoOn:
                return true;
            case PictureChooser::Verdict::LandedLate:
                session_.packets_.ask_earlier(jump_);
                return false;
            case PictureChooser::Verdict::Complete:
                break;
        }
        const SourceTime seen_to = chooser_.seen_to().value_or(SourceTime{});
        if (by_film) {
            const SourceTime in = in_of(session_.order_);
            if (session_.order_.trim && chooser_.seen_to() && seen_to < in) {
                session_.fail_with(fail({session_.order_.film.relative},
                                        "this answer starts after the end of the film",
                                        "correct its in-point"));
            }
            if (!seen_) session_.note_nothing(Lane::Pictures);
        }
        session_.packets_.finish(Lane::Pictures, *jump_.run);
        jump_.run->pictures.finish();
        session_.note_end(Lane::Pictures, by_film ? seen_to : out_of(session_.order_), by_film);
        return false;
    }

    bool show(VideoDecoder::Decoded decoded, const std::stop_token& stop) {
        const SourceTime end = decoded.time + decoded.duration;
        const bool is_late = end + late < jump_.run->due.load();
        late_ = is_late ? late_ + 1 : 0;
        decoder_.leave_out_before(is_late ? jump_.run->due.load() : chooser_.needed_from());
        if (late_ % shown_of_late != 0) return true;
        auto picture = maker_.make(std::move(decoded.frame), decoded.time, decoded.duration);
        if (!picture) return true;
        const std::size_t bytes = bytes_of(*picture);
        const Pushed pushed = jump_.run->pictures.push(std::move(*picture), bytes, stop);
        if (pushed == Pushed::Refused) return false;
        session_.changed();
        return true;
    }

    ClipSession& session_;
    bool& seen_;  // whether any run of the session gave a picture
    VideoDecoder& decoder_;
    PictureMaker& maker_;
    Jump jump_;
    PictureChooser chooser_;
    int late_ = 0;
};

void ClipSession::decode_pictures(const std::stop_token& stop) {
    SourceDuration length{};
    Decoders* decoders = nullptr;
    {
        std::unique_lock lock(shared_.mutex);
        shared_.opened.wait(lock, stop, [&] { return shared_.decoders != nullptr; });
        if (stop.stop_requested() || !shared_.decoders->pictures) return;
        decoders = shared_.decoders.get();
        length = shared_.info->picture_length;
    }
    bool seen = false;
    std::optional<PictureWork> work;
    while (std::optional<Parcel> parcel = packets_.take(Lane::Pictures, stop)) {
        if (auto* jump = std::get_if<Jump>(&*parcel)) {
            work.emplace(*this, *decoders, *jump, length, seen);
        } else if (!work) {
            continue;
        } else if (auto* packet = std::get_if<PacketHandle>(&*parcel)) {
            if (!work->packet(packet->get(), stop)) work.reset();
        } else {
            work->end(stop);
            work.reset();
        }
    }
}

void ClipSession::decode_sound(const std::stop_token& stop) {
    AudioDecoder* decoder = nullptr;
    {
        std::unique_lock lock(shared_.mutex);
        shared_.opened.wait(lock, stop, [&] { return shared_.decoders != nullptr; });
        if (stop.stop_requested() || !shared_.decoders->sound) return;
        decoder = &*shared_.decoders->sound;
    }
    struct Work {
        std::shared_ptr<Run> run;
        SoundCutter cutter;
        std::int64_t first;
    };
    bool heard = false;  // in any run
    std::optional<Work> work;
    // Decodes what the decoder has; false when the run needs no more.
    const auto drain = [&] {
        while (auto block = decoder->receive()) {
            heard = true;
            if (!work->cutter.feed(*block)) return false;
        }
        return true;
    };
    const std::int64_t end = sample_at(out_of(order_));
    const auto finish = [&](bool by_film) {
        work->cutter.finish();
        if (by_film && !heard) note_nothing(Lane::Sound);
        packets_.finish(Lane::Sound, *work->run);
        work->run->sound.finish();
        note_end(Lane::Sound, time_of_sample(work->cutter.next()), by_film);
        work.reset();
    };
    while (std::optional<Parcel> parcel = packets_.take(Lane::Sound, stop)) {
        if (auto* jump = std::get_if<Jump>(&*parcel)) {
            decoder->restart();
            std::shared_ptr<Run> run = jump->run;
            // A second attempt for the pictures' sake goes on where the first one got to.
            const std::int64_t first = run->sound.next_to_write();
            const auto sink = [this, run, &stop](std::span<const float> stereo) {
                const bool wanted = run->sound.write(stereo, stop);
                changed();
                return wanted;
            };
            work.emplace(Work{run, {first, end, sink}, first});
        } else if (!work) {
            continue;
        } else if (auto* packet = std::get_if<PacketHandle>(&*parcel)) {
            if (decoder->irrelevant_before(**packet, work->first)) continue;
            decoder->send(packet->get());
            if (drain()) continue;
            if (work->cutter.next() >= end) {
                finish(false);
            } else {
                work.reset();  // abandoned
            }
        } else {
            decoder->send(nullptr);
            drain();
            finish(true);
        }
    }
}

}  // namespace media
