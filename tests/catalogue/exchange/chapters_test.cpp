#include "catalogue/exchange/chapters.h"

#include <doctest/doctest.h>

#include <array>

#include "catalogue/exchange/index_chapters.h"
#include "catalogue/module_reader.h"
#include "tests/catalogue/exchange/made_up_chapters.h"
#include "tests/catalogue/problem_texts.h"

namespace {

using namespace std::chrono_literals;
using catalogue::Chapter;
using catalogue::ChapterForm;
using catalogue::SourceTime;
using made_up::chapter;

constexpr std::array forms{ChapterForm::WebVtt, ChapterForm::Srt, ChapterForm::Csv,
                           ChapterForm::FfMetadata};
constexpr std::array<const char*, 4> file_names{"a.vtt", "a.srt", "a.csv", "a.ffmeta"};

}  // namespace

TEST_CASE("chapters are the same after any format and back") {
    const std::vector<Chapter> chapters{
        chapter(0ms, 1ms, "w1", "In a nutshell"),
        chapter(12'000ms, 40'200ms, "w2", "a < b & c > d --> e"),
        chapter(3'599'999ms, 3'600'001ms, "l-1",
                "Quotes \" and, commas; and = and # and \\ and 'so'"),
        chapter(2h, 99h, "x", "Wörter, 言葉"),
        chapter(99h, 99h + 1s, "", "a title alone"),
    };
    for (std::size_t form = 0; form < forms.size(); ++form) {
        CAPTURE(file_names[form]);
        CHECK(catalogue::chapter_form_of(file_names[form]) == forms[form]);
        const std::string text = catalogue::chapters_text(chapters, forms[form]);
        CAPTURE(text);
        const auto back = catalogue::read_chapters(text, file_names[form], forms[form]);
        CHECK(texts(back.problems).empty());
        REQUIRE(back.chapters.size() == chapters.size());
        for (std::size_t i = 0; i < chapters.size(); ++i) {
            CAPTURE(i);
            CHECK(back.chapters[i].time == chapters[i].time);
            CHECK(back.chapters[i].question == chapters[i].question);
            CHECK(back.chapters[i].title == chapters[i].title);
        }
    }
}

TEST_CASE("no field of a spreadsheet begins a formula, and none is changed by that") {
    for (const char* title : {"=1+1", "+1", "-1", "@SUM(A1)", "'=1", "''", "'", "'tis", "=\"a,b\"",
                              "=HYPERLINK(\"http://x\")"}) {
        CAPTURE(title);
        const std::vector<Chapter> chapters{chapter(0s, 1s, "", title),
                                            chapter(1s, 2s, title, "x")};
        const std::string text = catalogue::chapters_text(chapters, ChapterForm::Csv);
        for (std::size_t at = 0; at < text.size(); ++at) {
            const bool begins = at == 0 || text[at - 1] == ',' || text[at - 1] == '\n' ||
                                (text[at - 1] == '"' && at > 1 && text[at - 2] == ',');
            if (begins) CHECK(std::string_view("=+-@").find(text[at]) == std::string_view::npos);
        }
        CHECK(catalogue::read_chapters(text, "a.csv", ChapterForm::Csv).chapters == chapters);
    }
}

