#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "tests/app/command_runner.h"
#include "tests/app/module_folder.h"

namespace fs = std::filesystem;

namespace {

std::string text_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// Ada answers both questions, Bea the first, and takes the second back; Eve took back everything.
void write_three(const made_up::ModuleFolder& module) {
    module.write("films/a, film %1.mp4", "not a film");
    module.write("people/ada.yaml",
                 "format: 1\nname: 'Ada \"L\"'\njob: {title: baker, article: a}\nconsent: given\n"
                 "film: 'films/a, film %1.mp4'\nanswers:\n"
                 "  q0: {in: \"00:01.000\", out: \"00:02.500\"}\n"
                 "  q1: {in: \"00:02.500\", out: \"00:04.000\"}\n");
    module.write("people/bea.yaml",
                 "format: 1\nname: Bea\njob: {title: diver, article: a}\nconsent: given\n"
                 "film: 'films/a, film %1.mp4'\nanswers:\n"
                 "  q0: {in: \"01:00.000\", out: \"01:01.000\"}\n  q1: withheld\n");
    module.write("people/eve.yaml",
                 "format: 1\nname: Eve\njob: {title: spy, article: a}\nconsent: withdrawn\n"
                 "film: 'films/a, film %1.mp4'\nanswers:\n"
                 "  q0: {in: \"02:00.000\", out: \"02:01.000\"}\n");
}

}  // namespace

TEST_CASE("everybody's answers to a question become a timeline") {
    const made_up::ModuleFolder module;
    write_three(module);
    const std::string file = (module.path() / "out/q0.otio").string();
    const Said said = run({"export", "reel", module.path().string(), "q0", file});
    CHECK_MESSAGE(said.code == 0, said.err);
    CHECK(said.out == "2 clips\n");
    const auto timeline = nlohmann::json::parse(text_of(file));
    CHECK(timeline.at("OTIO_SCHEMA") == "Timeline.1");
    CHECK(timeline.at("name") == "First?");
    const auto& track = timeline.at("tracks").at("children").at(0);
    REQUIRE(track.at("children").size() == 2);
    const auto& clip = track["children"][0];
    CHECK(clip.at("name") == "Ada \"L\": First");
    CHECK(clip.at("source_range").at("start_time").at("value") == 1000);
    CHECK(clip.at("source_range").at("duration").at("value") == 1500);
    const std::string url = clip.at("media_reference").at("target_url");
    CHECK(url.starts_with("file:///"));
    CHECK(url.ends_with("/films/a%2C%20film%20%251.mp4"));
    CHECK_FALSE(holds(text_of(file), "Eve"));
    CHECK_FALSE(holds(text_of(file), "diver"));  // a job may come last
}

TEST_CASE("a person's answers become a list for mpv or VLC") {
    const made_up::ModuleFolder module;
    write_three(module);
    const std::string film = (fs::canonical(module.path()) / "films/a, film %1.mp4").string();
    const std::string edl = (module.path() / "ada.edl").string();
    REQUIRE(run({"export", "reel", module.path().string(), "ada", edl}).code == 0);
    CHECK(text_of(edl) == "# mpv EDL v0\n%" + std::to_string(film.size()) + "%" + film +
                              ",1.000,1.500,title=%14%Ada \"L\": First\n%" +
                              std::to_string(film.size()) + "%" + film +
                              ",2.500,1.500,title=%15%Ada \"L\": Second\n");
    const std::string m3u = (module.path() / "bea.m3u").string();
    REQUIRE(run({"export", "reel", module.path().string(), "bea", m3u}).code == 0);
    const std::string list = text_of(m3u);
    CHECK(
        list.starts_with("#EXTM3U\n#EXTINF:1.000,Bea: First\n#EXTVLCOPT:start-time=60.000\n"
                         "#EXTVLCOPT:stop-time=61.000\nfile:///"));
    CHECK_FALSE(holds(list, "Second"));  // is withheld
}

TEST_CASE("a reel that cannot be made says why, and nothing is written over") {
    const made_up::ModuleFolder module;
    write_three(module);
    module.write("there.edl", "mine");
    module.write("films/whole.mp4", "not a film");
    module.write("people/cy.yaml",
                 "format: 1\nname: Cy\njob: {title: cook, article: a}\nconsent: given\nanswers:\n"
                 "  q0: {film: films/whole.mp4}\n");
    const std::string folder = module.path().string();
    struct Row {
        std::vector<std::string> arguments;
        int code;
        const char* said;
    };
    const Row rows[] = {
        {{"/nowhere", "q0", "a.edl"}, 4, "module.yaml"},
        {{folder, "q7", folder + "/a.edl"}, 1, "no question and no person"},
        {{folder, "q0", folder + "/a.avi"}, 1, "name it .otio, .edl or .m3u"},
        {{folder, "eve", folder + "/a.edl"}, 1, "no answer that can be shown"},
        {{folder, "cy", folder + "/a.edl"}, 1, "no answer that can be shown"},
        {{folder, "q0", folder + "/there.edl"}, 1, "there is such a file already"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.said);
        std::vector<std::string> arguments{"export", "reel"};
        arguments.insert(arguments.end(), row.arguments.begin(), row.arguments.end());
        const Said said = run(arguments);
        CHECK(said.code == row.code);
        CHECK_MESSAGE(holds(said.err, row.said), said.err);
        CHECK_FALSE(fs::exists(module.path() / "a.edl"));
    }
    CHECK(text_of(module.path() / "there.edl") == "mine");
}
