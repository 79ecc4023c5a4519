// What is wrong with a person, an answer or an index is said with its place, and the rest opens.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "catalogue/module_reader.h"
#include "tests/catalogue/broken_modules.h"
#include "tests/catalogue/made_module.h"
#include "tests/catalogue/problem_texts.h"
#include "tests/catalogue/temporary_folder.h"

using namespace catalogue;

TEST_CASE("what is wrong with a person is said, and the others stay") {
    check_rows({
        {"people/dev.yaml", "name: Dev\n", "",
         "people/dev.yaml:1:1: 'dev' has no 'name' (add 'name: ...')\n"},
        {"people/dev.yaml", "job: {title: engineer, article: an}", "job: engineer",
         "people/dev.yaml:3:6: 'job' must say its title and its article (write 'job: {title: "
         "engineer, article: a}')\n"},
        {"people/dev.yaml", "job: {title: engineer, article: an}\n", "",
         "people/dev.yaml:1:1: 'dev' has no 'job' (add 'job: ...')\n"},
        {"people/dev.yaml", "left: \"22\"", "letf: \"22\"",
         "people/dev.yaml:4:9: module.yaml has no fact 'letf' (did you mean 'left'?)\n"},
        {"people/dev.yaml", "left: \"22\"", "left: [22]",
         "people/dev.yaml:4:15: 'left' must be text, not a list (write text there; put it in "
         "quotes "
         "if it begins with '[' or '{')\n"},
        {"people/dev.yaml", "left: \"22\"", "left: 022",
         "people/dev.yaml:4:15: '022' begins with 0: some programs read it as another number "
         "(write "
         "\"022\" in quotes if the 0 belongs to it, or leave the 0 out)\n"},
        {"people/dev.yaml", "consent:", "concent:",
         "people/dev.yaml:1:1: 'dev' has no 'consent' (write 'consent: given' once this person has "
         "agreed in writing)\n"
         "people/dev.yaml:6:1: unknown key 'concent' in 'dev' (did you mean 'consent'?)\n"},
        {"people/dev.yaml", "format: 1", "format: 7",
         "people/dev.yaml:1:9: this program does not know the format '7' (it is probably of a "
         "newer "
         "program: install that one; this one reads 'format: 1')\n",
         3},
        {"people/dev.yaml", "", "- a list\n",
         "people/dev.yaml:1:1: a person must be keys with values, not a list (write keys with "
         "values: 'key: value', one in each line, or {key: value})\n",
         3},
        {"people/dev.yaml", "", "",
         "people/dev.yaml: 'people/dev.yaml' is empty (copy it again: the "
         "last copy was probably not finished)\n",
         3},
        {"people/dev.yaml", "", "# nothing\n",
         "people/dev.yaml: the file holds nothing (look whether "
         "it was saved)\n",
         3},
        {"people/dev.yaml", "name: Dev", "name: De\xE9v",
         "people/dev.yaml:2:9: this letter is not UTF-8 (save the file as UTF-8 and type the "
         "letter "
         "again)\n"},
        {"people/dev.yaml", "name: Dev", "name: D\x01v",
         "people/dev.yaml:2:8: there is a control character here (delete it: it cannot be seen, "
         "but "
         "it is in the file)\n"},
        {"people/dev.yaml", "name: Dev", "name: Dev: the engineer",
         "people/dev.yaml:2:10: this is not YAML: illegal map value (text that holds ': ' must be "
         "in "
         "quotes)\n",
         3},
        {"people/dev.yaml", "\n  w2:", "\n\tw2:",
         "people/dev.yaml:9:2: this is not YAML: end of map not found (begin the line with blanks, "
         "not with tabs)\n",
         3},
        {"people/Dev Patel.yaml", "", made_dev_yaml,
         "people/Dev Patel.yaml: 'Dev Patel' cannot be a person's id (name the file "
         "'dev-patel.yaml')\n",
         7},
        {"people/Dev.yaml", "", made_dev_yaml,
         "people/Dev.yaml: 'Dev' cannot be a person's id (name the file 'dev.yaml')\n"
         "people/dev.yaml: there is another person with the id 'dev' (give one of the files "
         "another "
         "name; this one is left out)\n"},
        {"people/eve.yml", "", made_dev_yaml,
         "people/eve.yml: this file is not read (its name must end in '.yaml')\n"},
        {"people/eve.yaml", "", "format: 1\nname: Eve\njob: {title: cook}\nconsent: given\n",
         "people/eve.yaml:1:1: 'eve' has no answers (mark them with 'crosscut index edit', or "
         "write them under 'answers:')\n"},
        {"people/moira.yaml", "alt: Moira at a gate", "atl: Moira at a gate",
         "people/moira.yaml:7:17: the picture 'now' has no 'alt' (add 'alt: ...')\n"
         "people/moira.yaml:7:44: unknown key 'atl' in the picture 'now' (did you mean 'alt'?)\n"},
        {"people/moira.yaml", "pictures/moira.png", "pictures/moira-now.png",
         "people/moira.yaml:7:24: there is no 'pictures/moira-now.png' (put it there, or correct "
         "the "
         "name)\n"},
    });
}

