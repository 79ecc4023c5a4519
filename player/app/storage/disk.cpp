#include "player/app/storage/disk.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <system_error>

namespace app {
namespace {

namespace fs = std::filesystem;

constexpr mode_t for_this_user = 0600;
constexpr mode_t folder_for_this_user = 0700;

int error_of(int result) {
    return result == 0 ? 0 : errno;
}

class RealDisk final : public Disk {
public:
    int make_folder(const fs::path& folder) override {
        if (folder.empty()) return 0;
        if (::mkdir(folder.c_str(), folder_for_this_user) == 0) return 0;
        if (errno == ENOENT && folder.has_parent_path() && folder.parent_path() != folder) {
            if (const int error = make_folder(folder.parent_path()); error != 0) return error;
            if (::mkdir(folder.c_str(), folder_for_this_user) == 0) return 0;
        }
        const int error = errno;
        // A read-only disk may say so of a folder that is there.
        std::error_code ignored;
        if (fs::is_directory(folder, ignored)) return 0;
        return error == EEXIST ? ENOTDIR : error;
    }

    Opened make_file(const fs::path& file) override {
        const int descriptor = ::open(
            file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, for_this_user);
        if (descriptor < 0) return {-1, errno};
        ::flock(descriptor, LOCK_EX | LOCK_NB);  // what in_use() asks for; some shares have none
        return {descriptor, 0};
    }

    Written write(int descriptor, std::string_view text) override {
        for (;;) {
            const ssize_t written = ::write(descriptor, text.data(), text.size());
            if (written >= 0) return {static_cast<std::size_t>(written), 0};
            if (errno != EINTR) return {0, errno};
        }
    }

    int flush(int descriptor) override { return error_of(::fsync(descriptor)); }
    int close(int descriptor) override { return error_of(::close(descriptor)); }

    int read(const fs::path& file, std::string& text) override {
        text.clear();
        const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
        if (descriptor < 0) return errno;
        std::array<char, 65536> some{};
        int error = 0;
        for (;;) {
            const ssize_t got = ::read(descriptor, some.data(), some.size());
            if (got > 0) {
                text.append(some.data(), static_cast<std::size_t>(got));
            } else if (got == 0 || errno != EINTR) {
                error = got == 0 ? 0 : errno;
                break;
            }
        }
        ::close(descriptor);
        return error;
    }

    int rename(const fs::path& from, const fs::path& to) override {
        return error_of(::rename(from.c_str(), to.c_str()));
    }

    int remove(const fs::path& file) override { return error_of(::remove(file.c_str())); }

    int list(const fs::path& folder, std::vector<std::string>& names) override {
        names.clear();
        std::error_code error;
        for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
             entry.increment(error)) {
            names.push_back(entry->path().filename().string());
        }
        return error.value();
    }

    bool in_use(const fs::path& file) override {
        const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
        if (descriptor < 0) return false;
        const bool locked = ::flock(descriptor, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
        ::close(descriptor);
        return locked;
    }

    int flush_folder(const fs::path& folder) override {
        const int descriptor =
            ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (descriptor < 0) return errno;
        const int error = error_of(::fsync(descriptor));
        ::close(descriptor);
        // Some shares cannot; there it is the server's to do.
        return error == EINVAL || error == ENOTSUP ? 0 : error;
    }
};

}  // namespace

Disk& real_disk() {
    static RealDisk disk;
    return disk;
}

}  // namespace app
