// What is wrong with a module is said with its place, and the rest of it still opens.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "catalogue/module_reader.h"
#include "tests/catalogue/made_module.h"
#include "tests/catalogue/problem_texts.h"
#include "tests/catalogue/temporary_folder.h"

using namespace catalogue;

namespace {

// A change to one file of the module without a fault, and what is said then.
struct Row {
    std::string file;
    std::string from;  // empty: the whole file is replaced
    std::string to;
    std::string problems;
    std::size_t playable = 5;
};

MemoryFiles broken(const Row& row) {
    MemoryFiles files = made_module();
    std::string& text = files.files[row.file];
    if (row.from.empty()) {
        text = row.to;
    } else {
        const std::size_t at = text.find(row.from);
        REQUIRE(at != std::string::npos);
        text.replace(at, row.from.size(), row.to);
    }
    return files;
}

std::size_t playable(const Module& module) {
    return static_cast<std::size_t>(std::ranges::count(
        module.cells, CellState::Playable, [](const Module::Cell& cell) { return cell.state; }));
}

void check_rows(const std::vector<Row>& rows) {
    for (const Row& row : rows) {
        CAPTURE(row.to);
        const ModuleReading reading = read_module(broken(row));
        CHECK(texts(reading.problems) == row.problems);
        CHECK(std::ranges::is_sorted(reading.problems, {}, &Problem::place));
        REQUIRE(reading.module);
        CHECK(playable(*reading.module) == row.playable);
        for (const Question& question : reading.module->questions) {
            CHECK(question.theme < reading.module->themes.size());
        }
    }
}

}  // namespace

TEST_CASE("what is wrong with module.yaml is said, and the module opens") {
    check_rows({
        {"module.yaml", "title: A cross-section\n", "title: A\ntitle: B\n",
         "module.yaml:6:1: 'title' is here for a second time; the first is in line 5 (keep only "
         "one "
         "of them)\n"},
        {"module.yaml", "version: \"1.0\"", "version: 012",
         "module.yaml:4:10: '012' begins with 0: some programs read it as another number (write "
         "\"012\" in quotes if the 0 belongs to it, or leave the 0 out)\n"},
        {"module.yaml", "licence: CC-BY-4.0\n", "",
         "module.yaml:2:1: module.yaml has no 'licence' (add 'licence: ...')\n"},
        {"module.yaml", "title: A cross-section\n", "title:\n",
         "module.yaml:5:1: module.yaml has no 'title' (add 'title: ...')\n"},
        {"module.yaml", "format: 1\n", "",
         "module.yaml:2:1: module.yaml has no 'format' (add 'format: ...')\n"},
        {"module.yaml", "licence:", "lisence:",
         "module.yaml:2:1: module.yaml has no 'licence' (add 'licence: ...')\n"
         "module.yaml:7:1: unknown key 'lisence' in module.yaml (did you mean 'licence'?)\n"},
        {"module.yaml", "language: en-GB", "language: British English",
         "module.yaml:6:11: 'British English' is not a language (write it as in 'en-GB' or "
         "'cy')\n"},
        {"module.yaml", "id: a-cross-section", "id: A cross/section",
         "module.yaml:3:5: 'A cross/section' cannot be an id (ids have a-z, 0-9 and '-', at most "
         "64 of them: write 'a-cross-section', here and where it is named)\n"},
        {"module.yaml", "credits: {funder: A trust, nominated_by: A school, date: \"2026-11\"}",
         "credits: A trust",
         "module.yaml:13:10: 'credits' must be keys with values, not text (write keys with values: "
         "'key: value', one in each line, or {key: value})\n"},
        {"module.yaml", "title: A cross-section", "title: [A, B]",
         "module.yaml:5:8: 'title' must be text, not a list (write text there; put it in quotes if "
         "it begins with '[' or '{')\n"},
        {"module.yaml", "{name: A help line, contact: \"0800 1111\"}", "A help line",
         "module.yaml:15:5: a line of support must be keys with values, not text (write keys with "
         "values: 'key: value', one in each line, or {key: value})\n"},
        {"module.yaml", "people_order: [moira, dev]", "people_order: [moria, dev, dev]",
         "module.yaml:27:16: there is no person 'moria' (did you mean 'moira'?)\n"
         "module.yaml:27:28: 'dev' is in 'people_order' for a second time (take one of them "
         "away)\n"},
        {"module.yaml", "people_order: [moira, dev]", "people_order: [nobody-like-this]",
         "module.yaml:27:16: there is no person 'nobody-like-this' (add the file to the folder "
         "'people', or take the name away)\n"},
        {"module.yaml", "{id: work, name: Work}", "{id: work, name: Work}\n  - {id: work, name: W}",
         "module.yaml:18:10: the theme 'work' is here for a second time (give each its own id; "
         "this one is left out)\n"},
        {"module.yaml", "- {id: w3, theme: work,", "- {id: w3, theme: wrok,",
         "module.yaml:22:21: there is no theme 'wrok' (did you mean 'work'?)\n"},
        {"module.yaml", "- {id: w3, theme: work,", "- {id: w3,",
         "module.yaml:22:5: a question has no 'theme' (add 'theme: ...')\n"},
        {"module.yaml", "sensitive: true", "sensitive: yes",
         "module.yaml:22:78: 'yes' is neither true nor false (write 'sensitive: true' or leave it "
         "out; it counts as true now)\n"},
        {"module.yaml", "{job}", "{jbo}",
         "module.yaml:20:33: nothing is filled in for '{jbo}' (only {job} is)\n"},
        {"module.yaml", "says: \"left school at {value}\"}",
         "says: \"left school at {value}\", contrast: no}",
         "module.yaml:25:91: 'no' is neither true nor false (write 'contrast: false' or leave it "
         "out; it counts as false now)\n"},
        {"module.yaml", "left school at {value}", "left school",
         "module.yaml:25:55: 'left school' does not say the fact itself (write {value} where it "
         "belongs, as in 'left school at {value}')\n"},
        {"module.yaml", "\"What goes wrong?\"", "\"What \\x1b goes wrong?\"",
         "module.yaml:22:33: this text holds a control character (take the '\\' and what follows "
         "it away)\n"},
    });
}

