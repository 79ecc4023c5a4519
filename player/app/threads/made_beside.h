// Something that takes a while to make and is not wanted at once.
#pragma once

#include <functional>
#include <future>
#include <optional>
#include <utility>

namespace app {

// Made by a thread of its own, once somebody says so; whoever wants it first may wait for it. One
// thread uses it.
template <class Thing>
class MadeBeside {
public:
    explicit MadeBeside(std::function<Thing()> make) : make_(std::move(make)) {}

    // Begins to make it, unless that has been done.
    void begin() {
        if (make_) coming_ = std::async(std::launch::async, std::exchange(make_, nullptr));
    }

    Thing& operator*() {
        begin();
        if (!made_) made_.emplace(coming_.get());
        return *made_;
    }
    Thing* operator->() { return &**this; }

private:
    std::function<Thing()> make_;  // empty once it was begun
    std::future<Thing> coming_;
    std::optional<Thing> made_;
};

}  // namespace app
