// Where what was made of films beforehand is looked for.
#pragma once

#include <filesystem>

namespace media {

// An empty one: nothing of the kind is used.
struct MadeFolders {
    std::filesystem::path preludes;  // prelude.h
    std::filesystem::path proxies;   // proxy.h
};

}  // namespace media
