// How things of these tests read in a message.
#pragma once

#include <doctest/doctest.h>

#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "lessons/grid.h"
#include "tests/support/numbered_picture.h"

namespace support {
inline std::ostream& operator<<(std::ostream& out, const NumberedPicture& picture) {
    return out << "picture " << picture.number << " of film " << picture.film;
}
}  // namespace support

namespace lessons {
inline std::ostream& operator<<(std::ostream& out, const Cell& cell) {
    return out << "(person " << cell.person << ", question " << cell.question << ")";
}
}  // namespace lessons

namespace doctest {
template <class T>
struct StringMaker<std::optional<T>> {
    static String convert(const std::optional<T>& value) {
        return value ? toString(*value) : String("nothing");
    }
};
template <class T>
struct StringMaker<std::vector<T>> {
    static String convert(const std::vector<T>& values) {
        String text = "[";
        for (const T& value : values) {
            text += toString(value) + " ";
        }
        return text + "]";
    }
};
}  // namespace doctest
