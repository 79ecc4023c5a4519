#include "player/app/storage/storage.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

namespace fs = std::filesystem;

namespace {

// A folder that is there for one test.
struct Folder {
    fs::path path = fs::temp_directory_path() / fmt::format("crosscut-storage-{}", ::getpid());
    Folder() { fs::create_directories(path); }
    ~Folder() { fs::remove_all(path); }
};

}  // namespace

TEST_CASE("what is saved is what is loaded, and nothing else is left in the folder") {
    const Folder folder;
    const fs::path file = folder.path / "state" / "document.yaml";
    REQUIRE(app::save_document(file, "first\n"));
    REQUIRE(app::save_document(file, std::string(100'000, 'x')));
    const auto text = app::load_document(file);
    REQUIRE(text);
    CHECK(text->value() == std::string(100'000, 'x'));
    int files = 0;
    for ([[maybe_unused]] const auto& entry : fs::directory_iterator(file.parent_path())) {
        ++files;
    }
    CHECK(files == 1);
}

TEST_CASE("a document is for its user only") {
    const Folder folder;
    const fs::path file = folder.path / "document.yaml";
    REQUIRE(app::save_document(file, "mine"));
    CHECK((fs::status(file).permissions() & fs::perms::others_all) == fs::perms::none);
    CHECK((fs::status(file).permissions() & fs::perms::group_all) == fs::perms::none);
}

TEST_CASE("a document that is not there is nothing, not a problem") {
    const auto text = app::load_document("/nonexistent-folder/document.yaml");
    REQUIRE(text);
    CHECK_FALSE(text->has_value());
}

TEST_CASE("a place that cannot be written keeps the old document and says why") {
    const Folder folder;
    const fs::path file = folder.path / "taken";
    std::ofstream(file) << "old";
    const catalogue::Outcome saved = app::save_document(file / "below-a-file.yaml", "new");
    REQUIRE_FALSE(saved);
    CHECK_FALSE(saved.error().hint.empty());
    CHECK(app::load_document(file)->value() == "old");
}

TEST_CASE("many who save the same document at once leave a whole one") {
    const Folder folder;
    const fs::path file = folder.path / "document.yaml";
    constexpr std::size_t length = 300'000;
    std::atomic<int> wrong = 0;
    std::vector<std::jthread> people;
    for (char letter = 'a'; letter < 'e'; ++letter) {
        people.emplace_back([&, letter] {
            for (int i = 0; i < 20; ++i) {
                if (!app::save_document(file, std::string(length, letter))) ++wrong;
                const auto text = app::load_document(file);
                const bool whole =
                    text && *text && (*text)->size() == length &&
                    (*text)->find_first_not_of((*text)->front()) == std::string::npos;
                if (!whole) ++wrong;
            }
        });
    }
    people.clear();
    CHECK(wrong == 0);
    CHECK(std::distance(fs::directory_iterator(folder.path), {}) == 1);
}
