// Speech by speech-dispatcher, which is a process of its own. Talking to it may wait (it is started
// when it does not run yet), so a thread does that; one that hangs is left behind.
#include <libspeechd.h>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>

#include "player/voice/voice.h"

namespace voice {
namespace {

// A sentence that the app says, in its language: tools/languages finds it by this word.
constexpr const char* said_later(const char* english) {
    return english;
}

constexpr const char* nobody_speaks = said_later(
    "Nothing can be read aloud on this computer: its speech service does not answer. "
    "Have the package speech-dispatcher installed, or go on without");

// The library tells us about messages in a thread of its own, by their numbers alone, and hands
// back no pointer: this is the one place for what it says.
struct Heard {
    std::atomic<std::size_t> last_ended{0};
    std::mutex mutex;
    std::function<void()> wake;  // guarded by mutex
};
Heard& heard() {
    static Heard all;
    return all;
}

void message_ended(std::size_t message, std::size_t, SPDNotificationType) {
    std::size_t last = heard().last_ended;
    while (last < message && !heard().last_ended.compare_exchange_weak(last, message)) {
    }
    const std::lock_guard lock(heard().mutex);
    if (heard().wake) heard().wake();
}

struct Closes {
    void operator()(SPDConnection* connection) const { spd_close(connection); }
};
using Connection = std::unique_ptr<SPDConnection, Closes>;

// What the main thread and the one that talks to the service share.
struct Shared {
    std::mutex mutex;
    std::condition_variable changed;
    std::optional<std::string> words;  // to be said; all of these are guarded by mutex
    bool hush = false;
    bool ended = false;
    int rate = 0;
    std::size_t message = 0;  // the last one that was handed over
    std::optional<std::string> trouble;
    bool useless = false;  // there was trouble
};

Connection connect() {
    char* error = nullptr;
    Connection connection{
        spd_open2("crosscut", "main", nullptr, SPD_MODE_THREADED, nullptr, 1, &error)};
    std::free(error);
    if (connection) {
        connection->callback_end = message_ended;
        connection->callback_cancel = message_ended;
        spd_set_notification_on(connection.get(), SPD_END);
        spd_set_notification_on(connection.get(), SPD_CANCEL);
    }
    return connection;
}

void wake_up() {
    const std::lock_guard lock(heard().mutex);
    if (heard().wake) heard().wake();
}

void talk(const std::shared_ptr<Shared>& shared) {
    Connection connection;
    std::unique_lock lock(shared->mutex);
    for (;;) {
        shared->changed.wait(lock, [&] { return shared->ended || shared->hush || shared->words; });
        if (shared->ended) return;
        const std::optional<std::string> words = shared->words;
        const int rate = shared->rate;
        shared->hush = false;
        lock.unlock();
        if (!connection && words) connection = connect();
        int message = -1;
        if (connection) {
            spd_cancel(connection.get());
            if (words) {
                spd_set_voice_rate(connection.get(), rate);
                message = spd_say(connection.get(), SPD_TEXT, words->c_str());
            }
        }
        lock.lock();
        if (words && message < 0) {
            shared->trouble = nobody_speaks;
            shared->useless = true;
        } else if (words) {
            shared->message = static_cast<std::size_t>(message);
        }
        if (shared->words == words) shared->words.reset();
        lock.unlock();
        wake_up();
        lock.lock();
        if (shared->useless) return;
    }
}

class SpeechDispatcherVoice final : public Voice {
public:
    explicit SpeechDispatcherVoice(std::function<void()> wake) {
        const std::lock_guard lock(heard().mutex);
        heard().wake = std::move(wake);
    }
    ~SpeechDispatcherVoice() override {
        {
            const std::lock_guard lock(heard().mutex);
            heard().wake = nullptr;
        }
        const std::lock_guard lock(shared_->mutex);
        shared_->ended = true;
        shared_->changed.notify_one();
    }

    void say(std::string words) override {
        const std::lock_guard lock(shared_->mutex);
        if (shared_->useless) return;
        if (!talking_) std::thread(talk, shared_).detach();
        talking_ = true;
        shared_->words = std::move(words);
        shared_->changed.notify_one();
    }
    void stop() override {
        const std::lock_guard lock(shared_->mutex);
        shared_->words.reset();
        shared_->hush = true;
        shared_->changed.notify_one();
    }
    void set_rate(int rate) override {
        const std::lock_guard lock(shared_->mutex);
        shared_->rate = rate;
    }
    bool speaking() const override {
        const std::lock_guard lock(shared_->mutex);
        return !shared_->useless && (shared_->words || heard().last_ended < shared_->message);
    }
    std::optional<std::string> take_trouble() override {
        const std::lock_guard lock(shared_->mutex);
        return std::exchange(shared_->trouble, std::nullopt);
    }

private:
    const std::shared_ptr<Shared> shared_ = std::make_shared<Shared>();
    bool talking_ = false;
};

}  // namespace

std::unique_ptr<Voice> open_voice(std::function<void()> wake) {
    return std::make_unique<SpeechDispatcherVoice>(std::move(wake));
}

}  // namespace voice
