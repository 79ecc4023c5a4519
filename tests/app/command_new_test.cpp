#include <doctest/doctest.h>

#include <algorithm>
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

}  // namespace

TEST_CASE("a new module has no problems, whatever it is called") {
    const made_up::ModuleFolder scratch;
    for (const std::string& title :
         {std::string("By the harbour"), std::string("\"quoted\": # {job} \\ 'so'"),
          std::string("海辺の仕事"), std::string("- [x] & *all* !important"),
          std::string("{0}%s")}) {
        CAPTURE(title);
        const fs::path folder = scratch.path() / "new";
        fs::remove_all(folder);
        const Said made = run({"new", folder.string(), "--title", title});
        CHECK_MESSAGE(made.code == 0, made.err);
        CHECK(holds(made.out, "module.yaml"));
        const Said checked = run({"check", folder.string()});
        CHECK_MESSAGE(checked.code == 0, checked.out);
        CHECK(holds(run({"info", folder.string()}).out, title));
        CHECK(fs::is_directory(folder / "films"));
        CHECK(holds(text_of(folder / "README.md"), title));
    }
}

TEST_CASE("a new module takes nothing's place") {
    const made_up::ModuleFolder module;
    const std::string before = text_of(module.path() / "module.yaml");
    const Said said = run({"new", module.path().string()});
    CHECK(said.code == 1);
    CHECK(holds(said.err, "there is something already"));
    CHECK(text_of(module.path() / "module.yaml") == before);
    CHECK_FALSE(fs::exists(module.path() / "README.md"));

    const std::string file = (module.path() / "module.yaml").string();
    CHECK(run({"new", file}).code == 1);
    CHECK(text_of(file) == before);
}

TEST_CASE("a new module with an id or a language that cannot be one is not made") {
    const made_up::ModuleFolder scratch;
    const std::string folder = (scratch.path() / "new").string();
    for (const auto& [option, value] : {std::pair{"--id", "Not An Id"},
                                        {"--id", "../up"},
                                        {"--language", "plain english"},
                                        {"--language", "\"}\nx: 1"}}) {
        CAPTURE(value);
        const Said said = run({"new", folder, option, value});
        CHECK(said.code == 1);
        CHECK_FALSE(said.err.empty());
        CHECK_FALSE(fs::exists(folder));
    }
}

TEST_CASE("somebody who is added needs only the answers") {
    const made_up::ModuleFolder module;
    module.write("films/Amara Okafor.mp4", "not a film");
    const std::string folder = module.path().string();
    const Said added = run({"add-person", folder, folder + "/films/Amara Okafor.mp4", "--job",
                            "architect", "--agreed"});
    CHECK_MESSAGE(added.code == 0, added.err);
    CHECK(holds(added.out, "people/amara-okafor.yaml"));
    const Said checked = run({"check", "--no-advice", folder});
    CHECK(checked.code == 3);
    CHECK(holds(checked.out, "has no answers"));
    CHECK(std::ranges::count(checked.out, '\n') == 1);

    const fs::path file = module.path() / "people/amara-okafor.yaml";
    std::string text = text_of(file);
    CHECK(holds(text, "title: \"architect\", article: \"an\""));
    // The lines are as the manual has them: without '#' they count.
    const std::size_t line = text.find("#  q1: {in: \"00:00.000\", out: \"00:00.000\"}  # Second?");
    REQUIRE(line != std::string::npos);
    text.replace(line, std::string("#  q1: {in: \"00:00.000\", out: \"00:00.000\"}").size(),
                 "  q1: {in: \"00:01.000\", out: \"00:02.000\"}");
    module.write("people/amara-okafor.yaml", text);
    CHECK(run({"check", folder}).code == 0);
    CHECK(holds(run({"info", folder}).out, "answers    1\n"));
}

