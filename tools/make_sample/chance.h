// Chance that comes out the same every time: everything drawn depends on a seed alone.
#pragma once

#include <cmath>
#include <cstdint>
#include <string_view>

namespace sample {

constexpr std::uint64_t scramble(std::uint64_t x) {
    x += 0x9E3779B97F4A7C15u;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
    return x ^ (x >> 31);
}

constexpr std::uint64_t seed_of(std::string_view text) {
    std::uint64_t hash = 0xCBF29CE484222325u;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
    return scramble(hash);
}

// A row of numbers.
class Chance {
public:
    explicit Chance(std::uint64_t seed) : state_(seed) {}

    // From 0 up to, but not including, 1.
    double share() {
        state_ += 0x9E3779B97F4A7C15u;
        return static_cast<double>(scramble(state_) >> 11) * 0x1.0p-53;
    }
    double between(double low, double high) { return low + (high - low) * share(); }
    // About the middle, rarely further than 2 from 0.
    double around_zero() { return (share() + share() + share() + share() - 2) * 1.7; }

private:
    std::uint64_t state_;
};

// Smooth noise from -1 to 1 that changes about once in a unit of x.
inline double wander(double x, std::uint64_t seed) {
    const double floor = std::floor(x);
    const auto value = [seed](double at) {
        const auto cell = static_cast<std::uint64_t>(static_cast<std::int64_t>(at));
        return static_cast<double>(scramble(seed ^ scramble(cell)) >> 11) * 0x1.0p-52 - 1;
    };
    const double f = x - floor;
    const double s = f * f * f * (f * (f * 6 - 15) + 10);
    return value(floor) * (1 - s) + value(floor + 1) * s;
}

}  // namespace sample
