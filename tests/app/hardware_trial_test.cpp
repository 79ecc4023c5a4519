#include "player/app/preparing/hardware_trial.h"

#include <doctest/doctest.h>

#include "tests/support/scratch_folder.h"

using app::TrialMark;
namespace fs = std::filesystem;

TEST_CASE("hardware that has ended the program is left alone for a month") {
    const support::ScratchFolder folder;
    const fs::path file = folder.path() / "not-yet" / "hardware-trial";
    const TrialMark mark(file);
    CHECK(!mark.was_left());
    mark.begin();
    CHECK(TrialMark(file).was_left());  // as the next run sees it
    CHECK(app::hardware_to_try(file.parent_path()) == nullptr);
    mark.end();
    CHECK(!TrialMark(file).was_left());

    mark.begin();
    fs::last_write_time(file, fs::file_time_type::clock::now() - TrialMark::believed);
    CHECK(!TrialMark(file).was_left());
}

TEST_CASE("a folder that cannot be written into hinders no trial") {
    const support::ScratchFolder folder;
    const TrialMark mark(fs::path{"/proc/none"} / "hardware-trial");
    mark.begin();
    CHECK(!mark.was_left());
    mark.end();
}
