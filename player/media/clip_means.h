// What a clip may be played with, beside its film.
#pragma once

#include <filesystem>
#include <memory>

namespace media {

class Hardware;

// Empty folders, or no hardware: nothing of the kind is used.
struct ClipMeans {
    // Where what was made of films beforehand is looked for.
    std::filesystem::path preludes = {};      // making/prelude.h
    std::filesystem::path proxies = {};       // making/proxy.h
    std::shared_ptr<Hardware> hardware = {};  // pictures/hardware.h
};

}  // namespace media
