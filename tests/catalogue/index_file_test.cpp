#include "catalogue/index_file.h"

#include <doctest/doctest.h>

#include "catalogue/module_reader.h"
#include "tests/catalogue/made_module.h"
#include "tests/catalogue/problem_texts.h"

using namespace catalogue;

namespace {

// Without answers of her own.
MemoryFiles module_to_mark(const std::string& index) {
    MemoryFiles files = made_module();
    std::string moira = made_moira_yaml;
    moira.resize(moira.find("answers:"));
    files.files["people/moira.yaml"] = moira;
    files.files["index/moira.yaml"] = index;
    return files;
}

const Module& made() {
    static const Module module = *read_module(made_module()).module;
    return module;
}

const std::vector<Markable> all_markable(4, Markable::Yes);

Result<IndexFile> reading(const std::string& yaml) {
    return read_index_file(yaml, "index/moira.yaml", made(), all_markable, "moira",
                           "films/moira.mp4");
}

SourceTime at(int seconds) {
    return SourceTime{std::chrono::seconds{seconds}};
}

}  // namespace

TEST_CASE("an index that is written means what was marked, to whoever reads it") {
    IndexFile index = *reading("");
    index.film_bytes = 77;
    const std::vector<MarkedAnswer> marked{
        {2, {at(5), at(9)}}, {0, {at(3700), at(3800)}}, {std::nullopt, {at(4000), at(4010)}}};
    const std::string yaml = index_text(index, marked, made(), "2026-11-29");
    CAPTURE(yaml);
    const ModuleReading read = read_module(module_to_mark(yaml));
    CHECK(texts(read.problems) == "");
    REQUIRE(read.module);
    const std::size_t moira = *read.module->find_person({"moira"});
    CHECK(read.module->cell(moira, 2).answer->trim == marked[0].time);
    CHECK(read.module->cell(moira, 0).answer->trim == marked[1].time);
    CHECK(read.module->cell(moira, 1).state == CellState::Empty);

    const auto again = reading(yaml);
    REQUIRE(again);
    CHECK(again->answers == marked);
    IndexFile second = *again;
    second.film_bytes = 77;
    CHECK(index_text(second, second.answers, made(), "2026-11-29") == yaml);
}

TEST_CASE("nothing that the program does not know is lost from an index") {
    const std::string yaml =
        "format: 1\n"
        "person: moira\n"
        "film: films/moira.mp4\n"
        "made: {by: hand, with: \"a: stick\", date: \"2026-11-21\"}\n"
        "reviewed: {who: Jo, when: [monday, \"tues: day\"], why: }\n"
        "answers:\n"
        "  w1: {in: \"00:11.000\", out: \"00:39.000\", loudness: \"-23.0\", note: keep}\n"
        "  w2: {film: films/moira-w2.mp4, in: \"00:01.000\", out: \"00:02.000\"}\n"
        "  w3: {in: \"00:50.000\"}\n"
        "  z9: {in: \"01:50.000\", out: \"01:51.000\"}\n"
        "marks:\n"
        "  - {in: \"02:00.000\", out: \"02:10.000\"}\n"
        "  - {film: films/dev.mp4, in: \"00:00.000\", out: \"00:10.000\"}\n";
    const auto read = reading(yaml);
    REQUIRE(read);
    CHECK(read->answers ==
          std::vector<MarkedAnswer>{{0, {at(11), at(39)}}, {std::nullopt, {at(120), at(130)}}});
    const std::string same = index_text(*read, read->answers, made(), "2026-11-29");
    CHECK(same ==
          "# Only tools write here.\n"
          "format: 1\n"
          "person: moira\n"
          "film: \"films/moira.mp4\"\n"
          "made: {by: crosscut, date: \"2026-11-29\", size_bytes: \"0\", with: \"a: stick\"}\n"
          "reviewed: {who: Jo, when: [monday, \"tues: day\"], why: ~}\n"
          "answers:\n"
          "  w1: {in: \"00:11.000\", out: \"00:39.000\", loudness: \"-23.0\", note: keep}\n"
          "  w2: {film: films/moira-w2.mp4, in: \"00:01.000\", out: \"00:02.000\"}\n"
          "  w3: {in: \"00:50.000\"}\n"
          "  z9: {in: \"01:50.000\", out: \"01:51.000\"}\n"
          "marks:\n"
          "  - {in: \"02:00.000\", out: \"02:10.000\"}\n"
          "  - {film: films/dev.mp4, in: \"00:00.000\", out: \"00:10.000\"}\n");

    // What was measured belongs to the times it was measured for.
    const std::string moved =
        index_text(*read, {{0, {at(12), at(39)}}, {1, {at(60), at(70)}}}, made(), "2026-11-29");
    CHECK(moved.find("w1: {in: \"00:12.000\", out: \"00:39.000\", note: keep}") !=
          std::string::npos);
    CHECK(moved.find("w2: {in: \"01:00.000\", out: \"01:10.000\"}") != std::string::npos);
    CHECK(moved.find("moira-w2") == std::string::npos);
}

