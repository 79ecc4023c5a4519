#include "catalogue/pack_files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <mutex>
#include <utility>

#include "catalogue/descriptor.h"
#include "catalogue/error_words.h"
#include "catalogue/pack_format.h"
#include "catalogue/text.h"
#include "catalogue/words.h"

namespace catalogue {
namespace {

constexpr std::size_t compared_bytes = 1U << 20;  // at once

std::int64_t modified_ns(const struct stat& status) {
    return static_cast<std::int64_t>(status.st_mtim.tv_sec) * 1'000'000'000 +
           status.st_mtim.tv_nsec;
}

// Which pack, and in which state.
struct PackStamp {
    dev_t device = 0;
    ino_t file = 0;
    std::int64_t size_bytes = 0;
    std::int64_t modified_ns = 0;

    bool operator==(const PackStamp&) const = default;
};

// Directories that were read last, so that opening a clip reads none anew. A pack that has changed
// since is another one.
class LastDirectories {
public:
    std::shared_ptr<const PackDirectory> find(const PackStamp& stamp) const {
        const std::scoped_lock lock(mutex_);
        for (const Kept& one : kept_) {
            if (one.directory && one.stamp == stamp) return one.directory;
        }
        return nullptr;
    }

    void keep(const PackStamp& stamp, std::shared_ptr<const PackDirectory> directory) {
        const std::scoped_lock lock(mutex_);
        kept_[next_] = {stamp, std::move(directory)};
        next_ = (next_ + 1) % kept_.size();
    }

private:
    struct Kept {
        PackStamp stamp;
        std::shared_ptr<const PackDirectory> directory;
    };

