#include "player/app/storage.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <random>
#include <sstream>
#include <system_error>

namespace app {
namespace {

namespace fs = std::filesystem;

catalogue::Problem cannot_save(const fs::path& file, int error) {
    return catalogue::fail({file}, fmt::format("could not be saved: {}", std::strerror(error)),
                           "see whether the disk is full or the folder is read-only");
}

// Writes everything or says why not.
int write_all(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(descriptor, text.data(), text.size());
        if (written < 0) {
            if (errno == EINTR) {
                continue;
            }
            return errno;
        }
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return ::fsync(descriptor) == 0 ? 0 : errno;
}

}  // namespace

catalogue::Outcome save_document(const fs::path& file, std::string_view text) {
    std::error_code error;
    if (fs::create_directories(file.parent_path(), error)) {
        fs::permissions(file.parent_path(), fs::perms::owner_all, error);
    }
    // Of one's own: in a shared folder others save, too, and on other machines with the same pid.
    const fs::path aside =
        file.string() + fmt::format(".{}-{:08x}.new", ::getpid(), std::random_device{}());
    const int descriptor =
        ::open(aside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0) {
        return cannot_save(file, errno);
    }
    int failure = write_all(descriptor, text);
    if (::close(descriptor) != 0 && failure == 0) {
        failure = errno;
    }
    if (failure == 0 && ::rename(aside.c_str(), file.c_str()) != 0) {
        failure = errno;
    }
    if (failure != 0) {
        ::unlink(aside.c_str());
        return cannot_save(file, failure);
    }
    return catalogue::done();
}

catalogue::Result<std::optional<std::string>> load_document(const fs::path& file) {
    std::error_code error;
    if (!fs::exists(file, error)) {
        return std::optional<std::string>{};
    }
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    if (!stream || !(text << stream.rdbuf())) {
        return catalogue::fail({file}, "could not be read", "see who may read this file");
    }
    return std::optional<std::string>{text.str()};
}

}  // namespace app
