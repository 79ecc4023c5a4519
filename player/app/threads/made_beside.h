// Something that takes a while to make and is not wanted at once.
#pragma once

#include <functional>
#include <future>
#include <optional>
#include <utility>

namespace app {

// Made by a thread of its own; whoever wants it first may wait for it. One thread uses it.
template <class Thing>
class MadeBeside {
public:
    // Begins at once.
    explicit MadeBeside(std::function<Thing()> make)
        : coming_(std::async(std::launch::async, std::move(make))) {}

    Thing& operator*() {
        if (!made_) made_.emplace(coming_.get());
        return *made_;
    }
    Thing* operator->() { return &**this; }

private:
    std::future<Thing> coming_;
    std::optional<Thing> made_;
};

}  // namespace app
