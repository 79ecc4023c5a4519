// Decoding by hardware that is made for it, where that has proven to give the very pictures that
// the processor gives, and in time. Never needed: without it, or where it fails, the processor
// decodes.
#pragma once

#include <functional>
#include <memory>

namespace media {

class FrameDecoder;
class Source;

// Called in the thread that tries a film out, before and after it; each may be empty.
struct HardwareTrial {
    std::function<void()> begins = {};
    std::function<void()> ended = {};
};

// Any thread; locks for itself.
class Hardware {
public:
    // Opens a decoder for a film's pictures; nothing where the hardware has none for them.
    using Open = std::function<std::unique_ptr<FrameDecoder>(const Source&)>;

    // What this machine has: VAAPI on Linux, D3D11 on Windows, VideoToolbox on macOS. Nothing where
    // there is no such device, or where CROSSCUT_DECODING=software says that none is wanted. Does
    // not wait for it.
    static std::shared_ptr<Hardware> of_machine(HardwareTrial trial);

    explicit Hardware(Open open, HardwareTrial trial = {});
    // Waits for what is being tried out, which stops at the next picture.
    ~Hardware();
    Hardware(const Hardware&) = delete;
    Hardware& operator=(const Hardware&) = delete;

    // A decoder for the pictures of `source`, once hardware has proven itself with a film of their
    // kind (codec, profile, format, size). Until then nothing; and the film is tried out beside
    // everything else, one at a time: some of its pictures are decoded by both and their checksums
    // compared.
    std::unique_ptr<FrameDecoder> decoder_for(const Source& source);

    // What is to be called when it has failed with such a film: none of the kind is given to it any
    // more. May be called as long as this lives.
    std::function<void()> giving_up_on(const Source& source);

    // Whether nothing is being tried out.
    bool idle() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace media
