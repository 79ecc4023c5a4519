#include "player/app/command_line/command_line.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "tests/app/command_runner.h"
#include "tests/app/module_folder.h"

namespace {

void add_agreed_person(const made_up::ModuleFolder& folder) {
    folder.write("films/ada.mp4", "not a film");
    folder.write("people/ada.yaml",
                 "format: 1\nname: Ada\njob: {title: baker, article: a}\nconsent: given\n"
                 "film: films/ada.mp4\nanswers:\n"
                 "  q0: {in: \"00:00.000\", out: \"00:02.000\"}\n  q1: withheld\n");
}

}  // namespace

TEST_CASE("a command line has an exit code, and says what is asked for on one side only") {
    const made_up::ModuleFolder module;
    add_agreed_person(module);
    const std::string folder = module.path().string();

    struct Row {
        std::vector<std::string> arguments;
        int code;
        const char* out;  // is in what is said there; "" where nothing is said
        const char* err;
    };
    const Row rows[] = {
        {{"--version"}, 0, "crosscut ", ""},
        {{"--help"}, 0, "  3  'check' found problems", ""},
        {{"-h"}, 0, "check", ""},
        {{"check", "--help"}, 0, "crosscut check modules/harbour", ""},
        {{"check", folder}, 0, "No problems: 1 person, 2 questions.\n", ""},
        {{"check", folder, "--no-advice"}, 0, "questions.\n", ""},
        {{"check", folder}, 0, "\nNothing of this is wrong", ""},
        {{"check", folder, "--json"}, 0, "\"problems\": []", ""},
        {{"check", "/nowhere"}, 4, "module.yaml", ""},
        {{"check"}, 2, "", "crosscut check: module is required"},
        {{"check", "--jsn", folder}, 2, "", "check: '--jsn' is not known; did you mean '--json'?"},
        {{"check", folder, "--no-advise"}, 2, "", "did you mean '--no-advice'?"},
        {{"check", "--xyz", folder}, 2, "", "--xyz"},
        {{"chekc", folder}, 2, "", "crosscut: 'chekc' is not known; did you mean 'check'?"},
        {{"chekc"}, 2, "", "did you mean 'check'?"},
        {{"--ful-screen"}, 2, "", "did you mean '--full-screen'?"},
        {{"--size", "800x600", "pak", folder}, 2, "", "did you mean 'pack'?"},
        {{"export", "htlm", folder, "out"},
         2,
         "",
         "export: 'htlm' is not known; did you mean 'html'?"},
        {{"export", "handout", folder, "one-row", "x.pdf", "--wek=2"},
         2,
         "",
         "did you mean '--week'?"},
        {{"check", folder, "and", "more"}, 2, "", "crosscut check: "},
        {{"info", folder}, 0, "answers    1 (1 withheld)\n", ""},
        {{"info", "/nowhere"}, 4, "", "module.yaml"},
        {{"info"}, 2, "", "crosscut info --help"},
        {{"prepare", "/nowhere"}, 4, "", "module.yaml"},
        {{"export"}, 2, "", "crosscut export: "},
        {{"export", "gif", folder, "out"}, 2, "", "crosscut export: "},
        {{"export", "reel", folder}, 2, "", "crosscut export reel: of is required"},
        {{"export", "html", folder}, 2, "", "crosscut export html: out is required"},
        {{"export", "html", folder, folder + "/out"}, 1, "", "inside the module"},
        {{"export", "handout", folder, "one-row"}, 2, "", "export handout: out is required"},
        {{"export", "handout", folder, "one-row", "x.txt"}, 1, "", "let it end in .pdf"},
        {{"export", "handout", folder, "none", "x.pdf"}, 1, "", "name a plan's file"},
        {{"export", "worksheet", folder, "p9", "q0", "x.pdf"}, 1, "", "nobody with the id 'p9'"},
        {{"export", "worksheet", folder, "p", "q", folder + "/x.pdf"}, 1, "", "inside the module"},
        {{"export", "hook-sheet", folder, "/no", "x.pdf"}, 1, "", "there is no such notebook"},
        {{"tour"}, 2, "", "crosscut tour: module is required"},
        {{"play", "--seed", "!?"}, 2, "", "is not a seed such as"},
        {{"--size", "800"}, 2, "", "is not a size such as"},
        {{"--way", "fast"}, 2, "", "fast not in {talk,whole,hang,mix}"},
        {{"--loudness", "3"}, 2, "", "--loudness"},
    };
    for (const Row& row : rows) {
        std::string line;
        for (const std::string& word : row.arguments)
            line += word + " ";
        CAPTURE(line);
        const Said said = run(row.arguments);
        CHECK(said.code == row.code);
        CHECK(holds(said.out, row.out));
        CHECK(holds(said.err, row.err));
        CHECK(said.out.empty() == std::string(row.out).empty());
        CHECK(said.err.empty() == std::string(row.err).empty());
    }
}

