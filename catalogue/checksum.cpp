#include "catalogue/checksum.h"

#include <fmt/format.h>

#include <bit>
#include <cstddef>

namespace catalogue {
namespace {

// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
constexpr std::array<std::uint32_t, 64> round_words = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

using State = std::array<std::uint32_t, 8>;

void take_block(State& state, std::string_view block) {
    std::array<std::uint32_t, 64> word{};
    for (std::size_t i = 0; i < 16; ++i) {
        for (std::size_t byte = 0; byte < 4; ++byte) {
            word[i] = word[i] << 8U | static_cast<unsigned char>(block[i * 4 + byte]);
        }
    }
    for (std::size_t i = 16; i < 64; ++i) {
        const std::uint32_t near = word[i - 2];
        const std::uint32_t far = word[i - 15];
        word[i] = word[i - 16] + word[i - 7] +
                  (std::rotr(far, 7) ^ std::rotr(far, 18) ^ far >> 3U) +
                  (std::rotr(near, 17) ^ std::rotr(near, 19) ^ near >> 10U);
    }
    auto [a, b, c, d, e, f, g, h] = state;
    for (std::size_t i = 0; i < 64; ++i) {
        const std::uint32_t one = h + (std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25)) +
                                  ((e & f) ^ (~e & g)) + round_words[i] + word[i];
        const std::uint32_t two =
            (std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
        h = g;
        g = f;
        f = e;
        e = d + one;
        d = c;
        c = b;
        b = a;
        a = one + two;
    }
    const State mixed = {a, b, c, d, e, f, g, h};
    for (std::size_t i = 0; i < state.size(); ++i) {
        state[i] += mixed[i];
    }
}

constexpr std::array<std::uint32_t, 256> crc_table = [] {
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t byte = 0; byte < 256; ++byte) {
        std::uint32_t sum = byte;
        for (int bit = 0; bit < 8; ++bit) {
            sum = sum >> 1U ^ ((sum & 1U) != 0 ? 0x82f63b78U : 0U);
        }
        table[byte] = sum;
    }
    return table;
}();

}  // namespace

std::array<std::uint8_t, 32> sha256(std::string_view bytes) {
    constexpr std::size_t block = 64;
    State state = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                   0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    const std::size_t whole = bytes.size() / block * block;
    for (std::size_t at = 0; at < whole; at += block) {
        take_block(state, bytes.substr(at, block));
    }
    // What is left, a one, zeros, and the number of bits in the last eight bytes of a block.
    std::string last{bytes.substr(whole)};
    last += '\x80';
    last.resize((last.size() + 8 + block - 1) / block * block);
    const std::uint64_t bits = std::uint64_t{bytes.size()} * 8;
    for (std::size_t i = 0; i < 8; ++i) {
        last[last.size() - 1 - i] = static_cast<char>(bits >> 8 * i);
    }
    for (std::size_t at = 0; at < last.size(); at += block) {
        take_block(state, std::string_view{last}.substr(at, block));
    }
    std::array<std::uint8_t, 32> sum{};
    for (std::size_t i = 0; i < sum.size(); ++i) {
        sum[i] = static_cast<std::uint8_t>(state[i / 4] >> 8 * (3 - i % 4));
    }
    return sum;
}

std::string sha256_hex(std::string_view bytes) {
    std::string text;
    for (const std::uint8_t byte : sha256(bytes)) {
        text += fmt::format("{:02x}", byte);
    }
    return text;
}

std::uint32_t crc32c(std::string_view bytes) {
    std::uint32_t sum = ~0U;
    for (const char c : bytes) {
        sum = sum >> 8U ^ crc_table[(sum ^ static_cast<unsigned char>(c)) & 0xFFU];
    }
    return ~sum;
}

}  // namespace catalogue
