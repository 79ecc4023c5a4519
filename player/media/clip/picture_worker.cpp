#include "player/media/clip/picture_worker.h"

#include <utility>

#include "catalogue/words.h"
#include "player/media/clip/picture_strip.h"

namespace media {
using catalogue::_;

namespace {

constexpr SourceDuration late{100'000};  // what a decoder may lag before it leaves pictures out
constexpr int shown_of_late = 6;         // one in so many is shown all the same

}  // namespace

void PictureWorker::work(std::stop_token stop, const RunStart& first) {
    stop_ = std::move(stop);
    {
        // Opened, and its first picture decoded, while the reading thread opens the film.
        const std::shared_ptr<PreludeReader> prelude = early_prelude(first);
        desk_.leave_prelude(prelude);
        if (prelude) prelude->prime();
    }
    Decoders* decoders = desk_.wait_for_decoders(stop_);
    if (decoders == nullptr || !decoders->pictures) return;
    decoder_ = &*decoders->pictures;
    maker_ = &*decoders->maker;
    picture_length_ = desk_.info()->picture_length;
    while (std::optional<Parcel> parcel = next()) {
        More more = More::Wanted;
        if (auto* jump = std::get_if<Jump>(&*parcel)) {
            begin(std::move(*jump));
        } else if (!jump_) {
            continue;
        } else if (auto* packet = std::get_if<PacketHandle>(&*parcel)) {
            more = decode(packet->get());
        } else {
            more = end_of_film();
        }
        if (more == More::NotWanted) end_run();
    }
}

std::shared_ptr<PreludeReader> PictureWorker::early_prelude(const RunStart& first) {
    const bool at_in = first.pictures_before == 0 && first.target == desk_.in();
    if (!at_in || desk_.means().preludes.empty()) return nullptr;
    const std::optional<FilmStamp> film = stamp_of(desk_.order().film, stop_);
    if (!film) return nullptr;
    return PreludeReader::open(desk_.means().preludes, desk_.order(), *film, prelude_guard_);
}

// While a prelude lasts, it is shown as its pictures find room, and in between the film itself is
// decoded up to where the prelude ends. A clip that only waits for its turn leaves that for later.
std::optional<Parcel> PictureWorker::next() {
    while (prelude_) {
        const Run& run = *jump_->run;
        if (!run.in_waiting && run.pictures.full()) {
            if (auto parcel = packets_.try_take(Lane::Pictures)) return parcel;
        }
        if (play_prelude() == More::NotWanted) end_run();
    }
    return packets_.take(Lane::Pictures, stop_);
}

void PictureWorker::end_run() {
    jump_.reset();
    prelude_.reset();
}

void PictureWorker::begin(Jump jump) {
    jump_ = std::move(jump);
    RunStart start = jump_->run->start;
    if (jump_->attempt == 0) prelude_ = jump_->prelude;
    if (jump_->prelude) start.target = jump_->prelude->span().until;
    target_ = start.target;
    chooser_.emplace(start, TimeRange{desk_.in(), desk_.out()}, picture_length_);
    glimpse_due_ = start.glimpse && jump_->attempt == 0;
    late_ = 0;
    left_out_.reset();
    deinterlacer_.restart();
    decoder_->restart(jump_->from_head);
    // A second attempt decodes everything, so that it cannot miss for having left out.
    decoder_->leave_out_before(jump_->attempt > 0 ? SourceTime::min() : chooser_->needed_from());
}

PictureWorker::More PictureWorker::decode(const AVPacket* packet) {
    decoder_->send(packet);
    while (auto decoded = decoder_->receive()) {
        seen_ = true;
        if (std::exchange(glimpse_due_, false)) show_glimpse(*decoded);
        std::vector<VideoDecoder::Decoded> shown;
        const auto verdict = chooser_->feed(std::move(*decoded), jump_->from_head, shown);
        if (settle(verdict, shown, false) == More::NotWanted) return More::NotWanted;
    }
    return More::Wanted;
}

// The key picture before the target, unless it lies outside the clip: then nobody may see it.
void PictureWorker::show_glimpse(const VideoDecoder::Decoded& decoded) {
    if (decoded.time < desk_.in() || decoded.time >= target_ - picture_length_ / 2) return;
    FrameHandle same{av_frame_clone(decoded.frame.get())};
    if (!same) return;
    auto picture = maker_->make({std::move(same), decoded.time, decoded.duration});
    if (!picture) return;
    const std::size_t bytes = bytes_of(*picture);
    jump_->run->glimpses.push(std::move(*picture), bytes, stop_);
    desk_.changed();
}

PictureWorker::More PictureWorker::end_of_film() {
    if (decode(nullptr) == More::NotWanted) return More::NotWanted;
    std::vector<VideoDecoder::Decoded> shown;
    // After a jump into the very last open group FFmpeg's H.264 decoder keeps the last picture to
    // itself: what ends short of the target is tried once more, from further before.
    const std::optional<SourceTime> seen_to = chooser_->seen_to();
    const bool short_of_it = jump_->attempt == 0 && seen_to && *seen_to <= target_;
    const bool unsure = decoder_->left_out_any() || short_of_it;
    const auto verdict = chooser_->end_of_film(jump_->from_head, unsure, shown);
    return settle(verdict, shown, true);
}

PictureWorker::More PictureWorker::settle(PictureChooser::Verdict verdict,
                                          std::vector<VideoDecoder::Decoded>& shown, bool by_film) {
    const std::optional<SourceTime> seen_to = chooser_->seen_to();
    if (by_film && desk_.order().trim && seen_to && *seen_to < desk_.in()) {
        desk_.fail_with(catalogue::fail({desk_.order().film.relative},
                                        _("this answer starts after the end of the film"),
                                        _("correct its in-point")));
        return More::NotWanted;
    }
    for (VideoDecoder::Decoded& decoded : shown) {
        if (show(std::move(decoded)) == More::NotWanted) return More::NotWanted;
    }
    if (verdict == PictureChooser::Verdict::GoOn) return More::Wanted;
    if (verdict == PictureChooser::Verdict::LandedLate) {
        packets_.ask_earlier(*jump_);
        return More::NotWanted;
    }
    // The last picture is held: it is never the one that is left out.
    if (left_out_ && deinterlace(std::move(*left_out_)) == More::NotWanted) return More::NotWanted;
    std::vector<VideoDecoder::Decoded> last;
    deinterlacer_.finish(last);
    if (push_all(last) == More::NotWanted) return More::NotWanted;
    if (by_film && !seen_) desk_.note_nothing(Lane::Pictures);
    packets_.finish(Lane::Pictures, *jump_->run);
    jump_->run->pictures.finish();
    desk_.note_end(Lane::Pictures, by_film ? seen_to.value_or(SourceTime{}) : desk_.out());
    return More::NotWanted;
}

PictureWorker::More PictureWorker::show(VideoDecoder::Decoded decoded) {
    const SourceTime due = jump_->run->due;
    const bool is_late = decoded.time + decoded.duration + late < due;
    late_ = is_late ? late_ + 1 : 0;
    if (is_late) decoder_->leave_out_before(due);
    if (late_ % shown_of_late != 0) {
        left_out_ = std::move(decoded);
        return More::Wanted;
    }
    left_out_.reset();
    return deinterlace(std::move(decoded));
}

PictureWorker::More PictureWorker::deinterlace(VideoDecoder::Decoded decoded) {
    std::vector<VideoDecoder::Decoded> ready;
    deinterlacer_.feed(std::move(decoded), ready);
    return push_all(ready);
}

PictureWorker::More PictureWorker::push_all(std::vector<VideoDecoder::Decoded>& ready) {
    if (!ready.empty() && finish_prelude() == More::NotWanted) return More::NotWanted;
    for (VideoDecoder::Decoded& decoded : ready) {
        auto picture = maker_->make(std::move(decoded));
        if (picture && push(std::move(*picture)) == More::NotWanted) return More::NotWanted;
    }
    return More::Wanted;
}

PictureWorker::More PictureWorker::push(Picture picture) {
    const std::size_t bytes = bytes_of(picture);
    if (jump_->run->pictures.push(std::move(picture), bytes, stop_) == Pushed::Refused) {
        return More::NotWanted;
    }
    desk_.changed();
    return More::Wanted;
}

PictureWorker::More PictureWorker::play_prelude() {
    std::optional<Picture> picture = prelude_->next();
    if (picture) return push(std::move(*picture));
    prelude_.reset();
    return More::Wanted;
}

PictureWorker::More PictureWorker::finish_prelude() {
    while (prelude_) {
        if (play_prelude() == More::NotWanted) return More::NotWanted;
    }
    return More::Wanted;
}

}  // namespace media
