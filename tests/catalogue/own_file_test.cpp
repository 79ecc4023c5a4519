#include "catalogue/own_file.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/catalogue/temporary_folder.h"

TEST_CASE("a file of the program is read whole, whatever bytes are in it") {
    const TemporaryFolder folder;
    std::string bytes(300000, '\0');
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<char>(i * 7);
    folder.write("letters.otf", bytes);
    const auto read = catalogue::read_own_file(folder.path() / "letters.otf");
    REQUIRE(read);
    CHECK(*read == bytes);
}

TEST_CASE("a file of the program that is not there or empty is named, with the way out") {
    const TemporaryFolder folder;
    folder.write("empty.otf", {});
    for (const char* name : {"empty.otf", "missing.otf", "."}) {
        CAPTURE(name);
        const auto read = catalogue::read_own_file(folder.path() / name);
        REQUIRE(!read);
        CHECK(read.error().place.file == folder.path() / name);
        CHECK(read.error().hint.find("install Crosscut again") != std::string::npos);
    }
}
