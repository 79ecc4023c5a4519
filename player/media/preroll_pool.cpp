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

PrerollPool::PrerollPool(Reaper& reaper, ClipMeans means, std::function<void()> wake)
    : reaper_(reaper), means_(std::move(means)), wake_(std::move(wake)) {}

PrerollPool::~PrerollPool() {
    for (auto& session : sessions_)
        reaper_.take(std::move(session));
}

void PrerollPool::keep(std::span<const ClipOrder> wanted, std::size_t budget_bytes) {
    std::erase_if(unusable_, [&](const ClipOrder& order) { return !lists(wanted, order); });
    std::size_t held_bytes = 0;
    bool opening = false;
    for (auto& session : sessions_) {
        if (!lists(wanted, session->order())) {
            reaper_.take(std::move(session));
            continue;
        }
        if (session->problem()) {
            unusable_.push_back(session->order());
            reaper_.take(std::move(session));
            continue;
        }
        held_bytes += session->bytes();
        const bool ready = warm(*session);
        if (ready) session->set_watched(false);
        opening = opening || !ready;
    }
    std::erase(sessions_, nullptr);

    // What the next one will need is not known before it is open: as much as those that are.
    const std::size_t likely = sessions_.empty() ? 0 : held_bytes / sessions_.size();
    std::size_t room = budget_bytes;
    for (const ClipOrder& order : wanted) {
        if (lists(unusable_, order)) continue;
        const auto held =
            std::find_if(sessions_.begin(), sessions_.end(),
                         [&](const auto& session) { return session && session->order() == order; });
        if (held == sessions_.end()) {
            // Those that end take theirs until they have ended.
            if (opening || likely + reaper_.bytes() > room) break;
            sessions_.push_back(std::make_unique<ClipSession>(order, std::nullopt, means_, wake_));
            sessions_.back()->set_in_waiting(true);
            sessions_.back()->set_watched(true);
            break;
        }
        const std::size_t needed = (*held)->bytes();
        if (needed <= room) {
            room -= needed;
            continue;
        }
        unusable_.push_back(order);
        reaper_.take(std::move(*held));
    }
    std::erase(sessions_, nullptr);
}

std::unique_ptr<ClipSession> PrerollPool::take(const ClipOrder& order) {
    for (auto& session : sessions_) {
        if (session->order() != order || session->problem()) continue;
        std::unique_ptr<ClipSession> taken = std::move(session);
        std::erase(sessions_, nullptr);
        taken->set_in_waiting(false);
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
