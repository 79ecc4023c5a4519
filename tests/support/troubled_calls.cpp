// Stands in front of the C library's functions that reach for files. Linked into a test, or loaded
// before a program by LD_PRELOAD.
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <cstdarg>
#include <cstdlib>
#include <cstring>
#include <ctime>

#include "tests/support/troubled_disk.h"

namespace {

using support::DiskDesk;
using support::DiskMood;

template <class Function>
Function* real(Function*, const char* name) {
    return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

DiskDesk* map_desk(const char* file) {
    static const auto real_open = real(&::open, "open");
    const int descriptor = real_open(file, O_RDWR | O_CLOEXEC);
    if (descriptor < 0) return nullptr;
    void* mapped =
        ::mmap(nullptr, sizeof(DiskDesk), PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
    ::close(descriptor);
    return mapped == MAP_FAILED ? nullptr : static_cast<DiskDesk*>(mapped);
}

DiskDesk* desk() {
    static const char* const file = std::getenv("CROSSCUT_TROUBLED_DISK");
    if (file == nullptr) return support::desk_here;
    static DiskDesk* const mapped = map_desk(file);
    return mapped;
}

bool is_below(const DiskDesk& desk, const char* path) {
    const std::size_t length = std::strlen(desk.below);
    return length > 0 && std::strncmp(path, desk.below, length) == 0 &&
           (path[length] == '/' || path[length] == '\0');
}

// The desk, when what is open as `descriptor` is troubled.
DiskDesk* desk_of(int descriptor) {
    DiskDesk* found = desk();
    if (found == nullptr || found->below[0] == '\0') return nullptr;
    char link[64];
    char path[PATH_MAX];
    std::size_t digits = 0;
    char reversed[16];
    for (int rest = descriptor; digits == 0 || rest > 0; rest /= 10)
        reversed[digits++] = static_cast<char>('0' + rest % 10);
    std::strcpy(link, "/proc/self/fd/");
    std::size_t at = std::strlen(link);
    while (digits > 0)
        link[at++] = reversed[--digits];
    link[at] = '\0';
    const ssize_t length = ::readlink(link, path, sizeof(path) - 1);
    if (length <= 0) return nullptr;
    path[length] = '\0';
    return is_below(*found, path) ? found : nullptr;
}

DiskDesk* desk_of(int folder, const char* path) {
    DiskDesk* found = desk();
    if (found == nullptr || path == nullptr) return nullptr;
    if (path[0] == '/') return is_below(*found, path) ? found : nullptr;
    return folder == AT_FDCWD ? nullptr : desk_of(folder);
}

// Waits while the disk is stalled; says in which mood it is then.
DiskMood arrive(DiskDesk& desk) {
    if (::gettid() == ::getpid()) ++desk.main_thread;
    ++desk.waiting;
    while (desk.mood == DiskMood::Stalled) {
        const timespec moment{0, 2'000'000};
        ::nanosleep(&moment, nullptr);
    }
    --desk.waiting;
    return desk.mood;
}

// Whether the disk says itself what became of the call.
bool refuses(DiskDesk* desk, DiskMood worst_endured, int error) {
    if (desk == nullptr || arrive(*desk) <= worst_endured) return false;
    errno = error;
    return true;
}

bool refuses_read(int descriptor) {
    DiskDesk* found = desk_of(descriptor);
    if (found != nullptr) ++found->reads;
    return refuses(found, DiskMood::Well, EIO);
}

bool refuses_open(int folder, const char* path) {
    DiskDesk* found = desk_of(folder, path);
    if (found != nullptr) ++found->opens;
    return refuses(found, DiskMood::Failing, ENOENT);
}

}  // namespace

extern "C" {

ssize_t pread(int descriptor, void* target, size_t size, off_t offset) {
    static const auto next = real(&::pread, "pread");
    return refuses_read(descriptor) ? -1 : next(descriptor, target, size, offset);
}

ssize_t pread64(int descriptor, void* target, size_t size, off64_t offset) {
    static const auto next = real(&::pread64, "pread64");
    return refuses_read(descriptor) ? -1 : next(descriptor, target, size, offset);
}

ssize_t preadv2(int descriptor, const iovec* into, int count, off_t offset, int flags) {
    static const auto next = real(&::preadv2, "preadv2");
    if (DiskDesk* found = desk_of(descriptor); found != nullptr && (flags & RWF_NOWAIT) != 0) {
        errno = EAGAIN;  // nothing of it is in memory
        return -1;
    }
    return next(descriptor, into, count, offset, flags);
}

ssize_t read(int descriptor, void* target, size_t size) {
    static const auto next = real(&::read, "read");
    return refuses_read(descriptor) ? -1 : next(descriptor, target, size);
}

int openat(int folder, const char* path, int flags, ...) {
    static const auto next = real(&::openat, "openat");
    va_list rest;
    va_start(rest, flags);
    const mode_t mode = (flags & (O_CREAT | __O_TMPFILE)) != 0 ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return refuses_open(folder, path) ? -1 : next(folder, path, flags, mode);
}

int open(const char* path, int flags, ...) {
    static const auto next = real(&::open, "open");
    va_list rest;
    va_start(rest, flags);
    const mode_t mode = (flags & (O_CREAT | __O_TMPFILE)) != 0 ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return refuses_open(AT_FDCWD, path) ? -1 : next(path, flags, mode);
}

int fstatat(int folder, const char* path, struct stat* about, int flags) {
    static const auto next = real(&::fstatat, "fstatat");
    return refuses_open(folder, path) ? -1 : next(folder, path, about, flags);
}

int stat(const char* path, struct stat* about) {
    static const auto next = real(static_cast<int (*)(const char*, struct stat*)>(&::stat), "stat");
    return refuses_open(AT_FDCWD, path) ? -1 : next(path, about);
}

int lstat(const char* path, struct stat* about) {
    static const auto next = real(&::lstat, "lstat");
    return refuses_open(AT_FDCWD, path) ? -1 : next(path, about);
}

int fstat(int descriptor, struct stat* about) {
    static const auto next = real(&::fstat, "fstat");
    return refuses(desk_of(descriptor), DiskMood::Failing, ESTALE) ? -1 : next(descriptor, about);
}
}
