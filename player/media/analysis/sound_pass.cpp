#include "player/media/analysis/sound_pass.h"

#include "catalogue/words.h"
#include "player/media/clip/sound_cutter.h"
#include "player/media/sound/audio_decoder.h"

namespace media {
using catalogue::_;

namespace {

// As for playing: sound decoders need what comes before a place to get it right.
constexpr SourceDuration sound_run_up{300'000};

}  // namespace

catalogue::Result<bool> hear_through(const ClipOrder& clip, std::stop_token stop,
                                     const std::function<void(std::span<const float>)>& heard) {
    ReadGuard guard;
    const std::stop_callback stopping(stop, [&guard] { guard.stop(); });
    auto source = Source::open(clip.film, guard);
    if (!source) return source.error();
    if (source->sound() == nullptr) return false;
    auto decoder = AudioDecoder::open(*source);
    if (!decoder) return decoder.error();

    const SourceTime in = clip.trim ? clip.trim->in : SourceTime{};
    // The same jump as for playing, by the pictures: containers know those best.
    if (in > SourceTime{} + sound_run_up) source->jump_before(in - sound_run_up);
    source->leave_out_pictures();
    const std::int64_t first = sample_at(in);
    const std::int64_t end = clip.trim ? sample_at(clip.trim->out) : INT64_MAX;
    SoundCutter cutter(first, end, [&](std::span<const float> stereo) {
        heard(stereo);
        return true;
    });
    const PacketHandle packet{av_packet_alloc()};
    for (bool more = true; more;) {
        const bool over = source->read(*packet) == Source::Read::End;
        if (guard.stopped()) {
            return catalogue::fail({clip.film.relative}, _("listening to it was broken off"),
                                   _("it is listened to the next time"));
        }
        if (source->problem()) return *source->problem();
        // Opening the film may have read some pictures already.
        const bool is_sound = over || packet->stream_index == source->sound()->index;
        if (!is_sound || (!over && decoder->irrelevant_before(*packet, first))) {
            av_packet_unref(packet.get());
            continue;
        }
        decoder->send(over ? nullptr : packet.get());
        av_packet_unref(packet.get());
        more = !over;
        while (auto block = decoder->receive()) {
            if (!cutter.feed(*block)) more = false;
        }
    }
    cutter.finish();
    return true;
}

}  // namespace media
