// Something that takes a while to make and is not wanted at once.
#pragma once

#include <chrono>
#include <functional>
#include <future>
#include <optional>
#include <thread>
#include <utility>

namespace app {

// Made by a thread of its own, once somebody says so; whoever wants it first may wait for it. One
// thread uses it.
template <class Thing>
class MadeBeside {
public:
    // @param made  called in the other thread when it is there; may be empty
    explicit MadeBeside(std::function<Thing()> make, std::function<void()> made = {})
        : make_(std::move(make)), made_(std::move(made)) {}

    // Begins to make it, unless that has been done.
    void begin() {
        if (!make_) return;
        std::packaged_task<Thing()> task(std::exchange(make_, nullptr));
        coming_ = task.get_future();
        thread_ = std::jthread([task = std::move(task), made = made_]() mutable {
            task();
            if (made) made();
        });
    }
    // Whether it is there without waiting.
    bool ready() const {
        return thing_ || (coming_.valid() &&
                          coming_.wait_for(std::chrono::seconds{0}) == std::future_status::ready);
    }

    Thing& operator*() {
        begin();
        if (!thing_) thing_.emplace(coming_.get());
        return *thing_;
    }
    Thing* operator->() { return &**this; }

private:
    std::function<Thing()> make_;  // empty once it was begun
    std::function<void()> made_;
    std::future<Thing> coming_;
    std::optional<Thing> thing_;
    std::jthread thread_;  // last member: joined first
};

}  // namespace app
