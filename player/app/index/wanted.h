// What somebody wants to mark.
#pragma once

#include <filesystem>
#include <string>

namespace app {

struct IndexWanted {
    std::string person;          // an id
    std::filesystem::path film;  // relative to the module; empty: the person's own
};

}  // namespace app
