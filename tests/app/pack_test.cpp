#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "catalogue/inside_file.h"
#include "catalogue/module_reader.h"
#include "player/app/modules/library.h"
#include "player/media/analysis/clip_still.h"
#include "tests/app/command_runner.h"
#include "tests/app/module_folder.h"
#include "tests/support/numbered_film.h"
#include "tests/support/scratch_folder.h"

using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

std::string bytes_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// Eight seconds.
void make_talk(const fs::path& film) {
    support::FilmRecipe recipe;
    recipe.pictures = 200;
    recipe.sound = support::FilmSound::Talk;
    REQUIRE(support::make_numbered_film(film, recipe));
}

// Ada answers both questions, Bea the second not any more; Eve took back everything.
struct Packing {
    made_up::ModuleFolder module;
    support::ScratchFolder place;
    std::string out = (place.path() / "made.crosscut").string();

    Packing() {
        module.write("LICENSE", "as you like");
        module.write("films/unused.mp4", "nobody's");
        module.write("plans/.hidden.yaml", "an editor's");
        for (const char* id : {"ada", "bea", "eve"})
            module.write(std::string("films/") + id + ".mp4", "not a film");
        module.write("people/ada.yaml",
                     person("Ada", "given", "{in: \"00:03.000\", out: \"00:04.000\"}"));
        module.write("people/bea.yaml", person("Bea", "given", "withheld"));
        module.write("people/eve.yaml",
                     person("Eve", "withdrawn", "{in: \"00:03.000\", out: \"00:04.000\"}"));
    }

    static std::string person(std::string name, const std::string& consent,
                              const std::string& second) {
        std::string id = name;
        id[0] = static_cast<char>(id[0] - 'A' + 'a');
        return "format: 1\nname: " + name +
               "\njob: {title: baker, article: a}\nconsent: " + consent + "\nfilm: films/" + id +
               ".mp4\nanswers:\n  q0: {in: \"00:01.000\", out: \"00:02.500\"}\n  q1: " + second +
               "\n";
    }

    Said pack() const { return run({"pack", module.path().string(), out}); }
    bool has(const char* name) const { return catalogue::open_inside(out, name).has_value(); }
};

}  // namespace

TEST_CASE("a pack holds what the module names and may show") {
    const Packing packing;
    const Said said = packing.pack();
    REQUIRE_MESSAGE(said.code == 0, said.err);
    CHECK(holds(said.out, "7 files"));
    CHECK(holds(said.out, "one person who took back"));
    CHECK(holds(said.out, "one film holds also answers that are withheld"));
    for (const char* name : {"module.yaml", "people/ada.yaml", "people/eve.yaml", "films/ada.mp4",
                             "films/bea.mp4", "LICENSE"}) {
        CAPTURE(name);
        CHECK(packing.has(name));
    }
    for (const char* name : {"films/eve.mp4", "films/unused.mp4", "plans/.hidden.yaml"}) {
        CAPTURE(name);
        CHECK_FALSE(packing.has(name));
    }
    CHECK_FALSE(holds(bytes_of(packing.out), "Eve"));
    CHECK_FALSE(holds(bytes_of(packing.out), "eve.mp4"));
    // Nothing else is left beside it.
    CHECK(std::distance(fs::directory_iterator(packing.place.path()), {}) == 1);
}

TEST_CASE("a pack is checked and told of as the folder is") {
    const Packing packing;
    REQUIRE(packing.pack().code == 0);
    for (const char* command : {"check", "info"}) {
        CAPTURE(command);
        const Said folder = run({command, packing.module.path().string(), "--json"});
        const Said packed = run({command, packing.out, "--json"});
        CHECK(packed.code == folder.code);
        CHECK(packed.out == folder.out);
    }
}

TEST_CASE("who took back their consent keeps a place in a pack, and nothing else") {
    const Packing packing;
    packing.module.write("index/eve.yaml", "format: 1\nperson: eve\nanswers: {}\n");
    REQUIRE(packing.pack().code == 0);
    CHECK_FALSE(packing.has("index/eve.yaml"));
    const auto read = catalogue::read_module(catalogue::FolderFiles{packing.out});
    CHECK(read.problems.empty());
    REQUIRE(read.module);
    const auto eve = read.module->find_person({"eve"});
    REQUIRE(eve);
    CHECK(read.module->people[*eve].consent_withdrawn);
    CHECK(read.module->people[*eve].name == "\u2014");
    CHECK(read.module->people.size() == 3);
}