    mutable std::mutex mutex_;
    std::array<Kept, 4> kept_;  // guarded by mutex_, as next_
    std::size_t next_ = 0;
};

LastDirectories& last_directories() {
    static LastDirectories directories;
    return directories;
}

struct OpenPack {
    Descriptor file;
    std::int64_t modified_ns = 0;
    std::shared_ptr<const PackDirectory> directory;
};

Problem cannot_open(const std::filesystem::path& pack, int error) {
    return fail({pack}, _("this pack cannot be opened: {}", words_of_error(error)),
                _("look whether the disk or the network share is still there"));
}

Result<OpenPack> open_pack(const std::filesystem::path& pack) {
    Descriptor file{open(pack.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)};
    if (!file.is_open()) return cannot_open(pack, errno);
    struct stat status {};
    if (fstat(file.number(), &status) != 0) return cannot_open(pack, errno);
    if (!S_ISREG(status.st_mode)) return cannot_open(pack, EINVAL);
    const PackStamp stamp{status.st_dev, status.st_ino, status.st_size, modified_ns(status)};
    auto directory = last_directories().find(stamp);
    if (!directory) {
        Result<PackDirectory> read =
            read_pack_directory(file.number(), static_cast<std::uint64_t>(status.st_size), pack);
        if (!read) return read.error();
        directory = std::make_shared<const PackDirectory>(*std::move(read));
        last_directories().keep(stamp, directory);
    }
    return OpenPack{std::move(file), stamp.modified_ns, std::move(directory)};
}

// Names directly in `folder`, which is empty for the pack itself.
std::vector<std::string> names_below(const PackDirectory& directory, const std::string& folder) {
    const std::string start = folder.empty() ? "" : folder + "/";
    std::vector<std::string> names;
    for (auto at = directory.entries.lower_bound(start);
         at != directory.entries.end() && at->first.starts_with(start); ++at) {
        std::string name = at->first.substr(start.size());
        name.resize(std::min(name.find('/'), name.size()));
        if (names.empty() || names.back() != name) names.push_back(std::move(name));
    }
    std::ranges::sort(names);
    names.erase(std::ranges::unique(names).begin(), names.end());
    return names;
}

Problem not_in(const PackDirectory& directory, const std::string& path) {
    const std::size_t slash = path.rfind('/');
    const std::string folder = slash == path.npos ? "" : path.substr(0, slash);
    const std::string name = slash == path.npos ? path : path.substr(slash + 1);
    if (!names_below(directory, path).empty()) {
        return fail({}, _("{} is a folder", in_quotes(path)), _("name a file in it"));
    }
    return fail({}, _("there is no {} in this pack", in_quotes(path)),
                did_you_mean(name, names_below(directory, folder),
                             _("put it into the module, and make the pack again")));
}

// Whether an entry holds what it was made of. An empty one does: open_in_pack() speaks of it.
bool is_whole(const std::filesystem::path& pack, const std::string& name, const PackEntry& entry,
              const std::function<void(std::uint64_t)>& went_on) {
    if (entry.size_bytes == 0) return true;
    const Result<InsideFile> file = open_in_pack(pack, name);
    if (!file) return false;
    std::string block(compared_bytes, '\0');
    std::uint32_t checksum = 0;
    for (std::uint64_t at = 0; at < entry.size_bytes;) {
        const std::ptrdiff_t count = file->read_at(at, block.data(), block.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return false;
        const auto came = static_cast<std::size_t>(count);
        checksum = pack::checksum_of(checksum, std::string_view{block}.substr(0, came));
        at += came;
        went_on(came);
    }
    return checksum == entry.checksum;
}

}  // namespace

bool is_pack(const std::filesystem::path& root) {
    struct stat status {};
    return stat(root.c_str(), &status) == 0 && S_ISREG(status.st_mode);
}

std::vector<Problem> left_out_of(const std::filesystem::path& root) {
    if (!is_pack(root)) return {};
    const Result<OpenPack> pack = open_pack(root);
    return pack ? pack->directory->problems : std::vector<Problem>{};
}

Result<InsideFile> open_in_pack(const std::filesystem::path& pack, const std::string& path) {
    Result<OpenPack> opened = open_pack(pack);
    if (!opened) return opened.error();
    const auto found = opened->directory->entries.find(path);
    if (found == opened->directory->entries.end()) return not_in(*opened->directory, path);
    const PackEntry& entry = found->second;
    if (entry.size_bytes == 0) {
        return fail({}, _("{} is empty", in_quotes(path)),
                    _("put it into the module once more, and make the pack again"));
    }
    if (entry.deflated) {
        const Result<int> memory =
            inflate_entry(entry, path, opened->file.number(), opened->modified_ns);
        if (!memory) return memory.error();
        return InsideFile{*memory, entry.size_bytes};
    }
    const Result<std::uint64_t> begin = begin_of(entry, path, opened->file.number());
    if (!begin) return begin.error();
    return InsideFile{opened->file.release(), entry.size_bytes, *begin, entry.checksum};
}

std::vector<Problem> damage_in(const std::filesystem::path& root,
                               const std::function<void(std::uint64_t, std::uint64_t)>& went_on) {
    if (!is_pack(root)) return {};
    const Result<OpenPack> pack = open_pack(root);
    if (!pack) return {pack.error()};
    std::uint64_t all_bytes = 0;
    std::uint64_t done_bytes = 0;
    for (const auto& [name, entry] : pack->directory->entries) {
        all_bytes += entry.size_bytes;
    }
    std::vector<Problem> damage;
    for (const auto& [name, entry] : pack->directory->entries) {
        const bool whole = is_whole(root, name, entry, [&](std::uint64_t bytes) {
            went_on(done_bytes += bytes, all_bytes);
        });
        if (whole) continue;
        damage.push_back(damaged_in_pack(name));
        damage.back().place.file = name;
    }
    return damage;
}

std::vector<std::string> names_in_pack(const std::filesystem::path& pack,
                                       const std::string& folder) {
    const Result<OpenPack> opened = open_pack(pack);
    return opened ? names_below(*opened->directory, folder) : std::vector<std::string>{};
}

}  // namespace catalogue
