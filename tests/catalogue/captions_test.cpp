#include "catalogue/captions.h"

#include <doctest/doctest.h>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "tests/catalogue/caption_rows.h"

using namespace catalogue;
using namespace caption_rows;
using namespace std::chrono_literals;

namespace {

// One cue of WebVTT with this text.
std::string vtt(const std::string& text) {
    return "WEBVTT\n\n00:01.000 --> 00:02.000\n" + text + "\n";
}

}  // namespace

TEST_CASE("WebVTT cues are found among everything else a file may hold") {
    check_good(
        {
            {"WEBVTT", ""},
            {"WEBVTT\n", ""},
            {vtt("Hello"), "1000-2000 Hello"},
            {"\xEF\xBB\xBFWEBVTT\n\n00:01.000 --> 00:02.000\nHello", "1000-2000 Hello"},
            {"WEBVTT\r\n\r\n00:01.000 --> 00:02.000\r\nOne\r\nTwo\r\n", "1000-2000 One|Two"},
            {"WEBVTT\r\r00:01.000 --> 00:02.000\rOne\rTwo\r", "1000-2000 One|Two"},
            {"WEBVTT - made by hand\nKind: captions\nLanguage: en\n\n00:01.000 --> 00:02.000\nA",
             "1000-2000 A"},
            {"WEBVTT\n00:01.000 --> 00:02.000\nA", "1000-2000 A"},
            {"WEBVTT\n\nSTYLE\n::cue { color: red }\n::cue(b) { }\n\n00:01.000 --> 00:02.000\nA",
             "1000-2000 A"},
            {"WEBVTT\n\nREGION\nid:fred\nwidth:40%\n\n00:01.000 --> 00:02.000 region:fred\nA",
             "1000-2000 A"},
            {"WEBVTT\n\nNOTE\nby me\n\nNOTE and\tyou\n\n00:01.000 --> 00:02.000\nA", "1000-2000 A"},
            {"WEBVTT\n\nNOTE put aside\n00:01.000 --> 00:02.000\nA\n\n00:03.000 --> 00:04.000\nB",
             "3000-4000 B"},
            {"WEBVTT\n\nfirst\n00:01.000 --> 00:02.000 align:start position:10%,line-left\nA\n\n"
             "2\n00:02.000 --> 00:03.000\nB",
             "1000-2000 A; 2000-3000 B"},
            {"WEBVTT\n\n01:02:03.456 --> 123:00:00.000\nA", "3723456-442800000 A"},
            {"WEBVTT\n\n00:01.000\t-->\t00:02.000\nA", "1000-2000 A"},
            {"WEBVTT\n\n00:01.000-->00:02.000\nA", "1000-2000 A"},
            {"WEBVTT\n\n00:01.000 --> 00:02.000\nA\n00:02.000 --> 00:03.000\nB",
             "1000-2000 A; 2000-3000 B"},
            {"WEBVTT\n\n00:03.000 --> 00:04.000\nC\n\n00:01.000 --> 00:09.000\nA\n\n"
             "00:03.000 --> 00:05.000\nD",
             "1000-9000 A; 3000-4000 C; 3000-5000 D"},
            {"WEBVTT\n\n00:01.000 --> 00:02.000\n\n00:02.000 --> 00:03.000\n<i> </i>&nbsp;\n", ""},
        },
        "a.vtt");
}

