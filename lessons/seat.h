// Where somebody sits in a classroom, read out of what they said. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lessons {

struct Seat {
    std::string row;            // the letters: "window" of "Window 3"
    std::optional<int> number;  // the last one that was said

    bool operator==(const Seat&) const = default;
};

// Whatever was said is a seat, also without a number; nothing when nothing was. Blanks, signs and
// capital letters make no difference: "window 3", "Window-3" and "window 03" are one seat.
std::optional<Seat> seat_from(std::string_view said);

// Who sits beside each other, or says the same, as two at one table do.
bool are_beside(const Seat& one, const Seat& other);

}  // namespace lessons
