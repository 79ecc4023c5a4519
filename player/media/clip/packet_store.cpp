#include "player/media/clip/packet_store.h"

namespace media {

namespace {

constexpr std::size_t ceiling_bytes = 64u << 20;
constexpr std::size_t enough_bytes = 4u << 20;
constexpr SourceDuration enough_length{1'500'000};
// Once the lanes have enough, reading rests until one has used up a third of it: a thread that is
// woken for every single packet costs more than it reads.
constexpr int thirds_kept = 2;

std::size_t cost(const Parcel& parcel) {
    const auto* packet = std::get_if<PacketHandle>(&parcel);
    return packet == nullptr ? 0 : static_cast<std::size_t>((*packet)->size) + sizeof(AVPacket);
}

}  // namespace

void PacketStore::Queue::clear() {
    parcels.clear();
    bytes = 0;
    length = {};
    finished = false;
}

bool PacketStore::Queue::hungry(bool being_filled) const {
    const int thirds = being_filled ? 3 : thirds_kept;
    return used && !finished && bytes < enough_bytes * static_cast<std::size_t>(thirds) / 3 &&
           length < enough_length * thirds / 3;
}

void PacketStore::look_at_lanes() {
    filling_ = !at_end_ && current_ && queues_[0].bytes + queues_[1].bytes < ceiling_bytes &&
               (queues_[0].hungry(filling_) || queues_[1].hungry(filling_));
}

void PacketStore::wake_reader_if_wanted(std::unique_lock<std::mutex> lock) {
    look_at_lanes();
    const bool wanted = asked_ || filling_;
    lock.unlock();
    if (wanted) job_.notify_one();
}

void PacketStore::ask(std::shared_ptr<Run> run) {
    {
        std::lock_guard lock(mutex_);
        current_ = run;
        asked_ = Jump{std::move(run), 0, false, nullptr};
        for (Queue& queue : queues_)
            queue.clear();
    }
    job_.notify_one();
}

void PacketStore::ask_earlier(const Jump& jump) {
    {
        std::lock_guard lock(mutex_);
        if (jump.run != current_ || asked_) return;
        asked_ = Jump{jump.run, jump.attempt + 1, false, jump.prelude};
        for (Queue& queue : queues_)
            queue.clear();
    }
    job_.notify_one();
}

std::optional<Jump> PacketStore::next_job(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    job_.wait(lock, stop, [&] {
        look_at_lanes();
        return asked_ || filling_;
    });
    if (stop.stop_requested() || !asked_) return std::nullopt;
    at_end_ = false;
    return std::exchange(asked_, std::nullopt);
}

void PacketStore::set_lanes(bool pictures, bool sound) {
    std::lock_guard lock(mutex_);
    queue(Lane::Pictures).used = pictures;
    queue(Lane::Sound).used = sound;
}

void PacketStore::begin(const Jump& jump) {
    {
        std::lock_guard lock(mutex_);
        if (asked_) return;  // void already
        for (Queue& queue : queues_) {
            queue.clear();
            queue.parcels.emplace_back(jump);
            queue.filled.notify_one();
        }
    }
}

void PacketStore::put(Lane lane, PacketHandle packet, SourceDuration length) {
    Queue& into = queue(lane);
    {
        std::lock_guard lock(mutex_);
        if (asked_ || into.finished) return;
        Parcel parcel{std::move(packet)};
        into.bytes += cost(parcel);
        into.length += length;
        into.parcels.push_back(std::move(parcel));
        look_at_lanes();
    }
    into.filled.notify_one();
}

void PacketStore::put_end() {
    std::lock_guard lock(mutex_);
    if (asked_) return;
    at_end_ = true;
    for (Queue& queue : queues_) {
        if (queue.finished) continue;
        queue.parcels.emplace_back(EndOfFilm{});
        queue.filled.notify_one();
    }
}

Parcel PacketStore::pop(Queue& from) {
    Parcel parcel = std::move(from.parcels.front());
    from.parcels.pop_front();
    // The lengths of single packets are not kept: their mean does.
    const auto left = static_cast<SourceDuration::rep>(from.parcels.size());
    from.length = left == 0 ? SourceDuration{} : from.length * left / (left + 1);
    from.bytes -= cost(parcel);
    return parcel;
}

std::optional<Parcel> PacketStore::take(Lane lane, const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    Queue& from = queue(lane);
    from.filled.wait(lock, stop, [&] { return !from.parcels.empty(); });
    if (stop.stop_requested()) return std::nullopt;
    Parcel parcel = pop(from);
    wake_reader_if_wanted(std::move(lock));
    return parcel;
}

std::optional<Parcel> PacketStore::try_take(Lane lane) {
    std::unique_lock lock(mutex_);
    Queue& from = queue(lane);
    if (from.parcels.empty()) return std::nullopt;
    Parcel parcel = pop(from);
    wake_reader_if_wanted(std::move(lock));
    return parcel;
}

void PacketStore::finish(Lane lane, const Run& run) {
    std::unique_lock lock(mutex_);
    if (current_.get() != &run || asked_) return;
    Queue& done = queue(lane);
    done.clear();
    done.finished = true;
    wake_reader_if_wanted(std::move(lock));  // what is over may have filled it to the ceiling
}

bool PacketStore::starved() const {
    std::lock_guard lock(mutex_);
    if (at_end_) return false;
    for (const Queue& queue : queues_) {
        if (queue.used && !queue.finished && queue.parcels.empty()) return true;
    }
    return false;
}

std::size_t PacketStore::bytes() const {
    std::lock_guard lock(mutex_);
    return queues_[0].bytes + queues_[1].bytes;
}

}  // namespace media
