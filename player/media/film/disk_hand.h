// For what may wait for a disk, and for ever: a share that is gone, a stick that is worn out.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace media {

// A thread that reaches for the disk in somebody's stead. Whoever asked can go away while the disk
// does not answer: the thread is then left behind, and ends when it does. Started when first asked,
// with the priority of who asks. One caller at a time.
class DiskHand {
public:
    DiskHand();
    // Never waits.
    ~DiskHand();
    DiskHand(const DiskHand&) = delete;
    DiskHand& operator=(const DiskHand&) = delete;

    // Longer than a disk that works lets one wait.
    static constexpr std::chrono::milliseconds stands_still{200};

    // Does `work` over there and waits until it is done, or until `stop` is asked for.
    //
    // @param work         owns all that it touches: it may outlive the caller
    // @param still_waits  called once, by the caller's thread, when it takes as long as
    //                     `stands_still`
    // @returns            what it gave; nothing when it was left behind. Then nothing more can be
    //                     asked.
    template <class Work>
    auto ask(Work work, const std::stop_token& stop, const std::function<void()>& still_waits = {})
        -> std::optional<decltype(work())> {
        const auto answer = std::make_shared<std::optional<decltype(work())>>();
        const bool done =
            reach([answer, work = std::move(work)]() mutable { answer->emplace(work()); }, stop,
                  still_waits);
        if (!done) return std::nullopt;
        return std::move(*answer);
    }

    // Begins `work` over there and does not wait for it. Nothing more can be asked.
    //
    // @param work  owns all that it touches: it may outlive the caller
    void begin(std::function<void()> work);

private:
    bool reach(std::function<void()> work, const std::stop_token& stop,
               const std::function<void()>& still_waits);

    struct Shared;
    std::shared_ptr<Shared> shared_;
};

}  // namespace media
