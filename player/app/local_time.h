// The wall clock, in the words of strftime.
#pragma once

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

}  // namespace app