TEST_CASE("a question that cannot be used is left out with its answers, and said once") {
    check_rows({
        {"module.yaml", "- {id: w2, theme: work, text: \"What do you do all day?\"",
         "- {id: w2, theme: work", "module.yaml:21:5: a question has no 'text' (add 'text: ...')\n",
         3},
        {"module.yaml", "- {id: w2,", "- {id: w1,",
         "module.yaml:21:10: the question 'w1' is here for a second time (give each its own id; "
         "this "
         "one is left out)\n"
         "people/dev.yaml:9:3: module.yaml has no question 'w2' (add it to 'questions' in "
         "module.yaml, or correct the id)\n"
         "people/moira.yaml:13:3: module.yaml has no question 'w2' (add it to 'questions' in "
         "module.yaml, or correct the id)\n",
         3},
    });
}

TEST_CASE("an id with other letters is refused, and works all the same") {
    MemoryFiles files = made_module();
    for (const auto& [file, from, to] :
         std::vector<std::array<std::string, 3>>{{"module.yaml", "{id: w1,", "{id: W 1,"},
                                                 {"people/dev.yaml", "  w1:", "  W 1:"},
                                                 {"people/moira.yaml", "  w1:", "  W 1:"},
                                                 {"people/amara.yaml", "  w1:", "  W 1:"},
                                                 {"index/moira.yaml", "  w1:", "  W 1:"}}) {
        std::string& text = files.files[file];
        text.replace(text.find(from), from.size(), to);
    }
    const ModuleReading reading = read_module(files);
    CHECK(texts(reading.problems) ==
          "module.yaml:20:10: 'W 1' cannot be an id (ids have a-z, 0-9 and '-', at most 64 of "
          "them: write 'w-1', here and where it is named)\n");
    REQUIRE(reading.module);
    CHECK(reading.module->questions[0].id.text == "w-1");
    CHECK(playable(*reading.module) == 5);
}

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
         "people/dev.yaml:1:1: 'dev' has no 'consent' (add 'consent: ...')\n"
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
         "people/eve.yaml:1:1: 'eve' has no answers (add 'answers:' with the questions that were "
         "answered)\n"},
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

