// Places in a film as screens count them, and as authors write them. Private to this folder.
#pragma once

#include <chrono>

#include "catalogue/media_time.h"

namespace app {

inline double seconds(catalogue::SourceTime time) {
    return std::chrono::duration<double>(time.time_since_epoch()).count();
}

inline catalogue::SourceTime in_film(double seconds) {
    return catalogue::SourceTime{std::chrono::duration_cast<catalogue::SourceDuration>(
        std::chrono::duration<double>(seconds))};
}

// Authors write milliseconds.
inline catalogue::SourceTime in_milliseconds(catalogue::SourceTime time) {
    return std::chrono::round<std::chrono::milliseconds>(time);
}

}  // namespace app
