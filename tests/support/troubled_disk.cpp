#include "tests/support/troubled_disk.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>

namespace support {

namespace {

DiskDesk* make_desk(const std::filesystem::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    void* mapped = MAP_FAILED;
    if (descriptor >= 0 && ::ftruncate(descriptor, sizeof(DiskDesk)) == 0) {
        mapped =
            ::mmap(nullptr, sizeof(DiskDesk), PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
    }
    const int error = errno;
    if (descriptor >= 0) ::close(descriptor);
    if (mapped == MAP_FAILED) throw std::system_error(error, std::generic_category(), file);
    return static_cast<DiskDesk*>(mapped);
}

}  // namespace

TroubledDisk::TroubledDisk(const std::filesystem::path& folder)
    : desk_(make_desk(scratch_.path() / "desk")) {
    const std::string below = std::filesystem::canonical(folder).string();
    std::strncpy(desk_->below, below.c_str(), DiskDesk::most_path_bytes - 1);
    desk_here = desk_;
}

TroubledDisk::~TroubledDisk() {
    set(DiskMood::Well);
    desk_here = nullptr;
    // It stays mapped: somebody who was left behind may still look at it.
}

std::vector<std::pair<std::string, std::string>> TroubledDisk::environment() const {
    return {{"LD_PRELOAD", CROSSCUT_TROUBLED_CALLS},
            {"CROSSCUT_TROUBLED_DISK", (scratch_.path() / "desk").string()}};
}

}  // namespace support
