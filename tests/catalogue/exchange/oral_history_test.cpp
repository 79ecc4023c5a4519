// OHMS: the elements, their order and the times in whole seconds are those of the schema ohms.xsd
// 5.4 (as in WeAreAVP/aviary-public) and of what uklibraries/ohms-viewer reads. Oral History as
// Data: columns, tags and timestamps are those of the transcripts in uidaholib/oral-history-as-data
// and of the docs of oralhistoryasdata. The words here are made up.
#include <doctest/doctest.h>

#include "catalogue/exchange/chapters.h"
#include "catalogue/exchange/index_chapters.h"
#include "catalogue/module_reader.h"
#include "tests/catalogue/exchange/made_up_chapters.h"
#include "tests/catalogue/problem_texts.h"

namespace {

using namespace std::chrono_literals;
using catalogue::CaptionCue;
using catalogue::Chapter;
using catalogue::ChapterForm;
using catalogue::SourceTime;
using made_up::chapter;

bool holds(const std::string& text, std::string_view part) {
    return text.find(part) != text.npos;
}

catalogue::ChapterReading read_ohms(std::string_view text,
                                    std::optional<SourceTime> end = std::nullopt) {
    return catalogue::read_chapters(text, "a.xml", ChapterForm::Ohms, end);
}

catalogue::ChapterReading read_csv(std::string_view text,
                                   std::optional<SourceTime> end = std::nullopt) {
    return catalogue::read_chapters(text, "a.csv", ChapterForm::Csv, end);
}

std::string ohms(const std::string& points, const std::string& before = "") {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<ROOT xmlns=\"https://www.weareavp.com/nunncenter/ohms\"><record id=\"7\" "
           "dt=\"2026-11-29\">\n<version>5.4</version><title>Ada</title>" +
           before + "<index>\n" + points + "</index></record></ROOT>";
}

std::string point(const std::string& time, const std::string& title) {
    return "<point><time>" + time + "</time><title>" + title +
           "</title><title_alt/><partial_transcript>x</partial_transcript><synopsis/><keywords>a;b"
           "</keywords><subjects/><gpspoints><gps/><gps_zoom/></gpspoints></point>\n";
}

const std::vector<Chapter> three{chapter(1250ms, 2500ms, "w1", "In a nutshell"),
                                 chapter(2500ms, 2900ms, "w2", "a < b & \"c\" --> ?>"),
                                 chapter(3'601'000ms, 3'605'001ms, "l-1", "W\u00F6rter;")};

const std::vector<CaptionCue> cues{
    {{SourceTime{0ms}, SourceTime{1s}}, "", "Before anything", {}},
    {{SourceTime{1300ms}, SourceTime{1800ms}}, "Bob", "=How,\nthen?", {}},
    {{SourceTime{1800ms}, SourceTime{2450ms}}, "", "Like \"this\".", {}},
    {{SourceTime{5s}, SourceTime{6s}}, "", "Nobody may know this", {}}};

}  // namespace

TEST_CASE("an index of OHMS comes back as it went out, to the thousandth") {
    CHECK(catalogue::chapter_form_of("A.XML") == ChapterForm::Ohms);
    const std::string text =
        catalogue::chapters_text(three, ChapterForm::Ohms,
                                 {"Ada & Co\xEF\xBF\xBE\x01", "Ada", "films/ada.mp4", "en",
                                  "2026-11-29", SourceTime{3'605'001ms}, cues});
    CAPTURE(text);
    const auto back = read_ohms(text);
    CHECK(texts(back.problems).empty());
    CHECK(back.chapters == three);
    CHECK(holds(text, "<title>Ada &amp; Co\uFFFD\uFFFD</title>"));
    CHECK(holds(text, "<duration>1:00:06</duration>"));
    CHECK(holds(text, "<partial_transcript>=How, then?</partial_transcript>"));
    CHECK_FALSE(holds(text, "Nobody may know this"));
    CHECK(holds(text, "<time>1</time>"));
}

