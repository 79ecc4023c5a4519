#include "catalogue/preferences.h"

namespace catalogue {
namespace {

constexpr double same_size = 0.001;  // a size that was written to two places

}  // namespace

CaptionInk ink_of(CaptionColours colours) {
    constexpr std::uint32_t white = 0xFFFFFF;
    constexpr std::uint32_t yellow = 0xFFE94A;
    constexpr std::uint32_t cream = 0xFFF3D6;
    constexpr std::uint32_t black = 0x000000;
    switch (colours) {
        case CaptionColours::WhiteOnBlack:
            return {white, black};
        case CaptionColours::YellowOnBlack:
            return {yellow, black};
        case CaptionColours::BlackOnWhite:
            return {black, white};
        case CaptionColours::BlackOnCream:
            return {black, cream};
    }
    return {white, black};
}

std::optional<double> smaller_size(std::span<const double> sizes, double from) {
    std::optional<double> found;
    for (const double size : sizes) {
        if (size < from - same_size) found = size;
    }
    return found;
}

std::optional<double> larger_size(std::span<const double> sizes, double from) {
    for (const double size : sizes) {
        if (size > from + same_size) return size;
    }
    return std::nullopt;
}

}  // namespace catalogue