TEST_CASE("a film that was damaged in a pack is found by check and info") {
    const Packing packing;
    std::ofstream(packing.module.path() / "films/ada.mp4") << "seven pictures";
    REQUIRE(packing.pack().code == 0);
    std::string bytes = bytes_of(packing.out);
    bytes[bytes.find("seven pictures")] = 'S';
    std::ofstream(packing.out, std::ios::binary) << bytes;
    const Said checked = run({"check", packing.out, "--no-advice"});
    CHECK(checked.code == 3);
    CHECK_MESSAGE(holds(checked.out, "films/ada.mp4: 'films/ada.mp4' is damaged in the pack"),
                  checked.out);
    CHECK_FALSE(holds(checked.out, "films/bea.mp4"));
    const Said info = run({"info", packing.out});
    CHECK(info.code == 0);
    CHECK_MESSAGE(holds(info.out, "problems   1"), info.out);
}

TEST_CASE("a module with problems is packed when told so") {
    const Packing packing;
    packing.module.write("people/bea.yaml", "format: 1\nnome: Bea\n");
    const Said said = packing.pack();
    CHECK(said.code == 3);
    CHECK(holds(said.err, "problems, so it was not packed"));
    CHECK_FALSE(fs::exists(packing.out));
    CHECK(run({"pack", packing.module.path().string(), packing.out, "--with-problems"}).code == 0);
    CHECK(packing.has("films/ada.mp4"));
}

TEST_CASE("a pack is written over nothing, and not into the module") {
    const Packing packing;
    std::ofstream(packing.out) << "mine";
    CHECK(holds(packing.pack().err, "there is something already"));
    CHECK(fs::file_size(packing.out) == 4);
    const std::string module = packing.module.path().string();
    CHECK(holds(run({"pack", module, module + "/a.crosscut"}).err, "inside the module"));
    CHECK(holds(run({"pack", module, packing.out + ".zip"}).err, "ends in '.crosscut'"));
}

TEST_CASE("a film in a pack is played in place, from anywhere in it") {
    const Packing packing;
    make_talk(packing.module.path() / "films/ada.mp4");
    REQUIRE(packing.pack().code == 0);
    const media::FilmFile in_folder{packing.module.path(), "films/ada.mp4"};
    const media::FilmFile in_pack{packing.out, "films/ada.mp4"};
    CHECK(media::claimed_length(in_pack) == media::claimed_length(in_folder));
    for (const auto in : {0ms, 1000ms, 5500ms}) {
        const auto still_of = [&](const media::FilmFile& film) {
            const catalogue::TimeRange trim{media::SourceTime{in}, media::SourceTime{in + 2s}};
            const fs::path stills = packing.place.path() / "stills";
            REQUIRE(media::make_still({film, trim}, stills, {}));
            return bytes_of(stills / media::still_name({film, trim}).value());
        };
        CHECK(still_of(in_pack) == still_of(in_folder));
    }
}

TEST_CASE("the HTML edition of a pack is that of the folder") {
    const Packing packing;
    for (const char* id : {"ada", "bea"}) {
        const fs::path film = packing.module.path() / "films" / (std::string(id) + ".mp4");
        fs::remove(film);
        make_talk(film);
    }
    REQUIRE(packing.pack().code == 0);
    const auto edition = [&](const std::string& module, const char* name) {
        const fs::path out = packing.place.path() / name;
        const Said said = run({"export", "html", module, out.string()});
        CHECK_MESSAGE(said.code == 0, said.err);
        std::map<std::string, std::uintmax_t> files;
        for (const auto& file : fs::recursive_directory_iterator(out)) {
            if (!file.is_regular_file() || file.path().parent_path().filename() == "stills")
                continue;
            files[file.path().lexically_relative(out).string()] = file.file_size();
        }
        return files;
    };
    const auto of_folder = edition(packing.module.path().string(), "of-folder");
    CHECK(of_folder.contains("module/films/ada.mp4"));
    CHECK(edition(packing.out, "of-pack") == of_folder);
}

TEST_CASE("nothing is written into a pack") {
    const Packing packing;
    REQUIRE(packing.pack().code == 0);
    const auto before = fs::last_write_time(packing.out);
    const Said said = run({"add-person", packing.out, "films/ada.mp4", "--id", "zoe"});
    CHECK(said.code == 1);
    CHECK_MESSAGE(holds(said.err, "nothing is written into it"), said.err);
    CHECK(fs::last_write_time(packing.out) == before);
}

TEST_CASE("a pack is in the list of modules") {
    const Packing packing;
    REQUIRE(packing.pack().code == 0);
    const auto entry = app::read_entry(packing.out);
    REQUIRE(entry);
    const ui::ModuleTile tile = app::start_view_of({*entry}, {}).modules.at(0);
    CHECK(tile.title == "Made up");
    CHECK(tile.can_open);
    CHECK(tile.problems == 0);
    // By its ending; what somebody else keeps there is none of ours.
    fs::copy_file(packing.out, packing.out + ".zip");
    CHECK_FALSE(app::read_entry(packing.out + ".zip"));
}
