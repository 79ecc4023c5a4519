#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "catalogue/inside_file.h"
#include "player/app/library.h"
#include "tests/app/command_runner.h"
#include "tests/app/module_folder.h"
#include "tests/support/scratch_folder.h"

namespace fs = std::filesystem;

namespace {

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
    const auto entries = app::find_modules({packing.out});
    REQUIRE_FALSE(entries.empty());
    const ui::ModuleTile tile = app::start_view_of(entries, {}).modules.at(0);
    CHECK(tile.title == "Made up");
    CHECK(tile.can_open);
    CHECK(tile.problems == 0);
}
