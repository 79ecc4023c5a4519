#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "tests/app/command_runner.h"
#include "tests/app/module_folder.h"
#include "tests/support/numbered_film.h"

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

// The fields without which OpenTimelineIO's own reader (src/opentimelineio, 0.15 to 0.18) refuses a
// file, and the types that it wants: its read_from() functions, and the versions of its schemas.
void check_readable(const nlohmann::json& object, const std::string& schema) {
    CAPTURE(schema);
    CAPTURE(object.dump());
    REQUIRE(object.is_object());
    REQUIRE(object.at("OTIO_SCHEMA") == schema);
    if (object.contains("name")) CHECK(object["name"].is_string());
    if (schema == "Timeline.1") {
        check_readable(object.at("tracks"), "Stack.1");
    } else if (schema == "Stack.1") {
        for (const auto& track : object.at("children"))
            check_readable(track, "Track.1");
    } else if (schema == "Track.1") {
        CHECK((object.at("kind") == "Video" || object.at("kind") == "Audio"));
        for (const auto& clip : object.at("children"))
            check_readable(clip, "Clip.2");
    } else if (schema == "Clip.2") {
        check_readable(object.at("source_range"), "TimeRange.1");
        const std::string key = object.at("active_media_reference_key");
        CHECK(key == "DEFAULT_MEDIA");
        check_readable(object.at("media_references").at(key), "ExternalReference.1");
    } else if (schema == "ExternalReference.1") {
        CHECK(object.at("target_url").is_string());
        const auto& whole = object.at("available_range");
        if (!whole.is_null()) check_readable(whole, "TimeRange.1");
    } else if (schema == "TimeRange.1") {
        check_readable(object.at("start_time"), "RationalTime.1");
        check_readable(object.at("duration"), "RationalTime.1");
    } else if (schema == "RationalTime.1") {
        CHECK(object.at("rate").is_number_float());
        CHECK(object.at("value").is_number_float());
        CHECK(object.at("rate") > 0);
    } else {
        FAIL("no schema of ours");
    }
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
    check_readable(timeline, "Timeline.1");
    CHECK(timeline.at("name") == "First?");
    const auto& tracks = timeline.at("tracks").at("children");
    REQUIRE(tracks.size() == 2);  // programs take no sound from a track of pictures
    CHECK(tracks[0].at("kind") == "Video");
    CHECK(tracks[1].at("kind") == "Audio");
    CHECK(tracks[0].at("children") == tracks[1].at("children"));
    REQUIRE(tracks[0].at("children").size() == 2);
    const auto& clip = tracks[0]["children"][0];
    CHECK(clip.at("name") == "Ada \"L\": First");
    CHECK(clip.at("source_range").at("start_time").at("value") == 25);  // no film: 25 a second
    CHECK(clip.at("source_range").at("duration").at("value") == 38);    // to the nearest picture
    const auto& film_of_clip = clip.at("media_references").at("DEFAULT_MEDIA");
    CHECK(film_of_clip.at("available_range").is_null());
    const std::string url = film_of_clip.at("target_url");
    CHECK(url.starts_with("file:///"));
    CHECK(url.ends_with("/films/a%2C%20film%20%251.mp4"));
    CHECK_FALSE(holds(text_of(file), "Eve"));
    CHECK_FALSE(holds(text_of(file), "diver"));  // a job may come last
}

TEST_CASE("a timeline has the rate of its first film, near enough for editing programs") {
    struct Row {
        int rate_num;
        int rate_den;
        double rate;
        int in;
        int length;
    };
    // Answers from 1 s to 2.5 s of films of three seconds.
    const Row rows[] = {{30000, 1001, 30000.0 / 1001, 30, 45},
                        {25, 1, 25.0, 25, 38},
                        {297, 10, 30000.0 / 1001, 30, 45},  // a phone's
                        {50, 1, 50.0, 50, 75}};
    for (const Row& row : rows) {
        CAPTURE(row.rate);
        const made_up::ModuleFolder module;
        write_three(module);
        support::FilmRecipe recipe;
        recipe.rate_num = row.rate_num;
        recipe.rate_den = row.rate_den;
        recipe.pictures = 3 * row.rate_num / row.rate_den;
        REQUIRE(support::make_numbered_film(module.path() / "films/a, film %1.mp4", recipe));
        const std::string file = (module.path() / "q0.otio").string();
        REQUIRE(run({"export", "reel", module.path().string(), "q0", file}).code == 0);
        const auto timeline = nlohmann::json::parse(text_of(file));
        check_readable(timeline, "Timeline.1");
        const auto& clip = timeline.at("tracks").at("children").at(0).at("children").at(0);
        const auto& range = clip.at("source_range");
        CHECK(range.at("start_time").at("rate") == doctest::Approx(row.rate).epsilon(1e-9));
        CHECK(range.at("start_time").at("value") == row.in);
        CHECK(range.at("duration").at("value") == row.length);
        const auto& whole = clip.at("media_references").at("DEFAULT_MEDIA").at("available_range");
        const double pictures = whole.at("duration").at("value");
        CHECK(pictures == doctest::Approx(3 * row.rate).epsilon(0.03));
    }
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
