#include "player/app/tour/tour_script.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "player/app/app_state.h"
#include "tests/app/made_up_module.h"

TEST_CASE("the tour presses only commands that there are, and takes about two minutes") {
    const std::vector<std::string> known = app::command_names();
    double seconds = 0;
    std::set<std::string> shots;
    for (const app::TourStep& step : app::tour_of(made_up::module(5, 6, {{1, 1}}), "module")) {
        if (const auto* wait = std::get_if<app::Wait>(&step)) {
            seconds += wait->seconds;
        } else if (const auto* shot = std::get_if<app::Shot>(&step)) {
            CAPTURE(shot->name);
            CHECK(shots.insert(shot->name).second);
        } else if (const auto* command =
                       std::get_if<ui::Command>(&std::get<app::Do>(step).action)) {
            CAPTURE(command->name);
            CHECK(std::find(known.begin(), known.end(), command->name) != known.end());
        }
    }
    CHECK(seconds >= 90);
    CHECK(seconds <= 150);
    CHECK(shots.count("empty-cell") == 1);
    CHECK(shots.count("withheld-cell") == 0);
}
