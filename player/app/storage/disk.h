// The few calls by which documents get to a disk and back, behind one small face, so that a test
// can make each of them fail.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace app {

// Any thread. What fails gives an errno; 0 is success.
class Disk {
public:
    virtual ~Disk() = default;

    struct Opened {
        int descriptor = -1;
        int error = 0;
    };
    struct Written {
        std::size_t bytes = 0;  // may be fewer than were asked for
        int error = 0;
    };

    // With all folders above it, each for this user only.
    virtual int make_folder(const std::filesystem::path& folder) = 0;
    // For this user only; fails when there is something of that name. It is in use until closed.
    virtual Opened make_file(const std::filesystem::path& file) = 0;
    virtual Written write(int descriptor, std::string_view text) = 0;
    virtual int flush(int descriptor) = 0;
    virtual int close(int descriptor) = 0;
    // ENOENT when it is not there.
    virtual int read(const std::filesystem::path& file, std::string& text) = 0;
    virtual int rename(const std::filesystem::path& from, const std::filesystem::path& to) = 0;
    // A file, or a folder with nothing in it.
    virtual int remove(const std::filesystem::path& file) = 0;
    // The names in a folder, in no order; ENOENT when it is not there.
    virtual int list(const std::filesystem::path& folder, std::vector<std::string>& names) = 0;
    // Whether some program that runs has this file from make_file; where nobody can tell, none has.
    virtual bool in_use(const std::filesystem::path& file) = 0;
    // After it, names that were made or changed in the folder outlast a power cut.
    virtual int flush_folder(const std::filesystem::path& folder) = 0;
};

Disk& real_disk();

}  // namespace app