TEST_CASE("what is wrong with an answer is said, and its cell is empty") {
    check_rows({
        {"people/dev.yaml", "  w1: {", "  wl: {",
         "people/dev.yaml:8:3: module.yaml has no question 'wl' (add it to 'questions' in "
         "module.yaml, or correct the id)\n",
         4},
        {"people/dev.yaml", "  w1: {", "  w11: {",
         "people/dev.yaml:8:3: module.yaml has no question 'w11' (did you mean 'w1'?)\n", 4},
        {"people/dev.yaml", "\n  w2: {in: \"00:20.000\"", "\n  w1: {in: \"00:20.000\"",
         "people/dev.yaml:9:3: 'w1' is here for a second time; the first is in line 8 (keep only "
         "one "
         "of them)\n",
         4},
        {"people/dev.yaml", "{in: \"00:01.000\", out: \"00:20.000\"}",
         "[\"00:01.000\", \"00:20.000\"]",
         "people/dev.yaml:8:7: the answer to 'w1' must be keys with values, not a list (write keys "
         "with values: 'key: value', one in each line, or {key: value})\n",
         4},
        {"people/dev.yaml", "{in: \"00:01.000\", out: \"00:20.000\"}",
         "{in: 00:01.000, out: 00:20.000}",
         "people/dev.yaml:8:12: the time 00:01.000 is not in quotes (write \"00:01.000\": some "
         "programs "
         "read it as a number)\n"
         "people/dev.yaml:8:28: the time 00:20.000 is not in quotes (write \"00:20.000\": some "
         "programs "
         "read it as a number)\n"},
        {"people/dev.yaml", "in: \"00:01.000\"", "in: 1",
         "people/dev.yaml:8:12: '1' is not a time (write it as \"mm:ss.mmm\" or "
         "\"hh:mm:ss.mmm\")\n",
         4},
        {"people/dev.yaml", "in: \"00:01.000\"", "in: \"-00:01.000\"",
         "people/dev.yaml:8:12: '-00:01.000' is before the start of the film (times count from "
         "00:00.000)\n",
         4},
        {"people/dev.yaml", "in: \"00:01.000\"", "in: \"00:75:01.000\"",
         "people/dev.yaml:8:12: '00:75:01.000' is not a time (minutes go from 00 to 59 when hours "
         "are "
         "given)\n",
         4},
        {"people/dev.yaml", "in: \"00:01.000\"", "in: {min: 1}",
         "people/dev.yaml:8:12: 'in' must be text, not keys with values (write text there; put it "
         "in "
         "quotes if it begins with '[' or '{')\n",
         4},
        {"people/dev.yaml", "out: \"00:20.000\"", "out: \"00:01.000\"",
         "people/dev.yaml:8:30: the answer to 'w1' ends at 00:01.000, not after it begins at "
         "00:01.000 ('out' must be later than 'in')\n",
         4},
        {"people/dev.yaml", "out: \"00:20.000\"", "out: \"00:00.500\"",
         "people/dev.yaml:8:30: the answer to 'w1' ends at 00:00.500, not after it begins at "
         "00:01.000 ('out' must be later than 'in')\n",
         4},
        {"people/dev.yaml", "out: \"00:20.000\"", "uot: \"00:20.000\"",
         "people/dev.yaml:8:3: the answer to 'w1' has no out (write out as \"mm:ss.mmm\"; "
         "index/dev.yaml does not have it either)\n"
         "people/dev.yaml:8:25: unknown key 'uot' in the answer to 'w1' (did you mean 'out'?)\n",
         4},
        {"people/dev.yaml", "out: \"00:20.000\"", "out: \"00:20.001\"",
         "people/dev.yaml:9:12: the answer to 'w2' begins at 00:20.000, but the answer to 'w1' "
         "only "
         "ends at 00:20.001 (answers in one film must not overlap: correct one of the times)\n"},
        {"people/dev.yaml", "w1: {in: \"00:01.000\", out: \"00:20.000\"}",
         "w1: {film: films/dev.mp4}",
         "people/dev.yaml:9:12: the answer to 'w2' lies in the film that is the answer to 'w1' as "
         "a "
         "whole (answers in one film must not overlap: correct one of the times)\n"},
    });
}

