#include "catalogue/index_proposals.h"

#include <doctest/doctest.h>

#include "catalogue/module_reader.h"
#include "tests/catalogue/made_module.h"

using namespace catalogue;
using namespace std::chrono_literals;

namespace {

TimeRange range(SourceDuration in, SourceDuration out) {
    return {SourceTime{in}, SourceTime{out}};
}

// Loudness in windows of 100 ms: pairs of seconds and dBFS.
std::vector<float> loudness(const std::vector<std::pair<double, float>>& stretches) {
    std::vector<float> levels;
    for (const auto& [seconds, level] : stretches) {
        levels.insert(levels.end(), static_cast<std::size_t>(seconds * 10), level);
    }
    return levels;
}

}  // namespace

TEST_CASE("a pause is where only the film's own hiss is heard, however loud that is") {
    for (const float hiss : {-90.0F, -60.0F, -38.0F}) {
        CAPTURE(hiss);
        const auto levels =
            loudness({{1, hiss}, {10, -20}, {0.5, hiss}, {10, -25}, {2, hiss}, {10, -20}});
        CHECK(pauses_in(levels, 100ms, 1s) ==
              std::vector<TimeRange>{range(0s, 1s), range(21500ms, 23500ms)});
    }
}

TEST_CASE("where nobody speaks, or it is equally loud all the time, no pauses are made up") {
    CHECK(pauses_in({}, 100ms, 1s).empty());
    CHECK(pauses_in(loudness({{60, -80}}), 100ms, 1s).empty());
    CHECK(pauses_in(loudness({{60, -20}, {3, -23}}), 100ms, 1s).empty());
}

TEST_CASE("answers are proposed between pauses, with a little of them before and after") {
    const std::vector<Proposal> all =
        proposals({range(0s, 1s), range(30s, 31s), range(34s, 40s)}, SourceTime{70s}, {});
    CHECK(all == std::vector<Proposal>{
                     {range(500ms, 30500ms), std::nullopt, "after a pause of 1.0 s"},
                     {range(39s, 70s), std::nullopt, "after a pause of 6.0 s"},
                 });
}

TEST_CASE("after a pause for thought a proposal says that the answer before may go on") {
    // A thought, a question, a long silence.
    const std::vector<Proposal> all = proposals(
        {range(20s, 22s), range(40s, 41s), range(44s, 45s), range(60s, 64s)}, SourceTime{80s}, {});
    REQUIRE(all.size() == 4);
    CHECK(all[0].reason == "from where the film begins");
    CHECK(all[1].reason == "after a pause of 2.0 s; the one before may go on in it");
    CHECK(all[2].reason == "after a pause of 1.0 s");
    CHECK(all[3].reason == "after a pause of 4.0 s");
}

TEST_CASE("a question that the captions ask is proposed for the answer after it, or around it") {
    const std::vector<AskedAt> asked{{2, range(31s, 33s), "goes … wrong"},
                                     {0, range(41s, 43s), "become"}};
    const std::vector<Proposal> all = proposals(
        {range(0s, 1s), range(30s, 31s), range(34s, 36s), range(38s, 40s)}, SourceTime{70s}, asked);
    REQUIRE(all.size() == 2);
    CHECK(!all[0].question);
    // Asked in a short stretch before it, but also within it: the later one is nearer.
    CHECK(all[1].question == 0);
    const std::vector<Proposal> one =
        proposals({range(0s, 1s), range(30s, 31s), range(34s, 36s)}, SourceTime{70s}, {asked[0]});
    REQUIRE(one.size() == 2);
    CHECK(one[1].question == 2);
    CHECK(one[1].reason == "after a pause of 2.0 s; the captions say “goes … wrong”");
}

TEST_CASE("a question is found by the words that say something, not by those that only ask") {
    Module module = *read_module(made_module()).module;
    module.questions[1].text = "What was your first paid work?";
    const std::vector<CaptionCue> cues{
        {range(0s, 2s), "", "What was your favourite colour?"},
        {range(10s, 12s), "", "And your first"},
        {range(12s, 14s), "", "job, your paid work?"},
        {range(60s, 62s), "", "That work was my first."},
    };
    CHECK(questions_asked(cues, module, 0) ==
          std::vector<AskedAt>{{1, range(10s, 14s), "first … paid … work"}});
    CHECK(questions_asked({}, module, 0).empty());
}

TEST_CASE("what is marked already is not proposed again") {
    const std::vector<Proposal> all{{range(0s, 10s), std::nullopt, "a"},
                                    {range(10s, 20s), std::nullopt, "b"},
                                    {range(30s, 40s), std::nullopt, "c"}};
    const IndexDraft draft{
        std::vector<Markable>(3, Markable::Yes), {{0, range(0s, 10s)}}, {{1, range(35s, 60s)}}};
    CHECK(still_open(all, draft) == std::vector<Proposal>{all[1]});
}

TEST_CASE("what somebody marked in the film comes before what pauses say") {
    const std::vector<Proposal> chapters{{range(10s, 30s), 2, "chapter"}};
    const std::vector<Proposal> pauses{{range(0s, 10s), std::nullopt, "pause"},
                                       {range(25s, 40s), std::nullopt, "pause"},
                                       {range(40s, 50s), std::nullopt, "pause"}};
    CHECK(joined(chapters, pauses) == std::vector<Proposal>{pauses[0], chapters[0], pauses[2]});
    CHECK(joined({}, pauses) == pauses);
    CHECK(joined(chapters, {}) == chapters);
}
