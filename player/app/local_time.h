// The wall clock, in the words of strftime.
#pragma once

#include <chrono>
#include <ctime>
#include <string>

namespace app {

// "%d.%m.%Y": now, at the place of this computer.
inline std::string local_time(const char* as) {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    localtime_r(&now, &parts);
    char text[64] = {};
    std::strftime(text, sizeof text, as, &parts);
    return text;
}

// Today, at the place of this computer.
inline std::chrono::year_month_day local_date() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    localtime_r(&now, &parts);
    return {std::chrono::year{parts.tm_year + 1900},
            std::chrono::month{static_cast<unsigned>(parts.tm_mon + 1)},
            std::chrono::day{static_cast<unsigned>(parts.tm_mday)}};
}

}  // namespace app