TEST_CASE("the text of a WebVTT cue loses its markup and nothing else") {
    const std::vector<Good> rows = {
        {"<i>so</i> <b>very</b> <u>well</u>", "so very well"},
        {"<c.yellow.bg_blue>so</c> <c>well</c>", "so well"},
        {"<lang en-GB>colour</lang>", "colour"},
        {"<00:01.500>one <00:00:01.800>two", "one two"},
        {"<v Amara>Hello", "Amara: Hello"},
        {"<v.loud Amara Osei>Hello</v>", "Amara Osei: Hello"},
        {"<v Tom &amp; Ann>Hello", "Tom & Ann: Hello"},
        {"<v>Hello", "Hello"},
        {"<ruby>kan<rt>ji</rt></ruby>", "kan(ji)"},
        {"R&amp;D &lt;b&gt; &quot;so&apos;", "R&D <b> \"so'"},
        {"a&nbsp;b&lrm;c&rlm;d",
         "a\xC2\xA0"
         "b\xE2\x80\x8E"
         "c\xE2\x80\x8F"
         "d"},
        {"&#233;&#xE9;&#XE9;", "\xC3\xA9\xC3\xA9\xC3\xA9"},
        {"&#xD800;&#0;", "\xEF\xBF\xBD\xEF\xBF\xBD"},
        {"&amp;lt; &unknown; AT&T &; &#; &#x; &#12x;", "&lt; &unknown; AT&T &; &#; &#x; &#12x;"},
        {"&#99999999999;", "&#99999999999;"},
        {"a&#7;b&#10;c", "ab|c"},
        {"I <3 you, 1 < 2 > 0", "I <3 you, 1 < 2 > 0"},
        {"<laughs> well <", "<laughs> well <"},
        {"a <b and <i>c</i>", "a <b and c"},
        {"{\\an8}stays", "{\\an8}stays"},
        {"  one  \n\ttwo\t", "one|two"},
        {"a\x01"
         "b\x7F"
         "c\xC2\x85"
         "d",
         "abcd"},
    };
    for (const Good& row : rows) {
        CAPTURE(row.text);
        const CaptionReading reading = read_captions(vtt(row.text), "a.vtt");
        CHECK(told(reading) == "1000-2000 " + row.cues);
        CHECK(complaints(reading) == "");
    }
}

TEST_CASE("two voices in one cue are two cues of the same time") {
    CHECK(told(read_captions(vtt("<v Ann>Hi</v>\n<v Ben>Hello"), "a.vtt")) ==
          "1000-2000 Ann: Hi; 1000-2000 Ben: Hello");
    CHECK(told(read_captions(vtt("<v Ann>Hi <v Ann>there"), "a.vtt")) == "1000-2000 Ann: Hi there");
}

TEST_CASE("a damaged WebVTT cue is left out with a word on where and why") {
    check_bad(
        {
            {"", "", "1:1 the file does not start with WEBVTT"},
            {"00:01.000 --> 00:02.000\nA", "1000-2000 A", "does not start with WEBVTT"},
            {"WEBVTTX\n\n00:01.000 --> 00:02.000\nA", "1000-2000 A", "does not start with WEBVTT"},
            {"WEBVTT\n\n00:01,000 --> 00:02,000\nA\n\n00:03.000 --> 00:04.000\nB", "3000-4000 B",
             "3:1 '00:01,000' is not a time (write a dot"},
            {"WEBVTT\n\n00:01.000 --> 00:02.00\nA", "", "3:15 '00:02.00' is not a time"},
            {"WEBVTT\n\n00:01.000 --> 00:02.0000\nA", "", "3:15"},
            {"WEBVTT\n\n00:01 --> 00:02.000\nA", "", "3:1 '00:01' is not a time"},
            {"WEBVTT\n\n1:00.000 --> 00:02.000\nA", "", "3:1 '1:00.000'"},
            {"WEBVTT\n\n00:60.000 --> 00:61.000\nA", "", "3:1 '00:60.000'"},
            {"WEBVTT\n\n00:60:00.000 --> 00:61.000\nA", "", "3:1"},
            {"WEBVTT\n\n-0:01.000 --> 00:02.000\nA", "", "3:1"},
            {"WEBVTT\n\n123456:00:01.000 --> 123457:00:02.000\nA", "", "3:1"},
            {"WEBVTT\n\n00:00:00:01.000 --> 00:02.000\nA", "", "3:1"},
            {"WEBVTT\n\n00:01.000 -->\nA", "", "3:14 a time is missing"},
            {"WEBVTT\n\n--> 00:02.000\nA", "", "3:1 a time is missing"},
            {"WEBVTT\n\n-->", "", "3:1 a time is missing"},
            {"WEBVTT\n\nname\n00:02.000 --> 00:01.000\nA", "", "4:1 the caption 'A' does not end"},
            {"WEBVTT\n\n00:02.000 --> 00:02.000\nA", "", "3:1 the caption 'A' does not end"},
            {"WEBVTT\n\n00:01.000 --> 00:02.000\nA\n\nlost words\n", "1000-2000 A",
             "6:1 the text 'lost words' has no time"},
            {"WEBVTT\n\n00:01.000 --> 00:02.000\nA --> B\n", "", "4:1 'A' is not a time"},
        },
        "a.vtt");
}

