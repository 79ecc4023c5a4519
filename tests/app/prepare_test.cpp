#include "player/app/preparing/prepare.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <optional>
#include <string>

#include "player/app/preparing/loudness_shelf.h"
#include "player/app/preparing/prelude_shelf.h"
#include "player/app/preparing/still_shelf.h"
#include "player/app/storage/storage.h"
#include "tests/app/command_runner.h"
#include "tests/app/module_folder.h"
#include "tests/support/numbered_film.h"

namespace fs = std::filesystem;

namespace {

// Keeps the cache of a test apart from everybody's.
class OwnCache {
public:
    OwnCache() {
        if (const char* was = std::getenv("XDG_CACHE_HOME")) {
            was_ = was;
        }
        ::setenv("XDG_CACHE_HOME", folder_.c_str(), 1);
    }
    ~OwnCache() {
        if (was_) {
            ::setenv("XDG_CACHE_HOME", was_->c_str(), 1);
        } else {
            ::unsetenv("XDG_CACHE_HOME");
        }
        fs::remove_all(folder_);
    }
    OwnCache(const OwnCache&) = delete;
    OwnCache& operator=(const OwnCache&) = delete;

private:
    const fs::path folder_ =
        fs::temp_directory_path() / fmt::format("crosscut-cache-{}", ::getpid());
    std::optional<std::string> was_;
};

void make_film(const fs::path& file, const std::string& pixel_format = "yuv420p") {
    support::FilmRecipe recipe;
    recipe.pixel_format = pixel_format;
    recipe.pictures = 200;
    recipe.width_px = 160;
    recipe.height_px = 90;
    recipe.sound = support::FilmSound::Talk;
    fs::create_directories(file.parent_path());
    REQUIRE(support::make_numbered_film(file, recipe));
}

// Ada with what she answers to "q0" and "q1".
void write_person(const made_up::ModuleFolder& folder, const std::string& id, const std::string& q0,
                  const std::string& q1) {
    folder.write("people/" + id + ".yaml",
                 fmt::format("format: 1\nname: Ada\njob: {{title: baker, article: a}}\n"
                             "film: films/ada.mp4\nconsent: given\nanswers:\n"
                             "  q0: {{{}}}\n  q1: {{{}}}\n",
                             q0, q1));
}

// The stills and preludes of the cache, and the notes of how loud answers are.
std::map<std::string, std::string> in_cache(const fs::path& module) {
    std::map<std::string, std::string> files;
    for (const fs::path& folder : {app::still_folder(), app::prelude_folder()}) {
        for (const fs::path& file : fs::directory_iterator(folder)) {
            files[file.filename().string()] = app::load_document(file).value().value();
        }
    }
    files["notes"] = app::load_document(app::loudness_file(module)).value().value();
    return files;
}

}  // namespace

TEST_CASE("several workers make of a module what one makes, and no more") {
    const made_up::ModuleFolder folder;
    make_film(folder.path() / "films/ada.mp4");
    for (int person = 0; person < 5; ++person) {
        // Everybody's first is the same.
        write_person(folder, fmt::format("ada-{}", person), "in: \"00:06.000\", out: \"00:07.500\"",
                     fmt::format("in: \"00:0{0}.500\", out: \"00:0{0}.900\"", person));
    }
    const auto made_by = [&](int workers) {
        const OwnCache cache;
        std::string said;
        REQUIRE(app::prepare_module(
            folder.path(),
            [&](std::size_t done, std::size_t of) { said = app::progress_line(done, of); },
            workers));
        CHECK(said == "[####################] 100 %  30 of 30");
        return in_cache(folder.path());
    };
    const auto by_one = made_by(1);
    CHECK(by_one.size() > 1 + 6);  // six stills, the notes, and preludes
    CHECK(made_by(4) == by_one);
}

TEST_CASE("a prepared module needs nothing more, and preparing it again makes nothing again") {
    const made_up::ModuleFolder folder;
    const OwnCache cache;
    make_film(folder.path() / "films/ada.mp4");
    write_person(folder, "ada", "in: \"00:00.000\", out: \"00:02.000\"",
                 "in: \"00:06.000\", out: \"00:07.500\"");
    std::string said;
    const app::Progress note = [&](std::size_t done, std::size_t of) {
        said = app::progress_line(done, of);
    };
    REQUIRE(app::prepare_module(folder.path(), note));
    CHECK(said == "[####################] 100 %  6 of 6");
    CHECK(fs::exists(app::loudness_file(folder.path())));
    // The other answer begins with a key picture.
    const std::vector<fs::path> made{fs::directory_iterator(app::prelude_folder()), {}};
    REQUIRE(made.size() == 1);

    std::ofstream(made.front(), std::ios::app) << "as it was";
    const auto bytes = fs::file_size(made.front());
    REQUIRE(app::prepare_module(folder.path(), note));
    CHECK(fs::file_size(made.front()) == bytes);
}

TEST_CASE("films that are heavy for old computers get proxies beside them, once, when asked for") {
    const made_up::ModuleFolder folder;
    const OwnCache cache;
    const fs::path film = folder.path() / "films/ada.mp4";
    write_person(folder, "ada", "in: \"00:00.000\", out: \"00:02.000\"",
                 "in: \"00:06.000\", out: \"00:07.500\"");
    std::string said;
    const app::Progress note = [&](std::size_t done, std::size_t of) {
        said = app::progress_line(done, of);
    };
    make_film(film);
    auto made = app::prepare_proxies(folder.path(), note);
    REQUIRE(made.has_value());
    CHECK(made->films == 0);
    CHECK(made->problems.empty());
    CHECK_FALSE(fs::exists(app::proxy_folder()));

    make_film(film, "yuv420p10le");
    made = app::prepare_proxies(folder.path(), note);
    REQUIRE(made.has_value());
    CHECK(made->films == 1);
    CHECK(said == "[####################] 100 %  8 of 8");
    const std::vector<fs::path> files{fs::directory_iterator(app::proxy_folder()), {}};
    REQUIRE(files.size() == 1);

    std::ofstream(files.front(), std::ios::app) << "as it was";
    const auto bytes = fs::file_size(files.front());
    made = app::prepare_proxies(folder.path(), note);
    REQUIRE(made.has_value());
    CHECK(made->films == 1);
    CHECK(fs::file_size(files.front()) == bytes);

    const Said asked = run({"prepare", folder.path().string(), "--proxies"});
    CHECK(asked.code == app::exit_ok);
    CHECK(holds(asked.out, "Easier copies for this computer: 1 film, in " +
                               app::proxy_folder().string() + ".\n"));

    std::ofstream(film) << "not a film";
    made = app::prepare_proxies(folder.path(), note);
    REQUIRE(made.has_value());
    CHECK(made->films == 0);
    CHECK(made->problems.size() == 1);
}

TEST_CASE("a folder that holds no module cannot be prepared, and that is said") {
    const made_up::ModuleFolder folder;
    fs::remove(folder.path() / "module.yaml");
    bool said = false;
    const catalogue::Outcome outcome =
        app::prepare_module(folder.path(), [&](std::size_t, std::size_t) { said = true; });
    REQUIRE_FALSE(outcome);
    CHECK(catalogue::to_text(outcome.error()).find("module.yaml") != std::string::npos);
    CHECK_FALSE(said);
}