TEST_CASE("a module of which nothing can be understood is not opened, and it is said why") {
    const std::vector<Row> rows = {
        {"module.yaml", "", "format: 2\n",
         "module.yaml:1:9: this program does not know the format '2' (it is probably of a newer "
         "program: install that one; this one reads 'format: 1')\n"},
        {"module.yaml", "", "format: one\n",
         "module.yaml:1:9: this program does not know the format 'one' (write 'format: 1')\n"},
        {"module.yaml", "", "- a\n",
         "module.yaml:1:1: module.yaml must be keys with values, not a list (write keys with "
         "values: "
         "'key: value', one in each line, or {key: value})\n"},
        {"module.yaml", "", "{\n",
         "module.yaml:2:1: this is not YAML: end of map flow not found (look for a '}', a ']' or a "
         "comma that is missing)\n"},
        {"module.yaml", "",
         "\xFF\xFE"
         "f",
         "module.yaml: the file is saved as UTF-16 (save it as "
         "UTF-8)\n"},
        {"module.yaml", "", std::string(max_text_bytes + 1, '#'),
         "module.yaml: the file is larger than 4 MiB (divide it, or look whether it is the right "
         "file)\n"},
        {"module.yaml", "", std::string(100'000, '['),
         "module.yaml:1:1001: lists and maps are more than 32 levels deep (look for brackets or "
         "hyphens that are too many)\n"},
        {"module.yaml", "", "a: 1\n---\nb: 2\n",
         "module.yaml:2:1: a second document begins here (take the line '---' away, or put what "
         "follows into a file of its own)\n"},
    };
    for (const Row& row : rows) {
        const ModuleReading reading = read_module(broken(row));
        CHECK(texts(reading.problems) == row.problems);
        CHECK_FALSE(reading.module);
    }
    const ModuleReading reading = read_module(MemoryFiles{});
    CHECK(texts(reading.problems) ==
          "module.yaml: there is no 'module.yaml' (put it there, or correct the name)\n");
    CHECK_FALSE(reading.module);
}

TEST_CASE("a module without people or questions opens, and it is said") {
    MemoryFiles files;
    files.files["module.yaml"] = made_module_yaml.substr(0, made_module_yaml.find("people_order"));
    ModuleReading reading = read_module(files);
    CHECK(texts(reading.problems) ==
          "module.yaml: there are no people in this module (put a file for each person into the "
          "folder 'people', such as people/moira.yaml)\n");
    REQUIRE(reading.module);
    CHECK(reading.module->cells.empty());

    for (const std::string questions :
         {"", "questions:\n", "questions: []\n", "questions: none\n"}) {
        CAPTURE(questions);
        files = made_module();
        std::string& text = files.files["module.yaml"];
        const std::size_t from = text.find("questions:");
        text.replace(from, text.find("facts:") - from, questions);
        reading = read_module(files);
        REQUIRE(reading.module);
        CHECK(reading.module->questions.empty());
        CHECK(reading.module->cells.empty());
        CHECK(reading.module->people.size() == 3);
        CHECK(texts(reading.problems).find("module.yaml:") == 0);
    }
}

TEST_CASE("aliases and cycles are refused where they are, and the rest is read") {
    check_rows({
        {"people/dev.yaml", "w2: {in: \"00:20.000\", out: \"00:41.000\"}",
         "w2: &x {in: *x, out: *x}",
         "people/dev.yaml:9:7: '&' gives a name to be repeated elsewhere (an anchor) (take it "
         "away; "
         "text that begins with '&' must be in quotes)\n"
         "people/dev.yaml:9:15: '*' repeats something from another place (an alias) (write it out "
         "here; text that begins with '*' must be in quotes)\n"
         "people/dev.yaml:9:24: '*' repeats something from another place (an alias) (write it out "
         "here; text that begins with '*' must be in quotes)\n",
         4},
        {"people/dev.yaml", "w1: {in: \"00:01.000\", out: \"00:20.000\"}",
         "w1: &a {film: films/moira-w2.mp4}\n  w3: *a",
         "people/dev.yaml:8:7: '&' gives a name to be repeated elsewhere (an anchor) (take it "
         "away; "
         "text that begins with '&' must be in quotes)\n"
         "people/dev.yaml:9:7: '*' repeats something from another place (an alias) (write it out "
         "here; text that begins with '*' must be in quotes)\n"},
        {"people/dev.yaml", "name: Dev", "name: !!binary Dev",
         "people/dev.yaml:2:7: 'tag:yaml.org,2002:binary' gives a type (a tag), which means "
         "nothing "
         "here (take it away; text that begins with '!' must be in quotes)\n"},
    });
}

TEST_CASE("a file with hundreds of mistakes lists the first hundred") {
    std::string answers = "answers:\n";
    for (int i = 0; i < 5000; ++i) {
        answers += "  x" + std::to_string(i) + ": {}\n";
    }
    const ModuleReading reading = read_module(
        broken({"people/dev.yaml", "",
                made_dev_yaml.substr(0, made_dev_yaml.find("answers:")) + answers, ""}));
    CHECK(reading.problems.size() <= 103);
    CHECK(texts(reading.problems).find("there are more problems in this file") !=
          std::string::npos);
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