TEST_CASE("what OHMS itself wrote anew has beginnings in whole seconds, and ends with the next") {
    std::string text = catalogue::chapters_text(three, ChapterForm::Ohms);
    for (std::size_t at; (at = text.find("<?crosscut")) != text.npos;)
        text.erase(at, text.find("?>", at) + 2 - at);
    const auto back = read_ohms(text, SourceTime{3700s});
    CAPTURE(texts(back.problems));
    REQUIRE(back.chapters.size() == 3);
    CHECK(back.chapters[0] == chapter(1s, 2s, "w1", "In a nutshell"));
    CHECK(back.chapters[1].time == catalogue::TimeRange{SourceTime{2s}, SourceTime{3601s}});
    CHECK(back.chapters[2].time == catalogue::TimeRange{SourceTime{3601s}, SourceTime{3700s}});
}

TEST_CASE("answers that begin in the same second keep their times until OHMS writes anew") {
    const std::vector<Chapter> close{chapter(5100ms, 5600ms, "w1", "Yes"),
                                     chapter(5800ms, 9s, "w2", "More")};
    std::string text = catalogue::chapters_text(close, ChapterForm::Ohms);
    CHECK(read_ohms(text, SourceTime{9s}).chapters == close);
    for (std::size_t at; (at = text.find("<?crosscut")) != text.npos;)
        text.erase(at, text.find("?>", at) + 2 - at);
    const auto back = read_ohms(text, SourceTime{9s});
    REQUIRE(back.chapters.size() == 1);
    CHECK(back.chapters[0] == chapter(5s, 9s, "w2", "More"));
    CHECK(holds(texts(back.problems), "'w1: Yes'"));  // it is said, with its line
}

TEST_CASE("a point that was moved in OHMS lies where it was moved to") {
    std::string text = catalogue::chapters_text(
        {chapter(1250ms, 2500ms, "w1", "A"), chapter(9s, 12s, "w2", "B")}, ChapterForm::Ohms);
    text.replace(text.find("<time>9<"), 8, "<time>2<");
    const auto back = read_ohms(text, SourceTime{20s});
    REQUIRE(back.chapters.size() == 2);
    CHECK(back.chapters[0] == chapter(1250ms, 2000ms, "w1", "A"));
    CHECK(back.chapters[1] == chapter(2s, 20s, "w2", "B"));
}