TEST_CASE("SRT cues are read as they come, with or without numbers") {
    check_good(
        {
            {"", ""},
            {"1\n00:00:01,000 --> 00:00:02,000\nA\n\n2\n00:00:03,000 --> 00:00:04,000\nB\n",
             "1000-2000 A; 3000-4000 B"},
            {"\xEF\xBB\xBF"
             "1\r\n00:00:01,000 --> 00:00:02,000\r\nA\r\nB\r\n\r\n",
             "1000-2000 A|B"},
            {"00:00:01,000 --> 00:00:02,000\nA\n\n00:00:03.000 --> 00:00:04.000\nB",
             "1000-2000 A; 3000-4000 B"},
            {"1\n00:00:01,000 --> 00:00:02,000\nA\n\nstill A\n\n2\n00:00:03,000 --> "
             "00:00:04,000\nB",
             "1000-2000 A|still A; 3000-4000 B"},
            {"1\n00:00:01,000 --> 00:00:02,000\nA\n2\n00:00:03,000 --> 00:00:04,000\nB",
             "1000-2000 A; 3000-4000 B"},
            {"1\n00:00:01,000 --> 00:00:02,000\n\n42\n\n2\n00:00:03,000 --> 00:00:04,000\nB",
             "1000-2000 42; 3000-4000 B"},
            {"1\n00:00:01,000 --> 00:00:02,000\n\n2\n00:00:03,000 --> 00:00:04,000\nB",
             "3000-4000 B"},
            {"1\n0:0:1,5 --> 00:02\nA", "1500-2000 A"},
            {"1\n00:00:01,000 --> 00:00:02,000 X1:40 X2:600 Y1:20 Y2:50\nA", "1000-2000 A"},
            {"1\n00:00:01,000 --> 00:00:02,000\n<i>so</i> <font color=\"#ff0000\">well</font>",
             "1000-2000 so well"},
            {"1\n00:00:01,000 --> 00:00:02,000\n{\\an8}{\\i1}up<br/>{sic} {\\open",
             "1000-2000 up|{sic} {\\open"},
            {"1\n00:00:01,000 --> 00:00:02,000\nA --> B: so --> C\n",
             "1000-2000 A --> B: so --> C"},
            {"3\n00:00:03,000 --> 00:00:04,000\nB\n\n1\n00:00:01,000 --> 00:00:02,000\nA",
             "1000-2000 A; 3000-4000 B"},
        },
        "a.SRT");
}

TEST_CASE("a damaged SRT cue is left out with a word on where and why") {
    check_bad(
        {
            {"hello\nthere", "", "1:1 the text 'hello' has no time"},
            {"1\n00:00:01,000 -> 00:00:02,000\nA", "", "2:1 the text"},
            {"1\n00:00:0l,000 --> 00:00:02,000\nA\n\n2\n00:00:03,000 --> 00:00:04,000\nB",
             "3000-4000 B", "2:1 '00:00:0l,000' is not a time"},
            {"1\n00:00:01,000 --> 00:00:02;000\nA", "", "2:18 '00:00:02;000' is not a time"},
            {"1\n00:00:01,0000 --> 00:00:02,000\nA", "", "2:1"},
            {"1\n00:61:01,000 --> 00:62:02,000\nA", "", "2:1"},
            {"1\n00:00:01,000 -->\nA", "", "2:17 a time is missing"},
            {"1\n00:00:02,000 --> 00:00:01,000\nA", "", "2:1 the caption 'A' does not end"},
            {"1\n00:00:01,000 --> 00:00:02,000\nA\n\n2\nlost\n\n3\n00:00:03,000 --> "
             "00:00:04,000\nB",
             "1000-2000 A; 3000-4000 B", "5:1 the caption 2 has no time"},
        },
        "a.srt");
}

