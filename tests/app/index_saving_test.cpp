// What becomes of marks on the disk.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <map>

#include "tests/app/marking.h"

using catalogue::Chord;
using made_up::Marking;

namespace {

// A file stands where the folder would be.
void leave_no_room_for_an_index(const made_up::ModuleFolder& module) {
    std::ofstream{module.path() / "index"} << "taken";
}

}  // namespace

TEST_CASE("marks that cannot be saved in the module come with what to do") {
    Marking program;
    program.start();
    leave_no_room_for_an_index(program.module);
    program.mark_ten_seconds();
    REQUIRE(program.wait([&] { return program.app->index()->safety_alerts; }));
    const std::string& safety = program.app->index()->safety;
    CAPTURE(safety);
    CHECK(safety.starts_with("Not saved: "));
    CHECK(safety.find("Copy the module to a folder that can be written") != std::string::npos);
}

TEST_CASE("what was undone is gone from the disk, and comes back when it is done again") {
    Marking program;
    program.start();
    program.mark_ten_seconds();
    REQUIRE(program.saved());
    CHECK(program.marked() == "q0 0-10");
    program.key(Chord{true, false, false, "Z"});
    REQUIRE(program.saved());
    CHECK(program.marked().empty());
    program.key(Chord{true, false, false, "Y"});
    REQUIRE(program.saved());
    CHECK(program.marked() == "q0 0-10");
    program.key("Delete");
    REQUIRE(program.saved());
    CHECK(program.marked().empty());
}

TEST_CASE("only the index is written, and what is written by hand stays the author's") {
    Marking program("answers:\n  q0: {in: \"00:05.000\", out: \"00:09.000\"}\n  q1: withheld\n");
    const auto listing = [&] {
        std::map<std::string, std::filesystem::file_time_type> files;
        for (const auto& entry :
             std::filesystem::recursive_directory_iterator(program.module.path())) {
            if (entry.is_regular_file()) files[entry.path().string()] = entry.last_write_time();
        }
        return files;
    };
    const auto before = listing();
    program.start();
    program.forward(2);
    program.mark_ten_seconds();
    for (const int refused : {1, 2}) {
        program.number(refused);
        REQUIRE(program.app->index()->toast);
    }
    REQUIRE(program.saved());
    CHECK(program.marked() == "q0 5-9, q2 20-30");
    auto after = listing();
    CHECK(after.erase((program.module.path() / "index/ann.yaml").string()) == 1);
    CHECK(after == before);
}

TEST_CASE("an index that somebody changes meanwhile is theirs until the author says otherwise") {
    Marking program;
    program.start();
    program.mark_ten_seconds();
    REQUIRE(program.saved());
    const std::string theirs = program.index_yaml() + "# mine\n";
    program.module.write("index/ann.yaml", theirs);
    program.number(5);
    REQUIRE(program.wait([&] { return program.app->index()->others_changed; }));
    CHECK(program.index_yaml() == theirs);
    program.run("keep_marks");
    REQUIRE(program.saved());
    CHECK(program.marked() == "q4 0-10");
    CHECK(std::filesystem::exists(program.module.path() / "index/ann.yaml.before"));
    CHECK_FALSE(std::filesystem::exists(program.module.path() / "index/ann.yaml.mine"));
}

TEST_CASE("marks that lie beside the index are not forgotten the next time") {
    Marking program;
    program.module.write("index/ann.yaml.mine", "format: 1\nperson: ann\n");
    program.start();
    REQUIRE(program.wait([&] { return program.app->index()->toast.has_value(); }));
    CHECK(program.app->index()->toast->find("index/ann.yaml.mine") != std::string::npos);
}

TEST_CASE("marks that wait are saved when the program ends") {
    Marking program;
    program.start();
    program.mark_ten_seconds();
    program.app.reset();
    CHECK(program.marked() == "q0 0-10");
}