TEST_CASE("what is not known of a person yet is reminded of") {
    const made_up::ModuleFolder module;
    module.write("films/ada.mp4", "not a film");
    const std::string folder = module.path().string();
    REQUIRE(run({"add-person", folder, "films/ada.mp4"}).code == 0);  // as seen from the module
    const Said checked = run({"check", folder});
    CHECK(checked.code == 3);
    CHECK(holds(checked.out, "title"));
    CHECK(holds(checked.out, "consent"));
}

TEST_CASE("adding a person never touches what is there") {
    const made_up::ModuleFolder module;
    module.write("films/ada.mp4", "not a film");
    module.write("outside.txt", "");
    const std::string folder = module.path().string();
    const std::string film = folder + "/films/ada.mp4";

    module.write("people/ada.yaml", "mine");
    Said said = run({"add-person", folder, film});
    CHECK(said.code == 1);
    CHECK(holds(said.err, "there is such a file already"));
    CHECK(text_of(module.path() / "people/ada.yaml") == "mine");
    CHECK_FALSE(fs::exists(module.path() / "index/ada.yaml"));

    // An index that is there stays as well, and the person's file goes again.
    fs::remove(module.path() / "people/ada.yaml");
    module.write("index/ada.yaml", "found");
    said = run({"add-person", folder, film});
    CHECK(said.code == 1);
    CHECK(text_of(module.path() / "index/ada.yaml") == "found");
    CHECK_FALSE(fs::exists(module.path() / "people/ada.yaml"));
}

TEST_CASE("a person cannot be added to what is no module, or from a film that cannot be used") {
    const made_up::ModuleFolder module;
    module.write("films/ada.mp4", "not a film");
    module.write("films/empty.mp4", "");
    module.write("films/\xff.mp4", "not a film");
    fs::create_symlink("/dev/null", module.path() / "films/link.mp4");
    const std::string folder = module.path().string();
    struct Row {
        std::string folder;
        std::string film;
        std::vector<std::string> more;
        int code;
        const char* err;
    };
    const Row rows[] = {
        {"/nowhere", "films/ada.mp4", {}, 4, "module.yaml"},
        {folder, "films/none.mp4", {}, 1, "there is no such film"},
        {folder, "/etc/hostname", {}, 1, "outside the module"},
        {folder, "films", {}, 1, "there is no such film"},
        {folder, "films/empty.mp4", {}, 1, "empty"},
        {folder, "films/link.mp4", {}, 1, "there is no such film"},
        {folder, "films/\xff.mp4", {"--id", "ff"}, 1, "not UTF-8"},
        {folder, "films/ada.mp4", {"--id", "../../up"}, 1, "cannot be an id"},
        {folder, "films/ada.mp4", {"--id", "Ada L"}, 1, "write 'ada-l'"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.film);
        std::vector<std::string> arguments{"add-person", row.folder, row.film};
        arguments.insert(arguments.end(), row.more.begin(), row.more.end());
        const Said said = run(arguments);
        CHECK(said.code == row.code);
        CHECK_MESSAGE(holds(said.err, row.err), said.err);
        CHECK_FALSE(fs::exists(module.path() / "people"));
    }
}

TEST_CASE("words of a person or a question cannot become lines of their own") {
    const made_up::ModuleFolder module;
    module.write("films/ada.mp4", "not a film");
    module.write("module.yaml",
                 "format: 1\nid: made-up\nversion: \"1\"\ntitle: Made up\nlanguage: en\n"
                 "licence: CC0-1.0\nthemes:\n  - {id: work, name: Work}\nquestions:\n"
                 "  - {id: q0, theme: work, label: First, text: \"one\\nconsent: given\\ntwo\"}\n");
    const std::string folder = module.path().string();
    REQUIRE(run({"add-person", folder, "films/ada.mp4", "--name", "A\nconsent: given\nb", "--job",
                 "x\", y: \"z"})
                .code == 0);
    const Said checked = run({"check", folder});
    CHECK(checked.code == 3);
    CHECK(holds(checked.out, "consent"));  // is still asked for
}
