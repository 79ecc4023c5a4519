#include "catalogue/exchange/captions_out.h"

#include <doctest/doctest.h>

#include <string>

#include "catalogue/lines.h"
#include "tests/catalogue/caption_rows.h"

using namespace catalogue;
using namespace std::chrono_literals;

namespace {

CaptionCue cue(SourceDuration in, SourceDuration out, std::string text) {
    return {{SourceTime{in}, SourceTime{out}}, {}, std::move(text), {}};
}

const std::string long_words =
    "I have kept sheep on this hill since I was sixteen, and before me my father did, and before "
    "him his aunt, who had nobody to help.";

}  // namespace

TEST_CASE("a caption of 130 letters becomes several of two short lines") {
    const auto cues = in_short_captions({cue(1s, 7s, long_words), cue(8s, 9s, "Short.")});
    REQUIRE(cues.size() == 3);
    CHECK(cues[0].time.in == SourceTime{1s});
    CHECK(cues[0].time.out == cues[1].time.in);
    CHECK(cues[1].time.out == SourceTime{7s});
    CHECK(cues[2].text == "Short.");
    std::string all;
    for (int i = 0; i < 2; ++i) {
        std::size_t begin = 0;
        int lines = 0;
        for (const std::string& text = cues[i].text; begin <= text.size(); ++lines) {
            const std::size_t end = std::min(text.find('\n', begin), text.size());
            CHECK(characters_in(text.substr(begin, end - begin)) <= 42);
            all += (all.empty() ? "" : " ") + text.substr(begin, end - begin);
            begin = end + 1;
        }
        CHECK(lines == 2);
    }
    CHECK(all == long_words);
    // About as long as its letters are of all.
    CHECK(cues[0].time.out - cues[0].time.in > 2s);
    CHECK(cues[0].time.out - cues[0].time.in < 4s);
}

TEST_CASE("a word that is longer than a line stays whole") {
    const std::string word(200, 'x');
    const auto cues = in_short_captions({cue(1s, 2s, word)});
    REQUIRE(cues.size() == 1);
    CHECK(cues[0].text == word);
}

TEST_CASE("captions that were written are read again as they were") {
    const std::vector<CaptionCue> cues = {cue(0s, 1500ms, "R&D <b> --> x"),
                                          cue(1500ms, 7s, "Two\nlines")};
    const CaptionReading read = read_captions(webvtt_text(cues), "a.vtt");
    CHECK(read.problems.empty());
    CHECK(caption_rows::told(read) == "0-1500 R&D <b> --> x; 1500-7000 Two|lines");
}

TEST_CASE("TTML captions end where the next begins, and the last where the film ends") {
    const std::string ttml =
        "<tt><body><div><p begin='1s'>A</p><p begin='4s'>B</p></div></body></tt>";
    CHECK(caption_rows::told(read_captions(ttml, "a.ttml", SourceTime{20s})) ==
          "1000-4000 A; 4000-20000 B");
    CHECK(caption_rows::told(read_captions(ttml, "a.ttml")) == "1000-4000 A; 4000-9000 B");
    // A film that claims to end before: its word is not believed.
    CHECK(caption_rows::told(read_captions(ttml, "a.ttml", SourceTime{2s})) ==
          "1000-4000 A; 4000-9000 B");
    const std::string words(150, 'x');
    CHECK(caption_rows::told(read_captions("<tt><body><p begin='1s'>" + words + "</p></body></tt>",
                                           "a.ttml")) == "1000-10999 " + words);
}
