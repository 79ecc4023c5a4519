#include "player/screen/speaker.h"

#include <SDL.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <mutex>
#include <thread>

#include "catalogue/words.h"
#include "player/screen/heard_clock.h"

namespace screen {
using catalogue::_;

namespace {

using namespace std::chrono_literals;

// A device that plays pulls fifty times a second.
constexpr auto answers_within = 1s;

std::atomic<int> devices_left_behind = 0;

// PulseAudio, and PipeWire in its place, would keep one buffer only and ask for a quarter of it
// at a time: every 5 ms the server has to be on time, or there is silence, and our thread is woken
// 275 times a second. The library reads this when a device is opened. Two to three buffers:
// HeardClock counts two, so sound is 17 ms late with its picture.
void keep_enough_in_the_server() {
    SDL_setenv("PULSE_LATENCY_MSEC", "60", 0);
}

}  // namespace

struct Speaker::Impl {
    explicit Impl(media::SoundTap& from)
        : last_pull(std::chrono::steady_clock::now()), tap(&from) {}
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
        const auto now = std::chrono::steady_clock::now();
        impl->last_pull = now;
        const std::lock_guard lock(impl->mutex);
        if (impl->tap == nullptr) {
            std::fill_n(stereo, samples, 0.0F);
            return;
        }
        impl->tap->pull({stereo, samples}, impl->heard.next(now, frames));
    }

    bool answers() const {
        return std::chrono::steady_clock::now() - last_pull.load() < answers_within;
    }

    // Closing may wait as long as the device, or the server behind it, does not answer.
    static void leave_behind(std::unique_ptr<Impl> impl) {
        {
            const std::lock_guard lock(impl->mutex);
            impl->tap = nullptr;
        }
        ++devices_left_behind;
        std::thread([impl = std::move(impl)]() mutable {
            impl.reset();
            --devices_left_behind;
        }).detach();
    }

    SDL_AudioDeviceID device = 0;            // main thread's
    std::atomic<media::WallTime> last_pull;  // any thread's
    HeardClock heard;                        // SDL's audio thread's
    std::mutex mutex;
    media::SoundTap* tap;  // guarded by mutex; nothing: nobody is there any more
};

Speaker::Speaker(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Speaker::~Speaker() {
    if (impl_ && !impl_->answers()) Impl::leave_behind(std::move(impl_));
}
Speaker::Speaker(Speaker&&) noexcept = default;

catalogue::Result<Speaker> Speaker::open(media::SoundTap& tap) {
    const auto refused = [] {
        return catalogue::fail(
            {}, _("there is no sound: {}", SDL_GetError()),
            _("plug in headphones or loudspeakers; films play on without sound"));
    };
    // Stays started when no device opens: SDL then tells when one is plugged in.
    if (SDL_WasInit(SDL_INIT_AUDIO) == 0) {
        keep_enough_in_the_server();
        if (SDL_InitSubSystem(SDL_INIT_AUDIO) != 0) return refused();
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

media::WallTime Speaker::last_pull() const {
    return impl_->last_pull;
}

bool device_left_behind() {
    return devices_left_behind > 0;
}

}  // namespace screen
