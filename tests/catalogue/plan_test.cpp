#include "catalogue/plan.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>

#include "catalogue/markdown.h"
#include "catalogue/module_reader.h"
#include "tests/catalogue/problem_texts.h"

using namespace catalogue;
using namespace std::chrono_literals;

namespace {

const std::string head = "format: 1\ntitle: A plan\nabout: Words\nminutes: 20\ncues:\n";
const std::string last_cue = "  - {title: End, after: What now, talk: all, keep: true}\n";

PlanReading read(const std::string& text) {
    return read_plan(text, "plans/a-plan.yaml");
}

std::string text_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    REQUIRE(in);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

std::vector<std::filesystem::path> shipped() {
    return FolderFiles{CROSSCUT_ASSETS}.list("plans", ".yaml");
}

}  // namespace

TEST_CASE("a plan says what it holds") {
    const PlanReading reading = read(
        "format: 1\n"
        "title: A plan\n"
        "about: Words\n"
        "minutes: 20\n"
        "group: {from: 4, to: 20}\n"
        "needs: [Chairs]\n"
        "areas: [manage-career]\n"
        "benchmarks: [2, 8]\n"
        "help_card: true\n"
        "cues:\n"
        "  - title: Listen\n"
        "    clips:\n"
        "      - {question: w1, person: moira, pauses: [{at: \"00:20.000\", prompt: Stop}], "
        "prompts: [{at: \"00:10.000\", prompt: Look}]}\n"
        "      - {question: w2, person: any}\n"
        "      - {question: w3, person: same}\n"
        "      - {question: w4, people: 4, differ_in: route}\n"
        "      - {question: w5, people: same}\n"
        "      - {picked: 2}\n"
        "    talk: pair\n"
        "    minutes: 3\n"
        "    sound: false\n"
        "    job_last: true\n"
        "    watch: headsets\n" +
        last_cue);
    CHECK(texts(reading.problems) == "");
    REQUIRE(reading.plan);
    const Plan& plan = *reading.plan;
    CHECK(plan.id.text == "a-plan");
    CHECK(plan.minutes == 20min);
    CHECK(plan.fewest_pupils == 4);
    CHECK(plan.most_pupils == 20);
    CHECK(plan.areas == std::vector{CareerArea::ManageCareer});
    CHECK(plan.benchmarks == std::vector{2, 8});
    CHECK(plan.help_card);
    REQUIRE(plan.cues.size() == 2);
    const PlanCue& cue = plan.cues[0];
    CHECK(cue.talk == Talk::Pair);
    CHECK(cue.minutes == 3min);
    CHECK_FALSE(cue.sound);
    CHECK(cue.job_last);
    CHECK(cue.watched == Watched::WithHeadsets);
    REQUIRE(cue.clips.size() == 6);
    CHECK(cue.clips[0].chosen == Chosen{ThisPerson{{"moira"}}});
    CHECK(cue.clips[0].prompts ==
          std::vector{ClipPrompt{10s, "Look", false}, ClipPrompt{20s, "Stop", true}});
    CHECK(cue.clips[1].chosen == Chosen{Anybody{}});
    CHECK(cue.clips[2].chosen == Chosen{SamePerson{}});
    CHECK(cue.clips[3].chosen == Chosen{PeopleWhoDiffer{4, FactId{"route"}}});
    CHECK(cue.clips[4].chosen == Chosen{SamePeople{}});
    CHECK(cue.clips[5].chosen == Chosen{ClassPick{2}});
}

