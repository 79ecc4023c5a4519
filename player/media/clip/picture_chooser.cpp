#include "player/media/clip/picture_chooser.h"

#include <algorithm>

namespace media {

namespace {
// Longer than pictures last in films whose rate changes; what may be left out ends before.
constexpr SourceDuration margin{250'000};
// In-points are written in milliseconds, and Matroska rounds to them, too.
constexpr SourceDuration rounding{2'000};
// Of films that say that their pictures are very short: it may be only the grid of their times.
constexpr SourceDuration least_half{20'000};
}  // namespace

PictureChooser::PictureChooser(RunStart start, TimeRange clip, SourceDuration picture_length)
    : start_(start),
      clip_(clip),
      half_(std::max(picture_length / 2, least_half)),
      // A clip shorter than a picture shows one.
      limit_(std::max(clip.out - half_, clip.in + picture_length / 2 + SourceDuration{1})),
      picture_length_(picture_length),
      wanted_before_(static_cast<std::size_t>(std::max(1, start.pictures_before))) {}

SourceTime PictureChooser::needed_from() const {
    return start_.target - start_.pictures_before * picture_length_ - margin;
}

// Whether a picture is at or after the one that the target names.
bool PictureChooser::reached(SourceTime time) const {
    if (start_.pictures_before > 0) return time >= start_.target;
    return time >= start_.target - half_;
}

void PictureChooser::show_waiting(std::vector<Decoded>& shown) {
    for (Decoded& picture : waiting_)
        shown.push_back(std::move(picture));
    waiting_.clear();
}

bool PictureChooser::early(SourceTime picture, SourceTime time) const {
    return picture >= time - half_ && picture < time - rounding;
}

// Where pictures come at an even pace, half of one tells which is nearest. Where they do not, only
// the next one does: it is waited for, unless the picture meets its time exactly.
PictureChooser::Verdict PictureChooser::feed(Decoded picture, bool from_head,
                                             std::vector<Decoded>& shown) {
    seen_to_ = picture.time + picture.duration;
    if (near_) {
        Decoded first = std::move(*near_);
        near_.reset();
        const SourceTime decides = arrived_ ? clip_.out : start_.target;
        const bool next_is_nearer = picture.time - decides < decides - first.time;
        seen_earlier_ = true;
        if (arrived_) {
            if (!next_is_nearer) return Verdict::Complete;
            shown.push_back(std::move(first));
        } else if (!next_is_nearer) {
            const Verdict verdict = take(std::move(first), from_head, shown);
            if (verdict != Verdict::GoOn) return verdict;
        }
    }
    const bool before_start = !arrived_ && start_.pictures_before == 0;
    if (before_start ? early(picture.time, start_.target)
                     : arrived_ && early(picture.time, clip_.out) && limit_ < clip_.out) {
        near_ = std::move(picture);
        return Verdict::GoOn;
    }
    return take(std::move(picture), from_head, shown);
}

PictureChooser::Verdict PictureChooser::take(Decoded picture, bool from_head,
                                             std::vector<Decoded>& shown) {
    const bool past_out = picture.time >= limit_;
    if (arrived_) {
        if (past_out) return Verdict::Complete;
        shown.push_back(std::move(picture));
        return Verdict::GoOn;
    }
    const bool stepping = start_.pictures_before > 0;
    if (!past_out && !reached(picture.time)) {
        // A step back never leaves the clip.
        if (stepping && picture.time < clip_.in - half_) return Verdict::GoOn;
        waiting_.push_back(std::move(picture));
        if (waiting_.size() > wanted_before_) waiting_.pop_front();
        return Verdict::GoOn;
    }
    // What came before it could be nearer, unless it was seen.
    const bool alone =
        waiting_.empty() && !seen_earlier_ && !from_head && picture.time > start_.target + rounding;
    const bool exact = !stepping && !past_out && !alone && picture.time <= start_.target + half_;
    if (!exact) {
        const bool at_in = !waiting_.empty() && waiting_.front().time <= clip_.in + half_;
        const bool enough = waiting_.size() >= wanted_before_ || (stepping && at_in);
        if (!enough && !from_head) return Verdict::LandedLate;
        if (!waiting_.empty()) show_waiting(shown);
    }
    arrived_ = true;
    waiting_.clear();
    if (past_out) {
        // The film has nothing inside the clip: better this than nothing.
        if (shown.empty()) shown.push_back(std::move(picture));
        return Verdict::Complete;
    }
    shown.push_back(std::move(picture));
    return Verdict::GoOn;
}

PictureChooser::Verdict PictureChooser::end_of_film(bool from_head, bool left_out_any,
                                                    std::vector<Decoded>& shown) {
    if (near_) {  // no later one is nearer
        waiting_.clear();
        waiting_.push_back(std::move(*near_));
    }
    near_.reset();
    if (!arrived_ && !from_head && (waiting_.empty() || left_out_any)) return Verdict::LandedLate;
    show_waiting(shown);
    arrived_ = true;
    return Verdict::Complete;
}

}  // namespace media