TEST_CASE("a folder that is called nearly as a command is a folder") {
    const made_up::ModuleFolder module;
    const std::filesystem::path chek = module.path() / "chek";
    std::filesystem::create_directory(chek);
    const std::filesystem::path before = std::filesystem::current_path();
    std::filesystem::current_path(module.path());
    const Said said = run({"chek", "--size", "800"});
    std::filesystem::current_path(before);
    CHECK(said.code == 2);
    CHECK(holds(said.err, "is not a size such as"));
}

TEST_CASE("every command ends its help with an example that names it") {
    for (const std::vector<std::string>& command :
         std::vector<std::vector<std::string>>{{"play"},
                                               {"check"},
                                               {"info"},
                                               {"new"},
                                               {"add-person"},
                                               {"prepare"},
                                               {"export"},
                                               {"export", "html"},
                                               {"export", "reel"},
                                               {"index"},
                                               {"index", "export"},
                                               {"index", "import"},
                                               {"completion"},
                                               {"manual-page"},
                                               {"tour"}}) {
        std::vector<std::string> arguments = command;
        arguments.push_back("--help");
        std::string named = "crosscut";
        for (const std::string& word : command)
            named += " " + word;
        CAPTURE(named);
        const Said said = run(arguments);
        CHECK(said.code == 0);
        const std::size_t example = said.out.find("Example:");
        REQUIRE(example != std::string::npos);
        CHECK(holds(said.out.substr(example), named + " "));
    }
}

TEST_CASE("problems and warnings are told to a machine with their places") {
    const made_up::ModuleFolder module;
    module.add_person("ada");  // without a word on consent
    const Said said = run({"check", module.path().string(), "--json"});
    CHECK(said.code == 3);
    const auto json = nlohmann::json::parse(said.out);
    CHECK(json.at("readable") == true);
    CHECK(json.at("people") == 1);
    REQUIRE(json.at("problems").size() == 1);
    CHECK(json["problems"][0].at("file") == "people/ada.yaml");
    CHECK(json["problems"][0].at("severity") == "warning");
}

TEST_CASE("of somebody who withdrew nothing is told but that") {
    const made_up::ModuleFolder module;
    add_agreed_person(module);
    module.write(
        "people/bea.yaml",
        "format: 1\nname: Beatrice\njob: {title: diver, article: a}\nconsent: withdrawn\n");
    for (const char* form : {"--json", ""}) {
        std::vector<std::string> arguments{"info", module.path().string()};
        if (*form != '\0') arguments.push_back(form);
        const Said said = run(arguments);
        CHECK(said.code == 0);
        CHECK(holds(said.out, "withdrawn"));
        CHECK_FALSE(holds(said.out, "Beatrice"));
        CHECK_FALSE(holds(said.out, "diver"));
    }
}

TEST_CASE("names that were meant to do harm are only names") {
    const made_up::ModuleFolder module;
    for (const std::string& name :
         {std::string("\x1b]0;title\x07"), std::string("\x1b[2J"), std::string("$(id)"),
          std::string("\xff\xfe"), std::string("a\nb"), std::string(5000, 'x'),
          std::string("%n%s")}) {
        CAPTURE(name);
        for (const std::vector<std::string>& arguments :
             std::vector<std::vector<std::string>>{{"check", name},
                                                   {"check", "--json", name},
                                                   {"info", name},
                                                   {"check", "--" + name},
                                                   {"--way", name},
                                                   {"--size", name},
                                                   {"export", name},
                                                   {"export", "html", name, name}}) {
            const Said said = run(arguments);
            CHECK(said.code != 0);
            for (const std::string& text : {said.out, said.err}) {
                CHECK_FALSE(holds(text, "\x1b"));
                CHECK_FALSE(holds(text, "\x07"));
                CHECK_FALSE(holds(text, "\xff"));
            }
        }
    }
}

TEST_CASE("a name that begins with a hyphen comes after two hyphens") {
    CHECK(run({"check", "--", "--json"}).code == 4);
    CHECK(run({"info", "--", "-x"}).code == 4);
}

TEST_CASE("what cannot be written out is a failure") {
    const made_up::ModuleFolder module;
    add_agreed_person(module);
    std::ostringstream full;
    full.setstate(std::ios::badbit);
    std::ostringstream err;
    CHECK(app::run_command_line({"check", module.path().string()}, {full, err, false}) == 1);
    CHECK_FALSE(err.str().empty());
}
