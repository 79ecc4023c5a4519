#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/app/command_runner.h"
#include "tests/app/module_folder.h"

namespace fs = std::filesystem;

namespace {

std::string text_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void write_ada(const made_up::ModuleFolder& module, const std::string& answers) {
    module.write("films/ada.mp4", "not a film");
    module.write("people/ada.yaml",
                 "format: 1\nname: Ada\njob: {title: baker, article: a}\nconsent: given\n"
                 "film: films/ada.mp4\nanswers:\n" +
                     answers);
}

}  // namespace

TEST_CASE("answers go out as chapters and come back as an index") {
    for (const char* name : {"ada.vtt", "ada.srt", "ada.csv", "ada.ffmeta", "ada.xml"}) {
        CAPTURE(name);
        const made_up::ModuleFolder module;
        const std::string folder = module.path().string();
        const std::string file = folder + "/out/" + name;
        write_ada(module,
                  "  q0: {in: \"00:01.000\", out: \"00:02.500\"}\n"
                  "  q1: {in: \"00:02.500\", out: \"00:04.000\"}\n");
        Said said = run({"index", "export", folder, "ada", file});
        CHECK_MESSAGE(said.code == 0, said.err);
        CHECK(said.out == "2 answers in films/ada.mp4\n");
        CHECK(run({"index", "export", folder, "ada", file}).code == 1);  // not over it

        write_ada(module, "  q0: {}\n  q1: {}\n");
        said = run({"index", "import", folder, "ada", file});
        CHECK_MESSAGE(said.code == 0, said.err);
        CHECK(said.out == "2 answers in index/ada.yaml\n");
        CHECK(holds(text_of(module.path() / "index/ada.yaml"),
                    "  q0: {in: \"00:01.000\", out: \"00:02.500\"}\n"));
        said = run({"check", "--no-advice", folder});
        CHECK_MESSAGE(said.code == 0, said.out);
    }
}

TEST_CASE("a transcript for an archive has its own word, and comes back by its columns") {
    const made_up::ModuleFolder module;
    const std::string folder = module.path().string();
    const std::string file = folder + "/ada.csv";
    const std::string answers =
        "  q0: {in: \"00:01.000\", out: \"00:02.500\"}\n"
        "  q1: {in: \"00:03.000\", out: \"00:04.000\"}\n";
    write_ada(module, answers);
    CHECK(run({"index", "export", folder, "ada", file, "--format", "nothing"}).code == 2);
    Said said = run({"index", "export", folder, "ada", file, "--format", "ohd"});
    CHECK_MESSAGE(said.code == 0, said.err);
    CHECK(holds(text_of(file), ",q0,[00:00:01.000]\r\n,[...],,[00:00:02.500]\r\nAda,"));
    said = run({"index", "import", folder, "ada", file});
    CHECK_MESSAGE(said.code == 0, said.err);
    CHECK(holds(text_of(module.path() / "index/ada.yaml"),
                "  q0: {in: \"00:01.000\", out: \"00:02.500\"}\n"
                "  q1: {in: \"00:03.000\", out: \"00:04.000\"}\n"));
}

TEST_CASE("what goes to an archive has the words of the captions beside the film") {
    const made_up::ModuleFolder module;
    const std::string folder = module.path().string();
    write_ada(module,
              "  q0: {in: \"00:01.000\", out: \"00:02.500\"}\n"
              "  q1: {in: \"00:03.000\", out: \"00:06.000\"}\n");
    module.write("people/ada.yaml",
                 text_of(module.path() / "people/ada.yaml") + "captions: captions/ada.vtt\n");
    module.write("captions/ada.vtt",
                 "WEBVTT\n\n00:00.200 --> 00:00.900\nNobody asked yet.\n\n"
                 "00:01.100 --> 00:02.400\nI bake <c.job>bread</c>,\nand I like it.\n\n"
                 "00:03.100 --> 00:04.000\n<v Sam>And then?\n\n"
                 "00:04.000 --> 00:05.900\nThen I sleep.\n");
    const std::string csv = folder + "/ada.csv";
    Said said = run({"index", "export", folder, "ada", csv, "--format", "ohd"});
    CHECK_MESSAGE(said.code == 0, said.err);
    CHECK(text_of(csv) ==
          "speaker,words,tags,timestamp\r\n"
          "Ada,\"I bake bread, and I like it.\",q0,[00:00:01.000]\r\n"
          ",[...],,[00:00:02.500]\r\n"
          "Sam,And then?,q1,[00:00:03.000]\r\n"
          "Ada,Then I sleep.,q1,[00:00:04.000]\r\n"
          ",[...],,[00:00:06.000]\r\n");
    const std::string xml = folder + "/ada.xml";
    said = run({"index", "export", folder, "ada", xml});
    CHECK_MESSAGE(said.code == 0, said.err);
    CHECK(holds(text_of(xml),
                "<partial_transcript>I bake bread, and I like it.</partial_transcript>"));
    CHECK(holds(text_of(xml), "<partial_transcript>And then?</partial_transcript>"));
    CHECK_FALSE(holds(text_of(csv) + text_of(xml), "Nobody asked"));
}

