// Numbers and marks of a zip. Private to the folder.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace catalogue::pack {

inline constexpr std::uint32_t local_mark = 0x04034b50;
inline constexpr std::uint32_t entry_mark = 0x02014b50;
inline constexpr std::uint32_t end_mark = 0x06054b50;
inline constexpr std::uint32_t large_end_mark = 0x06064b50;
inline constexpr std::uint32_t large_locator_mark = 0x07064b50;

inline constexpr std::size_t local_bytes = 30;
inline constexpr std::size_t entry_bytes = 46;
inline constexpr std::size_t end_bytes = 22;
inline constexpr std::size_t large_end_bytes = 56;
inline constexpr std::size_t large_locator_bytes = 20;

// A number that stands elsewhere because it is too large for its field.
inline constexpr std::uint64_t elsewhere32 = 0xFFFFFFFF;
inline constexpr std::uint64_t elsewhere16 = 0xFFFF;
inline constexpr std::uint16_t large_field = 0x0001;

inline constexpr std::uint16_t encrypted_flags = 1U << 0 | 1U << 6 | 1U << 13;
inline constexpr std::uint16_t utf8_flag = 1U << 11;
inline constexpr std::uint16_t stored_method = 0;
inline constexpr std::uint16_t deflated_method = 8;

// The number of `bytes` bytes at `at`, the lowest byte first. All of them are inside.
inline std::uint64_t number_at(std::string_view text, std::size_t at, std::size_t bytes) {
    std::uint64_t number = 0;
    for (std::size_t i = bytes; i-- > 0;) {
        number = number << 8 | static_cast<unsigned char>(text[at + i]);
    }
    return number;
}

inline void append_number(std::string& text, std::uint64_t number, std::size_t bytes) {
    for (std::size_t i = 0; i < bytes; ++i) {
        text += static_cast<char>(number >> (8 * i) & 0xFF);
    }
}

}  // namespace catalogue::pack
