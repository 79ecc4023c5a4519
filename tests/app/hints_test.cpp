#include "player/app/first_run/hints.h"

#include <doctest/doctest.h>

#include <set>

#include "tests/ui/made_up_views.h"

using app::Hint;
using app::HintPlace;

TEST_CASE("each hint stays until it was followed, one at a time, and never comes back") {
    std::vector<std::string> done;
    CHECK(app::hint_for(HintPlace::Stage, done) == Hint::Play);
    CHECK(app::hint_for(HintPlace::Wall, done) == Hint::Wall);
    CHECK(app::mark_done(done, Hint::Play));
    CHECK_FALSE(app::mark_done(done, Hint::Play));
    CHECK(app::hint_for(HintPlace::Stage, done) == Hint::Choose);
    CHECK(app::mark_done(done, Hint::Wall));
    CHECK_FALSE(app::hint_for(HintPlace::Wall, done));
    CHECK(app::hint_for(HintPlace::Stage, done) == Hint::Choose);
    CHECK(app::mark_done(done, Hint::Choose));
    CHECK_FALSE(app::hint_for(HintPlace::Stage, done));
    CHECK(done.size() == app::hint_names.size());
}

TEST_CASE("what is followed before its hint was shown needs no hint") {
    std::vector<std::string> done;
    app::mark_done(done, Hint::Choose);
    CHECK(app::hint_for(HintPlace::Stage, done) == Hint::Play);
    app::mark_done(done, Hint::Play);
    CHECK_FALSE(app::hint_for(HintPlace::Stage, done));
}

TEST_CASE("who has a film playing is not told how it plays, but what comes then") {
    std::vector<std::string> done;
    CHECK(app::hint_for(HintPlace::Stage, done, true) == Hint::Choose);
    CHECK(app::hint_for(HintPlace::Wall, done, true) == Hint::Wall);
    app::mark_done(done, Hint::Choose);
    CHECK_FALSE(app::hint_for(HintPlace::Stage, done, true));
    CHECK(app::hint_for(HintPlace::Stage, done) == Hint::Play);
}

TEST_CASE("a list from elsewhere takes away only the hints that it names") {
    CHECK(app::hint_for(HintPlace::Stage, {"something else", ""}) == Hint::Play);
}

TEST_CASE("hints are three at most, differ, and name the keys that are in use") {
    CHECK(app::hint_names.size() <= 3);
    std::set<std::string> texts;
    for (const auto& [hint, name] : app::hint_names) {
        const std::string text = app::hint_text(hint, ui_tests::program_keys());
        CHECK(text.ends_with("."));
        CHECK(texts.insert(text).second);
    }
    CHECK(app::hint_text(Hint::Play, ui_tests::program_keys()).starts_with("Space plays"));
    CHECK(app::hint_text(Hint::Play, {}).starts_with("The large button plays"));
}