TEST_CASE("a spreadsheet may have its own columns, dividers and times") {
    struct Row {
        const char* text;
        std::vector<Chapter> chapters;
        const char* problem;  // "" for none
    };
    const std::vector<Chapter> one{chapter(75'250ms, 80s, "w1", "A")};
    const Row rows[] = {
        {"question,in,out,title\nw1,01:15.250,01:20.000,A\n", one, ""},
        {"\xEF\xBB\xBFtitle;out;in;note;question\r\nA;80;1:15,25;x;w1\r\n", one, ""},
        {"Question,IN,Out , Title\nw1,75.25,80,A\n", one, ""},
        {"question\tin\tout\ttitle\nw1\t75.25\t0:01:20\tA", one, ""},
        {"question,in,out,title\n\n\"w1\",\"75.25\",80,\"A\"\n\n", one, ""},
        {"in,out,title\n0,1,\"two\nlines\"\n", {chapter(0s, 1s, "", "two lines")}, ""},
        {"question,in,out\nw1,1,1\n", {}, "a.csv:2: 'w1: ' ends before it begins"},
        {"question,in,out\nw1,soon,1\n", {}, "a.csv:2: 'soon' is not a time"},
        {"question,in,out\nw1,1\n", {}, "a.csv:2: '' is not a time"},
        {"question,in,out\nw1,1:2:3:4,9\n", {}, "is not a time"},
        {"question,in,out\nw1,-1,9\n", {}, "is not a time"},
        {"question,in,out\nw1,99999999999999999999,9\n", {}, "is not a time"},
        {"w1,1,2\n", {}, "a.csv:1: the first line does not name the columns"},
        {"", {}, ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const auto read = catalogue::read_chapters(row.text, "a.csv", ChapterForm::Csv);
        CHECK(read.chapters == row.chapters);
        const std::string problems = texts(read.problems);
        CAPTURE(problems);
        CHECK(problems.empty() == std::string(row.problem).empty());
        CHECK(problems.find(row.problem) != std::string::npos);
    }
}

TEST_CASE("metadata has any time base, and what is damaged in it is said") {
    struct Row {
        const char* text;
        std::vector<Chapter> chapters;
        const char* problem;
    };
    const Row rows[] = {
        {";FFMETADATA1\ntitle=Film\n[CHAPTER]\nTIMEBASE=1/25\nSTART=25\nEND=50\ntitle=w1: A\n",
         {chapter(1s, 2s, "w1", "A")},
         ""},
        {";FFMETADATA1\n; a note\n[CHAPTER]\nSTART=1000000000\nEND=2000000000\n[STREAM]\ntitle=x\n",
         {chapter(1s, 2s, "", "")},
         ""},
        {";FFMETADATA1\r\n[CHAPTER]\r\nTIMEBASE=1001/"
         "30000\r\nSTART=0\r\nEND=30000\r\ntitle=a\\=b\r\n",
         {chapter(0s, 1001s, "", "a=b")},
         ""},
        {";FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/0\nSTART=1\nEND=2\n",
         {},
         "a.ffmeta:3: '1/0' is not a time base"},
        {";FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=1\n",
         {},
         "a.ffmeta:2: a chapter has no START or no END"},
        {";FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1\nSTART=-5\nEND=2\n", {}, "outside of any film"},
        {";FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1\nSTART=1\nEND=9223372036854775807\n",
         {},
         "outside of any film"},
        {";FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1\nSTART=5\nEND=2\ntitle=A\n",
         {},
         "'A' ends before it begins"},
        {"[CHAPTER]\n", {}, "this is not a metadata file"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const auto read = catalogue::read_chapters(row.text, "a.ffmeta", ChapterForm::FfMetadata);
        CHECK(read.chapters == row.chapters);
        const std::string problems = texts(read.problems);
        CAPTURE(problems);
        CHECK(problems.empty() == std::string(row.problem).empty());
        CHECK(problems.find(row.problem) != std::string::npos);
    }
}

TEST_CASE("cut off anywhere, a file of chapters does no harm") {
    const std::vector<Chapter> chapters{chapter(0s, 1s, "w1", "\"A\", \\"),
                                        chapter(1s, 2s, "w2", "=B")};
    for (std::size_t form = 0; form < forms.size(); ++form) {
        const std::string text = catalogue::chapters_text(chapters, forms[form]);
        for (std::size_t length = 0; length <= text.size(); ++length) {
            const auto read = catalogue::read_chapters(std::string_view(text).substr(0, length),
                                                       file_names[form], forms[form]);
            CHECK(read.chapters.size() <= chapters.size());
        }
    }
}

TEST_CASE("damage without end is told a hundred times and then left") {
    std::string csv = "question,in,out\n";
    std::string metadata = ";FFMETADATA1\n";
    for (int i = 0; i < 20'000; ++i) {
        csv += "w1,2,1\n";
        metadata += "[CHAPTER]\n";
    }
    CHECK(catalogue::read_chapters(csv, "a.csv", ChapterForm::Csv).problems.size() <= 101);
    CHECK(catalogue::read_chapters(metadata, "a", ChapterForm::FfMetadata).problems.size() <= 101);
}

namespace {

catalogue::MemoryFiles two_questions(const std::string& answers) {
    catalogue::MemoryFiles files;
    files.files["module.yaml"] =
        "format: 1\nid: made-up\nversion: \"1\"\ntitle: Made up\nlanguage: en\nlicence: CC0-1.0\n"
        "themes:\n  - {id: work, name: Work}\nquestions:\n"
        "  - {id: q0, theme: work, text: \"What does {job} do?\", label: First}\n"
        "  - {id: q1, theme: work, text: \"Second?\", label: Second}\n"
        "  - {id: q2, theme: work, text: \"Third?\", label: Third}\n";
    files.files["f.mp4"] = "x";
    files.files["g.mp4"] = "x";
    files.files["people/ada.yaml"] =
        "format: 1\nname: Ada\njob: {title: baker, article: a}\nconsent: given\nfilm: f.mp4\n" +
        answers;
    return files;
}

}  // namespace

TEST_CASE("what is handed out is what may be shown, in the film that was asked for") {
    const auto reading = catalogue::read_module(
        two_questions("answers:\n  q1: {in: \"00:01.000\", out: \"00:02.000\"}\n  q0: withheld\n"
                      "  q2: {film: g.mp4, in: \"00:00.000\", out: \"00:01.000\"}\n"));
    REQUIRE(reading.module);
    CHECK(catalogue::chapters_of(*reading.module, 0, "f.mp4") ==
          std::vector<Chapter>{chapter(1s, 2s, "q1", "Second")});
    CHECK(catalogue::chapters_of(*reading.module, 0, "g.mp4").size() == 1);
    CHECK(catalogue::chapters_of(*reading.module, 0, "h.mp4").empty());
}

TEST_CASE("an index that comes back gives the answers that went out") {
    catalogue::MemoryFiles files = two_questions(
        "answers:\n  q1: {in: \"00:01.000\", out: \"00:02.000\"}\n"
        "  q0: {in: \"00:02.000\", out: \"00:03.500\"}\n");
    const auto before = catalogue::read_module(files);
    REQUIRE(before.module);
    const auto chapters = catalogue::chapters_of(*before.module, 0, "f.mp4");
    const auto made =
        catalogue::index_from(chapters, *before.module, {"ada", "f.mp4", 1, "2026-11-21"}, "a.csv");
    CHECK(made.problems.empty());
    CHECK(made.found == 2);
    files = two_questions("");
    files.files["index/ada.yaml"] = made.yaml;
    const auto after = catalogue::read_module(files);
    REQUIRE(after.module);
    CHECK(texts(after.problems).empty());
    CHECK(catalogue::chapters_of(*after.module, 0, "f.mp4") == chapters);
}

TEST_CASE("chapters find their question by id, label or text, and what does not is said") {
    const auto reading = catalogue::read_module(
        two_questions("answers:\n  q1: {in: \"00:01.000\", out: \"00:02.000\"}\n"));
    struct Row {
        Chapter chapter;
        const char* line;     // in the index; "" where there is none
        const char* problem;  // "" for none
    };
    const Row rows[] = {
        {chapter(0s, 1s, "q0", "whatever"), "  q0: {in: \"00:00.000\", out: \"00:01.000\"}\n", ""},
        {chapter(0s, 1s, "", "FIRST"), "  q0: ", ""},
        {chapter(0s, 1s, "", "what does a baker do?"), "  q0: ", ""},
        {chapter(0s, 1s, "", "q2"), "  q2: ", ""},
        {chapter(0s, 1s, "first", ""), "  q0: ", ""},
        {chapter(0s, 1s, "Third?", "no name of a question"), "  q2: ", ""},
        {chapter(0s, 1s, "", "Goodbye"), "", "'Goodbye' at 00:00.000 is no question"},
        {chapter(0s, 1s, "q-0", "A"), "", "did you mean 'q0'?"},
        {chapter(4s, 6s, "q2", "A"), "", "before the answer before it ends"},
        {chapter(6s, 7s, "q1", "A"), "", "for a second time"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.chapter.title);
        std::vector<Chapter> chapters{row.chapter};
        if (row.chapter.time.in >= SourceTime{4s}) {
            chapters.insert(chapters.begin(), chapter(3s, 5s, "q1", "B"));
        }
        const auto made = catalogue::index_from(chapters, *reading.module,
                                                {"ada", "f.mp4", 1, "2026-11-21"}, "a.vtt");
        CHECK(made.yaml.find(row.line) != std::string::npos);
        const std::string problems = texts(made.problems);
        CAPTURE(problems);
        CHECK(problems.empty() == std::string(row.problem).empty());
        CHECK(problems.find(row.problem) != std::string::npos);
    }
}

TEST_CASE("a film's own chapters are proposed for the questions that they name") {
    const auto reading = catalogue::read_module(two_questions(""));
    std::vector<Chapter> chapters;
    for (const char* title : {"q1: How it began", "first", "Goodbye", ""}) {
        Chapter one = chapter(0s, 1s, "", "");
        catalogue::set_whole_title(one, title);
        chapters.push_back(one);
    }
    const auto proposed = catalogue::proposed_by(chapters, *reading.module, 0);
    REQUIRE(proposed.size() == 4);
    CHECK(proposed[0].question == 1);
    CHECK(proposed[0].reason == "the film\u2019s chapter \u201CHow it began\u201D");
    CHECK(proposed[1].question == 0);
    CHECK_FALSE(proposed[2].question);
    CHECK_FALSE(proposed[3].question);
    CHECK(proposed[3].reason == "a chapter of the film");
    CHECK(proposed[0].time == chapters[0].time);
}
