#include "player/app/storage/settings_file.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "tests/support/scratch_folder.h"

namespace fs = std::filesystem;

namespace {

std::string text_of(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

TEST_CASE("without a file everything is as at first, and nothing is said") {
    const support::ScratchFolder folder;
    const app::OpenedSettings opened = app::open_settings(folder.path() / "settings.yaml");
    CHECK(opened.settings == catalogue::SavedSettings{});
    CHECK_FALSE(opened.sentence);
}

TEST_CASE("settings that were saved are taken up again") {
    const support::ScratchFolder folder;
    catalogue::SavedSettings saved;
    saved.preferences.theme = catalogue::ThemeChoice::Cream;
    saved.preferences.captions.font = catalogue::CaptionFont::Andika;
    std::ofstream(folder.path() / "settings.yaml") << catalogue::to_yaml(saved);
    const app::OpenedSettings opened = app::open_settings(folder.path() / "settings.yaml");
    CHECK(opened.settings == saved);
    CHECK_FALSE(opened.sentence);
}

TEST_CASE("damaged settings are put aside, and a sentence says so") {
    for (const char* damaged : {"", "format: 1\ntheme: [", "volume: 1\n", "\xff\xfe", "[]"}) {
        CAPTURE(damaged);
        const support::ScratchFolder folder;
        const fs::path file = folder.path() / "settings.yaml";
        std::ofstream(file, std::ios::binary) << damaged;
        const app::OpenedSettings opened = app::open_settings(file);
        CHECK(opened.settings == catalogue::SavedSettings{});
        REQUIRE(opened.sentence);
        CHECK(opened.sentence->find("settings.yaml.damaged") != std::string::npos);
        CHECK_FALSE(fs::exists(file));
        CHECK(text_of(file.string() + ".damaged") == damaged);
    }
}

TEST_CASE("a damaged place is put aside with the guesses in it, and a sentence says so") {
    const support::ScratchFolder folder;
    const fs::path file = folder.path() / "place.yaml";
    CHECK_FALSE(app::open_saved_sitting(file).place);
    CHECK_FALSE(app::open_saved_sitting(file).sentence);
    catalogue::SavedSitting saved;
    saved.module = {"m"};
    saved.guesses = {{{"anna"}, {"a vet"}, ""}};
    std::ofstream(file) << catalogue::to_yaml(saved);
    CHECK(app::open_saved_sitting(file).place == saved);
    const std::string damaged = "format: 1\nguesses: [{person: anna, lines: [\"a vet\"";
    std::ofstream(file, std::ios::trunc) << damaged;
    const app::OpenedPlace opened = app::open_saved_sitting(file);
    CHECK_FALSE(opened.place);
    REQUIRE(opened.sentence);
    CHECK(opened.sentence->find("place.yaml.damaged") != std::string::npos);
    CHECK(text_of(file.string() + ".damaged") == damaged);
}
