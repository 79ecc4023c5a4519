// Modules made up by chance that is the same everywhere, and how they are written for JavaScript.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <random>

#include "lessons/grid.h"

namespace made_up {

// std's distributions are not the same everywhere.
class Chance {
public:
    explicit Chance(std::uint32_t seed) : engine_(seed) {}
    int below(int bound) { return static_cast<int>(engine_() % static_cast<std::uint32_t>(bound)); }

private:
    std::mt19937 engine_;
};

lessons::Grid grid(int people, int questions, int holes_of_ten, Chance& chance);

nlohmann::json to_json(lessons::Cell cell);
nlohmann::json to_json(const lessons::Grid& grid);

}  // namespace made_up
