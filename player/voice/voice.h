// Something that reads aloud. The program knows only this; which speech there is on a machine is
// the business of one file of this folder.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace voice {

inline constexpr int slowest_rate = -100;
inline constexpr int fastest_rate = 100;  // 0 is what the machine's speech uses

// Main thread only. No function waits.
class Voice {
public:
    virtual ~Voice() = default;

    // Says these words from now on, and breaks off what was being said.
    virtual void say(std::string words) = 0;
    virtual void stop() = 0;
    // From the next words on.
    virtual void set_rate(int rate) = 0;
    // Something is being said, or is about to be.
    virtual bool speaking() const = 0;
    // Why nothing can be said, in a sentence; nothing is said from then on. Given once.
    virtual std::optional<std::string> take_trouble() = 0;
};

// The machine's own speech. It is looked for when something is to be said for the first time.
//
// @param wake  called in another thread when speaking() or trouble may have changed
std::unique_ptr<Voice> open_voice(std::function<void()> wake);

}  // namespace voice
