#include "tests/support/numbered_picture.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace support {

namespace {

constexpr int quiet = 2;
constexpr int data_bits = 32;
constexpr std::array<int, 5> left_finder{1, 1, 3, 1, 1};   // black, white, black, white, black
constexpr std::array<int, 5> right_finder{3, 1, 1, 1, 1};  // the same colours
constexpr int finder_modules = 7;
constexpr int rows_that_agree = 3;

std::uint8_t checksum(std::uint32_t value) {  // CRC-8, polynomial 0x07
    std::uint8_t crc = 0x5A;                  // so that all-black bars are wrong
    for (int shift = 16; shift >= 0; shift -= 8) {
        crc = static_cast<std::uint8_t>(crc ^ (value >> shift));
        for (int bit = 0; bit < 8; ++bit) {
            crc = static_cast<std::uint8_t>((crc & 0x80) != 0 ? (crc << 1) ^ 0x07 : crc << 1);
        }
    }
    return crc;
}

struct Bar {
    double start = 0;  // edges, to a part of a pixel
    double end = 0;
    bool white = false;
    double width() const { return end - start; }
};

std::vector<Bar> bars_in(std::span<const std::uint8_t> row) {
    constexpr int threshold = 128;
    std::vector<Bar> bars;
    Bar bar{0, 0, row[0] >= threshold};
    for (std::size_t x = 1; x < row.size(); ++x) {
        const bool white = row[x] >= threshold;
        if (white == bar.white) continue;
        const double before = row[x - 1];
        const double here = row[x];
        const double edge = static_cast<double>(x) - 0.5 + (threshold - before) / (here - before);
        bar.end = edge;
        bars.push_back(bar);
        bar = {edge, edge, white};
    }
    bar.end = static_cast<double>(row.size());
    bars.push_back(bar);
    return bars;
}

// Width of a module when the five bars from `first` on are the finder.
std::optional<double> finder_module(std::span<const Bar> five, const std::array<int, 5>& widths) {
    if (five[0].white) return std::nullopt;
    const double module = (five[4].end - five[0].start) / finder_modules;
    if (module < 1.5) return std::nullopt;
    for (std::size_t i = 0; i < five.size(); ++i) {
        if (std::abs(five[i].width() - widths[i] * module) > 0.45 * module) return std::nullopt;
    }
    return module;
}

struct RowFound {
    NumberedPicture picture;
    double left_px;
    double width_px;
};

std::optional<RowFound> decode_row(std::span<const std::uint8_t> row) {
    const std::vector<Bar> bars = bars_in(row);
    for (std::size_t l = 0; l + 5 <= bars.size(); ++l) {
        const auto left = finder_module({&bars[l], 5}, left_finder);
        if (!left) continue;
        for (std::size_t r = l + 5; r + 5 <= bars.size(); ++r) {
            const auto right = finder_module({&bars[r], 5}, right_finder);
            if (!right) continue;
            const double from = bars[l].start;
            const double to = bars[r + 4].end;
            const double module = (to - from) / (bar_modules - 2 * quiet);
            if (std::abs(module - *left) > 0.2 * module) continue;
            if (std::abs(module - *right) > 0.2 * module) continue;
            std::uint32_t bits = 0;
            for (int i = 0; i < data_bits; ++i) {
                const double x = from + (finder_modules + 1 + i + 0.5) * module;
                const auto at = std::min(row.size() - 1, static_cast<std::size_t>(x));
                bits = (bits << 1) | (row[at] >= 128 ? 1u : 0u);
            }
            if (checksum(bits >> 8) != (bits & 0xFF)) continue;
            return RowFound{{static_cast<int>(bits >> 24), static_cast<int>((bits >> 8) & 0xFFFF)},
                            from - quiet * module,
                            bar_modules * module};
        }
    }
    return std::nullopt;
}

}  // namespace

std::vector<bool> bars_of(const NumberedPicture& picture) {
    std::vector<bool> modules(quiet, true);
    const auto add_finder = [&](const std::array<int, 5>& widths) {
        bool white = false;
        for (int width : widths) {
            modules.insert(modules.end(), static_cast<std::size_t>(width), white);
            white = !white;
        }
    };
    const std::uint32_t value = (static_cast<std::uint32_t>(picture.film & 0xFF) << 16) |
                                static_cast<std::uint32_t>(picture.number & 0xFFFF);
    const std::uint32_t bits = (value << 8) | checksum(value);
    add_finder(left_finder);
    modules.push_back(true);
    for (int i = data_bits - 1; i >= 0; --i)
        modules.push_back(((bits >> i) & 1u) != 0);
    modules.push_back(true);
    add_finder(right_finder);
    modules.insert(modules.end(), quiet, true);
    return modules;
}

std::optional<FoundPicture> find_in_grey(const std::uint8_t* grey, int width_px, int height_px,
                                         int stride_bytes) {
    if (width_px < bar_modules || height_px < 1) return std::nullopt;
    struct Votes {
        int rows = 0;
        FoundPicture found;
    };
    std::map<std::pair<int, int>, Votes> votes;
    const int step = std::max(1, height_px / 120);
    for (int y = 0; y < height_px; y += step) {
        const std::uint8_t* row = grey + static_cast<std::ptrdiff_t>(y) * stride_bytes;
        const auto found = decode_row({row, static_cast<std::size_t>(width_px)});
        if (!found) continue;
        Votes& vote = votes[{found->picture.film, found->picture.number}];
        if (vote.rows++ == 0) {
            vote.found = {found->picture, found->left_px, found->width_px, y, y};
        }
        vote.found.last_row = y;
    }
    const auto most = std::max_element(
        votes.begin(), votes.end(),
        [](const auto& a, const auto& b) { return a.second.rows < b.second.rows; });
    if (most == votes.end() || most->second.rows < rows_that_agree) return std::nullopt;
    return most->second.found;
}

std::optional<FoundPicture> find_numbered_picture(std::span<const std::uint8_t> bgrx, int width_px,
                                                  int height_px, int stride_bytes) {
    std::vector<std::uint8_t> grey(static_cast<std::size_t>(width_px) *
                                   static_cast<std::size_t>(height_px));
    for (int y = 0; y < height_px; ++y) {
        const std::uint8_t* from =
            bgrx.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(stride_bytes);
        std::uint8_t* to =
            grey.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width_px);
        for (int x = 0; x < width_px; ++x, from += 4) {
            to[x] = static_cast<std::uint8_t>((29 * from[0] + 150 * from[1] + 77 * from[2]) >> 8);
        }
    }
    return find_in_grey(grey.data(), width_px, height_px, width_px);
}

}  // namespace support
