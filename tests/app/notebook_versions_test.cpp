// What the files of a notebook are called, and which of its versions are kept.
#include "player/app/notebook/versions.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

using namespace app;
using namespace std::chrono;

namespace {

constexpr sys_seconds noon = sys_days{2026y / November / 28} + hours{12};

NotebookVersion version(sys_seconds written, std::string writer = "A7F30C11") {
    return {written, std::move(writer), false,
            text_hash_of(std::to_string(written.time_since_epoch().count()))};
}

// What is left of them.
std::vector<NotebookVersion> kept_of(std::vector<NotebookVersion> versions) {
    for (const NotebookVersion& dropped : versions_to_drop(versions, "A7F30C11"))
        std::erase(versions, dropped);
    return versions;
}

}  // namespace

TEST_CASE("the name of a version says all about it, and there is one way to write it") {
    for (const bool of_copy : {false, true}) {
        NotebookVersion written = version(noon + 7min + 9s);
        written.of_copy = of_copy;
        CHECK(version_from(file_name_of(written)) == written);
    }
    for (const char* name :
         {"", "ann.notebook", "20261128-120000-A7F30C11-.new",
          "20261328-120000-A7F30C11-ab.notebook", "20261128-126100-A7F30C11-ab.notebook",
          "20261128x120000-A7F30C11-ab.notebook", "20261128-120000-A7F30C11ab.notebook",
          "20261128-120000-A7F30C11"}) {
        CAPTURE(name);
        CHECK_FALSE(version_from(name));
    }
}

TEST_CASE("a notebook owns its copies and what was on its way, and nobody else's") {
    for (const char* name :
         {"ann.notebook", "ann (copy A7F3).notebook", "ann (damaged A7F3).notebook",
          "ann.notebook.A7F30C11.new", "ann (copy A7F3).notebook.A7F30C11.new"}) {
        CAPTURE(name);
        CHECK(belongs_to("ann", name));
    }
    for (const char* name : {"anna.notebook", "ann (copy).notebook", "ann (copy of mine).notebook",
                             "ann.txt", "ann", "ann (copy A7F3).notebook.new", "Ann.notebook",
                             "ann (copy a7f3).notebook", "my ann.notebook"}) {
        CAPTURE(name);
        CHECK_FALSE(belongs_to("ann", name));
    }
    CHECK(copy_of("ann", "ann (copy A7F3).notebook") == copy_name("ann", "A7F30C11"));
    CHECK_FALSE(copy_of("ann", "ann.notebook"));
    CHECK(notebook_file("f", damaged_name("ann", "0C41")) == "f/ann (damaged 0C41).notebook");
}

TEST_CASE("of a lesson's typing ten versions are kept, two minutes apart") {
    std::vector<NotebookVersion> versions;
    for (int i = 0; i < 1800; ++i)
        versions.push_back(version(noon + i * 2s));
    const auto kept = kept_of(versions);
    CHECK(kept.size() == recent_versions);
    CHECK(std::ranges::find(kept, versions.back()) != kept.end());
    CHECK(std::ranges::min(kept).written <= noon + 1h - 18min);
}

TEST_CASE("of a year of days the last version of each of seven is kept") {
    std::vector<NotebookVersion> versions;
    for (int day = 0; day < 365; ++day) {
        for (int i = 0; i < 30; ++i)
            versions.push_back(version(noon + days{day} + i * 1s));
    }
    const auto kept = kept_of(versions);
    // The seven, and three more that are as recent as there are.
    CHECK(kept.size() <= recent_versions + daily_versions);
    for (int day = 365 - 7; day < 365; ++day) {
        CAPTURE(day);
        CHECK(std::ranges::find(kept, version(noon + days{day} + 29s)) != kept.end());
    }
}

TEST_CASE("the last version of every writer outlasts what others write in a hurry") {
    std::vector<NotebookVersion> versions = {version(noon, "00000001")};
    for (int i = 1; i < 1000; ++i)
        versions.push_back(version(noon + i * 3s, "00000002"));
    const auto kept = kept_of(versions);
    CHECK(std::ranges::find(kept, versions.front()) != kept.end());
}

TEST_CASE("what was just written is kept though the clock is years behind") {
    std::vector<NotebookVersion> versions;
    for (int day = 0; day < 30; ++day)
        versions.push_back(version(noon + days{day}, "00000002"));
    versions.push_back(version(sys_days{1970y / January / 1}));
    const auto kept = kept_of(versions);
    CHECK(std::ranges::find(kept, versions.back()) != kept.end());
}

TEST_CASE("whether a notebook is still needed is asked after the school year, and not before") {
    struct Row {
        year_month_day written;
        year_month_day today;
        bool asks;
    };
    for (const Row& row : std::to_array<Row>({{2026y / November / 28, 2026y / November / 28, false},
                                              {2026y / November / 28, 2027y / August / 31, false},
                                              {2026y / November / 28, 2027y / September / 1, true},
                                              {2027y / August / 31, 2027y / August / 31, false},
                                              {2027y / August / 31, 2027y / September / 1, true},
                                              {2027y / September / 1, 2027y / September / 1, false},
                                              {2027y / September / 1, 2028y / August / 31, false},
                                              {2024y / March / 1, 2027y / January / 1, true}})) {
        CAPTURE(int{row.today.year()});
        CAPTURE(unsigned{row.today.month()});
        CHECK(asks_whether_still_needed(row.written, row.today) == row.asks);
    }
}