TEST_CASE("files in other encodings become UTF-8") {
    using namespace std::string_literals;
    const std::string head = "1\n00:00:01,000 --> 00:00:02,000\n";
    const CaptionReading latin = read_captions(head + "caf\xE9 \x93so\x94", "a.srt");
    CHECK(told(latin) == "1000-2000 caf\xC3\xA9 \xE2\x80\x9Cso\xE2\x80\x9D");
    CHECK(complaints(latin).find("3:4 the file is not UTF-8") == 0);
    CHECK(latin.problems.at(0).severity == Severity::Warning);

    const CaptionReading broken = read_captions(head + "caf\xC3\xA9 \xC3\xA8 \xFF so", "a.srt");
    CHECK(told(broken) == "1000-2000 caf\xC3\xA9 \xC3\xA8 \xEF\xBF\xBD so");
    CHECK(complaints(broken).find("3:8 the file has a byte here that is not UTF-8") == 0);

    std::string little = "\xFF\xFE";
    std::string big = "\xFE\xFF";
    for (const char c : head) {
        little += {c, '\0'};
        big += {'\0', c};
    }
    CHECK(told(read_captions(little + "\xE9\0\x3D\xD8\x00\xDE"s, "a.srt")) ==
          "1000-2000 \xC3\xA9\xF0\x9F\x98\x80");
    CHECK(told(read_captions(big + "\0\xE9\xD8\x3D\xDE\x00"s, "a.srt")) ==
          "1000-2000 \xC3\xA9\xF0\x9F\x98\x80");
}

TEST_CASE("a file of no known ending or of more than 4 MiB is refused") {
    for (const char* file : {"a.txt", "a", "vtt", "a.vtt.zip"}) {
        CAPTURE(file);
        const CaptionReading reading = read_captions(vtt("A"), file);
        CHECK(reading.cues.empty());
        CHECK(complaints(reading).find("0:0 ") == 0);
        CHECK(complaints(reading).find(".vtt") != std::string::npos);
    }
    std::string text = vtt("A") + "\nNOTE ";
    text.resize(4 * 1024 * 1024, 'x');
    CHECK(told(read_captions(text, "a.vtt")) == "1000-2000 A");
    text += 'x';
    const CaptionReading reading = read_captions(text, "a.vtt");
    CHECK(reading.cues.empty());
    CHECK(complaints(reading).find("too large") != std::string::npos);
}

TEST_CASE("at most fifty problems are told, and every good cue is kept") {
    std::string text = "WEBVTT\n\n";
    for (int i = 0; i < 200; ++i) {
        text += "00:01.000 --> 00:00.000\nbad\n\n00:01.000 --> 00:02.000\ngood\n\n";
    }
    const CaptionReading reading = read_captions(text, "a.vtt");
    CHECK(reading.problems.size() == 50);
    CHECK(reading.problems.at(49).place.line == 3 + 49 * 6);
    CHECK(reading.cues.size() == 200);
}

TEST_CASE("the cues at a time are those that contain it, in order") {
    const CaptionReading reading = read_captions(
        "WEBVTT\n\n00:01.000 --> 01:00.000\nlong\n\n00:02.000 --> 00:03.000\nA\n\n"
        "00:03.000 --> 00:04.000\nB\n\n00:03.500 --> 00:05.000\nC\n",
        "a.vtt");
    struct Row {
        SourceDuration time;
        std::string texts;
    };
    const std::vector<Row> rows = {
        {0ms, ""},
        {999ms, ""},
        {1s, "long "},
        {2s, "long A "},
        {2999ms, "long A "},
        {3s, "long B "},
        {3500ms, "long B C "},
        {4s, "long C "},
        {30s, "long "},
        {59999ms, "long "},
        {60s, ""},
        {-1s, ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.time.count());
        std::string texts;
        for (const CaptionCue* cue : cues_at(reading.cues, SourceTime{row.time})) {
            texts += cue->text + " ";
        }
        CHECK(texts == row.texts);
    }
    CHECK(cues_at({}, SourceTime{1s}).empty());
}

TEST_CASE("the next change of what is to be seen is the next beginning or end of a cue") {
    const auto at = [](int seconds) { return SourceTime{std::chrono::seconds{seconds}}; };
    const std::vector<CaptionCue> cues{{{at(2), at(9)}, "", "long"},
                                       {{at(4), at(6)}, "", "short"},
                                       {{at(12), at(13)}, "", "late"}};
    struct Row {
        int from;
        std::optional<int> next;
    };
    for (const Row& row : {Row{0, 2}, Row{2, 4}, Row{3, 4}, Row{4, 6}, Row{6, 9}, Row{9, 12},
                           Row{12, 13}, Row{13, std::nullopt}}) {
        CAPTURE(row.from);
        const auto next = next_change_of_cues(cues, at(row.from));
        CHECK(next.has_value() == row.next.has_value());
        if (next && row.next) CHECK(*next == at(*row.next));
    }
    CHECK_FALSE(next_change_of_cues({}, at(0)));
}
