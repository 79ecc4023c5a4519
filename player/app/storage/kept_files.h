// A folder of the cache that holds what can be made again, up to a ceiling of bytes.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <string>

namespace app {

// Any thread. Looks at the folder once, when room is first asked for; what other programs add to it
// later is not seen.
class KeptFiles {
public:
    // @param most_bytes  ceiling for the whole folder; and as much again stays free on the disk
    KeptFiles(std::filesystem::path folder, std::uintmax_t most_bytes);

    // Call it before a file is made. When there is no room, what has not been asked for the longest
    // is deleted, but nothing that was asked for since the program started: then false. There is
    // room for one file of each thread that is told so.
    bool make_room();
    // A file was made, or may be there and is still wanted: it is the latest now, and stays.
    // @returns whether it is there
    bool asked_for(const std::string& name);

    const std::filesystem::path& folder() const { return folder_; }

private:
    struct File {
        std::filesystem::file_time_type asked_for;
        std::uintmax_t bytes = 0;
    };
    void look();

    const std::filesystem::path folder_;
    const std::uintmax_t most_bytes_;
    const std::filesystem::file_time_type began_;

    std::mutex mutex_;  // also while it deletes: nobody then finds what is about to go
    std::map<std::string, File> files_;  // guarded by mutex_, as all below
    std::uintmax_t bytes_ = 0;
    bool looked_ = false;
    bool full_ = false;
};

}  // namespace app
