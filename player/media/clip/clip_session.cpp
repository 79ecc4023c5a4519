#include "player/media/clip/clip_session.h"

#include <algorithm>

namespace media {

namespace {
constexpr std::size_t enough_sound_frames = sound_rate_hz / 10;
}

ClipSession::ClipSession(ClipOrder order, std::optional<SourceTime> start_at, ClipMeans means,
                         std::function<void()> wake)
    : desk_(std::move(order), std::move(means), std::move(wake)),
      guard_([this] { desk_.changed(); }),
      prelude_guard_([this] { desk_.changed(); }),
      run_(make_run({std::max(start_at.value_or(desk_.in()), desk_.in()), 0})),
      reader_(desk_, packets_, guard_),
      pictures_(desk_, packets_, prelude_guard_),
      sound_(desk_, packets_) {
    packets_.ask(run_);
    picture_thread_ = std::jthread(
        [this, first = run_->start](std::stop_token stop) { pictures_.work(stop, first); });
    sound_thread_ = std::jthread([this](std::stop_token stop) { sound_.work(stop); });
    reading_thread_ = std::jthread([this](std::stop_token stop) { reader_.work(stop); });
}

ClipSession::~ClipSession() {
    abandon();
}

void ClipSession::abandon() {
    desk_.set_watched(false);
    guard_.stop();
    prelude_guard_.stop();
    run_->abandon();
    reading_thread_.request_stop();
    picture_thread_.request_stop();
    sound_thread_.request_stop();
}

std::shared_ptr<Run> ClipSession::make_run(RunStart start) const {
    SourceTime sound_from = start.target;
    if (start.pictures_before > 0) {
        // Where the wanted picture starts is not known yet; the engine skips what is too early.
        constexpr SourceDuration longest_usual{100'000};
        sound_from = std::max(sound_from - (start.pictures_before + 1) * longest_usual, desk_.in());
    }
    return std::make_shared<Run>(start, sample_at(sound_from));
}

void ClipSession::jump(RunStart start) {
    run_->abandon();
    run_ = make_run(start);
    packets_.ask(run_);
}

void ClipSession::set_in_waiting(bool waiting) {
    run_->in_waiting = waiting;
    run_->pictures.set_most(waiting ? Run::most_pictures_in_waiting : Run::most_pictures);
}

bool ClipSession::arrived() const {
    const std::optional<ClipInfo> known = info();
    if (!known) return false;
    if (run_->pictures.size() > 0) return true;
    if (known->has_pictures) return run_->pictures.finished();
    return ready_to_play();
}

bool ClipSession::ready_to_play() const {
    const std::optional<ClipInfo> known = info();
    if (!known) return false;
    const bool pictures_full = run_->pictures.full() || run_->pictures.finished();
    // One beside the first, which is shown already: nobody is to look at that one for longer.
    const bool pictures = !known->has_pictures || run_->pictures.size() > 0 || pictures_full;
    // A decoder that is as far ahead as it may be, and still no sound: here is none.
    const bool sound = !known->has_sound || run_->sound.finished() ||
                       run_->sound.buffered_frames() >= enough_sound_frames ||
                       (known->has_pictures && pictures_full);
    return pictures && sound;
}

bool ClipSession::starved() const {
    const std::optional<ClipInfo> known = info();
    if (!known || !packets_.starved()) return false;
    const bool pictures = known->has_pictures && !run_->pictures.finished();
    const bool sound = known->has_sound && !run_->sound.finished();
    const bool no_picture = pictures && run_->pictures.size() == 0;
    const bool no_sound = sound && run_->sound.buffered_frames() == 0;
    if (delay()) return no_picture || (!pictures && no_sound);
    return (pictures || sound) && pictures == no_picture && sound == no_sound;
}

std::optional<ReadDelay> ClipSession::delay() const {
    const std::optional<ReadDelay> of_film = guard_.delay();
    return of_film ? of_film : prelude_guard_.delay();
}

bool ClipSession::awaits_disk() const {
    return delay() || !info() || packets_.starved();
}

bool ClipSession::complete() const {
    const std::optional<ClipInfo> known = info();
    return known && (!known->has_pictures || run_->pictures.finished()) &&
           (!known->has_sound || run_->sound.finished());
}

std::size_t ClipSession::bytes() const {
    // What a decoder keeps beside the pictures that came out of it: those it refers to and those it
    // puts in order, and a quarter of each again for its motion. As measured by engine_bench with
    // H.264 that refers to three pictures (a waiting clip of 1080p takes 32 MiB; 21 with a prelude,
    // whose pictures refer to one). The ring of sound and the tables are there from the start.
    constexpr std::size_t pictures_of_film = 5;
    constexpr std::size_t pictures_of_prelude = 1;
    constexpr std::size_t tables_bytes = 3u << 20;
    constexpr std::size_t sound_bytes = sound_rate_hz * 2 * sizeof(float);
    const std::size_t pictures = run_->pictures.size();
    const std::size_t picture_bytes = pictures > 0 ? run_->pictures.bytes() / pictures : 0;
    const std::size_t kept = desk_.has_prelude() ? pictures_of_prelude : pictures_of_film;
    const std::size_t decoders = desk_.has_prelude() ? 2 : 1;
    return run_->pictures.bytes() + packets_.bytes() + sound_bytes + decoders * tables_bytes +
           kept * (picture_bytes + picture_bytes / 4);
}

}  // namespace media
