// Which of the decoded pictures a run shows first, and which is its last. Pure: no decoder, no
// thread.
#pragma once

#include <deque>
#include <optional>
#include <vector>

#include "player/media/clip/run.h"
#include "player/media/pictures/video_decoder.h"

namespace media {

// Begins with the picture whose start is nearest the target, within half a picture: in-points are
// written in milliseconds, pictures start in between. Where pictures last longer than usual, it is
// the one on the screen at the target. The out-point's picture, found by the same rule, is not
// shown.
class PictureChooser {
public:
    using Decoded = VideoDecoder::Decoded;

    // @param clip  `out` may be far away when the end of the film is not known
    PictureChooser(RunStart start, TimeRange clip, SourceDuration picture_length);

    enum class Verdict {
        GoOn,
        LandedLate,  // the wanted picture lies before everything decoded: jump further back
        Complete,    // nothing more is shown
    };

    // @param from_head  decoding began at the start of the film: nothing lies before
    // @param shown      what is to be shown now is added to it
    Verdict feed(Decoded picture, bool from_head, std::vector<Decoded>& shown);

    // @param left_out_any  pictures were left out on the way, so that the last one may be missing
    Verdict end_of_film(bool from_head, bool left_out_any, std::vector<Decoded>& shown);

    // Pictures that end before this are not looked at.
    SourceTime needed_from() const;
    // End of the last picture seen, shown or not.
    std::optional<SourceTime> seen_to() const { return seen_to_; }
    bool arrived() const { return arrived_; }

private:
    bool reached(SourceTime time) const;
    // Whether a picture is early for `time`, by so little that the next one may be nearer or not.
    bool early(SourceTime picture, SourceTime time) const;
    void show_waiting(std::vector<Decoded>& shown);
    Verdict take(Decoded picture, bool from_head, std::vector<Decoded>& shown);

    RunStart start_;
    TimeRange clip_;
    SourceDuration half_;
    SourceTime limit_;  // pictures that start here or later are not shown
    SourceDuration picture_length_;
    std::size_t wanted_before_;    // how many pictures before the target are kept
    std::deque<Decoded> waiting_;  // the last ones before the target
    std::optional<Decoded> near_;  // a little before the target or the end: the next one decides
    bool seen_earlier_ = false;    // than the target
    bool arrived_ = false;
    std::optional<SourceTime> seen_to_;
};

}  // namespace media
