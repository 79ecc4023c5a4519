// Packets in, frames out, with their times in the film.
#pragma once

#include <deque>
#include <functional>
#include <optional>
#include <vector>

#include "player/media/pictures/frame_decoder.h"
#include "player/media/pictures/hardware.h"

namespace media {

// One thread.
class VideoDecoder {
public:
    // @param threads  nothing: as many as playing needs; one gives the first picture soonest
    static catalogue::Result<VideoDecoder> open(const Source& source,
                                                std::optional<int> threads = std::nullopt);
    // By `hardware`, if it is there and has proven itself with films of this kind. Where it fails
    // all the same the processor goes on, with the very next picture.
    static catalogue::Result<VideoDecoder> open(const Source& source,
                                                const std::shared_ptr<Hardware>& hardware);

    struct Decoded {
        FrameHandle frame;
        SourceTime time{};
        SourceDuration duration{};
        double peak_nits = 0;  // the brightest light that the film says it has; 0 = not said
    };

    // Forgets what it has: the next packet comes from elsewhere in the film. Unless that is the
    // film's head, what comes before the first key picture is not decoded.
    void restart(bool from_head);

    // Pictures that nothing else needs and that would end before this time may be left out.
    void leave_out_before(SourceTime time) { leave_out_before_ = time; }
    bool left_out_any() const { return left_out_any_; }

    // Takes a packet (nothing: the film is over); receive() until it gives nothing after each.
    void send(const AVPacket* packet);
    std::optional<Decoded> receive();

private:
    // Decoding by hardware, and what the processor needs to go on where that stops.
    struct ByHardware {
        std::unique_ptr<FrameDecoder> decoder;
        std::function<void()> give_up;
        std::vector<PacketHandle> packets;  // since the key picture before the last one
        std::size_t last_key = 0;           // which of them is the last key picture
        bool over = false;                  // the film has ended after them

        void remember(const AVPacket* packet);
        void forget();
    };

    VideoDecoder(std::unique_ptr<FrameDecoder> processor, Ticks ticks, SourceDuration usual);
    FrameDecoder& decoder() { return hardware_ ? *hardware_->decoder : *processor_; }
    void go_on_without_hardware();
    bool was_given(const AVFrame& frame) const;
    Decoded timed(FrameHandle frame);

    std::unique_ptr<FrameDecoder> processor_;
    std::optional<ByHardware> hardware_;
    std::deque<FrameHandle> caught_up_;  // what the processor had to decode when it took over
    Ticks ticks_;
    SourceDuration usual_;
    SourceTime leave_out_before_ = SourceTime::min();
    bool left_out_any_ = false;
    bool awaits_key_ = false;
    std::optional<SourceTime> last_;          // time of the last frame
    std::optional<std::int64_t> last_ticks_;  // and where the stream has it
    std::optional<std::int64_t> given_to_;    // what hardware has given is not given again
    double peak_nits_ = 0;                    // said beside some frames, usually the key frames
};

}  // namespace media