TEST_CASE("what somebody noted in an index stays where it stood") {
    const std::string yaml =
        "# Only tools write here.\n"
        "# Filmed in the rain.\n"
        "format: 1\n"
        "person: moira  # Mo\n"
        "film: films/moira.mp4\n"
        "\n"
        "answers:\n"
        "  # She laughs before it.\n"
        "  w1: {in: \"00:11.000\", out: \"00:39.000\"}  # ask her about the end\n"
        "  w2: {in: \"00:50.000\", out: \"00:55.000\", note: \"a # in it\"}   # too short?\n"
        "marks:\n"
        "  - {in: \"02:00.000\", out: \"02:10.000\"}\t# what is this?\n"
        "# The end.\n";
    const auto read = reading(yaml);
    REQUIRE(read);
    const std::vector<MarkedAnswer> moved{{0, {at(12), at(39)}},
                                          {std::nullopt, {at(120), at(130)}}};
    const std::string text = index_text(*read, moved, made(), "2026-11-29");
    CHECK(text ==
          "# Only tools write here.\n"
          "# Filmed in the rain.\n"
          "format: 1\n"
          "person: moira  # Mo\n"
          "film: \"films/moira.mp4\"\n"
          "made: {by: crosscut, date: \"2026-11-29\", size_bytes: \"0\"}\n"
          "answers:\n"
          "  # She laughs before it.\n"
          "  w1: {in: \"00:12.000\", out: \"00:39.000\"}  # ask her about the end\n"
          "marks:\n"
          "  - {in: \"02:00.000\", out: \"02:10.000\"}  # what is this?\n"
          "# w2: too short?\n"
          "# The end.\n");
    CHECK(index_text(*reading(text), moved, made(), "2026-11-29") == text);
}

TEST_CASE("what stands in a text of several lines is no comment") {
    const std::string yaml =
        "format: 1\nperson: moira\nfilm: films/moira.mp4\nreviewed: |\n  # by Jo\nanswers: {}\n";
    const auto read = reading(yaml);
    REQUIRE(read);
    const std::string text = index_text(*read, {}, made(), "2026-11-29");
    CHECK(text.find("reviewed: \"# by Jo\\n\"") != std::string::npos);
    CHECK(text.find("\n# by Jo") == std::string::npos);
}

TEST_CASE("an index that writing anew would damage is not taken up") {
    struct Row {
        const char* yaml;
        const char* what;
    };
    const Row rows[] = {
        {"format: 1\nperson: dev\n", "this index is not of 'moira'"},
        {"format: 2\nperson: moira\n", "this index is of a format that this program does not know"},
        {"person: moira\n", "this index is of a format that this program does not know"},
        {"format: 1\nperson: moira\nanswers:\n  w1: {in: \"00:01.000\"}\n  w1: {}\n",
         "this would be lost if the index were written anew"},
        {"format: 1\nperson: moira\nx: &a [1]\ny: *a\n",
         "this would be lost if the index were written anew"},
        {"- a list\n", "this is no index"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.yaml);
        const auto read = reading(row.yaml);
        REQUIRE(!read);
        CHECK(read.error().what == row.what);
        CHECK(!read.error().hint.empty());
    }
    CHECK(!reading("format: [1\n"));
}

TEST_CASE("what a person's own file says by hand is told from what it leaves to the index") {
    const WrittenByHand written = written_by_hand(made_moira_yaml, made());
    CHECK(written.film == "films/moira.mp4");
    CHECK(written.captions == "captions/moira.vtt");
    CHECK(written.answers == std::vector<bool>{true, true, false, false});

    std::vector<Markable> questions = all_markable;
    questions[0] = Markable::ByHand;
    const auto read = read_index_file(made_moira_index_yaml, "index/moira.yaml", made(), questions,
                                      "moira", "films/moira.mp4");
    REQUIRE(read);
    CHECK(read->answers == std::vector<MarkedAnswer>{{3, {at(50), at(80)}}});
    CHECK(index_text(*read, {}, made(), "2026-11-29").find("w1: {in: \"00:11.000\"") !=
          std::string::npos);
}
