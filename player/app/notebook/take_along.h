// Where somebody can take a copy of a notebook along: their documents, and sticks that are plugged
// in.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace app {

struct TakeAlongPlace {
    std::string name;  // as people call it
    std::filesystem::path folder;

    bool operator==(const TakeAlongPlace&) const = default;
};

// @param mounts  the folders in which sticks appear; at most four of them are named
std::vector<TakeAlongPlace> take_along_places(const std::filesystem::path& documents,
                                              const std::vector<std::filesystem::path>& mounts);

// Those of this user. May wait for a disk.
std::vector<TakeAlongPlace> find_take_along_places();

}  // namespace app
