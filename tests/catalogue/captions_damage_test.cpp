// Captions nobody would write: by chance, and by intent.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/captions.h"
#include "catalogue/text.h"

using namespace catalogue;
using namespace std::string_view_literals;

namespace {

constexpr std::size_t most_bytes = 4 * 1024 * 1024;
// Enough to tell what grows with the square; all rows at full size would take long.
constexpr std::size_t many_bytes = most_bytes / 8;

constexpr std::array endings = {"a.vtt", "a.srt", "a.ttml"};

constexpr std::string_view vtt_seed =
    "WEBVTT - a film\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:r\n\nNOTE "
    "mine\n\n"
    "one\n00:01.000 --> 00:02.000 align:start\n<v Ann>Hi <i>there</i> &amp; <c.x>you</c>\n\n"
    "00:00:02.500 --> 00:00:04.000\ncaf\xC3\xA9 <00:03.000>&#233; <lang en>so</lang>\ntwo\n";
constexpr std::string_view srt_seed =
    "1\r\n00:00:01,000 --> 00:00:02,000\r\n{\\an8}<i>Hi</i> <font color=\"red\">you</font>\r\n\r\n"
    "more\r\n\r\n2\r\n00:00:02,500 --> 00:00:04,000\r\ncaf\xC3\xA9\r\n\r\n3\r\n"
    "00:00:05.000 --> 00:00:06.000\r\nend\r\n";
constexpr std::string_view ttml_seed =
    "<?xml version=\"1.0\"?><!DOCTYPE tt [<!ENTITY e 'x'>]>\n"
    "<tt xmlns=\"http://www.w3.org/ns/ttml\" ttp:frameRate=\"25\" ttp:tickRate=\"1000\">"
    "<head><metadata/></head><body begin=\"1s\"><div end=\"00:01:00:05\">\n"
    "<p begin=\"1.5s\" end=\"300f\">Hi<br/><span>the &lt;re</span></p>"
    "<p begin=\"20000t\">caf\xC3\xA9 &#233;<![CDATA[<]]></p><!-- c --><p dur=\"2m\">end</p>"
    "</div></body></tt>";

constexpr std::array splinters = {
    "-->"sv,         "\n"sv,
    "\n\n"sv,        "\r"sv,
    "<"sv,           ">"sv,
    "&"sv,           ";"sv,
    "&#x"sv,         "<v "sv,
    "</"sv,          "{\\"sv,
    "\0"sv,          "\xFF"sv,
    "\xC3"sv,        "\xEF\xBB\xBF"sv,
    "NOTE "sv,       "STYLE\n"sv,
    "99999999999"sv, "0"sv,
    ":"sv,           ","sv,
    "."sv,           "-"sv,
    "<p "sv,         "</p>"sv,
    "<div>"sv,       " begin='"sv,
    " end='9h'"sv,   "<!DOCTYPE ["sv,
    "<![CDATA["sv,   "<!--"sv,
    "]]>"sv,         "&e;"sv,
    "<br/>"sv,       "\xFF\xFE"sv,
    "\xFE\xFF"sv,    "00:00:01.000"sv,
};

// A number below `limit`, the same on every machine.
std::size_t below(std::mt19937& chance, std::size_t limit) {
    return limit == 0 ? 0 : chance() % limit;
}

std::string mutated(std::string_view seed, std::mt19937& chance) {
    std::string text{seed};
    const std::size_t changes = 1 + below(chance, 8);
    for (std::size_t i = 0; i < changes; ++i) {
        const std::size_t at = below(chance, text.size() + 1);
        const std::size_t length = below(chance, 24);
        switch (below(chance, 6)) {
            case 0:
                if (at < text.size()) text[at] = static_cast<char>(below(chance, 256));
                break;
            case 1:
                text.erase(at, length);
                break;
            case 2:
                text.insert(at, text.substr(below(chance, text.size() + 1), length));
                break;
            case 3:
                if (below(chance, 8) == 0) text.resize(at);
                break;
            default:
                text.insert(at, splinters[below(chance, splinters.size())]);
        }
    }
    return text;
}

// What holds for every reading, whatever was read; a word on what does not.
std::string broken_promise(const CaptionReading& reading) {
    const auto earlier = [](const CaptionCue& a, const CaptionCue& b) {
        return a.time.in < b.time.in;
    };
    if (!std::is_sorted(reading.cues.begin(), reading.cues.end(), earlier)) return "order of cues";
    for (const CaptionCue& cue : reading.cues) {
        if (cue.time.in < SourceTime{} || cue.time.out <= cue.time.in) return "times";
        if (cue.text.empty() || cue.text.back() == '\n') return "empty text";
        for (const std::string& words : {cue.text, cue.speaker}) {
            if (find_invalid_utf8(words)) return "UTF-8";
            for (const char c : words) {
                const bool control = static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
                if (control && c != '\n') return "control character";
            }
        }
        if (cue.speaker.find('\n') != cue.speaker.npos) return "speaker of two lines";
    }
    if (reading.problems.size() > 50) return "number of problems";
    for (const Problem& problem : reading.problems) {
        if (problem.what.empty() || problem.hint.empty()) return "empty problem";
        if (find_invalid_utf8(problem.what)) return "UTF-8 of a problem";
        if (problem.place.line < 1 || problem.place.column < 1) return "place of a problem";
    }
    const auto before = [](const Problem& a, const Problem& b) { return a.place < b.place; };
    if (!std::is_sorted(reading.problems.begin(), reading.problems.end(), before)) {
        return "order of problems";
    }
    return {};
}

}  // namespace

