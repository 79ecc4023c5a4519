#include "player/app/threads/made_beside.h"

#include <doctest/doctest.h>

#include <atomic>
#include <memory>

TEST_CASE("what is made beside is made once, when somebody says so or wants it") {
    std::atomic<int> made = 0;
    const auto make = [&made] { return std::make_unique<int>(++made); };

    SUBCASE("it is told of, and is there from then on") {
        std::promise<void> told;
        app::MadeBeside<std::unique_ptr<int>> thing(make, [&told] { told.set_value(); });
        CHECK(!thing.ready());
        CHECK(made == 0);
        thing.begin();
        told.get_future().wait();
        CHECK(thing.ready());
        CHECK(**thing == 1);
        CHECK(thing.ready());
    }
    SUBCASE("never begun: nothing is made") {
        { app::MadeBeside<std::unique_ptr<int>> thing(make); }
        CHECK(made == 0);
    }
    SUBCASE("begun, and wanted later") {
        app::MadeBeside<std::unique_ptr<int>> thing(make);
        thing.begin();
        thing.begin();
        CHECK(**thing == 1);
        thing.begin();
        CHECK(**thing == 1);
        CHECK(made == 1);
    }
    SUBCASE("wanted before it was begun") {
        app::MadeBeside<std::unique_ptr<int>> thing(make);
        CHECK(**thing == 1);
        thing.begin();
        CHECK(**thing == 1);
        CHECK(made == 1);
    }
    SUBCASE("begun, and never wanted: it is waited for") {
        {
            app::MadeBeside<std::unique_ptr<int>> thing(make);
            thing.begin();
        }
        CHECK(made == 1);
    }
}
