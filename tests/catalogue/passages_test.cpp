#include "catalogue/passages.h"

#include <doctest/doctest.h>

#include <string>

using namespace catalogue;
using namespace std::chrono_literals;

namespace {

SourceTime at(std::chrono::milliseconds time) {
    return SourceTime{time};
}

CaptionCue cue(std::chrono::milliseconds in, std::chrono::milliseconds out, std::string text,
               std::string speaker = "Ann") {
    return {{at(in), at(out)}, std::move(speaker), std::move(text)};
}

std::vector<std::string> texts(const std::vector<Passage>& passages) {
    std::vector<std::string> all;
    for (const Passage& passage : passages)
        all.push_back(passage.text);
    return all;
}

}  // namespace

TEST_CASE("a passage is a sentence, however it lies in the cues") {
    const auto found = passages_of(
        {cue(1s, 4s, "I answer nine nine nine\ncalls, so if you've"),
         cue(4s, 8s, "ever rung, that was me. Big dark room,"), cue(8s, 10s, "thirty of us.")},
        {});
    REQUIRE(texts(found) ==
            std::vector<std::string>{
                "I answer nine nine nine calls, so if you've ever rung, that was me.",
                "Big dark room, thirty of us."});
    CHECK(found[0].time == TimeRange{at(1s), at(8s)});
    CHECK(found[1].time == TimeRange{at(4s), at(10s)});
}

TEST_CASE("a word is said in the cue that holds it") {
    const auto found = passages_of({cue(1s, 4s, "One two three,"), cue(4s, 8s, "four five. Six."),
                                    cue(8s, 9s, "seven eight nine ten.")},
                                   {});
    REQUIRE(found.size() == 2);
    const auto said = [](const Passage& passage, const char* word) {
        return said_at(passage, passage.text.find(word));
    };
    CHECK(said(found[0], "One") == at(1s));
    CHECK(said(found[0], "three") == at(1s));
    CHECK(said(found[0], "four") == at(4s));
    CHECK(said(found[1], "Six") == at(4s));  // too short to stand alone
    CHECK(said(found[1], "seven") == at(8s));
    CHECK(said_at(found[1], 10'000) == at(8s));
}

TEST_CASE("where sentences end") {
    struct Row {
        const char* text;
        std::vector<std::string> passages;
    };
    for (const Row& row : std::vector<Row>{
             {"We all went home. It had gone quite dark.",
              {"We all went home.", "It had gone quite dark."}},
             {"Is that the whole thing? It most certainly is!",
              {"Is that the whole thing?", "It most certainly is!"}},
             {"She said \u201Ccome back tomorrow.\u201D And so I did that.",
              {"She said \u201Ccome back tomorrow.\u201D", "And so I did that."}},
             {"No. Never. Not for all the money.", {"No. Never. Not for all the money."}},
             {"My boss was Dr. Shah and Mrs. Gray.", {"My boss was Dr. Shah and Mrs. Gray."}},
             {"It was three and I. Then we both went.",
              {"It was three and I.", "Then we both went."}},
             {"It cost us 3.50 a head in all.", {"It cost us 3.50 a head in all."}},
             {"And then I thought\u2026 well, why not really?",
              {"And then I thought\u2026", "well, why not really?"}},
             {"  spaces \n\n and   lines  ", {"spaces and lines"}},
             {"...", {"..."}}}) {
        CAPTURE(std::string(row.text));
        CHECK(texts(passages_of({cue(0s, 5s, row.text)}, {})) == row.passages);
    }
}

TEST_CASE("a pause and another voice end a passage") {
    CHECK(texts(passages_of({cue(0s, 2s, "I thought that"), cue(2s, 4s, "it was over")}, {})) ==
          std::vector<std::string>{"I thought that it was over"});
    CHECK(passages_of({cue(0s, 2s, "I thought that"), cue(5s, 6s, "it was over")}, {}).size() == 2);
    CHECK(passages_of({cue(0s, 2s, "What did you do"), cue(2s, 4s, "I went", "Bob")}, {}).size() ==
          2);
}

TEST_CASE("words without full stops are divided before they get long") {
    std::vector<CaptionCue> cues;
    for (int i = 0; i < 60; ++i)
        cues.push_back(cue(i * 2s, i * 2s + 2s, "and then we had another six words"));
    const auto found = passages_of(cues, {});
    CHECK(found.size() > 5);
    for (const Passage& passage : found)
        CHECK(passage.text.size() < 400);
}

TEST_CASE("only what is said within the answer is in it, and its times do not leave it") {
    const std::vector<CaptionCue> cues{
        cue(0s, 4s, "This is before it all."), cue(9s, 12s, "This begins before it."),
        cue(12s, 18s, "This is in the middle."), cue(18s, 21s, "This ends after it all."),
        cue(19s, 30s, "This is mostly after it.")};
    const auto found = passages_of(cues, TimeRange{at(10s), at(20s)});
    REQUIRE(texts(found) == std::vector<std::string>{"This begins before it.",
                                                     "This is in the middle.",
                                                     "This ends after it all."});
    CHECK(found.front().time.in == at(10s));
    CHECK(found.front().cues.front().time == at(10s));
    CHECK(found.back().time.out == at(20s));
    CHECK(passages_of({}, {}).empty());
}

TEST_CASE("every word of the captions is in exactly one passage, in order") {
    const std::vector<CaptionCue> cues{cue(0s, 3s, "One. Two! Three four five six? Seven"),
                                       cue(3s, 6s, "eight\nnine. Ten eleven", "Bob"),
                                       cue(6s, 7s, "twelve thirteen fourteen fifteen.", "Bob")};
    std::string all;
    for (const Passage& passage : passages_of(cues, {})) {
        REQUIRE_FALSE(passage.cues.empty());
        CHECK(passage.cues.front().byte == 0);
        all += passage.text + " ";
    }
    CHECK(all ==
          "One. Two! Three four five six? Seven eight nine. Ten eleven twelve thirteen fourteen "
          "fifteen. ");
}

TEST_CASE("a passage begins where its first word is said, and knows whose voice it is") {
    const auto found = passages_of({cue(1s, 3s, "We all went home, of course."),
                                    cue(10s, 20s, "It was late now. I was tired then.", "Bob")},
                                   {});
    REQUIRE(found.size() == 3);
    CHECK(found[0].begins == at(1s));
    CHECK(found[0].speaker == "Ann");
    CHECK(found[1].begins == at(10s));
    CHECK(found[2].begins == at(15s));  // half of the letters are before it
    CHECK(found[2].time.in == at(10s));
    CHECK(found[2].speaker == "Bob");
}
