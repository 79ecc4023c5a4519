#include "player/media/preroll_pool.h"

#include <algorithm>

namespace media {

namespace {

bool lists(std::span<const ClipOrder> orders, const ClipOrder& order) {
    return std::find(orders.begin(), orders.end(), order) != orders.end();
}

// As far ahead as it goes: what is taken out of it does not make it stumble.
bool warm(const ClipSession& session) {
    const Run& run = *session.run();
    return session.arrived() && session.ready_to_play() &&
           (!session.info()->has_pictures || run.pictures.full() || run.pictures.finished());
}

}  // namespace

PrerollPool::PrerollPool(Reaper& reaper, std::function<void()> wake)
    : reaper_(reaper), wake_(std::move(wake)) {}

PrerollPool::~PrerollPool() {
    for (auto& session : sessions_)
        reaper_.take(std::move(session));
}

void PrerollPool::keep(std::span<const ClipOrder> wanted, std::size_t budget_bytes) {
    wanted = wanted.first(std::min(wanted.size(), most_sessions));
    std::erase_if(unusable_, [&](const ClipOrder& order) { return !lists(wanted, order); });
    std::size_t bytes = 0;
    bool opening = false;
    for (auto& session : sessions_) {
        const std::size_t needed = session->bytes();
        const bool unusable = session->problem().has_value() || bytes + needed > budget_bytes;
        if (!lists(wanted, session->order())) {
            reaper_.take(std::move(session));
            continue;
        }
        if (unusable) {
            unusable_.push_back(session->order());
            reaper_.take(std::move(session));
            continue;
        }
        bytes += needed;
        if (warm(*session)) {
            session->set_watched(false);
        } else {
            opening = true;
        }
    }
    std::erase(sessions_, nullptr);
    if (opening) return;

    // What the next one will need is not known before it is open: as much as those that are.
    const std::size_t likely = sessions_.empty() ? 0 : bytes / sessions_.size();
    for (const ClipOrder& order : wanted) {
        const auto held = [&](const auto& session) { return session->order() == order; };
        if (lists(unusable_, order) || std::any_of(sessions_.begin(), sessions_.end(), held))
            continue;
        if (bytes + likely > budget_bytes) return;
        sessions_.push_back(std::make_unique<ClipSession>(order, std::nullopt, wake_));
        sessions_.back()->set_watched(true);
        return;
    }
}

std::unique_ptr<ClipSession> PrerollPool::take(const ClipOrder& order) {
    for (auto& session : sessions_) {
        if (session->order() != order || session->problem()) continue;
        std::unique_ptr<ClipSession> taken = std::move(session);
        std::erase(sessions_, nullptr);
        return taken;
    }
    return nullptr;
}

bool PrerollPool::has_warm(const ClipOrder& order) const {
    return std::any_of(sessions_.begin(), sessions_.end(), [&](const auto& session) {
        return session->order() == order && warm(*session);
    });
}

}  // namespace media
