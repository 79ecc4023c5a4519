// A disk that stalls, fails or is gone, in the test's hand: for the files below one folder, in this
// process or in a program that was started with it.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/scratch_folder.h"

namespace support {

enum class DiskMood : std::int32_t {
    Well,
    Stalled,  // nothing comes back, until the mood changes
    Failing,  // what is open cannot be read, but the files are there
    Gone,     // what is open cannot be read, and nothing can be opened
};

// What the test and the program with the disk share: a file that both map.
struct DiskDesk {
    static constexpr std::size_t most_path_bytes = 1000;

    std::atomic<DiskMood> mood;
    std::atomic<std::int32_t> waiting;      // calls that do not come back at the moment
    std::atomic<std::int32_t> reads;        // that were asked for
    std::atomic<std::int32_t> opens;        // likewise
    std::atomic<std::int32_t> main_thread;  // calls by the program's first thread
    char below[most_path_bytes];            // the folder; empty: none
};

// Of this process.
inline std::atomic<DiskDesk*> desk_here = nullptr;

// One at a time in a process. Makes no difference to others.
class TroubledDisk {
public:
    // @param folder  what lies below it is troubled
    explicit TroubledDisk(const std::filesystem::path& folder);
    // All is well again.
    ~TroubledDisk();
    TroubledDisk(const TroubledDisk&) = delete;
    TroubledDisk& operator=(const TroubledDisk&) = delete;

    void set(DiskMood mood) { desk_->mood = mood; }
    DiskDesk& desk() { return *desk_; }

    // For a program that is to have this disk.
    std::vector<std::pair<std::string, std::string>> environment() const;

private:
    ScratchFolder scratch_;
    DiskDesk* desk_;
};

}  // namespace support
