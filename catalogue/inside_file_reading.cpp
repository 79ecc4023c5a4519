// Reading from a file of a module that is open.
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include "catalogue/error_words.h"
#include "catalogue/inside_file.h"
#include "catalogue/pack_format.h"
#include "catalogue/words.h"

namespace catalogue {

InsideFile::InsideFile(int descriptor, std::uint64_t size_bytes, std::uint64_t begin,
                       std::optional<std::uint32_t> checksum)
    : descriptor_(descriptor), begin_(begin), size_bytes_(size_bytes), checksum_(checksum) {
    struct stat status {};
    if (begin > 0 && fstat(descriptor, &status) == 0) {
        around_bytes_ = static_cast<std::uint64_t>(status.st_size) - size_bytes;
    }
}

InsideFile::~InsideFile() {
    if (descriptor_ >= 0) close(descriptor_);
}

InsideFile::InsideFile(InsideFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      begin_(other.begin_),
      size_bytes_(other.size_bytes_),
      around_bytes_(other.around_bytes_),
      checksum_(other.checksum_) {}

InsideFile& InsideFile::operator=(InsideFile&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    std::swap(begin_, other.begin_);
    std::swap(size_bytes_, other.size_bytes_);
    std::swap(around_bytes_, other.around_bytes_);
    std::swap(checksum_, other.checksum_);
    return *this;
}

// How much of `size` bytes from `position` on there is.
std::size_t InsideFile::there_of(std::uint64_t position, std::size_t size) const {
    // Only a stretch has an end of its own: a file on the disk may have grown.
    if (around_bytes_ == 0) return size;
    if (position >= size_bytes_) return 0;
    return static_cast<std::size_t>(std::min<std::uint64_t>(size, size_bytes_ - position));
}

std::ptrdiff_t InsideFile::read_at(std::uint64_t position, void* target, std::size_t size) const {
    return ::pread(descriptor_, target, there_of(position, size),
                   static_cast<off_t>(begin_ + position));
}

std::ptrdiff_t InsideFile::read_at_once(std::uint64_t position, void* target,
                                        std::size_t size) const {
    const iovec into{target, there_of(position, size)};
    return ::preadv2(descriptor_, &into, 1, static_cast<off_t>(begin_ + position), RWF_NOWAIT);
}

std::optional<InsideFile::State> InsideFile::state() const {
    struct stat status {};
    if (fstat(descriptor_, &status) != 0) return std::nullopt;
    return State{
        static_cast<std::uint64_t>(status.st_size) - around_bytes_,
        static_cast<std::int64_t>(status.st_mtim.tv_sec) * 1'000'000'000 + status.st_mtim.tv_nsec};
}

bool InsideFile::is_as_packed(std::string_view whole) const {
    return !checksum_ || pack::checksum_of(0, whole) == *checksum_;
}

std::optional<int> InsideFile::whole_file() const {
    return around_bytes_ == 0 ? std::optional{descriptor_} : std::nullopt;
}

Result<std::string> read_whole(const InsideFile& file, std::size_t limit_bytes) {
    const auto too_large = [&] {
        return fail({}, _("the file is larger than {} MiB", limit_bytes >> 20),
                    _("divide it, or look whether it is the right file"));
    };
    if (file.size_bytes() > limit_bytes) return too_large();
    std::string text;
    std::array<char, 1 << 16> block;
    for (;;) {
        const std::ptrdiff_t count = file.read_at(text.size(), block.data(), block.size());
        if (count == 0) return text;
        if (count < 0) {
            if (errno == EINTR) continue;
            return fail({}, _("the file cannot be read: {}", words_of_error(errno)),
                        _("look whether the disk or the network share is still there"));
        }
        text.append(block.data(), static_cast<std::size_t>(count));
        if (text.size() > limit_bytes) return too_large();  // it grew meanwhile
    }
}

}  // namespace catalogue