TEST_CASE("an index that is there is replaced only when that is asked for") {
    const made_up::ModuleFolder module;
    const std::string folder = module.path().string();
    write_ada(module, "  q0: {in: \"00:01.000\", out: \"00:02.500\"}\n");
    const std::string theirs =
        "format: 1\nperson: ada\nfilm: films/ada.mp4\nanswers:\n"
        "  q1: {in: \"00:03.000\", out: \"00:04.000\"}\n";
    module.write("index/ada.yaml", theirs);
    module.write("ada.csv", "question,in,out\nq1,5,6\nq9,7,8\n");
    const std::string file = folder + "/ada.csv";
    CHECK(run({"index", "import", folder, "ada", file}).code == 1);
    CHECK(text_of(module.path() / "index/ada.yaml") == theirs);

    const Said said = run({"index", "import", folder, "ada", file, "--replace"});
    CHECK(said.code == 3);  // what fits no question is said
    CHECK(holds(said.out, "'q9: ' at 00:07.000 is no question of the module"));
    CHECK(holds(text_of(module.path() / "index/ada.yaml"), "q1: {in: \"00:05.000\""));
}

TEST_CASE("what add-person leaves behind is no index to be careful of") {
    const made_up::ModuleFolder module;
    const std::string folder = module.path().string();
    module.write("films/ada.mp4", "not a film");
    module.write("ada.csv", "question,in,out\nq1,5,6\n");
    REQUIRE(run({"add-person", folder, folder + "/films/ada.mp4", "--name", "Ada"}).code == 0);
    REQUIRE(fs::exists(module.path() / "index/ada.yaml"));
    const Said said = run({"index", "import", folder, "ada", folder + "/ada.csv"});
    CHECK_MESSAGE(said.code == 0, said.err);
    CHECK(holds(text_of(module.path() / "index/ada.yaml"), "q1: {in: \"00:05.000\""));
}

TEST_CASE("an answer that is withheld does not go out") {
    const made_up::ModuleFolder module;
    write_ada(module, "  q0: {in: \"00:01.000\", out: \"00:02.500\"}\n  q1: withheld\n");
    const std::string file = (module.path() / "out.csv").string();
    const Said said = run({"index", "export", module.path().string(), "ada", file});
    CHECK(said.code == 0);
    CHECK(said.out == "1 answer in films/ada.mp4\n");
    CHECK_FALSE(holds(text_of(file), "q1"));
}

TEST_CASE("an index that cannot go out or come in says why") {
    const made_up::ModuleFolder module;
    const std::string folder = module.path().string();
    write_ada(module, "  q0: {}\n");
    module.write("empty.csv", "");
    module.write("words.csv", "hello\n");
    struct Row {
        std::vector<std::string> arguments;
        int code;
        const char* err;
    };
    const Row rows[] = {
        {{"index"}, 2, "crosscut index: "},
        {{"index", "export", "/nowhere", "ada", "a.csv"}, 4, "module.yaml"},
        {{"index", "export", folder, "bob", "a.csv"}, 1, "there is no such person"},
        {{"index", "export", folder, "../../x", "a.csv"}, 1, "there is no such person"},
        {{"index", "export", folder, "ada", "a.doc"},
         1,
         "name it .vtt, .srt, .csv, .ffmeta or .xml"},
        {{"index", "export", folder, "ada", "a.csv"}, 1, "no answer with an in- and an out-point"},
        {{"index", "import", folder, "ada", folder + "/none.csv"}, 1, "there is no such file"},
        {{"index", "import", folder, "ada", folder + "/empty.csv"}, 1, "no answer was found"},
        {{"index", "import", folder, "ada", folder + "/words.csv", "--film", "../ada.mp4"},
         1,
         "which film"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.err);
        const Said said = run(row.arguments);
        CHECK(said.code == row.code);
        CHECK_MESSAGE(holds(said.err, row.err), said.err);
        CHECK_FALSE(fs::exists(module.path() / "index"));
    }
}
