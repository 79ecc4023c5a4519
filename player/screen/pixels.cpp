#include "player/screen/pixels.h"

namespace screen {

void fill_row(std::uint32_t* row, int count, std::uint32_t source) {
    const std::uint32_t alpha = alpha_of(source);
    if (alpha == 255) {
        std::fill_n(row, count, source);
    } else if (source != 0) {
        for (int i = 0; i < count; ++i)
            row[i] = over(source, row[i]);
    }
}

// Without branches, so that the compiler makes vectors of it.
void blend_row(std::uint32_t* row, const std::uint32_t* source, int count) {
    for (int i = 0; i < count; ++i)
        row[i] = over(source[i], row[i]);
}

}  // namespace screen
