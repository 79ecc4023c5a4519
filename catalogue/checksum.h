// Sums that tell whether a text is still what was written. Pure.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace catalogue {

// SHA-256 (FIPS 180-4).
std::array<std::uint8_t, 32> sha256(std::string_view bytes);

// The same as 64 digits, with small letters.
std::string sha256_hex(std::string_view bytes);

// CRC-32C (Castagnoli), as iSCSI and ext4 have it.
std::uint32_t crc32c(std::string_view bytes);

}  // namespace catalogue
