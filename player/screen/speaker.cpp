#include "player/screen/speaker.h"

#include <SDL.h>

#include <algorithm>
#include <chrono>
#include <optional>

namespace screen {

namespace {

using media::WallTime;
using std::chrono::nanoseconds;

constexpr int buffer_frames = 512;  // 10.7 ms
// While one buffer is being filled, the card plays one and the next one waits.
constexpr int buffers_ahead = 2;

nanoseconds length_of(std::int64_t frames) {
    return nanoseconds(frames * 1'000'000'000 / media::sound_rate_hz);
}

// When the samples asked for will be heard. SDL asks in bursts, up to a buffer early or late, but
// the card plays evenly: so each buffer is heard right after the one before it, pulled only slowly
// towards what the time of asking says. Lives on SDL's audio thread.
class HeardClock {
public:
    WallTime next(WallTime asked, std::int64_t frames) {
        const WallTime guess = asked + length_of(buffers_ahead * std::int64_t{buffer_frames});
        if (!next_) next_ = guess;
        const nanoseconds off = guess - *next_;
        // Further off than any burst: the card stopped for a while (or a test takes sound faster
        // than it can be heard).
        if (off > std::chrono::milliseconds(120) || off < std::chrono::milliseconds(-120)) {
            next_ = std::max(guess, last_);
        } else {
            next_ = std::max(*next_ + off / 64, last_);
        }
        last_ = *next_;
        next_ = last_ + length_of(frames);
        return last_;
    }

private:
    std::optional<WallTime> next_;
    WallTime last_{};
};

}  // namespace

struct Speaker::Impl {
    explicit Impl(media::SoundTap& from) : tap(&from) {}
    ~Impl() {
        if (device != 0) SDL_CloseAudioDevice(device);  // waits for a pull that is under way
    }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    static void pull(void* self, Uint8* bytes, int size) {
        auto* impl = static_cast<Impl*>(self);
        const std::size_t samples = static_cast<std::size_t>(size) / sizeof(float);
        auto* stereo = reinterpret_cast<float*>(bytes);
        const auto frames = static_cast<std::int64_t>(samples / 2);
        impl->tap->pull({stereo, samples},
                        impl->heard.next(std::chrono::steady_clock::now(), frames));
    }

    SDL_AudioDeviceID device = 0;  // main thread's
    media::SoundTap* tap;          // never changes
    HeardClock heard;              // SDL's audio thread's
};

Speaker::Speaker(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Speaker::~Speaker() = default;
Speaker::Speaker(Speaker&&) noexcept = default;
Speaker& Speaker::operator=(Speaker&&) noexcept = default;

catalogue::Result<Speaker> Speaker::open(media::SoundTap& tap) {
    const auto refused = [] {
        return catalogue::fail({}, std::string("there is no sound: ") + SDL_GetError(),
                               "plug in headphones or loudspeakers; films play on without sound");
    };
    // Stays started when no device opens: SDL then tells when one is plugged in.
    if (SDL_WasInit(SDL_INIT_AUDIO) == 0 && SDL_InitSubSystem(SDL_INIT_AUDIO) != 0) {
        return refused();
    }

    auto impl = std::make_unique<Impl>(tap);
    SDL_AudioSpec wanted{};
    wanted.freq = media::sound_rate_hz;
    wanted.format = AUDIO_F32SYS;
    wanted.channels = 2;
    wanted.samples = buffer_frames;
    wanted.callback = &Impl::pull;
    wanted.userdata = impl.get();
    SDL_AudioSpec had{};
    impl->device = SDL_OpenAudioDevice(nullptr, 0, &wanted, &had, 0);
    if (impl->device == 0) return refused();
    SDL_PauseAudioDevice(impl->device, 0);
    return Speaker(std::move(impl));
}

bool Speaker::alive() const {
    return SDL_GetAudioDeviceStatus(impl_->device) == SDL_AUDIO_PLAYING;
}

}  // namespace screen
