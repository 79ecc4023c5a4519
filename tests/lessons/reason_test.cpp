#include "lessons/difference.h"
#include "tests/lessons/made_up_grids.h"

using namespace lessons;
using namespace lessons_test;

namespace {

std::string said(const std::string& says, const std::string& before, const std::string& now) {
    const SharedGrid grid = with_facts(full_grid(2, 1), {says}, {{before}, {now}});
    return contrast_between(*grid, 0, 1);
}

}  // namespace

TEST_CASE("what two sentences begin with is said once") {
    struct Row {
        std::string says, before, now, words;
    };
    for (const Row& row : {
             Row{"left school at {value}", "16", "30", "left school at 16, then at 30"},
             Row{"{value}", "an apprenticeship", "a doctorate",
                 "an apprenticeship, then a doctorate"},
             Row{"did {value}", "an apprenticeship", "a doctorate",
                 "did an apprenticeship, then a doctorate"},
             Row{"works in a {value}", "hospital", "school", "works in a hospital, then a school"},
             Row{"works {value}", "outdoors", "in a kitchen", "works outdoors, then in a kitchen"},
             Row{"grew up with {value}", "two nurses", "a miner",
                 "grew up with two nurses, then a miner"},
             Row{"at {value}", "16", "30", "at 16, then at 30"},
             Row{"{value} years at school", "11", "15",
                 "11 years at school, then 15 years at school"},
             Row{"a vécu à {value}", "Paris", "Lyon", "a vécu à Paris, then à Lyon"},
             Row{"aged-{value}", "19", "64", "aged-19, then aged-64"},
             Row{"left school at", "16", "30", "left school at 16, then at 30"},
             Row{"", "farm", "office", "farm, then office"},
         }) {
        CAPTURE(row.says);
        CHECK(said(row.says, row.before, row.now) == row.words);
    }
}

TEST_CASE("no difference gives no reason") {
    CHECK(said("left school at {value}", "16", "16").empty());
    CHECK(said("left school at {value}", "", "16").empty());
    CHECK(said("left school at {value}", "16", "").empty());
    CHECK(said("left school at {value}", "", "").empty());
    CHECK(contrast_between(*full_grid(2, 1), 0, 1).empty());
}

TEST_CASE("the most telling difference is said first, and at most two are said") {
    const SharedGrid grid = with_facts(
        full_grid(5, 1),
        {"is called {value}", "started work at {value}", "left school at {value}", "{value}"},
        {{"Ann", "17", "16", "on a farm"},
         {"Bo", "18", "30", "in an office"},
         {"Cy", "40", "18", "in an office"},
         {"Di", "16", "18", "in an office"},
         {"Ed", "16", "16", "in an office"}});
    // From 16 to 30 is as far as it goes; everybody else is in an office; 17 and 18 are close; and
    // all names differ.
    CHECK(contrast_between(*grid, 0, 1) ==
          "left school at 16, then at 30; on a farm, then in an office");
    CHECK(contrast_between(*grid, 1, 0) ==
          "left school at 30, then at 16; in an office, then on a farm");
    // The same people in the same place: what is left is said.
    CHECK(contrast_between(*grid, 2, 3) == "started work at 40, then at 16; is called Cy, then Di");
}

TEST_CASE("equally telling differences come in the order of the module") {
    const SharedGrid grid = with_facts(full_grid(2, 1), {"{value}", "{value}", "{value}"},
                                       {{"a", "c", "e"}, {"b", "d", "f"}});
    CHECK(contrast_between(*grid, 0, 1) == "a, then b; c, then d");
}

TEST_CASE("values that only look like numbers are words") {
    CHECK(said("{value}", "16 or so", "-3") == "16 or so, then -3");
    CHECK(said("{value}", "99999999999999999999", "1") == "99999999999999999999, then 1");
    CHECK(said("{value}", "016", "16") == "016, then 16");
}
