// Decodes the sound of a clip, run by run.
#pragma once

#include "player/media/clip/clip_desk.h"
#include "player/media/clip/sound_cutter.h"

namespace media {

// Lives on the sound thread of a clip.
class SoundWorker {
public:
    SoundWorker(ClipDesk& desk, PacketStore& packets);

    // Decodes until stopped.
    void work(std::stop_token stop);

private:
    void begin(const Jump& jump);
    bool drain();
    void finish();

    ClipDesk& desk_;
    PacketStore& packets_;
    const std::int64_t end_;
    std::stop_token stop_;
    AudioDecoder* decoder_ = nullptr;
    bool heard_ = false;  // whether any run gave sound

    // The run under way; none between runs.
    std::shared_ptr<Run> run_;
    std::optional<SoundCutter> cutter_;
    std::int64_t first_ = 0;
};

}  // namespace media
