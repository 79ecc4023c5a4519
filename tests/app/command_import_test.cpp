// import talking-jobs: a folder on the disk becomes a module that can be checked and played.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/app/command_runner.h"
#include "tests/catalogue/temporary_folder.h"

namespace fs = std::filesystem;

namespace {

std::string text_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// Two people who answered two questions; one media file of them is missing.
void write_original(const TemporaryFolder& folder) {
    folder.write("old/questions.xml",
                 "<questions><type id='w' name='Work' colour='red'>"
                 "<question id='1'>How did you become {please select a job}?</question>"
                 "<question id='2'>And then?</question></type></questions>");
    folder.write("old/interviews.xml",
                 "<interviews>\n"
                 "<interview by='Ada' job='baker' article='a' now='ada.png'>"
                 "<response question='1'>ada1.mp4</response>"
                 "<response question='2'>ada2.mp4</response></interview>\n"
                 "<interview by='Ben' job='engineer' article='an'>"
                 "<response question='1'>ben1.mp4</response>\n"
                 "<response question='2'>gone.mp4</response></interview></interviews>");
    folder.write("old/ada.png", "not a picture");
    for (const char* film : {"ada1.mp4", "ada2.mp4", "ben1.mp4"})
        folder.write(std::string("old/media/") + film, std::string("not a film: ") + film);
    folder.write("old/media/ada1.xml", "<tt><body><div><p begin='1s'>Hello.</p></div></body></tt>");
}

}  // namespace

TEST_CASE("a Talking Jobs folder becomes a module, and what is missing is said by name") {
    const TemporaryFolder folder;
    write_original(folder);
    const std::string old = (folder.path() / "old").string();
    const fs::path out = folder.path() / "bakers";
    const Said said =
        run({"import", "talking-jobs", old, out.string(), "--title", "Bakers", "--agreed"});
    CAPTURE(said.out);
    CAPTURE(said.err);
    CHECK(said.code == 3);
    CHECK(holds(said.out, "interviews.xml:4: there is no media file 'gone.mp4'"));
    CHECK(holds(said.out, "Read: types of questions 1, questions 2, interviews 2, responses 4."));
    CHECK(holds(said.out, ", answers 3."));
    CHECK(text_of(out / "films/ada-q1.mp4") == "not a film: ada1.mp4");
    CHECK(fs::hard_link_count(out / "films/ada-q1.mp4") == 1);
    CHECK(text_of(out / "captions/ada-q1.vtt") ==
          "WEBVTT\n\n00:00:01.000 --> 00:00:06.000\nHello.\n");

    const Said checked = run({"check", out.string(), "--no-advice"});
    CHECK_MESSAGE(checked.code == 0, checked.out);
    CHECK(holds(checked.out, "No problems: 2 people, 2 questions."));
}

TEST_CASE("films are linked where that is asked for, and the original stays as it was") {
    const TemporaryFolder folder;
    write_original(folder);
    const fs::path old = folder.path() / "old";
    const fs::path out = folder.path() / "bakers";
    const Said said = run({"import", "talking-jobs", old.string(), out.string(), "--link"});
    CHECK(fs::equivalent(out / "films/ada-q1.mp4", old / "media/ada1.mp4"));
    CHECK_FALSE(fs::equivalent(out / "pictures/ada-now.png", old / "ada.png"));
    CHECK(holds(said.out, "Has everybody agreed"));
    CHECK(holds(run({"check", out.string()}).out, "has no 'consent'"));
    CHECK(std::distance(fs::recursive_directory_iterator(old), {}) == 8);
}

TEST_CASE("an import takes nothing's place and writes nothing into the original") {
    const TemporaryFolder folder;
    write_original(folder);
    const std::string old = (folder.path() / "old").string();
    CHECK(holds(run({"import", "talking-jobs", old, old + "/new"}).err, "only read"));
    CHECK_FALSE(fs::exists(old + "/new"));
    CHECK(holds(run({"import", "talking-jobs", old, old}).err, "there is something already"));
    CHECK(holds(run({"import", "talking-jobs", old + "/media", (folder.path() / "m").string()}).err,
                "there is no questions.xml"));
    CHECK(run({"import", "talking-jobs", old + "/none", (folder.path() / "m").string()}).code == 1);

    folder.write("old/questions.xml", "<questions>");
    const Said broken = run({"import", "talking-jobs", old, (folder.path() / "m").string()});
    CHECK(broken.code == 1);
    CHECK(holds(broken.out, "questions.xml:1: this is not XML"));
    CHECK_FALSE(fs::exists(folder.path() / "m"));
}

TEST_CASE("links in the original are not followed") {
    const TemporaryFolder folder;
    write_original(folder);
    folder.write("secret.mp4", "secret");
    fs::create_symlink(folder.path() / "secret.mp4", folder.path() / "old/media/gone.mp4");
    const Said said = run({"import", "talking-jobs", (folder.path() / "old").string(),
                           (folder.path() / "new").string()});
    CHECK(holds(said.out, "there is no media file 'gone.mp4'"));
    CHECK_FALSE(fs::exists(folder.path() / "new/films/ben-q2.mp4"));
}

TEST_CASE("what names mean can be said in a file") {
    const TemporaryFolder folder;
    write_original(folder);
    folder.write("old/interviews.xml",
                 "<interviews><interview wer='Ada' job='baker' article='a'>"
                 "<response question='1'>ada1.mp4</response></interview></interviews>");
    folder.write("names.yaml", "contributor: wer\n");
    const std::string names = (folder.path() / "names.yaml").string();
    const Said said = run({"import", "talking-jobs", (folder.path() / "old").string(),
                           (folder.path() / "new").string(), "--names", names, "--agreed"});
    CHECK_MESSAGE(said.code == 0, said.out << said.err);
    CHECK(fs::exists(folder.path() / "new/people/ada.yaml"));

    folder.write("names.yaml", "contributer: wer\n");
    CHECK(holds(run({"import", "talking-jobs", (folder.path() / "old").string(),
                     (folder.path() / "other").string(), "--names", names})
                    .err,
                "did you mean 'contributor'?"));
}