TEST_CASE("every fault of a plan has its place") {
    struct Row {
        const char* cue;
        const char* said;
    };
    for (const Row& row : {
             Row{"  - {title: A, before: B, talk: shout}\n", "plans/a-plan.yaml:6:33: 'shout'"},
             Row{"  - {title: A, before: B, minutes: some}\n", ":6:36: 'minutes' is 'some'"},
             Row{"  - {title: A, before: B, minutes: -1}\n", ":6:36: 'minutes' is '-1'"},
             Row{"  - {title: A, before: B, lenght: 3}\n", ":6:27: unknown key 'lenght'"},
             Row{"  - {title: A}\n", "'A' has nothing in it"},
             Row{"  - {title: A, before: B, keep: true, optional: true}\n", "cannot be kept"},
             Row{"  - {title: A, clips: [{question: W1, person: any}]}\n", "'W1' is not an id"},
             Row{"  - {title: A, clips: [{person: any}]}\n", "'question'"},
             Row{"  - {title: A, clips: [{question: w1}]}\n", "'person'"},
             Row{"  - {title: A, clips: [{question: w1, people: 1}]}\n", "'people' is '1'"},
             Row{"  - {title: A, clips: [{picked: none}]}\n", "'picked' is 'none'"},
             Row{"  - {title: A, before: B, sound: loud}\n", "'sound' is 'loud'"},
             Row{"  - {title: A, before: B, week: 2}\n", "in week 2"},
             Row{"  - {title: A, clips: [{question: w1, person: any, pauses: [{at: \"0\", prompt: "
                 "P}]}]}\n",
                 "'0'"},
             Row{"  - {title: A, clips: [{question: w1, person: any, pauses: [{at: "
                 "\"00:00.000\", prompt: P}]}]}\n",
                 "before the clip begins"},
         }) {
        CAPTURE(row.cue);
        const PlanReading reading = read(head + row.cue + last_cue);
        CHECK(texts(reading.problems).find(row.said) != std::string::npos);
        CHECK_MESSAGE(reading.plan.has_value(), texts(reading.problems));
    }
}

TEST_CASE("all faults of a plan are said at once") {
    const PlanReading reading =
        read("format: 1\ntitle: A\nabout: B\nminutes: 0\nareas: [fly]\nbenchmarks: [4]\ncues:\n" +
             last_cue);
    CHECK(reading.problems.size() == 3);
}

TEST_CASE("a film is never taken for an encounter") {
    const PlanReading reading =
        read("format: 1\ntitle: A\nabout: B\nminutes: 9\nbenchmarks: [5]\ncues:\n" + last_cue);
    CHECK(texts(reading.problems).find("no encounter") != std::string::npos);
    REQUIRE(reading.plan);
    CHECK(reading.plan->benchmarks.empty());
}

TEST_CASE("nobody is left alone at the end of a lesson") {
    const PlanReading reading =
        read(head + "  - {title: Write, before: Write it down, talk: alone}\n");
    CHECK(texts(reading.problems).find("ends alone") != std::string::npos);
    REQUIRE(reading.plan);
    CHECK(reading.plan->cues.back().talk == Talk::All);
}

TEST_CASE("what is no plan gives no plan and a reason") {
    for (const std::string text : {"", "[1, 2]", "format: 2\ntitle: A\n", "{", "format: 1\n",
                                   "format: 1\ntitle: A\nminutes: 3\ncues: []\n"}) {
        CAPTURE(text);
        const PlanReading reading = read(text);
        CHECK_FALSE(reading.plan);
        CHECK_FALSE(reading.problems.empty());
    }
}

TEST_CASE("a plan that is cut off anywhere never breaks the reader") {
    const std::string whole = text_of(std::filesystem::path{CROSSCUT_ASSETS} / shipped().front());
    for (std::size_t size = 0; size < whole.size(); size += 7) {
        const PlanReading reading = read(whole.substr(0, size));
        CHECK((reading.plan.has_value() || !reading.problems.empty()));
    }
}

TEST_CASE("ten plans come with the program, all without a fault") {
    CHECK(shipped().size() == 10);
    for (const std::filesystem::path& file : shipped()) {
        CAPTURE(file);
        const PlanReading reading =
            read_plan(text_of(std::filesystem::path{CROSSCUT_ASSETS} / file), file);
        CHECK(texts(reading.problems) == "");
        REQUIRE(reading.plan);
        CHECK_FALSE(reading.plan->areas.empty());
        CHECK_FALSE(reading.plan->needs.empty());
        CHECK_FALSE(reading.plan->benchmarks.empty());
    }
}

