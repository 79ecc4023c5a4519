#include "player/media/clip/sound_worker.h"

namespace media {

SoundWorker::SoundWorker(ClipDesk& desk, PacketStore& packets)
    : desk_(desk), packets_(packets), end_(sample_at(desk.out())) {}

void SoundWorker::work(std::stop_token stop) {
    stop_ = std::move(stop);
    Decoders* decoders = desk_.wait_for_decoders(stop_);
    if (decoders == nullptr || !decoders->sound) return;
    decoder_ = &*decoders->sound;
    while (std::optional<Parcel> parcel = packets_.take(Lane::Sound, stop_)) {
        if (auto* jump = std::get_if<Jump>(&*parcel)) {
            begin(*jump);
        } else if (!run_) {
            continue;
        } else if (auto* packet = std::get_if<PacketHandle>(&*parcel)) {
            if (decoder_->irrelevant_before(**packet, first_)) continue;
            decoder_->send(packet->get());
            if (drain()) continue;
            if (cutter_->next() >= end_) finish();
            run_.reset();  // finished, or abandoned
        } else {
            decoder_->send(nullptr);
            drain();
            cutter_->finish();
            if (!heard_) desk_.note_nothing(Lane::Sound);
            finish();
            run_.reset();
        }
    }
}

void SoundWorker::begin(const Jump& jump) {
    decoder_->restart();
    run_ = jump.run;
    // A second attempt for the pictures' sake goes on where the first one got to.
    first_ = run_->sound.next_to_write();
    cutter_.emplace(first_, end_, [this](std::span<const float> stereo) {
        const bool wanted = run_->sound.write(stereo, stop_);
        desk_.changed();
        return wanted;
    });
}

// Decodes what the decoder has; false when the run needs no more.
bool SoundWorker::drain() {
    while (auto block = decoder_->receive()) {
        heard_ = true;
        if (!cutter_->feed(*block)) return false;
    }
    return true;
}

void SoundWorker::finish() {
    packets_.finish(Lane::Sound, *run_);
    run_->sound.finish();
    desk_.note_end(Lane::Sound, time_of_sample(cutter_->next()));
}

}  // namespace media
