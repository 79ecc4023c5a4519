// Makes one file of a module.
#pragma once

#include <cstdint>
#include <filesystem>

#include "catalogue/module_reader.h"
#include "catalogue/problem.h"
#include "player/app/command_line/progress_bar.h"

namespace app {

struct Packed {
    std::size_t files = 0;
    std::uint64_t bytes = 0;
    // People of whom only the place is in it, because they took back their consent.
    std::size_t people_left_out = 0;
    // Films that are in it and yet hold answers that must not be shown: they cannot be cut here.
    std::size_t films_with_withheld = 0;
};

// Writes what `module`, the module in `root`, consists of into `out`: its documents, and the films,
// captions and pictures that it names and may show. Of people who took back their consent it has a
// place without a name. Writes aside, looks whether it can be read, and
// renames; `out` must not be there yet.
//
// @param progress  told in MB
catalogue::Result<Packed> write_pack(const std::filesystem::path& root,
                                     const catalogue::ModuleReading& module,
                                     const std::filesystem::path& out, const Progress& progress);

}  // namespace app
