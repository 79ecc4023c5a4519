#include "player/app/stage/transcript.h"

#include <doctest/doctest.h>

#include <chrono>

using catalogue::CaptionCue;
using catalogue::SourceTime;
using catalogue::TimeRange;
using namespace std::chrono_literals;

namespace {

CaptionCue cue(std::chrono::milliseconds in, std::chrono::milliseconds out, std::string text) {
    return {{SourceTime{in}, SourceTime{out}}, "Ann", std::move(text)};
}

const std::vector<CaptionCue> film{cue(0s, 4s, "This was said in another answer."),
                                   cue(9s, 12s, "It runs already at the start."),
                                   cue(12s, 16s, "Here is one sentence. And here is another one."),
                                   cue(30s, 34s, "This is said in the next answer.")};

}  // namespace

TEST_CASE("a transcript holds the sentences of its answer, timed from where the clip begins") {
    const TimeRange answer{SourceTime{10s}, SourceTime{20s}};
    const auto lines = app::transcript_lines(film, answer, answer.in);
    REQUIRE(lines.size() == 3);
    CHECK(lines[0].text == "It runs already at the start.");
    CHECK(lines[0].from_s == 0);  // not before the clip begins
    CHECK(lines[1].from_s == doctest::Approx(2));
    CHECK(lines[2].text == "And here is another one.");
    CHECK(lines[2].from_s > 3);
    CHECK(lines[2].from_s < 5);
    for (const ui::TranscriptLine& line : lines)
        CHECK(line.speaker == "Ann");
}

TEST_CASE("a film that is an answer as a whole is in its transcript as a whole") {
    CHECK(app::transcript_lines(film, std::nullopt, SourceTime{}).size() == 5);
    CHECK(app::transcript_lines({}, std::nullopt, SourceTime{}).empty());
}

TEST_CASE("what is described stands between what is said, by its time") {
    std::vector<ui::TranscriptLine> said{{"Ann", "First.", 0}, {"Ann", "Second.", 4}};
    std::vector<ui::TranscriptLine> described{{"", "A gate.", 3}, {"", "A dog.", 9}};
    const auto all = app::with_descriptions(said, described);
    REQUIRE(all.size() == 4);
    CHECK(all[1].text == "A gate.");
    CHECK(all[1].describes);
    CHECK_FALSE(all[2].describes);
    CHECK(all[3].text == "A dog.");
}
