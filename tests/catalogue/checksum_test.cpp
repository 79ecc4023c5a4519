#include "catalogue/checksum.h"

#include <doctest/doctest.h>

#include <string>

using namespace catalogue;

// The examples of FIPS 180-4 and RFC 3720, and lengths about the end of a block.
TEST_CASE("SHA-256 is what the standard says") {
    const struct {
        std::string text;
        std::string_view sum;
    } rows[] = {
        {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
        {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
        {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
         "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
        {std::string(1'000'000, 'a'),
         "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.text.size());
        CHECK(sha256_hex(row.text) == row.sum);
    }
}

TEST_CASE("CRC-32C is what the standard says") {
    CHECK(crc32c("") == 0);
    CHECK(crc32c("123456789") == 0xe3069283);
    CHECK(crc32c(std::string(32, '\0')) == 0x8a9136aa);
    CHECK(crc32c(std::string(32, '\xff')) == 0x62a8ab43);
}
