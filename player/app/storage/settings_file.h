// The settings as they are kept from one run to the next.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "catalogue/saved_state.h"

namespace app {

struct OpenedSettings {
    catalogue::SavedSettings settings;    // those of a first run when there is nothing to read
    std::optional<std::string> sentence;  // something is to be told about them
};

// A file that is there and is not understood is put aside as `file`.damaged, so that the next save
// does not write over what somebody may want to look at.
OpenedSettings open_settings(const std::filesystem::path& file);

struct OpenedPlace {
    std::optional<catalogue::SavedSitting> place;  // nothing on a first visit
    std::optional<std::string> sentence;           // what had to be put aside
};

// Where a class was in a module, with its guesses. A file that cannot be read is put aside, too.
OpenedPlace open_saved_sitting(const std::filesystem::path& file);

}  // namespace app
