#include "player/media/packet_store.h"

namespace media {

namespace {

constexpr std::size_t ceiling_bytes = 64u << 20;
constexpr std::size_t enough_bytes = 4u << 20;
constexpr SourceDuration enough_length{1'500'000};

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

bool PacketStore::Queue::hungry() const {
    return used && !finished && bytes < enough_bytes && length < enough_length;
}

bool PacketStore::room() const {
    if (at_end_ || !current_) return false;
    if (queues_[0].bytes + queues_[1].bytes >= ceiling_bytes) return false;
    return queues_[0].hungry() || queues_[1].hungry();
}

void PacketStore::ask(std::shared_ptr<Run> run) {
    {
        std::lock_guard lock(mutex_);
        current_ = run;
        asked_ = Jump{std::move(run), 0, false, nullptr};
        for (Queue& queue : queues_)
            queue.clear();
    }
    changed_.notify_all();
}

void PacketStore::ask_earlier(const Jump& jump) {
    {
        std::lock_guard lock(mutex_);
        if (jump.run != current_ || asked_) return;
        asked_ = Jump{jump.run, jump.attempt + 1, false, jump.prelude};
        for (Queue& queue : queues_)
            queue.clear();
    }
    changed_.notify_all();
}

std::optional<Jump> PacketStore::next_job(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, stop, [&] { return asked_ || room(); });
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
        }
    }
    changed_.notify_all();
}

void PacketStore::put(Lane lane, PacketHandle packet, SourceDuration length) {
    {
        std::lock_guard lock(mutex_);
        Queue& into = queue(lane);
        if (asked_ || into.finished) return;
        Parcel parcel{std::move(packet)};
        into.bytes += cost(parcel);
        into.length += length;
        into.parcels.push_back(std::move(parcel));
    }
    changed_.notify_all();
}

void PacketStore::put_end() {
    {
        std::lock_guard lock(mutex_);
        if (asked_) return;
        at_end_ = true;
        for (Queue& queue : queues_) {
            if (!queue.finished) queue.parcels.emplace_back(EndOfFilm{});
        }
    }
    changed_.notify_all();
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
    changed_.wait(lock, stop, [&] { return !from.parcels.empty(); });
    if (stop.stop_requested()) return std::nullopt;
    Parcel parcel = pop(from);
    lock.unlock();
    changed_.notify_all();
    return parcel;
}

std::optional<Parcel> PacketStore::try_take(Lane lane) {
    std::unique_lock lock(mutex_);
    Queue& from = queue(lane);
    if (from.parcels.empty()) return std::nullopt;
    Parcel parcel = pop(from);
    lock.unlock();
    changed_.notify_all();
    return parcel;
}

void PacketStore::finish(Lane lane, const Run& run) {
    {
        std::lock_guard lock(mutex_);
        if (current_.get() != &run || asked_) return;
        Queue& done = queue(lane);
        done.clear();
        done.finished = true;
    }
    changed_.notify_all();
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
