// Chapters for tests of the formats that have them.
#pragma once

#include <chrono>
#include <string>
#include <utility>

#include "catalogue/exchange/chapters.h"

namespace made_up {

inline catalogue::Chapter chapter(std::chrono::milliseconds in, std::chrono::milliseconds out,
                                  std::string question, std::string title) {
    return {{catalogue::SourceTime{in}, catalogue::SourceTime{out}},
            std::move(question),
            std::move(title)};
}

}  // namespace made_up
