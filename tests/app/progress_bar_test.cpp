#include "player/app/command_line/progress_bar.h"

#include <doctest/doctest.h>

#include <sstream>

namespace {

using namespace std::chrono_literals;

std::chrono::steady_clock::time_point made_up_now{};

}  // namespace

TEST_CASE("a bar says how much is done, and never more than all") {
    CHECK(app::progress_line(0, 8) == "[--------------------]   0 %  0 of 8");
    CHECK(app::progress_line(2, 8) == "[#####---------------]  25 %  2 of 8");
    CHECK(app::progress_line(8, 8) == "[####################] 100 %  8 of 8");
    CHECK(app::progress_line(9, 8) == "[####################] 100 %  9 of 8");
    CHECK(app::progress_line(0, 0) == "[####################] 100 %  0 of 0");
}

TEST_CASE("a bar comes after a second, at a terminal, and leaves a clean line") {
    made_up_now = {};
    std::ostringstream err;
    {
        app::ProgressBar bar(err, true, [] { return made_up_now; });
        bar.show(1, 20);
        CHECK(err.str().empty());
        made_up_now += 2s;
        bar.show(19, 20);
        bar.show(19, 20);  // nothing is written twice
        bar.show(20, 20);
        CHECK(err.str() ==
              "\r[###################-]  95 %  19 of 20\r[####################] 100 %  20 of 20");
    }
    const std::string blank(std::string("[####################] 100 %  20 of 20").size(), ' ');
    CHECK(err.str().ends_with("\r" + blank + "\r"));
}

TEST_CASE("nothing moves where nobody watches, and long work says every tenth once") {
    made_up_now = {};
    std::ostringstream err;
    {
        app::ProgressBar bar(err, false, [] { return made_up_now; });
        made_up_now += 9s;
        bar.show(4, 20);
        CHECK(err.str().empty());
        made_up_now += 1s;
        bar.show(1, 20);  // less than a tenth
        CHECK(err.str().empty());
        for (std::size_t done = 5; done < 10; ++done)
            bar.show(done, 20);
        bar.show(20, 20);
        bar.show(20, 20);
    }
    CHECK(err.str() == " 25 %  5 of 20\n 30 %  6 of 20\n 40 %  8 of 20\n100 %  20 of 20\n");
}