TEST_CASE("the readers keep their promises for captions damaged by chance") {
    constexpr int rounds = 2000;
    constexpr std::array seeds = {vtt_seed, srt_seed, ttml_seed};
    std::mt19937 chance(20240607);
    std::size_t cues = 0;
    std::size_t problems = 0;
    for (int round = 0; round < rounds; ++round) {
        for (const std::string_view seed : seeds) {
            const std::string text = mutated(seed, chance);
            for (const char* file : endings) {
                const CaptionReading reading = read_captions(text, file);
                cues += reading.cues.size();
                problems += reading.problems.size();
                const std::string promise = broken_promise(reading);
                if (promise.empty()) continue;
                CAPTURE(file);
                CAPTURE(text);
                FAIL_CHECK(promise);
            }
        }
    }
    // The damage neither spoils everything nor nothing.
    CHECK(cues > 4 * rounds);
    CHECK(problems > 3 * rounds);
}

TEST_CASE("a large file of one thing over and over is read without delay") {
    struct Row {
        std::string_view head;
        std::string_view again;
        std::size_t bytes = many_bytes;
    };
    const std::vector<Row> rows = {
        {"", "<", most_bytes},
        {"", "\n", most_bytes},
        {"", "&"},
        {"", "\xFF"},
        {"", "1\n"},
        {"", "-->\n"},
        {"", "x\n\n"},
        {"WEBVTT\n\n", "00:02.000 --> 00:01.000\nx\n\n"},
        {"WEBVTT\n\n", "00:01.000 --> 00:02.000\nx\n\n", most_bytes},
        {"WEBVTT\n\n00:01.000 --> 00:02.000\n", "<"},
        {"WEBVTT\n\n00:01.000 --> 00:02.000\n", "<v "},
        {"WEBVTT\n\n00:01.000 --> 00:02.000\n", "<v a>x<v b>x"},
        {"WEBVTT\n\n00:01.000 --> 00:02.000\n", "&#1"},
        {"WEBVTT\n\n00:01.000 --> 00:02.000\n", "NOTE\n"},
        {"00:00:01,000 --> 00:00:02,000\n", "{\\"},
        {"00:00:01,000 --> 00:00:02,000\n", "\n"},
        {"00:00:01,000 --> 00:00:02,000\n", "\n2\n"},
        {"", "00:00:02,000 --> 00:00:01,000\n"},
        {"<tt>", "<div>", most_bytes},
        {"<tt><body>", "<div begin='1s'>"},
        {"<tt><body>", "<p>x</p>"},
        {"<tt><body>", "<p begin='x'>x</p>"},
        {"<tt><body>", "<p begin='1s'>x</p>"},
        {"<tt><body><p begin='1s'>", "<span>"},
        {"<tt><body><p begin='1s'>", "<br/>"},
        {"<tt ", "a='' "},
        {"<!DOCTYPE tt [", "<!"},
        {"<!DOCTYPE tt [", "<!["},
        {"<!DOCTYPE tt [<!ENTITY a 'x'>]><tt><body><p begin='1s'>", "&a;"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.head);
        CAPTURE(row.again);
        std::string text{row.head};
        while (text.size() + row.again.size() <= row.bytes) {
            text += row.again;
        }
        for (const char* file : endings) {
            CAPTURE(file);
            const std::clock_t start = std::clock();
            const CaptionReading reading = read_captions(text, file);
            // Processor time, which busy neighbours do not change. A tenth of a second is usual;
            // what grows with the square would take many minutes.
            CHECK(std::clock() - start < 10 * CLOCKS_PER_SEC);
            CHECK(broken_promise(reading) == "");
        }
    }
}