TEST_CASE("points in the shapes of OHMS, and what is damaged in them") {
    struct Row {
        std::string text;
        std::vector<Chapter> chapters;
        const char* problem;  // "" for none
    };
    const std::string two = point("5", "Second") + point("0", "w1: First");
    const std::vector<Chapter> both{chapter(0s, 5s, "w1", "First"), chapter(5s, 9s, "", "Second")};
    const Row rows[] = {
        {ohms(two, "<duration>0:00:09</duration>"), both, ""},
        {ohms(two, "<duration>00:00:00</duration>"), {both[0]}, "a.xml:4: it is not known when"},
        {ohms(two), {both[0]}, "'Second' ends"},
        {"<o:ROOT><o:record><o:index><o:point><o:time>1</o:time><o:title>A</o:title></o:point>"
         "<o:point><o:time>0:02.5</o:time></o:point></o:index></o:record></o:ROOT>",
         {chapter(1s, 2500ms, "", "A")},
         "it is not known when '' ends"},
        {ohms(point("soon", "A")), {}, "a.xml:4: 'soon' is not a time"},
        {ohms("<point><title>A</title></point>"), {}, "'' is not a time"},
        {ohms(point("-4", "A")), {}, "is not a time"},
        {ohms(point("99999999999999", "A")), {}, "is not a time"},
        {ohms(point("3", "A") + point("3", "B"), "<duration>9</duration>"),
         {chapter(3s, 9s, "", "B")},
         "a.xml:4: 'A' ends before it begins"},
        {ohms("", ""), {}, ""},
        {"<ROOT><record/></ROOT>", {}, "a.xml:1: this is not an index of OHMS"},
        {"<tt/>", {}, "this is not an index of OHMS"},
        {"hello", {}, "this is not XML"},
        {"", {}, "this is not XML"},
        {"<ROOT><record><index/></record>\n<record/></ROOT>", {}, "a.xml:2: there is a second"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const auto read = read_ohms(row.text);
        CHECK(read.chapters == row.chapters);
        const std::string problems = texts(read.problems);
        CAPTURE(problems);
        CHECK(problems.empty() == std::string(row.problem).empty());
        CHECK(holds(problems, row.problem));
    }
}

TEST_CASE("no entity of an index is filled in, no depth and no length does harm") {
    const std::string bomb =
        "<!DOCTYPE r [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
        "<!ENTITY f SYSTEM \"file:///etc/passwd\">]>\n"
        "<ROOT><record><index>" +
        point("1", "&b;") + point("2", "&f;") + "</index></record></ROOT>";
    auto read = read_ohms(bomb, SourceTime{9s});
    REQUIRE(read.chapters.size() == 2);
    CHECK(read.chapters[0].title == "&b;");
    CHECK(read.chapters[1].title == "&f;");
    CHECK(holds(texts(read.problems), "a.xml:1: the file makes up entities"));

    std::string deep;
    for (int i = 0; i < 200'000; ++i)
        deep += "<index>";
    CHECK(read_ohms("<ROOT><record>" + deep).chapters.empty());

    std::string many;
    for (int i = 0; i < 30'000; ++i)
        many += point("x", "A");
    CHECK(read_ohms(ohms(many)).problems.size() <= 101);

    std::string latin1 = ohms(point("1", "W\xF6rter"));
    read = read_ohms(latin1, SourceTime{9s});
    REQUIRE(read.chapters.size() == 1);
    CHECK(read.chapters[0].title == "W\u00F6rter");
    CHECK(holds(texts(read.problems), "not UTF-8"));
}

TEST_CASE("a transcript has a line for each caption of what may be shown, and comes back") {
    const std::string text = catalogue::chapters_text(
        three, ChapterForm::OralHistoryAsData,
        {"Ada", "Ada", "films/ada.mp4", "en", "2026-11-29", std::nullopt, cues});
    CHECK(text ==
          "speaker,words,tags,timestamp\r\n"
          "Bob,\"'=How, then?\",w1,[00:00:01.250]\r\n"
          "Ada,\"Like \"\"this\"\".\",w1,[00:00:01.800]\r\n"
          "Ada,\"a < b & \"\"c\"\" --> ?>\",w2,[00:00:02.500]\r\n"
          ",[...],,[00:00:02.900]\r\n"
          "Ada,\"W\u00F6rter;\",l-1,[01:00:01.000]\r\n"
          ",[...],,[01:00:05.001]\r\n");
    const auto back = read_csv(text);  // its columns say what it is
    CHECK(texts(back.problems).empty());
    REQUIRE(back.chapters.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(back.chapters[i].time == three[i].time);
        CHECK(back.chapters[i].title == three[i].question);
    }
}

TEST_CASE("transcripts in the shapes of others, and what is damaged in them") {
    struct Row {
        const char* text;
        std::vector<Chapter> chapters;
        const char* problem;  // "" for none
    };
    const Row rows[] = {
        // As the first ones were: other columns too, tags with blanks, few timestamps.
        {"timestamp,speaker,words,tags,highlight,timelink\n[00:00:00],AB:,\"Well, yes.\",,,0\n"
         "[00:00:05],CD:,So.,q0; early;,,5\n,AB:,And?,early;,,\n[00:05:00],CD:,Then.,q1,,300\n",
         {chapter(5s, 300s, "", "early"), chapter(5s, 300s, "", "q0"),
          chapter(300s, 400s, "", "q1")},
         ""},
        {"Speaker,Words,Tags,Timestamp\nA,x,q0,0:01.5\nA,y,q0,00:02\nA,z,,[0:00:03]\n",
         {chapter(1500ms, 3s, "", "q0")},
         ""},
        {"speaker,words,tags,timestamp\nA,x,,[00:01]\nA,y,q0,\nA,z,,[00:09]\n",
         {},
         "a.csv:3: 'q0' begins in a line that has no timestamp"},
        {"speaker,words,tags,timestamp\nA,x,q0,[soon]\n", {}, "a.csv:2: '[soon]' is not a time"},
        {"speaker,words,tags,timestamp\nA,x,q0,[00:09]\nA,y,,[00:01]\n",
         {},
         "a.csv:2: 'q0' ends before it begins"},
        {"words,timestamp\nx,[00:01]\n", {}, "a.csv:1: the first line does not name the columns"},
        {"speaker,words,tags,timestamp\n", {}, ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const auto read = read_csv(row.text, SourceTime{400s});
        CHECK(read.chapters == row.chapters);
        const std::string problems = texts(read.problems);
        CAPTURE(problems);
        CHECK(problems.empty() == std::string(row.problem).empty());
        CHECK(holds(problems, row.problem));
    }
    CHECK(holds(texts(read_csv("words,tags,timestamp\nx,q0,[00:01]\n").problems),
                "a.csv:2: it is not known when 'q0' ends"));
    std::string endless = "words,tags,timestamp\n";
    for (int i = 0; i < 20'000; ++i)
        endless += "x,t" + std::to_string(i) + ",never\n";
    CHECK(read_csv(endless).problems.size() <= 101);
}

TEST_CASE("cut off anywhere, an index of OHMS and a transcript do no harm") {
    for (const ChapterForm form : {ChapterForm::Ohms, ChapterForm::OralHistoryAsData}) {
        const std::string text = catalogue::chapters_text(three, form);
        for (std::size_t length = 0; length <= text.size(); ++length) {
            const auto read =
                catalogue::read_chapters(std::string_view(text).substr(0, length), "a", form);
            CHECK(read.chapters.size() <= three.size());
        }
    }
}

TEST_CASE("tags and points that name no question are said once, by their first line") {
    catalogue::MemoryFiles files;
    files.files["module.yaml"] =
        "format: 1\nid: made-up\nversion: \"1\"\ntitle: Made up\nlanguage: en\nlicence: CC0-1.0\n"
        "themes:\n  - {id: work, name: Work}\nquestions:\n"
        "  - {id: q0, theme: work, text: \"First?\", label: \"The first\"}\n"
        "  - {id: q1, theme: work, text: \"Second?\", label: Second}\n";
    files.files["f.mp4"] = "x";
    files.files["people/ada.yaml"] =
        "format: 1\nname: Ada\njob: {title: baker, article: a}\nconsent: given\nfilm: f.mp4\n";
    const auto module = catalogue::read_module(files).module;
    REQUIRE(module);
    const auto read = read_csv(
        "speaker,words,tags,timestamp\nA,x,q0;sea,[00:01]\nA,y,,[00:02]\n"
        "A,z,sea;second,[00:03]\nA,z,,[00:04]\n");
    CHECK(texts(read.problems).empty());
    const auto made =
        catalogue::index_from(read.chapters, *module, {"ada", "f.mp4", 1, "2026-11-29"}, "a.csv");
    CHECK(made.found == 2);
    CHECK(holds(made.yaml, "  q0: {in: \"00:01.000\", out: \"00:02.000\"}\n"));
    CHECK(holds(made.yaml, "  q1: {in: \"00:03.000\", out: \"00:04.000\"}\n"));
    REQUIRE(made.problems.size() == 1);
    CHECK(holds(texts(made.problems),
                "a.csv:2: 'sea' at 00:01.000, and 2 times in all, is no question"));
}
