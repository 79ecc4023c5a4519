#include "player/screen/speaker.h"

#include <SDL.h>

#include <chrono>

#include "player/screen/heard_clock.h"

namespace screen {

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
    wanted.samples = sound_buffer_frames;
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
