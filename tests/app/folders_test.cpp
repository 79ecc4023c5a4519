#include "player/app/storage/folders.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "tests/support/scratch_folder.h"

namespace fs = std::filesystem;

TEST_CASE("a program finds its files from where it lies, wherever that was moved to") {
    const support::ScratchFolder place;
    struct Row {
        const char* program;
        const char* assets;
    };
    for (const Row& row : {Row{"prefix/bin/crosscut", "prefix/share/crosscut"},
                           Row{"moved/usr/bin/crosscut", "moved/usr/share/crosscut"},
                           Row{"build/dev/player/app/crosscut", "build/dev/assets"},
                           Row{"source/tests/app/app_test", "source/assets"}}) {
        CAPTURE(row.program);
        fs::create_directories(place.path() / row.assets / "fonts");
        CHECK(app::asset_folder_of(place.path() / row.program) == place.path() / row.assets);
    }
}

TEST_CASE("an installed program takes what was installed with it before what lies above it") {
    const support::ScratchFolder place;
    fs::create_directories(place.path() / "assets/fonts");
    fs::create_directories(place.path() / "prefix/share/crosscut/fonts");
    CHECK(app::asset_folder_of(place.path() / "prefix/bin/crosscut") ==
          place.path() / "prefix/share/crosscut");
}

TEST_CASE("a program without its files says where they should be") {
    CHECK(app::asset_folder_of("/nowhere/bin/crosscut") == "/nowhere/share/crosscut");
}