TEST_CASE("answers that overlap are found, however they are nested") {
    Row row{
        "people/dev.yaml", "",
        made_dev_yaml.substr(0, made_dev_yaml.find("answers:")) +
            "answers:\n"
            "  l1: {in: \"00:30.000\", out: \"00:40.000\"}\n"
            "  w1: {in: \"00:01.000\", out: \"00:50.000\"}\n"
            "  w2: {in: \"00:02.000\", out: \"00:03.000\"}\n"
            "  w3: {in: \"00:50.000\", out: \"00:51.000\"}\n",
        "people/dev.yaml:8:12: the answer to 'l1' begins at 00:30.000, but the answer to 'w1' only "
        "ends at 00:50.000 (answers in one film must not overlap: correct one of the times)\n"
        "people/dev.yaml:10:12: the answer to 'w2' begins at 00:02.000, but the answer to 'w1' "
        "only "
        "ends at 00:50.000 (answers in one film must not overlap: correct one of the times)\n",
        7};
    check_rows({row});
}

TEST_CASE("a film that leaves the module is never used") {
    const std::vector<std::pair<std::string, std::string>> paths = {
        {"/films/dev.mp4", "starts at the root of the disk"},
        {"../films/dev.mp4", "leaves the module by '..'"},
        {"films/../../dev.mp4", "leaves the module by '..'"},
        {"\"C:/films/dev.mp4\"", "holds a drive letter"},
        {"films\\dev.mp4", "holds a backslash"},
        {"films/nul.mp4", "is the name of a device"},
        {"\"http://example.org/dev.mp4\"", "is an internet address"},
        {"\"films/dev.mp4\\0.txt\"", "control character"},
        {"films/dev2.mp4", "there is no"},
        {"films", "there is no"},
    };
    for (const auto& [path, what] : paths) {
        CAPTURE(path);
        const ModuleReading reading =
            read_module(broken({"people/dev.yaml", "films/dev.mp4", path, ""}));
        REQUIRE(reading.problems.size() >= 1);
        const std::string all = texts(reading.problems);
        CAPTURE(all);
        CHECK(all.find(what) != std::string::npos);
        CHECK(all.find("people/dev.yaml:5:7: ") == 0);
        REQUIRE(reading.module);
        CHECK(playable(*reading.module) == 3);
    }
}

TEST_CASE("a film or a person reached through a link is never used") {
    const TemporaryFolder outside;
    outside.write("dev.mp4", "secret");
    outside.write("eve.yaml", made_dev_yaml);
    const TemporaryFolder folder;
    for (const auto& [file, text] : made_module().files) {
        folder.write(file, text);
    }
    std::filesystem::remove(folder.path() / "films/dev.mp4");
    std::filesystem::create_symlink(outside.path() / "dev.mp4", folder.path() / "films/dev.mp4");
    std::filesystem::create_symlink(outside.path() / "eve.yaml", folder.path() / "people/eve.yaml");
    const ModuleReading reading = read_module(FolderFiles{folder.path()});
    CHECK(
        texts(reading.problems) ==
        "people/dev.yaml:5:7: 'films/dev.mp4' is reached through a link (put the file itself into "
        "the module)\n"
        "people/eve.yaml: 'people/eve.yaml' is reached through a link (put the file itself into "
        "the "
        "module)\n");
    REQUIRE(reading.module);
    CHECK(reading.module->people.size() == 3);
    CHECK(playable(*reading.module) == 3);
}

