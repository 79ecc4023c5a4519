// Reads the machine's modules and those that were open last, each folder in a thread that can be
// left behind: one may lie on a share that is gone, and the others are to be there all the same.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <list>
#include <optional>
#include <utility>
#include <vector>

#include "player/app/modules/library.h"
#include "player/app/threads/awaited.h"

namespace app {

// Main thread only.
class LibraryReader {
public:
    // @param recent  the latest first; they come before those of the machine's module folders
    // @param wake    called in another thread when there is more to take
    LibraryReader(const std::vector<std::filesystem::path>& recent,
                  const std::function<void()>& wake);

    // Brings `entries` up to what was read by now, when there is more than at the last call. Waits
    // for the rest at most so long. Folders that are not there any more are left out, those that
    // do not answer are in it without a reading, and no module is in it twice.
    //
    // @returns whether `entries` changed
    bool take(std::vector<LibraryEntry>& entries, std::chrono::milliseconds at_most = {});

private:
    struct Shelf {
        Shelf(std::filesystem::path place, std::function<std::vector<LibraryEntry>()> read,
              std::function<void()> wake)
            : folder(std::move(place)), reading(std::move(read), std::move(wake)) {}

        std::filesystem::path folder;  // a module's; empty: all of the machine's
        Awaited<std::vector<LibraryEntry>> reading;
        std::optional<std::vector<LibraryEntry>> entries;  // once they were read
    };

    std::list<Shelf> shelves_;
    bool was_taken_ = false;
};

}  // namespace app