TEST_CASE("a plan that comes with the program ends in talk and needs no more than its time") {
    constexpr auto usual_answer = 52s;
    for (const std::filesystem::path& file : shipped()) {
        CAPTURE(file);
        const auto reading =
            read_plan(text_of(std::filesystem::path{CROSSCUT_ASSETS} / file), file);
        REQUIRE(reading.plan);
        const Plan& plan = *reading.plan;
        for (int week = 1; week <= plan.weeks; ++week) {
            std::chrono::seconds needed{};
            const PlanCue* last = nullptr;
            for (const PlanCue& cue : plan.cues) {
                if (cue.week != week) continue;
                last = &cue;
                needed += cue.minutes;
                for (const PlanClips& clips : cue.clips) {
                    int people = 1;
                    if (const auto* differ = std::get_if<PeopleWhoDiffer>(&clips.chosen)) {
                        people = differ->people;
                    } else if (const auto* picked = std::get_if<ClassPick>(&clips.chosen)) {
                        people = picked->clips;
                    } else if (std::holds_alternative<SamePeople>(clips.chosen)) {
                        people = 3;
                    }
                    needed += people * usual_answer;
                }
            }
            REQUIRE(last);
            CHECK(last->keep);
            CHECK(last->talk != Talk::Alone);
            CHECK(needed <= plan.minutes);
            CHECK(needed >= plan.minutes * 3 / 5);
        }
    }
}

TEST_CASE("plans that come with the program ask the thirty common questions only, and no person") {
    const ModuleReading sample =
        read_module(FolderFiles{std::filesystem::path{CROSSCUT_ASSETS} / "sample"});
    REQUIRE(sample.module);
    for (const std::filesystem::path& file : shipped()) {
        const auto reading =
            read_plan(text_of(std::filesystem::path{CROSSCUT_ASSETS} / file), file);
        REQUIRE(reading.plan);
        for (const PlanCue& cue : reading.plan->cues) {
            CAPTURE(cue.title);
            for (const PlanClips& clips : cue.clips) {
                CHECK_FALSE(std::holds_alternative<ThisPerson>(clips.chosen));
                if (!std::holds_alternative<ClassPick>(clips.chosen)) {
                    CHECK(sample.module->find_question(clips.question));
                }
            }
        }
    }
}

TEST_CASE("a prompt of a plan can be read from the back row: few words, few lines") {
    for (const std::filesystem::path& file : shipped()) {
        CAPTURE(file);
        const auto reading =
            read_plan(text_of(std::filesystem::path{CROSSCUT_ASSETS} / file), file);
        REQUIRE(reading.plan);
        for (const PlanCue& cue : reading.plan->cues) {
            for (const std::string& prompt : {cue.before, cue.after}) {
                CAPTURE(prompt);
                const std::vector<TextBlock> blocks = read_markdown(prompt);
                std::size_t letters = 0;
                for (const TextBlock& block : blocks) {
                    letters += block.text.size();
                }
                CHECK(letters <= 240);
                CHECK(blocks.size() <= 5);
            }
        }
    }
}

TEST_CASE("Markdown becomes blocks of words") {
    using enum TextBlock::Kind;
    struct Row {
        const char* text;
        std::vector<TextBlock> blocks;
    };
    for (const Row& row : {
             Row{"", {}},
             Row{"One\ntwo", {{Paragraph, 0, "One two"}}},
             Row{"One\n\ntwo", {{Paragraph, 0, "One"}, {Paragraph, 0, "two"}}},
             Row{"# Head\n- a\n- **b** c",
                 {{Heading, 0, "Head"}, {Bullet, 0, "a"}, {Bullet, 0, "b c"}}},
             Row{"3. a\n4. b", {{Numbered, 3, "a"}, {Numbered, 4, "b"}}},
             Row{"- a\n\n  1. x\n\n- b", {{Bullet, 0, "a"}, {Numbered, 1, "x"}, {Bullet, 0, "b"}}},
             Row{"[here](https://example.org)", {{Paragraph, 0, "here"}}},
             Row{"a <b>c</b> &amp; d", {{Paragraph, 0, "a <b>c</b> & d"}}},
         }) {
        CAPTURE(row.text);
        CHECK(read_markdown(row.text) == row.blocks);
    }
}

TEST_CASE("nothing of a prompt is read as HTML") {
    CHECK(to_html(read_markdown("a <script>b</script>\n\n- \"c\"")) ==
          "<p>a &lt;script&gt;b&lt;/script&gt;</p>\n<ul>\n<li>&quot;c&quot;</li>\n</ul>\n");
}