TEST_CASE("what is wrong with an index is said, and what is written by hand stays") {
    check_rows({
        {"index/moira.yaml", "person: moira", "person: dev",
         "index/moira.yaml:2:9: this index is of 'dev', but the file's name says 'moira' (let the "
         "index be made again; until then it is not used)\n"
         "people/moira.yaml:15:3: the answer to 'l1' has no in and out (write in and out as "
         "\"mm:ss.mmm\"; index/moira.yaml does not have them either)\n",
         4},
        {"index/moira.yaml", "  l1:", "  l2:",
         "index/moira.yaml:7:3: module.yaml has no question 'l2' (add it to 'questions' in "
         "module.yaml, or correct the id)\n"
         "people/moira.yaml:15:3: the answer to 'l1' has no in and out (write in and out as "
         "\"mm:ss.mmm\"; index/moira.yaml does not have them either)\n",
         4},
        {"index/moira.yaml", "in: \"00:50.000\"", "in: \"50\"",
         "index/moira.yaml:7:12: '50' is not a time (write it as \"mm:ss.mmm\" or "
         "\"hh:mm:ss.mmm\")\n",
         4},
        {"index/moira.yaml", "\"00:39.000\", loudness: \"-23.0\"",
         "\"00:39.000\", loudness: \"quiet\"",
         "index/moira.yaml:6:53: 'quiet' is not a loudness in LUFS (write it as in \"-23.0\", or "
         "leave it out: it is measured then)\n"},
        {"index/moira.yaml", "\"01:20.000\", loudness: \"-23.0\"",
         "\"01:20.000\", loudness: \"-230\"",
         "index/moira.yaml:7:53: '-230' is not a loudness in LUFS (write it as in \"-23.0\", or "
         "leave it out: it is measured then)\n"},
        {"index/moira.yaml", "\"01:20.000\", loudness: \"-23.0\"",
         "\"01:20.000\", loudness: \"nan\"",
         "index/moira.yaml:7:53: 'nan' is not a loudness in LUFS (write it as in \"-23.0\", or "
         "leave it out: it is measured then)\n"},
        {"index/moira.yaml", "\"01:20.000\", loudness: \"-23.0\"",
         "\"01:20.000\", loudness: \"-23.0 LUFS\"",
         "index/moira.yaml:7:53: '-23.0 LUFS' is not a loudness in LUFS (write it as in \"-23.0\", "
         "or leave it out: it is measured then)\n"},
        {"index/moria.yaml", "", made_moira_index_yaml,
         "index/moria.yaml: there is no person 'moria' (did you mean 'moira'?)\n"},
        {"index/zebedee.yaml", "", made_moira_index_yaml,
         "index/zebedee.yaml: there is no person 'zebedee' (add people/zebedee.yaml, or delete "
         "this "
         "file)\n"},
    });
}

TEST_CASE("what is wrong with a second language is said, and the answers play without it") {
    struct Fault {
        const char* written;
        const char* said;
    };
    for (const Fault& fault :
         {Fault{"second_captions: captions/moira.vtt\n", "must be keys"},
          Fault{"second_captions: {language: pl}\n", "has no 'file'"},
          Fault{"second_captions: {file: captions/moira.vtt}\n", "has no 'language'"},
          Fault{"second_captions: {file: captions/moira.vtt, language: in "
                "Polish}\n",
                "'in Polish' is not a language"},
          Fault{"second_captions: {file: ../x.vtt, language: pl}\n", "../x.vtt"},
          Fault{"descriptions: captions/nowhere.vtt\n", "nowhere.vtt"}}) {
        CAPTURE(std::string(fault.written));
        MemoryFiles files = made_module();
        files.files["people/moira.yaml"] += fault.written;
        const ModuleReading reading = read_module(files);
        CHECK(texts(reading.problems).find(fault.said) != std::string::npos);
        REQUIRE(reading.module);
        CHECK(playable(*reading.module) == playable(*read_module(made_module()).module));
    }
}
